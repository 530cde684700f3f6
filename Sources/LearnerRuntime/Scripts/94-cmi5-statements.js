/**
 * Statements of a cmi5 session. Pure, except that each gets an id and a time. Sections 9 and 10
 * of the cmi5 specification say what belongs into which.
 */
(function (Amparo) {
  'use strict';

  const VERBS = 'http://adlnet.gov/expapi/verbs/';
  const CATEGORIES = 'https://w3id.org/xapi/cmi5/context/categories/';
  const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
  const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
  /** Statements that decide whether the unit was satisfied. */
  const DECIDING = ['completed', 'passed', 'failed'];

  /** A random id (RFC 9562, version 4); the browser's own function wants TLS. */
  const uuid = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };

  const activity = (id) => ({ objectType: 'Activity', id });
  const listOf = (value) => (Array.isArray(value) ? value : value ? [value] : []);

  Amparo.CMI5Statements = class CMI5Statements {
    /** @param {{launch, data}} parts data: what LMS.LaunchData holds */
    constructor({ launch, data }) {
      Object.assign(this, { launch, data });
      /** A mark of the launch goes before the package's own. */
      this.mastery = Number.isFinite(data.masteryScore) ? data.masteryScore : null;
    }

    /** The launch's context, never changed, with what a statement adds. */
    context(categories, { parents = [], others = [], extensions = {} } = {}) {
      const template = this.data.contextTemplate && typeof this.data.contextTemplate === 'object' ? this.data.contextTemplate : {};
      const given = template.contextActivities || {};
      const add = (name, ids) => {
        const present = listOf(given[name]);
        const missing = ids.filter((id) => !present.some((entry) => entry.id === id)).map(activity);
        return present.length + missing.length > 0 ? { [name]: [...present, ...missing] } : {};
      };
      const contextActivities = { ...given, ...add('category', categories), ...add('parent', parents), ...add('other', others) };
      const all = { ...template.extensions, ...extensions };
      return {
        ...template, registration: this.launch.registration,
        ...(Object.keys(contextActivities).length ? { contextActivities } : {}),
        ...(Object.keys(all).length ? { extensions: all } : {}),
      };
    }

    make(verb, object, context, result, at = new Date()) {
      return {
        id: uuid(), timestamp: at.toISOString(), actor: this.launch.actor,
        verb: { id: VERBS + verb, display: { en: verb } }, object, context,
        ...(result ? { result } : {}),
      };
    }

    /** One of the statements that cmi5 defines. */
    defined(verb, result, extensions = {}) {
      const isDeciding = DECIDING.includes(verb);
      const categories = ['cmi5', ...(isDeciding ? ['moveon'] : [])].map((name) => CATEGORIES + name);
      return this.make(verb, activity(this.launch.activityId), this.context(categories, { extensions }), result);
    }

    initialized() {
      return this.defined('initialized');
    }

    completed(duration) {
      return this.defined('completed', { completion: true, duration });
    }

    terminated(duration, measure) {
      return this.defined('terminated', { duration, ...(measure === null ? {} : { extensions: { [PROGRESS]: Math.floor(100 * measure) } }) });
    }

    /** The verdict that may be sent: a mark decides by the score alone, and ours may ask for more. */
    verdict({ success, score }) {
      if (success === 'unknown') return null;
      const reaches = this.mastery === null || (score !== null && score / 100 >= this.mastery);
      return success === 'passed' && reaches ? 'passed' : 'failed';
    }

    judged(report, duration) {
      const verb = this.verdict(report);
      const { score } = report;
      // A score at or over the mark must not stand in a statement that says failed.
      const isHidden = score === null || (verb === 'failed' && this.mastery !== null && score / 100 >= this.mastery);
      const scored = isHidden ? {} : { score: { scaled: score / 100, raw: score, min: 0, max: 100 } };
      const extensions = this.mastery === null ? {} : { [MASTERY]: this.mastery };
      return this.defined(verb, { success: verb === 'passed', ...scored, duration }, extensions);
    }

    /** Milliseconds as an ISO 8601 duration with hundredths, as cmi5 wants them. */
    static duration(milliseconds) {
      return `PT${(Math.floor(Math.max(0, milliseconds) / 10) / 100).toFixed(2)}S`;
    }

    /** An answer; cmi5 allows it and defines nothing about it. */
    answered({ item, response, result, at, latency }) {
      const object = { ...activity(item.id), ...(item.definition ? { definition: item.definition } : {}) };
      const context = this.context([], { parents: [this.launch.activityId], others: item.objectives });
      const success = typeof result === 'boolean' ? { success: result } : {};
      const duration = latency === null ? {} : { duration: CMI5Statements.duration(latency) };
      return this.make('answered', object, context, { response, ...success, ...duration }, at);
    }
  };
})(globalThis.Amparo);
