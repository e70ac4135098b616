"""A BeautifulSoup of a page for custom checks, its tags tied to the page's exact places.

Built only when a check asks for it: BeautifulSoup is slow to import and to build. It is made from
plainlang's own tree, so that both see the same elements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plainlang.findings import Span
from plainlang.page.template import NOTHING, shrunk

if TYPE_CHECKING:
    from plainlang.page.model import Page


def make_soup(page: Page) -> Any:
    """Return a BeautifulSoup with the page's elements, attributes, texts and comments.

    What a template prints is one U+FFFC, in texts and in attributes.
    """
    from bs4 import BeautifulSoup
    from bs4.element import Comment, NavigableString

    from plainlang.page.tree import Comment as CommentNode
    from plainlang.page.tree import Element, Text

    soup = BeautifulSoup("", "html.parser")
    containers = soup.builder.string_containers  # `get_text` leaves out what scripts say
    places: dict[int, tuple[Any, Any]] = {}
    open_: list[tuple[Any, Any]] = [(iter(page.tree.children), soup)]
    while open_:
        children, parent = open_[-1]
        for child in children:
            if isinstance(child, Text):
                kind = containers.get(parent.name, NavigableString)
                parent.append(kind(_plain(child.data)))
            elif isinstance(child, CommentNode):
                parent.append(Comment(child.data))
            elif isinstance(child, Element):
                attributes = {name: _value(value) for name, value in child.attrs.items()}
                tag = soup.new_tag(child.tag, attrs=attributes)
                parent.append(tag)
                places[id(tag)] = tag, child
                open_.append((iter(child.children), tag))
                break
        else:
            open_.pop()
    page.facts["soup-places"] = places
    return soup


def _value(value: Any) -> str:
    return _plain(" ".join(value) if isinstance(value, list) else value or "")


def _plain(text: str) -> str:
    return shrunk(text).replace(NOTHING, "")


def span_of(page: Page, tag: Any, attribute: str | None = None) -> Span:
    """Return the span of the start tag of a tag of `page.soup`, or of an attribute's value.

    Raises:
        KeyError: the tag is not of this page (it was made or copied by the check), or has no such
            attribute.
    """
    _, node = page.facts["soup-places"][id(tag)]
    if attribute is None:
        return page.start_tag(node)
    span = page.attribute(node, attribute)
    if span is None:
        raise KeyError(attribute)
    return span
