"""Find the phrases of a word list in a text: token by token, the longest phrase wins.

A phrase is looked up by its first token, then by the tokens joined with blanks, so hyphens, curly
apostrophes and odd blanks make no difference. May not know what a phrase means, nor any page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import accumulate, compress
from typing import NamedTuple

from plainlang.findings import Span
from plainlang.language.morphology import english_forms, spanish_forms

_WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(r"\S+")
_GAPS = frozenset(" -'’/.,&\u00a0\u2009\u202f\u2010\u2011\u2013") | {
    " & ",
    "+",
    "'‑",
    "ʼ",
    "",
    " / ",
}
_INFLECT: dict[str, Callable[[tuple[str, ...]], list[tuple[str, ...]]]] = {
    "en": english_forms,
    "es": spanish_forms,
}


class Table(NamedTuple):
    """A compiled word list, made of what `marshal` knows.

    `forms` maps lower-case tokens joined with blanks to an entry's number, `capitals` the same for
    phrases with an acronym in them, whose acronym keeps its capitals. `heads` maps a first token
    (lower case) to the number of tokens of the longest phrase that starts with it; `pairs` holds
    the first two tokens of all phrases that have two.
    """

    forms: dict[str, int]
    capitals: dict[str, int]
    heads: dict[str, int]
    pairs: set[str]

    def copied(self) -> Table:
        """Return a table that can be changed without changing this one."""
        return Table(dict(self.forms), dict(self.capitals), dict(self.heads), set(self.pairs))


class Match(NamedTuple):
    """Entry number and place of a phrase in a text."""

    entry: int
    span: Span


def is_acronym_token(token: str) -> bool:
    """Tell whether capitals matter in `token`: "AIDS", "CTs", not "A1C", "Ad" or "I"."""
    if len(token) > 2 and token[-1] == "s":
        token = token[:-1]
    return len(token) > 1 and token.isupper() and token.isalpha()


def tokens_of(phrase: str) -> list[str]:
    """Return the tokens of `phrase` as they are written: "Crohn’s" gives "Crohn" and "s"."""
    return _WORD.findall(phrase)


def _key(tokens: Iterable[str]) -> str:
    return " ".join(t if is_acronym_token(t) else t.lower() for t in tokens)


def build_table(phrases: Iterable[tuple[int, int, str]], language: str, inflect: bool) -> Table:
    """Compile `(entry number, rank, phrase)`; of two entries that share a form the lower rank wins.

    With `inflect`, plurals and other forms of each phrase are added wherever no phrase claims them.
    """
    table = Table({}, {}, {}, set())
    ranked = sorted(phrases, key=lambda item: item[1])
    for entry, _, phrase in ranked:
        _add(table, tokens_of(phrase), entry)
    if inflect and language in _INFLECT:
        for entry, _, phrase in ranked:
            for tokens in _inflected(tokens_of(phrase), language):
                _add(table, tokens, entry)
            if "-" in phrase:
                closed = phrase.replace("-", "")
                for tokens in [tokens_of(closed), *_inflected(tokens_of(closed), language)]:
                    _add(table, tokens, entry)
    return table


def _inflected(tokens: list[str], language: str) -> list[list[str]]:
    if not tokens:
        return []
    if is_acronym_token(tokens[-1]):
        return [] if tokens[-1][-1] == "s" else [[*tokens[:-1], tokens[-1] + "s"]]
    lowered = {t.lower(): t for t in tokens if is_acronym_token(t)}
    forms = _INFLECT[language](tuple(t.lower() for t in tokens))
    return [[lowered.get(t, t) for t in form] for form in forms]


def _add(table: Table, tokens: list[str], entry: int) -> None:
    if not tokens:
        return
    if any(map(is_acronym_token, tokens)):
        table.capitals.setdefault(_key(tokens), entry)
        table.capitals.setdefault(" ".join(tokens).upper(), entry)
    else:
        table.forms.setdefault(" ".join(tokens).lower(), entry)
    head = tokens[0].lower()
    if len(tokens) > 1:
        table.pairs.add(f"{head} {tokens[1].lower()}")
    table.heads[head] = max(table.heads.get(head, 0), len(tokens))


def lower_same_length(text: str) -> str:
    """Return `text` in lower case, offsets kept (a few letters grow when they are lowered)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


# What a run of text without blanks is to a table.
_COLD, _ALONE, _STARTS, _BOTH, _TANGLED, _ENDS = range(6)


class _Kinds(dict[str, int]):
    """What runs are to a table, remembered between texts.

    Cold: no phrase starts in it. Alone: it is a phrase. Starts: longer phrases start with it. Both.
    Ends: a phrase and the stop of its clause.
    Tangled: it has other characters than one token's, so it has to be looked at closely.
    """

    __slots__ = ("_singles", "_table")

    def __init__(self, table: Table, singles: frozenset[str]) -> None:
        super().__init__()
        self._table = table
        self._singles = singles

    def __missing__(self, run: str) -> int:
        if len(self) > 100_000:
            self.clear()
        heads, singles = self._table.heads, self._singles
        tokens = _WORD.findall(run)
        starting = [t for t in tokens if t in heads]
        if not starting:
            kind = _COLD
        elif tokens[0] == run:
            kind = _ALONE if heads[run] == 1 else _BOTH if run in singles else _STARTS
        elif len(tokens) == 1 and run[-1] in ".,;:!?)" and run.startswith(tokens[0]):
            kind = _ENDS if tokens[0] in singles else _COLD  # no longer phrase starts here
        else:
            kind = _TANGLED
        self[run] = kind
        return kind


class _First(dict[str, str]):
    """The first token of a run, remembered between texts; "" when it does not start with one."""

    __slots__ = ()

    def __missing__(self, run: str) -> str:
        if len(self) > 100_000:
            self.clear()
        m = _WORD.match(run)
        token = self[run] = m[0] if m else ""
        return token


class Finder:
    """Finds the phrases of one table; remembers which words can start one."""

    __slots__ = ("_acronym_heads", "_first", "_kinds", "table")

    def __init__(self, table: Table) -> None:
        self.table = table
        self._acronym_heads = frozenset(k.split(" ", 1)[0].lower() for k in table.capitals)
        singles = {k for k in table.forms if " " not in k}
        singles.update(k.lower() for k in table.capitals if " " not in k)
        self._kinds = _Kinds(table, frozenset(singles))
        self._first = _First()

    def find(self, text: str, *, whole: bool = False) -> list[Match]:
        """Return the phrases in `text`, in order; where two overlap the longer one.

        Spans count code points of `text`. A possessive's "’s" is left out of the span. With
        `whole`, a phrase that a hyphen ties to another word does not count.
        """
        lower = lower_same_length(text)
        runs = lower.split()
        kinds = self._kinds
        hot = list(compress(range(len(runs)), map(kinds.__getitem__, runs)))
        if not hot:
            return []
        ends = list(accumulate(map(len, runs), initial=0))
        if len(lower) == ends[-1] + len(runs) - 1:  # single blanks, none at the ends
            offsets = [ends[i] + i for i in hot]
        else:
            places = [m.start() for m in _RUN.finditer(lower)]
            offsets = [places[i] for i in hot]
        runs.append("")
        found: list[Match] = []
        for i, offset in zip(hot, offsets, strict=True):
            run = runs[i]
            kind = kinds[run]
            if kind == _ENDS:
                hits = [self._single(text, self._first[run], offset)]
            elif kind == _TANGLED:
                hits = self._in_tangle(text, lower, offset, run)
            elif kind != _ALONE and f"{run} {self._first[runs[i + 1]]}" in self.table.pairs:
                hits = [self._longest(text, lower, offset)]
            elif kind != _STARTS:
                hits = [self._single(text, run, offset)]
            else:
                continue
            for hit in hits:
                if hit is not None and _stands_free(text, hit.span, whole):
                    _add_longer(found, hit)
        return found

    def _in_tangle(self, text: str, lower: str, offset: int, run: str) -> list[Match | None]:
        """Return what starts at the tokens of a run that has more than one token's characters."""
        heads = self.table.heads
        tokens = _WORD.finditer(lower, offset, offset + len(run))
        return [self._longest(text, lower, m.start()) for m in tokens if m[0] in heads]

    def _single(self, text: str, run: str, start: int) -> Match | None:
        """Return the phrase that is the one token `run`."""
        end = start + len(run)
        entry = None
        if run in self._acronym_heads:
            entry = self.table.capitals.get(text[start:end])
            if entry is not None and _shouted(text, start, end):
                entry = None
        if entry is None:
            entry = self.table.forms.get(run)
        return None if entry is None else Match(entry, Span(start, end))

    def _longest(self, text: str, lower: str, start: int) -> Match | None:
        """Return the longest phrase that starts at `start`, if any does."""
        words = _WORD.finditer(lower, start)
        first = next(words)
        most = self.table.heads[first[0]]
        tokens = [first[0]]
        ends = [first.end()]
        while len(tokens) < most and (m := next(words, None)):
            if (
                lower[ends[-1] : m.start()] not in _GAPS
                and not lower[ends[-1] : m.start()].isspace()
            ):
                break
            tokens.append(m[0])
            ends.append(m.end())
        forms = self.table.forms
        capitals = self.table.capitals if tokens[0] in self._acronym_heads else None
        for n in range(len(tokens), 0, -1):
            if capitals:
                entry = capitals.get(_key(tokens_of(text[start : ends[n - 1]])))
                if entry is not None and not (n == 1 and _shouted(text, start, ends[0])):
                    return Match(entry, Span(start, ends[n - 1]))
            entry = forms.get(tokens[0] if n == 1 else " ".join(tokens[:n]))
            if entry is not None:
                return Match(entry, Span(start, ends[n - 1]))
        return None


def _add_longer(found: list[Match], hit: Match) -> None:
    """Add `hit`, unless the last match overlaps it and is as long; drop that if it is shorter."""
    if found and hit.span.start < found[-1].span.end:
        last = found[-1].span
        if hit.span.end - hit.span.start <= last.end - last.start:
            return
        found.pop()
    found.append(hit)


def _shouted(text: str, start: int, end: int) -> bool:
    """Tell whether the words around `text[start:end]` are all in capitals too."""
    near = text[max(0, start - 30) : start].split()[-1:] + text[end : end + 30].split()[:1]
    near = [word for word in near if any(map(str.isalpha, word))]
    return bool(near) and all(len(word) > 1 and word.isupper() for word in near)


def _stands_free(text: str, span: Span, whole: bool) -> bool:
    """Tell whether the match is a word of the text, not a piece of an address or a file name."""
    before = text[span.start - 1] if span.start else " "
    after = text[span.end] if span.end < len(text) else " "
    if before in "@_#\\" or after in "@_":
        return False
    if before == "." and span.start > 1 and text[span.start - 2].isalnum():
        return False
    if after == "." and span.end + 1 < len(text) and text[span.end + 1].isalnum():
        return False
    if before == "/" and span.start > 1 and text[span.start - 2] in "/.":
        return False
    if whole and (before in "-‐‑’'" or after in "-‐‑"):
        # A quotation mark that closes or opens is no tie: it has a blank on its other side.
        outer = text[span.start - 2] if span.start > 1 else " "
        tied_before = before in "-‐‑’'" and outer.isalnum()
        tied_after = after in "-‐‑" and text[span.end + 1 : span.end + 2].isalnum()
        return not (tied_before or tied_after)
    return True
