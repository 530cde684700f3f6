// Runs the shared vectors with Amparo.Engine in a browser, and makes the engine fail on purpose.
'use strict';

window.bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Starts an engine: of wasm, or of plain JavaScript in a page that has it and forbids wasm. */
window.startEngine = (wasm, course) =>
  Amparo.Engine.start(wasm, course, async () => globalThis.AmparoPlainEngine || null);

/** What runs in this page: wasm or plain. */
window.formOf = async (wasm, blob) => (await window.startEngine(wasm, blob)).form;

/** Whether the value is as expected; of objects only the named members are compared. */
function holds(expected, actual) {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      expected.length === actual.length &&
      expected.every((value, index) => holds(value, actual[index]))
    );
  }
  if (expected !== null && typeof expected === 'object') {
    return (
      actual !== null &&
      typeof actual === 'object' &&
      Object.keys(expected).every((key) => key in actual && holds(expected[key], actual[key]))
    );
  }
  return expected === actual;
}

/** A hit with the marked texts instead of ranges. */
function readable(hit, documents) {
  const cut = (text, ranges) => ranges.map(([from, to]) => text.slice(from, to));
  return {
    document: hit.document,
    score: hit.score,
    titleMarks: cut(documents[hit.document].title, hit.titleRanges),
    marks: cut(hit.snippet.text, hit.snippet.ranges),
    snippet: hit.snippet.text,
    cutBefore: hit.snippet.cutBefore,
    cutAfter: hit.snippet.cutAfter,
  };
}

/** Runs one case; returns what went wrong, or null. */
async function runCase(wasm, courses, test) {
  const load = (name) => window.startEngine(wasm, bytesOf(courses[name].blob));
  let engine = await load(test.course);
  const saved = {};
  let documents = [];
  for (const [number, step] of test.steps.entries()) {
    for (let time = 0; time < (step.times || 1); time += 1) {
      let result;
      let code;
      try {
        if (step.call === 'load') engine = await load(step.course);
        else if (step.call === 'resume') {
          const bytes = step.base64 === undefined ? saved[step.from] || null : bytesOf(step.base64);
          result = engine.resume(bytes);
        } else result = engine[step.call](...(step.arguments || []));
      } catch (error) {
        if (!(error instanceof Amparo.EngineError)) throw error;
        code = error.code;
      }
      if (code !== step.error) return `step ${number}: ${code} instead of ${step.error}`;
      if (step.call === 'snapshot') saved[step.as] = result;
      if (step.call === 'index') documents = step.arguments[0];
      if (step.call === 'search') result = result.map((hit) => readable(hit, documents));
      if ('expect' in step && code === undefined) {
        if (!holds(step.expect, result)) return `step ${number}: ${JSON.stringify(result)}`;
      }
    }
  }
  return null;
}

/** Runs all cases of a set; returns [name, problem or null] for each. */
window.runSet = async (wasm, set) => {
  const results = [];
  for (const test of set.cases) {
    let problem;
    try {
      problem = await runCase(wasm, set.courses, test);
    } catch (error) {
      problem = `${error.name}: ${error.message}`;
    }
    results.push([test.name, problem]);
  }
  return results;
};

/** A page whose engine traps: once, and then whenever it is called. */
window.runTraps = async (wasm, blob) => {
  const { Instance, instantiate } = WebAssembly;
  const { AmparoPlainEngine } = globalThis;
  let left = 0;
  const fragile = ({ exports }) => {
    const call = (operation, length) => {
      if (left === 0) return exports.call(operation, length);
      left -= 1;
      throw new WebAssembly.RuntimeError('unreachable');
    };
    return { exports: { memory: exports.memory, reserve: exports.reserve, result: exports.result, call } };
  };
  WebAssembly.Instance = function (module, imports) {
    return fragile(new Instance(module, imports));
  };
  WebAssembly.instantiate = async (module, imports) => fragile(await instantiate(module, imports));
  if (AmparoPlainEngine) {
    globalThis.AmparoPlainEngine = () => fragile({ exports: AmparoPlainEngine() }).exports;
  }
  try {
    const engine = await window.startEngine(wasm, blob);
    const restarts = [];
    engine.onrestart = ({ operation, error }) => restarts.push([operation, error.name]);
    engine.index([{ title: 'Consent', body: 'Ask first.' }]);
    engine.answer(0, 0, [1]);
    left = 1;
    const second = engine.answer(0, 0, [0]);
    left = 1;
    const found = engine.search('ask', 5).length;
    engine.answer(0, 1, [0]);
    const revision = engine.revision();
    let code;
    left = 1000;
    try {
      engine.answer(0, 1, [2]);
    } catch (error) {
      code = error.code || String(error);
    }
    left = 0;
    const after = engine.question(0, 1);
    return { second, found, revision, code, after, now: engine.revision(), restarts };
  } finally {
    Object.assign(WebAssembly, { Instance, instantiate });
    globalThis.AmparoPlainEngine = AmparoPlainEngine;
  }
};

/** What becomes of a state of two megabytes. */
window.resumeTooMuch = async (wasm, blob) => {
  const engine = await window.startEngine(wasm, blob);
  return engine.resume(new Uint8Array(2097152)).reason;
};

/** The code with which a course that is none is refused. */
window.refuseCourse = async (wasm) => {
  try {
    await window.startEngine(wasm, new Uint8Array([1, 2, 3]));
    return 'started';
  } catch (error) {
    return error instanceof Amparo.EngineError ? error.code : String(error);
  }
};

/** The marked texts of a search in a text of many kinds of character. */
window.markCharacters = async (wasm, blob) => {
  const engine = await window.startEngine(wasm, blob);
  const body = '\u{1F600}\uD800 \u0627 \u00E9 \u{1F600} word \uDC00 other';
  engine.index([{ title: '', body }]);
  const [hit] = engine.search('other word', 5);
  return hit.snippet.ranges.map(([from, to]) => hit.snippet.text.slice(from, to));
};

/**
 * Makes calls to the engine that this page allows, without anything between.
 * @param {Array<[number, string, string]>} rows operation, request, and the expected answer
 * @returns the first rows that were answered otherwise, as [number of the row, answer]
 */
window.replay = async (wasm, rows) => {
  const { memory, reserve, call, result } = globalThis.AmparoPlainEngine
    ? globalThis.AmparoPlainEngine()
    : (await WebAssembly.instantiate(wasm)).instance.exports;
  const different = [];
  for (const [number, [operation, request, answer]] of rows.entries()) {
    const bytes = bytesOf(request);
    const start = reserve(bytes.length) >>> 0;
    new Uint8Array(memory.buffer).set(bytes, start);
    const length = call(operation, bytes.length) >>> 0;
    const from = result() >>> 0;
    const given = new Uint8Array(memory.buffer, from, length);
    const expected = bytesOf(answer);
    if (given.length !== expected.length || expected.some((byte, index) => given[index] !== byte)) {
      different.push([number, [...given]]);
      if (different.length === 5) break;
    }
  }
  return different;
};
