/** Reads what a launch needs out of a cmi5 package's course structure (cmi5 13.1). */

const all = (node, name) => [...node.getElementsByTagNameNS('*', name)];
const own = (node, name) => [...(node?.children ?? [])].find((each) => each.localName === name);
const content = (node, name) => own(node, name)?.textContent.trim() || null;

/** The title in the package's first language. */
const title = (node) => content(own(node, 'title'), 'langstring');

const number = (text) => (text === null || text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text));

/**
 * @param text a cmi5.xml
 * @returns what a launch of its first unit needs; throws when nothing can be launched
 */
export const readCourse = (text) => {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  if (all(document, 'parsererror').length > 0) throw new Error('cmi5.xml is not XML.');
  const unit = all(document, 'au')[0];
  const href = content(unit, 'url');
  if (!href) throw new Error('cmi5.xml names no page to open.');
  const id = unit.getAttribute('id') ?? '';
  return {
    id: `${all(document, 'course')[0]?.getAttribute('id') ?? ''}/${id}`,
    standard: 'cmi5',
    title: title(unit) ?? title(all(document, 'course')[0]) ?? href,
    href,
    unit: id,
    moveOn: unit.getAttribute('moveOn') ?? 'NotApplicable',
    mastery: number(unit.getAttribute('masteryScore')),
    launchMethod: unit.getAttribute('launchMethod') ?? 'AnyWindow',
    launchParameters: content(unit, 'launchParameters'),
    entitlementKey: content(unit, 'entitlementKey'),
  };
};
