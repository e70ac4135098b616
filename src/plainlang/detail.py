"""What the larger reports show of a page: its text with the findings in place, images and links.

Turns source spans back into places of the blocks' text. May not judge: it makes no finding.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any
from urllib.parse import urlsplit

from plainlang.checks.inventory import images_of, links_of
from plainlang.checks.level.content import contents_of
from plainlang.findings import BlockView, Detail, Finding, Place, Span
from plainlang.language.level.grade import has_grade, plainlang_grade
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.records import NamedTuple
from plainlang.settings import Settings

_ADDRESS = 300  # characters of an address that a report shows
_IMAGES = frozenset({"img", "svg", "area", "input", "object", "embed", "canvas", "image"})
# A finding about one of these is about the thing, not about all the text in it.
_CONTAINERS = frozenset(
    """html head body main div section article nav header footer aside form table thead tbody tr ul ol
    dl iframe figure fieldset frameset frame video audio map menu search dialog details""".split()
)
_MARKED_BLOCKS = 3  # an element whose text is in more blocks than this is shown by its tag

Range = tuple[int, int]


class _Extent(NamedTuple):
    """The source between a block's first and last character, and the block's number."""

    low: int
    high: int
    block: int


def detail_of(page: Page, findings: Sequence[Finding], settings: Settings) -> Detail:
    """Return a page's text, images and links; `findings` are numbered as they come."""
    return Detail(
        blocks=_views(page, findings, settings),
        images=tuple(_image(page, element) for element in images_of(page)),
        links=tuple(_link(page, element) for element in links_of(page)),
        places=places_of(page, findings),
        mark=page.mark,
    )


def places_of(page: Page, findings: Sequence[Finding]) -> dict[int, Place]:
    """Return the place of each offset that findings, their edits and related places name."""
    offsets = {offset for finding in findings for span in _spans(finding) for offset in span}
    lines = page.lines
    out = {}
    for offset in offsets:
        line, column = lines.position(offset)
        start = 0 if line == 1 else lines.line_start(line)
        before = page.source[start:offset]
        if before.isascii():
            out[offset] = Place(line, column, column, column)
        else:
            text = before.removeprefix("\ufeff") if line == 1 else before
            utf16 = len(text.encode("utf-16-le", "surrogatepass")) // 2 + 1
            utf8 = len(before.encode("utf-8", "surrogatepass")) + 1
            out[offset] = Place(line, column, utf16, utf8)
    return out


def _spans(finding: Finding) -> Iterator[Span]:
    yield finding.span
    for related in finding.related:
        yield related.span
    if finding.fix is not None:
        for edit in finding.fix.edits:
            yield edit.span


def _views(page: Page, findings: Sequence[Finding], settings: Settings) -> tuple[BlockView, ...]:
    blocks = page.blocks
    marked: dict[int, list[tuple[int, int, int]]] = {}
    apart: list[tuple[int, BlockView]] = []
    finder = _Finder(page)
    for number, finding in enumerate(findings):
        places = finder.places(finding.span)
        for index, (start, end) in places:
            marked.setdefault(index, []).append((start, end, number))
        if not places:
            apart.append((finding.span.start, _apart(finder, finding, number)))
    sentences = _sentences(page, settings)
    views = []
    for number, block in enumerate(blocks):
        if block.region == "hidden" and number not in marked:
            continue
        low = block.pieces[0].source_start
        view = BlockView(
            block.kind,
            block.level,
            block.region,
            block.text,
            page.position(low).line,
            tuple(marked.get(number, ())),
            tuple(sentences.get(id(block), ())),
        )
        views.append((low, view))
    return tuple(_merged(views, _joined(apart)))


def _merged(
    views: list[tuple[int, BlockView]], apart: list[tuple[int, BlockView]]
) -> Iterator[BlockView]:
    """Yield the views in reading order, those apart before the first that starts behind them."""
    reached = list(accumulate((low for low, _ in views), max))
    waiting = sorted(apart, key=lambda item: item[0])
    at = 0
    for (_, view), low in zip(views, reached, strict=True):
        while at < len(waiting) and waiting[at][0] < low:
            yield waiting[at][1]
            at += 1
        yield view
    yield from (view for _, view in waiting[at:])


def _joined(apart: list[tuple[int, BlockView]]) -> list[tuple[int, BlockView]]:
    """Join what stands at the same place into one view with several findings."""
    out: dict[tuple[int, str], BlockView] = {}
    for start, view in apart:
        old = out.get((start, view.text))
        if old is not None:
            view = BlockView(view.kind, view.level, view.region, view.text, view.line,
                             (*old.findings, *view.findings))  # fmt: skip
        out[start, view.text] = view
    return [(start, view) for (start, _), view in out.items()]


def _apart(finder: _Finder, finding: Finding, number: int) -> BlockView:
    """Return a view for a finding that has no text of its own: an image, a frame, the page."""
    node = finder.node_at(finding.span.start)
    kind, region, text = "element", "main", finding.excerpt
    if node is not None:
        element = finder.page.element(node)
        region = element.region
        if element.tag in _IMAGES:
            kind, text = "image", element.name or _file_name(element) or element.tag
    return BlockView(kind, 0, region, text, finding.start.line, ((0, len(text), number),))


def _sentences(page: Page, settings: Settings) -> dict[int, list[tuple[int, int, float | None]]]:
    """Return the measured sentences by the id of their block, each with its grade."""
    out: dict[int, list[tuple[int, int, float | None]]] = {}
    for content in contents_of(page, settings):
        graded = has_grade(content.language)
        for sentence in content.sentences:
            grade = plainlang_grade(sentence.counts, content.language) if graded else None
            place = (*sentence.span, None if grade is None else round(grade, 1))
            out.setdefault(id(sentence.block), []).append(place)
    return out


class _Finder:
    """Finds the text that a source span touches."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._extents = sorted(
            _Extent(
                min(p.source_start for p in block.pieces),
                max(p.source_end for p in block.pieces),
                number,
            )
            for number, block in enumerate(page.blocks)
            if block.pieces
        )
        self._lows = [e.low for e in self._extents]
        self._reach = list(accumulate((e.high for e in self._extents), max))
        self._nodes: dict[int, Any] | None = None

    def places(self, span: Span) -> list[tuple[int, Range]]:
        """Return `(block, range of its text)` for what a span touches, in document order.

        A tag without text of its own stands for the text in its element.
        """
        found = self._touched(span)
        if found:
            return found
        node = self.node_at(span.start)
        if node is None or node.tag in _CONTAINERS:
            return []
        found = self._touched(self.page.span(node))
        return found if len(found) <= _MARKED_BLOCKS else []

    def node_at(self, offset: int) -> Any:
        """Return the node whose start tag starts at an offset of the source."""
        if self._nodes is None:
            self._nodes = {}
            for node in self.page.nodes("*"):
                if getattr(node, "source_location", None) is not None:
                    self._nodes.setdefault(self.page.start_tag(node).start, node)
        return self._nodes.get(offset)

    def _touched(self, span: Span) -> list[tuple[int, Range]]:
        out = []
        at = bisect_left(self._lows, span.end) - 1
        while at >= 0 and self._reach[at] > span.start:
            place = within(self.page.blocks[self._extents[at].block], span)
            if place is not None:
                out.append((self._extents[at].block, place))
            at -= 1
        return sorted(out)


def within(block: Block, span: Span) -> Range | None:
    """Return the range of a block's text that a source span touches: `Block.locate` backwards."""
    low, high = len(block.text), 0
    for piece in block.pieces:
        if piece.source_start >= span.end or piece.source_end <= span.start:
            continue
        first, last = piece.start, piece.end
        if piece.linear:
            first += max(0, span.start - piece.source_start)
            last -= max(0, piece.source_end - span.end)
        low, high = min(low, first), max(high, last)
    return (low, high) if low < high else None


def _image(page: Page, element: Element) -> dict[str, Any]:
    return {
        **_where(page, element),
        "role": element.role,
        "source": (_address(element) or "")[:_ADDRESS],
    }


def _link(page: Page, element: Element) -> dict[str, Any]:
    return {
        **_where(page, element),
        "region": element.region,
        "address": (element.get("href") or "")[:_ADDRESS],
    }


def _where(page: Page, element: Element) -> dict[str, Any]:
    line, column = page.position(element.span.start)
    return {
        "line": line,
        "column": column,
        "element": element.tag,
        "name": element.name,
        "name_from": element.name_from or None,
    }


def _address(element: Element) -> str | None:
    return element.get("src") or element.get("data") or element.get("href")


def _file_name(element: Element) -> str:
    """Return the last part of an image's address, "" when the image is in the page itself."""
    address = _address(element) or ""
    if address.startswith("data:"):
        return ""
    try:
        return urlsplit(address).path.rpartition("/")[2]
    except ValueError:
        return ""
