"""How common a word is, on the Zipf scale, read from the data files of the package `wordfreq`.

Only its data is used: importing `wordfreq` itself costs more than everything else here together.
Its small lists hold the words that occur at least once in a million; a rarer word has Zipf 0 here,
as it has in `wordfreq`. May not know sentences, grades or pages.
"""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path

from plainlang.errors import PlainlangError
from plainlang.language.subtags import primary
from plainlang.resources import compiled

# Zipf 3 is once in a million words, the least common word that the small lists hold.
RAREST_LISTED = 3.0

_KIND = "frequency-1"


def zipf(word: str, language: str = "en") -> float:
    """Return how common `word` is: 7.7 for "the", 3.6 for "chemotherapy", 0.0 when not listed.

    The unit is Zipf: the logarithm to base 10 of the occurrences in a billion words (van Heuven et
    al. 2014, Quarterly Journal of Experimental Psychology 67, doi:10.1080/17470218.2013.850521);
    3.0 is once in a million, and whatever is rarer counts as 0.0. Letter case does not matter. A
    possessive counts as its owner ("doctor's" as "doctor"), a compound as its rarest part
    ("platinum-based" as "platinum"), a number as any number of as many digits.

    A language without a list gives 0.0 for every word; see `has_frequencies`.
    """
    return _zipf(word.lower(), language)


def has_frequencies(language: str) -> bool:
    """Tell whether word frequencies exist for `language` (a tag such as "en" or "es-MX")."""
    return _file(primary(language)) is not None


def _zipf(word: str, language: str) -> float:
    word = word.replace("’", "'")
    found = _listed(word, language)
    if found:
        return found
    if word.endswith(("'s", "s'")):
        return _zipf(word[:-2] if word[-1] == "s" else word[:-1], language)
    for mark in "-–‑/":
        if mark in word.strip(mark):
            parts = [part for part in word.split(mark) if part]
            return min((_zipf(part, language) for part in parts), default=0.0)
    if any(c.isdigit() for c in word):
        # The lists write every digit of a longer number as 0.
        return _listed("".join("0" if c.isdigit() else c for c in word), language)
    return 0.0


def _listed(word: str, language: str) -> float:
    """Return the Zipf value that the list has for exactly this lower-case `word`, or 0."""
    shelf = _shelves(primary(language)).get(word[:2])
    if shelf is None:
        return 0.0
    at = shelf.find(f"\n{word}\t")
    if at < 0:
        return 0.0
    at += len(word) + 2
    return int(shelf[at : at + 3]) / 100


@lru_cache(maxsize=8)
def _file(language: str) -> Path | None:
    # find_spec finds the package without running its code.
    spec = importlib.util.find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise PlainlangError("The package wordfreq is not installed; its word lists are needed.")
    if not (language.isascii() and language.isalpha()):
        return None
    file = Path(spec.origin).with_name("data") / f"small_{language}.msgpack.gz"
    return file if file.is_file() else None


@lru_cache(maxsize=8)
def _shelves(language: str) -> dict[str, str]:
    file = _file(language)
    return {} if file is None else compiled(_KIND, [file], _build)


def _build(contents: list[bytes]) -> dict[str, str]:
    """Turn wordfreq's "cBpack" into one text of `\\nword\\t773` lines for each two first letters.

    A dictionary of all the words takes 10 ms to read; these few texts take less than 1, and to look
    a word up in one of them takes a microsecond, which the callers remember.
    """
    import gzip

    import msgpack  # type: ignore[import-untyped]

    header, *levels = msgpack.loads(gzip.decompress(contents[0]))
    if header.get("format") != "cB" or header.get("version") != 1:
        raise ValueError(f"word frequencies in an unknown format: {header!r}")
    shelves: dict[str, list[str]] = {}
    for below, words in enumerate(levels):
        # A level's number is its distance in centibels below a probability of 1, Zipf 9.
        centibels = f"{900 - below:03d}"
        for word in words:
            shelves.setdefault(word[:2], []).append(f"\n{word}\t{centibels}")
    return {start: "".join(lines) for start, lines in shelves.items()}
