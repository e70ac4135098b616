"""Words that two blocks share: "carbo-" and "hydrate".

Programs that make HTML of PDF files write each line as a block. May not judge words.
"""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.findings import Span
from plainlang.page import Block

_HYPHENS = ("-", "\u2010")


def is_half_word(blocks: Sequence[Block], number: int, span: Span) -> bool:
    """Tell whether a part of a block is half of a word, whose other half the next block has, or the last."""
    text = blocks[number].text
    if span.start == 0 and number and text[0].islower():
        return _goes_on(blocks[number - 1])
    if span.end == len(text) - 1 and number + 1 < len(blocks) and _goes_on(blocks[number]):
        return blocks[number + 1].text[:1].islower()
    return False


def _goes_on(block: Block) -> bool:
    return block.text.endswith(_HYPHENS) and block.text[-2:-1].isalpha()
