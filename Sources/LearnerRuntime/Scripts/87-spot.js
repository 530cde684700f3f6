/**
 * Where a learner is, closer than the page's name: what stands at the top of the window, the
 * question of a quiz that runs, what is ticked but not checked, a tree that is played in a
 * section. It goes along to the same page in another language, behind the address's id:
 * `#m01-queue~draft=m01-q-1.0~read=dark.normal.large`. Ids are the same in all languages.
 */
(function (Amparo) {
  'use strict';

  const { find, findAll } = Amparo;
  /** Part of the window above which something counts as read; at the page's end all of it. */
  const LINE = 0.35;
  /** Scrolled less than this, one is at the top of the page. */
  const TOP = 80;
  const SETTINGS = {
    theme: ['auto', 'light', 'dark'], contrast: ['auto', 'normal', 'high'],
    size: ['normal', 'large', 'larger', 'largest'],
  };

  const isAuthors = (id) => !id.includes('_') || /^(term|source)_/.test(id);

  const Spot = (Amparo.Spot = {
    /** What came along in the address, by name; empty when nothing did. */
    arrived: new Map(),

    /** Takes everything behind the first `~` out of the address. */
    read() {
      const [id, ...parts] = location.hash.split('~');
      if (parts.length === 0) return;
      for (const part of parts) {
        const at = part.indexOf('=');
        if (at > 0) Spot.arrived.set(part.slice(0, at), part.slice(at + 1));
      }
      const clean = id.length > 1 ? id : location.pathname + location.search;
      history.replaceState(history.state, '', clean);
      Spot.readSettings();
    },

    readSettings() {
      const values = (Spot.arrived.get('read') || '').split('.');
      Object.entries(SETTINGS).forEach(([name, allowed], index) => {
        if (allowed.includes(values[index])) Amparo.Settings.apply(name, values[index]);
      });
    },

    /** Id of what one reads; of the page, at its top. */
    id() {
      const { page } = Amparo.Router;
      const asked = find('[data-quiz][data-state="running"] li[data-current] [data-question]', page);
      if (asked) return asked.id;
      let id = page.id;
      if (scrollY < TOP) return id;
      const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      const line = innerHeight * (isAtEnd ? 1 : LINE);
      for (const element of findAll('[id]', page)) {
        const shows = isAuthors(element.id) && element.getClientRects().length > 0;
        if (shows && element.getBoundingClientRect().top <= line) ({ id } = element);
      }
      return id;
    },

    /** The rest of the place, as it stands in an address. */
    suffix() {
      const { page } = Amparo.Router;
      const parts = [];
      const draft = findAll('[data-question]', page).find(
        (question) => !question.dataset.result && find('.option input:checked', question));
      if (draft) {
        const ticked = findAll('.option input:checked', draft).map((input) => input.value);
        parts.push(`draft=${[draft.id, ...ticked].join('.')}`);
      }
      const card = find('[data-tree-card]:has(.player)', page);
      if (card) parts.push(`tree=${card.dataset.treeCard}`);
      if (page.dataset.file && Amparo.Places.wasWarned(page.dataset.file)) parts.push('seen=1');
      const settings = Object.keys(SETTINGS).map((name) => document.documentElement.getAttribute(`data-${name}`));
      if (settings.join('.') !== 'auto.auto.normal') parts.push(`read=${settings.join('.')}`);
      return parts.map((part) => `~${part}`).join('');
    },

    /** Puts everything as it was, once the work is open. Only what the page itself has. */
    settle() {
      const { page } = Amparo.Router;
      const { file } = page.dataset;
      if (Spot.arrived.has('seen') && file) Amparo.Places.setWarned(file);
      const [question, ...ticked] = (Spot.arrived.get('draft') || '').split('.');
      const section = question && findAll('[data-question]', page).find(({ id }) => id === question);
      if (section && !section.dataset.result) {
        for (const input of findAll('.option input', section)) input.checked = ticked.includes(input.value);
      }
      const tree = Spot.arrived.get('tree');
      const card = tree && findAll('[data-tree-card]', page).find((element) => element.dataset.treeCard === tree);
      const link = card && find('[data-action="tree-play"]', card);
      if (link) Amparo.Trees.playInPlace(card, link);
      Spot.arrived.clear();
    },
  });
})(globalThis.Amparo);
