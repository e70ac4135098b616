"""Headings that do not tell what their section is about.

Compares words, not meanings: what is found is for a person to judge.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plainlang.checks.around import inside
from plainlang.checks.folding import (
    content_stems,
    content_words,
    fold,
    folded,
    stem,
    without_number,
)
from plainlang.checks.match import Match, per_page
from plainlang.checks.structure.word_families import (
    blocks_with_family,
    families,
    families_in,
)
from plainlang.language.frequency.zipf import zipf
from plainlang.language.subtags import primary
from plainlang.language.terms.lexicon import lexicon_files, load_lexicon
from plainlang.language.words import list_words
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern
from plainlang.resources import compiled
from plainlang.rules.model import Words

_PROSE = frozenset("paragraph list-item description quote caption cell summary".split())
_MEDIA = "img, picture, svg, video, audio, canvas, object, iframe, embed, math, form, table, pre"
_ENOUGH = 4  # words of a section with which its heading can be compared


def heading_is_generic(
    page: Page, elements: Sequence[Element], *, headings: Words
) -> Iterator[Match]:
    """Report headings that were never written: "Heading", "Section 2", "Lorem ipsum".

    A section that speaks of titles may be headed "Title".
    """
    for number, block in enumerate(page.blocks):
        if block.kind != "heading" or UNKNOWN in block.text:
            continue
        if any(m.kind == "code" for m in block.marks):
            continue
        text = fold(block.text)
        bare = without_number(text)
        stop = folded(headings("en") | headings(page.language))
        if not {text, bare} & stop:
            continue
        if text != bare or not _is_said_below(page, text, number):
            yield Match(block.span, {"heading": block.text}, excerpt=block.text)


def _is_said_below(page: Page, text: str, number: int) -> bool:
    """Tell whether the words of a heading come back in its own section."""
    language = page.blocks[number].language or page.language
    missing = families(content_stems(text, language))
    if not missing:
        return False
    for block in _below(page.blocks, number, page.blocks[number].level):
        missing -= families(content_stems(block.text, language))
        if not missing:
            return True
    return False


def heading_is_off_topic(
    page: Page, elements: Sequence[Element], *, common: Words, words: int = 60
) -> Iterator[Match]:
    """Report headings of which no word comes back, neither in their short section nor elsewhere.

    `common` are words that head sections of any kind ("Overview", "Contact"); a heading with one of
    them passes, and so does a section with more than so many words, with pictures or with forms.
    """
    for number, text, level in _headings(page):
        block = page.blocks[number]
        if block.region not in ("main", "aside"):
            continue
        language = primary(block.language or page.language)
        said = content_words(text, language)
        if not 1 <= len(said) <= _HEADING_WORDS or any(c.isdigit() for c in text):
            continue
        if text.rstrip()[-1:] in ":…" or UNKNOWN in text or _CODE.search(text):
            continue
        if any(
            _APOSTROPHE.split(word.lower())[0] in _SPEAKS_TO_READERS for word in list_words(text)
        ):
            continue
        passing = folded(common(language))
        if any(w in passing or stem(w, language) in passing for w in said):
            continue
        section = _short_section(page.blocks, number, level, words)
        if not any(b.kind in _PROSE for b in section):
            continue
        if any(b.kind in ("heading", "alt", "code") or UNKNOWN in b.text for b in section):
            continue
        if min(zipf(w, language) for w in said) < _EVERYDAY:
            continue
        stems = {stem(w, language) for w in said}
        if _come_back(page, stems, number, len(section)) or _has_media(page, block, section):
            continue
        if _speaks_of_health(text, said, language):
            continue
        yield Match(block.span, {"heading": text}, excerpt=text)


_HEADING_WORDS = 3
# Zipf frequency of words that all readers use. What stands under a rarer one, such as a therapy's name,
# may explain it in words of its own.
_EVERYDAY = 3.8
_APOSTROPHE = compile_pattern("['’]")  # "What's" is "what", too
_CODE = compile_pattern(r"[a-z][A-Z]|\(\)|[_/]|^\W*[a-z]+$|\.[a-z]")  # names in programs
# "Why it matters", "Your heart": a heading that speaks to its readers names no topic of its own.
_SPEAKS_TO_READERS = frozenset(
    "why how what when who where which you your yours we our us it its por qué cómo cuándo quién dónde"
    " usted ustedes su sus tu tus nuestro nuestra lo".split()
)


def _speaks_of_health(text: str, said: list[str], language: str) -> bool:
    """Tell whether a heading has a term of the lexicon, or a word with which one is explained.

    What is said under such a word often does without it: "Sleep", "Drinking". Asked last, since few
    headings come so far.
    """
    lexicon = load_lexicon(language)
    return bool(lexicon.find(text)) or not _explaining(language).isdisjoint(said)


@lru_cache(maxsize=4)
def _explaining(language: str) -> frozenset[str]:
    """Return the words, folded, that the lexicon's definitions use; to read them all takes long."""

    def build(_: list[bytes]) -> set[str]:
        meanings = " ".join(entry.definition for entry in load_lexicon(language).entries())
        return {fold(word) for word in set(list_words(meanings))}

    return frozenset(compiled(f"defining-{language}", lexicon_files(language), build))


def _headings(page: Page) -> Iterator[tuple[int, str, int]]:
    """Yield the block of each heading, what listeners hear of it, and its level.

    A heading may be an image alone, with a text alternative.
    """
    for number, block in enumerate(page.blocks):
        if block.kind == "heading":
            named = block.node is not None and not _NAMES.isdisjoint(block.node.attrs)
            yield number, page.element(block.node).name if named else block.text, block.level
        elif block.kind == "alt":
            holder = inside(block.node, *_LEVELS)
            if holder is not None and not str(holder.text).strip():
                yield number, block.text, _LEVELS[holder.tag]


_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_NAMES = frozenset({"aria-label", "aria-labelledby"})


def _below(blocks: tuple[Block, ...], number: int, level: int) -> Iterator[Block]:
    """Yield the blocks under a heading, those of its subsections too."""
    for below in range(number + 1, len(blocks)):
        block = blocks[below]
        if block.kind == "heading" and block.level <= level:
            return
        yield block


def _short_section(blocks: tuple[Block, ...], number: int, level: int, most: int) -> list[Block]:
    """Return the blocks under a heading; none where they have too few words, or more than `most`."""
    out, length = [], 0
    for block in _below(blocks, number, level):
        length += len(block.text.split())
        if length > most:
            return []
        out.append(block)
    return out if length > _ENOUGH else []


def _has_media(page: Page, heading: Block, section: list[Block]) -> bool:
    """Tell whether a section holds what has no words to compare: pictures, forms, tables."""
    start, end = heading.span.end, section[-1].span.end
    media = _media(page)
    return bisect_left(media, start) < bisect_left(media, end + _BEHIND)


_BEHIND = 200  # characters behind a section's last text in which its picture may stand


@per_page
def _media(page: Page) -> list[int]:
    return sorted(page.start_tag(node).start for node in page.tree.select(_MEDIA))


def _come_back(page: Page, stems: set[str], number: int, size: int) -> bool:
    """Tell whether a stem, or its kin, stands in another block; the section is looked at first."""
    wanted = families(stems)
    near = range(number + 1, number + 1 + size)
    if any(not wanted.isdisjoint(families_in(page, i)) for i in near):
        return True
    own = families_in(page, number)
    blocks_with = blocks_with_family(page)
    return any(blocks_with[family] > (family in own) for family in wanted)
