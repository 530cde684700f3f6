"""Pictures of the preview to look at: `python Tests/Preview/screenshots.py FOLDER`. No test."""

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "Browser"))
sys.path.insert(0, str(Path(__file__).parent))

import browsers  # noqa: E402
from browsers import until  # noqa: E402
from conftest import REPOSITORY, Author, Preview, wait  # noqa: E402

ERRORS = "\n---\n\nSee [another](m99).\n\n> [!FACILTATOR]\n> Say it twice.\n\n## اختبار {#bad .knd}\n"


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        content = Path(shutil.copytree(REPOSITORY / "Content", Path(place) / "Content"))
        (Path(place) / "code").write_text("#!/bin/sh\n")
        (Path(place) / "code").chmod(0o755)
        preview = Preview(content, "--editor", f"{place}/code")
        drivers = []

        def author(language="en", width=1280, height=900):
            driver = browsers.start("chromium", browsers.Options())
            drivers.append(driver)
            driver.execute_cdp_cmd("Network.enable", {})
            driver.execute_cdp_cmd("Network.setExtraHTTPHeaders", {"headers": {"Accept-Language": language}})
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
            return Author(driver, preview, content)

        def shoot(who, name, path=None):
            if path:
                who.open(path)
            wait(1.2)
            who.driver.save_screenshot(str(folder / f"{name}.png"))

        try:
            english, arabic, phone = author(), author("ar"), author(width=360, height=740)
            shoot(english, "page", "/en/m01-start.html")
            shoot(english, "facilitator", "/_amparo/facilitator/en/m01-start.html")
            shoot(english, "side-by-side", "/_amparo/view?view=both&width=full&page=/en/m01-start.html")
            shoot(english, "both-phones", "/_amparo/view?view=both&width=phone&page=/en/m01-start.html")
            with open(content / "modules/m01/en.md", "a") as file:
                file.write("\n---\n\n### Where is the risk? {#spots .hotspot}\n\n![The pier](media/pier-two.svg)\n\n- [x] The food stall {area=60-80,40-70}\n- [ ] The lamp\n")
            picture = "/_amparo/picker?picture=modules/m01/media/pier-two.svg"
            shoot(english, "pictures", "/_amparo/picker")
            shoot(english, "picker", picture)
            shoot(arabic, "picker-arabic", picture)
            shoot(phone, "picker-phone", picture)
            with open(content / "modules/m01/en.md", "a") as file:
                file.write(ERRORS)
            until(lambda: "error" in english.badge())
            shoot(english, "errors", "/en/m01.html")
            shoot(arabic, "errors-arabic", "/ar/m01.html")
            shoot(phone, "errors-phone", "/en/m01.html")
            phone.js("arguments[0].click()", phone.find("[data-close]"))
            phone.js("arguments[0].click()", phone.find(".options"))
            shoot(phone, "bar-phone")
            english.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
            shoot(english, "errors-dark", "/en/m01.html")
            english.driver.get(f"{preview.address}/_amparo/explain/AMP0405")
            shoot(english, "explanation")
        finally:
            for driver in drivers:
                driver.quit()
            preview.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
