"""The outline that a page's headings make: levels that are left out, main headings that lack or abound.

Counts what assistive technology counts: exposed headings, `role=heading` and `aria-level` included.
May not judge what a heading says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainlang.checks.folding import fold
from plainlang.checks.match import Match, per_page
from plainlang.checks.structure.document import root_of, span_of_root
from plainlang.checks.unknowns import is_for_no_script, is_templated
from plainlang.findings import Related, Span
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern

_HEADINGS = 'h1, h2, h3, h4, h5, h6, [role~="heading" i]'
_DIALOGS = 'dialog, [role~="dialog" i], [role~="alertdialog" i]'
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_LEVEL_BY_ROLE = 2  # of a heading that does not say its level (WAI-ARIA 1.2, heading)
# Landmarks whose headings are no part of the outline of what the page is about.
_APART = frozenset({"navigation", "aside", "footer", "search"})
_FEW_WORDS = 50  # pages with fewer, such as "This page has moved", need no heading


def heading_level_is_skipped(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report headings more than one level below the one before them.

    Going up by several levels is right. Sidebars, menus and footers have an outline of their own,
    which may begin at any level.
    """
    for before, heading in pairwise(_outline(page)):
        above, level = heading_level(before), heading_level(heading)
        if level <= above + 1:
            continue
        apart = (_part(before), _part(heading))
        if apart[0] != apart[1] and apart[1] != "main":
            continue
        if is_templated(page, Span(before.outer.end, heading.outer.start)):
            continue  # what a template puts there may have the level
        yield Match(
            heading.span,
            {"heading": heading.name, "level": level, "above": above, "missing": above + 1},
            excerpt=heading.name or None,
            related=(Related(before.span, before.name),),
        )


def _outline(page: Page) -> list[Element]:
    """Return the headings of the main text in a row, and between them those of each other part."""
    main = [h for h in headings_of(page) if _part(h) == "main"]
    apart = [h for h in headings_of(page) if _part(h) != "main"]
    return main + apart


def _part(heading: Element) -> str:
    """Return the part of the page whose outline a heading belongs to."""
    return heading.region if heading.region in _APART else "main"


def page_has_no_main_heading(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report whole pages with text, and without a heading at level 1."""
    root = root_of(page)
    if root is None or page.tree.select_one("frameset") is not None:
        return
    headings = headings_of(page)
    if any(heading_level(h) == 1 for h in headings) or _is_open(page):
        return
    if headings or _has_text(page):
        yield Match(span_of_root(page, root))


def _has_text(page: Page) -> bool:
    """Tell whether a page has more to read than links."""
    words = 0
    for block in page.text_blocks():
        if block.region == "main":
            linked = (block.text[m.start : m.end] for m in block.marks if m.kind == "link")
            words += len(block.text.split()) - sum(len(text.split()) for text in linked)
        if words >= _FEW_WORDS:
            return True
    return False


def page_has_several_main_headings(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report the second heading at level 1, once a page, unless it repeats the first."""
    if not (page.is_document or page.format == "markdown"):
        return
    mains = [h for h in headings_of(page) if heading_level(h) == 1 and h.name]
    others = [h for h in mains[1:] if fold(h.name) != fold(mains[0].name)]
    if not others or _is_open(page):
        return
    first, second = mains[0], others[0]
    yield Match(
        second.span,
        {
            "heading": second.name,
            "count": len(mains),
            "line": page.position(first.span.start).line,
        },
        excerpt=second.name,
        related=(Related(first.span, first.name),),
    )


def _is_open(page: Page) -> bool:
    """Tell whether a template may show other headings than those that stand in the source."""
    return is_templated(page, Span(0, len(page.source)))


@per_page
def headings_of(page: Page) -> list[Element]:
    """Return the headings that assistive technology meets, those of dialogs left out."""
    if page.format == "text":
        return []
    return [
        e
        for e in page.select(_HEADINGS)
        if e.role == "heading"
        and not e.is_hidden
        and e.node.closest(_DIALOGS) is None
        and not is_for_no_script(e)
    ]


def heading_level(heading: Element) -> int:
    """Return the level of a heading: `aria-level`, else that of its tag, else 2."""
    said = (heading.get("aria-level") or "").strip()
    if said.isdigit() and int(said) > 0:
        return int(said)
    return _LEVELS.get(heading.tag, _LEVEL_BY_ROLE)


def bold_is_heading(page: Page, elements: Sequence[Element], *, words: int = 10) -> Iterator[Match]:
    """Report short paragraphs of bold text alone that stand over text, as headings do.

    Those that end as a sentence does, links, and parts of lists and tables are left out. So is a line
    right below a heading, which is its subtitle or names who wrote the page.
    """
    blocks = list(page.text_blocks())
    for number in range(1, len(blocks) - 1):
        block = blocks[number]
        if not block.marks or not _is_bold_line(block, words) or block.region != "main":
            continue
        above, below = blocks[number - 1], blocks[number + 1]
        if above.kind == "heading" or below.region != "main":
            continue
        if below.kind not in ("paragraph", "list-item") or _is_all_bold(below):
            continue
        if block.node.closest(_NO_PLACE) is not None or below.node == block.node:
            continue
        section = page.section(block)
        level = min(section.level + 1, 6) if section is not None else 2
        yield Match(block.span, {"heading": block.text, "level": level}, excerpt=block.text)


def _is_bold_line(block: Block, words: int) -> bool:
    """Tell whether a paragraph is a few words in bold, with a capital first and no mark at the end."""
    text = block.text
    if block.kind != "paragraph" or not text.lstrip("¿¡")[:1].isupper():
        return False
    if not (text[-1].isalpha() or text[-1] in ")?”") or len(text.split()) > words:
        return False
    if _TITLED.search(text):
        return False
    return _is_all_bold(block) and not any(m.kind in ("link", "code") for m in block.marks)


def _is_all_bold(block: Block) -> bool:
    reach = 0
    for mark in block.marks:  # in the order in which they begin
        if mark.kind == "strong" and mark.start <= reach:
            reach = max(reach, mark.end)
    return reach == len(block.text)


_TITLED = compile_pattern(
    r"^(?:\S+\s){1,4}?\S+(?:,\s[A-Z][A-Za-z.-]*[A-Z.])+$"
)  # "Dana Lee, RN, BSN"
# Bold text in these is no heading of what follows.
_NO_PLACE = (
    "li, dl, table, figure, blockquote, address, label, legend, button, summary, nav, header, footer,"
    " aside, form, [role~='heading' i], [aria-hidden='true' i]"
)
