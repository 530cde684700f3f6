// The engine's requests and responses as bytes. docs/engine.md has their layouts.
(() => {
  'use strict';

  const Amparo = (window.Amparo = window.Amparo || {});

  const REASONS = [null, 'damaged', 'newer', 'empty'];
  const QUESTION_KINDS = ['single', 'multiple', 'trueFalse'];
  const NODE_KINDS = ['question', 'step', 'end', 'today', 'emergency'];
  const VERDICTS = [null, 'right', 'wrong', 'missed'];

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

  /**
   * The request of an operation on an activity or a section: indexes as LEB128. Anything that is no
   * index becomes one that no course has.
   */
  function place(...numbers) {
    const known = (value) => Number.isInteger(value) && value >= 0 && value < 0xffff;
    return numbers.flatMap((value) => leb(known(value) ? value : 0xffff));
  }

  function resumption(reader) {
    const reason = REASONS[reader.byte()];
    return { ok: reason === null, reason, kept: reader.number(), dropped: reader.number() };
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
    const parts = [leb(documents.length)];
    for (const { title, body } of documents) {
      for (const text of [title, body]) {
        const bytes = encoder.encode(text);
        parts.push(leb(bytes.length), bytes);
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

  function searchRequest(text, limit) {
    return [...place(limit), ...new TextEncoder().encode(text)];
  }

  /** A count of up to 2^31 - 1 as LEB128. */
  function leb(value) {
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

  /** For 10-engine.js only. */
  Amparo.EngineCodec = {
    Reader, resumption, place, question, quiz, tree, progress, indexRequest, searchRequest, hit,
  };
})();
