"""Find where a text says what an abbreviation stands for: "body mass index (BMI)".

Candidates are found as Schwartz and Hearst do it (Pacific Symposium on Biocomputing 2003): brackets
after a phrase or after an abbreviation. Whether a phrase is the long form is decided by the cheapest
alignment of the short form's letters with the phrase: letters that start words cost nothing, letters
inside words and skipped words cost something, as the ordered strategies of Ab3P do (Sohn et al. 2008,
BMC Bioinformatics 9:402). May not know pages or which abbreviations are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from plainlang.findings import Span
from plainlang.language.acronyms.alignment import align
from plainlang.language.acronyms.short_forms import is_clear_short_form, is_short_form
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

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
_SENTENCE_END = compile_pattern(
    r"[.?!;:\n•|](?:(?<=[.?!])['\"”’)\]]*\s+(?=[A-ZÁÉÍÓÚÑ¿¡\d])|(?<=[;:])\s|(?<=\n)\s*\n|(?<=[•|]))"
)
_ABBREVIATED_END = compile_pattern(
    r"\b(?:[A-Z]|vs|spp?|subsp|var|approx|St|Dr|no|No|cf|al|e\.g|i\.e)\.$"
)
_WITHOUT_BRACKETS = compile_pattern(
    r" (?<=[\w,] )(?:or|also (?:called|known as)|called|known as|abbreviated(?: as)?|which stands for|"
    r"stands? for|short for|que significa|es decir,?|o) (?:the )?"
)
_COMPARED = compile_pattern(r"\s*[<>=≤≥]\s*[\d.-]")
_CAPITALS = compile_pattern(r"[A-Z](?:[A-Z0-9]|(?<=[a-z].))")
_BRACKET = compile_pattern(r"[()\[\]]")
_OPENING = compile_pattern(r"[(\[]")
_LETTER_AND_STOP = compile_pattern(r"(?:^|[\s.])\w\.$")  # "i.p."
_SMALL_LETTERS = compile_pattern(r"[^\W\d_A-Z]{2}")
_BETWEEN = compile_pattern(r"[\s(),;]+")
_CLAUSE_END = compile_pattern(r"\s*[;,]\s|\s[-–—]\s")
_SHORT_AFTER = compile_pattern(r"[\w+/-]{2,12}")
_LONG_AFTER = compile_pattern(r"[^,.;:()\[\]]{4,120}")
_RUN = compile_pattern(r"\S+")
_ROMAN = compile_pattern(r"(?:I{2,3}|IV|V?I{1,3}|IX|XI{0,3}|XIV|XV)[AaBbCc]?$")
# Tells of the place of a short form whether its words are asked for.
Wanted = Callable[[Span], bool]


def find_abbreviations(text: str, wanted: Wanted | None = None) -> list[Abbreviation]:
    """Return the abbreviations that `text` explains, in order of the short forms.

    Both orders count: "body mass index (BMI)" and "BMI (body mass index)"; so do "body mass index,
    or BMI," and "BMI stands for body mass index". A long form starts at a whole word. With `wanted`
    others than those may be left out, which is far quicker.
    """
    found: list[Abbreviation] = []
    for opening, closing in _brackets(text):
        found += _in_brackets(text, opening, closing, wanted)
    found += _in_commas(text, wanted)
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


def _in_brackets(
    text: str, opening: int, closing: int, wanted: Wanted | None
) -> list[Abbreviation]:
    if closing - opening > 300 or closing == opening + 1:
        return []
    glued = opening > 0 and text[opening - 1].isalnum()  # "poly(A)", "Ca(2+)"
    after = text[closing + 1 : closing + 2]
    if after.isalnum() and (glued or text[opening] == "["):
        return []
    content = Span(opening + 1, closing)
    before = None if glued else _short_before(text, opening)
    pieces = _short_pieces(text, content)
    if wanted is not None and not any(map(wanted, pieces)) and not (before and wanted(before)):
        return []
    found: list[Abbreviation] = []
    taken: Span | None = None
    for place, piece in enumerate(pieces):
        short = text[piece.start : piece.end]
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
    if found or before is None:
        return found
    return _reversed(text, before, content)


def _short_pieces(text: str, content: Span) -> list[Span]:
    """Return the parts of a bracket that may be short forms; none when the first can be none."""
    found: list[Span] = []
    for piece in _pieces(text, content):
        if piece.end == piece.start + 1 and _COMPARED.match(text, piece.end, content.end):
            break  # "(P < 0.05)"
        if is_short_form(text[piece.start : piece.end]):
            found.append(piece)
        elif not found:
            break
    return found


def _pieces(text: str, content: Span) -> Iterator[Span]:
    start, end = content
    inner = _OPENING.search(text, start, end)
    if inner and inner.start() > start and text[inner.start() - 1] == " ":
        end = inner.start()
    at = start
    for m in _PIECE.finditer(text, start, end):
        yield _trimmed(text, at, m.start())
        at = m.end()
    yield _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    if m := _INTRODUCED.match(text, start, end):
        start = m.end()
    while start < end and (text[start].isspace() or text[start] in "\"“”‘’'*"):
        start += 1
    if end - start > 3 and text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\"“”‘’'*.,;:"):
        if text[end - 1] == "." and _LETTER_AND_STOP.search(text[start:end]):
            break
        end -= 1
    return Span(start, end)


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
    if not _SMALL_LETTERS.search(long):
        return False  # another short form: "BRCA1 (BRCA2)"
    bare = short.strip(".")
    return bare not in _BETWEEN.split(long) and long.count("(") == long.count(")")


def _short_before(text: str, opening: int) -> Span | None:
    """Return the place of the short form right before a bracket, if one is there."""
    m = _SHORT_BEFORE.search(text, max(0, opening - 16), opening)
    if m is None:
        return None
    span = _trimmed(text, m.start(), opening)
    return span if is_clear_short_form(text[span.start : span.end]) else None


def _reversed(text: str, short_span: Span, content: Span) -> list[Abbreviation]:
    """Return `SHORT (long)` when the bracket holds the long form of the word before it."""
    short = text[short_span.start : short_span.end]
    start, end = _trimmed(text, *content)
    for cut in [end, *(c.start() for c in _CLAUSE_END.finditer(text[start:end]))]:
        stop = cut if cut == end else start + cut
        aligned = align(short, text[start:stop])
        if aligned is None or aligned.start > 0:
            continue
        if aligned.cost <= min(_limit(short, strict=False), 2.5):
            long = text[start:stop]
            if _is_long_form(short, long):
                return [Abbreviation(short, long, short_span, Span(start, stop))]
    return []


def _in_commas(text: str, wanted: Wanted | None) -> list[Abbreviation]:
    """Return pairs that words tie together: "body mass index, or BMI", "BMI stands for ..."."""
    found: list[Abbreviation] = []
    if not _CAPITALS.search(text):
        return found
    for m in _WITHOUT_BRACKETS.finditer(text):
        after = _short_after(text, m.end())
        before = _short_named(text, m.start())
        if wanted is None or any(map(wanted, filter(None, (after, before)))):
            pair = after and _named_after(text, m.start(), after)
            pair = pair or (before and _spelled_after(text, before, m.end()))
            if pair:
                found.append(pair)
    return found


def _short_after(text: str, start: int) -> Span | None:
    """Return the place of the short form at `start`, if there is one; one -s at most may end it."""
    m = _SHORT_AFTER.match(text, start)
    if m is None or not is_clear_short_form(m[0]):
        return None
    capitals = m[0].rstrip("s").upper() + ("S" if m[0].endswith("s") else "")
    return Span(*m.span()) if m[0].upper() == capitals else None


def _short_named(text: str, stop: int) -> Span | None:
    """Return the place of the short form that ends at `stop`, if there is one."""
    stop -= text.endswith(",", 0, stop)  # "BMI, which stands for"
    m = _SHORT_BEFORE.search(text, max(0, stop - 14), stop)
    if m is None or not is_clear_short_form(m[0].strip()):
        return None
    return _trimmed(text, *m.span())


def _named_after(text: str, stop: int, short_span: Span) -> Abbreviation | None:
    """Return the pair of "body mass index, or BMI": the words end at `stop`."""
    short = text[short_span.start : short_span.end]
    long = _long_before(text, stop, short, strict=True)
    if long is None or " " not in text[long.start : long.end]:
        return None
    return Abbreviation(short, text[long.start : long.end], short_span, long)


def _spelled_after(text: str, short_span: Span, start: int) -> Abbreviation | None:
    """Return the pair of "BMI stands for body mass index": the words begin at `start`."""
    rest = _LONG_AFTER.match(text, start)
    if rest is None:
        return None
    short = text[short_span.start : short_span.end]
    best, least = None, _limit(short, True)
    for word in islice(_RUN.finditer(rest[0]), 2 * len(short)):
        long = rest[0][: word.end()]
        aligned = align(short, long)
        if aligned is None or aligned.start > 0 or aligned.cost > least:
            continue
        # The first that fits may be cut short: "PFT stands for pulmonary funcTion" lacks its "test".
        if (best is None or aligned.cost < least) and _is_long_form(short, long):
            best = Abbreviation(short, long, short_span, Span(start, start + word.end()))
            least = aligned.cost
    return best
