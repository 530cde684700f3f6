/**
 * Shows pages in frames: learners' and facilitators' side by side, or one as narrow as a phone.
 * Frames follow each other from page to page.
 */
(function (Preview) {
  'use strict';

  const { text, element, pathFor } = Preview;
  const query = new URLSearchParams(location.search);
  const asked = { learner: ['learner'], facilitator: ['facilitator'], both: ['learner', 'facilitator'] };
  const views = asked[query.get('view')] || asked.learner;
  const start = /^\/[^/]/.test(query.get('page') || '') ? query.get('page') : '/index.html';
  const frames = new Map();
  Preview.width = query.get('width') === 'phone' ? 'phone' : 'full';

  /** The page that a frame is to show, with its hash. */
  let wanted = start;

  /** A frame tells where it is. */
  Preview.frameShows = (window, page) => {
    const mine = [...frames].find(([, frame]) => frame.contentWindow === window);
    if (!mine || page === wanted) return;
    wanted = page;
    Preview.page = page.replace(/#.*/, '');
    query.set('page', page);
    history.replaceState(history.state, '', `?${query}`);
    for (const [view, frame] of frames) {
      // Replaced, so that Back goes one page back in both.
      if (frame !== mine[1]) frame.contentWindow.location.replace(pathFor(view, page));
    }
    Preview.refresh();
  };

  const place = document.getElementById('frames');
  place.dataset.width = Preview.width;
  for (const view of views) {
    const name = text(view === 'learner' ? 'learnerFrame' : 'facilitatorFrame');
    const frame = element('iframe', { src: pathFor(view, start), title: name });
    frames.set(view, frame);
    place.append(element('section', { class: 'frame', 'data-view': view }, element('h2', {}, name), frame));
  }
})(globalThis.AmparoPreview);
