/** The data types of SCORM 2004, and the forms of answers by the type of an interaction. */

import { refuse } from './elements.js';
import { form, number, text, words } from './formats.js';

const REAL = /^-?(\d+(\.\d+)?|\.\d+)$/;
const BOOLEAN = words('true', 'false');

/** A real number, with limits; outside them is an error of its own kind (407). */
export const real = (least = -Infinity, most = Infinity) => number(REAL, least, most, 'range');

// Years from 1970 to 2038. A zone can only follow a fraction of a second: ...05.00Z, never ...05Z.
const TIME = /^(19[7-9]\d|20[0-2]\d|203[0-8])(-(\d\d)(-(\d\d)(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,2}(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?)?)?)?)?)?)?$/;

/** time(second,10,0): a moment. */
export const time = (value) => {
  const found = TIME.exec(value);
  if (!found) return refuse('type', 'Expected a moment such as 2026-03-01T12:30:05.00Z; a zone only behind a fraction of a second.');
  const [year, month, day] = [found[1], found[3] || '01', found[5] || '01'].map(Number);
  const real = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return real ? null : refuse('type', 'There is no such day.');
};

const LANGUAGE = /^([A-Za-z]{2,3}|[ix])(-[A-Za-z0-9]{1,8})*$/;

/** A language tag, or empty for the language of the page. */
export const language = (value) => (value === '' || (LANGUAGE.test(value) && value.length <= 250) ? null : refuse('type', 'Expected a language such as en or fr-CA.'));

/** Text that may begin with its language: {lang=fr}Bonjour */
export const localized = (most) => (value) => {
  const found = /^\{lang=([^}]*)\}/.exec(value);
  if (found && !LANGUAGE.test(found[1])) return refuse('type', `"${found[1]}" is not a language.`);
  return text(most)(found ? value.slice(found[0].length) : value);
};

const URI = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;
const URN = /^urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:\S+$/i;

/** An identifier by the rules of URIs. */
export const identifier = (most) => (value) => {
  if (!URI.test(value)) return refuse('type', 'Expected an identifier of letters, digits and signs of a web address, without spaces.');
  if (/^urn:/i.test(value) && !URN.test(value)) return refuse('type', 'Expected urn:name:more.');
  return text(most)(value);
};

const short = identifier(250);
// A short identifier inside a list can't hold the marks that part the list.
const name = (value) => (/\[[,.:]\]/.test(value) ? refuse('type', `"${value}" holds a mark that parts lists.`) : short(value));

const first = (values, type) => values.map((value) => type(value)).find(Boolean) || null;

/** A list parted by [,] with a limit. */
const list = (most, type, { empty = false, unique = false } = {}) => (value) => {
  if (value === '') return empty ? null : refuse('type', 'Expected at least one part.');
  const parts = value.split('[,]');
  if (parts.length > most) return refuse('type', `At most ${most} parts; these are ${parts.length}.`);
  if (unique && new Set(parts).size < parts.length) return refuse('type', 'A part stands there twice.');
  return first(parts, type);
};

const pair = (value) => {
  const parts = value.split('[.]');
  return parts.length === 2 ? first(parts, name) : refuse('type', 'Expected pairs such as a[.]1.');
};

/** min[:]max; either may be left out, for "no limit". */
const range = (value) => {
  const parts = value.split('[:]');
  if (parts.length !== 2) return refuse('type', 'Expected two numbers such as 4[:]5.');
  const wrong = first(parts.filter((part) => part !== ''), real());
  if (wrong) return wrong;
  return parts.every((part) => part !== '') && Number(parts[0]) > Number(parts[1]) ? refuse('type', 'The first number is greater than the second.') : null;
};

const step = (answer) => (value) => {
  const parts = value.split('[.]');
  if (parts.length !== 2 || value === '[.]') return refuse('type', 'Expected steps such as step[.]answer.');
  return (parts[0] === '' ? null : name(parts[0])) || answer(parts[1]);
};
const literal = text(250);
const literalOrRange = (value) => (value.includes('[:]') ? range(value) : literal(value));

/** Takes {case_matters=…} and {order_matters=…} off the front, in any order; each once. */
const delimited = (allowed, type) => (value) => {
  let rest = value;
  const seen = [];
  for (;;) {
    const found = /^\{(case_matters|order_matters)=([^}]*)\}/.exec(rest);
    if (!found) return type(rest);
    const [whole, key, setting] = found;
    if (!allowed.includes(key) || seen.includes(key)) return refuse('type', `{${key}=…} has no place here.`);
    if (BOOLEAN(setting)) return refuse('type', `{${key}=…} is true or false.`);
    seen.push(key);
    rest = rest.slice(whole.length);
  }
};

const choices = list(36, name, { empty: true, unique: true });
const pairs = list(36, pair, { empty: true });
const order = list(36, name, { empty: true });
const blanks = list(10, localized(250), { empty: true });

/** Forms of `learner_response`. */
export const RESPONSES = {
  'true-false': BOOLEAN,
  choice: choices,
  'fill-in': blanks,
  'long-fill-in': localized(4000),
  likert: name,
  matching: pairs,
  performance: list(250, step(literal)),
  sequencing: order,
  numeric: real(),
  other: text(4000),
};

/** Forms of `correct_responses.n.pattern`, and how many patterns a question may have. */
export const PATTERNS = {
  'true-false': { type: BOOLEAN, most: 1 },
  choice: { type: choices, most: 10, unique: true },
  'fill-in': { type: delimited(['case_matters', 'order_matters'], blanks), most: 5 },
  'long-fill-in': { type: delimited(['case_matters'], localized(4000)), most: 5 },
  likert: { type: name, most: 1 },
  matching: { type: pairs, most: 5 },
  performance: { type: delimited(['order_matters'], list(125, step(literalOrRange))), most: 5 },
  sequencing: { type: order, most: 5, unique: true },
  numeric: { type: range, most: 1 },
  other: { type: text(4000), most: 1 },
};

/** correct, incorrect, unanticipated, neutral, or a number. */
export const result = (value) => (REAL.test(value) ? null : words('correct', 'incorrect', 'unanticipated', 'neutral')(value));

/** What a page may ask for when it ends. */
export const request = form(
  /^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=[^}\s]+\}(choice|jump))$/,
  'continue, previous, exit, exitAll, abandon, abandonAll, suspendAll, _none_, {target=…}choice or {target=…}jump');
