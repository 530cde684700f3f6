/**
 * A report as SCORM's elements and values, in the order in which they are set. Pure, for both
 * versions; the names and forms are the standards', the traps are in docs/packages.md.
 */
(function (Amparo) {
  'use strict';

  const two = (number) => String(number).padStart(2, '0');
  /** Longest session time that the form HHHH:MM:SS.SS holds, in milliseconds. */
  const LONGEST = 9999 * 3600000 + 3599990;

  /** Names of elements that both versions have. */
  const NAMES = {
    scorm12: {
      learner: 'cmi.core.student_id', name: 'cmi.core.student_name', mode: 'cmi.core.lesson_mode',
      credit: 'cmi.core.credit', entry: 'cmi.core.entry', location: 'cmi.core.lesson_location',
      suspend: 'cmi.suspend_data', exit: 'cmi.core.exit', time: 'cmi.core.session_time',
      completion: 'cmi.core.lesson_status', success: null, score: 'cmi.core.score',
      response: 'student_response',
    },
    scorm2004: {
      learner: 'cmi.learner_id', name: 'cmi.learner_name', mode: 'cmi.mode', credit: 'cmi.credit',
      entry: 'cmi.entry', location: 'cmi.location', suspend: 'cmi.suspend_data', exit: 'cmi.exit',
      time: 'cmi.session_time', completion: 'cmi.completion_status', success: 'cmi.success_status',
      score: 'cmi.score', response: 'learner_response',
    },
  };

  /** What a system has stays when it is worth more: passed is never taken back. */
  const RANK = { incomplete: 1, completed: 2, failed: 2, passed: 3 };
  const rankOf = (status) => RANK[status] || 0;
  const atLeast = (status, before) => (rankOf(status) < rankOf(before) ? before : status);

  const scorePairs = (base, raw, scaled) => [
    ...(scaled ? [[`${base}.scaled`, String(raw / 100)]] : []),
    [`${base}.raw`, String(raw)], [`${base}.min`, '0'], [`${base}.max`, '100'],
  ];

  const Elements = (Amparo.SCORMElements = {
    NAMES,

    /** Milliseconds as a span of time: 0000:01:05.25, or PT1M5.25S. */
    duration(milliseconds, standard) {
      const hundredths = Math.floor(Math.min(Math.max(0, milliseconds || 0), LONGEST) / 10);
      const hours = Math.floor(hundredths / 360000);
      const minutes = Math.floor(hundredths / 6000) % 60;
      const seconds = Math.floor(hundredths / 100) % 60;
      const rest = hundredths % 100;
      if (standard === 'scorm12') return `${String(hours).padStart(4, '0')}:${two(minutes)}:${two(seconds)}.${two(rest)}`;
      const fraction = rest === 0 ? '' : `.${two(rest)}`;
      return `PT${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}${seconds}${fraction}S`;
    },

    /** When an answer was given; null where the device's clock shows a year that SCORM doesn't know. */
    moment(date, standard) {
      const year = date.getUTCFullYear();
      if (!(year >= 1970 && year <= 2037)) return null;
      if (standard === 'scorm12') return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
      return `${date.toISOString().slice(0, 19)}.00Z`;
    },

    /** The status as the system keeps it. @param {{completion, success}} before what it has already */
    status({ complete, success }, lms, before) {
      if (lms.standard === 'scorm12') {
        const status = lms.status[complete ? 'complete' : 'incomplete'][success];
        return { completion: atLeast(status, before.completion), success: null };
      }
      return {
        completion: atLeast(complete ? 'completed' : 'incomplete', before.completion),
        success: atLeast(success, before.success),
      };
    },

    /**
     * Status, score and progress as pairs.
     * @param {boolean} countsScore whether the system takes the score for how far the learner is (Kolibri)
     */
    standing(report, lms, before, countsScore = false) {
      const names = NAMES[lms.standard];
      const is2004 = lms.standard === 'scorm2004';
      const { completion, success } = Elements.status(report, lms, before);
      const score = countsScore ? Elements.farAs(report, lms) : report.score;
      const status = [[names.completion, completion], ...(names.success ? [[names.success, success]] : [])];
      return [
        ...(is2004 ? [['cmi.progress_measure', String(report.measure)]] : []),
        ...(score === null ? [] : scorePairs(names.score, score, is2004)),
        ...status,
      ];
    },

    score: (base, raw) => scorePairs(base, raw, false),

    /** How far the learner is, of 100; 100 is only for who is through, and has passed where a quiz decides. */
    farAs: ({ complete, success, measure }, lms) =>
      (complete && (success === 'passed' || !decides(lms)) ? 100 : Math.min(99, Math.floor(measure * 100))),

    /** One objective at its place in the system's list; the id first. */
    objective({ id, description, status, score }, place, standard) {
      const base = `cmi.objectives.${place}`;
      const is2004 = standard === 'scorm2004';
      return [
        [`${base}.id`, id],
        ...(description ? [[`${base}.description`, description]] : []),
        ...scorePairs(`${base}.score`, score, is2004),
        ...(is2004
          ? [[`${base}.success_status`, status], [`${base}.completion_status`, status === 'unknown' ? 'incomplete' : 'completed']]
          : [[`${base}.status`, status === 'unknown' ? 'incomplete' : status]]),
      ];
    },

    /** One answer at its place in the system's list; id and type first. */
    interaction({ item, response, result, at, latency }, place, standard) {
      const base = `cmi.interactions.${place}`;
      const is2004 = standard === 'scorm2004';
      const moment = Elements.moment(at, standard);
      return [
        [`${base}.id`, item.id], [`${base}.type`, item.type],
        ...item.objectives.map((id, index) => [`${base}.objectives.${index}.id`, id]),
        ...item.correct.map((pattern, index) => [`${base}.correct_responses.${index}.pattern`, pattern]),
        [`${base}.weighting`, item.weight],
        ...(is2004 && item.description ? [[`${base}.description`, item.description]] : []),
        ...(moment === null ? [] : [[`${base}.${is2004 ? 'timestamp' : 'time'}`, moment]]),
        [`${base}.${NAMES[standard].response}`, response], [`${base}.result`, result],
        ...(latency === null ? [] : [[`${base}.latency`, Elements.duration(latency, standard)]]),
      ];
    },
  });

  const decides = ({ success }) => Boolean(success) && success.quizzes.length > 0;
})(globalThis.Amparo);
