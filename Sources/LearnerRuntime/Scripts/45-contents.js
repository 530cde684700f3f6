/** The contents: a column on wide screens, a drawer on narrow ones. */
(function (Amparo) {
  'use strict';

  const root = document.documentElement;
  let opener = null;

  const behind = () => [document.getElementById('p_main'), Amparo.find('footer.foot')].filter(Boolean);

  const Contents = (Amparo.Contents = {
    isOpen: () => root.dataset.drawer === 'open',

    open() {
      opener = document.activeElement;
      root.dataset.drawer = 'open';
      Contents.toggles((toggle) => toggle.setAttribute('aria-expanded', 'true'));
      for (const element of behind()) element.inert = true;
      const current = Amparo.find('#p_contents [aria-current]') || Amparo.find('#p_contents a');
      if (current) current.focus();
    },

    /** @param {boolean} giveBack whether the focus returns to the button */
    close(giveBack) {
      if (!Contents.isOpen()) return;
      delete root.dataset.drawer;
      Contents.toggles((toggle) => toggle.setAttribute('aria-expanded', 'false'));
      for (const element of behind()) element.inert = false;
      if (giveBack && opener) opener.focus();
    },

    /** Says of each entry which page it leads to: the document has only its address. */
    name() {
      for (const link of Amparo.findAll('#p_contents .modules a')) {
        const page = Amparo.Router.pageAt(link.getAttribute('href'));
        link.dataset.page = page;
        Amparo.find('.mark', link).dataset.progress = page;
      }
      for (const item of Amparo.findAll('#p_contents .modules > li')) item.dataset.file = Amparo.find('a', item).dataset.page;
    },

    toggles(change) {
      for (const toggle of Amparo.findAll('[data-action="contents"]')) change(toggle);
    },

    /** The menu of languages closes as menus do: Escape, a click or the focus elsewhere. */
    closeMenus() {
      for (const menu of Amparo.findAll('details.languages')) {
        const close = () => (menu.open = false);
        document.addEventListener('click', ({ target }) => menu.contains(target) || close());
        menu.addEventListener('focusout', ({ relatedTarget }) => relatedTarget && !menu.contains(relatedTarget) && close());
        menu.addEventListener('keydown', ({ key }) => {
          if (key !== 'Escape' || !menu.open) return;
          close();
          Amparo.find('summary', menu).focus();
        });
      }
    },

    start() {
      Contents.name();
      const drawer = document.getElementById('p_contents');
      Contents.toggles((toggle) => {
        toggle.addEventListener('click', (event) => {
          event.stopPropagation();
          if (Contents.isOpen()) Contents.close(true);
          else Contents.open();
        });
      });
      document.addEventListener('click', (event) => {
        if (!Contents.isOpen()) return;
        const inside = drawer.contains(event.target);
        if (!inside || event.target.closest('a')) Contents.close(!inside);
      });
      document.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && Contents.isOpen()) Contents.close(true);
      });
      document.addEventListener('focusin', (event) => {
        // Tabbing out of the drawer closes it: nothing that has the focus is ever covered.
        const bar = Amparo.find('header.bar');
        if (Contents.isOpen() && !drawer.contains(event.target) && !bar.contains(event.target)) Contents.close(false);
      });
      Amparo.on('page', () => Contents.close(false));
      Contents.closeMenus();
      // The theme decides from which width on there is no drawer: then its button is gone.
      addEventListener('resize', () => {
        if (Contents.isOpen() && !Amparo.findAll('[data-action="contents"]').some((toggle) => toggle.checkVisibility())) Contents.close(false);
      });
    },
  });
})(globalThis.Amparo);
