"""The texts of a page that hold figures, for all checks of numbers. Knows no defect."""

from __future__ import annotations

from plainlang.checks.match import per_page
from plainlang.checks.terms.uses import is_foreign, readable_blocks
from plainlang.findings import Span
from plainlang.page import Block, Page
from plainlang.patterns import compile_pattern

# Names of what is taken, and of what else is measured. Case counts: "mg" and "Mg" are two things.
DOSE = (
    r"(?:mg|mcg|[µμ]g|g|m[lL]|cc|IU|UI|(?:micro|milli)?grams?|millilit(?:er|re)s?|units?"
    r"|(?:micro|mili)?gramos?|mililitros?|unidad(?:es)?"
    r"|tablets?|pills?|capsules?|drops?|puffs?|teaspoons?|tablespoons?|tsp|tbsp"
    r"|tabletas?|pastillas?|comprimidos?|cápsulas?|gotas?|cucharad(?:it)?as?)"
)
MEASURE = (
    rf"(?:{DOSE}|kg|L|d[lL]|lit(?:er|re)s?|litros?|oz|ounces?|onzas?|cm|mm|inch(?:es)?|mmol|mEq"
    r"|%|percent\b|por ciento\b)"
)
# What no dose is given in: "mg/dL", "g per liter". Doses are given per kilogram, day, tablet…
NO_LAB = (
    r"(?!\s?/\s?(?!kg|day|dose|hour|hr|h\b|d\b|d[ií]a|dosis|hora|tablet|m2|m²))"
    r"(?!\W+(?:\w+\W+){1,2}(?:d[lL]\b|(?:deci|mil{1,2}i)?lit))"
)
# A block, its number, and at which digits of its text figures of one kind may stand.
Figures = tuple[int, Block, list[int]]

# What may stand at a digit. One search for all, so that the patterns themselves meet few texts.
DECIMAL, SHORT_FORM, DATE, CHANCE, PERCENT, TWELVE = range(1, 7)
_HINT = compile_pattern(
    r"[0-9](?:((?<=[.,].)(?<!\w..)|(?<=[.,]0)(?![0-9.,]))|((?=[\s-]?(?:I?U\b|[µμu]g\b|cc\b)|\s?u\b))"
    r"|((?=[/.-](?:19|20)[0-9]{2})|(?:(?<=/.)|(?<=/..))(?=/[0-9]{2}(?![\w/])))|((?<= (?:in|of) .)|(?<= (?:each|cada) .)|(?<= every .))"
    r"|((?=\s?(?:%|percent|por c)))|((?<=12)(?=[:.]00|\s?[AaPp])))"
)
_DIGITS = "0123456789"


def texts_with(page: Page, kind: int) -> list[Figures]:
    """Return the blocks that may hold figures of one kind."""
    return _by_kind(page).get(kind, [])


@per_page
def _by_kind(page: Page) -> dict[int, list[Figures]]:
    found: dict[int, list[Figures]] = {}
    for number, block in readable_blocks(page):
        text = block.text
        if not any(map(text.__contains__, _DIGITS)):
            continue
        places: dict[int, list[int]] = {}
        for place in _digits_in(text):
            if hint := _HINT.match(text, place):
                places.setdefault(hint.lastindex or 0, []).append(place)
        for kind, its in places.items():
            found.setdefault(kind, []).append((number, block, its))
    return found


def _digits_in(text: str) -> list[int]:
    """Return where the digits of a text are. (There are few; a pattern would look at each letter.)"""
    places = []
    for digit in _DIGITS:
        place = text.find(digit)
        while place >= 0:
            places.append(place)
            place = text.find(digit, place + 1)
    places.sort()
    return places


def is_left_out(block: Block, start: int, end: int) -> bool:
    """Tell whether a stretch of a block is code, another language, or what a template prints."""
    return bool(block.marks) and is_foreign(block, Span(start, end))
