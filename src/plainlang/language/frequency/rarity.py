"""How common the words are that are rarer than once in a million, from wordfreq's large lists.

`zipf` knows the others. The large list takes longer to read, so it is read only when a rare
word is met. May not judge words.
"""

from __future__ import annotations

from functools import lru_cache

from plainlang.language.frequency.shelves import look_up, shelve
from plainlang.language.frequency.zipf import data_folder, read_list, zipf
from plainlang.resources import Stored, stored

_KIND = "rarity"
_RAREST = 150  # centibels: Zipf 1.5, once in thirty million words
_COMMONEST = 310


def rare_zipf(word: str, language: str) -> float:
    """Return the Zipf frequency of lower-case `word` down to 1.5, 0.0 below; see `zipf`."""
    return zipf(word, language) or unlisted_zipf(word, language)


def unlisted_zipf(word: str, language: str) -> float:
    """Return the same of a lower-case word that `zipf` gives 0.0."""
    return int(look_up(_shelves(language), word) or 0) / 100


@lru_cache(maxsize=4)
def _shelves(language: str) -> Stored:
    folder = data_folder()
    if folder is None or not language.isalpha():
        return b""
    file = folder / f"large_{language}.msgpack.gz"
    return stored(_KIND, [file], _build) if file.is_file() else b""


def _build(contents: list[bytes]) -> bytes:
    """Turn one of wordfreq's lists into the centibels of Zipf of its rare words, as text."""
    return shelve(
        (word, str(zipf))
        for zipf, words in read_list(contents[0])
        if _RAREST <= zipf <= _COMMONEST
        for word in words
        if word.replace("-", "").isalpha()
    )
