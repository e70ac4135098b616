"""A located tree to Blocks: the text as a reader meets it, in document order.

One walk over the tree, without recursion (pages nest deeper than Python does). Hidden content is
left out; what only navigates or cites is marked by its region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from turbohtml import Element as Node
from turbohtml import Text, unescape

from plainlang.language.passage import Mark
from plainlang.page.hidden import Hidden
from plainlang.page.html import Parsed
from plainlang.page.model import Block
from plainlang.page.regions import opens_references, region_of
from plainlang.page.sourcemap import Piece, SourceMap
from plainlang.page.template import NOTHING, UNKNOWN

_KINDS = {
    "li": "list-item", "dt": "term", "dd": "description", "td": "cell", "th": "header-cell",
    "caption": "caption", "figcaption": "caption", "label": "label", "legend": "label",
    "button": "button", "summary": "summary", "blockquote": "quote", "pre": "code",
    "address": "address", "option": "option", "optgroup": "option", "textarea": "field",
    "title": "title",
}  # fmt: skip
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCKS = frozenset(
    "address article aside blockquote body center details dialog dir div dl dt dd fieldset figcaption"
    " figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav"
    " noframes ol optgroup option p plaintext pre search section summary table caption colgroup col"
    " tbody td tfoot th thead tr ul xmp listing button textarea select title".split()
)
_SECTIONING = frozenset({"article", "aside", "main", "nav", "section", "blockquote", "td"})
_INHERITED = frozenset(
    {"list-item", "description", "cell", "header-cell", "quote", "caption", "address", "label"}
)
_SKIPPED = frozenset(
    "script style template iframe noembed noframes noscript head svg math object video audio canvas"
    " datalist meter progress".split()
)
_MARKS = {"dfn": "dfn", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis",
          "code": "code", "kbd": "code", "samp": "code", "var": "code", "tt": "code"}  # fmt: skip
_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")
_TEMPLATED = re.compile(f"{UNKNOWN}+|{NOTHING}+")
_STRAY_BREAK = re.compile(r"(?:<[^>]*>|[ \t\n\r\f])*?(</br\b[^>]*>)", re.IGNORECASE)
_FLAT = str.maketrans("\t\n\r\f", "    ")


class _Context(NamedTuple):
    kind: str
    region: str
    language: str
    pre: bool
    in_content: bool
    level: int
    node: Any


_Entered = tuple[Iterator[Any], _Context, int]  # children, context, marks opened or _BLOCK
_BLOCK = -1


class _Open:
    """A mark whose element is still open, and where it began in the block being built."""

    __slots__ = ("mark", "start")

    def __init__(self, mark: Mark, start: int) -> None:
        self.mark = mark
        self.start = start


class _Builder:
    """Collects the text of one block, its pieces and its marks."""

    def __init__(self, markup: str, sources: SourceMap) -> None:
        self._markup = markup
        self._map = sources
        self.clear()

    def clear(self) -> None:
        self.texts: list[str] = []
        self.pieces: list[Piece] = []
        self.marks: list[Mark] = []
        self.length = 0
        self.gap = ""  # the blank that is due when more text comes
        self.at = 0  # markup offset behind the last text

    def put(self, text: str, start: int, end: int) -> None:
        """Append text that comes from `markup[start:end]`."""
        if self.gap:
            gap, self.gap = self.gap, ""
            if self.length:
                self._append(gap, *self._blank(self.at, start))
        self._append(text, start, end)

    def close(self, opened: _Open) -> None:
        """Keep an open mark for what it covers of the text so far."""
        if opened.start < self.length:
            self.marks.append(opened.mark._replace(start=opened.start, end=self.length))

    def _blank(self, start: int, end: int) -> tuple[int, int]:
        """Find the blank between two texts that are not neighbours in the markup."""
        if start >= end:
            return start, start
        found = _BETWEEN.match(self._markup, start, end)
        return (found.start(1), found.end(1)) if found else (start, end)

    def _append(self, text: str, start: int, end: int) -> None:
        length = self.length
        if self._map.is_identity:
            self.pieces.append(Piece(length, length + len(text), start, end))
        elif len(text) == end - start:
            for a, b, s, e in self._map.cut(start, end):
                self.pieces.append(Piece(length + a, length + b, s, e))
        else:
            self.pieces.append(Piece(length, length + len(text), *self._map.span(start, end)))
        self.texts.append(text)
        self.length = length + len(text)
        self.at = end


_BETWEEN = re.compile(r"(?:<[^>]*>|[^ \t\n\r\f<])*([ \t\n\r\f]+)")


def build_blocks(parsed: Parsed, markup: str, sources: SourceMap, language: str) -> list[Block]:
    """Return the blocks of a parsed page in document order; `language` is the default."""
    return _Walk(parsed, markup, sources).blocks_of(language)


class _Walk:
    def __init__(self, parsed: Parsed, markup: str, sources: SourceMap) -> None:
        self.parsed = parsed
        self.markup = markup
        self.map = sources
        self.hidden = Hidden(parsed.tree)
        self.blocks: list[Block] = []
        self.builder = _Builder(markup, sources)
        self.open: list[_Open] = []
        self.outline: list[tuple[int, int]] = []  # (level, block index) of the open sections
        self.references = 0  # level of the heading that opened a reference list

    def blocks_of(self, language: str) -> list[Block]:
        context = _Context("paragraph", "main", language, False, False, 0, self.parsed.tree)
        stack: list[_Entered] = [(iter(self.parsed.tree.children), context, _BLOCK)]
        while stack:
            children, context, marks = stack[-1]
            for child in children:
                if type(child) is Text:
                    self.text(child, context)
                elif isinstance(child, Node):
                    if (entered := self.enter(child, context)) is not None:
                        stack.append(entered)
                        break
            else:
                stack.pop()
                if marks == _BLOCK:
                    self.flush(context)
                for _ in range(marks):
                    self.builder.close(self.open.pop())
        return self.blocks

    def enter(self, node: Any, context: _Context) -> _Entered | None:
        """Open an element: flush for a block, note marks for an inline; None when it is skipped."""
        tag = node.tag
        if tag == "br":
            self.line_break(node, context)
            return None
        attrs = node.attrs
        if attrs and self.hidden(node, attrs):
            return None
        if tag in ("img", "area", "input"):
            self.alternative(node, tag, attrs, context)
            return None
        if tag in _SKIPPED:
            if tag == "head":
                return self._head(node, context)
            if tag == "svg" and (attrs.get("aria-label") or node.select_one("title")):
                self.alternative(node, tag, attrs, context)
            return None
        if tag not in _BLOCKS:
            return self._inline(node, tag, attrs, context)
        self.flush(context)
        region = region_of(node, tag, context.region, context.in_content)
        if tag in _HEADINGS or (attrs.get("role") == "heading"):
            kind, level = "heading", _HEADINGS.get(tag) or _level(attrs.get("aria-level"))
        else:
            level = 0
            kind = _KINDS.get(tag) or (context.kind if context.kind in _INHERITED else "paragraph")
        inner = _Context(
            kind,
            region,
            attrs.get("lang") or attrs.get("xml:lang") or context.language,
            context.pre or tag in ("pre", "textarea", "xmp", "listing", "plaintext"),
            context.in_content or tag in _SECTIONING,
            level,
            node,
        )
        return iter(node.children), inner, _BLOCK

    def _head(self, node: Any, context: _Context) -> _Entered:
        titles = [c for c in node.children if isinstance(c, Node) and c.tag == "title"]
        return iter(titles), context._replace(region="head", kind="title"), _BLOCK

    def _inline(self, node: Any, tag: str, attrs: dict[str, Any], context: _Context) -> _Entered:
        marks: list[Mark] = []
        if not attrs:
            if kind := _MARKS.get(tag):
                marks.append(Mark(kind, 0, 0))
        else:
            if tag == "a" and attrs.get("href") is not None:
                marks.append(Mark("link", 0, 0, attrs["href"]))
            elif kind := _MARKS.get(tag):
                marks.append(Mark(kind, 0, 0))
            title = attrs.get("title")
            if tag in ("abbr", "acronym"):
                marks.append(Mark("abbr", 0, 0, title))
            elif title:
                marks.append(Mark("tooltip", 0, 0, title))
            if ids := attrs.get("aria-describedby"):
                marks.append(Mark("tooltip", 0, 0, self._texts(ids)))
            if language := attrs.get("lang") or attrs.get("xml:lang"):
                marks.append(Mark("lang", 0, 0, language))
                context = (
                    context._replace(language=language) if not self.builder.length else context
                )
            region = region_of(node, tag, context.region, context.in_content)
            if region != context.region and not self.builder.length:
                context = context._replace(region=region)
        start = self.builder.length
        self.open.extend(_Open(mark, start) for mark in marks)
        return iter(node.children), context, len(marks)

    def _texts(self, ids: Any) -> str:
        names = ids if isinstance(ids, list) else str(ids).split()
        found = (self.parsed.tree.find(attrs={"id": n}) for n in names)
        return " ".join(self.plain(node) for node in found if node is not None)

    def plain(self, node: Any) -> str:
        """Return the text under a node, blanks collapsed."""
        return " ".join(node.text.split())

    def line_break(self, node: Any, context: _Context) -> None:
        builder = self.builder
        if builder.length == 0:
            return
        builder.gap = ""
        location = node.source_location
        if location is None:  # HTML reads the stray end tag `</br>` as a line break
            stray = _STRAY_BREAK.match(self.markup, builder.at)
            start, end = stray.span(1) if stray else (builder.at, builder.at)
        else:
            start, end = location.start_tag.start_offset, location.start_tag.end_offset
        if builder.texts[-1] == "\n" and not context.pre:  # two in a row part paragraphs
            self.flush(context)
            return
        if builder.texts[-1].endswith(" ") and not context.pre:
            _trim(builder)
        builder.put("\n", start, end)

    def text(self, node: Any, context: _Context) -> None:
        data = node.data
        body = data.strip(" \t\n\r\f")
        builder = self.builder
        if not body:
            if data:
                builder.gap = data if context.pre else " "
            return
        runs = self.parsed.runs.get(node)
        if not runs:  # text that no token announced (CDATA in SVG): it stands for its element
            location = getattr(node.parent, "source_location", None)
            at = location.start_tag.end_offset if location else builder.at
            builder.put(body, at, at)
            return
        at = 0
        for offset, run in runs:
            if offset > at:
                builder.gap = data[at:offset] if context.pre else " "
            at = offset + len(run.text)
            for a, b, start, end in run.pieces or ((0, len(run.text), run.start, run.end),):
                self.stretch(run.text[a:b], start, end, context.pre)
        if at < len(data):
            builder.gap = " "

    def stretch(self, text: str, start: int, end: int, pre: bool) -> None:
        """Append one piece of a run, its blanks collapsed unless `pre`."""
        builder = self.builder
        if UNKNOWN in text or NOTHING in text:
            self._templated(text, start, end, pre)
            return
        if pre:
            builder.put(text, start, end)
            return
        if len(text) != end - start:  # an entity
            if text.strip(" \t\n\r\f"):
                builder.put(text, start, end)
            else:
                builder.gap = " "
            return
        at = 0
        if text[0] in " \t\n\r\f":
            at = len(text) - len(text.lstrip(" \t\n\r\f"))
            builder.gap = " "
        stop = len(text.rstrip(" \t\n\r\f"))
        for match in _SPACES.finditer(text, at, stop):
            if match.end() - match.start() == 1:
                continue
            builder.put(
                text[at : match.start()].translate(_FLAT), start + at, start + match.start()
            )
            builder.gap = " "
            at = match.end()
        if at < stop:
            builder.put(text[at:stop].translate(_FLAT), start + at, start + stop)
        if stop < len(text):
            builder.gap = " "

    def _templated(self, text: str, start: int, end: int, pre: bool) -> None:
        at = 0
        for match in _TEMPLATED.finditer(text):
            if match.start() > at:
                self.stretch(text[at : match.start()], start + at, start + match.start(), pre)
            if match[0][0] == UNKNOWN:
                here = self.builder.length
                self.builder.put(UNKNOWN, start + match.start(), start + match.end())
                self.builder.marks.append(Mark("unknown", here, self.builder.length))
            at = match.end()
        if at < len(text):
            self.stretch(text[at:], start + at, start + len(text), pre)

    def alternative(self, node: Any, tag: str, attrs: dict[str, Any], context: _Context) -> None:
        """Make a block of an alternative text, which a reader may meet instead of the image."""
        name = "alt" if tag != "svg" else "aria-label"
        if tag == "input" and attrs.get("type", "").lower() != "image":
            return
        text = attrs.get(name)
        if not text or not text.strip():
            return
        location = node.source_location
        at = location.attrs.get(name) if location else None
        if at is None:
            return
        raw = self.markup[at.start_offset : at.end_offset]
        lead = raw.find("=") + 1
        lead += len(raw[lead:]) - len(raw[lead:].lstrip())
        quoted = raw[lead : lead + 1] in ("'", '"')
        start = at.start_offset + lead + quoted
        end = at.end_offset - (1 if quoted else 0)
        inner = _Builder(self.markup, self.map)
        outer = self.builder, self.open
        self.builder, self.open = inner, []
        for piece, a, b in _value_pieces(self.markup[start:end], text):
            self.stretch(piece, start + a, start + b, False)
        self.flush(context._replace(kind="alt", level=0, node=node))
        self.builder, self.open = outer

    def flush(self, context: _Context) -> None:
        """Close the current block, if it has text."""
        builder = self.builder
        if not builder.length:
            builder.gap = ""
            return
        _trim(builder)
        for opened in self.open:
            builder.close(opened)
            opened.start = 0
        text = "".join(builder.texts)
        if not text.strip() or not builder.pieces:
            builder.clear()
            return
        region, kind = context.region, context.kind
        if kind == "heading" and self.references and context.level <= self.references:
            self.references = 0
        if kind != "alt" and self.references and region == "main":
            region = "references"
        heading = self.outline[-1][1] if self.outline else None
        if kind == "heading":
            while self.outline and self.outline[-1][0] >= context.level:
                self.outline.pop()
            heading = self.outline[-1][1] if self.outline else None
            self.outline.append((context.level, len(self.blocks)))
            if opens_references(text):
                self.references = context.level
        self.blocks.append(
            Block(
                text,
                kind,
                region,
                context.language,
                tuple(builder.pieces),
                _marks(builder.marks, text) if builder.marks else (),
                heading,
                context.level,
                context.node,
            )
        )
        builder.clear()


def _trim(builder: _Builder) -> None:
    """Take blanks off the end of the text being built."""
    while builder.texts:
        last = builder.texts[-1]
        kept = last.rstrip(" \t\n\r\f")
        if kept == last:
            return
        drop = len(last) - len(kept)
        builder.length -= drop
        while builder.pieces and builder.pieces[-1].start >= builder.length:
            builder.pieces.pop()
        if builder.pieces and builder.pieces[-1].end > builder.length:
            piece = builder.pieces[-1]
            cut = piece.end - builder.length if piece.linear else 0
            builder.pieces[-1] = Piece(
                piece.start, builder.length, piece.source_start, piece.source_end - cut
            )
        if kept:
            builder.texts[-1] = kept
            return
        builder.texts.pop()


def _value_pieces(raw: str, value: str) -> Iterator[tuple[str, int, int]]:
    """Yield (text, start, end) of the parts of an attribute's raw value, entity by entity."""
    if "&" not in raw:
        yield raw, 0, len(raw)
        return
    parts: list[tuple[str, int, int]] = []
    at = 0
    for match in _ENTITY.finditer(raw):
        text = unescape(match[0])
        partly = text[-1] == match[0][-1] and text != ";"
        if partly or (match[0][-1] != ";" and raw[match.end() : match.end() + 1] == "="):
            continue  # in attributes this is no reference (HTML Standard 13.2.5.73)
        if match.start() > at:
            parts.append((raw[at : match.start()], at, match.start()))
        parts.append((text, match.start(), match.end()))
        at = match.end()
    parts.append((raw[at:], at, len(raw)))
    if "".join(p[0] for p in parts) == value:
        yield from (p for p in parts if p[0])
    else:
        yield " ".join(value.split()), 0, len(raw)


def _marks(marks: list[Mark], text: str) -> tuple[Mark, ...]:
    """Return the marks in order, without the blanks at their edges."""
    kept = []
    for mark in marks:
        start, end = mark.start, min(mark.end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start < end:
            kept.append(mark._replace(start=start, end=end))
    return tuple(sorted(kept, key=lambda m: (m.start, -m.end)))


def _level(value: str | None) -> int:
    return int(value) if value and value.isdigit() and 1 <= int(value) <= 9 else 2
