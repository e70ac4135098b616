"""A located tree to Blocks: the text as a reader meets it, in document order.

One walk over the tree, without recursion (pages nest deeper than Python does). Hidden content is
left out; what only navigates or cites is marked by its region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from turbohtml import Element as Node
from turbohtml import Text

from plainlang.language.passage import Mark
from plainlang.page.builder import BLANK, OpenMark, TextBuilder
from plainlang.page.hidden import Hidden
from plainlang.page.html import Parsed
from plainlang.page.model import Block
from plainlang.page.regions import opens_references, region_of
from plainlang.page.sourcemap import SourceMap
from plainlang.page.values import locate_value, value_pieces

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
_STRAY_BREAK = re.compile(r"(?:<[^>]*>|[ \t\n\r\f])*?(</br\b[^>]*>)", re.IGNORECASE)


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
        self.builder = TextBuilder(markup, sources)
        self.open: list[OpenMark] = []
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
        self.open.extend(OpenMark(mark, start) for mark in marks)
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
            builder.trim()
        builder.put("\n", start, end)

    def text(self, node: Any, context: _Context) -> None:
        data = node.data
        body = data.strip(BLANK)
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
                builder.stretch(run.text[a:b], start, end, context.pre)
        if at < len(data):
            builder.gap = " "

    def alternative(self, node: Any, tag: str, attrs: dict[str, Any], context: _Context) -> None:
        """Make a block of an alternative text, which a reader may meet instead of the image."""
        name = "alt" if tag != "svg" else "aria-label"
        if tag == "input" and attrs.get("type", "").lower() != "image":
            return
        text = attrs.get(name)
        if not text or not text.strip():
            return
        place = locate_value(self.markup, node, name)
        if place is None:
            return
        start, end, _ = place
        outer = self.builder, self.open
        self.builder, self.open = TextBuilder(self.markup, self.map), []
        for piece, a, b in value_pieces(self.markup[start:end], text):
            self.builder.stretch(piece, start + a, start + b, False)
        self.flush(context._replace(kind="alt", level=0, node=node))
        self.builder, self.open = outer

    def flush(self, context: _Context) -> None:
        """Close the current block, if it has text."""
        builder = self.builder
        if not builder.length:
            builder.gap = ""
            return
        builder.trim()
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
                builder.tidy_marks(text) if builder.marks else (),
                heading,
                context.level,
                context.node,
            )
        )
        builder.clear()


def _level(value: str | None) -> int:
    return int(value) if value and value.isdigit() and 1 <= int(value) <= 9 else 2
