"""What stands behind a bold word that is a label: on its line, or in the next paragraph.

Reads passages; knows no page and no lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plainlang.findings import Span
from plainlang.language.definitions.notes import tells_what
from plainlang.language.definitions.patterns import Patterns
from plainlang.language.passage import Passage
from plainlang.language.sentences import sentence_at
from plainlang.patterns import compile_pattern

_GLOSSARY_HEADING = compile_pattern(
    r"glossary|key terms|words to know|definitions|terms to know|glosario|vocabulario|t[eé]rminos"
    r"|definiciones|palabras (?:clave|que|[uú]tiles|importantes|m[eé]dicas|dif[ií]ciles)",
    re.IGNORECASE,
)
_REACH = 40  # passages above in which the heading must stand
_BULLETS = " \t•·*–-"
_LABEL_MARKS = ' \t:.,;–—-*_"“”'
_LABELS = frozenset({"paragraph", "list-item", "description", "cell", "quote"})
_NOTES = frozenset({"paragraph", "list-item", "description", "cell"})
_BRACKETS = compile_pattern(r"\s*\([^()]*\)")


def is_in_glossary(passages: Sequence[Passage], number: int) -> bool:
    """Tell whether the nearest heading above a passage says that words are explained below it."""
    for i in range(number - 1, max(-1, number - _REACH), -1):
        if passages[i].kind == "heading":
            return _GLOSSARY_HEADING.search(passages[i].text) is not None
    return False


def note_behind_label(
    passages: Sequence[Passage], number: int, span: Span, patterns: Patterns
) -> tuple[int, Span] | None:
    """Return the note behind a term that is a bold label at the start of a line, or alone on it."""
    passage = passages[number]
    if passage.kind not in _LABELS:
        return None
    text = passage.text
    for mark in passage.marks:
        if mark.kind != "strong" or mark.start > span.start or mark.end < span.end:
            continue
        line = text.rfind("\n", 0, mark.start) + 1
        if text[line : mark.start].strip(_BULLETS) or not is_all_of(
            text[mark.start : mark.end], span
        ):
            return None
        at, where = mark.end, number
        while at < len(text) and text[at] in _LABEL_MARKS + "\n":
            at += 1
        if at == len(text):
            at, where = 0, number + 1
            if where == len(passages) or passages[where].kind not in _NOTES:
                return None
            text = passages[where].text
        if not text[at : at + 1].isupper() and where == number and "\n" not in text[mark.end : at]:
            return None  # "**Edema** is common": the sentence goes on
        note = _note_at(text, at)
        said = text[slice(*note)]
        if tells_what(said, patterns) or (
            len(said.split()) > 2 and is_in_glossary(passages, number)
        ):
            return where, note
        return None
    return None


def is_all_of(label: str, span: Span) -> bool:
    """Tell whether a term makes up most of a label, but for letters in brackets."""
    bare = _BRACKETS.sub("", label).strip(_LABEL_MARKS)
    return span.end - span.start >= 0.6 * len(bare)


def _note_at(text: str, at: int) -> Span:
    """Return the first sentence of the text from `at` on, within its line."""
    end = text.find("\n", at)
    line = text[: end if end >= 0 else len(text)]
    return Span(at, at + sentence_at(line[at:], 0).end)
