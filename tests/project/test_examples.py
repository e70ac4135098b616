"""The examples of the rules, and the pages in `examples/`."""

from __future__ import annotations

from pathlib import Path

import pytest

import plainlang
from plainlang.examples import run_examples
from plainlang.rules.load import load_rules
from plainlang.rules.model import Rule

EXAMPLES = Path(__file__).parents[2] / "examples"
LOADED = load_rules()


def test_every_rule_can_be_used() -> None:
    assert [str(e) for e in LOADED.errors] == []
    assert len(LOADED.rules) > 20


@pytest.mark.parametrize("rule", LOADED.rules, ids=lambda rule: rule.id)
def test_the_examples_of_a_rule_hold(rule: Rule) -> None:
    assert rule.bad
    assert rule.good
    assert [f"{f.problem}: {f.example}" for f in run_examples(rule)] == []


def rules_found(name: str) -> set[str]:
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    return {f.rule for f in plainlang.check(text, filename=name).findings}


def test_the_bad_example_page_shows_all_four_categories() -> None:
    text = (EXAMPLES / "sleep-apnea.html").read_text(encoding="utf-8")
    report = plainlang.check(text, filename="sleep-apnea.html")
    categories = {f.category for f in report.findings}
    assert {"reading-level", "jargon", "alt-text", "link-labels"} <= categories


def test_the_mended_example_page_has_no_findings() -> None:
    assert rules_found("sleep-apnea-mended.html") == set()


def test_a_spanish_page_gets_spanish_words() -> None:
    text = (EXAMPLES / "alta-del-hospital.txt").read_text(encoding="utf-8")
    report = plainlang.check(text, filename="alta-del-hospital.txt")
    assert report.pages[0].language == "es"
    assert {f.term for f in report.findings if f.rule == "undefined-term"} >= {"disnea", "edema"}
    assert all("explica" in f.message for f in report.findings if f.rule == "undefined-term")
