"""A table of many words that need not be read: a word's value stands on one of a few thousand shelves.

To read a dictionary of all the words from a file takes ten milliseconds and as many megabytes. Of
shelves one is read at a time, where they lie, and to look a word up takes about a microsecond. May not
know what the values mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from struct import Struct
from zlib import crc32

from plainlang.resources import Stored

_NUMBER = 2048  # of shelves; a checksum, which is the same in each process, fills them evenly
_ANY = "surrogatepass"
_STARTS = Struct(f"<{_NUMBER + 1}I")  # where each shelf starts, and where the last one ends
_start_and_end = Struct("<2I").unpack


def shelve(values: Iterable[tuple[str, str]]) -> bytes:
    """Return the shelves that hold `(word, value)`; no word or value may hold a tab or a line break."""
    lines: list[list[bytes]] = [[] for _ in range(_NUMBER)]
    for word, value in values:
        key = word.encode(errors=_ANY)
        lines[crc32(key) % _NUMBER].append(b"\n%b\t%b" % (key, value.encode(errors=_ANY)))
    shelves = [b"".join([*shelf, b"\n"]) for shelf in lines]
    starts = accumulate(map(len, shelves), initial=_STARTS.size)
    return b"".join([_STARTS.pack(*starts), *shelves])


def look_up(shelves: Stored, word: str) -> str:
    """Return the value of exactly this `word`; "" for one that is not there, or without shelves."""
    if not shelves:
        return ""
    key = word.encode("utf-8", _ANY)
    number = crc32(key) % _NUMBER * 4
    start, end = _start_and_end(shelves[number : number + 8])
    shelf = shelves[start:end]
    at = shelf.find(b"\n" + key + b"\t")
    if at < 0:
        return ""
    at += len(key) + 2
    return shelf[at : shelf.index(b"\n", at)].decode(errors=_ANY)


def every(shelves: bytes) -> Iterator[tuple[str, str]]:
    """Yield all words with their values."""
    for line in shelves[_STARTS.size :].decode(errors=_ANY).split("\n"):
        if line:
            word, _, value = line.partition("\t")
            yield word, value


def words_with(shelves: bytes, part: str) -> Iterator[str]:
    """Yield the words whose lines hold a text."""
    wanted = part.encode(errors=_ANY)
    at = shelves.find(wanted, _STARTS.size)
    while at >= 0:
        start = shelves.rindex(b"\n", 0, at) + 1
        yield shelves[start : shelves.index(b"\t", start)].decode(errors=_ANY)
        at = shelves.find(wanted, at + 1)
