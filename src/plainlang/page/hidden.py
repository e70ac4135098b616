"""What readers are not shown: `hidden`, `aria-hidden`, `display: none`, `visibility: hidden`.

From attributes and `<style>` sheets alone. What a reader can open by hand (`details`, `dialog`,
`popover`, `hidden=until-found`) is text to read. Other elements' states are the caller's to know.
(HTML Standard 6.1; CSS Display 3, 2.5 and 4; CSS Containment 3, 4.2; WAI-ARIA 1.2, aria-hidden.)
"""

from __future__ import annotations

from typing import Any

from plainlang.page.css.sheets import Sheets

GONE, UNSEEN, SEEN = "gone", "unseen", "seen"
_DECIDING = frozenset({"display", "visibility", "content-visibility"})
_VISIBILITIES = {"hidden": UNSEEN, "collapse": UNSEEN, "visible": SEEN, "initial": SEEN}
_LINES = frozenset("block flex grid list-item table flow-root table-row table-cell".split())


class Hidden:
    """Answers for the elements of one tree. `has_sheets`: one without attributes may be styled."""

    __slots__ = ("_sheets", "has_sheets")

    def __init__(self, tree: Any, roots: tuple[Any, ...] = ()) -> None:
        self._sheets = Sheets((tree, *roots), _DECIDING)
        self.has_sheets = bool(self._sheets)

    def state(self, node: Any, attrs: dict[str, Any]) -> str | None:
        """Return what an element itself says: `GONE` with all in it, its text `UNSEEN` or `SEEN`.

        None when it says nothing, so that its text is shown as its parent's is.
        """
        if "aria-hidden" in attrs and (attrs["aria-hidden"] or "").strip().lower() == "true":
            return GONE
        hidden = "hidden" in attrs and (attrs["hidden"] or "").lower() != "until-found"
        if not self.has_sheets and "style" not in attrs:
            return GONE if hidden else None
        declared = self._sheets.declared(node)
        display = declared.get("display", "").lower()
        if display == "none" or (hidden and (not display or display.startswith("revert"))):
            return GONE
        if declared.get("content-visibility", "").lower() == "hidden":
            return GONE
        return _VISIBILITIES.get(declared.get("visibility", "").lower())

    def stands_apart(self, node: Any, attrs: dict[str, Any]) -> bool:
        """Tell whether a style puts an element on lines of its own, whatever its tag."""
        if not self.has_sheets and "style" not in attrs:
            return False
        return self._sheets.declared(node).get("display", "").lower() in _LINES
