"""Runs every test suite and sums up: the last line is `N passed, N failed, N skipped`.

A suite that breaks off without saying how its tests went counts as one failed test.
"""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / ".build" / "test-results"


@dataclass
class Suite:
    name: str
    command: list
    # Where the suite writes its results; Swift Testing adds a part to the name it is given.
    report: Path


@dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def suites():
    """The Swift tests, then every folder with Python tests."""
    yield Suite(
        "swift",
        ["swift", "test", "-c", "release", "--skip-build", "--xunit-output", RESULTS / "swift.xml"],
        RESULTS / "swift-swift-testing.xml",
    )
    folders = sorted({path.parent for path in (ROOT / "Tests").glob("*/test_*.py")})
    for folder in folders:
        report = RESULTS / f"{folder.name}.xml"
        pytest = ROOT / ".venv" / "bin" / "pytest"
        yield Suite(folder.name, [pytest, folder, "-rfEs", f"--junit-xml={report}"], report)


def run(suite):
    """Runs a suite, showing its output."""
    print(f"\n== {suite.name}", flush=True)
    suite.report.unlink(missing_ok=True)
    status = subprocess.run([str(part) for part in suite.command], cwd=ROOT).returncode
    count = read(suite.report)
    if count is None or (status != 0 and count.failed == 0):
        print(f"The suite {suite.name} ended with status {status} before it was finished.")
        count = count or Count()
        count.failed += 1
    return count


def read(report):
    """Counts the tests of a JUnit report; None when there is none."""
    try:
        tree = ElementTree.parse(report)
    except (OSError, ElementTree.ParseError):
        return None
    count = Count()
    for case in tree.iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            count.failed += 1
        elif case.find("skipped") is not None:
            count.skipped += 1
        else:
            count.passed += 1
    return count


def main():
    RESULTS.mkdir(parents=True, exist_ok=True)
    counts = {suite.name: run(suite) for suite in suites()}
    total = Count(
        sum(count.passed for count in counts.values()),
        sum(count.failed for count in counts.values()),
        sum(count.skipped for count in counts.values()),
    )
    print()
    for name, count in counts.items():
        print(f"{name}: {count}")
    print(total)
    return 1 if total.failed or not total.passed else 0


if __name__ == "__main__":
    sys.exit(main())
