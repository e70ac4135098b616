"""The Markdown report, for a comment on a pull request or a job summary.

Holds what fits in a comment (65,536 characters): the worst pages and findings; the rest is counted.
"""

from __future__ import annotations

from collections import Counter
from html import escape

from plainlang.findings import Finding, PageResult, Run, Summary
from plainlang.messages import plural, shortened
from plainlang.own_reports import MARKDOWN_MARK
from plainlang.records import NamedTuple
from plainlang.reports import Options
from plainlang.reports.facts import (
    SCORES,
    Totals,
    judgement,
    needs_person,
    not_run_line,
    one_line,
    skipped_lines,
    versions,
)
from plainlang.reports.markup import code_span, markdown_text
from plainlang.reports.ranking import Worst, weight_of
from plainlang.reports.text import total_line

MAX_CHARACTERS = 60_000
MAX_FINDINGS = 200
MAX_PAGES = 15
MAX_RULES = 20
_LONGEST = 300  # characters of a text from a page
_LINES = 20  # of what was skipped, or went wrong


class _Row(NamedTuple):
    """A page in the table of the worst pages."""

    path: str
    score: int | None
    grade: float | None
    findings: int


class MarkdownReporter:
    """Keeps the worst pages and findings, and writes all of it at the end."""

    def __init__(self, options: Options) -> None:
        self._run: Run | None = None
        self._pages: Worst[_Row] = Worst(MAX_PAGES)
        self._findings: Worst[Finding] = Worst(MAX_FINDINGS)
        self._totals = Totals()
        self._rules: Counter[tuple[int, str, str]] = Counter()

    def begin(self, run: Run) -> str:
        self._run = run
        return ""

    def page(self, page: PageResult) -> str:
        self._totals.add(page)
        for finding in page.findings:
            self._findings.add(weight_of(finding), finding)
            self._rules[finding.severity.rank, finding.severity.value, finding.rule] += 1
        if page.findings:
            score = page.scores.get("overall")
            grade = (page.reading or {}).get("grade")
            row = _Row(page.path, score, grade, len(page.findings))
            self._pages.add((-1.0 if score is None else 100.0 - score, row.findings), row)
        return ""

    def end(self, summary: Summary) -> str:
        assert self._run is not None
        head = [MARKDOWN_MARK, "", "# Plain language report", "", total_line(summary), ""]
        if summary.failed:
            head += [f"**{markdown_text(reason)}**  " for reason in summary.failed[:_LINES]]
            head.append("")
        head += _scores(summary)
        if self._totals.findings > MAX_FINDINGS:
            head += self._by_rule()
        head += self._worst_pages()
        tail = self._tail(summary)
        room = MAX_CHARACTERS - sum(len(line) + 1 for line in (*head, *tail)) - 200
        return "\n".join([*head, *self._listed(room), *tail]) + "\n"

    def _by_rule(self) -> list[str]:
        """Return how often each rule was found, the most serious first, where few are listed."""
        found = sorted(self._rules.items(), key=lambda item: (-item[0][0], -item[1], item[0][2]))
        rows = [f"| {code_span(rule)} | {severity} | {number:,} |"
                for (_, severity, rule), number in found[:MAX_RULES]]  # fmt: skip
        lines = ["## What was found", "", "| Rule | | Findings |", "| :-- | :-- | --: |", *rows]
        if rest := len(found) - len(rows):
            lines += ["", f"{plural(rest, 'more rule')} with findings."]
        return [*lines, ""]

    def _worst_pages(self) -> list[str]:
        rows = list(self._pages)
        if not rows:
            return []
        lines = ["## Pages to mend first", "", "| Page | Score | Grade | Findings |",
                 "| :-- | --: | --: | --: |"]  # fmt: skip
        for row in rows:
            grade = "" if row.grade is None else f"{row.grade:g}"
            score = "" if row.score is None else f"{row.score}"
            lines.append(f"| {code_span(row.path)} | {score} | {grade} | {row.findings} |")
        if self._pages.left_out:
            lines += ["", f"{plural(self._pages.left_out, 'more page')} with findings."]
        return [*lines, ""]

    def _listed(self, room: int) -> list[str]:
        """Return the findings, grouped by page, as many as there is room for, the worst first."""
        grouped: dict[str, list[str]] = {}
        written = 0
        for finding in self._findings:
            row = _row(finding)
            cost = len(row) + 1
            if finding.path not in grouped:
                cost += len(_open(finding.path, 1000)) + len(_TABLE) + 20
            if cost > room:
                break
            room -= cost
            written += 1
            grouped.setdefault(finding.path, []).append(row)
        if not grouped:
            return []
        lines = ["## Findings, worst first", ""]
        for path, rows in grouped.items():
            lines += [_open(path, len(rows)), "", _TABLE, *rows, "", "</details>", ""]
        if rest := self._totals.findings - written:
            verb = "is" if rest == 1 else "are"
            lines += [f"{plural(rest, 'finding')} more {verb} not listed here.", ""]
        return lines

    def _tail(self, summary: Summary) -> list[str]:
        assert self._run is not None
        missing = [*skipped_lines(summary), *summary.notes]
        lines = ["## What this report covers", "", f"- {markdown_text(needs_person(self._totals))}"]
        if not_run := not_run_line(self._run):
            lines.append(f"- {markdown_text(not_run)}")
        lines += [f"- {markdown_text(shortened(line, _LONGEST))}" for line in missing[:_LINES]]
        if len(missing) > _LINES:
            lines.append(f"- and {len(missing) - _LINES:,} more lines like these.")
        return [*lines, f"- {markdown_text(versions(self._run))}"]


_TABLE = "| Line | | Rule | What | What to do |\n| --: | :-- | :-- | :-- | :-- |"


def _scores(summary: Summary) -> list[str]:
    """Return a table of the mean scores."""
    known = {SCORES[key]: score for key, score in summary.scores.items()
             if key in SCORES and score is not None}  # fmt: skip
    if not known:
        return []
    return [
        f"| {' | '.join(known)} |",
        f"|{' --: |' * len(known)}",
        f"| {' | '.join(f'{score:g}' for score in known.values())} |",
        "",
    ]


def _open(path: str, number: int) -> str:
    name = escape(one_line(path)).replace("@", "&#64;").replace("#", "&#35;")
    return f"<details><summary><code>{name}</code>: {plural(number, 'finding')}</summary>"


def _row(finding: Finding) -> str:
    message = markdown_text(shortened(finding.message, _LONGEST)) + judgement(finding)
    how = markdown_text(shortened(finding.how, _LONGEST))
    return (
        f"| {finding.start.line} | {finding.severity.value} | {code_span(finding.rule)} |"
        f" {message} | {how} |"
    )
