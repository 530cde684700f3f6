"""The monitoring forms in a real XLSForm converter."""

import os
import subprocess
from pathlib import Path

import pytest
from pyxform.xls2xform import convert

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["household-interview", "key-informant-interview", "direct-observation"]
LANGUAGES = ["English (en)", "Français (fr)", "Español (es)", "العربية (ar)"]


@pytest.fixture(scope="session")
def forms(tmp_path_factory):
    """The folder with the forms: the Swift tests write them."""
    folder = tmp_path_factory.mktemp("case-forms")
    command = ["swift", "test", "--filter", "CaseExchangeTests.XLSFormTests"]
    if (ROOT / ".build/release/AmparoPackageTests.xctest").exists():
        command[2:2] = ["-c", "release", "--skip-build"]
    subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True,
        env={**os.environ, "CASE_FORMS": str(folder)})
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_form_opens(forms, name):
    text = (forms / f"{name}.csv").read_text(encoding="utf-8")
    result = convert(text, file_type=".csv", validate=False)
    assert not result.warnings
    assert f'id="{name}"' in result.xform
    for language in LANGUAGES:
        assert f'lang="{language}"' in result.xform
    if name != "direct-observation":
        assert "/consent  = 'yes'" in result.xform, "nothing is asked before consent"
