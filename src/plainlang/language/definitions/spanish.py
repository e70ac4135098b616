"""Ways to explain a word that Spanish has and English lacks: "Se llama X a …", "la X o dolor de …".

Looks at one sentence and the place of the term in it, as `clauses` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.findings import Span
from plainlang.language.definitions.place import Place
from plainlang.language.terms.plainness import plainness
from plainlang.patterns import compile_pattern

_ARTICLE = r"(?:el|la|los|las|un|una|unos|unas)"

# "Se conoce como X", "Los médicos llaman X": what follows is the meaning.
_NAMING = compile_pattern(
    rf"""(?:\bse\s+(?:l[aeo]s?\s+)?(?:llama|dice|denomina|conoce\s+(?:también\s+)?(?:como|por|con\s+el\s+nombre\s+de))n?
    |\b(?:llamamos|llaman|denominamos|denominan|entendemos\s+por|se\s+entiende\s+por|hablamos\s+de|se\s+habla\s+de|recibe\s+el\s+nombre\s+de))
    \s+(?:{_ARTICLE}\s+)?["“'‘«*_]*$""",
    re.IGNORECASE | re.VERBOSE,
)
# "Cuando …, se habla de X", "Cuando …, los médicos dicen que usted está en X"
_WHEN = compile_pattern(
    rf"^\W*(?P<said>(?:cuando|si)\s[^.;]{{5,100}}?),?\s+(?:(?:se\s+habla|hablamos)\s+de"
    rf"|(?:se|los\s+médicos|el\s+médico|su\s+médico)\s+dicen?\s+que\s+(?:(?:usted|alguien|{_ARTICLE}\s+\w+)\s+)?(?:está\s+en|tiene|hay))"
    rf"\s+(?:{_ARTICLE}\s+)?\W*$",
    re.IGNORECASE,
)
# "los Centros para el Control … (CDC, por sus siglas en inglés)": the letters are those of other words
_ENGLISH_LETTERS = compile_pattern(
    r",?\s(?:por\s+sus?\s+)?siglas?\s+en\s+ingl[eé]s\b|,\s(?:en|del)\s+inglés\b"
)
_AN_ARTICLE = compile_pattern(rf"\b(?:{_ARTICLE}|del|al)\s+(?=\w)", re.IGNORECASE)
_IN_NAME = compile_pattern(
    r"(?:[A-ZÁÉÍÓÚÑ][\w-]*,?\s+(?:del?|para|y|e|contra|en|por|sobre)|[a-záéíóúñ]{4,}\s+(?:del?|para|contra))\s+$"
)
_MEANING = compile_pattern(
    rf"\s+(?P<said>(?:a\s+)?(?:{_ARTICLE}|lo\s+que|cuando|cualquier|aquell[oa]s?)|al?|[\w]+[aei]r)\s+\S+",
    re.IGNORECASE,
)
# "la cefalea o dolor de cabeza": one thing with two names has one article, two things have two.
_HAS_ARTICLE = compile_pattern(rf"\b{_ARTICLE}\s+[\"“'‘«*_]*$", re.IGNORECASE)
_OR_PHRASE = compile_pattern(
    r"\s+o\s+(?P<said>[\w-]{3,}\s+(?:(?:del?|en)\s+(?:el\s+|la\s+|los\s+|las\s+)?[\w-]+"
    r"|(?:[\w-]+(?:al|ar|[oa])\s+)?(?:alt|baj|rápid|lent|irregular)[oa]?)\b)",
    re.IGNORECASE,
)
_PHRASE_OR = compile_pattern(
    rf"\b{_ARTICLE}\s+(?P<said>[\w-]{{3,}}(?:\s+(?:del?|en|el|la|los|las))*\s+[\w-]{{3,}}(?:\s+[\w-]+)?)"
    r"\s+o\s+[\"“'‘«*_]*$",
    re.IGNORECASE,
)
# "En una biopsia, el médico saca …": what is done in it
_IN_A = compile_pattern(r"\W*(?:en|con|durante)\s(?:el|la|una?|su|tu)\s[\"“'‘«*_]*$", re.IGNORECASE)
_DONE = compile_pattern(
    r"""[\"”’»*_]*(?:\s\([A-Z]{2,6}\))?(?:,|(?=\sse\s))\s(?P<said>(?:(?:el|la|un|una|su|los|las)\s
    (?:médic|doctor|ciruj|enfermer|dentist|especialist|oncólog|radiólog|técnic|equipo)\w*
    (?:\s(?:de|del|que)\s\w+){0,2}\s(?!(?:puede|debe|suele|tiene|va)n?\b|le\s(?:dirá|dice|explica|pregunta|pide|da)n?\b)
    |(?:se|le)\s(?:le\s)?(?:saca|toma|quita|mete|introduce|usa|inserta|extrae|extirpa|corta|abre|coloca|pone|mira|quema|congela|destruye|repara|cambia)n?\s)
    (?:\S+\s){2})""",
    re.IGNORECASE | re.VERBOSE,
)
_PROCEDURE = compile_pattern(
    r"(?:[oó]psi|scop[ií]|ectom[ií]|otom[ií]|ostom[ií]|graf[ií]|plasti|centesi|metr[ií]|punci[oó]|cesáre|prueb|exame|"
    r"cirug[ií]|trasplant|ablaci[oó])\w{0,2}\b",
    re.IGNORECASE,
)
# "Hay metástasis cuando …"
_THERE_IS = compile_pattern(
    r"(?:^\W*|\b(?:dice|habla de)\s+que\s+)hay\s+(?:una?\s+)?$", re.IGNORECASE
)
_IF = compile_pattern(r"\s+(?P<said>(?:cuando|si)\s+(?:\S+\s+){3}\S+)", re.IGNORECASE)
_COLON = compile_pattern(r"[\"”’»*_]*:\s+(?=[a-záéíóúñ])")
_OF = compile_pattern(r"\b(?:del?|en|para)\s(?:la\s|el\s)?$", re.IGNORECASE)
_CLAUSE = compile_pattern(r"(?:[\w-]+\s+){1,4}(?:que|cuando|donde)\s", re.IGNORECASE)
_ITEMS = compile_pattern(
    r"[^.;:]*?,[^.;:]*?\s[yeou]\s|[^.;:]*?,[^.;:]*?,|[\w-]+(?:\s[\w-]+)?\s[yeou]\s"
)


def spanish_explanations(place: Place) -> Iterator[tuple[str, Span]]:
    """Yield the explanations that only Spanish makes."""
    yield from _named(place)
    yield from _two_names(place)
    text, stop = place.text, place.stop
    if _IN_A.match(place.before) and _PROCEDURE.search(place.term):
        if found := _DONE.match(text, place.behind, stop):
            yield "does", Span(found.start("said"), stop)
    if _THERE_IS.search(place.before) and (found := _IF.match(text, place.behind, stop)):
        yield "means", Span(found.start("said"), stop)
    if (found := _COLON.match(text, place.behind, stop)) and not _OF.search(place.before):
        said = text[found.end() : stop]
        opens = place.patterns.aside.match(said) or _CLAUSE.match(said)
        if opens and not _ITEMS.match(said) and len(said.split()) >= 4:
            yield "apposition", Span(found.end(), stop)


def words_of_english_letters(place: Place) -> Iterator[tuple[str, Span]]:
    """Yield the Spanish name before "(CDC, por sus siglas en inglés)", whose letters do not fit."""
    if place.before.endswith("(") and _ENGLISH_LETTERS.match(place.text, place.span.end):
        if (name := _name_before(place.before)) is not None:
            yield "brackets", Span(place.start + name.start, place.start + name.end)


def _name_before(before: str) -> Span | None:
    """Return the name that ends at the bracket that closes `before`: from the article that opens it on."""
    end = len(before[:-1].rstrip())
    clause = max(before.rfind(mark, 0, end) + 1 for mark in ",;:")
    start = clause + len(before[clause:end]) - len(before[clause:end].lstrip())
    for article in _AN_ARTICLE.finditer(before, clause, end):
        is_name = before[article.end()].isupper()
        ahead = before[: article.start()]
        if article[0].strip().lower() in ("del", "al"):
            is_start = is_name and ahead.split()[-1:] and ahead.split()[-1][0].islower()
        else:
            part = _IN_NAME.search(ahead)
            is_start = part is None or (is_name and part[0][0].islower())
        if is_start:
            start = article.end()
    return Span(start, end) if " " in before[start:end] else None


def _named(place: Place) -> Iterator[tuple[str, Span]]:
    """ "Se conoce como anemia la falta de …", "Cuando …, se habla de X"."""
    text, start, behind, stop = place.text, place.start, place.behind, place.stop
    if found := _WHEN.match(place.before):
        yield "called", Span(start + found.start("said"), start + found.end("said"))
    elif _NAMING.search(place.before):
        if found := _MEANING.match(text, behind, stop):
            yield "called", Span(found.start("said"), stop)


def _two_names(place: Place) -> Iterator[tuple[str, Span]]:
    """ "la cefalea o dolor de cabeza", "el dolor de cabeza o cefalea": no article behind "o"."""
    before, start, level = place.before, place.start, place.level
    if "," in before[-40:]:
        return
    if _HAS_ARTICLE.search(before):
        found = _OR_PHRASE.match(place.text, place.behind, place.stop)
        if found and plainness(found["said"], "es") > level + 0.3:
            yield "or", Span(*found.span("said"))
    elif found := _PHRASE_OR.search(before):
        if plainness(found["said"], "es") > level + 0.3:
            yield "or", Span(start + found.start("said"), start + found.end("said"))
