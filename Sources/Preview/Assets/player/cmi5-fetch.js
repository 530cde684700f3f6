/**
 * Leads the requests of a package's page to the record store in the player, so that nothing needs a
 * network. The server puts this script in front of the page's own when the address asks for it:
 * `?practice=cmi5`.
 */
(function () {
  'use strict';

  const given = new URLSearchParams(location.search);

  /** The store of this launch: around this page, or where its window was opened. */
  const find = () => {
    const [waiting, seen] = [[window], new Set()];
    while (waiting.length > 0) {
      const here = waiting.pop();
      if (!here || seen.has(here)) continue;
      seen.add(here);
      try {
        const store = here.AmparoPlayer?.runtime;
        if (store?.owns?.(given.get('fetch'))) return store;
      } catch {
        // A window of somebody else.
      }
      waiting.push(here.opener, here.parent);
    }
    return null;
  };

  const store = find();
  if (!store) return;
  const real = window.fetch;

  const later = (wait, signal) =>
    new Promise((done, fail) => {
      const timer = setTimeout(done, wait);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        fail(signal.reason);
      });
    });

  const reply = async ({ status, headers, text, wait }, signal) => {
    if (wait > 0) await later(wait, signal);
    if (status === 0) throw new TypeError('Failed to fetch');
    return new Response(status === 204 ? null : text, { status, headers });
  };

  const ask = (request, signal) => reply(store.answer(request), signal);

  window.fetch = (target, options = {}) => {
    const isRequest = target instanceof Request;
    const address = new URL(isRequest ? target.url : target, document.baseURI).href;
    if (!store.owns(address)) return real.call(window, target, options);
    const signal = options.signal ?? (isRequest ? target.signal : undefined);
    if (signal?.aborted) return Promise.reject(signal.reason);
    const { body = null } = options;
    // Whatever can be said at once is said at once: the page may be on its way out.
    if (!isRequest && (body === null || typeof body === 'string')) {
      const method = (options.method ?? 'GET').toUpperCase();
      return ask({ method, address, headers: Object.fromEntries(new Headers(options.headers)), body: body ?? '' }, signal);
    }
    const request = new Request(target, options);
    return request.text().then((text) => ask({ method: request.method, address, headers: Object.fromEntries(request.headers), body: text }, signal));
  };
})();
