"""What a whole page says about itself: its language and its title.

Fragments, Markdown and text have neither, so these checks leave them alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from plainlang.checks.match import Match, told
from plainlang.checks.structure.names import is_blank
from plainlang.checks.unknowns import is_bound, is_templated
from plainlang.findings import Edit, Fix, Span
from plainlang.language.subtags import is_registered, primary_subtag, tag_meant
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.page.tree import Element as Node
from plainlang.page.tree import Namespace, Text
from plainlang.page.visible_text import is_seen
from plainlang.patterns import compile_pattern

_DOCTYPE = compile_pattern(r"<!doctype\s+html\b[^>]*>", re.IGNORECASE)
_BODY = compile_pattern(r"<body\b", re.IGNORECASE)
_SPOKEN = ("alt", "aria-label", "title", "placeholder")


def root_of(page: Page) -> Element | None:
    """Return the `html` element of a whole HTML page, None for fragments and other documents."""
    if not page.is_document:
        return None
    root = page.element(page.tree.select_one("html"))
    is_html = root.node.source_location is not None or _DOCTYPE.search(page.source) is not None
    return root if is_html else None


def span_of_root(page: Page, root: Element) -> Span:
    """Return the start tag of `html`; the doctype where the tag is left out."""
    if root.node.source_location is not None:
        return root.span
    doctype = _DOCTYPE.search(page.source)
    return Span(*doctype.span()) if doctype else Span(0, 0)


def page_has_no_language(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report a page whose `html` element has no language."""
    root = root_of(page)
    if root is None or not is_blank(root.get("lang") or ""):
        return
    if page.path.lower().endswith((".xhtml", ".xht")) and (root.get("xml:lang") or "").strip():
        return
    if not is_bound(root) and not is_templated(page, span_of_root(page, root)):
        yield Match(span_of_root(page, root))


def page_language_is_unknown(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report a page whose language is not one that is registered."""
    root = root_of(page)
    if root is not None and _is_unregistered(root):
        yield _language_match(root)


def part_language_is_unknown(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report elements with a language that is not registered, if a text is in it."""
    for element in elements:
        if element.tag in ("html", "head") or element.node.namespace is not Namespace.HTML:
            continue
        value = element.get("lang") or ""
        # Blanks are a tag that means nothing; no tag at all says that the language is not known.
        if not (_is_unregistered(element) or (value and is_blank(value))):
            continue
        if element.node.closest("head, template") is None and _has_own_text(page, element.node):
            yield _language_match(element)


def languages_differ(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report a page whose `lang` and `xml:lang` name two languages."""
    root = root_of(page)
    if root is None:
        return
    one, other = root.get("lang") or "", root.get("xml:lang") or ""
    if UNKNOWN in one + other or not (is_registered(one) and is_registered(other)):
        return
    if primary_subtag(one) != primary_subtag(other):
        yield Match(root.span, {"lang": one.strip(), "other": other.strip()})


def _is_unregistered(element: Element) -> bool:
    value = element.get("lang") or ""
    if is_blank(value) or is_registered(value):
        return False
    return not any(sign in value for sign in (UNKNOWN, *"@$%[]{}<>()"))  # those of templates


def _language_match(element: Element) -> Match:
    value = (element.get("lang") or "").strip()
    span = element.value_span("lang")
    meant = tag_meant(value)
    exact = meant is not None and element.page.source[span.start : span.end].strip() == value
    fix = (
        Fix((Edit(span, meant),), told(element.page, f"Write “{meant}”", f"Escriba “{meant}”"))
        if meant and exact
        else None
    )
    return Match(span, {"tag": value}, excerpt=value, suggestion=meant, fix=fix)


def _has_own_text(page: Page, node: Node) -> bool:
    """Tell whether readers meet a text that takes its language from this very element."""
    waiting: list[Any] = [node]
    while waiting:
        at = waiting.pop()
        if isinstance(at, Text):
            if not is_blank(at.data) and is_seen(page.accessibility, at.parent):
                return True
        elif isinstance(at, Node):
            if at is not node and "lang" in at.attrs:
                continue
            if any((at.attr(name) or "").strip() for name in _SPOKEN):
                if is_seen(page.accessibility, at):
                    return True
            waiting.extend(at.children)
    return False


def page_has_no_title(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report a page without a title, or whose first title is blank."""
    root = root_of(page)
    if root is None:
        return
    title = next((e for e in page.select("title") if _is_title(e.node)), None)
    if title is not None:
        if is_blank(title.text) and not is_templated(page, title.outer):
            yield Match(title.span)
    elif not is_templated(page, _head(page)):
        yield Match(span_of_root(page, root))


def _is_title(node: Node) -> bool:
    return node.namespace is Namespace.HTML and node.closest("template") is None


def _head(page: Page) -> Span:
    """Return what comes before the body."""
    body = _BODY.search(page.source)
    return Span(0, body.start() if body else len(page.source))
