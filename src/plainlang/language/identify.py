"""Which language words are in, and whether they contradict the language that a page declares.

Latin, Cyrillic and Arabic writing is told by how common the words are in each language (wordfreq's
lists), other writing by its letters. Made to be sure rather than to always answer: names, loanwords
and short texts tell nothing. Knows no page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from plainlang.language.frequency.shelves import look_up, shelve
from plainlang.language.frequency.zipf import data_folder, has_frequencies, read_list, zipf
from plainlang.language.identify_data import (
    FAMILIES,
    GALICIAN,
    HAITIAN,
    HAITIAN_ZIPF,
    LISTED_AS,
    NAMED,
    NO_GALICIAN,
    SCRIPTS,
    SURELY_APART,
)
from plainlang.language.subtags import primary
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple
from plainlang.resources import Stored, stored

_KIND = "identify"
_TOP = 1200  # words of each language in the table that picks the candidates
_CANDIDATES = 3
_UNSEEN = 2.5  # Zipf that a word counts with when a list does not have it
_CLIP = 2.5  # most that one word may tell, so that a name does not outweigh a sentence
_WORD = compile_pattern(r"(?<!\w)[^\W\d_]+(?!\w)")  # "x86" and "snake_case" are no words
_LONGEST = 300  # words of a text that are looked at

_USERS = {name: users for name, _, users in SCRIPTS}
_BY_WORDS = frozenset({"latin", "cyrillic", "arabic", "devanagari"})
_TOLD_BY_LETTERS = {u for name, users in _USERS.items() if name not in _BY_WORDS for u in users}


@lru_cache(maxsize=1)
def _letters() -> dict[str, re.Pattern[str]]:
    """Return the pattern of each script's letters; few pages need them."""
    return {name: compile_pattern(f"[{ranges}]") for name, ranges, _ in SCRIPTS}


class Guess(NamedTuple):
    """A language (BCP 47 primary subtag) and how sure it is: `odds` is a power of ten."""

    language: str
    odds: float


def contradicts(text: str, declared: str, *, odds: float = 4.0, words: int = 3) -> str | None:
    """Return the language `text` is in when it surely is not `declared`, else None.

    `odds` is the power of ten by which the words must speak for the other language, `words` how many
    must speak for it.
    """
    declared = primary(declared)
    script, number = script_of(text)
    if not number:
        return None
    if script not in _BY_WORDS:
        return _by_script(script, number, declared)
    tokens = _tokens(text, script)
    if len(tokens) < words:
        return None
    if script != "latin" and declared not in _USERS[script] and number >= _FEW_LETTERS:
        best = _best(tokens, declared)
        return best.language if best is not None else _USERS[script][0]
    best = _best(tokens, declared)
    if best is None or _are_close(best.language, declared) or best.odds < odds:
        return None
    if _voices(text, best.language, declared) < words:
        return None
    return "gl" if best.language == "pt" and _is_galician(tokens) else best.language


def _is_galician(tokens: list[str]) -> bool:
    """Tell whether words that look Portuguese are Galician."""
    return not GALICIAN.isdisjoint(tokens) and not any(
        not NO_GALICIAN.isdisjoint(token) for token in tokens
    )


_FEW_LETTERS = 6


def tell(text: str) -> str | None:
    """Return the language that `text` is in, None when its words do not tell."""
    script, number = script_of(text)
    if not number:
        return None
    if script not in _BY_WORDS:
        return _USERS[script][0] if number >= _FEW_LETTERS else None
    tokens = _tokens(text, script)
    candidates = _candidates(tokens)
    if not candidates or len(tokens) < _FEW_LETTERS:
        return None
    totals = {c: sum(_common(t, c) for t in tokens) for c in candidates}
    best, *others = sorted(candidates, key=lambda c: -totals[c])
    known = sum(_common(t, best) > _UNSEEN for t in tokens)
    if known < 0.6 * len(tokens):
        return None
    if any(totals[best] - totals[o] < _LEAD and not _are_close(best, o) for o in others):
        return None
    return NAMED.get(best, best)


_LEAD = 4.0  # Zipf by which the best language must lead over the next one


def has_word_list(language: str) -> bool:
    """Tell whether a language's words are known here."""
    return primary(language) == "ht" or _has_list(LISTED_AS.get(language, primary(language)))


def script_of(text: str) -> tuple[str, int]:
    """Return the script most letters of `text` are in, and how many are."""
    letters = sum(c.isalpha() for c in text)
    if text.isascii():
        return "latin", letters
    counts = {name: len(found.findall(text)) for name, found in _letters().items()}
    if counts["kana"] * 5 > counts["han"] and counts["kana"]:  # Japanese mixes both
        counts["kana"] += counts["han"]
        counts["han"] = 0
    name = max(counts, key=lambda n: counts[n])
    others = letters - sum(counts.values())
    return (name, counts[name]) if counts[name] > max(0, others) else ("latin", max(0, others))


def _by_script(script: str, number: int, declared: str) -> str | None:
    users = _USERS[script]
    dense = script in ("han", "kana", "hangul")
    if declared in users or number < (3 if dense else _FEW_LETTERS):
        return None
    return users[0]


def _tokens(text: str, script: str) -> list[str]:
    """Return the words of one script, each at most twice; single letters only where they are few."""
    words = _WORD.findall(text.lower())[:_LONGEST]
    if script == "latin":
        words = [w for w in words if ord(w[0]) < 0x250 or 0x1E00 <= ord(w[0]) < 0x1F00]
    if sum(len(w) == 1 for w in words) * 3 > len(words):
        words = [w for w in words if len(w) > 1]
    seen: Counter[str] = Counter()
    kept = []
    for word in words:
        seen[word] += 1
        if seen[word] <= _OFTEN:
            kept.append(word)
    return kept


_OFTEN = 2


def _best(tokens: list[str], declared: str) -> Guess | None:
    """Return the language that the words speak for most, against the declared one."""
    sums = {c: _against(tokens, c, declared) for c in _candidates(tokens)}
    if not sums:
        return None
    best = max(sums, key=lambda c: sums[c])
    return Guess(NAMED.get(best, best), sums[best])


def _candidates(tokens: list[str]) -> list[str]:
    """Return the languages whose common words occur most."""
    shelves = _shelves()
    scores: dict[str, float] = {}
    for token in tokens:
        for language in filter(None, look_up(shelves, token).split(",")):
            name, centibels = language[:-3], int(language[-3:])
            scores[name] = scores.get(name, 0.0) + centibels / 100 - _UNSEEN
    return sorted(scores, key=lambda c: -scores[c])[:_CANDIDATES]


def _against(tokens: list[str], language: str, declared: str) -> float:
    """Return the power of ten by which words speak for one language against another.

    A text whose words are mostly in neither list says nothing: its sum is cut to the known share.
    """
    gains = [_clipped(_common(t, language) - _common(t, declared)) for t in tokens]
    known = sum(_common(t, language) > _UNSEEN for t in tokens)
    share = known / len(tokens)
    return sum(gains) * (share if share >= 0.5 else 0.0)


def _voices(text: str, language: str, declared: str) -> int:
    """Return how many different words speak clearly for one language against another.

    Words with a capital letter inside a sentence may be names, which speak for none.
    """
    listed = LISTED_AS.get(language, language)
    shouted = text.isupper()
    words = {
        m[0].lower()
        for m in _WORD.finditer(text)
        if shouted or not m[0][0].isupper() or _starts(text, m.start())
    }
    return sum(_common(w, listed) - _common(w, declared) >= 0.5 for w in words)


def _starts(text: str, at: int) -> bool:
    """Tell whether a sentence starts at `at`."""
    before = text[max(0, at - 3) : at]
    return not before.strip(" \"'“‘«(¿¡") or any(c in ".!?:¡¿\n" for c in before)


def _clipped(value: float) -> float:
    return max(-_CLIP, min(_CLIP, value))


def _common(word: str, language: str) -> float:
    listed = LISTED_AS.get(language, language)
    if listed == "ht":
        return HAITIAN_ZIPF if word in HAITIAN else _UNSEEN
    if not _has_list(listed):
        return _UNLISTED
    return max(_UNSEEN, zipf(word, listed))


_UNLISTED = 4.0  # of a language without a list any word may be a common one


@lru_cache(maxsize=64)
def _has_list(language: str) -> bool:
    return has_frequencies(language)


def _are_close(one: str, other: str) -> bool:
    if one == other or LISTED_AS.get(one, one) == LISTED_AS.get(other, other):
        return True
    pair = {one, other}
    return any(pair <= f for f in FAMILIES) and not any(pair <= a for a in SURELY_APART)


@lru_cache(maxsize=1)
def _shelves() -> Stored:
    """Return how common the common words are in languages: "en612,es430"."""
    folder = data_folder()
    if folder is None:
        return b""
    names = sorted(
        f.name.removeprefix("small_").removesuffix(".msgpack.gz")
        for f in folder.glob("small_*.msgpack.gz")
    )
    names = [name for name in names if name not in _TOLD_BY_LETTERS]
    files = [folder / f"small_{name}.msgpack.gz" for name in names]
    return stored(_KIND, files, lambda contents: _build(names, contents))


def _build(names: Sequence[str], contents: list[bytes]) -> bytes:
    table: dict[str, list[str]] = {}
    for name, content in zip(names, contents, strict=True):
        number = 0
        for centibels, words in read_list(content):
            if number >= _TOP:
                break
            for word in filter(str.isalpha, words):
                table.setdefault(word, []).append(f"{name}{centibels:03d}")
                number += 1
    for word in HAITIAN:
        table.setdefault(word, []).append(f"ht{HAITIAN_ZIPF * 100:03.0f}")
    return shelve((word, ",".join(languages)) for word, languages in table.items())
