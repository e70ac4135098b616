"""GitHub workflow commands: annotations on the lines of a pull request.

A step may make ten errors and ten warnings; the worst are chosen, and a last line counts the rest.
"""

from __future__ import annotations

import re

from plainlang.findings import Finding, PageResult, Run, Severity, Summary
from plainlang.messages import plural
from plainlang.reports import Options
from plainlang.reports.facts import (
    Totals,
    needs_person,
    not_run_line,
    one_line,
    rule_title,
    skipped_lines,
)
from plainlang.reports.places import path_in_repository
from plainlang.reports.ranking import Worst, weight_of
from plainlang.reports.text import total_line

PER_KIND = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


class GithubReporter:
    """Keeps the worst errors and warnings; notes are only counted."""

    def __init__(self, options: Options) -> None:
        self._worst: dict[Severity, Worst[Finding]] = {s: Worst(PER_KIND) for s in _COMMANDS}
        self._totals = Totals()
        self._not_run = ""
        self._options = options

    def begin(self, run: Run) -> str:
        self._not_run = not_run_line(run)
        return ""

    def page(self, page: PageResult) -> str:
        self._totals.add(page)
        for finding in page.findings:
            if finding.severity in self._worst:
                self._worst[finding.severity].add(weight_of(finding), finding)
        return ""

    def end(self, summary: Summary) -> str:
        shown = [finding for worst in self._worst.values() for finding in worst]
        lines = [_command(f, path_in_repository(f.path, self._options)) for f in shown]
        rest = self._totals.findings - len(shown)
        facts = [total_line(summary)]
        if rest:
            facts.append(f"{plural(rest, 'finding')} more {'is' if rest == 1 else 'are'} not here.")
        facts += [needs_person(self._totals), self._not_run]
        facts += [*skipped_lines(summary), *summary.notes, *summary.failed]
        text = _data("\n".join(fact for fact in facts if fact))
        lines.append(f"::notice title=plainlang::{text}")
        return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding, path: str) -> str:
    properties = {
        "file": path,
        "line": finding.start.line,
        "endLine": finding.end.line,
        "col": finding.start.column,
        "endColumn": finding.end.column,
        "title": f"{rule_title(finding.rule)} ({finding.rule})",
    }
    if finding.start.line != finding.end.line:  # columns are for one line only
        del properties["col"], properties["endColumn"]
    parts = [one_line(finding.message), one_line(finding.how)]
    if finding.needs_review:
        parts.append("A person must decide.")
    message = _data("\n".join(part for part in parts if part))
    named = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {named}::{message}"


def _data(text: str) -> str:
    """Escape a command's message, and leave out what could fool a log."""
    text = re.sub(r"[^\S\n ]|[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", " ", text)
    return text.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a command's property."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    text = text.replace(":", "%3A").replace(",", "%2C")
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", " ", text)
