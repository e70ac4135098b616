"""The language of a page that declares none, told from its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

DEFAULT = "en"
_TWO_LETTERS = {"eng": "en", "spa": "es", "fra": "fr", "deu": "de", "por": "pt", "ita": "it",
                "nld": "nl", "rus": "ru", "vie": "vi", "cmn": "zh", "zho": "zh", "jpn": "ja",
                "kor": "ko", "arb": "ar", "ara": "ar", "tgl": "tl", "hat": "ht", "pol": "pl",
                "ukr": "uk", "hin": "hi", "pes": "fa", "tur": "tr"}  # fmt: skip
_ENOUGH = 120  # characters; below that the guess is worse than the default


class _HasText(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...


def primary_language(blocks: Iterable[_HasText]) -> str:
    """Return the language most of the text is in, `DEFAULT` when there is too little to tell."""
    sample: list[str] = []
    size = 0
    for block in blocks:
        if block.kind != "code" and len(block.text) > 25:
            sample.append(block.text)
            size += len(block.text)
            if size > 2000:
                break
    return identify("\n".join(sample)) or DEFAULT


def identify(text: str) -> str | None:
    """Return the language of `text` as a BCP 47 primary subtag, None when it cannot be told.

    Uses the trigram identifier that comes with turbohtml; English and Spanish, the languages
    that plainlang knows, are told first by their most common words.
    """
    if len(text) < _ENOUGH:
        return None
    words = text.lower().split()
    english = sum(w in _ENGLISH for w in words)
    spanish = sum(w in _SPANISH for w in words)
    if max(english, spanish) > 0.12 * len(words):
        return "en" if english >= spanish else "es"
    from turbohtml.detect import detect_language

    code = detect_language(text).language
    return _TWO_LETTERS.get(code, code) if code else None


_ENGLISH = frozenset(
    "the of and to in is you that it for are with as your be on this have or by if can may from not".split()
)
_SPANISH = frozenset(
    "de la que el en y los del se las por un para con una su es al lo como más o puede si sus son".split()
)
