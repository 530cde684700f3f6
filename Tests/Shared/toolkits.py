"""Copies of the toolkit's content, changed for tests."""

import re


def without_variants(content):
    """Takes the toolkit's own variants out."""
    toolkit = content / "toolkit.yml"
    text = toolkit.read_text(encoding="utf-8")
    toolkit.write_text(re.sub(r"^variants:\n( .*\n)+", "", text, flags=re.MULTILINE), encoding="utf-8")
    for file in content.rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r" \{sector=\w+\}| sector=\w+", "", text), encoding="utf-8")
