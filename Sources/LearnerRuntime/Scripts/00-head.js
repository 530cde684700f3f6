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

  // "Leave quickly" was used in this tab: Back and Forward find an empty page, a fresh visit
  // finds the toolkit.
  const guard = (returned) => {
    try {
      if (!sessionStorage.getItem('amparo:left')) return;
      if (!returned) return void sessionStorage.removeItem('amparo:left');
    } catch {
      return;
    }
    root.hidden = true;
    // The other scripts must not start: a change of the history would stop the way out.
    globalThis.Amparo = { left: true };
    location.replace('about:blank');
  };
  const [visit] = performance.getEntriesByType('navigation');
  guard(Boolean(visit) && visit.type === 'back_forward');
  addEventListener('pageshow', (event) => event.persisted && guard(true));

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
