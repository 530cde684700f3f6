/**
 * How long learners take: from the moment at which a question, or a tree, first shows in the
 * window until it is answered. What was answered without having been shown has no time.
 */
(function (Amparo) {
  'use strict';

  const keyOf = ([file, activity]) => `${file}.${activity}`;

  Amparo.LMSLatency = class LMSLatency {
    constructor(now = () => performance.now()) {
      this.now = now;
      /** What is in the window now. */
      this.shown = new Set();
      /** When each first showed since it was answered last. */
      this.since = new Map();
    }

    /** Follows what is in the window. Browsers without an observer leave times out. */
    watch() {
      if (typeof IntersectionObserver === 'undefined') return;
      const activities = new Map(Amparo.findAll('section[data-question]').map((element) => [element, Amparo.placeOf(element)]));
      for (const element of Amparo.findAll('.player[data-tree]')) {
        const file = Amparo.fileNamed(element.dataset.tree);
        if (file) activities.set(element, [file.index, 0]);
      }
      const observer = new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries) this[isIntersecting ? 'shows' : 'hides'](activities.get(target));
      });
      for (const element of activities.keys()) observer.observe(element);
      // A question that is tried again keeps its place in the window.
      document.addEventListener('click', ({ target }) => {
        const section = target.closest('[data-action="again"]') && target.closest('section[data-question]');
        if (section) this.opens(Amparo.placeOf(section));
      }, true);
    }

    shows(activity) {
      const key = keyOf(activity);
      this.shown.add(key);
      if (!this.since.has(key)) this.since.set(key, this.now());
    }

    hides(activity) {
      this.shown.delete(keyOf(activity));
    }

    /** It is open once more: its time begins anew, now or when it shows. */
    opens(activity) {
      const key = keyOf(activity);
      this.since.delete(key);
      if (this.shown.has(key)) this.since.set(key, this.now());
    }

    /** Milliseconds that an answer took which was just given; null when nobody knows. */
    taken(activity) {
      const key = keyOf(activity);
      const since = this.since.get(key);
      this.since.delete(key);
      return since === undefined ? null : this.now() - since;
    }
  };
})(globalThis.Amparo);
