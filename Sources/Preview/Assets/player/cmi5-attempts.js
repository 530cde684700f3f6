/** What the learning system keeps of one learner and one cmi5 package: registrations and their sessions. */

import { Attempts } from './attempts.js';
import { part } from './cmi5-form.js';
import { definedVerb, PROGRESS } from './cmi5-rules.js';

const ANSWERED = 'http://adlnet.gov/expapi/verbs/answered';

export class CMI5Attempts extends Attempts {
  /** A registration goes on until a new one is chosen. */
  get goesOn() {
    return this.list.length > 0;
  }

  /**
   * Begins a session.
   * @param how `usual` (the same registration), `new` (another one), `review`, `browse`
   * @returns the launch mode
   */
  begin(how, faults) {
    const last = this.list.at(-1);
    // A session without an end is over when the next one begins (cmi5 9.3.6).
    if (last && !last.sessions.at(-1).ended) last.sessions.at(-1).abandoned = last.sessions.at(-1).ended = true;
    const looking = how === 'review' || how === 'browse';
    this.counts = !looking;
    // The values shown are the store's, also when the session is over.
    this.open = true;
    if (how === 'review' && last) this.current = structuredClone(last);
    else if (how === 'usual' && last) this.current = last;
    else this.current = { number: looking ? 0 : this.list.length + 1, registration: crypto.randomUUID(), statements: [], documents: {}, seconds: 0, sessions: [] };
    if (this.counts && this.current !== last) this.list.push(this.current);
    if (faults.has('loses-state')) this.current.documents = {};
    const mode = { review: 'Review', browse: 'Browse' }[how] ?? 'Normal';
    this.current.sessions.push({ id: crypto.randomUUID(), mode, ended: false });
    this.keep();
    return mode;
  }

  get session() {
    return this.current.sessions.at(-1);
  }

  /** Verbs of cmi5's own that were stored in this registration. */
  get verbs() {
    return this.current.statements.map(definedVerb);
  }

  /** Takes statements into the records. */
  add(statements) {
    this.current.statements.push(...statements);
    for (const statement of statements.filter((each) => definedVerb(each) === 'terminated')) {
      this.session.ended = true;
      this.current.seconds += seconds(part(statement, 'result').duration);
    }
    this.keep();
  }

  /** Saves, unless one only looks. */
  keep() {
    if (this.counts) this.save();
  }

  /** An attempt as a report of administrators shows it. */
  report() {
    const { verbs, current, manifest } = this;
    const of = (...names) => current.statements.filter((each) => names.includes(definedVerb(each)));
    const success = verbs.includes('passed') ? 'passed' : verbs.includes('failed') ? 'failed' : 'unknown';
    const { score = {} } = part(of(success).at(-1), 'result');
    const progress = current.statements.map((each) => part(part(each, 'result'), 'extensions')[PROGRESS]).filter((each) => each !== undefined).at(-1);
    const [completed, passed] = [verbs.includes('completed'), verbs.includes('passed')];
    return {
      completion: completed ? 'completed' : verbs.includes('initialized') ? 'incomplete' : 'not attempted',
      success,
      score: score.scaled === undefined ? score.raw?.toString() ?? null : String(Math.round(score.scaled * 10000) / 100),
      progress: progress === undefined ? null : progress / 100,
      satisfied: { Passed: passed, Completed: completed, CompletedAndPassed: completed && passed, CompletedOrPassed: completed || passed }[manifest.moveOn] ?? true,
      interactions: current.statements.filter((each) => part(each, 'verb').id === ANSWERED).map(interaction),
      objectives: [],
    };
  }
}

/** An answer as a row of the report. */
const interaction = ({ object, result = {} }) => {
  const definition = part(object, 'definition');
  return {
    id: object.id, type: definition.interactionType ?? '', description: Object.values(part(definition, 'name'))[0] ?? '',
    response: result.response ?? '', correct: definition.correctResponsesPattern ?? [],
    result: { true: 'correct', false: 'incorrect' }[result.success] ?? '',
  };
};

/** Seconds of a duration of hours, minutes and seconds. */
const seconds = (duration) => {
  const [, days = 0, hours = 0, minutes = 0, rest = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(duration) ?? [];
  return Number(days) * 86400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
};
