"""The plain words and the meaning of a term, in the form that its use in a text asks for."""

from __future__ import annotations

from plainlang.language.subtags import primary
from plainlang.language.terms.lexicon import Entry


def definition_of(entry: Entry, said: str, language: str) -> str:
    """Return the meaning of a term as it fits behind its form in a text."""
    if primary(language) == "es":
        from plainlang.language.terms import spanish_number

        forms = (entry.term, *entry.variants)
        return spanish_number.definition_form(entry.definition, said.lower(), forms, entry.plain)
    if primary(language) != "en":
        return entry.definition
    from plainlang.language.terms.plain_form import definition_form

    return definition_form(entry.definition, said, entry.term, entry.variants)


def plain_of(entry: Entry, said: str, language: str) -> str:
    """Return the everyday words for a term, as its form in the text asks for."""
    if primary(language) == "es":
        from plainlang.language.terms import spanish_number

        forms = (entry.term, *entry.variants)
        return spanish_number.plain_form(entry.plain, said.lower(), forms, entry.definition)
    if primary(language) != "en":
        return entry.plain
    from plainlang.language.terms.plain_form import plain_form

    return plain_form(entry.plain, said, entry.term, entry.variants, entry.definition)
