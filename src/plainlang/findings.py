"""The words that every part of plainlang shares: spans, findings, fixes, reports.

Plain frozen data, no behaviour beyond looking things up. Knows no rule, no page, no file format.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from plainlang.records import NamedTuple

_NONE: dict[Any, Any] = {}  # what a value has that was made without; nobody writes to it
BROWSER_RULES = "axe-"  # how the rules begin that only a browser knows; see plainlang.browser


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points."""

    start: int
    end: int


class Position(NamedTuple):
    """A place in a source as an editor shows it: line and column, both from 1."""

    line: int
    column: int


def place_as_dict(offset: int, position: Position) -> dict[str, int]:
    """Return a place as it stands in JSON: the offset from 0, line and column from 1."""
    return {"offset": offset, "line": position.line, "column": position.column}


class LineIndex:
    """Turn offsets into lines and columns; `\\n`, `\\r\\n` and a lone `\\r` end a line.

    The first line starts behind `before` characters: a byte order mark, which no editor counts.
    """

    __slots__ = ("_starts",)

    def __init__(self, source: str, before: int = 0) -> None:
        starts = [before]
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
        return Position(line, offset - self._starts[line - 1] + 1) if line else Position(1, 1)

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


class Edit(NamedTuple):
    """Replace `span` of the source with `text`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that mend a finding. `safe` ones never change what the page says."""

    edits: tuple[Edit, ...]
    description: str
    safe: bool = True


class Related(NamedTuple):
    """Another place that helps to understand a finding."""

    span: Span
    message: str


class Finding(NamedTuple):
    """One thing to mend, at one place.

    `start` and `end` are the positions of `span`; `excerpt` is the offending text as a reader sees
    it; `fingerprint` stays the same when lines move (it is made of rule, content and neighbourhood).
    `references` maps a standard ("wcag", "act", "cdc-cci") to the parts of it that fail.
    `before` and `after` are what stands around it on its line, to show it in place. `data` holds
    what the rule measured, for reports.
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
    references: dict[str, tuple[str, ...]] = _NONE
    term: str | None = None
    needs_review: bool = False
    related: tuple[Related, ...] = ()
    language: str = "en"
    before: str = ""
    after: str = ""
    data: Mapping[str, Any] = _NONE


class Suppressed(NamedTuple):
    """A finding that is not reported, and why: by a comment, the config or the baseline."""

    finding: Finding
    kind: str
    reason: str


class BlockView(NamedTuple):
    """A block as a report shows it: its text, the findings in it, its sentences' grades.

    `findings` are `(start, end, index of the page's finding)`, `sentences` `(start, end, grade)`;
    both count in `text`.
    """

    kind: str
    level: int
    region: str
    text: str
    line: int
    findings: tuple[tuple[int, int, int], ...] = ()
    sentences: tuple[tuple[int, int, float | None], ...] = ()


class Place(NamedTuple):
    """A place in a source: its line, and its column from 1 in code points, UTF-16 units and bytes.

    The bytes are those of UTF-8, and those of a byte order mark are among them.
    """

    line: int
    column: int
    utf16: int
    utf8: int


class Detail(NamedTuple):
    """What only the larger reports need: the text itself, and lists of images and links.

    `places` has a Place for each offset that the page's findings, edits and related places name. `mark` is the
    number of characters of a byte order mark, which offsets count and columns do not.
    """

    blocks: tuple[BlockView, ...] = ()
    images: tuple[dict[str, Any], ...] = ()
    links: tuple[dict[str, Any], ...] = ()
    places: dict[int, Place] = _NONE
    mark: int = 0


class PageResult(NamedTuple):
    """What was found on one page.

    `scores` maps `overall`, `reading_level`, `jargon`, `alt_text`, `link_labels` to 0–100 or None;
    `reading` and `counts` are as in the JSON report. `error` says why the page could not be read;
    then there are no scores. `detail` is there when a report asked for it. `depends` maps the other
    files that checks looked at to the digests of their bytes. `faults` are rules that broke on this page,
    `off` the ids of rules that its settings turn off.
    """

    path: str
    format: str = "html"
    language: str = "en"
    title: str = ""
    is_document: bool = False
    scores: dict[str, int | None] = _NONE
    reading: dict[str, Any] | None = None
    counts: dict[str, int] = _NONE
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    notes: tuple[str, ...] = ()
    error: str | None = None
    detail: Detail | None = None
    depends: dict[str, str] = _NONE
    faults: tuple[str, ...] = ()
    off: tuple[str, ...] = ()

    def keeping(self, findings: Sequence[Finding], suppressed: Sequence[Suppressed]) -> PageResult:
        """Return the result with only those of its findings; its detail is numbered anew."""
        detail = self.detail
        if detail is not None:
            new = {id(finding): number for number, finding in enumerate(findings)}
            numbers = {old: new[id(f)] for old, f in enumerate(self.findings) if id(f) in new}
            detail = detail._replace(blocks=tuple(_renumbered(detail.blocks, numbers)))
        return self._replace(findings=tuple(findings), suppressed=tuple(suppressed), detail=detail)


def _renumbered(blocks: Sequence[BlockView], numbers: dict[int, int]) -> Iterator[BlockView]:
    """Yield the blocks with other numbers of findings; what was there for a lost one is left out."""
    for block in blocks:
        kept = tuple((s, e, numbers[n]) for s, e, n in block.findings if n in numbers)
        if kept or not block.findings or block.kind not in ("element", "image"):
            yield block._replace(findings=kept)


class RuleInfo(NamedTuple):
    """What a report says about a rule. `examples` are (bad, good) sources with `[[ ]]` marks."""

    id: str
    category: str
    severity: Severity
    message: str
    why: str
    how: str
    references: dict[str, tuple[str, ...]]
    languages: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    good: tuple[str, ...] = ()
    precision: str = ""
    needs_review: bool = False
    enabled: bool = True


UNREADABLE = RuleInfo(  # no file of a rule says it: nothing was there to look at
    id="unreadable-page",
    category="structure",
    severity=Severity.ERROR,
    message="This file cannot be read.",
    why="What cannot be read was not checked.",
    how="Mend the file or leave it out.",
    references={},
)


class Run(NamedTuple):
    """What a report says about the run: tool, rules, settings, when (ISO 8601, UTC).

    `rules` are enabled that run on some page; those in `partly` do not run in every folder, and with
    `per_file` some may not run on some files.
    """

    version: str
    started: str
    rules: tuple[RuleInfo, ...]
    settings: dict[str, Any] = _NONE
    standards: dict[str, str] = _NONE
    partly: tuple[str, ...] = ()
    per_file: bool = False


class Summary(NamedTuple):
    """The end of a run. `errors` are what went wrong beside the pages (rule files, config).

    `counts` maps a severity to its number of findings, `scores` a score to its mean over the pages
    that have one. `failed` is why the run does not pass, in the words that the user reads. `unread`
    of the `pages` could not be read.
    """

    pages: int = 0
    counts: dict[str, int] = _NONE
    scores: dict[str, float | None] = _NONE
    skipped: tuple[tuple[str, str], ...] = ()
    errors: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    suppressed: int = 0
    notes: tuple[str, ...] = ()
    unread: int = 0


class Report(NamedTuple):
    """A whole run in memory: what `plainlang.check` returns and most reports are made of."""

    run: Run
    pages: tuple[PageResult, ...]
    summary: Summary

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all pages, page by page, in source order."""
        return tuple(f for page in self.pages for f in page.findings)
