/**
 * A learner's state where a learning system keeps it: first in the copy on this device, then in
 * the system. A session is `{isImmediate, open, isBehind, update, close}`: that of SCORM or of cmi5.
 *
 * The copy is quick and the system may be slow, so an answer counts as stored when the copy has
 * it; the system is told after the browser has painted. Without a copy the system comes first.
 */
(function (Amparo) {
  'use strict';

  /** Pauses before a failed message is sent again, in milliseconds; the last one repeats. */
  const PAUSES = [2000, 5000, 15000, 30000, 60000];
  /** A slow system is left alone for this many times as long as it took. */
  const REST = 10;
  const LONGEST_REST = 60000;
  /** Systems end sessions in which nothing happens. */
  const HEARTBEAT = 300000;
  /** Pauses before a state that could not be read is asked for again, in milliseconds. */
  const REREADS = [300, 1000];
  const NOTHING = new Uint8Array(0);

  Amparo.LMSStore = class LMSStore {
    /** @param {{link, copy, engine, lms, found}} parts found: what the session gave when it was opened */
    constructor(parts) {
      Object.assign(this, parts);
      this.latency = new Amparo.LMSLatency();
      this.recorder = new Amparo.LMSRecorder(this.lms, this.latency);
      this.place = this.found.location;
      this.bytes = null;
      /** Of the attempt that the work belongs to; '' where the system names attempts itself. */
      this.mark = '';
      // Whichever part of the session writes the state.
      (this.link.api || this.link).mayReplace = (text) => this.mayReplace(text);
      /** Set once the system has ended the session, or the learner has. */
      this.ended = false;
      this.failures = 0;
      this.quietUntil = 0;
      /** Timer of the next look at what the system holds. */
      this.looking = 0;
      /** What came of opening: 'device' when the copy was newer, 'fresh' when it wasn't wanted. */
      this.source = '';
      setInterval(() => document.visibilityState === 'visible' && this.flush(), HEARTBEAT);
    }

    open() {}

    /** The newer of both states of the present attempt, by the engine's revision. */
    async load() {
      if (this.bytes) return { bytes: this.bytes, previous: null, found: true };
      await this.readAgain();
      const theirs = Amparo.LMSState.read(this.found.text, this.lms.suspend);
      const copy = this.copy && !this.found.isReview ? await this.copy.load().catch(() => null) : null;
      const sent = this.inspect(theirs.bytes);
      this.recorder.begin(this.engine, this.found.unsent);
      const own = [copy && copy.bytes, copy && copy.previous].map((bytes) => this.inspect(bytes)).filter(({ ok }) => ok);
      const best = own.reduce((one, other) => (other.revision > one.revision ? other : one), { revision: -1 });
      const isNewer = theirs.form === 'other' || sent.reason === 'newer';
      const mark = (copy && copy.mark) || '';
      // Of an earlier attempt, or of a later one that the system has forgotten: it goes by its own.
      const isOther = sent.ok && theirs.mark !== '' && mark !== '' && mark !== theirs.mark;
      const isWanted = best.bytes && !isNewer && !isOther && (!sent.ok || best.revision > sent.revision)
        && (theirs.form !== 'none' || (await this.isGoingOn(best)));
      this.belongTo(isWanted ? mark || theirs.mark : theirs.mark);
      if (isWanted) {
        this.source = 'device';
        return { bytes: best.bytes, previous: null, found: true };
      }
      if (best.bytes && (!sent.ok || isOther)) {
        if (!sent.ok) this.source = 'fresh';
        // Else the old work, being newer by its revision, would come back beside the new.
        await this.copy.putAside().catch((error) => console.warn(error));
      }
      if (theirs.form === 'none') return { bytes: null, previous: null, found: false };
      if (theirs.form === 'ours') return { bytes: theirs.bytes, previous: null, found: true };
      return { bytes: null, previous: null, found: true };
    }

    /** A state that SCORM could not read is asked for again, as long as one may wait; cmi5 has done so. */
    async readAgain() {
      const { link: { api }, found } = this;
      for (const pause of REREADS) {
        if (!api || found.text !== '' || !api.hides(found)) return;
        await new Promise((resolve) => setTimeout(resolve, pause));
        found.text = api.reread() || '';
      }
    }

    /** Whether work that this device has, and the system hasn't, is of the present attempt. */
    async isGoingOn({ progress }) {
      const { resumed, location: place } = this.found;
      // Work was under way, unless that was only the question below.
      if ((resumed || place !== '') && !(await this.copy.wasAsked().catch(() => false))) return true;
      await this.copy.note(true).catch((error) => console.warn(error));
      const isWanted = await this.onask(progress);
      await this.copy.note(false).catch((error) => console.warn(error));
      return isWanted;
    }

    belongTo(mark) {
      this.mark = mark || Amparo.randomID().slice(0, this.lms.suspend.mark);
      if (this.copy) this.copy.belongTo(this.mark);
    }

    /** Whether the present work may take the place of a state that was found late. */
    mayReplace(text) {
      const theirs = Amparo.LMSState.read(text, this.lms.suspend);
      if (theirs.form === 'none') return true;
      if (theirs.form === 'other') return false;
      const present = this.engine.snapshot();
      const own = this.engine.revision();
      const sent = this.inspect(theirs.bytes);
      this.engine.resume(present);
      if (sent.ok) return own >= sent.revision;
      if (sent.reason !== 'newer' && this.copy) this.copy.keepAside(text);
      return sent.reason !== 'newer';
    }

    /** What bytes hold. The engine goes on from them, or afresh. */
    inspect(bytes) {
      const result = this.engine.resume(bytes || NOTHING);
      if (!bytes || !result.ok) return { ok: false, revision: -1, reason: result.reason };
      return { ok: true, bytes, revision: this.engine.revision(), progress: this.engine.progress() };
    }

    /** Called once the work is in the engine. */
    entered() {
      this.recorder.collect(this.engine);
      this.latency.watch();
      this.bytes = this.engine.snapshot();
      const isBehind = !this.ended && this.link.isBehind(Amparo.LMSReport.of(this.engine, this.lms));
      if (this.source || isBehind || this.recorder.pending().length > 0) this.soon();
    }

    async save(bytes, revision) {
      this.bytes = bytes;
      if (this.found.isReview) return;
      this.recorder.collect(this.engine);
      const isKept = Boolean(this.copy) && (await this.copy.keep(bytes, revision));
      if (isKept) return void this.soon();
      // That nothing is kept any more was told when the session ended.
      if (this.ended) return;
      await Amparo.painted();
      if (!(await this.flush())) throw new Amparo.StoreError('failed');
    }

    /** Where the learner is: an id of the page. */
    moveTo(place) {
      if (place === this.place) return;
      this.place = place;
      if (this.bytes) this.soon();
    }

    /** Sends soon: after painting, and not while a slow system needs rest. */
    soon() {
      if (this.ended) return;
      const pause = this.isNews() ? 0 : Math.max(0, this.quietUntil - performance.now());
      if (pause === 0 || !this.timer) this.later(pause);
    }

    later(pause) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => Amparo.painted().then(() => this.timer && this.flush()), pause);
    }

    /** Whether completion, success or score changed since they were sent. */
    isNews() {
      const { complete, success, score } = Amparo.LMSReport.of(this.engine, this.lms);
      const standing = JSON.stringify([complete, success, score]);
      const isNews = standing !== this.standing;
      this.standing = standing;
      return isNews;
    }

    work() {
      // The state may have answers that nobody has collected yet: a resumed state would never tell of them.
      this.recorder.collect(this.engine);
      return {
        text: Amparo.LMSState.write(this.engine.snapshot(), this.lms.suspend, this.mark), location: this.place,
        report: Amparo.LMSReport.of(this.engine, this.lms), records: this.recorder.pending(),
        queued: (records) => this.recorder.done(records),
      };
    }

    /** Sends what there is. @returns {Promise<boolean>} whether it arrived; never rejects */
    async flush() {
      clearTimeout(this.timer);
      this.timer = 0;
      if (this.ended || !this.bytes || this.found.isReview) return this.found.isReview;
      if (this.sending) {
        this.again = true;
        return this.sending;
      }
      const work = this.work();
      const began = performance.now();
      // SCORM has done it when this returns, so that a page which is closing gets it done.
      const answer = this.link.update(work);
      this.sending = this.settle(work, answer, began);
      return this.sending;
    }

    async settle(work, answer, began) {
      const { ok, kept } = await Promise.resolve(answer).catch((error) => (console.warn(error), { ok: false, kept: null }));
      this.sending = null;
      const took = performance.now() - began;
      this.quietUntil = took > 300 && this.copy ? performance.now() + Math.min(LONGEST_REST, took * REST) : 0;
      if (ok) this.arrived(work);
      else this.missed();
      this.weigh(kept);
      if (this.again) {
        this.again = false;
        return this.flush();
      }
      return ok;
    }

    /** Tells whether the system holds the whole state; while it may still, looks again later. */
    weigh(kept) {
      if (kept !== null) return void this.onwhole(kept);
      if (!this.link.awaited || this.looking || this.ended) return;
      this.looking = setTimeout(() => {
        this.looking = 0;
        if (!this.ended) this.weigh(this.link.holdsLast());
      }, this.link.constructor.patience);
    }

    arrived({ records }) {
      this.recorder.done(records);
      this.failures = 0;
      this.onsent(true);
    }

    missed() {
      this.failures += 1;
      if (!this.ended && !this.timer) this.later(PAUSES[Math.min(this.failures, PAUSES.length) - 1]);
      // Once may be chance.
      if (this.failures > 1 || !this.copy) this.onsent(false);
    }

    /** Ends the session with everything in it; once. */
    close() {
      if (this.ended) return undefined;
      clearTimeout(this.timer);
      this.timer = 0;
      this.ended = true;
      let work = null;
      try {
        work = this.bytes && !this.found.isReview ? this.work() : null;
      } catch (error) {
        // An engine that has failed must not keep the session open.
        console.warn(error);
      }
      return this.link.close(work);
    }

    /** The system knows of one window only. */
    async isStale() {
      return false;
    }

    /** What can't be read is kept beside the copy, and the work begins afresh. */
    async putAside() {
      if (this.copy && this.found.text) await this.copy.keepAside(this.found.text);
    }

    /** Forgets the copy on this device; the system's stays. */
    async erase() {
      const { copy } = this;
      this.copy = null;
      if (copy) await copy.erase();
    }

    onask = async () => true;
    onsent = () => {};
    onwhole = () => {};
  };
})(globalThis.Amparo);
