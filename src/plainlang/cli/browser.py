"""The options for checks in a browser, and the stage that they start."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainlang.cli.options import together
from plainlang.errors import PlainlangError
from plainlang.findings import BROWSER_RULES

if TYPE_CHECKING:
    from plainlang.browser.checks import BrowserChecks

_PACKAGES = ("selenium", "axe_selenium_python")


browser_options = together(
    click.option("--browser", is_flag=True,
                 help="Also open HTML pages in Chromium and check what it shows."),
    click.option("--browser-network", is_flag=True,
                 help="With --browser: let pages load what is not on disk."),
    click.option("--axe", "axe", metavar="FILE",
                 type=click.Path(exists=True, dir_okay=False, path_type=Path),
                 help="With --browser: the axe.min.js to use."),
)  # fmt: skip


def ran(rule: str, *, browser: bool) -> bool:
    """Tell whether a run looked for what a rule reports: rules of the browser need one."""
    return browser or not rule.startswith(BROWSER_RULES)


def open_browser(
    stack: ExitStack, *, wanted: bool, network: bool, axe: Path | None, stdin: str | None
) -> BrowserChecks | None:
    """Start the checks in a browser if they are wanted; `stack` closes it.

    Raises:
        PlainlangError: a package, the browser or its driver is missing.
    """
    if not wanted:
        if network or axe is not None:
            raise click.UsageError("--browser-network and --axe go with --browser.")
        return None
    try:
        from plainlang.browser.checks import BrowserChecks
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in _PACKAGES:
            raise
        raise PlainlangError(
            "--browser needs more packages. Run: pip install axe-selenium-python selenium"
        ) from None
    checks = BrowserChecks(network=network, script=axe, stdin=stdin)
    stack.callback(checks.close)
    return checks
