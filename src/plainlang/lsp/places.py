"""Offsets of a source as an editor counts them: lines from 0, characters in units both agreed on.

Language Server Protocol 3.17, "Position": UTF-16 code units unless client and server agree on
another encoding. Knows no page and no protocol type.
"""

from __future__ import annotations

from plainlang.findings import LineIndex
from plainlang.records import NamedTuple


class Place(NamedTuple):
    """A line and a character on it, both from 0; the character counts units of an encoding."""

    line: int
    character: int


def units(text: str, encoding: str) -> int:
    """Return how many units of "utf-8", "utf-16" or "utf-32" a text has."""
    if text.isascii() or encoding == "utf-32":
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + sum(c > "\uffff" for c in text)


class Ruler:
    """Turns offsets (code points) of one source into places, and back."""

    __slots__ = ("_encoding", "_lines", "_source")

    def __init__(self, source: str, encoding: str) -> None:
        self._source = source
        self._encoding = encoding
        self._lines = LineIndex(source)

    def place(self, offset: int) -> Place:
        line, column = self._lines.position(offset)
        before = self._source[offset - column + 1 : offset]
        return Place(line - 1, units(before, self._encoding))

    def offset(self, place: Place) -> int:
        """Return the offset of a place; one behind the end of its line is that end."""
        if place.line >= len(self._lines):
            return len(self._source)
        start, end = self.line(place.line)
        left = place.character
        for at in range(start, end):
            left -= units(self._source[at], self._encoding)
            if left < 0:
                return at
        return end

    def line(self, number: int) -> tuple[int, int]:
        """Return where the line (from 0) starts and ends, without its line break."""
        start = self._lines.line_start(number + 1)
        last = number + 1 == len(self._lines)
        end = len(self._source) if last else self._lines.line_start(number + 2)
        return start, start + len(self._source[start:end].rstrip("\r\n"))
