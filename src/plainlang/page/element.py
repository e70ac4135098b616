"""Element: one element of a page with its role, its accessible name and its places.

A thin view, made when a rule asks for it; everything in it is computed on demand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plainlang.findings import Span
from plainlang.page.builder import BREAK_HINTS
from plainlang.page.template import UNKNOWN, shrunk

if TYPE_CHECKING:
    from plainlang.page.model import Block, Page


class Element:
    """One element. `node` is its turbohtml node; equal when the node is the same."""

    __slots__ = ("_label", "_name", "node", "page")

    def __init__(self, page: Page, node: Any) -> None:
        self.page = page
        self.node = node
        self._name: str | None = None
        self._label: str | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Element) and self.node == other.node

    def __hash__(self) -> int:
        return hash(self.node)

    def __repr__(self) -> str:
        return f"<{self.tag} {self.span.start}:{self.span.end}>"

    @property
    def tag(self) -> str:
        return str(self.node.tag)

    def get(self, name: str) -> str | None:
        """Return an attribute's value, None when it is absent; template output is one U+FFFC."""
        value: str | None = self.node.attr(name)
        if value is None:
            return "" if name in self.node.attrs else None
        return shrunk(value)

    def has(self, name: str) -> bool:
        found: bool = name in self.node.attrs
        return found

    def is_unknown(self, name: str) -> bool:
        """Tell whether a template decides what the attribute says."""
        value: str | None = self.node.attr(name)
        return value is not None and UNKNOWN in value

    @property
    def role(self) -> str | None:
        """The computed ARIA role."""
        return self.page.accessibility.role(self.node)

    @property
    def name(self) -> str:
        """The accessible name (Accessible Name and Description Computation 1.2)."""
        if self._name is None:
            self._name = shrunk(self.page.accessibility.name(self.node).text)
        return self._name

    @property
    def label(self) -> str:
        """The accessible name as it is quoted: blanks collapsed, and no signs that nobody sees."""
        if self._label is None:
            name = self.name
            self._label = " ".join(
                (name if name.isascii() else name.translate(BREAK_HINTS)).split()
            )
        return self._label

    @property
    def name_from(self) -> str:
        return self.page.accessibility.name(self.node).source

    @property
    def is_hidden(self) -> bool:
        """Whether the element is left out of the accessibility tree."""
        return self.page.accessibility.is_hidden(self.node)

    @property
    def text(self) -> str:
        """The text inside the element, blanks collapsed."""
        return shrunk(" ".join(self.node.text.split()))

    @property
    def span(self) -> Span:
        """The start tag; in Markdown and text the whole construct."""
        return self.page.start_tag(self.node)

    @property
    def outer(self) -> Span:
        """From the start tag to the end tag."""
        return self.page.span(self.node)

    def value_span(self, name: str) -> Span:
        """The span of an attribute's value, or of the start tag when it has none."""
        return self.page.attribute(self.node, name) or self.span

    @property
    def blocks(self) -> list[Block]:
        """The blocks made of this very element."""
        return self.page.blocks_of.get(self.node, [])

    @property
    def region(self) -> str:
        """The region the element stands in, told by the nearest element that made a block."""
        node = self.node
        while node is not None:
            if found := self.page.blocks_of.get(node):
                return found[0].region
            node = node.parent
        return "main"
