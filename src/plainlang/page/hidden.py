"""What readers are not shown: `hidden`, `aria-hidden`, `display: none`, `visibility: hidden`.

From attributes and `<style>` sheets alone. What a reader can open by hand (`details`, `dialog`,
`popover`, `hidden=until-found`, what `openers` knows) is text to read. Other elements' states are the
caller's to know.
(HTML Standard 6.1; CSS Display 3, 2.5 and 4; CSS Containment 2, 4.1; WAI-ARIA 1.2, aria-hidden.)
"""

from __future__ import annotations

from typing import Any

from plainlang.page.css.styles import Styles
from plainlang.page.openers import Openers

GONE, UNSEEN, SEEN = "gone", "unseen", "seen"
_LINES = frozenset("block flex grid list-item table flow-root table-row table-cell".split())


class Hidden:
    """Answers for the elements of one tree. `has_sheets`: one without attributes may be styled."""

    __slots__ = ("_openers", "_styles", "has_sheets")

    def __init__(self, styles: Styles, openers: Openers) -> None:
        self._styles = styles
        self._openers = openers
        self.has_sheets = styles.sheets_decide

    def state(self, node: Any, attrs: dict[str, Any]) -> str | None:
        """Return what an element itself says: `GONE` with all in it, its text `UNSEEN` or `SEEN`.

        None when it says nothing, so that its text is shown as its parent's is.
        """
        state = self._own(node, attrs)
        if state in (GONE, UNSEEN) and attrs and self._openers.open(node, attrs):
            return SEEN
        return state

    def _own(self, node: Any, attrs: dict[str, Any]) -> str | None:
        if is_aria_hidden(attrs):
            return GONE
        hidden = "hidden" in attrs and (attrs["hidden"] or "").lower() != "until-found"
        if not self.has_sheets and "style" not in attrs:
            return GONE if hidden else None
        styles = self._styles
        display = styles.own_display(node)
        if display == "none" or (hidden and not display) or styles.skips_contents(node):
            return GONE
        visible = styles.own_visibility(node)
        return None if visible is None else SEEN if visible else UNSEEN

    def stands_apart(self, node: Any, attrs: dict[str, Any]) -> bool:
        """Tell whether a style puts an element on lines of its own, whatever its tag."""
        if not self.has_sheets and "style" not in attrs:
            return False
        return self._styles.own_display(node) in _LINES

    def is_bold(self, node: Any, attrs: dict[str, Any]) -> bool | None:
        """Tell whether a style makes an element bold or takes that from it; None when none does."""
        if not self._styles.sheets_weigh and (not attrs or "style" not in attrs):
            return None
        return self._styles.own_boldness(node)


def is_aria_hidden(attrs: dict[str, Any]) -> bool:
    """Tell whether an element asks that assistive technology leaves it out, with all in it."""
    return "aria-hidden" in attrs and (attrs["aria-hidden"] or "").strip().lower() == "true"
