/** What holds for the form of every statement, whoever sends it (xAPI 1.0.3, part 2). */

/** What a statement may hold; anything else is a slip (2.2). */
const STATEMENT = ['id', 'actor', 'verb', 'object', 'result', 'context', 'timestamp', 'version', 'attachments'];
const RESULT = ['score', 'success', 'completion', 'response', 'duration', 'extensions'];
const SCORE = ['scaled', 'raw', 'min', 'max'];

const IRI = /^[a-z][a-z0-9+.-]*:\S+$/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/;
const DURATION = /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;

export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part that is an object, else an empty one. */
export const part = (value, name) => (isObject(value) && isObject(value[name]) ? value[name] : {});

/** A list of the activities of a context; one alone may stand without a list. */
export const activities = (statement, name) => {
  const found = part(part(statement, 'context'), 'contextActivities')[name];
  return (Array.isArray(found) ? found : found ? [found] : []).map((each) => each?.id);
};

/** JSON with its names in order, so that equal values have equal texts. */
export const canonical = (value) => JSON.stringify(value, (_, each) => (isObject(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each));

export const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);

/**
 * The slips of a statement: `[rule, places]`.
 * @param isOwn whether it has a verb of cmi5's own: their scores are narrower (cmi5 9.5.1)
 */
export const formSlips = (statement, isOwn) => {
  const found = [];
  const slip = (rule, places = {}) => found.push([rule, places]);
  for (const name of Object.keys(statement).filter((each) => !STATEMENT.includes(each)).sort()) slip('part', { name });
  for (const name of ['actor', 'verb', 'object', 'context']) if (!isObject(statement[name])) slip('missing', { name });
  if (!UUID.test(statement.id)) slip('id');
  for (const name of ['verb', 'object']) if (!IRI.test(part(statement, name).id)) slip('iri', { name });
  if (!MOMENT.test(statement.timestamp) || Number.isNaN(Date.parse(statement.timestamp))) slip('timestamp');
  for (const name of nulls(statement)) slip('null', { name });
  if ('result' in statement) resultSlips(part(statement, 'result'), isOwn, slip);
  return found;
};

const resultSlips = (result, isOwn, slip) => {
  for (const name of Object.keys(result).filter((each) => !RESULT.includes(each)).sort()) slip('resultPart', { name });
  for (const name of ['success', 'completion']) if (name in result && typeof result[name] !== 'boolean') slip('truth', { name });
  if ('response' in result && typeof result.response !== 'string') slip('response');
  if ('duration' in result && !DURATION.test(result.duration)) slip('durationForm');
  if ('score' in result) scoreSlips(part(result, 'score'), isOwn, slip);
};

const scoreSlips = (score, isOwn, slip) => {
  const names = Object.keys(score);
  if (names.length === 0 || names.some((name) => !SCORE.includes(name) || !isNumber(score[name]))) return slip('scoreForm');
  if ('scaled' in score && !(score.scaled >= (isOwn ? 0 : -1) && score.scaled <= 1)) slip('scaled');
  if (!('raw' in score)) return;
  const { raw, min = isOwn ? NaN : raw, max = isOwn ? NaN : raw } = score;
  const whole = !isOwn || [raw, min, max].every(Number.isInteger);
  if (!whole || !(raw >= min && raw <= max)) slip('raw');
};

/** Places that hold null, which xAPI allows in extensions only. */
const nulls = (statement) => {
  const found = [];
  const waiting = [['', statement]];
  while (waiting.length > 0) {
    const [name, value] = waiting.pop();
    if (typeof value !== 'object') continue;
    for (const [key, each] of Object.entries(value)) {
      const path = name ? `${name}.${key}` : key;
      if (each === null) found.push(path);
      else if (key !== 'extensions') waiting.push([path, each]);
    }
  }
  return found;
};
