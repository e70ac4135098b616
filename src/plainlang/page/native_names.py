"""Names that HTML and SVG themselves give: alt, label, legend, caption, title, value (HTML-AAM 4.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from plainlang.page import roles
from plainlang.page.relations import LABELABLE
from plainlang.page.tree import BLANK, Namespace
from plainlang.patterns import compile_pattern

if TYPE_CHECKING:
    from plainlang.page.names import Accessibility, Walk

_CAPTIONS = {"fieldset": "legend", "table": "caption", "figure": "figcaption"}
_NAMED = frozenset((*LABELABLE, *_CAPTIONS, *"img area option optgroup track".split()))
_DEFAULTS = {"submit": "Submit", "reset": "Reset", "image": "Submit"}
_MARKUP = compile_pattern(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)


def native_name(
    tree: Accessibility, node: Any, walk: Walk, seen: frozenset[Any]
) -> tuple[str, str] | None:
    """Return the name that the host language gives and its source; None when it gives none."""
    if node.namespace is Namespace.SVG:
        return _svg_name(node)
    tag = node.tag
    if tag not in _NAMED:
        return None
    if tag in LABELABLE:
        labels = (
            [] if walk.labelling else [x for x in tree.relations.labels_of(node) if x not in seen]
        )
        text = " ".join(t for x in labels if (t := tree.text_of(x, seen, node, walk).strip(BLANK)))
        if text:
            return text, "label"
        return _input_name(node) if tag == "input" else None
    if tag in ("img", "area"):
        alt = node.attr("alt")
        return None if alt is None else (alt, "alt")
    if child := _CAPTIONS.get(tag):
        first = next((c for c in node.children if getattr(c, "tag", None) == child), None)
        return None if first is None else (tree.text_of(first, seen, node, walk), child)
    if tag in ("option", "optgroup", "track"):
        label = node.attr("label")
        return (label, "label") if label else None
    return None


def _input_name(node: Any) -> tuple[str, str] | None:
    kind = roles.input_type(node)
    if kind == "image":
        for name in ("alt", "value", "title"):
            if (text := node.attr(name)) and text.strip(BLANK):
                return text, name
        return _DEFAULTS[kind], "default"
    if kind in ("submit", "reset", "button"):
        value = node.attr("value")
        if value is not None:
            return value, "value"
        return (_DEFAULTS[kind], "default") if kind in _DEFAULTS else None
    return None


def _svg_name(node: Any) -> tuple[str, str] | None:
    for child in node.children:
        if getattr(child, "tag", None) == "title":
            # The tokenizer takes what a title holds for text, which in SVG may be markup.
            text = child.text
            return _MARKUP.sub("", text) if "<" in text else text, "svg-title"
    title = (node.attr("xlink:title") or "").strip(BLANK) if node.tag == "a" else ""
    return (title, "xlink:title") if title else None
