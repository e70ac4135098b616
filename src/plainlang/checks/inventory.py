"""The images and links of a page that count: shown, and not plainlang's to leave out."""

from __future__ import annotations

import re

from plainlang.checks.match import per_page
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.roles import explicit_role
from plainlang.patterns import compile_pattern

IMAGES = 'img, area[href], input[type="image" i], svg, [role="img" i], object, embed, canvas'
_LINKS = frozenset({"link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"})
DRAWINGS = frozenset({"img", "graphics-document", "graphics-symbol"})
_MEDIA_TYPE = compile_pattern(r"\s*(?:data:)?(?:image|audio|video)/", re.IGNORECASE)
_MEDIA_FILE = compile_pattern(
    r"""\.(?:png|jpe?g|gif|svgz?|webp|avif|bmp|ico|apng|tiff?|jxl|heic|mp3|ogg|oga|wav|m4a|flac|aac|opus|mp4
    |m4v|webm|mov|avi|ogv|mpe?g|wmv)(?:[?\#]|\s*$)""",
    re.IGNORECASE | re.VERBOSE,
)
LINKS = 'a[href], a[xlink\\:href], area[href], [role="link" i]'


@per_page
def images_of(page: Page) -> list[Element]:
    """Return the images that assistive technology meets, decorative ones too."""
    return [e for e in page.select(IMAGES) if not e.is_hidden and _is_image(e)]


def _is_image(element: Element) -> bool:
    if element.tag == "svg":  # browsers pass over a drawing that has neither role nor name
        role = explicit_role(element.node)
        return role in DRAWINGS if role else bool(element.name)
    if element.tag in ("object", "embed"):
        return element.role == "img" or embeds_media(element)
    return element.tag != "canvas" or element.role == "img"


def embeds_media(element: Element) -> bool:
    """Tell whether an `object` or `embed` holds an image, a sound or a film, by type or file name."""
    address = element.get("data" if element.tag == "object" else "src") or ""
    if not address.strip():
        return False
    if kind := element.get("type"):
        return _MEDIA_TYPE.match(kind) is not None
    if address.lower().startswith("data:"):
        return _MEDIA_TYPE.match(address) is not None
    return _MEDIA_FILE.search(address) is not None


@per_page
def links_of(page: Page) -> list[Element]:
    """Return the links that assistive technology meets.

    What has another role, such as that of a button or a tab, is one only if it leads somewhere else.
    """
    return [e for e in page.select(LINKS) if not e.is_hidden and _is_link(e)]


def has_link_role(element: Element) -> bool:
    """Tell whether assistive technology calls an element a link."""
    return element.role in _LINKS


def _is_link(element: Element) -> bool:
    if has_link_role(element):
        return True
    address = (element.get("href") or element.get("xlink:href") or "").strip().lower()
    return not address.startswith(("#", "javascript:")) and address != ""
