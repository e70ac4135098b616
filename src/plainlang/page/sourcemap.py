"""Piecewise maps from one text to another, by which every character finds its way to the source.

A piece says: this stretch of text comes from that stretch of the other text. Where both have the
same length the piece is *linear* (character by character); otherwise it is *atomic* (an entity, a
collapsed blank, a generated tag): every character in it comes from the whole stretch.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from plainlang.findings import Span
from plainlang.records import NamedTuple


class Piece(NamedTuple):
    """`text[start:end]` comes from `other[source_start:source_end]`."""

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def linear(self) -> bool:
        return self.end - self.start == self.source_end - self.source_start


class SourceMap:
    """Maps ranges of a generated or normalised text to ranges of the source.

    The pieces lie in text order, without overlap; what lies between two pieces comes from nowhere
    and maps to an empty span at the end of the piece before. `None` stands for the identity.
    """

    __slots__ = ("_ends", "_pieces", "_starts")

    def __init__(self, pieces: list[Piece] | None) -> None:
        self._pieces = pieces
        self._starts = [p.start for p in pieces] if pieces is not None else []
        self._ends = [p.end for p in pieces] if pieces is not None else []

    @property
    def is_identity(self) -> bool:
        return self._pieces is None

    def span(self, start: int, end: int) -> Span:
        """Return the source span of `text[start:end]`."""
        pieces = self._pieces
        if pieces is None:
            return Span(start, end)
        if not pieces:
            return Span(0, 0)
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end) - 1
        if first > last:  # empty, or wholly between two pieces
            if first < len(pieces) and pieces[first].start <= start:
                at = self._into(pieces[first], start)
            else:
                at = pieces[first - 1].source_end if first else pieces[0].source_start
            return Span(at, at)
        a, b = pieces[first], pieces[last]
        low = self._into(a, start) if a.linear and start > a.start else a.source_start
        high = self._into(b, end) if b.linear and end < b.end else b.source_end
        return Span(low, high) if low <= high else Span(a.source_start, a.source_end)

    @staticmethod
    def _into(piece: Piece, offset: int) -> int:
        if piece.linear:
            return piece.source_start + offset - piece.start
        return piece.source_start

    def cut(self, start: int, end: int) -> Iterator[Piece]:
        """Yield pieces that cover `text[start:end]`, with offsets counted from `start`."""
        if self._pieces is None:
            yield Piece(0, end - start, start, end)
            return
        at = start
        index = bisect_right(self._ends, start)
        while at < end:
            if index >= len(self._pieces) or self._pieces[index].start >= end:
                here = self.span(at, at).start
                yield Piece(at - start, end - start, here, here)
                return
            piece = self._pieces[index]
            if piece.start > at:
                here = self.span(at, at).start
                yield Piece(at - start, piece.start - start, here, here)
                at = piece.start
            stop = min(end, piece.end)
            if piece.linear:
                shift = piece.source_start - piece.start
                yield Piece(at - start, stop - start, at + shift, stop + shift)
            else:
                yield Piece(at - start, stop - start, piece.source_start, piece.source_end)
            at = stop
            index += 1


def normalise_newlines(source: str) -> tuple[str, SourceMap]:
    """Return `source` with `\\n` for every `\\r\\n` and lone `\\r`, and the map back."""
    if "\r" not in source:
        return source, SourceMap(None)
    out: list[str] = []
    pieces: list[Piece] = []
    at = length = 0
    while True:
        cr = source.find("\r\n", at)
        stop = len(source) if cr < 0 else cr
        if stop > at:
            out.append(source[at:stop].replace("\r", "\n"))
            pieces.append(Piece(length, length + stop - at, at, stop))
            length += stop - at
        if cr < 0:
            return "".join(out), SourceMap(pieces)
        out.append("\n")
        pieces.append(Piece(length, length + 1, cr, cr + 2))
        length += 1
        at = cr + 2
