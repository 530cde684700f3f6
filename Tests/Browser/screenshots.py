"""Takes pictures of the page: `python screenshots.py FOLDER [--states home,question] [--browsers chromium]`.

320, 768 and 1440 CSS pixels wide, light and dark, English and a language from right to left.
The toolkit is looked for as in conftest.py.
"""

import argparse
import os
from pathlib import Path

import browsers
from learner import Learner
from states import STATES, show

ROOT = Path(__file__).resolve().parents[2]
WIDTHS = {320: 700, 768: 1024, 1440: 900}


def main() -> None:
    options = arguments()
    output = Path(os.environ.get("AMPARO_OUTPUT", ROOT / "Output")).resolve() / "toolkit"
    options.folder.mkdir(parents=True, exist_ok=True)
    for kind in options.browsers.split(","):
        driver = browsers.start(kind, browsers.Options(preferences={"layout.css.devPixelsPerPx": "1.0"}))
        try:
            take_all(Learner(driver, kind, output), options)
        finally:
            driver.quit()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--states", default=",".join(STATES))
    parser.add_argument("--browsers", default=",".join(browsers.KINDS))
    parser.add_argument("--languages", default="en,ar")
    parser.add_argument("--widths", default=",".join(map(str, WIDTHS)))
    parser.add_argument("--themes", default="light,dark")
    parser.add_argument("--whole", action="store_true", help="the whole page, not only what fits the window")
    return parser.parse_args()


def take_all(learner: Learner, options: argparse.Namespace) -> None:
    for language in options.languages.split(","):
        learner.fresh(language)
        for state in options.states.split(","):
            show(learner, state)
            for width in map(int, options.widths.split(",")):
                resize(learner, width)
                for theme in options.themes.split(","):
                    learner.js("document.documentElement.dataset.theme = arguments[0]", theme)
                    name = f"{state}-{language}-{width}-{theme}-{learner.kind}.png"
                    take(learner, options.folder / name, options.whole)


def resize(learner: Learner, width: int) -> None:
    """Sets the width of the page, not of the window; Firefox has a smallest window."""
    if learner.kind == "chromium":
        size = {"width": width, "height": WIDTHS[width], "deviceScaleFactor": 1, "mobile": False}
        learner.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        return
    learner.driver.set_window_size(width, WIDTHS[width])
    frame = learner.js("return [outerWidth - innerWidth, outerHeight - innerHeight]")
    learner.driver.set_window_size(width + frame[0], WIDTHS[width] + frame[1])


def take(learner: Learner, path: Path, whole: bool) -> None:
    if whole and learner.kind == "firefox":
        learner.driver.get_full_page_screenshot_as_file(str(path))
    elif whole:
        height = learner.js("return document.documentElement.scrollHeight")
        width = learner.js("return innerWidth")
        size = {"width": width, "height": min(height, 6000), "deviceScaleFactor": 1, "mobile": False}
        learner.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        learner.driver.save_screenshot(str(path))
        resize(learner, width)
    else:
        learner.driver.save_screenshot(str(path))


if __name__ == "__main__":
    main()
