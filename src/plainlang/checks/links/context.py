"""The text around a link that a screen reader can tie to it: its context (WCAG 2.4.4).

That is the sentence's paragraph, the list item with those around it, the terms that a description is
of, the table cell with its header cells, what `aria-describedby` or `title` says, and the heading of its section. May not judge.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from plainlang.checks.around import text_blocks_by_place
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.kinds import BLOCKS
from plainlang.page.tree import Element as Node
from plainlang.page.tree import Text


def link_context(element: Element) -> str:
    """Return the text that goes with a link, without the link's own."""
    block, own = block_at(element.page, element), element.text
    text = block.text if block is not None else ""
    return _joined(element, text.replace(own, " ", 1) if own else text, block, None)


def place_in_text(element: Element) -> str:
    """Return the text that goes with a link's place: the same for all links of one block.

    A block that holds nothing but the link tells nothing of it.
    """
    block = block_at(element.page, element)
    text = "" if block is None or block.text == element.text else block.text
    return _joined(element, text, block, block.node if block is not None else None)


def _joined(element: Element, text: str, block: Block | None, known: Any) -> str:
    page = element.page
    heading = page.section(block) if block is not None else None
    parts = [page.accessibility.description(element.node), text]
    if heading is not None:
        parts.append(heading.text)
    parts.extend(_around(page, element.node, known))
    return " ".join(" ".join(parts).split())


def _around(page: Page, node: Any, known: Any) -> list[str]:
    """Return what the list items and the table cell around a link say, with the cell's headers.

    What the item `known` says is left out.
    """
    parts: list[str] = []
    inner, up = node, node.parent
    while up is not None and getattr(up, "tag", None) is not None:
        if up.tag == "li":
            if up != known:
                parts.extend(_before(up, inner))
        elif up.tag == "dd":
            parts.extend(_terms(up))
        elif up.tag in ("td", "th"):
            from plainlang.checks.structure.table_headers import headers_of

            parts.extend(headers_of(page, up))
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


def _terms(description: Any) -> list[str]:
    """Return what the terms say that a description is of."""
    before: list[Any] = []
    for child in description.parent.children:
        if child == description:
            break
        if isinstance(child, Node):
            before.append(child)
    while before and before[-1].tag == "dd":
        before.pop()
    out = []
    while before and before[-1].tag == "dt":
        out.append(before.pop().text)
    return out


def block_at(page: Page, element: Element) -> Block | None:
    """Return the block of text that an element stands in, None when it stands alone."""
    starts, blocks = text_blocks_by_place(page)
    outer = element.outer
    index = bisect_right(starts, max(outer.start, outer.end - 1)) - 1
    if index < 0:
        return _nearest(page, element)
    block = blocks[index]
    return block if block.span.end > outer.start else _nearest(page, element)


def _nearest(page: Page, element: Element) -> Block | None:
    """Return the block beside a link that has no text of its own, such as one of an image alone."""
    holder = element.node.parent
    while holder is not None and getattr(holder, "tag", None) not in BLOCKS:
        holder = holder.parent
    start = element.outer.start
    near = (b for b in page.blocks_of.get(holder, ()) if b.kind not in ("alt", "title"))
    return min(near, key=lambda b: abs(b.span.start - start), default=None)
