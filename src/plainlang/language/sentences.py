"""Sentences with exact offsets. One scan finds where a sentence could end; a few rules decide.

The rules look at the word before the stop and the word behind it, as in Palmer and Hearst, "Adaptive
Multilingual Sentence Boundary Disambiguation" (Computational Linguistics 23, 1997), with word lists in
place of a trained model. A text is one block of a page: sentences never run over its end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from sys import maxsize

from plainlang.findings import Span
from plainlang.language.sentence_words import (
    AFTER_TIMES,
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    LETTERED,
    MAY_END,
    NEVER_END,
    OF,
    SAID,
    SHORTENED,
    STARTERS,
    UNITS,
    WORDS_WHEN_SMALL,
    is_plain_word,
)
from plainlang.patterns import compile_pattern

_CLOSERS = "\"'”’»)\\]}*_"
_CANDIDATE = compile_pattern(
    rf"""(?P<stop>[.!?…]+|[。！？])(?P<close>[{_CLOSERS}]*(?:\[\d+(?:[,–-]\s?\d+)*\])*|(?<=[a-z)]\.)\d{{1,2}}(?:,\d{{1,2}})*(?=\s+[A-Z]))(?P<smile>(?:\s*[:;=8][-']?[)(DPp\]])+(?!\w))?
        (?:(?P<space>\s+)|(?=[A-ZÁÉÍÓÚÑ¿¡“"(][a-záéíóúñ“"¿¡]|[\[]\d)|\Z)
    | (?P<newline>\n\s*)
    | (?P<smiley>(?<=\s)[:;][-']?[)(DP](?P<after>\s+)(?=[A-Z]))""",
    re.VERBOSE,
)
# The eyes of a smiley end nothing without its mouth.
_FIRST = compile_pattern(r"[.!?…。！？\n:;](?:(?<![:;])|(?=[-']?[)(DP]))")
_UP_TO_LAST_WORD = compile_pattern(r".*(?:[\s(\[{\"“‘«/—–]|--|(?<=[.\d])-(?=[^\W\d]))", re.DOTALL)
_NEXT_WORD = compile_pattern(r"[\"'“‘«(\[{*_¿¡—–-]*\s*([^\s]*)")
_LIST_MARK = compile_pattern(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]\Z")
_INITIAL = compile_pattern(r"[A-Z]\.")
_NUMBER = compile_pattern(r"\w*\d|[B-HJ-XZ]\Z")
_ROMAN = compile_pattern(r"[IVXL]+\Z")
_OPENERS = "\"'“‘«([{*_¿¡—–-•"
_GREETING = 3  # words
_WRAPPED = 56  # characters of a line that was most likely broken to fit a width


def split_sentences(text: str, language: str = "en") -> list[Span]:
    """Return the spans of the sentences of `text`, without the blanks around them.

    A blank line always ends a sentence; a single line end does when what stands before it looks
    finished. Text that ends without a stop ends its sentence there. One set of rules serves English and
    Spanish, so `language` changes nothing.
    """
    return list(_split(text))


def sentence_at(text: str, at: int) -> Span:
    """Return the sentence that holds the place `at`; all from there on when it lies between two."""
    sentences = _split(text)
    number = bisect_right(sentences, (at, maxsize)) - 1
    if number >= 0 and at < sentences[number].end:
        return sentences[number]
    return Span(at, len(text))


# Several parts of a run look at the same text: its measures, its terms, its acronyms.
@lru_cache(maxsize=1024)
def _split(text: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    start = after = 0
    last = len(text.rstrip())
    # To look for the first characters of stops alone is much faster; the last character of a text can
    # only end the last sentence, which ends there anyway.
    for first in _FIRST.finditer(text, 0, last - 1):
        at = first.start()
        if at < after:
            continue
        if _ends_plainly(text, start, at):
            cut: int | None = at + 1
            after = at + 2
        elif (match := _CANDIDATE.match(text, at)) is not None:
            cut = _cut(text, start, match, last)
            after = match.end()
        else:
            continue
        if cut is not None:
            _add(text, start, cut, spans)
            start = cut
    _add(text, start, len(text), spans)
    return tuple(spans)


def forget() -> None:
    """Forget the texts that were split: for measuring."""
    _split.cache_clear()


def _add(text: str, start: int, end: int, spans: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _cut(text: str, start: int, match: re.Match[str], last: int) -> int | None:
    """Return where the sentence that began at `start` ends, None when it goes on."""
    stop, smile, space = match.group("stop", "smile", "space")
    if stop is None:
        if match["newline"] is None:
            return match.start("after") if start < match.start() else None
        return match.start() if _line_ends(text, start, match) else None
    end = match.end("smile") if smile else match.end("close")
    if end >= last:
        return None
    space = space or ""
    if "\n" in space and (
        space.count("\n") > 1 or not stop.startswith(".") or _is_short_line(text, match)
    ):
        return end
    return end if _ends(text, start, match, space) else None


def _ends_plainly(text: str, start: int, at: int) -> bool:
    """Tell fast of most points that they end a sentence: a capital follows, no abbreviation goes before.

    So does no number of a list, which has fewer letters.
    """
    if text[at] != "." or text[at + 1] != " " or not text[at + 2 : at + 3].isupper():
        return False
    before = text[max(start, at - 40) : at].rpartition(" ")[2]
    return len(before) > 4 and before.isalpha() and before.lower() not in SHORTENED


def _is_short_line(text: str, match: re.Match[str]) -> bool:
    """Tell whether a line that ends in a stop was too short to be broken, as in an address."""
    line = match.start() - text.rfind("\n", 0, match.start())
    return line < _WRAPPED and text[match.end() : match.end() + 1].isupper()


def _line_ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Decide on a line end that no stop goes before."""
    if match["newline"].count("\n") > 1:
        return True
    before = text[start : match.start()].strip()
    rest = text[match.end() : match.end() + 1]
    if not before or not rest:
        return False
    if rest in "-*•·–" or rest.isdigit():
        return True
    line = before[before.rfind("\n") + 1 :]
    if before[-1] == "," and line == before and len(line.split()) <= _GREETING:
        return rest.isupper() or not text[:start].strip()  # "Hi Ann,", "Regards,"
    if before[-1] in ",;—–-(" or rest.islower():
        return False
    return before[-1] == ":" or len(line) < _WRAPPED


def _ends(text: str, start: int, match: re.Match[str], space: str) -> bool:
    """Decide on a stop from the word before it and the word behind it."""
    stop, close = match["stop"], match["close"]
    after = text[match.end() : match.end() + 48]
    found = _NEXT_WORD.match(after)
    next_word = found[1] if found else ""
    opened = after[:1] in _OPENERS and after[:1] != ""
    bare = next_word.rstrip(".,;:!?)]}\"'”’")
    if len(bare) == 1 and next_word[1:2] == ".":
        bare = next_word  # an initial: "A. B. Cook" starts no sentence as "A" does
    first = bare[:1]
    if after[:1] in (",", ";", "&"):
        return False
    if stop[0] in "!?。！？":
        return _ends_loudly(close, bare, first, after)
    if not space and not opened:
        return _glued(text, start, match, bare)
    before = _last_word(text, max(start, match.start() - 40), match.start())
    if stop != ".":
        return _ends_with_dots(stop, bare, opened, before)
    if close and first.islower():
        return False
    if close and ")" in close and first.isdigit():
        return True
    if first.isdigit() and not close and _is_split_decimal(before, next_word):
        return False
    return _ends_with_point(text, start, match, before, bare, opened)


def _last_word(text: str, start: int, end: int) -> str:
    found = _UP_TO_LAST_WORD.match(text, start, end)
    return text[found.end() if found else start : end]


def _ends_loudly(close: str, bare: str, first: str, after: str) -> bool:
    if first.islower() and _is_said(after):
        return False
    if any(c in close for c in "\"'”’»"):
        if first.islower():
            return False
        if after[0] in '"“‘«':
            return True  # somebody else speaks
        return not any(w.strip(".,") in SAID for w in after.split()[1:3])
    if ")" in close and first.islower():
        return False
    return not (first.islower() and bare in ("and", "or", "but", "y", "o"))


def _is_said(after: str) -> bool:
    """Tell whether a text goes on with who says what was said ("she asked", "—dijo él")."""
    if after[0] in "—–":
        return True
    words = [*after.split(None, 2), "", ""]
    if words[0] in SAID:
        return words[1][:1].isupper()
    return words[0] != "i" and words[1][-1:] in (".", ",") and words[1][:-1] in SAID


def _ends_with_dots(stop: str, bare: str, opened: bool, before: str) -> bool:
    """An ellipsis, or several points: it ends a sentence before a capital letter."""
    if not before and stop.startswith((".", "…")):
        return bare in STARTERS and bare != "I"  # "He laughed ... Then", but "I ... I did not"
    return bare[:1].isupper() or (opened and not bare[:1].islower())


def _glued(text: str, start: int, match: re.Match[str], bare: str) -> bool:
    """A stop without a blank behind it ("the end.Next we") is a slip if both sides are words."""
    before = _last_word(text, max(start, match.start() - 60), match.start())
    if text[match.end() : match.end() + 1] == "[":
        return len(before) > 1 and before.lower() not in NEVER_END
    if len(before) < 2 or not before[-1].isalpha() or not before[-2:].islower():
        return False
    if any(c in before for c in "./@:") or "." in bare or "@" in bare or "/" in bare:
        return False
    return bare[:1].isupper() and (bare[1:].islower() or bare in ("I", "A"))


def _ends_with_point(
    text: str, start: int, match: re.Match[str], before: str, bare: str, opened: bool
) -> bool:
    first = bare.lstrip("$€£+")[:1]
    key = before.lower()
    head = text[start : match.start()].strip()
    if _LIST_MARK.match(head + ".") and not opened:
        return False
    if not before:
        return not first.islower()
    if len(before) == 1 and before.isupper():
        return _ends_with_initial(head, bare, first)
    if _is_acronym(before, bare) or before in WORDS_WHEN_SMALL:
        return not first.islower() or (is_plain_word(before) and not match["close"])
    if key in BEFORE_NUMBERS and not first.isdigit():
        if key in ("no", "nos"):  # "No. It is not.": an answer, not "No. of beds", "No. B12"
            return bare not in OF and _NUMBER.match(bare) is None
        return not first.islower()  # "from Jan. to May", "a las 5 p. m."
    if key in BEFORE_NUMBERS or key in NEVER_END:
        return False
    if key in BEFORE_NAMES:
        return first.isupper() and bare in STARTERS  # "on Baker St. It was foggy."
    if len(before) == 1 and before.isalpha():
        return not (first.islower() or _goes_with_letter(key, bare))
    if key in UNITS:
        return first.isupper() or not first.isalnum()
    if key == "in" and not head[:-2].rstrip()[-1:].isnumeric():
        return True  # no inches: "Please come in."
    if key in MAY_END or _is_dotted(before):
        if first.islower() or first.isdigit() or bare in AFTER_TIMES:
            return False
        return bare in STARTERS or (opened and first.isupper()) or key in ("etc", "a.m", "p.m")
    if first.islower():
        return is_plain_word(before) and not match["close"]
    return True


def _is_split_decimal(before: str, after: str) -> bool:
    """Tell whether a blank fell into a decimal ("0. 05", "CI 1. 2 to 4. 8", "3. 6e-09").

    Hardly a sentence starts with a number, least of all behind a number; but a year may end one, and
    the next step of a list may follow ("at 180. 3. Cool").
    """
    whole = before.lstrip("-−–+<>=≤≥~$€£([")
    if not whole.isdecimal() or not after[:1].isdigit():
        return False
    is_step = after.endswith(".") and after[:-1].isdecimal()
    return whole == "0" or (len(whole) < 4 and not is_step)


def _is_acronym(before: str, bare: str) -> bool:
    """Tell whether capitals are no short form: "MS" and "ED" are diseases, "RR. HH." is not, "NO. 5" neither."""
    if not before.isupper() or not before.isalpha() or before.lower() in BEFORE_NAMES:
        return False
    is_shouted = bare.isupper() and len(bare) > 1
    return len(set(before)) > 1 and not bare[:1].isdigit() and not is_shouted


def _ends_with_initial(head: str, bare: str, first: str) -> bool:
    """A single capital: an initial before a name, else the end ("vitamin C. It helps")."""
    if first.islower():
        return False
    before = head[:-1].rstrip().rpartition(" ")[2].lower()
    is_degree = head[-1] in "CF" and before[-1:].isdigit()
    return bare in STARTERS or head[-1] == "I" or is_degree or before in LETTERED


def _goes_with_letter(letter: str, after: str) -> bool:
    """Tell whether a small letter is short for something here: "44 a. C.", "b. 1914", "s. XVI"."""
    if letter in "bdn" and after[:1].isdigit():
        return True
    return bool(_INITIAL.match(after) or (letter == "s" and _ROMAN.match(after)))


def _is_dotted(word: str) -> bool:
    return "." in word and all(len(part) <= 3 and part.isalpha() for part in word.split("."))
