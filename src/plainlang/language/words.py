"""Words with exact offsets, as readability formulas count them. Knows no page and no grade.

A word is a run of letters and digits. Inner apostrophes and hyphens belong to it ("don't",
"well-being" are one word), and so do the points of "U.S.", "Ph.D." and "e.g.", and what stands between the
digits of a number ("0.5", "1,200", "5:30"). A web or mail address is one word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from plainlang.findings import Span
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_LETTER = r"[^\W_]"
# Accents that stand alone belong to their letter. Runs of letters come first: that is twice as fast.
_RUNS = rf"{_LETTER}+(?:(?:[\u0300-\u036f]|['’‐‑-](?={_LETTER})){_LETTER}*)*"
_SIMPLE = compile_pattern(_RUNS)
_FULL = compile_pattern(
    rf"""(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”'’.,;:!?)\]]
    | {_LETTER}[\w.+-]*@[\w-]+(?:\.[\w-]+)+
    | {_LETTER}[\w-]*(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|mil|int|info|uk|us|es|mx|html?)\b(?:/[^\s<>"“”]*[\w/])?
    | (?-i:[A-Z][a-z]\.[A-Z](?!\w)\.?)
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?
    | (?:(?<![\w.])\.)?\d+(?:[.,:/]\d+)*(?:{_LETTER}|['’‐‑-](?={_LETTER}))*
    | {_RUNS}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# ".5", "1,000", "@", "://": the first characters alone are looked for, which is faster.
_SPECIAL = compile_pattern(r"[.,:/@](?:(?<=@)|(?<=\.)\w|(?<=\d[,:/])\d|(?<=:)//)")

_ACCENT = compile_pattern("[\u0300-\u036f]")


def split_words(text: str) -> list[Span]:
    """Return the spans of the words of `text`, in order."""
    return [Span(*match.span()) for match in find_words(text)]


def find_words(text: str) -> list[re.Match[str]]:
    """Return the words of `text` as matches: for whoever needs the spans of few."""
    return list(_pattern_for(text).finditer(text))


def list_words(text: str) -> list[str]:
    """Return the words of `text` themselves, in order; three times as fast as their spans."""
    return _pattern_for(text).findall(text)


def is_alike_anywhere(run: str) -> bool:
    """Tell whether what stands between two blanks has the same words alone as in any text.

    No word reaches over a blank; but a text with an address or a number in it is read by another
    pattern, to which "www.-" and an accent alone, behind a number, are not the same.
    """
    return "www." not in run.lower() and (run.isascii() or _ACCENT.search(run) is None)


class Runs(NamedTuple):
    """Texts as one `text`, each on a line: its runs between blanks, in order, and which there are.

    The `plain` ones are letters alone, and words, as most are; the `others` stand between blanks here.
    No word has a blank in it.
    """

    texts: Sequence[str]
    text: str
    runs: list[str]
    plain: set[str]
    others: str


def runs_of(texts: Sequence[str]) -> Runs:
    """Return the runs of texts."""
    text = "\n".join(texts)
    runs = text.split()
    different = set(runs)
    plain = set(filter(str.isalpha, different))
    return Runs(texts, text, runs, plain, " ".join(different - plain))


def different_words(runs: Runs) -> set[str]:
    """Return the words of all texts, each once; five times as fast as to list them."""
    others = runs.others
    found = set(runs.plain)
    if not is_alike_anywhere(others):
        found.update(*(list_words(text) for text in runs.texts if not is_alike_anywhere(text)))
        others = " ".join(filter(is_alike_anywhere, others.split()))
    special = {others[slice(*_run_at(others, m.start()))] for m in _SPECIAL.finditer(others)}
    if special:
        found.update(_FULL.findall(" ".join(special)))
        others = " ".join(set(others.split()) - special)
    found.update(_SIMPLE.findall(others))
    return found


def runs_with(runs: Runs, words: Collection[str]) -> dict[str, set[str]]:
    """Return the runs that have the letters of words in them, each with those words."""
    found = {word: {word} for word in runs.plain.intersection(words)}
    others = runs.others
    for word in words:
        at = others.find(word)
        while at >= 0:
            start, end = _run_at(others, at)
            found.setdefault(others[start:end], set()).add(word)
            at = others.find(word, end)
    return found


def _run_at(text: str, at: int) -> tuple[int, int]:
    """Return where what stands around a place starts and ends; only " " parts it from others."""
    end = text.find(" ", at)
    return text.rfind(" ", 0, at) + 1, end if end >= 0 else len(text)


def find_run(text: str, run: str, start: int) -> int:
    """Return where a run between blanks, which is in `text` from `start` on, stands first."""
    at = text.find(run, start)
    end = at + len(run)
    while not (at == 0 or text[at - 1].isspace()) or not (end == len(text) or text[end].isspace()):
        at = text.find(run, at + 1)
        end = at + len(run)
    return at


def is_word(text: str, span: Span) -> bool:
    """Tell whether a part of `text` is exactly one of its words."""
    start = text.rfind(" ", 0, span.start) + 1
    end = text.find(" ", span.end)
    words = _pattern_for(text).finditer(text, start, end if end >= 0 else len(text))
    return any(word.span() == span for word in words)


def _pattern_for(text: str) -> re.Pattern[str]:
    return _FULL if _SPECIAL.search(text) else _SIMPLE
