/** What a record store does wrong on purpose: the player's faults as far as they fit a network. */

/** Names out of `FAULTS` that mean something here. */
export const CMI5_FAULTS = [
  'no-api', 'late-api', 'calls-throw', 'init-fails', 'everything-fails', 'returns-undefined', 'returns-numbers', 'returns-booleans',
  'slow-commit', 'commit-fails', 'third-fails', 'session-expires', 'end-refused', 'loses-state', 'clock-behind', 'clock-jumps',
];

/** Bodies that nobody expects. */
const ODD = { 'returns-undefined': '', 'returns-numbers': '1', 'returns-booleans': 'true' };

export class StoreFaults {
  /** @param faults what is chosen, a `Faults` */
  constructor(faults) {
    this.faults = faults;
    this.began = performance.now();
    this.count = 0;
  }

  /**
   * What a request gets that is right by itself.
   * @param request `{isToken, isState, isWriting, verbs}`
   * @returns null when all is well; status 0: nobody answers
   */
  answer({ isToken, isState, isWriting, verbs }) {
    const { faults } = this;
    this.count += 1;
    const failure = (status, body = { message: 'This fails on purpose.' }) => ({ status, body });
    if (faults.has('no-api') || (faults.has('late-api') && performance.now() - this.began < faults.delay)) return failure(0);
    if (faults.has('calls-throw')) return failure(500, '<h1>Internal Server Error</h1>');
    if (faults.has('everything-fails')) return failure(503);
    if (faults.has('init-fails') && isToken) return { status: 200, body: { 'error-code': '3', 'error-text': 'The session could not begin.' } };
    if (faults.has('commit-fails') && isState && isWriting) return failure(500);
    if (faults.has('end-refused') && verbs.includes('terminated')) return failure(503);
    if (faults.has('session-expires') && this.count > faults.after) return failure(401);
    if (faults.has('third-fails') && this.count % 3 === 0) return failure(503);
    return null;
  }

  /** An answer's body in a shape that nobody expects; undefined: as it is. */
  get body() {
    return ODD[Object.keys(ODD).find((name) => this.faults.has(name))];
  }

  /** Milliseconds until an answer comes. */
  wait({ isToken, isWriting }) {
    return this.faults.has('slow-commit') && isWriting && !isToken ? this.faults.delay : 0;
  }
}
