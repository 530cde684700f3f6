/**
 * What a learning system is told, worked out from the engine alone: completion, success, score,
 * objectives, answers. Pure: nothing here talks to anybody. The rules are those of
 * docs/packages.md, "What is reported when".
 */
(function (Amparo) {
  'use strict';

  const keyOf = ([file, activity]) => `${file}.${activity}`;
  /** Rounded down; the small addition undoes what binary fractions take away. */
  const down = (value, digits) => Math.floor(value * 10 ** digits + 1e-7) / 10 ** digits;

  const completionOf = (engine, { completion }) => {
    const { files } = engine.progress();
    const own = completion.files.map((index) => files[index]).filter(Boolean);
    const done = own.reduce((sum, file) => sum + file.done, 0);
    const total = own.reduce((sum, file) => sum + file.total, 0);
    return {
      complete: own.length > 0 && own.every((file) => file.total > 0 && file.done >= file.total),
      measure: total > 0 ? down(done / total, 4) : 0,
    };
  };

  const successOf = (engine, { success }) => {
    const deciding = success ? success.quizzes : [];
    if (deciding.length === 0) return { success: 'unknown', score: null };
    const results = deciding.map(({ activity, weight }) => {
      // The best attempt, the present one included; null before the first was finished.
      const { bestPercent, bestPassed } = engine.quiz(...activity);
      return { weight, percent: bestPercent, passed: bestPassed };
    });
    const taken = results.filter(({ percent }) => percent !== null);
    const weights = results.reduce((sum, { weight }) => sum + weight, 0);
    const points = taken.reduce((sum, { percent, weight }) => sum + percent * weight, 0);
    return {
      success: results.every(({ passed }) => passed) ? 'passed' : taken.length === results.length ? 'failed' : 'unknown',
      score: taken.length > 0 && weights > 0 ? down(points / weights, 0) : null,
    };
  };

  const objectivesOf = (engine, { objectives, interactions }) => {
    const weights = new Map(interactions.map(({ activity, weight }) => [keyOf(activity), Number(weight) || 0]));
    return objectives.map(({ id, description, activities }) => {
      const questions = activities.map((activity) => ({ ...engine.question(...activity), weight: weights.get(keyOf(activity)) || 1 }));
      const answered = questions.filter((question) => question.answered);
      const points = questions.reduce((sum, { weight }) => sum + weight, 0);
      const earned = answered.reduce((sum, { score, weight }) => sum + (score / 1000) * weight, 0);
      const all = questions.length > 0 && answered.length === questions.length;
      return {
        id, description, begun: answered.length > 0,
        status: all ? (answered.every(({ correct }) => correct) ? 'passed' : 'failed') : 'unknown',
        score: points > 0 ? down((100 * earned) / points, 0) : 0,
      };
    });
  };

  /** Steps of a walk as a response; the oldest are left out until the standard's limits hold. */
  const pathOf = (tree, { steps, answers, ends, pair, join }, limits) => {
    const taken = tree.path.map(({ node, answer }) => [steps[node], answers[answer]]);
    if (tree.node in ends) taken.push([steps[tree.node], ends[tree.node]]);
    if (taken.length === 0 || taken.flat().some((word) => word === undefined)) return null;
    const words = taken.map((step) => step.join(pair));
    const fits = () =>
      (limits.steps === null || words.length <= limits.steps)
      && (limits.response === null || words.join(join).length <= limits.response);
    while (words.length > 1 && !fits()) words.shift();
    return words.join(join);
  };

  Amparo.LMSReport = {
    /**
     * How the learner stands.
     * @returns {{complete: boolean, measure: number, success: string, score: number|null, objectives: object[]}}
     *   measure: 0 to 1; success: passed failed unknown; score: 0 to 100
     */
    of: (engine, lms) => ({
      ...completionOf(engine, lms), ...successOf(engine, lms), objectives: objectivesOf(engine, lms),
    }),

    /**
     * The answer to one interaction of the data block.
     * @returns {{response: string, result: *, correct: boolean|null}|null} null: nothing to record,
     *   because it is open, or of a kind that a later version of the page knows
     */
    answer(engine, item, { results, limits }) {
      if (item.kind === 'choice') {
        const { answered, chosen, correct } = engine.question(...item.activity);
        const { tokens, join } = item.response;
        if (!answered) return null;
        const response = tokens.filter((_, index) => chosen[index]).join(join);
        return { response, result: correct ? results.right : results.wrong, correct };
      }
      if (item.kind === 'path') {
        const tree = engine.tree(...item.activity);
        const response = tree.finished ? pathOf(tree, item.response, limits) : null;
        return response === null ? null : { response, result: results.none, correct: null };
      }
      return null;
    },
  };

  /**
   * Which answers the system hasn't heard of. Answers that a resumed state holds were recorded
   * when they were given; a new answer to the same question is a new fact.
   */
  Amparo.LMSRecorder = class LMSRecorder {
    /** @param {{taken, opens}} clock how long answers took, as `LMSLatency` knows it */
    constructor(lms, clock) {
      this.lms = lms;
      this.clock = clock;
      /** Index of an interaction -> its answer as text, '' while it is open. */
      this.known = new Map();
      /** Index of an interaction -> what is to be recorded. */
      this.waiting = new Map();
    }

    signature(answer) {
      return answer ? JSON.stringify([answer.response, answer.result]) : '';
    }

    /** Takes the engine's present state as recorded, except for interactions of which the ids are given. */
    begin(engine, unsent = []) {
      this.waiting.clear();
      this.lms.interactions.forEach((item, index) =>
        this.known.set(index, unsent.includes(item.id) ? '' : this.signature(Amparo.LMSReport.answer(engine, item, this.lms))));
    }

    /** Notes what changed since, with the time at which it was noticed. */
    collect(engine, at = new Date()) {
      this.lms.interactions.forEach((item, index) => {
        const answer = Amparo.LMSReport.answer(engine, item, this.lms);
        const signature = this.signature(answer);
        if (signature === this.known.get(index)) return;
        this.known.set(index, signature);
        if (answer) this.waiting.set(index, { index, item, ...answer, at, latency: this.clock.taken(item.activity) });
        else this.clock.opens(item.activity);
      });
    }

    pending() {
      return [...this.waiting.values()];
    }

    /** Forgets what arrived, unless it was answered anew meanwhile. */
    done(records) {
      for (const record of records) {
        if (this.waiting.get(record.index) === record) this.waiting.delete(record.index);
      }
    }
  };
})(globalThis.Amparo);
