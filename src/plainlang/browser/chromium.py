"""One headless Chromium for a whole run: started, kept from the network, started anew when it hangs.

Knows nothing of axe and makes no finding.
"""

from __future__ import annotations

import os
import shutil
import time
import warnings
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit

from selenium import webdriver
from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver.chrome.service import Service

from plainlang.errors import PageError, PlainlangError

LOAD_SECONDS = 30
SCRIPT_SECONDS = 60
QUIET_MS = 100  # a page is done when its scripts have changed nothing for so long
_SETTLE_MS = 2000  # and is taken as it is after so long
_TRIES, _PAUSE = 20, 0.05  # seconds
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = (
    "--headless=new", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--no-default-browser-check",
    "--disable-dev-shm-usage", "--mute-audio", "--force-prefers-reduced-motion",
    "--window-size=1280,1000",
)  # fmt: skip
# No name is looked up, whatever is asked for goes to a proxy that is not there, and WebRTC has to go
# that way too. Unlike rules for single tabs this holds for frames, workers and sockets alike.
_OFFLINE = (
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://blocked.invalid:9",
    "--proxy-bypass-list=<-loopback>", "--dns-prefetch-disable",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",  # its older name
)  # fmt: skip
# A dialog would hold the page until somebody answers.
_NO_DIALOGS = "window.alert = window.print = () => {}; window.confirm = () => false; window.prompt = () => null;"
_SETTLE = """
const [quiet, most, done] = arguments;
let timer = setTimeout(end, quiet);
const last = setTimeout(end, most);
const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, quiet); });
watch.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
function end() { watch.disconnect(); clearTimeout(timer); clearTimeout(last); done(location.href); }
"""
_INSTALL = (
    "Install Chromium and its driver, both of the same version. On Debian or Ubuntu: "
    "apt install chromium chromium-driver. On a Mac: brew install --cask chromium chromedriver."
)


class Chromium:
    """A browser; `driver` is selenium's. `version` is as “156.0.8078.79”.

    Raises:
        PlainlangError: there is no browser or driver, or they do not fit.
    """

    def __init__(self, *, network: bool = False) -> None:
        self._network = network
        self._folder: TemporaryDirectory[str] | None = None
        self._driver: Any = None
        self.version = str(self.driver.capabilities["browserVersion"])

    @property
    def driver(self) -> Any:
        """The browser's driver; starts the browser if there is none."""
        if self._driver is None:
            self._folder = TemporaryDirectory(prefix="plainlang-", ignore_cleanup_errors=True)
            try:
                self._driver = _start(self._folder.name, self._network)
            except BaseException:
                self.close()
                raise
        return self._driver

    def open(self, path: Path) -> None:
        """Open a file, and wait until its scripts rest.

        Raises:
            PageError: the browser shows something else.
            WebDriverException: it cannot load the page.
        """
        driver = self.driver
        # What one page keeps must not change what the next one shows.
        driver.execute_cdp_cmd(
            "Storage.clearDataForOrigin", {"origin": "file://", "storageTypes": "all"}
        )
        full = path.resolve()
        driver.get(full.as_uri())
        url = driver.execute_async_script(_SETTLE, QUIET_MS, _SETTLE_MS)
        if not _is_of(url, full):
            raise PageError(f"it goes on to {url.partition('?')[0]} by itself.")

    def close(self) -> None:
        """End the browser; the next use starts another."""
        if self._driver is not None:
            with suppress(Exception):
                self._driver.quit()
            self._driver = None
        if self._folder is not None:
            _forget_socket(Path(self._folder.name))
            for _ in range(_TRIES):
                self._folder.cleanup()
                time.sleep(_PAUSE)  # a browser stopped while it starts still writes for a moment
                if not Path(self._folder.name).exists():
                    break
            self._folder = None


def _forget_socket(profile: Path) -> None:
    """Remove the folder beside a profile in which a browser that was stopped by force left its socket."""
    with suppress(OSError):  # most often there is none any more
        folder = Path(os.readlink(profile / "SingletonSocket")).parent  # noqa: PTH115
        for name in ("SingletonSocket", "SingletonCookie"):
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()


def explain(error: WebDriverException) -> str:
    """Return what went wrong with a page, in a sentence."""
    if isinstance(error, TimeoutException):
        return "it did not come to rest in time."
    first = (error.msg or type(error).__name__).splitlines()[0]
    return f"the browser says: {first.removeprefix('unknown error: ').rstrip('.')}."


def _is_of(url: str, path: Path) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "file" and unquote(parts.path).endswith(path.as_posix())


def _start(folder: str, network: bool) -> Any:
    options = webdriver.ChromeOptions()
    binary = os.environ.get("CHROME_BIN") or next(filter(None, map(shutil.which, _NAMES)), None)
    if binary is not None:
        options.binary_location = binary
    flags = [*_FLAGS, f"--user-data-dir={folder}", *(() if network else _OFFLINE)]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")  # root cannot have one
    for flag in flags:
        options.add_argument(flag)
    options.add_experimental_option("excludeSwitches", ["disable-popup-blocking"])
    options.unhandled_prompt_behavior = "dismiss"
    with warnings.catch_warnings():  # what comes in its stead cannot be given to webdriver.Chrome
        warnings.simplefilter("ignore", DeprecationWarning)
        options.ignore_local_proxy_environment_variables()
    os.environ.setdefault("SE_OFFLINE", "true")  # selenium is not to fetch a driver by itself
    driver_path = os.environ.get("SE_CHROMEDRIVER") or shutil.which("chromedriver")
    # In a session of its own Ctrl-C does not reach it, so that it can be ended in good order.
    service = Service(driver_path, popen_kw={"start_new_session": True})
    try:
        driver = webdriver.Chrome(options=options, service=service)
    except BaseException as error:
        with suppress(Exception):
            service.stop()
        if not isinstance(error, WebDriverException | OSError):
            raise
        said = getattr(error, "msg", None) or str(error)
        raise PlainlangError(
            f"--browser: no browser could be started: {said.splitlines()[0].rstrip('.')}. {_INSTALL}"
        ) from None
    driver.set_page_load_timeout(LOAD_SECONDS)
    driver.set_script_timeout(SCRIPT_SECONDS)
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _NO_DIALOGS})
    driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "deny"})
    return driver
