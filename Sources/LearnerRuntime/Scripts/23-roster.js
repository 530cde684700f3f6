/**
 * The learners who work on this device. Each has a name or code of their own choosing, or none:
 * the first learner starts work without being asked anything.
 */
(function (Amparo) {
  'use strict';

  const wait = Amparo.Database.wait;

  /** Longest name or code, in code points. */
  Amparo.LONGEST_NAME = 40;

  /**
   * A name as it is kept: single spaces, bounded, nothing that hides or turns text around.
   * The joiners of Persian and Indic scripts stay.
   */
  Amparo.cleanName = (text) =>
    [...String(text).normalize('NFC').replace(/[\p{Cc}\s\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu, ' ').trim()]
      .slice(0, Amparo.LONGEST_NAME).join('').trim();

  /** A stored learner made safe, or null. */
  const validLearner = (value) => {
    if (!value || typeof value !== 'object' || !/^[0-9a-f]{12}$/.test(value.id)) return null;
    if (typeof value.name !== 'string') return null;
    return { id: value.id, name: Amparo.cleanName(value.name), order: Number.isSafeInteger(value.order) ? value.order : 0 };
  };

  const inOrder = (one, other) => one.order - other.order || (one.id < other.id ? -1 : 1);

  /** Learners in IndexedDB. */
  Amparo.BrowserRoster = class BrowserRoster {
    /** @param {Amparo.Database} database */
    constructor(database) {
      this.database = database;
    }

    /** All learners in the order they were added. */
    async list() {
      return (await this.database.all('learners')).map(validLearner).filter(Boolean).sort(inOrder);
    }

    /** The learner who worked last, if still there. */
    async current() {
      const id = await this.database.get('values', 'current');
      return (await this.list()).find((learner) => learner.id === id) || null;
    }

    /** Adds a learner, or stores a changed name. */
    async put(learner) {
      await this.database.write(['learners'], (learners) => void learners.put({ ...learner }, learner.id));
    }

    /** The learner to start with: whoever worked last, or a new one without a name. */
    async first() {
      return (await this.current()) || this.add('', true);
    }

    /** Adds a learner at the end of the list; with `onlyIfNone`, gives the first one there is. */
    async add(name, onlyIfNone = false) {
      const id = Amparo.randomID();
      return this.database.write(['learners'], async (learners) => {
        const known = (await wait(learners.getAll())).map(validLearner).filter(Boolean).sort(inOrder);
        if (onlyIfNone && known.length > 0) return known[0];
        const learner = { id, name: Amparo.cleanName(name), order: known.reduce((most, { order }) => Math.max(most, order), 0) + 1 };
        learners.put(learner, id);
        return learner;
      });
    }

    /** Remembers who works. */
    async choose(learner) {
      await this.database.write(['values'], (values) => void values.put(learner.id, 'current'));
    }

    /** Takes a learner off the list; the state is the store's to erase. */
    async remove(learner) {
      await this.database.write(['learners'], (learners) => void learners.delete(learner.id));
    }

    /** Forgets everybody and everything of this toolkit. */
    async eraseAll() {
      await this.database.write(['states', 'learners', 'values', 'aside'], (...stores) => {
        for (const store of stores) store.clear();
      });
    }
  };

  /** Learners of one page load, where nothing can be stored. */
  Amparo.MemoryRoster = class MemoryRoster {
    constructor() {
      this.learners = [];
      this.chosen = null;
    }

    async list() {
      return this.learners.map((learner) => ({ ...learner })).sort(inOrder);
    }

    async current() {
      return (await this.list()).find(({ id }) => id === this.chosen) || null;
    }

    async first() {
      return (await this.current()) || this.learners[0] || this.add('');
    }

    async put(learner) {
      this.learners = this.learners.map((known) => (known.id === learner.id ? { ...learner } : known));
    }

    async add(name) {
      const order = this.learners.reduce((most, known) => Math.max(most, known.order), 0) + 1;
      const learner = { id: Amparo.randomID(), name: Amparo.cleanName(name), order };
      this.learners.push(learner);
      return { ...learner };
    }

    async choose(learner) {
      this.chosen = learner.id;
    }

    async remove(learner) {
      this.learners = this.learners.filter(({ id }) => id !== learner.id);
    }

    async eraseAll() {
      this.learners = [];
    }
  };
})(globalThis.Amparo);
