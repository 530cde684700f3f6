"""Plays packages in learning systems of others, and says in a table what each could do.

    scripts/test-clients.py [CLIENT…]

Each folder of Tests/Clients is a client: a requirements.txt and tests. Each gets a virtual
environment of its own in .venv-clients, for clients want different versions of the same things;
the tests run in one more. `python3 -m pip` brings them, so this needs a network once. A client
that can't be had is a failure. The last line is `N passed, N failed`.

A test belongs to a column of the table by its name, `test_resumes…` to "resumes", and to a line by
the standard among its parameters.
"""

import hashlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CLIENTS = ROOT / "Tests" / "Clients"
ENVIRONMENTS = ROOT / ".venv-clients"
RESULTS = ROOT / ".build" / "test-results"
TESTS_NEED = ROOT / "Tests" / "Packages" / "requirements.txt"
STANDARDS = ["scorm12", "scorm2004", "cmi5", "cc"]
COLUMNS = ["imports", "plays", "resumes", "score", "completion", "interactions"]
OTHERS = "others"


@dataclass
class Cell:
    passed: int = 0
    failed: int = 0

    def __str__(self):
        if not self.passed + self.failed:
            return "-"
        return "yes" if not self.failed else "NO" if not self.passed else f"{self.passed} of {self.passed + self.failed}"


@dataclass
class Outcome:
    """What came of one client: cells by standard and column, and what kept it from being tested."""

    cells: dict = field(default_factory=dict)
    trouble: str = ""

    def cell(self, standard, column):
        return self.cells.setdefault((standard, column), Cell())

    @property
    def passed(self):
        return sum(cell.passed for cell in self.cells.values())

    @property
    def failed(self):
        return sum(cell.failed for cell in self.cells.values()) + bool(self.trouble)


def environment(name, requirements):
    """Makes a virtual environment unless it is there and fits; what went wrong, or nothing."""
    folder = ENVIRONMENTS / name
    mark, digest = folder / "ready", hashlib.sha256(requirements.read_bytes()).hexdigest()
    if mark.is_file() and mark.read_text() == digest:
        return ""
    print(f"\n== {name}: Python packages of {requirements.relative_to(ROOT)}", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    steps = [[sys.executable, "-m", "venv", folder], [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "-r", requirements]]
    for step in steps:
        status = subprocess.run([str(part) for part in step], cwd=ROOT).returncode
        if status != 0:
            return f"its Python packages can't be had: `{' '.join(map(str, step[1:4]))} …` ended with {status}"
    mark.write_text(digest)
    return ""


def play(name):
    """Runs the tests of a client, showing their output."""
    outcome = Outcome(trouble=environment(name, CLIENTS / name / "requirements.txt"))
    if outcome.trouble:
        return outcome
    print(f"\n== {name}", flush=True)
    report = RESULTS / f"client-{name}.xml"
    report.unlink(missing_ok=True)
    pytest = ENVIRONMENTS / "tests" / "bin" / "pytest"
    status = subprocess.run([str(pytest), str(CLIENTS / name), "-rfEs", f"--junit-xml={report}"], cwd=ROOT).returncode
    try:
        cases = list(ElementTree.parse(report).iter("testcase"))
    except (OSError, ElementTree.ParseError):
        cases = []
    for case in cases:
        count(case, outcome)
    if status != 0 and not outcome.failed or not cases:
        outcome.trouble = f"its tests ended with status {status} before they were finished"
    return outcome


def count(case, outcome):
    """Puts a test where it belongs. What was skipped wasn't seen to work, so it has failed."""
    name, _, parameters = case.get("name").partition("[")
    words = parameters.rstrip("]").split("-")
    standard = next((each for each in STANDARDS if each in words), "")
    column = next((each for each in COLUMNS if name.startswith(f"test_{each}")), OTHERS)
    cell = outcome.cell(standard, column)
    if any(case.find(tag) is not None for tag in ("failure", "error", "skipped")):
        cell.failed += 1
    else:
        cell.passed += 1


def table(outcomes):
    """Lines of what each client could do with each standard."""
    head = ["client", "standard", *COLUMNS, OTHERS]
    rows = [head]
    for name, outcome in outcomes.items():
        for standard in sorted({standard for standard, _ in outcome.cells}, key=lambda each: (each == "", each)):
            rows.append([name, standard or "-", *(str(outcome.cell(standard, column)) for column in [*COLUMNS, OTHERS])])
    widths = [max(len(row[index]) for row in rows) for index in range(len(head))]
    yield from ("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    yield from (f"{name}: {outcome.trouble}" for name, outcome in outcomes.items() if outcome.trouble)


def main(wanted):
    known = sorted(path.parent.name for path in CLIENTS.glob("*/requirements.txt"))
    if unknown := [name for name in wanted if name not in known]:
        print(f"no such client: {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 64
    RESULTS.mkdir(parents=True, exist_ok=True)
    if trouble := environment("tests", TESTS_NEED):
        outcomes = {"tests": Outcome(trouble=trouble)}
    else:
        outcomes = {name: play(name) for name in wanted or known}
    print()
    print("\n".join(table(outcomes)))
    passed, failed = (sum(getattr(outcome, what) for outcome in outcomes.values()) for what in ("passed", "failed"))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
