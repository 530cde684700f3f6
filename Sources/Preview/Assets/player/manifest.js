/** Reads what a learning system needs out of a package's manifest. */

/** Descendants by name, whatever their namespace is. */
const all = (node, name) => [...node.getElementsByTagNameNS('*', name)];
const first = (node, name) => all(node, name)[0];
const content = (node, name) => first(node, name)?.textContent.trim() || null;

const attribute = (node, name) => [...(node?.attributes ?? [])].find((each) => each.localName === name)?.value ?? null;

/** The mark of an objective that is decided by its score; 1 where the mark is left out. */
const passing = (item) => {
  const primary = first(item, 'primaryObjective');
  if (attribute(primary, 'satisfiedByMeasure') !== 'true') return null;
  return content(primary, 'minNormalizedMeasure') ?? '1.0';
};

const completionThreshold = (item) => {
  const limit = first(item, 'completionThreshold');
  if (!limit) return null;
  if (attribute(limit, 'completedByMeasure') === 'false') return null;
  return attribute(limit, 'minProgressMeasure') ?? (limit.textContent.trim() || null);
};

const objectives = (item) => ['primaryObjective', 'objective'].flatMap((name) => all(item, name)).map((each) => attribute(each, 'objectiveID')).filter(Boolean);

/** The standard that `schemaversion` names. */
const standard = (version) => (/^2004|^CAM 1\.3/.test(version || '') ? 'scorm2004' : 'scorm12');

/**
 * @param text an imsmanifest.xml
 * @returns what a launch needs; throws when nothing can be launched
 */
export const readManifest = (text) => {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  if (first(document, 'parsererror')) throw new Error('imsmanifest.xml is not XML.');
  const chosen = attribute(first(document, 'organizations'), 'default');
  const organization = all(document, 'organization').find((each) => attribute(each, 'identifier') === chosen) ?? first(document, 'organization');
  const item = organization && all(organization, 'item').find((each) => attribute(each, 'identifierref'));
  const resource = item && all(document, 'resource').find((each) => attribute(each, 'identifier') === attribute(item, 'identifierref'));
  const href = attribute(resource, 'href');
  if (!href) throw new Error('imsmanifest.xml names no page to open.');
  return {
    id: `${attribute(document.documentElement, 'identifier')}/${attribute(item, 'identifier')}`,
    standard: standard(content(document, 'schemaversion')),
    title: content(item, 'title') ?? href,
    href: href + (attribute(item, 'parameters') ?? ''),
    launchData: content(item, 'datafromlms') ?? content(item, 'dataFromLMS'),
    maxTime: content(item, 'maxtimeallowed') ?? attribute(first(item, 'limitConditions'), 'attemptAbsoluteDurationLimit'),
    timeLimit: content(item, 'timelimitaction') ?? content(item, 'timeLimitAction'),
    mastery: content(item, 'masteryscore'),
    passing: passing(item),
    threshold: completionThreshold(item),
    objectives: objectives(item),
  };
};
