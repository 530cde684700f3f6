// The engine in the page: calls the wasm that Sources/Learning is compiled to. The layouts of
// requests and responses are in docs/engine.md.
(() => {
  'use strict';

  const Amparo = (window.Amparo = window.Amparo || {});

  // Numbers of the operations: Sources/Learning/Session/Operation.swift.
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
  const REASONS = [null, 'damaged', 'newer', 'empty'];
  const QUESTION_KINDS = ['single', 'multiple', 'trueFalse'];
  const NODE_KINDS = ['question', 'step', 'end', 'today', 'emergency'];
  const VERDICTS = [null, 'right', 'wrong', 'missed'];

  /** A call that the engine refused. `code` says why: one of the names above, 'tooLong', or
   * 'trapped'. */
  class EngineError extends Error {
    constructor(code) {
      super(`The engine refused the call: ${code}`);
      this.name = 'EngineError';
      this.code = code;
    }
  }

  /** Appends numbers and bytes in the engine's format. */
  class Writer {
    constructor() {
      this.bytes = [];
    }

    /** An index or a count, as LEB128; anything that is none becomes one that no course has. */
    number(value) {
      let rest = Number.isInteger(value) && value >= 0 && value < 0xffff ? value : 0xffff;
      while (rest >= 0x80) {
        this.bytes.push((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      this.bytes.push(rest);
      return this;
    }
  }

  /** Reads what the engine answers. */
  class Reader {
    constructor(bytes) {
      this.bytes = bytes;
      this.position = 0;
    }

    byte() {
      return this.bytes[this.position++];
    }

    flag() {
      return this.byte() === 1;
    }

    fixed16() {
      return this.byte() | (this.byte() << 8);
    }

    fixed32() {
      return (this.fixed16() | (this.fixed16() << 16)) >>> 0;
    }

    number() {
      let value = 0;
      let factor = 1;
      for (;;) {
        const next = this.byte();
        value += (next & 0x7f) * factor;
        if (next < 0x80) return value;
        factor *= 128;
      }
    }

    /** `count` values read by `read`. */
    list(count, read) {
      return Array.from({ length: count }, read);
    }

    ranges() {
      return this.list(this.number(), () => [this.number(), this.number()]);
    }
  }

  /** Length in UTF-8 of the character that begins at a UTF-16 index; lone surrogates take three. */
  function utf8Length(code) {
    if (code < 0x80) return 1;
    if (code < 0x800) return 2;
    return code < 0x10000 ? 3 : 4;
  }

  /** Turns ascending offsets in UTF-8 into offsets in the UTF-16 of the same text. */
  function utf16Offsets(text, offsets) {
    const found = [];
    let bytes = 0;
    let index = 0;
    for (const offset of offsets) {
      while (bytes < offset && index < text.length) {
        const code = text.codePointAt(index);
        bytes += utf8Length(code);
        index += code > 0xffff ? 2 : 1;
      }
      found.push(index);
    }
    return found;
  }

  /** Turns ascending ranges in UTF-8 into ranges in UTF-16. */
  function utf16Ranges(text, ranges) {
    const offsets = utf16Offsets(text, ranges.flat());
    return ranges.map((_, index) => [offsets[2 * index], offsets[2 * index + 1]]);
  }

  /** One learner's engine. Made by `Engine.start`. */
  class Engine {
    #module;
    #course;
    #exports;
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
     * @throws {EngineError} 'badCourse' when the blob can't be read
     */
    static async start(wasmBytes, courseBytes) {
      const engine = new Engine();
      engine.#module = await WebAssembly.compile(wasmBytes);
      engine.#course = courseBytes;
      engine.#begin();
      return engine;
    }

    /** Goes on from a saved state; on failure a fresh one is begun. */
    resume(bytes) {
      const reader = this.#change('resume', bytes || new Uint8Array());
      const reason = REASONS[reader.byte()];
      return { ok: reason === null, reason, kept: reader.number(), dropped: reader.number() };
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
      this.#change('open', place(file, section));
    }

    /** How a question stands. */
    question(file, activity) {
      return question(this.#ask('question', place(file, activity)));
    }

    /** Answers a question with the options of these indexes. */
    answer(file, activity, chosenIndexes) {
      return question(this.#change('answer', place(file, activity, ...chosenIndexes)));
    }

    /** Remembers that the hint was opened. */
    hint(file, activity) {
      return question(this.#change('hint', place(file, activity)));
    }

    /** How a quiz stands. */
    quiz(file, activity) {
      return quiz(this.#ask('quiz', place(file, activity)));
    }

    /** Begins the next attempt at a quiz. */
    retry(file, activity) {
      return quiz(this.#change('retry', place(file, activity)));
    }

    /** How a walk through a tree stands. */
    tree(file, activity) {
      return tree(this.#ask('tree', place(file, activity)));
    }

    /** Takes an answer. */
    take(file, activity, answer) {
      return tree(this.#change('take', place(file, activity, answer)));
    }

    /** Takes the last answer back. */
    back(file, activity) {
      return tree(this.#change('back', place(file, activity)));
    }

    /** Begins a tree again, at its first node or at the one where another tree leads in. */
    restart(file, activity, node = 0) {
      return tree(this.#change('restart', place(file, activity, node)));
    }

    /** What is done. */
    progress() {
      return progress(this.#ask('progress'));
    }

    /** Replaces the searchable texts: `[{ title, body }]`. */
    index(documents) {
      this.#documents = documents.map(({ title, body }) => ({ title, body }));
      this.#indexBytes = indexRequest(this.#documents);
      this.#ask('index', this.#indexBytes);
    }

    /** The documents that hold every word, the best first. */
    search(text, limit = 20) {
      const query = new TextEncoder().encode(text);
      const reader = this.#ask('search', [...new Writer().number(limit).bytes, ...query]);
      return reader.list(reader.number(), () => hit(reader, this.#documents));
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
      const reader = new Reader(response);
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

    /** A new engine with the course and without a state. */
    #begin() {
      this.#exports = new WebAssembly.Instance(this.#module, {}).exports;
      this.#read(this.#exchange(OPERATION.load, this.#course));
    }

    /** A new engine with everything that the failed one knew before its last call. */
    #restore(operation) {
      this.#begin();
      if (this.#good) this.#exchange(OPERATION.resume, this.#good);
      if (this.#indexBytes && operation !== 'index') {
        this.#exchange(OPERATION.index, this.#indexBytes);
      }
      if (this.onrestart) this.onrestart(this.#failure);
    }
  }

  /** The request of an operation on an activity or a section. */
  function place(...numbers) {
    const writer = new Writer();
    for (const number of numbers) writer.number(number);
    return writer.bytes;
  }

  function question(reader) {
    const status = {
      kind: QUESTION_KINDS[reader.byte()],
      tries: reader.byte(),
      triesUsed: reader.byte(),
      answered: reader.flag(),
      locked: reader.flag(),
      correct: reader.flag(),
      hintUsed: reader.flag(),
      score: reader.fixed16(),
    };
    const options = reader.list(reader.number(), () => reader.byte());
    status.chosen = options.map((option) => (option & 1) === 1);
    status.verdicts = options.map((option) => VERDICTS[option >> 1]);
    return status;
  }

  function quiz(reader) {
    const status = {
      attempt: reader.fixed16(),
      tries: reader.byte(),
      answered: reader.number(),
      total: reader.number(),
      finished: reader.flag(),
      percent: reader.byte(),
      passed: reader.flag(),
      criticalMissed: reader.number(),
    };
    const hasBest = reader.flag();
    const percent = reader.byte();
    status.bestPercent = hasBest ? percent : null;
    status.bestPassed = reader.flag();
    status.advice = reader.number() - 1;
    status.canRetry = reader.flag();
    return status;
  }

  function tree(reader) {
    const path = reader.list(reader.number(), () => ({
      node: reader.number(),
      answer: reader.number(),
    }));
    const status = {
      path,
      node: reader.number(),
      kind: NODE_KINDS[reader.byte()],
      finished: reader.flag(),
      reachedEnd: reader.flag(),
      canGoBack: path.length > 0,
      elsewhere: null,
    };
    if (reader.flag()) {
      status.elsewhere = {
        file: reader.number(),
        activity: reader.number(),
        node: reader.number(),
      };
    }
    return status;
  }

  function progress(reader) {
    const done = reader.number();
    const total = reader.number();
    const files = reader.list(reader.number(), () => ({
      done: reader.number(),
      total: reader.number(),
      sections: reader.list(reader.number(), () => {
        const bits = reader.byte();
        return { opened: (bits & 1) === 1, done: (bits & 2) === 2 };
      }),
    }));
    return { done, total, files };
  }

  function indexRequest(documents) {
    const encoder = new TextEncoder();
    const parts = [lengthBytes(documents.length)];
    for (const { title, body } of documents) {
      for (const text of [title, body]) {
        const bytes = encoder.encode(text);
        parts.push(lengthBytes(bytes.length), bytes);
      }
    }
    const request = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let position = 0;
    for (const part of parts) {
      request.set(part, position);
      position += part.length;
    }
    return request;
  }

  /** A count of up to 2^31 - 1 as LEB128. */
  function lengthBytes(value) {
    const bytes = [];
    while (value >= 0x80) {
      bytes.push((value & 0x7f) | 0x80);
      value >>>= 7;
    }
    bytes.push(value);
    return bytes;
  }

  function hit(reader, documents) {
    const number = reader.number();
    const { title, body } = documents[number];
    const score = reader.fixed32() | 0;
    const titleRanges = utf16Ranges(title, reader.ranges());
    const [from, to] = utf16Offsets(body, [reader.number(), reader.number()]);
    const ranges = utf16Ranges(body, reader.ranges());
    return {
      document: number,
      score,
      titleRanges,
      snippet: {
        text: body.slice(from, to),
        ranges: ranges.map(([start, end]) => [start - from, end - from]),
        // Whether text was left out before and behind it.
        cutBefore: from > 0,
        cutAfter: to < body.length,
      },
    };
  }

  Amparo.EngineError = EngineError;
  Amparo.Engine = Engine;
})();
