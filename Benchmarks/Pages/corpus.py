"""Writes an Amparo toolkit of N module files, about 10 kB each, that looks like trainers' work.

The same N gives the same bytes everywhere: every choice comes from one small generator of random
numbers, seeded by the number of the module.
"""

import sys
from pathlib import Path

import words
from pages import Page

TERMS = 240
GUIDANCE = 60
# toolkit.yml may have 256 kB; Amparo notes that the other modules stand in no track.
IN_TRACKS = 8000
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    '<rect width="40" height="20" fill="#eee"/><circle cx="9" cy="6" r="3"/></svg>\n'
)


def tag(text):
    """The 16-bit tag that the engine keeps learners' work by (Learning/Course/ActivityTag.swift)."""
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return (value >> 16) ^ (value & 0xFFFF)


def module_ids(count):
    """Different ids like `night-shelter-consent-3`, none of which share a tag."""
    ids, tags, number = [], {tag("t1")}, 0
    while len(ids) < count:
        place = words.PLACES[number % len(words.PLACES)]
        topic = words.TOPICS[number // len(words.PLACES) % len(words.TOPICS)]
        lap = number // (len(words.PLACES) * len(words.TOPICS))
        name = f"{place}-{topic}" + (f"-{lap + 1}" if lap else "")
        number += 1
        if tag(name) not in tags:
            tags.add(tag(name))
            ids.append(name)
    return ids


def term(number):
    """The id of a glossary entry."""
    return f"{words.TOPICS[number % len(words.TOPICS)]}-{number // len(words.TOPICS) + 1}"


def toolkit(ids):
    """toolkit.yml, with a short track and tracks of 40 modules."""
    weeks = [ids[start : start + 40] for start in range(0, min(len(ids), IN_TRACKS), 40)]
    tracks = "".join(
        f"  - id: {name}\n    title: {{ en: {title} }}\n    items: [{', '.join(items)}]\n"
        for name, title, items in [
            ("basics", "The basics in an hour", [ids[0], "t1"]),
            *((f"week-{n}", f"Week {n}", items) for n, items in enumerate(weeks, 1)),
        ]
    )
    return (
        "id: bench-toolkit\ntitle:\n  en: Protection at work\nversion: \"1.0\"\n"
        "default-language: en\nlanguages: [en]\nplace: marenda\nreadability: { sentence: 60 }\n"
        f"tracks:\n{tracks}support:\n  en: Stop when you want to. Talk to {{{{staff-support}}}}.\n"
    )


PLACE = """id: marenda
default: true
title: { en: Marenda }
slots:
  agency: Harbour Migration Aid
  supervisor: your supervisor at Harbour Migration Aid
  staff-support: the staff counsellor in room 4
  emergency-contact: the duty officer, channel 3
"""

TREE = """---
id: t1
title: Someone tells you about violence
---

## Is the person in danger now? {#danger}

- [Yes](#emergency)
- [No](#who)

## Call for help {#emergency .step}

Call {{emergency-contact}}.

- [She is safe now](#who)

## Does she want help? {#who}

- [Yes](#refer)
- [Not now](#open)

## Refer {#refer .today}

Go with her if she wants.

## Leave the door open {#open .end}

She can come back at any time.
"""


def write(folder, count):
    """Writes the toolkit into a new folder; returns the bytes of its modules."""
    ids = module_ids(count)
    terms = [term(number) for number in range(TERMS)]
    sources = [f"source-{number + 1}" for number in range(GUIDANCE)]
    files = {
        "toolkit.yml": toolkit(ids),
        "places/marenda.yml": PLACE,
        "trees/t1/en.md": TREE,
        "shared/hall.svg": PICTURE,
        "guidance.yml": "".join(
            f"- id: {source}\n  title: Guidance on {words.TOPICS[n % len(words.TOPICS)]}, part {n}\n"
            f"  publisher: Standing Committee\n  year: {1998 + n % 27}\n  language: en\n"
            for n, source in enumerate(sources)
        ),
        "glossary/en.md": "".join(
            f"## {name.replace('-', ' ').capitalize()} {{#{name}}}\n\nWhat people mean by it at "
            f"{words.PLACES[n % len(words.PLACES)].replace('-', ' ')}s. See also "
            f"[another word](glossary:{terms[(n * 7 + 1) % TERMS]}).\n\n"
            for n, name in enumerate(terms)
        ),
    }
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    size = 0
    for number, name in enumerate(ids):
        body = Page(number, ids, terms, sources).text().encode()
        size += len(body)
        (folder / "modules" / name).mkdir(parents=True)
        (folder / "modules" / name / "en.md").write_bytes(body)
    return size


if __name__ == "__main__":
    print(write(Path(sys.argv[1]), int(sys.argv[2])), "bytes")
