"""Syllables of a word, in English as the CMU Pronouncing Dictionary says, in Spanish by rule.

English words are looked up in a regression on letter groups, made by `scripts/build_syllables.py`: it
gives every word of the dictionary its count exactly, and unknown words a count that is right for 96 of
100. Spanish follows the Real Academia Española, Ortografía de la lengua española (2010), I 2.
"""

from __future__ import annotations

import marshal
import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

from plainlang.language.frequency.zipf import zipf
from plainlang.language.subtags import primary
from plainlang.patterns import compile_pattern

_DATA = Path(__file__).with_name("data") / "syllables.bin"
_LONGEST = 6
_LONG_NUMBER = 7  # digits
_LONG_WORD = 40  # letters; what is longer is no word, and comes but once
_LETTERS = compile_pattern(r"[a-z']+")
# Where parts of medical words meet, two vowels are two syllables: "gastro|enteritis", "crani|ectomy".
_SEAM = compile_pattern(
    r"(?<=[a-z]{2}o)(?=enter|acid|arthr|esoph)|(?<=[a-z]{2}i)(?=ectom)|(?<=^o)(?=ophor)|(?<=^py)(?=el[io])"
)
# No word without such letters has one.
_SEAMED = ("enter", "acid", "arthr", "esoph", "ectom", "ophor", "pyel")
_PARTS = compile_pattern(r"\d+(?:[.,:/]\d+)*|['’]?[^\W\d_]+(?:['’][^\W\d_]+)*['’]?")
_ACCENTS = str.maketrans("àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ’", "aaaaaaceeeeiiiinoooooouuuuyy'")
_ONES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # zero … nineteen
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
_SPOKEN = frozenset(
    """AIDS NASA NATO SARS MERS COVID SIDS FEMA OSHA HIPAA COBRA MRSA SNAP CHIP
    AN AS AT BE BY DO GO IF IN IS MY NO OF ON SO TO UP WE""".split()
)
_SPELLED = frozenset({"WHO", "MEN", "ALL"})  # the organization, a syndrome, a leukemia
_VERY_COMMON = (
    5.1  # Zipf: such words stand in capitals for stress, rarer ones are names ("SEED study")
)


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], dict[str, int]]:
    """Return the weights of letter groups, in thousandths of a syllable, and the exceptions."""
    weights, exceptions = marshal.loads(_DATA.read_bytes())
    return weights, exceptions


def count_syllables(word: str, language: str = "en") -> int:
    """Return the number of syllables of a word, at least 1.

    Numbers count as they are read out, but phone numbers and other long ones, which nobody reads out
    in the middle of a text, one for each group of digits. Initialisms count by their letters ("CT" 2, but "AIDS" and "NOT" 1), parts
    parted by hyphens each by itself. Other languages than English and Spanish are counted by groups
    of vowels.
    """
    total, language = 0, primary(language)
    if word.isalpha():
        parts, is_long = [word], False
    else:
        parts, is_long = _PARTS.findall(word), sum(map(str.isdigit, word)) >= _LONG_NUMBER
    for part in parts:
        if language == "es":
            total += _read_in_spanish(part, is_long)
        elif part[0].isdigit():
            total += 1 if is_long else _number(part)
        elif language == "en":
            total += _english(part)
        else:
            total += len(re.findall(r"[aeiouyàáâãäåèéêëìíîïòóôõöøùúûüýÿœæ]+", part.lower()))
    return max(1, total)


def _read_in_spanish(part: str, is_long: bool) -> int:
    if not part[0].isdigit() and not part.isupper():
        return _spanish(part.lower())
    from plainlang.language.spanish_numbers import initialism_syllables, number_syllables

    if part[0].isdigit():
        return 1 if is_long else number_syllables(part)
    return initialism_syllables(part) or _spanish(part.lower())


def _english(word: str) -> int:
    bare = word.removesuffix("'s").removesuffix("’s")
    if len(bare) > 1 and bare.isupper() and not _is_spoken(bare):
        return sum(3 if c == "W" else 1 for c in bare)
    if len(bare) > 2 and bare[-1] == "s" and bare[:-1].isupper() and not _is_spoken(bare[:-1]):
        return sum(3 if c == "W" else 1 for c in bare[:-1])
    lower = word.lower()
    if not lower.isascii():
        lower = lower.translate(_ACCENTS)
    known = _table()[1].get(lower)
    if known is not None:
        return known
    letters = "".join(_LETTERS.findall(lower))
    if not any(map(letters.__contains__, _SEAMED)):
        return _fitted(letters) if letters else 1
    return sum(map(_fitted, _SEAM.sub(" ", letters).split()))


@lru_cache(maxsize=8192)
def _fitted(letters: str) -> int:
    """Return what the regression gives for a run of letters: "Dose" and "dose" ask for the same."""
    weights, _ = _table()
    marked = f"^{letters}$"
    size = len(marked)
    groups = (_kept_groups if size < _LONG_WORD else _groups)(size)(marked)
    return max(1, round(sum(filter(None, map(weights.get, groups))) / 1000))


def _groups(size: int) -> Callable[[str], tuple[str, ...]]:
    """Return what takes all groups of neighbours out of a text of `size` letters."""
    lengths = range(1, _LONGEST + 1)
    return itemgetter(*(slice(i, i + n) for n in lengths for i in range(size - n + 1)))


_kept_groups = lru_cache(maxsize=_LONG_WORD)(_groups)


def _is_spoken(word: str) -> bool:
    """Tell whether capital letters are read as a word: "DO NOT", a well-known acronym."""
    if len(word) > 5 or word in _SPOKEN:
        return True
    return len(word) > 2 and word not in _SPELLED and zipf(word.lower(), "en") >= _VERY_COMMON


def _number(text: str) -> int:
    total = 0
    for i, part in enumerate(re.split(r"[.:/]", text.replace(",", ""))):
        total += (1 if i else 0) if "." in text else 0
        total += _whole(int(part)) if part.isdecimal() and len(part) < 7 else 2 * len(part)
    return max(1, total)


def _whole(n: int) -> int:
    if n < 20:
        return _ONES[n]
    if n < 100:
        return _TENS[n // 10] + (_ONES[n % 10] if n % 10 else 0)
    if n < 1000:
        return _ONES[n // 100] + 2 + (_whole(n % 100) if n % 100 else 0)
    if 1100 <= n < 2000 or 2010 <= n < 2100:  # years
        return _whole(n // 100) + (_whole(n % 100) if n % 100 else 2)
    return _whole(n // 1000) + 2 + (_whole(n % 1000) if n % 1000 else 0)


_SILENT = compile_pattern(r"(?<=q)u(?=[eiéíaoáó])|(?<=g)u(?=[eéií])|h(?=[aeiouáéíóúü])")
_NUCLEI = compile_pattern(r"[aeiouáéíóúüïy]+")


def _spanish(word: str) -> int:
    """Count the nuclei: each strong or accented vowel makes one, weak vowels lean on their neighbours.

    A silent h does not part vowels ("prohi-bir"), an accent on a weak vowel does ("ba-hí-a").
    """
    text = re.sub(r"y(?=[aeiouáéíóú])", "j", word)
    text = _SILENT.sub("", text.replace("ch", "c").replace("sh", "s"))
    total = 0
    for group in _NUCLEI.findall(text):
        strong = sum(c in "aeoáéóíúï" for c in group)
        doubled = sum(a == b for a, b in pairwise(group) if a in "iu")
        total += max(1, strong) + doubled
    return total
