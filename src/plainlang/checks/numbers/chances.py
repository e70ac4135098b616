"""Chances that are hard to compare, or that say how much more but not how much."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plainlang.checks.match import Match
from plainlang.checks.numbers.figures import CHANCE, PERCENT, is_left_out, texts_with
from plainlang.checks.part_language import block_language
from plainlang.checks.terms.uses import readable_blocks
from plainlang.findings import Related
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.kinds import CELLS
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
    "ocho": 8, "nueve": 9,
}  # fmt: skip
# What is counted is people; "1 in 24 hours" and "3 in 10 mL" are no chances.
_NO_CHANCE = (
    r"(?!\s?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?|decades?|m[lLg]\b"
    r"|cm\b|mm\b|inch|feet|percent|por ciento|steps?|stages?|ways?|places?|sites?|states?|cities|countries"
    r"|centers?|centres?|clinics?|hospitals?|trials?|studies|segundos?|minutos?|horas?|días?|semanas?"
    r"|meses|años?|pasos?|estudios?|países)\b)"
)
_BASE = compile_pattern(
    r"[1-9](?:\d{0,2}(?:[,.\s\xa0]\d{3})+|\d*)"
    rf"(?![\w%°/:-]|[.,]\d){_NO_CHANCE}"
)
_COUNTS = {
    "en": compile_pattern(r"(?<![\w.,/$€£-])(\w+) (?:in|out of) (?:every |each )?$"),
    "es": compile_pattern(r"(?<![\w.,/$€£-])(\w+) de cada $"),
}
_BEFORE = 40  # characters that hold what stands before a base
_NO_COUNT = compile_pattern(
    r"\b(?:type|stage|grade|phase|chapter|figure|table|group|week|day|age|step|part|level|the|number)\s\w+ (?:in|out of|de)\b[ \w]*$"
)
_SCORES = compile_pattern(
    r"\b(?:scores?|scored|points?|stars?|rat(?:e it|ed|ing)|puntos?|puntuaci|estrellas?)"
)
_OF_THEM = compile_pattern(
    r"\b(?:of|among) (?:them|these|those|the)\b|\b(?:de|entre) (?:ellos|ellas|est[oa]s|es[oa]s)\b"
)
_FAR = 200  # characters between two chances that a reader compares
_NEAR_CELLS = 4
_MOST = 10**7


class _Chance(NamedTuple):
    """ "3 in 20": `block.text[start:end]`."""

    number: int
    block: Block
    start: int
    end: int
    people: int
    base: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]


def odds_have_different_bases(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report a chance such as “1 in 300” behind one such as “1 in 20”, once in a passage."""
    last: _Chance | None = None
    reported = False
    for chance in _chances(page):
        if last is None or not _are_compared(last, chance):
            reported = False
        elif not reported and chance.base != last.base:
            reported = True
            language = block_language(chance.block, page)
            one, other = _on_one_base(last, chance, language)
            yield Match(
                chance.block.locate(chance.start, chance.end),
                {"first": last.text, "second": chance.text, "one": one, "other": other},
                excerpt=chance.text,
                related=(Related(last.block.locate(last.start, last.end), f"“{last.text}”"),),
            )
        last = chance


def _chances(page: Page) -> Iterator[_Chance]:
    for number, block, places in texts_with(page, CHANCE):
        counts = _COUNTS.get(block_language(block, page))
        if counts is None:
            continue
        text = block.text
        for found in filter(None, (_BASE.match(text, place) for place in places)):
            end = found.end()
            first = max(0, found.start() - _BEFORE)
            counted = counts.search(text, first, found.start())
            if counted is None or _NO_COUNT.search(text[first : found.start()].lower()):
                continue
            word = counted[1].lower()
            count = int(word) if word.isdecimal() else _NUMBERS.get(word, 0)
            base = int(re.sub(r"\D", "", found[0]))
            if not 0 < count < base or base > _MOST or _may_be_year(found[0]):
                continue
            if _SCORES.search(text.lower()):
                break
            if not is_left_out(block, counted.start(), end):
                yield _Chance(number, block, counted.start(), end, count, base)


def _may_be_year(base: str) -> bool:
    return len(base) == 4 and "1900" <= base < "2100" and base != "2000"


def _are_compared(last: _Chance, chance: _Chance) -> bool:
    """Tell whether two chances stand in one passage, and the second is no part of the first."""
    if last.number == chance.number:
        between = last.block.text[last.end : chance.start]
        return len(between) < _FAR and _OF_THEM.search(between.lower()) is None
    kinds, apart = {last.block.kind, chance.block.kind}, chance.number - last.number
    if kinds <= CELLS:
        return apart <= _NEAR_CELLS
    return kinds == {"list-item"} and apart == 1


def _on_one_base(first: _Chance, second: _Chance, language: str) -> tuple[str, str]:
    """Return two chances on the smallest power of ten that gives both a whole number."""
    base = 10
    while base < _MOST and min(c.people * base / c.base for c in (first, second)) < 1:
        base *= 10
    return _said(first, base, language), _said(second, base, language)


def _said(chance: _Chance, base: int, language: str) -> str:
    exact, rest = divmod(chance.people * base, chance.base)
    if rest:
        exact = round(chance.people * base / chance.base)
    if language == "es":
        of = f"{base:,}".replace(",", "\xa0") if base > 9999 else str(base)
        return f"{'unos ' if rest else ''}{exact} de cada {of}"
    return f"{'about ' if rest else ''}{exact:,} in {base:,}"


_PERCENT = compile_pattern(r"[0-9](?:\s?%|\s?percent\b|\spor ciento\b)")
_NUMBER = compile_pattern(r"(?<![\w.,])\d+(?:[.,]\d+)?$")
_RISKS = ("risk", "chance", "odds", "likel", "probab", "riesgo", "posibilidad", "propens")
_RISK = r"(?:risks?|chances?|odds|likelihood|probability|riesgos?|probabilidad(?:es)?|posibilidad(?:es)?)"


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return what says behind a percentage, and before it, that a risk is so much higher or lower."""
    if language == "en":
        more = (
            rf"\s(?:(?:more|less) likely|(?:more|less|higher|lower|greater|smaller|increased|decreased|reduced"
            rf"|elevated)\s(?:\w+\s){{0,2}}?{_RISK}"
            rf"|(?:increase|decrease|reduction|drop|rise) in (?:\w+\s){{0,3}}?{_RISK})\b"
        )
        changed = (
            rf"\b(?:rais|increas|reduc|lower|cut|decreas)\w*\s(?:\w+\s){{0,3}}?{_RISK}"
            r"(?:\s(?:of|for)\s[^.;:,()\d]{1,60}?)?\sby\s(?:\w+\s){0,3}?$"
        )
    elif language == "es":
        more = rf"\s(?:más|menos|mayor|menor)\s(?:de\s)?(?:\w+\s)?(?:{_RISK}|propens\w+)\b"
        changed = (
            rf"\b(?:aument|reduc|disminuy|baj)\w*\s(?:\w+\s){{0,3}}?{_RISK}"
            r"(?:\sde\s[^.;:,()\d]{1,60}?)?\s(?:en|hasta)\s(?:\w+\s){0,3}?$"
        )
    else:
        return None
    return compile_pattern(more), compile_pattern(changed)


# Without one of these a text has nothing to look for, and that is quick to tell.
_TIMES = ("twice", " times ", "doubl", "tripl", " veces ", "doble ", "duplic")
_NUMBER_WORD = r"(?:\d+(?:[.,]\d+)?|two|three|four|five|six|seven|eight|nine|ten|twenty)"
_SPANISH_NUMBER = r"(?:\d+(?:[.,]\d+)?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte)"


@lru_cache(maxsize=8)
def _times(language: str) -> re.Pattern[str] | None:
    """Return what says how many times as high a risk is."""
    if language == "en":
        return compile_pattern(
            rf"\b(?:(?:twice|double|triple|{_NUMBER_WORD}\stimes)\s(?:(?:as|more|less)\slikely\b"
            rf"|(?:the|your|their|his|her)\s(?:\w+\s){{0,2}}?{_RISK}\b)"
            rf"|(?:doubl|tripl)(?:e|es|ed|ing)\s(?:the|your|their|his|her|a)\s(?:\w+\s){{0,2}}?{_RISK}\b)"
        )
    if language == "es":
        return compile_pattern(
            rf"\b(?:(?:el (?:doble|triple)|{_SPANISH_NUMBER} veces)\s(?:(?:más|menos|mayor|de)\s){{0,2}}"
            rf"(?:{_RISK}|probables?|propens[oa]s?)\b"
            rf"|(?:duplic|triplic)\w+\s(?:el|la|su|sus|las)\s(?:\w+\s)?{_RISK}\b)"
        )
    return None


_FAR_BEFORE = 140  # characters in which the verb stands before a percentage
_ABSOLUTE = compile_pattern(
    r"\d\s(?:(?:in|out\sof|of|per|for)\s(?:every\s|each\s|about\s)?|(?:de|por)\scada\s)[1-9]"
    r"|percentage points?|puntos porcentuales|\bper\s1[,.\s]?0"
)


def risk_is_only_relative(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report “50% more likely” where neither the text nor those beside it say how likely it is.

    So are “twice as likely” and “three times the risk”, in a text without a percentage.
    """
    yield from _risks_in_times(page)
    for number, block, places in texts_with(page, PERCENT):
        text = block.text
        if not any(map(text.__contains__, _RISKS)):
            continue
        language, found = block_language(block, page), []
        for place in places:
            if (relative := _relative(text, place, language)) is None:
                break  # the chance itself may be among the other percentages
            found.append(relative)
        if len(found) == len(places) and not _says_how_likely(page, number):
            yield from _matches(block, found)


def _risks_in_times(page: Page) -> Iterator[Match]:
    for number, block in readable_blocks(page):
        text = block.text
        if not any(map(text.__contains__, _TIMES)) or not any(map(text.__contains__, _RISKS)):
            continue
        times = _times(block_language(block, page))
        found = [match.span() for match in times.finditer(text)] if times else []
        if found and not _PERCENT.search(text) and not _says_how_likely(page, number):
            yield from _matches(block, found)


def _says_how_likely(page: Page, number: int) -> bool:
    near = range(max(0, number - 1), min(number + 2, len(page.blocks)))
    return any(_ABSOLUTE.search(page.blocks[i].text) for i in near)


def _matches(block: Block, found: Sequence[tuple[int, int]]) -> Iterator[Match]:
    for start, end in found:
        if not is_left_out(block, start, end):
            said = block.text[start:end]
            yield Match(block.locate(start, end), {"found": said}, excerpt=said)


def _relative(text: str, place: int, language: str) -> tuple[int, int] | None:
    """Return where it is said that a risk is higher or lower by the percentage with this last digit."""
    patterns = _patterns(language)
    percent = _PERCENT.match(text, place)
    number = _NUMBER.search(text, max(0, place - 8), place + 1)
    if patterns is None or percent is None or number is None:
        return None
    more, changed = patterns
    if found := more.match(text, percent.end()):
        return number.start(), found.end()
    start = number.start()
    if found := changed.search(text, max(0, start - _FAR_BEFORE), start):
        return found.start(), percent.end()
    return None
