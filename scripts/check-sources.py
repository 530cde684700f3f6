"""Checks of the sources that swift format doesn't know. Prints `path:line: what`, ends with 1.

Files longer than 300 lines need a line in scripts/long-files.txt: the path, then why.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 300
EXCEPTIONS = ROOT / "scripts" / "long-files.txt"
SOURCE_ENDINGS = {".swift", ".c", ".h", ".js", ".css", ".py", ".sh", ".mustache"}

# Words of code, with texts and comments already taken out.
FORBIDDEN_IN_SWIFT = [
    (re.compile(r"\btry!"), "`try!`: throw, or give a diagnostic"),
    (re.compile(r"\bas!"), "`as!`: use `as?` and handle nil"),
    (re.compile(r"\bfatalError\("), "`fatalError`: bad input must never crash"),
    (re.compile(r"[\w)\]]!(?![=\w])"), "force unwrap: handle nil"),
]
# Folders of one machine in anything that is committed.
MACHINE_PATH = re.compile(r"(?<![\w.])/(home|root|Users|work|opt|mnt|media)/[\w.-]+")


def tracked():
    """Files that git knows or would add."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout
    return sorted(path for path in listing.split("\0") if path and (ROOT / path).is_file())


def long_files():
    """Paths that may be longer, with the reason."""
    lines = EXCEPTIONS.read_text().splitlines() if EXCEPTIONS.exists() else []
    lines = [line for line in lines if line.strip() and not line.startswith("#")]
    return dict(line.split(None, 1) for line in lines)


def without_texts(swift):
    """Swift source with the insides of strings and comments blanked out, lines kept."""
    pattern = re.compile(
        r'(#*)""".*?"""\1|(#+)".*?"\2|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/', re.DOTALL)
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), swift)


def check_length(path, text, exceptions):
    count = text.count("\n")
    if count > LONGEST and path not in exceptions:
        yield 1, f"{count} lines; split it, or list it in scripts/long-files.txt with the reason"
    if count <= LONGEST and path in exceptions:
        yield 1, "is listed in scripts/long-files.txt and isn't long any more"


def check_swift(path, text):
    # A trap is how the engine tells the page to start it again.
    may_trap = path.startswith("Sources/LearnerWasm/")
    for number, line in enumerate(without_texts(text).splitlines(), 1):
        for pattern, problem in FORBIDDEN_IN_SWIFT:
            if pattern.search(line) and not (may_trap and "fatalError" in problem):
                yield number, problem


def check_machine_paths(text):
    for number, line in enumerate(text.splitlines(), 1):
        if found := MACHINE_PATH.search(line):
            yield number, f"`{found.group()}` is a path of one machine"


def check_diagnostics():
    """Every code stands in docs/diagnostics.md with what an entry needs, and no other does."""
    source = (ROOT / "Sources/Diagnostics/DiagnosticCode.swift").read_text()
    codes = set(re.findall(r'= "(AMP\d{4})"', source))
    page = (ROOT / "docs/diagnostics.md").read_text()
    entries = re.split(r"^### ", page, flags=re.MULTILINE)[1:]
    documented = {entry[:7]: entry for entry in entries if entry.startswith("AMP")}
    for code in sorted(codes - documented.keys()):
        yield f"docs/diagnostics.md:1: {code} has no entry"
    for code in sorted(documented.keys() - codes):
        yield f"docs/diagnostics.md:1: {code} isn't a code"
    for code, entry in documented.items():
        for part in ("**Why**", "**Mend**", "```"):
            if part not in entry:
                yield f"docs/diagnostics.md:1: the entry of {code} has no {part}"


def without_code(markdown, pattern):
    """Markdown with what a pattern of code finds blanked out, lines kept."""
    return re.sub(pattern, lambda match: re.sub(r"[^\n]", " ", match.group()), markdown, flags=re.DOTALL)


FENCE = r"(?m:^ *```).*?(?m:^ *```)"
CODE = FENCE + r"|(`+)(?!`).+?(?<!`)\1(?!`)"


def anchors(page):
    """Names of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ +(.+?) *$", without_code(page, FENCE), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def check_links():
    """Links of README.md and docs/ lead to a file, and to a heading in it."""
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        lines = without_code(path.read_text(), CODE).splitlines()
        for number, line in enumerate(lines, 1):
            for address in re.findall(r"\]\((?![a-z]+:)([^)\s]+)\)", line):
                file, _, anchor = address.partition("#")
                target = path.parent / file if file else path
                place = f"{path.relative_to(ROOT)}:{number}: `{address}`"
                if not target.exists():
                    yield f"{place} leads nowhere"
                elif anchor and anchor not in anchors(target.read_text()):
                    yield f"{place} names a heading that isn't there"


def problems():
    exceptions = long_files()
    for path in tracked():
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found = list(check_machine_paths(text))
        if Path(path).suffix in SOURCE_ENDINGS:
            found += check_length(path, text, exceptions)
        if path.startswith("Sources/") and path.endswith(".swift"):
            found += check_swift(path, text)
        for line, problem in found:
            yield f"{path}:{line}: {problem}"
    yield from check_diagnostics()
    yield from check_links()


def main():
    found = list(problems())
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
