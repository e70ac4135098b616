"""The words that every part of plainlang shares: spans, findings, fixes, reports.

Plain frozen data, no behaviour beyond looking things up. Knows no rule, no page, no file format.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points."""

    start: int
    end: int


class Position(NamedTuple):
    """A place in a source as an editor shows it: line and column, both from 1."""

    line: int
    column: int


class LineIndex:
    """Turn offsets into lines and columns; `\\n`, `\\r\\n` and a lone `\\r` end a line."""

    __slots__ = ("_starts",)

    def __init__(self, source: str) -> None:
        starts = [0]
        if "\r" in source:
            for i, c in enumerate(source):
                if c == "\n" or (c == "\r" and source[i + 1 : i + 2] != "\n"):
                    starts.append(i + 1)
        else:
            i = source.find("\n")
            while i >= 0:
                starts.append(i + 1)
                i = source.find("\n", i + 1)
        self._starts = starts

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_start(self, line: int) -> int:
        """Return the offset at which the 1-based `line` starts."""
        return self._starts[line - 1]

    def __len__(self) -> int:
        return len(self._starts)


class Severity(StrEnum):
    """How much a finding weighs, lightest first."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return ("note", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `span` of the source with `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding. `safe` ones never change what the page says."""

    edits: tuple[Edit, ...]
    description: str
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that helps to understand a finding."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, at one place.

    `start` and `end` are the positions of `span`; `excerpt` is the offending text as a reader sees
    it; `fingerprint` stays the same when lines move (it is made of rule, content and neighbourhood).
    `references` maps a standard ("wcag", "act", "cdc-cci") to the parts of it that fail.
    `data` holds what the rule measured, for reports.
    """

    rule: str
    category: str
    severity: Severity
    path: str
    message: str
    span: Span
    start: Position
    end: Position
    excerpt: str
    why: str = ""
    how: str = ""
    suggestion: str | None = None
    fix: Fix | None = None
    fingerprint: str = ""
    references: dict[str, tuple[str, ...]] = field(default_factory=dict)
    term: str | None = None
    needs_review: bool = False
    related: tuple[Related, ...] = ()
    language: str = "en"
    data: dict[str, Any] = field(default_factory=dict)
