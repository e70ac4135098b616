"""HTML markup to a tree whose every text node knows its place in the markup.

turbohtml locates tags but no text. So the markup is tokenized, each text run is replaced by a
private-use marker and padding of the same length (the *shadow*), and the shadow is parsed: the
marker says which run a text node holds, wherever the tree builder moved it. The tree is the one of a
browser that runs scripts: what `noscript` holds is no markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import turbohtml

from plainlang.findings import LineIndex
from plainlang.page.sourcemap import Piece
from plainlang.patterns import compile_pattern

_FIRST = 0xF0000  # plane 15 and 16 private use: the marker of run n is chr(_FIRST + n % _MARKERS)
_MARKERS = 0x10FFFD - _FIRST
_PAD = "\ue000"
_MARKER = compile_pattern("[\U000f0000-\U0010fffd]")
_MARKED = compile_pattern("[\U000f0000-\U0010fffd]\ue000*")
_BLANK = " \t\n\r\f"
_RAW = frozenset({"script", "style", "iframe", "noembed", "noframes", "noscript"})
_FORMATTING = "a, b, big, code, em, font, i, nobr, s, small, strike, strong, tt, u"
_NO_TAG = "</>"  # the one piece of markup that leaves no token behind (HTML Standard 13.2.5.7)
_TEXT, _START, _END, _COMMENT, _DOCTYPE, _REFERENCE = range(6)


class Run(NamedTuple):
    """A stretch of markup that is text: what it says, and the pieces of markup that say it.

    A run of one linear piece has `pieces` None.
    """

    start: int
    end: int
    text: str
    pieces: tuple[Piece, ...] | None

    def parts(self) -> Iterable[tuple[str, int, int]]:
        """Return each part of the text with the start and end of its markup."""
        if self.pieces is None:
            return ((self.text, self.start, self.end),)
        return [(self.text[a:b], start, end) for a, b, start, end in self.pieces]


class Parsed(NamedTuple):
    """A located tree; `runs` says, for a text node, at which offset of its data which run lies."""

    tree: Any
    runs: dict[Any, list[tuple[int, Run]]]
    comments: list[tuple[str, int, int]]
    is_document: bool


def parse(markup: str) -> Parsed:
    """Parse HTML (line ends are `\\n`, no NUL in it) into a located tree."""
    runs: list[Run] = []
    comments: list[tuple[str, int, int]] = []
    is_document = _tokenize(markup, runs, comments)
    out: list[str] = []
    at = 0
    rest = markup
    if _MARKER.search(markup):  # characters of icon fonts, as in a style, must not pass for markers
        rest = _MARKER.sub("\ufffd", markup)
    for number, (start, end, _, _) in enumerate(runs):
        out.append(rest[at:start])
        out.append(chr(_FIRST + number % _MARKERS))
        if end - start > 1:
            out.append(_PAD * (end - start - 1))
        at = end
    out.append(rest[at:])
    tree = turbohtml.parse("".join(out), source_locations=True, scripting=True)
    found = _restore(tree, runs)
    if "shadowrootmode" in markup or "SHADOWROOTMODE" in markup:
        for root in _shadow_roots(tree):
            found |= _restore(root, runs)
    return Parsed(tree, found, comments, is_document)


def _shadow_roots(tree: Any) -> Iterator[Any]:
    """Yield the trees of web components (HTML Standard 4.12.3), which no walk of a tree enters."""
    for node in tree.descendants:
        root = getattr(node, "shadow_root", None)
        if root is not None:
            yield root
            yield from _shadow_roots(root)


def _restore(tree: Any, runs: list[Run]) -> dict[Any, list[tuple[int, Run]]]:
    """Give the text nodes of the shadow source their text back, and note which runs each holds."""
    found: dict[Any, list[tuple[int, Run]]] = {}
    lap = 0  # runs beyond the number of markers count on
    last = 0
    for node in tree.descendants:
        if type(node) is not turbohtml.Text:
            continue
        data = node.data
        if _MARKED.search(data) is None:
            continue
        held: list[tuple[int, Run]] = []
        parts: list[str] = []
        at = length = 0
        for match in _MARKED.finditer(data):
            if match.start() > at:
                parts.append(data[at : match.start()])
                length += match.start() - at
            number = ord(match[0][0]) - _FIRST
            if number < last - _MARKERS // 2:
                lap += _MARKERS
            last = number
            run = runs[min(number + lap, len(runs) - 1)]
            held.append((length, run))
            parts.append(run.text)
            length += len(run.text)
            at = match.end()
        parts.append(data[at:])
        node.data = "".join(parts)
        found[node] = held
    return found


def _tokenize(markup: str, runs: list[Run], comments: list[tuple[str, int, int]]) -> bool:
    """Collect the text runs and comments of `markup`; tell whether it is a whole document."""
    lines = LineIndex(markup)
    in_raw = is_document = False
    has_no_tags = _NO_TAG in markup
    pieces: list[Piece] = []
    texts: list[str] = []
    length = start = end = 0

    def finish() -> None:
        nonlocal length, end
        if not texts:
            return
        _add_run(start, end, "".join(texts), pieces, runs)
        texts.clear()
        pieces.clear()
        length = 0

    for token in turbohtml.tokenize(markup, resolve_references=False, capture_source=True):
        kind = token.type
        if kind in (_TEXT, _REFERENCE):
            offset = lines.line_start(token.line) + token.col
            text = token.data or ""
            size = len(token.source) if kind == _REFERENCE and token.source else len(text)
            if in_raw:
                continue
            if texts and offset != end:
                finish()
            if not texts:
                start = offset
            if has_no_tags and kind == _TEXT and not markup.startswith(text, offset):
                end = _add_around_no_tags(markup, text, offset, length, pieces)
                texts.append(text)
                length += len(text)
                continue
            end = offset + size
            # A reference without semicolon may end in letters that stand for themselves.
            tail = 0 if kind == _TEXT or len(text) == 1 else _common_end(text, token.source or "")
            head = len(text) - tail
            pieces.append(Piece(length, length + head, offset, end - tail))
            if tail:
                pieces.append(Piece(length + head, length + len(text), end - tail, end))
            texts.append(text)
            length += len(text)
            continue
        finish()
        if kind == _START:
            tag = token.tag
            in_raw = tag in _RAW
            is_document = is_document or tag == "html"
        elif kind == _END:
            in_raw = False
        elif kind == _COMMENT:
            offset = lines.line_start(token.line) + token.col
            size = len(token.source or "")
            comments.append((token.data or "", offset, offset + size))
        elif kind == _DOCTYPE:
            is_document = True
    finish()
    return is_document


def _add_around_no_tags(
    markup: str, text: str, offset: int, length: int, pieces: list[Piece]
) -> int:
    """Add the pieces of a text in which `</>` stands, which says nothing; return where it ends."""
    done = 0
    while done < len(text):
        while markup.startswith(_NO_TAG, offset):
            offset += len(_NO_TAG)
        stop = markup.find(_NO_TAG, offset)
        size = min(len(text) - done, stop - offset if stop >= 0 else len(text))
        pieces.append(Piece(length + done, length + done + size, offset, offset + size))
        done += size
        offset += size
    return offset


def originals_of(tree: Any) -> dict[Any, Any]:
    """Return the copies of marks, each with the element whose tag it was made of.

    Marks that are closed too late are copied into what follows (HTML Standard 13.2.4.3).
    """
    found: dict[Any, Any] = {}
    written: dict[tuple[str, str], Any] = {}
    for node in tree.select(_FORMATTING):
        key = node.tag, repr(node.attrs)
        if node.source_location is not None:
            written[key] = node
        elif key in written:
            found[node] = written[key]
    return found


def _common_end(text: str, source: str) -> int:
    """Return how many characters `text` and `source` have in common at their ends."""
    size = 0
    while size < len(text) - 1 and text[-1 - size] == source[-1 - size]:
        size += 1
    return size


def _add_run(start: int, end: int, text: str, pieces: list[Piece], runs: list[Run]) -> None:
    """Add a run without its leading blanks: the tree builder must see those as they are."""
    body = text.lstrip(_BLANK)
    if not body:
        return
    if len(pieces) == 1 and pieces[0].linear:
        runs.append(Run(end - len(body), end, body, None))
        return
    lead = len(text) - len(body)
    kept: list[Piece] = []
    for piece in pieces:
        if piece.end <= lead:
            continue
        cut = max(0, lead - piece.start)
        kept.append(
            Piece(
                piece.start + cut - lead,
                piece.end - lead,
                piece.source_start + (cut if piece.linear else 0),
                piece.source_end,
            )
        )
    runs.append(Run(kept[0].source_start, end, body, tuple(kept)))
