"""Images that assistive technology meets without a text alternative, or that it should not meet.

One check for each way to put an image on a page, since each is mended in another way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainlang.checks.inventory import DRAWINGS, embeds_media
from plainlang.checks.match import Match
from plainlang.checks.structure.names import is_blank, is_nameless
from plainlang.checks.unknowns import is_open
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.roles import explicit_role
from plainlang.page.tree import Namespace

_NO_ACT: dict[str, tuple[str, ...]] = {"wcag": ("1.1.1",)}  # the ACT rule speaks of objects alone
# What an image fails that a role makes one, whatever its empty `alt` says.
_NAMELESS_IMAGE: dict[str, tuple[str, ...]] = {"wcag": ("1.1.1",), "act": ("23a2a8",)}


def image_has_no_name(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report images of HTML that have no text alternative and are not marked as decorative."""
    for element in elements:
        if element.role != "img" or element.node.namespace is not Namespace.HTML:
            continue
        if not is_marked_decorative(element) and not _is_called_image(element):
            if is_nameless(element):
                yield Match(element.span)


def image_button_has_no_name(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report image buttons whose name is only the browser's own word, or the value that is sent."""
    for element in elements:
        if element.is_hidden or is_open(element):
            continue
        if element.name_from in ("default", "value") or is_blank(element.name):
            yield Match(element.span)


def drawing_has_no_name(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report SVG elements that are said to be an image, and have no name."""
    for element in elements:
        node = element.node
        if node.namespace is not Namespace.SVG or explicit_role(node) not in DRAWINGS:
            continue
        around = node.parent
        if around is not None and around.closest('svg[role~="img" i]') is not None:
            continue  # part of a larger image, which speaks for it
        if is_nameless(element):
            yield Match(element.span)


def object_has_no_name(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report objects that show an image, a sound or a film, and have no name."""
    for element in elements:
        if embeds_media(element) and explicit_role(element.node) != "none":
            if is_nameless(element):
                yield Match(element.span, references=_NO_ACT if element.tag == "embed" else None)


def is_marked_decorative(element: Element) -> bool:
    """Tell whether the author says that an element is decoration: an empty alt, or role none."""
    role = explicit_role(element.node)
    return role == "none" or (role is None and element.tag == "img" and element.get("alt") == "")


def _is_called_image(element: Element) -> bool:
    """Tell whether a role says that an `img` with an empty alt is an image all the same."""
    is_empty = element.tag == "img" and element.get("alt") == ""
    return is_empty and explicit_role(element.node) == "img"


def decoration_is_exposed(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report what is marked as decoration, and is met all the same: it has a name or takes focus."""
    for element in elements:
        if _is_called_image(element) and is_nameless(element):
            yield Match(element.span, {"role": "img"}, references=_NAMELESS_IMAGE)
        if not is_marked_decorative(element) or element.tag == "iframe":
            continue
        if element.role in ("none", "generic") or element.is_hidden:
            continue
        if not is_open(element):  # ARIA has no role for some: a film, a password
            yield Match(element.span, {"role": element.role or element.tag})
