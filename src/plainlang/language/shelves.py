"""A table of many words that is read in no time: a word's value stands on one of a few thousand texts.

To read a dictionary of all the words from a file takes ten milliseconds, these texts less than one; to
look a word up takes less than a microsecond. May not know what the values mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

_NUMBER = 2048  # of shelves; a checksum, which is the same in each process, fills them evenly
_ANY = "surrogatepass"


def shelve(values: Iterable[tuple[str, str]]) -> list[str]:
    """Return the shelves that hold `(word, value)`; no value may hold a line break."""
    lines: list[list[str]] = [[] for _ in range(_NUMBER)]
    for word, value in values:
        lines[crc32(word.encode(errors=_ANY)) % _NUMBER].append(f"\n{word}\t{value}")
    return ["".join([*shelf, "\n"]) for shelf in lines]


def look_up(shelves: Sequence[str], word: str) -> str:
    """Return the value of exactly this `word`; "" for one that is not there, or without shelves."""
    if not shelves:
        return ""
    shelf = shelves[crc32(word.encode(errors=_ANY)) % _NUMBER]
    at = shelf.find(f"\n{word}\t")
    if at < 0:
        return ""
    at += len(word) + 2
    return shelf[at : shelf.index("\n", at)]
