"""Where a sentence explains a term: brackets, "X is a …", appositions, "called X", "or X".

Looks at one sentence and the place of the term in it; knows no passage around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from plainlang.findings import Span
from plainlang.language.abbreviations import find_abbreviations
from plainlang.language.definition_patterns import Patterns
from plainlang.language.frequency import zipf

_BRACKETS = re.compile(r"[\"”’*_]*\s*(?:[(]([^()]{2,160})[)]|\[([^\[\]]{2,160})\])")


_ACRONYM_IN_BRACKETS = re.compile(
    r"[\"”’*_]*\s*\((?:[^()\s]{1,12}|[^()]{0,60}(?:[A-Z]{2,}|[Aa]lso)[^()]{0,40})\)"
)


_MODIFIED = re.compile(r"\s+[\w-]+\s*\(([^()]{8,160})\)")


_RELATIVE = re.compile(r",?\s+(?:who|that|which)(?=\s+(?:is|are)\s)", re.IGNORECASE)


_INDEFINITE = re.compile(r"\s*(?:an?|una?)\s", re.IGNORECASE)


_SUBORDINATE = re.compile(
    r"(?:if|when|after|before|although|though|because|since|once|while|as|for|in|during|with|without|until"
    r"|unless|by|on|at|to|si|cuando|después|antes|aunque|porque|mientras|en|para|con|sin)\s",
    re.IGNORECASE,
)


_OPENING = re.compile(r"[(\[]\s*(?P<lead>[^()\[\]]{0,30}?)[\"“*_]*$")


_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


_DASH = re.compile(r"[\"”’*_]*\s*(?:—|–|\s-{1,2})\s*(?=\S)")


_COMMA = re.compile(r"[\"”’*_]*\s*,\s+")


_COLON = re.compile(r"[\"”’*_]*\s*(?:\([^()]*\)\s*)?(?::|\s[-–—])\s*(?=\S)")


_AND_COLON = re.compile(r"\s+(?:and|or|y|o)\s+[\w-]+(?:\s[\w-]+)?\s*:\s*(?=\S)")


_NEAR = 120  # characters before a term in which "also known as the" must begin
_END_OF_PART = re.compile(r"\s*(?:[,;:.!?)—–\]]|\s-\s|$)")


_LEADS = re.compile(
    r"(?:or|also|called|also called|known as|also known as|o|también|llamad[oa]|medical(?: name| term)?:?|i\.e\.|the)\s*$",
    re.IGNORECASE,
)


def explanations_in(
    text: str,
    start: int,
    end: int,
    span: Span,
    patterns: Patterns,
    level: float,
    language: str,
) -> Iterator[tuple[str, Span]]:
    """Yield the explanations in the sentence `text[start:end]` that holds the term at `span`."""
    before = text[start : span.start]
    stop = max(end, span.end)
    if text[span.start : span.end].rstrip("s").isupper():
        for pair in find_abbreviations(text[start:stop]):
            if pair[2].start + start == span.start:
                yield "brackets", Span(pair[3].start + start, pair[3].end + start)
        return
    if found := _BRACKETS.match(text, span.end, min(len(text), stop + 160)):
        group = 1 if found[1] is not None else 2
        if _explains(found[group], level, patterns, language):
            yield "brackets", Span(*found.span(group))
    elif (found := _MODIFIED.match(text, span.end)) and patterns.aside.match(found[1]):
        yield "brackets", Span(*found.span(1))
    if before_it := _reversed(text, start, span, level, language):
        yield "brackets-reversed", before_it
    acronym = _ACRONYM_IN_BRACKETS.match(text, span.end)
    behind = acronym.end() if acronym else span.end
    while behind < stop and text[behind] in "\"”’'*_":
        behind += 1
    if called := patterns.called.search(before, max(0, len(before) - _NEAR)):
        at = start + called.start()
        if len(before[: called.start()].split()) >= 1:
            yield "called", Span(start, at)
    if is_subject(before, patterns):
        yield from _predicates(text, behind, stop, before, patterns)
    if relative := _RELATIVE.match(text, behind, stop):
        found = patterns.copula.match(text, relative.end(), stop)
        if found and not patterns.empty_genus.match(text, found.start("said"), stop):
            yield "is", Span(found.start("said"), stop)
    yield from _asides(text, start, behind, stop, before, patterns, level, language)


def _predicates(
    text: str, behind: int, stop: int, before: str, patterns: Patterns
) -> Iterator[tuple[str, Span]]:
    if found := patterns.means.match(text, behind, stop):
        if stop - found.end() > 8:
            yield "means", Span(found.end(), stop)
    if found := patterns.copula.match(text, behind, stop):
        said = found.start("said")
        if not patterns.empty_genus.match(text, said, stop):
            yield "is", Span(said, stop)
    if before.strip() and not _INDEFINITE.match(before):
        return  # what "the ovaries" do is told of known things
    if (found := patterns.does.match(text, behind, stop)) and stop - found.end() > 10:
        yield "does", Span(found.start(), stop)


def is_subject(before: str, patterns: Patterns) -> bool:
    """Tell whether a term opens its clause, so that a verb behind it speaks of the term."""
    clause = re.split(r"[,;:—–(]\s*|\b(?:that|because|que|porque)\s", before)[-1]
    words = [w.lower() for w in _WORDS.findall(clause)]
    if not words:
        return True
    if len(words) > 4:
        return False
    if words[0] in patterns.lead and words[-1] == patterns.or_ and clause == before:
        return True  # "A spiral or helical scan makes …"
    return not any(w in patterns.preposition and w not in patterns.lead for w in words)


def _asides(
    text: str,
    start: int,
    behind: int,
    stop: int,
    before: str,
    patterns: Patterns,
    level: float,
    language: str,
) -> Iterator[tuple[str, Span]]:
    opens = not before.strip(" \"“'*_•-") or before.endswith((" - ", "• ", " – "))
    if opens and (
        found := _COLON.match(text, behind, stop)
        or (start == 0 and _AND_COLON.match(text, behind, stop))
    ):
        said = text[found.end() :]
        if len(said.split()) >= 3 and not _is_named(said):
            yield "list", Span(found.end(), stop)
    for opener in (_DASH, _COMMA):
        found = opener.match(text, behind, stop)
        if not found:
            continue
        part = Span(found.end(), _end_of_aside(text, found.end(), stop))
        said = text[part.start : part.end]
        if _or_says(said, patterns, before, level, language):
            yield "or", part
        elif patterns.aside.match(said) and len(said.split()) >= 3:
            clause = opener is _COMMA and "," not in before and _SUBORDINATE.match(before)
            if not (
                clause or _in_list(text, before, part, stop) or patterns.empty_genus.match(said)
            ):
                yield "apposition", part
        elif opener is _DASH and len(said.split()) >= 3 and opens:
            yield "apposition", part
    yield from _or_before(text, start, before, behind, level, patterns, language)


def _is_named(said: str) -> bool:
    """Tell whether a text is a name: most of its words are capitalised."""
    words: list[str] = _WORDS.findall(said)[:8]
    return sum(w[0].isupper() for w in words) > 0.6 * len(words)


def _end_of_aside(text: str, start: int, stop: int) -> int:
    found = re.compile(r"[,;.!?]\s|\s[—–-]\s|—|$").search(text, start, stop)
    return found.start() if found else stop


def _or_says(said: str, patterns: Patterns, before: str, level: float, language: str) -> bool:
    """ "…, or high blood pressure, …" right behind the term, when it is plainer and no list."""
    if not said.startswith(f"{patterns.or_} "):
        return False
    rest = said[len(patterns.or_) + 1 :]
    if "," in before[-40:] or len(rest.split()) > 8:
        return False
    return plainness(rest, language) > level + 0.3


def _or_before(
    text: str,
    start: int,
    before: str,
    behind: int,
    level: float,
    patterns: Patterns,
    language: str,
) -> Iterator[tuple[str, Span]]:
    """ "high blood pressure, or hypertension": plain words before, the term behind "or"."""
    if f" {patterns.or_} " not in before[-16:]:
        return
    found = re.search(
        rf"((?:[\w'’-]+\s){{0,4}}[\w'’-]+),\s+{patterns.or_}\s+(?:an?\s+|the\s+)?[\"“*]*$", before
    )
    if found is None or "," in before[: found.start(1)][-30:]:
        return
    if _END_OF_PART.match(text, behind) and plainness(found[1], language) > level + 0.3:
        yield "or", Span(start + found.start(1), start + found.end(1))


def _in_list(text: str, before: str, part: Span, stop: int) -> bool:
    """Tell whether commas around the term part the items of a list."""
    after = text[part.end : min(stop, part.end + 14)].lower()
    if re.match(r",?\s*(?:and|or|y|o|e|u)\s", after):
        return True
    said = text[part.start : part.end]
    if re.search(r"\b(?:and|or|y|o)\s+(?:an?|the|un|una)?\s*\w+$", said) and len(said.split()) < 7:
        return "," in before[-60:] or len(said.split()) < 5
    return bool(re.search(r",\s+(?:[\w-]+\s){0,2}$", before[-40:])) and after.startswith(",")


def _reversed(text: str, start: int, span: Span, level: float, language: str) -> Span | None:
    """ "high blood pressure (hypertension)": the plain words stand before the brackets."""
    opening = _OPENING.search(text, max(start - 1, 0), span.start)
    if opening is None or not re.match(
        r"[\"”’*_]*(?:,?\s*(?:or|also|and)?\s*[A-Z]{2,6}s?)?\s*[)\]]",
        text[span.end : span.end + 20],
    ):
        return None
    lead = opening["lead"].strip()
    if lead and not _LEADS.match(lead) and not _LEADS.search(lead):
        return None
    words = list(_WORDS.finditer(text, start, opening.start()))[-5:]
    if not words:
        return None
    said = Span(words[0].start(), words[-1].end())
    last_two = " ".join(w[0] for w in words[-3:])
    if text[span.start : span.end].isupper():
        return None  # an acronym says nothing about what the words mean
    return said if plainness(last_two, language) > level + 0.3 else None


def _explains(said: str, level: float, patterns: Patterns, language: str) -> bool:
    """Tell whether what stands in brackets says what the term means."""
    said = said.strip(" \"“”'’*_")
    words = _WORDS.findall(said)
    if not words or patterns.not_meaning.match(said):
        return (
            bool(words)
            and re.match(r"(?:also\s+)?(?:called|known)|también|llamad", said) is not None
        )
    if sum(map(str.isdigit, said)) > 1 or said.endswith(("®", "™")) or "®" in said:
        return False
    if all(w[0].isupper() for w in words):  # acronyms, brands, names
        return False
    if len(words) == 1 and (words[0].isupper() or len(words[0]) < 3):
        return False
    if re.match(r"[A-Z]{2,}s?\b", said):
        return len(words) > 3
    opens_well = patterns.aside.match(said) is not None
    return (opens_well and len(words) > 2) or plainness(said, language) > level + 0.3


@lru_cache(maxsize=4096)
def plainness(text: str, language: str) -> float:
    """Return how common the content words are, in Zipf: the mean of the rarest two."""
    rates = sorted(
        min(zipf(w.lower().removeprefix("non").lstrip("-"), language[:2]), 5.5)
        for w in _WORDS.findall(text)
        if len(w) > 2
    )
    if not rates:
        return 6.0
    return sum(rates[:2]) / len(rates[:2])
