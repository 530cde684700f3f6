/**
 * Several people on one device: who works, switching, adding, renaming, erasing. Nobody is
 * asked before the first page; a name or code is offered where work is kept.
 */
(function (Amparo) {
  'use strict';

  const { text, find, findAll } = Amparo;
  let renaming = null;

  const nameOf = (learner) => learner.name || text('learner.unnamed');
  const named = (learner) => Amparo.element('bdi', {}, nameOf(learner));
  const tell = (words) => (find('#p_learner_status').textContent = words);

  const Learners = (Amparo.Learners = {
    nameOf,

    /** Shows who works, wherever the page says so. */
    renderName() {
      const { learner } = Amparo.session;
      const none = Amparo.session.roster.isSingle ? '' : text('learner.unnamed');
      const words = learner.name ? text('learner.current', { name: learner.name }) : none;
      for (const place of findAll('[data-learner]')) place.textContent = words;
    },

    async renderList() {
      const { session } = Amparo;
      const learners = await session.roster.list();
      find('#p_learner_list').replaceChildren(...learners.map((learner) => Learners.item(learner, learner.id === session.learner.id)));
      const add = find('[data-action="learner-add"]');
      add.textContent = renaming ? text('work.saveName') : text('learner.add');
    },

    item(learner, isCurrent) {
      const choose = Amparo.element('button', { type: 'button', class: 'button', 'data-learner-id': learner.id, 'aria-pressed': String(isCurrent) }, named(learner));
      const rename = Amparo.element('button', { type: 'button', class: 'button quiet', 'data-rename': learner.id }, text('work.rename'), Learners.hidden(learner));
      const erase = Amparo.element('button', { type: 'button', class: 'button quiet', 'data-erase': learner.id }, text('work.erase'), Learners.hidden(learner));
      return Amparo.element('li', {}, choose, ' ', rename, ' ', erase);
    },

    /** Which learner a button is about, for those who can't see the row. */
    hidden: (learner) => Amparo.element('span', { class: 'sight-hidden' }, ` ${nameOf(learner)}`),

    async open() {
      renaming = null;
      tell('');
      find('#p_learner_name').value = '';
      await Learners.renderList();
      Amparo.Dialogs.open('p_learners');
    },

    async known(id) {
      return (await Amparo.session.roster.list()).find((learner) => learner.id === id) || null;
    },

    async isTaken(name, except) {
      const folded = name.toLocaleLowerCase();
      return (await Amparo.session.roster.list()).some(({ id, name: other }) => id !== except && other.toLocaleLowerCase() === folded);
    },

    /** Adds the learner whose name was typed, or gives a learner a new name. */
    async submit() {
      const field = find('#p_learner_name');
      const name = Amparo.cleanName(field.value);
      if (name === '') return void (tell(text('learner.nameEmpty')), field.focus());
      if (await Learners.isTaken(name, renaming)) return void (tell(text('learner.nameTaken')), field.focus());
      const { session } = Amparo;
      if (renaming) {
        const learner = await Learners.known(renaming);
        if (learner) await session.roster.put({ ...learner, name });
        if (session.learner.id === renaming) session.learner.name = name;
        renaming = null;
        tell(text('work.renamed', { name }));
      } else {
        await session.enter(await session.roster.add(name));
        tell(text('learner.current', { name }));
      }
      field.value = '';
      Learners.renderName();
      await Learners.renderList();
    },

    async choose(id) {
      const learner = await Learners.known(id);
      if (!learner) return void Learners.renderList();
      await Amparo.session.enter(learner);
      document.getElementById('p_learners').close();
      Amparo.say(learner.name ? text('learner.current', { name: learner.name }) : text('learner.unnamed'));
    },

    async rename(id) {
      const learner = await Learners.known(id);
      if (!learner) return;
      renaming = id;
      await Learners.renderList();
      const field = find('#p_learner_name');
      field.value = learner.name;
      field.focus();
      field.select();
    },

    /** Asks, then erases one learner's work from this device. */
    async erase(id) {
      const { session } = Amparo;
      if (session.roster.isSingle) return void (await Amparo.LMS.erase());
      const learner = await Learners.known(id);
      if (!learner) return;
      const everyone = (await session.roster.list()).length > 1;
      const answer = await Amparo.Dialogs.ask({
        title: text('learner.erase'),
        text: learner.name ? text('learner.eraseAsk', { name: learner.name }) : text('work.eraseAskUnnamed'),
        final: true,
        choices: [
          { label: text('learner.eraseYes'), value: 'one' },
          ...(everyone ? [{ label: text('work.eraseAll'), value: 'all' }] : []),
          { label: text('learner.eraseNo'), value: null },
        ],
      });
      if (answer === 'one') await Learners.eraseOne(learner);
      if (answer === 'all') await Learners.eraseAll();
    },

    async eraseOne(learner) {
      const { session } = Amparo;
      await session.erase(learner);
      await Amparo.Places.forget(learner);
      if (learner.id === session.learner.id) await session.enter(await session.roster.first());
      await Learners.renderList();
      const words = learner.name ? text('learner.erased', { name: learner.name }) : text('work.erasedUnnamed');
      Amparo.say(words);
      tell(words);
    },

    async eraseAll() {
      const { session } = Amparo;
      await session.eraseAll();
      Amparo.Settings.forget();
      await session.enter(await session.roster.first());
      await Learners.renderList();
      Amparo.say(text('work.erasedAll'));
      tell(text('work.erasedAll'));
    },

    start() {
      const ready = (action) => (event) => Amparo.whenReady(() => action(event));
      for (const button of findAll('[data-action="learner"]')) button.addEventListener('click', ready(Learners.open));
      for (const button of findAll('[data-action="erase"]')) button.addEventListener('click', ready(() => Learners.erase(Amparo.session.learner.id)));
      find('[data-action="learner-add"]').addEventListener('click', ready(Learners.submit));
      find('#p_learner_name').addEventListener('keydown', (event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        Amparo.whenReady(Learners.submit);
      });
      find('#p_learner_list').addEventListener('click', ready(({ target }) => {
        const button = target.closest('button');
        if (!button) return;
        if (button.dataset.learnerId) return Learners.choose(button.dataset.learnerId);
        if (button.dataset.rename) return Learners.rename(button.dataset.rename);
        return Learners.erase(button.dataset.erase);
      }));
      Amparo.on('learner', Learners.renderName);
    },
  });
})(globalThis.Amparo);
