/**
 * Leave quickly: the page is wiped first, then replaced by an empty one. Coming back with the
 * browser's Back button finds an empty page too (the head script sees to that). Nothing is
 * lost: every answer was stored when it was given.
 */
(function (Amparo) {
  'use strict';

  const TIMES = 3;
  const WITHIN = 1500;

  const Leave = (Amparo.Leave = {
    now(address = 'about:blank') {
      Amparo.leaving = true;
      document.title = Amparo.text('leave.title');
      document.body.replaceChildren();
      document.documentElement.removeAttribute('data-theme');
      const marked = Leave.markTab();
      // A learning system may take its time when the page goes: the empty page must be seen first.
      if (Amparo.LMS) Amparo.painted().then(() => Leave.go(address, marked));
      else Leave.go(address, marked);
    },

    go(address, marked) {
      if (window.top !== window) {
        try {
          // In a frame of a learning system: its window goes, too.
          window.top.location.replace(address);
        } catch (error) {
          console.warn(error);
        }
      }
      const back = marked ? 0 : Amparo.Router.entriesBefore();
      if (back === 0) return void location.replace(address);
      // Without the mark, at least the Back button must not lead through the pages read.
      addEventListener('popstate', () => location.replace(address), { once: true });
      setTimeout(() => location.replace(address), 300);
      history.go(-back);
    },

    /** Remembers, in this tab only, that its history is to stay empty. */
    markTab() {
      try {
        sessionStorage.setItem('amparo:left', '1');
        return true;
      } catch {
        return false;
      }
    },

    start() {
      for (const link of Amparo.findAll('[data-action="leave"]')) {
        link.addEventListener('click', (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          Leave.now();
        });
      }
      let pressed = [];
      addEventListener('keydown', ({ key, repeat, timeStamp }) => {
        if (key !== 'Escape' || repeat) return;
        pressed = [...pressed.filter((time) => timeStamp - time < WITHIN), timeStamp];
        if (pressed.length >= TIMES) Leave.now();
      }, true);
    },
  });
})(globalThis.Amparo);
