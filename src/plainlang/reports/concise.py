"""The concise report: one line for each finding, as editors and `grep` like it."""

from __future__ import annotations

from collections import Counter

from plainlang.findings import PageResult, Run, Summary
from plainlang.reports import Options
from plainlang.reports.facts import (
    Totals,
    needs_person,
    not_run_line,
    one_line,
    skipped_lines,
    statistics,
)
from plainlang.reports.text import total_line

_CODES = {"error": "31", "warning": "33", "note": "36"}


class ConciseReporter:
    """Writes `path:line:column: severity rule: message`."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._totals = Totals()
        self._rules: Counter[str] = Counter()
        self._not_run = ""

    def begin(self, run: Run) -> str:
        self._not_run = not_run_line(run)
        return ""

    def page(self, page: PageResult) -> str:
        self._totals.add(page)
        self._rules.update(finding.rule for finding in page.findings)
        path = one_line(page.path)
        lines = []
        for finding in page.findings:
            severity = finding.severity.value
            if self._options.color:
                severity = f"\x1b[{_CODES[severity]}m{severity}\x1b[0m"
            review = " (a person must decide)" if finding.needs_review else ""
            lines.append(
                f"{path}:{finding.start.line}:{finding.start.column}: {severity} "
                f"{finding.rule}: {one_line(finding.message)}{review}\n"
            )
        return "".join(lines)

    def end(self, summary: Summary) -> str:
        lines = [one_line(line) for line in (*skipped_lines(summary), *summary.notes)]
        if self._options.statistics:
            lines.extend(statistics(self._rules))
        if not self._options.quiet:
            lines += [self._not_run, needs_person(self._totals), total_line(summary)]
        lines.extend(one_line(reason) for reason in summary.failed)
        return "".join(f"{line}\n" for line in lines if line)
