"""The text that stands for an image or a drawing, and where its parts are in the markup."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plainlang.page.html import Parsed
from plainlang.page.values import locate_value, value_pieces


def alternative_pieces(
    parsed: Parsed, markup: str, node: Any, tag: str, attrs: dict[str, Any]
) -> Iterator[tuple[str, int, int]]:
    """Yield each part of the alternative text of an element with the start and end of its markup."""
    if tag == "input" and attrs.get("type", "").lower() != "image":
        return
    name = "alt" if tag != "svg" else "aria-label"
    text: str = attrs.get(name) or ""
    if text.strip():
        if place := locate_value(markup, node, name):
            start, end, _ = place
            for piece, a, b in value_pieces(markup[start:end], text):
                yield piece, start + a, start + b
    elif tag == "svg" and (title := node.select_one("title")):
        for child in title.children:
            for _, run in parsed.runs.get(child, ()):
                yield from run.parts()
