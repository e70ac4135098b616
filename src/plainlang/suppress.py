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
from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from heapq import heappop, heappush
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainlang.errors import nearest
from plainlang.findings import BROWSER_RULES, Finding, Span, Suppressed
from plainlang.paths import matches_anywhere
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

if TYPE_CHECKING:
    from plainlang.config import SelectorSuppression
    from plainlang.page import Page

_DIRECTIVE = compile_pattern(
    r"^\s*plainlang-(?P<verb>[a-z-]+)(?:\s+(?P<rules>[^:]*?))?\s*(?::\s*(?P<reason>.*?))?\s*$",
    re.DOTALL,
)
_VERBS = ("disable-next", "disable", "enable", "disable-file")
_COMMENT = compile_pattern(r"<!--.*?-->", re.DOTALL)
_NONE: Mapping[str, int] = {}  # nobody writes to it


class Suppression(NamedTuple):
    """`rules` are not reported in any of `ranges`; `span` is the comment that says so.

    `ended` tells from which offset on a rule or a category is reported again.
    """

    rules: tuple[str, ...]
    ranges: tuple[Span, ...]
    reason: str
    span: Span
    kind: str = "comment"
    ended: Mapping[str, int] = _NONE

    def names(self, finding: Finding) -> bool:
        """Tell whether it speaks of the rule of a finding in one of its ranges."""
        own = (finding.rule, finding.category)
        if "all" not in self.rules and own[0] not in self.rules and own[1] not in self.rules:
            return False
        start = finding.span.start
        return not any(self.ended.get(name, start + 1) <= start for name in own)


class Complaint(NamedTuple):
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
    outline = _Outline(page)
    ongoing: set[str] = set()
    for (match, span), ends in zip(directives, _ends_behind(directives), strict=True):
        verb = match["verb"]
        rules = _rules_of(match)
        reason = (match["reason"] or "").strip()
        problem = _problem(verb, rules, reason, tuple(known))
        if verb == "enable" and problem is None and not ongoing and "all" not in rules:
            problem = "nothing to end", ()  # “all” may stand at any end
        if verb == "disable":
            ongoing.update(rules)
        elif verb == "enable":
            ongoing = set() if "all" in rules else ongoing.difference(rules)
        if problem is not None:
            fault, words = problem
            values = {"directive": f"plainlang-{verb}", "fault": fault, "words": words}
            complaints.append(Complaint("invalid-suppression", span, values))
        elif verb != "enable":
            ended = {rule: at.end for rule, at in ends.items()} if verb == "disable" else _NONE
            found.extend(
                Suppression(tuple(r), (at,), reason, span, ended=ended)
                for at, r in _reach(outline, verb, rules, span, ends).items()
            )
    return found, complaints


def _ends_behind(directives: Sequence[tuple[re.Match[str], Span]]) -> list[Mapping[str, Span]]:
    """Return, for each directive, the first “enable” behind it of each rule that one names."""
    ends: dict[str, Span] = {}
    out: list[Mapping[str, Span]] = []
    for directive, at in reversed(directives):
        out.append(ends)
        if directive["verb"] == "enable":
            ends = ends | dict.fromkeys(_rules_of(directive), at)
    return out[::-1]


def _rules_of(directive: re.Match[str]) -> tuple[str, ...]:
    return tuple((directive["rules"] or "").replace(",", " ").split())


def _problem(
    verb: str, rules: tuple[str, ...], reason: str, known: tuple[str, ...]
) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """Return what is wrong with a directive, None when it can be used.

    With it come the words in question, each with the one that is meant, or "".
    """
    if verb not in _VERBS:
        return "no directive", ((verb, _meant(verb, _VERBS)),)
    if not rules:
        return "no rule", ()
    strange = [r for r in rules if r not in known and not r.startswith(BROWSER_RULES)]
    if strange:
        more = (("…", ""),) if strange[3:] else ()
        return "unknown rule", (*((rule, _meant(rule, known)) for rule in strange[:3]), *more)
    return None if reason or verb == "enable" else ("no reason", ())


@lru_cache(maxsize=256)
def _meant(word: str, known: tuple[str, ...]) -> str:
    hint = nearest(word, known)
    return hint.partition("“")[2].rpartition("”")[0] if "Did you mean" in hint else ""


def _reach(
    outline: _Outline,
    verb: str,
    rules: tuple[str, ...],
    span: Span,
    ends: Mapping[str, Span],
) -> dict[Span, list[str]]:
    """Return where a comment suppresses which of its rules."""
    end = len(outline.source) + 1
    if verb == "disable-file":
        return {Span(0, end): list(rules)}
    if verb == "disable-next":
        return {Span(span.end, outline.end_of_next(span)): list(rules)}
    reach: dict[Span, list[str]] = {}
    for rule in rules:
        stop = min((ends[name].start for name in (rule, "all") if name in ends), default=end)
        reach.setdefault(Span(span.end, stop), []).append(rule)
    return reach


class _Outline:
    """Where the elements and the blocks of a page begin and end, for many questions."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.source = page.source

    @cached_property
    def elements(self) -> list[tuple[int, Any]]:
        nodes = self.page.tree.select("body *, head *, body, html")
        nodes = [*nodes, *(n for root in self.page.roots for n in root.select("*"))]
        return sorted(((self.page.start_tag(n).start, n) for n in nodes), key=_first)

    @cached_property
    def blocks(self) -> list[tuple[int, int]]:
        return sorted((span.start, span.end) for span in (b.span for b in self.page.blocks))

    @cached_property
    def furthest(self) -> list[int]:
        """For each block the furthest end of it and those before it."""
        return list(accumulate((end for _, end in self.blocks), max))

    def end_of_next(self, comment: Span) -> int:
        """Return where the element or paragraph behind a comment ends."""
        at = bisect_left(self.elements, comment.end, key=_first)
        if at < len(self.elements):
            start, node = self.elements[at]
            if not _COMMENT.sub("", self.source[comment.end : start]).strip():
                return self.page.span(node).end
        at = bisect_left(self.blocks, comment.start, key=_first)
        while at and self.furthest[at - 1] > comment.start:  # one that the comment stands in
            at -= 1
            if self.blocks[at][1] > comment.start:
                return self.blocks[at][1]
        at = bisect_left(self.blocks, comment.end, key=_first)
        return self.blocks[at][1] if at < len(self.blocks) else len(self.source)


def _first(pair: tuple[int, Any]) -> int:
    return pair[0]


def from_config(
    page: Page, entries: Iterable[SelectorSuppression], root: Path
) -> list[Suppression]:
    """Return the suppressions that the config in the folder `root` makes by CSS selector."""
    out = []
    for entry in entries:
        if entry.files and not matches_anywhere(Path(page.path), entry.files, root):
            continue
        ranges = tuple(page.span(node) for node in page.nodes(entry.selector))
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
    for finding, number in zip(findings, _hiding(findings, suppressions), strict=True):
        if number is None:
            kept.append(finding)
            continue
        used.add(number)
        hiding = suppressions[number]
        dropped.append(Suppressed(finding, hiding.kind, hiding.reason))
    unused = [
        Complaint("unused-suppression", s.span, {"rules": ", ".join(s.rules)})
        for number, s in enumerate(suppressions)
        if number not in used and s.kind == "comment" and {"all", *ran} & set(s.rules)
    ]
    return kept, dropped, unused


def _hiding(findings: Sequence[Finding], suppressions: Sequence[Suppression]) -> list[int | None]:
    """Return for each finding the number of the first suppression that hides it, or None."""
    hiding: list[int | None] = [None] * len(findings)
    # An empty range covers what stands at its place.
    waiting = sorted(
        (
            (low, max(high, low + 1), n)
            for n, s in enumerate(suppressions)
            for low, high in s.ranges
        ),
        reverse=True,
    )
    here: list[int] = []  # the suppressions in whose range the walk is, in their order
    ends: list[tuple[int, int]] = []
    for index in sorted(range(len(findings)), key=lambda i: findings[i].span.start):
        start = findings[index].span.start
        while waiting and waiting[-1][0] <= start:
            _, high, number = waiting.pop()
            insort(here, number)
            heappush(ends, (high, number))
        while ends and ends[0][0] <= start:
            here.remove(heappop(ends)[1])
        hiding[index] = next((n for n in here if suppressions[n].names(findings[index])), None)
    return hiding
