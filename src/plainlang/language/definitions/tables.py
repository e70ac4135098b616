"""Tables that explain words: a term in one cell, what it means in another.

Reads passages, and which of them stand in which cell; knows no page and no lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from plainlang.language.definitions.labels import is_in_glossary
from plainlang.language.definitions.notes import SEE, tells_what
from plainlang.language.definitions.patterns import Patterns, patterns_for
from plainlang.language.passage import Passage
from plainlang.language.terms.plainness import WORDS
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple


class Cell(NamedTuple):
    """A cell of a table: the numbers of the passages in it (from `first` to before `last`)."""

    first: int
    last: int
    is_header: bool = False


Table = Sequence[Sequence[Cell]]

_LONGEST_LABEL = 6  # words
# The heads of columns. Not "What it is for", "What to do", "When".
_MEANINGS = compile_pattern(
    r"""¿?\s*(?:what\s(?:it|this|that|they|the\s\w+|these\s\w+)(?:\s(?:really|usually))?\s(?:means?|stands?\sfor|is|are|does|do)(?!\s(?:used|for|like|to)\b)
    |what\s(?:is|are)\s(?:it|this|they)\b|meanings?|means\b|(?:simple\s|easy\s|plain\s|short\s|lay\s)?(?:definition|explanation|description)s?\s*$
    |(?:in\s|use\s|say\s)?(?:plain|plainer|everyday|simple|simpler|easy|easier|other|common)\s(?:words?|language|english|terms?|names?|meanings?)
    |(?:lo\s)?qué?\s(?:significan?|quieren?\sdecir|es|son|hacen?)\b(?!\spara)|significados?|(?:quieren?\sdecir|definici[oó]n(?:es)?|descripci[oó]n|explicaci[oó]n)\s*$
    |en\s(?:palabras|lenguaje|otras\spalabras)(?:\s(?:sencill[oa]s?|simples?|comunes|común|fácil(?:es)?))?)""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = compile_pattern(
    r"(?:(?:the|medical|health|key|hard|new|legal|difficult|common)\s){0,2}(?:words?|terms?|phrases?|jargon|acronyms?|abbreviations?)\b"
    r"|(?:la\s|el\s)?(?:palabras?|términos?|terminos?|expresi[oó]n|siglas?)\b",
    re.IGNORECASE,
)


def listed_terms(
    passages: Sequence[Passage], tables: Iterable[Table], language: str
) -> dict[int, int]:
    """Return which passages are terms that a table explains, with the passage that explains each."""
    patterns = patterns_for(language)
    found: dict[int, int] = {}
    for table in tables:
        rows = [row for row in table if len(row) > 1]
        for term, note in _entries(passages, rows, patterns):
            if term.last - term.first == 1 and note.last > note.first:
                said = passages[note.first].text
                words = WORDS.findall(said)
                if words and not SEE.match(said):
                    if len(passages[term.first].text.split()) <= _LONGEST_LABEL:
                        found[term.first] = note.first
    return found


def _entries(
    passages: Sequence[Passage], rows: Sequence[Sequence[Cell]], patterns: Patterns
) -> Iterator[tuple[Cell, Cell]]:
    """Yield the pairs of cells of a table of which the one holds a term, the other what it means."""
    if not rows:
        return
    heads = [_text_of(passages, cell) for cell in rows[0]]
    words = [i for i, head in enumerate(heads) if _WORD.match(head)]
    meanings = [i for i, head in enumerate(heads) if _MEANINGS.match(head) and i not in words[:1]]
    has_head = all(cell.is_header for cell in rows[0])
    if meanings and (has_head or words):
        at, of = meanings[0], words[0] if words else 0
        if at != of:
            for row in rows[1:]:
                if len(row) > max(at, of):
                    yield row[of], row[at]
        return
    if has_head and not words:
        return  # "Drug | Dose", "Test | When"
    if any(len(row) != 2 for row in rows):
        return
    pairs = [(row[0], row[1]) for row in rows[1 if has_head or words else 0 :]]
    notes = [_text_of(passages, note) for _, note in pairs]
    if not pairs or any(map(str.isdigit, "".join(notes))):
        return
    if is_in_glossary(passages, rows[0][0].first):
        yield from pairs
        return
    telling = [tells_what(note, patterns) for note in notes]
    if sum(telling) * 2 > len(pairs):
        yield from (pair for pair, tells in zip(pairs, telling, strict=True) if tells)


def _text_of(passages: Sequence[Passage], cell: Cell) -> str:
    return passages[cell.first].text if cell.first < cell.last else ""
