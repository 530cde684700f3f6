/**
 * Where a learner's state lives. Every store has the same four members:
 *
 *     open(learner)          chooses the learner; `learner.id` is all it reads
 *     load()                 -> { bytes, previous }: Uint8Array or null each, both checked
 *     save(bytes, revision)  resolves when the bytes are safe; rejects with a StoreError
 *     erase()                forgets this learner's state
 *
 * The browser's store is below; a package for an LMS brings its own.
 */
(function (Amparo) {
  'use strict';

  const wait = Amparo.Database.wait;
  /** Larger than any state the engine writes; a stored record beyond it is not ours. */
  const LARGEST_STATE = 1 << 20;

  /** Why a state was not stored. */
  Amparo.StoreError = class StoreError extends Error {
    /** @param {'conflict'|'gone'|'failed'} reason newer work is stored; it was erased; storage failed */
    constructor(reason, cause) {
      super(reason);
      this.reason = reason;
      this.cause = cause;
    }
  };

  /** Bytes of a stored generation, or null if it isn't whole. */
  const checked = (generation) => {
    if (!generation || typeof generation !== 'object') return null;
    const { bytes, checksum } = generation;
    if (!(bytes instanceof Uint8Array) || bytes.length === 0 || bytes.length > LARGEST_STATE) return null;
    return Amparo.checksum(bytes) === checksum ? bytes : null;
  };

  /** States in IndexedDB, one record per learner, the generation before kept beside it. */
  Amparo.BrowserStore = class BrowserStore {
    /** @param {Amparo.Database} database */
    constructor(database) {
      this.database = database;
      this.queue = Promise.resolve();
      /** What a record holds beside its generations. */
      this.extra = {};
      this.open(null);
    }

    open(learner) {
      this.learner = learner ? learner.id : null;
      /** Stamp of the record that this page has seen; another stamp is newer work. */
      this.seen = '';
    }

    async load() {
      await this.queue;
      const record = await this.database.get('states', this.learner);
      this.seen = stampOf(record);
      return { bytes: checked(record && record.current), previous: checked(record && record.previous), found: record !== undefined };
    }

    /** Whether another page stored or erased something that this page hasn't loaded. */
    async isStale() {
      await this.queue;
      return stampOf(await this.database.get('states', this.learner)) !== this.seen;
    }

    save(bytes, revision) {
      const { learner } = this;
      // In order, and one failed write doesn't stop the next.
      const turn = this.queue.then(() => this.write(learner, bytes, revision));
      this.queue = turn.catch(() => {});
      return turn;
    }

    async write(learner, bytes, revision) {
      if (learner !== this.learner) return;
      const stamp = Amparo.randomID();
      try {
        await this.database.write(['states'], async (states) => {
          const record = await wait(states.get(learner));
          if (stampOf(record) !== this.seen) throw new Amparo.StoreError(record ? 'conflict' : 'gone');
          const current = { bytes, revision, checksum: Amparo.checksum(bytes) };
          const previous = checked(record && record.current) ? record.current : record && record.previous;
          states.put({ ...this.extra, stamp, current, previous: previous || null }, learner);
        });
      } catch (error) {
        throw error instanceof Amparo.StoreError ? error : new Amparo.StoreError('failed', error);
      }
      if (learner === this.learner) this.seen = stamp;
    }

    /** Keeps what is stored, readable or not, where no save will reach it. */
    async putAside() {
      await this.queue;
      const { learner } = this;
      await this.database.write(['states', 'aside'], async (states, aside) => {
        const record = await wait(states.get(learner));
        if (record === undefined) return;
        const count = await wait(aside.count());
        aside.put(record, `${learner}:${count}`);
        states.delete(learner);
      });
      this.seen = '';
    }

    async erase() {
      const { learner } = this;
      const turn = this.queue.then(() =>
        this.database.write(['states', 'aside'], (states, aside) => {
          states.delete(learner);
          aside.delete(IDBKeyRange.bound(`${learner}:`, `${learner};`, false, true));
        }));
      this.queue = turn.catch(() => {});
      await turn;
      this.seen = '';
    }
  };

  const stampOf = (record) => (record && typeof record.stamp === 'string' ? record.stamp : '');

  /** Where nothing can be stored: work lasts as long as the page. */
  Amparo.MemoryStore = class MemoryStore {
    constructor() {
      this.states = new Map();
      this.open(null);
    }

    open(learner) {
      this.learner = learner ? learner.id : null;
    }

    async load() {
      const bytes = this.states.get(this.learner) || null;
      return { bytes, previous: null, found: bytes !== null };
    }

    async isStale() {
      return false;
    }

    async save(bytes) {
      this.states.set(this.learner, bytes);
    }

    async putAside() {
      this.states.delete(this.learner);
    }

    async erase() {
      this.states.delete(this.learner);
    }
  };
})(globalThis.Amparo);
