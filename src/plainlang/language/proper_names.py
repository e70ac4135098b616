"""Which words of a sentence are proper names and titles, told by their capitals. Knows no page."""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.language.familiar_words import is_familiar
from plainlang.patterns import compile_pattern


def find_names(words: Sequence[str], language: str = "en") -> set[int]:
    """Return the indices of the proper names and titles among the `words` of one sentence.

    A name is a capitalised word inside a sentence that is not itself written in title case, a first
    word before such a name unless it is a familiar word, and initials or a title (Dr, Mrs, Sra) before
    one.
    """
    if language not in ("en", "es"):
        return set()
    # What begins with a letter from a to z is no name.
    others = [i for i, word in enumerate(words) if i and not "a" <= word < "{"]
    if not others:
        return set()
    big = [word for word in words if len(word) > 3]
    if len(big) > 3 and sum([word[0].isupper() for word in big]) > 0.7 * len(big):
        return set()
    names = {i for i in others if _CAPITALISED.match(words[i]) and words[i] not in _NOT_NAMES}
    for i in sorted(names, reverse=True):
        while i:
            before = words[i - 1].rstrip(".")
            is_first = i == 1 and before[:1].isupper() and not is_familiar(before.lower(), language)
            is_initial = len(before) == 1 and before.isupper() and before not in "IA"
            if not (is_first or is_initial or before in _TITLES):
                break
            i -= 1
            names.add(i)
    return names


_CAPITALISED = compile_pattern(r"[^\W\d_a-zà-ÿ][a-zà-ÿ’'.-]*[a-zà-ÿ.]")
_NOT_NAMES = frozenset(("I'm", "I'll", "I've", "I'd", "I’m", "I’ll", "I’ve", "I’d"))
_TITLES = frozenset(
    "Dr Mr Mrs Ms Miss Prof Professor Sir Rev St President Senator Sr Sra Srta Dra Don Doña".split()
)
