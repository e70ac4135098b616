"""Headings and titles that do not tell what their page or section is about.

Compares words, not meanings: what is found is for a person to judge.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from plainlang.checks.images.image import inside
from plainlang.checks.labels import (
    content_stems,
    content_words,
    fold,
    folded,
    stem,
    without_number,
)
from plainlang.checks.match import Match, per_page
from plainlang.language.frequency.zipf import zipf
from plainlang.language.subtags import primary
from plainlang.language.words import list_words
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern
from plainlang.rules.model import Words
from plainlang.settings import Settings

_PROSE = frozenset("paragraph list-item description quote caption cell summary".split())
_MEDIA = "img, picture, svg, video, audio, canvas, object, iframe, embed, math, form, table, pre"
_FILLED_IN = compile_pattern(
    r"[@%$]{1,2}\w+[@%$]{0,2}"
)  # "@TITLE@": a program puts the title there
_CAMEL = compile_pattern(r"(?<=[a-z])(?=[A-Z])")
_PARTS = compile_pattern(r"\s+[|·•»›>«‹</~]\s+|\s*[–—|]\s*|\s+-\s+|:\s+")
_KIN = 4  # first letters that words of one family share: "sleep" and "asleep" are not caught
_ENOUGH = 4  # words of body text with which a title can be compared


def title_is_generic(page: Page, elements: Sequence[Element], *, titles: Words) -> Iterator[Match]:
    """Report titles that could stand on any page: "Untitled", "Home", "page 1"."""
    block = _title(page)
    if block is None or _FILLED_IN.fullmatch(block.text.strip()):
        return
    text = fold(block.text)
    if text in folded(titles("en") | titles(page.language)) or _is_numbered(text, titles, page):
        yield Match(block.span, {"title": block.text}, excerpt=block.text)


def _is_numbered(text: str, titles: Words, page: Page) -> bool:
    """Tell whether a text is a generic word and a number or letter: "page 1", "document2"."""
    bare = without_number(text)
    return bare != text and bare in folded(titles("en") | titles(page.language))


def title_is_off_topic(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report titles that share too little with the page, or that only name the site.

    The best part of a title counts ("Flu shots | City Clinic" has two): half of its words that carry
    meaning must stand on the page, in whatever form.
    """
    block = _title(page)
    if block is None or page.tree.select_one("frameset") is not None:
        return
    language = page.language
    if not content_words(block.text, language) or _has_little_text(page):
        return
    if _shows_more_than_words(page):
        return
    parts = (block.text, *_PARTS.split(block.text))
    if not any(_is_said(page, t) for part in parts for t in {part, _CAMEL.sub(" ", part)}):
        because = _NOT_SAID
    elif _names_only_site(page, block.text):
        because = _SITE_ONLY
    else:
        return
    reason = because[settings.messages_in(language)]
    yield Match(block.span, {"title": block.text, "because": reason}, excerpt=block.text)


_NOT_SAID = {"en": "few of its words stand on the page",
             "es": "pocas de sus palabras están en la página"}  # fmt: skip
_SITE_ONLY = {"en": "it names the site, not this page",
              "es": "nombra el sitio, no esta página"}  # fmt: skip


def _title(page: Page) -> Block | None:
    found = next((b for b in page.blocks if b.kind == "title"), None)
    return None if found is None or UNKNOWN in found.text else found


def _has_little_text(page: Page) -> bool:
    """Tell whether there are too few words to compare a title with."""
    found: set[str] = set()
    for number in range(len(page.blocks)):
        found |= _stems(page, number)
        if len(found) >= _ENOUGH:
            return False
    return True


def _shows_more_than_words(page: Page) -> bool:
    """Tell whether a page has few words beside a chart, a film, a form or an editor."""
    if page.tree.select_one(_SHOWN) is None:
        return False
    return sum(len(b.text.split()) for b in page.text_blocks()) < _FEW_WORDS


_SHOWN = "canvas, iframe, video, object, embed, form, input, textarea, select, [contenteditable]"
_FEW_WORDS = 100


def _is_said(page: Page, text: str) -> bool:
    """Tell whether half of a text's words that carry meaning stand on the page."""
    missing = content_stems(text, page.language)
    wanted = len(missing) / 2
    for number in range(len(page.blocks)):
        if not missing:
            break
        said = _families(page, number)
        missing = {s for s in missing if s[:_KIN] not in said}
        if len(missing) <= wanted:
            return True
    return False


def _names_only_site(page: Page, title: str) -> bool:
    """Tell whether the main heading says what the page is about, and the title only where it is.

    So it is when the heading ends in "... at the <title>", or when the title is the site's declared
    name and the heading does not have it.
    """
    heading = next((b for b in page.blocks if b.kind == "heading" and b.region == "main"), None)
    if heading is None or UNKNOWN in heading.text:
        return False
    said, name = fold(heading.text), fold(title)
    if said.endswith(f" {name}"):
        rest = said[: -len(name)].split()
        while rest and rest[-1] in _ARTICLES:
            rest.pop()
        more = content_words(" ".join(rest), page.language)
        return bool(rest) and rest[-1] in _AT and len(more) >= 2
    declared = page.tree.select_one('meta[property="og:site_name"], meta[name="application-name"]')
    if declared is None or fold(declared.attr("content") or "") != name or name in said:
        return False
    address = page.tree.select_one('link[rel="canonical"], meta[property="og:url"]')
    where = (address.attr("href") or address.attr("content") or "") if address is not None else ""
    return not re.fullmatch(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", where) or where == ""


_ARTICLES = frozenset({"the", "el", "la", "los", "las"})
_AT = frozenset({"at", "of", "from", "by", "in", "on", "with", "de", "del", "en", "por", "para"})


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
    missing = {s[:_KIN] for s in content_stems(text, language)}
    if not missing:
        return False
    for block in _below(page.blocks, number, page.blocks[number].level):
        missing -= {s[:_KIN] for s in content_stems(block.text, language)}
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
        if any(word.lower() in _SPEAKS_TO_READERS for word in list_words(text)):
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
        yield Match(block.span, {"heading": text}, excerpt=text)


_HEADING_WORDS = 3
# Zipf frequency of words that all readers use. What stands under a rarer one, such as a therapy's name,
# may explain it in words of its own.
_EVERYDAY = 3.8
_CODE = compile_pattern(r"[a-z][A-Z]|\(\)|[_/]|^\W*[a-z]+$|\.[a-z]")  # names in programs
# "Why it matters", "Your heart": a heading that speaks to its readers names no topic of its own.
_SPEAKS_TO_READERS = frozenset(
    "why how what when who where which you your yours we our us it its por qué cómo cuándo quién dónde"
    " usted ustedes su sus tu tus nuestro nuestra lo".split()
)


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


def _stems(page: Page, number: int) -> set[str]:
    """Return the stems of a block's words; of a title none."""
    known = _known_stems(page)
    found = known.get(number)
    if found is None:
        block = page.blocks[number]
        language = block.language or page.language
        found = content_stems(block.text, language) if block.kind != "title" else set()
        known[number] = found
    return found


def _families(page: Page, number: int) -> set[str]:
    """Return the families of words in a block: the first letters, or all, of each stem."""
    return {s[:_KIN] for s in _stems(page, number)}


@per_page
def _known_stems(page: Page) -> dict[int, set[str]]:
    return {}


def _come_back(page: Page, stems: set[str], number: int, size: int) -> bool:
    """Tell whether a stem, or its kin, stands in another block; the section is looked at first."""
    wanted = {s[:_KIN] for s in stems}
    near = range(number + 1, number + 1 + size)
    if any(not wanted.isdisjoint(_families(page, i)) for i in near):
        return True
    own = _families(page, number)
    blocks_with = _blocks_with_kin(page)
    return any(blocks_with[kin] > (kin in own) for kin in wanted)


@per_page
def _blocks_with_kin(page: Page) -> Counter[str]:
    """Count the blocks that hold a stem of each family; its first letters tell a family."""
    numbers = range(len(page.blocks))
    return Counter(kin for i in numbers for kin in _families(page, i))
