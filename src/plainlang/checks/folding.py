"""Texts folded, so that they can be compared: without case and marks, by words that carry meaning, by stems.

For labels of links, headings, titles and alternative texts. Knows no rule.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from plainlang.language.subtags import primary
from plainlang.language.words import list_words
from plainlang.page.builder import BREAK_HINTS
from plainlang.patterns import compile_pattern

_NOTE = compile_pattern(
    r"""[(\[]?\s*(?:
        (?:this\ link\ |link\ )?(?:will\ )?opens?\ (?:up\ )?(?:in|into|as)\ (?:a\ |an\ |your\ )?
            (?:new|another|separate|different|external)\ (?:browser\ )?(?:tab|window|page|site)(?:\ or\ (?:tab|window))?
      | (?:in\ a\ )?new\ (?:tab|window)
      | opens?\ external(?:ly)?(?:\ (?:link|site|website))?
      | external\ (?:link|site|website)\ ?(?:icon)? | exit\ disclaimer
      | (?:este\ enlace\ |enlace\ )?(?:se\ )?abre\ (?:en\ )?(?:una\ |otra\ )?(?:(?:nueva\ )?(?:ventana|pestaña)(?:\ nueva)?)
      | (?:en\ (?:una\ )?)?(?:nueva\ (?:ventana|pestaña)|(?:ventana|pestaña)\ nueva)
      | (?:enlace|sitio)\ externo
      )\s*[)\]]?""",
    re.VERBOSE,
)
_HINTS_OF_NOTE = ("open", "new ", "extern", "exit", "ventana", "pestaña")  # no note without one
_SIZE = compile_pattern(
    r"[(\[]\s*(?:pdf|docx?|xlsx?|pptx?|word|excel|zip|\d+(?:[.,]\d+)?\s*[km]b)\b[^)\]]*[)\]]"
)
_NUMBER = compile_pattern(r"\s*(?:\d+|\b[a-z])$")
_MARKS = compile_pattern(r"[^\w]+|_+")
# Marks to blanks in most texts: those of ASCII without "_".
_BLANK_MARKS = {c: " " for c in range(128) if not chr(c).isalnum()} | {ord("'"): None}

_FUNCTION_WORDS = {
    "en": frozenset(
        "a an the this that these those my your our their his her its and or but nor so if than then"
        " of in on at to for from by with without about into onto over under up down out off as per"
        " via is are was were be been being am do does did has have had can could may might must"
        " shall should will would not no it he she we you they i me us them him who what when where"
        " why how which whose there here all any each both some such very more most other s t re ll"
        .split()
    ),
    "es": frozenset(
        "el la los las un una unos unas lo al del de a en por para con sin sobre entre hasta desde y"
        " e o u ni que qué quién quien cuál cual cómo como cuándo cuando dónde donde si no se su sus"
        " mi mis tu tus nuestro nuestra nuestros nuestras este esta estos estas ese esa esos esas"
        " es son fue ser está están hay ha han le les me te nos más muy ya también pero o"
        .split()
    ),
}  # fmt: skip
_ENDINGS = {
    "en": ("ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "ly", "s", "y", "e"),
    "es": ("ciones", "cion", "mente", "ando", "iendo", "ados", "adas", "ado", "ada", "aciones",
           "ar", "er", "ir", "es", "as", "os", "s", "a", "o", "e"),
}  # fmt: skip
_SHORTEST_STEM = 3


def fold(text: str) -> str:
    """Return a label in lower case, without accents, marks, symbols and emoji, one blank apart."""
    if text.isascii():
        plain = text.lower()
        if plain.isalnum():
            return plain
    else:
        plain = unicodedata.normalize("NFKD", text).casefold().replace("’", "")
        if not plain.isascii():
            plain = plain.translate(BREAK_HINTS)
            plain = "".join(c for c in plain if not unicodedata.combining(c))
    if plain.isascii() and "_" not in plain:
        return " ".join(plain.translate(_BLANK_MARKS).split())
    plain = plain.replace("'", "")
    return plain if plain.isalnum() else _MARKS.sub(" ", plain).strip()


def fold_label(text: str) -> str:
    """Return a link's label folded, without notes such as "opens in a new tab" or "(PDF, 2 MB)"."""
    lower = " ".join(text.split()).lower()
    if not lower.isascii():
        lower = unicodedata.normalize("NFKC", " ".join(text.split())).lower()
    if any(hint in lower for hint in _HINTS_OF_NOTE):
        lower = _NOTE.sub(" ", lower)
    return fold(_SIZE.sub(" ", lower) if "(" in lower or "[" in lower else lower)


def without_number(text: str) -> str:
    """Return a folded text without the number or the letter at its end."""
    if text[-1:].isdecimal() or text[-2:-1] in ("", " "):
        return _NUMBER.sub("", text)
    return text


@lru_cache(maxsize=64)
def folded(words: frozenset[str]) -> frozenset[str]:
    """Return the entries of a word list folded."""
    return frozenset(fold(w) for w in words)


def stem(word: str, language: str) -> str:
    """Return what a folded word shares with its other forms: "harvest" for "harvesting"."""
    for ending in _ENDINGS.get(primary(language), ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def content_words(text: str, language: str) -> list[str]:
    """Return the folded words of a text that carry meaning, in order."""
    language = primary(language)
    return [w for word in list_words(text.replace("_", " ")) for w in _meaning(word, language)]


@lru_cache(maxsize=2048)
def _meaning(word: str, language: str) -> tuple[str, ...]:
    """Return what of a word carries meaning, folded: nothing of "the", two words of "well-known"."""
    small = _FUNCTION_WORDS.get(language, frozenset())
    return tuple(w for w in fold(word).split() if w not in small and (len(w) > 1 or w.isdigit()))


def content_stems(text: str, language: str) -> set[str]:
    """Return the stems of a text's words that carry meaning."""
    language = primary(language)
    words = set(list_words(text.replace("_", " ")))
    return {s for word in words for s in _stems(word, language)}


@lru_cache(maxsize=2048)
def _stems(word: str, language: str) -> tuple[str, ...]:
    return tuple(stem(w, language) for w in _meaning(word, language))
