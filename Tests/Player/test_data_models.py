"""The data models of both standards against tables of elements, values and error codes."""

import pytest
import rows_scorm12
import rows_scorm2004
from browsers import KINDS

TABLES = {"scorm12": rows_scorm12, "scorm2004": rows_scorm2004}


def rows():
    """Every row as (standard, earlier sets, kind of call, element, value, code)."""
    for standard, table in TABLES.items():
        yield from ((standard, [], "set", *row) for row in table.SETS)
        yield from ((standard, earlier, "set", *row) for earlier, *row in table.AFTER)
        yield from ((standard, earlier, "get", *row) for earlier, *row in table.GETS)


ROWS = list(rows())

# Each row in a session of its own; what it gave, and the code of each earlier call.
RUN = """
const [player, rows, done] = arguments;
(async () => {
  const { Runtime } = await import(`${player}runtime.js`);
  const { STANDARDS } = await import(`${player}standards.js`);
  const { Faults } = await import(`${player}faults.js`);
  return rows.map(([standard, earlier, kind, element, value]) => {
    const own = { name: standard, ...STANDARDS[standard] };
    const { names } = own;
    const values = { [names.learner]: 'learner-1', [names.learnerName]: 'Haddad, Amina', [names.entry]: 'ab-initio' };
    const runtime = new Runtime({ standard: own, values, faults: new Faults([], names), keeping: { commit() {}, end() {} } });
    runtime.call('init', ['']);
    for (const each of earlier) runtime.call('set', each);
    const result = runtime.call(kind, kind === 'set' ? [element, value] : [element]);
    return [result, runtime.call('last', [])];
  });
})().then(done, (problem) => done(String(problem)));
"""


def name(row):
    standard, earlier, kind, element, value, code = row
    return f"{standard} {kind} {element}={value[:20]} ({code})"


@pytest.mark.parametrize("kind", KINDS)
def test_rows(running, server, kind):
    """All rows in one page: a page for each would take minutes."""
    driver = running(kind)
    driver.get(f"{server.address}/player/hop.html?to=about:blank")
    results = driver.execute_async_script(RUN, f"{server.address}/player/", ROWS)
    assert isinstance(results, list), results
    assert len(results) == len(ROWS)
    wrong = []
    for row, given in zip(ROWS, results, strict=True):
        *_, call, _, value, code = row
        expected = [value if call == "get" else "true" if code == 0 else "false", str(code)]
        if given != expected:
            wrong.append(f"{name(row)} gave {given}")
    assert wrong == []


def test_tables_are_large():
    """A table that lost its rows would pass."""
    assert len([row for row in ROWS if row[0] == "scorm12"]) > 300
    assert len([row for row in ROWS if row[0] == "scorm2004"]) > 500


def test_every_code_of_the_data_model_is_reached():
    codes = {standard: {row[5] for row in ROWS if row[0] == standard} for standard in TABLES}
    assert codes["scorm12"] == {0, 201, 202, 203, 401, 402, 403, 404, 405}
    assert codes["scorm2004"] == {0, 301, 351, 401, 403, 404, 405, 406, 407, 408}
