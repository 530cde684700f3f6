/**
 * The page's data and its words. Words come from the host in the page's language; see
 * docs/page.md for the groups.
 */
(function (Amparo) {
  'use strict';

  /** The course data: a block of the one file, a shared script of the site. */
  Amparo.data = globalThis.AmparoCourse || JSON.parse(document.getElementById('p_data').textContent);

  /** Whether a number meets one condition of the language's plural rule; see docs/page.md. */
  const holds = ([modulus, negated, ...bounds], count) => {
    const value = modulus ? count % modulus : count;
    const within = bounds.some((from, at) => at % 2 === 0 && value >= from && value <= bounds[at + 1]);
    return within !== Boolean(negated);
  };

  /**
   * The plural category of a whole number, by the rule that the host has used as well: browsers
   * differ in age, and know no rules for some of our languages.
   */
  Amparo.plural = (count) => {
    const found = Amparo.data.plurals.find(([, alternatives]) =>
      alternatives.some((conditions) => conditions.every((condition) => holds(condition, Math.abs(count)))));
    return found ? found[0] : 'other';
  };

  /** A number as the host writes it: the toolkit's digits, the language's separators. */
  Amparo.numeral = (value) => {
    const { digits, group, groupFrom, decimal } = Amparo.data.numbers;
    const size = Math.abs(Math.round(value * 1000) / 1000);
    const [whole, fraction] = String(size).split('.');
    const grouped = size >= groupFrom ? whole.replace(/\B(?=(\d{3})+$)/g, group) : whole;
    const text = fraction ? `${grouped}${decimal}${fraction}` : grouped;
    return (value < 0 ? '-' : '') + text.replace(/\d/g, (digit) => [...digits][digit]);
  };

  const fill = (text, values) =>
    text.replace(/\{(\w+)\}/g, (place, name) => {
      if (!(name in values)) return place;
      return typeof values[name] === 'number' ? Amparo.numeral(values[name]) : values[name];
    });

  /**
   * A text of the interface: `Amparo.text('question.position', { number: 3, total: 8 })`.
   * Where a number decides the words, it is `count`. Texts are plain; never markup.
   */
  Amparo.text = (key, values = {}) => {
    const [group, name] = key.split('.');
    const entry = (Amparo.data.texts[group] || {})[name];
    if (typeof entry === 'string') return fill(entry, values);
    if (entry && typeof entry === 'object') return fill(entry[Amparo.plural(values.count)] || entry.other || '', values);
    console.warn(`no text for ${key}`);
    return '';
  };

  /** Says something short to everybody, screen readers included, without moving the focus. */
  Amparo.say = (text) => {
    const region = document.getElementById('p_message');
    // The same words twice are announced only if the region changes in between.
    region.textContent = '';
    setTimeout(() => (region.textContent = text), 30);
    clearTimeout(Amparo.say.timer);
    Amparo.say.timer = setTimeout(() => (region.textContent = ''), 7000);
  };

  /** Says something to screen readers that everybody else can see anyway. */
  Amparo.whisper = (text) => {
    let region = document.getElementById('p_whisper');
    if (!region) {
      region = Amparo.element('p', { id: 'p_whisper', class: 'sight-hidden', role: 'status' });
      document.body.append(region);
    }
    region.textContent = '';
    setTimeout(() => (region.textContent = text), 30);
  };

  /** The engine's numbers of an activity's element: [file, activity]. */
  Amparo.placeOf = (element) => {
    const own = Amparo.number(element, 'fileIndex');
    return [own, Amparo.number(element, 'activity') || 0];
  };

  /** The file of the data block that holds an id of the engine, or null. */
  Amparo.fileAt = (index) => Amparo.data.files.find((file) => file.index === index) || null;

  /** The file with an author's id, or null. */
  Amparo.fileNamed = (id) => Amparo.data.files.find((file) => file.id === id) || null;
})(globalThis.Amparo);
