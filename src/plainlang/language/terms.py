"""Find the phrases of a word list in a text: token by token, the longest phrase wins.

A phrase is looked up by its first token, then by the tokens joined with blanks, so hyphens, curly
apostrophes and odd blanks make no difference. May not know what a phrase means, nor any page.
"""

from __future__ import annotations

import re
from itertools import accumulate, compress
from typing import NamedTuple

from plainlang.findings import Span
from plainlang.language.phrase_table import Table, key_of, tokens_of

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


class Match(NamedTuple):
    """Entry number and place of a phrase in a text."""

    entry: int
    span: Span


def lower_same_length(text: str) -> str:
    """Return `text` in lower case, offsets kept (a few letters grow when they are lowered)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


# What a run of text without blanks is to a table.
_ENDING = ".,;:!?)"
_FREE = " ,;:"  # what stands behind most words
_COLD, _ALONE, _STARTS, _BOTH, _TANGLED, _ENDS = range(6)
_HEADS = (_STARTS, _BOTH)


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
            if run in self._table.stops:  # "E. coli"
                kind = _TANGLED
            else:
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

    __slots__ = ("_acronym_heads", "_first", "_kinds", "_special", "table")

    def __init__(self, table: Table) -> None:
        self.table = table
        self._acronym_heads = frozenset(k.split(" ", 1)[0].lower() for k in table.capitals)
        singles = {k for k in table.forms if " " not in k}
        singles.update(k.lower() for k in table.capitals if " " not in k)
        self._kinds = _Kinds(table, frozenset(singles))
        self._first = _First()
        # What has capitals or stops inside a phrase needs the closer look.
        self._special = self._acronym_heads | {s.split(" ", 1)[0] for s in table.stops}

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
        even = len(lower) == ends[-1] + len(runs) - 1  # single blanks, none at the ends
        if even:
            offsets = [ends[i] + i for i in hot]
        else:
            places = [m.start() for m in _RUN.finditer(lower)]
            offsets = [places[i] for i in hot]
        runs.append("")
        first, pairs = self._first, self.table.pairs
        found: list[Match] = []
        for i, offset in zip(hot, offsets, strict=True):
            run = runs[i]
            kind = kinds[run]
            if kind in _HEADS:
                if f"{run} {first[runs[i + 1]]}" in pairs:
                    if even and run not in self._special:
                        hits = [self._plain(text, lower, offset, runs, i)]
                    else:
                        hits = [self._longest(text, lower, offset)]
                elif kind == _STARTS:
                    continue
                else:
                    hits = [self._single(text, run, offset)]
            elif kind == _TANGLED:
                hits = self._in_tangle(text, lower, offset, run)
            else:
                hits = [self._single(text, first[run] if kind == _ENDS else run, offset)]
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

    def _plain(self, text: str, lower: str, offset: int, runs: list[str], at: int) -> Match | None:
        """Do as `_longest` where the words are parted by single blanks and nothing else."""
        most = self.table.heads[runs[at]]
        parts = [runs[at]]
        for run in runs[at + 1 : at + most]:
            if run.isalnum():
                parts.append(run)
                continue
            bare = run.rstrip(_ENDING)
            if not bare.isalnum():
                return self._longest(text, lower, offset)
            parts.append(bare)
            break
        forms = self.table.forms
        for n in range(len(parts), 0, -1):
            phrase = " ".join(parts[:n]) if n > 1 else parts[0]
            entry = forms.get(phrase)
            if entry is not None:
                return Match(entry, Span(offset, offset + len(phrase)))
        return None

    def _longest(self, text: str, lower: str, start: int) -> Match | None:
        """Return the longest phrase that starts at `start`, if any does."""
        words = _WORD.finditer(lower, start)
        first = next(words)
        most = self.table.heads[first[0]]
        tokens = [first[0]]
        ends = [first.end()]
        unbroken = most  # tokens up to the first stop
        while len(tokens) < most and (m := next(words, None)):
            gap = lower[ends[-1] : m.start()]
            if gap not in _GAPS and not gap.isspace():
                if not _is_stop(gap):
                    break
                unbroken = min(unbroken, len(tokens))
            tokens.append(m[0])
            ends.append(m.end())
        forms = self.table.forms
        capitals = self.table.capitals if tokens[0] in self._acronym_heads else None
        for n in range(len(tokens), 0, -1):
            if n > unbroken and " ".join(tokens[:n]) not in self.table.stops:
                continue
            end = ends[n - 1]
            if capitals:
                entry = capitals.get(key_of(tokens_of(text[start:end])))
                if entry is not None and not (n == 1 and _shouted(text, start, ends[0])):
                    return Match(entry, Span(start, end))
            entry = forms.get(tokens[0] if n == 1 else " ".join(tokens[:n]))
            if entry is not None:
                if text[end : end + 1] == ")" and "(" in text[start:end]:
                    end += 1
                return Match(entry, Span(start, end))
        return None


def _is_stop(gap: str) -> bool:
    """Tell whether a gap may stand in a phrase that is written so: "E. coli", "lipoprotein(a)"."""
    return gap == "(" or (gap[:1] in (".", ",", ")") and gap[1:].isspace())


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
    if before == " " and after in _FREE:
        return True
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
