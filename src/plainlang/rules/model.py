"""A rule, as it is after its file was read and found good."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plainlang.findings import RuleInfo, Severity
from plainlang.language.subtags import primary
from plainlang.records import NamedTuple

CATEGORIES = (
    "reading-level",
    "jargon",
    "alt-text",
    "link-labels",
    "structure",
    "wording",
    "numbers",
)
# The scores of these say what the rules found; without a rule there is no score.
SCORED_BY_FINDINGS = ("alt-text", "link-labels")


class Words(NamedTuple):
    """A word list that a rule names, by language. Missing languages have no words."""

    by_language: Mapping[str, frozenset[str]] = {}

    def __call__(self, language: str) -> frozenset[str]:
        """Return the words for a BCP 47 tag, told by its primary subtag."""
        return self.by_language.get(primary(language), frozenset())


class Example(NamedTuple):
    """A source that shows a rule at work; `[[` and `]]` mark what must be reported.

    `files` are those beside the page: their paths from its folder, and what they hold.
    """

    format: str
    text: str
    files: tuple[tuple[str, str], ...] = ()


class Rule(NamedTuple):
    """One rule. `check` is "module:function"; `parameters` are the keyword arguments it gets."""

    id: str
    category: str
    severity: Severity
    check: str
    message: str
    why: str
    fix: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    select: str | None = None
    parameters: Mapping[str, Any] = {}
    languages: tuple[str, ...] = ()
    references: Mapping[str, tuple[str, ...]] = {}
    translations: Mapping[str, Mapping[str, str]] = {}
    enabled: bool = True
    needs_review: bool = False
    precision: str = ""
    notes: str = ""
    path: str = ""

    def words(self, key: str, language: str) -> str:
        """Return the message, why or fix in a language, English when there is no other."""
        translated = self.translations.get(primary(language))
        found = translated.get(key) if translated else None
        return found or str(getattr(self, key))

    def speaks(self, language: str) -> bool:
        """Tell whether the rule knows the language of a page."""
        return not self.languages or primary(language) in self.languages

    def info(self) -> RuleInfo:
        return RuleInfo(
            id=self.id,
            category=self.category,
            severity=self.severity,
            message=self.message,
            why=self.why,
            how=self.fix,
            references=dict(self.references),
            languages=self.languages,
            bad=tuple(e.text for e in self.bad),
            good=tuple(e.text for e in self.good),
            precision=self.precision,
            needs_review=self.needs_review,
            enabled=self.enabled,
        )
