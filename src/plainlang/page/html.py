"""HTML markup to a tree whose every text node knows its place in the markup.

turbohtml locates tags but no text. So the markup is tokenized, each text run is replaced by a
private-use marker and padding of the same length (the *shadow*), and the shadow is parsed: the
marker says which run a text node holds, wherever the tree builder moved it. The tree is the one of a
browser that runs scripts: what `noscript` holds is no markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plainlang.findings import LineIndex
from plainlang.page.sourcemap import Piece
from plainlang.page.tree import BLANK, Text, TokenType, tokenize
from plainlang.page.tree import parse as parse_tree
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_FIRST = 0xF0000  # plane 15 and 16 private use: the marker of run n is chr(_FIRST + n % _MARKERS)
_MARKERS = 0x10FFFD - _FIRST
_PAD = "\ue000"
_MARKER = compile_pattern("[\U000f0000-\U0010fffd]")
_MARKED = compile_pattern("[\U000f0000-\U0010fffd]\ue000*")
_RAW = frozenset({"script", "style", "iframe", "noembed", "noframes", "noscript"})
_FORMATTING = "a, b, big, code, em, font, i, nobr, s, small, strike, strong, tt, u"
_NO_TAG = "</>"  # the one piece of markup that leaves no token behind (HTML Standard 13.2.5.7)
_TEXT, _REFERENCE = TokenType.TEXT, TokenType.CHARACTER_REFERENCE
_START, _END = TokenType.START_TAG, TokenType.END_TAG
_COMMENT, _DOCTYPE = TokenType.COMMENT, TokenType.DOCTYPE


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


# For a text node: at which offset of its data which run lies.
_Held = dict[Any, list[tuple[int, Run]]]
# What a token says, where that begins and ends in the markup, and the reference that says it, if any.
_Said = tuple[str, int, int, str]


class Parsed(NamedTuple):
    """A located tree; `runs` says, for a text node, at which offset of its data which run lies.

    `roots` are the trees of web components that the markup holds, outer ones first.
    """

    tree: Any
    runs: _Held
    comments: list[tuple[str, int, int]]
    is_document: bool
    roots: tuple[Any, ...] = ()


def parse(markup: str) -> Parsed:
    """Parse HTML (line ends are `\\n`, no NUL in it) into a located tree."""
    runs: list[Run] = []
    comments: list[tuple[str, int, int]] = []
    is_document = _tokenize(markup, runs, comments)
    shadows = [
        chr(_FIRST + number % _MARKERS) + _PAD * (run.end - run.start - 1)
        for number, run in enumerate(runs)
    ]
    out: list[str] = []
    at = 0
    rest = markup
    if not markup.isascii() and _MARKER.search(markup):
        # Characters of icon fonts, as in a style, must not pass for markers.
        rest = _MARKER.sub("\ufffd", markup)
    for (start, end, _, _), shadow in zip(runs, shadows, strict=True):
        out.append(rest[at:start])
        out.append(shadow)
        at = end
    out.append(rest[at:])
    tree = parse_tree("".join(out), source_locations=True, scripting=True)
    found = _restore(tree, runs, shadows)
    roots: tuple[Any, ...] = ()
    if "shadowrootmode" in markup or "SHADOWROOTMODE" in markup:
        roots = tuple(_shadow_roots(tree))
        for root in roots:
            found |= _restore(root, runs, shadows)
    return Parsed(tree, found, comments, is_document, roots)


def _shadow_roots(tree: Any) -> Iterator[Any]:
    """Yield the trees of web components (HTML Standard 4.12.3), which no walk of a tree enters."""
    for node in tree.descendants:
        root = getattr(node, "shadow_root", None)
        if root is not None:
            yield root
            yield from _shadow_roots(root)


def _restore(tree: Any, runs: list[Run], shadows: list[str]) -> _Held:
    """Give the text nodes of the shadow source their text back, and note which runs each holds."""
    found: _Held = {}
    count = len(runs)
    at = 0  # the run that comes next where the tree builder moved nothing
    for node in tree.descendants:
        if type(node) is not Text:
            continue
        data = node.data
        body = data.lstrip(BLANK)
        if at < count and body == shadows[at]:
            text = runs[at].text
            found[node] = [(len(data) - len(body), runs[at])]
            node.data = text if body is data else data[: len(data) - len(body)] + text
            at += 1
        elif body and _MARKED.search(body):
            node.data, found[node], at = _restored(data, runs, max(0, at - 1))
    return found


def _restored(data: str, runs: list[Run], last: int) -> tuple[str, list[tuple[int, Run]], int]:
    """Return the text that `data` stands for, the runs in it, and the number of the next one.

    `last` is the number of the run before.
    """
    held: list[tuple[int, Run]] = []
    parts: list[str] = []
    at = length = 0
    for match in _MARKED.finditer(data):
        if match.start() > at:
            parts.append(data[at : match.start()])
            length += match.start() - at
        number = ord(match[0][0]) - _FIRST + last // _MARKERS * _MARKERS
        if number < last - _MARKERS // 2:  # runs beyond the number of markers count on
            number += _MARKERS
        last = number
        run = runs[min(number, len(runs) - 1)]
        held.append((length, run))
        parts.append(run.text)
        length += len(run.text)
        at = match.end()
    parts.append(data[at:])
    return "".join(parts), held, last + 1


def _tokenize(markup: str, runs: list[Run], comments: list[tuple[str, int, int]]) -> bool:
    """Collect the text runs and comments of `markup`; tell whether it is a whole document."""
    line_start = LineIndex(markup).line_start
    in_raw = is_document = False
    has_no_tags = _NO_TAG in markup
    waiting: list[_Said] = []  # what follows each other without a tag between
    end = 0
    for token in tokenize(markup, resolve_references=False, capture_source=True):
        kind = token.type
        if kind is _TEXT or kind is _REFERENCE:
            text = token.data or ""
            # A run begins with its first character that is no blank.
            if in_raw or not (waiting or text.strip(BLANK)):
                continue
            start = line_start(token.line) + token.col
            if waiting and start != end:
                _add_run(waiting, runs)
                waiting.clear()
                if not text.strip(BLANK):
                    continue
            if kind is _REFERENCE:
                source = token.source or text
                end = start + len(source)
                waiting.append((text, start, end, source))
            elif has_no_tags and not markup.startswith(text, start):
                end = _add_around_no_tags(markup, text, start, waiting)
            else:
                end = start + len(text)
                waiting.append((text, start, end, ""))
            continue
        if waiting:
            _add_run(waiting, runs)
            waiting.clear()
        if kind is _START:
            tag = token.tag
            in_raw = tag in _RAW
            is_document = is_document or tag == "html"
        elif kind is _END:
            in_raw = False
        elif kind is _COMMENT:
            start = line_start(token.line) + token.col
            comments.append((token.data or "", start, start + len(token.source or "")))
        elif kind is _DOCTYPE:
            is_document = True
    if waiting:
        _add_run(waiting, runs)
    return is_document


def _add_around_no_tags(markup: str, text: str, offset: int, said: list[_Said]) -> int:
    """Add the parts of a text in which `</>` stands, which says nothing; return where it ends."""
    done = 0
    while done < len(text):
        while markup.startswith(_NO_TAG, offset):
            offset += len(_NO_TAG)
        stop = markup.find(_NO_TAG, offset)
        size = min(len(text) - done, stop - offset if stop >= 0 else len(text))
        said.append((text[done : done + size], offset, offset + size, ""))
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


def _add_run(said: list[_Said], runs: list[Run]) -> None:
    """Add a run without its leading blanks: the tree builder must see those as they are."""
    text, _, end, reference = said[0]
    if len(said) == 1 and not reference:
        body = text.lstrip(BLANK)
        runs.append(Run(end - len(body), end, body, None))
        return
    text = "".join(part for part, *_ in said)
    body = text.lstrip(BLANK)
    lead = len(text) - len(body)
    kept: list[Piece] = []
    for piece in _pieces(said):
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
    runs.append(Run(kept[0].source_start, said[-1][2], body, tuple(kept)))


def _pieces(said: list[_Said]) -> Iterator[Piece]:
    """Yield what ties each part of a text to its markup."""
    length = 0
    for text, start, end, reference in said:
        # A reference without semicolon may end in letters that stand for themselves.
        tail = _common_end(text, reference) if reference and len(text) > 1 else 0
        head = length + len(text) - tail
        yield Piece(length, head, start, end - tail)
        length += len(text)
        if tail:
            yield Piece(head, length, end - tail, end)
