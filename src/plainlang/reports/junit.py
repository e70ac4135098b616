"""The JUnit report: a suite for each page with a case for each rule, streamed.

A case fails when its rule found what fails the run; lighter findings stand in its output. Rules
that are off on every page, and browser checks, are skipped cases of a suite of their own.
"""

from __future__ import annotations

from plainlang.findings import Finding, PageResult, Run, Severity, Summary
from plainlang.reports import Options
from plainlang.reports.facts import (
    BROWSER,
    Totals,
    judgement,
    needs_person,
    not_run_line,
    off,
    on,
    skipped_lines,
    versions,
)
from plainlang.reports.markup import xml_text
from plainlang.reports.text import total_line

_OFF_HERE = '><skipped message="The settings turn this rule off here."/></testcase>\n'


class JunitReporter:
    """Knows the rules and what fails; keeps no page."""

    def __init__(self, options: Options) -> None:
        self._run: Run | None = None
        self._rules: list[str] = []
        self._fails: Severity | None = Severity.WARNING
        self._totals = Totals()
        self._started = ""

    def begin(self, run: Run) -> str:
        self._run = run
        self._rules = [rule.id for rule in on(run)]
        chosen = run.settings.get("fail-on", "warning")
        self._fails = Severity(chosen) if chosen in tuple(Severity) else None
        self._started = run.started.removesuffix("+00:00")
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="plainlang">\n'

    def page(self, page: PageResult) -> str:
        self._totals.add(page)
        found: dict[str, list[Finding]] = {rule: [] for rule in self._rules}
        for finding in page.findings:
            found.setdefault(finding.rule, []).append(finding)
        failures = 0
        cases = []
        for rule, findings in found.items():
            bad = [f for f in findings if self._is_failing(f)]
            rest = [f for f in findings if not self._is_failing(f)]
            name = f'name="{xml_text(rule)}" classname="{xml_text(page.path)}"'
            place = f' file="{xml_text(page.path)}" time="0"'
            if not findings or page.error is not None:
                cases.append(f"  <testcase {name}{place}{_inner(page, rule, findings)}")
                continue
            failures += bool(bad)
            body = _failure(bad) if bad else ""
            if rest:
                lines = "\n".join(_line(f) for f in rest)
                body += f"   <system-out>{xml_text(lines)}</system-out>\n"
            cases.append(f"  <testcase {name}{place}>\n{body}  </testcase>\n")
        errors = int(page.error is not None)
        head = (
            f' <testsuite name="{xml_text(page.path)}" tests="{len(cases)}" failures="{failures}"'
            f' errors="{errors}" skipped="{self._skipped(page, found)}" time="0"'
            f' timestamp="{xml_text(self._started)}">\n'
        )
        return f"{head}{_properties(page)}{''.join(cases)} </testsuite>\n"

    def _is_failing(self, finding: Finding) -> bool:
        return self._fails is not None and finding.severity.rank >= self._fails.rank

    @staticmethod
    def _skipped(page: PageResult, found: dict[str, list[Finding]]) -> int:
        unread = page.error is not None
        return sum(
            not findings and (unread or rule in page.off) for rule, findings in found.items()
        )

    def end(self, summary: Summary) -> str:
        assert self._run is not None
        names = [rule.id for rule in off(self._run)]
        skipped = [(name, "This rule is off.") for name in names]
        if BROWSER in not_run_line(self._run):
            skipped.append(("browser", f"Not run: {BROWSER}."))
        cases = "".join(
            f'  <testcase name="{xml_text(name)}" classname="not run" time="0">'
            f'<skipped message="{xml_text(why)}"/></testcase>\n'
            for name, why in skipped
        )
        facts = [versions(self._run), total_line(summary), needs_person(self._totals)]
        facts += [*skipped_lines(summary), *summary.notes, *summary.failed]
        return (
            f' <testsuite name="not run" tests="{len(skipped)}" failures="0" errors="0"'
            f' skipped="{len(skipped)}" time="0" timestamp="{xml_text(self._started)}">\n{cases}'
            f"  <system-out>{xml_text(chr(10).join(facts))}</system-out>\n"
            " </testsuite>\n</testsuites>\n"
        )


def _inner(page: PageResult, rule: str, findings: list[Finding]) -> str:
    """Return the rest of a case that found nothing or was not run, or whose page cannot be read."""
    if page.error is None:
        return _OFF_HERE if rule in page.off else "/>\n"
    if findings:
        return f'><error message="{xml_text(findings[0].message)}"/></testcase>\n'
    return f'><skipped message="{xml_text(f"Not checked: {page.error}")}"/></testcase>\n'


def _failure(findings: list[Finding]) -> str:
    first = findings[0]
    message = first.message
    if len(findings) > 1:
        message += f" (and {len(findings) - 1} more)"
    lines = "\n".join(_line(finding) for finding in findings)
    return (
        f'   <failure message="{xml_text(message)}" type="{first.severity.value}">'
        f"{xml_text(lines)}</failure>\n"
    )


def _line(finding: Finding) -> str:
    place = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    message = f"{finding.message}{judgement(finding)} {finding.how}"
    return f"{place}: {finding.severity.value}: {message}".rstrip()


def _properties(page: PageResult) -> str:
    values = {f"score.{name}": score for name, score in page.scores.items() if score is not None}
    grade = (page.reading or {}).get("grade")
    if grade is not None:
        values["grade"] = grade
    if not values:
        return ""
    inner = "".join(
        f'   <property name="{xml_text(name)}" value="{value}"/>\n'
        for name, value in values.items()
    )
    return f"  <properties>\n{inner}  </properties>\n"
