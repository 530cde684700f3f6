/**
 * The window that talks to the learning system: finding it, and calling it so that nothing it
 * does can hurt the page. Every call gives an outcome; none throws.
 * A state that could not be read is looked at again before anything is written over it.
 */
(function (Amparo) {
  'use strict';

  /** As in the standards' own algorithm. */
  const MOST_HOPS = 500;
  /** Records that are looked for where nobody counts them. */
  const MOST_RECORDS = 1000;
  const PREFIX = { scorm12: 'LMS', scorm2004: '' };
  /** Codes of reading that failed, whatever was asked for; -1: it threw. */
  const FAILED = { scorm12: [-1, 101], scorm2004: [-1, 101, 301] };
  const OBJECT = { scorm12: 'API', scorm2004: 'API_1484_11' };

  /** What can't be reached in another origin's window counts as absent. */
  const attempt = (action) => {
    try {
      return action();
    } catch {
      return null;
    }
  };

  /** The object of a window, if it can be used. */
  const inWindow = (win, standard) => attempt(() => {
    const api = win[OBJECT[standard]];
    return api && typeof api[`${PREFIX[standard]}Initialize`] === 'function' ? api : null;
  });

  /** Looks in a window and in those around it. */
  const around = (start, standard) => {
    let win = start;
    for (let hops = 0; win && hops <= MOST_HOPS; hops += 1) {
      const found = inWindow(win, standard);
      if (found) return found;
      const above = attempt(() => win.parent);
      win = above === win ? null : above;
    }
    return null;
  };

  /** Kolibri gives every page in its sandbox an object for content that leads through channels. */
  const isKolibri = () => attempt(() => typeof window.kolibri.getContentById === 'function') === true;

  /** Texts of outcomes; numbers and booleans of careless systems read as such. */
  const textOf = (value) => (value === undefined || value === null ? '' : String(value));

  Amparo.SCORMAPI = class SCORMAPI {
    /** The system's object, or null without one. */
    static find(standard, start = window) {
      const openers = [() => start.opener, () => start.top.opener];
      for (const win of [start, ...openers.map(attempt)]) {
        const api = win ? around(win, standard) : null;
        if (api) return new SCORMAPI(api, standard);
      }
      return null;
    }

    constructor(api, standard) {
      Object.assign(this, { api, standard });
      /** The longest that a call took, in milliseconds. */
      this.slowest = 0;
      /** Whether this is Kolibri, which has no scores: it takes the score for how far the learner is. */
      this.countsScore = standard === 'scorm12' && isKolibri();
      this.suspend = Amparo.SCORMElements.NAMES[standard].suspend;
      /** Elements that could not be read. */
      this.unread = new Set();
      /** Whether a state that was found late may be replaced; the store knows. */
      this.mayReplace = () => true;
    }

    /**
     * Calls a function of the standard by its name of 2004.
     * @returns {{ok: boolean, value: string, code: number}} code: the system's; 0 none, -1 it threw
     */
    call(name, ...values) {
      if (name === 'SetValue' && values[0] === this.suspend && this.unread.has(this.suspend) && this.isKept()) {
        return { ok: false, value: '', code: -1 };
      }
      const own = name === 'Terminate' && this.standard === 'scorm12' ? 'Finish' : name;
      const began = performance.now();
      let value;
      try {
        value = textOf(this.api[PREFIX[this.standard] + own](...values));
      } catch (error) {
        console.warn(`${own} threw`, error);
        return { ok: false, value: '', code: -1 };
      } finally {
        this.slowest = Math.max(this.slowest, performance.now() - began);
      }
      const code = this.lastError();
      if (name === 'GetValue') return { ok: code === 0, value, code };
      // A system that answers nothing at all, and knows of no error, has done it.
      const ok = value === 'true' || value === '1' || (value === '' && code === 0);
      if (!ok) console.warn(`${own}(${values[0] || ''}) gave ${value}, error ${code}`);
      return { ok, value, code };
    }

    lastError() {
      try {
        const code = Number(textOf(this.api[`${PREFIX[this.standard]}GetLastError`]()));
        return Number.isFinite(code) ? code : 0;
      } catch {
        return 0;
      }
    }

    /** An element's value; '' for what isn't there, which is no fault (403 in 2004). */
    get(element) {
      let { value, code } = this.call('GetValue', element);
      const hasFailed = () => FAILED[this.standard].includes(code);
      // Once may be chance.
      if (hasFailed()) ({ value, code } = this.call('GetValue', element));
      if (hasFailed()) this.unread.add(element);
      else this.unread.delete(element);
      // Some give words like these for what they don't have.
      return code === -1 || value === 'undefined' || value === 'null' ? '' : value;
    }

    /**
     * Whether the system may have a state that could not be read. One that says plainly that
     * nobody has worked here has none: some break down over what was never set.
     */
    hides({ resumed, location: place }) {
      const { entry, completion } = Amparo.SCORMElements.NAMES[this.standard];
      const isNew = !resumed && place === '' && !this.unread.has(entry) && !this.unread.has(completion);
      if (isNew) this.unread.delete(this.suspend);
      return this.unread.has(this.suspend);
    }

    /** Reads the state that could not be read. @returns {string|null} null: it still can't be */
    reread() {
      const text = this.get(this.suspend);
      return this.unread.has(this.suspend) ? null : text;
    }

    /** Whether a state that could not be read stays as it is: nobody knows what would be lost. */
    isKept() {
      const there = this.reread();
      const isKept = there === null || (there.trim() !== '' && !this.mayReplace(there));
      if (isKept) this.unread.add(this.suspend);
      return isKept;
    }

    /**
     * How many records a list of the system has. Some keep whatever they are told as it comes, and
     * don't count (Open edX): there the ids are looked for, so that nothing is written over.
     */
    count(list) {
      const text = this.get(`${list}._count`);
      let count = Number(text);
      if (text === '' && this.lastError() === 0) while (count < MOST_RECORDS && this.get(`${list}.${count}.id`) !== '') count += 1;
      return Number.isSafeInteger(count) && count > 0 ? count : 0;
    }
  };
})(globalThis.Amparo);
