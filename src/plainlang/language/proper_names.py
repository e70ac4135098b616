"""Proper names and titles, told by their capitals. Knows no page, and no list of names."""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.findings import Span
from plainlang.language.frequency.familiar_words import is_familiar
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


_NAME_GOES_ON = compile_pattern(r"\s(?:(?:of|for|and|the|on|de|del|la|y)\s)*[A-ZÁÉÍÓÚÑ][a-záéíóúñ]")
_NAME_BEFORE = compile_pattern(
    r"(?<![.!?:•*–-]\s)(?<!^)(?<!\w)[A-ZÁÉÍÓÚÑ][\w’'-]*"
    r"\s(?:(?:of|for|and|the|on|de|del|la|las|los|el|y|e|en|para|con)\s)*$"
)


_OPENS = compile_pattern(r"(?:^|[.!?:•*–-]\s)[^\w\s]*\Z")
_NAME_OF_THREE = compile_pattern(rf"(?:{_NAME_GOES_ON.pattern}[\w’'-]*){{2}}")


_ZIP = compile_pattern(r"\s\d{5}(?!\d)")
_PERSON_BEFORE = compile_pattern(
    r"[A-ZÁÉÍÓÚÑ][\w.’'-]*\s[A-ZÁÉÍÓÚÑ][a-záéíóúñ’'-]+,\s(?:[A-Z][\w.-]{1,6},\s)*$"
)


def is_in_name(text: str, span: Span) -> bool:
    """Tell whether a term stands in or behind a proper name: "the Preventive Services Task Force"."""
    if not text[span.start].isupper():
        return False
    if text[span.start : span.end].removesuffix("s").isupper():  # letters, one or more: "NSAIDs"
        # "Ann Lee, MS, RD", "Stowe, VT 05672"
        before = text[max(0, span.start - 40) : span.start]
        is_pair = span.end - span.start == 2
        return is_pair and bool(_ZIP.match(text, span.end) or _PERSON_BEFORE.search(before))
    opens = _OPENS.search(text[max(0, span.start - 8) : span.start]) is not None
    # "Systolic Pressure is …" may open a sentence in title case; two more capitals make a name.
    if (_NAME_OF_THREE if opens else _NAME_GOES_ON).match(text, span.end):
        return True
    return _NAME_BEFORE.search(text[max(0, span.start - 40) : span.start]) is not None
