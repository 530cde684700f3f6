/**
 * The bar at the foot of the window, in a shadow of its own, so that no theme can change it.
 */
(function (Preview) {
  'use strict';

  const { data, text, element, Problems } = Preview;

  const badge = element('button', { type: 'button', class: 'badge', 'aria-controls': 'panel', 'aria-expanded': 'false', onclick: () => Problems.toggle() });
  const told = element('span', { class: 'sight-hidden', role: 'status' });
  const message = element('p', { class: 'message', role: 'status' });
  let clearing = 0;

  /** Says something for a few seconds. */
  Preview.say = (words) => {
    message.textContent = words;
    clearTimeout(clearing);
    clearing = setTimeout(() => Preview.stopped || (message.textContent = ''), 6000);
  };

  /** What the window shows: whose view, how wide. */
  const shape = () => {
    if (data.view !== 'tool') return { view: data.view, width: 'full' };
    const query = new URLSearchParams(location.search);
    return { view: query.get('view') || 'learner', width: query.get('width') || 'full' };
  };

  /** Shows a page in another shape. */
  const go = ({ view, width, page = Preview.page, hash = '' }) => {
    if (view !== 'both' && width === 'full') location.href = Preview.pathFor(view, page) + hash;
    else location.href = `/_amparo/view?${new URLSearchParams({ view, width, page: page + hash })}`;
  };

  const choice = (name, options, value, onchange) => {
    const select = element('select', { 'data-choice': name, onchange: () => onchange(select.value) },
      ...options.map(([key, label, language]) => element('option', { value: key, selected: key === value, lang: language }, label)));
    return element('label', { class: 'choice' }, element('span', {}, text(name)), ' ', select);
  };

  // Addresses of pages: `/en/m01.html`, and `/~sector=wash/en/m01.html` in a variant.
  const ADDRESS = /^(?:\/~([^/]+))?\/([^/~]+)\//;
  const inLanguage = (tag) => Preview.page.replace(ADDRESS, (_, variant) => `${variant ? `/~${variant}` : ''}/${tag}/`);
  const inVariant = (tag) => (tag ? `/~${tag}` : '') + Preview.page.replace(/^\/~[^/]+/, '');
  const present = () => (Preview.page.match(ADDRESS) || [])[2];
  const presentVariant = () => decodeURIComponent((Preview.page.match(/^\/~([^/]+)/) || [])[1] || '');

  /** Shows the same place in another variant; the switch keeps the focus. */
  const changeVariant = (tag) => {
    const page = inVariant(tag);
    const hash = data.view === 'tool' ? '' : location.hash;
    Preview.keepPlace(Preview.pathFor(data.view, page) + hash, 'variant');
    go({ ...shape(), page, hash });
  };

  const controls = () => {
    const { view, width } = shape();
    const { languages, variants } = data.switches;
    const variant = presentVariant();
    const at = (change) => go({ view, width, ...change });
    return element('div', { class: 'controls', id: 'controls' },
      languages.length > 1 ? choice('language', languages.map(({ tag, name }) => [tag, name, tag]), present(), (tag) => at({ page: inLanguage(tag) })) : null,
      variants.length > 1 ? choice('variant', variants.map(({ tag, name }) => [tag, name]), variant, changeVariant) : null,
      choice('view', [['learner', text('viewLearner')], ['facilitator', text('viewFacilitator')], ['both', text('viewBoth')]], view, (wanted) => at({ view: wanted })),
      choice('width', [['full', text('widthFull')], ['phone', text('widthPhone')]], width, (wanted) => at({ width: wanted })),
      element('a', { class: 'button quiet', href: '/_amparo/picker' }, text('pictures')),
      element('a', { class: 'button quiet', href: `/_amparo/lms/${variant ? `~${variant}/` : ''}`, target: '_blank', rel: 'noopener' }, text('lmsTitle')),
      element('a', { class: 'button quiet', href: `/_amparo/toolkit/${variant ? `~${variant}/` : ''}${present() || 'index'}.html`, target: '_blank', rel: 'noopener' }, text('asBuilt')));
  };

  const options = () =>
    element('button', {
      type: 'button', class: 'button quiet options', 'aria-controls': 'controls', 'aria-expanded': 'false',
      onclick: ({ currentTarget }) => {
        const open = currentTarget.getAttribute('aria-expanded') !== 'true';
        currentTarget.setAttribute('aria-expanded', String(open));
        currentTarget.parentElement.toggleAttribute('data-open', open);
      },
    }, text('options'));

  const Bar = {
    update() {
      const { counts } = Preview.now.problems;
      const words = Problems.summary();
      if (badge.textContent !== words) {
        // Read out when it changes, not when the page opens.
        if (badge.textContent) told.textContent = words;
        badge.textContent = words;
      }
      badge.dataset.worst = counts.error ? 'error' : counts.warning ? 'warning' : counts.note ? 'note' : 'none';
      if (Preview.stopped) message.textContent = text('stopped');
      else if (message.textContent === text('stopped')) message.textContent = '';
    },
  };

  const build = () => {
    const host = element('amparo-preview', { lang: data.language, dir: data.direction, 'data-theme': document.documentElement.dataset.theme || 'auto', hidden: true });
    const root = host.attachShadow({ mode: 'open' });
    const note = shape().view === 'facilitator' && data.view === 'facilitator' ? element('p', { class: 'facilitator-note' }, text('facilitatorNote')) : null;
    const bar = element('div', { class: 'bar', role: 'region', 'aria-label': text('preview') },
      element('span', { class: 'name' }, text('preview')), badge, told,
      ...(Preview.isTool ? [element('a', { class: 'button quiet', href: '/' }, text('back'))] : [options(), controls()]));
    const sheet = element('link', { rel: 'stylesheet', href: '/_amparo/preview.css' });
    // Never without styles; and never missing because they don't come.
    const appear = () => {
      host.hidden = false;
      host.dispatchEvent(new Event('appear'));
    };
    sheet.addEventListener('load', appear);
    sheet.addEventListener('error', appear);
    root.append(sheet, Problems.panel, note || '', message, bar);
    document.documentElement.append(host);
    // The page ends above the bar and the open list.
    new ResizeObserver(() => document.documentElement.style.setProperty('--amparo-room', `${host.offsetHeight}px`)).observe(host);
    new MutationObserver(() => (host.dataset.theme = document.documentElement.dataset.theme || 'auto'))
      .observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  };

  Preview.go = go;
  /** Puts the focus on a choice, as soon as the bar is there. */
  Preview.focusChoice = (name) => {
    const host = document.querySelector('amparo-preview');
    const select = host && host.shadowRoot.querySelector(`[data-choice="${name}"]`);
    if (select && host.hidden) host.addEventListener('appear', () => select.focus({ preventScroll: true }), { once: true });
    else if (select) select.focus({ preventScroll: true });
  };
  if (Preview.outer) {
    document.documentElement.setAttribute('data-amparo-frame', Preview.outer.width || '');
    Preview.parts = [];
  } else {
    Problems.onshow = (isOpen) => badge.setAttribute('aria-expanded', String(isOpen));
    Problems.onclose = () => badge.focus();
    Preview.parts.push(Bar);
    build();
  }
  document.documentElement.setAttribute('data-amparo-view', data.view);
  Preview.parts.forEach((part) => part.update());
  Preview.start();
})(globalThis.AmparoPreview);
