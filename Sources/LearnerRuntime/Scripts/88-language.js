/**
 * Another language, the same place, the same work. On a web server and in Chromium all
 * languages share one store. Firefox keeps a store for each local file, so there the work
 * travels in the address, if the learner wants that, and the address is cleaned as soon as it
 * is read. docs/decisions/0006-work-travels-in-the-address.md says why.
 */
(function (Amparo) {
  'use strict';

  /** Characters of an address that every browser takes; Firefox takes a million. */
  const LONGEST = 200000;
  const AGREED = 'amparo:along';

  const toAddress = (text) => text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const fromAddress = (text) => text.replace(/-/g, '+').replace(/_/g, '/');
  const { text } = Amparo;

  /** A short text without its letters showing in the list of visited pages. */
  const pack = (words) => toAddress(Amparo.toBase64(new TextEncoder().encode(words)));
  const unpack = (packed) => {
    const bytes = Amparo.fromBase64(fromAddress(packed || ''));
    return bytes ? new TextDecoder().decode(bytes) : '';
  };

  const Language = (Amparo.Language = {
    /** What came along in the address: { learner, bytes }, or null. */
    arrived: null,
    /** Remembers, as long as the tab is open, that the work may travel so. */
    agree() {
      Language.agreed = true;
      try {
        sessionStorage.setItem(AGREED, '1');
      } catch {
        // Nothing can be stored: asked again after the next reload.
      }
    },

    /** Whether the learner agreed, here or in the language before. */
    hasAgreed() {
      try {
        return Language.agreed || sessionStorage.getItem(AGREED) === '1';
      } catch {
        return Language.agreed;
      }
    },

    agreed: false,

    read() {
      Amparo.Spot.read();
      const work = Amparo.Spot.arrived.get('work');
      if (!work) return;
      const [state, checksum, learner] = work.split('.');
      const bytes = Amparo.fromBase64(fromAddress(state || ''));
      if (!bytes || bytes.length === 0 || Amparo.checksum(bytes) !== checksum) return;
      Language.agree();
      Language.arrived = { learner: Amparo.cleanName(unpack(learner)), bytes };
    },

    /** Address of the same place in another language. */
    place(link) {
      const address = link.dataset.address || link.getAttribute('href').split('#')[0];
      link.dataset.address = address;
      return `${address}#${Amparo.Spot.id()}${Amparo.Spot.suffix()}`;
    },

    /** Whether the other language finds the work in its own store. */
    isShared() {
      const { session } = Amparo;
      if (!session || !session.durable) return false;
      // Chromium has one store for all local files; only Chromium has this property.
      return location.protocol !== 'file:' || Boolean(navigator.userAgentData);
    },

    /** The work as it stands in an address. */
    work() {
      const { session } = Amparo;
      const bytes = session.engine.snapshot();
      const parts = [toAddress(Amparo.toBase64(bytes)), Amparo.checksum(bytes), pack(session.learner.name)];
      return `~work=${parts.join('.')}`;
    },

    /** Goes to another language. */
    async go(link) {
      const { session } = Amparo;
      // Where one is, before a question covers it.
      const place = Language.place(link);
      if (!session) return location.assign(place);
      await session.settled();
      if (Language.isShared() || session.isUntouched()) return location.assign(place);
      const work = Language.work();
      if (place.length + work.length > LONGEST) return Language.tellTooLarge(link);
      const choice = Language.hasAgreed() ? 'take' : await Language.ask(link);
      if (choice === 'take') Language.agree();
      if (choice) location.assign(choice === 'take' ? place + work : place);
      return undefined;
    },

    ask(link) {
      return Amparo.Dialogs.ask({
        title: link.textContent.trim(),
        text: text('work.languageAsk', { language: link.textContent.trim() }),
        choices: [
          { label: text('work.languageTake'), value: 'take' },
          { label: text('work.languageLeave'), value: 'leave' },
          { label: text('work.cancel'), value: null },
        ],
      });
    },

    tellTooLarge(link) {
      Amparo.Notices.show({
        id: 'language', text: text('work.languageTooLarge', { language: link.textContent.trim() }),
        actions: [{ label: text('file.save'), run: () => Amparo.Transfer.save() }],
      });
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
        // For a new tab, and for people who copy the address.
        Amparo.on('place', () => (link.href = Language.place(link).split('~')[0]));
        link.addEventListener('click', (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          Language.go(link).catch(Amparo.Faults.report);
        });
      }
    },
  });
})(globalThis.Amparo);
