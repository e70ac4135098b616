"""How many syllables Spanish numbers and initialisms have when they are read out.

Knows digits and capital letters alone; `syllables` counts the words.
"""

from __future__ import annotations

from plainlang.language.frequency.zipf import zipf
from plainlang.patterns import compile_pattern

_ONES = (2, 2, 1, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2, 2, 3, 2, 3, 4, 3, 4)  # cero … diecinueve
_TENS = (0, 0, 2, 2, 3, 3, 3, 3, 3, 3)
_HUNDREDS = (0, 2, 3, 3, 4, 3, 3, 4, 4, 4)
_GROUPED = compile_pattern(r"\d{1,3}(?:[.,]\d{3})+(?!\d)")  # "1.000", in Mexico "1,000"
_SIGN = compile_pattern(r"[.,:/]")
_POINT = 2  # "coma", "punto"
_LETTERS = {**dict.fromkeys("FHJLMNÑRSVXZ", 2), "W": 4}  # "efe", "uve doble"; the others have one
# Letters that are read as a word: "TAC", "EPOC", "SIDA", but not "OMS", "VIH".
_READ = compile_pattern(r"(?:[BCDFGJKLMNPQRSTVZ]?[LR]?[AEIOU]{1,2})+[CDLNRSTXZ]?$")
_LONGEST = 5
_A_WORD = 5.0  # Zipf: "MUY", "HAY" in a text in capitals


def number_syllables(text: str) -> int:
    """Return the syllables of a number as it is read out: "0,5" is "cero coma cinco"."""
    if _GROUPED.fullmatch(text):
        text = text.replace(".", "").replace(",", "")
    parts = _SIGN.split(text)
    total = _POINT if len(parts) == 2 and ("," in text or "." in text) else 0
    for part in parts:
        total += _whole(int(part)) if part.isdecimal() and len(part) < 7 else 2 * len(part)
    return max(1, total)


def initialism_syllables(word: str) -> int | None:
    """Return the syllables of letters that are read one by one; None where they are read as a word."""
    if not 1 < len(word) <= _LONGEST or not word.isupper() or _READ.match(word):
        return None
    if zipf(word.lower(), "es") >= _A_WORD:
        return None
    return sum(_LETTERS.get(letter, 1) for letter in word)


def _whole(n: int) -> int:
    if n < 20:
        return _ONES[n]
    if n < 30:  # "veintiuno" and "veintiocho" run together
        return 2 + (_ONES[n % 10] - (n % 10 in (1, 8)) if n % 10 else 0)
    if n < 100:
        return _TENS[n // 10] + (1 + _ONES[n % 10] if n % 10 else 0)
    if n == 100:
        return 1
    if n < 1000:
        return _HUNDREDS[n // 100] + (_whole(n % 100) if n % 100 else 0)
    thousands = n // 1000
    return (_whole(thousands) if thousands > 1 else 0) + 1 + (_whole(n % 1000) if n % 1000 else 0)
