"""Names that HTML and SVG themselves give: alt, label, legend, caption, title, value (HTML-AAM 4.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plainlang.page import roles

if TYPE_CHECKING:
    from plainlang.page.names import Accessibility

LABELABLE = ("button", "input", "meter", "output", "progress", "select", "textarea")
_CAPTIONS = {"fieldset": "legend", "table": "caption", "figure": "figcaption"}
_DEFAULTS = {"submit": "Submit", "reset": "Reset", "image": "Submit Query"}
_BLANK = " \t\n\r\f"
_TITLED_SVG = frozenset(
    "svg g circle ellipse line path polygon polyline rect use image symbol text a".split()
)


def native_name(
    tree: Accessibility, node: Any, walk: Any, seen: set[Any]
) -> tuple[str, str] | None:
    """Return the name that the host language gives and its source; None when it gives none."""
    tag = node.tag
    if tag in LABELABLE:
        labels = [x for x in tree.labels_of(node) if x not in seen] if not walk.labelling else []
        text = " ".join(t for x in labels if (t := tree.text_of(x, seen, node).strip(_BLANK)))
        if text:
            return text, "label"
    if tag == "input":
        return _input_name(node)
    if tag in ("img", "area"):
        alt = node.attr("alt")
        if alt is not None and alt.strip(_BLANK):
            return alt, "alt"
        return None
    if child := _CAPTIONS.get(tag):
        first = next((c for c in node.children if getattr(c, "tag", None) == child), None)
        if first is not None:
            return tree.text_of(first, seen, node), child
    if tag in ("option", "optgroup", "track"):
        label = node.attr("label")
        return (label, "label") if label else None
    if tag in _TITLED_SVG and (tag == "svg" or node.closest("svg") is not None):
        return _svg_name(node)
    return None


def _input_name(node: Any) -> tuple[str, str] | None:
    kind = roles.input_type(node)
    if kind == "image":
        for name in ("alt", "value", "title"):
            if (text := node.attr(name)) and text.strip(_BLANK):
                return text, name
        return _DEFAULTS[kind], "value"
    if kind in ("submit", "reset", "button"):
        value = node.attr("value")
        if value is not None:
            return (value, "value") if value.strip(_BLANK) else None
        return (_DEFAULTS[kind], "value") if kind in _DEFAULTS else None
    return None


def _svg_name(node: Any) -> tuple[str, str] | None:
    for child in node.children:
        if getattr(child, "tag", None) == "title":
            return child.text, "svg-title"
    for name in ("xlink:title",):
        if text := (node.attr(name) or "").strip(_BLANK):
            return text, "xlink:title"
    return None


def placeholder_of(node: Any, role: str) -> str:
    """Return the hint of a text field, the last that can name it."""
    if role not in ("textbox", "searchbox", "combobox", "spinbutton") and not (
        node.tag == "input" and roles.input_type(node) == "password"
    ):
        return ""
    return str(node.attr("placeholder") or node.attr("aria-placeholder") or "").strip(_BLANK)


def selected_options(tree: Accessibility, node: Any) -> list[Any]:
    """Return the chosen options of a listbox or combobox, native or ARIA."""
    if node.tag == "select":
        options = node.select("option")
        chosen = [o for o in options if "selected" in o.attrs]
        return chosen or (options[:1] if tree.role(node) == "combobox" else [])
    owned = [tree.by_id(i) for i in (node.attr("aria-owns") or "").split()]
    scopes = [node, *(o for o in owned if o is not None)]
    found = [o for s in scopes for o in s.select('[role="option" i][aria-selected="true" i]')]
    return found
