"""Fixes: the edits of findings put into a source. Reads and writes no file.

Edits never overlap: where two would, the earlier finding's stand and the other waits for the next
round. They are applied from the bottom up, so that spans stay right.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from plainlang.findings import Edit, Finding
from plainlang.records import NamedTuple


class Fixed(NamedTuple):
    """A mended source, the findings whose edits are in it, and those that had to wait."""

    source: str
    applied: tuple[Finding, ...]
    waiting: tuple[Finding, ...]


def apply_fixes(source: str, findings: Iterable[Finding], *, unsafe: bool = False) -> Fixed:
    """Put the fixes of findings into the source that they were found in.

    Unsafe fixes, which may change what a page says, are applied only with `unsafe`.
    """
    edits: list[Edit] = []
    applied: list[Finding] = []
    waiting: list[Finding] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        new = [e for e in fix.edits if e not in edits]
        if any(_collide(a, b) for a in new for b in edits):
            waiting.append(finding)
            continue
        edits.extend(new)
        applied.append(finding)
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        source = source[: edit.span.start] + edit.text + source[edit.span.end :]
    return Fixed(source, tuple(applied), tuple(waiting))


def _collide(a: Edit, b: Edit) -> bool:
    """Tell whether two edits touch the same place; two insertions at one offset do."""
    if a.span.start == b.span.start:
        return True
    first, second = sorted((a.span, b.span))
    return second.start < first.end


def diff(before: str, after: str, path: str) -> str:
    """Return the change as a unified diff, "" when there is none."""
    name = f"{path}\t" if " " in path else path  # as git does: where else would the name end?
    lines = difflib.unified_diff(_lines(before), _lines(after), name, name)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """Return the lines with their ends, as patch tools part them: at line feeds alone."""
    *lines, last = text.split("\n")
    return [f"{line}\n" for line in lines] + ([last] if last else [])
