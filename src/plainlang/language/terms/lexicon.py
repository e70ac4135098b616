"""Word lists that health writers edit: terms with their meaning, wordy phrases with better ones.

A list is a tab-separated file with a header line, under `rules/words/<language>/`: `terms-*.tsv`
hold terms, `wording.tsv` phrases with replacements. A variant behind "=" counts in this form only:
"=vitals" brings no "vital". A term whose plain words are the term itself is one that readers know, and
hides the terms within it: "presión arterial" is no "arterial". They are compiled once and kept. May not know pages, rules or findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from plainlang.errors import ConfigError, nearest
from plainlang.findings import Span
from plainlang.language.subtags import primary
from plainlang.language.terms.finder import Finder
from plainlang.language.terms.phrase_table import ONLY, Table, build_table
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

_KIND = "terms"
_REMEMBERED = 2048  # entries; a megabyte, and what some 30 long pages have
TERM_COLUMNS = ("term", "variants", "plain", "definition", "topic", "source")


class Entry(NamedTuple):
    """A term: what else it is called, the everyday words for it, what it means, where it is from.

    `source` names the list that the headword comes from.
    """

    term: str
    variants: tuple[str, ...]
    plain: str
    definition: str
    topic: str
    source: str

    @property
    def is_known(self) -> bool:
        """Whether readers know it as it is."""
        return self.plain == self.term


class TermMatch(NamedTuple):
    """A term of the lexicon in a text: its headword, and where it stands (code points)."""

    term: str
    span: Span


def _entry(cells: Sequence[str]) -> Entry:
    term, variants, *rest = cells
    listed = (v.removeprefix(ONLY) for v in split_variants(variants))
    return Entry(term, tuple(v for v in listed if v != term), *rest)


def lexicon_files(language: str) -> list[Path]:
    """Return the term lists that come with plainlang for `language` ("es" for "es-MX")."""
    return files_in(rules_folder() / "words" / primary(language), "terms-", ".tsv")


def kept_name(said: str, language: str) -> str | None:
    """Return a name that plain words may stand beside, but never in the place of; None for other words.

    "Take no blood thinner" says less than "take no warfarin", and may harm. The name comes as its list
    (`kept-names.txt`) writes it, whatever its capitals in a text.
    """
    return _kept_names(language).get(said.lower())


def with_kept_name(plain: str, said: str, language: str) -> str:
    """Return plain words for what is said, with its name behind them where that has to be kept."""
    name = kept_name(said, language)
    return f"{plain} ({name})" if name else plain


@lru_cache(maxsize=8)
def _kept_names(language: str) -> dict[str, str]:
    file = rules_folder() / "words" / primary(language) / "kept-names.txt"
    if not file.is_file():
        return {}
    lines = file.read_text(encoding="utf-8").splitlines()
    return {line.lower(): line for line in lines if not line.startswith("#")}


class Lexicon:
    """The terms of one language for one audience.

    Made by `load_lexicon`. `known` are words, in lower case, that this audience knows.
    """

    __slots__ = ("_book", "_entry", "_finder", "_own", "_rows", "known", "language")

    def __init__(
        self,
        language: str,
        book: PhraseBook,
        rows: bytes = b"",
        own: Mapping[int, Entry] | None = None,
        known: frozenset[str] = frozenset(),
    ) -> None:
        self.language = language
        self.known = known
        self._book = book
        self._finder = Finder(book)
        self._rows = rows
        self._own = dict(own or {})
        self._entry = lru_cache(maxsize=_REMEMBERED)(self._read)

    def __bool__(self) -> bool:
        return bool(self._book)

    def __len__(self) -> int:
        return len(self._book.numbers())

    def find(self, text: str) -> list[TermMatch]:
        """Return the terms in `text`, in order, the longest where two overlap.

        Letter case does not count, but acronyms keep their capitals ("AIDS", not "aids").
        Spans are exact offsets in `text`; a possessive's "’s" is left out.
        """
        return [
            TermMatch(self._entry(number).term, Span(start, end))
            for number, start, end in self._finder.find(text)
        ]

    def get(self, term: str) -> Entry | None:
        """Return the entry of a term in any of its forms; None where there is none, or readers know it."""
        number = self._book.number(term)
        if number is None:
            return None
        entry = self._entry(number)
        return None if entry.is_known else entry

    def __contains__(self, term: object) -> bool:
        return isinstance(term, str) and self._book.number(term) is not None

    def entries(self) -> list[Entry]:
        """Return all entries, in the order of the lists; slow, for listings."""
        entries = (self._read(number) for number in sorted(self._book.numbers()))
        return [entry for entry in entries if not entry.is_known]

    def _read(self, number: int) -> Entry:
        return self._own.get(number) or _entry(row_at(self._rows, number))

    def adapted(
        self,
        *,
        extra: Sequence[Mapping[str, Any]],
        removed: Sequence[str],
    ) -> Lexicon:
        """Return the lexicon for another audience; see `load_lexicon`."""
        own = dict(self._own)
        added = []
        known = self.known.union(map(str.lower, removed))
        gone = {n for term in removed if (n := self._book.number(term)) is not None}
        new = [_new_entry(fields) for fields in extra]
        for number, entry in enumerate(new, max([len(self._rows), *own]) + 1):
            own[number] = entry
            added.append(_table(number, (entry.term, *entry.variants), self.language))
        known -= {entry.term.lower() for entry in new}
        book = self._book.without(gone).extended(added)
        return Lexicon(self.language, book, self._rows, own, known)


def _table(number: int, phrases: Iterable[str], language: str) -> Table:
    return build_table([(number, 0, p) for p in phrases], primary(language), inflect=True)


def _fields(fields: Mapping[str, Any], where: str) -> dict[str, Any]:
    for name in fields:
        if name not in TERM_COLUMNS:
            raise ConfigError(f"{where} has no “{name}”.{nearest(str(name), TERM_COLUMNS)}")
    values: dict[str, Any] = {}
    for name, value in fields.items():
        if name == "variants" and isinstance(value, list | tuple):
            values[name] = tuple(map(str, value))
        elif isinstance(value, str):
            values[name] = split_variants(value) if name == "variants" else value.strip()
        else:
            raise ConfigError(f"“{name}” of {where.lower()} has to be text.")
    return values


def _new_entry(fields: Mapping[str, Any]) -> Entry:
    values = _fields(fields, "A term")
    if not values.get("term"):
        raise ConfigError("An added term needs “term”: the word or phrase itself.")
    defaults: dict[str, Any] = {
        "variants": (), "plain": "", "definition": "", "topic": "own", "source": "config",
    }  # fmt: skip
    return Entry(**{**defaults, **values})


def _build(files: Sequence[Path], language: str, contents: list[bytes]) -> tuple[Any, ...]:
    named = [(str(f), data) for f, data in zip(files, contents, strict=True)]
    rows = read_rows(named, TERM_COLUMNS)
    check_unique(rows)
    packed, numbers = pack_rows(row.cells for row in rows)
    phrases = []
    for number, row in zip(numbers, rows, strict=False):
        term, variants = row.cells[0], split_variants(row.cells[1])
        phrases.append((number, 0, ONLY + term if ONLY + term in variants else term))
        phrases += [(number, 1, variant) for variant in variants]
    return (*pack(build_table(phrases, language, inflect=True)), packed)


@lru_cache(maxsize=8)
def _base(language: str) -> Lexicon:
    files = lexicon_files(language)
    if not files:
        return Lexicon(language, PhraseBook())
    shelves, stops, rows = compiled(
        f"{_KIND}-{language}", files, lambda contents: _build(files, language, contents)
    )
    return Lexicon(language, PhraseBook(shelves, stops), rows)


def load_lexicon(
    language: str, *, extra: Iterable[Mapping[str, Any]] = (), removed: Iterable[str] = ()
) -> Lexicon:
    """Return the lexicon of `language` as an organisation wants it; empty where there is no list.

    Args:
        language: a language tag.
        extra: terms to add, as dictionaries with the columns of a term list; only `term` is a must.
        removed: terms that the readers know, in any of their forms; also those that no list has.

    Raises:
        PlainlangError: a list cannot be used (file, line, how to mend it).
        ConfigError: an added term cannot be used.
    """
    base = _base(primary(language))
    extra, removed = list(extra), list(removed)
    if not (extra or removed):
        return base
    return base.adapted(extra=extra, removed=removed)
