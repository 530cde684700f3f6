/** What can go wrong on purpose. Each was seen in a learning system that is in use. */

/** Names as they stand in the address: `?fault=slow-commit,commit-fails`. */
export const FAULTS = [
  'no-api', 'late-api', 'hop-throws', 'calls-throw', 'init-fails', 'everything-fails', 'returns-undefined', 'returns-numbers',
  'returns-booleans', 'slow-commit', 'commit-fails', 'third-fails', 'session-expires', 'end-refused', 'reads-nothing', 'core-only',
  'no-counts', 'loses-state', 'shows-late', 'hides-state', 'refuses-state', 'truncates-4096', 'truncates-255', 'changes-status', 'begun-already', 'clock-behind', 'clock-jumps',
];

const CORE_ONLY = /^cmi\.(interactions|objectives|student_data|student_preference|learner_preference|comments)/;
/** What Open edX answers with nothing, whatever was set. */
const READ_AS_NOTHING = /^cmi\.(core\.(lesson_status|score|lesson_mode|entry)|completion_status|success_status|score|mode|entry)/;

/** Lists that Open edX keeps as they come. */
const IN_LIST = /^cmi\.(interactions|objectives)\./;

const NUMERIC = /^-?\d+(\.\d+)?$/;

const FAILURE = { init: 'initFailed', end: 'endFailed', get: 'getFailed', set: 'setFailed', commit: 'commitFailed' };

export class Faults {
  /**
   * @param chosen names out of `FAULTS`
   * @param names the element names of the standard
   * @param after calls until a session expires
   * @param delay milliseconds that a slow commit takes, and until work is shown that is shown late
   * @param only kinds of calls that throw, are refused or get odd answers: `init`, `set`; all when empty
   * @param cut characters that are left of saved work when it is cut off; null: as the fault's name says
   */
  constructor(chosen, names, { after = 20, delay = 5000, only = [], cut = null } = {}) {
    Object.assign(this, { names, after, delay, cut });
    this.chosen = new Set(chosen);
    this.only = new Set(only);
    this.count = 0;
    /** For each state that the system took and hides for now, oldest first: what it shows until `due`. */
    this.hidden = [];
  }

  has(name) {
    return this.chosen.has(name);
  }

  /** Whether a fault of calls is about this one. */
  hits(name, kind) {
    return this.has(name) && (this.only.size === 0 || this.only.has(kind));
  }

  /** Before anything else: time passes, or the call breaks. */
  waits(kind) {
    if (this.hits('calls-throw', kind)) throw new Error('The learning system broke down.');
    if (kind !== 'commit' || !this.has('slow-commit')) return;
    // A system that saves over the network in the old way holds the page as this loop does.
    const end = performance.now() + this.delay;
    while (performance.now() < end);
  }

  /** A refusal of a call that is right by itself. */
  refuses(kind, name) {
    this.count += 1;
    const failure = (detail) => ({ kind: FAILURE[kind], detail });
    if (this.hits('everything-fails', kind)) return failure('The system refuses everything.');
    if (this.has('init-fails') && kind === 'init') return failure('The session could not begin.');
    if (this.has('commit-fails') && kind === 'commit') return failure('Nothing was kept: no connection.');
    if (this.has('end-refused') && kind === 'end') return failure('The session could not end.');
    if (this.has('session-expires') && this.count > this.after) return failure('The learner is no longer logged in.');
    if (this.has('third-fails') && this.count % 3 === 0) return failure('Every third call fails.');
    if (this.has('refuses-state') && kind === 'set' && name === this.names.suspend) return { kind: 'type', detail: 'This system does not take the work.' };
    if (this.has('core-only') && CORE_ONLY.test(name)) return { kind: 'notThere', detail: 'This system does not have optional elements.' };
    return null;
  }

  /** What is read in a list of a system that keeps what it is told as it comes; null where it does as it should. */
  inList(name, value) {
    if (!this.has('no-counts') || !IN_LIST.test(name)) return null;
    return name.endsWith('._count') ? '' : value ?? '';
  }

  /** What is read in place of a value. */
  read(name, value) {
    if (name === this.names.suspend && this.has('hides-state')) return '';
    if (name === this.names.suspend && this.has('shows-late')) return this.shown(value);
    return this.has('reads-nothing') && READ_AS_NOTHING.test(name) ? '' : value;
  }

  /** A system that sends in the background shows what it took once it has sent it. */
  shown(value) {
    const now = performance.now();
    while (this.hidden.length > 0 && this.hidden[0].due <= now) this.hidden.shift();
    return this.hidden.length > 0 ? this.hidden[0].before : value;
  }

  /** Told before a value is written over. */
  replaces(name, before = '') {
    if (name === this.names.suspend && this.has('shows-late')) this.hidden.push({ before, due: performance.now() + this.delay });
  }

  /** What is kept in place of a value. */
  written(name, value) {
    if (name !== this.names.suspend) return value;
    if (this.has('truncates-255')) return value.slice(0, this.cut ?? 255);
    return this.has('truncates-4096') ? value.slice(0, this.cut ?? 4096) : value;
  }

  /** What a system does behind the page's back once it has kept everything. */
  afterCommit(model) {
    if (!this.has('changes-status')) return;
    const [first, second] = this.names.statuses;
    model.put(first, 'incomplete');
    if (second) model.put(second, 'unknown');
  }

  /** What is left of an attempt when it goes on. */
  resumed(values) {
    if (this.has('loses-state')) delete values[this.names.suspend];
    return values;
  }

  /** An answer in a shape that the standard doesn't allow. */
  shaped(kind, result) {
    if (this.hits('returns-undefined', kind)) return undefined;
    const truth = result === 'true' || result === 'false';
    if (this.hits('returns-booleans', kind) && truth) return result === 'true';
    if (!this.hits('returns-numbers', kind)) return result;
    if (truth) return result === 'true' ? 1 : 0;
    return NUMERIC.test(result) && ['get', 'last'].includes(kind) ? Number(result) : result;
  }
}
