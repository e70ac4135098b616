"""What makes a text hard, and what to rewrite first.

Pure functions over the counts of a text's sentences: counts add up, so the grade without one
sentence is exact and costs a subtraction. May not know pages; callers map indices to places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, expm1

from plainlang.findings import Span
from plainlang.language.counts import Counts, add_up, hard_words
from plainlang.language.grade import SCALES, plainlang_grade
from plainlang.language.words import split_words

# A sentence with more words than this is long: the limit of GOV.UK's content guide.
LONG_SENTENCE = 25


@dataclass(frozen=True, slots=True)
class Effect:
    """What one sentence does to the text it is in.

    `index` is its place among the sentences, `effect` by how many grades the text would be easier
    without it (negative: it makes the text easier), `grade` its own grade.
    """

    index: int
    effect: float
    grade: float


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence is hard: too many `words`, or the `hard_words`, hardest first.

    `words` is 0 when the sentence is not long.
    """

    words: int
    hard_words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """The sentences to rewrite to reach a target, most useful first, and the grade after it.

    `reaches` is false when rewriting all the sentences above the target would not be enough.
    """

    sentences: tuple[int, ...]
    grade: float
    reaches: bool


def effects(sentences: Sequence[Counts], language: str = "en") -> list[float]:
    """Return for each sentence by how many grades it raises the grade of the whole.

    Leave one out: the grade of all minus the grade of all but this one. A text of one sentence has
    nothing to compare with: 0.
    """
    whole = add_up(sentences)
    grade = plainlang_grade(whole, language)
    return [
        grade - plainlang_grade(whole - one, language) if whole.words > one.words else 0.0
        for one in sentences
    ]


def hardest(
    sentences: Sequence[Counts], language: str = "en", limit: int | None = None
) -> list[Effect]:
    """Rank the sentences by how much each raises the grade of the whole, the worst first."""
    found = [
        Effect(i, effect, plainlang_grade(one, language))
        for i, (effect, one) in enumerate(zip(effects(sentences, language), sentences, strict=True))
    ]
    found.sort(key=lambda effect: -effect.effect)
    return found[:limit]


def reason(
    text: str,
    language: str = "en",
    *,
    known: frozenset[str] = frozenset(),
    limit: int = 5,
    long: int = LONG_SENTENCE,
) -> Reason:
    """Say why the sentence `text` is hard; spans are offsets in it.

    Each word is named once, up to `limit`; words in `known`, lower case, are explained elsewhere
    and are not named. A word counts as hard when it is 10 times rarer than an everyday word.
    """
    words = len(split_words(text))
    named: dict[str, Span] = {}
    for span, load in hard_words(text, language):
        word = text[span[0] : span[1]].lower()
        if load >= 1 and word not in known:
            named.setdefault(word, Span(*span))
    return Reason(words if words > long else 0, tuple(named.values())[:limit])


def typical(words: int, grade: float, language: str = "en") -> Counts:
    """Return the counts of `words` words of ordinary prose that has this `grade`.

    This is what a rewritten sentence is assumed to become: the same number of words, in as many
    sentences as prose of the target level makes of them, with the share of hard words that such
    prose has. All features stand equally far from their usual values.
    """
    return _scaled(_prose(grade, language), words)


def _prose(grade: float, language: str) -> Counts:
    """Return the counts of 10,000 sentences of ordinary prose with this grade."""
    scale = SCALES[language.replace("_", "-").split("-", 1)[0].lower()]
    sentences = 10_000

    def at(distance: float) -> Counts:
        length, load, _, unfamiliar, style = (
            usual + distance * spread for usual, spread in scale[:5]
        )
        words = round(sentences * exp(length))
        # Style is prepositions minus people; only the difference counts.
        return Counts(
            sentences=sentences,
            words=words,
            load=max(0, round(100 * sentences * expm1(load))),
            unfamiliar=max(0, round(words * unfamiliar)),
            prepositions=max(0, round(words * style)),
            people=max(0, -round(words * style)),
        )

    low, high = -6.0, 6.0
    for _ in range(24):
        middle = (low + high) / 2
        if plainlang_grade(at(middle), language) < grade:
            low = middle
        else:
            high = middle
    return at(low)


def _scaled(prose: Counts, words: int) -> Counts:
    if not words:
        return Counts()
    share = words / prose.words
    scaled = Counts(*(round(count * share) for count in prose))
    return scaled._replace(words=words, sentences=max(1, scaled.sentences))


def shortest_path(sentences: Sequence[Counts], target: float, language: str = "en") -> Path:
    """Return a smallest set of sentences whose rewriting brings the whole to `target`.

    A rewritten sentence is assumed to become `typical` prose of the target level. Sentences are
    taken by how much rewriting each alone would help, until the grade, rounded to one decimal, is
    at or below the target; then those that turn out not to be needed are put back. That is
    greedy: no smaller set is tried by force.
    """
    whole = add_up(sentences)
    grade = plainlang_grade(whole, language)
    if round(grade, 1) <= target:
        return Path((), grade, True)

    prose = _prose(target - 0.05, language)

    def after(old: Counts) -> float:
        return plainlang_grade(whole - old + _scaled(prose, old.words), language)

    gains = sorted((after(one) - grade, i) for i, one in enumerate(sentences))
    order = [i for gain, i in gains if gain < 0]
    sums = [Counts()]
    for i in order:
        sums.append(sums[-1] + sentences[i])
    reached = [i for i, old in enumerate(sums) if round(after(old), 1) <= target]
    if not reached:
        return Path(tuple(order), after(sums[-1]), False)
    chosen, old = order[: reached[0]], sums[reached[0]]
    for i in reversed(chosen[:-1]):
        fewer = old - sentences[i]
        if round(after(fewer), 1) <= target:
            chosen.remove(i)
            old = fewer
    return Path(tuple(chosen), after(old), True)
