"""What every report says about a run: what was checked, what needs a person, what was not run.

Pure; the words are the same in each format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from plainlang.findings import Finding, PageResult, RuleInfo, Run, Severity, Summary
from plainlang.language.level.targets import EASIER_WHEN_HIGHER
from plainlang.messages import plural
from plainlang.patterns import compile_pattern
from plainlang.resources import blake2b

CATEGORIES = {
    "reading-level": "Reading level",
    "jargon": "Jargon",
    "alt-text": "Alt text",
    "link-labels": "Link labels",
    "structure": "Structure",
    "wording": "Wording",
    "numbers": "Numbers",
}
SCORES = {
    "overall": "Overall",
    "reading_level": "Reading level",
    "jargon": "Jargon",
    "alt_text": "Alt text",
    "link_labels": "Link labels",
}
SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
# A site can meet these with a glossary or a version in plain words, which no single page shows.
_MET_ELSEWHERE = frozenset(("3.1.3", "3.1.4", "3.1.5"))
_NAMED = 4  # rules that are off, in a sentence; lists name all
BROWSER = "checks in a browser (color contrast, focus, and what scripts change)"


class Totals:
    """Counts that the summary of a run does not have."""

    def __init__(self) -> None:
        self.pages = self.findings = self.reviews = self.unread = self.suppressed = 0
        self.rules: Counter[str] = Counter()

    def add(self, page: PageResult) -> None:
        self.pages += 1
        self.findings += len(page.findings)
        self.rules.update(f.rule for f in page.findings)
        self.reviews += sum(f.needs_review for f in page.findings)
        self.unread += page.error is not None
        self.suppressed += len(page.suppressed)


def listed(parts: Iterable[str]) -> str:
    """Return "a, b and c"."""
    *most, last = list(parts) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def judgement(finding: Finding) -> str:
    """Return " (a person must decide)" where that is so, to stand behind a finding on its line."""
    return " (a person must decide)" if finding.needs_review else ""


def advice_of(finding: Finding) -> str:
    """Return what to do about a finding, with words to write where it has some."""
    if not finding.suggestion or finding.suggestion in finding.how:
        return finding.how
    return f"{finding.how} Suggestion: {finding.suggestion}" if finding.how else finding.suggestion


def rule_title(rule: str) -> str:
    """Return a rule's id as words: "vague-link-label" as "Vague link label"."""
    words = rule.replace("-", " ").replace("/", ": ")
    return words[:1].upper() + words[1:]


def without_marks(example: str) -> str:
    """Return an example of a rule as a page would hold it, without `[[` and `]]`."""
    return example.replace("[[", "").replace("]]", "").strip()


def rules_version(run: Run) -> str:
    """Return a short digest that changes when a rule of the run does."""
    text = "\x1f".join(repr(rule) for rule in sorted(run.rules, key=lambda r: r.id))
    return blake2b(text.encode("utf-8", "replace"), digest_size=4).hexdigest()


def on(run: Run) -> list[RuleInfo]:
    """Return the rules that ran."""
    return [rule for rule in run.rules if rule.enabled]


def off(run: Run) -> list[RuleInfo]:
    """Return the rules that plainlang knows and that did not run."""
    return [rule for rule in run.rules if not rule.enabled]


def versions(run: Run) -> str:
    """Return tool, rules and standards with their versions, and when the run was."""
    standards = listed(f"{name} {version}" for name, version in run.standards.items())
    parts = [
        f"plainlang {run.version}",
        f"{plural(len(on(run)), 'rule')} (version {rules_version(run)})",
    ]
    if standards:
        parts.append(standards)
    return f"{', '.join(parts)}; {run.started}"


def settings_in_words(run: Run) -> Iterator[tuple[str, str]]:
    """Yield each setting that says something: lists part by part, the rest as JSON."""
    from json import dumps  # not for a report at a terminal

    for name, value in run.settings.items():
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            shown = ", ".join(value)
        else:
            shown = value if isinstance(value, str) else dumps(value, ensure_ascii=False)
        if shown:
            yield name, shown


def level(reading: dict[str, Any]) -> str:
    """Return how hard a page reads: "grade 9.4 (8.6 to 11)", or what a formula gives, "lix 43.2"."""
    grade, low, high = (reading[key] for key in ("grade", "low", "high"))
    if reading["metric"] == "plainlang":
        return f"grade {grade:g} ({low:g} to {high:g})"
    return f"{reading['metric']} {grade:g}"


def target(reading: dict[str, Any]) -> str:
    """Return a page's target, and on which side of it is good where that is not what one expects."""
    more = " or more" if reading["metric"] in EASIER_WHEN_HIGHER else ""
    return f"{reading['target']:g}{more}"


def needs_person(totals: Totals) -> str:
    """Return what a person must still do, in a sentence."""
    if totals.reviews:
        verb = "needs" if totals.reviews == 1 else "need"
        return f"{plural(totals.reviews, 'finding')} {verb} a person to decide."
    return "A person must still read the pages: a tool cannot tell if they are true and kind."


def left_out_line(totals: Totals) -> str:
    """Return how many findings are not reported: accepted ones, and those that were there before."""
    if not totals.suppressed:
        return ""
    verb = "is" if totals.suppressed == 1 else "are"
    return f"{plural(totals.suppressed, 'finding')} {verb} left out."


def not_run(run: Run, *, most: int | None = None) -> list[str]:
    """Return what was not run, in phrases; more rules than `most` that are off are only counted."""
    out = []
    if unused := off(run):
        named = most is None or len(unused) <= most
        names = f" ({listed(rule.id for rule in unused)})" if named else ""
        out.append(f"{plural(len(unused), 'rule')} that {_be(unused)} off{names}")
    if run.partly:
        named = most is None or len(run.partly) <= most
        names = f" ({listed(run.partly)})" if named else ""
        out.append(
            f"{plural(len(run.partly), 'rule')} that settings turn off for some pages{names}"
        )
    if run.per_file:
        out.append("rules that “per-file-ignores” turns off for some files")
    if not run.settings.get("browser"):
        out.append(BROWSER)
    return out


def _be(things: list[RuleInfo]) -> str:
    return "is" if len(things) == 1 else "are"


def not_run_line(run: Run) -> str:
    """Return what was not run in a sentence, "" when all was."""
    parts = not_run(run, most=_NAMED)
    return f"Not run: {'; '.join(parts)}." if parts else ""


def tested_criteria(run: Run) -> dict[str, list[RuleInfo]]:
    """Return the WCAG success criteria that rules of the run look at, and those rules."""
    from plainlang.standards import CRITERIA, number_key  # only reports for audits need them

    out: dict[str, list[RuleInfo]] = {}
    for rule in on(run):
        for number in rule.references.get("wcag", ()):
            if number in CRITERIA:
                out.setdefault(number, []).append(rule)
    return dict(sorted(out.items(), key=lambda item: number_key(item[0])))


def is_failure(finding: Finding, part: str) -> bool:
    """Tell whether a finding alone shows that this part of a standard is not met.

    A note is a hint, and what needs review is a question: both are for a person to judge. So is
    what another page can make good.
    """
    if part in _MET_ELSEWHERE:
        return False
    return not finding.needs_review and finding.severity is not Severity.NOTE


def statistics(totals: Totals) -> list[str]:
    """Return a line for each rule that found something, the most frequent first."""
    width = max((len(f"{number:,}") for number in totals.rules.values()), default=0)
    return [f"{number:>{width},}  {rule}" for rule, number in totals.rules.most_common()]


def skipped_lines(summary: Summary) -> list[str]:
    """Return a line for each file that was left out, and for what went wrong beside the pages."""
    return [f"{path}: not checked: {reason}." for path, reason in summary.skipped] + [
        str(error) for error in summary.errors
    ]


_CONTROLS = compile_pattern(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+"
)


def visible(text: str) -> str:
    """Return a text without control characters, which could fool a terminal."""
    return _CONTROLS.sub(" ", text)


def one_line(text: str) -> str:
    """Return a text on one line, without control characters."""
    return " ".join(visible(text).split())
