"""Measures Amparo beside the floor and Hugo: `make bench`, or

    python3 Benchmarks/Pages/run.py AMPARO [--pages N] [--runs N] [--no-hugo] [--work FOLDER]

Every number is the smallest of several runs that take turns. All files are in memory.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus
import hugo
import preview

HERE = Path(__file__).resolve().parent
THREADS = 2


class Bench:
    """A folder in memory, the programs, and the runs so far."""

    def __init__(self, folder, amparo):
        self.folder, self.amparo, self.cache = folder, amparo, folder / "cache"
        self.runs = {}
        self.floor = self.compile("floor.c", ["libcmark-gfm"], ["-lcmark-gfm-extensions", "-pthread"])
        self.measure = self.compile("measure.c")

    def compile(self, source, packages=(), flags=()):
        """Compiles one of the C programs beside this file."""
        found = (
            subprocess.run(
                ["pkg-config", "--cflags", "--libs", *packages], check=True, capture_output=True, text=True
            ).stdout.split()
            if packages
            else []
        )
        target = self.folder / source.removesuffix(".c")
        compiler = os.environ.get("CC", "cc")
        subprocess.run([compiler, "-O2", "-std=gnu11", HERE / source, "-o", target, *flags, *found], check=True)
        return target

    def run(self, name, command, output=None):
        """Runs a command once and keeps its cost; what it writes goes away first, unmeasured."""
        if output:
            shutil.rmtree(output, ignore_errors=True)
        reading, writing = os.pipe()
        os.set_inheritable(writing, True)
        with open(self.folder / "log", "wb") as log:
            subprocess.run(
                [self.measure, str(writing), *command], check=True, close_fds=False, stdout=log, stderr=log
            )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            cost = json.loads(pipe.read())
        if cost["status"] != 0:
            sys.exit(f"{name} ended with {cost['status']}:\n{(self.folder / 'log').read_text()[:4000]}")
        self.runs.setdefault(name, []).append(cost)

    def least(self, name):
        """The smallest cost of each kind."""
        return {key: min(cost[key] for cost in self.runs[name]) for key in ("wall", "cpu", "peak")}


def build(bench, content, output):
    """The command that is measured. What it leaves for the next build is kept beside the output."""
    command = [bench.amparo, "build", content, "--output", output, "--target", "site"]
    return [*command, "--jobs", str(THREADS), "--cache", bench.cache]


def first_build(bench, name, content, output):
    """Runs a build that knows of none before it."""
    shutil.rmtree(bench.cache, ignore_errors=True)
    bench.run(name, build(bench, content, output), output)


def check(bench, content):
    """Refuses a corpus that Amparo finds anything wrong with; notes are none."""
    command = [bench.amparo, "check", content, "--format", "json"]
    report = subprocess.run(command, capture_output=True, text=True)
    found = json.loads(report.stdout)["summary"] if report.stdout else {}
    if report.returncode != 0 or found.get("errors") != 0 or found.get("warnings") != 0:
        sys.exit(f"the corpus isn't clean:\n{report.stdout[:4000]}{report.stderr[:4000]}")


def interleaved(bench, sizes, runs, program):
    """Runs everything in turn, as often as asked."""
    for run in range(runs):
        for size in sizes:
            content, output = bench.folder / f"content-{size}", bench.folder / "output"
            note(f"run {run + 1} of {runs}, {size} pages")
            bench.run(f"floor {size}", [bench.floor, content, output, str(THREADS)], output)
            if program:
                source = bench.folder / f"hugo-{size}"
                bench.run(f"hugo {size}", hugo.command(program, source, output), output)
            bench.run(f"check {size}", [bench.amparo, "check", content, "--jobs", str(THREADS)])
            first_build(bench, f"build {size}", content, output)
            shutil.rmtree(output, ignore_errors=True)


def one_page(bench, size, runs):
    """A build after one page was changed, into the folder of the build before; returns what the first one wrote."""
    content, output = bench.folder / f"content-{size}", bench.folder / "output"
    first_build(bench, "first build", content, output)
    written = written_files(output)
    page = sorted((content / "modules").iterdir())[size // 2] / "en.md"
    before = page.read_bytes()
    for run in range(runs):
        note(f"one page changed, run {run + 1} of {runs}")
        # A new file in its place: Hugo's pages share the old one.
        page.unlink()
        page.write_bytes(before.replace(b"Take your time.", b"Take your time. Number %d." % run))
        bench.run("one page changed", build(bench, content, output))
    shutil.rmtree(output, ignore_errors=True)
    return written


def previews(bench, sizes, runs):
    """Seconds from a save to the page with it in a preview, the least of several; by size."""
    least = {}
    for size in sizes:
        note(f"saves in a preview of {size} pages")
        content = bench.folder / f"content-{size}"
        page = sorted((content / "modules").iterdir())[size // 2]
        least[size] = min(preview.seconds_to_page(bench.amparo, content, page, runs))
    return least


def written_files(output):
    """How many pages, files and bytes a build wrote."""
    files = [path for path in output.rglob("*") if path.is_file()]
    html = sum(1 for path in files if path.suffix == ".html")
    return html, len(files), sum(path.stat().st_size for path in files)


def note(text):
    """Says how far it is."""
    print(f"  {text}", file=sys.stderr, flush=True)


def row(name, cost, floor, other):
    """One line of the table."""
    ratio = f"{cost['wall'] / floor['wall']:.2f}"
    cpu = f"{cost['cpu'] / floor['cpu']:.2f}"
    beside = f"{cost['wall'] / other['wall']:.2f}" if other else "-"
    return (
        f"| {name} | {ratio} | {cpu} | {beside} | {cost['wall']:.2f} s | {cost['cpu']:.2f} s | "
        f"{cost['peak'] / 1024:.0f} MB |"
    )


def report(bench, sizes, bytes_of, program, version):
    """Prints the tables."""
    for size in sizes:
        print(f"\n{size} pages, {bytes_of[size] / 1e6:.1f} MB of Markdown\n")
        print("| | time to the floor's | processor time to the floor's | time to Hugo's | time | processor time | peak memory |")
        print("|---|---|---|---|---|---|---|")
        floor = bench.least(f"floor {size}")
        other = bench.least(f"hugo {size}") if program else None
        print(row("floor (cmark-gfm, C)", floor, floor, other))
        if program:
            print(row(f"Hugo {version}", other, floor, other))
        print(row("amparo check", bench.least(f"check {size}"), floor, other))
        print(row("amparo build, site", bench.least(f"build {size}"), floor, other))
    small, large = sizes
    print(f"\nFrom {small} to {large} pages ({large // small} times as many):\n")
    for name in ["floor"] + (["hugo"] if program else []) + ["check", "build"]:
        less, more = bench.least(f"{name} {small}"), bench.least(f"{name} {large}")
        print(f"- {name}: processor time times {more['cpu'] / less['cpu']:.1f}, "
              f"memory times {more['peak'] / less['peak']:.1f}")
    change = bench.least("one page changed")
    print(f"\nA fresh `amparo build` after one of {large} pages was changed: {change['wall']:.2f} s, "
          f"processor time {change['cpu']:.2f} s.")


def main():
    """Reads the arguments, makes the corpora, measures, reports."""
    parser = argparse.ArgumentParser(description="Measures Amparo beside the floor and Hugo.")
    parser.add_argument("amparo", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-hugo", action="store_true")
    parser.add_argument("--tools", type=Path, default=Path(".build-bench") / "hugo")
    parser.add_argument("--work", type=Path, help="where to put files; kept. Else a folder in memory")
    wanted = parser.parse_args()
    memory = Path("/dev/shm")
    folder = wanted.work or Path(tempfile.mkdtemp(prefix="amparo-bench-", dir=memory if memory.is_dir() else None))
    folder.mkdir(parents=True, exist_ok=True)
    # Two cores for everybody, however many there are.
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:THREADS])
    try:
        program, version = (None, "left out") if wanted.no_hugo else hugo.install(wanted.tools.resolve())
        if not program:
            print(f"Hugo isn't measured: {version}")
        bench = Bench(folder, wanted.amparo.resolve())
        sizes = [max(1, wanted.pages // 10), wanted.pages]
        bytes_of = {}
        for size in sizes:
            content = folder / f"content-{size}"
            note(f"writing {size} pages")
            shutil.rmtree(content, ignore_errors=True)
            bytes_of[size] = corpus.write(content, size)
            check(bench, content)
            if program:
                hugo.site(folder / f"hugo-{size}", content)
        load = os.getloadavg()[0]
        interleaved(bench, sizes, wanted.runs, program)
        html, files, size = one_page(bench, sizes[-1], wanted.runs)
        shown = previews(bench, sizes, wanted.runs)
        print(f"Two cores; load before {load:.1f}, after {os.getloadavg()[0]:.1f}; smallest of {wanted.runs} runs.")
        print(f"For {sizes[-1]} pages Amparo writes {html} HTML pages ({files} files, {size / 1e6:.0f} MB); "
              "the floor and Hugo write one per page.")
        report(bench, sizes, bytes_of, program, version)
        for size, seconds in shown.items():
            print(f"From a save to the page with it, in `amparo serve` with {size} pages: {seconds:.2f} s.")
    finally:
        if not wanted.work:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
