"""Words that plain text parts at the end of a line: "medi-" and "cine".

Programs that take text out of PDF files leave them so. May not know what the lines are.
"""

import re

from plainlang.page.template import NOTHING
from plainlang.patterns import compile_pattern

_PARTED = compile_pattern(
    r"(?<![^\W\d_])([^\W\d_]{2,})([-\u00ad\u2010])(\n[ \t]*)(?=([^\W\d_]{2,}))"
)
_LANGUAGES = ("en", "es")  # what language the text is in is not known yet
_COMMON = 4.0  # Zipf: the second half of a word, such as "tomy", is rarer
_USUAL = 4.5  # words that often stand before a hyphen, such as "well" and "over", are more common
_STANDS_FOR_MORE = frozenset("and or to nor y o u e a".split())  # "short- and long-term"


def without_parted_words(text: str) -> str:
    """Return `text`, of the same length, with the words in one piece that a line end parts.

    A hyphen stays behind a usual word, as in "well-known", unless the word without it is more common.
    """
    return _PARTED.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    first, hyphen, blank, second = found.groups()
    if not second.islower() or second in _STANDS_FOR_MORE:
        return found[0]
    is_one = hyphen == "\u00ad" or _is_one_word(first, second)
    return f"{first}{NOTHING if is_one else hyphen}{NOTHING * len(blank)}"


def _is_one_word(first: str, second: str) -> bool:
    from plainlang.language.frequency.zipf import zipf  # few texts need it

    known = [(zipf(first, tag), zipf(second, tag), zipf(first + second, tag)) for tag in _LANGUAGES]
    if any(whole > min(one, other) or (whole and one < _USUAL) for one, other, whole in known):
        return True
    one, other = max(k[0] for k in known), max(k[1] for k in known)
    return first.islower() and min(one, other) == 0 and max(one, other) < _COMMON  # "appendec-"
