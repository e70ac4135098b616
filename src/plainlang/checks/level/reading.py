"""Text that is harder to read than its target: page, section, sentence, paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from plainlang.checks.level.content import Content, Section, are_names, contents_of, is_listing
from plainlang.checks.level.messages import (
    beginning_said,
    level_said,
    range_said,
    rewrite_said,
    target_said,
)
from plainlang.checks.match import Match, per_page
from plainlang.checks.terms.uses import Term, terms_of
from plainlang.findings import Related
from plainlang.language.level.counts import count_sentence
from plainlang.language.level.effect import Effect, hardest, hardest_of, reason, shortest_path_of
from plainlang.language.level.grade import (
    Essence,
    essence,
    grade_of,
    grader,
    has_grade,
    plainlang_grade,
    scale_of,
)
from plainlang.language.level.reading import Reading, measure_counts, reading_above, verdict
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.records import NamedTuple
from plainlang.settings import Settings


def reading_of(content: Content, settings: Settings) -> Reading:
    """Return the reading level of a page's text in one language."""
    text = None
    if not has_grade(content.language):
        text = " ".join(s.said_in(content.language) for s in content.sentences)
    return measure_counts(
        content.counts,
        content.language,
        settings.metric,
        min_words=settings.min_words,
        text=text,
    )


@per_page
def main_reading(page: Page, settings: Settings) -> tuple[Content, Reading] | None:
    """Return what most of the page's text is, and its reading level; None without text."""
    contents = contents_of(page, settings)
    return (contents[0], reading_of(contents[0], settings)) if contents else None


def target_for(section: Section, page: Page, settings: Settings) -> float:
    """Return the target of a section: that of the nearest heading above it that the config names."""
    if settings.section_targets:
        for heading in _headings_above(section, page):
            for pattern, target in settings.section_targets:
                if re.search(pattern, heading.text, re.IGNORECASE):
                    return target
    return settings.target


def _headings_above(section: Section, page: Page) -> Iterator[Block]:
    """Yield the section's own heading, then those whose part of the page it is in."""
    block = section.heading
    while block is not None:
        yield block
        block = page.section(block)


def explained_words(page: Page, settings: Settings) -> frozenset[str]:
    """Return the words, in lower case, of the terms that the page explains."""
    said = {
        use.said_in(page.blocks)
        for term in terms_of(page, settings)
        if term.explained_by(links=settings.links_explain)
        for use in term.uses
    }
    return settings.known_terms.union(*(text.lower().split() for text in said))


def grades_gained(page: Page, settings: Settings, term: Term) -> float:
    """Return by how many grades the page falls when everyday words take the place of a term.

    It is 0 for a page without a plainlang grade: one that is too short, or measured by a formula.
    """
    found = main_reading(page, settings)
    if found is None or found[1].grade is None or settings.metric != "plainlang":
        return 0.0
    content = found[0]
    measured = page_numbers(page, settings)
    uses = [u for u in term.uses if id(page.blocks[u.block]) in measured.blocks]
    if not uses:
        return 0.0
    language = content.language
    plain = _essence_of(term.entry.plain, language)
    said = [_essence_of(u.said_in(page.blocks), language) for u in uses]
    words, _, *rest = (
        whole + len(uses) * new - sum(old)
        for whole, new, old in zip(measured.numbers, plain, zip(*said, strict=True), strict=True)
    )
    sentences = measured.numbers[1]
    return measured.grade - grade_of((words, sentences, *rest), scale_of(language))


@lru_cache(maxsize=4096)
def _essence_of(phrase: str, language: str) -> Essence:
    """Return the counts of what stands for a term: the same few words on many pages."""
    return essence(count_sentence(phrase, language))


class _Numbers(NamedTuple):
    """What a page's grade is made of, the grade, and the blocks that were measured."""

    numbers: Essence
    grade: float
    blocks: frozenset[int]


@per_page
def page_numbers(page: Page, settings: Settings) -> _Numbers:
    """Return what the grade of a page's main language is made of."""
    content = contents_of(page, settings)[0]
    numbers = essence(content.counts)
    blocks = frozenset(id(s.block) for s in content.sentences)
    return _Numbers(numbers, grade_of(numbers, scale_of(content.language)), blocks)


@per_page
def _numbers_of_sentences(page: Page, settings: Settings) -> list[Essence]:
    """Return what the grades of the sentences of a page's main language are made of."""
    return [essence(sentence.counts) for sentence in contents_of(page, settings)[0].sentences]


def page_reads_above_target(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report a page whose grade, with its whole range, lies above the target."""
    yield from _page_verdict(page, settings, "above")


def page_reads_close_to_target(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report a page that is above its target, but by less than the measure can tell."""
    yield from _page_verdict(page, settings, "too-close")


def _page_verdict(page: Page, settings: Settings, wanted: str) -> Iterator[Match]:
    found = main_reading(page, settings)
    if found is None or verdict(found[1], settings.target, settings.min_words) != wanted:
        return
    content, reading = found
    sentences = content.sentences
    rewrite: tuple[int, ...] = ()
    effects: list[Effect] = []
    if has_grade(content.language):
        if settings.metric == "plainlang":
            numbers = _numbers_of_sentences(page, settings)
            rewrite = shortest_path_of(numbers, settings.target, content.language).sentences
            effects = hardest_of(numbers, content.language, 3)
        else:
            counts = [s.counts for s in sentences]
            effects = hardest(counts, content.language, 3, settings.metric)
    related = [Related(sentences[e.sentence].locate(), sentences[e.sentence].text) for e in effects]
    block = _title_block(page) or sentences[0].block
    language = settings.messages_in(page.language)
    yield Match(
        block.span,
        {
            "grade": f"{reading.grade:.1f}",
            "level": level_said(reading, language),
            "low": f"{reading.low:.1f}",
            "high": f"{reading.high:.1f}",
            "range": range_said(reading, language),
            "target": target_said(settings.target, settings.metric, language),
            "rewrite": rewrite_said(len(rewrite) or len(sentences), len(sentences), language),
            "begin": beginning_said(related[0].message if related else "", language),
        },
        excerpt=block.text,
        related=tuple(related),
    )


def _title_block(page: Page) -> Block | None:
    for block in page.blocks:
        if block.kind == "heading" and block.region == "main":
            return block
    return None


def section_reads_above_target(
    page: Page, elements: Sequence[Element], settings: Settings, *, words: int = 60
) -> Iterator[Match]:
    """Report a section of so many words or more that lies above its target with its whole range.

    One of names, such as a list of addresses, is left out: no easier words would help.
    """
    contents = contents_of(page, settings)
    if not contents or len(contents[0].sections) < 2:
        return
    language = settings.messages_in(page.language)
    for section in contents[0].sections:
        counts = section.counts
        if counts.words < words or section.heading is None:
            continue
        target = target_for(section, page, settings)
        reading = reading_above(
            counts, contents[0].language, settings.metric, target, min_words=words
        )
        if reading is None:
            continue
        if not all(are_names(sentence.text.split()) for sentence in section.sentences):
            yield Match(
                section.heading.span,
                {"grade": f"{reading.grade:.1f}", "level": level_said(reading, language),
                 "target": target_said(target, settings.metric, language), "words": counts.words,
                 "heading": section.heading.text},
                excerpt=section.heading.text,
            )  # fmt: skip


def sentence_is_hard(
    page: Page,
    elements: Sequence[Element],
    settings: Settings,
    *,
    above: float = 6.0,
    words: int = 12,
    most: int = 5,
) -> Iterator[Match]:
    """Report the hardest sentences, at most so many a page.

    They have so many `words` or more and read so many grades `above` the target, and still do without
    names, which a writer cannot change, and words that the page explains.
    """
    hard = _hard_sentences(page, settings, above + settings.target_grade, words)
    yield from islice(hard, most)


def _hard_sentences(page: Page, settings: Settings, bar: float, words: int) -> Iterator[Match]:
    """Yield the sentences of so many words whose grade reaches `bar`, the hardest first."""
    contents = contents_of(page, settings)
    if not contents or not has_grade(contents[0].language):
        return
    language = contents[0].language
    grade_of = grader(scale_of(language))
    numbers = _numbers_of_sentences(page, settings)
    graded = [
        (grade, sentence)
        for sentence, its in zip(contents[0].sentences, numbers, strict=True)
        if its[0] >= words and (grade := grade_of(its)) >= bar
    ]
    if not graded:
        return
    known = explained_words(page, settings)
    graded.sort(key=lambda pair: -pair[0])
    for grade, sentence in graded:
        if is_listing(sentence):
            continue
        said = sentence.said_in(language)
        left = count_sentence(said, language, without_names=True, known=known)
        if left.words < words or plainlang_grade(left, language) < bar:
            continue
        why = reason(said, language, known=known)
        hard = [said[slice(*s)] for s in why.hard_words]
        if hard or why.words:
            because = _because(why.words, hard, settings.messages_in(page.language))
            values = {"grade": f"{grade:.0f}", "words": sentence.words, "because": because}
            yield Match(sentence.locate(), values, excerpt=sentence.text)


def _because(words: int, hard: list[str], language: str) -> str:
    named = ", ".join(f"“{w}”" for w in hard[:4])
    if language == "es":
        length = f"tiene {words} palabras" if words else ""
        kind = "palabras poco comunes" if len(hard) > 1 else "una palabra poco común"
        rare = f"usa {kind}: {named}" if named else ""
        return " y ".join(p for p in (length, rare) if p)
    length = f"it has {words} words" if words else ""
    rare = f"it uses {'rare words' if len(hard) > 1 else 'a rare word'}: {named}" if named else ""
    return " and ".join(p for p in (length, rare) if p)
