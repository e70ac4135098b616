"""The fix that puts what a term means in brackets behind it. It may break no sentence.

It is offered only where the words show that the term ends its noun phrase: a meaning between
"magnesium" and "sulfate" would part one name, one in brackets would stand in two pairs of them.
"""

from __future__ import annotations

from plainlang.checks.match import told
from plainlang.checks.terms.uses import Term, Use
from plainlang.findings import Edit, Fix
from plainlang.language.subtags import primary
from plainlang.language.terms.noun_or_verb import means_verb
from plainlang.language.terms.plain_form import fits_behind
from plainlang.page import Block, Page
from plainlang.patterns import compile_pattern

# "confidence interval (CI)": the meaning joins the letters.
_WORDS_OF_LETTERS = compile_pattern(r"\s\([a-zA-Z][a-z-]+(?:\s[\w-]+){1,6}(?=\))")
_LETTERS = compile_pattern(r"\s[(\[][A-Z][\w-]{0,8}[A-Z]s?(?=[)\]])")
_OPENS_BRACKET = compile_pattern(r"[\s\"”’»*_]*[(\[]")
_ENDS = compile_pattern(r"[\"”’»]?(?:\s*(?:[.,;:!?…—–\n]|$)|\s--?\s)")
_ENDS_SENTENCE = compile_pattern(r"[\"”’»]?(?:\s*$|\s+[\"“‘«¿¡]?[A-ZÁÉÍÓÚÑ])")
_NEXT_WORD = compile_pattern(r"[\"”’»]?\s([^\W\d_]+(?:['’]t)?)(?=[\s.,;:!?]|$)")
# No "produced by", "found in", "start digesting", "often".
_NOUN = compile_pattern(
    r"\s(?!(?:found|seen|known|made|shown|given|taken|born|spread|used|is|are)\b|[a-z]+ed\s(?:by|in|on|with|to|from|for|at|as|of|into|during)\b"
    r"|[a-z]+ly\b|[a-z]+\s(?:the|a|an|your|you|it|them|that|to|[a-z]+ing)\b)[a-z]{3,}(?![\w’'])"
)
# Words that no name goes on with, by language.
_CLOSERS = {
    "en": frozenset(
        "is are was were be been being isn't aren't wasn't weren't can can't cannot could may might must shall"
        " should will won't would do does did don't doesn't didn't has have had hasn't haven't hadn't and or but nor so yet"
        " if when while because since although though unless until whether where of in on at by for from to with without"
        " as than after before during through into about under between against among within who which that this"
        " these those the a an your his her their my our its it they you he she we not also often usually"
        " sometimes never only too then there happens happen occurs occur gets get goes go comes come makes make means"
        " mean becomes become seems seem begins begin includes include requires require affects affect".split()
    ),
    "es": frozenset(
        "es son era eran fue fueron está están puede pueden debe deben ha han hay tiene tienen suele suelen"
        " causa causan ocurre ocurren y e o u ni pero si cuando porque aunque mientras donde que en con para por sin"
        " sobre desde hasta según entre durante después antes como a al el la los las un una unos unas su"
        " sus se no también".split()
    ),
}

# Behind these, a noun stands, or words that describe one.
DETERMINERS = frozenset(
    "a an the this that these those your his her their my our its any some each every no another".split()
)

# Words that can open what a verb is done to: "reimburse | you".
_OBJECTS = {
    "en": frozenset(
        "the a an your his her their my our its it you him them us me this that these those any all some"
        " each every no".split()
    ),
    "es": frozenset(
        "el la los las lo un una unos unas su sus mi mis este esta estos estas a al".split()
    ),
}


def in_brackets(page: Page, block: Block, use: Use, term: Term, definition: str) -> Fix | None:
    """Return the fix that puts a meaning behind a use, or behind its other name in brackets.

    None where it cannot stand: in a link or code, in or before brackets, within a longer name,
    between a verb and what it is done to, behind several things if it is said of one.
    """
    text, span = block.text, use.span
    for mark in block.marks:
        if mark.start < span.end <= mark.end and mark.kind in ("link", "code"):
            return None
    said = text[span.start : span.end]
    if _is_in_brackets(text, span.start):
        return None
    entry = term.entry
    if means_verb(entry.term, entry.definition, term.language) and _has_object(
        text, span.end, term.language
    ):
        return None
    if not fits_behind(definition, said, entry.term, entry.variants):
        return None
    if term.language == "es":
        from plainlang.language.terms import spanish_number

        if not spanish_number.fits_behind(definition, said.lower(), (entry.term, *entry.variants)):
            return None
    other = _LETTERS.match(text, span.end) or (
        _WORDS_OF_LETTERS.match(text, span.end) if said.isupper() else None
    )
    if other is None and not _ends_name(text, span.end, block.language or page.language):
        return None
    end = other.end() if other else span.end
    place = block.locate(end - 1, end)
    meaning = _markup(definition, page)
    # The dot of "p.r.n." ended the sentence.
    stop = "." if text[end - 1] == "." and _ENDS_SENTENCE.match(text, end) else ""
    words = f", {meaning}" if other else f" ({meaning}){stop}"
    edit = Edit(place._replace(start=place.end), words)
    what = told(page, f"Explain “{said}” in brackets", f"Explique “{said}” entre paréntesis")
    return Fix((edit,), what, safe=False)


def _is_in_brackets(text: str, at: int) -> bool:
    before = text[:at]
    return before.rfind("(") > before.rfind(")") or before.rfind("[") > before.rfind("]")


def _has_object(text: str, at: int, language: str) -> bool:
    word = _NEXT_WORD.match(text, at)
    return word is not None and word[1].lower() in _OBJECTS.get(primary(language), frozenset())


def _ends_name(text: str, at: int, language: str) -> bool:
    """Tell whether what stands at `at` surely closes the noun phrase before it."""
    if _OPENS_BRACKET.match(text, at):
        return False
    if _ENDS.match(text, at):
        return True
    word = _NEXT_WORD.match(text, at)
    closers = _CLOSERS.get(primary(language), frozenset())
    return word is not None and word[1].lower().replace("’", "'") in closers


def closes_name(word: str, language: str) -> bool:
    """Tell whether no name goes on over a word in lower case: "of", "is", the end of the text ("")."""
    return not word or (
        word in _CLOSERS.get(primary(language), frozenset()) and word not in DETERMINERS
    )


def stands_before_noun(text: str, at: int, language: str) -> bool:
    """Tell whether the word at `at` is most likely a noun that the words before it describe."""
    end = text.find(" ", at + 1)
    word = text[at + 1 : end if end >= 0 else None]
    if word in _CLOSERS.get(primary(language), frozenset()):
        return False
    return _NOUN.match(text, at) is not None


def _markup(text: str, page: Page) -> str:
    if page.format == "html":
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text
