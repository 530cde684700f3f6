/**
 * A session with a cmi5 system: the same members as SCORM's, over a network. Work that could not
 * be read, or that another window has stored, is looked at before anything is written over it.
 */
(function (Amparo) {
  'use strict';

  const MODES = { normal: 'normal', browse: 'review', review: 'review' };
  /** Answers of a store that wants to be told which version a document replaces. */
  const CONFLICTS = [409, 412];
  const NO_STATE = { text: '', value: null, tag: null };
  const orNull = (action) => action.catch((error) => (console.warn(error), null));
  /** Answers of a store that the same statement will get again. */
  const isFinal = (status) => status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status);

  Amparo.CMI5Link = class CMI5Link {
    isImmediate = false;

    /** @returns {Promise<CMI5Link|null>} null: the page wasn't launched by a system */
    static async find(lms) {
      const launch = Amparo.CMI5Launch.read();
      // A launch with holes in it is one that can't be answered.
      if (!launch && Amparo.CMI5Launch.isMeant()) return { identity: null, open: async () => null };
      return launch ? new CMI5Link(launch, lms) : null;
    }

    constructor(launch, lms) {
      Object.assign(this, { launch, lms });
      /**
       * Statements that the store hasn't got yet, in order: `{statement, verb, id}`. verb: of one
       * that is sent once; id: of the interaction that it is about.
       */
      this.queue = [];
      /** Whether the store took nothing when it was asked last. */
      this.isFailing = false;
      /** Verbs that are sent once in a registration. */
      this.reported = new Set();
      /** Verbs that the store doesn't take from this session. */
      this.refused = new Set();
      this.stored = '';
      /** Whether there may be a state that could not be read. */
      this.isUnread = false;
      /** Headers that say which version of the state is replaced, for stores that ask for them. */
      this.replaces = {};
      /** Whether a state that was found late may be replaced; the store knows. */
      this.mayReplace = () => true;
      this.ended = false;
    }

    /** Who learns and where: known even when the system gives no token. */
    get identity() {
      const { launch } = this;
      return {
        learner: launch.learner, name: typeof launch.actor.name === 'string' ? launch.actor.name : '',
        attempt: launch.registration, origin: new URL(launch.endpoint).origin,
      };
    }

    async open() {
      const { launch, lms } = this;
      launch.narrow();
      this.began = performance.now();
      try {
        await launch.authorize();
      } catch (error) {
        console.warn(error);
        return null;
      }
      const [data, saved] = await Promise.all([
        orNull(launch.document('LMS.LaunchData')), orNull(launch.document(lms.xapi.stateID)), orNull(launch.preferences()),
      ]);
      // Without it nobody knows whether this visit counts, and every statement would be wrong.
      if (!data) return null;
      this.data = data.value || {};
      this.statements = new Amparo.CMI5Statements({ launch, data: this.data });
      this.isReview = (MODES[String(this.data.launchMode || 'normal').toLowerCase()] || 'normal') === 'review';
      this.isUnread = !saved;
      const known = this.know(saved || NO_STATE);
      this.say(this.statements.initialized());
      await this.drain();
      return { ...known, ...this.identity, resumed: true, isReview: this.isReview };
    }

    /** What a state says; one of another form is its own text, which nobody takes for ours. */
    know({ text, value }) {
      const isOurs = value && value.format === 1 && typeof value.state === 'string';
      // Open edX answers the same polite object to whatever is asked for.
      const isEmpty = value && value.format === undefined;
      if (!isOurs) return { text: isEmpty ? '' : text, location: '', unsent: [] };
      const list = (given) => (Array.isArray(given) ? given : []);
      for (const verb of list(value.reported)) this.reported.add(verb);
      return { text: value.state, location: typeof value.location === 'string' ? value.location : '', unsent: list(value.unsent) };
    }

    /** Whether the store should hear something at once: it missed what this session said, or an earlier one. */
    isBehind(report) {
      const says = (verb, isSo) => isSo && !this.reported.has(verb);
      return this.queue.length > 0 || says('completed', report.complete) || says('passed', this.statements.verdict(report) === 'passed');
    }

    get duration() {
      return Amparo.CMI5Statements.duration(performance.now() - this.began);
    }

    /** Puts into the queue what follows from the present work. */
    report({ report, records }) {
      if (this.isReview) return;
      for (const record of records) this.say(this.statements.answered(record), { id: record.item.id });
      if (report.complete) this.once('completed', () => this.statements.completed(this.duration));
      if (this.statements.verdict(report) === 'passed') this.once('passed', () => this.statements.judged(report, this.duration));
    }

    say(statement, { verb = '', id = '' } = {}) {
      this.queue.push({ statement, verb, id });
    }

    once(verb, make) {
      if (this.reported.has(verb) || this.refused.has(verb)) return;
      this.reported.add(verb);
      this.say(make(), { verb });
    }

    /** The work as it is stored. What waits is named: when this page is gone, another session has to say it. */
    document({ text, location: place }, waiting) {
      const verbs = waiting.map(({ verb }) => verb);
      const unsent = [...new Set(waiting.map(({ id }) => id).filter(Boolean))].sort();
      const reported = [...this.reported].filter((verb) => !verbs.includes(verb)).sort();
      return { format: 1, state: text, location: place, reported, ...(unsent.length > 0 ? { unsent } : {}) };
    }

    /** @returns {Promise<{ok: boolean, kept: boolean}>} */
    async update(work) {
      if (this.ended) return { ok: false, kept: false };
      // Answers are in the queue from here on: a later try must not make new statements of them.
      this.report(work);
      work.queued(work.records);
      const isDrained = await this.drain();
      const isStored = this.isReview || (await this.store(this.document(work, this.queue)));
      return { ok: isDrained && isStored, kept: true };
    }

    async store(value) {
      const text = JSON.stringify(value);
      if (text === this.stored) return true;
      if (this.isUnread && !(await this.isFree())) return false;
      try {
        let answer = await this.launch.store(this.lms.xapi.stateID, value, this.replaces);
        if (CONFLICTS.includes(answer.status) && (await this.isFree({ says: true }))) {
          answer = await this.launch.store(this.lms.xapi.stateID, value, this.replaces);
        }
        if (!answer.ok) console.warn(`state was not stored: ${answer.status}`);
        if (answer.ok) this.stored = text;
        const isAsked = Object.keys(this.replaces).length > 0;
        const tag = answer.headers.get('ETag');
        if (answer.ok && isAsked) this.replaces = tag ? { 'If-Match': tag } : {};
        return answer.ok;
      } catch (error) {
        console.warn(error);
        return false;
      }
    }

    /** Whether the state that the store has now may be replaced. `says`: from here on it is told which one is. */
    async isFree({ says = false } = {}) {
      const there = await orNull(this.launch.document(this.lms.xapi.stateID));
      if (!there) return false;
      const isFree = this.mayReplace(this.know(there).text);
      this.isUnread = !isFree;
      if (says) this.replaces = there.tag ? { 'If-Match': there.tag } : there.text === '' ? { 'If-None-Match': '*' } : {};
      return isFree;
    }

    /** Sends what waits. @returns {Promise<boolean>} whether nothing waits any more */
    async drain() {
      while (this.queue.length > 0) {
        const batch = this.queue.slice();
        const status = await this.attempt(batch);
        this.isFailing = status === 0;
        if (this.isFailing) return false;
        this.queue.splice(0, batch.length);
        if (status === 'refused') await this.oneByOne(batch);
      }
      return true;
    }

    /** @returns 0: try again later; 'refused': never; 'ok' */
    async attempt(batch) {
      try {
        const { ok, status } = await this.launch.send(batch.map(({ statement }) => statement));
        if (ok || status === 409) return 'ok';
        console.warn(`statements were not stored: ${status}`);
        return isFinal(status) ? 'refused' : 0;
      } catch (error) {
        console.warn(error);
        return 0;
      }
    }

    /** One statement that a store refuses must not take the others with it. */
    async oneByOne(batch) {
      for (const entry of batch) {
        const status = batch.length > 1 ? await this.attempt([entry]) : 'refused';
        if (status === 0) this.queue.push(entry);
        // What the store has never taken is said again in the next session.
        if (status === 'refused' && this.reported.delete(entry.verb)) this.refused.add(entry.verb);
      }
    }

    /** Ends the session: the verdict if it is failed, and Terminated last. */
    close(work) {
      if (this.ended) return undefined;
      this.ended = true;
      const measure = work ? work.report.measure : null;
      if (work) this.report(work);
      if (work && !this.isReview && !this.reported.has('passed') && this.statements.verdict(work.report) === 'failed') {
        this.say(this.statements.judged(work.report, this.duration));
      }
      this.say(this.statements.terminated(this.duration, this.isReview ? null : measure));
      // The page may be gone before an answer comes: these requests outlive it.
      const { launch } = this;
      const requests = [launch.part('POST', 'statements', {}, this.queue.map(({ statement }) => statement))];
      // A store that took statements a moment ago will take these.
      const waiting = this.isFailing ? this.queue : [];
      if (work && !this.isReview && !this.isUnread) {
        requests.push(launch.part('PUT', 'activities/state', launch.ofState(this.lms.xapi.stateID), this.document(work, waiting), this.replaces));
      }
      this.queue = [];
      return Promise.allSettled(requests).then((results) => {
        const ok = results.every(({ status, value }) => status === 'fulfilled' && value.ok);
        return { ok, kept: ok };
      });
    }

    /** Where the system wants the learner to go after leaving. */
    get wayBack() {
      return this.data ? Amparo.CMI5Launch.wayBack(this.data.returnURL) : null;
    }
  };
})(globalThis.Amparo);
