"""The CSV report, for spreadsheets (RFC 4180, UTF-8 with a byte order mark, which Excel needs).

The column "kind" tells findings from pages, from suppressed findings and from what was not run.
No cell can act as a formula: one that would is led by an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from plainlang.findings import Finding, PageResult, Run, Summary
from plainlang.reports import Options
from plainlang.reports.facts import Totals, needs_person, not_run, skipped_lines, versions
from plainlang.reports.text import total_line

COLUMNS = (
    "kind", "path", "line", "column", "end line", "end column", "severity", "category", "rule",
    "needs review", "message", "excerpt", "how to mend it", "suggestion", "why", "WCAG", "ACT",
    "term", "fingerprint", "suppressed because", "title", "language", "score", "reading level",
    "jargon", "alt text", "link labels", "grade", "words",
)  # fmt: skip
# What spreadsheets take for the start of a formula (OWASP, CSV injection), full-width forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class CsvReporter:
    """Streams; keeps only counts."""

    def __init__(self, options: Options) -> None:
        self._totals = Totals()
        self._run: Run | None = None

    def begin(self, run: Run) -> str:
        self._run = run
        rows: list[dict[str, Any]] = [{name: name for name in COLUMNS}]
        rows.append({"kind": "run", "message": versions(run)})
        rows.extend({"kind": "not run", "message": what} for what in not_run(run))
        return "\ufeff" + _text(rows)

    def page(self, page: PageResult) -> str:
        self._totals.add(page)
        rows = [_page(page), *(_finding(finding, "finding") for finding in page.findings)]
        rows.extend(
            {**_finding(s.finding, "suppressed"), "suppressed because": f"{s.kind}: {s.reason}"}
            for s in page.suppressed
        )
        return _text(rows)

    def end(self, summary: Summary) -> str:
        facts = [total_line(summary), needs_person(self._totals), *summary.notes, *summary.failed]
        rows = [{"kind": "summary", "message": fact} for fact in facts]
        rows.extend({"kind": "skipped", "message": line} for line in skipped_lines(summary))
        return _text(rows)


def safe(value: Any) -> Any:
    """Return a cell's value, as text that no spreadsheet computes."""
    if not isinstance(value, str):
        return value
    value = value.replace("\x00", "\ufffd")
    return f"'{value}" if value.lstrip(" \u00a0").startswith(_FORMULA) else value


def _text(rows: Iterable[dict[str, Any]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in rows:
        writer.writerow([safe(row.get(name)) for name in COLUMNS])
    return out.getvalue()


def _page(page: PageResult) -> dict[str, Any]:
    reading = page.reading or {}
    return {
        "kind": "page",
        "path": page.path,
        "message": page.error,
        "title": page.title,
        "language": page.language,
        "score": page.scores.get("overall"),
        "reading level": page.scores.get("reading_level"),
        "jargon": page.scores.get("jargon"),
        "alt text": page.scores.get("alt_text"),
        "link labels": page.scores.get("link_labels"),
        "grade": reading.get("grade"),
        "words": reading.get("words"),
    }


def _finding(finding: Finding, kind: str) -> dict[str, Any]:
    return {
        "kind": kind,
        "path": finding.path,
        "line": finding.start.line,
        "column": finding.start.column,
        "end line": finding.end.line,
        "end column": finding.end.column,
        "severity": finding.severity.value,
        "category": finding.category,
        "rule": finding.rule,
        "needs review": "yes" if finding.needs_review else "no",
        "message": finding.message,
        "excerpt": finding.excerpt,
        "how to mend it": finding.how,
        "suggestion": finding.suggestion,
        "why": finding.why,
        "WCAG": " ".join(finding.references.get("wcag", ())),
        "ACT": " ".join(finding.references.get("act", ())),
        "term": finding.term,
        "fingerprint": finding.fingerprint,
    }
