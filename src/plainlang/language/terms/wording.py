"""Wordy and bureaucratic phrases, and what to write instead.

A wording list is a tab-separated file `rules/words/<language>/wording.tsv` with the columns phrase,
variants, replacement, safe, note. A variant may bring its own replacement: "utilizes > uses"; one
that brings none takes the replacement in the same form, where that can be told. A variant that is
its own replacement is a longer phrase to leave alone: "utilization review > utilization review".
`safe` is yes, no, or never: then words around the phrase must change, too, so that nothing can do it
for the writer. May not know pages, rules or fixes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from plainlang.errors import PlainlangError
from plainlang.findings import Span
from plainlang.language.subtags import primary
from plainlang.language.terms.finder import Finder
from plainlang.language.terms.morphology import english_plurals, english_verb
from plainlang.language.terms.phrase_table import build_table
from plainlang.language.terms.phrases import PhraseBook, pack
from plainlang.language.terms.word_lists import (
    check_unique,
    pack_rows,
    read_rows,
    row_at,
    split_variants,
)
from plainlang.records import NamedTuple
from plainlang.resources import compiled, files_in, rules_folder

_KIND = "wording"
WORDING_COLUMNS = ("phrase", "variants", "replacement", "safe", "note")
_SAFE = {"yes": "yes", "no": "no", "never": "never", "true": "yes", "false": "no", "1": "yes", "0": "no"}  # fmt: skip
_SILENT_OR_YOU = ("hour", "honest", "heir", "honor")
_CONSONANT_SOUND = ("one", "once", "uni", "ura", "ure", "uri", "use", "usu", "ute", "util", "eu")


class Wording(NamedTuple):
    """A phrase, its forms, each with what to write instead, and whether replacing is always right.

    `safe` is "yes", "no" or "never"; `replacement` may offer several choices, separated by " / "; the first is taken.
    """

    phrase: str
    forms: tuple[tuple[str, str], ...]
    replacement: str
    safe: str
    note: str


class WordingMatch(NamedTuple):
    """A wordy phrase in a text. `span` takes in an article that has to change ("an" to "a").

    With `by_hand` more must change than the phrase, so only the writer can do it.
    """

    phrase: str
    span: Span
    replacement: str
    safe: bool
    note: str
    by_hand: bool = False


def _parse(files: Sequence[tuple[str, bytes]], language: str) -> tuple[Wording, ...]:
    rows = read_rows(files, WORDING_COLUMNS)
    check_unique(rows)
    found = []
    for row in rows:
        phrase, variants, replacement, safe, note = row.cells
        if safe.lower() not in _SAFE:
            raise PlainlangError(
                f"“safe” of “{phrase}” is “{safe}”. Write yes, no or never.",
                path=row.path,
                line=row.line,
            )
        first = replacement.split(" / ")[0].split("; ")[0].strip()
        forms = [(phrase, first)]
        for variant in split_variants(variants):
            form, own, given = (part.strip() for part in variant.partition(">"))
            forms.append((form, given if own else _like(phrase, form, first, language)))
        found.append(Wording(phrase, tuple(forms), replacement, _SAFE[safe.lower()], note))
    return tuple(found)


def _like(phrase: str, form: str, replacement: str, language: str) -> str:
    """Return `replacement` changed as `form` is changed from `phrase`: "utilizes" gives "uses"."""
    if language != "en":
        return replacement
    old, new, right = phrase.split(), form.split(), replacement.split()
    if len(old) != len(new) or not right:
        return replacement
    changed = [i for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    if changed == [0] and new[0] in english_verb(old[0]):
        place = english_verb(old[0]).index(new[0])
        if old[0].endswith("ed") or place not in range(4):
            return replacement
        return " ".join([english_verb(right[0])[place], *right[1:]])
    if changed == [len(old) - 1] and new[-1] in english_plurals(old[-1]):
        plurals = english_plurals(right[-1])
        return " ".join([*right[:-1], plurals[0]]) if plurals else replacement
    return replacement


class WordingList:
    """The wordy phrases of one language; made by `load_wording`."""

    __slots__ = ("_finder", "_language", "_rows")

    def __init__(self, book: PhraseBook, rows: bytes, language: str) -> None:
        self._finder = Finder(book)
        self._rows = (
            rows  # of each form: the phrase, what to write instead, whether it is safe, a note
        )
        self._language = language

    def __len__(self) -> int:
        return len({line.partition(b"\t")[0] for line in self._rows.splitlines()})

    def find(self, text: str) -> list[WordingMatch]:
        """Return the wordy phrases in `text`, in order, the longest where two overlap.

        The replacement starts with a capital where the phrase does.
        """
        found = []
        for number, start, end in self._finder.find(text, whole=True):
            span = Span(start, end)
            phrase, replacement, safe, note = row_at(self._rows, number)
            if text[span.start : span.end].casefold() == replacement.casefold():
                continue
            if text[span.start].isupper():
                if self._language == "es" and replacement == "porque":
                    replacement = "como"  # "porque" opens no Spanish sentence
                if self._language == "en" and replacement == "about":
                    if "," in text[end:].partition(".")[0]:
                        replacement = "as for"  # "About pain, ask us" is no sentence
                loud = text[span.start : span.end].isupper() and span.end - span.start > 1
                replacement = (
                    replacement.upper() if loud else replacement[:1].upper() + replacement[1:]
                )
            if self._language == "en":  # the Spanish "a" is no article
                span, replacement = _with_article(text, span, replacement)
            elif self._language == "es":
                from plainlang.language.terms.spanish_wording import agreeing, takes_comma

                if takes_comma(text, span, replacement):
                    span, safe = Span(start, end + 1), "yes"
                replacement = agreeing(text, span, replacement)
            found.append(
                WordingMatch(phrase, span, replacement, safe == "yes", note, safe == "never")
            )
        return found


def _with_article(text: str, span: Span, replacement: str) -> tuple[Span, str]:
    """Return span and replacement, grown by an article before them that has to change."""
    start = span.start - 2 if text[: span.start].endswith(" ") else -1
    while start >= 0 and text[start].isalpha():
        start -= 1
    article = text[start + 1 : span.start - 1] if span.start else ""
    if article.lower() not in ("a", "an") or not replacement:
        return span, replacement
    right = "an" if starts_with_vowel(replacement) else "a"
    if article.lower() == right:
        return span, replacement
    right = right.capitalize() if article[0].isupper() else right
    return Span(start + 1, span.end), f"{right} {replacement}"


def starts_with_vowel(word: str) -> bool:
    """Tell whether an English word takes "an": "hour", not "unit"."""
    low = word.lower()
    if low.startswith(_SILENT_OR_YOU):
        return True
    return low[0] in "aeiou" and not low.startswith(_CONSONANT_SOUND)


def load_wording(language: str) -> WordingList:
    """Return the wordy phrases of `language`; an empty list where there is no file.

    Raises:
        PlainlangError: the list cannot be used (file, line, how to mend it).
    """
    return _load(primary(language))


@lru_cache(maxsize=8)
def _load(language: str) -> WordingList:
    files = files_in(rules_folder() / "words" / language, "wording", ".tsv")

    def build(contents: list[bytes]) -> tuple[Any, ...]:
        named = [(str(f), data) for f, data in zip(files, contents, strict=True)]
        rows, phrases = [], []
        for wording in _parse(named, language):
            for rank, (form, replacement) in enumerate(wording.forms):
                rows.append((wording.phrase, replacement, wording.safe, wording.note))
                phrases.append((min(rank, 1), form))
        packed, numbers = pack_rows(rows)
        numbered = [(n, *phrase) for n, phrase in zip(numbers, phrases, strict=False)]
        return (*pack(build_table(numbered, language, inflect=False)), packed)

    if not files:
        return WordingList(PhraseBook(), b"", language)
    shelves, stops, rows = compiled(f"{_KIND}-{language}", files, build)
    return WordingList(PhraseBook(shelves, stops), rows, language)
