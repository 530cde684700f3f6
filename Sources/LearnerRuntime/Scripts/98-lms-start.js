/**
 * A package in its learning system: connects, goes on where the learner was, tells calmly what
 * doesn't work, ends the session when the page goes. Without a system the page is what it is as
 * a single file.
 */
(function (Amparo) {
  'use strict';

  const { text, find, findAll } = Amparo;
  const lms = JSON.parse(document.getElementById('p_lms').textContent);
  const links = { scorm12: 'SCORMLink', scorm2004: 'SCORMLink', cmi5: 'CMI5Link' };
  let store = null;
  let link = null;

  const saveAction = () => ({ label: text('file.save'), run: () => Amparo.whenReady(() => Amparo.Transfer.save()) });
  const retryAction = () => ({ label: text('work.tryAgain'), run: () => store.flush() });
  const tell = (key, actions = []) => Amparo.Notices.show({ id: 'lms', text: text(key), actions });

  const LMS = (Amparo.LMS = {
    lms,

    /**
     * Where this learner's work is kept.
     * @param {function(toolkit): Promise<object>} alone opens the browser's storage
     * @returns {Promise<{store, roster, durable}>}
     */
    async connect(engine, toolkit, alone) {
      link = await Amparo[links[lms.standard]].find(lms).catch((error) => (console.warn(error), null));
      if (!link) {
        tell('lms.alone', [saveAction()]);
        return alone(toolkit);
      }
      const found = await link.open().catch((error) => (console.warn(error), null));
      if (!found) return LMS.withoutSession(engine, toolkit);
      if (found.isReview) tell('lms.review');
      return LMS.keep(engine, toolkit, found);
    },

    /** The system is there and gives no session. What this device may keep, it keeps. */
    async withoutSession(engine, toolkit) {
      tell('lms.refused', [saveAction()]);
      const found = { text: '', location: '', name: '', resumed: true, isReview: false, ...link.identity };
      const parts = await LMS.keep(engine, toolkit, found);
      store.ended = true;
      return parts;
    },

    async keep(engine, toolkit, found) {
      const key = found.isReview ? null : Amparo.LMSState.keyOf({ ...found, lms });
      const copy = await Amparo.LMSCopy.open(toolkit.id, key);
      store = LMS.store = new Amparo.LMSStore({ link, copy, engine, lms, found });
      store.onask = LMS.ask;
      store.onsent = LMS.showSent;
      store.onwhole = LMS.showWhole;
      LMS.adaptPage();
      LMS.listen();
      // What may be lost with the page is told by this part's own notices.
      return { store, roster: new Amparo.LMSRoster(found.name, found.location), durable: true };
    },

    /** Called once the learner's work is open. */
    entered() {
      if (!store) return;
      store.entered();
      if (store.source === 'device') Amparo.say(text('lms.fromDevice'));
      LMS.goBack(store.found.location);
      Amparo.on('place', ({ page, place }) => store.moveTo(place ? place.id : page.id));
    },

    /** Opens the place where the learner was, unless the address names one. */
    goBack(place) {
      const goal = [place, lms.start].find((id) => id && document.getElementById(id));
      if (location.hash || !goal || Amparo.Router.page.id === goal) return;
      location.replace(`#${goal}`);
    },

    /** The system begins afresh and this device has work: who learns decides. */
    ask: ({ done, total }) =>
      Amparo.Dialogs.ask({
        title: text('lms.foundTitle'), text: text('lms.found', { done, total }),
        choices: [{ label: text('lms.foundYes'), value: true }, { label: text('lms.foundNo'), value: false }],
        fallback: true,
      }),

    showSent(arrived) {
      if (!store.copy) {
        // Without a copy it is the session that tells.
        if (arrived && Amparo.session.failed) Amparo.session.save();
        return;
      }
      if (!arrived) {
        if (LMS.troubled) return;
        LMS.troubled = true;
        return void tell('lms.later', [saveAction(), retryAction()]);
      }
      if (!LMS.troubled) return;
      LMS.troubled = false;
      Amparo.Notices.hide('lms');
      Amparo.say(text('lms.sent'));
    },

    /** Whether the system holds the whole state. One that is very slow may turn out to. */
    showWhole(isWhole) {
      if (isWhole === !LMS.cut) return;
      LMS.cut = !isWhole;
      if (!isWhole) tell(store.copy ? 'lms.cut' : 'lms.notKept', [saveAction()]);
      else if (!LMS.troubled) Amparo.Notices.hide('lms');
    },

    /** The learner is who the system says: nobody is chosen or added here. */
    adaptPage() {
      for (const button of findAll('[data-action="learner"]')) button.hidden = true;
      const exit = Amparo.button(text('lms.exit'), () => LMS.exit().catch(Amparo.Faults.report), 'lms-exit');
      find('header.bar [data-action="leave"]').before(exit);
    },

    listen() {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') store.flush().catch((error) => console.warn(error));
      });
      // A page that may come back from the browser's cache ends its session, too: systems do
      // the same, and no later moment is sure to come.
      addEventListener('pagehide', () => store.close());
      addEventListener('pageshow', ({ persisted }) => persisted && tell('lms.over', [saveAction()]));
    },

    /** Ends the session because the learner says so, and leaves. */
    async exit() {
      if (Amparo.session) await Promise.race([Amparo.session.save(), new Promise((resolve) => setTimeout(resolve, 3000))]);
      const outcome = await store.close();
      const isSafe = !outcome || outcome.ok || store.copy;
      const back = link.wayBack;
      if (isSafe && back) return void location.assign(back);
      if (isSafe && window.opener) window.close();
      tell(isSafe ? 'lms.closed' : 'lms.notKept', isSafe ? [] : [saveAction()]);
      return undefined;
    },

    /** Forgets the copy on this device; the system's stays. */
    async erase() {
      const isMeant = await Amparo.Dialogs.ask({
        title: text('learner.erase'), text: text('lms.eraseAsk'), final: true,
        choices: [{ label: text('learner.eraseYes'), value: true }, { label: text('learner.eraseNo'), value: false }],
      });
      if (!isMeant) return;
      await store.erase();
      Amparo.say(text('lms.erased'));
    },
  });
})(globalThis.Amparo);
