"""Alternative texts against what stands around the image: repeats, captions, charts.

Where only a person who sees the image can decide, the match asks for review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from plainlang.checks.around import blocks_beside, inside
from plainlang.checks.folding import fold, folded
from plainlang.checks.images.alt_text import is_file_name
from plainlang.checks.images.image import Image, decorative_images, named_images
from plainlang.checks.images.logos import SIZES
from plainlang.checks.match import Match, told
from plainlang.findings import Edit, Fix, Related
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.tree import Element as Node
from plainlang.page.tree import Text
from plainlang.patterns import compile_pattern
from plainlang.rules.model import Words

_ICON = compile_pattern(r"ico(?:n|ns)?$|sprite|bullet|emoji|badge|flag|star|check|arrow|logo", re.I)


def alt_repeats_text(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report alternative texts that the text beside the image says too, but for case and marks."""
    for image in named_images(page):
        alt = fold(image.text)
        if len(alt) < 2 or alt.isdigit():
            continue
        where = _said_beside(page, image, alt)
        if where is None:
            continue
        text = image.label
        fix = None
        if (
            image.named_by == "alt"
            and page.format == "html"
            and "title" not in image.element.node.attrs
        ):
            fix = Fix(
                (Edit(image.span, ""),),
                told(page, "Empty the alt text", "Deje vacío el texto alternativo"),
                safe=where == "link",
            )
        yield Match(image.span, {"alt": text, "where": where}, excerpt=text, fix=fix)


def _said_beside(page: Page, image: Image, alt: str) -> str | None:
    """Return what repeats a text: "link", "caption" or "text"; None when nothing does."""
    node = image.element.node
    if image.control is not None:
        return "link" if fold(_words_in(image.control)) == alt else None
    figure = inside(node, "figure")
    caption = figure.select_one("figcaption") if figure is not None else None
    if caption is not None:
        return "caption" if fold(_words_in(caption)) == alt else None
    beside = blocks_beside(page, image.element.span.start)
    return "text" if any(fold(block.text) == alt for block in beside) else None


def _words_in(node: Any) -> str:
    """Return the text in an element; the title of a drawing is no words that stand beside it."""
    if node.select_one("svg") is None:
        return str(node.text)
    parts: list[str] = []
    waiting: list[Any] = [node]
    while waiting:
        at = waiting.pop()
        if isinstance(at, Text):
            parts.append(at.data)
        elif isinstance(at, Node) and at.tag != "svg":
            waiting.extend(reversed(list(at.children)))
    return "".join(parts)


def alt_is_shared(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report alternative texts that stand for several different images, from the second image on."""
    first: dict[str, Image] = {}
    for image in named_images(page):
        alt = fold(image.text)
        if len(alt.split()) < 2 or not image.file or image.control:
            continue
        before = first.setdefault(alt, image)
        if before is image or _is_same_picture(before, image) or _is_icon(image):
            continue
        text = image.label
        line = page.position(before.span.start).line
        yield Match(
            image.span,
            {"alt": text, "line": line},
            excerpt=text,
            related=(Related(before.span, before.file),),
            needs_review=True,
        )


def _is_same_picture(one: Image, other: Image) -> bool:
    if one.file == other.file:
        return True
    parts = [re.split(r"[\W_]+", i.stem.lower()) for i in (one, other)]
    bare = [[p for p in each if not SIZES.match(p)] for each in parts]
    return bare[0] == bare[1]


def _is_icon(image: Image) -> bool:
    kind = image.element.get("class") or ""
    return any(_ICON.search(w) for w in (*image.file_words, *kind.split()))


def captioned_image_is_decorative(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report images without a text inside a figure that has a caption."""
    for image in decorative_images(page):
        figure = inside(image.element.node, "figure")
        if figure is None or image.control is not None:
            continue
        if page.accessibility.is_hidden(figure):
            continue
        caption = figure.select_one("figcaption")
        if caption is None or not str(caption.text).strip():
            continue
        if any(
            page.element(i).name for i in figure.select("img, svg, video, audio, object, iframe")
        ):
            continue
        if figure.select_one("table, pre, code, blockquote") is not None:
            continue
        said = " ".join(str(caption.text).split())
        yield Match(image.element.span, {"caption": said}, needs_review=True)


def chart_has_no_text(page: Page, elements: Sequence[Element], *, kinds: Words) -> Iterator[Match]:
    """Report charts and diagrams with a short text and no fuller one nearby.

    A caption of some length, `aria-details`, `aria-describedby`, a table, a `details` element, a
    link beside the image or around it count as a fuller text. `kinds` are the words that name such images.
    """
    names = folded(kinds("en") | kinds(page.language))
    for image in named_images(page):
        words = fold(image.text).split()
        if len(words) > _FULL or any(c.isdigit() for c in image.text) or is_file_name(image.text):
            continue
        if not _names_kind(words, names) and not names & set(image.file_words):
            continue
        if _has_fuller_text(page, image):
            continue
        text = image.label
        yield Match(image.span, {"alt": text}, excerpt=text, needs_review=True)


_FULL = 25  # words that can tell what a simple chart shows
_LEADS = frozenset(
    {"a", "an", "the", "bar", "pie", "line", "flow", "growth", "un", "una", "el", "la"}
)


def _names_kind(words: list[str], names: frozenset[str]) -> bool:
    """Tell whether a text says that the image is a chart, at its start or its end."""
    at = 0
    while at < len(words) - 1 and words[at] in _LEADS:
        at += 1
    return bool(words) and (words[at] in names or (words[-1] in names and len(words) > 1))


def _has_fuller_text(page: Page, image: Image) -> bool:
    node = image.element.node
    if page.accessibility.description(node) or any(
        name in node.attrs for name in ("aria-details", "longdesc", "aria-describedby")
    ):
        return True
    if inside(node, "a") is not None:  # the link may lead to it
        return True
    around = inside(node, "figure") or node.parent
    if around is None or getattr(around, "tag", None) is None:
        return False
    if len(str(around.text).split()) > _FULL:
        return True
    for beside in (around, _beside(around, 1), _beside(around, -1)):
        if beside is not None and (
            beside.tag in ("table", "details")
            or beside.select_one("table, details, a[href]") is not None
            or (beside is not around and beside.tag in ("p", "ul", "ol", "dl", "div")
                and len(str(beside.text).split()) > _FULL)
        ):  # fmt: skip
            return True
    return False


def _beside(node: Any, step: int) -> Any:
    """Return the element after (1) or before (-1) a node, None when there is none."""
    parent = node.parent
    if parent is None:
        return None
    elements = [c for c in parent.children if getattr(c, "tag", None) is not None]
    at = next((i for i, c in enumerate(elements) if c == node), None)
    if at is None or not 0 <= at + step < len(elements):
        return None
    return elements[at + step]
