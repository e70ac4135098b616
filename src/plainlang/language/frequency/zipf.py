"""How common a word is, on the Zipf scale, read from the data files of the package `wordfreq`.

Only its data is used: importing `wordfreq` itself costs more than everything else here together.
Its small lists hold the words that occur at least once in a million; a rarer word has Zipf 0 here,
as it has in `wordfreq`. May not know sentences, grades or pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from plainlang.errors import PlainlangError
from plainlang.language.frequency.shelves import look_up, shelve
from plainlang.language.subtags import primary
from plainlang.resources import Stored, library_file, stored

# Zipf 3 is once in a million words, the least common word that the small lists hold.
RAREST_LISTED = 3.0

_KIND = "frequency"


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
    if (found := look_up(_shelves(language), word)) or word.isalpha():
        return int(found or 0) / 100
    if word.endswith(("'s", "s'")):
        return _zipf(word[:-2] if word[-1] == "s" else word[:-1], language)
    for mark in "-–‑/":
        if mark in word.strip(mark):
            parts = [part for part in word.split(mark) if part]
            return min((_zipf(part, language) for part in parts), default=0.0)
    if any(c.isdigit() for c in word):
        # The lists write every digit of a longer number as 0.
        word = "".join("0" if c.isdigit() else c for c in word)
        return int(look_up(_shelves(language), word) or 0) / 100
    return 0.0


def data_folder() -> Path | None:
    """Return where the lists of `wordfreq` lie; None where it is not installed."""
    file = library_file("wordfreq")
    return None if file is None else file.with_name("data")


@lru_cache(maxsize=64)
def _file(language: str) -> Path | None:
    folder = data_folder()
    if folder is None:
        raise PlainlangError("The package wordfreq is not installed; its word lists are needed.")
    if not (language.isascii() and language.isalpha()):
        return None
    file = folder / f"small_{language}.msgpack.gz"
    return file if file.is_file() else None


@lru_cache(maxsize=8)
def _shelves(language: str) -> Stored:
    if (base := primary(language)) != language:
        return _shelves(base)
    file = _file(language)
    return b"" if file is None else stored(_KIND, [file], _build)


def _build(contents: list[bytes]) -> bytes:
    """Turn one of wordfreq's lists into the centibels of Zipf of its words, as text."""
    return shelve((word, str(zipf)) for zipf, words in read_list(contents[0]) for word in words)


def read_list(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the words of one of wordfreq's lists ("cBpack"), by their Zipf in centibels, highest first."""
    import gzip

    import msgpack  # type: ignore[import-untyped]

    header, *levels = msgpack.loads(gzip.decompress(content))
    if header.get("format") != "cB" or header.get("version") != 1:
        raise ValueError(f"word frequencies in an unknown format: {header!r}")
    # A level's number is its distance in centibels below a probability of 1, Zipf 9.
    for below, words in enumerate(levels):
        yield 900 - below, words
