"""A draft of an accessibility conformance report in the style of OpenACR (YAML).

A draft for a person to finish: it names what fails, and never says that anything is supported,
since a tool alone cannot know.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from plainlang.findings import PageResult, Run, Summary
from plainlang.messages import plural
from plainlang.reports import Options
from plainlang.reports.facts import (
    Totals,
    left_out_line,
    listed,
    needs_person,
    not_run,
    one_line,
    skipped_lines,
    versions,
)
from plainlang.reports.outcomes import CANT_TELL, FAILED, Tests
from plainlang.standards import CRITERIA

CATALOG = "2.5-edition-wcag-2.2-en"
_CHAPTERS = {
    "A": "success_criteria_level_a",
    "AA": "success_criteria_level_aa",
    "AAA": "success_criteria_level_aaa",
}
_NOTES = 50


class OpenacrReporter:
    """Keeps for each success criterion how many pages fail it, and how many a person must judge."""

    def __init__(self, options: Options) -> None:
        self._run: Run | None = None
        self._tests: Tests | None = None
        self._failed: Counter[str] = Counter()
        self._unsure: Counter[str] = Counter()
        self._failures: Counter[str] = Counter()
        self._questions: Counter[str] = Counter()
        self._totals = Totals()

    def begin(self, run: Run) -> str:
        self._run = run
        self._tests = Tests(run)
        return ""

    def page(self, page: PageResult) -> str:
        assert self._tests is not None
        self._totals.add(page)
        for outcome in self._tests.of_criteria(page):
            failed = outcome.outcome == FAILED
            self._failed[outcome.part] += failed
            counted = self._failures if failed else self._questions
            counted[outcome.part] += len(outcome.findings)
            self._unsure[outcome.part] += outcome.outcome == CANT_TELL and bool(outcome.findings)
        return ""

    def end(self, summary: Summary) -> str:
        assert self._run is not None
        import yaml

        run = self._run
        notes = [
            "This is a draft that a tool made. A person must check and finish it.",
            needs_person(self._totals),
            left_out_line(self._totals),
            *(f"Not run: {what}." for what in not_run(run)),
            *skipped_lines(summary)[:_NOTES],
        ]
        document = {
            "title": "Draft accessibility conformance report",
            "product": {
                "name": "The pages that were checked",
                "description": f"{plural(self._totals.pages, 'page')}.{self._unread()}",
            },
            "author": {"name": "", "company_name": "", "email": ""},
            "vendor": {"name": "", "company_name": "", "email": ""},
            "report_date": run.started[:10],
            "version": 1,
            "notes": one_line(" ".join(notes)),
            "evaluation_methods_used": f"Automatic checks of the source by {versions(run)}.",
            "catalog": CATALOG,
            "chapters": {
                chapter: {"criteria": self._criteria(level)} for level, chapter in _CHAPTERS.items()
            },
        }
        text: str = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=100)
        return text

    def _criteria(self, level: str) -> list[dict[str, Any]]:
        return [
            {"num": number, "components": [{"name": "web", "adherence": self._adherence(number)}]}
            for number, criterion in CRITERIA.items()
            if criterion.level == level
        ]

    def _adherence(self, number: str) -> dict[str, str]:
        """Return what the findings say of a criterion; no finding is no proof of anything."""
        assert self._tests is not None
        pages, failed = self._totals.pages - self._totals.unread, self._failed[number]
        rules = self._tests.criteria.get(number, [])
        if failed:
            # VPAT: "partially" when some of it fails, "does not" when most of it does.
            level = "does-not-support" if failed * 2 > pages else "partially-supports"
            notes = (
                f"{failed:,} of {plural(pages, 'page')} {_fail(failed)},"
                f" with {plural(self._failures[number], 'finding')}."
            )
            if self._unsure[number]:
                notes += f" {self._for_a_person(number)}"
            notes += " A person must look at what a tool cannot see."
            return {"level": level, "notes": notes}
        if self._unsure[number]:
            notes = self._for_a_person(number)
        elif rules and not pages:
            notes = "No page could be read. A person must check."
        elif rules:
            names = listed(rule.id for rule in rules)
            notes = f"No failure found by {names}. A person must check."
        else:
            notes = "No rule looked at this. A person must check."
        return {"level": "not-evaluated", "notes": notes}

    def _unread(self) -> str:
        unread = self._totals.unread
        return f" {unread:,} could not be read." if unread else ""

    def _for_a_person(self, number: str) -> str:
        findings = plural(self._questions[number], "finding")
        return f"{findings} on {plural(self._unsure[number], 'page')} for a person to judge."


def _fail(number: int) -> str:
    return "fails" if number == 1 else "fail"
