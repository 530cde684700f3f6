/**
 * The preview's part of a page: what it knows, and the few helpers that its other parts use.
 * The files `preview-*.js` are joined in the order of their names. A build has none of this.
 */
globalThis.AmparoPreview = (function () {
  'use strict';

  const block = document.getElementById('amparo_preview');
  const data = JSON.parse(block.textContent);
  const FACILITATOR = '/_amparo/facilitator';

  /** The preview page that holds this one in a frame, if any. */
  const outer = (() => {
    try {
      return parent !== window && parent.AmparoPreview ? parent.AmparoPreview : null;
    } catch {
      return null;
    }
  })();

  /** A text in the author's language, with places filled. */
  const text = (name, values = {}) => fill(data.texts[name] || name, values);
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));

  /** A text with a number in it: "2 errors". */
  const counted = (name, count) => {
    const forms = new Map(data.texts[name].split('|').map((form) => [form.slice(0, form.indexOf('=')), form.slice(form.indexOf('=') + 1)]));
    const category = new Intl.PluralRules(data.language).select(count);
    return fill(forms.get(category) || forms.get('other'), { count: new Intl.NumberFormat(`${data.language}-u-nu-latn`).format(count) });
  };

  /** Builds an element. Whatever stands in a content file enters as text only. */
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
      else if (value === true) made.setAttribute(key, '');
      else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value));
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
    return made;
  };

  /** Remembers a choice in this browser; null where storage is off. */
  const remember = (name, value) => {
    try {
      if (value !== undefined) localStorage.setItem(`amparo-preview:${name}`, value);
      return localStorage.getItem(`amparo-preview:${name}`);
    } catch {
      return null;
    }
  };

  /** A page's address as learners have it, and back. */
  const learnerPath = (path) => (path.startsWith(`${FACILITATOR}/`) ? path.slice(FACILITATOR.length) : path);
  const pathFor = (view, path) => (view === 'facilitator' ? FACILITATOR + path : path);

  const copy = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      // Where the clipboard is closed, the words can be marked and copied by hand.
      return false;
    }
  };

  const send = (address, body) =>
    fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

  /** The page looked at, as learners have it; a page that shows others is asked for one. */
  const page = data.view === 'tool' ? (new URLSearchParams(location.search).get('page') || '/').replace(/#.*/, '') : location.pathname;

  const isTool = /^\/_amparo\/(picker|lms)\//.test(`${location.pathname}/`);

  return { data, outer, isTool, text, counted, element, remember, learnerPath, pathFor, copy, send, now: data.now, page: learnerPath(page), parts: [] };
})();
