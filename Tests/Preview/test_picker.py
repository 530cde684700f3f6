"""Marking areas in pictures."""

import os
import stat

import pytest
from browsers import until
from conftest import Author
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

QUESTION = """
---

### Where is the risk? {#spots .hotspot}

![The pier at night](media/pier-two.svg)

- [x] A dry tap
- [ ] The lamp {#lamp}
"""
PICTURE = "modules/m01/media/pier-two.svg"


@pytest.fixture
def picker(running, serve, content):
    path = content / "modules/m01/en.md"
    with open(path, "a", encoding="utf-8", newline="") as file:
        file.write(QUESTION.replace("\n", "\r\n"))
    driver = running("chromium")
    driver.set_window_size(1280, 1000)
    author = Author(driver, serve(content), content)
    author.open("/_amparo/picker")
    author.js("localStorage.setItem('amparo-preview:problems', 'closed')")
    return author


def choose(picker):
    until(lambda: picker.driver.find_elements("css selector", ".gallery a"), 10)
    link = next(a for a in picker.driver.find_elements("css selector", ".gallery a") if PICTURE in a.text)
    link.click()
    until(lambda: picker.js("const i = document.querySelector('.stage img'); return i && i.complete && i.naturalWidth > 0"), 10, "the picture")


def area(picker):
    return picker.driver.find_element("id", "area_text").text


def item(picker, words):
    until(lambda: words in picker.text(), 10)
    return next(label for label in picker.driver.find_elements("css selector", ".item") if words in label.text)


def test_by_keyboard_only(picker):
    choose(picker)
    assert area(picker) == "{area=35-65,35-65}"
    box = picker.driver.find_element("id", "area")
    box.send_keys(Keys.ARROW_LEFT * 5, Keys.ARROW_UP * 2)
    assert area(picker) == "{area=30-60,33-63}"
    keys = ActionChains(picker.driver).key_down(Keys.SHIFT)
    keys.send_keys(Keys.ARROW_RIGHT * 3, Keys.ARROW_UP * 13).key_up(Keys.SHIFT).perform()
    assert area(picker) == "{area=30-63,33-50}"
    box.send_keys(Keys.ARROW_LEFT * 60)
    assert area(picker) == "{area=0-33,33-50}"
    assert "0 to 33 percent across" in box.get_attribute("aria-label")
    left = picker.driver.find_element("id", "edge_left")
    left.send_keys(Keys.CONTROL + "a", Keys.NULL)
    left.send_keys("10")
    assert area(picker) == "{area=10-33,33-50}"
    # Reach an item and the button by Tab and arrows, and write.
    item(picker, "A dry tap").find_element("css selector", "input").send_keys(Keys.SPACE)
    picker.driver.find_element("id", "write").send_keys(Keys.ENTER)
    until(lambda: "Written to" in picker.driver.find_element("id", "status").text, 10)
    text = picker.path().read_bytes().decode()
    assert "- [x] A dry tap {area=10-33,33-50}\r\n- [ ] The lamp {#lamp}\r\n" in text


def test_by_mouse(picker):
    choose(picker)
    stage = picker.driver.find_element("css selector", ".stage")
    width, height = picker.js("const r = document.querySelector('.stage img').getBoundingClientRect(); return [r.width, r.height]")

    def at(x, y):
        return round(width * x / 100 - width / 2), round(height * y / 100 - height / 2)

    chain = ActionChains(picker.driver)
    chain.move_to_element_with_offset(stage, *at(10, 10)).click_and_hold()
    chain.move_to_element_with_offset(stage, *at(25, 20)).move_to_element_with_offset(stage, *at(40, 30)).release().perform()
    left, right, top, bottom = map(int, area(picker)[6:-1].replace(",", "-").split("-"))
    assert [abs(a - b) <= 1 for a, b in zip([left, right, top, bottom], [10, 40, 10, 30])] == [True] * 4
    # Move it by its middle.
    chain = ActionChains(picker.driver)
    chain.move_to_element_with_offset(stage, *at(25, 20)).click_and_hold()
    chain.move_to_element_with_offset(stage, *at(35, 40)).release().perform()
    moved = list(map(int, area(picker)[6:-1].replace(",", "-").split("-")))
    assert [abs(a - b) <= 1 for a, b in zip(moved, [left + 10, right + 10, top + 20, bottom + 20])] == [True] * 4


def test_by_touch(picker):
    choose(picker)
    picker.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    r = picker.js("document.querySelector('.stage').scrollIntoView({block: 'start'}); const r = document.querySelector('.stage img').getBoundingClientRect(); return [r.x, r.y, r.width, r.height]")

    def touch(kind, x=None, y=None):
        points = [] if x is None else [{"x": r[0] + r[2] * x / 100, "y": r[1] + r[3] * y / 100}]
        picker.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 60, 20)
    touch("touchMove", 70, 30)
    touch("touchMove", 80, 50)
    touch("touchEnd")
    picker.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})
    found = list(map(int, area(picker)[6:-1].replace(",", "-").split("-")))
    assert [abs(a - b) <= 1 for a, b in zip(found, [60, 80, 20, 50])] == [True] * 4


def test_an_area_beside_an_id_and_over_an_old_one(picker):
    os.chmod(picker.path(), 0o640)
    choose(picker)
    item(picker, "The lamp").find_element("css selector", "input").click()
    write = picker.driver.find_element("id", "write")
    write.click()
    until(lambda: "{#lamp area=35-65,35-65}" in picker.path().read_text(), 10)
    picker.driver.find_element("id", "area").send_keys(Keys.ARROW_RIGHT)
    until(lambda: "Written to" in picker.driver.find_element("id", "status").text, 10)
    write.click()
    until(lambda: "{#lamp area=36-66,35-65}" in picker.path().read_text(), 10)
    assert stat.S_IMODE(picker.path().stat().st_mode) == 0o640
    assert [p.name for p in picker.path().parent.iterdir() if p.name.startswith(".")] == []
    # What is written shows as the item's area when the page is opened again.
    picker.driver.refresh()
    until(lambda: "{area=36-66,35-65}" in item(picker, "The lamp").text, 10)


def test_a_file_that_changed_is_left_alone(picker):
    choose(picker)
    item(picker, "A dry tap").find_element("css selector", "input").click()
    # The page hears of the change within moments; this save is between its last look and the click.
    picker.js("AmparoPreview.parts.length = 0; const real = fetch; window.fetch = (address, options) => real(address, options)")
    picker.edit("- [x] A dry tap", "- [x] A wet tap")
    before = picker.path().read_bytes()
    picker.driver.find_element("id", "write").click()
    until(lambda: "Nothing was written, because the file has changed" in picker.driver.find_element("id", "status").text, 10)
    assert picker.path().read_bytes() == before
    assert "A wet tap" in picker.text()


def test_the_list_follows_the_file(picker):
    choose(picker)
    item(picker, "A dry tap")
    picker.edit("- [ ] The lamp {#lamp}", "- [ ] The lamp {#lamp}\r\n- [ ] The door")
    item(picker, "The door")


def test_the_picker_is_narrow_too(picker):
    choose(picker)
    picker.driver.set_window_size(500, 900)
    picker.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": False})
    try:
        assert picker.js("return document.documentElement.scrollWidth") <= 360
    finally:
        picker.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
