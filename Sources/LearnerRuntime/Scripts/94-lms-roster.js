/**
 * Who learns in a learning system: nobody is chosen or added in the page.
 */
(function (Amparo) {
  'use strict';

  /** The one learner whom the system names. */
  Amparo.LMSRoster = class LMSRoster {
    isSingle = true;

    constructor(name, place) {
      this.learner = { id: 'lms', name: Amparo.cleanName(name), order: 1, place };
    }

    async list() {
      return [this.learner];
    }

    async current() {
      return this.learner;
    }

    async first() {
      return this.learner;
    }

    async add() {
      return this.learner;
    }

    async put() {}

    async choose() {}

    async remove() {}

    async eraseAll() {}
  };
})(globalThis.Amparo);
