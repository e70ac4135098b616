"""The readability formulas made for Spanish, as pure functions of counts.

Used through `formulas`, which gathers them under textstat's names. May not count anything.
"""

from __future__ import annotations

from plainlang.language.level.counts import Counts

# INFLESZ (Barrio-Cantalejo et al. 2008, An. Sist. Sanit. Navar. 31:135): lower ends of the bands of
# the Szigriszt-Pazos index, from hardest to easiest; health texts for patients should reach 55.
INFLESZ = (
    (0.0, "muy difícil"),
    (40.0, "algo difícil"),
    (55.0, "normal"),
    (65.0, "bastante fácil"),
    (80.0, "muy fácil"),
)


def fernandez_huerta(c: Counts) -> float:
    """Fernández Huerta 1959, Medidas sencillas de lecturabilidad, Consigna 214:29.

    Higher is easier: 60-70 is normal. P is syllables in 100 words, F the mean number of words of a
    sentence (G. Fernández 2008 shows that the paper's "number of sentences in 100 words", with
    which the formula is often reprinted, is a slip: longer sentences would make a text easier).
    This is 206.84 - 0.60 P - 1.02 F, as in textstat.
    """
    if not c.words:
        return 0.0
    return 206.84 - 0.60 * 100 * c.syllables / c.words - 1.02 * c.words / c.sentences


def szigriszt_pazos(c: Counts) -> float:
    """Szigriszt Pazos 1993, Sistemas predictivos de legibilidad (thesis, Madrid).

    Higher is easier; `inflesz` names the bands. The thesis has 206.835; textstat takes 206.84.
    """
    if not c.words:
        return 0.0
    return 206.835 - 62.3 * c.syllables / c.words - c.words / c.sentences


def inflesz(score: float) -> str:
    """Return the band of the INFLESZ scale that a Szigriszt-Pazos `score` lies in, in Spanish."""
    name = INFLESZ[0][1]
    for start, band in INFLESZ:
        if score >= start:
            name = band
    return name


def gutierrez_polini(c: Counts) -> float:
    """Gutiérrez de Polini 1972, Investigación sobre lectura en Venezuela. Higher is easier.

    Made for Spanish itself, not adapted from English; for texts of grade 6 it averages 40.
    """
    if not c.words:
        return 0.0
    return 95.2 - 9.7 * c.letters / c.words - 0.35 * c.words / c.sentences


def crawford(c: Counts) -> float:
    """Crawford 1984, Lectura y Vida 5(4): the years of school needed, for primary school."""
    if not c.words:
        return 0.0
    per_100 = 100 / c.words
    return -0.205 * c.sentences * per_100 + 0.049 * c.syllables * per_100 - 3.407
