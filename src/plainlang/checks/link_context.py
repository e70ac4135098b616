"""The text around a link that a screen reader can tie to it: its context (WCAG 2.4.4).

That is the sentence's paragraph, the list item with those around it, the table cell with its header
cells, what `aria-describedby` or `title` says, and the heading of its section. May not judge.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from turbohtml import Element as Node
from turbohtml import Text

from plainlang.checks.match import per_page
from plainlang.page import Block, Page
from plainlang.page.element import Element

_HOLDERS = frozenset(
    "p li dd dt td th caption figcaption blockquote summary h1 h2 h3 h4 h5 h6".split()
)


def link_context(element: Element, *, headings: bool = True) -> str:
    """Return the text that goes with a link, without the link's own."""
    page, node = element.page, element.node
    parts = [page.accessibility.description(node)]
    block = block_at(page, element)
    if block is not None:
        own = element.text
        parts.append(block.text.replace(own, " ", 1) if own else block.text)
        if headings and (heading := page.section(block)) is not None:
            parts.append(heading.text)
    parts.extend(_around(node))
    return " ".join(" ".join(parts).split())


def _around(node: Any) -> list[str]:
    """Return what the list items and the table cell around a link say, with the cell's headers."""
    parts: list[str] = []
    inner, up = node, node.parent
    while up is not None and getattr(up, "tag", None) is not None:
        if up.tag == "li":
            parts.extend(_before(up, inner))
        elif up.tag in ("td", "th"):
            parts.extend(_headers(up))
        inner, up = up, up.parent
    return parts


def _before(item: Any, inner: Any) -> list[str]:
    """Return what a list item says before the part of it that holds the link."""
    out = []
    for child in item.children:
        if child == inner:
            break
        if isinstance(child, Text):
            out.append(child.data)
        elif isinstance(child, Node):
            out.append(child.text)
    return out


def _headers(cell: Any) -> list[str]:
    """Return the header cells of a table cell: by `headers`, of its row and of its column."""
    table = cell.closest("table")
    row = cell.closest("tr")
    if table is None or row is None:
        return []
    out = []
    for name in (cell.attr("headers") or "").split():
        found = table.find(attrs={"id": name})
        if found is not None:
            out.append(found.text)
    cells = _cells(row)
    out.extend(c.text for c in cells if c.tag == "th" and c != cell)
    column = _column(cells, cell)
    for other in table.select("tr"):
        if other == row:
            break
        at = 0
        for c in _cells(other):
            width = _width(c)
            if c.tag == "th" and at <= column < at + width:
                out.append(c.text)
            at += width
    return out


def _cells(row: Any) -> list[Any]:
    return [c for c in row.children if getattr(c, "tag", None) in ("td", "th")]


def _column(cells: list[Any], cell: Any) -> int:
    at = 0
    for c in cells:
        if c == cell:
            break
        at += _width(c)
    return at


def _width(cell: Any) -> int:
    value = cell.attr("colspan") or "1"
    return int(value) if value.isdigit() and value != "0" else 1


def block_at(page: Page, element: Element) -> Block | None:
    """Return the block of text that an element stands in, None when it stands alone."""
    starts, blocks = text_blocks_by_place(page)
    outer = element.outer
    index = bisect_right(starts, max(outer.start, outer.end - 1)) - 1
    if index < 0:
        return None
    block = blocks[index]
    return block if block.span.end > outer.start else None


@per_page
def text_blocks_by_place(page: Page) -> tuple[list[int], list[Block]]:
    """Return the blocks that readers read in the order of the source, and where each starts."""
    pairs = [(b.span.start, b) for b in page.text_blocks()]
    pairs.sort(key=lambda p: p[0])
    return [start for start, _ in pairs], [block for _, block in pairs]
