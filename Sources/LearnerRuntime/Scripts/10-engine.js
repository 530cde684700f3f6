// The engine in the page: calls the wasm that Sources/Learning is compiled to, or the same wasm as
// plain JavaScript where WebAssembly is forbidden.
(() => {
  'use strict';

  const Amparo = (window.Amparo = window.Amparo || {});

  const codec = Amparo.EngineCodec;

  // Numbers of the operations: Sources/Learning/Session/EngineOperation.swift.
  const OPERATION = {
    load: 1, resume: 2, snapshot: 3, revision: 4, open: 5, question: 6, answer: 7, hint: 8,
    quiz: 9, retry: 10, tree: 11, take: 12, back: 13, restart: 14, progress: 15, index: 16,
    search: 17, reset: 18,
  };

  // Codes of refused calls, by number: Sources/Learning/Session/SessionError.swift.
  const ERRORS = [
    '', 'noCourse', 'badRequest', 'badCourse', 'unknownOperation', 'noSuchFile', 'noSuchSection',
    'noSuchActivity', 'wrongKind', 'noSuchOption', 'nothingChosen', 'tooManyChosen', 'locked',
    'notFinished', 'noTriesLeft', 'noSuchAnswer', 'atStart', 'noSuchNode',
  ];

  // As in Sources/Learning/State/LearnerState.swift.
  const MOST_STATE_BYTES = 1048576;

  /** A call that the engine refused. `code` says why: one of the names above, 'tooLong', or
   * 'trapped'. */
  class EngineError extends Error {
    constructor(code) {
      super(`The engine refused the call: ${code}`);
      this.name = 'EngineError';
      this.code = code;
    }
  }

  /**
   * Compiles the wasm; where that is forbidden or can't be, asks for the engine as plain JavaScript.
   * A policy may forbid compiling, instantiating or both, so an instance is made here already.
   * @returns {Promise<{ form: string, first: object, make: function(): object,
   *   spare: function(): Promise<?object> }>} an instance's exports, and how to make more of them
   * @throws what WebAssembly says, when there is no plain form either
   */
  const machine = async (wasmBytes, plain) => {
    try {
      const module = await WebAssembly.compile(wasmBytes);
      const spare = async () => (await WebAssembly.instantiate(module, {})).exports;
      const make = () => new WebAssembly.Instance(module, {}).exports;
      return { form: 'wasm', first: await spare(), make, spare };
    } catch (error) {
      const make = plain && (await plain());
      if (!make) throw error;
      return { form: 'plain', first: make(), make, spare: async () => null };
    }
  };

  /** One learner's engine. Made by `Engine.start`. */
  class Engine {
    #machine;
    #course;
    #exports;
    /** An instance that was never called. */
    #spare = null;
    #documents = [];
    #indexBytes = null;
    /** The state after the last call that changed it. */
    #good = null;
    /** What failed last: the operation and the error. */
    #failure = null;

    /** Called with `{ operation, error }` after the engine failed and began again. */
    onrestart = null;

    /**
     * Compiles the engine and loads a course.
     * @param {Uint8Array} wasmBytes the engine
     * @param {Uint8Array} courseBytes the engine blob
     * @param {function(): Promise<?function>} [plain] brings the engine as plain JavaScript: a
     *   function that makes its exports, or null. Called only where the wasm can't run.
     * @throws {EngineError} 'badCourse' when the blob can't be read
     */
    static async start(wasmBytes, courseBytes, plain = null) {
      const engine = new Engine();
      engine.#machine = await machine(wasmBytes, plain);
      engine.#spare = engine.#machine.first;
      engine.#course = courseBytes;
      engine.#begin();
      return engine;
    }

    /** What runs: 'wasm' or 'plain'. */
    get form() {
      return this.#machine.form;
    }

    /** Goes on from a saved state; on failure a fresh one is begun. */
    resume(bytes) {
      const given = bytes || new Uint8Array();
      // What is too long to be a state is as good as damaged.
      const state = given.length > MOST_STATE_BYTES ? new Uint8Array(1) : given;
      return codec.resumption(this.#change('resume', state));
    }

    /** The state to store. */
    snapshot() {
      const reader = this.#ask('snapshot');
      return reader.bytes.slice(reader.position);
    }

    /** How often the state was changed; of two copies the higher one is newer. */
    revision() {
      return this.#ask('revision').fixed32();
    }

    /** Marks a section as opened. */
    open(file, section) {
      this.#change('open', codec.place(file, section));
    }

    /** How a question stands. */
    question(file, activity) {
      return codec.question(this.#ask('question', codec.place(file, activity)));
    }

    /** Answers a question with the options of these indexes. */
    answer(file, activity, chosenIndexes) {
      return codec.question(this.#change('answer', codec.place(file, activity, ...chosenIndexes)));
    }

    /** Remembers that the hint was opened. */
    hint(file, activity) {
      return codec.question(this.#change('hint', codec.place(file, activity)));
    }

    /** How a quiz stands. */
    quiz(file, activity) {
      return codec.quiz(this.#ask('quiz', codec.place(file, activity)));
    }

    /** Begins the next attempt at a quiz. */
    retry(file, activity) {
      return codec.quiz(this.#change('retry', codec.place(file, activity)));
    }

    /** How a walk through a tree stands. */
    tree(file, activity) {
      return codec.tree(this.#ask('tree', codec.place(file, activity)));
    }

    /** Takes an answer. */
    take(file, activity, answer) {
      return codec.tree(this.#change('take', codec.place(file, activity, answer)));
    }

    /** Takes the last answer back. */
    back(file, activity) {
      return codec.tree(this.#change('back', codec.place(file, activity)));
    }

    /** Begins a tree again, at its first node or at the one where another tree leads in. */
    restart(file, activity, node = 0) {
      return codec.tree(this.#change('restart', codec.place(file, activity, node)));
    }

    /** What is done. */
    progress() {
      return codec.progress(this.#ask('progress'));
    }

    /** Replaces the searchable texts: `[{ title, body }]`. */
    index(documents) {
      this.#documents = documents.map(({ title, body }) => ({ title, body }));
      this.#indexBytes = codec.indexRequest(this.#documents);
      this.#ask('index', this.#indexBytes);
    }

    /** The documents that hold every word, the best first. */
    search(text, limit = 20) {
      const reader = this.#ask('search', codec.searchRequest(text, limit));
      return reader.list(reader.number(), () => codec.hit(reader, this.#documents));
    }

    /** Forgets everything that the learner did. */
    reset() {
      this.#change('reset');
    }

    /** Calls an operation that leaves the state as it is. */
    #ask(operation, request = []) {
      return this.#call(operation, request);
    }

    /** Calls an operation that may change the state, and remembers the state after it. */
    #change(operation, request = []) {
      const reader = this.#call(operation, request);
      this.#good = this.snapshot();
      return reader;
    }

    /**
     * Calls the engine. If it traps, a new one goes on from the last good state and the call, which
     * has changed nothing, is made once more. An engine that can't be brought back to that state
     * answers nothing: an answer from an empty one would overwrite what the learner did.
     */
    #call(operation, request) {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        try {
          if (!this.#exports) this.#restore(operation);
          return this.#read(this.#exchange(OPERATION[operation], request));
        } catch (error) {
          if (error instanceof EngineError) throw error;
          this.#exports = null;
          this.#failure = { operation, error };
        }
      }
      throw new EngineError('trapped');
    }

    /** A reader behind the status byte of a response. */
    #read(response) {
      if (response[0] !== 0) throw new EngineError(ERRORS[response[0]] || 'unknown');
      const reader = new codec.Reader(response);
      reader.position = 1;
      return reader;
    }

    /** Bytes in, bytes out. The memory may have grown, so its buffer is asked for each time. */
    #exchange(operation, request) {
      const { memory, reserve, call, result } = this.#exports;
      const start = reserve(request.length) >>> 0;
      if (start === 0) throw new EngineError('tooLong');
      new Uint8Array(memory.buffer).set(request, start);
      const length = call(operation, request.length) >>> 0;
      const from = result() >>> 0;
      return new Uint8Array(memory.buffer).slice(from, from + length);
    }

    /**
     * Makes the instance that a restart will use. Browsers of some years ago make none at once that
     * is larger than 4 kB, so it has to be there before it is needed.
     */
    async #prepare() {
      this.#spare = await this.#machine.spare();
    }

    /** A new engine with the course and without a state. */
    #begin() {
      this.#exports = this.#spare || this.#machine.make();
      this.#spare = null;
      this.#prepare().catch(() => {});
      this.#read(this.#exchange(OPERATION.load, this.#course));
    }

    /** A new engine with everything that the failed one knew before its last call. */
    #restore(operation) {
      this.#begin();
      if (this.#good) this.#exchange(OPERATION.resume, this.#good);
      if (this.#indexBytes && operation !== 'index') {
        this.#exchange(OPERATION.index, this.#indexBytes);
      }
      // Later, so that a fault of the page's is not taken for one of the engine's.
      const failure = this.#failure;
      queueMicrotask(() => this.onrestart && this.onrestart(failure));
    }
  }

  Amparo.EngineError = EngineError;
  Amparo.Engine = Engine;
})();
