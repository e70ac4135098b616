"""What a form control holds and hints at: its value, its chosen options, its placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plainlang.page import roles

if TYPE_CHECKING:
    from plainlang.page.names import Accessibility

_BLANK = " \t\n\r\f"
_RANGES = frozenset({"slider", "spinbutton", "scrollbar"})


def value_of(tree: Accessibility, node: Any) -> str | None:
    """Return what a control inside a label stands for, None for what is none (AccName step 2C)."""
    role = tree.role(node)
    if role in ("textbox", "searchbox"):
        return node.attr("value") or "" if node.tag == "input" else str(node.text)
    if role in ("combobox", "listbox"):
        return _choice(tree, node, role)
    if role in _RANGES or role in ("progressbar", "meter"):
        for name in ("aria-valuetext", "aria-valuenow", "value"):
            if value := (node.attr(name) or "").strip():
                return value
        return "" if role in _RANGES else None
    return None


def _choice(tree: Accessibility, node: Any, role: str) -> str:
    if node.tag == "input":
        return node.attr("value") or ""
    chosen = selected_options(tree, node)
    if not chosen and node.tag != "select" and role == "combobox":
        return node.attr("value") or str(node.text)
    return " ".join(tree.name(option).text for option in chosen)


def selected_options(tree: Accessibility, node: Any) -> list[Any]:
    """Return the chosen options of a listbox or combobox, native or ARIA."""
    if node.tag == "select":
        options = node.select("option")
        chosen = [o for o in options if "selected" in o.attrs]
        return chosen or (options[:1] if tree.role(node) == "combobox" else [])
    scopes = [node, *tree.relations.referred(node, "aria-owns")]
    return [o for s in scopes for o in s.select('[role="option" i][aria-selected="true" i]')]


def placeholder_of(node: Any, role: str) -> str:
    """Return the hint of a text field, the last that can name it."""
    if role not in ("textbox", "searchbox", "combobox", "spinbutton") and not (
        node.tag == "input" and roles.input_type(node) == "password"
    ):
        return ""
    return str(node.attr("placeholder") or node.attr("aria-placeholder") or "").strip(_BLANK)
