/** Checks of values that both SCORM standards use. Each gives null, or why the value is refused. */

import { refuse } from './elements.js';

/** One of these words. */
export const words = (...allowed) => (value) => (allowed.includes(value) ? null : refuse('type', `Allowed are: ${allowed.map((word) => `"${word}"`).join(', ')}.`));

/** Text of a form, described in words. */
export const form = (pattern, description) => (value) => (pattern.test(value) ? null : refuse('type', `Expected ${description}.`));

/** Text of at most so many characters. */
export const text = (most) => (value) => (value.length <= most ? null : refuse('type', `At most ${most} characters; these are ${value.length}.`));

/** A number as text, with limits. */
export const number = (pattern, least, most, outside) => (value) => {
  if (!pattern.test(value)) return refuse('type', 'Expected a number such as 7 or 7.5.');
  const amount = Number(value);
  if (amount < least || amount > most) return refuse(outside, `Expected a number from ${least} to ${most}.`);
  return null;
};

/** Empty, or what the other check allows. */
export const orEmpty = (type) => (value, context) => (value === '' ? null : type(value, context));

/** The first problem that one of several checks finds. */
export const all = (...types) => (value, context) => {
  for (const type of types) {
    const problem = type(value, context);
    if (problem) return problem;
  }
  return null;
};

const SPAN_12 = /^(\d{2,4}):([0-5]\d):([0-5]\d(?:\.\d{1,2})?)$/;
const SPAN_2004 = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?)?$/;

/** HHHH:MM:SS.SS */
export const timespan = form(SPAN_12, 'a time span such as 0000:05:30.25, with two to four digits for hours and at most two decimals');

/** P1DT2H3M4.5S */
export const interval = form(SPAN_2004, 'a time span such as PT5M30.25S, with at most two decimals');

/** Seconds of a time span of either standard; 0 for anything else. */
export const seconds = (span) => {
  const short = SPAN_12.exec(span || '');
  if (short) return Number(short[1]) * 3600 + Number(short[2]) * 60 + Number(short[3]);
  const long = SPAN_2004.exec(span || '');
  if (!long) return 0;
  // A year and a month as the standard counts them: 365 and 30 days are close enough for a sum.
  const units = [365 * 86400, 30 * 86400, 86400, 3600, 60, 1];
  return units.reduce((sum, unit, place) => sum + unit * Number(long[place + 1] || 0), 0);
};

const twoDigits = (amount) => String(amount).padStart(2, '0');
const parts = (total) => {
  const hundredths = Math.round(total * 100);
  return { hours: Math.floor(hundredths / 360000), minutes: Math.floor(hundredths / 6000) % 60, hundredths: hundredths % 6000 };
};

/** Seconds in the form of SCORM 1.2. */
export const asTimespan = (total) => {
  const { hours, minutes, hundredths } = parts(Math.min(total, 9999 * 3600));
  return `${String(hours).padStart(4, '0')}:${twoDigits(minutes)}:${twoDigits(Math.floor(hundredths / 100))}.${twoDigits(hundredths % 100)}`;
};

/** Seconds in the form of SCORM 2004. */
export const asInterval = (total) => {
  const { hours, minutes, hundredths } = parts(total);
  const rest = hundredths % 100 ? (hundredths / 100).toFixed(2) : String(hundredths / 100);
  return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${rest}S`;
};
