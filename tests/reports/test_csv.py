"""CSV: read back cell by cell, and no cell computes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from plainlang.findings import Report
from plainlang.reports import render
from plainlang.reports.csv import COLUMNS, safe


def rows(report: Report) -> list[dict[str, str]]:
    text = str(render(report, "csv"))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_csv(report: Report, snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.csv", str(render(report, "csv")))


def test_every_finding_is_a_row_and_reads_back_the_same(report: Report) -> None:
    found = [row for row in rows(report) if row["kind"] == "finding"]
    assert [(r["path"], int(r["line"]), r["rule"], r["message"]) for r in found] == [
        (f.path, f.start.line, f.rule, f.message) for f in report.findings
    ]
    assert found[0]["WCAG"] == "3.1.3"
    assert found[2]["needs review"] == "yes"


def test_pages_without_findings_and_what_was_not_run_are_there(report: Report) -> None:
    kinds = [row["kind"] for row in rows(report)]
    assert kinds.count("page") == 3
    assert kinds.count("suppressed") == 1
    assert kinds.count("not run") == 2
    assert kinds[0] == "run"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", '=cmd|"/c calc"!A1'],
)
def test_no_cell_is_a_formula(text: str, report: Report) -> None:
    page = report.pages[0]
    finding = page.findings[0]._replace(excerpt=text, message=text, path=text)
    changed = report._replace(pages=(page._replace(path=text, title=text, findings=(finding,)),))
    for row in rows(changed):
        for value in row.values():
            stripped = (value or "").lstrip(" \u00a0")
            assert not stripped.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
    assert safe(text) == f"'{text}"


def test_numbers_stay_numbers() -> None:
    assert safe(-3) == -3
    assert safe("a-b") == "a-b"


def test_hostile_text_stays_in_its_cell(hostile: Report) -> None:
    found = rows(hostile)
    assert all(set(row) == set(COLUMNS) for row in found)
    finding = next(r for r in found if r["kind"] == "finding")
    expected = hostile.findings[0].message.replace("\x00", "\ufffd")
    assert finding["message"] == expected
