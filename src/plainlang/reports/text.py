"""The report for people: page by page, the words in question in place, and how to mend them."""

from __future__ import annotations

from plainlang.findings import Finding, PageResult, Run, Summary
from plainlang.messages import plural
from plainlang.reports import Options
from plainlang.reports.columns import cut, end_of, start_of, width, wrapped
from plainlang.reports.facts import (
    SCORES,
    Totals,
    advice_of,
    judgement,
    level,
    needs_person,
    not_run_line,
    one_line,
    skipped_lines,
    statistics,
    target,
    visible,
)

_MANY = 200  # findings; more fill a screen many times
_LESS = "To see less: “--format concise” has a line for each finding, “plainlang score” one for each page."
COLORS = {"error": "31", "warning": "33", "note": "36"}  # of a terminal (ECMA-48, SGR)
_NAMES = {key: name.lower() for key, name in SCORES.items() if key != "overall"}


class TextReporter:
    """Groups findings by page and ends with totals and the weakest category."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._totals = Totals()
        self._not_run = ""

    def begin(self, run: Run) -> str:
        self._not_run = not_run_line(run)
        return ""

    def page(self, page: PageResult) -> str:
        self._totals.add(page)
        if not page.findings and not self._options.show_files:
            return ""
        lines = [
            f"{self._paint(one_line(page.path), '1')}  {self._paint(scores_line(page), '2')}".rstrip()
        ]
        lines.extend(self._paint(f"  {one_line(note)}", "2") for note in page.notes)
        if reading := reading_line(page):
            lines.append(self._paint(f"  {reading}", "2"))
        lines.append("")
        for finding in page.findings:
            lines.extend(self._finding(finding))
        return "\n".join(lines) + "\n"

    def _finding(self, finding: Finding) -> list[str]:
        where = f"{finding.start.line}:{finding.start.column}"
        severity = finding.severity.value
        lines = [
            f"  {where:<8} {self._paint(severity, COLORS[severity])}  "
            f"{self._paint(finding.rule, '1')}{self._paint(judgement(finding), '2')}"
        ]
        if finding.excerpt:
            lines.append(f"    {self._in_place(finding)}")
        lines.extend(self._wrap(finding.message, "    "))
        if advice := advice_of(finding):
            lines.extend(self._wrap(advice, "    → ", "      "))
        return [*lines, ""]

    def _in_place(self, finding: Finding) -> str:
        """Show the words in question between what stands around them."""
        room = max(24, self._options.width - 8)
        words = cut(one_line(finding.excerpt), room)
        around = max(0, (room - width(words)) // 2 - 2)
        before, after = visible(finding.before), visible(finding.after)
        if width(before) > around:  # cut between words, not in one
            before = end_of(before, around).partition(" ")[2]
        if width(after) > around:
            after = start_of(after, around).rpartition(" ")[0]
        mark = self._paint(words, "1;4") if self._options.color else f"»{words}«"
        return f"{before}{mark}{after}"

    def _wrap(self, text: str, lead: str, rest: str | None = None) -> list[str]:
        return wrapped(one_line(text), self._options.width, lead, lead if rest is None else rest)

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._options.color and text else text

    def end(self, summary: Summary) -> str:
        lines = [one_line(line) for line in skipped_lines(summary._replace(errors=()))]
        lines.extend(self._paint(one_line(error), "31") for error in summary.errors)
        lines.extend(one_line(note) for note in summary.notes)
        if self._options.statistics:
            lines.extend(statistics(self._totals))
        if self._totals.pages and not self._options.quiet:
            if self._totals.findings > _MANY:
                lines.append(self._paint(_LESS, "2"))
            lines.append(self._paint(self._not_run, "2"))
            lines.append(needs_person(self._totals))
        lines.append(total_line(summary))
        lines.extend(self._paint(one_line(reason), "1") for reason in summary.failed)
        return "".join(f"{line}\n" for line in lines if line)


def scores_line(page: PageResult) -> str:
    """Return a page's scores in words, "" when it has none."""
    overall = page.scores.get("overall")
    if overall is None:
        return ""
    parts = [f"{name} {page.scores[key]}" for key, name in _NAMES.items()
             if page.scores.get(key) is not None]  # fmt: skip
    return f"score {overall} of 100 ({', '.join(parts)})"


def reading_line(page: PageResult) -> str:
    """Return a page's reading level in words."""
    reading = page.reading
    if not reading:
        return ""
    if reading.get("grade") is None:
        return str(reading.get("note") or "")
    words, sentences = plural(reading["words"], "word"), plural(reading["sentences"], "sentence")
    note = f"; {reading['note']}" if reading.get("note") else ""
    return f"{level(reading)}, target {target(reading)}; {words}, {sentences}{note}"


def total_line(summary: Summary) -> str:
    """Return the totals and the weakest category in one line."""
    if not summary.pages:
        return "No page was checked."
    total = sum(summary.counts.values())
    parts = [
        plural(summary.counts[s], s) for s in ("error", "warning", "note") if summary.counts.get(s)
    ]
    line = f"{plural(summary.pages - summary.unread, 'page')} checked, "
    if summary.unread:
        line += f"{summary.unread:,} could not be read, "
    line += plural(total, "finding")
    if parts:
        line += f" ({', '.join(parts)})"
    if summary.suppressed:
        line += f", {summary.suppressed:,} suppressed"
    weak = [(s, _NAMES[k]) for k, s in summary.scores.items() if k in _NAMES and s is not None]
    if weak and total:
        score, name = min(weak)
        line += f". Weakest: {name}, {score:g} of 100"
    return line + "."
