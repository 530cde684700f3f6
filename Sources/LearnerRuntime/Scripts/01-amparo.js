/**
 * The learner's page: one namespace, and the few helpers that every part uses.
 * The scripts are joined in the order of their names into one classic script, so a file may
 * use what files before it define at once, and everything else from `Amparo.start` on.
 */
globalThis.Amparo = globalThis.Amparo || {};

(function (Amparo) {
  'use strict';

  /** First element that matches, or null. */
  Amparo.find = (selector, root = document) => root.querySelector(selector);

  /** All elements that match, as an array. */
  Amparo.findAll = (selector, root = document) => [...root.querySelectorAll(selector)];

  /**
   * Builds an element. Text only ever enters as text nodes, so nothing typed by a learner or
   * read from a file can become markup.
   * @param {string} name element name
   * @param {Object<string, string|boolean>} attributes `true` sets an empty attribute, `false` none
   * @param {...(Node|string)} children
   */
  Amparo.element = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === false || value === null || value === undefined) continue;
      element.setAttribute(key, value === true ? '' : String(value));
    }
    element.append(...children);
    return element;
  };

  /** A button that does something; never a submit button. */
  Amparo.button = (label, action, kind = '') => {
    const button = Amparo.element('button', { type: 'button', class: `button ${kind}`.trim() }, label);
    button.addEventListener('click', action);
    return button;
  };

  const listeners = new Map();

  /** Calls `listener` whenever `name` is announced with `Amparo.emit`. */
  Amparo.on = (name, listener) => {
    if (!listeners.has(name)) listeners.set(name, []);
    listeners.get(name).push(listener);
  };

  /** Tells every listener of `name`; one that fails doesn't stop the others. */
  Amparo.emit = (name, detail) => {
    for (const listener of listeners.get(name) || []) {
      try {
        listener(detail);
      } catch (error) {
        Amparo.Faults.report(error);
      }
    }
  };

  /** A whole number from a data attribute, or null. */
  Amparo.number = (element, name) => {
    const text = element ? element.dataset[name] : undefined;
    return /^\d{1,9}$/.test(text || '') ? Number(text) : null;
  };

  /** Waits until the browser has painted what was changed. */
  Amparo.painted = () =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, 100);
      requestAnimationFrame(() => setTimeout(() => (clearTimeout(timer), resolve()), 0));
    });
})(globalThis.Amparo);
