/** What differs between the two SCORM standards outside of their data models. */

import { asInterval, asTimespan } from './formats.js';
import { scorm12 } from './scorm12-model.js';
import { scorm2004 } from './scorm2004-model.js';

/** SCORM 1.2 has one field for completion and success, which the system may settle at the end. */
const settle12 = (model, { mastery }) => {
  const [status, raw] = [model.value('cmi.core.lesson_status'), model.value('cmi.core.score.raw')];
  if (model.value('cmi.core.lesson_mode') === 'browse') {
    if (!status) model.put('cmi.core.lesson_status', 'browsed');
    return;
  }
  if (model.value('cmi.core.credit') !== 'credit') return;
  // A page that never says how it stands counts as done once it ends.
  if (!status) model.put('cmi.core.lesson_status', 'completed');
  if (mastery !== null && raw) model.put('cmi.core.lesson_status', Number(raw) >= Number(mastery) ? 'passed' : 'failed');
};

/** What one reads out of the values of an attempt: completion, success, score, progress. */
const outcome12 = (values) => {
  const status = values['cmi.core.lesson_status'] || 'not attempted';
  return {
    completion: { passed: 'completed', failed: 'completed', completed: 'completed', incomplete: 'incomplete', browsed: 'browsed' }[status] || status,
    success: { passed: 'passed', failed: 'failed' }[status] || 'unknown',
    score: values['cmi.core.score.raw'] || null,
    progress: null,
  };
};
const outcome2004 = (values, model) => ({
  completion: model.read('cmi.completion_status').value,
  success: model.read('cmi.success_status').value,
  score: values['cmi.score.raw'] ?? (values['cmi.score.scaled'] === undefined ? null : String(Number(values['cmi.score.scaled']) * 100)),
  progress: values['cmi.progress_measure'] ?? null,
});

/** By name: the object that content looks for, its functions, names of elements, rules. */
export const STANDARDS = {
  scorm12: {
    title: 'SCORM 1.2',
    object: 'API',
    functions: {
      init: 'LMSInitialize', end: 'LMSFinish', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit',
      last: 'LMSGetLastError', text: 'LMSGetErrorString', diagnostic: 'LMSGetDiagnostic',
    },
    model: scorm12,
    names: {
      learner: 'cmi.core.student_id', learnerName: 'cmi.core.student_name', entry: 'cmi.core.entry', mode: 'cmi.core.lesson_mode',
      credit: 'cmi.core.credit', exit: 'cmi.core.exit', session: 'cmi.core.session_time', total: 'cmi.core.total_time',
      location: 'cmi.core.lesson_location', suspend: 'cmi.suspend_data', launch: 'cmi.launch_data',
      maxTime: 'cmi.student_data.max_time_allowed', timeLimit: 'cmi.student_data.time_limit_action',
      mark: 'cmi.student_data.mastery_score', response: 'student_response', statuses: ['cmi.core.lesson_status'],
    },
    span: asTimespan,
    settle: settle12,
    outcome: outcome12,
    marked: (manifest) => manifest.mastery,
  },
  scorm2004: {
    title: 'SCORM 2004',
    object: 'API_1484_11',
    functions: {
      init: 'Initialize', end: 'Terminate', get: 'GetValue', set: 'SetValue', commit: 'Commit',
      last: 'GetLastError', text: 'GetErrorString', diagnostic: 'GetDiagnostic',
    },
    model: scorm2004,
    names: {
      learner: 'cmi.learner_id', learnerName: 'cmi.learner_name', entry: 'cmi.entry', mode: 'cmi.mode', credit: 'cmi.credit',
      exit: 'cmi.exit', session: 'cmi.session_time', total: 'cmi.total_time', location: 'cmi.location', suspend: 'cmi.suspend_data',
      launch: 'cmi.launch_data', maxTime: 'cmi.max_time_allowed', timeLimit: 'cmi.time_limit_action',
      mark: 'cmi.scaled_passing_score', response: 'learner_response', statuses: ['cmi.completion_status', 'cmi.success_status'],
    },
    span: asInterval,
    settle: () => {},
    outcome: outcome2004,
    marked: (manifest) => manifest.passing,
  },
};
