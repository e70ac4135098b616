"""What rules say of WCAG and of the ACT rules: it stands before people who must rely on it."""

from __future__ import annotations

import pytest

from plainlang.rules.load import load_rules
from plainlang.rules.model import Rule
from plainlang.standards import ACT_CRITERIA, CRITERIA, reference_problem

RULES = load_rules().rules
WITH_ACT = [rule for rule in RULES if "act" in rule.references]


@pytest.mark.parametrize("rule", WITH_ACT, ids=lambda rule: rule.id)
def test_a_rule_names_the_criteria_that_its_act_rules_test(rule: Rule) -> None:
    tested = {number for act in rule.references["act"] for number in ACT_CRITERIA[act]}
    assert set(rule.references.get("wcag", ())) == tested


def test_every_act_rule_tests_criteria_that_there_are() -> None:
    said = {n for numbers in ACT_CRITERIA.values() for n in numbers}
    assert said <= CRITERIA.keys()


@pytest.mark.parametrize(
    ("standard", "part"),
    [("wcag", "2.4.4"), ("wcag", "3.3.9"), ("act", "307n5z"), ("our-policy", "anything at all")],
)
def test_what_there_is_can_be_named(standard: str, part: str) -> None:
    assert reference_problem(standard, part) is None


@pytest.mark.parametrize(
    "rule",
    ["alt-repeats-text", "long-alt", "image-of-opening", "emoji-in-alt", "several-main-headings",
     "page-without-main-heading", "skipped-heading-level", "same-target-twice"],
)  # fmt: skip
def test_good_practice_names_no_criterion(rule: str) -> None:
    """WCAG does not fail a page for these: a report must not say so."""
    (found,) = (r for r in RULES if r.id == rule)
    assert "wcag" not in found.references
