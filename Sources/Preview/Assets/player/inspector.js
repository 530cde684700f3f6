/** Shows trainers in words what the learning system knows, and every call behind it. */

import { isMistake, plainName } from './errors.js';
import { language, plain, say } from './words.js';

/** Builds an element. Whatever comes from the package enters as text only. */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};

/** Text of the package or the standard, in its own direction. */
const code = (text) => element('code', { dir: 'ltr' }, text);
const own = (text) => element('bdi', {}, text);

const table = (id, heads, rows) =>
  rows.length === 0
    ? element('p', { class: 'quiet' }, say('nothing'))
    : element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': id },
      element('table', {},
        element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
        element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell)))))));

/** 3725 seconds as 1:02:05. */
const clock = (total) => {
  const whole = Math.floor(total);
  const two = (amount) => String(amount).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
};

const STATES = { 'not attempted': 'notAttempted' };
const stateWord = (state) => say(STATES[state] || state);
const percent = (share) => new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'percent', maximumFractionDigits: 0 }).format(share);

const summary = ({ runtime, attempts, report }) => {
  const { current, counts } = attempts;
  const rows = [
    [say('completion'), stateWord(report.completion), report.completion],
    [say('success'), stateWord(report.success), report.success],
    ...(report.satisfied === undefined ? [] : [[say('satisfied'), say(report.satisfied ? 'yes' : 'no')]]),
    [say('score'), report.score === null || report.score === '' ? say('none') : report.score],
    ...(report.progress === null ? [] : [[say('progress'), percent(Number(report.progress))]]),
    [say('time'), clock(current.seconds)],
    [say('session'), say(runtime.state)],
    ...(counts ? [[say('kept'), say(attempts.goesOn ? 'goesOn' : 'startsNew')]] : []),
  ];
  return [
    element('p', { class: 'quiet' }, own(attempts.learner.name), ' · ', runtime.standard.title, ' · ', counts ? say('attempt', { number: current.number }) : say('looking')),
    element('dl', { class: 'facts' }, ...rows.flatMap(([term, value, state]) => [element('dt', {}, term), element('dd', { 'data-state': state }, value)])),
  ];
};

/** One call: what was asked, what came back, and if it was wrong, why. */
const line = (call, standard) => {
  const wrong = call.code !== 0 && isMistake(standard.name, call.code);
  return element('li', { class: wrong ? 'wrong' : null, value: call.number },
    standard.shown?.(call) ?? code(`${call.name}(${call.args.map((arg) => JSON.stringify(shorten(arg))).join(', ')}) → ${JSON.stringify(shorten(call.result))}`),
    call.code === 0 ? null : element('span', { class: 'why' }, element('strong', {}, say('error', { code: call.code })), ' ', plain(plainName(standard.name, call.code)), ' ', standard.explained?.(call) ?? element('span', { lang: 'en', dir: 'ltr' }, call.detail)));
};

const shorten = (text) => (text.length > 160 ? `${text.slice(0, 157)}…` : text);

const mistakes = (runtime) => {
  const found = runtime.mistakes;
  if (found.length === 0) return [element('p', { class: 'fine' }, say('noErrors'))];
  return [element('p', { class: 'bad' }, say('errors', { count: found.length })), element('ol', { class: 'calls' }, ...found.slice(-20).map((call) => line(call, runtime.standard)))];
};

const reportTables = ({ interactions, objectives }) => [
  table(say('report'), [say('question'), say('answer'), say('right'), say('result')], interactions.map((each) => [
    element('span', {}, own(each.description.replace(/^\{lang=[^}]*\}/, '') || each.id), element('small', { class: 'quiet' }, ` ${each.type}`)),
    code(each.response), code(each.correct.join(' / ')), own(each.result),
  ])),
  ...(objectives.length ? [table(say('objective'), [say('objective'), say('result'), say('score')], objectives.map((each) => [
    own(each.description.replace(/^\{lang=[^}]*\}/, '') || each.id), stateWord(each.success_status || each.status || 'unknown'), own(each['score.raw'] || each['score.scaled']),
  ]))] : []),
];

/** Draws the panel anew; which parts are open stays. */
export const drawInspector = (host, view) => {
  const { runtime, attempts } = view;
  const values = attempts.open ? runtime.model.snapshot() : attempts.current.values;
  const report = attempts.report(values);
  const part = (name, title, ...content) => {
    const before = host.querySelector(`details[data-part="${name}"]`);
    return element('details', { 'data-part': name, open: before ? before.open : name === 'report' }, element('summary', {}, title), ...content);
  };
  const focused = host.contains(document.activeElement) ? document.activeElement.closest('details')?.dataset.part : null;
  const names = Object.keys(values);
  host.replaceChildren(
    ...summary({ runtime, attempts, report }),
    ...mistakes(runtime),
    part('report', say('report'), ...reportTables(report)),
    part('calls', say('calls', { count: runtime.calls.length }), element('ol', { class: 'calls' }, ...runtime.calls.slice(-200).reverse().map((call) => line(call, runtime.standard)))),
    part('values', say('values', { count: names.length }), table(say('values', { count: names.length }), [say('element'), say('value')], names.map((name) => [code(name), code(shorten(values[name]))]))));
  if (focused) host.querySelector(`details[data-part="${focused}"] summary`)?.focus();
};
