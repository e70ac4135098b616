"""Images that readers see, that assistive technology leaves out, and that seem to say something.

What an image shows is for a person to see; here speak its file's name, the text in a drawing, and
what stands around it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from plainlang.checks.around import blocks_beside, inside, text_blocks_by_place
from plainlang.checks.folding import content_words, fold, folded
from plainlang.checks.images.image import Image, decorative_images, named_images
from plainlang.checks.images.logos import LOGOS, owner_words
from plainlang.checks.match import Match
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.page.tree import Element as Node
from plainlang.page.visible_text import is_out_of_sight
from plainlang.patterns import compile_pattern
from plainlang.rules.model import Words
from plainlang.settings import Settings

_BECAUSE = {
    "en": {
        "file": "its file, “{file}”, is named after a {kind}",
        "drawn": "it shows the text “{text}”",
        "pointed": "the text before it, “{text}”, points to it",
        "caption": "the text below it, “{text}”, is its caption",
        "alone": "the page shows nothing else",
    },
    "es": {
        "file": "el nombre de su archivo, “{file}”, habla de una imagen que informa ({kind})",
        "drawn": "muestra el texto “{text}”",
        "pointed": "el texto anterior, “{text}”, la anuncia",
        "caption": "el texto debajo, “{text}”, es su leyenda",
        "alone": "la página no muestra nada más",
    },
}


def decorative_image_informs(
    page: Page, elements: Sequence[Element], settings: Settings, *, kinds: Words
) -> Iterator[Match]:
    """Report images that are left out as decoration and seem to say something.

    `kinds` are words for images that carry a message (logo, chart, map), as files are named. A
    drawing's own text counts, and an image that a text before it announces, that has a numbered caption
    below, or that is all the page shows. What the text beside an image says as well may be left out: a logo beside the name.
    """
    words = folded(kinds("en") | kinds(page.language))
    texts = _BECAUSE[settings.messages_in(page.language)]
    for image in _left_out(page):
        found = _message_of(page, image, words)
        if found is not None and _is_shown(page, image.element.node):
            reason, values = found
            because = texts[reason].format(**values)
            yield Match(
                image.element.span,
                {"because": because},
                excerpt=image.file or None,
                needs_review=True,
            )


def _message_of(
    page: Page, image: Image, kinds: frozenset[str]
) -> tuple[str, dict[str, str]] | None:
    """Return why an image seems to say something, None when nothing speaks for it."""
    named = kinds.intersection(image.file_words)
    if named:
        if _says_its_share(page, image):
            return None
        return "file", {"file": image.file, "kind": min(named)}
    if text := _drawn_text(page, image.element):
        return "drawn", {"text": text}
    if image.element.tag == "img" and (text := _pointing_text(page, image)):
        return "pointed", {"text": text}
    if image.element.tag == "img" and (text := _caption(page, image)):
        return "caption", {"text": text}
    if _is_alone(page, image.element.node):
        return "alone", {}
    return None


def _left_out(page: Page) -> Iterator[Image]:
    """Yield the images that are left out, with the drawings without role and name: browsers do so."""
    images = decorative_images(page)
    yield from images
    known = {i.element.node for i in images}
    for element in page.select("svg"):
        node = element.node
        if node not in known and not element.has("role") and not element.name:
            if inside(node, "svg", "a", "button") is None:
                yield Image(element, "", element.span, "", "")


def _is_shown(page: Page, node: Any) -> bool:
    """Tell whether readers who see can see an element on the screen."""
    if not page.accessibility.is_rendered(node):
        return False
    styles = page.accessibility.styles
    if any("0" in (node.attr(a), styles.get(node, a).removesuffix("px")) for a in _SIDES):
        return False
    while isinstance(node, Node):
        if is_out_of_sight(styles, node):
            return False
        node = node.parent
    return True


_SIDES = ("width", "height")


def _says_its_share(page: Page, image: Image) -> bool:
    """Tell whether what stands beside an image, or the same image elsewhere, says as much."""
    around = _holder(image.element.node)
    if around is not None and (fold(str(around.text)) or UNKNOWN in str(around.text)):
        return True
    if any(other.file == image.file for other in named_images(page)):
        return True
    owner = owner_words(image)
    if not owner or not LOGOS.intersection(image.file_words):
        return False
    beside = " ".join(b.text for b in blocks_beside(page, image.element.span.start))
    return set(owner) <= set(fold(beside).split())


def _holder(node: Any) -> Any:
    """Return what an image stands in that can say the same as it does."""
    return inside(node, "a", "button", "figure", "p", "li", "td", "th", "dt", "dd", "label", "h1",
                  "h2", "h3", "h4", "h5", "h6")  # fmt: skip


_FILL = compile_pattern(r"\b(?:fill|stroke)Text\(\s*([\"'`])((?:(?!\1).)+)\1")
_LETTERS = 3  # that a text must have, to be more than a sign


def _drawn_text(page: Page, element: Element) -> str | None:
    """Return the text that a drawing shows and that nothing else on the page says."""
    node = element.node
    if element.tag == "svg":
        if not page.accessibility.is_hidden(node) and element.role not in ("none", "presentation"):
            return None  # then its text is read
        text = " ".join(" ".join(str(t.text) for t in node.select("text")).split())
    elif element.tag == "canvas" and not str(node.text).strip():
        text = " ".join(m[2] for script in _scripts_of(page, node) for m in _FILL.finditer(script))
    else:
        return None
    if sum(map(str.isalpha, text)) < _LETTERS or UNKNOWN in text or "${" in text:
        return None
    if inside(node, "a", "button", "label") is not None or _is_said(page, text):
        return None
    return text


def _scripts_of(page: Page, canvas: Any) -> list[str]:
    """Return the scripts in the page that can draw on a canvas: all, or those that name its id."""
    scripts = [str(s.text) for s in page.tree.select("script:not([src])")]
    if len(page.tree.select("canvas")) == 1:
        return scripts
    name = canvas.attr("id")
    return [s for s in scripts if name and re.search(rf"[\"'#`]{re.escape(name)}\b", s)]


def _is_said(page: Page, text: str) -> bool:
    """Tell whether half of a text's words stand on the page too."""
    words = set(content_words(text, page.language))
    said: set[str] = set()
    for block in page.text_blocks():
        said.update(content_words(block.text, page.language))
    return bool(words) and len(words & said) * 2 >= len(words)


_TAGS = compile_pattern(r"(?:<[^>]*>|\s|&nbsp;)*")


def _pointing_text(page: Page, image: Image) -> str | None:
    """Return the text that ends in a colon right before an image that nothing else follows."""
    node = image.element.node
    if page.format == "text" or inside(node, "a", "button", "li", "td", "figure") is not None:
        return None
    starts, blocks = text_blocks_by_place(page)
    at = bisect_left(starts, image.element.span.start)
    before = blocks[at - 1] if at else None
    if before is None or before.text[-1:] != ":" or UNKNOWN in before.text:
        return None
    if not _TAGS.fullmatch(page.source, before.span.end, image.element.span.start):
        return None
    behind = blocks[at] if at < len(blocks) else None
    if behind is not None and behind.kind != "heading" and _is_near(page, image, behind):
        return None
    return before.text


# Word processors write a caption as a paragraph: "Figure 1: How to use a spacer".
_CAPTION = compile_pattern(
    r"(?:figure|fig\.?|figura|photo|picture|image|illustration|diagram|foto|imagen|ilustración)\s?\d{1,3}\s?[:.–—-]\s?\w",
    re.IGNORECASE,
)


def _caption(page: Page, image: Image) -> str | None:
    """Return the text right behind an image that opens with a number, as captions do."""
    if inside(image.element.node, "figure") is not None:
        return None
    starts, blocks = text_blocks_by_place(page)
    at = bisect_left(starts, image.element.span.start)
    behind = blocks[at] if at < len(blocks) else None
    if behind is None or not _CAPTION.match(behind.text) or not _is_near(page, image, behind):
        return None
    return behind.text


def _is_near(page: Page, image: Image, block: Block) -> bool:
    """Tell whether only tags stand between an image and the text behind it."""
    return bool(_TAGS.fullmatch(page.source, image.element.outer.end, block.span.start))


_OTHERS = "iframe, video, audio, object, embed, math, input, select, textarea, button, script[src], frameset"
_SHAPES = "path, polygon, polyline, circle, ellipse, rect, line, image, text, use"


def _is_painted(shape: Any) -> bool:
    """Tell whether a shape of a drawing is shown, and has a color."""
    if inside(shape, "defs", "symbol", "clipPath", "mask") is not None:
        return False
    filled = shape.closest("[fill]")
    has_fill = filled is None or (filled.attr("fill") or "").strip() not in ("none", "transparent")
    return has_fill or shape.closest("[stroke]") is not None


def _is_alone(page: Page, node: Any) -> bool:
    """Tell whether a page shows nothing but images, and says nothing."""
    if not page.is_document or any(b.kind != "title" for b in page.blocks):
        return False
    if page.tree.select_one(_OTHERS) is not None or UNKNOWN in page.source:
        return False
    if node.tag == "svg":
        return any(_is_painted(shape) for shape in node.select(_SHAPES))
    if node.tag == "canvas":
        return page.tree.select_one("script") is not None
    return bool(node.attr("src") or node.attr("srcset"))
