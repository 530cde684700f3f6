/**
 * Content warnings. A module's cover or a tree's page carries one in its text; somebody who
 * comes in by another door is asked once, before anything shows, and may skip.
 */
(function (Amparo) {
  'use strict';

  const { text, find } = Amparo;

  const Warnings = (Amparo.Warnings = {
    /** The warning of a file, as the page that starts it has it; null without one. */
    of(file) {
      const cover = file ? document.getElementById(file) : null;
      return cover ? find(':scope > .callout.safeguard', cover) : null;
    },

    /** Asks before a page of a file with a warning that wasn't seen. */
    async check({ page, first }, warning) {
      const { file } = page.dataset;
      if (page.contains(warning)) return Amparo.Places.setWarned(file);
      if (Amparo.Places.wasWarned(file)) return undefined;
      const skip = find('.skip-route a', warning);
      const answer = await Warnings.ask(warning, skip);
      Amparo.Places.setWarned(file);
      if (answer === 'on') return 'on';
      if (skip) location.href = skip.href;
      else if (first) Amparo.Router.go('p_home');
      else history.back();
      return 'skip';
    },

    ask(warning, skip) {
      const name = find('.callout-name', warning);
      const parts = Amparo.findAll(':scope > :not(.callout-name, .callout-title, .skip-route)', warning);
      return Amparo.Dialogs.ask({
        title: name ? name.textContent : '',
        text: parts.map((part) => Amparo.element('span', {}, part.textContent)),
        choices: [
          { label: text('work.goOn'), value: 'on' },
          { label: skip ? skip.textContent : text('work.notNow'), value: 'skip' },
        ],
        fallback: 'skip',
      });
    },

    start() {
      Amparo.on('page', (shown) => {
        const { page } = shown;
        const warning = Warnings.of(page.dataset.file);
        if (!warning) return;
        // Hidden at once; whether the warning was seen is known only when the store has opened.
        const covers = !page.contains(warning) && !Amparo.Places.wasWarned(page.dataset.file);
        if (covers) page.style.visibility = 'hidden';
        const uncover = () => (page.style.visibility = '');
        Amparo.opened
          .then(() => Warnings.check(shown, warning))
          .then((answer) => {
            uncover();
            if (answer === 'on') Amparo.Router.focus(find('h1', page));
          })
          .catch((error) => (uncover(), Amparo.Faults.report(error)));
      });
    },
  });
})(globalThis.Amparo);
