"""GitLab, JUnit, Checkstyle, Reviewdog: what each tool reads is there, whatever the page says."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from plainlang.findings import Report
from plainlang.reports import render

Snapshot = Callable[[str, str], None]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("gitlab", "gitlab.json"),
        ("junit", "junit.xml"),
        ("checkstyle", "checkstyle.xml"),
        ("rdjson", "report.rdjson"),
    ],
)
def test_it_looks_as_it_did(name: str, file: str, report: Report, snapshot: Snapshot) -> None:
    snapshot(file, str(render(report, name)))


@pytest.mark.parametrize("name", ["gitlab", "rdjson"])
def test_json_formats_parse(name: str, report: Report, hostile: Report) -> None:
    for each in (report, hostile, report._replace(pages=())):
        json.loads(str(render(each, name)).encode())


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_formats_parse_with_any_character_in_them(name: str, hostile: Report) -> None:
    page = hostile.pages[0]
    every = "".join(map(chr, [*range(0x100), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF, 0x10FFFF]))
    finding = page.findings[0]._replace(message=every, how=every, path=every, rule=every)
    for each in (
        hostile,
        hostile._replace(pages=(page._replace(path=every, findings=(finding,)),)),
    ):
        ElementTree.fromstring(str(render(each, name)).encode())


# GitLab Code Quality


def entries(report: Report) -> list[dict[str, Any]]:
    found = json.loads(str(render(report, "gitlab")))
    assert isinstance(found, list)
    return found


def test_gitlab_entries_have_what_the_merge_request_needs(report: Report) -> None:
    found = entries(report)
    assert len(found) == 5
    for entry in found:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(entry)
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1


def test_gitlab_fingerprints_differ_between_pages(report: Report) -> None:
    page = report.pages[0]
    moved = tuple(f._replace(path="other.html") for f in page.findings)
    both = report._replace(pages=(page, page._replace(path="other.html", findings=moved)))
    prints = [e["fingerprint"] for e in entries(both)]
    assert len(set(prints)) == len(prints) == 8


# JUnit


def suites(report: Report) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(str(render(report, "junit")).encode()))


def test_junit_counts_are_those_of_its_cases(report: Report) -> None:
    for suite in suites(report):
        cases = suite.findall("testcase")
        for name, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(name, "")) == sum(c.find(kind) is not None for c in cases)
        assert int(suite.get("tests", "")) == len(cases)


def test_junit_fails_for_what_fails_the_run_and_no_more(report: Report) -> None:
    page = suites(report)[0]
    failed = {c.get("name") for c in page.iter("testcase") if c.find("failure") is not None}
    assert failed == {"image-without-alt", "undefined-term", "vague-link-label"}
    passed = {c.get("name") for c in page.iter("testcase") if c.find("system-out") is not None}
    assert passed == {"hard-sentence"}


@pytest.mark.parametrize(
    ("fail_on", "number"), [("note", 4), ("warning", 3), ("error", 1), (None, 0)]
)
def test_junit_heeds_the_severity_that_fails(fail_on: str, number: int, report: Report) -> None:
    settings = {**report.run.settings, "fail-on": fail_on or "never"}
    changed = report._replace(run=report.run._replace(settings=settings))
    assert int(suites(changed)[0].get("failures", "")) == number


def test_junit_names_what_was_not_run(report: Report) -> None:
    last = suites(report)[-1]
    skipped = [c.get("name") for c in last.iter("testcase") if c.find("skipped") is not None]
    assert skipped == ["wordy-phrase", "browser"]
    out = last.findtext("system-out") or ""
    assert "plainlang 0.1.0" in out
    assert "1 finding needs a person" in out


def test_junit_a_page_that_cannot_be_read_passes_no_rule(report: Report) -> None:
    broken = suites(report)[2]
    kinds = [child.tag for case in broken.iter("testcase") for child in case]
    assert sorted(set(kinds)) == ["error", "skipped"]
    assert len(kinds) == len(broken.findall("testcase"))


# Checkstyle


def test_checkstyle_has_each_finding_at_its_place(report: Report) -> None:
    root = ElementTree.fromstring(str(render(report, "checkstyle")).encode())
    assert [f.get("name") for f in root] == [p.path for p in report.pages]
    places = [(e.get("line"), e.get("column"), e.get("severity")) for e in root.iter("error")]
    assert places[0] == ("4", "20", "warning")
    assert len(places) == 5


# Reviewdog


def test_rdjson_columns_count_bytes(report: Report) -> None:
    found = json.loads(str(render(report, "rdjson")))["diagnostics"]
    term = next(d for d in found if d["code"]["value"] == "undefined-term")
    # "<p>Flu can cause 😷 " is 19 code points and 22 bytes of UTF-8.
    assert term["location"]["range"] == {
        "start": {"line": 4, "column": 23},
        "end": {"line": 4, "column": 30},
    }
    assert term["suggestions"] == [{"range": term["location"]["range"], "text": "muscle pain"}]


def test_rdjson_without_places_names_lines_and_no_wrong_column(report: Report) -> None:
    bare = report._replace(pages=tuple(p._replace(detail=None) for p in report.pages))
    found = json.loads(str(render(bare, "rdjson")))["diagnostics"]
    assert found[0]["location"]["range"] == {"start": {"line": 4}, "end": {"line": 4}}
    assert "suggestions" not in found[0]
