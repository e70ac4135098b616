"""The Excel report: a sheet each for pages, findings, sections, images, links and coverage.

Needs openpyxl (`plainlang[xlsx]`), whose write-only mode keeps rows in temporary files, so that
memory stays flat. No cell is a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from plainlang.errors import PlainlangError
from plainlang.findings import Finding, PageResult, Run, Summary
from plainlang.reports import Options
from plainlang.reports.facts import (
    CATEGORIES,
    Totals,
    needs_person,
    not_run,
    off,
    on,
    one_line,
    rule_title,
    rules_version,
    settings_in_words,
    skipped_lines,
    tested_criteria,
)
from plainlang.reports.text import total_line
from plainlang.standards import CRITERIA

MAX_ROWS = 1_048_575  # Excel's limit, less the row of names
_MAX_TEXT = 32_000
_WIDE = {"page": 36, "message": 60, "how to mend it": 60, "words in question": 40, "why": 50,
         "section": 40, "name": 40, "address": 50, "title": 36, "what": 34, "says": 90}  # fmt: skip
SHEETS: dict[str, tuple[str, ...]] = {
    "pages": ("page", "title", "language", "score", "reading level", "jargon", "alt text",
              "link labels", "grade", "low", "high", "target", "words", "sentences", "images",
              "links", "terms", "terms explained", "errors", "warnings", "notes", "problem"),
    "findings": ("page", "line", "column", "severity", "category", "rule", "needs a person",
                 "words in question", "message", "how to mend it", "suggestion", "why", "WCAG",
                 "ACT", "accepted because", "fingerprint"),
    "sections": ("page", "section", "line", "grade", "words"),
    "images": ("page", "line", "column", "element", "role", "name", "name from", "address"),
    "links": ("page", "line", "column", "element", "region", "name", "name from", "address"),
    "coverage": ("what", "says"),
}  # fmt: skip


class XlsxReporter:
    """Appends rows as pages come; what does not fit in a sheet is counted."""

    def __init__(self, options: Options) -> None:
        try:
            from openpyxl import Workbook
        except ImportError:
            raise PlainlangError(
                "The xlsx report needs openpyxl. Install it: pip install openpyxl"
            ) from None
        self._book = Workbook(write_only=True)
        self._sheets = {name: self._sheet(name, columns) for name, columns in SHEETS.items()}
        self._rows = dict.fromkeys(SHEETS, 0)
        self._totals = Totals()
        self._run: Run | None = None

    def _sheet(self, name: str, columns: Sequence[str]) -> Any:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter

        sheet = self._book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for number, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(number)].width = _WIDE.get(column, 14)
        names = []
        for column in columns:
            cell = WriteOnlyCell(sheet, value=column)
            cell.font = Font(bold=True)
            names.append(cell)
        sheet.append(names)
        return sheet

    def _add(self, name: str, values: Sequence[Any]) -> None:
        self._rows[name] += 1
        if self._rows[name] <= MAX_ROWS:
            sheet = self._sheets[name]
            sheet.append([_cell(sheet, value) for value in values])

    def begin(self, run: Run) -> bytes:
        self._run = run
        self._book.properties.creator = f"plainlang {run.version}"
        try:
            created = datetime.fromisoformat(run.started).replace(tzinfo=None)
        except ValueError:
            return b""
        self._book.properties.created = self._book.properties.modified = created
        return b""

    def page(self, page: PageResult) -> bytes:
        self._totals.add(page)
        self._add("pages", _page(page))
        for finding in page.findings:
            self._add("findings", _finding(finding, ""))
        for suppressed in page.suppressed:
            because = f"{suppressed.kind}: {suppressed.reason}"
            self._add("findings", _finding(suppressed.finding, because))
        for section in (page.reading or {}).get("sections", ()):
            line = section["span"]["start"]["line"]
            values = section["heading"] or "", line, section["grade"], section["words"]
            self._add("sections", (page.path, *values))
        if page.detail is not None:
            for name, kind, items in (
                ("images", ("role", "source"), page.detail.images),
                ("links", ("region", "address"), page.detail.links),
            ):
                for item in items:
                    values = (item["line"], item["column"], item["element"], item[kind[0]])
                    rest = item["name"], item["name_from"], item[kind[1]]
                    self._add(name, (page.path, *values, *rest))
        return b""

    def end(self, summary: Summary) -> bytes:
        assert self._run is not None
        for what, says in _coverage(self._run, summary, self._totals):
            self._add("coverage", (what, says))
        for name, number in self._rows.items():
            if number > MAX_ROWS:
                note = f"{number - MAX_ROWS:,} rows of “{name}” do not fit. See the jsonl report."
                self._sheets["coverage"].append(["cut", note])
        for name, columns in SHEETS.items():
            last = min(self._rows[name], MAX_ROWS) + 1
            self._sheets[name].auto_filter.ref = f"A1:{_letter(len(columns))}{last}"
        out = io.BytesIO()
        self._book.save(out)
        return out.getvalue()


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)


def _cell(sheet: Any, value: Any) -> Any:
    """Return a value for a sheet; text is always text, never a formula or a date."""
    if not isinstance(value, str):
        return value
    from openpyxl.cell import WriteOnlyCell

    text = one_line(value)[:_MAX_TEXT]
    text = text if text.isascii() else _only_xml(text)
    if not text.startswith(("=", "#")):  # "#" is for error values, as "#N/A"
        return text
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _only_xml(text: str) -> str:
    return "".join(c if c < "\ufffe" or c > "\uffff" else "\ufffd" for c in text)


def _page(page: PageResult) -> tuple[Any, ...]:
    reading, scores, counts = page.reading or {}, page.scores, page.counts
    severities = [f.severity.value for f in page.findings]
    return (
        page.path, page.title, page.language,
        *(scores.get(k) for k in
          ("overall", "reading_level", "jargon", "alt_text", "link_labels")),
        *(reading.get(k) for k in ("grade", "low", "high", "target", "words", "sentences")),
        *(counts.get(k) for k in ("images", "links", "terms", "terms_explained")),
        *(severities.count(s) for s in ("error", "warning", "note")),
        page.error or "",
    )  # fmt: skip


def _finding(finding: Finding, because: str) -> tuple[Any, ...]:
    return (
        finding.path, finding.start.line, finding.start.column, finding.severity.value,
        CATEGORIES.get(finding.category, finding.category), finding.rule,
        "yes" if finding.needs_review else "no", finding.excerpt, finding.message, finding.how,
        finding.suggestion, finding.why, " ".join(finding.references.get("wcag", ())),
        " ".join(finding.references.get("act", ())), because, finding.fingerprint,
    )  # fmt: skip


def _coverage(run: Run, summary: Summary, totals: Totals) -> list[tuple[str, str]]:
    """Return what was checked, with which versions, what needs a person, and what was not run."""
    rows = [("tool", f"plainlang {run.version}"), ("rules", f"version {rules_version(run)}")]
    rows.append(("date", run.started))
    rows.extend((name, f"version {version}") for name, version in run.standards.items())
    rows += [("checked", total_line(summary)), ("a person", needs_person(totals))]
    rows.extend(("not run", what) for what in not_run(run))
    rows.extend(("left out", line) for line in skipped_lines(summary))
    rows.extend(("note", note) for note in summary.notes)
    rows.extend(("failed", reason) for reason in summary.failed)
    rows.extend((f"setting {name}", value) for name, value in settings_in_words(run))
    rows.extend(
        (f"rule {rule.id}", f"{rule_title(rule.id)} ({rule.severity.value}). {rule.why}")
        for rule in on(run)
    )
    rows.extend((f"rule {rule.id}", "off") for rule in off(run))
    tested = tested_criteria(run)
    for number, criterion in CRITERIA.items():
        rules = ", ".join(rule.id for rule in tested.get(number, ()))
        says = f"looked at by {rules}; a person must check the rest" if rules else "not tested"
        rows.append((f"WCAG {number} ({criterion.level}) {criterion.name}", says))
    return rows
