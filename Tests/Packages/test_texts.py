"""The words of the adapter are there in every language of every package."""

import json
import os
import re
import zipfile
from pathlib import Path

from conftest import ROOT

KEY = re.compile(r"""['"]lms\.([A-Za-z]+)['"]""")


def test_every_word_is_there():
    scripts = sorted((ROOT / "Sources" / "LearnerRuntime" / "Scripts").glob("*.js"))
    keys = {key for path in scripts for key in KEY.findall(path.read_text(encoding="utf-8"))}
    assert len(keys) > 15
    folder = Path(os.environ.get("AMPARO_OUTPUT", ROOT / "Output")) / "packages"
    packages = [path for standard in ["scorm12", "scorm2004", "cmi5"] for path in sorted(folder.glob(f"{standard}/*.zip"))]
    assert packages
    seen = {}
    for path in packages:
        with zipfile.ZipFile(path) as package:
            page = package.read("index.html").decode()
        data = json.loads(re.search(r'id="p_data">(.*?)</script>', page, re.S).group(1))
        words = data["texts"]["lms"]
        assert set(words) == keys, path.name
        assert {"{done}", "{total}"} == set(re.findall(r"\{\w+\}", words["found"]))
        seen[data["language"]] = words["exit"]
    assert len(set(seen.values())) == len(seen), "two languages have the same words"
