"""The EARL 1.0 report in JSON-LD: an outcome for each page and each part of WCAG and ACT. Streamed.

What no rule of the run looks at is said once, for all pages, as untested.
"""

from __future__ import annotations

from typing import Any

from plainlang.findings import Finding, PageResult, Run, Summary
from plainlang.reports import Options
from plainlang.reports.facts import (
    Totals,
    left_out_line,
    needs_person,
    not_run,
    rules_version,
    skipped_lines,
)
from plainlang.reports.json import dumps
from plainlang.reports.markup import relative_uri
from plainlang.reports.outcomes import UNTESTED, Outcome, Tests
from plainlang.standards import ACT_CRITERIA, CRITERIA, DOCS, act_url, criterion_name

_POINTERS = 50  # places that one result names; its description counts all
_TOOL, _PAGES = "_:plainlang", "_:pages"
CONTEXT: dict[str, Any] = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "ptr": "http://www.w3.org/2009/pointers#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "WCAG22": "https://www.w3.org/TR/WCAG22/#",
    "Assertion": "earl:Assertion",
    "Software": "earl:Software",
    "TestSubject": "earl:TestSubject",
    "TestCase": "earl:TestCase",
    "TestRequirement": "earl:TestRequirement",
    "TestResult": "earl:TestResult",
    "LineCharPointer": "ptr:LineCharPointer",
    "assertedBy": {"@id": "earl:assertedBy", "@type": "@id"},
    "subject": {"@id": "earl:subject", "@type": "@id"},
    "test": {"@id": "earl:test", "@type": "@id"},
    "result": "earl:result",
    "mode": {"@id": "earl:mode", "@type": "@id"},
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
    "info": "earl:info",
    "pointer": "earl:pointer",
    "lineNumber": {"@id": "ptr:lineNumber", "@type": "xsd:positiveInteger"},
    "charNumber": {"@id": "ptr:charNumber", "@type": "xsd:positiveInteger"},
    "title": "dct:title",
    "description": "dct:description",
    "date": {"@id": "dct:date", "@type": "xsd:dateTime"},
    "hasVersion": "dct:hasVersion",
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "name": "doap:name",
    "homepage": {"@id": "doap:homepage", "@type": "@id"},
}


class EarlReporter:
    """Writes the assertions about a page at once; keeps only counts."""

    def __init__(self, options: Options) -> None:
        self._run: Run | None = None
        self._tests: Tests | None = None
        self._totals = Totals()

    def begin(self, run: Run) -> str:
        self._run = run
        self._tests = Tests(run)
        nodes: list[dict[str, Any]] = [
            {
                "@id": _TOOL,
                "@type": "Software",
                "name": "plainlang",
                "hasVersion": run.version,
                "description": f"Rules: version {rules_version(run)}.",
                "homepage": DOCS,
            }
        ]
        nodes.extend(
            {"@id": criterion.url, "@type": "TestRequirement", "title": criterion_name(number)}
            for number, criterion in CRITERIA.items()
        )
        nodes.extend(
            {
                "@id": act_url(part),
                "@type": "TestCase",
                "title": f"ACT rule {part}",
                "isPartOf": [CRITERIA[n].url for n in self._criteria_of(part)],
            }
            for part in sorted(self._tests.act)
        )  # fmt: skip
        head = f'{{"@context": {dumps(CONTEXT)},\n "@graph": [\n'
        return head + ",\n".join(dumps(node) for node in nodes)

    def page(self, page: PageResult) -> str:
        assert self._tests is not None
        self._totals.add(page)
        subject = relative_uri(page.path)
        nodes: list[dict[str, Any]] = [
            {"@id": subject, "@type": "TestSubject", "title": page.title or page.path,
             "isPartOf": _PAGES}
        ]  # fmt: skip
        nodes.extend(
            self._assertion(subject, CRITERIA[o.part].url, o)
            for o in self._tests.of_criteria(page)
            if o.part in CRITERIA
        )
        nodes.extend(self._assertion(subject, act_url(o.part), o) for o in self._tests.of_act(page))
        return "".join(",\n" + dumps(node) for node in nodes)

    def _criteria_of(self, act: str) -> list[str]:
        """Return the criteria that an ACT rule tests; for one not known here, what its rules say."""
        assert self._tests is not None
        said = {n for r in self._tests.act[act] for n in r.references.get("wcag", ())}
        return sorted(n for n in ACT_CRITERIA.get(act, said) if n in CRITERIA)

    def _assertion(self, subject: str, test: str, outcome: Outcome) -> dict[str, Any]:
        assert self._run is not None
        result: dict[str, Any] = {
            "@type": "TestResult",
            "outcome": f"earl:{outcome.outcome}",
            "description": outcome.reason,
            "date": self._run.started,
        }
        if outcome.findings:
            result["pointer"] = [_pointer(f) for f in outcome.findings[:_POINTERS]]
        return {
            "@type": "Assertion",
            "mode": "earl:automatic",
            "assertedBy": _TOOL,
            "subject": subject,
            "test": test,
            "result": result,
        }

    def end(self, summary: Summary) -> str:
        assert self._run is not None
        assert self._tests is not None
        reason = "No rule of plainlang that ran looks at this."
        nodes = [
            {
                "@id": _PAGES,
                "@type": "TestSubject",
                "title": "All pages that were checked",
                "description": " ".join(
                    [
                        needs_person(self._totals),
                        *filter(None, [left_out_line(self._totals)]),
                        *(f"Not run: {what}." for what in not_run(self._run)),
                        *skipped_lines(summary),
                    ]
                ),
            }
        ]
        nodes.extend(
            self._assertion(_PAGES, criterion.url, Outcome(number, UNTESTED, reason))
            for number, criterion in CRITERIA.items()
            if number not in self._tests.criteria
        )
        return "".join(",\n" + dumps(node) for node in nodes) + "\n]}\n"


def _pointer(finding: Finding) -> dict[str, Any]:
    return {
        "@type": "LineCharPointer",
        "lineNumber": finding.start.line,
        "charNumber": finding.start.column,
        "title": finding.rule,
        "description": finding.message,
    }
