"""Suppressions: comments in the page, and selectors in the config, each with a reason.

    <!-- plainlang-disable-next RULE: reason -->    the next element or paragraph
    <!-- plainlang-disable RULE: reason -->         from here on, until
    <!-- plainlang-enable RULE -->
    <!-- plainlang-disable-file RULE: reason -->    the whole page

RULE is one or several rule ids or categories, parted by commas, or `all`. A suppression without a
reason, of an unknown rule, or that suppresses nothing is itself a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

from plainlang.findings import Finding, Span, Suppressed

if TYPE_CHECKING:
    from plainlang.config import SelectorSuppression
    from plainlang.page import Page

_DIRECTIVE = re.compile(
    r"^\s*plainlang-(?P<verb>[a-z-]+)(?:\s+(?P<rules>[^:]*?))?\s*(?::\s*(?P<reason>.*?))?\s*$",
    re.DOTALL,
)
_VERBS = ("disable-next", "disable", "enable", "disable-file")


@dataclass(frozen=True, slots=True)
class Suppression:
    """`rules` are not reported in any of `ranges`; `span` is the comment that says so."""

    rules: tuple[str, ...]
    ranges: tuple[Span, ...]
    reason: str
    span: Span
    kind: str = "comment"

    def covers(self, finding: Finding) -> bool:
        if "all" not in self.rules and finding.rule not in self.rules:
            if finding.category not in self.rules:
                return False
        start = finding.span.start
        return any(low <= start < high or low == start == high for low, high in self.ranges)


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a suppression: `rule` is the rule that says so."""

    rule: str
    span: Span
    values: dict[str, Any]


def read_suppressions(
    page: Page, known: Sequence[str]
) -> tuple[list[Suppression], list[Complaint]]:
    """Return the suppressions in a page's comments, and what is wrong with them."""
    found: list[Suppression] = []
    complaints: list[Complaint] = []
    directives = [
        (match, span)
        for text, span in page.comments
        if "plainlang-" in text and (match := _DIRECTIVE.match(text))
    ]
    for number, (match, span) in enumerate(directives):
        verb = match["verb"]
        rules = tuple((match["rules"] or "").replace(",", " ").split())
        reason = (match["reason"] or "").strip()
        text = f"plainlang-{verb}"
        if verb not in _VERBS:
            complaints.append(_complaint("invalid-suppression", span, text, "is no directive"))
            continue
        unknown = [r for r in rules if r not in known]
        if unknown or not rules:
            what = (
                f"names no rule that exists: {', '.join(unknown)}" if unknown else "names no rule"
            )
            complaints.append(_complaint("invalid-suppression", span, text, what))
            continue
        if verb == "enable":
            continue
        if not reason:
            complaints.append(_complaint("invalid-suppression", span, text, "gives no reason"))
            continue
        found.append(Suppression(rules, _ranges(page, verb, rules, span, directives[number + 1 :]),
                                 reason, span))  # fmt: skip
    return found, complaints


def _complaint(rule: str, span: Span, directive: str, problem: str) -> Complaint:
    return Complaint(rule, span, {"directive": directive, "problem": problem})


def _ranges(
    page: Page,
    verb: str,
    rules: tuple[str, ...],
    span: Span,
    later: list[tuple[re.Match[str], Span]],
) -> tuple[Span, ...]:
    end = len(page.source) + 1
    if verb == "disable-file":
        return (Span(0, end),)
    if verb == "disable":
        for match, at in later:
            named = (match["rules"] or "").replace(",", " ").split()
            if match["verb"] == "enable" and (set(named) & set(rules) or "all" in named):
                return (Span(span.end, at.start),)
        return (Span(span.end, end),)
    return (Span(span.end, _end_of_next(page, span)),)


def _end_of_next(page: Page, span: Span) -> int:
    """Return where the element or paragraph behind a comment ends."""
    nexts = [b.span.end for b in page.blocks if b.span.start >= span.end]
    inside = [b.span.end for b in page.blocks if b.span.start < span.start < b.span.end]
    element = 0
    for node in page.tree.select("body *, head *, body, html"):
        location = node.source_location
        if location is None:
            continue
        start = page.start_tag(node).start
        if start >= span.end:
            between = page.source[span.end : start]
            if not between.strip():
                element = page.span(node).end
            break
    if element:
        return element
    if inside:
        return inside[0]
    return nexts[0] if nexts else len(page.source)


def from_config(page: Page, entries: Iterable[SelectorSuppression]) -> list[Suppression]:
    """Return the suppressions that the config makes by CSS selector."""
    out = []
    for entry in entries:
        if entry.files and not any(fnmatch(page.path, pattern) for pattern in entry.files):
            continue
        ranges = tuple(page.span(node) for node in page.tree.select(entry.selector))
        if ranges:
            out.append(Suppression(entry.rules, ranges, entry.reason, Span(0, 0), "config"))
    return out


def apply(
    findings: Sequence[Finding], suppressions: Sequence[Suppression]
) -> tuple[list[Finding], list[Suppressed], list[Complaint]]:
    """Part findings into those reported and those suppressed; complain of unused suppressions."""
    kept: list[Finding] = []
    dropped: list[Suppressed] = []
    used: set[int] = set()
    for finding in findings:
        for number, suppression in enumerate(suppressions):
            if suppression.covers(finding):
                used.add(number)
                dropped.append(Suppressed(finding, suppression.kind, suppression.reason))
                break
        else:
            kept.append(finding)
    unused = [
        Complaint("unused-suppression", s.span, {"rules": ", ".join(s.rules)})
        for number, s in enumerate(suppressions)
        if number not in used and s.kind == "comment"
    ]
    return kept, dropped, unused
