"""A page's text as HTML: everything escaped, findings marked in place. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainlang.findings import BlockView, Finding, Severity
from plainlang.reports.facts import one_line

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SHORT = {Severity.ERROR: "e", Severity.WARNING: "w", Severity.NOTE: "n"}
_WHOLE = 120  # a longer text that a finding covers whole is marked at its side, not behind it

_REGIONS = {
    "navigation": "Menus and links around the page",
    "header": "Header",
    "footer": "Footer",
    "aside": "Beside the page",
    "search": "Search",
    "references": "Sources",
    "head": "Title of the page",
    "hidden": "Hidden text",
}


def escape(text: str) -> str:
    """Return a text that HTML shows as it is, also inside an attribute."""
    return html.escape(_CONTROLS.sub("\ufffd", text), quote=True)


def line(text: str) -> str:
    """Return a text on one line, without what could turn the direction of others."""
    return html.escape(one_line(text), quote=True)


def blocks(
    views: Sequence[BlockView],
    findings: Sequence[Finding],
    page: int,
    grades: dict[tuple[int, str], float],
    anchors: frozenset[int],
) -> str:
    """Return a page's text; what is not its main part is folded away.

    `grades` has the grade of a section by the line and text of its heading; `anchors` are the
    numbers of the blocks that something links to.
    """
    parts = []
    for region, group in _grouped(views):
        inner = "".join(
            _block(view, findings, page, grades, number if number in anchors else None)
            for number, view in group
        )
        if region == "main":
            parts.append(inner)
        else:
            found = len({n for _, view in group for _, _, n in view.findings})
            note = f" ({found} found here)" if found else ""
            title = _REGIONS.get(region, region.title())
            parts.append(f"<details><summary>{line(title)}{note}</summary>{inner}</details>")
    return "".join(parts)


def _grouped(views: Sequence[BlockView]) -> Iterator[tuple[str, list[tuple[int, BlockView]]]]:
    group: list[tuple[int, BlockView]] = []
    for number, view in enumerate(views):
        if group and group[-1][1].region != view.region:
            yield group[-1][1].region, group
            group = []
        group.append((number, view))
    if group:
        yield group[-1][1].region, group


def _block(
    view: BlockView,
    findings: Sequence[Finding],
    page: int,
    grades: dict[tuple[int, str], float],
    anchor: int | None,
) -> str:
    whole = [n for start, end, n in view.findings if _covers(view, start, end)]
    rest = [f for f in view.findings if f[2] not in whole]
    classes = []
    lead = tail = ""
    if view.kind == "heading":
        classes.append(f"h h{view.level}")
        grade = grades.get((view.line, view.text))
        tail = "" if grade is None else f' <span class="g">grade {grade:g}</span>'
    elif view.kind in ("alt", "image"):
        classes.append("i")
        lead = '<span class="k">Image: </span>'
    elif view.kind == "list-item":
        classes.append("l")
    elif view.kind in ("element", "code"):
        classes.append("c")
    elif view.kind in ("cell", "header-cell"):
        classes.append("t")
    if whole:
        worst = max((findings[n].severity for n in whole), key=lambda s: s.rank)
        classes.append(f"whole {SHORT[worst]}")
        lead = "".join(badge(page, n) for n in whole) + " " + lead
    name = f' class="{" ".join(classes)}"' if classes else ""
    identity = "" if anchor is None else f' id="p{page}b{anchor}"'
    return f"<p{name}{identity}>{lead}{marked(view.text, rest, findings, page)}{tail}</p>"


def _covers(view: BlockView, start: int, end: int) -> bool:
    length = len(view.text)
    return length > _WHOLE and end - start >= 0.95 * length


def badge(page: int, number: int) -> str:
    """Return the number of a finding, which links to what is said of it."""
    shown = number + 1
    return (
        f'<a class="b" id="p{page}m{number}" href="#p{page}f{number}"'
        f' aria-label="Finding {shown}">{shown}</a>'
    )


def marked(
    text: str, places: Sequence[tuple[int, int, int]], findings: Sequence[Finding], page: int
) -> str:
    """Return a text with its findings marked; where they overlap the worst one gives the color."""
    if not places:
        return escape(text)
    cuts = sorted({0, len(text), *(p[0] for p in places), *(p[1] for p in places)})
    parts = [badge(page, n) for start, end, n in places if start == end == 0]
    for start, end in pairwise(cuts):
        piece = escape(text[start:end])
        over = [findings[n].severity for a, b, n in places if a <= start and b >= end]
        if over:
            worst = max(over, key=lambda s: s.rank)
            piece = f'<mark class="{SHORT[worst]}">{piece}</mark>'
        parts.append(piece)
        parts.extend(badge(page, n) for _, b, n in places if b == end)
    return "".join(parts)
