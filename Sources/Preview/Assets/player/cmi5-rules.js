/** What a learning record store may expect of the statements of one cmi5 session. */

import { activities, canonical, formSlips, isNumber, isObject, part } from './cmi5-form.js';

export const VERBS = Object.fromEntries(['initialized', 'completed', 'passed', 'failed', 'terminated'].map((name) => [name, `http://adlnet.gov/expapi/verbs/${name}`]));
/** Only the learning system says these. */
const SYSTEM_VERBS = [
  'http://adlnet.gov/expapi/verbs/launched', 'https://w3id.org/xapi/adl/verbs/abandoned',
  'https://w3id.org/xapi/adl/verbs/waived', 'https://w3id.org/xapi/adl/verbs/satisfied',
];
const CONTEXT = 'https://w3id.org/xapi/cmi5/context/';
export const CMI5 = `${CONTEXT}categories/cmi5`;
export const MOVE_ON = `${CONTEXT}categories/moveon`;
export const SESSION = `${CONTEXT}extensions/sessionid`;
export const MASTERY = `${CONTEXT}extensions/masteryscore`;
export const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

const DECIDING = ['completed', 'passed', 'failed'];

/** The name of a verb of cmi5's own; null for others. */
export const definedVerb = (statement) => Object.keys(VERBS).find((name) => VERBS[name] === part(statement, 'verb').id) ?? null;

/** The statements of one session, in the order in which they came. */
export class Session {
  /**
   * @param launch `{actor, registration, activity, template, mode, mastery}`: what the page was told
   * @param earlier verbs of earlier sessions of the registration
   */
  constructor(launch, earlier = []) {
    Object.assign(this, { launch, earlier, verbs: [], askedLaunchData: false, askedPreferences: false });
  }

  /** Everything that is wrong with the next statement, as `[rule, places]`; when nothing is, it counts. */
  slips(statement) {
    if (!isObject(statement)) return [['notObject', {}]];
    const verb = definedVerb(statement);
    const found = [
      ...formSlips(statement, verb !== null), ...this.identity(statement, verb), ...this.categories(statement, verb), ...this.order(statement, verb),
      ...this.outcome(statement, verb),
    ];
    if (found.length === 0) this.verbs.push(verb ?? 'other');
    return found;
  }

  *identity(statement, verb) {
    const { launch } = this;
    const context = part(statement, 'context');
    if (canonical(statement.actor) !== canonical(launch.actor)) yield ['actor', {}];
    if (context.registration !== launch.registration) yield ['registration', {}];
    if (verb && part(statement, 'object').id !== launch.activity) yield ['object', {}];
    for (const [name, value] of Object.entries(part(launch.template, 'extensions'))) {
      if (part(context, 'extensions')[name] !== value) yield name === SESSION ? ['session', {}] : ['template', { name }];
    }
    for (const [name, wanted] of Object.entries(part(launch.template, 'contextActivities'))) {
      const there = activities(statement, name);
      if (wanted.some(({ id }) => !there.includes(id))) yield ['template', { name }];
    }
  }

  *categories(statement, verb) {
    const there = activities(statement, 'category');
    if (verb && !there.includes(CMI5)) yield ['noCategory', {}];
    if (!verb && there.includes(CMI5)) yield ['category', {}];
    const result = part(statement, 'result');
    const moves = verb !== null && ('success' in result || 'completion' in result);
    if (moves !== there.includes(MOVE_ON)) yield ['moveOn', {}];
  }

  *order(statement, verb) {
    const { verbs, earlier, launch } = this;
    if (SYSTEM_VERBS.includes(part(statement, 'verb').id)) yield ['systemVerb', {}];
    if (!this.askedLaunchData) yield ['launchData', {}];
    if (!this.askedPreferences) yield ['preferences', {}];
    if (verbs.length === 0 && verb !== 'initialized') yield ['first', {}];
    if (verbs.includes('terminated')) yield ['last', {}];
    if (verb && verbs.includes(verb)) yield ['twice', { verb }];
    else if (['passed', 'failed'].includes(verb) && (verbs.includes('passed') || verbs.includes('failed'))) yield ['oneVerdict', {}];
    if (['completed', 'passed'].includes(verb) && earlier.includes(verb)) yield ['onceForAll', { verb }];
    if (verb === 'failed' && earlier.includes('passed')) yield ['failedAfterPassed', {}];
    if (DECIDING.includes(verb) && launch.mode !== 'Normal') yield ['mode', { verb }];
  }

  *outcome(statement, verb) {
    const result = part(statement, 'result');
    const progress = part(result, 'extensions')[PROGRESS];
    if (progress !== undefined && !(Number.isInteger(progress) && progress >= 0 && progress <= 100)) yield ['progress', {}];
    if (!verb) return;
    const success = { passed: true, failed: false }[verb];
    if (result.success !== success) yield ['success', {}];
    if (result.completion !== (verb === 'completed' ? true : undefined)) yield ['completion', {}];
    if (verb !== 'initialized' && !('duration' in result)) yield ['duration', { verb }];
    if ('score' in result && success === undefined) yield ['scorePlace', {}];
    const mark = this.launch.mastery;
    if (success === undefined || mark === null) return;
    if (part(part(statement, 'context'), 'extensions')[MASTERY] !== mark) yield ['mark', {}];
    const { scaled } = part(result, 'score');
    if (isNumber(scaled) && (scaled >= mark) !== success) yield [success ? 'passedUnder' : 'failedOver', {}];
  }
}
