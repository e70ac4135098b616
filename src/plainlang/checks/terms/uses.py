"""The terms on a page: which of them a reader may not know, where they stand, where they are explained.

Made once a page for all the rules about jargon, from the lexicon, the page's words and its blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from plainlang.checks.match import per_page
from plainlang.checks.part_language import block_language, differs
from plainlang.checks.terms.forms import definition_of
from plainlang.checks.terms.parted import is_half_word
from plainlang.findings import Span
from plainlang.language.frequency.zipf import zipf
from plainlang.language.proper_names import is_in_name
from plainlang.language.subtags import primary
from plainlang.language.terms.families import are_of_one_family, stem_of
from plainlang.language.terms.lexicon import Entry, Lexicon, load_lexicon
from plainlang.language.terms.noun_or_verb import is_verb
from plainlang.language.words import list_words
from plainlang.page import Block, Page
from plainlang.page.kinds import CELLS
from plainlang.records import NamedTuple
from plainlang.settings import Settings

if TYPE_CHECKING:
    from plainlang.language.definitions.find import Definition

_READ = frozenset(
    "paragraph list-item description term quote caption summary cell header-cell heading alt label"
    .split()
)  # fmt: skip
PROSE = frozenset({"paragraph", "list-item", "description", "quote", "caption", "cell"})
# Once in 100,000 words. Words above it are in most readers' reach: "chronic", "disorder".
_WELL_KNOWN = 4.0
_GENERAL = 3.7
_VERB = "to "  # opens the definition of a verb
_OF_NOUNS = frozenset({"is", "does", "following"})
_TITLES = frozenset({"heading", "term", "header-cell", "caption", "label"})
_REGIONS = frozenset({"main", "aside"})
_LONGEST_VERB = 11  # letters of "hemorrhages"
_NO_FIRST = frozenset({"alt", "heading", "title"})
_NO_PROSE = frozenset({"code", "unknown"})


class Use(NamedTuple):
    """One use of a term: the number of its block, and its place in the block's text."""

    block: int
    span: Span

    def said_in(self, blocks: Sequence[Block]) -> str:
        """Return the term as it is written there."""
        return blocks[self.block].text[slice(*self.span)]


class Term(NamedTuple):
    """A term on a page: its entry, its uses in document order, and what explains it.

    `commonness` is the Zipf frequency of its rarest word as it stands on the page, `language` that
    of the blocks that use it.
    """

    entry: Entry
    uses: tuple[Use, ...]
    definitions: tuple[Definition, ...]
    commonness: float = 0.0
    language: str = "en"

    @property
    def is_hard(self) -> bool:
        """Whether its rarest word is one that many readers do not know; else it just has a plainer one."""
        return self.commonness < _WELL_KNOWN

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
    entry = load_lexicon(primary(language)).get(term)
    return entry.variants if entry is not None else ()


def lexicon_for(language: str, settings: Settings) -> Lexicon:
    """Return the lexicon for a language, with the terms that the config adds and takes out."""
    return _adapted(primary(language), settings.own_terms, settings.known_terms)


@lru_cache(maxsize=16)
def _adapted(
    language: str,
    own: tuple[tuple[str, tuple[str, ...], str, str], ...],
    known: frozenset[str],
) -> Lexicon:
    extra = [
        {"term": term, "variants": variants, "plain": plain, "definition": definition}
        for term, variants, plain, definition in own
    ]
    return load_lexicon(language, extra=extra, removed=known)


def is_foreign(block: Block, span: Span) -> bool:
    """Tell whether a part of a block is code, another language, or what a template prints."""
    return any(
        m.start <= span.start < m.end
        and (m.kind in _NO_PROSE or (m.kind == "lang" and differs(m.value, block.language)))
        for m in block.marks
    )


@per_page
def readable_blocks(page: Page) -> list[tuple[int, Block]]:
    """Return the blocks whose text readers meet as content, with their numbers."""
    return [(i, b) for i, b in enumerate(page.blocks) if b.region in _REGIONS and b.kind in _READ]


@per_page
def uses_of(page: Page, settings: Settings) -> dict[tuple[str, str], list[Use]]:
    """Return where the terms of the lexicon are on a page, by language and headword.

    Those that readers know are there, too: what is within them is no other term.
    """
    uses: dict[tuple[str, str], list[Use]] = {}
    tag = language = None
    for number, block in readable_blocks(page):
        if block.language != tag or language is None:
            tag, language = block.language, block_language(block, page)
            lexicon = lexicon_for(language, settings)
        if not lexicon:
            continue
        text, may_be_name = block.text, block.kind not in _TITLES
        for match in lexicon.find(text):
            if may_be_name and text[match.span.start].isupper() and is_in_name(text, match.span):
                continue
            is_left_out = block.marks and is_foreign(block, match.span)
            if is_left_out or is_half_word(page.blocks, number, match.span):
                continue
            uses.setdefault((language, match.term), []).append(Use(number, match.span))
    return uses


@per_page
def terms_of(page: Page, settings: Settings) -> list[Term]:
    """Return the terms of the lexicon on a page, in the order of their first use."""
    uses = uses_of(page, settings)
    if not uses:
        return []
    from plainlang.language.definitions.find import explanations  # only a page with terms needs it

    blocks = page.blocks
    listed = _listed_terms(page) if any(block.kind in CELLS for block in blocks) else {}
    lexicons = {language: lexicon_for(language, settings) for language in {k for k, _ in uses}}
    found = []
    for (language, name), places in uses.items():
        entry = lexicons[language].get(name)
        if entry is not None and any(blocks[u.block].kind != "alt" for u in places):
            said_of_it = explanations(blocks, places, name, language, listed)
            found.append(_term(blocks, entry, places, said_of_it, lexicons[language]))
    return _with_longer_names(found)


def _term(
    blocks: Sequence[Block],
    entry: Entry,
    places: Sequence[Use],
    said_of_it: Iterator[Definition],
    lexicon: Lexicon,
) -> Term:
    """Return a term with what explains it, of all that is `said_of_it` at its uses."""
    language = lexicon.language
    if entry.definition.startswith(_VERB):  # what "it" is or does is said of no verb
        said_of_it = (d for d in said_of_it if d.kind not in _OF_NOUNS)
    definitions = _up_to_the_first(said_of_it)
    if all(d.kind == "link" for d in definitions):
        definitions = (*definitions, *said_beside(blocks, places, entry, language))
    hardness = _commonness(places[0].said_in(blocks), language)
    if language == "en" and not definitions:
        entry = _as_used(entry, blocks, places, lexicon)
    return Term(entry, tuple(places), definitions, hardness, language)


def _as_used(
    entry: Entry, blocks: Sequence[Block], places: Sequence[Use], lexicon: Lexicon
) -> Entry:
    """Return a noun's entry with the meaning of the verb, if the list has one and it is read as that."""
    use = _first_read(blocks, places)
    text = blocks[use.block].text
    said = text[slice(*use.span)].lower()
    if len(said) > _LONGEST_VERB or not is_verb(text, use.span):
        return entry
    verb = lexicon.get(f"{said} (verb)") or lexicon.get(f"{said.removesuffix('s')} (verb)")
    return entry if verb is None else entry._replace(plain=verb.plain, definition=verb.definition)


def _listed_terms(page: Page) -> dict[int, int]:
    """Return which blocks are terms in a table, with the block that explains each."""
    from plainlang.language.definitions.tables import listed_terms
    from plainlang.page.tables import tables_of

    return listed_terms(page.blocks, tables_of(page.blocks), page.language)


def said_beside(
    blocks: Sequence[Block], places: Sequence[Use], entry: Entry, language: str
) -> Iterator[Definition]:
    """Yield the first place where the words beside the term say what the lexicon says of it."""
    from plainlang.language.definitions.find import Definition
    from plainlang.language.definitions.meaning_beside import may_tell, meaning_beside

    for use in places:
        text = blocks[use.block].text
        if not may_tell(text, use.span):
            continue
        definition = definition_of(entry, text[slice(*use.span)], language)
        said = meaning_beside(text, use.span, entry.plain, definition)
        if said is not None and entry.term not in text[slice(*said)]:
            at = (use.block, use.span)
            yield Definition("apposition", use.block, said, text[said.start : said.end], at)
            return


@lru_cache(maxsize=2048)
def _commonness(said: str, language: str) -> float:
    if said.isupper():
        return 0.0  # letters of which the count in print says nothing: "MI", "PE"
    return min((zipf(word, language) for word in list_words(said)), default=0.0)


def hard_terms_of(page: Page, settings: Settings) -> list[Term]:
    """Return the terms that many readers do not know."""
    return [term for term in terms_of(page, settings) if term.is_hard]


def _with_longer_names(terms: list[Term]) -> list[Term]:
    """Let what explains "sleep apnea" explain "apnea", too, and "metastasis" explain "metastatic"."""
    explained = [
        (name := t.entry.term.lower(), stem_of(name, t.language), t) for t in terms if t.definitions
    ]
    out = []
    for term in terms:
        # "Marfan syndrome" explains no "syndrome": general words end many names.
        if not term.definitions and term.commonness < _GENERAL:
            own = term.entry.term.lower()
            own_stem = stem_of(own, term.language)
            for name, stem, other in explained:
                if (
                    (stem == own_stem or own in name)
                    and other.language == term.language
                    and _says_the_same(other, own, name)
                ):
                    term = term._replace(definitions=other.definitions)
                    break
        out.append(term)
    return out


def _says_the_same(other: Term, own: str, name: str) -> bool:
    """Tell whether what explains `other`, called `name`, explains the term `own`, too."""
    if own in name and (
        name.endswith(f" {own}")
        or (name.startswith(f"{own} ") and _tells_of_first(other, own, name))
    ):
        return True
    return are_of_one_family(name, own, other.language)


def _tells_of_first(other: Term, own: str, name: str) -> bool:
    """Tell whether what explains a longer name tells its first word alone.

    "Metastatic cancer is cancer that has spread" says what "metastatic" means; "a colon polyp is a
    growth in the colon" does not say what a colon is.
    """
    from plainlang.language.definitions.place import is_adjective  # few pages need it

    if is_adjective(own) or own.endswith(("ico", "ica")):
        return True
    noun = name[len(own) + 1 :]
    said = other.definitions[0].text.lower().split(None, 3)
    return any(word.rstrip("s") == noun.rstrip("s") for word in said[:2])


def _up_to_the_first(definitions: Iterable[Definition]) -> tuple[Definition, ...]:
    """Return the definitions up to the first that is more than a link to a glossary."""
    found = []
    for definition in definitions:
        found.append(definition)
        if definition.kind != "link":
            break
    return tuple(found)


def first_read(page: Page, term: Term) -> Use:
    """Return the first use of a term in running text; in a heading or alt text when there is none."""
    return _first_read(page.blocks, term.uses)


def _first_read(blocks: Sequence[Block], uses: Sequence[Use]) -> Use:
    return next((u for u in uses if blocks[u.block].kind not in _NO_FIRST), uses[0])


def place_of(page: Page, term: Term) -> Span:
    """Return where in the source it is said that nothing explains a term."""
    use = first_read(page, term)
    return page.blocks[use.block].locate(*use.span)
