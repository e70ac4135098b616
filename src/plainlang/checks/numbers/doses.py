"""Doses that are easily misread: decimals, and short forms of units and of how often.

The forms are those that the Joint Commission (Official “Do Not Use” List), ISMP (List of Error-Prone
Abbreviations) and ISMP-España warn of. Results of tests are no doses: there a zero says how exact
they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from plainlang.checks.match import Match, rewrite
from plainlang.checks.numbers.figures import (
    DECIMAL,
    DOSE,
    MEASURE,
    NO_LAB,
    SHORT_FORM,
    is_left_out,
    texts_with,
)
from plainlang.checks.part_language import block_language
from plainlang.checks.terms.uses import readable_blocks
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.kinds import CELLS
from plainlang.patterns import compile_pattern

_RANGE = r"(?:\s?(?:[-–]|to|or|and|a|o|y)\s?[\d.,]*\d)?"  # "1.0 to 2.0 mg"
_NAKED = compile_pattern(
    rf"([.,][0-9](?<![^\s(\[/<>≤≥=≈+–-]..)\d{{0,2}}){_RANGE}[\s-]?{MEASURE}(?!\w)"
)
_WHOLE = compile_pattern(
    rf"([1-9](?<![\w.,:/$€£].)\d{{0,2}})([.,]00?){_RANGE}[\s-]?({DOSE})(?!\w){NO_LAB}"
)
# Around a number: it is the result of a test, or tells what food holds.
_NO_DOSE = compile_pattern(
    r"\b(?:levels?|results?|tests?|tested|normal|blood|urine|range|sugars?|fats?|protein|fib(?:er|re)|salt|sodium"
    r"|versions?|releases?|versi[oó]n(?:es)?"  # "version 4.0 drops it"
    r"|nivel(?:es)?|resultados?|análisis|pruebas?|sangre|orina|az[uú]car(?:es)?|grasas?|prote[ií]nas?|fibra|sal"
    r"|sodio)\b"
)
_BEFORE, _BEHIND = 60, 25  # characters in which such a word stands

_INSULIN = r"(?:insulin|heparin|NPH|lispro|aspart|glargin)"
_SHORT = compile_pattern(
    rf"[0-9](?:\s?(U|cc|u(?=\s(?:of\s|de\s)?{_INSULIN}))|(u)|[\s-]?(IU|[µμu]g))(?![\w'’+<>-]|\.\w){NO_LAB}"
)
_NUMBER = compile_pattern(r"(?<![\w.,+])\d(?:[\d.,]*\d)?$")
# A letter comes first, so that a search is fast.
_OFTEN = (
    compile_pattern(r"q(?<!\w.)(?:\.\s?(o\.\s?)?d\.(?!\w)|(o)?d\b)"),
    compile_pattern(r"Q(?<!\w.)(?:\.\s?(O\.\s?)?D\.(?!\w)|(O)?D\b)"),
)
_TAKEN = compile_pattern(r"\d|\b(?:tak|use|tom|tablet|pill|capsule|drop|puff|pastilla|gota)")
# "4 U" and "50 cc" are doses only where a page is about medicines.
_MEDICAL = compile_pattern(
    r"insulin|heparin|inject|inyect|dose|dosis|syringe|jeringa|syrup|jarabe|medic|drug|vaccin|vacuna|unit|unidad"
)
_ISMP: dict[str, tuple[str, ...]] = {
    "ismp": ("Error-Prone Abbreviations",),
    "cdc-cci": ("numbers",),
}
_LONGEST = 12  # characters of a number
_ENDS = frozenset(".!?")
_QUOTES = frozenset('“«"')
_GLOSS = frozenset("(/=[")  # "20 mcg (800 IU)"
# What each is taken for, and what to write.
_MISREAD = {"U": "0", "IU": "IV", "g": "mg", "cc": "U", "qd": "QID", "qod": "QD"}
_WRITTEN = {
    "en": {
        "U": ("unit", "units"),
        "IU": ("international unit", "international units"),
        "g": ("microgram", "micrograms"),
        "cc": ("mL", "mL"),
        "qd": ("", "every day"),
        "qod": ("", "every other day"),
    },
    "es": {
        "U": ("unidad", "unidades"),
        "IU": ("unidad internacional", "unidades internacionales"),
        "g": ("microgramo", "microgramos"),
        "cc": ("ml", "ml"),
        "qd": ("", "cada día"),
        "qod": ("", "cada dos días"),
    },
}
_SMALL = {"u": "U"}  # "5u" is read as 50, too
_SAFE = frozenset({"IU", "g"})  # the others stand for other things, too
_ONLY_ISMP = frozenset({"g", "cc"})  # the list of the Joint Commission does not have them


def decimal_is_misread(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report “.5 mg” and “5.0 mg”: who does not see the point reads ten times as much.

    With a comma for the point they are reported in Spanish texts.
    """
    for _, block, _ in texts_with(page, DECIMAL):
        text = block.text
        has_commas = block_language(block, page) == "es"
        for found in _NAKED.finditer(text):
            start, number = found.start(), found[1]
            wrong = number[1:].lstrip("0")
            if not wrong or (number[0] == "," and not has_commas):
                continue
            # A comma may have slipped away from the word before it, and a point from its number.
            sure = number[0] == "." and not text[:start].rstrip()[-1:].isdigit()
            yield from _decimal(page, block, found, f"0{number}", wrong, sure)
        for found in _WHOLE.finditer(text):
            whole, zeros = found[1], found[2]
            if zeros[0] == "," and not has_commas:
                continue
            if found[3] == "g" and block.kind in CELLS:  # tables of nutrients
                continue
            around = text[max(0, found.start() - _BEFORE) : found.end() + _BEHIND]
            if not _NO_DOSE.search(around.lower()):
                yield from _decimal(page, block, found, whole, whole + zeros[1:], True)


def _decimal(
    page: Page, block: Block, found: re.Match[str], right: str, wrong: str, sure: bool
) -> Iterator[Match]:
    start, end = found.span()
    if is_left_out(block, start, end):
        return
    behind = start + len(found[1]) + (len(found[2]) if found.re is _WHOLE else 0)
    unit = block.text[behind:end]
    if any(map(str.isdigit, unit)):  # a range: its unit stands behind its other end
        unit, end = "", behind
    yield Match(
        block.locate(start, end),
        {"found": block.text[start:end], "right": right + unit, "wrong": wrong + unit},
        excerpt=block.text[start:end],
        suggestion=right + unit,
        fix=rewrite(page, block.locate(start, behind), block.text[start:behind], right, safe=sure),
    )


def dose_is_abbreviated(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report “10 U”, “400 IU”, “50 µg”, “5 cc”, “QD” and “QOD”.

    “IU” is left out where it only repeats a weight, as in “20 mcg (800 IU)”, or is spelled out.
    """
    spells_out = is_medical = None
    for _, block, places in texts_with(page, SHORT_FORM):
        text, words = block.text, _WRITTEN.get(block_language(block, page), _WRITTEN["en"])
        for place in places:
            found = _SHORT.match(text, place)
            number = _NUMBER.search(text, max(0, place - _LONGEST), place + 1)
            if found is None or number is None:
                continue
            start, end, short = number.start(), found.end(), found[1] or found[2] or found[3]
            if text[start - 1 : start] in _QUOTES:  # it is talked about
                continue
            kind = "g" if short[-1] == "g" else _SMALL.get(short, short)
            if kind == "IU":
                if spells_out is None:
                    spells_out = any("nternational unit" in b.text for b in page.blocks)
                if spells_out or text[start - 1 : start] in _GLOSS:
                    continue
            elif kind in ("U", "cc"):
                if is_medical is None:
                    is_medical = any(_MEDICAL.search(b.text.lower()) for b in page.blocks)
                if not is_medical:
                    continue
            if is_left_out(block, start, end):
                continue
            joint = "-" if text[number.end()] == "-" else " "
            right = f"{number[0]}{joint}{words[kind][number[0] != '1' and joint == ' ']}"
            yield _abbreviation(page, block, (start, end), short, kind, right)
    yield from _how_often(page)


def _how_often(page: Page) -> Iterator[Match]:
    for _, block in readable_blocks(page):
        text = block.text
        if "q" not in text and "Q" not in text:
            continue
        for found in chain(_OFTEN[0].finditer(text), _OFTEN[1].finditer(text)):
            start, end = found.span()
            before = text[max(0, start - _BEFORE) : start].rstrip()
            if (
                before[-1:] in _ENDS
                or not _TAKEN.search(before.lower())
                or is_left_out(block, start, end)
            ):
                continue
            kind = "qod" if found[1] or found[2] else "qd"
            words = _WRITTEN.get(block_language(block, page), _WRITTEN["en"])
            yield _abbreviation(page, block, (start, end), found[0], kind, words[kind][1])


def _abbreviation(
    page: Page, block: Block, place: tuple[int, int], short: str, kind: str, right: str
) -> Match:
    span, text = block.locate(*place), block.text[slice(*place)]
    return Match(
        span,
        {"short": short, "wrong": _MISREAD[kind], "right": right},
        excerpt=text,
        suggestion=right,
        fix=rewrite(page, span, text, right, safe=kind in _SAFE),
        references=_ISMP if kind in _ONLY_ISMP else None,
    )
