"""The texts of elements in which others nest too deep for the walk that finds their names."""

from __future__ import annotations

from typing import Any

from plainlang.page.tree import Element, Text

_DEEP = 50  # levels; the walk for a name needs several calls for each
_LONGEST = 200  # characters of the name of such an element


def short(text: str) -> str:
    """Return as much of a text as counts as a name there."""
    return text[:_LONGEST]


def deep_texts(document: Any) -> dict[Any, str]:
    """Return the text, cut short, of each element that others nest too deep in for a walk."""
    texts: dict[Any, str] = {}
    heights: dict[Any, int] = {}
    for node in reversed(list(document.descendants)):
        parent = node.parent
        if isinstance(node, Text):
            texts[parent] = short(node.data + texts.get(parent, ""))
        elif isinstance(node, Element):
            height = heights.setdefault(node, 0) + 1
            heights[parent] = max(heights.get(parent, 0), height)
            if text := texts.get(node):
                texts[parent] = short(text + texts.get(parent, ""))
    return {n: texts.get(n, "") for n, height in heights.items() if height > _DEEP}
