"""Phone numbers in a text: where they stand, and what one dials.

Patterns of North America (with letters, too), the United Kingdom, Spain and Latin America, and those
that begin with "+" (ITU-T E.123). Knows no page; whether a number is for calls is for others to tell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from plainlang.language.subtags import primary
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

# Numbers of three digits that people call: for emergencies, for help of one kind, for directories.
SHORT_CODES = frozenset(
    "000 016 024 061 062 080 091 092 101 111 112 113 116 119 211 311 411 511 611 711 811 911 988 999".split()
)
# Those of Latin America: for an ambulance, the police, the fire brigade, or a person in need.
_LATIN_AMERICAN = frozenset("066 089 100 103 105 106 107 123 131 132 133 135 144 155 192".split())
_CODES = {"es": SHORT_CODES | _LATIN_AMERICAN}
_KEYS = {c: key for key, letters in
         {"2": "ABC", "3": "DEF", "4": "GHI", "5": "JKL", "6": "MNO", "7": "PQRS", "8": "TUV", "9": "WXYZ"}.items()
         for c in letters}  # fmt: skip
_S = r"[-.\u2010-\u2013\u2212·\u00a0\u2009\u202f ]"
_BEFORE = r"(?<![\w.+/#$€£-])"
_BEHIND = r"(?![-./]?\d|[\w@%])"
_ALONE = r"(?![-./ ]?\d|[\w@%])"  # where more digits behind a blank make it another kind of number
_MAY_BE = compile_pattern(
    r"[0-9]{2}(?:[0-9]{3}|\)?[^\w,]{1,2}[0-9A-Z])"
)  # most texts have nothing like it
# All patterns begin with such a place. (Its first character comes first, for which a search is fast.)
_START = compile_pattern(r"[+(\d](?<![\w.+/#$€£-].)")
_MARK = compile_pattern(r"[^\d\s]")
_AMERICAN = compile_pattern(
    rf"{_BEFORE}(?:\+?1{_S}{{0,2}})?(?:\([2-9]\d\d\){_S}{{0,2}}|[2-9]\d\d{_S})[2-9]\d\d{_S}\d{{4}}{_BEHIND}"
)
_TOLL_FREE = compile_pattern(r"8(?:00|33|44|55|66|77|88)")
_LETTERED = compile_pattern(
    rf"{_BEFORE}(?:1{_S})?\(?8(?:00|33|44|55|66|77|88)\)?{_S}(?=[0-9-]*[A-ZÁÉÍÓÚÑ])"
    rf"(?:[0-9A-ZÁÉÍÓÚÑ](?:{_S}(?=[0-9A-ZÁÉÍÓÚÑ]))?){{7}}[0-9A-ZÁÉÍÓÚÑ]{{0,3}}(?!\w)"
)
_WITH_PLUS = compile_pattern(
    rf"{_BEFORE}\+[1-9]\d{{0,2}}(?:{_S}?\(\d{{1,4}}\))?(?:{_S}?\d{{1,5}}){{2,7}}{_BEHIND}"
)
_BY_LANGUAGE = {
    "en": compile_pattern(
        rf"{_BEFORE}(?:(?:\(0\d{{2,4}}\)|0\d{{2,4}})[ -]\d{{3,4}}[ -]\d{{3,4}}|0\d{{4}} \d{{5,6}}|0800 \d{{4,7}}){_ALONE}"
    ),
    "es": compile_pattern(
        rf"{_BEFORE}(?:[6-9]\d\d(?:[ -]\d\d){{3}}|[6-9]\d\d[ -]\d{{3}}[ -]\d{{3}}|[89]\d \d{{3}} \d\d \d\d"
        rf"|(?:01[ -])?(?:\d\d|\(\d\d\))[ -]\d{{4}}[ -]\d{{4}}|(?:01[ -])?800[ -]\d{{3}}[ -]\d{{4}}"
        rf"|(?:\(0\d{{1,4}}\)|0\d{{2,4}})[ -]\d{{3,4}}[ -]\d{{4}}|0800[ -]\d{{3,6}}|01[ -]?8000[ -]?\d{{3}}[ -]?\d{{3}}"
        rf"|[2-9] \d{{4}} \d{{4}}|(?!(?:19|20)\d\d|\d\d[05]0-\d\d[05]0)[2-8]\d{{3}}-\d{{4}}){_ALONE}"
    ),
}
_COUNTRY = {"en": "44", "es": "34"}
_SPAIN = compile_pattern(r"[6-9]\d{8}$")  # digits of a number
_THOUSANDS = compile_pattern(r"\+\d{1,3}(?:[., \u00a0\u202f]\d{3})+")
_FULL = 10  # digits of a North American number
_SHORTEST = 8  # digits of one with "+"
_ENOUGH = 6  # last digits by which two spellings of a number are known to be one


def short_codes(language: str) -> frozenset[str]:
    """Return the numbers of three digits that people who speak `language` call."""
    return _CODES.get(primary(language), SHORT_CODES)


class PhoneNumber(NamedTuple):
    """A number in a text: `text[start:end]`; `dialed` is its digits, with "+" if the country is known.

    `is_certain` is false where only the words around it can tell that it is a phone number.
    """

    start: int
    end: int
    dialed: str
    is_certain: bool


def phone_numbers(text: str, language: str = "en") -> list[PhoneNumber]:
    """Return the phone numbers in a text, in order, none inside another."""
    out: list[PhoneNumber] = []
    for number in sorted(_candidates(text, primary(language)), key=lambda n: n.start):
        if not out or number.start >= out[-1].end:
            out.append(number)
    return out


def _candidates(text: str, language: str) -> Iterator[PhoneNumber]:
    if _MAY_BE.search(text) is None:
        return
    starts = [found.start() for found in _START.finditer(text)]
    for found in _matches(_WITH_PLUS, text, starts):
        digits = keys(found[0].replace("(0)", ""))
        if _SHORTEST <= len(digits) <= 15:
            yield PhoneNumber(*found.span(), f"+{digits}", not _THOUSANDS.fullmatch(found[0]))
    for found in _matches(_AMERICAN, text, starts):
        marked = _MARK.search(found[0]) is not None
        number = _national(keys(found[0]))
        # On a Spanish page, "800 911 2000" may be a number of Mexico.
        yield PhoneNumber(
            *found.span(), f"+1{number}" if marked or language != "es" else number, marked
        )
    for found in _matches(_LETTERED, text, starts) if _TOLL_FREE.search(text) else ():
        yield PhoneNumber(*found.span(), f"+1{_national(keys(found[0]))[:_FULL]}", True)
    if (pattern := _BY_LANGUAGE.get(language)) is not None:
        for found in _matches(pattern, text, starts):
            digits = keys(found[0])
            country = _COUNTRY[language] if language == "en" or _SPAIN.match(digits) else ""
            dialed = f"+{country}{digits.removeprefix('0')}" if country else digits
            yield PhoneNumber(*found.span(), dialed, False)


def _matches(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield what `finditer` finds of a pattern that can begin at some places only."""
    end = 0
    for start in starts:
        if start >= end and (found := pattern.match(text, start)):
            end = found.end()
            yield found


def _national(digits: str) -> str:
    return digits[1:] if len(digits) > _FULL and digits[0] == "1" else digits


def keys(text: str) -> str:
    """Return what one presses to dial a text: its digits, and a digit for each of its letters."""
    plain = unicodedata.normalize("NFD", text.upper())
    return "".join(c if c.isdigit() else _KEYS.get(c, "") for c in plain)


def dialed(text: str) -> str:
    """Return the digits of one number as it is written; letters past the last digit do not count."""
    digits = keys(text)
    if any(c.isalpha() for c in text):
        return digits[: _FULL + (digits[:1] == "1")]
    return digits


def is_same_number(one: str, other: str) -> bool:
    """Tell whether two strings of digits are one number, with or without its country or area."""
    short, long = sorted((_bare(one), _bare(other)), key=len)
    if short == long:
        return True
    return len(short) >= _ENOUGH and long.endswith(short.lstrip("1") if len(short) > 7 else short)


def _bare(digits: str) -> str:
    """Return digits without "+" and the zeros by which one dials out, unless it is a short code."""
    digits = digits.removeprefix("+")
    return digits.lstrip("0") if len(digits) > 3 else digits
