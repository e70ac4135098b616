"""What a writer says of the word itself: "By X we mean …", "Having X means …", "the word X is used for …".

Looks at one sentence and the place of the term in it, as `clauses` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.findings import Span
from plainlang.language.definitions.place import Place
from plainlang.patterns import compile_pattern

_ARTICLE = r"(?:(?:an?|the|el|la|los|las|una?|unos|unas)\s+)?[\"“'‘«*_]*$"
_CLOSED = r"[\"”’'»*_]*"
# "By immunity we mean …", "Por inmunidad se entiende …"
_BY = compile_pattern(rf"\W*(?:by|por)\s+{_ARTICLE}", re.IGNORECASE)
_WE_MEAN = compile_pattern(
    rf"{_CLOSED},?\s+(?:(?:we|doctors|experts|they)\s+(?:usually\s+)?mean|se\s+entiende|entendemos|nos\s+referimos\s+a)\s+",
    re.IGNORECASE,
)
# "Having dysphagia means that …", "To be immune is to …", "Tener X quiere decir que …"
_HAVING = compile_pattern(
    r"\W*(?:to\s+(?:be|have)|being|having|tener|padecer(?:\s+de)?|sufrir(?:\s+de)?|estar|ser)\s+"
    + _ARTICLE,
    re.IGNORECASE,
)
_MEANS = compile_pattern(
    rf"{_CLOSED}\s+(?:(?:just\s+)?means?|significa|quiere\s+decir|is\s+to|es(?=\s+\w+[aei]r\s))\s+"
    r"(?!(?:(?:that|que)\s+)?(?:you|they|usted|ustedes)\s+(?:(?:will|may|might)\s+)?"
    r"(?:need|must|should|ha(?:ve|s)\s+to|are\s+(?:more|at)|debe|tiene\s+que|necesita)n?\b)(?=\S+\s\S+\s\S)",
    re.IGNORECASE,
)
_MORE = compile_pattern(r"(?:more|less|extra|fewer|más|menos)\s", re.IGNORECASE)
# "The word X is used for …", "Doctors use the term X when …", "El término X se usa para hablar de …"
_THE_WORD = compile_pattern(
    r"\b(?:words?|terms?|phrase|expression|name|palabra|término|expresión|nombre)\s+[\"“'‘«*_]*$",
    re.IGNORECASE,
)
_IS_USED = compile_pattern(
    rf"{_CLOSED}\s+(?:(?:is|are)\s+(?:(?:often|also|usually|sometimes)\s+)?used\s+|se\s+(?:usa|utiliza|emplea)\s+)?"
    r"(?:(?:to\s+(?:mean|describe|name|refer\s+to|talk\s+about|say)|(?:for|when)(?=\s+(?:an?|the|any|some|people|your?|someone|something)\b)"
    r"|para\s+(?:describir|hablar\s+de|nombrar|referirse\s+a|referirnos\s+a|decir|designar))(?:l)?|cuando)\s+(?=\S+\s\S)",
    re.IGNORECASE,
)
# "Think of the meniscus as a cushion"
_THINK_OF = compile_pattern(
    r"\b(?:(?:think|conceive|speak)\s+of|defines?|describes?|regards?)\s+" + _ARTICLE, re.IGNORECASE
)
_AS = compile_pattern(rf"{_CLOSED}\s+as\s+(?=(?:an?|the|any|having|being|when)\s)", re.IGNORECASE)
# How a sentence begins, and what ends right before the term and opens right behind it.
_FIRST = (
    "by ",
    "por ",
    "to ",
    "being ",
    "having ",
    "tener ",
    "padecer ",
    "sufrir ",
    "estar ",
    "ser ",
)
WORD_FIRST = _FIRST + tuple(word.capitalize() for word in _FIRST)
WORD_BEFORE = (
    *'"“‘«*_',
    *(f"{word} " for word in "word words term terms phrase expression name palabra término expresión nombre".split()),
    *(f"{word} {article}" for word in "of define defines describe describes regard regards".split()
      for article in ("", "a ", "an ", "the ")),
)  # fmt: skip
WORD_GOES_ON = (
    " as ",
    " to ",
    " for ",
    " when ",
    " is ",
    " are ",
    " se ",
    " para ",
    " cuando ",
    *'"”’»*_',
)
_NEAR = 24  # characters that hold the word before a term, an article and marks
_LONGEST = 40  # characters of "Sufrir de una "


def said_of_the_word(place: Place) -> Iterator[tuple[str, Span]]:
    """Yield what a sentence says of a word as a word, or of having or being what it names."""
    text, before, behind, stop = place.text, place.before, place.behind, place.stop
    if before.endswith(WORD_BEFORE):
        near = max(0, len(before) - _NEAR)
        if (found := _IS_USED.match(text, behind, stop)) and _THE_WORD.search(before, near):
            yield "means", Span(found.end(), stop)
        if (found := _AS.match(text, behind, stop)) and _THINK_OF.search(before, near):
            if not place.patterns.empty_genus.match(text, found.end(), stop):
                yield "means", Span(found.end(), stop)
    if len(before) > _LONGEST:
        return
    if _BY.match(before) and (found := _WE_MEAN.match(text, behind, stop)):
        yield "called", Span(found.end(), stop)
    if _HAVING.match(before) and (found := _MEANS.match(text, behind, stop)):
        if not _MORE.match(text, found.end()):
            yield "means", Span(found.end(), stop)
