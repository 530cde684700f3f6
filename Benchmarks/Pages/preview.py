"""How long a preview takes from a save to the page with it, beside `run.py`."""

import re
import subprocess
import time
import urllib.error
import urllib.request

# A folder that takes long to look at is looked at once a second: saves come at any time between.
PAUSE = 2.3
# So long a page may take before the preview is taken for broken, in seconds.
PATIENCE = 120


def seconds_to_page(amparo, content, page, runs):
    """Starts a preview, saves one text several times, and waits for each save to show.

    :param page: The folder of a module; its quiz holds the sentence that is changed.
    :returns: Seconds from the save to the answer that holds it, one for each run.
    """
    text = page / "en.md"
    before = text.read_bytes()
    preview = subprocess.Popen(
        [amparo, "serve", content], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        address = printed_address(preview)
        shown = f"{address}/en/{page.name}-quiz.html"
        until(shown, b"Take your time.")
        return [save(text, before, shown, run) for run in range(runs)]
    finally:
        preview.terminate()
        preview.wait()
        text.write_bytes(before)


def printed_address(preview):
    """What the preview prints to open."""
    for line in preview.stdout:
        found = re.search(rb"http://127\.0\.0\.1:\d+", line)
        if found:
            return found.group().decode()
    raise SystemExit("the preview ended before it said where it is")


def save(text, before, shown, run):
    """Saves a text as editors do, with a new file in its place; returns seconds until it shows."""
    time.sleep(PAUSE)
    sentence = b"Take your time. Save %d." % run
    draft = text.with_suffix(".draft")
    draft.write_bytes(before.replace(b"Take your time.", sentence))
    start = time.monotonic()
    draft.rename(text)
    until(shown, sentence)
    return time.monotonic() - start


def until(address, wanted):
    """Asks for a page until it holds some bytes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if wanted in answer.read():
                    return
        except (urllib.error.URLError, ConnectionError):
            # Before the first look at the content there is nothing to show.
            pass
        time.sleep(0.02)
    raise SystemExit(f"{address} didn't follow a save within {PATIENCE} s")
