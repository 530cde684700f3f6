/** The data model of SCORM 2004: the elements of `cmi` and `adl`, and what each may hold. */

import { refuse } from './elements.js';
import { interval, text, words } from './formats.js';
import { PATTERNS, RESPONSES, identifier, language, localized, real, request, result, time } from './scorm2004-types.js';

const COMPLETION = words('completed', 'incomplete', 'not attempted', 'unknown');
const SUCCESS = words('passed', 'failed', 'unknown');
const long = identifier(4000);

const record = (name) => name.split('.').slice(0, 3).join('.');
const list = (name) => name.split('.').slice(0, -2).join('.');

/** An identifier that no other record of its list has; it stays once it is set. */
const uniqueID = (value, { model, name }) => {
  const wrong = long(value);
  if (wrong) return wrong;
  const own = model.value(name);
  if (own !== undefined && own !== value) return refuse('unique', `${name} is "${own}" and stays so.`);
  for (let index = 0; index < model.count(list(name)); index += 1) {
    const other = `${list(name)}.${index}.id`;
    if (other !== name && model.value(other) === value) return refuse('unique', `${other} is called "${value}" already.`);
  }
  return null;
};

const response = (value, { model, name }) => RESPONSES[model.value(`${record(name)}.type`)](value);

const pattern = (value, { model, name }) => {
  const { type, most, unique } = PATTERNS[model.value(`${record(name)}.type`)];
  const index = Number(name.split('.').at(-2));
  if (index >= most) return refuse('unique', `At most ${most} patterns for this type of question.`);
  const wrong = type(value);
  if (wrong || !unique) return wrong;
  for (let other = 0; other < model.count(list(name)); other += 1) {
    if (other !== index && model.value(`${list(name)}.${other}.pattern`) === value) return refuse('unique', `Pattern ${other} is the same.`);
  }
  return null;
};

/** The system decides by the limits in the manifest, where there are any. */
const completion = (model) => {
  const [limit, progress] = [model.value('cmi.completion_threshold'), model.value('cmi.progress_measure')];
  if (limit !== undefined && progress !== undefined) return Number(progress) >= Number(limit) ? 'completed' : 'incomplete';
  return model.value('cmi.completion_status') || 'unknown';
};
const success = (model) => {
  const [mark, score] = [model.value('cmi.scaled_passing_score'), model.value('cmi.score.scaled')];
  if (mark === undefined) return model.value('cmi.success_status') || 'unknown';
  if (score === undefined) return 'unknown';
  return Number(score) >= Number(mark) ? 'passed' : 'failed';
};

const r = (initial) => ({ access: 'r', initial });
const rw = (type, initial) => ({ access: 'rw', type, initial });
const w = (type) => ({ access: 'w', type });
const of = (needs, rules) => Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, { ...rule, needs }]));

const scoreOf = (group) => ({ [`${group}.scaled`]: rw(real(-1, 1)), [`${group}.raw`]: rw(real()), [`${group}.min`]: rw(real()), [`${group}.max`]: rw(real()) });

const elements = {
  'cmi.comments_from_learner.n.comment': rw(localized(4000)),
  'cmi.comments_from_learner.n.location': rw(text(250)),
  'cmi.comments_from_learner.n.timestamp': rw(time),
  'cmi.comments_from_lms.n.comment': r(),
  'cmi.comments_from_lms.n.location': r(),
  'cmi.comments_from_lms.n.timestamp': r(),
  'cmi.completion_status': { ...rw(COMPLETION), reads: completion },
  'cmi.completion_threshold': r(),
  'cmi.credit': r('credit'),
  'cmi.entry': r(''),
  'cmi.exit': w(words('', 'time-out', 'suspend', 'logout', 'normal')),
  'cmi.launch_data': r(),
  'cmi.learner_id': r(''),
  'cmi.learner_name': r(''),
  'cmi.learner_preference.audio_level': rw(real(0), '1'),
  'cmi.learner_preference.language': rw(language, ''),
  'cmi.learner_preference.delivery_speed': rw(real(0), '1'),
  'cmi.learner_preference.audio_captioning': rw(words('-1', '0', '1'), '0'),
  'cmi.location': rw(text(1000)),
  'cmi.max_time_allowed': r(),
  'cmi.mode': r('normal'),
  'cmi.objectives.n.id': rw(uniqueID),
  ...of(['id'], {
    ...scoreOf('cmi.objectives.n.score'),
    'cmi.objectives.n.success_status': rw(SUCCESS, 'unknown'),
    'cmi.objectives.n.completion_status': rw(COMPLETION, 'unknown'),
    'cmi.objectives.n.progress_measure': rw(real(0, 1)),
    'cmi.objectives.n.description': rw(localized(250)),
  }),
  'cmi.progress_measure': rw(real(0, 1)),
  'cmi.scaled_passing_score': r(),
  ...scoreOf('cmi.score'),
  'cmi.session_time': w(interval),
  'cmi.success_status': { ...rw(SUCCESS), reads: success },
  'cmi.suspend_data': rw(text(64000)),
  'cmi.time_limit_action': r('continue,no message'),
  'cmi.total_time': r('PT0S'),
  'cmi.interactions.n.id': rw(long),
  ...of(['id'], {
    'cmi.interactions.n.type': rw(words(...Object.keys(RESPONSES))),
    'cmi.interactions.n.objectives.n.id': rw(uniqueID),
    'cmi.interactions.n.timestamp': rw(time),
    'cmi.interactions.n.weighting': rw(real()),
    'cmi.interactions.n.result': rw(result),
    'cmi.interactions.n.latency': rw(interval),
    'cmi.interactions.n.description': rw(localized(250)),
  }),
  ...of(['id', 'type'], {
    'cmi.interactions.n.correct_responses.n.pattern': rw(pattern),
    'cmi.interactions.n.learner_response': rw(response),
  }),
  'adl.nav.request': rw(request, '_none_'),
  'adl.nav.request_valid.continue': r('false'),
  'adl.nav.request_valid.previous': r('false'),
  'adl.data.n.id': r(),
  'adl.data.n.store': rw(text(64000)),
};

const SCORE = 'scaled,raw,min,max';
const COMMENT = 'comment,location,timestamp';

/** Whether one may go elsewhere: there is one page only, so never. */
const special = (name) => (/^adl\.nav\.request_valid\.(choice|jump)\.\{target=[^}\s]+\}$/.test(name) ? { value: 'false' } : null);

/** What `DataModel` needs to know of SCORM 2004. */
export const scorm2004 = {
  version: '1.0',
  roots: ['cmi', 'adl'],
  groups: {
    'cmi.comments_from_learner': COMMENT,
    'cmi.comments_from_lms': COMMENT,
    'cmi.interactions': 'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description',
    'cmi.learner_preference': 'audio_level,language,delivery_speed,audio_captioning',
    'cmi.objectives': 'id,score,success_status,completion_status,progress_measure,description',
    'cmi.objectives.n.score': SCORE,
    'cmi.score': SCORE,
    'adl.data': 'id,store',
  },
  lists: [
    'cmi.comments_from_learner', 'cmi.comments_from_lms', 'cmi.interactions', 'cmi.interactions.n.objectives',
    'cmi.interactions.n.correct_responses', 'cmi.objectives', 'adl.data',
  ],
  fixed: ['adl.data'],
  elements,
  codes: {
    emptyGet: 301, emptySet: 351, foreign: 401, unknown: 401, noChildren: 301, noCount: 301, noVersion: 301,
    keyword: 404, readOnly: 404, writeOnly: 405, getRange: 301, setRange: 351, unique: 351, unset: 403,
    type: 406, range: 407, dependency: 408,
    argument: 201, general: 101, notThere: 402, getFailed: 301, setFailed: 351, commitFailed: 391, initFailed: 102, endFailed: 111,
    init: { running: 103, over: 104 }, end: { idle: 112, over: 113 }, get: { idle: 122, over: 123 },
    set: { idle: 132, over: 133 }, commit: { idle: 142, over: 143 },
  },
  special,
};
