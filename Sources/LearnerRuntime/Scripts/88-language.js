/**
 * Another language, the same place, the same work. On a web server and in Chromium all
 * languages share one store. Firefox keeps a store for each local file, so there the work
 * travels in the address, which is cleaned as soon as it is read.
 */
(function (Amparo) {
  'use strict';

  const MARK = '~work=';
  /** Characters of an address that every browser takes. */
  const LONGEST = 30000;

  const toAddress = (text) => text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const fromAddress = (text) => text.replace(/-/g, '+').replace(/_/g, '/');

  const Language = (Amparo.Language = {
    /** What came along in the address: { learner, bytes }, or null. Cleans the address. */
    arrived: null,

    read() {
      const { hash } = location;
      const at = hash.indexOf(MARK);
      if (at < 0) return;
      history.replaceState(history.state, '', hash.slice(0, at) || '#p_home');
      const [state, checksum, learner] = hash.slice(at + MARK.length).split('.');
      const bytes = Amparo.fromBase64(fromAddress(state || ''));
      if (!bytes || bytes.length === 0 || Amparo.checksum(bytes) !== checksum) return;
      let name = '';
      try {
        name = decodeURIComponent(learner || '');
      } catch {
        // Work without its name is still work.
      }
      Language.arrived = { learner: Amparo.cleanName(name), bytes };
    },

    /** Address of the same place in another language. */
    place(link) {
      const address = link.getAttribute('href').split('#')[0];
      if (Amparo.data.form !== 'file') return link.getAttribute('href');
      const page = Amparo.Router.target() || 'p_home';
      return `${address}#${page}`;
    },

    /** The same with the work, where stores aren't shared. */
    withWork(link) {
      const place = Language.place(link);
      if (location.protocol !== 'file:' || !Amparo.session) return place;
      const bytes = Amparo.session.engine.snapshot();
      const name = encodeURIComponent(Amparo.session.learner.name);
      const work = `${toAddress(Amparo.toBase64(bytes))}.${Amparo.checksum(bytes)}.${name}`;
      return place.length + work.length > LONGEST ? place : `${place}${MARK}${work}`;
    },

    /** Takes in the work that came along, unless this store has it already. */
    async settle() {
      const { arrived } = Language;
      Language.arrived = null;
      if (!arrived) return;
      const { session } = Amparo;
      await Language.findLearner(arrived.learner);
      const found = session.inspect(arrived.bytes);
      if (!found.ok || found.same) return;
      if (session.isUntouched() || Language.isMine(arrived)) await Amparo.Transfer.put(arrived.bytes, arrived.learner, found);
      else await Amparo.Transfer.take(arrived);
    },

    /** Enters the learner of the name that came along; a new one if somebody else works here. */
    async findLearner(name) {
      const { session } = Amparo;
      if (!name || name === session.learner.name) return;
      const known = (await session.roster.list()).find((learner) => learner.name === name);
      if (known) await session.enter(known);
      else if (session.learner.name || !session.isUntouched()) await session.enter(await session.roster.add(name));
    },

    /** Whether the work here is an earlier state of what came along. */
    isMine({ learner, bytes }) {
      const { session } = Amparo;
      if (learner !== session.learner.name) return false;
      const ours = session.engine.revision();
      const present = session.engine.snapshot();
      session.engine.resume(bytes);
      const theirs = session.engine.revision();
      session.engine.resume(present);
      return theirs > ours;
    },

    start() {
      for (const link of Amparo.findAll('a[data-language]')) {
        const prepare = () => (link.href = Language.place(link));
        Amparo.on('place', prepare);
        link.addEventListener('click', (event) => {
          if (Amparo.data.form !== 'file' || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          Promise.resolve(Amparo.session && Amparo.session.settled()).then(() => location.assign(Language.withWork(link)));
        });
      }
    },
  });
})(globalThis.Amparo);
