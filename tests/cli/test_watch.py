"""`check --watch`: what changes is checked again, and nothing that is half written ends it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plainlang.cli import watch
from tests.cli.conftest import BAD, GOOD, Ran, Run
from tests.cli.test_own_rules import CHECK

Steps = Callable[..., Ran]


@pytest.fixture
def watched(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Steps:
    """Run `check . --watch OPTIONS`; each step is done before a look, and two more follow."""

    def watched(*steps: Callable[[], Any], options: tuple[str, ...] = ()) -> Ran:
        left = [*steps, lambda: None, lambda: None]

        def sleep(seconds: float) -> None:
            if not left:
                raise KeyboardInterrupt
            left.pop(0)()

        monkeypatch.setattr(watch.time, "sleep", sleep)  # type: ignore[attr-defined]
        return run("check", ".", "--watch", *options)

    return watched


def looks(ran: Ran) -> int:
    return ran.err.count("Watching for changes.")


def test_a_page_that_changes_comes_or_goes_is_checked_again(watched: Steps, folder: Path) -> None:
    page, other = folder / "a.html", folder / "b.html"
    page.write_text(GOOD)
    ran = watched(
        lambda: page.write_text(BAD), lambda: other.write_text(BAD), other.unlink, lambda: None
    )
    assert looks(ran) == 4
    assert [line for line in ran.out.splitlines() if " checked, " in line] == [
        "1 page checked, 0 findings.",
        *(f"{n} checked, {found}. Weakest: jargon, 0 of 100." for n, found in (
            ("1 page", "2 findings (1 warning, 1 note)"),
            ("2 pages", "4 findings (2 warnings, 2 notes)"),
            ("1 page", "2 findings (1 warning, 1 note)"),
        )),
    ]  # fmt: skip


def test_a_setting_that_is_half_typed_is_said_and_then_used(watched: Steps, folder: Path) -> None:
    (folder / "a.html").write_text(BAD)
    config = folder / ".plainlang.toml"
    ran = watched(
        lambda: config.write_text('ignor = ["jargon"]\n'),
        lambda: config.write_text('ignore = ["jargon\n'),
        lambda: config.write_text('ignore = ["jargon", "wording"]\n'),
    )
    assert looks(ran) == 4
    assert "Did you mean “ignore”?" in ran.err
    assert "this is not valid TOML" in ran.err
    assert ran.out.endswith("1 page checked, 0 findings.\n")


def test_settings_that_others_extend_rules_and_checks_are_watched(
    watched: Steps, folder: Path
) -> None:
    (folder / "a.html").write_text("<p><b>LOUD WORDS</b></p>")
    (folder / ".plainlang.toml").write_text(
        'extends = "base.toml"\nrules-folders = ["own"]\nchecks = ["own_checks.py"]\n'
    )
    base, rule, check = folder / "base.toml", folder / "own" / "loud.yaml", folder / "own_checks.py"
    base.write_text('select = ["loud"]\n')
    check.write_text(CHECK)
    rule.parent.mkdir()
    text = (
        "id: loud\ncategory: wording\nseverity: error\ncheck: word-is-shouted\nmessage: Loud.\n"
        "why: It hurts.\nfix: Be calm.\nbad: ['<p>[[<b>]]LOUD</b>']\ngood: ['<p>Calm']\n"
    )
    rule.write_text(text)
    ran = watched(
        lambda: rule.write_text(text.replace("Loud.", "Too loud!")),
        lambda: check.write_text(CHECK.replace("most: int = 3", "most: int = 30")),
        lambda: base.write_text('select = ["wordy-phrase"]\nfail-on = "never"\n'),
    )
    assert looks(ran) == 4
    assert [line.strip() for line in ran.out.splitlines() if "oud" in line and "»" not in line] == [
        "1:4      error  loud", "Loud.", "1:4      error  loud", "Too loud!"]  # fmt: skip


def test_its_own_report_is_no_change(watched: Steps, folder: Path) -> None:
    (folder / "a.html").write_text(BAD)
    assert looks(watched(options=("--format", "html=r.html"))) == 1


def test_what_is_wrong_at_the_start_ends_it(watched: Steps, folder: Path) -> None:
    (folder / ".plainlang.toml").write_text("ignor = 1\n")
    ran = watched()
    assert (ran.code, looks(ran)) == (2, 0)
