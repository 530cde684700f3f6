/** The data model of SCORM 1.2: the elements of `cmi`, and what each may hold. */

import { refuse } from './elements.js';
import { form, number, orEmpty, text, timespan, words } from './formats.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;
const INTEGER = /^-?\d+$/;
const STATUS = ['passed', 'completed', 'failed', 'incomplete', 'browsed'];
const TYPES = ['true-false', 'choice', 'fill-in', 'matching', 'performance', 'likert', 'sequencing', 'numeric'];

const decimal = form(DECIMAL, 'a number such as 7 or 7.5');
/** Scores are set to the scale of 0 to 100 by the content; empty takes a score back. */
const score = orEmpty(number(DECIMAL, 0, 100, 'range'));
const identifier = form(/^[\x21-\x7e]{1,255}$/, 'an identifier: 1 to 255 letters, digits and signs of ASCII, without spaces');
const clock = form(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/, 'a time of day such as 17:05:30, with at most two decimals');
const integer = (least, most) => number(INTEGER, least, most, 'range');

const MARK = '[0-9a-z]';
const list = (part) => new RegExp(`^(?:${part}(?:,${part})*|\\{${part}(?:,${part})*\\})$`);
/** Answers and patterns by the type of the interaction (CMIFeedback). */
const FEEDBACK = {
  'true-false': form(/^[01tf]$/, 'one of 0, 1, t, f'),
  choice: form(list(MARK), 'letters a to z or digits with commas between: a,c'),
  'fill-in': text(255),
  likert: form(/^[0-9a-z]?$/, 'one letter or digit'),
  matching: form(list(`${MARK}\\.${MARK}`), 'pairs with commas between: 1.a,2.c'),
  numeric: decimal,
  performance: text(255),
  sequencing: form(list(MARK), 'letters or digits with commas between: b,a,c'),
};

const feedback = (value, { model, name }) => {
  const record = name.split('.').slice(0, 3).join('.');
  const type = model.value(`${record}.type`);
  // The standard has no code for "too early"; without a type no form is the right one.
  return type ? FEEDBACK[type](value) : refuse('type', `${record}.type decides the form, and has to be set first.`);
};

const result = (value) => (DECIMAL.test(value) ? null : words('correct', 'wrong', 'unanticipated', 'neutral')(value));

const longComment = (value, { model, name }) => text(4096)((model.value(name) || '') + value);

const r = (initial = '') => ({ access: 'r', initial });
const rw = (type, initial = '') => ({ access: 'rw', type, initial });
const w = (type) => ({ access: 'w', type });

const elements = {
  'cmi.core.student_id': r(),
  'cmi.core.student_name': r(),
  'cmi.core.lesson_location': rw(text(255)),
  'cmi.core.credit': r('credit'),
  // "not attempted" is a state that the system knows by itself; a page can't set it.
  'cmi.core.lesson_status': rw(words(...STATUS), 'not attempted'),
  'cmi.core.entry': r(),
  'cmi.core.score.raw': rw(score),
  'cmi.core.score.min': rw(score),
  'cmi.core.score.max': rw(score),
  'cmi.core.total_time': r('0000:00:00.00'),
  'cmi.core.lesson_mode': r('normal'),
  'cmi.core.exit': w(words('', 'time-out', 'suspend', 'logout')),
  'cmi.core.session_time': w(timespan),
  'cmi.suspend_data': rw(text(4096)),
  'cmi.launch_data': r(),
  'cmi.comments': { ...rw(longComment), joins: true },
  'cmi.comments_from_lms': r(),
  'cmi.objectives.n.id': rw(identifier),
  'cmi.objectives.n.score.raw': rw(score),
  'cmi.objectives.n.score.min': rw(score),
  'cmi.objectives.n.score.max': rw(score),
  'cmi.objectives.n.status': rw(words(...STATUS, 'not attempted')),
  'cmi.student_data.mastery_score': r(),
  'cmi.student_data.max_time_allowed': r(),
  'cmi.student_data.time_limit_action': r(),
  'cmi.student_preference.audio': rw(integer(-1, 100), '0'),
  'cmi.student_preference.language': rw(text(255)),
  'cmi.student_preference.speed': rw(integer(-100, 100), '0'),
  'cmi.student_preference.text': rw(integer(-1, 1), '0'),
  'cmi.interactions.n.id': w(identifier),
  'cmi.interactions.n.objectives.n.id': w(identifier),
  'cmi.interactions.n.time': w(clock),
  'cmi.interactions.n.type': w(words(...TYPES)),
  'cmi.interactions.n.correct_responses.n.pattern': w(feedback),
  'cmi.interactions.n.weighting': w(decimal),
  'cmi.interactions.n.student_response': w(feedback),
  'cmi.interactions.n.result': w(result),
  'cmi.interactions.n.latency': w(timespan),
};

const SCORE = 'raw,min,max';

/** What `DataModel` needs to know of SCORM 1.2. */
export const scorm12 = {
  version: '3.4',
  roots: ['cmi'],
  groups: {
    'cmi.core': 'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
    'cmi.core.score': SCORE,
    'cmi.objectives': 'id,score,status',
    'cmi.objectives.n.score': SCORE,
    'cmi.student_data': 'mastery_score,max_time_allowed,time_limit_action',
    'cmi.student_preference': 'audio,language,speed,text',
    'cmi.interactions': 'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
  },
  lists: ['cmi.objectives', 'cmi.interactions', 'cmi.interactions.n.objectives', 'cmi.interactions.n.correct_responses'],
  fixed: [],
  elements,
  codes: {
    emptyGet: 201, emptySet: 201, foreign: 201, unknown: 401, noChildren: 202, noCount: 203, noVersion: 401,
    keyword: 402, readOnly: 403, writeOnly: 404, getRange: 201, setRange: 201, type: 405, range: 405,
    argument: 201, general: 101, notThere: 401, getFailed: 101, setFailed: 101, commitFailed: 101, initFailed: 101, endFailed: 101,
    init: { running: 101, over: 101 }, end: { idle: 301, over: 301 }, get: { idle: 301, over: 301 },
    set: { idle: 301, over: 301 }, commit: { idle: 301, over: 301 },
  },
  special: () => null,
};
