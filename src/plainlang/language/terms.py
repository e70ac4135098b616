"""Find the phrases of a word list in a text: token by token, the longest phrase wins.

A phrase is looked up by its first token, then by the tokens joined with blanks, so hyphens, curly
apostrophes and odd blanks make no difference. May not know what a phrase means, nor any page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import NamedTuple

from plainlang.findings import Span
from plainlang.language.morphology import english_forms, spanish_forms

_WORD = re.compile(r"([^\W_]+)")
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
    (lower case) to the number of tokens of the longest phrase that starts with it.
    """

    forms: dict[str, int]
    capitals: dict[str, int]
    heads: dict[str, int]


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
    table = Table({}, {}, {})
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
    table.heads[head] = max(table.heads.get(head, 0), len(tokens))


def lower_same_length(text: str) -> str:
    """Return `text` in lower case, offsets kept (a few letters grow when they are lowered)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


def find_phrases(table: Table, text: str, *, whole: bool = False) -> list[Match]:
    """Return the phrases of `table` in `text`, in order; where two overlap the longer one.

    Spans count code points of `text`. A possessive's "’s" is left out of the span. With `whole`, a
    phrase that a hyphen ties to another word does not count.
    """
    parts = _WORD.split(lower_same_length(text))
    heads = table.heads
    count = len(parts)
    if heads.keys().isdisjoint(parts[1::2]):
        return []
    at = list(accumulate(map(len, parts), initial=0))
    found: list[Match] = []
    last_end = -1
    for i in range(1, count, 2):
        longest = heads.get(parts[i])
        if longest is None:
            continue
        hit = _longest(table, parts, i, min(longest, (count - i) // 2), text, at)
        if hit is None:
            continue
        entry, stop = hit
        span = Span(at[i], at[stop + 1])
        if not _stands_free(text, span, whole):
            continue
        if span.start < last_end:
            previous = found[-1].span
            if span.end - span.start <= previous.end - previous.start:
                continue
            found.pop()
        found.append(Match(entry, span))
        last_end = span.end
    return found


def _longest(
    table: Table, parts: list[str], i: int, most: int, text: str, at: list[int]
) -> tuple[int, int] | None:
    """Return the entry of the longest phrase that starts at part `i`, and its last part."""
    if most == 1:
        joined = 1
    else:
        joined = 1
        while joined < most and (
            parts[i + 2 * joined - 1] in _GAPS or parts[i + 2 * joined - 1].isspace()
        ):
            joined += 1
    for n in range(joined, 0, -1):
        stop = i + 2 * (n - 1)
        if table.capitals:
            key = _key(text[at[j] : at[j + 1]] for j in range(i, stop + 1, 2))
            entry = table.capitals.get(key)
            if entry is not None and not (n == 1 and _shouted(parts, i, text, at)):
                return entry, stop
        entry = table.forms.get(parts[i] if n == 1 else " ".join(parts[i : stop + 1 : 2]))
        if entry is not None:
            return entry, stop
    return None


def _shouted(parts: list[str], i: int, text: str, at: list[int]) -> bool:
    """Tell whether the words around part `i` are all in capitals too."""
    around = [j for j in (i - 2, i + 2) if 0 < j < len(parts)]
    near = [text[at[j] : at[j + 1]] for j in around]
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
