"""How a reading level and its target are said in a message, in English or Spanish. Measures nothing."""

from __future__ import annotations

from plainlang.language.level.reading import Reading
from plainlang.language.level.targets import EASIER_WHEN_HIGHER, is_grade


def range_said(reading: Reading, language: str) -> str:
    """Say between what a grade lies; a formula's number has no range."""
    if reading.low is None or reading.high is None or reading.low == reading.high:
        return ""
    to = "a" if language == "es" else "to"
    return f" ({reading.low:.1f} {to} {reading.high:.1f})"


def level_said(reading: Reading, language: str) -> str:
    """Say what a page reads at: a grade, or a number that is none by the name of its formula."""
    if not is_grade(reading.metric):
        return f"{reading.metric} {reading.grade:.1f}"
    return f"{'grado' if language == 'es' else 'grade'} {reading.grade:.1f}"


def target_said(target: float, metric: str, language: str) -> str:
    """Say a target, and that more is better where it is."""
    if metric not in EASIER_WHEN_HIGHER:
        return f"{target:g}"
    return f"{target:g} {'o más' if language == 'es' else 'or more'}"


def rewrite_said(number: int, sentences: int, language: str) -> str:
    """Say how many of a page's sentences to rewrite: the hardest, or all."""
    spanish = language == "es"
    if number >= sentences:
        if sentences == 1:
            return "la oración" if spanish else "the sentence"
        return f"las {sentences} oraciones" if spanish else f"all {sentences} sentences"
    if number == 1:
        return (
            f"la más difícil de las {sentences} oraciones"
            if spanish
            else f"the hardest of {sentences} sentences"
        )
    if spanish:
        return f"las {number} más difíciles de las {sentences} oraciones"
    return f"the {number} hardest of {sentences} sentences"


def beginning_said(sentence: str, language: str) -> str:
    """Say which sentence to begin with; nothing where none is known."""
    if not sentence:
        return ""
    return f" {'Empiece por' if language == 'es' else 'Begin with'}: “{sentence}”"
