/**
 * Where things are in the two forms of the page: one file that holds everything, or a site
 * whose pages carry what they need in templates. The site's is looked for first.
 */
(function (Amparo) {
  'use strict';

  /** Bytes of the engine and of the course: { wasm, course }; null where the page has none. */
  Amparo.engineBytes = () => {
    const site = globalThis.AmparoData;
    const text = (name, id) => {
      // A package shares the wasm in a script and carries its own course in the page.
      if (site && site[name]) return site[name];
      const element = document.getElementById(id);
      return element ? element.textContent.trim() : '';
    };
    return { wasm: Amparo.fromBase64(text('wasm', 'p_wasm')), course: Amparo.fromBase64(text('engine', 'p_engine')) };
  };

  /** Where this script was loaded from; empty when it stands in the page. */
  const own = (document.currentScript && document.currentScript.src) || '';

  /** Runs a script that stands in the page as base64 of gzip; the policy knows its hash. */
  const runPacked = async (base64) => {
    const stream = new Blob([Amparo.fromBase64(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
    const script = document.createElement('script');
    script.textContent = await new Response(stream).text();
    document.head.append(script);
    script.remove();
  };

  /** Loads a script that lies beside this one. */
  const load = (name) =>
    new Promise((resolve) => {
      const script = document.createElement('script');
      script.onload = script.onerror = resolve;
      script.src = new URL(name, own).href;
      document.head.append(script);
    });

  /**
   * The engine as plain JavaScript, for where WebAssembly is forbidden: a function that makes the
   * exports of an engine; null where it isn't to be had.
   */
  Amparo.plainEngine = async () => {
    const packed = document.getElementById('p_plain');
    if (packed) await runPacked(packed.textContent.trim());
    else if (own) await load('engine-plain.js');
    return globalThis.AmparoPlainEngine || null;
  };

  /** A copy of a term's definition: { title, content, lang, dir }, or null. */
  Amparo.definition = (term) => {
    const template = Amparo.find(`template[data-definition="${CSS.escape(term)}"]`);
    const entry = template || document.getElementById(`term_${term}`);
    if (!entry) return null;
    const copy = document.createElement('div');
    copy.append(...[...(template ? template.content : entry).childNodes].map((node) => node.cloneNode(true)));
    const title = Amparo.find('h2, h3', copy);
    if (title) title.remove();
    Amparo.stripIDs(copy);
    const attribute = (name) => entry.getAttribute(name) || '';
    return { title: title ? title.textContent.trim() : '', content: [...copy.childNodes], lang: attribute('lang'), dir: attribute('dir') };
  };

  /** The list of a tree's nodes: the one of its own page, or of a template; null without either. */
  Amparo.treeNodes = (tree) => {
    const template = Amparo.find(`template[data-nodes="${CSS.escape(tree)}"]`);
    if (template) return Amparo.find('.nodes', template.content);
    const page = document.getElementById(tree);
    return page ? Amparo.find('.nodes', page) : null;
  };

  /** Takes ids out of a copy, so that no id is in the document twice. */
  Amparo.stripIDs = (root) => {
    for (const element of Amparo.findAll('[id], [aria-labelledby], [aria-describedby]', root)) {
      element.removeAttribute('id');
      element.removeAttribute('aria-labelledby');
      element.removeAttribute('aria-describedby');
    }
  };
})(globalThis.Amparo);
