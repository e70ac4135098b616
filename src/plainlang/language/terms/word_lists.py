"""Word lists that people edit: tab-separated files, read and checked line by line.

Says for each mistake the file, the line and how to mend it. May not know what a list is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path

from plainlang.errors import PlainlangError
from plainlang.language.terms.phrase_table import is_acronym_token
from plainlang.records import NamedTuple

_MAY_BE_EMPTY = frozenset({"variants", "note"})


class Row(NamedTuple):
    """A line of a word list: its cells, and the file and line (1-based) they come from."""

    cells: tuple[str, ...]
    path: str
    line: int


def read_rows(files: Sequence[tuple[str, bytes]], columns: tuple[str, ...]) -> list[Row]:
    """Read tab-separated `(path, contents)` with the header `columns`; skip blank and `#` lines.

    Raises:
        PlainlangError: a wrong header, a wrong number of cells, an empty cell, or bad UTF-8.
    """
    rows = []
    for path, data in files:
        try:
            lines = data.decode("utf-8-sig").splitlines()
        except UnicodeDecodeError as e:
            line = data[: e.start].count(b"\n") + 1
            raise PlainlangError(
                "This is not UTF-8. Save the file as UTF-8.", path=path, line=line
            ) from e
        if not lines or tuple(lines[0].split("\t")) != columns:
            wanted = ", ".join(columns)
            raise PlainlangError(
                f"The first line has to name the columns, with tabs between them: {wanted}.",
                path=path,
                line=1,
            )
        for number, line_text in enumerate(lines[1:], 2):
            if not line_text.strip() or line_text.startswith("#"):
                continue
            cells = tuple(cell.strip() for cell in line_text.split("\t"))
            if len(cells) != len(columns):
                raise PlainlangError(
                    f"This line has {len(cells)} cells, but the header has {len(columns)}. "
                    "Put one tab between two cells, and leave no tab inside one.",
                    path=path,
                    line=number,
                )
            for name, cell in zip(columns, cells, strict=True):
                if not cell and name not in _MAY_BE_EMPTY:
                    raise PlainlangError(
                        f"The cell “{name}” of “{cells[0]}” is empty. Fill it in.",
                        path=path,
                        line=number,
                    )
            rows.append(Row(cells, path, number))
    return rows


def check_unique(rows: Iterable[Row]) -> None:
    """Raise a PlainlangError when two rows start with the same term."""
    seen: dict[str, Row] = {}
    for row in rows:
        # "AIDS" and "aids" may be two terms.
        key = row.cells[0] if is_acronym_token(row.cells[0]) else row.cells[0].casefold()
        if (first := seen.setdefault(key, row)) is not row:
            raise PlainlangError(
                f"“{row.cells[0]}” is already in {Path(first.path).name}, line {first.line}. "
                "Keep one of the two.",
                path=row.path,
                line=row.line,
            )


def split_variants(cell: str) -> tuple[str, ...]:
    """Return the variants that a cell lists, separated by semicolons."""
    return tuple(v for part in cell.split(";") if (v := part.strip()))


def pack_rows(rows: Iterable[Sequence[str]]) -> tuple[bytes, list[int]]:
    """Return rows of cells as one piece, and for each the number to get it by: see `row_at`."""
    lines = ["\t".join(cells).encode() + b"\n" for cells in rows]
    return b"".join(lines), list(accumulate(map(len, lines), initial=0))


def row_at(packed: bytes, number: int) -> list[str]:
    """Return the cells of the row that has a number; only a row that is asked for is read."""
    return packed[number : packed.index(b"\n", number)].decode().split("\t")
