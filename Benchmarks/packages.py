"""Times packages: 23 modules in every language of Content/, for every standard.

Modules that don't exist yet are copies of m01. Usage: python3 Benchmarks/packages.py COMPILER

Every build begins with a full cache of the pages, so that what is timed is the packages.
"""

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = 23
RUNS = 3
# Target -> the packages of one version of it.
STANDARDS = {
    "scorm12": "scorm12/*.zip", "scorm2004": "scorm2004/*.zip", "cmi5": "cmi5/*.zip", "cc": "cc/1.3/*.imscc",
    "qti": "qti/*.zip",
}
# What is asked to be quick: 23 modules, 4 languages, 4 standards.
FOUR = ["scorm12", "scorm2004", "cmi5", "cc"]


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


def seconds(compiler, content, cache, targets):
    """The best of some builds: its time, its processor time, sizes of modules' packages by target."""
    best, sizes = None, {}
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            names = [word for target in targets for word in ("--target", target)]
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.monotonic()
            run = subprocess.run(
                [compiler, "build", str(content), "--output", f"{folder}/Output", "--cache", cache, *names],
                capture_output=True, text=True)
            took = time.monotonic() - start
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if run.returncode != 0:
                sys.exit(run.stdout + run.stderr)
            packages = Path(folder) / "Output/packages"
            for target in targets:
                files = sorted(packages.glob(STANDARDS.get(target, "nothing")))
                sizes[target] = [path.stat().st_size for path in files if re.match(r"m\d", path.name)]
        busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = min(best or (took, busy), (took, busy))
    return *best, sizes


def main():
    compiler = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        course, cache = Path(folder) / "Content", f"{folder}/cache"
        content(course)
        print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        pages, busy, _ = seconds(compiler, course, cache, ["toolkit"])
        print(f"toolkit alone: {pages:.2f} s, {busy:.2f} s of processor time")
        for targets in [[name] for name in STANDARDS] + [FOUR, list(STANDARDS)]:
            took, work, sizes = seconds(compiler, course, cache, ["toolkit", *targets])
            all_sizes = [size for target in targets for size in sizes[target]]
            print(
                f"with {', '.join(targets)}: {took:.2f} s, {work:.2f} s of processor time;"
                f" {took - pages:.2f} s and {work - busy:.2f} s for {len(all_sizes)} packages of modules,"
                f" largest {max(all_sizes) // 1000} kB, together {sum(all_sizes) // 1000} kB", flush=True)


main()
