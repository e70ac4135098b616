"""What stands around a place on a page: the elements that hold it, the text before and behind it.

Knows no rule.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from plainlang.checks.match import per_page
from plainlang.page import Block, Page


def inside(node: Any, *tags: str) -> Any:
    """Return the nearest ancestor with one of the tags, None when there is none."""
    up = node.parent
    while up is not None and getattr(up, "tag", None) is not None:
        if up.tag in tags:
            return up
        up = up.parent
    return None


@per_page
def text_blocks_by_place(page: Page) -> tuple[list[int], list[Block]]:
    """Return the blocks that readers read in the order of the source, and where each starts."""
    pairs = [(b.span.start, b) for b in page.text_blocks()]
    pairs.sort(key=lambda p: p[0])
    return [start for start, _ in pairs], [block for _, block in pairs]


def blocks_beside(page: Page, place: int) -> list[Block]:
    """Return the block that starts before a place in the source, and the one from there on."""
    starts, blocks = text_blocks_by_place(page)
    at = bisect_left(starts, place)
    return blocks[max(0, at - 1) : at + 1]


def is_linked_or_code(block: Block, start: int, end: int) -> bool:
    """Tell whether a stretch of a block is linked, or is code."""
    return any(m.kind in ("link", "code") and m.start < end and start < m.end for m in block.marks)
