"""Matches to findings: words, places, excerpts, identities; and rules that break."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import count
from types import ModuleType
from typing import Any

import pytest

import plainlang
from plainlang.checks.match import Match
from plainlang.config import Config
from plainlang.engine import check_page, title_of
from plainlang.findings import Finding, PageResult, Severity, Span
from plainlang.page import read_page
from plainlang.rules.model import Example, Rule
from plainlang.settings import Settings

_numbers = count()


@pytest.fixture
def rule_of(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Rule]:
    """Make a rule of a function."""
    module = ModuleType("checks_of_a_test")
    monkeypatch.setitem(sys.modules, module.__name__, module)

    def make(function: Callable[..., Any], **more: Any) -> Rule:
        name = f"check_{next(_numbers)}"  # checks are looked up once
        setattr(module, name, function)
        values: dict[str, Any] = {
            "id": "own", "category": "structure", "severity": Severity.WARNING,
            "check": f"{module.__name__}:{name}", "message": "Found {excerpt}.", "why": "Why.",
            "fix": "How.", "bad": (Example("html", "x"),), "good": (Example("html", "y"),),
        }  # fmt: skip
        return Rule(**{**values, **more})

    return make


def run(source: str, *rules: Rule, path: str = "a.html", settings: Settings | None = None
        ) -> PageResult:  # fmt: skip
    return check_page(read_page(source, path), rules, Config(settings=settings or Settings()))


def at(*spans: tuple[int, int], **more: Any) -> Callable[..., list[Match]]:
    return lambda page, elements: [Match(Span(*span), **more) for span in spans]


def test_a_match_becomes_a_finding_with_the_words_of_its_rule(
    rule_of: Callable[..., Rule],
) -> None:
    rule = rule_of(
        at((3, 7), values={"name": "{x}"}, suggestion="s", term="t", data={"n": 1}),
        message="“{excerpt}” and {name}.", why="As {excerpt}.", fix="Not {excerpt}.",
        references={"wcag": ("1.1.1",)},
    )  # fmt: skip
    (found,) = run("<p>Some words</p>", rule).findings
    assert (found.message, found.why, found.how) == ("“Some” and {x}.", "As Some.", "Not Some.")
    assert (found.suggestion, found.term, found.data) == ("s", "t", {"n": 1})
    assert found.references == {"wcag": ("1.1.1",)}
    assert (tuple(found.start), tuple(found.end)) == ((1, 4), (1, 8))
    assert (found.before, found.after) == ("<p>", " words</p>")


def test_findings_come_in_the_order_of_the_source(rule_of: Callable[..., Rule]) -> None:
    rules = [rule_of(at((5, 6), (1, 2)), id="b"), rule_of(at((5, 6), (3, 4)), id="a")]
    found = run("0123456789", *rules, path="a.txt").findings
    assert [(f.span.start, f.rule) for f in found] == [(1, "b"), (3, "a"), (5, "a"), (5, "b")]


def test_a_check_gets_what_its_rule_selects_and_is_not_called_for_nothing(
    rule_of: Callable[..., Rule],
) -> None:
    called = []

    def check(page: Any, elements: Any, *, least: int = 0) -> Iterator[Match]:
        called.append(least)
        yield from (Match(e.span) for e in elements)

    rule = rule_of(check, select="b", parameters={"least": 3})
    source = "<p><b>x</b> <i>y</i></p>"
    assert [source[slice(*f.span)] for f in run(source, rule).findings] == ["<b>"]
    assert run("<p>y</p>", rule).findings == ()
    assert called == [3]


def test_a_check_that_asks_for_the_settings_gets_them(rule_of: Callable[..., Rule]) -> None:
    def check(page: Any, elements: Any, settings: Settings) -> list[Match]:
        return [Match(Span(0, 1), {"target": settings.target})]

    rule = rule_of(check, message="{target}")
    assert run("x", rule, settings=Settings(chosen_target=5)).findings[0].message == "5"


def test_a_rule_runs_only_in_its_languages_and_speaks_that_of_the_page(
    rule_of: Callable[..., Rule],
) -> None:
    rule = rule_of(
        at((0, 1)), languages=("es", "en"), translations={"es": {"message": "Hay {excerpt}."}}
    )
    spanish, french = "<html lang='es-MX'>x", "<html lang='fr'>x"
    (found,) = run(spanish, rule).findings
    assert found.message == "Hay <."
    assert found.why == "Why."  # not translated
    assert run(french, rule).findings == ()
    (found,) = run(spanish, rule, settings=Settings(message_language="en")).findings
    assert found.message == "Found <."


def test_a_long_excerpt_is_cut_and_lines_are_joined(rule_of: Callable[..., Rule]) -> None:
    source = "one\n  two " + "word " * 60
    (found,) = run(source, rule_of(at((0, len(source)))), path="a.txt").findings
    assert found.excerpt.startswith("one two word")
    assert len(found.excerpt) == 160
    assert found.excerpt.endswith("…")
    (short,) = run("x" * 160, rule_of(at((0, 160))), path="a.txt").findings
    assert short.excerpt == "x" * 160


@pytest.mark.parametrize(
    ("source", "before", "after"),
    [
        ("One. Two [x] three. Four.", "One. Two ", " three. Four."),
        ("first line\nOne [x] two\nlast line", "One ", " two"),
        ("[x]", "", ""),
        ("a  b\t[x]  c\n", "a b ", " c"),
        (f"{'before ' * 20}[x]{' after' * 20}", "before " * 6, " after" * 7),
        (f"{'b' * 99}[x]{'a' * 99}", "b" * 48, "a" * 48),
    ],
)
def test_what_stands_around_is_cut_at_words_of_the_same_line(
    rule_of: Callable[..., Rule], source: str, before: str, after: str
) -> None:
    start = source.index("[x]")
    (found,) = run(source, rule_of(at((start, start + 3))), path="a.txt").findings
    assert (found.before, found.after) == (before, after)


def test_a_label_is_not_shown_between_what_is_around_its_tag(rule_of: Callable[..., Rule]) -> None:
    source = "<p>See <a href='/x'>here</a> now</p>"
    tag = (source.index("<a"), source.index("here"))
    (found,) = run(source, rule_of(at(tag, excerpt="here"))).findings
    assert (found.before, found.excerpt, found.after) == ("", "here", "")


def test_a_person_is_asked_when_the_match_or_its_rule_says_so(
    rule_of: Callable[..., Rule],
) -> None:
    rules = [
        rule_of(at((0, 1)), id="a"),
        rule_of(at((0, 1), needs_review=True), id="b"),
        rule_of(at((0, 1)), id="c", needs_review=True),
    ]
    assert [f.needs_review for f in run("x", *rules).findings] == [False, True, True]


def test_a_match_may_fail_fewer_standards_than_its_rule(rule_of: Callable[..., Rule]) -> None:
    rule = rule_of(at((0, 1), references={}), references={"act": ("23a2a8",)})
    assert run("x", rule).findings[0].references == {}


def test_a_rule_that_breaks_is_told_and_the_others_run(rule_of: Callable[..., Rule]) -> None:
    def broken(page: Any, elements: Any) -> Iterator[Match]:
        yield Match(Span(0, 1))
        raise ValueError("no")

    result = run("x", rule_of(broken, id="broken"), rule_of(at((0, 1)), id="good"))
    assert [f.rule for f in result.findings] == ["good"]
    assert result.faults == ("a.html: the rule “broken” broke: ValueError: no",)


def test_a_message_that_asks_for_a_word_that_is_not_there_breaks_its_rule_alone(
    rule_of: Callable[..., Rule],
) -> None:
    result = run("x", rule_of(at((0, 1)), message="{nothing}"))
    assert result.findings == ()
    assert "fills in {excerpt}" in result.faults[0]


# What a page is called


@pytest.mark.parametrize(
    ("source", "path", "title"),
    [
        ("<title>Flu</title><h1>The flu</h1>", "a.html", "Flu"),
        ("<title>{{ a }}</title><h1>{{ b }}</h1><h2>The flu</h2>", "a.html", "The flu"),
        ("<title>{{ a }} - Clinic</title>", "a.html", "… - Clinic"),
        ("<h2>The <b>flu</b></h2><h1>More</h1>", "a.html", "The flu"),
        ("# The *flu*\n", "a.md", "The flu"),
        ("---\ntitle: Flu\n---\n\nText.\n", "a.md", "Flu"),
        ("<p>Text</p>", "a.html", ""),
        ("", "a.txt", ""),
    ],
)
def test_a_page_is_called_by_its_title_or_first_heading(source: str, path: str, title: str) -> None:
    assert title_of(read_page(source, path)) == title


# Identities

PAGE = """<h1>Your heart</h1>
<p>You have hypertension. Please <a href="/x">click here</a>.</p>
<h2>Pills</h2>
<p>Please <a href="/y">click here</a> or <a href="/z">click here</a>.</p>
<img src="a.png">
"""


def identities(source: str, filename: str = "a.html") -> list[tuple[str, str]]:
    """Return rule and identity of the findings about words, links and images."""
    found: list[Finding] = list(
        plainlang.check(
            source, filename=filename,
            config={"select": ["undefined-term", "vague-link-label", "image-without-alt"]},
        ).findings
    )  # fmt: skip
    return [(f.rule, f.fingerprint) for f in found]


def test_every_finding_has_an_identity_of_its_own() -> None:
    found = [fingerprint for _, fingerprint in identities(PAGE)]
    assert len(found) == 5
    assert len(set(found)) == 5
    assert all(len(fingerprint) == 20 for fingerprint in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<h1>", "\n\n<!-- a note -->\n<h1>"),
        ("Please", "Please,\n   dear reader,"),
        ("click here", "click\n here"),
        ("\n", "\r\n"),
        ("<p>", "<p class='x'>"),
        ("<h2>", "<p>New words stand here.</p><h2>"),
        ("You have hypertension", "You may have hypertension"),
    ],
)
def test_identities_stay_when_lines_move_and_text_is_wrapped_anew(old: str, new: str) -> None:
    assert old in PAGE
    assert identities(PAGE.replace(old, new)) == identities(PAGE)


def test_identities_are_those_of_the_words_whatever_the_file(tmp_path: object) -> None:
    assert identities(PAGE, "b.html") == identities(PAGE)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("<h2>Pills</h2>", "<h2>Tablets</h2>", {2, 3, 4}),
        ("<h1>Your heart</h1>", "<h1>Your care</h1>", {0, 1}),
        ("hypertension", "edema", {0}),
        ('src="a.png"', 'src="b.png"', {4}),
    ],
)
def test_another_heading_or_other_words_make_another_identity(
    old: str, new: str, changed: set[int]
) -> None:
    before, after = identities(PAGE), identities(PAGE.replace(old, new))
    assert {i for i in range(5) if before[i] != after[i]} == changed


def test_of_twins_the_first_keep_their_identities_when_one_comes_behind() -> None:
    more = PAGE.replace("</p>\n<img", ' and <a href="/q">click here</a></p>\n<img')
    before, after = identities(PAGE), identities(more)
    assert len(after) == len(before) + 1
    assert set(before) < set(after)
