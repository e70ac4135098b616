"""Which way a measure's scale runs, and the target when nobody sets one. Data alone: counts nothing.

Each target stands on the measure's own scale, and means about the same: prose of grade 8.
"""

from __future__ import annotations

# The formulas on which a higher number means an easier text.
EASIER_WHEN_HIGHER = frozenset(
    "flesch_reading_ease fernandez_huerta szigriszt_pazos gutierrez_polini gulpease_index"
    " osman".split()
)
# The highest US school grade that health pages should read at.
_GRADE = 8.0
# The measures whose numbers are no US school grades, or end below this one.
_OTHERS = {
    # Flesch 1948: 60 to 70 is "standard", grades 8 and 9. So do those who fitted it to other
    # languages read it, and El-Haj and Rayson 2016 for Arabic (OSMAN).
    "flesch_reading_ease": 60.0,
    "osman": 60.0,
    # Fernández Huerta 1959: 60 to 70 is "normal".
    "fernandez_huerta": 60.0,
    # INFLESZ (Barrio-Cantalejo et al. 2008): health texts for patients should reach 55.
    "szigriszt_pazos": 55.0,
    # Gutiérrez de Polini 1972: texts of grade 6 average 40.
    "gutierrez_polini": 40.0,
    # Lucisano and Piemontese 1988: from 60 on, easy for who ended school after eight years.
    "gulpease_index": 60.0,
    # Dale and Chall 1948: 6.0 to 6.9 is grades 7 and 8.
    "dale_chall_readability_score": 6.9,
    # Björnsson 1968: 40 is average; what is above is factual prose, and harder.
    "lix": 40.0,
    # Anderson 1983: 3.0 to 3.6 is grade 8.
    "rix": 3.6,
    # Made for primary school: the end of what they can tell, years 6 and 3.
    "crawford": 6.0,
    "spache_readability": 3.0,
}


def default_target(metric: str) -> float:
    """Return the target of a measure: a grade, or a value on the formula's own scale."""
    return _OTHERS.get(metric, _GRADE)


def on_another_scale(metric: str, other: str) -> bool:
    """Tell whether a target for one measure means nothing for the other."""
    return metric != other and not (is_grade(metric) and is_grade(other))


def is_grade(metric: str) -> bool:
    """Tell whether a measure gives US school grades that can be compared with plainlang's."""
    return metric not in _OTHERS
