"""Times packages: 23 modules in every language of Content/, for every standard.

Modules that don't exist yet are copies of m01. Usage: python3 Benchmarks/packages.py COMPILER
"""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = 23
RUNS = 3
STANDARDS = ["scorm12", "scorm2004", "cmi5"]


def content(folder):
    """A copy of Content/ with 23 modules."""
    shutil.copytree(ROOT / "Content", folder)
    for number in range(1, MODULES + 1):
        module = folder / "modules" / f"m{number:02}"
        if module.exists():
            continue
        shutil.copytree(folder / "modules" / "m01", module)
        for text in module.glob("*.md"):
            text.write_text(re.sub(r"^id: m01$", f"id: {module.name}", text.read_text(), flags=re.M))


def seconds(compiler, content, targets):
    """The best of some builds; the output folder goes with the run."""
    best = None
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            names = [word for target in targets for word in ("--target", target)]
            start = time.monotonic()
            run = subprocess.run(
                [compiler, "build", str(content), "--output", f"{folder}/Output", *names],
                capture_output=True, text=True)
            took = time.monotonic() - start
            if run.returncode != 0:
                sys.exit(run.stdout + run.stderr)
            files = sorted(Path(folder).glob("Output/packages/*/*.zip"))
            sizes = [path.stat().st_size for path in files]
        best = min(best or took, took)
    return best, sizes


def main():
    compiler = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        course = Path(folder) / "Content"
        content(course)
        pages, _ = seconds(compiler, course, ["toolkit"])
        print(f"toolkit alone: {pages:.2f} s")
        for targets in [[name] for name in STANDARDS] + [STANDARDS]:
            took, sizes = seconds(compiler, course, ["toolkit", *targets])
            print(
                f"with {', '.join(targets)}: {took:.2f} s, {took - pages:.2f} s for {len(sizes)} zips,"
                f" largest {max(sizes) // 1000} kB, together {sum(sizes) // 1000} kB")


main()
