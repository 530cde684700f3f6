/**
 * Quizzes: an introduction, one question at a time, a result with every question to look at
 * again. What counts is the engine's; where one is between two questions is the page's.
 */
(function (Amparo) {
  'use strict';

  const { text, find, findAll } = Amparo;
  /** Quizzes that were begun on this page: id -> index of the question shown. */
  const running = new Map();

  const items = (quiz) => findAll('.quiz-questions > li', quiz);
  const questionIn = (item) => find('section[data-question]', item);
  const idOf = (quiz) => quiz.dataset.quiz;

  const Quizzes = (Amparo.Quizzes = {
    all: () => findAll('section[data-quiz]'),

    status(quiz) {
      const [file, activity] = Amparo.placeOf(quiz);
      return Amparo.session.engine.quiz(file, activity);
    },

    /** Index of the first question without an answer, or -1. */
    firstOpen(quiz) {
      return items(quiz).findIndex((item) => {
        const [file, activity] = Amparo.placeOf(questionIn(item));
        return !Amparo.session.engine.question(file, activity).answered;
      });
    },

    /** Shows a quiz as the engine has it. */
    render(quiz) {
      const status = Quizzes.status(quiz);
      const shown = running.get(idOf(quiz));
      const state = shown !== undefined ? 'running' : status.finished ? 'done' : 'ready';
      quiz.dataset.state = state;
      items(quiz).forEach((item, index) => item.toggleAttribute('data-current', state === 'running' && index === shown));
      const start = find('[data-action="quiz-start"]', quiz);
      start.textContent = text(status.answered > 0 ? 'quiz.resume' : 'quiz.start');
      Quizzes.renderNext(quiz, state, shown);
      const result = find('[data-quiz-result]', quiz);
      if (state === 'done') Quizzes.renderResult(quiz, result, status);
      else result.replaceChildren();
    },

    renderNext(quiz, state, shown) {
      const isLast = Quizzes.firstOpen(quiz) === -1;
      items(quiz).forEach((item, index) => {
        const question = questionIn(item);
        const next = find('[data-action="next"]', question);
        next.hidden = !(state === 'running' && index === shown && question.dataset.result);
        next.textContent = text(isLast ? 'question.seeResult' : 'question.next');
      });
    },

    renderResult(quiz, result, status) {
      const verdict = status.passPercent === null || quiz.dataset.pass === undefined
        ? text('quiz.noPass')
        : status.passed ? text('quiz.passed') : text('quiz.failed', { pass: Amparo.number(quiz, 'pass') });
      const right = items(quiz).filter((item) => questionIn(item).dataset.result === 'right').length;
      const lines = [text('quiz.result', { right, total: status.total, percent: status.percent })];
      if (status.criticalMissed) lines.push(text('quiz.criticalMissed'));
      if (!status.passed && quiz.dataset.pass !== undefined && status.tries > 0) {
        const left = Math.max(0, status.tries - status.attempt);
        lines.push(left === 0 ? text('quiz.noTriesLeft') : text('quiz.triesLeft', { count: left }));
      }
      const heading = Amparo.element('h2', { tabindex: '-1' }, verdict);
      const actions = Amparo.element('p', { class: 'actions' });
      if (status.canRetry) actions.append(Amparo.button(text('quiz.again'), () => Quizzes.retry(quiz), status.passed ? '' : 'primary'));
      result.replaceChildren(
        heading, ...lines.map((line) => Amparo.element('p', {}, line)),
        ...Quizzes.advice(quiz, status.percent), Amparo.element('p', { class: 'fine' }, text('quiz.review')),
        ...(actions.childNodes.length ? [actions] : []));
    },

    advice(quiz, percent) {
      const fitting = findAll('template[data-advice]', quiz).find(
        (template) => Amparo.number(template, 'from') <= percent && percent <= Amparo.number(template, 'to'));
      return fitting ? [fitting.content.cloneNode(true)] : [];
    },

    /** Shows the first question without an answer, or the result. */
    advance(quiz) {
      const open = Quizzes.firstOpen(quiz);
      if (open === -1) running.delete(idOf(quiz));
      else running.set(idOf(quiz), open);
      Quizzes.render(quiz);
      if (open === -1) {
        find('[data-quiz-result]', quiz).scrollIntoView({ block: 'start' });
        Amparo.Router.focus(find('[data-quiz-result] h2', quiz));
        return;
      }
      Quizzes.focusQuestion(items(quiz)[open]);
      const left = items(quiz).length - Quizzes.status(quiz).answered;
      Amparo.whisper(text('quiz.left', { count: left }));
    },

    focusQuestion(item) {
      const prompt = find('legend', item) || questionIn(item);
      item.scrollIntoView({ block: 'nearest' });
      Amparo.Router.focus(prompt);
    },

    retry(quiz) {
      const [file, activity] = Amparo.placeOf(quiz);
      Amparo.session.act((engine) => engine.retry(file, activity));
      for (const input of findAll('.option input', quiz)) input.checked = false;
      for (const hint of findAll('details.hint', quiz)) hint.open = false;
      Quizzes.advance(quiz);
    },

    /** Shows the quizzes of a part of the document; of the page shown, when none is given. */
    renderIn(root = Amparo.Router.page) {
      for (const quiz of findAll('section[data-quiz]', root)) Quizzes.render(quiz);
    },

    /** A link to a question of a quiz shows it. */
    reveal(place) {
      const item = place ? place.closest('.quiz-questions > li') : null;
      const quiz = item ? item.closest('[data-quiz]') : null;
      if (!quiz || quiz.dataset.state === 'done') return;
      running.set(idOf(quiz), items(quiz).indexOf(item));
      Quizzes.render(quiz);
      item.scrollIntoView();
    },

    start() {
      for (const quiz of Quizzes.all()) {
        // The result stands above the answers that one looks at again.
        find('.quiz-questions', quiz).before(find('[data-quiz-result]', quiz));
        const begin = find('[data-action="quiz-start"]', quiz);
        begin.addEventListener('click', () => Amparo.whenReady(() => Quizzes.advance(quiz)));
        for (const item of items(quiz)) {
          find('[data-action="next"]', item).addEventListener('click', () => Amparo.whenReady(() => Quizzes.advance(quiz)));
        }
      }
      Amparo.on('learner', () => running.clear());
      Amparo.on('changed', () => Quizzes.renderIn());
      Amparo.on('print-all', () => Quizzes.renderIn(document));
      Amparo.on('place', ({ place }) => Amparo.whenReady(() => Quizzes.reveal(place)));
    },
  });
})(globalThis.Amparo);
