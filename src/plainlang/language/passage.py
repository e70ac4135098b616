"""A run of text as the language modules see it: no page, no file, only words and what marks them.

`page.Block` has the same attributes, so a page's blocks are passages as they are.
"""

from __future__ import annotations

from typing import Protocol

from plainlang.records import NamedTuple


class Mark(NamedTuple):
    """Something that the page says about `text[start:end]`.

    `kind` is one of: `dfn`, `abbr` (value: its title), `tooltip` (value: the description from
    `title` or `aria-describedby`), `link` (value: its href), `strong`, `emphasis`, `code`,
    `lang` (value: the language tag of this part), `unknown` (template output).
    """

    kind: str
    start: int
    end: int
    value: str | None = None


class Passage(Protocol):
    """One paragraph, heading, list item, cell, caption or alternative text.

    `kind` is one of: `paragraph`, `heading`, `list-item`, `term` (dt), `description` (dd), `cell`,
    `header-cell`, `caption`, `label`, `button`, `summary`, `quote`, `code`, `address`, `alt`.
    """

    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def marks(self) -> tuple[Mark, ...]: ...


class PlainPassage(NamedTuple):
    """A passage made of bare text."""

    text: str
    kind: str = "paragraph"
    marks: tuple[Mark, ...] = ()
