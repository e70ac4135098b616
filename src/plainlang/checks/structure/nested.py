"""Controls that stand in another control, so that assistive technology does not tell of them.

The children of a button, a tab, an image and some others are presentational: only their text counts.
(WAI-ARIA 1.2, 5.2.8; HTML Standard 4.10.6, content model.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainlang.checks.match import Match
from plainlang.checks.structure.names import is_passed_by
from plainlang.checks.unknowns import is_for_no_script
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.roles import is_interactive

_CHILDLESS = frozenset(
    """button checkbox graphics-symbol img menuitemcheckbox menuitemradio meter option progressbar radio
    scrollbar separator slider switch tab""".split()
)
# What is in these is shown only where the browser cannot show the element itself.
_FALLBACK = frozenset("meter progress object audio video iframe".split())


def control_is_nested(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report selected elements with presentational children among which one takes focus."""
    end = 0
    for element in elements:
        if element.role not in _CHILDLESS or element.tag in _FALLBACK or element.is_hidden:
            continue
        if element.span.start < end:
            continue  # what it stands in has been looked through
        end = element.outer.end
        inner = next((e for e in map(page.element, element.node.select("*")) if _is_met(e)), None)
        if inner is not None and not is_for_no_script(element):
            yield Match(element.span, {"inner": inner.role or inner.tag, "outer": element.role})


def _is_met(element: Element) -> bool:
    """Tell whether an element takes focus: by its nature, or by a `tabindex` for the Tab key."""
    node = element.node
    if not element.page.accessibility.is_focusable(node):
        return False
    return is_interactive(node) or not is_passed_by(element)
