"""Technical words that no list has: found by how rare they are and how they are made."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, compress

from plainlang.checks.match import Match
from plainlang.checks.part_language import block_language
from plainlang.checks.terms.listed import is_one_more_name, tells_of_a_drug
from plainlang.checks.terms.met import forms_of_others, is_of_parts_met, listed_words, openings
from plainlang.checks.terms.parted import is_half_word
from plainlang.checks.terms.uses import Use, is_foreign, readable_blocks, uses_of
from plainlang.findings import Span
from plainlang.language.frequency.zipf import zipf
from plainlang.language.other_language import contradicts, may_differ
from plainlang.language.proper_names import is_in_name
from plainlang.language.terms.jargon import Reason, why_jargon
from plainlang.language.terms.phrase_table import build_table
from plainlang.language.words import (
    Runs,
    different_words,
    find_run,
    is_word,
    runs_of,
    runs_with,
)
from plainlang.learnt import Learnt
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern
from plainlang.settings import Settings

_SHORTEST = 5
_EVERYDAY = 3.6  # Zipf: once in 250,000 words; a word met that often is left to the lists
_LANGUAGES = ("en", "es")
_KNOWN = 3.0  # Zipf: once in a million words
_COMMON_ELSEWHERE = 4.0  # Zipf: once in 100,000 words of another language


# "Trypanosoma cruzi", "Y. pestis": the genus before the word makes it the name of a germ.
_SPECIES = compile_pattern(
    r"(?:(?<![.!?:•*–-])\s|\()(?:[A-Z]\.|[A-Z][a-z]+(?:a|us|is|um|er|on|[eo]s|[ei]x))\s$"
)
# The same in small letters: "coxiella burnetii", "campylobacter jejuni".
_GENUS = compile_pattern(r"(?:^|\s)[a-z]{4,}(?:a|us|er|um)\s$")

_LETTER_IN_BRACKETS = compile_pattern(r"\((?!e?s\))[a-z]{1,3}\)\w")
_WORD_BEFORE = compile_pattern(r"([A-Za-z]{5,})\s$")
_SALTS = frozenset(
    "acetate besylate bitartrate citrate fumarate gluconate hydrochloride maleate mesylate phosphate"
    " succinate sulfate tartrate tosylate".split()
)


def word_is_rare_and_technical(
    page: Page, elements: Sequence[Element], settings: Settings, *, least: int = 1
) -> Iterator[Match]:
    """Report the first use of a technical word of no list that the page does not explain.

    It has to be used `least` times.
    """
    from plainlang.language.definitions.find import explanations

    blocks = page.blocks
    unlisted = _unlisted(page, settings)
    if not unlisted:
        return
    listed = listed_words(page, settings)
    met, forms = listed.union(unlisted), forms_of_others(unlisted, listed)
    for (language, word), uses in unlisted.items():
        if len(uses) < least or (language, word) in forms or is_of_parts_met(word, language, met):
            continue
        if next(iter(explanations(blocks, uses, word, language)), None) is not None:
            continue
        number, span = uses[0]
        block = blocks[number]
        if tells_of_a_drug(block.text, span) or is_one_more_name(block.text, span):
            continue
        # "Electroporation: a treatment …" may explain what is met in small letters
        opening = openings(page, word)
        if opening and next(iter(explanations(blocks, opening, word, language)), None) is not None:
            continue
        text = block.text[span.start : span.end]
        why = why_jargon(word, language)
        yield Match(
            block.locate(span.start, span.end),
            {"term": text, "because": _because(why, settings.messages_in(page.language))},
            excerpt=text,
            term=word,
            data={"kind": why.kind, "detail": why.detail, "zipf": why.zipf, "uses": len(uses)},
        )


def _because(why: Reason, language: str) -> str:
    spanish = language == "es"
    if why.kind == "form":
        return f"“{why.detail.replace(' (', '”: ', 1).removesuffix(')')}"
    if why.kind == "list":
        return (
            "está en una lista de palabras técnicas"
            if spanish
            else "a list of technical words has it"
        )
    return "es muy poco común" if spanish else "it is rare in print"


def _unlisted(page: Page, settings: Settings) -> dict[tuple[str, str], list[tuple[int, Span]]]:
    """Return the technical words of a page that are in none of its listed terms.

    From their language and themselves, in lower case, to the places where they or their plurals are.
    """
    blocks: dict[str, list[int]] = {language: [] for language in _LANGUAGES}
    for number, block in readable_blocks(page):
        language = block_language(block, page)
        if language in blocks and block.kind != "alt":
            blocks[language].append(number)
    uses = [use for places in uses_of(page, settings).values() for use in places]
    places = [
        (number, span, language, word)
        for language, numbers in blocks.items()
        if numbers
        for number, span, word in _technical_words(page, numbers, language, settings, uses)
        if _is_used_as_word(page.blocks[number], span)
        and not is_half_word(page.blocks, number, span)
    ]
    elsewhere = {
        number
        for number, language in {(number, language) for number, _, language, _ in places}
        if _is_in_another_language(page.blocks[number].text, language)
    }
    found: dict[tuple[str, str], list[tuple[int, Span]]] = {}
    for number, span, language, word in sorted(places):
        if number not in elsewhere:
            key = _headword(found, language, word.lower())
            found.setdefault(key, []).append((number, span))
    return found


def _technical_words(
    page: Page, numbers: Sequence[int], language: str, settings: Settings, uses: Iterable[Use]
) -> Iterator[tuple[int, Span, str]]:
    """Yield each place in some blocks where the letters of a technical word stand, but in no term's use."""
    technical = _technical(language)
    known = _forms(settings.known_terms, language)
    texts = [page.blocks[number].text for number in numbers]
    runs = runs_of(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    start_of = dict(zip(numbers, starts, strict=False))
    ends = dict(
        sorted(
            (start_of[number] + start, start_of[number] + end)
            for number, (start, end) in uses
            if number in start_of
        )
    )
    taken = list(ends)  # where terms' uses start; none overlap
    words = different_words(runs)
    words = {
        w for w in compress(words, map(technical.__getitem__, words)) if w.lower() not in known
    }
    for at, word in _places(runs, words):
        before = bisect_right(taken, at)
        if before == 0 or at + len(word) > ends[taken[before - 1]]:
            i = bisect_right(starts, at) - 1
            start = at - starts[i]
            yield numbers[i], Span(start, start + len(word)), word


def _places(runs: Runs, words: set[str]) -> Iterator[tuple[int, str]]:
    """Yield where in the text of runs the letters of words stand, in one go from its start to its end."""
    held = runs_with(runs, words)
    text = runs.text
    end = 0
    for run in compress(runs.runs, map(held.__contains__, runs.runs)):
        start = find_run(text, run, end)
        end = start + len(run)
        for word in held[run]:
            at = text.find(word, start, end)
            while at >= 0:
                yield at, word
                at = text.find(word, at + 1, end)


def _is_used_as_word(block: Block, span: Span) -> bool:
    """Tell whether a part of a block is a word of its language, and no part of a name."""
    return (
        is_word(block.text, span)
        and not is_foreign(block, span)
        and not is_in_name(block.text, span)
        and not _is_species(block.text, span)
        and not _goes_on(block.text, span)
    )


def _goes_on(text: str, span: Span) -> bool:
    """Tell whether a word is a part of one: "nucleos(t)ide", or the salt of a drug: "megestrol acetate"."""
    if _LETTER_IN_BRACKETS.match(text, span.end):
        return True
    before = _WORD_BEFORE.search(text, max(0, span.start - 30), span.start)
    return (
        text[span.start : span.end].lower() in _SALTS
        and before is not None
        and zipf(before[1].lower(), "en") < _EVERYDAY
    )


def _is_species(text: str, span: Span) -> bool:
    """Tell whether a word is the second part of the name of a germ or an animal."""
    before = text[max(0, span.start - 30) : span.start]
    if text[span.end - 1] == "i" and _GENUS.search(before):
        return True
    return _SPECIES.search(before) is not None


def _is_in_another_language(text: str, language: str) -> bool:
    return may_differ(text, language) and contradicts(text, language) is not None


def _headword(found: Container[tuple[str, str]], language: str, word: str) -> tuple[str, str]:
    """Return the form of a word that was met before: its plural or its singular; else itself."""
    for form in (word, word.removesuffix("s"), f"{word}s", word.removesuffix("es"), f"{word}es"):
        if (language, form) in found:
            return language, form
    return language, word


@lru_cache(maxsize=8)
def _forms(terms: frozenset[str], language: str) -> frozenset[str]:
    """Return terms in all their forms: who knows a comorbidity knows comorbidities."""
    table = build_table(((0, 0, term) for term in terms), language, inflect=True)
    return terms.union(table.forms)


@lru_cache(maxsize=8)
def _technical(language: str) -> Learnt:
    """Return 1 for each technical word, 0 for any other."""
    return Learnt(f"technical-{language}", lambda word: int(_is_technical(word, language)))


def _is_technical(word: str, language: str) -> bool:
    if len(word) < _SHORTEST or zipf(word, language) >= _EVERYDAY:
        return False
    if word[1:] != word[1:].lower() and not word.isupper() and "-" not in word:
        return False  # "eHealth", "MyChart": a brand
    if not _LATIN.search(word):
        return False  # the name of a language in its own script: rare, but nothing technical
    if word[1] in "'’" or any(part.isupper() and len(part) > 1 for part in word.split("-")[:3]):
        return False  # "d'orange"; "HPV-related" and "klaw-dih-KAY-shun" are for other rules
    why = why_jargon(word, language)
    if why.jargon and _is_glued(word.lower(), language):
        return False
    if why.jargon and why.kind == "frequency":  # "Más información" on an English page is Spanish
        return all(zipf(word, o) < _COMMON_ELSEWHERE for o in _LANGUAGES if o != language)
    return why.jargon


_LATIN = compile_pattern(r"[A-Za-z\u00c0-\u024f]")
_GLUED = compile_pattern(r"(?:a|an|the|and|also|too|which|from|that|with)$")
_GLUED_BEHIND = compile_pattern(
    r"(?<=.{5})(?:to|too|then|these|this|for|of|are|aren|when|where|including|have|who|your|you)$|(?<=.{4})if$"
    r"|(?<=.{8})an?$"
)
_CONTRACTED = compile_pattern(r"(?<=.{4})(?:arent|isnt|doesnt|dont|cant|wont|wasnt|hasnt)$")
_GLUED_BEFORE = compile_pattern(r"(?:for|have|with|and|your|this|are|when)(?=.{6})")
_PREFIX = compile_pattern(
    r"(?:.*o|under|inter|super|hyper|ultra|multi|trans|extra|intra|infra|supra|anti)$"
)


def _is_glued(word: str, language: str) -> bool:
    """Tell whether a space or dash is missing: "strokea condition", "constipationhard stool"."""
    if language != "en" or zipf(word, language):
        return False
    if (short := _CONTRACTED.search(word)) and zipf(word[: short.start()], language):
        return True  # "overeatingarent"
    end = _GLUED.search(word)
    behind, ahead = _GLUED_BEHIND.search(word), _GLUED_BEFORE.match(word)
    rests = [word[: found.start()] for found in (end, behind) if found]
    rests += [word[ahead.end() :]] if ahead else []
    if any(zipf(w, language) >= _KNOWN or why_jargon(w, language).kind == "list" for w in rests):
        return True
    return len(word) > 11 and any(
        zipf(word[:i], language) >= _KNOWN
        and zipf(word[i:], language) >= _KNOWN
        and not _PREFIX.match(word[:i])
        for i in range(_SHORTEST, len(word) - 3)
    )
