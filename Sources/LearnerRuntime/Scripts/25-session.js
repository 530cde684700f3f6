/**
 * One learner at work: the engine, the store behind it, and who works. Every change goes
 * through `act`, which starts to save at once. Changes that aren't stored yet are kept as
 * functions, so that they can be done again on top of newer work from another window.
 */
(function (Amparo) {
  'use strict';

  const MOST_MERGES = 8;

  Amparo.Session = class Session {
    /**
     * @param {object} parts engine, store, roster, toolkit ({ id, version, language }) and
     *   durable: whether the store outlives the page
     */
    constructor({ engine, store, roster, toolkit, durable }) {
      Object.assign(this, { engine, store, roster, toolkit, durable });
      this.learner = null;
      this.unsaved = [];
      this.saving = null;
      /** Set while a learner's work is being opened, and while another window's is taken in. */
      this.entering = null;
      this.loading = null;
      /** Whether the last save failed; the next change tries again. */
      this.failed = false;
      /** Set when the work was erased elsewhere: nothing is stored any more. */
      this.stopped = false;
      /** Awaited whenever a learner's work was opened, before it is announced. */
      this.onenter = async () => {};
      this.listen();
    }

    /** Opens a learner's work. Announces 'learner' and 'changed'. */
    async enter(learner) {
      while (this.entering) await this.entering;
      this.entering = this.open(learner);
      try {
        await this.entering;
      } finally {
        this.entering = null;
      }
      Amparo.emit('learner', learner);
      Amparo.emit('changed');
    }

    async open(learner) {
      await this.settled();
      this.unsaved = [];
      this.failed = false;
      this.store.open(learner);
      await this.roster.choose(learner);
      await this.restore();
      await this.onenter(learner);
      this.learner = learner;
    }

    /** Reads the stored state into the engine; what can't be read is put aside, not lost. */
    async restore() {
      const { bytes, previous, found } = await this.store.load();
      const result = bytes ? this.engine.resume(bytes) : { ok: !found, reason: found ? 'damaged' : null };
      if (result.ok || result.reason === 'empty') {
        if (!bytes) this.engine.reset();
        return;
      }
      if (result.reason === 'newer') {
        await this.store.putAside();
        this.engine.reset();
        Amparo.emit('restored', { problem: 'newer', bytes });
        return;
      }
      if (previous && this.engine.resume(previous).ok) {
        Amparo.emit('restored', { problem: 'last-lost' });
        return;
      }
      await this.store.putAside();
      this.engine.reset();
      Amparo.emit('restored', { problem: 'damaged' });
    }

    /**
     * Changes the learner's state and starts to save it.
     * @param {function(engine): *} change may run again on newer work; calls the engine only
     * @param {{quietly: boolean}} how quietly: the caller announces the change itself
     * @returns {{result: *, saved: Promise<boolean>}}
     */
    act(change, { quietly = false } = {}) {
      // While another learner's work is being opened, a click still means the one before.
      if (this.entering) return { result: undefined, saved: Promise.resolve(false) };
      const before = this.engine.revision();
      const result = change(this.engine);
      if (this.engine.revision() === before) return { result, saved: Promise.resolve(true) };
      this.unsaved.push(change);
      if (!quietly) Amparo.emit('changed');
      return { result, saved: this.save() };
    }

    /** Saves until nothing is unsaved. Resolves to whether that worked; never rejects. */
    save() {
      if (this.stopped) return Promise.resolve(false);
      if (this.unsaved.length === 0) return Promise.resolve(true);
      if (!this.saving) this.saving = this.saveAll();
      return this.saving;
    }

    async saveAll() {
      try {
        return await this.saveInTurn();
      } finally {
        // Here and not in a later `then`: a change made in between would wait for nobody.
        this.saving = null;
      }
    }

    async saveInTurn() {
      for (let merges = 0; this.unsaved.length > 0;) {
        if (this.loading) await this.loading.catch(() => {});
        const count = this.unsaved.length;
        try {
          await this.store.save(this.engine.snapshot(), this.engine.revision());
          this.unsaved.splice(0, count);
          this.tellOthers(this.learner);
        } catch (error) {
          if (error.reason === 'gone') return this.stop();
          if (error.reason !== 'conflict' || (merges += 1) > MOST_MERGES) return this.fail(error);
          await this.merge();
        }
      }
      if (this.failed) Amparo.emit('saving', { works: true });
      this.failed = false;
      return true;
    }

    /** Does the unsaved changes again on top of what another window stored. */
    async merge() {
      await this.restore();
      for (const change of this.unsaved) {
        try {
          change(this.engine);
        } catch (error) {
          // The other window has used up the try, or moved on: its work stands.
          console.warn(error);
        }
      }
      Amparo.emit('changed');
    }

    fail(error) {
      console.error(error);
      this.failed = true;
      Amparo.emit('saving', { works: false, full: Boolean(error.cause) && error.cause.name === 'QuotaExceededError' });
      return false;
    }

    stop() {
      this.stopped = true;
      Amparo.emit('erased-elsewhere');
      return false;
    }

    /** Waits for a save, or for reading what another window stored. */
    async settled() {
      while (this.saving || this.loading) await (this.saving || this.loading.catch(() => {}));
    }

    /** Takes in what another window of this learner stored. */
    async refresh() {
      if (this.stopped || this.entering || this.loading || this.unsaved.length > 0 || !this.learner) return;
      this.loading = this.takeIn();
      try {
        await this.loading;
      } finally {
        this.loading = null;
      }
    }

    async takeIn() {
      if (!(await this.store.isStale())) return;
      const { found } = await this.store.load();
      if (!found) return void this.stop();
      // A change made meanwhile is done again; its save waits for this.
      await this.merge();
      Amparo.emit('refreshed');
    }

    /** Replaces the state by bytes that `inspect` found good. */
    async replace(bytes) {
      await this.settled();
      this.engine.resume(bytes);
      this.unsaved.push((engine) => engine.resume(bytes));
      Amparo.emit('changed');
      return this.save();
    }

    /**
     * What a state holds, without keeping it.
     * @returns {{ok, reason, dropped, progress, same, empty}} same: equal to the present work
     */
    inspect(bytes) {
      const present = this.engine.snapshot();
      const result = this.engine.resume(bytes);
      const progress = result.ok ? this.engine.progress() : null;
      const same = result.ok && Amparo.sameBytes(this.engine.snapshot(), present);
      this.engine.resume(present);
      return { ...result, progress, same };
    }

    /** Whether the learner has done nothing yet that would be missed. */
    isUntouched() {
      return this.engine.progress().done === 0 && !this.hasAnswers();
    }

    hasAnswers() {
      const { engine } = this;
      return Amparo.data.files.some((file) => file.activities.some(({ kind, index }) => {
        if (kind === 'tree') return engine.tree(file.index, index).path.length > 0;
        if (kind === 'quiz') return engine.quiz(file.index, index).attempt > 1;
        return engine.question(file.index, index).answered;
      }));
    }

    /** Erases a learner's work and takes the learner off the list. */
    async erase(learner) {
      await this.settled();
      this.unsaved = [];
      this.store.open(learner);
      await this.store.erase();
      await this.roster.remove(learner);
      this.tellOthers(learner);
      this.store.open(this.learner);
      await this.store.load();
    }

    /** Erases everybody's work. */
    async eraseAll() {
      await this.settled();
      this.unsaved = [];
      const learners = await this.roster.list();
      for (const learner of learners) {
        this.store.open(learner);
        await this.store.erase();
      }
      await this.roster.eraseAll();
      for (const learner of learners) this.tellOthers(learner);
    }

    listen() {
      try {
        this.channel = new BroadcastChannel(Amparo.Database.nameOf(this.toolkit.id));
        this.channel.onmessage = ({ data }) => {
          if (data && this.learner && data.learner === this.learner.id) this.refreshSafely();
        };
      } catch {
        // Without a channel, coming back to the window is the moment to look.
        this.channel = null;
      }
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') this.refreshSafely();
        else this.save();
      });
      addEventListener('focus', () => this.refreshSafely());
      addEventListener('pagehide', () => this.save());
    }

    refreshSafely() {
      this.refresh().catch((error) => console.warn(error));
    }

    /** Other windows look at the store when a learner's work changed. */
    tellOthers(learner) {
      if (this.channel) this.channel.postMessage({ learner: learner.id });
    }
  };
})(globalThis.Amparo);
