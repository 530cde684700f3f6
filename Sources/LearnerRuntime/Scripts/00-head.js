/**
 * The head script: runs before the styles, so that the page appears at once as the reader set
 * it. If the other scripts don't come up, it takes the class `js` away again, and the whole
 * text shows.
 */
(function () {
  'use strict';

  const root = document.documentElement;
  const plain = () => {
    if (!root.classList.contains('ready')) root.classList.remove('js');
  };
  root.classList.add('js');

  const allowed = { theme: ['light', 'dark'], contrast: ['normal', 'high'], size: ['large', 'larger', 'largest'] };
  try {
    const stored = JSON.parse(localStorage.getItem('amparo:reading')) || {};
    for (const name of Object.keys(allowed)) {
      if (allowed[name].includes(stored[name])) root.setAttribute(`data-${name}`, stored[name]);
    }
  } catch {
    // Storage is off or holds something else: the page keeps its own settings.
  }

  addEventListener('error', (event) => {
    if (!(globalThis.Amparo && globalThis.Amparo.started) && (event.error || event.message)) plain();
  });
  addEventListener('load', () => {
    if (!(globalThis.Amparo && globalThis.Amparo.started)) plain();
  });
})();
