"""Which blocks of a page stand in which cell of which table. Knows no words."""

from __future__ import annotations

from typing import Any

from plainlang.language.definitions.tables import Cell
from plainlang.page.kinds import CELLS
from plainlang.page.model import Block

_DEEPEST = 20  # elements between a cell and the text in it


def tables_of(blocks: tuple[Block, ...]) -> list[list[list[Cell]]]:
    """Return the tables as rows of cells that have text, in document order."""
    tables: dict[Any, dict[Any, list[Cell]]] = {}
    last: Any = None
    for number, block in enumerate(blocks):
        cell = _ancestor(block.node, ("td", "th")) if block.kind in CELLS else None
        if cell is None:
            continue
        row = _ancestor(cell.parent, ("tr",))
        table = _ancestor(row.parent if row is not None else None, ("table",))
        if row is None or table is None:
            continue
        cells = tables.setdefault(table, {}).setdefault(row, [])
        if cells and cell == last and cells[-1].last == number:
            cells[-1] = cells[-1]._replace(last=number + 1)
        else:
            cells.append(Cell(number, number + 1, cell.tag == "th"))
        last = cell
    return [list(rows.values()) for rows in tables.values()]


def _ancestor(node: Any, tags: tuple[str, ...]) -> Any:
    for _ in range(_DEEPEST):
        if node is None or getattr(node, "tag", None) in tags:
            return node
        node = node.parent
    return None
