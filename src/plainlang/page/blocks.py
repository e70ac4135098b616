"""A located tree to Blocks: the text as a reader meets it, in document order.

One walk over the tree, without recursion (pages nest deeper than Python does). Hidden content is
left out; what only navigates or cites is marked by its region.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plainlang.language.passage import Mark
from plainlang.page.builder import LIGHT, LONGEST, OpenMark, TextBuilder, parted
from plainlang.page.css.styles import Styles
from plainlang.page.hidden import GONE, Hidden, is_permalink
from plainlang.page.html import Parsed
from plainlang.page.kinds import BLOCKS, KEEPS_BLANKS, MARKS, SECTIONING, SKIPPED, kind_of
from plainlang.page.model import Block
from plainlang.page.regions import Context, opens_references, region_of
from plainlang.page.sourcemap import SourceMap
from plainlang.page.tree import BLANK, Text
from plainlang.page.tree import Element as Node
from plainlang.page.values import alternative_pieces
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_STRAY_BREAK = compile_pattern(r"</br\b[^>]*>", re.IGNORECASE)


class _Entered(NamedTuple):
    """An open element: its children, the context they stand in, and what closing it means."""

    children: Iterator[Any]
    context: Context
    is_block: bool
    marks: int = 0
    stands_apart: bool = False


def build_blocks(parsed: Parsed, markup: str, sources: SourceMap, styles: Styles) -> list[Block]:
    """Return the blocks of a parsed page in document order; no language for what declares none."""
    return _Walk(parsed, markup, sources, styles).build()


class _Walk:
    def __init__(self, parsed: Parsed, markup: str, sources: SourceMap, styles: Styles) -> None:
        self.parsed = parsed
        self.markup = markup
        self.map = sources
        self.has_roots = bool(parsed.roots)
        self.styles = styles
        self.has_weights = styles.sheets_weigh
        self.hidden = Hidden(styles, (parsed.tree, *parsed.roots))
        self.blocks: list[Block] = []
        self.builder = TextBuilder(markup, sources)
        self.open: list[OpenMark] = []
        self.outline: list[tuple[int, int]] = []  # (level, block index) of the open sections
        self.references = 0  # level of the heading that opened a reference list

    def build(self) -> list[Block]:
        context = Context("paragraph", "main", "", False, False, 0, self.parsed.tree)
        stack = [_Entered(iter(self.parsed.tree.children), context, True)]
        while stack:
            children, context, is_block, marks, stands_apart = stack[-1]
            for child in children:
                if type(child) is Text:
                    self.text(child, context)
                elif isinstance(child, Node):
                    if (entered := self.enter(child, context)) is not None:
                        stack.append(entered)
                        break
            else:
                stack.pop()
                if is_block:
                    self.flush(context)
                for _ in range(marks):
                    self.builder.close(self.open.pop())
                if stands_apart:
                    self.builder.break_line()
        return self.blocks

    def enter(self, node: Any, context: Context) -> _Entered | None:
        """Open an element: flush for a block, note marks for an inline; None when it is skipped."""
        tag = node.tag
        if tag == "br":
            self.line_break(node, context)
            return None
        attrs = node.attrs
        around = context
        if attrs or self.hidden.has_sheets:
            state = self.hidden.state(node, attrs)
            if state == GONE:
                return None
            if state is not None:
                context = self.hidden.context_in(state, node, attrs, context)
        if tag in ("img", "area", "input"):
            if context.seen:
                self.alternative(node, tag, attrs, context)
            if tag == "input":  # a control parts words, as its box does
                self.builder.blank()
            return None
        if tag in SKIPPED:
            if tag == "head":
                return self._head(node, context)
            if tag == "svg" and context.seen:
                self.alternative(node, tag, attrs, context)
            return None
        role = attrs.get("role") if attrs else None
        if tag not in BLOCKS and role != "heading":
            return self._inline(node, tag, attrs, context)
        if self.builder.length:
            self.flush(around)
        self.builder.gap = ""
        kind, region, language, pre, in_content, _, _, seen, opened = context
        kind, level = kind_of(tag, attrs, kind)
        if attrs:
            language = attrs.get("lang") or attrs.get("xml:lang") or language
        inner = Context(
            kind,
            region_of(node, tag, attrs, region, in_content),
            language,
            pre or tag in KEEPS_BLANKS,
            in_content or tag in SECTIONING,
            level,
            node,
            seen,
            opened,
        )
        children = self.shown(node) if self.has_roots else iter(node.children)
        if tag == "select":  # only its options are shown
            children = (c for c in children if isinstance(c, Node))
        return _Entered(children, inner, True, self._paragraph(node, attrs) if tag == "p" else 0)

    def _paragraph(self, node: Any, attrs: dict[str, Any]) -> int:
        """Open the marks of a paragraph that a style makes bold, and return their number."""
        if not self.has_weights and (not attrs or "style" not in attrs):
            return 0
        marks = self._weight(node, "")
        self.open.extend(OpenMark(mark, 0) for mark in marks)
        return len(marks)

    def shown(self, node: Any) -> Iterator[Any]:
        """Return what an element shows: a web component its own tree, a slot what is put into it."""
        if (root := node.shadow_root) is not None:
            return iter(root.children)
        filled = node.tag == "slot" and node.assigned_nodes()
        return iter(filled or node.children)

    def _head(self, node: Any, context: Context) -> _Entered:
        titles = [c for c in node.children if isinstance(c, Node) and c.tag == "title"]
        return _Entered(iter(titles), context._replace(region="head", kind="title"), True)

    def _inline(
        self, node: Any, tag: str, attrs: dict[str, Any], context: Context
    ) -> _Entered | None:
        marks: list[Mark] = []
        if tag == "a" and attrs and attrs.get("href") is not None:
            if is_permalink(node, attrs, context.kind):
                return None
            marks.append(Mark("link", 0, 0, attrs["href"]))
        elif self.has_weights or (attrs and "style" in attrs):
            marks = self._weight(node, MARKS.get(tag, ""))
        elif kind := MARKS.get(tag):
            marks.append(Mark(kind, 0, 0))
        if attrs:
            title = attrs.get("title")
            if tag in ("abbr", "acronym"):
                marks.append(Mark("abbr", 0, 0, title))
            elif title:
                marks.append(Mark("tooltip", 0, 0, title))
            if ids := attrs.get("aria-describedby"):
                marks.append(Mark("tooltip", 0, 0, self._texts(ids)))
            if language := attrs.get("lang") or attrs.get("xml:lang"):
                marks.append(Mark("lang", 0, 0, language))
                if not self.builder.length:
                    context = context._replace(language=language)
            region = region_of(node, tag, attrs, context.region, context.in_content)
            if region != context.region and not self.builder.length:
                context = context._replace(region=region)
        apart = self.hidden.stands_apart(node, attrs)
        if apart:
            self.builder.break_line()
        start = self.builder.length
        for mark in marks:
            self.open.append(OpenMark(mark, start))
        children = self.shown(node) if self.has_roots else iter(node.children)
        return _Entered(children, context, False, len(marks), apart)

    def _weight(self, node: Any, kind: str) -> list[Mark]:
        """Return the marks of what a tag and a style make of a text: bold, or not bold in the midst of it."""
        is_bold = self.styles.own_boldness(node)
        if is_bold is None or (is_bold and kind == "strong"):
            return [Mark(kind, 0, 0)] if kind else []
        kinds = [kind] if kind and kind != "strong" else []
        if is_bold or any(opened.mark.kind == "strong" for opened in self.open):
            kinds.append("strong" if is_bold else LIGHT)
        return [Mark(kind, 0, 0) for kind in kinds]

    def _texts(self, ids: Any) -> str:
        names = ids if isinstance(ids, list) else str(ids).split()
        found = (self.parsed.tree.find(attrs={"id": n}) for n in names)
        return " ".join(word for node in found if node is not None for word in node.text.split())

    def line_break(self, node: Any, context: Context) -> None:
        builder = self.builder
        if builder.length == 0:
            return
        builder.gap = ""
        location = node.source_location
        if location is None:  # HTML reads the stray end tag `</br>` as a line break
            stray = _STRAY_BREAK.search(self.markup, builder.at)
            start, end = stray.span() if stray else (builder.at, builder.at)
        else:
            start, end = location.start_tag.start_offset, location.start_tag.end_offset
        if not context.pre and builder.is_at_empty_line():  # two in a row part paragraphs
            self.flush(context)
            return
        if builder.texts[-1].endswith(" ") and not context.pre:
            builder.trim()
        builder.put("\n", start, end)

    def text(self, node: Any, context: Context) -> None:
        builder = self.builder
        if not context.seen:
            builder.blank()
            return
        runs = self.parsed.runs.get(node)
        if runs is None:
            self._text_without_runs(node.data, context)
            return
        pre = context.pre
        data = node.data
        at = 0
        for offset, run in runs:
            if offset > at and pre:
                builder.gap = data[at:offset]
            elif offset > at:
                builder.blank()
            at = offset + len(run.text)
            if run.pieces is None and builder.length + len(run.text) <= LONGEST:
                builder.stretch(run.text, run.start, run.end, pre)
                continue
            for text, start, end in run.parts():
                if builder.length + len(text) <= LONGEST:
                    builder.stretch(text, start, end, pre)
                    continue
                for part in parted(text, start, end, LONGEST - builder.length):
                    if builder.length + len(part[0]) > LONGEST:
                        self.flush(context)
                    builder.stretch(*part, pre)
        if at < len(data):
            builder.blank()

    def _text_without_runs(self, data: str, context: Context) -> None:
        """Take in text that no token announced: blanks, and raw text elsewhere than in HTML."""
        builder = self.builder
        body = data.strip(BLANK)
        if body:  # as a style's in SVG is not
            found = self.markup.find(body, builder.at)
            at = found if found >= 0 else builder.at
            builder.put(body, at, at + len(body) if found >= 0 else at)
        elif data and context.pre:
            builder.gap = data
        elif data:
            builder.blank()

    def alternative(self, node: Any, tag: str, attrs: dict[str, Any], context: Context) -> None:
        """Make a block of an alternative text, which a reader may meet instead of the image."""
        pieces = list(alternative_pieces(self.parsed, self.markup, node, tag, attrs))
        if not pieces:
            return
        outer = self.builder, self.open
        self.builder, self.open = TextBuilder(self.markup, self.map), []
        for text, start, end in pieces:
            self.builder.stretch(text, start, end, False)
        self.flush(context._replace(kind="alt", level=0, node=node))
        self.builder, self.open = outer

    def flush(self, context: Context) -> None:
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
