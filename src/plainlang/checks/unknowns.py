"""What a source alone does not tell: parts that a template or a script fills in later.

A check asks here before it says that something is missing.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from plainlang.checks.match import per_page
from plainlang.findings import Span
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern

_TEMPLATE = compile_pattern(r"\{\{|\{%|<\?(?!xml)|<%")
_NO_SCRIPT = compile_pattern(r"</?noscript\b", re.IGNORECASE)
# Attributes by which Vue, Angular, Alpine, Thymeleaf and others set a text or a name.
_BOUND = compile_pattern(
    r"""^(?::|v-bind:|x-bind:|ng-attr-|bind:|\[(?:attr\.)?|th:|data-th-|\#)
        (?:alt|title|lang|text|utext|value|label|placeholder|aria-label|aria-labelledby|innerhtml|innertext
          |textcontent)\]?$
      | ^(?:v-text|v-html|x-text|x-html|ng-bind|ng-bind-html|data-ng-bind|data-bind|v-bind|th:attr
          |data-sly-text|data-i18n|data-l10n-id)$""",
    re.VERBOSE,
)

# Whatever a template writes into these, it gives an element no name.
_NAMELESS = ("src", "srcset", "href", "class", "width", "height", "loading", "target", "rel")


def is_templated(page: Page, span: Span) -> bool:
    """Tell whether template syntax stands in a part of the source."""
    return (
        _may_be_templated(page) and _TEMPLATE.search(page.source, span.start, span.end) is not None
    )


@per_page
def _may_be_templated(page: Page) -> bool:
    source = page.source
    return (
        "<?" in source or "<%" in source or ("{" in source and ("{{" in source or "{%" in source))
    )


def is_bound(element: Element) -> bool:
    """Tell whether a template or a script sets attributes of an element that are not known here."""
    attrs = element.node.attrs
    return any(UNKNOWN in name or _BOUND.match(name) for name in attrs)


def is_for_no_script(element: Element) -> bool:
    """Tell whether an element stands between noscript tags: browsers with scripts do not show it.

    The tree does not say it where a `noscript` in the head holds what belongs in the body.
    """
    tags = _no_script_tags(element.page)
    if not tags:
        return False
    before = bisect_left(tags, element.span.start)
    return before > 0 and element.page.source[tags[before - 1] + 1] != "/"


@per_page
def _no_script_tags(page: Page) -> list[int]:
    """Return where the start and end tags of `noscript` stand in the source."""
    return [match.start() for match in _NO_SCRIPT.finditer(page.source)]


def is_open(element: Element) -> bool:
    """Tell whether what an element says, or is called, may be filled in later."""
    parts = [element, *map(element.page.element, element.node.select("*"))]
    if any(map(is_bound, parts)) or is_for_no_script(element):
        return True
    source, outer = element.page.source, element.outer
    marks = [m.start() for m in _TEMPLATE.finditer(source, outer.start, outer.end)]
    if not marks:
        return False
    closed = [part.value_span(name) for part in parts for name in _NAMELESS if part.get(name)]
    return not all(any(span.start <= mark < span.end for span in closed) for mark in marks)
