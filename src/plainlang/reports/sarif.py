"""The SARIF 2.1.0 report, for code scanning and other viewers.

Stays within what code scanning takes (25,000 results, of which it shows 5,000; 10 MB packed): the
worst results come first, and a notification says what was cut.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from plainlang.findings import Detail, Finding, PageResult, Run, Span, Summary, Suppressed
from plainlang.reports import Options
from plainlang.reports.facts import Totals, needs_person, not_run, skipped_lines
from plainlang.reports.json import dumps
from plainlang.reports.markup import relative_uri
from plainlang.reports.places import path_below_top
from plainlang.reports.ranking import Worst, weight_of
from plainlang.reports.sarif_rules import (
    LEVELS,
    descriptors,
    references_to,
    taxa_of,
    taxonomies,
)
from plainlang.standards import DOCS

MAX_RESULTS = 25_000
SHOWN_RESULTS = 5_000
MAX_PACKED = 9_500_000  # bytes; the limit is 10 MB, gzip's own header and the end need some
MAX_ARTIFACTS = 1_500_000  # packed bytes for the list of pages
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_MIME = {"html": "text/html", "markdown": "text/markdown", "text": "text/plain"}
_BASE = "SRCROOT"
_TOP, _FOLDER = "The top folder of the repository.", "The folder in which plainlang ran."


class SarifReporter:
    """Streams the pages; keeps the worst results, packed, for the end."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._run: Run | None = None
        self._rules: dict[str, int] = {}
        self._taxa: dict[str, list[str]] = {}
        self._worst: Worst[bytes] = Worst(MAX_RESULTS)
        self._totals = Totals()
        self._unread: list[str] = []
        self._artifacts = 0
        self._packer = zlib.compressobj(6)
        self._packed = 0

    def begin(self, run: Run) -> str:
        self._run = run
        self._taxa = taxa_of(run)
        rules = descriptors(run, self._taxa)
        self._rules = {rule["id"]: number for number, rule in enumerate(rules)}
        driver = {
            "name": "plainlang",
            "version": run.version,
            "semanticVersion": run.version,
            "informationUri": DOCS,
            "language": "en-US",
            "supportedTaxonomies": [{"name": name, "index": i} for i, name in enumerate(self._taxa)],
            "rules": rules,
        }  # fmt: skip
        head = dumps(
            {
                "tool": {"driver": driver},
                "automationDetails": {"id": "plainlang/"},
                "language": "en-US",
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {
                    _BASE: {"description": {"text": _TOP if self._options.top else _FOLDER}}
                },
                "taxonomies": taxonomies(run, self._taxa),
            }
        )
        return self._pack(
            f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [\n{head[:-1]}, "artifacts": ['
        )

    def _pack(self, text: str) -> str:
        """Return the text, and count how much the file grows by it when packed."""
        self._packed += len(self._packer.compress(text.encode("utf-8", "replace")))
        return text

    def page(self, page: PageResult) -> str:
        self._totals.add(page)
        index = None
        text = ""
        if self._packed < MAX_ARTIFACTS:
            index = self._artifacts
            self._artifacts += 1
            text = self._pack(
                (",\n  " if index else "\n  ") + dumps(_artifact(page, self._options))
            )
        if page.error is not None and len(self._unread) < SHOWN_RESULTS:
            self._unread.append(f"{page.path}: {page.error}")
        for finding in page.findings:
            weight = weight_of(finding)
            if self._worst.wants(weight):
                result = self._result(finding, page.detail, index)
                self._worst.add(weight, _squeeze(dumps(result)))
            else:
                self._worst.skip()
        for suppressed in page.suppressed:
            if self._worst.wants((-1,)):
                result = self._result(suppressed.finding, page.detail, index)
                result["suppressions"] = [_suppression(suppressed)]
                self._worst.add((-1,), _squeeze(dumps(result)))
            else:
                self._worst.skip()
        return text

    def _result(self, finding: Finding, detail: Detail | None, page: int | None) -> dict[str, Any]:
        artifact: dict[str, Any] = _location(finding.path, self._options)
        if page is not None:
            artifact["index"] = page
        region = {
            "startLine": finding.start.line,
            "startColumn": finding.start.column,
            "endLine": finding.end.line,
            "endColumn": finding.end.column,
            "charOffset": _char_offset(finding.span, detail),
            "charLength": finding.span.end - finding.span.start,
        }
        out: dict[str, Any] = {
            "ruleId": finding.rule,
            "level": LEVELS[finding.severity],
            "message": {"text": _message(f"{finding.message} {finding.how}".strip())},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
            "partialFingerprints": {"plainlang/v1": finding.fingerprint},
        }
        if finding.rule in self._rules:
            out["ruleIndex"] = self._rules[finding.rule]
        if finding.needs_review:  # SARIF 3.27.10: whatever is no failure has the level "none"
            out["kind"], out["level"] = "review", "none"
        if taxa := references_to(finding.references, self._taxa):
            out["taxa"] = taxa
        if finding.related:
            out["relatedLocations"] = [
                {
                    "id": number,
                    "physicalLocation": {
                        "artifactLocation": artifact,
                        "region": _region(related.span, detail),
                    },
                    "message": {"text": _message(related.message)},
                }
                for number, related in enumerate(finding.related)
            ]
        if finding.fix is not None:
            out["fixes"] = [_fix(finding, detail, artifact)]
        properties = {
            "excerpt": finding.excerpt,
            "term": finding.term,
            "suggestion": finding.suggestion,
        }
        out["properties"] = {key: value for key, value in properties.items() if value}
        return out

    def end(self, summary: Summary) -> Iterator[str]:
        assert self._run is not None
        yield self._pack('],\n "results": [')
        written = 0
        for squeezed in self._worst:
            if self._packed >= MAX_PACKED:
                break
            yield self._pack(f"{',' if written else ''}\n  {_spread(squeezed)}")
            written += 1
        wrong = [*self._unread, *skipped_lines(summary)]
        cut = _cut(self._totals.findings + self._totals.suppressed, written)
        if 0 < self._artifacts < self._totals.pages:
            cut.append(f"This file lists {self._artifacts:,} of {self._totals.pages:,} pages.")
        invocation = {
            "executionSuccessful": not summary.errors and not self._unread,
            "startTimeUtc": self._run.started.replace("+00:00", "Z"),
            "toolExecutionNotifications": [
                *_notes(cut, "warning"),
                *_notes(wrong, "error" if self._unread or summary.errors else "note"),
                *_notes(summary.notes, "note"),
            ],
            "toolConfigurationNotifications": _notes(
                [f"Not run: {what}." for what in not_run(self._run)], "note"
            ),
        }
        properties = {
            "pages": summary.pages,
            "counts": summary.counts,
            "scores": summary.scores,
            "failed": list(summary.failed),
            "needsReview": self._totals.reviews,
            "needsPerson": needs_person(self._totals),
            "standards": self._run.standards,
        }
        yield f'],\n "invocations": [{dumps(invocation)}], "properties": {dumps(properties)}}}]}}\n'


def _cut(total: int, written: int) -> list[str]:
    """Return what to say of results that are not in the file, or that viewers leave out."""
    out = []
    if total > written:
        out.append(
            f"There are {total:,} findings. This file holds the worst {written:,}; the jsonl report"
            " holds all."
        )
    if written > SHOWN_RESULTS:
        out.append(f"Code scanning shows the first {SHOWN_RESULTS:,} findings: the worst.")
    return out


def _notes(texts: Any, level: str) -> list[dict[str, Any]]:
    return [{"level": level, "message": {"text": _message(text)}} for text in texts]


def _location(path: str, options: Options) -> dict[str, Any]:
    below = path_below_top(path, options)
    uri = relative_uri(path if below is None else below)
    if uri.startswith("file:") or (options.top and below is None):
        return {"uri": uri}
    return {"uri": uri, "uriBaseId": _BASE}


def _artifact(page: PageResult, options: Options) -> dict[str, Any]:
    return {
        "location": _location(page.path, options),
        "mimeType": _MIME.get(page.format, "text/plain"),
        "roles": ["analysisTarget"],
        "properties": {"scores": page.scores, "grade": (page.reading or {}).get("grade")},
    }


def _char_offset(span: Span, detail: Detail | None) -> int:
    """Return where a span starts in the text of a file: a byte order mark is none of it."""
    return max(0, span.start - (detail.mark if detail is not None else 0))


def _region(span: Span, detail: Detail | None) -> dict[str, int]:
    """Return a region by offset, and by line and column where the places are known."""
    out = {"charOffset": _char_offset(span, detail), "charLength": span.end - span.start}
    places = detail.places if detail is not None else {}
    start, end = places.get(span.start), places.get(span.end)
    if start is not None and end is not None:
        out |= {"startLine": start.line, "startColumn": start.column,
                "endLine": end.line, "endColumn": end.column}  # fmt: skip
    return out


def _fix(finding: Finding, detail: Detail | None, artifact: dict[str, Any]) -> dict[str, Any]:
    assert finding.fix is not None
    replacements = [
        {"deletedRegion": _region(edit.span, detail), "insertedContent": {"text": edit.text}}
        for edit in finding.fix.edits
    ]
    return {
        "description": {"text": _message(finding.fix.description)},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _suppression(suppressed: Suppressed) -> dict[str, Any]:
    return {
        "kind": "inSource" if suppressed.kind == "comment" else "external",
        "status": "accepted",
        "justification": suppressed.reason,
    }


def _message(text: str) -> str:
    """Return a text in which a page's words make no link (SARIF 3.11.6)."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


_DICTIONARY = (
    b'"properties": {"excerpt": "", "toolComponent": {"name": "ACT", "index": 1}}]"taxa": [{"id": "'
    b'"partialFingerprints": {"plainlang/v1": "", "uriBaseId": "SRCROOT", "charLength": "charOffset": '
    b'"startColumn": "endLine": "endColumn": {"ruleId": "", "level": "warning", "message": {"text": "'
    b'"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "", "region": {"startLine": '
)


def _squeeze(text: str) -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, _DICTIONARY)
    return packer.compress(text.encode("utf-8", "replace")) + packer.flush()


def _spread(data: bytes) -> str:
    return zlib.decompressobj(-15, _DICTIONARY).decompress(data).decode()
