/**
 * Marks areas in pictures: by mouse and finger on the picture, by arrow keys, by numbers. Writes
 * the area behind an item of the task list under the picture.
 */
(function (Preview) {
  'use strict';

  const { text, element } = Preview;
  const main = document.getElementById('picker');
  const EDGES = ['left', 'right', 'top', 'bottom'];
  const LABELS = { left: 'edgeLeft', right: 'edgeRight', top: 'edgeTop', bottom: 'edgeBottom' };
  const wanted = new URLSearchParams(location.search).get('picture');
  const address = (path) => `/_amparo/picker/picture/${path.split('/').map(encodeURIComponent).join('/')}`;
  const limit = (value, least, most) => Math.min(Math.max(Math.round(value), least), most);

  let known = '';
  let picture = null;
  /** The area being marked. */
  let area = { left: 35, right: 65, top: 35, bottom: 65 };
  /** The item it is for: { use, item }, or null. */
  let chosen = null;
  let changed = false;

  const areaText = () => `{area=${area.left}-${area.right},${area.top}-${area.bottom}}`;
  const name = () => (chosen ? chosen.item.words : text('newArea'));

  // The picture and what lies on it. Pictures don't turn round in Arabic.
  const image = element('img', { alt: '', draggable: 'false' });
  const others = element('div', { class: 'others', 'aria-hidden': 'true' });
  const box = element('div', { class: 'area', id: 'area', tabindex: '0', role: 'application', 'aria-describedby': 'keys' },
    ...['nw', 'ne', 'sw', 'se'].map((corner) => element('span', { class: 'corner', 'data-corner': corner })));
  const stage = element('div', { class: 'stage', dir: 'ltr' }, image, others, box);

  const fields = new Map(EDGES.map((edge) => [edge, element('input', { type: 'number', id: `edge_${edge}`, min: 0, max: 100, step: 1, inputmode: 'numeric', dir: 'ltr' })]));
  const output = element('output', { id: 'area_text', dir: 'ltr', for: EDGES.map((edge) => `edge_${edge}`).join(' ') });
  const items = element('div', { class: 'items' });
  const status = element('p', { class: 'status', role: 'status', id: 'status' });
  const write = element('button', { type: 'button', class: 'tool-button primary', id: 'write', onclick: () => save() }, text('write'));

  const put = (target, { left, right, top, bottom }) => {
    Object.assign(target.style, { left: `${left}%`, top: `${top}%`, width: `${right - left}%`, height: `${bottom - top}%` });
  };

  /** Shows the area everywhere: on the picture, in the fields, as text. */
  const draw = () => {
    put(box, area);
    box.setAttribute('aria-label', text('areaName', { name: name(), ...area }));
    for (const [edge, field] of fields) if (document.activeElement !== field) field.value = area[edge];
    output.textContent = areaText();
    write.disabled = !chosen;
    const all = picture ? picture.uses.flatMap((use) => use.items) : [];
    others.replaceChildren(...all.filter((item) => item.area && !(chosen && item === chosen.item)).map((item) => {
      const made = element('div', { class: 'other' }, element('span', { dir: 'auto' }, item.words));
      put(made, item.area);
      return made;
    }));
  };

  const set = (next) => {
    const left = limit(next.left, 0, 99);
    const top = limit(next.top, 0, 99);
    area = { left, top, right: limit(next.right, left + 1, 100), bottom: limit(next.bottom, top + 1, 100) };
    changed = true;
    draw();
  };

  const move = (across, down) => {
    const width = area.right - area.left;
    const height = area.bottom - area.top;
    const left = limit(area.left + across, 0, 100 - width);
    const top = limit(area.top + down, 0, 100 - height);
    set({ left, right: left + width, top, bottom: top + height });
  };

  box.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) set({ ...area, right: area.right + step[0], bottom: area.bottom + step[1] });
    else move(...step);
  });

  for (const [edge, field] of fields) {
    field.addEventListener('input', () => {
      const value = field.valueAsNumber;
      if (Number.isInteger(value) && value >= 0 && value <= 100) set({ ...area, [edge]: value });
    });
    field.addEventListener('change', () => (field.value = area[edge]));
  }

  /** The place of a pointer in percent of the picture. */
  const at = (event) => {
    const { left, top, width, height } = image.getBoundingClientRect();
    return { x: limit(((event.clientX - left) / width) * 100, 0, 100), y: limit(((event.clientY - top) / height) * 100, 0, 100) };
  };

  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    box.focus({ preventScroll: true });
    stage.setPointerCapture(event.pointerId);
    const start = at(event);
    const before = { ...area };
    const { corner } = event.target.dataset;
    const inside = event.target === box;
    const drag = (moved) => {
      const now = at(moved);
      if (inside) {
        area = { ...before };
        return move(now.x - start.x, now.y - start.y);
      }
      // A new rectangle, or one pulled by a corner: from the corner that stays to the pointer.
      const fixed = corner ? { x: corner.includes('w') ? before.right : before.left, y: corner.includes('n') ? before.bottom : before.top } : start;
      return set({ left: Math.min(fixed.x, now.x), right: Math.max(fixed.x, now.x), top: Math.min(fixed.y, now.y), bottom: Math.max(fixed.y, now.y) });
    };
    const end = () => {
      stage.removeEventListener('pointermove', drag);
      stage.removeEventListener('pointerup', end);
      stage.removeEventListener('pointercancel', end);
    };
    stage.addEventListener('pointermove', drag);
    stage.addEventListener('pointerup', end);
    stage.addEventListener('pointercancel', end);
  });

  const choose = (use, item) => {
    chosen = item ? { use, item } : null;
    if (item && item.area) area = { ...item.area };
    changed = false;
    draw();
  };

  const radio = (use, item) => {
    const isChosen = item ? chosen && chosen.use.file === use.file && chosen.item.line === item.line : !chosen;
    return element('label', { class: 'item' },
      element('input', { type: 'radio', name: 'item', checked: Boolean(isChosen), value: item ? `${use.file}:${item.line}` : '', onchange: () => choose(use, item) }),
      element('span', {}, item ? element('bdi', {}, item.words) : text('newArea'), item && item.area ? ' ' : '',
        item && item.area ? element('code', {}, `{area=${item.area.left}-${item.area.right},${item.area.top}-${item.area.bottom}}`) : ''));
  };

  /** The items under the picture, file by file. */
  const list = () => {
    const focused = document.activeElement && document.activeElement.name === 'item' ? document.activeElement.value : null;
    const uses = picture.uses.filter((use) => use.items.length);
    items.replaceChildren(
      ...uses.map((use) => element('fieldset', {}, element('legend', {}, element('bdi', {}, text('lineOf', { path: use.file, line: use.line }))), ...use.items.map((item) => radio(use, item)))),
      ...(uses.length ? [] : [element('p', {}, text('noItems'))]),
      radio(null, null));
    if (focused !== null) [...items.querySelectorAll('input')].find((input) => input.value === focused)?.focus();
  };

  const save = async () => {
    const { use, item } = chosen;
    const words = areaText();
    try {
      const response = await Preview.send('/_amparo/picker/area', { file: use.file, line: item.line, digest: use.digest, ...area });
      const answer = (await response.text()).trim();
      await load();
      if (response.ok) changed = false;
      status.textContent = response.ok ? `${words} ${text('written', { place: text('lineOf', { path: use.file, line: item.line }) })}`
        : response.status === 409 ? text('changedMeanwhile') : text('notWritten', { reason: answer });
    } catch {
      status.textContent = text('stopped');
    }
  };

  const workspace = () => [
    element('p', {}, element('a', { href: '/_amparo/picker' }, text('choosePicture')), ' · ', element('bdi', { class: 'path' }, picture.path)),
    element('p', {}, text('pickerIntro')),
    element('div', { class: 'workspace' },
      element('div', {}, stage, element('p', { class: 'fine', id: 'keys' }, text('areaKeys'))),
      element('div', { class: 'side' },
        element('fieldset', { class: 'edges' }, element('legend', {}, text('fieldHint')),
          ...EDGES.map((edge) => element('label', { for: `edge_${edge}` }, element('span', {}, text(LABELS[edge])), fields.get(edge)))),
        element('p', { class: 'text-row' }, element('span', {}, text('areaText')), ' ', output, ' ',
          element('button', { type: 'button', class: 'tool-button', id: 'copy', onclick: async () => (status.textContent = (await Preview.copy(areaText())) ? text('copied') : areaText()) }, text('copy'))),
        element('h2', {}, text('items')), items,
        element('p', {}, write), status)),
  ];

  const gallery = (pictures) => [
    element('p', {}, text(pictures.length ? 'pickerIntro' : 'noPictures')),
    element('ul', { class: 'gallery' }, ...pictures.map(({ path, uses }) => element('li', {},
      element('a', { href: `/_amparo/picker?picture=${encodeURIComponent(path)}` },
        element('img', { src: address(path), alt: '', loading: 'lazy' }), element('bdi', { class: 'path' }, path)),
      ...[...new Set(uses.map((use) => use.file))].map((file) => element('p', { class: 'fine' }, element('bdi', {}, file)))))),
  ];

  /** Takes in what the files say now; what the author is marking stays. */
  const load = async () => {
    const response = await fetch('/_amparo/picker/pictures');
    const words = await response.text();
    if (words === known) return;
    const isFirst = !known;
    known = words;
    const pictures = JSON.parse(words);
    picture = pictures.find(({ path }) => path === wanted) || null;
    if (!picture) {
      main.replaceChildren(element('h1', {}, text('pictures')), ...gallery(pictures));
      return;
    }
    if (chosen) {
      const use = picture.uses.find(({ file, items: own }) => file === chosen.use.file && own.some(({ words: same }) => same === chosen.item.words));
      const item = use && use.items.find(({ words: same }) => same === chosen.item.words);
      chosen = item ? { use, item } : null;
      if (item && item.area && !changed) area = { ...item.area };
    }
    if (isFirst) {
      image.src = address(picture.path);
      main.replaceChildren(element('h1', {}, text('pictures')), ...workspace());
    }
    list();
    draw();
  };

  Preview.parts.push({ update: () => load().catch(() => {}) });
  load();
})(globalThis.AmparoPreview);
