"""The report for people at a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import plainlang
from plainlang.findings import Report, Summary
from plainlang.reports import Options, render
from plainlang.reports.columns import width
from plainlang.reports.text import TextReporter


def test_text(report: Report, snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.txt", str(render(report, "text")))


def test_words_in_question_are_marked_where_they_stand(report: Report) -> None:
    assert "Flu can cause 😷 »myalgia« and café visits." in str(render(report, "text"))


def test_a_page_cannot_write_to_the_terminal(hostile: Report) -> None:
    for color in (False, True):
        text = str(render(hostile, "text", Options(color=color)))
        plain = re.sub(r"\x1b\[[\d;]+m", "", text) if color else text
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800]", plain)
        assert "\x1b[31m " not in text


@pytest.mark.parametrize("name", ["text", "concise"])
def test_statistics_count_the_findings_of_each_rule(name: str, report: Report) -> None:
    text = str(render(report, name, Options(statistics=True)))
    assert re.search(r"^1  undefined-term$", text, re.MULTILINE)
    assert "1  undefined-term" not in str(render(report, name))


def test_it_says_what_was_not_run_and_what_needs_a_person(report: Report) -> None:
    text = str(render(report, "text"))
    assert "1 finding needs a person to decide." in text
    assert "Not run: 1 rule that is off (wordy-phrase)" in text
    assert "Not run" not in str(render(report, "text", Options(quiet=True)))


def test_a_long_report_says_at_its_end_how_to_see_less(report: Report) -> None:
    assert "To see less" not in str(render(report, "text"))
    page = report.pages[0]
    long = report._replace(pages=(page._replace(findings=page.findings * 80),))
    *_, less, not_run, _, total, _ = str(render(long, "text")).splitlines()
    assert less.startswith("To see less: “--format concise”")
    assert not_run.startswith("Not run")
    assert "checked" in total
    assert "To see less" not in str(render(long, "text", Options(quiet=True)))


def test_nothing_checked_is_said(report: Report) -> None:
    empty = report._replace(pages=(), summary=Summary(errors=("rules/x.yaml: broken",)))
    text = str(render(empty, "text"))
    assert "No page was checked." in text
    assert "rules/x.yaml: broken" in text
    assert TextReporter(Options()).end(Summary()) == "No page was checked.\n"


def test_wide_letters_take_their_room() -> None:
    page = f"<p lang=en>{'日本語 ' * 12}You have hypertension. {'日本語 ' * 12}</p>"
    found = plainlang.check(page, config={"select": ["undefined-term"]})
    out = str(render(found, "text", Options(width=60)))
    (place,) = (line for line in out.splitlines() if "»hypertension«" in line)
    assert "日本語" in place
    assert 40 < width(place) <= 60
