"""Tables in plain text: cells between bars, or in columns that blanks or tabs part.

A group of lines goes in, and the place of each cell comes out. Text that only happens to have wide
blanks in it, as set type or two columns of prose do, is no table.
"""

from __future__ import annotations

import re
from itertools import pairwise

from plainlang.patterns import compile_pattern

_RULE = compile_pattern(r"[ \t]*[+|][-=+:| \t]*[+|][ \t]*$")
_BARS = compile_pattern(r"[ \t]*\|.*\|[ \t]*$")
_CELL = compile_pattern(r"[^|]+")
_TABS = compile_pattern(r"[^\t]+")
_SAYS = compile_pattern(r"[^\W_]")  # it is no mere sign, as a comment's or a list's
_ITEM = compile_pattern(
    r"[ \t]*\(?\w{1,3}[.)][ \t]"
)  # wide blanks behind its number make no column
_FEWEST = 3  # lines: two may have a wide blank at one place by chance
_LONGEST = 4  # words of a cell, on the whole: longer ones are columns of prose

Line = tuple[int, int]


def rows_of(text: str, lines: list[Line]) -> list[list[Line]] | None:
    """Return the cells of each row, as their starts and ends in `text`; None for what is no table."""
    bare = [(start, end - text[start:end].endswith("\n")) for start, end in lines]
    if "|" in text[bare[0][0] : bare[-1][1]]:
        return _between_bars(text, bare)
    if len(bare) < _FEWEST or any(_ITEM.match(text, *line) for line in bare):
        return None
    if all("\t" in text[start:end].strip() for start, end in bare):
        rows = [_cells(text, start, end, _TABS) for start, end in bare]
    elif "  " in text[slice(*bare[0])].strip():
        rows = _in_columns(text, bare)
    else:
        return None
    cells = [text[start:end] for row in rows for start, end in row]
    words = sum(len(cell.split()) for cell in cells)
    return rows if rows and words <= _LONGEST * len(cells) else None


def _between_bars(text: str, lines: list[Line]) -> list[list[Line]] | None:
    rows = [line for line in lines if not _RULE.match(text, *line)]
    if not rows or len(lines) < 2 or not all(_BARS.match(text, *line) for line in rows):
        return None
    cells = (_cells(text, start, end, _CELL) for start, end in rows)
    return [row for row in cells if row]


def _cells(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Line]:
    found = pattern.finditer(text, start, end)
    return [cell.span() for cell in found if cell[0].strip()]


def _in_columns(text: str, lines: list[Line]) -> list[list[Line]]:
    """Return the cells of lines that all have two blanks or more at the same place; none for others."""
    if any("\t" in text[start:end] for start, end in lines):
        return []
    shortest = min(end - start for start, end in lines)
    gaps = {
        at
        for at in range(1, shortest)
        if all(text[start + at - 1] == text[start + at] == " " for start, _ in lines)
    }
    # Each line says something before the first cut, and has text behind the last one.
    said = [(start, _SAYS.search(text, start, end)) for start, end in lines]
    left = max(found.end() - start if found else shortest for start, found in said)
    right = min(len(text[start:end].rstrip()) for start, end in lines)
    cuts = [at for at in sorted(gaps) if at - 1 not in gaps and left <= at < right]
    rows = []
    for start, end in lines if cuts else ():
        places = [start, *(start + at for at in cuts), end]
        rows.append(list(pairwise(places)))
    return rows
