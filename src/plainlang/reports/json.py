"""The JSON report (schema in docs/report.schema.json): stable, grows only by adding."""

from __future__ import annotations

import json
import re
import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import Any

from plainlang.findings import Finding, PageResult, RuleInfo, Run, Summary, place_as_dict
from plainlang.reports import Options
from plainlang.reports.facts import Totals, needs_person, not_run, off, on, rules_version

SCHEMA = 1
_SURROGATES = re.compile("[\ud800-\udfff]")


def finding_as_dict(finding: Finding) -> dict[str, Any]:
    """Return a finding as the JSON report has it."""
    out: dict[str, Any] = {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.value,
        "path": finding.path,
        "message": finding.message,
        "why": finding.why,
        "how": finding.how,
        "excerpt": finding.excerpt,
        "suggestion": finding.suggestion,
        "fix": None,
        "fingerprint": finding.fingerprint,
        "span": {
            "start": place_as_dict(finding.span.start, finding.start),
            "end": place_as_dict(finding.span.end, finding.end),
        },
        "references": {k: list(v) for k, v in finding.references.items()},
        "needs_review": finding.needs_review,
    }
    if finding.fix is not None:
        out["fix"] = {
            "description": finding.fix.description,
            "safe": finding.fix.safe,
            "edits": [
                {"start": e.span.start, "end": e.span.end, "text": e.text}
                for e in finding.fix.edits
            ],
        }
    if finding.term is not None:
        out["term"] = finding.term
    if finding.related:
        out["related"] = [
            {"start": r.span.start, "end": r.span.end, "message": r.message}
            for r in finding.related
        ]
    if finding.data:
        out["data"] = finding.data
    return out


def page_as_dict(page: PageResult) -> dict[str, Any]:
    """Return a page as the JSON report has it, without its findings."""
    return {
        "path": page.path,
        "format": page.format,
        "language": page.language,
        "title": page.title,
        "scores": page.scores,
        "reading": page.reading,
        "counts": page.counts,
        "notes": list(page.notes),
        "error": page.error,
    }


def suppressed_as_dict(page: PageResult) -> list[dict[str, Any]]:
    return [
        {**finding_as_dict(s.finding), "suppressed": {"kind": s.kind, "reason": s.reason}}
        for s in page.suppressed
    ]


def run_as_dict(run: Run) -> dict[str, Any]:
    """Return what was run, with which versions, and what was not."""
    return {
        "started": run.started,
        "standards": run.standards,
        "rules_version": rules_version(run),
        "rules": [_rule(rule) for rule in on(run)],
        "rules_off": [rule.id for rule in off(run)],
        "not_run": not_run(run),
    }


def _rule(rule: RuleInfo) -> dict[str, Any]:
    return {
        "id": rule.id,
        "category": rule.category,
        "severity": rule.severity.value,
        "references": {k: list(v) for k, v in rule.references.items()},
        "needs_review": rule.needs_review,
        "precision": rule.precision,
    }


def summary_as_dict(summary: Summary, totals: Totals) -> dict[str, Any]:
    """Return the end of a run: totals, why it failed, what was left out and what went wrong."""
    return {
        "summary": {
            "pages": summary.pages,
            "counts": summary.counts,
            "scores": summary.scores,
            "failed": list(summary.failed),
            "suppressed": summary.suppressed,
            "needs_review": totals.reviews,
            "needs_person": needs_person(totals),
            "notes": list(summary.notes),
        },
        "skipped": [{"path": p, "reason": r} for p, r in summary.skipped],
        "errors": list(summary.errors),
    }


_ENCODER = json.JSONEncoder(ensure_ascii=False)


def dumps(value: Any) -> str:
    """Return JSON that keeps letters readable and lone surrogates out."""
    text = _ENCODER.encode(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


class JsonReporter:
    """Writes pages as they come; findings are kept compressed until the pages are done."""

    def __init__(self, options: Options) -> None:
        self._kept = {"findings": _Kept(), "suppressed": _Kept()}
        self._totals = Totals()

    def begin(self, run: Run) -> str:
        head = {"plainlang": run.version, "schema": SCHEMA, **run_as_dict(run)}
        return dumps(head)[:-1] + ',\n "pages": ['

    def page(self, page: PageResult) -> str:
        for finding in page.findings:
            self._kept["findings"].add(dumps(finding_as_dict(finding)))
        for suppressed in suppressed_as_dict(page):
            self._kept["suppressed"].add(dumps(suppressed))
        self._totals.add(page)
        return (",\n  " if self._totals.pages > 1 else "\n  ") + dumps(page_as_dict(page))

    def end(self, summary: Summary) -> Iterator[str]:
        yield "],"
        for name, kept in self._kept.items():
            yield f'\n "{name}": ['
            yield from kept
            yield "],"
        yield "\n " + dumps(summary_as_dict(summary, self._totals))[1:] + "\n"


class _Kept:
    """A list of JSON texts, compressed as it grows; to be read once, in parts."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(1)
        self._packed: list[bytes] = []
        self._count = 0

    def add(self, text: str) -> None:
        lead = ",\n  " if self._count else "\n  "
        if packed := self._packer.compress((lead + text).encode("utf-8", "replace")):
            self._packed.append(packed)
        self._count += 1

    def __iter__(self) -> Iterator[str]:
        unpacker = zlib.decompressobj()
        decoder = getincrementaldecoder("utf-8")()
        for packed in (*self._packed, self._packer.flush()):
            yield decoder.decode(unpacker.decompress(packed))
        yield decoder.decode(unpacker.flush(), final=True)
