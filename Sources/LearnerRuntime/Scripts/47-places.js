/**
 * Small things remembered for each learner beside the state: the page read last, and the
 * content warnings seen. Where nothing can be stored they last as long as the page.
 */
(function (Amparo) {
  'use strict';

  let place = null;
  let warned = [];

  const known = (id) => typeof id === 'string' && Amparo.data.files.some((file) => file.id === id || file.sections.some(({ page }) => page === id));

  const keep = () => {
    const { session, database } = Amparo;
    if (!session || !database || session.stopped) return;
    const value = { page: place, warned };
    const key = `place:${session.learner.id}`;
    database.write(['values'], (values) => void values.put(value, key)).catch((error) => console.warn(error));
  };

  const Places = (Amparo.Places = {
    /** The page that the learner read last: { page, href, title }, or null. */
    last() {
      for (const file of Amparo.data.files) {
        if (file.id === place && file.kind === 'tree') return { page: file.id, href: file.href, title: file.title };
        const section = file.sections.find(({ page }) => page === place);
        if (section) return { page: section.page, href: section.href, title: section.title };
      }
      return null;
    },

    /** Whether a file's content warning was seen. */
    wasWarned: (file) => warned.includes(file),

    /** Remembers that a file's content warning was seen. */
    setWarned(file) {
      if (warned.includes(file)) return;
      warned.push(file);
      keep();
    },

    /** Reads what is remembered of a learner. */
    async load(learner) {
      place = null;
      warned = [];
      // A learning system says it with the learner.
      if (known(learner.place)) place = learner.place;
      if (!Amparo.database) return;
      const value = await Amparo.database.get('values', `place:${learner.id}`);
      if (!value || typeof value !== 'object') return;
      if (known(value.page)) place = value.page;
      if (Array.isArray(value.warned)) warned = value.warned.filter(known);
    },

    /** Forgets a learner. */
    async forget(learner) {
      place = null;
      warned = [];
      if (Amparo.database) await Amparo.database.write(['values'], (values) => void values.delete(`place:${learner.id}`));
    },

    start() {
      Amparo.on('page', ({ page }) => {
        if (!known(page.id) || page.id === place) return;
        if (page.dataset.pageKind !== 'section' && page.dataset.pageKind !== 'tree') return;
        place = page.id;
        keep();
      });
    },
  });
})(globalThis.Amparo);
