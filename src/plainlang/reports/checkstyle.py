"""The Checkstyle report, which many build servers read: a file element for each page, streamed.

Facts about the run, for which the format has no place, stand in comments.
"""

from __future__ import annotations

from plainlang.findings import PageResult, Run, Severity, Summary
from plainlang.reports import Options
from plainlang.reports.facts import (
    Totals,
    needs_person,
    not_run_line,
    one_line,
    skipped_lines,
    versions,
)
from plainlang.reports.markup import xml_text
from plainlang.reports.text import total_line

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "info"}


class CheckstyleReporter:
    """Streams; keeps only counts."""

    def __init__(self, options: Options) -> None:
        self._totals = Totals()

    def begin(self, run: Run) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="8.0">\n'
            f"{_comment(versions(run))}{_comment(not_run_line(run))}"
        )

    def page(self, page: PageResult) -> str:
        self._totals.add(page)
        lines = [f' <file name="{xml_text(page.path)}">\n']
        for finding in page.findings:
            review = " A person must decide." if finding.needs_review else ""
            message = f"{finding.message}{review} {finding.how}".strip()
            lines.append(
                f'  <error line="{finding.start.line}" column="{finding.start.column}"'
                f' severity="{_SEVERITIES[finding.severity]}" message="{xml_text(message)}"'
                f' source="plainlang.{xml_text(finding.rule)}"/>\n'
            )
        return "".join([*lines, " </file>\n"])

    def end(self, summary: Summary) -> str:
        facts = [f"{total_line(summary)} {needs_person(self._totals)}", *skipped_lines(summary)]
        facts += [*summary.notes, *summary.failed]
        return f"{''.join(_comment(fact) for fact in facts)}</checkstyle>\n"


def _comment(text: str) -> str:
    """Return an XML comment, in which two hyphens may not meet; "" for no text."""
    return f"<!-- {xml_text(one_line(text)).replace('-', '‐')} -->\n" if text else ""
