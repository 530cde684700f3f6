/** Marks in the contents, the way to go on, and the learner's overview. */
(function (Amparo) {
  'use strict';

  const { text } = Amparo;

  const stateOf = (done, total, begun) => (total > 0 && done >= total ? 'done' : begun || done > 0 ? 'part' : 'none');

  const Progress = (Amparo.Progress = {
    /** State of every file and page: Map of id -> 'none' | 'part' | 'done'. */
    states() {
      const { engine } = Amparo.session;
      const progress = engine.progress();
      const states = new Map();
      for (const file of Amparo.data.files) {
        const known = progress.files[file.index] || { done: 0, total: 0, sections: [] };
        for (const section of file.sections) {
          const { opened = false, done = false } = known.sections[section.index] || {};
          states.set(section.page, done ? 'done' : opened ? 'part' : 'none');
        }
        const begun = file.kind === 'tree'
          ? engine.tree(file.index, 0).path.length > 0
          : file.sections.some((section) => states.get(section.page) !== 'none');
        states.set(file.id, stateOf(known.done, known.total, begun));
      }
      return states;
    },

    /** Where to go on: { file, page, title, begun }. */
    next() {
      const states = Progress.states();
      const begun = [...states.values()].some((state) => state !== 'none');
      const last = Amparo.Places.last();
      if (last && begun) return { ...last, begun };
      for (const file of Amparo.data.files) {
        const section = file.sections.find(({ page }) => states.get(page) !== 'done');
        if (section && begun && states.get(file.id) !== 'none') return { page: section.page, href: section.href, title: section.title, begun };
        if (states.get(file.id) === 'none') return { page: file.id, href: file.href, title: file.title, begun };
      }
      return null;
    },

    /** Shows everything that depends on progress. */
    render() {
      const states = Progress.states();
      for (const mark of Amparo.findAll('[data-progress]')) {
        const state = states.get(mark.dataset.progress) || 'none';
        if (mark.dataset.state === state) continue;
        mark.dataset.state = state;
        mark.textContent = text(`progress.${state}`);
      }
      const next = Progress.next();
      for (const link of Amparo.findAll('a[data-continue]')) {
        if (!next) continue;
        link.href = next.href;
        link.textContent = text(next.begun ? 'progress.continueWith' : 'progress.startWith', { title: next.title });
      }
      for (const overview of Amparo.findAll('[data-overview]', Amparo.Router.page)) overview.replaceChildren(...Progress.overview(states));
    },

    overview(states) {
      const items = Amparo.data.files
        .filter((file) => states.get(file.id) !== 'none')
        .map((file) => Progress.row(file, states));
      if (items.length === 0) return [Amparo.element('p', {}, text('progress.nothingYet'))];
      return [Amparo.element('ul', { class: 'overview' }, ...items)];
    },

    row(file, states) {
      const state = states.get(file.id);
      const facts = file.kind === 'tree'
        ? [text(state === 'done' ? 'progress.treeWalked' : 'progress.treeNotWalked')]
        : Progress.facts(file, states);
      const { done, total } = Amparo.session.engine.progress().files[file.index];
      const percent = total > 0 ? Math.round((100 * done) / total) : 0;
      return Amparo.element(
        'li', { class: 'overview-item', 'data-state': state },
        Amparo.element('a', { href: file.href, id: `p_overview_${file.id}` }, file.title),
        Amparo.element('progress', { class: 'meter', max: 100, value: percent, 'aria-labelledby': `p_overview_${file.id}` }, text('progress.percent', { percent })),
        Amparo.element('ul', { class: 'facts' }, ...facts.map((fact) => Amparo.element('li', {}, fact))));
    },

    facts(file, states) {
      const { engine } = Amparo.session;
      const questions = file.activities.filter(({ kind }) => kind !== 'quiz' && kind !== 'tree');
      const answered = questions.filter(({ index }) => engine.question(file.index, index).answered).length;
      const read = file.sections.filter(({ page }) => states.get(page) !== 'none').length;
      const facts = [];
      if (file.sections.length) facts.push(text('progress.sectionsRead', { count: read, total: file.sections.length }));
      if (questions.length) facts.push(text('progress.questionsAnswered', { count: answered, total: questions.length }));
      for (const { index } of file.activities.filter(({ kind }) => kind === 'quiz')) facts.push(Progress.quizFact(engine.quiz(file.index, index)));
      return facts;
    },

    quizFact(quiz) {
      if (quiz.bestPassed) return text('progress.quizPassed', { percent: quiz.bestPercent });
      const taken = quiz.finished || quiz.attempt > 1;
      return taken ? text('progress.quizNotPassed', { percent: quiz.bestPercent || 0 }) : text('progress.quizNotTaken');
    },

    start() {
      // Several changes in a row are shown once.
      let waiting = false;
      const soon = () => {
        if (waiting) return;
        waiting = true;
        queueMicrotask(() => {
          waiting = false;
          if (Amparo.session) Progress.render();
        });
      };
      Amparo.on('changed', soon);
      Amparo.on('page', soon);
    },
  });
})(globalThis.Amparo);
