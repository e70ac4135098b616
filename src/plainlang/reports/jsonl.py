"""The JSON Lines report: one object a line, streamed, for programs and for runs of any size.

The first line is the run, the last its summary; between them a line for each page, then its
findings and what was suppressed on it. Objects are as in the JSON report, with a "type" before.
"""

from __future__ import annotations

from typing import Any

from plainlang.findings import PageResult, Run, Summary
from plainlang.reports import Options
from plainlang.reports.facts import Totals
from plainlang.reports.json import (
    SCHEMA,
    dumps,
    finding_as_dict,
    page_as_dict,
    run_as_dict,
    summary_as_dict,
    suppressed_as_dict,
)


class JsonlReporter:
    """Writes each page at once; keeps only counts."""

    def __init__(self, options: Options) -> None:
        self._totals = Totals()

    def begin(self, run: Run) -> str:
        return _line("run", {"plainlang": run.version, "schema": SCHEMA, **run_as_dict(run)})

    def page(self, page: PageResult) -> str:
        self._totals.add(page)
        lines = [_line("page", page_as_dict(page))]
        lines.extend(_line("finding", finding_as_dict(finding)) for finding in page.findings)
        lines.extend(_line("suppressed", found) for found in suppressed_as_dict(page))
        return "".join(lines)

    def end(self, summary: Summary) -> str:
        return _line("summary", summary_as_dict(summary, self._totals))


def _line(kind: str, value: dict[str, Any]) -> str:
    return dumps({"type": kind, **value}) + "\n"
