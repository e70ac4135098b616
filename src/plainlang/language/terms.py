"""Find the phrases of a word list in a text: token by token, the longest phrase wins.

A phrase is looked up by its first token, then by the tokens joined with blanks, so hyphens, curly
apostrophes and odd blanks make no difference. May not know what a phrase means, nor any page.
"""

from __future__ import annotations

from collections.abc import Container
from itertools import accumulate, compress

from plainlang.language.phrase_table import Table, key_of, tokens_of
from plainlang.patterns import compile_pattern

_WORD = compile_pattern(r"[^\W_]+")
_RUN = compile_pattern(r"\S+")
_GAPS = frozenset(" -'’/.,&\u00a0\u2009\u202f\u2010\u2011\u2013") | {
    " & ",
    "+",
    "'‑",
    "ʼ",
    "",
    " / ",
}


Hit = tuple[int, int, int]  # a phrase in a text: the number of its entry, its start, its end


def lower_same_length(text: str) -> str:
    """Return `text` in lower case, offsets kept (a few letters grow when they are lowered)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


# What a run of text without blanks is to a table.
_ENDING = ".,;:!?)"
_FREE = " ,;:"  # what stands behind most words
_COLD, _ALONE, _STARTS, _BOTH, _TANGLED, _ENDS, _LONGER = range(7)
_HEADS = (_STARTS, _BOTH)
_REMEMBERED = 20_000  # runs; each of what is remembered of them takes two megabytes then


class _Kinds(dict[str, int]):
    """What runs are to a table, remembered between texts.

    Cold: no phrase starts in it. Alone: it is a phrase. Starts: longer phrases start with it. Both.
    Ends: a phrase and the stop of its clause.
    Tangled: it has other characters than one token's, so it has to be looked at closely.
    """

    __slots__ = ("_acronyms", "_table")

    def __init__(self, table: Table, acronyms: frozenset[str]) -> None:
        super().__init__()
        self._table = table
        self._acronyms = acronyms

    def __missing__(self, run: str) -> int:
        if len(self) > _REMEMBERED:
            self.clear()
        heads = self._table.heads
        tokens = _WORD.findall(run)
        starting = [t for t in tokens if t in heads]
        if not starting:
            kind = _COLD
        elif tokens[0] == run:
            kind = _ALONE if heads[run] == 1 else _BOTH if self._is_phrase(run) else _STARTS
        elif len(tokens) == 1 and run[-1] in ".,;:!?)" and run.startswith(tokens[0]):
            if run in self._table.stops:  # "E. coli"
                kind = _TANGLED
            else:
                # No longer phrase starts here.
                kind = _ENDS if self._is_phrase(tokens[0]) else _COLD
        else:
            kind = _TANGLED
        self[run] = kind
        return kind

    def _is_phrase(self, token: str) -> bool:
        return token in self._table.forms or token in self._acronyms


class _First(dict[str, str]):
    """The first token of a run, remembered between texts; "" when it does not start with one."""

    __slots__ = ()

    def __missing__(self, run: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        m = _WORD.match(run)
        token = self[run] = m[0] if m else ""
        return token


class _Inside(dict[str, tuple[int, ...]]):
    """Where in a run of several tokens phrases may start, remembered between texts."""

    __slots__ = ("_heads",)

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._heads = table.heads

    def __missing__(self, run: str) -> tuple[int, ...]:
        if len(self) > _REMEMBERED:
            self.clear()
        heads = self._heads
        places = self[run] = tuple(m.start() for m in _WORD.finditer(run) if m[0] in heads)
        return places


class Finder:
    """Finds the phrases of one table; remembers which words can start one."""

    __slots__ = ("_acronym_heads", "_first", "_inside", "_kinds", "_special", "table")

    def __init__(self, table: Table) -> None:
        self.table = table
        self._acronym_heads = frozenset(k.split(" ", 1)[0].lower() for k in table.capitals)
        acronyms = frozenset(k.lower() for k in table.capitals if " " not in k)
        self._kinds = _Kinds(table, acronyms)
        self._first = _First()
        self._inside = _Inside(table)
        # What has capitals or stops inside a phrase needs the closer look.
        self._special = self._acronym_heads | {s.split(" ", 1)[0] for s in table.stops}

    def find(self, text: str, *, whole: bool = False) -> list[Hit]:
        """Return the phrases in `text`, in order; where two overlap the longer one.

        Offsets count code points of `text`. A possessive's "’s" is left out of them. With `whole`,
        a phrase that a hyphen ties to another word does not count.
        """
        lower = lower_same_length(text)
        runs = lower.split()
        kinds = list(map(self._kinds.__getitem__, runs))
        if not any(kinds):
            return []
        ends = list(accumulate(map(len, runs), initial=0))
        even = len(lower) == ends[-1] + len(runs) - 1  # single blanks, none at the ends
        places = None if even else [m.start() for m in _RUN.finditer(lower)]
        runs.append("")
        first, pairs, forms = self._first, self.table.pairs, self.table.forms
        found: list[Hit] = []
        for i in compress(range(len(kinds)), kinds):
            kind = kinds[i]
            run = runs[i]
            if kind in _HEADS:
                if f"{run} {first[runs[i + 1]]}" in pairs:
                    kind = _LONGER
                elif kind == _STARTS:
                    continue
            offset = ends[i] + i if places is None else places[i]
            if kind == _TANGLED:
                for at in self._inside[run]:
                    hit = self._longest(text, lower, offset + at)
                    if hit is not None and _stands_free(text, hit, whole):
                        _add(found, hit)
            elif kind == _LONGER:
                if even and run not in self._special:
                    hit = self._plain(text, lower, offset, runs, i)
                else:
                    hit = self._longest(text, lower, offset)
                if hit is not None and _stands_free(text, hit, whole):
                    _add(found, hit)
            else:  # one token with blanks around it, or behind its stop
                token = first[run] if kind == _ENDS else run
                entry = forms.get(token)
                if token in self._acronym_heads:
                    entry = self._acronym(text, offset, offset + len(token)) or entry
                if entry is not None:
                    _add(found, (entry, offset, offset + len(token)))
        return found

    def _acronym(self, text: str, start: int, end: int) -> int | None:
        """Return the entry whose capitals `text[start:end]` has, unless all around it is in capitals."""
        entry = self.table.capitals.get(text[start:end])
        return None if entry is None or _shouted(text, start, end, self.table.capitals) else entry

    def _plain(self, text: str, lower: str, offset: int, runs: list[str], at: int) -> Hit | None:
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
                return entry, offset, offset + len(phrase)
        return None

    def _longest(self, text: str, lower: str, start: int) -> Hit | None:
        """Return the longest phrase that starts at `start`, if any does."""
        words = _WORD.finditer(lower, start)
        first = next(words)
        most = self.table.heads[first[0]]
        tokens = [first[0]]
        ends = [first.end()]
        unbroken = most  # tokens up to the first stop
        while len(tokens) < most and (m := next(words, None)):
            if len(tokens) == 1 and f"{tokens[0]} {m[0]}" not in self.table.pairs:
                break
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
                if entry is not None and not (n == 1 and _shouted(text, start, ends[0], capitals)):
                    return entry, start, end
            entry = forms.get(tokens[0] if n == 1 else " ".join(tokens[:n]))
            if entry is not None:
                if text[end : end + 1] == ")" and "(" in text[start:end]:
                    end += 1
                return entry, start, end
        return None


def _is_stop(gap: str) -> bool:
    """Tell whether a gap may stand in a phrase that is written so: "E. coli", "lipoprotein(a)"."""
    return gap == "(" or (gap[:1] in (".", ",", ")") and gap[1:].isspace())


def _add(found: list[Hit], hit: Hit) -> None:
    """Add `hit`, unless the last one overlaps it and is as long; drop that if it is shorter."""
    if found:
        _, start, end = found[-1]
        if hit[1] < end:
            if hit[2] - hit[1] <= end - start:
                return
            found.pop()
    found.append(hit)


def _shouted(text: str, start: int, end: int, acronyms: Container[str]) -> bool:
    """Tell whether the words around `text[start:end]` are all in capitals too.

    Known acronyms tell nothing: the word behind them does ("OTC NSAIDs").
    """
    before = text[max(0, start - 30) : start].split()[::-1]
    after = text[end : end + 30].split()
    near = [word for words in (before, after) if (word := _first_to_tell(words, acronyms))]
    return bool(near) and all(len(word) > 1 and word.isupper() for word in near)


def _first_to_tell(words: list[str], acronyms: Container[str]) -> str:
    """Return the nearest word, if it has letters, that is no acronym; "" when there is none."""
    for word in words:
        if key_of(tokens_of(word)) not in acronyms:
            return word if any(map(str.isalpha, word)) else ""
    return ""


def _stands_free(text: str, hit: Hit, whole: bool) -> bool:
    """Tell whether the phrase is words of the text, not a piece of an address or a file name."""
    _, start, end = hit
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before == " " and after in _FREE:
        return True
    if before in "@_#\\" or after in "@_":
        return False
    if before == "." and start > 1 and text[start - 2].isalnum():
        return False
    if after == "." and end + 1 < len(text) and text[end + 1].isalnum():
        return False
    if before == "/" and start > 1 and text[start - 2] in "/.":
        return False
    if whole and (before in "-‐‑’'" or after in "-‐‑"):
        # A quotation mark that closes or opens is no tie: it has a blank on its other side.
        outer = text[start - 2] if start > 1 else " "
        tied_before = before in "-‐‑’'" and outer.isalnum()
        tied_after = after in "-‐‑" and text[end + 1 : end + 2].isalnum()
        return not (tied_before or tied_after)
    return True
