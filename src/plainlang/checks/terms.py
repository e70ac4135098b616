"""The terms on a page: which of them a reader may not know, where they stand, where they are explained.

Made once a page for all the rules about jargon, from the lexicon, the page's words and its blocks.
"""

from __future__ import annotations

from dataclasses import dataclass

from plainlang.findings import Span
from plainlang.language.definitions import Definition
from plainlang.language.lexicon import Entry, Lexicon, load_lexicon
from plainlang.page import Block
from plainlang.settings import Settings

_READ = frozenset(
    "paragraph list-item description term quote caption summary cell header-cell heading alt label"
    .split()
)  # fmt: skip
_REGIONS = frozenset({"main", "aside"})


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a term: the number of its block, and its place in the block's text."""

    block: int
    span: Span


@dataclass(frozen=True, slots=True)
class Term:
    """A term on a page: its entry, its uses in document order, and what explains it."""

    entry: Entry
    uses: tuple[Use, ...]
    definitions: tuple[Definition, ...]

    @property
    def first(self) -> Use:
        return self.uses[0]

    def explained_by(self, *, links: bool) -> Definition | None:
        """Return the first explanation; a link to a glossary counts only with `links`."""
        for definition in self.definitions:
            if links or definition.kind != "link":
                return definition
        return None


def forms_of(term: str, language: str) -> tuple[str, ...]:
    """Return the other forms of a term that the lexicon knows."""
    entry = load_lexicon(language[:2].lower()).get(term)
    return entry.variants if entry is not None else ()


def lexicon_for(language: str, settings: Settings) -> Lexicon:
    """Return the lexicon for a language, with the terms that the config adds and takes out."""
    return load_lexicon(
        language[:2].lower(), added=settings.own_terms, removed=settings.known_terms
    )


def is_read(block: Block) -> bool:
    """Tell whether readers meet the block's text as content."""
    return block.region in _REGIONS and block.kind in _READ
