"""The phrases of a word list as a program holds them: those that start with one word are one text.

Dictionaries of all phrases take ten times the memory and long to read, and a page has few of them. So
what starts with a word is looked up when a text has that word. May not know what a phrase means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from plainlang.language.frequency.shelves import every, look_up, shelve, words_with
from plainlang.language.terms.phrase_table import Table, key_of, tokens_of
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_REMEMBERED = 512  # first tokens
_SECOND = compile_pattern(r"\|([^ |=]+)(?:=(\d+))?")
# Second tokens in lower case, each with the number of the phrase that ends there, as text ("" if none).
Follow = Mapping[str, str]


class Head(NamedTuple):
    """The phrases that start with one token; the longest has `most` tokens.

    `forms` holds the tokens behind that one, in lower case, each with the number of its entry:
    "|=7|pressure=8|pressure cuff=9|", where 7 is the token alone. `capitals` holds whole phrases with
    an acronym in them, whose acronym keeps its capitals.
    """

    most: int
    forms: str
    capitals: str

    def is_acronym(self) -> bool:
        """Tell whether the token alone is an acronym."""
        return bool(self.capitals) and any(" " not in phrase for phrase in _numbers(self.capitals))

    def may_go_on(self, behind: str) -> bool:
        """Tell whether the token and those behind it, in lower case, can be the start of a phrase.

        Those with an acronym need a closer look anyway.
        """
        return f"|{behind}=" in self.forms or f"|{behind} " in self.forms or bool(self.capitals)

    def follow(self) -> Follow:
        """Return the second tokens of longer phrases."""
        if self.most < 2:
            return _NOTHING
        behind = [phrase.lower().split(" ", 2)[1:2] for phrase in _numbers(self.capitals)]
        seconds = {second: "" for tokens in behind for second in tokens}
        seconds.update(_SECOND.findall(self.forms))
        return seconds


_NOTHING: Follow = {}
NO_HEAD = Head(0, "", "")


def number_of(phrases: str, phrase: str) -> int | None:
    """Return the number of a phrase, made of tokens, in one of the two texts of a `Head`."""
    at = phrases.find(f"|{phrase}=")
    if at < 0:
        return None
    at += len(phrase) + 2
    return int(phrases[at : phrases.index("|", at)])


def pack(table: Table) -> tuple[bytes, set[str]]:
    """Return what a `PhraseBook` is made of, which `marshal` knows: shelves of phrases, and stops."""
    heads = _by_head(table)
    return shelve((token, "/".join(map(str, head))) for token, head in heads.items()), table.stops


class PhraseBook:
    """The phrases of one list, to be looked up by the token that they start with.

    `stops` is that of `Table`; `own` holds what is not as it is on the shelves.
    """

    __slots__ = ("_own", "_shelves", "head", "stops")

    def __init__(
        self,
        shelves: bytes = b"",
        stops: Iterable[str] = (),
        own: Mapping[str, Head] | None = None,
    ) -> None:
        self._shelves = shelves
        self._own = own or {}
        self.stops = frozenset(stops)
        self.head = lru_cache(maxsize=_REMEMBERED)(self._head)

    def __bool__(self) -> bool:
        return bool(self._shelves or self._own)

    def _head(self, token: str) -> Head | None:
        """Return the phrases that start with a token, which is in lower case; None where none does."""
        if token in self._own:
            return self._own[token]
        line = look_up(self._shelves, token)
        return _head(line) if line else None

    def number(self, phrase: str) -> int | None:
        """Return the number of the entry that has a phrase, in any of its forms."""
        tokens = tokens_of(phrase)
        if not tokens:
            return None
        _, forms, capitals = self._head(tokens[0].lower()) or NO_HEAD
        number = number_of(capitals, key_of(tokens))
        return number_of(forms, " ".join(tokens[1:]).lower()) if number is None else number

    def has_capitals(self, tokens: Sequence[str]) -> bool:
        """Tell whether tokens, as they are written, are a phrase with an acronym."""
        head = self._head(tokens[0].lower()) if tokens else None
        return head is not None and f"|{key_of(tokens)}=" in head.capitals

    def numbers(self) -> set[int]:
        """Return the numbers of all entries; slow, for listings."""
        heads = {**{token: _head(line) for token, line in every(self._shelves)}, **self._own}
        return {
            number
            for _, *both in heads.values()
            for phrases in both
            for number in _numbers(phrases).values()
        }

    def without(self, entries: Iterable[int]) -> PhraseBook:
        """Return the book without the phrases of some entries."""
        gone = set(entries)
        found = {token for number in gone for token in words_with(self._shelves, f"={number}|")}
        own = dict(self._own)
        for token in found.union(own) if gone else ():
            most, *both = self._head(token) or NO_HEAD
            left = [{p: n for p, n in _numbers(text).items() if n not in gone} for text in both]
            own[token] = Head(most, *map(_text, left))
        return PhraseBook(self._shelves, self.stops, own)

    def extended(self, tables: Iterable[Table]) -> PhraseBook:
        """Return the book with more phrases; those of the last table count where several have one."""
        own, stops = dict(self._own), self.stops
        for table in tables:
            for token, new in _by_head(table).items():
                had = own.get(token) or self._head(token) or NO_HEAD
                forms = {**_numbers(had.forms), **_numbers(new.forms)}
                capitals = {**_numbers(had.capitals), **_numbers(new.capitals)}
                own[token] = Head(max(had.most, new.most), _text(forms), _text(capitals))
            stops |= table.stops
        return PhraseBook(self._shelves, stops, own)


def _by_head(table: Table) -> dict[str, Head]:
    found: dict[str, tuple[dict[str, int], dict[str, int]]] = {}
    for phrase, number in table.forms.items():
        token, _, tail = phrase.partition(" ")
        found.setdefault(token, ({}, {}))[0][tail] = number
    for phrase, number in table.capitals.items():
        found.setdefault(phrase.partition(" ")[0].lower(), ({}, {}))[1][phrase] = number
    return {
        token: Head(table.heads.get(token, 0), _text(forms), _text(capitals))
        for token, (forms, capitals) in found.items()
    }


def _head(line: str) -> Head:
    most, forms, capitals = line.split("/")
    return Head(int(most), forms, capitals)


def _text(phrases: Mapping[str, int]) -> str:
    """Return phrases as one text; no token has a blank, a bar, a slash or an equals sign.

    Longer ones come first: see `Head.follow`.
    """
    phrases = dict(sorted(phrases.items(), key=lambda item: -item[0].count(" ")))
    return "".join([*(f"|{phrase}={n}" for phrase, n in phrases.items()), "|"]) if phrases else ""


def _numbers(text: str) -> dict[str, int]:
    pairs = (pair.split("=") for pair in text.split("|")[1:-1])
    return {phrase: int(number) for phrase, number in pairs}
