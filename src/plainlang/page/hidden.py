"""What readers are not shown: `hidden`, `aria-hidden`, `display: none`, `visibility: hidden`.

From attributes and `<style>` sheets alone. What a reader can open by hand (`details`, `dialog`,
`popover`, `hidden=until-found`, what `openers` knows) is text to read. Other elements' states are the
caller's to know.
(HTML Standard 6.1; CSS Display 3, 2.5 and 4; CSS Containment 2, 4.1; WAI-ARIA 1.2, aria-hidden.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plainlang.page.css.styles import Styles
from plainlang.page.kinds import BLOCKS
from plainlang.page.template import UNKNOWN

if TYPE_CHECKING:
    from plainlang.page.openers import Openers
    from plainlang.page.regions import Context

GONE, UNSEEN, SEEN, OPENED = "gone", "unseen", "seen", "opened"
_CONTENT = frozenset({"main", "aside"})  # regions of what is read closely
_DEEPEST = 4  # opened parts in opened parts: one look at each of more would be too many
_TITLES = frozenset({"heading", "term", "caption"})
_LINES = frozenset("block flex grid list-item table flow-root table-row table-cell".split())


class Hidden:
    """Answers for the elements of one tree. `has_sheets`: one without attributes may be styled."""

    __slots__ = ("_openers", "_styles", "_trees", "has_sheets")

    def __init__(self, styles: Styles, trees: tuple[Any, ...]) -> None:
        self._styles = styles
        self._trees = trees
        self._openers: Openers | None = None
        self.has_sheets = styles.sheets_decide

    def state(self, node: Any, attrs: dict[str, Any]) -> str | None:
        """Return what an element itself says: `GONE` with all in it, its text `UNSEEN` or `SEEN`.

        `OPENED`: it is hidden, and readers open it. None when it says nothing, so that its text is shown as its parent's is.
        """
        if is_aria_hidden(attrs):
            return self._unless_opened(node, attrs, GONE)
        hidden = "hidden" in attrs and (attrs["hidden"] or "").lower() != "until-found"
        if not self.has_sheets and "style" not in attrs:
            return self._unless_opened(node, attrs, GONE) if hidden else None
        styles = self._styles
        display = styles.own_display(node)
        if display == "none" or (hidden and not display) or styles.skips_contents(node):
            return self._unless_opened(node, attrs, GONE)
        visible = styles.own_visibility(node)
        if visible is None:
            return None
        return SEEN if visible else self._unless_opened(node, attrs, UNSEEN)

    def context_in(self, state: str, node: Any, attrs: dict[str, Any], context: Context) -> Context:
        """Return the context in an element of such a state; a menu that opens is no content."""
        if state != OPENED:
            seen = state == SEEN
            return context if seen == context.seen else context._replace(seen=seen)
        region = context.region
        if region in _CONTENT and context.opened < _DEEPEST:
            from plainlang.page.openers import region_of_opened

            region = region_of_opened(node, attrs, region)
        return context._replace(seen=True, region=region, opened=context.opened + 1)

    def _unless_opened(self, node: Any, attrs: dict[str, Any], state: str) -> str:
        if node.tag not in BLOCKS:  # what is part of a line opens over it, not in it
            return state
        by_style = self._styles.opens(node)
        if not by_style and not attrs:
            return state
        if self._openers is None:
            from plainlang.page.openers import Openers

            self._openers = Openers(self._trees)
        return OPENED if self._openers.open(attrs, by_style=by_style) else state

    def stands_apart(self, node: Any, attrs: dict[str, Any]) -> bool:
        """Tell whether a style puts an element on lines of its own, whatever its tag."""
        if not self.has_sheets and "style" not in attrs:
            return False
        return self._styles.own_display(node) in _LINES


def is_permalink(node: Any, attrs: dict[str, Any], kind: str) -> bool:
    """Tell whether a link in a heading only leads to the heading itself, by a sign such as `¶` or `#`.

    Site generators put one there, and show it to who points at the heading. `kind` is that of its block.
    """
    if kind not in _TITLES:
        return False
    text = node.text
    if not attrs["href"].startswith("#") or UNKNOWN in text or any(map(str.isalnum, text)):
        return False
    return node.select_one("img[alt]:not([alt=''])") is None


def is_aria_hidden(attrs: dict[str, Any]) -> bool:
    """Tell whether an element asks that assistive technology leaves it out, with all in it."""
    return "aria-hidden" in attrs and (attrs["aria-hidden"] or "").strip().lower() == "true"
