"""Packages of a variant: its texts and nobody else's, identifiers of its own, the same ids of questions."""

import json
import re
import zipfile

import pytest

from conftest import run
from test_variants import varied  # noqa: F401

STANDARDS = {
    "scorm12": "scorm12/m01-en.zip", "scorm2004": "scorm2004/m01-en.zip", "cmi5": "cmi5/m01-en.zip",
    "cc13": "cc/1.3/m01-en.imscc", "cc11": "cc/1.1/m01-en.imscc", "qti": "qti/m01-en.zip",
}
BUILDS = {"general": [], "wash": ["--variant", "sector=wash"], "both": ["--variant", "sector=wash", "--variant", "format=online"]}
QUESTIONS = """
## Taps {#taps-variants}

### What helps at the tap? {#q-tap .single sector=wash outcome=o1}

- [x] A lamp over the tap
- [ ] A fence around the tap

### What helps in the ward? {#q-ward .single sector=health outcome=o1}

- [x] A bell beside the bed
- [ ] A lock on the bed
"""
# Texts, and the builds that have them.
TEXTS = {
    "Everybody waits.": {"general", "wash", "both"}, "Light the way to the tap.": {"wash", "both"}, "Mute yourself.": {"both"},
    "Ask about the ward at night.": set(), "A lamp over the tap": {"wash", "both"}, "A bell beside the bed": set(),
}


@pytest.fixture
def builds(varied, tmp_path):  # noqa: F811
    """The folders of packages of each build."""
    with open(varied / "modules/m01/en.md", "a", encoding="utf-8") as file:
        file.write(QUESTIONS)
    for name, arguments in BUILDS.items():
        built = run("build", "--language", "en", "--cache", tmp_path / "caches", "--output", name, *arguments, cwd=tmp_path)
        assert built.returncode == 0, built.stderr
    return {name: tmp_path / name / "packages" for name in BUILDS}


def files(path):
    """The texts of a package by name; scripts are the same in all."""
    with zipfile.ZipFile(path) as package:
        return {
            name: package.read(name).decode() for name in package.namelist()
            if not name.startswith(("assets/", "media/"))
        }


def test_texts_and_identifiers_of_packages(builds):
    identifiers = {}
    for standard, path in STANDARDS.items():
        for build, folder in builds.items():
            found = files(folder / path)
            words = "".join(found.values())
            for text, where in TEXTS.items():
                # A package for questions has no other texts.
                if standard != "qti" or text.startswith("A "):
                    assert (text in words) == (build in where), (standard, build, text)
            manifest = found.get("imsmanifest.xml") or found["cmi5.xml"]
            name = re.search(r'(?:<manifest[^>]* identifier|<course[^>]* id|<au[^>]* id)="([^"]+)"', manifest, re.S)[1]
            identifiers[standard, build] = name
            assert standard != "qti" or ("q-tap" in words) == (build != "general")
    # A learning system may hold all of them beside each other; SAP looks at 15 characters only.
    assert len(set(identifiers.values())) == len(identifiers)
    assert len({name[:15] for (standard, _), name in identifiers.items() if standard.startswith("scorm")}) == 6
    # The title says which it is.
    for path in STANDARDS.values():
        manifest = "".join(files(builds["wash"] / path).get(name, "") for name in ("imsmanifest.xml", "cmi5.xml"))
        assert "Water and sanitation" in manifest, path


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004", "cmi5"])
def test_data_of_the_adapter(builds, standard):
    blocks = {}
    for build, folder in builds.items():
        page = files(folder / STANDARDS[standard])["index.html"]
        blocks[build] = json.loads(re.search(r'id="p_lms">(.*?)</script>', page, re.S)[1])
    assert {build: block["package"]["variant"] for build, block in blocks.items()} == {
        "general": "", "wash": "sector=wash", "both": "sector=wash format=online"}
    ids = {build: [item["id"] for item in block["interactions"]] for build, block in blocks.items()}
    own = [name for name in ids["wash"] if name not in ids["general"]]
    assert len(own) == 1 and own[0].endswith("m01.q_tap")
    # What the variants share has one id, so that reports can be laid side by side.
    assert [name for name in ids["wash"] if name not in own] == ids["general"] and ids["both"] == ids["wash"]
    assert blocks["wash"]["suspend"]["mark"] == (0 if standard == "cmi5" else 12)
    assert blocks["wash"]["suspend"]["worst"] > blocks["general"]["suspend"]["worst"] > 100


def test_packages_of_variants_are_right(builds, tmp_path):
    packages = sorted(path for folder in builds.values() for path in folder.rglob("*m01*") if path.is_file())
    assert len(packages) == 3 * len(STANDARDS)
    result = run("validate", *packages, "--format", "short", cwd=tmp_path)
    assert result.returncode == 0 and "error" not in result.stdout, result.stdout
