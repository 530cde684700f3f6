/** cmi5 in the player: what it offers, how it is launched, and what the panel says about it. */

import { CMI5Attempts } from './cmi5-attempts.js';
import { CMI5_FAULTS } from './cmi5-faults.js';
import { part } from './cmi5-form.js';
import { SESSION, VERBS } from './cmi5-rules.js';
import { filled, RecordStore, sectionOf } from './cmi5-store.js';
import { RULES } from './cmi5-words.js';
import { element } from './inspector.js';
import { LANGUAGES, language, say } from './words.js';

/** Ids that only have to differ from those of the package (cmi5 8.1). */
const HOME = 'https://example.org/practice';

const own = (text) => element('bdi', {}, text);

/** What was said, in words: verb, object, result. */
const shown = ({ statement, name, result }) => {
  if (!statement) return element('code', { dir: 'ltr' }, `${name} → ${result}`);
  const verb = String(part(statement, 'verb').id).split('/').at(-1);
  const object = part(statement, 'object');
  const title = Object.values(part(part(object, 'definition'), 'name'))[0];
  const { response, success, score, duration } = part(statement, 'result');
  const known = verb === 'answered' || verb in VERBS;
  const parts = [
    element('strong', {}, known ? say(verb) : own(verb)),
    title ? own(title) : known && verb !== 'answered' ? say('unit') : own(String(object.id)),
    response === undefined ? null : element('code', { dir: 'ltr' }, String(response)),
    verb === 'answered' && typeof success === 'boolean' ? say(success ? 'isRight' : 'isWrong') : null,
    score?.scaled === undefined ? null : own(`${Math.round(score.scaled * 100)} %`),
    duration === undefined ? null : element('code', { dir: 'ltr' }, String(duration)),
  ].filter(Boolean);
  return element('span', {}, ...parts.flatMap((each, index) => (index === 0 ? [each] : [' · ', each])), ' ', element('code', { dir: 'ltr' }, `→ ${result}`));
};

/** Why a call was refused: each rule with its section. */
const explained = ({ slips, onPurpose }) => {
  if (onPurpose) return '';
  if (slips.length === 0) return say('withOthers');
  return element('span', {}, ...slips.flatMap(([rule, places]) => [
    filled(RULES[rule][1 + LANGUAGES.indexOf(language)], places), ' ', element('bdi', {}, `[${sectionOf(rule)}]`), ' ',
  ]));
};

export const CMI5 = {
  name: 'cmi5',
  title: 'cmi5',
  functions: {},
  names: {},
  faults: CMI5_FAULTS,
  /** Where the package may open: some ask for a window of their own (cmi5 13.1.4). */
  places: ({ launchMethod }, all) => (launchMethod === 'OwnWindow' ? ['popup'] : all),
  shown,
  explained,
};

/** The attempts of a learner at a package. */
export const attemptsAt = ({ manifest, learner, storage }) => new CMI5Attempts({ standard: CMI5, manifest, learner, storage });

/**
 * Begins a session.
 * @param base the folder of the package; the store's addresses are in it
 * @returns the store, as what the panel shows, and the address to open
 */
export const launch = ({ attempts, how, faults, base }) => {
  const { manifest, learner } = attempts;
  const mode = attempts.begin(how, faults);
  const told = {
    actor: { objectType: 'Agent', name: learner.name.split(', ').reverse().join(' '), account: { homePage: HOME, name: learner.id } },
    registration: attempts.current.registration,
    activity: `${HOME}/activities/${encodeURIComponent(manifest.unit)}`,
    template: { contextActivities: { grouping: [{ objectType: 'Activity', id: manifest.unit }] }, extensions: { [SESSION]: attempts.session.id } },
    mode,
    mastery: manifest.mastery,
    endpoint: new URL('xapi/', base).href,
    fetch: new URL(`token?session=${attempts.session.id}`, base).href,
  };
  const { launchMethod, launchParameters, entitlementKey, moveOn, mastery } = manifest;
  const data = {
    contextTemplate: told.template, launchMode: mode, launchMethod, moveOn,
    ...(mastery === null ? {} : { masteryScore: mastery }),
    ...(launchParameters === null ? {} : { launchParameters }),
    ...(entitlementKey === null ? {} : { entitlementKey: { courseStructure: entitlementKey } }),
  };
  const runtime = new RecordStore({ standard: CMI5, launch: told, data, attempts, faults });
  const address = new URL(manifest.href, base);
  const parameters = { endpoint: told.endpoint, fetch: told.fetch, actor: JSON.stringify(told.actor), registration: told.registration, activityId: told.activity, practice: 'cmi5' };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return { runtime, address: address.href };
};
