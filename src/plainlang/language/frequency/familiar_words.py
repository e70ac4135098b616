"""Which words nearly every reader knows, and which small words tell a personal text from a dry one.

English: the 3,000 words of Dale and Chall, known to 80 % of American pupils in grade 4 (Chall and
Dale 1995, Readability Revisited). The list is read from the installed package `textstat`, which
carries it, without importing that package. Spanish has no such list: a word is familiar there when
it is common. May not know sentences, grades or pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from plainlang.errors import PlainlangError
from plainlang.language.frequency.zipf import zipf
from plainlang.resources import compiled, library_file

# Once in a hundred thousand words: Spanish spreads a word over more forms than English does.
_COMMON_IN_SPANISH = 4.0
# What is rarer is no English word of two to five letters that a compound begins with.
_NO_WORD = 4.05

# Words for the people that a text speaks of or to. A text that uses them tells or advises.
PEOPLE: dict[str, frozenset[str]] = {
    "en": frozenset(
        "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his"
        " himself she her hers herself they them their theirs themselves someone anyone everyone"
        " who".split()
    ),
    "es": frozenset(
        # "lo", "la" and "se" are left out: they are articles or impersonal far more often.
        "yo me mi mis mí conmigo nosotros nosotras nos nuestro nuestra nuestros nuestras tú te ti tu"
        " tus contigo usted ustedes él ella ellos ellas le les su sus alguien quien quienes".split()
    ),
}

# Prepositions that tie one noun to the next. "To" is left out: it mostly marks a verb.
PREPOSITIONS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "of in by for with on at from into through during between among within without under over"
        " upon against about after before since until per via across toward towards despite".split()
    ),
    "es": frozenset(
        "de del en por para con sin sobre entre desde hasta hacia según durante mediante contra"
        " ante bajo tras vía".split()
    ),
}


def is_familiar(word: str, language: str = "en") -> bool:
    """Tell whether nearly every adult reader knows the lower-case `word`.

    English follows the instructions to the Dale-Chall formula: a listed word, its possessive, its
    regular inflections (-s, -es, -ies, -ed, -ied, -ing, -er, -est), a contraction, a number, an
    abbreviation with points and a compound of such words are familiar; so are web and mail addresses. textstat takes the list as it is, without inflections.
    """
    word = word.replace("’", "'")
    if len(word) < 2 or word[0].isdigit() or "." in word or "@" in word:
        return True
    if language == "es":
        return max(map(_spanish_zipf, (word, *base_forms(word, "es")))) >= _COMMON_IN_SPANISH
    listed = _list()
    if word in listed or not listed.isdisjoint(base_forms(word)):
        return True
    if word.isalpha():
        return False
    for mark in "-–‑/":
        if mark in word.strip(mark):
            return all(is_familiar(part) for part in word.split(mark) if part)
    return False


def is_respelling(word: str) -> bool:
    """Tell whether `word` shows how another is said, as "kon-JEN-ih-tal" does.

    Three or more short syllables, some of them in capitals; of three, one is no word.
    """
    parts = word.split("-")
    small = [part for part in parts if part.islower()]
    if len(parts) < 3 or not 0 < len(small) < len(parts) or not word.replace("-", "").isalpha():
        return False
    if any(len(part) > 5 for part in small):
        return False
    if not all(part.islower() or part.isupper() for part in parts):
        return False
    return len(parts) > 3 or any(zipf(part, "en") < _NO_WORD for part in small)


def base_forms(word: str, language: str = "en") -> Iterator[str]:
    """Yield the words that the lower-case `word` may be a regular inflection of."""
    if language == "es":
        from plainlang.language.frequency.spanish_bases import spanish_bases

        yield from spanish_bases(word)
        return
    if "'" in word:
        word, _, ending = word.partition("'")
        yield word
        if ending == "t" and word.endswith("n"):
            yield word[:-1]
    if not word.endswith(_ENDINGS):
        return
    for suffix, replacements in _ENGLISH:
        if not word.endswith(suffix) or len(word) < len(suffix) + 2:
            continue
        stem = word[: -len(suffix)]
        for replacement in replacements:
            yield stem + replacement
        if suffix in _DOUBLING and len(stem) > 2 and stem[-1] == stem[-2]:
            yield stem[:-1]


_ENGLISH = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("iest", ("y",)),
    ("ier", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("est", ("", "e")),
    ("er", ("", "e")),
)
_ENDINGS = tuple(suffix for suffix, _ in _ENGLISH)
_DOUBLING = ("ed", "ing", "est", "er")


def _spanish_zipf(word: str) -> float:
    return zipf(word, "es")


@lru_cache(maxsize=1)
def _list() -> frozenset[str]:
    library = library_file("textstat")
    if library is None:
        raise PlainlangError("The package textstat is not installed; its word list is needed.")
    file = library.parent / "resources" / "en" / "easy_words.txt"
    try:
        return compiled("familiar", [file], _build)
    except OSError as error:
        raise PlainlangError(f"The word list of textstat cannot be read: {error}") from error


def _build(contents: list[bytes]) -> frozenset[str]:
    return frozenset(contents[0].decode("utf-8").split())
