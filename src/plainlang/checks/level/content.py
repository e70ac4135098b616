"""What a reading level is measured on: the sentences of the main content, and what is left out.

Left out and counted: navigation, headers and footers, references, code, addresses, imprints, form
parts, lists of links, tables of numbers and bare labels. Headings are read apart from sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from plainlang.checks.match import per_page
from plainlang.checks.part_language import differs, found_language
from plainlang.findings import Span
from plainlang.language.level.counts import (
    Counts,
    add_packed,
    add_up,
    pack_sentence,
    unpack,
    words_in,
)
from plainlang.language.sentences import split_sentences
from plainlang.language.subtags import primary
from plainlang.language.words import list_words
from plainlang.page import Block, Page
from plainlang.page.kinds import CELLS
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple
from plainlang.settings import Settings

_PROSE = frozenset({"paragraph", "list-item", "description", "quote", "caption", "summary"})
_UNCOUNTED = {"code": "code", "address": "addresses"}
_LABEL_WORDS = 2  # a line of so few words, with no full stop, is a label
_CELL_WORDS = 8
_STOPS = ".!?…。！？"
# A line of an address that is not marked up as one: how “Atlanta, GA 30329-1647” ends, and how
# “29 Clairmont Rd NE” and “Telephone: 1-888-555-0100 (toll free)” begin.
_TOWN = compile_pattern(r"[A-Z][a-z]+,? [A-Z]{2} \d{5}(?:-\d{4})?$")
_ADDRESS = compile_pattern(
    r"\d+ (?:[NSEW]\.? )?[A-Z]\w+(?: [A-Z0-9]\w*\.?,?)* (?:St|Street|Rd|Road|Ave|Avenue|Blvd|Drive|Dr|Lane)\b"
    r"|P(?:\.?O\.?|ost Office) Box \d"
    r"|[^:.!?]{1,40}: ?\+?\(?\d[\d().\s–-]{5,}\d\b"
)
# Who wrote or checked a page, and when, and whose it is.
_IMPRINT = compile_pattern(
    r"©|Copyright\b|(?:\w+ ){0,2}?(?:[Rr]eviewed|[Uu]pdated|[Rr]evised|[Pp]ublished|[Ww]ritten|[Mm]odified"
    r"|[Rr]evisad[oa]|[Aa]ctualizad[oa]|[Pp]ublicad[oa]|[Ee]scrito|[Rr]evisión|[Aa]ctualización)"
    r"(?: (?:on|by|el|por))?(?::|.*\b\d{4}$)"
)
# A reference that stands under no heading of its own: “2019;380(4):345-352”, “doi:10.1000/182”.
_CITED = compile_pattern(
    r"\b(?:19|20)\d\d[^;.]{0,9};\s?\d+(?:\(\w+\))?:\s?\w?\d|\bdoi(?::\s?|\.org/)10\."
)
_ADDRESS_WORDS = 14


class Sentence(NamedTuple):
    """A sentence: its block, its place in the block's text, and what was counted in it, packed."""

    block: Block
    span: Span
    packed: int

    @property
    def counts(self) -> Counts:
        return unpack(self.packed)

    @property
    def words(self) -> int:
        return words_in(self.packed)

    @property
    def text(self) -> str:
        return self.block.text[self.span.start : self.span.end]

    def said_in(self, language: str) -> str:
        """Return the text with blanks for what is marked as being in another language."""
        return text_in(self.block, language)[self.span.start : self.span.end]

    def locate(self) -> Span:
        """Return the sentence's span in the source."""
        return self.block.locate(self.span.start, self.span.end)


def text_in(block: Block, language: str) -> str:
    """Return a block's text with blanks for what is marked as being in another language."""
    text = block.text
    for mark in block.marks:
        if mark.kind == "lang" and mark.value and differs(mark.value, language):
            text = f"{text[: mark.start]}{' ' * (mark.end - mark.start)}{text[mark.end :]}"
    return text


_DASHES = frozenset("-–—•·*")


def is_listing(sentence: Sentence) -> bool:
    """Tell whether a "sentence" names things, with hardly a word between the commas.

    So does a list that was run together, with a dash before each item, and a row of titles.
    """
    text = sentence.text
    words = text.split()
    if sum(map(_DASHES.__contains__, words)) > 2:
        return True
    if are_names(words):
        return True
    parts = sum(map(text.count, ",;•·")) + 1
    return parts > 5 and sentence.words < 4 * parts


def are_names(words: Sequence[str]) -> bool:
    """Tell whether most words have a capital, as in a row of titles or an address."""
    return 2 * sum([word[0].isupper() for word in words]) > len(words)


class Section(NamedTuple):
    """The sentences under one heading, and their sum; `heading` is None before the first one."""

    heading: Block | None
    sentences: tuple[Sentence, ...]
    counts: Counts


class Content(NamedTuple):
    """What is measured in one language of a page, and the words left out, by reason.

    `sections` has the same sentences by the heading they stand under, in document order; `counts` is
    the sum of all.
    """

    language: str
    sentences: tuple[Sentence, ...]
    left_out: dict[str, int]
    sections: tuple[Section, ...]
    counts: Counts


@per_page
def contents_of(page: Page, settings: Settings) -> list[Content]:
    """Return what is measured on a page, by language, that with most words first.

    A language is measured by itself if it has 5 % of the words or more; what is in a rarer one is
    left out as "other language".
    """
    sentences: dict[str, list[Sentence]] = {}
    left_out: Counter[str] = Counter()
    main = primary(page.language)
    without_names = settings.mode == "wcag"
    for block in page.text_blocks():
        runs = block.text.split() if block.region == "main" else []
        reason = why_left_out(block, runs)
        if reason is not None:
            left_out[reason] += len(list_words(block.text))
            continue
        tag = found_language(page, block, runs) or block.language or page.language
        language = primary(tag)
        text = text_in(block, language)
        if text != block.text:
            left_out["other language"] += len(runs) - len(text.split())
        for span in split_sentences(block.text, language):
            said = text[span.start : span.end]
            packed = pack_sentence(said, language, without_names=without_names)
            if packed:
                sentences.setdefault(language, []).append(Sentence(block, span, packed))
    sections = {language: _sections(page, some) for language, some in sentences.items()}
    counts = {language: add_up(s.counts for s in some) for language, some in sections.items()}
    total = sum(c.words for c in counts.values())
    kept = []
    for language in sorted(counts, key=lambda k: (-counts[k].words, k)):
        if language == main or counts[language].words >= 0.05 * total:
            kept.append(language)
        else:
            left_out["other language"] += counts[language].words
    return [Content(k, tuple(sentences[k]), dict(left_out), sections[k], counts[k]) for k in kept]


def _sections(page: Page, sentences: list[Sentence]) -> tuple[Section, ...]:
    grouped: dict[int | None, list[Sentence]] = {}
    for sentence in sentences:
        grouped.setdefault(sentence.block.heading, []).append(sentence)
    return tuple(
        Section(
            None if number is None else page.blocks[number],
            tuple(some),
            add_packed([sentence.packed for sentence in some]),
        )
        for number, some in grouped.items()
    )


def why_left_out(block: Block, runs: Sequence[str]) -> str | None:
    """Return why a block is not measured, None when it is; `runs` stand between its blanks."""
    if block.region != "main":
        return block.region
    kind, text = block.kind, block.text
    if kind in CELLS:
        return None if _is_prose_cell(text, runs) else "tables"
    if kind not in _PROSE:
        return _UNCOUNTED.get(kind, f"{kind}s")
    if len(runs) <= _LABEL_WORDS and text[-1:] not in _STOPS:
        return "labels"
    if _is_links(block):
        return "links"
    if (";" in text or "doi" in text) and _CITED.search(text):
        return "references"
    if len(runs) <= _ADDRESS_WORDS and (text[-1] not in _STOPS or text[0] == "©"):
        if _ADDRESS.match(text) or (text[-1].isdigit() and _TOWN.search(text)):
            return "addresses"
        if _IMPRINT.match(text):
            return "imprint"
    return "numbers" if _is_numbers(text, runs) else None


def _is_prose_cell(text: str, runs: Sequence[str]) -> bool:
    return len(runs) >= _CELL_WORDS and text.rstrip("\"')”’")[-1:] in _STOPS


def _is_numbers(text: str, runs: Sequence[str]) -> bool:
    """Tell whether fewer than half of the characters are letters; mostly whole words show it."""
    half = (len(text) - text.count(" ")) / 2
    if len("".join(filter(str.isalpha, runs))) >= half:
        return False
    return sum(map(str.isalpha, text)) < half


def _is_links(block: Block) -> bool:
    """Tell whether a block is links and little else."""
    if not block.marks:
        return False
    linked = sum(m.end - m.start for m in block.marks if m.kind == "link")
    return linked > 0 and linked >= 0.8 * len(block.text)
