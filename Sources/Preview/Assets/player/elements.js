/**
 * The data model of a standard: a table of elements, and the rules that hold for all of them.
 *
 * A table says for each element whether it can be read and written and what it may hold. Values are
 * kept flat, by their full names: `cmi.interactions.0.id`. In the table an index is written `n`.
 */

const KEYWORDS = ['_children', '_count', '_version'];
const INDEX = /^(0|[1-9]\d*)$/;

/** A refusal: the kind is looked up in the standard's codes; the detail is for people. */
export const refuse = (kind, detail) => ({ kind, detail });

/** `cmi.interactions.3.id` as `cmi.interactions.n.id`, with `[3]`. */
const shape = (parts) => ({
  pattern: parts.map((part) => (INDEX.test(part) ? 'n' : part)).join('.'),
  indexes: parts.flatMap((part, place) => (INDEX.test(part) ? [{ list: parts.slice(0, place).join('.'), index: Number(part) }] : [])),
});

export class DataModel {
  /**
   * @param definition `version`, `roots`, `groups` (pattern -> names of children), `lists` (patterns
   *   with a count), `fixed` (lists that only the system fills), `elements` (pattern -> rule), `codes` (kind -> number), `special` (for names
   *   that don't fit the table)
   * @param values what is known before the first call, by name
   */
  constructor(definition, values = {}) {
    this.definition = definition;
    this.values = new Map();
    this.counts = new Map();
    for (const [name, value] of Object.entries(values)) this.put(name, value);
  }

  /** Stores a value without asking whether it may be. */
  put(name, value) {
    this.values.set(name, value);
    for (const { list, index } of shape(name.split('.')).indexes) {
      if (index >= this.count(list)) this.counts.set(list, index + 1);
    }
  }

  /** How many records a list has. */
  count(list) {
    return this.counts.get(list) || 0;
  }

  /** A value as it is stored, or undefined. */
  value(name) {
    return this.values.get(name);
  }

  /** Everything that is stored. */
  snapshot() {
    return Object.fromEntries(this.values);
  }

  /** What a content page reads: `{value}`, or a refusal. */
  read(name) {
    const early = this.early(name, 'emptyGet');
    if (early) return early;
    const special = this.definition.special(name, this);
    if (special) return special;
    const parts = name.split('.');
    const last = parts.at(-1);
    if (KEYWORDS.includes(last)) return this.keyword(parts.slice(0, -1), last);
    const { pattern, indexes } = shape(parts);
    const rule = this.definition.elements[pattern];
    if (!rule) return refuse('unknown', `There is no element ${name}.`);
    if (!rule.access.includes('r')) return refuse('writeOnly', `${name} can be written only.`);
    return this.outside(indexes) || this.stored(name, rule);
  }

  /** What a content page writes: null when it is stored, else a refusal. */
  write(name, value) {
    const early = this.early(name, 'emptySet');
    if (early) return early;
    if (this.definition.special(name, this)) return refuse('readOnly', `${name} can be read only.`);
    const parts = name.split('.');
    const { pattern, indexes } = shape(parts);
    if (KEYWORDS.includes(parts.at(-1))) {
      return this.knows(shape(parts.slice(0, -1)).pattern)
        ? refuse('keyword', `${name} is kept by the learning system.`)
        : refuse('unknown', `There is no element ${name}.`);
    }
    const rule = this.definition.elements[pattern];
    if (!rule) return refuse('unknown', `There is no element ${name}.`);
    if (!rule.access.includes('w')) return refuse('readOnly', `${name} can be read only.`);
    return this.jumps(indexes) || this.lacks(parts, rule) || this.check(name, value, rule);
  }

  early(name, empty) {
    if (name === '') return refuse(empty, 'No element is named.');
    const root = name.split('.')[0];
    return this.definition.roots.includes(root) ? null : refuse('foreign', `${name} is in no data model that is known here.`);
  }

  knows(pattern) {
    const { elements, groups, lists, roots } = this.definition;
    return pattern in elements || pattern in groups || lists.includes(pattern) || roots.includes(pattern);
  }

  keyword(parents, word) {
    const { groups, lists, version } = this.definition;
    const parent = parents.join('.');
    const { pattern, indexes } = shape(parents);
    if (!this.knows(pattern)) return refuse('unknown', `There is no element ${parent}.`);
    if (word === '_version') return parent === 'cmi' ? { value: version } : refuse('noVersion', 'Only cmi has a version.');
    if (word === '_children') {
      if (!groups[pattern]) return refuse('noChildren', `${parent} has no children to name.`);
      return this.outside(indexes) || { value: groups[pattern] };
    }
    if (!lists.includes(pattern)) return refuse('noCount', `${parent} is not a list.`);
    return this.outside(indexes) || { value: String(this.count(parent)) };
  }

  /** A refusal when a record that is asked for isn't there. */
  outside(indexes) {
    const missing = indexes.find(({ list, index }) => index >= this.count(list));
    return missing ? refuse('getRange', `${missing.list} has ${this.count(missing.list)} records; number ${missing.index} isn't there.`) : null;
  }

  /** A refusal when a record would leave a gap in its list. */
  jumps(indexes) {
    const { fixed } = this.definition;
    const gap = indexes.find(({ list, index }) => index > this.count(list) - (fixed.includes(list) ? 1 : 0));
    if (!gap) return null;
    const next = fixed.includes(gap.list) ? 'No record can be added to it.' : `The next number is ${this.count(gap.list)}, not ${gap.index}.`;
    return refuse('setRange', `${gap.list} has ${this.count(gap.list)} records. ${next}`);
  }

  /** A refusal when an element comes before one that it depends on. */
  lacks(parts, rule) {
    const record = parts.slice(0, 3).join('.');
    const missing = (rule.needs || []).find((name) => this.value(`${record}.${name}`) === undefined);
    return missing ? refuse('dependency', `${record}.${missing} has to be set first.`) : null;
  }

  stored(name, rule) {
    const value = rule.reads ? rule.reads(this, name) : this.value(name);
    if (value !== undefined) return { value };
    if (rule.initial !== undefined) return { value: rule.initial };
    return refuse('unset', `${name} was never set.`);
  }

  check(name, value, rule) {
    const problem = rule.type(value, { model: this, name });
    if (problem) return problem;
    this.put(name, rule.joins ? (this.value(name) || '') + value : value);
    return null;
  }
}
