"""The concise report: one line for each finding, as editors and `grep` like it."""

from __future__ import annotations

from plainlang.findings import PageResult, Run, Summary
from plainlang.reports import Options
from plainlang.reports.facts import (
    Totals,
    judgement,
    needs_person,
    not_run_line,
    one_line,
    skipped_lines,
    statistics,
)
from plainlang.reports.text import COLORS, total_line


class ConciseReporter:
    """Writes `path:line:column: severity rule: message`."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._totals = Totals()
        self._not_run = ""

    def begin(self, run: Run) -> str:
        self._not_run = not_run_line(run)
        return ""

    def page(self, page: PageResult) -> str:
        self._totals.add(page)
        path = one_line(page.path)
        lines = []
        for finding in page.findings:
            severity = finding.severity.value
            if self._options.color:
                severity = f"\x1b[{COLORS[severity]}m{severity}\x1b[0m"
            lines.append(
                f"{path}:{finding.start.line}:{finding.start.column}: {severity} "
                f"{finding.rule}: {one_line(finding.message)}{judgement(finding)}\n"
            )
        return "".join(lines)

    def end(self, summary: Summary) -> str:
        lines = [one_line(line) for line in (*skipped_lines(summary), *summary.notes)]
        if self._options.statistics:
            lines.extend(statistics(self._totals))
        if not self._options.quiet:
            lines += [self._not_run, needs_person(self._totals), total_line(summary)]
        lines.extend(one_line(reason) for reason in summary.failed)
        return "".join(f"{line}\n" for line in lines if line)
