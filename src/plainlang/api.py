"""The Python API: check a source held in memory, find a definition on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plainlang.config import Config, config_from, forget, load_config
from plainlang.findings import Report, Span
from plainlang.language.subtags import primary
from plainlang.page import Page, read_page
from plainlang.run import Setup, Tally, check_text, describe

if TYPE_CHECKING:
    from plainlang.language.definitions.find import Definition as PassageDefinition


@lru_cache(maxsize=16)
def _setup(config: Config) -> Setup:
    return Setup(config)


def check(
    source: str,
    *,
    filename: str = "page.html",
    config: Config | Mapping[str, Any] | str | Path | None = None,
) -> Report:
    """Check one page held in memory.

    Args:
        source: the page's decoded text; spans count its code points.
        filename: tells the format by its ending, and stands in the findings.
        config: settings as in a config file (`{"target-grade": 6}`), a config file, or none.

    Raises:
        ConfigError: the config cannot be used.
    """
    if isinstance(config, str | Path):
        forget()
        chosen = load_config(Path(config))
    elif isinstance(config, Config):
        chosen = config
    else:
        chosen = config_from(config or {})
    setup = _setup(chosen)
    result = check_text(source, filename, chosen, setup)
    tally = Tally()
    tally.add(result, chosen)
    errors = (*(str(e) for e in setup.errors), *tally.faults)
    run = describe(chosen, setup, filename)
    return Report(run, (result,), tally.summary(chosen, errors=errors))


@dataclass(frozen=True, slots=True)
class Definition:
    """An explanation of a term: `span` in the source, how it is made, and what it says."""

    span: Span
    kind: str
    text: str


def find_definition(page_or_html: Page | str, term: str) -> Definition | None:
    """Return the first explanation of a term on a page, or None when the page has none.

    Links to a glossary are no explanation here; `kind` is as in `docs/definitions.md`.
    """
    from plainlang.checks.terms.uses import forms_of
    from plainlang.language.definitions import find as definitions
    from plainlang.language.definitions.tables import listed_terms
    from plainlang.page.tables import tables_of

    page = read_page(page_or_html) if isinstance(page_or_html, str) else page_or_html
    blocks = page.blocks
    variants = forms_of(term, page.language)
    listed = listed_terms(blocks, tables_of(blocks), page.language)
    found = None
    # The words that letters stand for explain them, though the lexicon has both as one term.
    for names in ((), variants) if term.isupper() and variants else (variants,):
        found = definitions.find_definition(
            blocks, term, variants=names, language=page.language, listed=listed
        )
        if found is not None:
            break
    found = found or _beside(page, term)
    if found is None:
        return None
    return Definition(blocks[found.passage].locate(*found.span), found.kind, found.text)


def _beside(page: Page, term: str) -> PassageDefinition | None:
    """Return the words beside a term that say what the lexicon says of it: "malignant (cancerous)"."""
    from plainlang.checks.terms.uses import Use, said_beside
    from plainlang.language.definitions.find import find_uses
    from plainlang.language.terms.lexicon import load_lexicon

    entry = load_lexicon(primary(page.language)).get(term)
    if entry is None:
        return None
    uses = [Use(*use) for use in find_uses(page.blocks, (term, *entry.variants))]
    return next(said_beside(page.blocks, uses, entry, page.language), None)
