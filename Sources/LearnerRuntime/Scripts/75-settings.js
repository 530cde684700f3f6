/**
 * Reading settings: theme, contrast, size of text. They belong to the device, not to a learner,
 * and are kept apart from the work. Printing is here too.
 */
(function (Amparo) {
  'use strict';

  const root = document.documentElement;
  const KEY = 'amparo:reading';
  const NAMES = ['theme', 'contrast', 'size'];

  const Settings = (Amparo.Settings = {
    apply(name, value) {
      root.setAttribute(`data-${name}`, value);
      const settings = Object.fromEntries(NAMES.map((key) => [key, root.getAttribute(`data-${key}`)]));
      try {
        localStorage.setItem(KEY, JSON.stringify(settings));
      } catch {
        // Nothing can be stored: the settings last as long as the page.
      }
    },

    /** Forgets the settings on this device. */
    forget() {
      try {
        localStorage.removeItem(KEY);
      } catch {
        // There was nothing to forget.
      }
    },

    open() {
      const dialog = Amparo.Dialogs.open('p_settings');
      for (const input of Amparo.findAll('input[type=radio]', dialog)) {
        input.checked = root.getAttribute(`data-${input.name}`) === input.value;
      }
    },

    print(all) {
      Amparo.Dialogs.closeAll();
      if (all) {
        root.dataset.print = 'all';
        if (Amparo.session) Amparo.emit('print-all');
      }
      const after = () => delete root.dataset.print;
      addEventListener('afterprint', after, { once: true });
      Amparo.painted().then(() => print());
    },

    start() {
      const dialog = document.getElementById('p_settings');
      for (const button of Amparo.findAll('[data-action="settings"]')) button.addEventListener('click', Settings.open);
      dialog.addEventListener('change', ({ target }) => {
        if (NAMES.includes(target.name)) Settings.apply(target.name, target.value);
      });
      for (const [action, all] of [['print-page', false], ['print-all', true]]) {
        for (const button of Amparo.findAll(`[data-action="${action}"]`)) button.addEventListener('click', () => Settings.print(all));
      }
    },
  });
})(globalThis.Amparo);
