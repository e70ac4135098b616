"""Link labels that do not say where the link goes.

Labels are accessible names: what a screen reader says, `aria-label` and images included.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from turbohtml import Text

from plainlang.checks.inventory import links_of
from plainlang.checks.labels import content_words, fold, fold_label, folded, language_of
from plainlang.checks.link_context import link_context
from plainlang.checks.match import Match
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.rules.model import Words

# What a vague label still passes when the text around it says where the link goes.
_ALONE: dict[str, tuple[str, ...]] = {"wcag": ("2.4.9",), "act": ("aizyf1",)}


def label_is_vague(
    page: Page, elements: Sequence[Element], *, labels: Words, fillers: Words
) -> Iterator[Match]:
    """Report links whose whole label is on a stop list, or made of nothing but filler words.

    `labels` are whole labels; `fillers` are words that say nothing about a target. A label of
    fillers alone is vague if one of them is a vague label by itself: "view our page here".
    """
    for link in links_of(page):
        name = link.name
        if not name or UNKNOWN in name or link.region == "references":
            continue
        language = language_of(link)
        stop, filling = folded(labels(language)), folded(fillers(language))
        label = fold_label(name)
        if not label or not is_vague(label, stop, filling) or _names_its_target(link, label):
            continue
        saved = _says_more(link_context(link), language, stop | filling)
        yield Match(
            link.span,
            {"name": " ".join(name.split())},
            excerpt=" ".join(name.split()),
            references=_ALONE if saved else None,
        )


def is_vague(label: str, stop: frozenset[str], fillers: frozenset[str]) -> bool:
    """Tell whether a folded label says nothing about its target."""
    if label in stop:
        return True
    words = label.split()
    return all(w in fillers for w in words) and any(w in stop for w in words)


def _names_its_target(link: Element, label: str) -> bool:
    """Tell whether a label is the name of a part of this page, or of code."""
    target = link.get("href") or ""
    if (target.startswith("#") and fold(target) == label) or link.name.startswith("<"):
        return True
    children = [c for c in link.node.children if not isinstance(c, Text) or c.data.strip()]
    return len(children) == 1 and getattr(children[0], "tag", "") == "code"


def _says_more(context: str, language: str, empty: frozenset[str]) -> bool:
    """Tell whether the text around a link has words that can say where it goes."""
    return UNKNOWN in context or any(w not in empty for w in content_words(context, language))
