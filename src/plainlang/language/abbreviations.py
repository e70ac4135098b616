"""Find where a text says what an abbreviation stands for: "body mass index (BMI)".

Candidates are found as Schwartz and Hearst do it (Pacific Symposium on Biocomputing 2003): brackets
after a phrase or after an abbreviation. Whether a phrase is the long form is decided by the cheapest
alignment of the short form's letters with the phrase: letters that start words cost nothing, letters
inside words and skipped words cost something, as the ordered strategies of Ab3P do (Sohn et al. 2008,
BMC Bioinformatics 9:402). May not know pages or which abbreviations are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plainlang.findings import Span
from plainlang.language.alignment import align
from plainlang.patterns import compile_pattern

_LONGEST_SHORT = 12  # code points
_LONGEST_LONG = 160


class Abbreviation(NamedTuple):
    """A short form, its long form, and where they stand in the text (code points)."""

    short: str
    long: str
    short_span: Span
    long_span: Span


_INTRODUCED = compile_pattern(
    r"(?:e\.g\.|i\.e\.|abbreviated(?: (?:as|to))?|abbreviation|(?:here)?after|henceforth|"
    r"(?:also |commonly |often )?(?:called|known as|termed|named|designated)|denoted(?: by| as)?|or|"
    r"the|=|acronym|siglas?(?: en inglés)?|por sus siglas(?: en inglés)?|"
    r"(?:también )?(?:llamad[oa]s?|conocid[oa]s? como))"
    r"[,:]?\s+(?:the\s+)?",
    re.IGNORECASE,
)
_PIECE = compile_pattern(r"\s*[;,:=<>]\s*|\s+(?:or|and|vs\.?|o|y)\s+|\s*[≤≥±]\s*")
_SHORT_BEFORE = compile_pattern(r"(?<![\w.])[\w\d][\w.+/’'-]{0,11}(?<![.'’-])[\s\u00a0]*$")
_SENTENCE_END = compile_pattern(r"[.?!]['\"”’)\]]*\s+(?=[A-ZÁÉÍÓÚÑ¿¡\d])|[;:]\s|\n\s*\n|[•|]")
_ABBREVIATED_END = compile_pattern(
    r"\b(?:[A-Z]|vs|spp?|subsp|var|approx|St|Dr|no|No|cf|al|e\.g|i\.e)\.$"
)
_WITHOUT_BRACKETS = compile_pattern(
    r"(?<=[\w,]) (?:or|also (?:called|known as)|called|known as|abbreviated(?: as)?|which stands for|"
    r"stands? for|short for|que significa|es decir,?|o) (?:the )?"
)
_CAPITALS = compile_pattern(r"[A-Z][A-Z0-9]|[a-z][A-Z]")
_SPECIES = compile_pattern(r"[A-Z]\.\s[a-z]{3,}")  # "H. pylori"
_BRACKET = compile_pattern(r"[()\[\]]")
_ROMAN = compile_pattern(r"(?:I{2,3}|IV|V?I{1,3}|IX|XI{0,3}|XIV|XV)[AaBbCc]?$")
_COMMON = frozenset(
    "age aged ages all and any are arm arms both boys but case cases cell cells data day days dogs "
    "dose each eye fig figs figure figures first for four from girls group groups had has high hour "
    "hours human left long loss low male man mean means men mice min more most new nine non none "
    "not now old once one only our part per pigs pre rate rats ref refs right same see seven short "
    "six some sum ten test than that the then this three time times top total true two type types "
    "use used via was week weeks were when with women year years yes young female females males "
    "table tables range versus vs etc ie eg et al viz net or an in of on to by at as is be no so "
    "if it we".split()
)


def find_abbreviations(text: str) -> list[Abbreviation]:
    """Return the abbreviations that `text` explains, in order of the short forms.

    Both orders count: "body mass index (BMI)" and "BMI (body mass index)"; so do "body mass index,
    or BMI," and "BMI stands for body mass index". A long form starts at a whole word.
    """
    found: list[Abbreviation] = []
    for opening, closing in _brackets(text):
        found += _in_brackets(text, opening, closing)
    found += _in_commas(text)
    unique: dict[tuple[Span, Span], Abbreviation] = {(a.short_span, a.long_span): a for a in found}
    return sorted(unique.values(), key=lambda a: a.short_span)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the brackets in `text`, opening and closing, nested ones too."""
    stack: list[int] = []
    for m in _BRACKET.finditer(text):
        if m[0] in "([":
            stack.append(m.start())
        elif stack:
            yield stack.pop(), m.start()


def _in_brackets(text: str, opening: int, closing: int) -> list[Abbreviation]:
    if closing - opening > 300 or closing == opening + 1:
        return []
    glued = opening > 0 and text[opening - 1].isalnum()  # "poly(A)", "Ca(2+)"
    after = text[closing + 1 : closing + 2]
    if after.isalnum() and (glued or text[opening] == "["):
        return []
    content = Span(opening + 1, closing)
    found: list[Abbreviation] = []
    taken: Span | None = None
    for place, piece in enumerate(_pieces(text, content)):
        short = text[piece.start : piece.end]
        if not is_short_form(short):
            if place == 0:
                break
            continue
        if taken is not None:
            # A second short form for the same phrase: "(BMI; QI)".
            aligned = align(short, text[taken.start : taken.end])
            if aligned is not None and aligned.start == 0:
                found.append(Abbreviation(short, text[taken.start : taken.end], piece, taken))
            continue
        long = _long_before(text, opening, short, strict=place > 0)
        if long is None:
            if place == 0 and not any(c.isupper() for c in short):
                break
            continue
        taken = long
        found.append(Abbreviation(short, text[long.start : long.end], piece, long))
    if found or glued:
        return found
    return _reversed(text, opening, content)


def _pieces(text: str, content: Span) -> Iterator[Span]:
    """Yield the parts of a bracket that may be short forms."""
    start, end = content
    inner = re.search(r"[(\[]", text[start:end])
    if inner and inner.start() > 0 and text[start + inner.start() - 1] == " ":
        end = start + inner.start()
    at = start
    for m in [*_PIECE.finditer(text, start, end), None]:
        stop = m.start() if m else end
        yield _trimmed(text, at, stop)
        if m is None:
            return
        at = m.end()


def _trimmed(text: str, start: int, end: int) -> Span:
    if m := _INTRODUCED.match(text, start, end):
        start = m.end()
    while start < end and (text[start].isspace() or text[start] in "\"“”‘’'*"):
        start += 1
    if end - start > 3 and text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\"“”‘’'*.,;:"):
        if text[end - 1] == "." and re.search(r"(?:^|[\s.])\w\.$", text[start:end]):
            break  # "i.p."
        end -= 1
    return Span(start, end)


def is_short_form(short: str) -> bool:
    """Tell whether `short` may be an abbreviation by its form alone."""
    if not 1 <= len(short) <= _LONGEST_SHORT or not short[0].isalnum():
        return False
    letters = [c for c in short if c.isalpha()]
    if not letters or short.count(" ") > 1 or "%" in short:
        return False
    if len(letters) == 1 and (not letters[0].isupper() or len(short) > 3):
        return False
    if sum(c.isdigit() for c in short) > len(letters) + 2:
        return False
    words = short.split()
    if len(words) == 2 and not _SPECIES.fullmatch(short):
        upper = sum(c.isupper() for c in short)
        if upper < 2 and not (upper and any(c.isdigit() for c in short)):
            return False
        if any(w.lower() in _COMMON for w in words):
            return False
    if short.lower() in _COMMON and not (short.removesuffix("s").isupper() and len(short) > 1):
        return False
    return not (len(short) > 6 and short.isalpha() and short[1:].islower())


def _limit(short: str, strict: bool) -> float:
    """Return the highest cost at which a long form is believed."""
    letters = [c for c in short if c.isalnum()]
    n = len(letters)
    limit = (0.3, 1.75, 2.7, 3.3)[n - 1] if n <= 4 else 0.75 * n
    if short.islower() or (short.isalpha() and short.istitle() and n > 3):
        limit *= 0.5
    if _ROMAN.match(short):
        limit = min(limit, 0.65)
    return limit * (0.5 if strict else 1.0)


def _long_before(text: str, stop: int, short: str, *, strict: bool = False) -> Span | None:
    """Return the long form of `short` that ends at `stop`, if there is one."""
    floor = max(0, stop - _LONGEST_LONG)
    for m in _SENTENCE_END.finditer(text, floor, stop):
        if m.end() < stop and not _ABBREVIATED_END.search(
            text[max(0, m.start() - 8) : m.start() + 1]
        ):
            floor = m.end()
    end = stop
    while end > floor and (text[end - 1].isspace() or text[end - 1] in ",.\"”’'“‘*"):
        end -= 1
    if floor and floor == stop - _LONGEST_LONG:
        while floor < end and not text[floor].isspace():
            floor += 1
    # An opening bracket that is still open holds the phrase: "[polymerase chain reaction (PCR)]".
    depth = 0
    for i in range(end - 1, floor - 1, -1):
        if text[i] in ")]":
            depth += 1
        elif text[i] in "([":
            depth -= 1
            if depth < 0 and (i == 0 or not text[i - 1].isalnum()):
                floor = i + 1
                break
            depth = max(depth, 0)
    best = align(short, text[floor:end])
    if best is None or best.cost > _limit(short, strict):
        return None
    span = Span(floor + best.start, end)
    return span if _is_long_form(short, text[span.start : span.end]) else None


def _is_long_form(short: str, long: str) -> bool:
    if len(long) <= len(short) or not any(c.isalpha() for c in long):
        return False
    if not re.search(r"[^\W\d_A-Z]{2}", long):
        return False  # another short form: "BRCA1 (BRCA2)"
    bare = short.strip(".")
    tokens = re.split(r"[\s(),;]+", long)
    return bare not in tokens and long.count("(") == long.count(")")


def _reversed(text: str, opening: int, content: Span) -> list[Abbreviation]:
    """Return `SHORT (long)` when the bracket holds the long form of the word before it."""
    m = _SHORT_BEFORE.search(text, max(0, opening - 16), opening)
    if m is None:
        return []
    short_span = _trimmed(text, m.start(), opening)
    short = text[short_span.start : short_span.end]
    if not _is_clear_short_form(short):
        return []
    start, end = _trimmed(text, *content)
    for cut in [end, *(c.start() for c in re.finditer(r"\s*[;,]\s|\s[-–—]\s", text[start:end]))]:
        stop = cut if cut == end else start + cut
        aligned = align(short, text[start:stop])
        if aligned is None or aligned.start > 0:
            continue
        if aligned.cost <= min(_limit(short, strict=False), 2.5):
            long = text[start:stop]
            if _is_long_form(short, long):
                return [Abbreviation(short, long, short_span, Span(start, stop))]
    return []


def _is_clear_short_form(short: str) -> bool:
    """Tell whether `short` shows even outside brackets that it is an abbreviation."""
    if len(short) < 2 or not is_short_form(short):
        return False
    capitals = sum(c.isupper() for c in short)
    return capitals >= 2 or (capitals == 1 and (short[0].islower() or any(map(str.isdigit, short))))


def _in_commas(text: str) -> list[Abbreviation]:
    """Return pairs that words tie together: "body mass index, or BMI", "BMI stands for ..."."""
    found: list[Abbreviation] = []
    if not _CAPITALS.search(text):
        return found
    for m in _WITHOUT_BRACKETS.finditer(text):
        after = re.compile(r"[\w+/-]{2,12}").match(text, m.end())
        if (
            after
            and _is_clear_short_form(after[0])
            and after[0].upper()
            == after[0].rstrip("s").upper() + ("S" if after[0].endswith("s") else "")
        ):
            long = _long_before(text, m.start(), after[0], strict=True)
            if long is not None and " " in text[long.start : long.end]:
                span = Span(*after.span())
                found.append(Abbreviation(after[0], text[long.start : long.end], span, long))
                continue
        before = _SHORT_BEFORE.search(text, max(0, m.start() - 14), m.start())
        if before is None or not _is_clear_short_form(before[0].strip()):
            continue
        short_span = _trimmed(text, *before.span())
        short = text[short_span.start : short_span.end]
        rest = re.compile(r"[^,.;:()\[\]]{4,120}").match(text, m.end())
        if rest is None:
            continue
        words = list(re.finditer(r"\S+", rest[0]))
        ends = [w.end() for w in words[: 2 * len(short)]]
        for end in ends:
            aligned = align(short, rest[0][:end])
            if aligned is None or aligned.start > 0 or aligned.cost > _limit(short, True):
                continue
            if _is_long_form(short, rest[0][:end]):
                long_span = Span(m.end(), m.end() + end)
                found.append(Abbreviation(short, rest[0][:end], short_span, long_span))
                break
    return found
