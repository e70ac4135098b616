"""What readers who see can read inside an element: text that is painted on the screen.

Unlike an accessible name it takes in `aria-hidden` text and leaves out text that only screen readers get.
"""

from __future__ import annotations

import re
from typing import Any

from plainlang.page import roles
from plainlang.page.css.styles import Styles
from plainlang.page.names import Accessibility
from plainlang.page.tree import Element, Text
from plainlang.patterns import compile_pattern

# Classes of well-known style sheets, which are rarely at hand, that move a text out of sight.
_UNSEEN = compile_pattern(
    r"""(?:^|[-_\s])(?:sr-?only|visually-?hidden|visuallyhidden|screen-?reader(?:-text|-only)?|show-for-sr
    |element-invisible|a11y-hidden|hidden-visually|off-?screen|clip-?text)(?:$|[\s])""",
    re.VERBOSE | re.IGNORECASE,
)
_ICONS = compile_pattern(r"(?:^|\s)material-(?:icons|symbols)|(?:^|\s)ligature", re.IGNORECASE)
_ICON_FONT = compile_pattern(r"icon|symbols?\b|awesome|glyph", re.IGNORECASE)
_FAR = compile_pattern(r"-\s*(\d+(?:\.\d+)?)\s*(px|r?em|vw|vh|%)?")
_NO_AREA = compile_pattern(
    r"rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)"
    r"|inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0(?:px)?\s+0(?:px)?\s*\)"
)
_NOTHING = compile_pattern(r"0(?:\.0*)?%?")
_TINY = compile_pattern(r"[01](?:px)?$")
_BUTTONS = frozenset({"submit", "reset", "button"})
_BLANK = compile_pattern(r"\s+")


def visible_text(tree: Accessibility, node: Any) -> str:
    """Return the text that is painted inside an element, blanks collapsed; icon fonts are no text."""
    parts: list[str] = []
    waiting: list[Any] = [node]
    while waiting:
        at = waiting.pop()
        if isinstance(at, str):
            parts.append(at)
        elif isinstance(at, Text):
            if tree.exposure.is_visible(at.parent):
                parts.append(at.data)
        elif isinstance(at, Element):
            if at.tag == "br":
                parts.append(" ")
            elif (
                tree.exposure.has_box(at)
                and (at is node or not tree.exposure.is_shut(at))
                and not is_out_of_sight(tree.styles, at)
                and not _is_icon(tree, at)
            ):
                apart = tree.styles.display(at) not in ("inline", "contents")
                inner = [_value_shown(at)] if at.tag == "input" else list(at.children)
                waiting.extend([" ", *reversed(inner), " "] if apart else reversed(inner))
    return _BLANK.sub(" ", "".join(parts)).strip()


def _value_shown(node: Any) -> str:
    """Return what stands on a button made with `input`; browsers have words of their own if none."""
    return (node.attr("value") or "") if roles.input_type(node) in _BUTTONS else ""


def is_seen(tree: Accessibility, node: Any) -> bool:
    """Tell whether anyone meets an element: on the screen, or through assistive technology."""
    if not tree.is_hidden(node):
        return True
    if not tree.is_rendered(node):
        return False
    while isinstance(node, Element):
        if is_out_of_sight(tree.styles, node):
            return False
        node = node.parent
    return True


def is_out_of_sight(styles: Styles, node: Any) -> bool:
    """Tell whether an element itself is moved or cut off the screen, where screen readers still read it."""
    classes = node.attr("class")
    if classes and _UNSEEN.search(classes):
        return True
    if _NOTHING.fullmatch(styles.get(node, "opacity")):
        return True
    if _is_far(styles.get(node, "text-indent")):
        return True
    if styles.get(node, "position") in ("absolute", "fixed"):
        if any(_is_far(styles.get(node, side)) for side in ("left", "top", "right", "bottom")):
            return True
        if _NO_AREA.search(styles.get(node, "clip")):
            return True
    if _NO_AREA.search(styles.get(node, "clip-path")):
        return True
    tiny = all(_TINY.match(styles.get(node, side)) for side in ("width", "height"))
    return tiny and styles.get(node, "overflow") in ("hidden", "clip")


def _is_far(value: str) -> bool:
    found = _FAR.match(value)
    if found is None:
        return False
    return float(found[1]) >= (900 if found[2] in (None, "px") else 99)


def _is_icon(tree: Accessibility, node: Any) -> bool:
    """Tell whether an element's text is drawn as signs: the font is one of icons."""
    classes = node.attr("class")
    if classes and _ICONS.search(classes):
        return True
    first = tree.styles.get(node, "font-family").partition(",")[0]  # the others are fallbacks
    return _ICON_FONT.search(first) is not None
