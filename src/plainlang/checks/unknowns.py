"""What a source alone does not tell: parts that a template or a script fills in later.

A check asks here before it says that something is missing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from plainlang.checks.match import per_page
from plainlang.findings import Span
from plainlang.page import Page
from plainlang.page.directives import PROGRAM
from plainlang.page.element import Element
from plainlang.page.relations import LABELABLE
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern

_TEMPLATE = compile_pattern(
    r"\{\{|\{%|<\?(?!xml)|<%|\{!!|[$#]\{|@(?:lang|yield|include\w*)\(|<!--\#"
)
_NO_SCRIPT = compile_pattern(r"</?noscript\b", re.IGNORECASE)
# Attributes by which Vue, Angular, Alpine, Thymeleaf and others set a text or a name.
_BOUND = compile_pattern(
    r"""^(?::|v-bind:|x-bind:|ng-attr-|bind[:-]|\[(?:attr\.)?|th:|data-th-|\#|\.)
        (?:alt|title|lang|text|utext|value|label|placeholder|aria-label|aria-labelledby|innerhtml|innertext
          |textcontent)\]?$
      | ^(?:v-text|v-html|x-text|x-html|ng-bind|ng-bind-html|data-ng-bind|data-bind|v-bind|th:attr
          |data-sly-text|data-i18n|data-l10n-id)$
      | ^\{(?!(?:src|srcset|href|class|width|height|style)\}$)""",
    re.VERBOSE,
)

_BOUND_ID = compile_pattern(r"^(?::|v-bind:|x-bind:|bind:|\[(?:attr\.)?)id\]?$")
# Whatever a template writes into these, it gives an element no name.
_NAMELESS = frozenset(
    "src srcset sizes href name class style width height loading target rel action method tabindex".split()
)
# In a tag these only choose between attributes, and those stand in the page.
_CHOICE = compile_pattern(
    r"""[{<]%[-=+~]?\s*(?:if|elif|elsif|else|elseif|endif|unless|endunless|end)\b
      | \{\{[-~]?\s*(?:[\#/](?:if|unless)\b|else\b|if\b|end\b) | <\?(?:php)?\s+(?:if|else|elseif|endif)\b""",
    re.VERBOSE,
)
# What stands in these is filled in where the part is used.
_SLOTS = frozenset({"slot", "ng-content", "ng-container"})


def is_templated(page: Page, span: Span) -> bool:
    """Tell whether template syntax stands in a part of the source, outside of programs and styles."""
    return _may_be_templated(page) and bool(
        _TEMPLATE.search(_without_programs(page), span.start, span.end)
    )


@per_page
def _without_programs(page: Page) -> str:
    return PROGRAM.sub(lambda found: " " * len(found[0]), page.source)


@per_page
def _may_be_templated(page: Page) -> bool:
    source = page.source
    return (
        "<?" in source
        or "<%" in source
        or "<!--#" in source
        or ("{" in source and ("{{" in source or "{%" in source))
        or UNKNOWN in page.markup  # what the other marks print
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
    node = element.node
    if node.tag in LABELABLE:
        if any(_BOUND_ID.match(name) for name in node.attrs):
            return True
        labels = element.page.accessibility.relations.labels_of(node)
        if any(
            is_open(element.page.element(label))
            for label in labels
            if node not in label.descendants
        ):
            return True
    parts = [element, *map(element.page.element, node.select("*"))]
    if any(map(is_bound, parts)) or is_for_no_script(element):
        return True
    if not element.page.roots and any(part.tag in _SLOTS for part in parts):
        return True
    source, outer = element.page.source, element.outer
    marks = [m.start() for m in _TEMPLATE.finditer(source, outer.start, outer.end)]
    if not marks:
        return False
    closed = sorted(
        part.value_span(name) for part in parts for name in part.node.attrs if _is_nameless(name)
    )
    tags = sorted(part.span for part in parts)
    return not all(
        _is_in(closed, mark) or (_CHOICE.match(source, mark) and _is_in(tags, mark))
        for mark in marks
    )


def _is_in(spans: list[Span], at: int) -> bool:
    """Tell whether an offset lies in one of some sorted spans that do not overlap."""
    before = bisect_right(spans, at, key=_start)
    return before > 0 and at < spans[before - 1].end


def _start(span: Span) -> int:
    return span.start


def _is_nameless(attribute: str) -> bool:
    return attribute in _NAMELESS or attribute.startswith(("on", "data-"))
