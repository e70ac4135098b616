"""The top of the HTML report: what a director reads in a minute. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from plainlang.findings import PageResult, RuleInfo, Run, Severity, Summary
from plainlang.language.level.targets import EASIER_WHEN_HIGHER, default_target, is_grade
from plainlang.messages import plural
from plainlang.reports.facts import (
    CATEGORIES,
    SCORES,
    Totals,
    is_failure,
    left_out_line,
    needs_person,
    rule_title,
    tested_criteria,
)
from plainlang.reports.html.chart import grades_chart, grades_table
from plainlang.reports.html.page import Row, title_language
from plainlang.reports.html.text import SHORT, line
from plainlang.standards import CRITERIA, criterion_name, number_key

_WORST = 10
_LEVELS = (
    "<dl><dt>A</dt><dd>the first level, which comes before all others</dd>"
    "<dt>AA</dt><dd>the second level, which many laws ask for</dd>"
    "<dt>AAA</dt><dd>the third and highest level</dd></dl>"
)


@dataclass(slots=True)
class Counts:
    """How often each rule and each success criterion was found, and on how many pages."""

    rules: Counter[str] = field(default_factory=Counter)
    rule_pages: Counter[str] = field(default_factory=Counter)
    severities: dict[str, Severity] = field(default_factory=dict)
    criteria: Counter[str] = field(default_factory=Counter)
    criterion_pages: Counter[str] = field(default_factory=Counter)
    failing_pages: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    read: int = 0  # pages that could be read

    def add(self, page: PageResult) -> None:
        self.read += page.error is None
        rules, criteria, failing = set(), set(), set()
        for finding in page.findings:
            self.rules[finding.rule] += 1
            self.severities[finding.rule] = finding.severity
            rules.add(finding.rule)
            for number in finding.references.get("wcag", ()):
                self.criteria[number] += 1
                criteria.add(number)
                if is_failure(finding, number):
                    failing.add(number)
        for suppressed in page.suppressed:
            self.left_out.update(suppressed.finding.references.get("wcag", ()))
        self.rule_pages.update(rules)
        self.criterion_pages.update(criteria)
        self.failing_pages.update(failing)


def verdict(rows: Sequence[Row], totals: Totals, summary: Summary) -> str:
    """Return the report in a few short sentences."""
    read = [row for row in rows if row.grade is not None]
    checked = len(rows) - totals.unread
    sentences = [f"We checked {plural(checked, 'page')}."] if checked or not rows else []
    if read:
        goals = {(row.metric, row.target) for row in read}
        good = sum(row.meets for row in read)
        if len(goals) > 1:
            sentences.append(f"{good:,} of {len(read):,} {_meet(good)} their target.")
        else:
            metric, target = goals.pop()
            measure = "grade" if metric == "plainlang" else line(metric)
            side = "above" if metric in EASIER_WHEN_HIGHER else "below"
            verb = "reads" if good == 1 else "read"
            sentences.append(f"{good:,} of {len(read):,} {verb} at {measure} {target:g} or {side}.")
    if not totals.findings:
        what = "nothing else" if totals.suppressed else "nothing"
        sentences.append(f"We found {what} to mend.")
    else:
        must = summary.counts.get("error", 0) + summary.counts.get("warning", 0)
        notes = summary.counts.get("note", 0)
        sentences.append(f"We found {plural(must, 'thing')} to mend.")
        if notes:
            sentences.append(f"There {_are(notes)} also {plural(notes, 'hint')}.")
    clean = sum(not row.findings and not row.left_out for row in rows)
    if clean and totals.findings:
        sentences.append(f"{plural(clean, 'page')} had no findings.")
    if totals.unread:
        sentences.append(f"We could not read {plural(totals.unread, 'page')}.")
    if totals.suppressed:
        sentences.append(f"{left_out_line(totals)} Each page says why.")
    failed = "".join(
        f'<p class="failed">Not passed: {line(reason)}</p>' for reason in summary.failed[:20]
    )
    if len(summary.failed) > 20:
        failed += f"<p>And {len(summary.failed) - 20:,} more reasons like these.</p>"
    person = f"<p>{line(needs_person(totals))}</p>"
    return f'<p class="lead">{" ".join(sentences)}</p>{person}{failed}'


def _meet(number: int) -> str:
    return "meets" if number == 1 else "meet"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def tiles(summary: Summary) -> str:
    """Return the mean scores as large numbers with bars."""
    out = []
    for key, name in SCORES.items():
        score = summary.scores.get(key)
        if score is None:
            shown, bar, label = "–", "", "nothing to score"
        else:
            shown, label = f"{score:.0f}", "of 100"
            kind = "fine" if score >= 80 else "over"
            bar = (
                '<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
                '<rect class="track" width="100" height="4"/>'
                f'<rect class="{kind}" width="{score:.0f}" height="4"/></svg>'
            )
        out.append(
            f'<li><span class="name">{name}</span><span class="score"><b>{shown}</b> {label}</span>'
            f"{bar}</li>"
        )
    return f'<ul class="tiles">{"".join(out)}</ul>'


def chart(rows: Sequence[Row], settings: dict[str, Any]) -> str:
    """Return the distribution of grades; none for what a formula gives on another scale."""
    metric = settings.get("metric", "plainlang")
    target = float(settings.get("target-grade", default_target(metric)))
    if not is_grade(metric):
        return ""
    grades = [row.grade for row in rows if row.grade is not None]
    drawn = grades_chart(grades, target)
    if not drawn:
        return ""
    return (
        "<h3>How hard the pages are to read</h3>"
        "<p>A grade is a year of school. Fewer people can read a page of a high grade.</p>"
        f"<figure>{drawn}</figure>{grades_table(grades)}"
    )


def worst(rows: Sequence[Row]) -> str:
    """Return the pages to mend first."""
    found = sorted((r for r in rows if r.findings), key=badness, reverse=True)[:_WORST]
    if not found:
        return ""
    body = [
        [
            f'<th scope="row"><a href="#p{row.number}"{title_language(row)}>'
            f"{line(row.title) or line(row.path)}</a>"
            f'<span class="path">{line(row.path)}</span></th>',
            _cell(row.scores.get("overall")),
            _cell(row.grade),
            _cell(row.findings),
        ]
        for row in found
    ]
    return _table("Pages to mend first", ["Page", "Score", "Grade", "Found"], body)


def badness(row: Row) -> tuple[float, ...]:
    """Return a key by which the worst page is the greatest."""
    score = row.scores.get("overall")
    if score is None:
        return (1.0 if row.unread else -101.0, *row.counts)
    return (-score, *row.counts)


def by_rule(counts: Counts, rules: dict[str, RuleInfo]) -> str:
    """Return how often each rule was found, the most serious and most frequent first."""
    if not counts.rules:
        return ""

    def key(item: tuple[str, int]) -> tuple[int, int]:
        return counts.severities[item[0]].rank, item[1]

    body = []
    for rule, number in sorted(counts.rules.items(), key=key, reverse=True):
        severity = counts.severities[rule]
        info = rules.get(rule)
        category = CATEGORIES.get(info.category, info.category) if info else ""
        body.append([
            f'<th scope="row"><a href="#r-{line(rule)}">{line(rule_title(rule))}</a>'
            f' <span class="path kind">{line(category)}</span></th>',
            f'<td><span class="s {SHORT[severity]}">{severity.value}</span></td>',
            _cell(number),
            _cell(counts.rule_pages[rule]),
        ])  # fmt: skip
    names = ["Rule and its kind", "Weight", "Found", "Pages"]
    return _table("What was found", names, body, texts=2)


def by_criterion(counts: Counts, run: Run) -> str:
    """Return what was found by WCAG success criterion, also where nothing was."""
    tested = tested_criteria(run)
    numbers = sorted({*counts.criteria, *counts.left_out, *tested}, key=number_key)
    if not numbers:
        return ""
    body = []
    for number in numbers:
        known = CRITERIA.get(number)
        name = line(criterion_name(number))
        if known:
            name = f'<a href="{known.url}" rel="noreferrer">{name}</a>'
        found = counts.criteria[number]
        if failing := counts.failing_pages[number]:
            outcome = f"fails on {plural(failing, 'page')}"
        elif found or counts.left_out[number]:
            outcome = "a person must decide"
        elif not counts.read:
            outcome = "not checked"
        else:
            outcome = "nothing found, ask a person"
        body.append([
            f'<th scope="row">{name}</th>',
            f"<td>{known.level if known else ''}</td>",
            f"<td>{outcome}</td>",
            _cell(found),
            _cell(counts.criterion_pages[number]),
            *([_cell(counts.left_out[number])] if counts.left_out else []),
        ])  # fmt: skip
    rest = len(CRITERIA) - len([n for n in numbers if n in CRITERIA])
    version = run.standards.get("WCAG", "2.2")
    names = ["Success criterion", "Level", "Result", "Found", "Pages"]
    if counts.left_out:
        names.append("Left out")
    intro = "WCAG stands for Web Content Accessibility Guidelines. It has three levels:"
    title = f"What it means for WCAG {line(version)}"
    return (
        _table(title, names, body, texts=3, intro=f"<p>{intro}</p>{_LEVELS}")
        + f"<p>No rule looked at the other {rest} success criteria. "
        "To find nothing is not to pass: a tool sees only a part.</p>"
    )


def _cell(value: float | None) -> str:
    return "<td>–</td>" if value is None else f"<td>{value:,g}</td>"


def _table(
    title: str,
    names: Iterable[str],
    body: Iterable[Iterable[str]],
    texts: int = 1,
    intro: str = "",
) -> str:
    """Return a table below its title; the first `texts` columns are texts, the others numbers."""
    numbered: Callable[[int], str] = lambda i: "" if i < texts else ' class="num"'  # noqa: E731
    head = "".join(f'<th scope="col"{numbered(i)}>{name}</th>' for i, name in enumerate(names))
    rows = "".join(
        "<tr>"
        + "".join(
            cell.replace("<td>", '<td class="num">', 1) if i >= texts else cell
            for i, cell in enumerate(row)
        )
        + "</tr>"
        for row in body
    )
    return (
        f'<h3>{title}</h3>{intro}<div class="wide"><table aria-label="{title}">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
