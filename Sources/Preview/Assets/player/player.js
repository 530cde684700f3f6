/**
 * A small learning system, for trainers who look at a package and for tests.
 *
 * Everything can be said in the address: `?package=…&standard=scorm12&learner=1&how=usual&
 * place=frame&fault=slow-commit,third-fails&only=set&after=20&delay=5000&cut=20&credit=no-credit&lang=fr&start=1`.
 */

import { Attempts } from './attempts.js';
import { readCourse } from './cmi5-course.js';
import { CMI5, attemptsAt, launch } from './cmi5-launch.js';
import { openContent } from './content-window.js';
import { FAULT_WORDS } from './fault-words.js';
import { FAULTS, Faults } from './faults.js';
import { drawInspector, element } from './inspector.js';
import { readManifest } from './manifest.js';
import { Runtime } from './runtime.js';
import { STANDARDS } from './standards.js';
import { LANGUAGES, language, say } from './words.js';

/** SCORM wants names as family name, first name. */
const LEARNERS = [{ id: 'learner-1', name: 'Haddad, Amina' }, { id: 'learner-2', name: 'Okello, Peter' }];
const HOWS = ['usual', 'new', 'review', 'browse'];
const PLACES = ['frame', 'nested', 'popup'];

const wishes = new URLSearchParams(location.search);
const byID = (id) => document.getElementById(id);

const storage = (() => {
  try {
    return window.localStorage;
  } catch {
    return null; // blocked
  }
})();

/** Tests look in here. */
const player = { manifest: null, runtime: null, attempts: null, faults: null, content: null };
globalThis.AmparoPlayer = player;

const option = (group, value, label, checked, type = 'radio') =>
  element('label', {}, element('input', { type, name: group, value, checked }), ' ', label);
const fieldset = (title, ...options) => element('fieldset', {}, element('legend', {}, title), ...options);

/** The wish of the address when it is one of those allowed, else the first of them. */
const wish = (name, allowed) => (allowed.includes(wishes.get(name)) ? wishes.get(name) : allowed[0]);

const learners = () => {
  const id = wishes.get('learner-id');
  return id !== null ? [{ id, name: wishes.get('learner-name') ?? id }] : LEARNERS;
};

const drawChoice = () => {
  const numbers = learners().map((_, index) => String(index + 1));
  const faults = (wishes.get('fault') ?? '').split(',');
  const own = standard();
  const places = own.places?.(player.manifest, PLACES) ?? PLACES;
  const offered = own.faults ?? FAULTS;
  const [how, place, learner] = [wish('how', HOWS), wish('place', places), wish('learner', numbers)];
  byID('choice').replaceChildren(
    fieldset(say('learner'), ...learners().map(({ name }, index) => option('learner', numbers[index], name, numbers[index] === learner))),
    fieldset(say('how'), ...HOWS.map((each) => option('how', each, say(each), each === how))),
    fieldset(say('place'), ...places.map((each) => option('place', each, say(each), each === place))),
    element('details', { open: faults.some((each) => offered.includes(each)) },
      element('summary', {}, say('faults')),
      ...offered.map((each) => option('fault', each, FAULT_WORDS[each][LANGUAGES.indexOf(language)], faults.includes(each), 'checkbox'))),
    element('p', { class: 'row' }, element('button', { class: 'primary', id: 'begin' }, say('begin')), element('button', { type: 'button', id: 'forget' }, say('forget'))));
  byID('forget').addEventListener('click', () => keeping(chosen()).forget());
};

const chosen = () => {
  const data = new FormData(byID('choice'));
  return { learner: learners()[Number(data.get('learner')) - 1], how: data.get('how'), place: data.get('place'), faults: data.getAll('fault') };
};

const standard = () => {
  const name = wishes.get('standard') in STANDARDS ? wishes.get('standard') : player.manifest.standard;
  if (name === CMI5.name) return CMI5;
  return { name, ...STANDARDS[name] };
};

const attemptsOf = ({ learner }) =>
  new Attempts({ standard: standard(), manifest: player.manifest, learner, storage, credit: wish('credit', ['credit', 'no-credit']) });

/** What the learning system keeps of a learner, whatever the standard. */
const keeping = (choice) =>
  (standard() === CMI5 ? attemptsAt({ manifest: player.manifest, learner: choice.learner, storage }) : attemptsOf(choice));

/** A number of the address, when it is one. */
const amount = (name, usual) => (/^\d+$/.test(wishes.get(name) ?? '') ? Number(wishes.get(name)) : usual);

const begin = () => {
  const choice = chosen();
  if (standard() === CMI5) return beginCMI5(choice);
  const own = standard();
  const only = (wishes.get('only') ?? '').split(',').filter((kind) => kind in own.functions);
  const faults = new Faults(choice.faults, own.names, { after: amount('after', 20), delay: amount('delay', 5000), cut: amount('cut', null), only });
  const attempts = attemptsOf(choice);
  const runtime = new Runtime({ standard: own, values: attempts.begin(choice.how, faults), faults, keeping: attempts });
  Object.assign(player, { faults, attempts, runtime });
  expose(own.object, runtime, faults);
  show(choice, new URL(player.manifest.href, player.base).href, own.object);
};

const beginCMI5 = (choice) => {
  const faults = new Faults(choice.faults, {}, { after: amount('after', 20), delay: amount('delay', 5000) });
  const attempts = keeping(choice);
  const { runtime, address } = launch({ attempts, how: choice.how, faults, base: player.base });
  Object.assign(player, { faults, attempts, runtime });
  show(choice, address);
};

/** Opens the package's page, with the panel beside it. */
const show = (choice, address, object) => {
  player.runtime.listeners.push(soon(draw));
  byID('choice').hidden = true;
  byID('stage').hidden = byID('again').hidden = false;
  draw();
  player.content = openContent(address, {
    place: choice.place, host: byID('host'), title: player.manifest.title, faults: player.faults, object,
  });
  byID('stage').dataset.place = choice.place;
  byID('problem').textContent = player.content ? '' : say('noWindow');
};

const expose = (name, runtime, faults) => {
  if (faults.has('no-api')) return;
  const show = () => {
    if (player.runtime === runtime) window[name] = runtime.object();
  };
  if (faults.has('late-api')) setTimeout(show, faults.delay);
  else show();
};

const end = async () => {
  await player.content?.close();
  // What the page says while it leaves still counts.
  for (const { object } of Object.values(STANDARDS)) delete window[object];
  byID('host').replaceChildren();
  byID('stage').hidden = byID('again').hidden = true;
  byID('choice').hidden = false;
  byID('begin').focus();
};

const draw = () => drawInspector(byID('view'), player);

/** Calls an action once for many calls that come together. */
const soon = (action) => {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      action();
    }, 100);
  };
};

const save = () => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(player.attempts.record(), null, 2)], { type: 'application/json' }));
  element('a', { href: address, download: `${player.attempts.learner.id}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};

const read = async (name) => {
  const answer = await fetch(new URL(name, player.base));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.text();
};

/** The manifest of the package, of the standard that is wished or of any. */
const readPackage = async () => {
  const wished = wishes.get('standard');
  if (wished === CMI5.name) return readCourse(await read('cmi5.xml'));
  try {
    return readManifest(await read('imsmanifest.xml'));
  } catch (problem) {
    const course = wished ? null : await read('cmi5.xml').catch(() => null);
    if (course === null) throw problem;
    return readCourse(course);
  }
};

const prepare = async () => {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  document.title = say('title');
  for (const [id, name] of Object.entries({ title: 'title', again: 'again', insight: 'insight', export: 'export' })) byID(id).textContent = say(name);
  byID('choice').addEventListener('submit', (event) => {
    event.preventDefault();
    begin();
  });
  byID('again').addEventListener('click', end);
  byID('export').addEventListener('click', save);
  player.base = new URL(wishes.get('package') ?? '../package/', location.href);
  try {
    player.manifest = await readPackage();
  } catch (problem) {
    byID('problem').replaceChildren(say('noPackage'), ' ', element('bdi', {}, problem.message));
    return;
  }
  byID('package').textContent = `${player.manifest.title} · ${standard().title}`;
  drawChoice();
  byID('choice').hidden = false;
  if (wishes.get('start') === '1') begin();
};

prepare();
