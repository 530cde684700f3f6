/**
 * Work that travels: saved to a file, resumed from one, carried along to another language.
 * What comes in is checked first, and never destroys the work that is here without asking.
 */
(function (Amparo) {
  'use strict';

  const { text, find, findAll } = Amparo;

  /** What to say about a file that can't be used. */
  const PROBLEMS = {
    empty: 'work.fileEmpty', 'too-large': 'work.fileTooLarge', 'not-ours': 'file.notAFile',
    newer: 'file.newerVersion', damaged: 'file.damaged',
  };

  const day = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  };

  const Transfer = (Amparo.Transfer = {
    /** Saves the present work to a file. */
    save() {
      const { engine } = Amparo.session;
      Transfer.download(engine.snapshot(), engine.revision());
    },

    /** Saves bytes of a state to a file. */
    download(bytes, revision) {
      const { toolkit, learner } = Amparo.session;
      const content = Amparo.ProgressFile.write({ toolkit, language: toolkit.language, learner: learner.name, revision, bytes });
      Amparo.download(Amparo.ProgressFile.nameFor(text('file.fileName'), learner.name, day()), content);
    },

    /** Resumes from a file that the learner chose. */
    async resume(file) {
      if (file.size > Amparo.ProgressFile.LARGEST_FILE) return Transfer.tell(text('work.fileTooLarge'));
      let content;
      try {
        content = await file.text();
      } catch (error) {
        console.warn(error);
        return Transfer.tell(text('file.notAFile'));
      }
      const read = Amparo.ProgressFile.read(content, Amparo.session.toolkit);
      if (read.problem === 'wrong-toolkit') return Transfer.tell(text('file.otherToolkit', { title: read.title }));
      if (read.problem) return Transfer.tell(text(PROBLEMS[read.problem]));
      return Transfer.take(read);
    },

    /** Takes in checked bytes; asks when there is other work. */
    async take({ learner: name, bytes }) {
      const { session } = Amparo;
      const found = session.inspect(bytes);
      if (!found.ok) return Transfer.tell(text(found.reason === 'newer' ? 'file.newerVersion' : 'file.damaged'));
      if (found.same) return Transfer.tell(text('work.sameWork'));
      if (session.isUntouched()) return Transfer.put(bytes, name, found);
      const choice = await Transfer.ask(name, found.progress);
      if (choice === 'both') {
        await session.enter(await session.roster.add(await Transfer.freeName(name)));
        return Transfer.put(bytes, '', found);
      }
      if (choice === 'replace') return Transfer.put(bytes, '', found);
      return undefined;
    },

    ask(name, theirs) {
      const { session } = Amparo;
      const ours = session.engine.progress();
      const here = Amparo.Learners.nameOf(session.learner);
      return Amparo.Dialogs.ask({
        title: text('file.resume'),
        text: [
          Amparo.element('span', {}, text('work.fileHolds', { name: name || text('learner.unnamed'), done: theirs.done, total: theirs.total })), ' ',
          Amparo.element('span', {}, text('work.deviceHolds', { name: here, done: ours.done, total: ours.total })),
        ],
        choices: [
          ...(session.roster.isSingle ? [] : [{ label: text('work.keepBoth'), value: 'both' }]),
          { label: text('file.replaceYes'), value: 'replace' },
          { label: text('work.cancel'), value: null },
        ],
      });
    },

    /** A name that no learner here has: "Rosa", "Rosa 2". */
    async freeName(name) {
      const base = name || '';
      for (let number = 1; ; number += 1) {
        const candidate = number === 1 ? base : `${base} ${number}`.trim();
        if (candidate !== '' && !(await Amparo.Learners.isTaken(candidate, null))) return candidate;
      }
    },

    /** Replaces the present state, and the name where there is none. */
    async put(bytes, name, found) {
      const { session } = Amparo;
      if (name && !session.learner.name && !session.roster.isSingle && !(await Amparo.Learners.isTaken(name, session.learner.id))) {
        session.learner.name = name;
        await session.roster.put(session.learner);
      }
      await session.replace(bytes);
      Amparo.emit('learner', session.learner);
      Amparo.emit('changed');
      const { name: own } = session.learner;
      const welcome = own ? text('file.resumed', { name: own }) : text('work.resumedUnnamed');
      Transfer.tell(found.dropped > 0 ? `${welcome} ${text('file.olderVersion')}` : welcome);
    },

    /** Stays until it is closed: a file is chosen once, and what became of it matters. */
    tell(words) {
      Amparo.Notices.show({ id: 'file', text: words });
    },

    start() {
      for (const button of findAll('[data-action="save"]')) button.addEventListener('click', () => Amparo.whenReady(Transfer.save));
      for (const input of findAll('input[data-action="resume"]')) {
        input.addEventListener('change', () => Amparo.whenReady(async () => {
          const [file] = input.files;
          // The same file chosen again must be a change again.
          if (file) await Transfer.resume(file).finally(() => (input.value = ''));
        }));
      }
    },
  });
})(globalThis.Amparo);
