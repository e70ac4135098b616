"""Tell whether two words are forms of one: "metastasis" and "metastatic", "ovary" and "ovarian".

Goes by spelling alone, for words that learned endings turn from one part of speech into another. May
not know any list of terms, nor pages.
"""

from __future__ import annotations

from functools import lru_cache

from plainlang.language.terms.morphology import english_forms, spanish_forms
from plainlang.language.terms.phrase_table import tokens_of

# What may be left of a word when the part that both share is cut off. Endings that name a different
# thing are left out: "-itis", "-oma", "-gen", "-logist", "-ectomy", "-scope".
_ENDINGS = frozenset(
    "a ae al ally ance ant ar ary ate ated ates ating ation c ce d e ed en ence ent es ia"
    " ial ian ic ical id ies in inal ing ion ional ious is ity ium ive ize ized izes izing l"
    " le ment n nal ness on ous r rrhage rrhagic s sed sion sis st t tal tic ting tion tive"
    " tory ual ular um us y".split()
) | {""}  # fmt: skip
# The same for Spanish, without accents; "-itis", "-osis", "-oma", "-ina" are left out.
_SPANISH_ENDINGS = frozenset(
    "a o as os e es s al ales ar ares aria ario arias arios asis atica aticas atico aticos cion co ca cas cos"
    " da das do dos ea eas eo eos ia ias ica icas ico icos ion ial iales il iles iva ivas ivo ivos n nte ntes"
    " oso osa osos osas r rse sion so sa sos sas tica ticas tico ticos tiva tivo tivas tivos emico emica"
    " ndo ron era er ir se ntal l les us um ual ular".split()
) | {""}  # fmt: skip
_ACCENTS = str.maketrans("áéíóúü", "aeiouu")
_STEM = 4  # letters that both have to share
_LONGEST_ENDING = max(map(len, _ENDINGS | _SPANISH_ENDINGS))


def stem_of(word: str, language: str) -> str:
    """Return the first letters of a word in lower case; those of one family have the same."""
    return (word.translate(_ACCENTS) if language == "es" else word)[:_STEM]


def are_of_one_family(one: str, other: str, language: str = "en") -> bool:
    """Tell whether two terms in lower case differ only in the ending of their last word."""
    if one == other:
        return True
    if language == "es":
        one, other = one.translate(_ACCENTS), other.translate(_ACCENTS)
    if one[:_STEM] != other[:_STEM]:
        return False
    head, _, last = one.rpartition(" ")
    other_head, _, other_last = other.rpartition(" ")
    if head != other_head:
        return False
    return not stems_of(last, language).isdisjoint(stems_of(other_last, language))


@lru_cache(maxsize=2048)
def stems_of(word: str, language: str) -> frozenset[str]:
    """Return what may be the stem of a word in lower case; words of one family share one.

    Several may be meant: "toxi-c" and "toxi-n", but "metast-asis" and "metast-atic".
    """
    endings = _ENDINGS
    if language == "es":
        endings, word = _SPANISH_ENDINGS, word.translate(_ACCENTS)
    shortest = max(_STEM, len(word) - _LONGEST_ENDING)
    return frozenset(word[:cut] for cut in range(shortest, len(word) + 1) if word[cut:] in endings)


_FORMS = {"en": english_forms, "es": spanish_forms}


def is_same_word(one: str, other: str, language: str = "en", *, is_verb: bool = False) -> bool:
    """Tell whether two phrases are one that differs at most in number, gender, spelling or verb form."""
    one, other = one.lower(), other.lower()
    if one == other or (is_verb and are_of_one_family(one, other, language)):
        return True
    first, second = tuple(tokens_of(one)), tuple(tokens_of(other))
    if "".join(first) == "".join(second):
        return True
    return second in _forms(first, language) or first in _forms(second, language)


@lru_cache(maxsize=2048)
def _forms(tokens: tuple[str, ...], language: str) -> frozenset[tuple[str, ...]]:
    forms = _FORMS.get(language)
    return frozenset(forms(tokens)) if forms is not None and tokens else frozenset()
