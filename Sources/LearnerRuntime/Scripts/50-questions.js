/**
 * Questions: checking an answer, saying why, trying again, hints. The engine knows what is
 * right; the page shows what the engine says. An answer is stored before its verdict shows.
 */
(function (Amparo) {
  'use strict';

  const { text, find, findAll } = Amparo;
  /** How long a verdict waits for the disk; a slow one is told when it comes. */
  const PATIENCE = 1500;
  /** Questions that are being tried again: their last verdict is hidden. */
  const again = new Set();

  const action = (section, name) => find(`[data-action="${name}"]`, section);
  const outcomeOf = (section) => find('[data-outcome]', section);
  const inputsOf = (section) => findAll('.option input', section);
  const within = (section) => section.closest('[data-quiz]');

  const Questions = (Amparo.Questions = {
    all: () => findAll('section[data-question]'),

    /** Shows a question as the engine has it. */
    render(section) {
      const [file, activity] = Amparo.placeOf(section);
      const state = Amparo.session.engine.question(file, activity);
      const trying = again.has(section.id) && !state.locked;
      const shown = state.answered && !trying;
      Questions.clear(section);
      if (shown) Questions.judge(section, state);
      else if (section.dataset.shownResult === 'true' && !trying) for (const input of inputsOf(section)) input.checked = false;
      section.dataset.shownResult = String(shown);
      for (const input of inputsOf(section)) input.disabled = shown;
      const tries = find('[data-tries-left]', section);
      if (tries) tries.textContent = Questions.triesText(state, within(section));
      action(section, 'check').hidden = shown;
      action(section, 'again').hidden = !shown || state.locked || Boolean(within(section));
    },

    /** Takes verdicts away, as before an answer. */
    clear(section) {
      delete section.dataset.result;
      for (const why of findAll('.why', section)) why.remove();
      for (const option of findAll('.option', section)) delete option.dataset.verdict;
      for (const input of inputsOf(section)) input.removeAttribute('aria-describedby');
      outcomeOf(section).replaceChildren();
    },

    judge(section, state) {
      const result = state.correct ? 'right' : state.score > 0 ? 'partly' : 'wrong';
      section.dataset.result = result;
      for (const option of findAll('.option', section)) {
        const index = Amparo.number(option, 'option');
        const input = find('input', option);
        const verdict = state.verdicts[index];
        input.checked = Boolean(state.chosen[index]);
        if (verdict) Questions.explain(option, input, verdict);
      }
      const line = Amparo.element('p', { class: 'verdict-line' }, text(`question.${result}`));
      outcomeOf(section).replaceChildren(line);
    },

    explain(option, input, verdict) {
      const words = text({ right: 'question.yes', wrong: 'question.no', missed: 'question.missed' }[verdict]);
      const id = `${input.id}_why`;
      const why = Amparo.element('div', { class: 'why', id }, Amparo.element('span', { class: 'verdict' }, words), ' ');
      const feedback = find('template.feedback', option);
      if (feedback) why.append(feedback.content.cloneNode(true));
      option.dataset.verdict = verdict;
      option.append(why);
      input.setAttribute('aria-describedby', id);
    },

    triesText(state, quiz) {
      if (quiz || state.tries === 0 || state.correct) return '';
      const left = Math.max(0, state.tries - state.triesUsed);
      return left === 0 ? text('question.noTriesLeft') : text('question.triesLeft', { count: left });
    },

    /** Checks what is chosen. */
    async check(section) {
      const [file, activity] = Amparo.placeOf(section);
      const chosen = inputsOf(section).filter((input) => input.checked).map((input) => Number(input.value));
      if (chosen.length === 0) {
        const words = section.dataset.kind === 'multiple' ? 'question.chooseSome' : 'question.chooseFirst';
        outcomeOf(section).replaceChildren(Amparo.element('p', { class: 'verdict-line' }, text(words)));
        inputsOf(section)[0].focus();
        return;
      }
      if (section.hasAttribute('aria-busy')) return;
      section.setAttribute('aria-busy', 'true');
      for (const input of inputsOf(section)) input.disabled = true;
      try {
        const { saved } = Amparo.session.act((engine) => engine.answer(file, activity, chosen), { quietly: true });
        await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
      } catch (error) {
        // The engine's refusals have a code: another window was faster. What it stored shows.
        if (!error.code) throw error;
      } finally {
        section.removeAttribute('aria-busy');
        again.delete(section.id);
        Amparo.emit('changed');
      }
      Questions.focusAfter(section);
    },

    /** The button that had the focus is gone: go on where the learner will. */
    focusAfter(section) {
      const goal = ['next', 'again'].map((name) => action(section, name)).find((button) => button && !button.hidden);
      Amparo.Router.focus(goal || outcomeOf(section));
    },

    tryAgain(section) {
      again.add(section.id);
      Questions.render(section);
      // Of several right answers some may be right already; of one, the wrong one goes.
      for (const input of inputsOf(section)) if (input.type === 'radio') input.checked = false;
      inputsOf(section)[0].focus();
    },

    hint(section) {
      const [file, activity] = Amparo.placeOf(section);
      if (Amparo.session.engine.question(file, activity).hintUsed) return;
      Amparo.session.act((engine) => engine.hint(file, activity));
    },

    /** Shows the questions of a part of the document; of the page shown, when none is given. */
    renderIn(root = Amparo.Router.page) {
      for (const section of findAll('section[data-question]', root)) Questions.render(section);
    },

    start() {
      for (const section of Questions.all()) {
        action(section, 'check').addEventListener('click', () => Amparo.whenReady(() => Questions.check(section)));
        action(section, 'again').addEventListener('click', () => Amparo.whenReady(() => Questions.tryAgain(section)));
        const hint = find('details.hint', section);
        if (hint) hint.addEventListener('toggle', () => hint.open && Amparo.whenReady(() => Questions.hint(section)));
      }
      Amparo.on('learner', () => {
        again.clear();
        for (const section of Questions.all()) {
          for (const input of inputsOf(section)) input.checked = false;
          const hint = find('details.hint', section);
          if (hint) hint.open = false;
        }
      });
      Amparo.on('changed', () => Questions.renderIn());
      Amparo.on('print-all', () => Questions.renderIn(document));
    },
  });
})(globalThis.Amparo);
