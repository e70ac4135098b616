"""The images and links of a page that count: shown, and not plainlang's to leave out."""

from __future__ import annotations

from plainlang.checks.match import per_page
from plainlang.page import Page
from plainlang.page.element import Element

IMAGES = 'img, area[href], input[type="image" i], svg, [role="img" i], object, embed, canvas'
LINKS = 'a[href], area[href], [role="link" i]'


@per_page
def images_of(page: Page) -> list[Element]:
    """Return the images that assistive technology meets, decorative ones too."""
    found = []
    for element in page.select(IMAGES):
        if element.tag == "svg" and (element.role or "none") in ("none", "presentation", "generic"):
            continue
        if element.tag in ("object", "embed", "canvas") and element.role not in ("img", "image"):
            continue
        if not element.is_hidden:
            found.append(element)
    return found


@per_page
def links_of(page: Page) -> list[Element]:
    """Return the links that assistive technology meets."""
    return [e for e in page.select(LINKS) if not e.is_hidden]
