"""The text of one block while it grows: blanks collapsed, each piece tied to its place.

Knows runs of markup and their offsets; it knows no element and does not decide where a block ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from plainlang.language.passage import Mark
from plainlang.page.sourcemap import Piece, SourceMap
from plainlang.page.template import NOTHING, UNKNOWN
from plainlang.page.tree import BLANK
from plainlang.patterns import compile_pattern

# A paragraph of more characters is read in parts: what looks at one often looks at all of it for
# each word that it finds. The longest on a real page had 8,000.
LONGEST = 10_000
LIGHT = "light"  # the mark of text that is not bold in the midst of bold text; no block keeps it
_BLANKS = compile_pattern(" +")
_BETWEEN = compile_pattern(r"(?:<[^>]*>|[^ \t\n\r\f<])*([ \t\n\r\f]+)")
# Where a word may or may not be broken: soft hyphen, zero width space, word joiner, byte order mark.
# Readers see no sign there, so words and labels are compared without (Unicode Annex 14, 5).
BREAK_HINTS = dict.fromkeys(map(ord, f"\u00ad\u200b{NOTHING}\ufeff"))
_SIGNS = (UNKNOWN, *map(chr, BREAK_HINTS))
_APART = compile_pattern(f"{UNKNOWN}+|[{''.join(_SIGNS[1:])}]+")


def parted(text: str, start: int, end: int, room: int) -> Iterator[tuple[str, int, int]]:
    """Yield a stretch of text in parts, the first of which fits `room`, the others a block.

    They end behind sentences, else words. One of an entity is never parted.
    """
    at = 0
    while len(text) == end - start and len(text) - at > room:
        stop = max(text.rfind(f"{mark} ", at, at + room) for mark in ".?!") + 1
        stop = stop or max(text.rfind(blank, at, at + room) for blank in " \n") + 1
        if stop or room == LONGEST:
            stop = stop or at + room
            yield text[at:stop], start + at, start + stop
            at = stop
        room = LONGEST
    yield text[at:], start + at, end


class OpenMark:
    """A mark whose element is still open, and where it began in the text being built."""

    __slots__ = ("mark", "start")

    def __init__(self, mark: Mark, start: int) -> None:
        self.mark = mark
        self.start = start


class TextBuilder:
    """Collects the text of one block, its pieces and its marks.

    `gap` is the blank that is due when more text comes; `at` is the markup offset behind the last
    text.
    """

    def __init__(self, markup: str, sources: SourceMap) -> None:
        self._markup = markup
        self._map = sources
        self._is_source = sources.is_identity
        self.clear()

    def clear(self) -> None:
        self.texts: list[str] = []
        self.pieces: list[Piece] = []
        self.marks: list[Mark] = []
        self.length = 0
        self.gap = ""
        self.at = 0

    def blank(self) -> None:
        """Let a blank stand before the text that comes, if none is due and no line begins there."""
        if not self.gap and (not self.texts or self.texts[-1] != "\n"):
            self.gap = " "

    def break_line(self) -> None:
        """Let the text that comes stand on a new line."""
        if self.length:
            self.trim()
            self.gap = "\n"

    def is_at_empty_line(self) -> bool:
        """Tell whether a new line has no text yet; fixed blanks, which only keep it open, are dropped."""
        texts = self.texts
        if len(texts) > 1 and texts[-2] == "\n" and texts[-1].isspace():
            self._shorten(len(texts.pop()))
        return texts[-1] == "\n"

    def stretch(self, text: str, start: int, end: int, pre: bool) -> None:
        """Append what one piece of markup says, its blanks collapsed unless `pre`."""
        if not text.isascii() and any(map(text.count, _SIGNS)):
            self._in_parts(text, start, pre)
            return
        if pre:
            self.put(text, start, end)
            return
        if len(text) != end - start:  # an entity
            if text.strip(BLANK):
                self.put(text, start, end)
            else:
                self.blank()
            return
        body = text.rstrip(BLANK)
        stop = len(body)
        at = stop - len(body.lstrip(BLANK))
        if at:
            self.blank()
        flat = body.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\f", " ")
        while (gap := flat.find("  ", at)) >= 0:
            self.put(flat[at:gap], start + at, start + gap)
            self.gap = " "
            at = _BLANKS.match(flat, gap).end()  # type: ignore[union-attr]
        if at < stop:
            self.put(flat[at:], start + at, start + stop)
        if stop < len(text):
            self.blank()

    def _in_parts(self, text: str, start: int, pre: bool) -> None:
        """Append a piece without what says nothing; what a template says is marked as unknown."""
        at = 0
        for match in _APART.finditer(text):
            if match.start() > at:
                self.stretch(text[at : match.start()], start + at, start + match.start(), pre)
            if match[0][0] == UNKNOWN:
                here = self.length
                self.put(UNKNOWN, start + match.start(), start + match.end())
                self.marks.append(Mark("unknown", here, self.length))
            at = match.end()
        if at < len(text):
            self.stretch(text[at:], start + at, start + len(text), pre)

    def put(self, text: str, start: int, end: int) -> None:
        """Append text that comes from `markup[start:end]`, after the blank that is due."""
        if self.gap:
            if self.length:
                self._append(self.gap, *self._blank(self.at, start))
            self.gap = ""
        self._append(text, start, end)

    def _blank(self, start: int, end: int) -> tuple[int, int]:
        """Find the blank between two texts that are not neighbours in the markup."""
        if start >= end:
            return start, start
        found = _BETWEEN.match(self._markup, start, end) if end - start > 1 else None
        return (found.start(1), found.end(1)) if found else (start, end)

    def _append(self, text: str, start: int, end: int) -> None:
        length = self.length
        self.length = stop = length + len(text)
        if self._is_source:
            self.pieces.append(Piece(length, stop, start, end))
        elif len(text) == end - start:
            for a, b, s, e in self._map.cut(start, end):
                self.pieces.append(Piece(length + a, length + b, s, e))
        else:
            self.pieces.append(Piece(length, stop, *self._map.span(start, end)))
        self.texts.append(text)
        self.at = end

    def close(self, opened: OpenMark) -> None:
        """Keep an open mark for what it covers of the text so far."""
        if opened.start < self.length:
            kind, _, _, value = opened.mark
            self.marks.append(Mark(kind, opened.start, self.length, value))

    def trim(self) -> None:
        """Take blanks off the end of the text."""
        while self.texts:
            last = self.texts[-1]
            kept = last.rstrip(BLANK)
            if kept == last:
                return
            self._shorten(len(last) - len(kept))
            if kept:
                self.texts[-1] = kept
                return
            self.texts.pop()

    def _shorten(self, drop: int) -> None:
        self.length -= drop
        while self.pieces and self.pieces[-1].start >= self.length:
            self.pieces.pop()
        if self.pieces and self.pieces[-1].end > self.length:
            piece = self.pieces[-1]
            cut = piece.end - self.length if piece.linear else 0
            self.pieces[-1] = Piece(
                piece.start, self.length, piece.source_start, piece.source_end - cut
            )

    def tidy_marks(self, text: str) -> tuple[Mark, ...]:
        """Return the marks in order, without the blanks of `text` at their edges."""
        kept = []
        lights = sorted((m for m in self.marks if m.kind == LIGHT), key=lambda m: (m.start, -m.end))
        marks = _without_light(self.marks, lights) if lights else self.marks
        for kind, start, end, value in marks:
            end = min(end, len(text))
            while start < end and text[start].isspace():
                start += 1
            while start < end and text[end - 1].isspace():
                end -= 1
            if start < end:
                kept.append(Mark(kind, start, end, value))
        return tuple(sorted(kept, key=lambda m: (m.start, -m.end)) if len(kept) > 1 else kept)


def _without_light(marks: list[Mark], lights: list[Mark]) -> Iterator[Mark]:
    """Yield marks; what is bold ends where it is not, and goes on behind."""
    for mark in marks:
        if mark.kind == LIGHT:
            continue
        start = mark.start
        for light in lights if mark.kind == "strong" else ():
            if start <= light.start < mark.end:
                yield Mark("strong", start, light.start)
                start = light.end
        yield Mark(mark.kind, start, mark.end, mark.value)
