/**
 * A strict learning record store with a cmi5 launch, in the player's page: what breaks a rule is
 * refused and written down. `cmi5-fetch.js` leads the requests of the package's page here.
 */

import { canonical, isObject, part } from './cmi5-form.js';
import { StoreFaults } from './cmi5-faults.js';
import { definedVerb, Session } from './cmi5-rules.js';
import { RULES } from './cmi5-words.js';

const VERSION = '1.0.3';
const LAUNCH_DATA = 'LMS.LaunchData';

/** A request that is turned away. */
class Refused extends Error {
  constructor(status, rule, places = {}) {
    super(rule);
    Object.assign(this, { status, slips: [[rule, places]] });
  }
}

export class RecordStore {
  /**
   * @param standard `CMI5`
   * @param launch `{actor, registration, activity, template, mode, mastery, endpoint, fetch}`
   * @param data the document of launch data
   * @param attempts where statements and documents are kept, with a session begun
   * @param faults what goes wrong on purpose
   */
  constructor({ standard, launch, data, attempts, faults }) {
    Object.assign(this, { standard, launch, data, attempts, calls: [], listeners: [], fetched: false });
    this.faults = new StoreFaults(faults);
    this.session = new Session(launch, attempts.verbs);
    this.token = btoa(crypto.randomUUID());
    this.model = { snapshot: () => ({ [LAUNCH_DATA]: JSON.stringify(data), ...attempts.current.documents }) };
  }

  /** The session, as the panel names it. */
  get state() {
    const { verbs } = this.session;
    return verbs.length === 0 ? 'idle' : verbs.includes('terminated') ? 'over' : 'running';
  }

  /** What the page did wrong; what fails on purpose isn't its fault. */
  get mistakes() {
    return this.calls.filter((call) => call.slips.length > 0);
  }

  /** Whether an address belongs to this launch. */
  owns(address) {
    return address === this.launch.fetch || address?.startsWith(this.launch.endpoint) === true;
  }

  /**
   * One request. Everything is done before it returns, so that what a page says while it goes counts.
   * @param request `{method, address, headers, body}`; headers with small names, body as text
   * @returns `{status, headers, text, wait}`; status 0: nobody answers; wait: milliseconds until the answer
   */
  answer({ method, address, headers, body }) {
    const url = new URL(address);
    const isToken = address === this.launch.fetch;
    const resource = isToken ? 'fetch' : url.href.slice(this.launch.endpoint.length).split('?')[0];
    const query = Object.fromEntries(url.searchParams);
    const request = { method, resource, query, headers, body };
    const given = resource === 'statements' && method !== 'GET' ? list(body) : [];
    const traits = { isToken, isState: resource === 'activities/state', isWriting: method !== 'GET', verbs: given.map(definedVerb) };
    const onPurpose = this.faults.answer(traits);
    const answer = onPurpose ?? this.judged(isToken, request);
    this.note(request, given, answer, onPurpose !== null);
    this.listeners.forEach((listener) => listener());
    const shaped = onPurpose ? undefined : this.faults.body;
    const value = typeof answer.body === 'string' ? answer.body : answer.body === undefined ? '' : JSON.stringify(answer.body);
    return {
      status: answer.status, text: shaped ?? value, wait: this.faults.wait(traits),
      headers: { 'Content-Type': 'application/json', 'X-Experience-API-Version': VERSION, ...answer.headers },
    };
  }

  judged(isToken, request) {
    try {
      return isToken ? this.give(request) : this.handle(request);
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      return { status: problem.status, slips: problem.slips, each: problem.each, body: { problems: problem.slips.map(inWords) } };
    }
  }

  /** Writes down what was said: a line for each statement, and one for any other request. */
  note({ method, resource, query }, statements, { status, slips = [], each, body }, onPurpose) {
    const wrong = slips.length > 0 || onPurpose;
    const name = [method, resource, query.stateId ?? query.profileId].filter(Boolean).join(' ');
    const code = wrong ? Number(body?.['error-code'] ?? status) || 503 : 0;
    const lines = statements.length > 0 ? statements.map((statement, index) => ({ statement, slips: each ? each[index] : slips })) : [{ slips }];
    for (const line of lines) {
      this.calls.push({
        number: this.calls.length + 1, name, args: [], result: String(status || '–'), code, onPurpose, ...line,
        detail: line.slips.map(inWords).join(' '),
      });
    }
  }

  /** The token, once. */
  give({ method }) {
    if (method !== 'POST') throw new Refused(405, 'fetchMethod');
    if (this.fetched) return { status: 200, slips: [['fetchTwice', {}]], body: { 'error-code': '1', 'error-text': 'The token was given out already.' } };
    this.fetched = true;
    return { status: 200, body: { 'auth-token': this.token } };
  }

  handle(request) {
    const { headers, resource } = request;
    if (!this.fetched || headers.authorization !== `Basic ${this.token}`) throw new Refused(401, 'noToken');
    if (!headers['x-experience-api-version']?.startsWith('1.0')) throw new Refused(400, 'version');
    if (['PUT', 'POST'].includes(request.method) && !headers['content-type']?.startsWith('application/json')) throw new Refused(400, 'type');
    switch (resource) {
      case 'statements': return this.statements(request);
      case 'activities/state': return this.documents(request);
      case 'agents/profile': return this.preferences(request);
      default: throw new Refused(404, 'resource', { name: resource });
    }
  }

  statements({ method, query, body }) {
    if (method === 'GET') return { status: 200, body: { statements: this.attempts.current.statements, more: '' } };
    if (method !== 'POST' && method !== 'PUT') throw new Refused(405, 'method', { name: method });
    let given = parsed(body);
    if (method === 'PUT') {
      if (isObject(given) && given.id === undefined) given = { id: query.statementId, ...given };
      if (!isObject(given) || !query.statementId || given.id !== query.statementId) throw new Refused(400, 'otherID');
    }
    const batch = Array.isArray(given) ? given : [given];
    const added = this.checked(batch);
    this.attempts.add(added);
    return method === 'PUT' ? { status: 204 } : { status: 200, body: batch.map(({ id }) => id) };
  }

  /** The statements of a batch that are new; one bad statement turns all of them away. */
  checked(batch) {
    const known = new Map(this.attempts.current.statements.map((each) => [each.id, canonical(each)]));
    const before = [...this.session.verbs];
    const added = [];
    const each = batch.map((statement) => {
      const same = isObject(statement) ? known.get(statement.id) : undefined;
      if (same !== undefined) return same === canonical(statement) ? [] : [['sameID', {}]]; // sent again after an answer that got lost
      added.push(statement);
      const slips = this.session.slips(statement);
      if (slips.length === 0) known.set(statement.id, canonical(statement));
      return slips;
    });
    const slips = each.flat();
    if (slips.length === 0) return added;
    this.session.verbs = before;
    throw Object.assign(new Refused(slips[0][0] === 'sameID' ? 409 : 400, ''), { slips, each });
  }

  documents({ method, query, headers, body }) {
    const { activity, registration, actor } = this.launch;
    const wanted = { activityId: activity, registration };
    for (const [name, value] of Object.entries(wanted)) if (query[name] !== value) throw new Refused(400, 'stateOwner', { name });
    this.ask(query.agent, actor);
    const { stateId } = query;
    if (stateId === LAUNCH_DATA) {
      if (method !== 'GET') throw new Refused(403, 'systemState');
      this.session.askedLaunchData = true;
      return { status: 200, body: this.data, headers: { ETag: etag(JSON.stringify(this.data)) } };
    }
    if (!stateId) throw new Refused(400, 'missing', { name: 'stateId' });
    return this.document(method, stateId, headers, body);
  }

  document(method, name, headers, body) {
    const { documents } = this.attempts.current;
    const there = Object.hasOwn(documents, name) ? documents[name] : null;
    if (method === 'GET') return there === null ? { status: 404 } : { status: 200, body: there, headers: { ETag: etag(there) } };
    if (!['PUT', 'POST', 'DELETE'].includes(method)) throw new Refused(405, 'method', { name: method });
    const [match, none] = [headers['if-match'], headers['if-none-match']];
    const fits = (match === undefined || (there !== null && [etag(there), '*'].includes(match))) && (none === undefined || there === null || ![etag(there), '*'].includes(none));
    if (!fits) throw new Refused(412, 'etag');
    if (method === 'DELETE') delete documents[name];
    else {
      const value = parsed(body);
      // POST joins objects, PUT replaces (xAPI 1.0.3, part 3, 2.2).
      documents[name] = JSON.stringify(method === 'POST' && there !== null && isObject(value) ? { ...part({ old: JSON.parse(there) }, 'old'), ...value } : value);
    }
    this.attempts.keep();
    return { status: 204 };
  }

  preferences({ method, query }) {
    this.ask(query.agent, this.launch.actor);
    if (query.profileId !== 'cmi5LearnerPreferences') throw new Refused(404, 'profile');
    // A page may offer preferences; a store may refuse to keep them.
    if (method !== 'GET') return { status: 403 };
    this.session.askedPreferences = true;
    return { status: 404 };
  }

  ask(agent, actor) {
    if (canonical(parsed(agent ?? '')) !== canonical(actor)) throw new Refused(400, 'stateOwner', { name: 'agent' });
  }
}

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 'json');
  }
};

/** The statements of a body; none when it isn't JSON. */
const list = (body) => {
  try {
    return [JSON.parse(body)].flat();
  } catch {
    return [];
  }
};

/** A short name for a text: the same for the same text. */
const etag = (text) => `"${[...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)) | 0, 7) >>> 0}-${text.length}"`;

/** A slip in English, with its section. */
const inWords = ([rule, places]) => `${filled(RULES[rule][1], places)} [${sectionOf(rule)}]`;

export const filled = (text, places) => text.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);

/** Where a rule stands. */
export const sectionOf = (rule) => (/^\d/.test(RULES[rule][0]) ? `cmi5 ${RULES[rule][0]}` : RULES[rule][0]);
