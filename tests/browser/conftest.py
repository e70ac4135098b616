"""A real browser for the tests of its checks; where there is none they are skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from plainlang.config import config_from
from plainlang.findings import Finding, PageResult
from plainlang.run import Setup, check_bytes, read_bytes
from tests.cli.conftest import folder, run

__all__ = ["folder", "run"]
OTHER_AXE = os.environ.get("PLAINLANG_AXE")

Check = Callable[..., PageResult]


@pytest.fixture(scope="session")
def chromium() -> None:
    pytest.importorskip("selenium")
    pytest.importorskip("axe_selenium_python")
    names = ("chromium", "chromium-browser", "google-chrome")
    if not (any(map(shutil.which, names)) and shutil.which("chromedriver")):
        pytest.skip("there is no Chromium here")


@pytest.fixture(scope="session", params=[None, *([OTHER_AXE] if OTHER_AXE else [])])
def checks(request: pytest.FixtureRequest, chromium: None) -> Iterator[Any]:
    """The browser stage, with the axe-core that comes with it and with another if one is named."""
    from plainlang.browser.checks import BrowserChecks

    stage = BrowserChecks(script=Path(request.param) if request.param else None)
    yield stage
    stage.close()


@pytest.fixture
def check(checks: Any, folder: Path) -> Check:
    """Write a page and check it, with all rules and in the browser."""

    def check(html: str, name: str = "page.html", **settings: Any) -> PageResult:
        path = folder / name
        path.write_text(html, encoding="utf-8")
        config = config_from(settings)
        result = check_bytes(read_bytes(Path(name)), name, config, Setup(config))
        ((result, _),) = checks.filter([(result, config)])
        return result

    return check


def of_axe(result: PageResult) -> list[Finding]:
    return [f for f in result.findings if f.rule.startswith("axe-")]


def page(body: str, head: str = "<title>Flu shots</title>") -> str:
    """Return a whole page without a fault but those in `body`."""
    return (
        f'<!doctype html>\n<html lang="en"><head>{head}</head>\n'
        f"<body><main><h1>Flu shots</h1>\n{body}\n</main></body></html>\n"
    )
