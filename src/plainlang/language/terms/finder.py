"""Find the phrases of a word list in a text: token by token, the longest phrase wins.

A phrase is looked up by its first token, then by the tokens joined with blanks, so hyphens, curly
apostrophes and odd blanks make no difference. May not know what a phrase means, nor any page.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, zip_longest

from plainlang.language.terms.phrase_table import key_of, tokens_of
from plainlang.language.terms.phrases import NO_HEAD, Follow, Head, PhraseBook, number_of
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

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


_ENDING = ".,;:!?)"  # marks behind a word
_FREE = " ,;:"  # what stands behind most words
_REMEMBERED = 20_000  # runs, in two megabytes; the pages of a site share most of theirs


class _Words(NamedTuple):
    """A text in lower case, and its runs without blanks, with two empty ones behind them.

    `starts` tells where each run starts when more than single blanks part them, else it is None.
    """

    lower: str
    runs: list[str]
    starts: list[int] | None


@lru_cache(maxsize=256)  # the blocks of a page, which more than one list is looked up in
def _words_of(text: str) -> _Words:
    lower = lower_same_length(text)
    runs = lower.split()
    starts = None if lower == " ".join(runs) else [m.start() for m in _RUN.finditer(lower)]
    runs += ("", "")
    return _Words(lower, runs, starts)


_NOTHING: Follow = {}


class _Run(NamedTuple):
    """What a run of text without blanks is to a list.

    `token` is all of it but the marks behind, `head` the phrases that start with that, `follow` what
    may follow it in longer ones (see `Head`), `entry` the phrase that it is alone. Look closer at its capitals when `is_acronym`, at what follows when
    `special`, and at `places` inside a run of several tokens.
    """

    follow: Follow
    token: str
    entry: int | None
    is_acronym: bool = False
    special: bool = False
    head: Head = NO_HEAD
    places: tuple[int, ...] = ()


class _Runs(dict[str, _Run | None]):
    """What runs are to a list, remembered between texts; None where no phrase can start."""

    __slots__ = ("_book", "_openers")

    def __init__(self, book: PhraseBook) -> None:
        super().__init__()
        self._book = book
        # What has stops inside a phrase needs the closer look, as what has capitals does.
        self._openers = {stop.split(" ", 1)[0] for stop in book.stops}

    def __missing__(self, run: str) -> _Run | None:
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[run] = self._look_at(run)
        return found

    def _look_at(self, run: str) -> _Run | None:
        if self.get(run.rstrip(_ENDING), run) is None:  # as little as without the marks behind
            return None
        tokens = [run] if run.isalnum() else _WORD.findall(run)
        heads = list(map(self._book.head, tokens))
        if not any(heads):
            return None
        token, head = tokens[0], heads[0] or NO_HEAD
        if token != run and (
            len(tokens) > 1
            or not run.startswith(token)
            or run[-1] not in _ENDING  # behind such a mark no longer phrase goes on
            or run in self._book.stops  # "e." of "E. coli"
        ):
            places = tuple(self._places_in(run, heads))
            return _Run(_NOTHING, token, None, places=places) if places else None
        follow = head.follow() if token == run else _NOTHING
        entry, is_acronym = number_of(head.forms, ""), head.is_acronym()
        if entry is None and not is_acronym and not follow:
            return None
        special = bool(head.capitals) or token in self._openers
        return _Run(follow, token, entry, is_acronym, special, head)

    def _places_in(self, run: str, heads: list[Head | None]) -> Iterator[int]:
        """Yield where in a run of several tokens phrases may start; the last may go on behind it."""
        words = list(_WORD.finditer(run))
        for m, head, behind in zip_longest(words, heads, words[1:]):
            if head is not None and (
                "|=" in head.forms
                or head.is_acronym()
                or (head.most > 1 and (behind is None or head.may_go_on(behind[0])))
            ):
                yield m.start()


@lru_cache(maxsize=4096)
def _first_token(run: str) -> str:
    """Return the first token of a run; "" when it does not start with one."""
    m = _WORD.match(run)
    return m[0] if m else ""


class Finder:
    """Finds the phrases of one list; remembers which words can start one."""

    __slots__ = ("_book", "_runs")

    def __init__(self, book: PhraseBook) -> None:
        self._book = book
        self._runs = _Runs(book)

    def find(self, text: str, *, whole: bool = False) -> list[Hit]:
        """Return the phrases in `text`, in order; where two overlap the longer one.

        Offsets count code points of `text`. A possessive's "’s" is left out of them. With `whole`,
        a phrase that a hyphen ties to another word does not count.
        """
        lower, runs, starts = _words_of(text)
        met = list(map(self._runs.__getitem__, runs))
        found: list[Hit] = []
        last = start = 0  # the run that was looked at last, and where it starts
        for i in compress(range(len(met)), met):
            follow, token, entry, is_acronym, special, head, inside = met[i]  # type: ignore[misc]
            second = runs[i + 1]
            if follow and not second.isalnum():
                second = _first_token(second)
            pair = follow.get(second)
            if pair is None and entry is None and not is_acronym and not inside:
                continue
            start = starts[i] if starts else start + _length(runs[last:i])
            last = i
            end = start + len(token)
            if pair is not None:
                if starts or special or self._may_go_on(head, second, runs, i + 1):
                    inside = (0,)
                elif pair:
                    entry, end = int(pair), end + 1 + len(second)
            if inside:
                for at in inside:
                    hit = self._longest(text, lower, start + at)
                    if hit is not None and _stands_free(text, hit, whole):
                        _add(found, hit)
                continue
            if is_acronym:
                acronym = self._acronym(text, start, end, head)
                entry = entry if acronym is None else acronym
            if entry is not None:
                _add(found, (entry, start, end))
        return found

    def _may_go_on(self, head: Head, second: str, runs: list[str], at: int) -> bool:
        """Tell whether a phrase may have more tokens than the two that end in the run `at`."""
        if runs[at] != second:
            return runs[at].rstrip(_ENDING) != second
        third = _first_token(runs[at + 1])
        return head.may_go_on(f"{second} {third}") if third else f"|{second} " in head.forms

    def _acronym(self, text: str, start: int, end: int, head: Head) -> int | None:
        """Return the entry whose capitals `text[start:end]` has, unless all around it is in capitals."""
        entry = number_of(head.capitals, text[start:end])
        return None if entry is None or self._shouted(text, start, end) else entry

    def _longest(self, text: str, lower: str, start: int) -> Hit | None:
        """Return the longest phrase that starts at `start`, if any does."""
        words = _WORD.finditer(lower, start)
        first = next(words)
        head = self._book.head(first[0]) or NO_HEAD
        most, forms, capitals = head
        tokens = [first[0]]
        ends = [first.end()]
        unbroken = most  # tokens up to the first stop
        while len(tokens) < most and (m := next(words, None)):
            if len(tokens) == 1 and not head.may_go_on(m[0]):
                break
            gap = lower[ends[-1] : m.start()]
            if gap not in _GAPS and not gap.isspace():
                if not _is_stop(gap):
                    break
                unbroken = min(unbroken, len(tokens))
            tokens.append(m[0])
            ends.append(m.end())
        for n in range(len(tokens), 0, -1):
            if n > unbroken and " ".join(tokens[:n]) not in self._book.stops:
                continue
            end = ends[n - 1]
            if capitals:
                entry = number_of(capitals, key_of(tokens_of(text[start:end])))
                if entry is not None and not (n == 1 and self._shouted(text, start, ends[0])):
                    return entry, start, end
            entry = number_of(forms, " ".join(tokens[1:n]))
            if entry is not None:
                last = text[end : end + 1]
                if (last == ")" and "(" in text[start:end]) or (last == "." == text[end - 2]):
                    end += 1  # "lipoprotein(a)", "p.r.n."
                return entry, start, end
        return None

    def _shouted(self, text: str, start: int, end: int) -> bool:
        """Tell whether the words around `text[start:end]` are all in capitals too.

        Known acronyms tell nothing: the word behind them does ("OTC NSAIDs").
        """
        before = text[max(0, start - 30) : start].split()[::-1]
        after = text[end : end + 30].split()
        near = [word for words in (before, after) if (word := self._first_to_tell(words))]
        return bool(near) and all(len(word) > 1 and word.isupper() for word in near)

    def _first_to_tell(self, words: list[str]) -> str:
        """Return the nearest word, if it has letters, that is no acronym; "" when there is none."""
        for word in words:
            if not self._book.has_capitals(tokens_of(word)):
                return word if any(map(str.isalpha, word)) else ""
        return ""


def _length(runs: list[str]) -> int:
    """Return the length of runs with a blank behind each."""
    return len(" ".join(runs)) + 1 if runs else 0


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
