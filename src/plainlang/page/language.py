"""The language of a page that declares none, told from its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

DEFAULT = "en"
_TWO_LETTERS = {"eng": "en", "spa": "es", "fra": "fr", "deu": "de", "por": "pt", "ita": "it",
                "nld": "nl", "rus": "ru", "vie": "vi", "cmn": "zh", "zho": "zh", "jpn": "ja",
                "kor": "ko", "arb": "ar", "ara": "ar", "tgl": "tl", "hat": "ht", "pol": "pl",
                "ukr": "uk", "hin": "hi", "pes": "fa", "tur": "tr", "cat": "ca", "swe": "sv", "dan": "da", "nob": "nb",
                "fin": "fi", "hun": "hu", "ron": "ro", "ces": "cs", "slk": "sk", "ell": "el", "heb": "he",
                "bul": "bg", "ind": "id", "lit": "lt", "lav": "lv", "slv": "sl", "mkd": "mk", "urd": "ur",
                "ben": "bn", "tam": "ta", "isl": "is", "zsm": "ms", "som": "so", "swh": "sw", "swa": "sw",
                "cym": "cy", "gle": "ga", "eus": "eu", "glg": "gl", "est": "et", "sqi": "sq", "afr": "af"}  # fmt: skip
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

    English and Spanish, the languages that plainlang knows, are told first by their most common
    words, then all the languages with a word list; the others by the trigrams of turbohtml.
    """
    if len(text) < _ENOUGH:
        return None
    words = text.lower().split()
    english = sum(w in _ENGLISH for w in words)
    spanish = sum(w in _SPANISH for w in words)
    if max(english, spanish) > 0.12 * len(words):
        return "en" if english >= spanish else "es"
    from plainlang.language.identify import has_word_list, tell

    if told := tell(text):
        return told
    from turbohtml.detect import detect_language

    found = detect_language(text)
    code = _TWO_LETTERS.get(found.language or "", found.language)
    # What word lists cannot tell is only believed for a language that has none.
    return None if code is None or has_word_list(code) or found.confidence < 0.5 else code


_ENGLISH = frozenset(
    "the of and to in is you that it for are with as your be on this have or by if can may from not".split()
)
_SPANISH = frozenset(
    "de la que el en y los del se las por un para con una su es al lo como más o puede si sus son".split()
)
