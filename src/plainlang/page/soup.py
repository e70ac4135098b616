"""A BeautifulSoup of a page for custom checks, its tags tied to the page's exact places.

Built only when a check asks for it: BeautifulSoup is slow to import and to build. It is made from
plainlang's own tree, so that both see the same elements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plainlang.findings import Span

if TYPE_CHECKING:
    from plainlang.page.model import Page


def make_soup(page: Page) -> Any:
    """Return a BeautifulSoup with the page's elements, attributes, texts and comments."""
    import turbohtml
    from bs4 import BeautifulSoup
    from bs4.element import Comment, NavigableString

    soup = BeautifulSoup("", "html.parser")
    places: dict[int, Any] = {}
    stack: list[tuple[Any, Any]] = [(page.tree, soup)]
    while stack:
        node, parent = stack.pop()
        for child in node.children:
            if isinstance(child, turbohtml.Text):
                parent.append(NavigableString(child.data))
            elif isinstance(child, turbohtml.Comment):
                parent.append(Comment(child.data))
            elif isinstance(child, turbohtml.Element):
                tag = soup.new_tag(child.tag, attrs={k: _text(v) for k, v in child.attrs.items()})
                parent.append(tag)
                places[id(tag)] = child
                stack.append((child, tag))
    page.facts["soup-places"] = places
    return soup


def _text(value: Any) -> str:
    return " ".join(value) if isinstance(value, list) else value or ""


def span_of(page: Page, tag: Any) -> Span:
    """Return the span of the start tag of a tag of `page.soup`.

    Raises:
        KeyError: the tag is not of this page (it was made or copied by the check).
    """
    return page.start_tag(page.facts["soup-places"][id(tag)])
