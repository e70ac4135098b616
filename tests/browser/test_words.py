"""What plainlang says for rules of axe is plain."""

from __future__ import annotations

import string

import pytest

import plainlang
from plainlang.browser.wording import words

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
