"""Tell by its form alone whether a word may be an abbreviation. May not know the text around it."""

from __future__ import annotations

from plainlang.patterns import compile_pattern

_LONGEST_SHORT = 12  # code points
_SPECIES = compile_pattern(r"[A-Z]\.\s[a-z]{3,}")  # "H. pylori"
_COMMON = frozenset(
    "age aged ages all and any are arm arms both boys but case cases cell cells data day days dogs "
    "dose each eye fig figs figure figures first for four from girls group groups had has high hour "
    "hours human left long loss low male man mean means men mice min more most new nine non none "
    "not now old once one only our part per pigs pre rate rats ref refs right same see seven short "
    "six some sum ten test than that the then this three time times top total true two type types "
    "use used via was week weeks were when with women year years yes young female females males "
    "table tables range versus vs etc ie eg et al viz net or an in of on to by at as is be no so "
    "if it we".split()
)


def is_short_form(short: str) -> bool:
    """Tell whether `short` may be an abbreviation by its form alone."""
    if not 1 <= len(short) <= _LONGEST_SHORT or not short[0].isalnum():
        return False
    letters = [c for c in short if c.isalpha()]
    if not letters or short.count(" ") > 1 or "%" in short:
        return False
    if len(letters) == 1 and (not letters[0].isupper() or len(short) > 3):
        return False
    if sum(c.isdigit() for c in short) > len(letters) + 2:
        return False
    words = short.split()
    if len(words) == 2 and not _SPECIES.fullmatch(short):
        upper = sum(c.isupper() for c in short)
        if upper < 2 and not (upper and any(c.isdigit() for c in short)):
            return False
        if any(w.lower() in _COMMON and not w.isupper() for w in words):
            return False
    if short.lower() in _COMMON and not (short.removesuffix("s").isupper() and len(short) > 1):
        return False
    return not (len(short) > 6 and short.isalpha() and short[1:].islower())


def is_clear_short_form(short: str) -> bool:
    """Tell whether `short` shows even outside brackets that it is an abbreviation."""
    if len(short) < 2 or short.islower() or not is_short_form(short):
        return False
    capitals = sum(c.isupper() for c in short)
    return capitals >= 2 or (capitals == 1 and (short[0].islower() or any(map(str.isdigit, short))))
