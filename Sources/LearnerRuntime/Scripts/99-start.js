/**
 * Starts the page: first everything that needs no engine, so that one can read at once; then
 * the engine, the store, the learner.
 */
(function (Amparo) {
  'use strict';

  const { text } = Amparo;
  let open;
  const ready = new Promise((resolve) => (open = resolve));
  /** Resolves when the learner's work is open, or when it is clear that it won't be. */
  Amparo.opened = ready;
  let failed = false;

  /** Runs an action once the learner's work is open; tells calmly if it fails or can't be. */
  Amparo.whenReady = (action) =>
    ready.then(() => Amparo.session && Amparo.session.entering).then(() => (Amparo.session ? action() : failed && Amparo.say(text('page.scriptsFailed'))))
      .catch(Amparo.Faults.report);

  /** Storage of this browser, or memory where it is blocked. */
  const openStorage = async (toolkit) => {
    try {
      const database = await Amparo.Database.open(toolkit.id);
      // Opening may succeed where writing is forbidden.
      await database.write(['values'], (values) => void values.put(1, 'format'));
      Amparo.database = database;
      return { store: new Amparo.BrowserStore(database), roster: new Amparo.BrowserRoster(database), durable: true };
    } catch (error) {
      console.warn(error);
      return { store: new Amparo.MemoryStore(), roster: new Amparo.MemoryRoster(), durable: false };
    }
  };

  const saveAction = () => ({ label: text('file.save'), run: () => Amparo.Transfer.save() });

  /** What the session has to tell. */
  const listen = () => {
    Amparo.on('restored', ({ problem, bytes }) => {
      const words = !Amparo.session.roster.isSingle
        ? { newer: 'work.stateNewer', damaged: 'work.stateDamaged', 'last-lost': 'work.lastLost' }[problem]
        : { newer: 'lms.stateNewer', damaged: 'lms.stateDamaged' }[problem];
      const actions = bytes ? [{ label: text('file.save'), run: () => Amparo.Transfer.download(bytes, 0) }] : [];
      Amparo.Notices.show({ id: 'restored', text: text(words), actions });
    });
    Amparo.on('saving', ({ works, full }) => {
      if (works) {
        Amparo.Notices.hide('saving');
        return Amparo.say(text('page.saved'));
      }
      return Amparo.Notices.show({
        id: 'saving', urgent: true, text: text(Amparo.session.roster.isSingle ? 'lms.notKept' : full ? 'page.storageFull' : 'work.saveFailed'),
        actions: [saveAction(), { label: text('work.tryAgain'), run: () => Amparo.session.save() }],
      });
    });
    Amparo.on('erased-elsewhere', () =>
      Amparo.Notices.show({
        id: 'erased', urgent: true, text: text('work.erasedElsewhere'),
        actions: [saveAction(), { label: text('work.loadAgain'), run: () => location.reload() }],
      }));
    Amparo.on('refreshed', () => Amparo.say(text('work.refreshed')));
  };

  const openPage = () => {
    const { page } = Amparo.Router;
    const file = page.dataset.file ? Amparo.fileNamed(page.dataset.file) : null;
    const section = Amparo.number(page, 'section');
    if (file && section !== null) Amparo.session.act((engine) => engine.open(file.index, section));
  };

  const startEngine = async () => {
    const { wasm, course } = Amparo.engineBytes();
    const engine = await Amparo.Engine.start(wasm, course, Amparo.plainEngine);
    const { toolkit: { id, version, title }, language } = Amparo.data;
    const toolkit = { id, version, title, language };
    const { LMS } = Amparo;
    const storage = LMS ? await LMS.connect(engine, toolkit, openStorage) : await openStorage(toolkit);
    const session = new Amparo.Session({ engine, toolkit, ...storage });
    engine.onrestart = () => {
      Amparo.emit('engine-restarted');
      Amparo.say(text('page.engineRestarted'));
      Amparo.emit('changed');
    };
    session.onenter = Amparo.Places.load;
    Amparo.session = session;
    await session.enter(await session.roster.first());
    Amparo.Trees.ready();
    if (!session.durable) Amparo.Notices.show({ id: 'storage', text: text('page.storageOff'), actions: [saveAction()] });
    if (session.roster.isSingle) LMS.entered();
    else await Amparo.Language.settle();
    openPage();
    Amparo.Spot.settle();
    Amparo.on('page', () => {
      openPage();
      Amparo.emit('changed');
    });
  };

  const begin = async () => {
    try {
      await startEngine();
    } catch (error) {
      console.error(error);
      failed = true;
      Amparo.session = null;
      Amparo.Notices.show({ id: 'engine', text: text('page.scriptsFailed') });
    }
    open();
    document.documentElement.classList.add('ready');
  };

  if (Amparo.left) return;
  const parts = ['Dialogs', 'Contents', 'Progress', 'Places', 'Warnings', 'Questions', 'Quizzes', 'Trees', 'Glossary', 'Search', 'Settings', 'Leave', 'Learners', 'Transfer', 'Language'];
  Amparo.Language.read();
  Amparo.whisper('');
  listen();
  for (const part of parts) Amparo[part].start();
  Amparo.Router.start();
  Amparo.started = true;
  begin();
})(globalThis.Amparo);
