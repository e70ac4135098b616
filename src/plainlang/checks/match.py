"""Match: what a check yields. The engine makes it a finding with the rule's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

from plainlang.findings import Edit, Fix, Related, Span
from plainlang.language.subtags import primary
from plainlang.page import Page
from plainlang.records import NamedTuple

T = TypeVar("T")
MESSAGES = "message-language"  # of `page.facts`: where the engine puts the language of messages, if one is set
_NONE: Mapping[str, Any] = {}  # nobody writes to it


class Match(NamedTuple):
    """One place where a rule's defect stands.

    `values` fill the placeholders of the rule's message, why and fix. `excerpt` is what a reader
    sees there; None takes it from the source. `references` replaces the
    rule's where a place fails fewer of them.
    """

    span: Span
    values: Mapping[str, Any] = _NONE
    excerpt: str | None = None
    suggestion: str | None = None
    fix: Fix | None = None
    term: str | None = None
    related: tuple[Related, ...] = ()
    needs_review: bool = False
    data: Mapping[str, Any] = _NONE
    references: dict[str, tuple[str, ...]] | None = None


def rewrite(
    page: Page, span: Span, text: str, words: str, *, what: str = "", safe: bool
) -> Fix | None:
    """Return the edit that writes `words` for a text, None where the source has it otherwise.

    Then markup stands inside it, or a character is written by its name. `what` says what the edit does.
    """
    if page.source[span.start : span.end] != text:
        return None
    what = what or told(page, f"Write “{words}”", f"Escriba “{words}”")
    return Fix((Edit(span, words),), what, safe=safe)


def told(page: Page, english: str, spanish: str) -> str:
    """Return what a fix does in the language of the page's messages."""
    language = page.facts.get(MESSAGES) or page.language
    return spanish if primary(language) == "es" else english


def per_page(function: Callable[..., T]) -> Callable[..., T]:
    """Compute something once a page, for all the rules that need it.

    Further arguments (settings) must be the same for all calls on one page.
    """
    key = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def once(page: Page, *args: Any) -> T:
        facts = page.facts
        if key not in facts:
            facts[key] = function(page, *args)
        found: T = facts[key]
        return found

    return once


@per_page
def files_asked(page: Page) -> dict[str, str]:
    """Return the other files that what is found on a page depends on, each with its stamp.

    Checks write into it; who keeps results looks whether the files are still the same.
    """
    return {}
