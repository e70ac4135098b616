"""Which acronyms a page never explains.

What the page explains anywhere is not undefined: a rule that asks whether the explanation comes too
late looks for itself. May not know pages beyond their passages, nor findings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from plainlang.findings import Span
from plainlang.language.acronyms.abbreviations import find_abbreviations
from plainlang.language.acronyms.find import (
    find_acronyms,
    is_gene,
    known_acronyms,
    singular,
    why_known_acronym,
)
from plainlang.language.passage import Passage, PlainPassage
from plainlang.language.subtags import primary
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_CREDIT = compile_pattern(
    r"\b(?:credits?|courtesy|photos?|image|source|illustration|©|copyright|crédito|foto|fuente)\b[:\s]|©",
    re.IGNORECASE,
)


_CITING_WORDS = compile_pattern(r"\bet al\b|\bpmid\b|\[pubmed")
# Each starts at its mark, which few texts have: "doi:", "2019;14", "14(2):114", "14:114-20, 2019", "eds.:".
_CITED_PLACE = compile_pattern(
    r"[;:(](?:(?<=\bdoi:)|(?<=\b(?:19|20)\d\d;)\s?\d|(?:(?<=\d\()|(?<=\d\s\())[^)]{1,14}\):\s?[A-Z]?\d"
    r"|(?<=\d:)\s?[A-Z]?\d+-\d+,\s(?:19|20)\d\d|(?<=\bed\.:)|(?<=\beds\.:))",
    re.IGNORECASE,
)
_DOTTED = compile_pattern(r"\b(?:[A-ZÁÉÍÓÚÑ]\.){2,}")
_LONGER_WORD = compile_pattern(r"[^\W\d_]{4,}")


_NO_USE = frozenset({"code", "address", "heading"})
# "the GI Bill", "a DS Logon account": letters in a proper name need no words of their own.
_NAME_GOES_ON = compile_pattern(r"[\s\u00a0][A-Z][a-záéíóúñ]{2,}")
_SENTENCE = 5  # spaces, at least, of a text that is no title


class Use(NamedTuple):
    """A place where an acronym stands: the passage's index and the span in its text."""

    passage: int
    span: Span


class UndefinedAcronym(NamedTuple):
    """An acronym that no passage explains: its first use and all the others."""

    short: str
    passage: int
    span: Span
    others: tuple[Use, ...]


def undefined_acronyms(passages: Sequence[Passage], language: str = "en") -> list[UndefinedAcronym]:
    """Return the acronyms that `passages` use and never explain, in order of their first use.

    Headings may explain one, but are no use of it: the text below comes next.
    """
    everybody = known_acronyms(primary(language))
    uses: dict[str, list[Use]] = {}
    for index, passage in enumerate(passages):
        if passage.kind in _NO_USE or passage.text.islower():
            continue
        text = passage.text
        spans = [
            span
            for span in find_acronyms(text)
            if text[span.start : span.end] not in everybody
            and not any(map(str.isdigit, text[span.start : span.end]))
        ]
        if not spans or _is_loud(text) or _has_citation(text):
            continue
        for span in _unknown_of(spans, passage, language, uses):
            uses.setdefault(singular(text[span.start : span.end]), []).append(Use(index, span))
    if not uses:
        return []
    explained = explained_acronyms(passages, set(uses))
    found = [
        UndefinedAcronym(short, places[0].passage, places[0].span, tuple(places[1:]))
        for short, places in uses.items()
        if short not in explained
    ]
    return sorted(found, key=lambda a: (a.passage, a.span))


def _unknown_of(
    spans: Iterable[Span],
    passage: Passage,
    language: str,
    met: Mapping[str, object],
) -> Iterator[Span]:
    """Yield which acronyms of a passage are unknown; one that was `met` before needs no close look."""
    text = passage.text
    credit = _CREDIT.search(text) if len(text) < 200 else None
    off = [m for m in passage.marks if m.kind in ("code", "unknown", "lang")]
    italics = {(m.start, m.end) for m in passage.marks if m.kind == "emphasis"}
    is_prose = text.count(" ") >= _SENTENCE
    for span in spans:
        word = text[span.start : span.end]
        if is_prose and _NAME_GOES_ON.match(text, span.end):
            continue
        if any(m.start <= span.start < m.end for m in off):
            continue
        if span in italics and len(word) < 7:
            continue  # genes are set in italics
        if credit and credit.start() < span.start:
            continue
        if singular(word) in met:
            yield span
            continue
        before, after = text[max(0, span.start - 80) : span.start], text[span.end : span.end + 80]
        if why_known_acronym(word, language, before=before, after=after) is None:
            yield span


def _has_citation(text: str) -> bool:
    """Tell whether `text` names a source."""
    lower = text.lower()
    if any(mark in lower for mark in ("et al", "pmid", "[pubmed")) and _CITING_WORDS.search(lower):
        return True
    return (":" in text or ";" in text) and _CITED_PLACE.search(text) is not None


def _is_loud(text: str) -> bool:
    """Tell whether most of `text` is in capitals."""
    words = _LONGER_WORD.findall(text)
    return len(words) > 1 and sum(map(str.isupper, words)) * 2 > len(words)


def explained_acronyms(passages: Sequence[Passage], wanted: set[str]) -> set[str]:
    """Return which of the `wanted` acronyms (singular) the passages explain in any way."""
    explained: set[str] = set()
    seen: set[int] = set()
    for short in sorted(wanted):
        for index, passage in enumerate(passages):
            if short in explained:
                break
            if short in passage.text and index not in seen:
                seen.add(index)
                more = index + 1 < len(passages)
                explained |= _explained_in(passage, more, wanted - explained)
    left = sorted(wanted - explained)
    names = _names_in(passages) if left else []
    for short in left:
        if (
            short.split("-")[0] in explained
            or any(e.split("-")[0] == short for e in explained)
            or _is_spelled_out(short, names)
        ):
            explained.add(short)
    if dotted := {short for short in left if "." in short}:
        bare = explained_acronyms(
            [PlainPassage(_bare(p.text), p.kind) for p in passages], set(map(_bare, dotted))
        )
        explained |= {short for short in dotted if _bare(short) in bare}
    return explained


def _bare(text: str) -> str:
    """Return a text with the letters that dots part as one word: "B.M.I." gives "BMI"."""
    return _DOTTED.sub(lambda m: m[0].replace(".", ""), text)


def _explained_in(passage: Passage, has_next: bool, wanted: set[str]) -> set[str]:
    """Return the acronyms (singular) that one passage explains, or that it shows to be genes.

    Others than the `wanted` ones, and those that share a first part with them, may be left out.
    """
    text = passage.text
    parts = {short.split("-")[0] for short in wanted}

    def is_wanted(span: Span) -> bool:
        short = singular(text[span.start : span.end])
        return short in wanted or short in parts or short.split("-")[0] in wanted

    explained = {singular(a.short) for a in find_abbreviations(text, is_wanted)}
    if passage.kind == "heading":
        return explained  # "Liver cancer (PDQ)" is no explanation of PDQ
    for mark in passage.marks:
        if mark.kind in ("dfn", "tooltip") or (mark.kind == "abbr" and mark.value):
            explained.add(singular(text[mark.start : mark.end].strip()))
    if passage.kind in ("term", "header-cell") and has_next:
        explained.add(singular(text.strip()))
    for pieces, pattern in _EXPLAINING:
        if any(map(text.__contains__, pieces)):
            explained.update(map(singular, pattern.findall(text)))
    explained.update(map(singular, _explained_behind(text, is_wanted)))
    for span in filter(is_wanted, find_acronyms(text)):
        word = text[span.start : span.end]
        if is_gene(word, text[max(0, span.start - 80) : span.start], text[span.end :]):
            explained.add(singular(word))
    return explained


_SHORT = r"([A-Za-z]?[A-Z][\w&-]*[A-Z0-9][a-z]?)"


# What explains letters, each behind pieces of text of which it needs one: those are looked for first.
_EXPLAINING = tuple(
    (pieces, compile_pattern(pattern))
    for pieces, pattern in (
        # "high blood pressure (HTN)": in brackets behind words, whether the letters fit or not.
        (
            ("(",),
            r"\((?:(?<=\w\s.)|(?<=\w[”\"’]\s.))(?:or |called |also called |known as |also known as |the |an? |o |la |el |las |los |también "
            r"|(?:abreviad|llamad|conocid)[oa]s? (?:también )?(?:como )?|(?:por sus? siglas? )?en inglés,? |siglas?:? )*"
            rf"{_SHORT}[^)]{{0,40}}\)",
        ),
        # "positron emission tomography (TEP o PET)", "(RM, o MRI en inglés)"
        (
            (" o ", " en inglés"),
            rf"\((?<=\w\s.)[A-Z][\w-]{{1,8}},? (?:o|en inglés,?) {_SHORT}[^)]{{0,20}}\)",
        ),
        # "This is also called an LP", "a lung scan, or VQ scan"
        (
            "called|known as|abbrevi|short for|llama|conoc|abrevi|sigla|acrónimo".split("|"),
            rf"\b(?:called|known as|abbreviated(?: as)?|short for|llamad[oa]|conocid[oa]s? como|[Ss]e (?:l[aeo]s? )?(?:llaman?|conocen? como|abrevian?(?: como)?)"
            rf"|(?:siglas?|abreviatura|acrónimo)(?: en inglés)?(?: es| son)?:?)\s(?:[a-z]+ ){{0,3}}{_SHORT}\b",
        ),
        (
            (", or ", ", o "),
            rf"[a-z], (?:or|o) (?:an? |the |el |la )?{_SHORT}\b(?=[^.]{{0,20}}[,.])",
        ),
        (
            (", o", ", which is ", ", also ", ", short for ", ", meaning ", ", es decir, "),
            rf"\b{_SHORT}, (?:or|which is|also called|also known as|short for|meaning|o|es decir,) [a-z]",
        ),
    )
)
# Letters as a word, from their first capital on; a small letter may stand before it.
_LETTERS = compile_pattern(r"[A-Z](?:(?<!\w.)|(?<=[a-z].)(?<!\w..))[\w&-]*[A-Z0-9][a-z]?(?![\w&-])")
_EXPLAINED_BEHIND = compile_pattern(
    # "LDL (bad) cholesterol", "HDL cholesterol (sometimes called good cholesterol)"
    r" (?:[a-z]+ )?\((?:sometimes |also |or |called |the |an? |[“\"])*[a-z]{3,}[a-z “”\"’'-]*\)|"
    r" (?:stands for|means|is short for|is an? |are |significan?|quieren? decir|es un[oa]? |es la (?:sigla|abreviatura) |son )|"
    # "FCR, which combines three drugs"
    r", (?:which|that|(?:el|la|los|las) cual(?:es)?|que) (?:combines?|is|are|consists?|combinan?|es|son|consisten?) "
)
# "OMS = Organización Mundial de la Salud", "BMI: body mass index"
_LABEL_END = compile_pattern(r"\s*(?:=|:|\s[–—-])\s*\w")


def _explained_behind(text: str, is_wanted: Callable[[Span], bool]) -> Iterator[str]:
    """Yield the wanted letters that the words right behind them explain."""
    for m in _LETTERS.finditer(text):
        start, end = m.span()
        if start and "a" <= text[start - 1] <= "z":
            start -= 1
        if not is_wanted(Span(start, end)):
            continue
        opens = start == 0 or (start > 1 and text[start - 2] in ";." and text[start - 1].isspace())
        if _EXPLAINED_BEHIND.match(text, end) or (opens and _LABEL_END.match(text, end)):
            yield text[start:end]


# "National Institutes of Health": words with a capital, and small ones between them.
_NAME_WORD = r"[A-ZÁÉÍÓÚÑ][a-záéíóúñ’']+"
_NAME_LINK = r"(?:[\s\u00a0-]+(?:of|for|and|the|on|in|to|de|del|la|los|las|y|para|e))*[\s\u00a0-]+"
_NAME = compile_pattern(rf"[A-ZÁÉÍÓÚÑ](?<!\w.)[a-záéíóúñ’']+(?:{_NAME_LINK}{_NAME_WORD}){{2,}}\b")
_NAME_WORDS = compile_pattern(_NAME_WORD)


def _names_in(passages: Iterable[Passage]) -> list[list[str]]:
    """Return the names of three words and more in the passages, each as its words with a capital."""
    return [_NAME_WORDS.findall(name) for p in passages for name in _NAME.findall(p.text)]


def _is_spelled_out(short: str, names: Iterable[Sequence[str]]) -> bool:
    """Tell whether one of the `names` has these initials: "National Institutes of Health", NIH."""
    letters = "".join(filter(str.isalpha, short))
    if len(letters) < 3 or not all(map(str.isupper, letters)):
        return False
    for words in names:
        initials = "".join(word[0] for word in words)
        at = initials.find(letters)
        while at >= 0:
            if words[at + len(letters) - 1].strip("’'")[1:]:  # no "N’"
                return True
            at = initials.find(letters, at + 1)
    return False
