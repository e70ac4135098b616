"""What plainlang says for rules of axe is plain."""

from __future__ import annotations

import string

import pytest

import plainlang
from plainlang.browser.wording import for_finding, in_more_places, made_by_script, words
from plainlang.findings import Severity
from plainlang.rules.model import Rule

WORDS = words()
FILL = {"en": "word", "es": "palabra"}
CASES = [(name, language) for name in WORDS for language in ("en", "es")]


def told(name: str, language: str) -> dict[str, str]:
    own = WORDS[name] if language == "en" else WORDS[name]["es"]
    return {key: text for key, text in own.items() if isinstance(text, str)}


@pytest.mark.parametrize(("name", "language"), CASES)
def test_what_is_said_is_plain(name: str, language: str) -> None:
    class Plain(string.Formatter):
        def get_field(self, field_name: str, args: object, kwargs: object) -> tuple[str, str]:
            return FILL[language], field_name

    texts = [Plain().format(text) for text in told(name, language).values()]
    reading = plainlang.measure("\n\n".join(texts), language)
    assert reading.grade is not None
    assert reading.grade <= 8


@pytest.mark.parametrize("name", WORDS)
def test_all_is_said_in_both_languages(name: str) -> None:
    assert set(told(name, "en")) == set(told(name, "es")) >= {"message", "why", "fix"}
    for key, text in told(name, "en").items():
        fields = {f for _, f, _, _ in string.Formatter().parse(text) if f}
        other = {f for _, f, _, _ in string.Formatter().parse(told(name, "es")[key]) if f}
        assert fields == other


AXE = Rule("axe/some-rule", "structure", Severity.ERROR, "", "Axe finds it.", "Axe knows why.",
           "{advice}", (), ())  # fmt: skip
CONTRAST = {"contrastRatio": 2.1, "expectedContrastRatio": "4.5:1", "fgColor": "#aaa",
            "bgColor": "#fff"}  # fmt: skip


def said(name: str, *, review: bool = False, language: str = "en", **values: object) -> list[str]:
    rule = for_finding(AXE, name, review=review, values=values)
    return [rule.words(key, language) for key in ("message", "why", "fix")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_finding_that_there_are_plain_words_for_is_told_in_them(language: str) -> None:
    own = told("color-contrast", language)
    found = said("color-contrast", language=language, **CONTRAST)
    assert found == [own["message"], own["why"], own["fix"]]


def test_without_plain_words_or_what_they_need_axe_speaks_and_says_what_to_do() -> None:
    in_its_words = ["Axe finds it.", "Axe knows why.", "{advice}"]
    assert said("no-such-rule") == in_its_words
    assert said("color-contrast") == in_its_words
    assert said("color-contrast", **{**CONTRAST, "fgColor": None}) == in_its_words


def test_where_axe_is_not_sure_it_asks_to_look() -> None:
    own = told("color-contrast", "es")
    assert said("color-contrast", review=True, language="es") == [own["review"], own["why"], "{advice}"]  # fmt: skip
    message = told("target-size", "en")["message"]
    assert said("target-size", review=True)[0] == f"{message} The browser is not sure. Please look."
    assert said("no-such-rule", review=True)[0] == "Axe finds it. The browser is not sure. Please look."  # fmt: skip


def test_what_a_script_made_is_said_to_be_so() -> None:
    assert made_by_script("Flu.", "en-GB").startswith("Flu. A script made or changed it")
    assert made_by_script("Gripe.", "es-MX").startswith("Gripe. Un programa lo creó")
    assert made_by_script("Grippe.", "fr").startswith("Grippe. A script")


@pytest.mark.parametrize(
    ("more", "language", "end"),
    [
        (1, "en", "There is 1 more place like this on the page."),
        (2, "en", "There are 2 more places like this on the page."),
        (1, "es", "Hay 1 lugar más como este en la página."),
        (2, "es-MX", "Hay 2 lugares más como este en la página."),
    ],
)
def test_further_places_are_counted(more: int, language: str, end: str) -> None:
    assert in_more_places("Look.", more, language) == f"Look. {end}"
