/**
 * A session with a cmi5 system: the same members as SCORM's, over a network.
 */
(function (Amparo) {
  'use strict';

  const MODES = { normal: 'normal', browse: 'review', review: 'review' };
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
      /** Statements that the store hasn't got yet, in order. */
      this.queue = [];
      /** Verbs that are sent once in a registration. */
      this.reported = new Set();
      this.stored = '';
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
      const get = (action) => action.catch((error) => (console.warn(error), null));
      const [data, saved] = await Promise.all([
        get(launch.document('LMS.LaunchData')), get(launch.document(lms.xapi.stateID)), get(launch.preferences()),
      ]);
      this.data = data || {};
      this.statements = new Amparo.CMI5Statements({ launch, data: this.data });
      this.isReview = (MODES[String(this.data.launchMode || 'normal').toLowerCase()] || 'normal') === 'review';
      const own = saved && saved.format === 1 ? saved : {};
      for (const verb of Array.isArray(own.reported) ? own.reported : []) this.reported.add(verb);
      this.queue.push(this.statements.initialized());
      await this.drain();
      return {
        text: typeof own.state === 'string' ? own.state : '', location: typeof own.location === 'string' ? own.location : '',
        ...this.identity, resumed: true, isReview: this.isReview,
      };
    }

    /** Verbs are sent once in a registration, and are never taken back. */
    isBehind() {
      return false;
    }

    get duration() {
      return Amparo.CMI5Statements.duration(performance.now() - this.began);
    }

    /** Puts into the queue what follows from the present work. */
    report({ report, records }) {
      if (this.isReview) return;
      for (const record of records) this.queue.push(this.statements.answered(record));
      if (report.complete) this.once('completed', () => this.statements.completed(this.duration));
      if (this.statements.verdict(report) === 'passed') this.once('passed', () => this.statements.judged(report, this.duration));
    }

    once(verb, make) {
      if (this.reported.has(verb)) return;
      this.reported.add(verb);
      this.queue.push(make());
    }

    document({ text, location: place }) {
      return { format: 1, state: text, location: place, reported: [...this.reported].sort() };
    }

    /** @returns {Promise<{ok: boolean, kept: boolean}>} */
    async update(work) {
      if (this.ended) return { ok: false, kept: false };
      // Answers are in the queue from here on: a later try must not make new statements of them.
      this.report(work);
      work.queued(work.records);
      const isDrained = await this.drain();
      const isStored = this.isReview || (await this.store(this.document(work)));
      return { ok: isDrained && isStored, kept: true };
    }

    async store(value) {
      const text = JSON.stringify(value);
      if (text === this.stored) return true;
      try {
        const { ok, status } = await this.launch.store(this.lms.xapi.stateID, value);
        if (!ok) console.warn(`state was not stored: ${status}`);
        if (ok) this.stored = text;
        return ok;
      } catch (error) {
        console.warn(error);
        return false;
      }
    }

    /** Sends what waits. @returns {Promise<boolean>} whether nothing waits any more */
    async drain() {
      while (this.queue.length > 0) {
        const batch = this.queue.slice();
        const status = await this.attempt(batch);
        if (status === 0) return false;
        this.queue.splice(0, batch.length);
        if (status === 'refused' && batch.length > 1) await this.oneByOne(batch);
      }
      return true;
    }

    /** @returns 0: try again later; 'refused': never; 'ok' */
    async attempt(batch) {
      try {
        const { ok, status } = await this.launch.send(batch);
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
      for (const statement of batch) {
        if ((await this.attempt([statement])) === 0) this.queue.push(statement);
      }
    }

    /** Ends the session: the verdict if it is failed, and Terminated last. */
    close(work) {
      if (this.ended) return undefined;
      this.ended = true;
      const measure = work ? work.report.measure : null;
      if (work) this.report(work);
      if (work && !this.isReview && !this.reported.has('passed') && this.statements.verdict(work.report) === 'failed') {
        this.queue.push(this.statements.judged(work.report, this.duration));
      }
      this.queue.push(this.statements.terminated(this.duration, this.isReview ? null : measure));
      // The page may be gone before an answer comes: these requests outlive it.
      const { launch } = this;
      const requests = [launch.part('POST', 'statements', {}, this.queue)];
      if (work && !this.isReview) requests.push(launch.part('PUT', 'activities/state', launch.ofState(this.lms.xapi.stateID), this.document(work)));
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
