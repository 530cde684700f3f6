"""The same content gives the same bytes, wherever and however it is built."""

import base64
import os
import re
import shutil
import subprocess
from pathlib import Path

from conftest import REPOSITORY, run, tree


def copy_backwards(source, target):
    """Copies a folder, last name first, so that folders list their files in another order."""
    target.mkdir(parents=True)
    for path in sorted(source.iterdir(), reverse=True):
        if path.is_dir():
            copy_backwards(path, target / path.name)
        else:
            shutil.copyfile(path, target / path.name)
            os.utime(target / path.name, (1, 1))


def test_folder_locale_time_zone_and_file_order_do_not_matter(content, tmp_path):
    first = run(
        "build", "--jobs", 1, cwd=tmp_path, env={"LC_ALL": "C", "TZ": "UTC", "HOME": "/"}
    )
    assert first.returncode == 0, first.stderr
    elsewhere = tmp_path / "an other folder" / "ملف"
    copy_backwards(content, elsewhere / "Texte")
    for locale in ("tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE.ISO-8859-1"):
        second = run(
            "build", "Texte", "--output", "Ausgabe", "--jobs", 7, cwd=elsewhere,
            env={"LC_ALL": locale, "LANGUAGE": locale, "TZ": "Pacific/Chatham"},
        )
        assert second.returncode == 0, second.stderr
        assert tree(tmp_path / "Output") == tree(elsewhere / "Ausgabe")


def test_the_engine_is_the_same_from_another_folder(content, tmp_path):
    assert run("build", "--target", "site", cwd=tmp_path).returncode == 0
    script = (tmp_path / "Output/site/assets/engine.js").read_text()
    built_in = base64.b64decode(re.search(r'"wasm": *"([A-Za-z0-9+/=]+)"', script).group(1))

    package = tmp_path / "some where" / "else"
    for name in ("Learning", "LearnerWasm"):
        shutil.copytree(REPOSITORY / "Sources" / name, package / "Sources" / name)
    engine = package / "engine.wasm"
    subprocess.run(
        ["sh", REPOSITORY / "Plugins/LearnerWasmPlugin/build-engine.sh",
         package, package / "work", engine],
        check=True, env={**os.environ, "LC_ALL": "C", "TZ": "Pacific/Chatham"},
    )
    assert engine.read_bytes() == built_in
