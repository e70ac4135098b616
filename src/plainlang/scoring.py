"""Scores: 0 to 100 for reading level, jargon, alt text and link labels, and their mean.

How each is made stands in docs/scores.md; change both together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from itertools import accumulate
from typing import Any

from plainlang.checks.inventory import images_of, links_of
from plainlang.checks.level.content import Content, contents_of
from plainlang.checks.level.reading import main_reading, target_for
from plainlang.checks.level.reading import reading_of as language_reading
from plainlang.checks.terms.uses import hard_terms_of, place_of
from plainlang.findings import Finding, Severity, Span, Suppressed, place_as_dict
from plainlang.language.level.reading import grade_counts, verdict
from plainlang.language.level.targets import EASIER_WHEN_HIGHER
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.settings import Settings

_POINTS_A_GRADE = 20.0
_POINTS_OF_EASE = 2.0  # for formulas of 0 to 100 on which higher is easier
_COST = {Severity.ERROR: 1.0, Severity.WARNING: 0.5, Severity.NOTE: 0.1}


def scores_of(
    page: Page,
    settings: Settings,
    findings: Sequence[Finding],
    suppressed: Sequence[Suppressed],
    reading: dict[str, Any] | None,
    checked: Container[str],
) -> dict[str, int | None]:
    """Return the page's scores; None where the page has nothing of the kind.

    `checked` are the categories of which rules ran: images and links that none looked at are not
    without a fault. Terms are counted only for `jargon`, as that takes longer than all else.
    """
    scores: dict[str, int | None] = {
        "reading_level": _reading(reading),
        "jargon": _explained(page, settings, suppressed) if "jargon" in checked else None,
    }
    for name, category, elements in (
        ("alt_text", "alt-text", images_of(page)),
        ("link_labels", "link-labels", links_of(page)),
    ):
        faults = [f for f in findings if f.category == category and not f.needs_review]
        scores[name] = _mended(faults, elements) if elements and category in checked else None
    known = [s for s in scores.values() if s is not None]
    return {"overall": round(sum(known) / len(known)) if known else None, **scores}


def _reading(reading: dict[str, Any] | None) -> int | None:
    if reading is None or reading.get("grade") is None:
        return None
    above = float(reading["grade"]) - float(reading["target"])
    cost = _POINTS_A_GRADE
    if reading["metric"] in EASIER_WHEN_HIGHER:
        above, cost = -above, _POINTS_OF_EASE
    return max(0, round(100 - cost * max(0.0, above)))


def _explained(page: Page, settings: Settings, suppressed: Sequence[Suppressed]) -> int | None:
    """Return the share of terms that are explained, without those that may stay as they are."""
    accepted = {s.finding.span for s in suppressed if s.finding.category == "jargon"}
    explained = unexplained = 0
    for term in hard_terms_of(page, settings):
        if term.explained_by(links=settings.links_explain) is not None:
            explained += 1
        elif not accepted or place_of(page, term) not in accepted:
            unexplained += 1
    terms = explained + unexplained
    return round(100 * explained / terms) if terms else None


def _mended(faults: Sequence[Finding], elements: Sequence[Element]) -> int:
    """Return the share of images or links without a fault, each worth the same.

    One loses what the worst of its faults costs, wherever in it they stand. What stands in none of
    them costs nothing.
    """
    if not faults:
        return 100
    lost: dict[Span, float] = {}
    places = sorted(element.outer for element in elements)
    furthest = list(accumulate((place.end for place in places), max))
    for fault in faults:
        place = _innermost(fault.span.start, places, furthest)
        if place is not None:
            lost[place] = max(_COST[fault.severity], lost.get(place, 0.0))
    return round(100 * (1 - sum(lost.values()) / len(elements)))


def _innermost(at: int, places: Sequence[Span], furthest: Sequence[int]) -> Span | None:
    """Return the last place to begin that holds an offset; `furthest` are the ends up to each."""
    number = bisect_right(places, at, key=_start) - 1
    while number >= 0 and at < furthest[number]:
        if at < places[number].end:
            return places[number]
        number -= 1
    return None


def _start(place: Span) -> int:
    return place.start


def counts_of(page: Page, settings: Settings, checked: Container[str]) -> dict[str, int]:
    """Return how many images, links and terms a page has, and how many terms it explains.

    Terms are counted only where `jargon` is among the categories `checked`.
    """
    counts = {"images": len(images_of(page)), "links": len(links_of(page))}
    if "jargon" in checked:
        terms = hard_terms_of(page, settings)
        links = settings.links_explain
        counts["terms"] = len(terms)
        counts["terms_explained"] = sum(t.explained_by(links=links) is not None for t in terms)
    return counts


def reading_of(page: Page, settings: Settings) -> dict[str, Any] | None:
    """Return the page's reading level as the JSON report has it; None for a page without text."""
    found = main_reading(page, settings)
    if found is None:
        return None
    content, reading = found
    return {
        "grade": _rounded(reading.grade),
        "low": _rounded(reading.low),
        "high": _rounded(reading.high),
        "metric": reading.metric,
        "target": settings.target,
        "verdict": verdict(reading, settings.target, settings.min_words),
        "formulas": {name: round(value, 2) for name, value in reading.formulas.items()},
        "language": content.language,
        "words": reading.words,
        "sentences": reading.sentences,
        "syllables": reading.syllables,
        "excluded_words": sum(content.left_out.values()),
        "excluded": content.left_out,
        "note": reading.note,
        "sections": _sections(page, content, settings),
        "languages": [
            {"language": c.language, "words": c.counts.words,
             "grade": _rounded(language_reading(c, settings).grade)}
            for c in contents_of(page, settings)[1:]
        ],
    }  # fmt: skip


def _sections(page: Page, content: Content, settings: Settings) -> list[dict[str, Any]]:
    out = []
    for section in content.sections:
        counts = section.counts
        grade = grade_counts(
            counts, content.language, settings.metric, min_words=settings.min_words
        )
        start = section.sentences[0].locate().start
        if section.heading is not None:
            start = section.heading.span.start
        end = max(start, section.sentences[-1].locate().end)
        out.append(
            {
                "heading": section.heading.text if section.heading else None,
                "grade": _rounded(grade),
                "target": target_for(section, page, settings),
                "words": counts.words,
                "span": {
                    "start": place_as_dict(start, page.position(start)),
                    "end": place_as_dict(end, page.position(end)),
                },
            }
        )
    return out


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
