/**
 * Decision trees: one node at a time, the way taken above it, one step back, start again. The
 * same player serves a tree's own page and a tree inside a section.
 */
(function (Amparo) {
  'use strict';

  const { text, find, findAll } = Amparo;
  const players = [];
  /** Remark of an answer that led into another tree, shown there. */
  let carried = null;

  class Player {
    /**
     * @param {Element} element `.player` with `.nodes` inside
     * @param {Map<string, number>} numbers node ids -> positions
     */
    constructor(element, numbers) {
      this.element = element;
      this.tree = element.dataset.tree;
      this.file = Amparo.fileNamed(this.tree).index;
      this.numbers = numbers;
      /** A node that an address names and the walk isn't at; null: show the walk. */
      this.looking = null;
      this.list = find('.nodes', element);
      this.build();
    }

    build() {
      this.trail = Amparo.element('ol', { class: 'trail', 'aria-label': text('tree.trail') });
      this.backButton = Amparo.button(text('tree.back'), () => this.move((engine) => engine.back(this.file, 0)));
      this.restartButton = Amparo.button(text('tree.restart'), () => this.restart(), 'quiet');
      this.actions = Amparo.element('p', { class: 'actions' }, this.backButton, this.restartButton);
      this.list.before(this.trail);
      this.list.after(this.actions);
      this.element.setAttribute('data-playing', '');
      this.element.addEventListener('click', (event) => {
        const answer = event.target.closest('a.answer');
        if (!answer || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        Amparo.whenReady(() => this.take(answer));
      });
    }

    state() {
      return Amparo.session.engine.tree(this.file, 0);
    }

    items() {
      return [...this.list.children];
    }

    nodeAt(index) {
      return find(`[data-node="${index}"]`, this.list);
    }

    titleOf(node) {
      const title = find('h2, h3', node);
      return title ? title.textContent.trim() : '';
    }

    answerOf(step) {
      const node = this.nodeAt(step.node);
      return node ? find(`a.answer[data-answer="${step.answer}"]`, node) : null;
    }

    render() {
      const state = this.state();
      const shown = this.looking === null ? state.node : this.looking;
      const current = this.nodeAt(shown);
      for (const item of this.items()) item.toggleAttribute('data-current', item.contains(current));
      for (const taken of findAll('[data-taken]', this.list)) taken.remove();
      const path = this.looking === null ? state.path : [];
      this.trail.replaceChildren(...path.map((step) => {
        const answer = this.answerOf(step);
        return Amparo.element('li', {}, answer ? answer.textContent.trim() : '');
      }));
      this.trail.hidden = path.length === 0;
      const leads = this.leadsOn(state, path);
      if (path.length > 0 && !leads) this.showRemark(current, this.remarkOf(path[path.length - 1]));
      if (path.length === 0 && carried && carried.tree === this.tree) this.showRemark(current, carried.remark);
      for (const answer of findAll('a.answer', this.list)) {
        const isTaken = leads && answer === leads;
        if (isTaken) answer.setAttribute('aria-current', 'true');
        else answer.removeAttribute('aria-current');
      }
      this.backButton.hidden = path.length === 0 || !state.canGoBack;
      this.restartButton.hidden = path.length === 0 && shown === 0;
    }

    /** The answer taken last, when it led into another tree. */
    leadsOn(state, path) {
      const last = path[path.length - 1];
      if (!last || last.node !== state.node || !state.finished) return null;
      const answer = this.answerOf(last);
      return answer && !this.numbers.has(answer.dataset.target) ? answer : null;
    }

    remarkOf(step) {
      const answer = this.answerOf(step);
      const remark = answer ? find('.remark', answer.parentElement) : null;
      return remark ? [...remark.cloneNode(true).childNodes] : null;
    }

    showRemark(node, content) {
      if (!node || !content) return;
      const copy = content.map((child) => child.cloneNode(true));
      node.prepend(Amparo.element('div', { class: 'remark taken', 'data-taken': true }, ...copy));
    }

    take(answer) {
      const node = Amparo.number(answer.closest('[data-node]'), 'node');
      const choice = Amparo.number(answer, 'answer');
      const state = this.state();
      const target = answer.dataset.target;
      const elsewhere = !this.numbers.has(target);
      carried = null;
      if (elsewhere) carried = { tree: target.split('-')[0], remark: this.remarkOf({ node, answer: choice }) };
      const isOver = state.finished && state.node === node;
      this.looking = null;
      if (!isOver) {
        this.move((engine) => {
          // A walk that began at a node named by the address starts there.
          if (state.node !== node) engine.restart(this.file, 0, node);
          return engine.take(this.file, 0, choice);
        }, !elsewhere);
      }
      if (elsewhere) this.leave(answer);
    }

    /** Goes on in another tree, from its start or from the node that the answer names. */
    leave(answer) {
      const { target } = answer.dataset;
      const tree = Amparo.data.files.find(({ kind, id }) => kind === 'tree' && (target === id || target.startsWith(`${id}-`)));
      if (tree && carried) carried.tree = tree.id;
      if (tree && target === tree.id) Amparo.session.act((engine) => engine.restart(tree.index, 0));
      location.href = answer.href;
    }

    restart() {
      carried = null;
      this.looking = null;
      this.move((engine) => engine.restart(this.file, 0));
    }

    move(change, focus = true) {
      this.looking = null;
      const { result } = Amparo.session.act(change);
      this.render();
      if (focus) this.focus();
      if (result && result.finished && focus) this.tellEnd(result.kind);
    }

    tellEnd(kind) {
      const words = { emergency: 'tree.emergency', today: 'tree.today', end: 'tree.end' }[kind];
      if (words) Amparo.whisper(text(words));
    }

    focus() {
      const current = find('li[data-current]', this.list);
      const title = current && find('h2, h3', current);
      this.element.scrollIntoView({ block: 'nearest' });
      if (title) Amparo.Router.focus(title);
    }

    /** Shows the node that an address names. */
    look(id) {
      const node = this.numbers.get(id);
      if (node === undefined) return;
      this.looking = this.state().node === node ? null : node;
      this.render();
      this.focus();
    }
  }

  const numbersOf = (list) => {
    const numbers = new Map();
    for (const node of findAll('[data-node]', list)) numbers.set(node.id, Amparo.number(node, 'node'));
    return numbers;
  };

  const Trees = (Amparo.Trees = {
    /** Shows the trees of the page shown. */
    renderShown() {
      for (const player of players) if (Amparo.Router.page.contains(player.element)) player.render();
    },

    add(element, numbers) {
      const player = new Player(element, numbers);
      players.push(player);
      player.render();
      return player;
    },

    /** Plays a tree inside a section. */
    playInPlace(card, link) {
      const tree = card.dataset.treeCard;
      const nodes = Amparo.treeNodes(tree);
      if (!nodes) return void (location.href = link.href);
      const numbers = numbersOf(nodes);
      const list = nodes.cloneNode(true);
      for (const node of findAll('[data-node]', list)) {
        const title = find('h2, h3', node);
        node.setAttribute('aria-label', title ? title.textContent.trim() : '');
        if (title) title.setAttribute('tabindex', '-1');
      }
      for (const taken of findAll('[data-taken]', list)) taken.remove();
      Amparo.stripIDs(list);
      const element = Amparo.element('div', { class: 'player', 'data-tree': tree, 'data-file-index': card.dataset.fileIndex }, list);
      link.closest('.actions').hidden = true;
      card.append(element);
      Trees.add(element, numbers).focus();
    },

    start() {
      for (const card of findAll('[data-tree-card]')) {
        const link = find('[data-action="tree-play"]', card);
        link.addEventListener('click', (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          Amparo.whenReady(() => Trees.playInPlace(card, link));
        });
      }
      Amparo.on('changed', Trees.renderShown);
      Amparo.on('place', ({ place, page }) => Amparo.whenReady(() => {
        const player = players.find(({ element }) => page.contains(element));
        if (!player) return;
        const node = place && place.closest('[data-node]');
        if (node) player.look(node.id);
        else if (player.looking !== null) (player.looking = null), player.render();
      }));
    },

    /** Makes players of the trees' own pages, once the engine is there. */
    ready() {
      for (const element of findAll('article .player[data-tree]')) {
        if (!element.hasAttribute('data-playing')) Trees.add(element, numbersOf(find('.nodes', element)));
      }
    },
  });
})(globalThis.Amparo);
