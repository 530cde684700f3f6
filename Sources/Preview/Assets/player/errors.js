/** The error codes of each standard with their official short texts, and which plain words explain them. */

const GENERAL = ['General exception', 'general'];

/** SCORM 1.2 */
const ERRORS_12 = {
  0: ['No error', 'fine'],
  101: GENERAL,
  201: ['Invalid argument error', 'argument'],
  202: ['Element cannot have children', 'noChildren'],
  203: ['Element not an array - cannot have count', 'noCount'],
  301: ['Not initialized', 'notRunning'],
  401: ['Not implemented error', 'unknown'],
  402: ['Invalid set value, element is a keyword', 'keyword'],
  403: ['Element is read only', 'readOnly'],
  404: ['Element is write only', 'writeOnly'],
  405: ['Incorrect data type', 'type'],
};

/** SCORM 2004 */
const ERRORS_2004 = {
  0: ['No Error', 'fine'],
  101: ['General Exception', 'general'],
  102: ['General Initialization Failure', 'general'],
  103: ['Already Initialized', 'twice'],
  104: ['Content Instance Terminated', 'over'],
  111: ['General Termination Failure', 'general'],
  112: ['Termination Before Initialization', 'notRunning'],
  113: ['Termination After Termination', 'over'],
  122: ['Retrieve Data Before Initialization', 'notRunning'],
  123: ['Retrieve Data After Termination', 'over'],
  132: ['Store Data Before Initialization', 'notRunning'],
  133: ['Store Data After Termination', 'over'],
  142: ['Commit Before Initialization', 'notRunning'],
  143: ['Commit After Termination', 'over'],
  201: ['General Argument Error', 'argument'],
  301: ['General Get Failure', 'get'],
  351: ['General Set Failure', 'set'],
  391: ['General Commit Failure', 'commit'],
  401: ['Undefined Data Model Element', 'unknown'],
  402: ['Unimplemented Data Model Element', 'unknown'],
  403: ['Data Model Element Value Not Initialized', 'unset'],
  404: ['Data Model Element Is Read Only', 'readOnly'],
  405: ['Data Model Element Is Write Only', 'writeOnly'],
  406: ['Data Model Element Type Mismatch', 'type'],
  407: ['Data Model Element Value Out Of Range', 'range'],
  408: ['Data Model Dependency Not Established', 'dependency'],
};

/** cmi5: the error of the token (8.2.3), and statuses of HTTP. */
const ERRORS_CMI5 = {
  0: ['OK', 'fine'],
  1: ['Already In Use', 'token'],
  400: ['Bad Request', 'refused'],
  401: ['Unauthorized', 'token'],
  403: ['Forbidden', 'forbidden'],
  404: ['Not Found', 'nowhere'],
  405: ['Method Not Allowed', 'refused'],
  409: ['Conflict', 'conflict'],
  412: ['Precondition Failed', 'conflict'],
  500: ['Internal Server Error', 'down'],
  503: ['Service Unavailable', 'down'],
};

export const ERRORS = { scorm12: ERRORS_12, scorm2004: ERRORS_2004, cmi5: ERRORS_CMI5 };

/** The official text of a code; empty for a code that the standard doesn't have. */
export const officialText = (standard, code) => ERRORS[standard][code]?.[0] ?? '';

/** The name of the plain words for a code. */
export const plainName = (standard, code) => ERRORS[standard][code]?.[1] ?? 'general';

/**
 * Reading something that was never set is an everyday question in SCORM 2004, not a mistake: the
 * standard has no other way to ask whether it is there.
 */
export const isMistake = (standard, code) => code !== 0 && !(standard === 'scorm2004' && code === 403);
