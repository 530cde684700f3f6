/**
 * Follows what the preview compiles: new problems are shown, and a page that changed is loaded
 * again at the same place.
 */
(function (Preview) {
  'use strict';

  const KEY = 'amparo-preview:place';
  let asking = false;
  let again = false;
  let wait = 250;
  let leaving = false;

  const tell = () => Preview.parts.forEach((part) => part.update());

  /** Asks for the state; once more if something happened meanwhile. */
  const refresh = async () => {
    if (asking) return void (again = true);
    asking = true;
    do {
      again = false;
      try {
        const page = Preview.data.view === 'tool' ? Preview.page : location.pathname;
        const response = await fetch(`/_amparo/state?page=${encodeURIComponent(page)}`);
        const now = await response.json();
        if (leaving) return;
        if (Preview.data.view !== 'tool' && now.version !== Preview.now.version) return void reload();
        Preview.now = now;
        Preview.stopped = false;
        tell();
      } catch {
        // The connection tells when the preview has ended.
      }
    } while (again);
    asking = false;
  };

  /** The element that reading goes on from: the last one with an id above the middle. */
  const anchor = () => {
    let found = null;
    for (const element of document.querySelectorAll('main [id]')) {
      const { top, height } = element.getBoundingClientRect();
      if (height > 0 && top < innerHeight / 2) found = { id: element.id, top };
    }
    return found;
  };

  const place = (path, choice) => ({
    path,
    choice,
    scroll: [scrollX, scrollY],
    anchor: scrollY > 0 ? anchor() : null,
    focus: document.activeElement ? document.activeElement.id : '',
    checked: [...document.querySelectorAll('main input:checked[id]')].map((input) => input.id),
    open: [...document.querySelectorAll('main details')].map((details) => details.open),
  });

  /** Remembers the place for the page that is to be shown at a path; and which choice led there. */
  const keepPlace = (path, choice = '') => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(place(path, choice)));
    } catch {
      // Without storage the browser keeps the place as well as it can.
    }
  };

  const reload = async () => {
    leaving = true;
    const { Amparo } = globalThis;
    // What the learner just answered is being stored.
    const settled = Amparo && Amparo.session && Amparo.session.settled ? Amparo.session.settled() : null;
    await Promise.race([Promise.resolve(settled).catch(() => {}), new Promise((done) => setTimeout(done, 500))]);
    keepPlace(location.pathname + location.hash);
    location.reload();
  };

  const taken = () => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY));
      sessionStorage.removeItem(KEY);
      return kept && kept.path === location.pathname + location.hash ? kept : null;
    } catch {
      return null;
    }
  };

  /** Puts everything back as it was before the page was loaded again. */
  const restore = async () => {
    const kept = taken();
    if (!kept) return;
    let moved = false;
    const stop = () => (moved = true);
    for (const name of ['wheel', 'touchstart', 'keydown', 'pointerdown']) addEventListener(name, stop, { once: true, passive: true });
    document.querySelectorAll('main details').forEach((details, index) => kept.open[index] && (details.open = true));
    const scroll = () => {
      if (moved) return;
      const element = kept.anchor && document.getElementById(kept.anchor.id);
      if (element) scrollBy(0, element.getBoundingClientRect().top - kept.anchor.top);
      else scrollTo(...kept.scroll);
    };
    scroll();
    // The learner's work appears when the engine runs, and takes room.
    await ready();
    for (const id of kept.checked) {
      const input = document.getElementById(id);
      if (input && !input.disabled) input.checked = true;
    }
    const focused = kept.focus && document.getElementById(kept.focus);
    if (kept.choice && !moved) Preview.focusChoice(kept.choice);
    else if (focused && !moved) focused.focus({ preventScroll: true });
    scroll();
  };

  const ready = () =>
    new Promise((done) => {
      const end = Date.now() + 3000;
      const look = () => (document.documentElement.classList.contains('ready') || Date.now() > end ? requestAnimationFrame(done) : setTimeout(look, 30));
      look();
    });

  const connect = () => {
    const socket = new WebSocket(`ws://${location.host}/_amparo/live`);
    socket.addEventListener('open', () => {
      wait = 250;
      refresh();
    });
    socket.addEventListener('message', refresh);
    socket.addEventListener('close', () => {
      if (leaving) return;
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, 2000);
      if (wait > 500 && !Preview.stopped) {
        Preview.stopped = true;
        tell();
      }
    });
  };

  Preview.refresh = refresh;
  Preview.keepPlace = keepPlace;
  Preview.start = () => {
    history.scrollRestoration = 'manual';
    addEventListener('pagehide', () => (leaving = true));
    addEventListener('pageshow', (event) => event.persisted && location.reload());
    if (Preview.data.view !== 'tool') restore();
    if (Preview.outer) {
      const report = () => Preview.outer.frameShows && Preview.outer.frameShows(window, Preview.page + location.hash);
      addEventListener('hashchange', report);
      report();
    }
    connect();
  };
})(globalThis.AmparoPreview);
