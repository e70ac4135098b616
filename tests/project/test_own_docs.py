"""plainlang's own words are plain: its pages and its rules pass plainlang."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import plainlang
from plainlang.config import load_config
from plainlang.findings import Severity
from plainlang.rules.load import load_rules
from plainlang.rules.model import Rule

ROOT = Path(__file__).parents[2]
CONFIG = ROOT / "pyproject.toml"
PAGES = [*sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("*.md"))]
RULES = load_rules().rules
WORDS = {"en": "word", "es": "palabra"}


def test_the_target_is_grade_8() -> None:
    assert load_config(CONFIG).settings.target == 8


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_our_own_pages_pass(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT).as_posix()
    report = plainlang.check(text, filename=name, config=CONFIG)
    assert report.summary.errors == ()
    severe = [f"{f.start.line}: {f.message}" for f in report.findings if f.severity.rank > 0]
    assert severe == []
    reading = report.pages[0].reading
    if reading is not None and reading["grade"] is not None:
        assert reading["grade"] <= 8


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_how_often_it_is_right(rule: Rule) -> None:
    """One that is wrong more often than 15 times in 100 may not fail a run."""
    assert rule.precision
    share = re.match(r"(\d+) of (\d+)", rule.precision)
    if share is not None and int(share[1]) < 0.85 * int(share[2]):
        assert rule.severity is Severity.NOTE or not rule.enabled


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_reason_for_a_rule_can_be_read_without_a_finding(rule: Rule) -> None:
    """Reports and the site show it for the rule alone, where nothing fills in a place."""
    assert "{" not in rule.words("why", "en") + rule.words("why", "es")


class _Plain(string.Formatter):
    """Fills each placeholder with one everyday word."""

    def __init__(self, language: str) -> None:
        self.word = WORDS[language]

    def get_field(self, field_name: str, args: object, kwargs: object) -> tuple[str, str]:
        return self.word, field_name


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_a_rule_says_is_plain(rule: Rule, language: str) -> None:
    if language != "en" and language not in rule.translations:
        pytest.skip("this rule has no words in this language")
    fill = _Plain(language)
    texts = [fill.format(rule.words(key, language)) for key in ("message", "why", "fix")]
    reading = plainlang.measure("\n\n".join(texts), language)
    assert reading.grade is not None
    assert reading.grade <= 8


def test_what_a_rule_says_has_no_words_that_we_tell_others_to_avoid() -> None:
    """Rules say "screen reader" and the like; wordy phrases they do not say."""
    said = {
        rule.id: "\n\n".join(
            re.sub(r"[“\"][^”\"]*[”\"]", "“word”", rule.words(key, "en"))
            for key in ("message", "why", "fix")
        )
        for rule in RULES
    }
    found = {}
    for name, text in said.items():
        report = plainlang.check(text, filename="rule.txt", config={"select": ["wordy-phrase"]})
        if report.findings:
            found[name] = [f.message for f in report.findings]
    assert found == {}
