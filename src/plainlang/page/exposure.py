"""Which elements readers see, and which assistive technology meets.

From the source alone: `hidden`, `inert`, `aria-hidden`, the defaults of HTML, and the styles at hand.
(WAI-ARIA 1.2, 7.1; HTML Standard 6.1, 6.3, 15.3.)
"""

from __future__ import annotations

from typing import Any

from plainlang.page import roles
from plainlang.page.css.styles import MAY_HIDE, Styles, default_display
from plainlang.page.hidden import is_aria_hidden
from plainlang.page.relations import Relations
from plainlang.page.tree import DocumentFragment, Element, Namespace

_REPLACED = frozenset(
    """audio br canvas embed frame frameset iframe img input meter object progress select textarea video
    wbr""".split()
)
_BOX, _VISIBLE, _EXPOSED, _CONTENTS = 1, 2, 4, 8
_SHOWN = _BOX | _VISIBLE | _EXPOSED
_ALL = _SHOWN | _CONTENTS
_PAINTED = _VISIBLE | _CONTENTS


class Exposure:
    """Answers for one document; each element's answer is made of its parent's, once."""

    __slots__ = ("_relations", "_states", "_styles")

    def __init__(self, styles: Styles, relations: Relations) -> None:
        self._styles = styles
        self._relations = relations
        self._states: dict[Any, int] = {}

    def has_box(self, node: Any) -> bool:
        """Tell whether an element takes part in the layout (no `display: none` above it)."""
        return bool(self._state(node) & _BOX)

    def is_visible(self, node: Any) -> bool:
        """Tell whether an element's own text is painted: `visibility` and `content-visibility` alone."""
        return self._state(node) & _PAINTED == _PAINTED

    def is_rendered(self, node: Any) -> bool:
        """Tell whether readers who see can see the element; `aria-hidden` does not matter."""
        return self._state(node) & (_BOX | _VISIBLE) == _BOX | _VISIBLE

    def is_exposed(self, node: Any) -> bool:
        """Tell whether neither `aria-hidden` nor `inert` takes the element away."""
        return bool(self._state(node) & _EXPOSED)

    def is_hidden(self, node: Any) -> bool:
        """Tell whether the element is left out of the accessibility tree."""
        return self._state(node) & _SHOWN != _SHOWN

    def is_shut(self, node: Any) -> bool:
        """Tell whether an element is a popover, which shows nothing until someone opens it.

        What is in it is no part of what is around it, but is met once it is open, as in `details`.
        """
        attrs = node.attrs
        if "popover" not in attrs or node.namespace is not Namespace.HTML:
            return False
        if node.tag == "dialog" and "open" in attrs:
            return False
        return not self._styles.own_display(node)

    def _state(self, node: Any) -> int:
        states = self._states
        if (known := states.get(node)) is not None:
            return known
        chain = []
        while isinstance(node, Element) and node not in states:
            chain.append(node)
            node = self._holder(node)
        unused = node is None and bool(chain) and self._has_no_place(chain[-1])
        state = 0 if unused else states.get(node, _ALL)
        for inner in reversed(chain):
            state = states[inner] = self._own(inner, state)
        return state

    def _holder(self, node: Any) -> Any:
        """Return the element that an element is shown in: an area in its image, others in their parent."""
        if node.tag == "area":
            image = self._relations.image_of(node)
            return node.parent if image is node else image
        parent = node.parent
        if isinstance(parent, DocumentFragment):
            # What a template or a web component holds stands in a fragment of its own.
            return getattr(parent, "host", None) or parent.parent
        if self._relations.has_roots and getattr(parent, "shadow_root", None) is not None:
            return node.assigned_slot
        return parent

    def _has_no_place(self, node: Any) -> bool:
        """Tell whether an element is shown nowhere: no image has its map, no component a slot for it."""
        return node.tag == "area" or getattr(node.parent, "shadow_root", None) is not None

    def _own(self, node: Any, state: int) -> int:
        styles = self._styles
        declared = styles.declared(node)
        attrs = node.attrs
        if not state & _CONTENTS:
            state &= ~_BOX
        if declared or "hidden" in attrs or node.tag in MAY_HIDE:
            if state & _BOX and self._hides_itself(node, attrs):
                state &= ~_BOX
        if declared:
            visible = styles.own_visibility(node)
            if visible is not None:
                state = state | _VISIBLE if visible else state & ~_VISIBLE
            if styles.skips_contents(node):
                state &= ~_CONTENTS
        if attrs and state & _EXPOSED and ("inert" in attrs or is_aria_hidden(attrs)):
            state &= ~_EXPOSED
        return state

    def _hides_itself(self, node: Any, attrs: Any) -> bool:
        tag = node.tag
        if tag == "input" and roles.input_type(node) == "hidden":
            return True
        display = self._styles.own_display(node)
        if display:
            # Without a box of its own, a replaced element or control shows nothing (CSS Display 3, 2.5).
            return display == "none" or (display == "contents" and tag in _REPLACED)
        if "hidden" in attrs:
            return True
        if tag == "dialog":
            return "open" not in attrs
        return tag != "area" and default_display(node) == "none"
