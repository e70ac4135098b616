"""Sentences, paragraphs and stretches of text that are longer than a limit of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from plainlang.checks.level.content import contents_of, is_listing
from plainlang.checks.match import Match
from plainlang.findings import Span
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.settings import Settings


def sentence_is_long(
    page: Page, elements: Sequence[Element], settings: Settings, *, limit: int = 35
) -> Iterator[Match]:
    """Report sentences of more words than the limit."""
    for content in contents_of(page, settings):
        for sentence in content.sentences:
            if sentence.words > limit and not is_listing(sentence):
                yield Match(
                    sentence.locate(),
                    {"words": sentence.words, "limit": limit},
                    excerpt=sentence.text,
                )


_PARAGRAPHS = frozenset({"paragraph", "list-item", "quote", "description"})


def paragraph_is_long(
    page: Page, elements: Sequence[Element], settings: Settings, *, limit: int = 150
) -> Iterator[Match]:
    """Report paragraphs of more words than the limit."""
    for content in contents_of(page, settings):
        for block, sentences in groupby(content.sentences, key=itemgetter(0)):
            # A word and the blank behind it are two characters at least.
            if block.kind not in _PARAGRAPHS or len(block.text) < 2 * limit:
                continue
            words = sum(sentence.words for sentence in sentences)
            if words > limit:
                yield Match(block.span, {"words": words, "limit": limit}, excerpt=block.text)


def text_has_no_breaks(
    page: Page, elements: Sequence[Element], *, limit: int = 400
) -> Iterator[Match]:
    """Report a stretch of main text longer than the limit with no heading or list in it."""
    run: list[Block] = []
    for block in [*page.text_blocks(), None]:
        if block is not None and block.region != "main":
            continue
        if block is not None and block.kind in ("paragraph", "quote"):
            run.append(block)
            continue
        # A word and the blank behind it are two characters at least.
        if len(run) > 1 and sum(len(b.text) + 1 for b in run) > 2 * limit:
            words = sum(len(b.text.split()) for b in run)
            if words > limit:
                span = Span(run[0].span.start, run[0].span.end)
                yield Match(span, {"words": words, "paragraphs": len(run)}, excerpt=run[0].text)
        run = []
