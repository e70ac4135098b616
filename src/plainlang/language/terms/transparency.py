"""See through words that are made of everyday ones: "lightheadedness", "handwashing", "unfit".

May not judge whether a word is jargon: the caller says which words are plain.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from plainlang.language.frequency.zipf import zipf
from plainlang.language.terms.spanish_verbs import infinitives
from plainlang.patterns import compile_pattern

_PREFIXES = {
    "en": "un re over under pre post non mis out self anti semi multi super mid co sub inter counter "
    "de dis fore mini extra ultra up down off on in im ir by cross".split(),
    "es": "des re sobre sub pre pos post anti semi multi super auto contra entre in im ir ex "
    "inter extra bio tele".split(),
}
# Endings, and what may stand before the cut: "spong-y" comes from "spong" + "e".
_ENDINGS = {
    "en": {
        "ness": ("",), "less": ("",), "ful": ("",), "able": ("", "e"), "ish": ("", "e"),
        "y": ("", "e"), "ky": ("",), "like": ("",), "ment": ("",), "ments": ("",), "ize": ("", "e", "y"),
        "ized": ("", "e"), "izes": ("", "e"), "izing": ("", "e"), "izer": ("", "e"), "er": ("", "e"),
        "ers": ("", "e"), "or": ("", "e"), "ors": ("", "e"), "en": ("", "e"), "ens": ("", "e"),
        "ened": ("", "e"), "ening": ("", "e"), "hood": ("",), "ship": ("",), "wise": ("",),
        "ward": ("",), "wards": ("",), "proof": ("",), "ier": ("y", "e"), "iest": ("y", "e"),
        "iness": ("y",), "ily": ("y",), "ly": ("", "le"), "ability": ("able", ""), "ally": ("al", "ic"),
        "est": ("", "e"), "ism": ("",), "ist": ("", "e"), "ists": ("", "e"), "ation": ("e", ""),
        "ations": ("e", ""), "ion": ("", "e"), "ions": ("", "e"), "ity": ("", "e"), "ities": ("", "e"),
        "ive": ("", "e"), "ifier": ("", "e"), "ify": ("", "e"), "worthy": ("",), "fold": ("",),
    },
    "es": {
        "mente": ("", "o"), "ito": ("o", ""), "ita": ("a", ""), "itos": ("o", ""), "itas": ("a", ""),
        "ísimo": ("o", ""), "ísima": ("a", ""), "able": ("ar",), "ables": ("ar",), "ible": ("er", "ir"),
        "dor": ("r",), "dora": ("r",), "dores": ("r",), "doras": ("r",), "ción": ("r",),
        "ciones": ("r",), "miento": ("r",), "mientos": ("r",), "idad": ("o", "", "e"),
        "idades": ("o", ""), "ado": ("ar", "o", "a"), "ada": ("ar", "o", "a"), "ados": ("ar", "o"),
        "adas": ("ar", "a"), "ido": ("er", "ir"), "ida": ("er", "ir"), "idos": ("er", "ir"),
        "idas": ("er", "ir"), "ando": ("ar",), "iendo": ("er", "ir"), "arse": ("ar",),
        "erse": ("er",), "irse": ("ir",), "arlo": ("ar",), "arla": ("ar",), "arlos": ("ar",),
        "arlas": ("ar",), "erlo": ("er",), "erla": ("er",), "irlo": ("ir",), "irla": ("ir",),
        "arle": ("ar",), "erle": ("er",), "irle": ("ir",), "arles": ("ar",), "ará": ("ar",),
        "arán": ("ar",), "aría": ("ar",), "arían": ("ar",), "aron": ("ar",), "ieron": ("er", "ir"),
        "aba": ("ar",), "aban": ("ar",), "ía": ("er", "ir"), "ían": ("er", "ir"), "an": ("ar",),
        "en": ("er", "ir", "ar"), "e": ("ar",), "a": ("ar", "er", "ir"), "oso": ("a", "o"),
        "osa": ("a", "o"), "ero": ("o", "a"), "era": ("o", "a"), "ería": ("o", "a"), "ón": ("o", "a"),
    },
}  # fmt: skip
_BRITISH = compile_pattern(r"(?<=.{3})is(?=(?:e[drs]?|ers|ing|ations?)$)")  # "sterilised"
_PARTICLES = frozenset({"up", "in", "on"})  # "checkup", "login"
# Endings of learned words, which match short stems by chance ("ablation": "able").
_LEARNED = frozenset({"ation", "ations", "ion", "ions", "ity", "ities", "ive", "ify"})
_PART = 3.55  # the Zipf frequency from which words make compounds: rarer ones match by chance


def inflected_from(word: str, language: str) -> list[str]:
    """Return the words that lower-case `word` may be a plural or a verb form of."""
    found: list[str] = []
    if language == "es":
        for end, to in (
            ("ces", "z"),
            ("es", ""),
            ("s", ""),
            ("as", "o"),
            ("a", "o"),
            ("iones", "ión"),
        ):
            if word.endswith(end) and len(word) > len(end) + 2:
                found.append(word[: -len(end)] + to)
        return found + infinitives(word)
    if len(word) < 5:  # "fogs"
        is_plural = len(word) == 4 and word.endswith("s") and not word.endswith("ss")
        return [word[:-1]] if is_plural else found
    if word.endswith("ies"):
        found.append(word[:-3] + "y")
    if word.endswith("es"):
        found += [word[:-2], word[:-2] + "is"]
    if word.endswith("s") and not word.endswith("ss"):
        found.append(word[:-1])
    for end in ("ed", "ing"):
        stem = word[: -len(end)]
        if word.endswith(end) and len(stem) > 2:
            found += [stem, stem + "e"]
            if stem[-1] == stem[-2]:
                found.append(stem[:-1])
            if end == "ed" and stem[-1] == "i":
                found.append(stem[:-1] + "y")
    if "is" in word[3:] and (american := _BRITISH.sub("iz", word)) != word:
        found.append(american)
    if word.endswith("ly") and len(word) > 6:
        found.append(word[:-2])
        if word.endswith("ally"):
            found.append(word[:-4])
    return found


def everyday_parts(
    word: str,
    language: str,
    is_plain: Callable[[str], bool],
    compounds: bool = True,
    depth: int = 3,
) -> tuple[str, ...]:
    """Return the everyday words and affixes that lower-case `word` is made of, or nothing.

    Without `compounds` it is not cut into two words or a prefix and a word.
    """
    bases = inflected_from(word, language)
    for base in bases:
        if len(base) > 2 and is_plain(base):
            return (base,)
    if depth == 0:
        return ()
    parts = _before_ending(word, language, is_plain, compounds, depth)
    if parts:
        return parts
    if compounds and (parts := _two_parts(word, language, is_plain)):
        return parts
    for base in bases:
        if len(base) > 5 and zipf(base, language) == 0:
            parts = everyday_parts(base, language, is_plain, compounds, depth - 1)
            if parts:
                return parts
    return ()


@lru_cache(maxsize=128)
def _endings(language: str, letter: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the endings with one last letter, in their order: a word is compared with few of them."""
    return [pair for pair in _ENDINGS.get(language, {}).items() if pair[0][-1] == letter]


def _before_ending(
    word: str, language: str, is_plain: Callable[[str], bool], compounds: bool, depth: int
) -> tuple[str, ...]:
    """Return the parts of a word that ends as derived words do."""
    for end, joins in _endings(language, word[-1:]):
        if not word.endswith(end):
            continue
        stem = word[: -len(end)]
        if len(stem) < (5 if end in _LEARNED else 3):
            continue
        bases = [stem + join for join in joins]
        if len(stem) > 3 and stem[-1] == stem[-2]:
            bases.append(stem[:-1])
        for base in bases:
            if end in _LEARNED and not zipf(base, language):
                continue
            if len(base) > 2 and is_plain(base):
                return (base, f"-{end}")
            if len(stem) > 6 and zipf(base, language) == 0:
                parts = everyday_parts(base, language, is_plain, compounds, depth - 1)
                if parts:
                    return (*parts, f"-{end}")
    return ()


def _two_parts(word: str, language: str, is_plain: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the prefix and word, or the two words, that `word` is put together from."""
    for prefix in _PREFIXES.get(language, ()):
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            if len(rest) > 3 and zipf(rest, language) and is_plain(rest):
                return (f"{prefix}-", rest)
    if len(word) < 7:
        return ()
    for i in range(3, len(word) - 1):
        left, right = word[:i], word[i:]
        if len(right) < 3 and right not in _PARTICLES:
            continue
        if zipf(left, language) < _PART or zipf(right, language) < _PART:
            continue
        if is_plain(left) and is_plain(right):
            return (left, right)
    return ()
