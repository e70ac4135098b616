"""What a reader cannot see: `hidden`, `aria-hidden`, `display: none`, `visibility: hidden`.

Attributes are read as they are. Style sheets are asked only about elements that a rule which hides
something selects. (HTML Standard 6.1; CSS Display 3; WAI-ARIA 1.2 aria-hidden.)
"""

from __future__ import annotations

import re
from typing import Any

_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class Hidden:
    """Tells whether an element is hidden by itself (its ancestors are the caller's to know)."""

    __slots__ = ("_styled",)

    def __init__(self, tree: Any) -> None:
        self._styled = _hidden_by_style(tree)

    def __call__(self, node: Any, attrs: dict[str, Any]) -> bool:
        if "hidden" in attrs and (attrs["hidden"] or "").lower() != "until-found":
            return True
        if "aria-hidden" in attrs and (attrs["aria-hidden"] or "").strip().lower() == "true":
            return True
        style = attrs.get("style")
        if style and _HIDES.search(style):
            return True
        return bool(self._styled) and node in self._styled


def _hidden_by_style(tree: Any) -> set[Any]:
    found: set[Any] = set()
    for sheet in tree.select("style"):
        css = _COMMENT.sub("", sheet.text)
        if _HIDES.search(css) is None:
            continue
        for selector, body in _RULE.findall(css):
            if _HIDES.search(body):
                found.update(_matched(tree, selector))
    if not found:
        return found
    from turbohtml.cssom import computed_style

    return {node for node in found if _is_hidden(computed_style(node))}


def _matched(tree: Any, selector: str) -> list[Any]:
    selector = selector.strip()
    if selector.startswith("@") or "::" in selector:
        return []
    try:
        return list(tree.select(selector))
    except ValueError:
        return []


def _is_hidden(style: Any) -> bool:
    return style.get("display") == "none" or style.get("visibility") in ("hidden", "collapse")
