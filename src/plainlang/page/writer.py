"""Markup made of a source, piece by piece, and the map back to the source.

Knows no format: those who write say which stretch of the source each part comes from.
"""

from __future__ import annotations

from plainlang.page.sourcemap import Piece, SourceMap
from plainlang.page.tree import escape
from plainlang.patterns import compile_pattern

_SPECIAL = compile_pattern(r'[&<>"]')


class MarkupWriter:
    """Collects markup and the pieces that say where it came from."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0

    def put(self, text: str, start: int, end: int) -> None:
        """Append `text`, which comes from `source[start:end]`."""
        if text:
            self.pieces.append(Piece(self.length, self.length + len(text), start, end))
            self.parts.append(text)
            self.length += len(text)

    def text(self, text: str, start: int, end: int) -> None:
        """Append text in which `&`, `<` and `>` mean themselves."""
        if len(text) != end - start:
            self.put(escape(text), start, end)
            return
        at = 0
        for match in _SPECIAL.finditer(text):
            i = match.start()
            self.put(text[at:i], start + at, start + i)
            self.put(escape(text[i]), start + i, start + i + 1)
            at = i + 1
        self.put(text[at:], start + at, end)

    def replace(self, index: int, text: str) -> None:
        """Put other text in the place of a part, and move what stands behind it."""
        shift = len(text) - len(self.parts[index])
        self.parts[index] = text
        first, *behind = self.pieces[index:]
        self.pieces[index:] = [
            first._replace(end=first.end + shift),
            *(p._replace(start=p.start + shift, end=p.end + shift) for p in behind),
        ]
        self.length += shift

    def markup(self) -> str:
        return "".join(self.parts)

    def map(self, newlines: SourceMap) -> SourceMap:
        """Return the map to the source before `newlines` made its line ends alike."""
        if newlines.is_identity:
            return SourceMap(self.pieces)
        return SourceMap([p for piece in self.pieces for p in _through(piece, newlines)])


def _through(piece: Piece, newlines: SourceMap) -> list[Piece]:
    """Map one piece on; a linear one is cut where a line end of two characters makes it uneven."""
    if not piece.linear:
        return [Piece(piece.start, piece.end, *newlines.span(piece.source_start, piece.source_end))]
    return [
        Piece(piece.start + a, piece.start + b, start, end)
        for a, b, start, end in newlines.cut(piece.source_start, piece.source_end)
    ]
