"""The HTML report: one file for auditors and editors, which loads nothing and sends nothing.

Everything that comes from a page is escaped, and a content security policy lets only the report's
own script run. Works without the script; that adds filter, search and sort.
"""

from __future__ import annotations

import zlib
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from string import Template

from plainlang.findings import PageResult, Run, Summary
from plainlang.messages import plural
from plainlang.own_reports import HTML_MARK
from plainlang.reports import Options
from plainlang.reports.facts import CATEGORIES, Totals, on, rule_title
from plainlang.reports.html import about
from plainlang.reports.html import summary as top
from plainlang.reports.html.page import Row, plain, row_of, view
from plainlang.reports.html.text import line
from plainlang.reports.ranking import Worst

MAX_VIEWS = 500  # pages whose text is in the report
_HERE = "\x00"  # stands for the pages in the template: no escaped text holds it


class HtmlReporter:
    """Keeps a row of each page, and the worst pages packed; all is written at the end."""

    def __init__(self, options: Options) -> None:
        self._run: Run | None = None
        self._rows: list[Row] = []
        self._views: Worst[tuple[int, bytes]] = Worst(MAX_VIEWS)
        self._totals = Totals()
        self._counts = top.Counts()

    def begin(self, run: Run) -> str:
        self._run = run
        return ""

    def page(self, page: PageResult) -> str:
        self._totals.add(page)
        self._counts.add(page)
        row = row_of(len(self._rows), page)
        self._rows.append(row)
        weight = top.badness(row)
        if self._views.wants(weight):
            text = view(row, page).encode("utf-8", "replace")
            self._views.add(weight, (row.number, zlib.compress(text, 3)))
        else:
            self._views.skip()
        return ""

    def end(self, summary: Summary) -> Iterator[str]:
        assert self._run is not None
        run = self._run
        known = {rule.id: rule for rule in run.rules}
        style, script = _file("report.css"), _file("report.js")
        text = Template(_file("report.html")).substitute(
            mark=HTML_MARK,
            policy=_policy(style, script),
            style=style,
            script=script,
            made=f"Made by plainlang {line(run.version)} on {line(about.when(run))}",
            verdict=top.verdict(self._rows, self._totals, summary),
            tiles=top.tiles(summary),
            chart=top.chart(self._rows, run.settings),
            worst=top.worst(self._rows),
            by_rule=top.by_rule(self._counts, known),
            by_criterion=top.by_criterion(self._counts, run),
            rules=_options(self._counts, run),
            found=f"{plural(self._totals.findings, 'finding')} on {plural(len(self._rows), 'page')}",
            cut=self._cut(),
            pages=_HERE,
            coverage=about.coverage(run, summary),
            about_rules=about.rules(run, sorted(set(self._counts.rules) - set(known))),
        )
        before, _, after = text.partition(_HERE)
        yield before
        yield from self._pages()
        yield after

    def _pages(self) -> Iterator[str]:
        """Yield the pages, the worst first."""
        packed = dict(self._views)
        for row in sorted(self._rows, key=top.badness, reverse=True):
            data = packed.pop(row.number, None)
            yield plain(row) if data is None else zlib.decompress(data).decode()

    def _cut(self) -> str:
        if not self._views.left_out:
            return ""
        return (
            f"<p>This report has the text of the {MAX_VIEWS:,} pages to mend first. Of the other"
            f" {self._views.left_out:,} it has the score. The jsonl report has all findings.</p>"
        )


def _options(counts: top.Counts, run: Run) -> str:
    """Return the choices of the filter by rule, grouped by kind."""
    category = {rule.id: rule.category for rule in on(run)}
    grouped: dict[str, list[str]] = {}
    for rule in sorted(counts.rules):
        grouped.setdefault(category.get(rule, "other"), []).append(rule)
    parts = []
    for kind, rules in sorted(grouped.items()):
        options = "".join(
            f'<option value="{line(rule)}">{line(rule_title(rule))} ({counts.rules[rule]:,})</option>'
            for rule in rules
        )
        label = line(CATEGORIES.get(kind, "Other"))
        parts.append(f'<optgroup label="{label}">{options}</optgroup>')
    return "".join(parts)


def _policy(style: str, script: str) -> str:
    """Return a policy by which nothing is loaded and only the report's own script and style run."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@lru_cache(maxsize=8)
def _file(name: str) -> str:
    """Return a file of this folder; line ends as a browser reads them, for the policy's sake."""
    text = files(__package__ or __name__).joinpath(name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")
