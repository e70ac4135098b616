"""A reading level with its range, and whether it meets a target.

`measure` is the public entry for a text; `measure_counts` for whoever has counted already. Knows
counts, formulas and the plainlang grade; may not know pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import sqrt
from typing import Literal

from plainlang.errors import ConfigError, nearest
from plainlang.language.level.counts import Counts, add_up, count_sentence
from plainlang.language.level.formulas import FORMULAS, SMOG_SENTENCES, compute, formulas_for
from plainlang.language.level.grade import has_grade, plainlang_grade
from plainlang.language.level.targets import EASIER_WHEN_HIGHER
from plainlang.language.sentences import split_sentences
from plainlang.language.subtags import primary
from plainlang.messages import plural
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

Verdict = Literal["meets", "too-close", "above", "too-short", "unknown"]

# Below this many words a grade is no more than a guess.
MIN_WORDS = 30
# The classic formulas were made on samples of 100 words.
_FORMULA_WORDS = 100
# How far the grade of a page would move with other sentences from the same writer: this, divided by
# the root of the number of sentences (jackknife on health pages, `scripts/measure_reading.py`).
_SENTENCE_SPREAD = 3.7

# The median and half the width of the middle 68 % of each formula on the passages that the scale of
# the plainlang grade was made on: a value is moved by them to the grade's scale, so that the range
# shows where the measures disagree on this text, and not that SMOG is always higher.
_ON_ORDINARY_PROSE: dict[str, dict[str, tuple[float, float]]] = {
    "en": {
        "plainlang": (10.9, 2.7),
        "flesch_kincaid_grade": (10.9, 3.1),
        "smog_index": (12.7, 2.4),
        "gunning_fog": (13.0, 3.4),
        "coleman_liau_index": (11.4, 2.4),
        "automated_readability_index": (10.9, 3.1),
        "dale_chall_readability_score": (9.2, 1.2),
    },
    "es": {
        "plainlang": (9.5, 2.3),
        "fernandez_huerta": (60.0, -12.3),
        "szigriszt_pazos": (55.2, -12.6),
        "gutierrez_polini": (38.8, -4.8),
        "crawford": (6.0, 0.73),
    },
}


class Reading(NamedTuple):
    """How hard a text is to read.

    `grade` is the value of `metric`: for "plainlang" a US school grade, for a formula that
    formula's own number; None when the text is too short or there is no such measure (`note` says
    which). `low` and `high` are its range: see `measure_counts`. `formulas` has every formula that
    exists for the language, by textstat's names.
    """

    grade: float | None
    low: float | None
    high: float | None
    metric: str
    formulas: Mapping[str, float] = {}
    words: int = 0
    sentences: int = 0
    syllables: int = 0
    language: str = "en"
    note: str = ""


def measure(
    text: str,
    language: str = "en",
    *,
    metric: str = "plainlang",
    min_words: int = 1,
    without_names: bool = False,
) -> Reading:
    """Measure plain text; blank lines end a paragraph, and so a sentence.

    A text of fewer than `MIN_WORDS` words is graded all the same, for a single sentence can be
    compared with another, but its `note` says that the grade is a rough guess; a larger `min_words`
    leaves its grade out. Raises `ConfigError` for an unknown `metric`.
    """
    text = text.replace("\u00ad", "")  # a soft hyphen parts no word
    counts = add_up(count_text(text, language, without_names=without_names))
    return measure_counts(counts, language, metric, min_words=min_words, text=text)


def count_text(text: str, language: str = "en", *, without_names: bool = False) -> Iterable[Counts]:
    """Yield the counts of every sentence of plain text that has words."""
    for paragraph in _PARAGRAPHS.split(text):
        for start, end in split_sentences(paragraph, language):
            counts = count_sentence(paragraph[start:end], language, without_names=without_names)
            if counts.words:
                yield counts


_PARAGRAPHS = compile_pattern(r"\n[^\S\n]*\n\s*")


def measure_counts(
    counts: Counts,
    language: str = "en",
    metric: str = "plainlang",
    *,
    min_words: int = MIN_WORDS,
    text: str | None = None,
) -> Reading:
    """Measure what was counted.

    The range of the plainlang grade is the middle half of the measures that are valid for a text of
    this length, moved to one scale (the grade; from 100 words on Flesch-Kincaid, fog, Coleman-Liau,
    ARI and Dale-Chall; from 30 sentences on SMOG; for Spanish its own four), and at least one
    standard error of the grade to each side. A formula that was asked for by name has no range: it
    is what a policy cites, and its `low` and `high` are the value. Formulas that only textstat has
    need the `text`. Raises `ConfigError` for an unknown `metric`.
    """
    values = compute(counts, language, text)
    grade: float | None = None
    low = high = grade
    note = ""
    known = formulas_for(language)
    if metric != "plainlang" and metric not in FORMULAS:
        hint = nearest(metric, ("plainlang", *known))
        raise ConfigError(f"There is no reading measure “{metric}” for “{language}”.{hint}")
    if not known:
        note = f"there is no reading measure for the language “{language}”"
    elif counts.words < min_words or not counts.words:
        words = plural(counts.words, "word")
        note = f"too short to say: {words}, {max(1, min_words)} needed"
    elif metric != "plainlang":
        grade = low = high = values.get(metric)
        if grade is None:
            note = f"there is no {metric} for the language “{language}”"
        elif metric == "smog_index" and counts.sentences < SMOG_SENTENCES:
            note = f"SMOG needs 30 sentences; these are {counts.sentences}"
    elif has_grade(language):
        grade = plainlang_grade(counts, language)
        low, high = _range(grade, counts, values, language)
    else:
        note = f"there is no plainlang grade for the language “{language}”, only formulas"
    if grade is not None and not note and counts.words < MIN_WORDS:
        note = f"a rough guess: the text has only {plural(counts.words, 'word')}"
    return Reading(
        grade=grade,
        low=low,
        high=high,
        metric=metric,
        formulas=values,
        words=counts.words,
        sentences=counts.sentences,
        syllables=counts.syllables,
        language=language,
        note=note,
    )


def grade_counts(
    counts: Counts, language: str, metric: str, *, min_words: int = MIN_WORDS
) -> float | None:
    """Return the grade alone that `measure_counts` gives: its range and the formulas cost more."""
    if metric != "plainlang" or not has_grade(language):
        return measure_counts(counts, language, metric, min_words=min_words).grade
    return plainlang_grade(counts, language) if counts.words >= max(1, min_words) else None


def reading_above(
    counts: Counts, language: str, metric: str, target: float, *, min_words: int = MIN_WORDS
) -> Reading | None:
    """Return what `measure_counts` does for a text above its target with its whole range, else None.

    Most texts show by their grade alone that they are not.
    """
    grade = grade_counts(counts, language, metric, min_words=min_words)
    if grade is None or meets(grade, target, metric):
        return None
    if metric == "plainlang" and meets(grade - _error(counts), target, metric):
        return None
    reading = measure_counts(counts, language, metric, min_words=min_words)
    return reading if verdict(reading, target, min_words) == "above" else None


def _error(counts: Counts) -> float:
    """Return the standard error of a grade."""
    return _SENTENCE_SPREAD / sqrt(counts.sentences)


def meets(grade: float, target: float, metric: str) -> bool:
    """Tell whether a grade, or what a formula gives, is at its target or easier, as it is shown."""
    grade, target = round(grade, 1), round(target, 1)
    return grade >= target if metric in EASIER_WHEN_HIGHER else grade <= target


def verdict(reading: Reading, target: float, min_words: int = MIN_WORDS) -> Verdict:
    """Tell whether a text meets `target`, a value of the reading's metric.

    All numbers are first rounded to one decimal, as they are shown. A grade at or below the target
    meets it: a target of 8 is met at 8.0. A grade above the target, with the target still within
    the range, is too close to call; when the whole range is above the target, so is the text. For
    formulas on which higher is easier, above and below change places. "too-short" is a text of
    fewer than `min_words` words, "unknown" a language without this measure.
    """
    if not formulas_for(reading.language):
        return "unknown"
    if reading.words < max(1, min_words):
        return "too-short"
    if reading.grade is None or reading.low is None or reading.high is None:
        return "too-short" if reading.note.startswith("too short") else "unknown"
    if meets(reading.grade, target, reading.metric):
        return "meets"
    best = reading.high if reading.metric in EASIER_WHEN_HIGHER else reading.low
    return "too-close" if meets(best, target, reading.metric) else "above"


def _range(
    grade: float, counts: Counts, values: dict[str, float], language: str
) -> tuple[float, float]:
    usual = _ON_ORDINARY_PROSE[primary(language)]
    ours, our_width = usual["plainlang"]
    measures = []
    if counts.words >= _FORMULA_WORDS:
        for name, (middle, width) in usual.items():
            if name != "smog_index" or counts.sentences >= SMOG_SENTENCES:
                value = values.get(name, grade)
                measures.append(ours + our_width * (value - middle) / width)
    error = _error(counts)
    low, high = grade - error, grade + error
    if measures:
        measures.sort()
        low, high = min(low, _quantile(measures, 0.25)), max(high, _quantile(measures, 0.75))
    return low, high


def _quantile(ordered: list[float], share: float) -> float:
    """Return the value below which `share` of the ordered values lie, between two if need be."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
