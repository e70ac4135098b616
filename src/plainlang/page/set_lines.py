"""Lines of a printed page, each a box put at its place, to the paragraphs that they are parts of.

Programs that turn PDF into HTML write them so. Only what goes on in the midst of a sentence is joined.
"""

from __future__ import annotations

from plainlang.page.builder import LONGEST
from plainlang.page.css.styles import Styles
from plainlang.page.model import Block
from plainlang.page.sourcemap import Piece
from plainlang.patterns import compile_pattern

_ENDS = compile_pattern(r"[.!?:;…][\"'”’)\]]*$")
_FEWEST = 4  # words of a line: labels in a drawing stand at places of their own, too


def with_joined_lines(blocks: list[Block], styles: Styles) -> list[Block]:
    """Return the blocks, those that are lines of one sentence as one."""
    out: list[Block] = []
    places: list[int] = []  # of each block, where it is in `out`
    last: Block | None = None
    for block in blocks:
        if (
            last is not None
            and len(out[-1].text) + len(block.text) < LONGEST
            and _goes_on(last, block, styles)
        ):
            out[-1] = _joined(out[-1], block)
        else:
            heading = block.heading
            out.append(block if heading is None else _under(block, places[heading]))
        places.append(len(out) - 1)
        last = block
    return out


def _goes_on(above: Block, block: Block, styles: Styles) -> bool:
    text, node, before = above.text, block.node, above.node
    return (
        block.text[0].islower()
        and above.kind == block.kind == "paragraph"
        and above.region == block.region
        and above.language == block.language
        and node.tag == before.tag
        and node.parent == before.parent
        and _ENDS.search(text) is None
        and len(text.split()) >= _FEWEST
        and styles.get(node, "position") == styles.get(before, "position") == "absolute"
    )


def _joined(above: Block, block: Block) -> Block:
    text = f"{above.text} {block.text}"
    size = len(above.text)
    blank = Piece(size, size + 1, above.span.end, max(above.span.end, block.span.start))
    more = size + 1
    pieces = [
        Piece(p.start + more, p.end + more, p.source_start, p.source_end) for p in block.pieces
    ]
    marks = [m._replace(start=m.start + more, end=m.end + more) for m in block.marks]
    return above._replace(
        text=text, pieces=(*above.pieces, blank, *pieces), marks=(*above.marks, *marks)
    )


def _under(block: Block, heading: int) -> Block:
    return block if heading == block.heading else block._replace(heading=heading)
