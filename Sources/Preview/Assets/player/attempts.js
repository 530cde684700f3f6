/** What the learning system keeps of one learner and one package: attempts, and how each goes on. */

import { DataModel } from './elements.js';
import { seconds } from './formats.js';

/** What is said anew at each launch, and never carried over. */
const SESSION_ONLY = ['entry', 'mode', 'credit', 'exit', 'session', 'total'];

export class Attempts {
  /**
   * @param standard one of `STANDARDS`
   * @param manifest what `readManifest` gives
   * @param learner `{id, name}`
   * @param storage where to keep things; null keeps them for this page only
   * @param credit `credit`, or `no-credit` where nothing that is reported counts
   */
  constructor({ standard, manifest, learner, storage, credit = 'credit' }) {
    Object.assign(this, { standard, manifest, learner, storage, credit });
    this.key = `amparo-player:${standard.name}:${manifest.id}:${learner.id}`;
    this.list = this.load();
  }

  load() {
    try {
      return JSON.parse(this.storage.getItem(this.key))?.attempts ?? [];
    } catch {
      return []; // blocked storage, or something that is not ours
    }
  }

  save() {
    try {
      this.storage.setItem(this.key, JSON.stringify(this.record()));
    } catch {
      // Blocked or full: what is here lasts as long as the page.
    }
  }

  /** Everything that is kept, as it is saved and exported. */
  record() {
    const { standard, manifest, learner, list } = this;
    return { format: 1, standard: standard.name, package: manifest.id, title: manifest.title, learner, attempts: list };
  }

  forget() {
    this.list = [];
    this.save();
  }

  /** Whether the last attempt goes on at the next launch. */
  get goesOn() {
    return this.list.at(-1)?.suspended === true;
  }

  /**
   * Begins a session.
   * @param how `usual` (go on when it was left for later, else anew), `new`, `review`, `browse`
   * @returns the values that the content page finds
   */
  begin(how, faults) {
    const last = this.list.at(-1);
    if (last) this.lost(last);
    const { names } = this.standard;
    const looking = how === 'review' || how === 'browse';
    const goesOn = how === 'usual' && this.goesOn;
    this.counts = !looking;
    if (looking) this.current = { values: how === 'review' ? last?.values ?? {} : {}, seconds: last?.seconds ?? 0 };
    else if (goesOn) this.current = last;
    else this.list.push((this.current = { number: this.list.length + 1, values: {}, seconds: 0, suspended: false, ended: false }));
    const carried = goesOn || how === 'review' ? { ...this.current.values } : {};
    for (const name of SESSION_ONLY) delete carried[names[name]];
    delete carried['adl.nav.request'];
    this.current.ended = false;
    this.open = true;
    if (this.counts) this.save();
    return faults.resumed({
      ...this.given(), ...carried,
      [names.entry]: looking ? '' : goesOn ? 'resume' : 'ab-initio',
      [names.mode]: looking ? how : 'normal',
      [names.credit]: looking ? 'no-credit' : this.credit,
      [names.total]: this.standard.span(this.current.seconds),
    });
  }

  /** What learner and manifest say. */
  given() {
    const { names, marked } = this.standard;
    const { manifest } = this;
    const values = { [names.learner]: this.learner.id, [names.learnerName]: this.learner.name };
    const set = (name, value) => {
      if (value !== null) values[name] = value;
    };
    set(names.launch, manifest.launchData);
    set(names.maxTime, manifest.maxTime);
    set(names.timeLimit, manifest.timeLimit);
    set(names.mark, marked(manifest));
    if (this.standard.name === 'scorm2004') {
      set('cmi.completion_threshold', manifest.threshold);
      manifest.objectives.forEach((id, index) => set(`cmi.objectives.${index}.id`, id));
    }
    return values;
  }

  /** A page that went away without an end: what it had kept counts. */
  lost(attempt) {
    if (attempt.ended || !attempt.values[this.standard.names.session]) return;
    attempt.seconds += seconds(attempt.values[this.standard.names.session]);
    delete attempt.values[this.standard.names.session];
    this.save();
  }

  commit(model) {
    if (!this.counts) return;
    this.current.values = model.snapshot();
    this.current.suspended = model.value(this.standard.names.exit) === 'suspend';
    this.save();
  }

  end(model) {
    const { names } = this.standard;
    const request = model.value('adl.nav.request');
    this.open = false;
    if (!this.counts) return;
    // Abandoning takes back what this session did.
    if (request === 'abandon' || request === 'abandonAll') {
      Object.assign(this.current, { ended: true, suspended: false });
      return this.save();
    }
    this.standard.settle(model, this.manifest);
    this.commit(model);
    this.current.suspended ||= request === 'suspendAll';
    this.current.seconds += seconds(model.value(names.session));
    this.current.values[names.total] = this.standard.span(this.current.seconds);
    this.current.ended = true;
    this.save();
  }

  /** An attempt as a report of administrators shows it. */
  report(values) {
    const model = new DataModel(this.standard.model, values);
    const records = (list, fields) =>
      Array.from({ length: model.count(list) }, (_, index) => Object.fromEntries(fields.map((field) => [field, values[`${list}.${index}.${field}`] ?? ''])));
    const { response } = this.standard.names;
    const interactions = records('cmi.interactions', ['id', 'type', 'description', response, 'result', 'latency', 'weighting']);
    interactions.forEach((each, index) => {
      const list = `cmi.interactions.${index}.correct_responses`;
      each.response = each[response];
      each.correct = Array.from({ length: model.count(list) }, (_, number) => values[`${list}.${number}.pattern`]);
    });
    return {
      ...this.standard.outcome(values, model),
      interactions,
      objectives: records('cmi.objectives', ['id', 'status', 'success_status', 'score.raw', 'score.scaled', 'description']),
    };
  }
}
