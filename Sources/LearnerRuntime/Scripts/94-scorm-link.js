/**
 * A session with a SCORM system: begin, send what changed, end. Knows what was sent already, so
 * a change costs few calls; what a failed commit may have lost is sent again.
 */
(function (Amparo) {
  'use strict';

  const Elements = Amparo.SCORMElements;
  const { NAMES } = Elements;
  /** Errors that the same call will meet again: not implemented, read-only, wrong type or range. */
  const FINAL = [201, 401, 402, 403, 404, 405, 406, 407, 408];
  /** In lists, the system may count them in another way; or it can do nothing just now. */
  const GENERAL = 351;
  const ALREADY_BEGUN = { scorm12: [101], scorm2004: [103] };
  /** Failures in a row after which the system is taken for gone until the next try. */
  const GONE = 4;
  const REVIEW = ['review', 'browse'];

  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  Amparo.SCORMLink = class SCORMLink {
    /** SCORM answers at once, and lets the page wait meanwhile. */
    isImmediate = true;
    /** Milliseconds after which a system that sends in the background has shown what it took. */
    static patience = 30000;

    /** @returns {Promise<SCORMLink|null>} null: there is no system around this page */
    static async find(lms) {
      const alone = window.parent === window && !window.opener;
      // Some systems finish their own window after they have opened ours.
      for (const pause of alone ? [0] : [0, 100, 400, 1000]) {
        if (pause) await wait(pause);
        const api = Amparo.SCORMAPI.find(lms.standard);
        if (api) return new SCORMLink(api, lms);
      }
      return null;
    }

    constructor(api, lms) {
      Object.assign(this, { api, lms, names: NAMES[lms.standard] });
      this.sent = new Map();
      this.refused = new Map();
      /** Elements of lists whose refusal may be only for now. */
      this.doubtful = [];
      /** Id of an objective or an interaction -> place in the system's list. */
      this.places = { objectives: new Map(), interactions: new Map() };
      /** Objectives that are there already. */
      this.given = new Set();
      this.ended = false;
      this.failures = 0;
      this.checked = 0;
      /** What the system shows instead of the state that it took, and since when: `{value, since}`. */
      this.awaited = null;
    }

    /**
     * Begins the session and reads what is there.
     * @returns {Promise<object|null>} null: the system refuses
     */
    async open() {
      if (!(await this.begin())) return null;
      this.began = performance.now();
      const { api, names, lms } = this;
      const read = (name) => api.get(names[name]).trim();
      const found = {
        entry: read('entry').toLowerCase(), mode: read('mode').toLowerCase(), credit: read('credit').toLowerCase(),
        location: read('location'), text: read('suspend'), learner: read('learner'), name: read('name'), attempt: '',
      };
      this.before = { completion: read('completion').toLowerCase(), success: names.success ? read('success').toLowerCase() : '' };
      this.isReview = REVIEW.includes(found.mode);
      this.isCounted = !this.isReview && found.credit !== 'no-credit';
      this.counts = { interactions: api.count('cmi.interactions'), objectives: api.count('cmi.objectives') };
      this.readObjectives();
      // Work was under way: the system knows of it even when it has lost the state.
      const resumed = found.entry === 'resume' || ['incomplete', 'completed', 'passed', 'failed'].includes(this.before.completion);
      if (!this.isReview) this.greet(found.text !== '');
      return { ...found, resumed, isReview: this.isReview, origin: location.origin };
    }

    async begin() {
      for (const pause of [0, 500, 1500]) {
        if (pause) await wait(pause);
        const { ok, code } = this.api.call('Initialize', '');
        if (ok || (ALREADY_BEGUN[this.lms.standard].includes(code) && this.isRunning())) return true;
        // 104: this session is over. Asking again doesn't bring it back.
        if (this.lms.standard === 'scorm2004' && code === 104) return false;
      }
      return false;
    }

    /** In SCORM 1.2 one code stands for "begun already" and for any failure; only a session that runs gives values. */
    isRunning() {
      return this.lms.standard !== 'scorm12' || this.api.call('GetValue', this.names.learner).ok;
    }

    /** Objectives of earlier visits, and in 2004 of the manifest, are there before anything is set. */
    readObjectives() {
      for (let place = 0; place < Math.min(this.counts.objectives, 250); place += 1) {
        const id = this.api.get(`cmi.objectives.${place}.id`);
        if (id) this.places.objectives.set(id, place);
        if (id) this.given.add(id);
      }
    }

    /**
     * Says that work is under way, and that its data should come back. Where the system keeps work
     * and doesn't say how far it is, it may be done: the work itself says so, once it is read.
     */
    greet(hasWork) {
      const { names, before } = this;
      const { completion } = Elements.status({ complete: false, success: 'unknown' }, this.lms, before);
      const isOpen = before.completion !== '' || !hasWork;
      // Without a score, Kolibri makes half of "incomplete", and it never takes progress back.
      if (this.api.countsScore && !this.api.get(`${names.score}.raw`)) this.setAll(Elements.score(names.score, 0));
      if (this.isCounted && isOpen && completion !== before.completion) this.set(names.completion, completion);
      this.set(names.exit, 'suspend');
      this.commit();
    }

    /** Whether the system should hear at once how the learner stands, since it says something else, or nothing. */
    isBehind(report) {
      if (this.isReview || !this.isCounted) return false;
      const { completion, success } = Elements.status(report, this.lms, this.before);
      const has = this.sent.get(this.names.completion) || this.before.completion;
      return completion !== has || (success !== null && success !== 'unknown' && success !== this.before.success);
    }

    /** Sets one element. @returns {boolean} false: it may work later */
    set(element, value) {
      if (this.sent.get(element) === value || this.refused.get(element) === value) return true;
      if (this.failures >= GONE) return false;
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const { ok, code } = this.api.call('SetValue', element, value);
        if (ok) {
          this.failures = 0;
          this.sent.set(element, value);
          return true;
        }
        const isDoubtful = attempt > 0 && code === GENERAL && /\.\d+\./.test(element);
        if (isDoubtful) this.doubtful.push(element);
        if (isDoubtful || FINAL.includes(code)) {
          this.refused.set(element, value);
          return true;
        }
      }
      this.failures += 1;
      return false;
    }

    commit() {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        if (this.api.call('Commit', '').ok) return true;
        // A slow system that failed is not asked a second time while the learner waits.
        if (this.api.slowest > 1000) break;
      }
      this.sent.clear();
      return false;
    }

    /** Sets pairs in order; @returns whether none has to be set again */
    setAll(pairs) {
      return pairs.map(([element, value]) => this.set(element, value)).every(Boolean);
    }

    /**
     * Sends the present work and commits.
     * @param {{text, location, report, records}} work
     * @returns {{ok: boolean, kept: boolean|null}} ok: it arrived; kept: the system holds the whole
     *   state, null: nobody knows, or not yet
     */
    update({ text, location: place, report, records }) {
      if (this.ended) return { ok: false, kept: false };
      if (this.isReview) return { ok: true, kept: true };
      this.failures = 0;
      const { lms, names } = this;
      let whole = true;
      if (this.isCounted) {
        const objectives = report.objectives.filter(({ begun }) => begun);
        whole = objectives.map((objective) => this.objective(objective)).every(Boolean) && whole;
        whole = records.map((record) => this.record(record)).every(Boolean) && whole;
      }
      if (place && place.length <= lms.limits.location) whole = this.set(names.location, place) && whole;
      const fits = text.length <= lms.suspend.limit;
      if (fits) whole = this.set(names.suspend, text) && whole;
      if (this.isCounted) {
        whole = this.setAll(Elements.standing(report, lms, this.before, this.api.countsScore)) && whole;
        this.before = { ...this.before, ...Elements.status(report, lms, this.before) };
      }
      this.set(names.time, Elements.duration(performance.now() - this.began, lms.standard));
      const ok = this.commit() && whole;
      // What a list refused while nothing else worked is tried again.
      if (!ok) for (const element of this.doubtful) this.refused.delete(element);
      this.doubtful = [];
      if (!fits || this.refused.get(names.suspend) === text) return { ok, kept: false };
      return { ok, kept: ok ? this.holds(text) : null };
    }

    /**
     * Whether the system gives back what it took; asked when the state has grown. A beginning of it
     * is a loss. Anything else may be the state before: Open edX sends in the background, and shows
     * what it took once that is done. It is a loss when the same is shown for long.
     */
    holds(text) {
      if (this.api.slowest > 1000) this.awaited = null;
      if (this.api.slowest > 1000 || (!this.awaited && text.length < this.checked * 1.2)) return null;
      const { value, ok } = this.api.call('GetValue', this.names.suspend);
      if (!ok || value === text) {
        this.checked = text.length;
        this.awaited = null;
        return ok || null;
      }
      if (value && text.startsWith(value)) return false;
      const now = performance.now();
      if (!this.awaited || this.awaited.value !== value) this.awaited = { value, since: now };
      return now - this.awaited.since < SCORMLink.patience ? null : false;
    }

    /** The same of the state that was set last. */
    holdsLast() {
      const text = this.sent.get(this.names.suspend);
      return this.ended || text === undefined ? null : this.holds(text);
    }

    objective(objective) {
      const place = this.placeOf('objectives', objective.id);
      const [id, ...rest] = Elements.objective(objective, place, this.lms.standard);
      return this.given.has(objective.id) ? this.setAll(rest) : this.setInList('objectives', objective.id, place, [id, ...rest]);
    }

    record(record) {
      const place = this.placeOf('interactions', record.item.id);
      const { interactions: most } = this.lms.limits;
      if (most !== null && place >= most) return true;
      return this.setInList('interactions', record.item.id, place, Elements.interaction(record, place, this.lms.standard));
    }

    placeOf(list, id) {
      return this.places[list].has(id) ? this.places[list].get(id) : this.counts[list];
    }

    /** Lists have no gaps: a record whose id wasn't taken leaves its place to the next. */
    setInList(list, id, place, pairs) {
      const [element, value] = pairs[0];
      if (!this.set(element, value)) return false;
      if (this.refused.get(element) === value) return true;
      this.places[list].set(id, place);
      this.counts[list] = Math.max(this.counts[list], place + 1);
      return this.setAll(pairs);
    }

    /** Ends the session; nothing is called after it. */
    close(work) {
      if (this.ended) return { ok: false, kept: false };
      const outcome = work ? this.update(work) : { ok: true, kept: true };
      this.ended = true;
      if (!this.api.call('Terminate', '').ok) this.api.call('Terminate', '');
      return outcome;
    }
  };
})(globalThis.Amparo);
