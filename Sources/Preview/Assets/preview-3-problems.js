/**
 * The list of what is wrong: a sheet above the bar. It opens by itself while something must be
 * mended, and stays closed once the author has closed it.
 */
(function (Preview) {
  'use strict';

  const { data, text, counted, element } = Preview;
  const WORDS = { error: 'severityError', warning: 'severityWarning', note: 'severityNote' };

  /** "2 errors, 3 warnings" */
  const summary = ({ error, warning, note }) => {
    const parts = [error && counted('countError', error), warning && counted('countWarning', warning), note && counted('countNote', note)].filter(Boolean);
    return parts.length ? parts.join(data.language === 'ar' ? '، ' : ', ') : text('noProblems');
  };

  const english = (name, attributes, ...children) => element(name, { lang: 'en', dir: 'ltr', ...attributes }, ...children);

  /** Words of a message; what stands in backticks is shown as code. */
  const words = (message) =>
    message.split('`').map((part, index) => (index % 2 ? element('code', {}, part) : part)).filter((part) => part !== '');

  // Signs that could turn the rest of the line around, or can't be seen.
  const visible = (line) => line.replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '\ufffd').replace(/\t/g, '    ');

  const excerpt = (problem) => {
    const { before, marked, after, lastLine } = problem.excerpt;
    return element('div', { class: 'excerpt', dir: 'ltr' },
      element('span', { class: 'line-number', 'aria-hidden': 'true' }, String(problem.place.line)),
      element('pre', { dir: 'auto' }, visible(before), element('mark', { class: marked ? '' : 'point' }, visible(marked)), visible(after)),
      lastLine ? element('span', { class: 'to-line', lang: data.language, dir: data.direction }, text('toLine', { line: lastLine })) : null);
  };

  const fact = (name, ...children) => element('div', { class: 'fact' }, element('dt', {}, text(name)), element('dd', {}, ...children));

  const fix = ({ summary: order, before, after }) =>
    fact('fix', english('p', {}, ...words(order)),
      before ? element('p', { class: 'change' }, element('span', {}, text('fixBefore')), ' ', element('del', { dir: 'auto' }, visible(before))) : null,
      after ? element('p', { class: 'change' }, element('span', {}, text('fixAfter')), ' ', element('ins', { dir: 'auto' }, visible(after))) : null);

  const placeText = ({ path, line, column }) => (line ? `${path}:${line}${column ? `:${column}` : ''}` : path);

  /** Where a file is on this computer. */
  const onDisk = (path) => {
    const fitting = data.folders.filter(({ prefix }) => path.startsWith(prefix)).sort((a, b) => b.prefix.length - a.prefix.length);
    return `${fitting[0].path}/${path.slice(fitting[0].prefix.length)}`;
  };

  const open = async (place) => {
    try {
      const response = await Preview.send('/_amparo/open', place);
      const reason = (await response.text()).trim();
      Preview.say(response.ok ? text('opened', { editor: data.editor }) : text('openFailed', { reason }));
    } catch {
      Preview.say(text('stopped'));
    }
  };

  /** What leads to the place in the file. */
  const actions = (problem) => {
    const { place } = problem;
    const address = onDisk(place.path);
    const list = element('p', { class: 'actions' });
    if (place.path) {
      if (data.editor) list.append(element('button', { type: 'button', class: 'button', 'data-open': true, onclick: () => open(place) }, text('open', { editor: data.editor })));
      else list.append(element('a', { class: 'button', href: encodeURI(`vscode://file${address}`) + `:${place.line || 1}:${place.column || 1}` }, text('openVSCode')));
      list.append(element('button', {
        type: 'button', class: 'button quiet', 'data-copy': true,
        onclick: async () => Preview.say((await Preview.copy(placeText({ ...place, path: address, column: null }))) ? text('copied') : placeText(place)),
      }, text('copyPlace')));
    }
    list.append(element('a', { class: 'button quiet', href: `/_amparo/explain/${problem.code}`, target: '_blank', rel: 'noopener' }, text('explain', { code: problem.code })));
    return list;
  };

  const item = (problem) =>
    element('li', { class: 'problem', 'data-severity': problem.severity, 'data-code': problem.code },
      element('p', { class: 'head' },
        element('span', { class: 'severity' }, text(WORDS[problem.severity])),
        problem.place.line ? element('span', { class: 'where' }, text('place', problem.place)) : null),
      english('p', { class: 'words' }, ...words(problem.message)),
      problem.excerpt ? excerpt(problem) : null,
      element('dl', {},
        problem.help ? fact('help', english('p', {}, ...words(problem.help))) : null,
        ...problem.fixes.map(fix),
        ...problem.notes.map((note) => fact('also', english('p', {}, ...(note.place ? [element('code', {}, placeText(note.place)), ' '] : []), ...words(note.message))))),
      actions(problem));

  const group = (file) => {
    const title = element('h3', {}, file.path ? element('bdi', { dir: 'ltr' }, file.path) : text('wholeRun'));
    if (file.path && file.path === data.source) title.append(' ', element('span', { class: 'tag' }, text('thisPage')));
    return element('section', { class: 'file', 'data-path': file.path }, title, element('ul', {}, ...file.problems.map(item)));
  };

  const title = element('h2', { id: 'title', tabindex: '-1' }, text('problems'));
  const stale = element('p', { class: 'stale', hidden: true }, text('stale'));
  const list = element('div', { class: 'files' });
  const panel = element('section', { class: 'panel', id: 'panel', role: 'region', 'aria-labelledby': 'title', hidden: true },
    element('div', { class: 'panel-head' }, title, element('button', { type: 'button', class: 'button quiet', 'data-close': true, onclick: () => show(false, true) }, text('close'))),
    stale, list);
  let shown = '';

  /** Opens or closes the sheet. @param {boolean} byAuthor remembers it, and moves the focus */
  const show = (isOpen, byAuthor) => {
    panel.hidden = !isOpen;
    Problems.onshow(isOpen);
    if (!byAuthor) return;
    Preview.remember('problems', isOpen ? 'open' : 'closed');
    if (isOpen) title.focus();
    else Problems.onclose();
  };

  const Problems = (Preview.Problems = {
    panel,
    summary: () => summary(Preview.now.problems.counts),
    isOpen: () => !panel.hidden,
    toggle: () => show(panel.hidden, true),
    onshow() {},
    onclose() {},

    update() {
      const { problems, isCurrent, hasPages } = Preview.now;
      stale.hidden = isCurrent || !hasPages;
      const wanted = JSON.stringify(problems);
      if (wanted !== shown) {
        shown = wanted;
        const top = panel.scrollTop;
        list.replaceChildren(...problems.files.map(group));
        if (problems.more) list.append(element('p', { class: 'more' }, text('more', { count: problems.more })));
        if (!problems.files.length) list.append(element('p', { class: 'more' }, text('noProblems')));
        panel.scrollTop = top;
      }
      // Beside work of its own, a page only counts.
      if (Preview.isTool) return;
      // Without any page there is nothing else to look at.
      if (!hasPages) show(true, false);
      else if (!problems.counts.error && !panel.hidden && Preview.remember('problems') !== 'open') show(false, false);
      else if (problems.counts.error && Preview.remember('problems') !== 'closed') show(true, false);
    },
  });

  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    show(false, true);
  });
  Preview.parts.push(Problems);
})(globalThis.AmparoPreview);
