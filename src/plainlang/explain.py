"""What makes a page hard to read, and what to rewrite first: for `plainlang score --explain`.

A view of what the checks measured; finds nothing itself.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from plainlang.checks.level.content import Sentence, contents_of
from plainlang.checks.level.reading import explained_words
from plainlang.findings import Span
from plainlang.language.level.counts import Counts, add_up, count_sentence
from plainlang.language.level.effect import Effect, Path, hardest, measure_of, reason, shortest_path
from plainlang.language.level.formulas import own_formulas
from plainlang.language.level.grade import features, has_grade
from plainlang.page import Page
from plainlang.settings import Settings


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence, where it is, by how many grades it raises the page, and why it is hard."""

    index: int
    text: str
    span: Span
    line: int
    column: int
    effect: float
    grade: float
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A page's grade taken apart.

    `grade` is what `metric` gives. `without_explained` is the grade when words that the page
    explains count as known. `features` are (name, grades above or below ordinary prose). `sentences`
    come worst first; `rewrite` are the indices of the shortest path to the target, `after` the grade
    then, `reaches` whether that meets the target. A formula has neither features nor a path.
    """

    metric: str
    grade: float
    target: float
    without_explained: float | None
    features: tuple[tuple[str, float], ...]
    sentences: tuple[RankedSentence, ...]
    rewrite: tuple[int, ...]
    after: float
    reaches: bool

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def explain(page: Page, settings: Settings) -> Explanation | None:
    """Take a page's grade apart; None when it has no text or its language no such measure."""
    contents = contents_of(page, settings)
    if not contents or not contents[0].sentences or not has_grade(contents[0].language):
        return None
    content = contents[0]
    language, metric = content.language, settings.metric
    if metric != "plainlang" and metric not in own_formulas(language):
        return None
    counts = [s.counts for s in content.sentences]
    whole = add_up(counts)
    known = explained_words(page, settings)
    measure = measure_of(metric, language)
    path = Path((), measure(whole), False)
    if metric == "plainlang":
        path = shortest_path(counts, settings.target, language)
    ranked = tuple(
        _ranked(page, content.sentences[e.sentence], e, language, known)
        for e in hardest(counts, language, metric=metric)
    )
    without = measure(_without(content.sentences, language, known, settings)) if known else None
    return Explanation(
        metric=metric,
        grade=measure(whole),
        target=settings.target,
        without_explained=without,
        features=tuple(
            (f.name, f.grades) for f in features(whole, language) if metric == "plainlang"
        ),
        sentences=ranked,
        rewrite=path.sentences,
        after=path.grade,
        reaches=path.reaches,
    )


def _without(
    sentences: tuple[Sentence, ...], language: str, known: frozenset[str], settings: Settings
) -> Counts:
    """Count the sentences again, with the words in `known` as words that readers know."""
    names = settings.mode == "wcag"
    return add_up(
        count_sentence(s.said_in(language), language, without_names=names, known=known)
        for s in sentences
    )


def _ranked(
    page: Page, sentence: Sentence, found: Effect, language: str, known: frozenset[str]
) -> RankedSentence:
    text = sentence.said_in(language)
    why = reason(text, language, known=known)
    words = ", ".join(f"“{text[slice(*span)]}”" for span in why.hard_words)
    parts = [f"{why.words} words" if why.words else "", f"rare words {words}" if words else ""]
    span = sentence.locate()
    line, column = page.position(span.start)
    said = "; ".join(p for p in parts if p) or "short, with common words"
    return RankedSentence(
        found.sentence, sentence.text, span, line, column, found.effect, found.grade, said
    )
