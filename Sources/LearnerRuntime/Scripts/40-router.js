/**
 * Shows one page at a time. The address decides: `#id` of a page, or of anything inside one.
 * Back and forward work as everywhere, and bring back the place where one had scrolled to.
 */
(function (Amparo) {
  'use strict';

  const isFile = () => Amparo.data.form !== 'site';
  /** Scroll positions of the entries of this tab's history, by number. */
  const positions = new Map();
  let entry = 0;
  let newest = 0;

  const Router = (Amparo.Router = {
    /** The page shown: its article. */
    page: null,

    /** Address that shows a page or a place in it, as links of this form of the page have it. */
    hrefOf(id) {
      if (isFile()) return `#${id}`;
      const link = Amparo.find(`a[data-page="${CSS.escape(id)}"]`);
      return link ? link.getAttribute('href') : `${id}.html`;
    },

    /** The page that an address in the list of contents leads to. */
    pageAt(href) {
      if (href.startsWith('#')) return href.slice(1);
      const name = href.replace(/\.html$/, '');
      return { index: 'p_home', index_: 'index' }[name] || name;
    },

    /** Goes to a page or a place. */
    go(id) {
      location.href = Router.hrefOf(id);
    },

    /** The address's id; the home page's without one. */
    target() {
      try {
        return decodeURIComponent(location.hash.slice(1));
      } catch {
        return '';
      }
    },

    /** Shows what the address says. @param {boolean} first the page was just loaded */
    show(first) {
      const id = Router.target();
      // The skip link leads to the text of the page that shows.
      if (id === 'p_main' && !first) return;
      const element = id ? document.getElementById(id) : null;
      const page = Router.pageOf(element);
      const place = element && element !== page && page.contains(element) ? element : null;
      const changed = page !== Router.page;
      if (!first) Amparo.Dialogs.closeAll();
      for (const shown of Amparo.findAll('article.page[data-shown]')) {
        if (shown !== page) shown.removeAttribute('data-shown');
      }
      page.setAttribute('data-shown', '');
      Router.page = page;
      Router.name(page);
      Router.mark(page);
      if (changed) Amparo.emit('page', { page, place, first });
      Amparo.emit('place', { page, place, first });
      Router.move(page, place, first);
    },

    pageOf(element) {
      const pages = Amparo.findAll('article.page');
      const page = element ? element.closest('article.page') : null;
      return page || (isFile() && document.getElementById('p_home')) || pages[0];
    },

    /** The title of the window says where one is. */
    name(page) {
      const heading = Amparo.find('h1', page);
      const own = heading ? heading.textContent.trim() : '';
      const whole = Amparo.data.toolkit.title;
      document.title = own && own !== whole ? `${own} - ${whole}` : whole;
    },

    /** Marks the page in the contents. */
    mark(page) {
      for (const link of Amparo.findAll('.contents a[data-page]')) {
        if (link.dataset.page === page.id) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
      }
      for (const item of Amparo.findAll('.contents li[data-file]')) {
        item.toggleAttribute('data-open', item.dataset.file === page.dataset.file);
      }
    },

    /** Scrolls, and moves the focus where reading goes on. */
    move(page, place, first) {
      const known = history.state && history.state.amparo;
      const goal = place || Amparo.find('h1', page) || page;
      if (!first || place) Router.focus(goal);
      if (Number.isSafeInteger(known) && known !== entry) {
        // Back or forward: where one was.
        entry = known;
        scrollTo(0, positions.get(entry) || 0);
        return;
      }
      if (!Number.isSafeInteger(known)) {
        entry = newest += 1;
        history.replaceState({ amparo: entry }, '');
      }
      if (place) place.scrollIntoView();
      else if (first && history.state.scroll) scrollTo(0, history.state.scroll);
      else scrollTo(0, 0);
    },

    /** How many entries of this page stand before the shown one in the tab's history. */
    entriesBefore: () => Math.max(0, entry - 1),

    /** Focuses an element without scrolling; makes it focusable if it isn't. */
    focus(element) {
      if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
      element.focus({ preventScroll: true });
    },

    start() {
      history.scrollRestoration = 'manual';
      const known = history.state && history.state.amparo;
      if (Number.isSafeInteger(known)) entry = newest = known;
      addEventListener('hashchange', () => Router.show(false));
      addEventListener('scroll', () => positions.set(entry, scrollY), { passive: true });
      addEventListener('pagehide', () => {
        if (!Amparo.leaving) history.replaceState({ ...history.state, scroll: Math.round(scrollY) }, '');
      });
      document.addEventListener('click', (event) => {
        // A link to the page that is shown already changes no address, but should still move.
        const link = event.target.closest('a[href]');
        if (!link || event.defaultPrevented || !isFile()) return;
        if (link.getAttribute('href') === location.hash && location.hash !== '#p_main') Router.show(false);
      });
      Router.show(true);
    },
  });
})(globalThis.Amparo);
