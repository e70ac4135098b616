"""The Reviewdog diagnostic report (rdjson). Its columns count bytes of UTF-8, from 1. Streamed."""

from __future__ import annotations

from typing import Any

from plainlang.findings import Detail, Finding, PageResult, Run, Severity, Span, Summary
from plainlang.reports import Options
from plainlang.reports.json import dumps
from plainlang.standards import DOCS, rule_url

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


class RdjsonReporter:
    """Streams; keeps nothing but whether there was a diagnostic."""

    def __init__(self, options: Options) -> None:
        self._any = False

    def begin(self, run: Run) -> str:
        source = dumps({"name": "plainlang", "url": DOCS})
        return f'{{"source": {source}, "diagnostics": ['

    def page(self, page: PageResult) -> str:
        parts = []
        for finding in page.findings:
            parts.append((",\n" if self._any else "\n") + dumps(_diagnostic(finding, page.detail)))
            self._any = True
        return "".join(parts)

    def end(self, summary: Summary) -> str:
        return "\n]}\n"


def _diagnostic(finding: Finding, detail: Detail | None) -> dict[str, Any]:
    review = " A person must decide." if finding.needs_review else ""
    span = _range(finding.span, detail)
    if span is None:  # no bytes are known: the lines alone are right
        span = {"start": {"line": finding.start.line}, "end": {"line": finding.end.line}}
    out: dict[str, Any] = {
        "message": f"{finding.message}{review} {finding.how}".strip(),
        "location": {"path": finding.path.removeprefix("./"), "range": span},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule, "url": rule_url(finding.rule)},
    }
    if finding.fix is not None:
        edits = [(_range(edit.span, detail), edit.text) for edit in finding.fix.edits]
        if all(place is not None for place, _ in edits):
            out["suggestions"] = [{"range": place, "text": text} for place, text in edits]
    related = [
        {"message": related.message, "location": {"path": out["location"]["path"], "range": place}}
        for related in finding.related
        if (place := _range(related.span, detail)) is not None
    ]
    if related:
        out["relatedLocations"] = related
    return out


def _range(span: Span, detail: Detail | None) -> dict[str, Any] | None:
    """Return a range in lines and bytes, None when the places are not known."""
    places = detail.places if detail is not None else {}
    start, end = places.get(span.start), places.get(span.end)
    if start is None or end is None:
        return None
    return {
        "start": {"line": start.line, "column": start.utf8},
        "end": {"line": end.line, "column": end.utf8},
    }
