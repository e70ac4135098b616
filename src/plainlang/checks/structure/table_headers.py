"""Which header cells a table cell has: by `headers`, of its row and of its column. May not judge.

Each table is walked once, so that large ones take time in proportion.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from plainlang.checks.match import per_page
from plainlang.page import Page
from plainlang.records import NamedTuple

_MOST = 20  # header cells of a column: those nearest above


class _Header(NamedTuple):
    """A header cell: its row's number in the table, its columns, what it says."""

    row: int
    start: int
    end: int
    text: str


class _Table(NamedTuple):
    """The rows by number, and the header cells of one column (by column) and of several."""

    rows: dict[Any, int]
    narrow: dict[int, list[_Header]]
    wide: list[_Header]
    named: dict[str, str]

    def above(self, row: int, column: int) -> list[str]:
        """Return what the header cells above a place say, from the top down."""
        narrow = self.narrow.get(column, [])
        found = narrow[: bisect_left(narrow, row, key=_row)][-_MOST:]
        for header in reversed(self.wide[: bisect_left(self.wide, row, key=_row)]):
            if header.start <= column < header.end:
                found.append(header)
                if len(found) >= 2 * _MOST:
                    break
        return [header.text for header in sorted(found)]


def _row(header: _Header) -> int:
    return header.row


def headers_of(page: Page, cell: Any) -> list[str]:
    """Return what the header cells of a table cell say."""
    row = cell.closest("tr")
    table = _tables(page).get(cell.closest("table"))
    if table is None or row not in table.rows:
        return []
    names = (cell.attr("headers") or "").split()
    out = [table.named[name] for name in names if name in table.named]
    cells = _cells(row)
    out.extend(c.text for c in cells if c.tag == "th" and c != cell)
    out.extend(table.above(table.rows[row], _column(cells, cell)))
    return out


@per_page
def _tables(page: Page) -> dict[Any, _Table]:
    tables: dict[Any, _Table] = {}
    for row in page.tree.select("tr"):
        table = row.closest("table")
        if table is None:
            continue
        known = tables.setdefault(table, _Table({}, {}, [], {}))
        number = known.rows[row] = len(known.rows)
        cells = _cells(row)
        at = 0
        for cell in cells:
            width = _width(cell)
            if name := cell.attr("id"):
                known.named.setdefault(name, cell.text)
            if cell.tag == "th" and not _heads_row(cell, cells) and (text := cell.text.strip()):
                header = _Header(number, at, at + width, text)
                (known.narrow.setdefault(at, []) if width == 1 else known.wide).append(header)
            at += width
    return tables


def _heads_row(cell: Any, cells: list[Any]) -> bool:
    """Tell whether a header cell is that of its row, not of the columns below it."""
    scope = (cell.attr("scope") or "").lower()
    if scope:
        return scope in ("row", "rowgroup")
    return cell == cells[0] and any(c.tag == "td" and c.text.strip() for c in cells)


def _cells(row: Any) -> list[Any]:
    return [c for c in row.children if getattr(c, "tag", None) in ("td", "th")]


def _column(cells: list[Any], cell: Any) -> int:
    at = 0
    for c in cells:
        if c == cell:
            break
        at += _width(c)
    return at


def _width(cell: Any) -> int:
    value = cell.attr("colspan") or "1"
    return int(value) if value.isdigit() and value != "0" else 1
