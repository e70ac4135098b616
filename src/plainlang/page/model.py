"""Page and Block: what a source looks like to a reader, each character tied to its place.

Plain data with lazily made views of it; reads no file and knows no rule.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from plainlang.findings import LineIndex, Position, Span
from plainlang.language.passage import Mark
from plainlang.page.extents import end_without_tag
from plainlang.page.formats import Format
from plainlang.page.html import originals_of
from plainlang.page.sourcemap import Piece, SourceMap
from plainlang.page.values import locate_value
from plainlang.records import NamedTuple

if TYPE_CHECKING:
    from plainlang.page.css.styles import Styles
    from plainlang.page.element import Element
    from plainlang.page.names import Accessibility


class Block(NamedTuple):
    """One paragraph, heading, list item, cell, caption or alternative text.

    `text` has its blanks collapsed as a reader sees it (`\\n` only for `<br>` and in `<pre>`).
    `region` is where it stands: `main`, `navigation`, `header`, `footer`, `aside`, `search`,
    `references`, `head` (the title) or `hidden`. `heading` is the index of the heading block whose
    section it is in; `level` is 1 to 6 for headings, else 0. `node` is the element it was made of.
    """

    text: str
    kind: str
    region: str
    language: str
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...] = ()
    heading: int | None = None
    level: int = 0
    node: Any = None

    def locate(self, start: int, end: int) -> Span:
        """Return the source span of `text[start:end]`: from its first to its last character."""
        pieces = self.pieces
        first = max(0, bisect_right(pieces, start, key=_piece_start) - 1)
        last = max(first, bisect_right(pieces, max(start, end - 1), key=_piece_start) - 1)
        a, b = pieces[first], pieces[last]
        low = a.source_start + start - a.start if a.linear else a.source_start
        high = b.source_start + end - b.start if b.linear else b.source_end
        return Span(low, high) if low <= high else Span(a.source_start, a.source_end)

    @property
    def span(self) -> Span:
        """The source span of the whole text."""
        return self.locate(0, len(self.text))


def _piece_start(piece: Piece) -> int:
    return piece.start


class _Parts(NamedTuple):
    """What a page is made of; a Page adds the views."""

    path: str
    source: str
    format: Format
    is_document: bool
    language: str
    declared_language: str | None
    tree: Any
    markup: str
    map: SourceMap
    blocks: tuple[Block, ...]
    styles: Styles
    facts: dict[str, Any]
    comments: tuple[tuple[str, Span], ...] = ()
    notes: tuple[str, ...] = ()
    has_front_matter: bool = False
    roots: tuple[Any, ...] = ()


class Page(_Parts):
    """A page: its source, its tree, and its blocks in document order.

    `is_document` is false for fragments (no `<html>` or doctype; all Markdown and text), which get
    no page-level findings. `language` is the BCP 47 tag of what the page is in: as it declares,
    or as its words tell where it declares none or a wrong one. `declared_language` is what it declares,
    `language_is_declared` whether it does. `tree` is the parsed markup, `roots` are the trees of web
    components in it; spans of their nodes come from `span`, `start_tag` and `attribute`. `styles` are
    those in its source. With `has_front_matter` it is made for a site generator. `facts` is the one part
    that changes: there the engine and the checks leave what they worked out for each other.
    """

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    @property
    def language_is_declared(self) -> bool:
        return self.declared_language is not None

    @cached_property
    def lines(self) -> LineIndex:
        return LineIndex(self.source, self.mark)

    @property
    def mark(self) -> int:
        """The number of characters of a byte order mark."""
        return 1 if self.source.startswith("\ufeff") else 0

    def position(self, offset: int) -> Position:
        return self.lines.position(offset)

    @cached_property
    def accessibility(self) -> Accessibility:
        """Roles and accessible names of the page's elements."""
        from plainlang.page.names import Accessibility

        return Accessibility(self.tree, self.roots, self.styles)

    @cached_property
    def soup(self) -> Any:
        """A BeautifulSoup of the page, for custom checks; `page.soup_span(tag)` locates its tags."""
        from plainlang.page.soup import make_soup

        return make_soup(self)

    def soup_span(self, tag: Any, attribute: str | None = None) -> Span:
        """Return the span of the start tag of a tag in `soup`, or of an attribute's value."""
        from plainlang.page.soup import span_of

        return span_of(self, tag, attribute)

    def select(self, selector: str) -> list[Element]:
        """Return the elements that match a CSS selector, in document order."""
        return [self.element(node) for node in self.nodes(selector)]

    def nodes(self, selector: str) -> list[Any]:
        """Return the nodes that match a CSS selector, those in web components too, in document order."""
        found: list[Any] = self.tree.select(selector)
        if self.roots:
            found = [*found, *(node for root in self.roots for node in root.select(selector))]
            found.sort(key=lambda node: self.start_tag(node).start)
        return found

    def element(self, node: Any) -> Element:
        """Return the one Element for a node of the tree."""
        found = self._elements.get(node)
        if found is None:
            from plainlang.page.element import Element

            found = self._elements[node] = Element(self, node)
        return found

    @cached_property
    def _elements(self) -> dict[Any, Element]:
        return {}

    def start_tag(self, node: Any) -> Span:
        """Return the span of a node's start tag; of its nearest located ancestor when implied."""
        while node is not None:
            location = self._location(node)
            if location is not None:
                tag = location.start_tag
                return self.map.span(tag.start_offset, tag.end_offset)
            node = node.parent
        return Span(0, 0)

    def span(self, node: Any) -> Span:
        """Return the span from a node's start tag to its end, with the end tag when it has one."""
        location = self._location(node)
        if location is None:
            return self.start_tag(node)
        start, end = location.start_tag, location.end_tag
        if end is None:
            stop = end_without_tag(self._written(node), self.markup, self._ends)
        else:
            stop = max(start.end_offset, end.end_offset)
        return self.map.span(start.start_offset, stop)

    @cached_property
    def _ends(self) -> dict[Any, int]:
        """Where elements without an end tag end, as far as that was asked."""
        return {}

    def _location(self, node: Any) -> Any:
        return getattr(self._written(node), "source_location", None)

    def _written(self, node: Any) -> Any:
        """Return the element whose tags are in the source: `node`, or what it is a copy of."""
        if getattr(node, "source_location", None) is not None:
            return node
        return self._originals.get(node, node)

    @cached_property
    def _originals(self) -> dict[Any, Any]:
        found = originals_of(self.tree)
        for root in self.roots:
            found |= originals_of(root)
        return found

    def attribute(self, node: Any, name: str) -> Span | None:
        """Return the span of an attribute's value, without quotes; of the name when it has none."""
        found = locate_value(self.markup, self._written(node), name)
        return None if found is None else self.map.span(*found[:2])

    def section(self, block: Block) -> Block | None:
        """Return the heading that a block stands under."""
        return None if block.heading is None else self.blocks[block.heading]

    @cached_property
    def blocks_of(self) -> dict[Any, list[Block]]:
        """The blocks by the element that they were made of."""
        out: dict[Any, list[Block]] = {}
        for block in self.blocks:
            out.setdefault(block.node, []).append(block)
        return out

    def release(self) -> None:
        """Let go of what refers back to the page; call it when nobody needs the page any more.

        Python finds such rings late, and with them the trees of many pages would pile up.
        """
        self.facts.clear()
        for name in ("_elements", "accessibility", "soup"):
            self.__dict__.pop(name, None)

    def text_blocks(self) -> Iterator[Block]:
        """Yield the blocks that a reader reads: not the title, not alternative texts."""
        return (b for b in self.blocks if b.kind not in ("alt", "title"))
