"""What stands under a heading, or behind a list's term, that is a term or asks what one is.

Reads passages; knows no page and no lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plainlang.findings import Span
from plainlang.language.definitions.labels import is_in_glossary
from plainlang.language.definitions.notes import (
    SEE,
    is_short_meaning,
    opens_note,
    tells_what_happened,
)
from plainlang.language.definitions.patterns import Patterns
from plainlang.language.passage import Passage
from plainlang.language.sentences import sentence_at
from plainlang.patterns import compile_pattern

_ARTICLE = compile_pattern(r"(?:An?|The|Any|Un|Una)\s")
_FEWEST = 3  # words that say what something is
_MOST = 30  # words of an answer to no question
# "Remission: what is it?", "What does dysphagia mean?"
_ASKED_BEHIND = compile_pattern(
    r"(?:\s{0,3}[:,–—-]?\s{0,3}¿?(?:what\s(?:is|are|does)\s(?:it|they|this)(?:\smean)?|qué\s(?:es|son))|\s(?:means?|explained))\W*$",
    re.IGNORECASE,
)
# "What are the signs of …", "What is the outlook for …" ask for something else.
_OF = compile_pattern(r"\b(?:of|for|from|with|to|del?|para|con)\s", re.IGNORECASE)
# "The doctor will talk with you", "The trial began in 1993"
_OF_OTHERS = compile_pattern(
    r"(?:\S+\s){1,6}?(?:will|may|might|should|must|began|started|was|were|had)\s", re.IGNORECASE
)


def note_under_heading(
    passages: Sequence[Passage],
    number: int,
    span: Span,
    level: float,
    language: str,
    patterns: Patterns,
) -> tuple[str, Span] | None:
    """Return how the passage under a heading or a list's term explains the term at `span` of it, and where."""
    passage, below = passages[number], passages[number + 1]
    text = passage.text
    question = patterns.question.match(text)
    if question and _OF.search(text[question.end() : span.start]):
        return None
    asked = _ASKED_BEHIND.search(text, span.end)
    rest = text[question.end() if question else 0 : asked.start() if asked else len(text)]
    rest = rest.strip(" ?:¿").removeprefix("(are) ")
    share = (span.end - span.start) / max(1, len(rest))
    if share < 0.6 and not (passage.kind == "term" and share > 0.4):
        return None
    if below.kind in ("heading", "term", "code"):
        return None
    if len(below.text.split()) < _FEWEST and not (
        passage.kind == "term" and is_short_meaning(below.text, True, level, language)
    ):
        return None
    first = sentence_at(below.text, 0)
    said = below.text[slice(*first)]
    if SEE.match(said):
        return None
    if passage.kind == "term":
        return "list", first
    if question or asked or is_in_glossary(passages, number) or patterns.restates.match(said):
        return "heading", first
    if len(said.split()) >= _MOST:
        return None
    if opens_note(said, patterns) or (_ARTICLE.match(said) and _tells(said, patterns)):
        return "heading", first
    return None


def _tells(said: str, patterns: Patterns) -> bool:
    """Tell whether a sentence may say what the heading above it is: not "The doctor will …"."""
    return not (
        patterns.empty_genus.match(said) or _OF_OTHERS.match(said) or tells_what_happened(said)
    )
