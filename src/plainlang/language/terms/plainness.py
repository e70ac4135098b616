"""How common the words of a phrase are, to compare an explanation with what it explains.

May not judge what a phrase means.
"""

from __future__ import annotations

from functools import lru_cache

from plainlang.language.frequency.zipf import zipf
from plainlang.language.subtags import primary
from plainlang.language.terms.jargon import is_everyday
from plainlang.patterns import compile_pattern

# The words of a phrase, compounds and contractions whole.
WORDS = compile_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_EVERYDAY = 4.0  # a word on the list of everyday words counts as this common, at least


@lru_cache(maxsize=4096)
def plainness(text: str, language: str) -> float:
    """Return how common the content words are, in Zipf: the mean of the rarest two."""
    language = primary(language)
    rates = sorted(
        _rate(w.lower().removeprefix("non").lstrip("-"), language)
        for w in WORDS.findall(text)
        if len(w) > 2
    )
    if not rates:
        return 6.0
    return sum(rates[:2]) / len(rates[:2])


def _rate(word: str, language: str) -> float:
    common = min(zipf(word, language), 5.5)
    if common < _EVERYDAY and language == "es" and is_everyday(word, language):
        return _EVERYDAY
    return common
