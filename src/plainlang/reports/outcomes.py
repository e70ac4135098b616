"""What findings mean for a standard: failed, cannot tell, passed, not tested. Pure.

Automation alone never passes a WCAG success criterion: rules see only a part of what it asks.
"""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.findings import Finding, PageResult, RuleInfo, Run
from plainlang.language.subtags import primary
from plainlang.messages import plural
from plainlang.records import NamedTuple
from plainlang.reports.facts import is_failure, listed, off, on, tested_criteria

FAILED, CANT_TELL, PASSED = "failed", "cantTell", "passed"
INAPPLICABLE, UNTESTED = "inapplicable", "untested"
NOTHING_FOUND = "No failure found. A person must still check."
OFF_HERE = "The settings turn off each rule that looks at this."
_COUNTED = {"alt-text": "images", "link-labels": "links"}


class Outcome(NamedTuple):
    """What a page's findings say of a part of a standard, and those findings."""

    part: str
    outcome: str
    reason: str
    findings: tuple[Finding, ...] = ()


class Tests:
    """The parts of WCAG and the ACT rules that a run looks at, and the rules that do."""

    def __init__(self, run: Run) -> None:
        self.criteria = tested_criteria(run)
        self.act: dict[str, list[RuleInfo]] = {}
        self._off: dict[str, list[str]] = {}  # rules that look at an ACT rule, too, but did not run
        for rule in on(run):
            for part in rule.references.get("act", ()):
                self.act.setdefault(part, []).append(rule)
        for rule in off(run):
            for part in rule.references.get("act", ()):
                self._off.setdefault(part, []).append(rule.id)

    def of_criteria(self, page: PageResult) -> list[Outcome]:
        """Return an outcome for each success criterion that the run looks at."""
        found = _by_part(page.findings, "wcag")
        left_out = _by_part(left_out_of(page), "wcag")
        return [
            _outcome(
                part, found.get(part, []), left_out.get(part, []), self.criteria.get(part, []), page
            )
            for part in {**self.criteria, **found, **left_out}
        ]

    def of_act(self, page: PageResult) -> list[Outcome]:
        """Return an outcome for each ACT rule that the run looks at."""
        found = _by_part(page.findings, "act")
        left_out = _by_part(left_out_of(page), "act")
        out = []
        for part in sorted({*self.act, *found, *left_out}):
            rules = self.act.get(part, [])
            outcome = _outcome(part, found.get(part, []), left_out.get(part, []), rules, page)
            if outcome.reason == NOTHING_FOUND:
                away = [*self._off.get(part, ()), *(r.id for r in rules if r.id in page.off)]
                outcome = _act_without_findings(part, _running(rules, page), away, page)
            out.append(outcome)
        return out


def left_out_of(page: PageResult) -> list[Finding]:
    """Return what was found on a page but not reported: it was accepted, or it was there before."""
    return [suppressed.finding for suppressed in page.suppressed]


def _by_part(findings: Sequence[Finding], standard: str) -> dict[str, list[Finding]]:
    out: dict[str, list[Finding]] = {}
    for finding in findings:
        for part in finding.references.get(standard, ()):
            out.setdefault(part, []).append(finding)
    return out


def _outcome(
    part: str,
    findings: Sequence[Finding],
    left_out: Sequence[Finding],
    rules: Sequence[RuleInfo],
    page: PageResult,
) -> Outcome:
    failures = tuple(f for f in findings if is_failure(f, part))
    if failures:
        return Outcome(part, FAILED, f"{plural(len(failures), 'failure')} found.", failures)
    if findings:
        return Outcome(part, CANT_TELL, f"{plural(len(findings), 'finding')} for a person to judge.",
                       tuple(findings))  # fmt: skip
    if page.error is not None:
        return Outcome(part, UNTESTED, page.error)
    if rules and not (rules := _running(rules, page)):
        return Outcome(part, UNTESTED, OFF_HERE)
    if not _speaking(rules, page):
        return Outcome(part, UNTESTED, "No rule knows the language of the page.")
    if broken := [r.id for r in rules if any(f"“{r.id}”" in fault for fault in page.faults)]:
        return Outcome(part, CANT_TELL, f"Not run to the end: {listed(broken)}.")
    if left_out:
        why = f"{plural(len(left_out), 'finding')} left out, not mended. A person must judge."
        return Outcome(part, CANT_TELL, why, tuple(left_out))
    return Outcome(part, CANT_TELL, NOTHING_FOUND)


def _running(rules: Sequence[RuleInfo], page: PageResult) -> list[RuleInfo]:
    return [rule for rule in rules if rule.id not in page.off]


def _speaking(rules: Sequence[RuleInfo], page: PageResult) -> list[RuleInfo]:
    return [r for r in rules if not r.languages or primary(page.language) in r.languages]


def _act_without_findings(
    part: str, rules: Sequence[RuleInfo], away: Sequence[str], page: PageResult
) -> Outcome:
    """Return the outcome where nothing was found by `rules`; those that are `away` did not run."""
    speaking = _speaking(rules, page)
    counted = [_COUNTED.get(rule.category) for rule in speaking]
    if all(kind is not None and page.counts.get(kind) == 0 for kind in counted):
        return Outcome(part, INAPPLICABLE, "Nothing of the kind is on the page.")
    if away:
        return Outcome(part, CANT_TELL, f"{NOTHING_FOUND} Not run: {listed(away)}.")
    if all(rule.needs_review for rule in speaking):
        return Outcome(part, CANT_TELL, NOTHING_FOUND)
    return Outcome(part, PASSED, "No failure found.")
