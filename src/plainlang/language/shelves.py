"""A table of many words that need not be read: a word's value stands on one of a few thousand shelves.

To read a dictionary of all the words from a file takes ten milliseconds and as many megabytes. Shelves
are looked at where they lie, in a file that the system maps into memory, a small part at a time; to
look a word up takes less than a microsecond. May not know what the values mean.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from mmap import mmap
from struct import Struct
from zlib import crc32

Shelves = bytes | mmap

_NUMBER = 2048  # of shelves; a checksum, which is the same in each process, fills them evenly
_ANY = "surrogatepass"
_STARTS = Struct(f"<{_NUMBER + 1}I")  # where each shelf starts, and where the last one ends
_BOUNDS = Struct("<2I")


def shelve(values: Iterable[tuple[str, str]]) -> bytes:
    """Return the shelves that hold `(word, value)`; no value may hold a line break."""
    lines: list[list[bytes]] = [[] for _ in range(_NUMBER)]
    for word, value in values:
        key = word.encode(errors=_ANY)
        lines[crc32(key) % _NUMBER].append(b"\n%b\t%b" % (key, value.encode()))
    shelves = [b"".join([*shelf, b"\n"]) for shelf in lines]
    return _STARTS.pack(*accumulate(map(len, shelves), initial=_STARTS.size)) + b"".join(shelves)


def look_up(shelves: Shelves, word: str) -> str:
    """Return the value of exactly this `word`; "" for one that is not there, or without shelves."""
    if not shelves:
        return ""
    key = word.encode(errors=_ANY)
    start, end = _BOUNDS.unpack_from(shelves, crc32(key) % _NUMBER * 4)
    shelf = shelves[start:end]
    at = shelf.find(b"\n%b\t" % key)
    if at < 0:
        return ""
    at += len(key) + 2
    return shelf[at : shelf.index(b"\n", at)].decode()
