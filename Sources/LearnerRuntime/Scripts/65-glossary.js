/** Words explained where they stand: a link to a term opens its definition in a dialog. */
(function (Amparo) {
  'use strict';

  const { find } = Amparo;

  Amparo.Glossary = {
    /** Opens a term's definition; false when the page has none, and the link should be followed. */
    open(link) {
      const definition = Amparo.definition(link.dataset.term);
      if (!definition) return false;
      find('#p_term_title').textContent = definition.title || link.textContent.trim();
      find('#p_term_text').replaceChildren(...definition.content);
      find('#p_term_link').href = link.getAttribute('href');
      const source = Amparo.find(`[data-term="${CSS.escape(link.dataset.term)}"][lang]`);
      const dialog = document.getElementById('p_term');
      for (const name of ['lang', 'dir']) {
        const value = source && source.getAttribute(name);
        if (value) find('#p_term_text').setAttribute(name, value);
        else find('#p_term_text').removeAttribute(name);
      }
      if (dialog.open) find('#p_term_text').focus();
      else Amparo.Dialogs.open('p_term');
      dialog.scrollTop = 0;
      return true;
    },

    start() {
      document.addEventListener('click', (event) => {
        const link = event.target.closest('a.term[data-term]');
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        if (Amparo.Glossary.open(link)) event.preventDefault();
      });
      find('#p_term_link').addEventListener('click', () => document.getElementById('p_term').close());
    },
  };
})(globalThis.Amparo);
