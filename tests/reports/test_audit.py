"""EARL, OpenACR, Excel: what an auditor takes over must not say more than a tool can know."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from plainlang.findings import Report, Suppressed
from plainlang.reports import render, xlsx
from plainlang.standards import CRITERIA, criterion_name

openpyxl = pytest.importorskip("openpyxl")
Snapshot = Callable[[str, str], None]


# EARL


def graph(report: Report) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    document = json.loads(str(render(report, "earl")).encode())
    return document["@context"], document["@graph"]


def outcomes(report: Report, subject: str) -> dict[str, str]:
    """Return the outcome of each test for a subject, by the last part of the test's address."""
    _, nodes = graph(report)
    return {
        node["test"].rstrip("/").rpartition("/")[2].lstrip("#"): node["result"]["outcome"][5:]
        for node in nodes
        if node["@type"] == "Assertion" and node["subject"] == subject
    }


def test_earl(report: Report, snapshot: Snapshot) -> None:
    snapshot("report.earl.json", str(render(report, "earl")))


def test_earl_keys_all_mean_something(report: Report, hostile: Report) -> None:
    for each in (report, hostile):
        context, nodes = graph(each)

        def look(value: Any, context: dict[str, Any] = context) -> None:
            if isinstance(value, list):
                for item in value:
                    look(item)
            elif isinstance(value, dict):
                assert {k for k in value if not k.startswith("@")} <= set(context)
                for item in value.values():
                    look(item)

        look(nodes)


def test_earl_outcomes_of_a_page(report: Report) -> None:
    found = outcomes(report, "site/flu%20advice.html")
    assert found["non-text-content"] == found["23a2a8"] == "failed"
    assert found["link-purpose-in-context"] == found["5effbb"] == "cantTell"
    assert found["reading-level"] == "cantTell"  # a note is a hint, no failure
    assert "captions-live" not in found


def test_earl_never_passes_a_success_criterion(report: Report) -> None:
    found = outcomes(report, "site/ok.md")
    assert {found[c.slug] for c in CRITERIA.values() if c.slug in found} == {"cantTell"}
    assert found["23a2a8"] == "inapplicable"


def test_earl_an_act_rule_without_failure_passes_where_there_is_something(report: Report) -> None:
    page = report.pages[1]._replace(counts={"images": 2, "links": 1})
    found = outcomes(report._replace(pages=(page,)), "site/ok.md")
    assert found["23a2a8"] == "passed"
    assert found["5effbb"] == "cantTell"  # its rule only asks


def test_earl_passes_no_act_rule_whose_failure_was_accepted(report: Report) -> None:
    page = report.pages[0]
    dropped = tuple(Suppressed(f, "baseline", "Known.") for f in page.findings)
    page = page._replace(findings=(), suppressed=dropped, counts={"images": 1, "links": 1})
    found = outcomes(report._replace(pages=(page,)), "site/flu%20advice.html")
    assert found["23a2a8"] == found["non-text-content"] == "cantTell"


def test_earl_passes_no_act_rule_that_broke(report: Report) -> None:
    fault = "site/ok.md: the rule “image-without-alt” broke: ValueError: 3"
    page = report.pages[1]._replace(counts={"images": 2}, faults=(fault,))
    assert outcomes(report._replace(pages=(page,)), "site/ok.md")["23a2a8"] == "cantTell"


def test_earl_fails_no_page_for_what_another_page_can_make_good(report: Report) -> None:
    assert outcomes(report, "site/flu%20advice.html")["unusual-words"] == "cantTell"


def test_earl_puts_an_act_rule_under_the_criteria_that_it_tests(report: Report) -> None:
    """A rule of plainlang may name two ACT rules; each keeps its own criteria."""
    _, nodes = graph(report)
    parts = {n["title"]: n["isPartOf"] for n in nodes if n["@type"] == "TestCase"}
    assert [url.partition("#")[2] for url in parts["ACT rule 5effbb"]] == [
        "link-purpose-in-context",
        "link-purpose-link-only",
    ]
    assert [url.partition("#")[2] for url in parts["ACT rule 23a2a8"]] == ["non-text-content"]


def test_earl_says_what_was_not_tested(report: Report) -> None:
    untested = outcomes(report, "_:pages")
    assert set(untested.values()) == {"untested"}
    assert len(untested) == len(CRITERIA) - 5
    assert set(outcomes(report, "site/broken.html").values()) == {"untested"}
    spanish = report.pages[1]._replace(language="fr")
    assert outcomes(report._replace(pages=(spanish,)), "site/ok.md")["unusual-words"] == "untested"


# OpenACR


def test_openacr(report: Report, snapshot: Snapshot) -> None:
    snapshot("report.openacr.yaml", str(render(report, "openacr")))


def levels(report: Report) -> dict[str, str]:
    document = yaml.safe_load(str(render(report, "openacr")))
    return {
        criterion["num"]: component["adherence"]["level"]
        for chapter in document["chapters"].values()
        for criterion in chapter["criteria"]
        for component in criterion["components"]
    }


def test_openacr_never_says_that_anything_is_supported(report: Report, hostile: Report) -> None:
    for each in (report, hostile, report._replace(pages=(report.pages[1],))):
        found = levels(each)
        assert set(found) == set(CRITERIA)
        assert not {"supports", "not-applicable"} & set(found.values())
    assert set(levels(report._replace(pages=(report.pages[1],))).values()) == {"not-evaluated"}


def test_openacr_says_how_much_fails(report: Report) -> None:
    found = levels(report)
    assert found["1.1.1"] == "partially-supports"  # one page of the two that could be read
    assert found["2.4.4"] == "not-evaluated"
    alone = report._replace(pages=(report.pages[0],))
    assert levels(alone)["1.1.1"] == "does-not-support"


def test_openacr_says_what_could_not_be_read(report: Report) -> None:
    text = str(render(report._replace(pages=report.pages[2:]), "openacr"))
    assert "1 page. 1 could not be read." in text
    assert "No page could be read." in text
    assert "No failure found" not in text


def test_openacr_counts_what_a_person_must_decide_apart_from_what_fails(report: Report) -> None:
    failing, asking = report.pages[0], report.pages[0]
    one, *_ = (f for f in failing.findings if "1.1.1" in f.references.get("wcag", ()))
    failing = failing._replace(findings=(one,))
    asking = asking._replace(path="b.html", findings=(one._replace(needs_review=True),) * 7)
    document = yaml.safe_load(str(render(report._replace(pages=(failing, asking)), "openacr")))
    (first, *_), *_ = (chapter["criteria"] for chapter in document["chapters"].values())
    assert first["num"] == "1.1.1"
    assert first["components"][0]["adherence"]["notes"].startswith(
        "1 of 2 pages fails, with 1 finding. 7 findings on 1 page for a person to judge."
    )


def test_openacr_is_marked_as_a_draft_and_says_what_was_not_run(report: Report) -> None:
    document = yaml.safe_load(str(render(report, "openacr")))
    assert "draft" in document["notes"]
    assert "wordy-phrase" in document["notes"]
    assert "plainlang 0.1.0" in document["evaluation_methods_used"]


# Success criteria


def test_the_list_of_success_criteria_is_that_of_wcag_2_2() -> None:
    counts = Counter(criterion.level for criterion in CRITERIA.values())
    assert counts == {"A": 31, "AA": 24, "AAA": 31}
    assert CRITERIA["3.3.4"].slug == "error-prevention-legal-financial-data"
    assert criterion_name("2.4.4") == "2.4.4 Link Purpose (In Context)"
    assert criterion_name("9.9.9") == "9.9.9"


# Excel


def book(report: Report) -> Any:
    data = render(report, "xlsx")
    assert isinstance(data, bytes)
    return openpyxl.load_workbook(io.BytesIO(data))


def test_xlsx_has_a_sheet_for_each_inventory(report: Report) -> None:
    found = book(report)
    assert found.sheetnames == ["pages", "findings", "sections", "images", "links", "coverage"]
    sizes = {sheet.title: sheet.max_row - 1 for sheet in found}
    assert sizes["pages"] == 3
    assert sizes["findings"] == 6  # with the suppressed one
    assert sizes["sections"] == 2
    assert (sizes["images"], sizes["links"]) == (1, 1)
    for sheet in found:
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.bold for cell in sheet[1])
        assert sheet.auto_filter.ref


def test_xlsx_rows_say_what_was_found(report: Report) -> None:
    found = book(report)
    rows = list(found["findings"].iter_rows(min_row=2, values_only=True))
    assert rows[0][:6] == ("site/flu advice.html", 4, 20, "warning", "Jargon", "undefined-term")
    assert rows[4][14] == "comment: The editor wants it."
    link = next(found["links"].iter_rows(min_row=2, values_only=True))
    assert link[5:] == ("Read more", "contents", "/more?a=1&b=2")
    says = dict(found["coverage"].iter_rows(min_row=2, values_only=True))
    assert says["setting target-grade"] == "8"
    assert says["tool"] == "plainlang 0.1.0"
    assert says["rule wordy-phrase"] == "off"
    assert says["WCAG 1.2.4 (AA) Captions (Live)"] == "not tested"


def test_xlsx_has_no_formula_or_error_and_takes_any_character(hostile: Report) -> None:
    page = hostile.pages[0]
    texts = ["=1+1", "=cmd|'/c calc'!A1", "#N/A", "\x00\x07\x1b", "\ud800", "x" * 40_000, "\ufffe"]
    findings = tuple(page.findings[0]._replace(excerpt=t, message=t) for t in texts)
    changed = hostile._replace(pages=(page._replace(findings=findings, title="=A1"),))
    for sheet in book(changed):
        for row in sheet.iter_rows(min_row=2):
            assert {cell.data_type for cell in row} <= {"s", "n", "inlineStr"}


def test_xlsx_rows_that_do_not_fit_are_counted(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "MAX_ROWS", 4)
    found = book(report)
    assert found["findings"].max_row == 5
    cut = [row for row in found["coverage"].iter_rows(values_only=True) if row[0] == "cut"]
    assert cut[0][1].startswith("2 rows of “findings” do not fit")
