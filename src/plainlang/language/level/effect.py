"""What makes a text hard, and what to rewrite first.

Pure functions over the counts of a text's sentences: counts add up, so the grade without one
sentence is exact and costs a subtraction. May not know pages; callers map indices to places.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from math import exp, expm1
from operator import itemgetter

from plainlang.findings import Span
from plainlang.language.frequency.familiar_words import is_familiar
from plainlang.language.level.counts import EVERYDAY_ZIPF, Counts, add_up, word_load
from plainlang.language.level.formulas import Formula, own_formulas
from plainlang.language.level.grade import (
    Essence,
    Scale,
    essence,
    grade_of,
    grader,
    plainlang_grade,
    scale_of,
)
from plainlang.language.level.targets import EASIER_WHEN_HIGHER
from plainlang.language.proper_names import find_names
from plainlang.language.subtags import primary
from plainlang.language.words import find_words
from plainlang.records import NamedTuple

# A sentence with more words than this is long: the limit of GOV.UK's content guide.
_LONG = 25
# More hard words than these are not named.
_NAMED = 5
# How often the shortest path is looked for anew from where the last one ends.
_ROUNDS = 4
# A word is worth naming from here on: it is rarer than once in 100,000 words, Zipf 4.
_HARD_LOAD = EVERYDAY_ZIPF - 4


class Effect(NamedTuple):
    """What one sentence does to the text it is in.

    `sentence` is its place among the sentences, `effect` by how many grades the text would be easier
    without it (negative: it makes the text easier), `grade` its own grade.
    """

    sentence: int
    effect: float
    grade: float


class Reason(NamedTuple):
    """Why a sentence is hard: too many `words`, or the `hard_words`, hardest first.

    `words` is 0 when the sentence is not long.
    """

    words: int
    hard_words: tuple[Span, ...]


class Path(NamedTuple):
    """The sentences to rewrite to reach a target, most useful first, and the grade after it.

    `reaches` is false when rewriting all the sentences above the target would not be enough.
    """

    sentences: tuple[int, ...]
    grade: float
    reaches: bool


def effects(
    sentences: Sequence[Counts], language: str = "en", metric: str = "plainlang"
) -> list[float]:
    """Return for each sentence by how much it raises the grade of the whole.

    Leave one out: the grade of all minus the grade of all but this one. A text of one sentence has
    nothing to compare with: 0. With the name of a formula as `metric`, its value takes the place of
    the grade; where higher is easier, the sign is turned, so that more is always worse.
    """
    if metric != "plainlang":
        return _effects_on(measure_of(metric, language), sentences, metric)
    return _effects(list(map(essence, sentences)), scale_of(language))


def _effects(numbers: Sequence[Essence], scale: Scale) -> list[float]:
    grade_of = grader(scale)
    words, sentences, load, unfamiliar, syllables, style = whole = _sum(numbers)
    grade = grade_of(whole)
    return [
        grade
        - grade_of((words - a, sentences - b, load - c, unfamiliar - d, syllables - e, style - f))
        if words > a
        else 0.0
        for a, b, c, d, e, f in numbers
    ]


def _effects_on(measure: Formula, sentences: Sequence[Counts], metric: str) -> list[float]:
    whole = add_up(sentences)
    value = measure(whole)
    sign = -1 if metric in EASIER_WHEN_HIGHER else 1
    rests = (whole - sentence for sentence in sentences)
    return [sign * (value - measure(rest)) if rest.words else 0.0 for rest in rests]


def measure_of(metric: str, language: str) -> Formula:
    """Return the grade, or a formula of our own, as a function of counts.

    Raises `KeyError` for a formula that the language has not, or that only textstat has.
    """
    if metric == "plainlang":
        return lambda counts: plainlang_grade(counts, language)
    return own_formulas(language)[metric]


def hardest(
    sentences: Sequence[Counts],
    language: str = "en",
    limit: int | None = None,
    metric: str = "plainlang",
) -> list[Effect]:
    """Rank the sentences by how much each raises the grade of the whole, the worst first."""
    if metric == "plainlang":
        return hardest_of(list(map(essence, sentences)), language, limit)
    measure = measure_of(metric, language)
    found = effects(sentences, language, metric)
    return [Effect(i, found[i], measure(sentences[i])) for i in _worst(found, limit)]


def hardest_of(numbers: Sequence[Essence], language: str, limit: int | None) -> list[Effect]:
    """Return what `hardest` does, from what the grades of the sentences are made of."""
    scale = scale_of(language)
    found = _effects(numbers, scale)
    return [Effect(i, found[i], grade_of(numbers[i], scale)) for i in _worst(found, limit)]


def _worst(effects: Sequence[float], limit: int | None) -> list[int]:
    return sorted(range(len(effects)), key=[-effect for effect in effects].__getitem__)[:limit]


def reason(text: str, language: str = "en", *, known: frozenset[str] = frozenset()) -> Reason:
    """Say why the sentence `text` is hard; spans are offsets in it.

    Each word is named once, up to five; names, and words in `known`, lower case, which are
    explained elsewhere, are not named. A word counts as hard when it is rarer than Zipf 4, and not one
    that nearly every adult knows: "carrot" is rare in print only.
    """
    found = find_words(text)
    words = [match[0] for match in found]
    names = find_names(words, primary(language))
    hard: list[tuple[float, str, int]] = []
    for i, word in enumerate(words):
        low = word.lower()
        load = word_load(word, language)
        if load < _HARD_LOAD or i in names or low in known or is_familiar(low, language):
            continue
        hard.append((-load, low, i))
    hard.sort(key=itemgetter(0))
    named: dict[str, Span] = {}
    for _, word, i in hard:
        named.setdefault(word, Span(*found[i].span()))
    return Reason(len(words) if len(words) > _LONG else 0, tuple(named.values())[:_NAMED])


@lru_cache(maxsize=64)
def typical(grade: float, scale: Scale) -> Essence:
    """Return what a word of ordinary prose with this grade adds to each count.

    This is what a rewritten sentence is assumed to become: the same number of words, in as many
    sentences as prose of the target level makes of them, with the share of hard words that such
    prose has. All features stand equally far from their usual values.
    """

    def at(distance: float) -> Essence:
        length, load, _, unfamiliar, syllables, style = (
            usual + distance * spread for usual, spread in scale[:6]
        )
        sentences = exp(-length)
        load = max(0.0, 100 * sentences * expm1(load))
        return 1.0, sentences, load, max(0.0, unfamiliar), max(1.0, syllables), style

    low, high = -6.0, 6.0
    for _ in range(24):
        middle = (low + high) / 2
        # Of many words, so that the words of ordinary prose mixed in do not matter.
        page = _times(at(middle), 100_000)
        if grade_of(page, scale) < grade:
            low = middle
        else:
            high = middle
    return at(low)


def _times(numbers: Essence, factor: float) -> Essence:
    a, b, c, d, e, f = numbers
    return a * factor, b * factor, c * factor, d * factor, e * factor, f * factor


def shortest_path(sentences: Sequence[Counts], target: float, language: str = "en") -> Path:
    """Return a smallest set of sentences whose rewriting brings the whole to `target`.

    A rewritten sentence is assumed to become `typical` prose of the target level; the target is met
    when the grade, rounded to one decimal, is at or below it. Sentences are taken by how much
    rewriting each would help: first where the text stands now, then where it stands when the first
    set is rewritten, for what one sentence gains depends on the others. (On small texts a test finds
    no smaller set by trying them all.)
    """
    return shortest_path_of(list(map(essence, sentences)), target, language)


def shortest_path_of(numbers: Sequence[Essence], target: float, language: str) -> Path:
    """Return what `shortest_path` does, from what the grades of the sentences are made of."""
    scale = scale_of(language)
    whole = _sum(numbers)
    grade = grade_of(whole, scale)
    if round(grade, 1) <= target:
        return Path((), grade, True)
    # What the counts of the whole change by when one sentence is rewritten.
    prose = typical(target - 0.05, scale)
    a, b, c, d, e, f = prose
    changes = [
        (a * n - n, b * n - s, c * n - w, d * n - x, e * n - y, f * n - z)
        for n, s, w, x, y, z in numbers
    ]
    best = Path((), grade, False)
    reached = whole
    for _ in range(_ROUNDS):
        # Once the target is reached, only what gets there with fewer sentences is of use.
        most = len(best.sentences) - 1 if best.reaches else None
        found, reached = _take(whole, changes, _slope(reached, scale), target, scale, most)
        shorter = found.reaches and len(found.sentences) < len(best.sentences)
        if not (shorter if best.reaches else found.reaches or found.grade < best.grade):
            break
        best = found
    return best


def _take(
    whole: Essence,
    changes: Sequence[Essence],
    slope: Essence,
    target: float,
    scale: Scale,
    most: int | None,
) -> tuple[Path, Essence]:
    """Rewrite sentences, `most` at most, those that help most along `slope` first, until the target is met."""
    a, b, c, d, e, f = slope
    gains = [a * u + b * v + c * w + d * x + e * y + f * z for u, v, w, x, y, z in changes]
    helpful = [i for i, gain in enumerate(gains) if gain < 0]
    helpful.sort(key=gains.__getitem__)
    helpful = helpful[:most]
    numbers = whole
    grade_of = grader(scale)
    grade = grade_of(whole)
    near = target + 0.1  # what lies above it is not rounded down to the target
    columns = zip(*(changes[i] for i in helpful), strict=True)
    sums = (accumulate(column, initial=n) for n, column in zip(whole, columns, strict=False))
    for i, numbers in enumerate(zip(*sums, strict=True)):
        grade = grade_of(numbers)
        if grade < near and round(grade, 1) <= target:
            return Path(tuple(helpful[:i]), grade, True), numbers
    return Path(tuple(helpful), grade, False), numbers


def _slope(numbers: Essence, scale: Scale) -> Essence:
    """Return by how much the grade rises with each of the `numbers`."""
    grade = grade_of(numbers, scale)
    slopes = []
    for i, number in enumerate(numbers):
        step = max(1.0, abs(number)) * 1e-5
        moved = grade_of((*numbers[:i], number + step, *numbers[i + 1 :]), scale)  # type: ignore[arg-type]
        slopes.append((moved - grade) / step)
    return tuple(slopes)  # type: ignore[return-value]


def _sum(numbers: Sequence[Essence]) -> Essence:
    return tuple(map(sum, zip(*numbers, strict=True))) or (0, 0, 0, 0, 0, 0)  # type: ignore[return-value]
