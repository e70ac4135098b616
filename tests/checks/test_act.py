"""Findings agree with cases of ACT rules, and with the same cases written in other ways.

Our own cases stand in act_cases.txt, one a line, under the rule that they fail or do not fail; those of
W3C are taken where they are at hand.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from plainlang.api import check
from tests import mutants

OWN = Path(__file__).with_name("act_cases.txt")
SUITE = Path(__file__).parents[2].parent / "shared" / "suites" / "act.json"
PAGE_RULES = {"b5c3f8", "bf051a", "2779a5", "5b7ae0"}
CORE = PAGE_RULES | set(
    "23a2a8 46ca7f 59796f 7d6734 8fc3b6 c487ae ffd0e9 de46e4 97a4e1 m6b1q3 e086e5 cae760 2t702h 2ee8b8 307n5z".split()
)
WHOLE = ("<!doctype", "<html", "<svg xmlns", "<math xmlns", "<?xml")


class Case(NamedTuple):
    rule: str
    fails: bool
    source: str
    extension: str


REWRITTEN = (*mutants.REWRITTEN, mutants.reworded)


def own_cases() -> list[Case]:
    cases = []
    for line in OWN.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            rule, *kind, extension = line[2:].split()
        elif line:
            page = f"<!doctype html><html lang=en><head><title>Your visit</title></head><body>{line}</body></html>"
            source = line if line.lower().startswith(WHOLE) else page
            cases.append(Case(rule, kind == ["failed"], source, extension))
    return cases


def suite_cases() -> list[Case]:
    if not SUITE.is_file():
        return []
    cases = json.loads(SUITE.read_text(encoding="utf-8"))
    return [Case(c["rule"], c["expected"] == "failed", c["html"], c["ext"]) for c in cases if c["rule"] in CORE]  # fmt: skip


def decided_otherwise(cases: list[Case], change: Callable[[str], str] = str) -> list[str]:
    """Return the sources for which a finding is missing or too many."""
    wrong = []
    for case in cases:
        source = change(case.source)
        extension = "md" if change is mutants.in_markdown else case.extension
        report = check(source, filename=f"case.{extension}")
        found = any(case.rule in f.references.get("act", ()) for f in report.findings)
        if found != case.fails:
            wrong.append(f"{case.rule} {'not found' if case.fails else 'found'}: {source[:600]}")
    return wrong


def of_html(cases: list[Case]) -> list[Case]:
    return [c for c in cases if c.extension == "html"]


def of_a_body(cases: list[Case]) -> list[Case]:
    """Return the cases that are about what a page shows, wherever it stands."""
    return [
        c
        for c in of_html(cases)
        if c.rule not in PAGE_RULES and not ("lang=" in c.source.split("<body")[0] and c.rule == "de46e4" and not c.fails)
    ]  # fmt: skip


@pytest.mark.parametrize("rule", sorted(CORE))
def test_cases_are_found_if_they_fail_and_left_alone_if_not(rule: str) -> None:
    cases = [c for c in own_cases() if c.rule == rule]
    assert {c.fails for c in cases} == {True, False}
    assert decided_otherwise(cases) == []


@pytest.mark.parametrize("change", REWRITTEN, ids=lambda c: c.__name__)
def test_other_ways_to_write_it_change_nothing(change: Callable[[str], str]) -> None:
    assert decided_otherwise(of_html(own_cases()), change) == []


@pytest.mark.parametrize("change", mutants.MOVED, ids=lambda c: c.__name__)
def test_other_places_change_nothing(change: Callable[[str], str]) -> None:
    assert decided_otherwise(of_a_body(own_cases()), change) == []


def test_rules_about_pages_leave_markdown_alone() -> None:
    pages = [
        Case(c.rule, False, c.source, c.extension) for c in own_cases() if c.rule in PAGE_RULES
    ]
    assert decided_otherwise(of_html(pages), mutants.in_markdown) == []


suite = pytest.mark.skipif(not SUITE.is_file(), reason="the suite is not at hand")


@suite
@pytest.mark.parametrize("rule", sorted({c.rule for c in suite_cases()}))
def test_cases_of_the_suite(rule: str) -> None:
    assert decided_otherwise([c for c in suite_cases() if c.rule == rule]) == []


@suite
@pytest.mark.parametrize("change", REWRITTEN, ids=lambda c: c.__name__)
def test_cases_of_the_suite_in_other_ways(change: Callable[[str], str]) -> None:
    assert decided_otherwise(of_html(suite_cases()), change) == []


@suite
@pytest.mark.parametrize("change", mutants.MOVED, ids=lambda c: c.__name__)
def test_cases_of_the_suite_in_other_places(change: Callable[[str], str]) -> None:
    assert decided_otherwise(of_a_body(suite_cases()), change) == []
