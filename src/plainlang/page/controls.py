"""What a form control holds and hints at: its value, its chosen options, its placeholder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plainlang.page import roles
from plainlang.page.tree import BLANK
from plainlang.patterns import compile_pattern

if TYPE_CHECKING:
    from plainlang.page.names import Accessibility

_RANGES = frozenset({"slider", "spinbutton", "scrollbar", "progressbar", "meter"})
_TYPED = frozenset({"textbox", "searchbox", "combobox", "spinbutton"})
_TYPED_INPUTS = frozenset({"text", "search", "url", "tel", "email", "password", "number"})
_SAID = ("aria-valuetext", "aria-valuenow")
_NUMBER = compile_pattern(r"-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?")


def value_of(tree: Accessibility, node: Any) -> str | None:
    """Return what a control inside a label stands for (AccName step 2C).

    None for what is no such control, and for one that holds nothing: browsers then say its own name.
    """
    role = tree.role(node)
    if role in ("textbox", "searchbox"):
        value = node.attr("value") or "" if node.tag == "input" else str(node.text)
    elif role in ("combobox", "listbox"):
        value = _choice(tree, node, role)
    elif role in _RANGES:
        value = next((v for n in _SAID if (v := (node.attr(n) or "").strip())), "") or _number(node)
    else:
        return None
    return value if value.strip(BLANK) else None


def _number(node: Any) -> str:
    """Return the value that a range, number, meter or progress of HTML has, "" when it has none."""
    value = _parsed(node.attr("value"))
    if node.tag == "input" and roles.input_type(node) == "range":
        low, high = _parsed(node.attr("min")) or 0.0, _parsed(node.attr("max"))
        high = max(low, 100.0 if high is None else high)
        value = min(max(low, low + (high - low) / 2 if value is None else value), high)
    elif node.tag == "meter" and value is None:
        value = 0.0
    return "" if value is None else f"{value:.15g}"


def _parsed(value: str | None) -> float | None:
    """Return a valid floating-point number (HTML Standard 2.3.4.3), None for anything else."""
    return float(value) if value and _NUMBER.fullmatch(value) else None


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
        if "multiple" in node.attrs:
            return chosen
        if not chosen and tree.role(node) == "combobox":  # it always shows one
            chosen = [o for o in options if not roles.is_disabled(o)][:1]
        return chosen[-1:]
    scopes = [node, *tree.relations.referred(node, "aria-owns")]
    return [o for s in scopes for o in s.select('[role="option" i][aria-selected="true" i]')]


def placeholder_of(node: Any, role: str) -> str:
    """Return the hint of a text field, the last that can name it."""
    if role not in _TYPED and node.tag != "textarea":
        if node.tag != "input" or roles.input_type(node) not in _TYPED_INPUTS:
            return ""
    return str(node.attr("placeholder") or node.attr("aria-placeholder") or "").strip(BLANK)
