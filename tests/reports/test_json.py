"""JSON and JSON Lines: the documented schema holds, and both say the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import plainlang
from plainlang.findings import Report
from plainlang.reports import render

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
PAGES = ROOT.parent / "shared" / "pages"
SAMPLES = {
    "page.html": "<html><h1>Care</h1><p>Your hypertension needs care. <img src=a.png></p></html>",
    "page.md": "# Gripe\n\nSu hipertensión requiere [leer más](x).\n",
    "page.txt": "Your hypertension must be treated expeditiously by the appropriate clinician.",
    "empty.html": "",
}


def problems(text: str | bytes) -> list[str]:
    """Return what the schema finds wrong with a JSON report."""
    errors = Draft202012Validator(SCHEMA).iter_errors(json.loads(text))
    return [f"{list(e.path)}: {e.message}" for e in errors]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", SAMPLES)
def test_real_reports_fit_the_schema(name: str) -> None:
    assert problems(render(plainlang.check(SAMPLES[name], filename=name), "json")) == []


@pytest.mark.skipif(not PAGES.exists(), reason="the real pages are not here")
def test_reports_of_real_pages_fit_the_schema() -> None:
    for path in sorted(PAGES.rglob("*.html"))[::12]:
        report = plainlang.check(path.read_text(encoding="utf-8", errors="replace"))
        assert problems(render(report, "json")) == []


def test_made_and_hostile_reports_fit_the_schema(report: Report, hostile: Report) -> None:
    for each in (report, hostile):
        text = render(each, "json")
        assert isinstance(text, str)
        assert problems(text.encode()) == []  # no lone surrogate is left in it


def test_json(report: Report, snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.json", str(render(report, "json")))


def test_jsonl(report: Report, snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.jsonl", str(render(report, "jsonl")))


def test_jsonl_says_the_same_as_json_line_by_line(report: Report) -> None:
    whole = json.loads(str(render(report, "json")))
    lines = [json.loads(line) for line in str(render(report, "jsonl")).splitlines()]
    by_type: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        by_type.setdefault(line.pop("type"), []).append(line)
    assert by_type["page"] == whole["pages"]
    assert by_type["finding"] == whole["findings"]
    assert by_type["suppressed"] == whole["suppressed"]
    (run,), (end,) = by_type["run"], by_type["summary"]
    assert run["rules_off"] == whole["rules_off"] == ["wordy-phrase"]
    assert {**run, **end} == {k: v for k, v in whole.items()
                              if k not in ("pages", "findings", "suppressed")}  # fmt: skip
    assert end["summary"]["needs_review"] == 1


def test_jsonl_lines_are_lines_whatever_the_page_says(hostile: Report) -> None:
    text = str(render(hostile, "jsonl"))
    assert [json.loads(line)["type"] for line in text.split("\n")[:-1]] == [
        "run", "page", "finding", "suppressed", "summary",
    ]  # fmt: skip
