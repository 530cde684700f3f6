/** Words explained where they stand: a link to a term opens its definition in a dialog. */
(function (Amparo) {
  'use strict';

  const { find } = Amparo;

  Amparo.Glossary = {
    /** Opens a term's definition; false when the page has none, and the link should be followed. */
    open(link) {
      const definition = Amparo.definition(link.dataset.term);
      if (!definition) return false;
      const dialog = document.getElementById('p_term');
      const body = find('#p_term_text');
      find('#p_term_title').textContent = definition.title || link.textContent.trim();
      body.replaceChildren(...definition.content);
      find('#p_term_link').href = link.getAttribute('href');
      for (const name of ['lang', 'dir']) {
        for (const element of [body, find('#p_term_title')]) {
          if (definition[name]) element.setAttribute(name, definition[name]);
          else element.removeAttribute(name);
        }
      }
      Amparo.Dialogs.open('p_term');
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
