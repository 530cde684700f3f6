/**
 * A cmi5 launch: what the address says, and the requests to the record store. The only scripts
 * that may ask a network are the cmi5 ones, and only where the launch says.
 */
(function (Amparo) {
  'use strict';

  const NAMES = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'];
  const VERSION = '1.0.3';
  const PATIENCE = 20000;

  /** Pauses before a request that failed is sent again, in milliseconds. */
  const PAUSES = [400, 1200];
  /** A server that took longer to fail isn't asked again while the learner waits. */
  const LONG = 4000;

  /** Whether the same request would get the same answer; 501: the store doesn't have this at all. */
  const isSettled = ({ status }) => status === 501 || (status < 500 && ![408, 425, 429].includes(status));
  /** Whether there may be something that isn't shown. */
  const hides = (answer) => !isSettled(answer) || [401, 403].includes(answer.status);

  /** Asks until there is an answer that will stay; the last answer, or the last failure, stands. */
  const again = async (ask) => {
    const began = performance.now();
    for (const pause of PAUSES) {
      const answer = await ask().catch(() => null);
      if (answer && isSettled(answer)) return answer;
      if (performance.now() - began > LONG) break;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return ask();
  };

  const isWeb = (address) => ['http:', 'https:'].includes(address.protocol);

  /** An absolute address, or null. */
  const addressOf = (text) => {
    try {
      const address = new URL(text, location.href);
      return isWeb(address) ? address : null;
    } catch {
      return null;
    }
  };

  const objectOf = (text) => {
    try {
      const value = JSON.parse(text);
      return value && typeof value === 'object' && !Array.isArray(value) ? value : null;
    } catch {
      return null;
    }
  };

  /** What tells one actor from another, as text; '' for nobody. */
  const idOf = ({ account, mbox, mbox_sha1sum: digest, openid }) => {
    if (account && account.name) return JSON.stringify([String(account.homePage || ''), String(account.name)]);
    return [mbox, digest, openid].find((value) => typeof value === 'string') || '';
  };

  Amparo.CMI5Launch = class CMI5Launch {
    /** @returns {CMI5Launch|null} null: the address holds no launch */
    static read(search = location.search) {
      const given = new URLSearchParams(search);
      const values = Object.fromEntries(NAMES.map((name) => [name, given.get(name) || '']));
      const endpoint = addressOf(values.endpoint.replace(/\/*$/, '/'));
      const token = addressOf(values.fetch);
      const actor = objectOf(values.actor);
      if (NAMES.some((name) => values[name] === '') || !endpoint || !token || !actor) return null;
      return new CMI5Launch({ ...values, endpoint: endpoint.href, token: token.href, actor, origins: [endpoint.origin, token.origin] });
    }

    /** Whether an address means to be a launch, complete or not. */
    static isMeant(search = location.search) {
      const given = new URLSearchParams(search);
      return NAMES.some((name) => given.has(name));
    }

    constructor(parts) {
      Object.assign(this, parts);
      this.learner = idOf(this.actor);
      this.agent = JSON.stringify(this.actor);
      this.authorization = '';
    }

    /** Lets the page talk to these two addresses only; the policy of the file has to allow more. */
    narrow() {
      const content = `connect-src ${[...new Set(this.origins)].join(' ')}`;
      document.head.append(Amparo.element('meta', { 'http-equiv': 'Content-Security-Policy', content }));
    }

    /** Gets the token of this launch. It is given once, so only a server that broke down is asked again. */
    async authorize() {
      const response = await again(() => this.request(this.token, { method: 'POST' }));
      const answer = response.ok ? objectOf(await response.text()) : null;
      const token = answer && answer['auth-token'];
      if (typeof token !== 'string' || token === '') throw new Error(`no token: ${response.status} ${answer ? answer['error-text'] || '' : ''}`);
      this.authorization = `Basic ${token}`;
    }

    async request(address, options = {}) {
      const { keepalive = false } = options;
      const signal = keepalive ? undefined : AbortSignal.timeout(PATIENCE);
      return fetch(address, { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', signal, ...options });
    }

    /** A request to the record store. `parameters` become the query. */
    ask(resource, parameters, { headers = {}, ...options } = {}) {
      const address = new URL(this.endpoint + resource);
      for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
      return this.request(address.href, {
        ...options, headers: { Authorization: this.authorization, 'X-Experience-API-Version': VERSION, ...headers },
      });
    }

    ofState(stateId) {
      return { activityId: this.activityId, agent: this.agent, registration: this.registration, stateId };
    }

    /**
     * A document of the state resource: as text, as an object, and the tag of this version of it.
     * Text '': there is none. Value null: it isn't an object. Rejects when nobody can know.
     */
    async document(stateId) {
      const ask = async () => {
        const response = await this.ask('activities/state', this.ofState(stateId));
        return { status: response.status, tag: response.headers.get('ETag'), text: response.ok ? await response.text() : '' };
      };
      const answer = await again(ask);
      if (hides(answer)) throw new Error(`state ${stateId}: ${answer.status}`);
      return { ...answer, value: objectOf(answer.text) };
    }

    /** Stores a document of the state resource; `headers` may say which version it replaces. */
    store(stateId, value, headers = {}) {
      return this.put('PUT', 'activities/state', this.ofState(stateId), value, { headers });
    }

    put(method, resource, parameters, value, { keepalive = false, headers = {} } = {}) {
      return this.ask(resource, parameters, {
        method, keepalive, body: JSON.stringify(value), headers: { 'Content-Type': 'application/json', ...headers },
      });
    }

    /**
     * Sends while the page goes. Another origin is asked for leave before it gets a request with a
     * token, and a page that is gone can't wait for that. xAPI's alternate syntax (1.0.3, part 3,
     * 1.3) needs no leave, but not every store knows it: so both are sent. Statements have ids and
     * a document is the same twice, so nothing is counted double.
     */
    async part(method, resource, parameters, value, headers = {}) {
      const usual = this.put(method, resource, parameters, value, { keepalive: true, headers });
      if (new URL(this.endpoint).origin === location.origin) return usual;
      const body = new URLSearchParams({
        ...parameters, Authorization: this.authorization, 'X-Experience-API-Version': VERSION,
        'Content-Type': 'application/json', ...headers, content: JSON.stringify(value),
      });
      const other = this.request(`${this.endpoint}${resource}?method=${method}`, { method: 'POST', keepalive: true, body });
      const [first, second] = await Promise.allSettled([usual, other]);
      const answer = first.status === 'fulfilled' ? first : second;
      if (answer.status === 'rejected') throw answer.reason;
      return answer.value;
    }

    /** The learner's wishes. cmi5 wants them asked for; nothing in a package follows from them. */
    async preferences() {
      const response = await this.ask('agents/profile', { agent: this.agent, profileId: 'cmi5LearnerPreferences' });
      return response.ok ? objectOf(await response.text()) : null;
    }

    /** Stores statements, in their order. */
    send(statements) {
      return this.put('POST', 'statements', {}, statements);
    }

    /** Where to go when the learner leaves; null without an address of the web. */
    static wayBack(address) {
      const url = typeof address === 'string' && address !== '' ? addressOf(address) : null;
      return url ? url.href : null;
    }
  };
})(globalThis.Amparo);
