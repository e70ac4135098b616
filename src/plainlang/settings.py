"""What the person who runs plainlang decided, as far as checks need to know it."""

from __future__ import annotations

from plainlang.language.level.targets import default_target, is_grade
from plainlang.language.subtags import primary
from plainlang.records import NamedTuple


class Settings(NamedTuple):
    """The part of the config that measuring and checking depend on.

    `metric` is `plainlang` or the name of a formula. `chosen_target` (None: see `target`) and the
    `section_targets`, `(heading pattern, target)`, stand on its scale. `mode` is `all`, or `wcag` to
    leave out proper names and titles (WCAG 2.2, success criterion 3.1.5). `min_words` is the least
    number of words that a grade is said for. `language` is for pages that declare none and cannot be
    told. `known_terms` are never jargon; `own_terms` are `(term, variants, plain words, definition)`
    and come before plainlang's. `links_explain` lets a link to a glossary count as an explanation.
    """

    chosen_target: float | None = None
    section_targets: tuple[tuple[str, float], ...] = ()
    metric: str = "plainlang"
    mode: str = "all"
    min_words: int = 30
    language: str | None = None
    message_language: str | None = None
    known_terms: frozenset[str] = frozenset()
    own_terms: tuple[tuple[str, tuple[str, ...], str, str], ...] = ()
    links_explain: bool = False
    root: str | None = None

    @property
    def target(self) -> float:
        """What a page may read at: as chosen, else what is usual for the measure."""
        return default_target(self.metric) if self.chosen_target is None else self.chosen_target

    @property
    def target_grade(self) -> float:
        """The target as a US school grade: for what is graded whatever the pages are measured by."""
        return self.target if is_grade(self.metric) else default_target("plainlang")

    def messages_in(self, page_language: str) -> str:
        """Return the language, "en" or "es", in which checks word what they say of a page."""
        return "es" if primary(self.message_language or page_language) == "es" else "en"
