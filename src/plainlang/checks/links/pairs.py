"""Links compared with each other: one label for several targets, and one target linked twice in a row."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainlang.checks.folding import fold
from plainlang.checks.inventory import has_link_role, links_of
from plainlang.checks.links.context import place_in_text
from plainlang.checks.links.targets import address_of, differ, target_of
from plainlang.checks.match import Match
from plainlang.findings import Related
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern

_TAGS = compile_pattern(r"<[^>]*>|&nbsp;|&#160;")
_PARTS = compile_pattern(r"</?(?:td|th|tr|li|dt|dd|table|ul|ol)\b", re.IGNORECASE)
_GLOSSARY = compile_pattern(
    r"glossar|definition|dictionary|diccionario|glosario|tooltip", re.IGNORECASE
)
# What a label that several targets share still passes when the text around each link differs.
_ALONE: dict[str, tuple[str, ...]] = {"wcag": ("2.4.9",), "act": ("b20e66",)}


def label_has_several_targets(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report labels that lead to different targets, once each, at a link that differs."""
    labels = [fold(link.name) for link in links_of(page)]
    times = Counter(labels)
    groups: dict[str, list[Element]] = {}
    for link, label in zip(links_of(page), labels, strict=True):
        if times[label] < 2 or not label or label.isdigit() or UNKNOWN in link.name:
            continue
        if target_of(link) is None or link.region == "references" or not has_link_role(link):
            continue
        if not _defines(link):
            groups.setdefault(label, []).append(link)
    for links in groups.values():
        targets = {target_of(link) for link in links}
        if len(targets) < 2:
            continue
        pair = _pair_in_one_context(page, links)
        references = None
        if pair is None:
            references = _ALONE
            pair = next(((links[0], o) for o in links[1:] if differ(page, links[0], o)), None)
        if pair is None:
            continue
        one, other = pair
        name = other.label
        yield Match(
            other.span,
            {"name": name, "targets": len(targets), "line": page.position(one.span.start).line},
            excerpt=name,
            related=(Related(one.span, address_of(one) or ""),),
            references=references,
        )


def _defines(link: Element) -> bool:
    """Tell whether a link opens a glossary's entry: its label is the word that is explained."""
    return bool(_GLOSSARY.search(f"{link.get('class') or ''} {link.get('href') or ''}"))


def _pair_in_one_context(page: Page, links: list[Element]) -> tuple[Element, Element] | None:
    """Return two links that the text around them does not tell apart, and that differ in target."""
    seen: dict[str, list[Element]] = {}
    for link in links:
        context = fold(place_in_text(link))
        for before in seen.get(context, ()):
            if differ(page, before, link):
                return before, link
        seen.setdefault(context, []).append(link)
    return None


def neighbours_share_target(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report links right behind another link to the same target."""
    links = links_of(page)
    for before, link in pairwise(links):
        if address_of(before) != address_of(link) or before.page.format == "text":
            continue
        if target_of(link) is None or UNKNOWN in link.name:
            continue
        between = page.source[before.outer.end : link.span.start]
        if len(between) > _NEAR or _TAGS.sub("", between).strip() or _PARTS.search(between):
            continue
        if between and not _say_one_thing(before, link):
            continue
        first = before.label
        if not first:
            continue  # a link without a text, which another rule reports
        name = link.label
        yield Match(link.span, {"name": name, "before": first}, excerpt=name or None)


def _say_one_thing(one: Element, other: Element) -> bool:
    """Tell whether two links can be parts of one; images with texts of their own cannot."""
    return bool(one.text or other.text) or fold(one.name) == fold(other.name)


_NEAR = 400
