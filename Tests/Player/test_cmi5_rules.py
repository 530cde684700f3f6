"""The record store of the player: each rule of cmi5 with statements and requests that break it."""

import json

import pytest
import rows_cmi5 as rows
from browsers import KINDS

# Each row in a session of its own: what the last request got, and the rules that it broke.
RUN = """
const [player, launch, rows, done] = arguments;
(async () => {
  const { RecordStore } = await import(`${player}cmi5-store.js`);
  const { Faults } = await import(`${player}faults.js`);
  const { RULES } = await import(`${player}cmi5-words.js`);
  const run = ({ mode = 'Normal', mastery = null, earlier = [], skip = [], requests }) => {
    const attempts = { current: { statements: [], documents: {} }, verbs: earlier, add(list) { this.current.statements.push(...list); }, keep() {} };
    const told = { ...launch, mode, mastery };
    const store = new RecordStore({ standard: {}, launch: told, data: { contextTemplate: launch.template }, attempts, faults: new Faults([], {}) });
    let token = '';
    const ask = ([method, resource, query, headers, body]) => {
      const address = new URL(resource === 'fetch' ? told.fetch : told.endpoint + resource);
      for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
      const all = { authorization: token, 'x-experience-api-version': '1.0.3', 'content-type': 'application/json', ...headers };
      return store.answer({ method, address: address.href, headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)), body });
    };
    token = `Basic ${JSON.parse(ask(['POST', 'fetch', {}, {}, '']).text)['auth-token']}`;
    const state = { activityId: told.activity, agent: JSON.stringify(told.actor), registration: told.registration };
    if (!skip.includes('launchData')) ask(['GET', 'activities/state', { ...state, stateId: 'LMS.LaunchData' }, {}, '']);
    if (!skip.includes('preferences')) ask(['GET', 'agents/profile', { agent: state.agent, profileId: 'cmi5LearnerPreferences' }, {}, '']);
    ask(['PUT', 'activities/state', { ...state, stateId: 'work' }, {}, '{"a": 1}']);
    for (const each of requests.slice(0, -1)) ask(each);
    const before = store.mistakes.length;
    const { status, text } = ask(requests.at(-1));
    return { status, text, rules: store.mistakes.slice(before).flatMap(({ slips }) => slips.map(([rule]) => rule)), before, stored: attempts.current.statements.length, documents: attempts.current.documents };
  };
  return { results: rows.map(run), rules: Object.keys(RULES) };
})().then(done, (problem) => done(`${problem} ${problem.stack}`));
"""


def sent(*statements):
    return ["POST", "statements", {}, {}, json.dumps(statements if len(statements) != 1 else statements[0])]


def of(verb, launch=rows.LAUNCH, **result):
    return rows.answered(launch, **result) if verb == "answered" else rows.statement(verb, launch, **result)


def cases():
    """Every row: its name, what to run, the rule, the status."""
    for number, (verb, change, rule) in enumerate(rows.SLIPS):
        yield f"slip-{number}-{verb}-{rule}", {"requests": [sent(of("initialized")), sent(rows.changed(verb, change))]}, rule, None
    for earlier, before, verb, mode, rule in rows.ORDER:
        name = f"order-{mode}-{'-'.join([*earlier, '', *before])}-{verb}"
        yield name, {"mode": mode, "earlier": earlier, "requests": [*[sent(of(each)) for each in before], sent(of(verb))]}, rule, None
    marked = rows.LAUNCH | {"mastery": 0.8}
    for verb, scaled, rule in rows.MARKS:
        score = {} if scaled is None else {"score": {"scaled": scaled}}
        yield f"mark-{verb}-{scaled}", {"mastery": 0.8, "requests": [sent(of("initialized", marked)), sent(of(verb, marked, **score))]}, rule, None
    yield "mark-not-named", {"mastery": 0.8, "requests": [sent(of("initialized")), sent(of("failed"))]}, "mark", None
    for what in ("launchData", "preferences"):
        yield f"without-{what}", {"skip": [what], "requests": [sent(of("initialized"))]}, what, None
    first = of("initialized")
    yield "sent-again", {"requests": [sent(first), sent(first)]}, None, None
    yield "same-id", {"requests": [sent(first), sent({**first, "timestamp": "2026-03-01T12:30:06Z"})]}, "sameID", 409
    for number, (method, resource, query, headers, body, status, rule) in enumerate(rows.REQUESTS):
        yield f"request-{number}-{method}-{resource}-{status}", {"requests": [[method, resource, query, headers, body]]}, rule, status


CASES = list(cases())


@pytest.fixture(scope="session")
def outcomes(running, server):
    """What every row gave, by browser; worked out once."""
    found = {}

    def get(kind):
        if kind not in found:
            driver = running(kind)
            driver.get(f"{server.address}/player/hop.html?to=about:blank")
            found[kind] = driver.execute_async_script(RUN, f"{server.address}/player/", rows.LAUNCH, [case[1] for case in CASES])
            assert isinstance(found[kind], dict), found[kind]
        return found[kind]

    return get


@pytest.mark.parametrize("browser", KINDS)
@pytest.mark.parametrize("number", range(len(CASES)), ids=[case[0] for case in CASES])
def test_row(outcomes, browser, number):
    _, _, rule, status = CASES[number]
    result = outcomes(browser)["results"][number]
    assert result["before"] == 0, "what came before was refused"
    assert (rule in result["rules"]) if rule else result["rules"] == [], result
    assert result["status"] == (status or (400 if rule else 200)), result


@pytest.mark.parametrize("browser", KINDS)
def test_every_rule_is_reached(outcomes, browser):
    assert {rule for _, _, rule, _ in CASES if rule} == set(outcomes(browser)["rules"])


def test_one_bad_statement_turns_the_batch_away(running, server):
    driver = running("chromium")
    driver.get(f"{server.address}/player/hop.html?to=about:blank")
    bad = of("completed")
    bad["timestamp"] = "today"
    batches = [{"requests": [sent(of("initialized"), bad)]}, {"requests": [sent(of("initialized"), of("completed"))]}]
    refused, taken = driver.execute_async_script(RUN, f"{server.address}/player/", rows.LAUNCH, batches)["results"]
    assert (refused["status"], refused["stored"], refused["rules"]) == (400, 0, ["timestamp"])
    assert (taken["status"], taken["stored"]) == (200, 2)
