"""The concise report: one line for each finding."""

from __future__ import annotations

import re
from collections.abc import Callable

from plainlang.findings import Report
from plainlang.reports import Options, render


def test_concise(report: Report, snapshot: Callable[[str, str], None]) -> None:
    text = render(report, "concise")
    assert isinstance(text, str)
    snapshot("concise.txt", text)


def test_each_finding_has_one_line_that_an_editor_can_jump_to(report: Report) -> None:
    lines = str(render(report, "concise", Options(quiet=True))).splitlines()
    found = [line for line in lines if re.match(r".+?:\d+:\d+: (error|warning|note) \S+: .", line)]
    assert len(found) == len(report.findings)


def test_a_page_cannot_write_to_the_terminal_or_start_a_line(hostile: Report) -> None:
    text = str(render(hostile, "concise"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800]", text)
    assert not re.search(r"^::", text, re.MULTILINE)


def test_color_is_only_for_terminals(report: Report) -> None:
    assert "\x1b[31merror\x1b[0m" in str(render(report, "concise", Options(color=True)))
    assert "\x1b" not in str(render(report, "concise", Options(color=False)))
