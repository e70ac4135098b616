"""The plainlang grade: how many years of school a text asks for, from six things a writer can see.

A weighted sum of sentence length and of five measures of words, with weights set by reasoning, not
fitted to any readers' ratings; docs/reading-level.md tells why each is there and how well it works.
Pure functions of counts. May not count anything and knows no page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import log, log1p

from plainlang.language.level.counts import Counts
from plainlang.language.subtags import primary
from plainlang.records import NamedTuple

# A share measured on few words says little: it is mixed with this many words of ordinary prose.
PRIOR_WORDS = 10


class Feature(NamedTuple):
    """One part of the grade.

    `value` is what was measured, `usual` the same in ordinary health prose, `grades` what the
    difference adds to the grade (or takes away, if negative).
    """

    name: str
    value: float
    usual: float
    grades: float


# Words, sentences, load, unfamiliar words, syllables, prepositions less words for people.
Essence = tuple[float, float, float, float, float, float]


class Scale(NamedTuple):
    """Ordinary prose in one language: the usual value and the spread of each feature.

    Measured by `scripts/measure_reading.py --scale` on passages of 160 words of health pages: the
    median, and half the width of the middle 68 %. A text that has all the usual values has the
    grade `base`; each spread away from them, times the feature's weight, is `unit` grades.
    """

    length: tuple[float, float]
    load: tuple[float, float]
    rarity: tuple[float, float]
    unfamiliar: tuple[float, float]
    syllables: tuple[float, float]
    style: tuple[float, float]
    base: float
    unit: float


SCALES: dict[str, Scale] = {
    # As many of the passages are at or below grade 6, and at or below grade 12, as by
    # Flesch-Kincaid.
    "en": Scale(
        length=(2.785, 0.254),
        load=(1.420, 0.476),
        rarity=(0.199, 0.095),
        unfamiliar=(0.299, 0.076),
        syllables=(1.685, 0.187),
        style=(0.083, 0.044),
        base=10.95,
        unit=0.60,
    ),
    # The Spanish pages at hand are enough for usual values, but too few for spreads: those and the
    # unit are the English ones. The base is where Szigriszt-Pazos puts these pages on its scale.
    "es": Scale(
        length=(2.968, 0.254),
        load=(1.923, 0.476),
        rarity=(0.302, 0.095),
        unfamiliar=(0.174, 0.076),
        syllables=(2.208, 0.187),
        style=(0.171, 0.044),
        base=9.5,
        unit=0.60,
    ),
}

# The load of a sentence's words counts twice: it grows with its length and with their rarity. Rarity
# counts half, for it is in the load already. Style counts half, for it says how a text speaks, not what
# it asks readers to know.
_WEIGHTS = {
    "sentence length": 1.0,
    "hard words": 2.0,
    "rarity": 0.5,
    "unfamiliar words": 1.0,
    "syllables": 1.0,
    "impersonal style": 0.5,
}  # in the order of `Scale`


def has_grade(language: str) -> bool:
    """Tell whether there is a plainlang grade for `language`."""
    return primary(language) in SCALES


def plainlang_grade(counts: Counts, language: str = "en") -> float:
    """Return the grade, unrounded, on the scale of US school grades; of no words, 0.

    Easier than grade 1 can be negative, as with Flesch-Kincaid. Raises `KeyError` for a language
    without a scale (see `has_grade`).
    """
    return grade_of(essence(counts), scale_of(language))


def essence(counts: Counts) -> Essence:
    """Return the only counts that the grade needs."""
    return (
        counts.words,
        counts.sentences,
        counts.load,
        counts.unfamiliar,
        counts.syllables,
        counts.prepositions - counts.people,
    )


def grade_of(numbers: Essence, scale: Scale) -> float:
    """Return the grade of what `essence` returns, or of sums and differences of it."""
    return grader(scale)(numbers)


@lru_cache(maxsize=8)
def grader(scale: Scale) -> Callable[[Essence], float]:
    """Return `grade_of` for one scale: whoever grades many sentences looks at the scale once."""
    length_usual, load_usual, rarity_usual, unfamiliar_usual, syllables_usual, style_usual = (
        usual for usual, _ in scale[:6]
    )
    length, load_spread, rarity, unfamiliar_spread, syllables_spread, style_spread = (
        spread / weight for (_, spread), weight in zip(scale[:6], _WEIGHTS.values(), strict=True)
    )
    base, unit = scale.base, scale.unit

    def grade(numbers: Essence) -> float:
        words, sentences, load, unfamiliar, syllables, style = numbers
        if words <= 0:
            return 0.0
        load /= 100
        # A share mixed with ordinary words differs from the usual share by this much.
        total = words + PRIOR_WORDS
        return base + unit * (
            (log(words / sentences) - length_usual) / length
            + (log1p(load / sentences) - load_usual) / load_spread
            + (load - words * rarity_usual) / total / rarity
            + (unfamiliar - words * unfamiliar_usual) / total / unfamiliar_spread
            + (syllables - words * syllables_usual) / total / syllables_spread
            + (style - words * style_usual) / total / style_spread
        )

    return grade


def features(counts: Counts, language: str = "en") -> tuple[Feature, ...]:
    """Return what the grade is made of: the scale's base plus all `grades` is the grade."""
    scale = scale_of(language)
    if not counts.words:
        return ()
    return tuple(
        Feature(name, value, usual, scale.unit * weight * (value - usual) / spread)
        for (name, weight), value, (usual, spread) in zip(
            _WEIGHTS.items(), _values(counts, scale), scale[:6], strict=True
        )
    )


def _values(counts: Counts, scale: Scale) -> tuple[float, ...]:
    """Return the features: logarithms of words and of load a sentence, and four rates a word."""
    words, sentences = counts.words, counts.sentences
    total = words + PRIOR_WORDS
    return (
        log(words / sentences),
        log1p(counts.load / 100 / sentences),
        (counts.load / 100 + PRIOR_WORDS * scale.rarity[0]) / total,
        (counts.unfamiliar + PRIOR_WORDS * scale.unfamiliar[0]) / total,
        (counts.syllables + PRIOR_WORDS * scale.syllables[0]) / total,
        (counts.prepositions - counts.people + PRIOR_WORDS * scale.style[0]) / total,
    )


def scale_of(language: str) -> Scale:
    """Return the scale for a language tag; `KeyError` if it has none."""
    return SCALES[primary(language)]
