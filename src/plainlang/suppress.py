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
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainlang.errors import nearest
from plainlang.findings import BROWSER_RULES, Finding, Span, Suppressed
from plainlang.paths import matches_anywhere

if TYPE_CHECKING:
    from plainlang.config import SelectorSuppression
    from plainlang.page import Page

_DIRECTIVE = re.compile(
    r"^\s*plainlang-(?P<verb>[a-z-]+)(?:\s+(?P<rules>[^:]*?))?\s*(?::\s*(?P<reason>.*?))?\s*$",
    re.DOTALL,
)
_VERBS = ("disable-next", "disable", "enable", "disable-file")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


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
        rules = _rules_of(match)
        reason = (match["reason"] or "").strip()
        problem = _problem(verb, rules, reason, known)
        if problem is not None:
            values = {"directive": f"plainlang-{verb}", "problem": problem}
            complaints.append(Complaint("invalid-suppression", span, values))
        elif verb != "enable":
            reach = _reach(page, verb, rules, span, directives[number + 1 :])
            found.extend(Suppression(tuple(r), (at,), reason, span) for at, r in reach.items())
    return found, complaints


def _rules_of(directive: re.Match[str]) -> tuple[str, ...]:
    return tuple((directive["rules"] or "").replace(",", " ").split())


def _problem(verb: str, rules: tuple[str, ...], reason: str, known: Sequence[str]) -> str | None:
    """Return what is wrong with a directive, None when it can be used."""
    if verb not in _VERBS:
        return f"is no directive{_meant(verb, _VERBS)}"
    if not rules:
        return "names no rule"
    strange = [r for r in rules if r not in known and not r.startswith(BROWSER_RULES)]
    if unknown := [f"{rule}{_meant(rule, known)}" for rule in strange]:
        return f"names no rule that exists: {', '.join(unknown)}"
    return None if reason or verb == "enable" else "gives no reason"


def _meant(word: str, known: Sequence[str]) -> str:
    hint = nearest(word, known).strip()
    return f" (d{hint[1:]})" if hint.startswith("Did") else ""


def _reach(
    page: Page,
    verb: str,
    rules: tuple[str, ...],
    span: Span,
    later: list[tuple[re.Match[str], Span]],
) -> dict[Span, list[str]]:
    """Return where a comment suppresses which of its rules."""
    end = len(page.source) + 1
    if verb == "disable-file":
        return {Span(0, end): list(rules)}
    if verb == "disable-next":
        return {Span(span.end, _end_of_next(page, span)): list(rules)}
    reach: dict[Span, list[str]] = {}
    for rule in rules:
        stops = (
            at.start
            for directive, at in later
            if directive["verb"] == "enable" and {rule, "all"} & set(_rules_of(directive))
        )
        reach.setdefault(Span(span.end, next(stops, end)), []).append(rule)
    return reach


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
            between = _COMMENT.sub("", page.source[span.end : start])
            if not between.strip():
                element = page.span(node).end
            break
    if element:
        return element
    if inside:
        return inside[0]
    return nexts[0] if nexts else len(page.source)


def from_config(
    page: Page, entries: Iterable[SelectorSuppression], root: Path
) -> list[Suppression]:
    """Return the suppressions that the config in the folder `root` makes by CSS selector."""
    out = []
    for entry in entries:
        if entry.files and not matches_anywhere(Path(page.path), entry.files, root):
            continue
        ranges = tuple(page.span(node) for node in page.tree.select(entry.selector))
        if ranges:
            out.append(Suppression(entry.rules, ranges, entry.reason, Span(0, 0), "config"))
    return out


def apply(
    findings: Sequence[Finding], suppressions: Sequence[Suppression], ran: Collection[str]
) -> tuple[list[Finding], list[Suppressed], list[Complaint]]:
    """Part findings into those reported and those suppressed; complain of unused suppressions.

    `ran` are the rules and categories that were looked for: of others nobody can tell.
    """
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
        if number not in used and s.kind == "comment" and {"all", *ran} & set(s.rules)
    ]
    return kept, dropped, unused
