"""The HTML report in Chromium: axe finds nothing, no hostile script runs, the filter works."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from plainlang.findings import Report
from plainlang.reports import render

webdriver = pytest.importorskip("selenium.webdriver")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="there is no Chromium here")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,1000"):
        options.add_argument(argument)
    with TemporaryDirectory(
        ignore_cleanup_errors=True
    ) as folder:  # for what the browser leaves behind
        service = Service(DRIVER, env={**os.environ, "TMPDIR": folder})
        driver = webdriver.Chrome(options=options, service=service)
        driver.set_script_timeout(120)
        yield driver
        driver.quit()


def opened(browser: Any, report: Report, folder: Path) -> Any:
    """Open a report in the browser."""
    path = folder / "report.html"
    path.write_bytes(str(render(report, "html")).encode())
    browser.get(path.as_uri())
    return browser


def visible(browser: Any) -> list[str]:
    """Return the ids of the findings that are shown, pages opened."""
    found: list[str] = browser.execute_script(
        "return [...document.querySelectorAll('.found > li')]"
        ".filter(e => !e.closest('[hidden]')).map(e => e.id)"
    )
    return found


def change(browser: Any, name: str, value: str) -> None:
    browser.execute_script(
        "const e = document.getElementById(arguments[0]);"
        "if (e.type === 'checkbox') e.checked = true; else e.value = arguments[1];"
        "e.dispatchEvent(new Event('change'));",
        name,
        value,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(
    scheme: str, width: int, browser: Any, report: Report, tmp_path: Path
) -> None:
    axe = pytest.importorskip("axe_selenium_python")
    script = Path(axe.__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        pytest.skip("axe is not here")
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False},
    )
    opened(browser, report, tmp_path)
    browser.execute_script("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    # The page's policy stops scripts that are added to it; the debugger's own are not.
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": f"{script.read_text('utf-8')};0"})
    violations = browser.execute_async_script(
        "const done = arguments[0]; axe.run().then(r => done(r.violations.map("
        "v => v.id + ': ' + v.nodes.map(n => n.html).join(' '))), e => done([String(e)]))"
    )
    assert violations == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_no_script_of_a_page_runs(browser: Any, hostile: Report, tmp_path: Path) -> None:
    opened(browser, hostile, tmp_path)
    from selenium.webdriver.support.expected_conditions import alert_is_present

    assert alert_is_present()(browser) is False
    assert browser.execute_script("return document.images.length") == 0
    assert browser.title == "Plain language report"
    # Even one that got in could not run.
    browser.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.broken = 1';"
        "document.body.append(s); document.body.insertAdjacentHTML('beforeend',"
        " '<img src=x onerror=\"window.broken = 1\">');"
    )
    assert browser.execute_async_script(
        "const done = arguments[0]; setTimeout(() => done(window.broken === undefined), 200)"
    )


def test_filters_narrow_the_findings_and_say_how_many(
    browser: Any, report: Report, tmp_path: Path
) -> None:
    opened(browser, report, tmp_path)
    assert len(visible(browser)) == 5
    change(browser, "severity", "warning")
    assert visible(browser) == ["p0f0", "p0f2"]
    assert browser.find_element("id", "count").text == "2 findings on 1 page"
    change(browser, "review", "")
    assert visible(browser) == ["p0f2"]
    browser.find_element("css selector", "button[type=reset]").click()
    browser.execute_async_script("setTimeout(arguments[0], 50)")
    assert browser.find_element("id", "count").text == "5 findings on 3 pages"
    change(browser, "rule", "hard-sentence")
    assert visible(browser) == ["p0f3"]


def test_search_looks_into_findings_and_names_of_pages(
    browser: Any, report: Report, tmp_path: Path
) -> None:
    opened(browser, report, tmp_path)
    browser.find_element("id", "find").send_keys("muscle pain")
    browser.execute_async_script("setTimeout(arguments[0], 300)")
    assert visible(browser) == ["p0f0"]
    browser.find_element("id", "find").clear()
    browser.find_element("id", "find").send_keys("ok.md")
    browser.execute_async_script("setTimeout(arguments[0], 300)")
    shown = browser.execute_script(
        "return [...document.querySelectorAll('.page:not([hidden])')].map(e => e.id)"
    )
    assert shown == ["p1"]


def test_sorting_by_address_and_back(browser: Any, report: Report, tmp_path: Path) -> None:
    pages = [report.pages[1]._replace(path=p, scores={"overall": s})
             for p, s in (("b.md", 10), ("a.md", 30), ("c.md", 20))]  # fmt: skip
    opened(browser, report._replace(pages=tuple(pages)), tmp_path)
    order = "return [...document.querySelectorAll('.page')].map(e => e.dataset.path)"
    assert browser.execute_script(order) == ["b.md", "c.md", "a.md"]
    change(browser, "sort", "path")
    assert browser.execute_script(order) == ["a.md", "b.md", "c.md"]
    change(browser, "sort", "score")
    assert browser.execute_script(order) == ["b.md", "c.md", "a.md"]


def test_a_link_opens_what_it_leads_to(browser: Any, report: Report, tmp_path: Path) -> None:
    opened(browser, report, tmp_path)
    browser.execute_script("location.hash = '#p0f3'")
    browser.execute_async_script("setTimeout(arguments[0], 200)")
    assert browser.execute_script("return document.getElementById('p0').open")
    assert browser.find_element("id", "p0f3").is_displayed()


def test_it_can_be_read_without_its_script(browser: Any, report: Report, tmp_path: Path) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        opened(browser, report, tmp_path)
        assert not browser.find_element("id", "filter").is_displayed()
        assert "myalgia" in browser.find_element("id", "list").get_attribute("textContent")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
