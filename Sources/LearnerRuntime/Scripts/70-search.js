/** Search over the whole toolkit: the engine folds, matches and ranks; the page shows. */
(function (Amparo) {
  'use strict';

  const { text, find, findAll } = Amparo;
  const MOST_RESULTS = 30;
  const SHORTEST = 2;
  /** Parts of a page that are no text to find. */
  const SKIPPED = 'template, script, style, svg, nav, button, .kicker, .meta, .instruction, .needs-script, .no-script, [data-outcome], [data-taken], .why, .trail';
  const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, div, section, article, td, th, dt, dd, legend, label, figcaption, blockquote, summary, pre';

  let documents = null;
  let indexed = false;
  let asked = '';

  /** Text of an element as one reads it: a space between blocks, none inside words. */
  const textOf = (element, without = '') => {
    const skipped = without ? `${SKIPPED}, ${without}` : SKIPPED;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => {
        if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
        return node.matches(skipped) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
      },
    });
    let whole = '';
    let block = null;
    while (walker.nextNode()) {
      const around = walker.currentNode.parentElement.closest(BLOCKS);
      if (around !== block) whole += ' ';
      block = around;
      whole += walker.currentNode.data;
    }
    return whole.replace(/\s+/g, ' ').trim();
  };

  const titleOf = (element) => {
    const title = find('h1, h2, h3', element);
    return title ? title.textContent.replace(/\s+/g, ' ').trim() : '';
  };

  /** What a page of the one-file form gives to find: itself, or each of its entries. */
  const partsOf = (page) => {
    const entries = findAll('.entry[id], [data-node][id]', page);
    const own = { href: `#${page.id}`, title: titleOf(page), context: contextOf(page), text: textOf(page, 'h1, .entry, .nodes') };
    const parts = entries.map((entry) => {
      const title = titleOf(entry);
      return { href: `#${entry.id}`, title, context: own.title, text: textOf(entry, 'h2, h3, .node-kind') };
    });
    return [own, ...parts];
  };

  const contextOf = (page) => {
    const file = page.dataset.pageKind === 'section' ? Amparo.fileNamed(page.dataset.file) : null;
    return file ? file.title : '';
  };

  const load = (address) =>
    new Promise((resolve, reject) => {
      const script = Amparo.element('script', { src: address });
      script.onload = resolve;
      script.onerror = () => reject(new Error('the search texts do not load'));
      document.head.append(script);
    });

  /** How many parts of a site's texts are here, and the promise of the rest while it is waited for. */
  let loaded = 0;
  let loading = null;

  /** The texts of a site's pages. They come in parts, one by one; each adds its own to the others. */
  const loadTexts = () => {
    const rest = async () => {
      for (; loaded < Amparo.data.search.length; loaded += 1) await load(Amparo.data.search[loaded]);
      return globalThis.AmparoSearch;
    };
    loading = loading || rest().finally(() => (loading = null));
    return loading;
  };

  const Search = (Amparo.Search = {
    async prepare() {
      if (indexed) return;
      if (!documents) {
        documents = Amparo.data.search
          ? await loadTexts()
          : findAll('article.page:not([data-page-kind="progress"])').flatMap(partsOf).filter(({ title, text: body }) => title || body);
      }
      Amparo.session.engine.index(documents.map(({ title, text: body }) => ({ title, body })));
      indexed = true;
    },

    /** Shows what a query finds. */
    run() {
      const query = find('#p_query').value.trim();
      if (query === asked) return;
      asked = query;
      const list = find('#p_results');
      if ([...query].length < SHORTEST) {
        list.replaceChildren();
        return void Search.tell(query === '' ? '' : text('search.tooShort'));
      }
      const found = Amparo.session.engine.search(query, MOST_RESULTS);
      list.replaceChildren(...found.map(Search.item));
      Search.tell(found.length === 0 ? text('search.none', { query }) : text('search.results', { count: found.length }));
    },

    tell(words) {
      find('#p_search_status').textContent = words;
    },

    item({ document: number, titleRanges, snippet }) {
      const { href, title, context } = documents[number];
      const link = Amparo.element('a', { href }, Amparo.element('span', { class: 'result-title' }, ...Search.marked(title, titleRanges)));
      if (context) link.append(Amparo.element('span', { class: 'result-context' }, text('search.inPage', { title: context })));
      if (snippet && snippet.text) link.append(Amparo.element('span', { class: 'result-text' }, ...Search.marked(snippet.text, snippet.ranges)));
      return Amparo.element('li', {}, link);
    },

    /** Text with the matches in `<mark>`; ranges are [start, end) in UTF-16 units. */
    marked(whole, ranges) {
      const parts = [];
      let at = 0;
      for (const range of ranges || []) {
        const [start, end] = Array.isArray(range) ? range : [range.start, range.end];
        if (start < at || end > whole.length) continue;
        parts.push(whole.slice(at, start), Amparo.element('mark', {}, whole.slice(start, end)));
        at = end;
      }
      parts.push(whole.slice(at));
      return parts;
    },

    async open() {
      const field = find('#p_query');
      Amparo.Dialogs.open('p_search', field);
      field.select();
      await Search.prepare();
      asked = '';
      Search.run();
    },

    /** Up and down through the results; Enter in the field goes to the first. */
    keys(event) {
      const links = findAll('#p_results a');
      const at = links.indexOf(document.activeElement);
      const fromField = document.activeElement === find('#p_query');
      if (event.key === 'ArrowDown' || (event.key === 'Enter' && fromField)) {
        event.preventDefault();
        if (links.length) links[Math.min(at + 1, links.length - 1)].focus();
      } else if (event.key === 'ArrowUp' && at >= 0) {
        event.preventDefault();
        (at === 0 ? find('#p_query') : links[at - 1]).focus();
      }
    },

    start() {
      const dialog = document.getElementById('p_search');
      for (const button of findAll('[data-action="search"]')) button.addEventListener('click', () => Amparo.whenReady(Search.open));
      let timer = 0;
      find('#p_query').addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(() => indexed && Search.run(), 120);
      });
      dialog.addEventListener('keydown', Search.keys);
      dialog.addEventListener('click', (event) => event.target.closest('#p_results a') && dialog.close());
      Amparo.on('engine-restarted', () => (indexed = false));
    },
  });
})(globalThis.Amparo);
