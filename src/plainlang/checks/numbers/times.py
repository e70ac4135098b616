"""Dates and times of day that can be read two ways: “03/04/2026”, “12 a.m.”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainlang.checks.match import Match, rewrite
from plainlang.checks.numbers.figures import (
    DATE,
    TWELVE,
    is_left_out,
    texts_with,
)
from plainlang.checks.part_language import block_language
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern

_DATE = compile_pattern(
    r"[0-9](?<![\w./:+-].)[0-9]?([/.-])([0-9]{1,2})\1((?:19|20)[0-9]{2}|(?<=/)[0-9]{2})(?![\w/-]|[.,]\d)"
)
# "Come back at 3/6/12 months" is no date.
_COUNTED = compile_pattern(
    r"\s?(?:%|\w?[gmL]\b|months?|weeks?|days?|years?|hours?|meses|semanas|días|años|horas)"
)
_ORDER_IS_SAID = compile_pattern(
    r"\b(?:mm?|dd?)\s?([/.-])\s?(?:mm?|dd?)\s?\1\s?(?:yy|aa)", re.IGNORECASE
)
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_TWELVE = compile_pattern(
    r"12(?<![\w:.,/$€£+]12)(?:[:.]00)?[\s\xa0]?([AaPp])\.?[\s\xa0]?[Mm](?:\.|\b)(?!\w)"
)
_SAID = compile_pattern(r"\b(?:noon|midnight|midday|mediod[ií]a|medianoche|del día|de la noche)\b")
_AROUND = 30  # characters around a time in which it may be said in words
_TWELVES = {
    "en": {"a": "midnight", "p": "noon"},
    "es": {"a": "12 de la noche", "p": "12 del mediodía"},
}


def date_is_ambiguous(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report dates in which both the day and the month can be either, unless the text says the order."""
    for _, block, _ in texts_with(page, DATE):
        text = block.text
        for found in _DATE.finditer(text):
            (start, end), mark = found.span(), found[1]
            first, second = int(text[start : found.start(1)]), int(found[2])
            if first == second or not (0 < first < 13 and 0 < second < 13):
                continue
            if mark == "." and found[0].count("0", 0, 4) + (first > 9) + (second > 9) < 2:
                continue  # "7.4.1925" is a version
            if len(found[3]) == 2 and _COUNTED.match(text, end):
                continue
            if is_left_out(block, start, end) or _ORDER_IS_SAID.search(text):
                continue
            language = block_language(block, page)
            values = {
                "date": found[0],
                "first": _in_words(first, second, found[3], language),
                "second": _in_words(second, first, found[3], language),
                "mark": mark,
            }
            yield Match(block.locate(start, end), values, excerpt=found[0])


def _in_words(month: int, day: int, year: str, language: str) -> str:
    if len(year) == 2:
        year = f"{'20' if year < '50' else '19'}{year}"
    names = _MONTHS.get(language, _MONTHS["en"]).split()
    if language == "es":
        return f"{day} de {names[month - 1]} de {year}"
    return f"{names[month - 1]} {day}, {year}"


def twelve_is_ambiguous(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report “12 a.m.” and “12 p.m.”, unless “noon” or “midnight” stands by them."""
    for _, block, _ in texts_with(page, TWELVE):
        text = block.text
        for found in _TWELVE.finditer(text):
            start, end = found.span()
            if is_left_out(block, start, end):
                continue
            if _SAID.search(text[max(0, start - _AROUND) : end + _AROUND].lower()):
                continue
            if text[end - 1] == "." and "." not in text[start : end - 1].replace(".00", ""):
                end -= 1  # "at 12 pm.": the point ends the sentence
            language = block_language(block, page)
            words = _TWELVES.get(language, _TWELVES["en"])[found[1].lower()]
            span, said = block.locate(start, end), text[start:end]
            yield Match(
                span,
                {"time": said, "words": words},
                excerpt=said,
                suggestion=words,
                fix=rewrite(page, span, said, words, safe=False),
            )
