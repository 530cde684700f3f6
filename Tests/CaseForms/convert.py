"""Converts the forms of a folder with pyxform and looks at what came out."""

import pathlib
import sys

from pyxform.xls2xform import convert

NAMES = ["household-interview", "key-informant-interview", "direct-observation"]
LANGUAGES = ["English (en)", "Français (fr)", "Español (es)", "العربية (ar)"]


def main(folder):
    passed = failed = 0
    for name in NAMES:
        path = pathlib.Path(folder) / (name + ".csv")
        result = convert(path.read_text(encoding="utf-8"), file_type=".csv", validate=False)
        checks = {
            "is a form": "<h:html" in result.xform and f'id="{name}"' in result.xform,
            "has four languages": all(f'lang="{lang}"' in result.xform for lang in LANGUAGES),
            "has no warning": not result.warnings,
        }
        if name != "direct-observation":
            checks["asks nothing before consent"] = "/consent  = 'yes'" in result.xform
        for what, good in checks.items():
            passed += good
            failed += not good
            if not good:
                print("FAILED:", name, what, result.warnings)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
