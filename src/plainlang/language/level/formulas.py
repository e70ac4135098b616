"""The published readability formulas, as pure functions of counts.

Each takes `Counts` and returns the formula's own number, unrounded; of no words it is 0. English
here, Spanish in `spanish_formulas`; other languages through `textstat`, which is imported only
then. The functions carry textstat's names, and give its values on equal counts. May not count
anything and knows no page.
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

from plainlang.language.level import spanish_formulas as spanish
from plainlang.language.level.counts import Counts
from plainlang.language.subtags import primary

Formula = Callable[[Counts], float]

# McLaughlin drew 30 sentences; below that SMOG is not defined.
SMOG_SENTENCES = 30


def flesch_reading_ease(c: Counts) -> float:
    """Flesch 1948, A new readability yardstick, J. Applied Psychology 32:221. Higher is easier."""
    if not c.words:
        return 0.0
    return 206.835 - 1.015 * c.words / c.sentences - 84.6 * c.syllables / c.words


def flesch_kincaid_grade(c: Counts) -> float:
    """Kincaid, Fishburne, Rogers, Chissom 1975, Navy Research Branch Report 8-75: a US grade."""
    if not c.words:
        return 0.0
    return 0.39 * c.words / c.sentences + 11.8 * c.syllables / c.words - 15.59


def smog_index(c: Counts) -> float:
    """McLaughlin 1969, SMOG grading, Journal of Reading 12:639: a US grade.

    Made for 30 sentences; a shorter text is scaled up to them and is then only a rough guess (see
    `SMOG_SENTENCES`). The constants are those of his regression, 1.0430 and 3.1291, as in textstat;
    his rule of thumb, 3 plus the root, differs by less than a grade.
    """
    if not c.sentences:
        return 0.0
    return 1.0430 * sqrt(30 * c.polysyllables / c.sentences) + 3.1291


def gunning_fog(c: Counts) -> float:
    """Gunning 1952, The Technique of Clear Writing: years of schooling."""
    if not c.words:
        return 0.0
    return 0.4 * (c.words / c.sentences + 100 * c.complex_words / c.words)


def coleman_liau_index(c: Counts) -> float:
    """Coleman and Liau 1975, J. Applied Psychology 60:283: a US grade, from letters alone.

    The paper gives cloze percentages first and 0.0588 L - 0.296 S - 15.8 for the grade; textstat
    rounds 0.0588 to 0.058, which makes its value 0.4 lower at 5 letters a word. This is the paper's.
    """
    if not c.words:
        return 0.0
    return 0.0588 * 100 * c.letters / c.words - 0.296 * 100 * c.sentences / c.words - 15.8


def automated_readability_index(c: Counts) -> float:
    """Senter and Smith 1967, AMRL-TR-66-220: a US grade, from characters and words."""
    if not c.words:
        return 0.0
    return 4.71 * c.characters / c.words + 0.5 * c.words / c.sentences - 21.43


def dale_chall_readability_score(c: Counts) -> float:
    """Dale and Chall 1948, Educational Research Bulletin 27:11, with the word list of 1995.

    A score with bands: up to 4.9 is grade 4 or below, 5-5.9 grades 5-6, 6-6.9 grades 7-8, 7-7.9
    grades 9-10, 8-8.9 grades 11-12, 9-9.9 college. 3.6365 is added when more than 5 % of the words
    are outside the list. Chall and Dale's new formula of 1995 reads a table instead.
    """
    if not c.words:
        return 0.0
    unfamiliar = 100 * c.unfamiliar / c.words
    score = 0.1579 * unfamiliar + 0.0496 * c.words / c.sentences
    return score + 3.6365 if unfamiliar > 5 else score


def linsear_write_formula(c: Counts) -> float:
    """O'Hayre 1966, Gobbledygook Has Gotta Go: a US grade.

    Every word of one or two syllables is a point, every longer one three. Made for a sample of 100
    words; as a mean over all the sentences it does not depend on where the sample starts. (textstat
    takes the first 100 words.)
    """
    if not c.sentences:
        return 0.0
    points = (c.words + 2 * c.polysyllables) / c.sentences
    return (points if points > 20 else points - 2) / 2


def spache_readability(c: Counts) -> float:
    """Spache 1953, Elementary School Journal 53:410: a US grade, for texts up to grade 3.

    His own list of words is not freely available; as in textstat, words outside the Dale-Chall list
    stand in for it, so that the value is a lower bound. (textstat leaves words of one syllable out.)
    """
    if not c.words:
        return 0.0
    return 0.141 * c.words / c.sentences + 0.086 * 100 * c.unfamiliar / c.words + 0.839


def lix(c: Counts) -> float:
    """Björnsson 1968, Läsbarhet: below 30 very easy, 40 average, over 60 very hard.

    Words of more than six letters; no syllables, so that it serves many languages (Björnsson 1983,
    Reading Research Quarterly 18:480, shows eleven).
    """
    if not c.words:
        return 0.0
    return c.words / c.sentences + 100 * c.long_words / c.words


def rix(c: Counts) -> float:
    """Anderson 1983, Lix and Rix, Journal of Reading 26:490: long words a sentence."""
    return c.long_words / c.sentences if c.sentences else 0.0


ENGLISH: dict[str, Formula] = {
    "flesch_reading_ease": flesch_reading_ease,
    "flesch_kincaid_grade": flesch_kincaid_grade,
    "smog_index": smog_index,
    "gunning_fog": gunning_fog,
    "coleman_liau_index": coleman_liau_index,
    "automated_readability_index": automated_readability_index,
    "dale_chall_readability_score": dale_chall_readability_score,
    "linsear_write_formula": linsear_write_formula,
    "spache_readability": spache_readability,
    "lix": lix,
    "rix": rix,
}
SPANISH: dict[str, Formula] = {
    "fernandez_huerta": spanish.fernandez_huerta,
    "szigriszt_pazos": spanish.szigriszt_pazos,
    "gutierrez_polini": spanish.gutierrez_polini,
    "crawford": spanish.crawford,
    "lix": lix,
    "rix": rix,
}
# What textstat has for other languages: Amstad's, Kandel and Moles's, Vacca's, Douma's and
# Oborneva's versions of Flesch, Bamberger and Vanecek's for German, Gulpease, Osman.
_THROUGH_TEXTSTAT: dict[str, tuple[str, ...]] = {
    "ar": ("osman",),
    "de": ("flesch_reading_ease", "wiener_sachtextformel"),
    "fr": ("flesch_reading_ease",),
    "hu": ("flesch_reading_ease",),
    "it": ("flesch_reading_ease", "gulpease_index"),
    "nl": ("flesch_reading_ease",),
    "ru": ("flesch_reading_ease",),
}
# Björnsson 1983 compares texts in these, besides English and Spanish.
_WITH_LIX = frozenset("da de fi fr it nb nn no pt ru sv".split())


# All of them, whatever their language.
FORMULAS = frozenset({*ENGLISH, *SPANISH}.union(*_THROUGH_TEXTSTAT.values()))


def formulas_for(language: str) -> tuple[str, ...]:
    """Return the names of the formulas that exist for `language`; none means that none does."""
    language = primary(language)
    if language == "en":
        return tuple(ENGLISH)
    if language == "es":
        return tuple(SPANISH)
    return _THROUGH_TEXTSTAT.get(language, ()) + (("lix", "rix") if language in _WITH_LIX else ())


def own_formulas(language: str) -> dict[str, Formula]:
    """Return the formulas for `language` that counts are enough for."""
    language = primary(language)
    if language in ("en", "es"):
        return ENGLISH if language == "en" else SPANISH
    return {"lix": lix, "rix": rix} if language in _WITH_LIX else {}


def compute(counts: Counts, language: str, text: str | None) -> dict[str, float]:
    """Return the value of every formula for `language` that these counts can give.

    Formulas that only textstat has need the `text` itself; without it they are left out.
    """
    language = primary(language)
    values = {name: formula(counts) for name, formula in own_formulas(language).items()}
    if text is not None and language in _THROUGH_TEXTSTAT and counts.words:
        values |= _through_textstat(text, language)
    return values


def _through_textstat(text: str, language: str) -> dict[str, float]:
    # textstat keeps its language in one shared object; take an own one.
    from textstat.textstat import textstatistics

    reference = textstatistics()
    reference.set_lang(language)
    names = _THROUGH_TEXTSTAT[language]
    return {
        name: float(
            reference.wiener_sachtextformel(text, 1)
            if name == "wiener_sachtextformel"
            else getattr(reference, name)(text)
        )
        for name in names
    }
