/**
 * Dialogs and notices. A dialog is a `<dialog>` of the page; focus returns to where it came from
 * (the browser does that), a click beside it closes it, Escape too.
 */
(function (Amparo) {
  'use strict';

  // All pages of a site share theirs; the markup is the theme's, and escaped like any of its pages.
  if (globalThis.AmparoDialogs && !document.getElementById('p_ask')) {
    const shared = new DOMParser().parseFromString(globalThis.AmparoDialogs, 'text/html');
    document.getElementById('p_message').after(...shared.body.childNodes);
  }

  const Dialogs = (Amparo.Dialogs = {
    /** Opens a dialog of the page, and puts the focus on `first` when given. */
    open(id, first = null) {
      const dialog = document.getElementById(id);
      if (!dialog.open) dialog.showModal();
      if (first) first.focus();
      return dialog;
    },

    /** Closes every open dialog. */
    closeAll() {
      for (const dialog of Amparo.findAll('dialog[open]')) dialog.close();
    },

    /**
     * Asks something that can't be undone. Escape and closing mean `fallback`.
     * @param {{title, text, choices: [{label, value}], fallback, final}} question text: string or nodes;
     *   the last choice is the one that changes nothing; final: the others can't be undone
     * @returns {Promise<*>} value of the choice
     */
    ask({ title, text, choices, fallback = null, final = false }) {
      const dialog = document.getElementById('p_ask');
      Amparo.find('#p_ask_title').textContent = title;
      Amparo.find('#p_ask_text').replaceChildren(...[text].flat());
      const yes = Amparo.find('[data-action="ask-yes"]', dialog);
      const no = Amparo.find('[data-action="ask-no"]', dialog);
      const row = yes.parentElement;
      for (const extra of Amparo.findAll('[data-extra]', row)) extra.remove();
      return new Promise((resolve) => {
        let answer = fallback;
        const controls = [yes, ...choices.slice(2).map(() => Dialogs.extra(row, no)), no];
        choices.forEach(({ label, value }, index) => {
          const control = controls[index];
          control.textContent = label;
          control.onclick = () => {
            answer = value;
            dialog.close();
          };
        });
        dialog.addEventListener('close', () => resolve(answer), { once: true });
        yes.classList.toggle('primary', !final);
        no.classList.toggle('primary', final);
        Dialogs.open('p_ask', final ? no : yes);
      });
    },

    extra(row, before) {
      const button = Amparo.element('button', { type: 'button', class: 'button', 'data-extra': true });
      row.insertBefore(button, before);
      return button;
    },

    start() {
      for (const dialog of Amparo.findAll('dialog')) {
        dialog.addEventListener('click', (event) => {
          const close = event.target === dialog || event.target.closest('[data-action="close"]');
          if (close) dialog.close();
        });
      }
    },
  });

  /** Messages that stay until the learner closes them, with buttons. At most one of each id. */
  Amparo.Notices = {
    /** @param {{id, text, actions: [{label, run}], urgent, onclose}} notice */
    show({ id, text, actions = [], urgent = false, onclose = () => {} }) {
      const region = Amparo.Notices.region();
      Amparo.Notices.hide(id);
      const close = () => {
        box.remove();
        onclose();
      };
      const buttons = actions.filter(Boolean).map(({ label, run }) =>
        Amparo.button(label, () => Promise.resolve(run()).catch(Amparo.Faults.report)));
      buttons.push(Amparo.button(Amparo.text('bar.close'), close, 'quiet'));
      const box = Amparo.element(
        'div', { class: 'notice', role: urgent ? 'alert' : null, 'data-notice': id },
        Amparo.element('p', {}, text), Amparo.element('p', { class: 'actions' }, ...buttons));
      region.append(box);
    },

    /** Takes a notice away. */
    hide(id) {
      for (const box of Amparo.findAll(`[data-notice="${id}"]`)) box.remove();
    },

    region() {
      let region = document.getElementById('p_notices');
      if (!region) {
        region = Amparo.element('div', { id: 'p_notices', class: 'notices', role: 'status' });
        Amparo.find('.frame').before(region);
      }
      return region;
    },
  };
})(globalThis.Amparo);
