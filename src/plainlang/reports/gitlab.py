"""GitLab's Code Quality report: a JSON list with an entry for each finding, streamed.

The format has no room for anything else: what was not run stands in the run's other reports.
"""

from __future__ import annotations

from typing import Any

from plainlang.findings import Finding, PageResult, Run, Severity, Summary
from plainlang.reports import Options
from plainlang.reports.json import dumps
from plainlang.reports.places import path_in_repository
from plainlang.resources import blake2b

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


class GitlabReporter:
    """Streams; keeps no entry."""

    def __init__(self, options: Options) -> None:
        self._any = False
        self._options = options

    def begin(self, run: Run) -> str:
        return "["

    def page(self, page: PageResult) -> str:
        parts = []
        path = path_in_repository(page.path, self._options)
        for finding in page.findings:
            parts.append((",\n" if self._any else "\n") + dumps(_entry(finding, path)))
            self._any = True
        return "".join(parts)

    def end(self, summary: Summary) -> str:
        return "\n]\n"


def _entry(finding: Finding, path: str) -> dict[str, Any]:
    # GitLab wants fingerprints that differ in the whole report; ours are made within a page.
    key = f"{path}\x1f{finding.fingerprint}"
    parts = [finding.message, finding.how, finding.why]
    if finding.needs_review:
        parts.append("A person must decide.")
    return {
        "description": finding.message,
        "content": {"body": "\n\n".join(part for part in parts if part)},
        "check_name": finding.rule,
        "fingerprint": blake2b(key.encode("utf-8", "replace"), digest_size=16).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "categories": ["Clarity"],
        "type": "issue",
        "location": {
            "path": path,
            "positions": {
                "begin": {"line": finding.start.line, "column": finding.start.column},
                "end": {"line": finding.end.line, "column": finding.end.column},
            },
            "lines": {"begin": finding.start.line, "end": finding.end.line},
        },
    }
