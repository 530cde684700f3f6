/*
 * A small learning system for the tests of the adapter: the API object of both SCORM versions,
 * strict about what it takes, with faults on demand. The address's hash holds the options:
 * { standard, launch, learner, name, mode, credit, faults, attempt, given }.
 */
(() => {
  'use strict';

  const options = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  const is2004 = options.standard === 'scorm2004';
  const has = (fault) => (options.faults || []).includes(fault);
  const shelf = `attempt:${options.attempt}`;
  const stored = JSON.parse(localStorage.getItem(shelf) || '{}');

  const N = is2004
    ? { id: 'cmi.learner_id', name: 'cmi.learner_name', mode: 'cmi.mode', credit: 'cmi.credit', entry: 'cmi.entry', suspend: 'cmi.suspend_data', exit: 'cmi.exit', completion: 'cmi.completion_status' }
    : { id: 'cmi.core.student_id', name: 'cmi.core.student_name', mode: 'cmi.core.lesson_mode', credit: 'cmi.core.credit', entry: 'cmi.core.entry', suspend: 'cmi.suspend_data', exit: 'cmi.core.exit', completion: 'cmi.core.lesson_status' };
  const ERROR = is2004
    ? { before: 122, after: 123, setBefore: 132, setAfter: 133, unset: 403, type: 406, unknown: 401, begun: 103 }
    : { before: 301, after: 301, setBefore: 301, setAfter: 301, unset: 0, type: 405, unknown: 401, begun: 101 };

  const short = is2004 ? /^[A-Za-z0-9_.]{1,250}$/ : /^[A-Za-z0-9_.]{1,255}$/;
  const decimal = /^-?\d+(\.\d{1,7})?$/;
  /** What may be set: element -> form. */
  const FORMS = is2004
    ? [
      [/^cmi\.completion_status$/, /^(completed|incomplete|not attempted|unknown)$/], [/^cmi\.success_status$/, /^(passed|failed|unknown)$/],
      [/^cmi\.exit$/, /^(suspend|normal|logout|time-out|)$/], [/^cmi\.location$/, /^.{0,1000}$/], [/^cmi\.suspend_data$/, /^[\s\S]{0,64000}$/],
      [/^cmi\.session_time$/, /^PT(\d+H)?(\d+M)?\d+(\.\d{1,2})?S$/], [/^cmi\.progress_measure$/, /^(0(\.\d+)?|1)$/],
      [/^cmi\.(objectives\.\d+\.)?score\.scaled$/, /^(0(\.\d+)?|1)$/], [/^cmi\.(objectives\.\d+\.)?score\.(raw|min|max)$/, decimal],
      [/^cmi\.objectives\.\d+\.id$/, short], [/^cmi\.objectives\.\d+\.success_status$/, /^(passed|failed|unknown)$/],
      [/^cmi\.objectives\.\d+\.completion_status$/, /^(completed|incomplete|not attempted|unknown)$/],
      [/^cmi\.(objectives|interactions)\.\d+\.description$/, /^(\{lang=[A-Za-z-]+\})?[\s\S]{0,250}$/],
      [/^cmi\.interactions\.\d+\.id$/, short], [/^cmi\.interactions\.\d+\.type$/, /^(choice|performance)$/],
      [/^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, short], [/^cmi\.interactions\.\d+\.timestamp$/, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.00Z$/],
      [/^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/, /^[a-z0-9](\[,\][a-z0-9])*$/], [/^cmi\.interactions\.\d+\.weighting$/, decimal],
      [/^cmi\.interactions\.\d+\.learner_response$/, /^[a-z0-9_]+(\[[.,]\][a-z0-9_]+)*$/],
      [/^cmi\.interactions\.\d+\.result$/, /^(correct|incorrect|neutral)$/],
    ]
    : [
      [/^cmi\.core\.lesson_status$/, /^(passed|completed|failed|incomplete|browsed)$/], [/^cmi\.core\.exit$/, /^(suspend|logout|time-out|)$/],
      [/^cmi\.core\.lesson_location$/, /^.{0,255}$/], [/^cmi\.suspend_data$/, /^[\s\S]{0,4096}$/], [/^cmi\.core\.session_time$/, /^\d{4}:\d\d:\d\d\.\d\d$/],
      [/^cmi\.core\.score\.(raw|min|max)$/, decimal], [/^cmi\.objectives\.\d+\.id$/, short], [/^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, decimal],
      [/^cmi\.objectives\.\d+\.status$/, /^(passed|completed|failed|incomplete|browsed|not attempted)$/],
      [/^cmi\.interactions\.\d+\.id$/, short], [/^cmi\.interactions\.\d+\.type$/, /^(choice|performance)$/], [/^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, short],
      [/^cmi\.interactions\.\d+\.time$/, /^\d\d:\d\d:\d\d$/], [/^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/, /^([a-z0-9]|\{[a-z0-9](,[a-z0-9])*\})$/],
      [/^cmi\.interactions\.\d+\.weighting$/, decimal], [/^cmi\.interactions\.\d+\.student_response$/, /^[a-z0-9,]{1,255}$/],
      [/^cmi\.interactions\.\d+\.result$/, /^(correct|wrong|neutral)$/],
    ];

  const lms = (window.lms = { log: [], refused: [], data: { ...stored }, begun: has('begun-already'), ended: false, commits: 0, calls: 0, faults: options.faults || [] });
  Object.assign(lms.data, {
    [N.id]: options.learner, [N.name]: options.name || 'Abaza, Rosa', [N.mode]: options.mode || 'normal', [N.credit]: options.credit || 'credit',
    [N.entry]: stored[N.exit] === 'suspend' ? 'resume' : 'ab-initio',
  }, options.given || {});
  if (lms.data[N.completion] === undefined) lms.data[N.completion] = is2004 ? 'unknown' : 'not attempted';

  let error = 0;
  const off = (name) => lms.faults.includes(name);
  const answer = (ok, code = 0) => {
    error = ok ? 0 : code;
    if (off('nothing-answered')) return undefined;
    if (off('numbers')) return ok ? 1 : 0;
    return off('booleans') ? ok : String(ok);
  };
  const wait = (milliseconds) => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
  };
  const broken = (name) => {
    lms.calls += 1;
    if (off(`${name}-throws`)) throw new Error('Object doesn\'t support this property or method');
    if (off('third-fails') && lms.calls % 3 === 0) return true;
    return off('expired') || off(`${name}-false`);
  };
  const count = (list) => {
    const places = new Set(Object.keys(lms.data).map((key) => (key.match(new RegExp(`^${list.replace('.', '\\.')}\\.(\\d+)\\.`)) || [])[1]).filter(Boolean));
    return places.size;
  };

  const methods = {
    Initialize() {
      if (broken('Initialize')) return answer(false, 101);
      if (lms.begun) return answer(false, lms.ended && is2004 ? 104 : ERROR.begun);
      lms.begun = true;
      return answer(true);
    },
    Terminate() {
      if (broken('Terminate')) return answer(false, 101);
      if (!lms.begun || lms.ended) return answer(false, ERROR.before);
      lms.ended = true;
      save();
      return answer(true);
    },
    GetValue(element) {
      if (broken('GetValue')) return (error = off('expired') ? 301 : 101), '';
      if (!lms.begun || lms.ended) return (error = lms.ended ? ERROR.after : ERROR.before), '';
      error = 0;
      if (off('get-undefined')) return undefined;
      if (off('no-lists') && /objectives|interactions/.test(element)) return (error = ERROR.unknown), '';
      if (element.endsWith('._count')) return off('numbers') ? count(element.slice(0, -7)) : String(count(element.slice(0, -7)));
      if (element === N.suspend && off('forgets-at-once')) return '';
      const value = lms.data[element];
      if (value === undefined) return (error = ERROR.unset), '';
      return off('numbers') && decimal.test(value) ? Number(value) : value;
    },
    SetValue(element, value) {
      if (broken('SetValue')) return answer(false, off('expired') ? 301 : 101);
      if (!lms.begun || lms.ended) return answer(false, lms.ended ? ERROR.setAfter : ERROR.setBefore);
      if (off('no-lists') && /objectives|interactions/.test(element)) return answer(false, ERROR.unknown);
      if (off('refuses-state') && element === N.suspend) return answer(false, ERROR.type);
      const form = FORMS.find(([name]) => name.test(element));
      const list = element.match(/^(cmi\.(?:objectives|interactions))\.(\d+)\.(\w+)/);
      const gap = list && (Number(list[2]) > count(list[1]) || (list[3] !== 'id' && lms.data[`${list[1]}.${list[2]}.id`] === undefined));
      if (!form || typeof value !== 'string' || !form[1].test(value) || gap) {
        lms.refused.push([element, value]);
        return answer(false, form ? ERROR.type : ERROR.unknown);
      }
      if (element === N.suspend && off('truncates')) value = value.slice(0, 20);
      if (element === N.suspend && off('truncates-255')) value = value.slice(0, 255);
      lms.data[element] = value;
      return answer(true);
    },
    Commit() {
      if (off('commit-slow')) wait(2500);
      if (broken('Commit')) return answer(false, 101);
      if (!lms.begun || lms.ended) return answer(false, ERROR.setBefore);
      lms.commits += 1;
      save();
      return answer(true);
    },
    GetLastError() {
      if (off('error-throws')) throw new Error('no');
      return off('numbers') ? error : String(error);
    },
  };

  function save() {
    const kept = { ...lms.data };
    if (off('loses-state')) delete kept[N.suspend];
    if (off('loses-all')) return localStorage.removeItem(shelf);
    for (const key of [N.id, N.name, N.mode, N.credit, N.entry]) delete kept[key];
    localStorage.setItem(shelf, JSON.stringify(kept));
  }

  const api = {};
  for (const [name, method] of Object.entries(methods)) {
    if (name === 'GetLastError' && has('no-error')) continue;
    const own = is2004 ? name : `LMS${name === 'Terminate' ? 'Finish' : name}`;
    api[own] = (...values) => {
      const entry = [name, ...values];
      if (name !== 'GetLastError') lms.log.push(entry);
      const result = method(...values);
      entry.push(String(result));
      return result;
    };
  }
  const offer = () => (window[is2004 ? 'API_1484_11' : 'API'] = api);
  if (has('late-api')) setTimeout(offer, 700);
  else if (!has('no-api')) offer();

  window.start = () => {
    if (has('popup')) return void (window.lesson = open(options.launch, 'lesson', 'width=1000,height=800'));
    const frame = document.createElement('iframe');
    frame.src = options.launch;
    frame.style = 'position:fixed;inset:0;width:100%;height:100%;border:0';
    document.body.append(frame);
  };
  if (!has('popup')) start();
})();
