/** A session between a content page and the learning system: before, running, over. */

import { DataModel } from './elements.js';
import { isMistake, officialText } from './errors.js';

/** Calls about the last error; they never change it. */
const ASKING = ['last', 'text', 'diagnostic'];

export class Runtime {
  /**
   * @param standard one of `STANDARDS`, with its `name`
   * @param values what is known before the first call
   * @param faults what goes wrong on purpose
   * @param keeping told when to keep the values: `commit(model)`, `end(model)`
   */
  constructor({ standard, values, faults, keeping }) {
    Object.assign(this, { standard, faults, keeping });
    this.codes = standard.model.codes;
    this.model = new DataModel(standard.model, values);
    // A frame of the system may have begun the session before the page asks for it.
    this.state = faults.has('begun-already') ? 'running' : 'idle';
    this.last = { code: 0, detail: '' };
    this.calls = [];
    this.listeners = [];
  }

  /** One call: does it, writes it down, and gives what the content page gets. */
  call(kind, args) {
    const entry = { number: this.calls.length + 1, kind, name: this.standard.functions[kind], args: args.map(shown), result: '', code: 0, detail: '' };
    this.calls.push(entry);
    try {
      this.faults.waits(kind);
      const outcome = ASKING.includes(kind) ? this.ask(kind, args) : this.act(kind, args);
      Object.assign(entry, outcome);
      if (!ASKING.includes(kind)) this.last = { code: entry.code, detail: entry.detail };
      return this.faults.shaped(kind, entry.result);
    } catch (problem) {
      Object.assign(entry, { code: this.codes.general, detail: String(problem), result: 'throws', onPurpose: true });
      throw problem;
    } finally {
      this.listeners.forEach((listener) => listener(entry));
    }
  }

  ask(kind, [code]) {
    if (kind === 'last') return { result: String(this.last.code) };
    if (kind === 'text') return { result: officialText(this.standard.name, String(code)) };
    // The standards leave to the system what a diagnostic says; empty asks about the last error.
    const own = code === undefined || String(code) === '' || String(code) === String(this.last.code);
    return { result: (own ? this.last.detail || officialText(this.standard.name, this.last.code) : officialText(this.standard.name, String(code))).slice(0, 255) };
  }

  act(kind, args) {
    const misplaced = this.state === 'running' ? kind === 'init' && this.codes.init.running : this.codes[kind][this.state];
    if (misplaced) return { ...this.failed(kind, misplaced, STATES[this.state]), onPurpose: kind === 'init' && this.faults.has('begun-already') };
    const arity = kind === 'set' ? 2 : 1;
    if (args.length !== arity || args.some((value) => typeof value !== 'string')) {
      return this.failed(kind, this.codes.argument, `Expected ${arity === 1 ? 'one text' : 'two texts'}.`);
    }
    if (['init', 'end', 'commit'].includes(kind) && args[0] !== '') return this.failed(kind, this.codes.argument, 'Expected empty text.');
    const fault = this.faults.refuses(kind, args[0]);
    if (fault) return { ...this.failed(kind, this.codes[fault.kind], fault.detail), onPurpose: true };
    return this[kind](...args);
  }

  failed(kind, code, detail) {
    return { result: kind === 'get' ? '' : 'false', code, detail };
  }

  /** The outcome for a refusal of the data model; reading what was never set is an error in 2004 only. */
  refused(kind, refusal) {
    return this.failed(kind, this.codes[refusal.kind] ?? 0, refusal.detail);
  }

  init() {
    this.state = 'running';
    return { result: 'true' };
  }

  get(name) {
    const plain = this.faults.inList(name, this.model.value(name));
    if (plain !== null) return { result: plain };
    const found = this.model.read(name);
    return 'value' in found ? { result: this.faults.read(name, found.value) } : this.refused('get', found);
  }

  set(name, value) {
    const before = this.model.value(name);
    const problem = this.model.write(name, value);
    if (problem) return this.refused('set', problem);
    this.faults.replaces(name, before);
    const kept = this.faults.written(name, value);
    if (kept !== value) this.model.put(name, kept);
    return { result: 'true' };
  }

  commit() {
    this.keeping.commit(this.model);
    this.faults.afterCommit(this.model);
    return { result: 'true' };
  }

  end() {
    this.state = 'over';
    this.keeping.end(this.model);
    return { result: 'true' };
  }

  /** Calls that the content page got wrong; what fails on purpose isn't its fault. */
  get mistakes() {
    return this.calls.filter((call) => !call.onPurpose && isMistake(this.standard.name, call.code));
  }

  /** The object that a content page finds. */
  object() {
    const { functions } = this.standard;
    return Object.fromEntries(Object.entries(functions).map(([kind, name]) => [name, (...args) => this.call(kind, args)]));
  }
}

const STATES = { idle: 'The session has not begun.', running: 'The session has begun already.', over: 'The session is over.' };

/** An argument as it was given: texts as they are, others with their type. */
const shown = (value) => (typeof value === 'string' ? value : `(${value === null ? 'null' : typeof value}) ${String(value)}`);
