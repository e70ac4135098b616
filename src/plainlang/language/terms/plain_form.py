"""Fit the plain words and the meaning of a term to its form in the text: "glands", "passed on".

English only, but for whether a meaning fits; `spanish_number` is for Spanish. Where it is not sure, the words stay as they are listed. May not know pages or rules.
"""

from __future__ import annotations

from collections.abc import Iterable

from plainlang.language.terms.morphology import english_plurals, english_verb
from plainlang.language.terms.noun_or_verb import means_verb
from plainlang.language.terms.plain_nouns import (
    COUNTED,
    NOT_COUNTED,
    TAIL,
    WITH_ARTICLE,
    head_of,
)
from plainlang.language.terms.wording import starts_with_vowel
from plainlang.patterns import compile_pattern

_DOING = compile_pattern(r"[a-z]+ing\s")  # "giving off rays"
_CLAUSE = compile_pattern(r"\b(?:that|who|which)\s([a-z]+s)(?:\s(?:and|or)\s([a-z]+s))?(?![\w'’-])")
_OF_ONE = compile_pattern(r",|\b(?:and|but|or|it|its|itself)\b")
# "having a germ", "too much fat", "one gene", "how far a joint can move": the noun is no head, or one.
_NO_HEAD = compile_pattern(
    r"\b(?:an?|each|faking|filtering|finding|giving|having|how|keeping|more|much|no|off|one|per|taking"
    r"|the|too|trouble|your)\b"
)
_ADVERB = compile_pattern(r"\b(?:that|who|which)\s(?:also|often|only|slowly)\b")
_NO_VERB = frozenset(
    "always babies cells doctors drugs germs its nurses others parents sometimes this".split()
)
# Behind "that makes …": what is a verb for the same thing, and what may be one.
_SURE_VERB = compile_pattern(
    r"(\b(?:and|but|or)\s)(blocks|brings|comes|does|gets|gives|goes|grows|has|helps|is|keeps|lets|makes|slows|stops|tells|turns)\b"
)
_MAY_BE_VERB = compile_pattern(
    r"(?:,|\b(?:and|but|or))\s(?:\w+ly\s)?(?!as\b|nerves\b|bones\b|vessels\b|this\b|its\b)[a-z]+s\b|\b(?:it|its|itself)\b"
)
_ITSELF = compile_pattern(r"\b(?:it|its|itself)\b")
_ARTICLE = compile_pattern(r"^an?\s")
# What says where, when or with what, of no noun before which it stands: "prenatal", "before birth".
_WHERE = compile_pattern(
    r"(?:about|after|around|as|at|before|between|by|during|for|from|in|inside|near|on|outside|to|under|when|with"
    r"|without)\s"
)
# "how bad it is", "what another doctor thinks", "taking out a kidney": said of no noun, with no article.
_CLAUSE_LIKE = compile_pattern(r"(?:how|what|when|where|why)\s")
_DOING_IT = compile_pattern(
    r"(?:too|more|less|being|blocking|checking|cutting|destroying|doing|finding|freezing|getting|giving|going"
    r"|having|keeping|looking|making|opening\s(?:an?|the|up)|passing|paying|placing|putting|removing|setting|sharing|stopping"
    r"|taking|testing)\s"
)
_DOING_TO = compile_pattern(
    r"[a-z]+ing\s(?:an?|the|out|off|up|your|both|one|part|it|things?|people)\b"
)
_SOME = compile_pattern(
    r"some(thing|one)(?=\s(?:that|who|which|added|done|found|given|made|put|trained|used|cells|the\s(?:body|blood)|your\sbody)\s)"
)
_OF_SEVERAL = compile_pattern(r"one\sof\s(?=(?:the|two|three|four|your|\d+)\s)")
_OF_SEVERAL_KINDS = compile_pattern(r"(?:more|no|two|one|other|your)\s")
_OR_ONE = compile_pattern(r"\bor\s(?:an?|one)\b")
_EITHER = compile_pattern(r"((?:[\w'-]+\s)?)(\w+)(\sor)")
_OF_ONE_THING = compile_pattern(r"(?:an?|una?)\s")
_PLURAL = compile_pattern(r"[^\Wsui]s$")
_PARTICLES = frozenset("down in off on out up".split())
_PLURAL_VERBS = {"does": "do", "goes": "go", "has": "have", "is": "are", "was": "were"}


def plain_form(plain: str, said: str, term: str, variants: Iterable[str], definition: str) -> str:
    """Return `plain` in the form in which the text uses `term`: its number, or its verb form."""
    said = said.lower()
    if means_verb(term, definition, "en"):
        return _as_verb(plain, said, term.lower())
    if definition.startswith(("to do with", "of ")):
        return plain  # an adjective
    if _is_plural(said, (term, *variants)):
        return _as_plural(plain)
    return plain


def definition_form(definition: str, said: str, term: str, variants: Iterable[str]) -> str:
    """Return `definition` as it fits behind `said` in brackets.

    "antihistamines (drugs that help …)", "ingesting (eating or drinking something)"; where that is
    not sure, as what the headword means: "styes (a stye is a red …)", "met (to meet is to …)".
    """
    low = said.lower()
    if means_verb(term, definition, "en"):
        return _verb_definition(definition, low, (term, *variants))
    noun = _ARTICLE.sub("", definition)
    is_noun = noun != definition or definition.startswith(("something ", "someone ", "one of "))
    one = _one_of(low, (term, *variants)) if is_noun else None
    if one is None:
        return definition
    changed = _as_plural(noun, counted=noun != definition)
    if changed != noun:
        return changed
    if said.isupper():
        return definition
    article = "an" if starts_with_vowel(one) else "a"
    return f"{article} {one} is {definition}"


def has_number_of(plain: str, said: str, term: str, variants: Iterable[str]) -> bool:
    """Tell whether plain words in their form for `said` are many if it is: not "toxins, a bad poison"."""
    if not _is_plural(said.lower(), (term, *variants)):
        return True
    return _head(plain) not in COUNTED or _DOING.match(_without_name(plain).lower()) is not None


def fits_behind(definition: str, said: str, term: str, variants: Iterable[str]) -> bool:
    """Tell whether `definition`, in its form for `said`, can stand in brackets behind it.

    What is said of one thing does not fit behind several: "generics (a drug that …)". English and
    Spanish.
    """
    if not _OF_ONE_THING.match(definition):
        return True
    low = said.lower()
    one = _one_of(low, (term, *variants))
    if one is not None:
        return definition.startswith((f"a {one} is ", f"an {one} is "))
    if said.isupper():
        return True  # "ALS"
    # "generics" of "generic drug", "adyuvantes" of "adyuvante"
    first, last = low.split(" ", 1)[0], low.rsplit(" ", 1)[-1]
    spanish = definition.startswith("un")
    word, own = (first, term.split(" ", 1)[0]) if spanish else (last, term.rsplit(" ", 1)[-1])
    return not _PLURAL.search(word) or _PLURAL.search(own.lower()) is not None


def fits_before_noun(plain: str) -> bool:
    """Tell whether plain words can stand before a noun: "lasting pain", not "of the mind problems"."""
    return not (TAIL.search(f" {plain} ") or _DOING.match(plain) or is_clause_like(plain))


def is_clause_like(plain: str) -> bool:
    """Tell whether plain words for a noun are a clause: "how bad it is" cannot be "reduced"."""
    return _CLAUSE_LIKE.match(plain) is not None


def fits_behind_article(plain: str) -> bool:
    """Tell whether plain words can stand behind "a" or "this": not "a taking out a kidney"."""
    return not (is_clause_like(plain) or _DOING_IT.match(plain) or _DOING_TO.match(plain))


def is_of_a_noun(plain: str) -> bool:
    """Tell whether plain words stand only behind a noun: "of the gums", "that eases pain"."""
    return plain.lower().startswith(("of ", "that ", "which ", "who ", "whose "))


def says_where(plain: str) -> bool:
    """Tell whether plain words say where, when or with what: "before birth", behind "is", not "and"."""
    return _WHERE.match(plain.lower()) is not None


def fits_behind_one(plain: str) -> bool:
    """Tell whether plain words can stand behind "a" or "each": not "a plain, mild food", "a glands"."""
    return _head(plain) not in NOT_COUNTED and not has_plural_head(plain)


def has_plural_head(plain: str) -> bool:
    """Tell whether plain words are several things: "thin, weak bones"."""
    head = _head(plain)
    return _PLURAL.search(head) is not None and head not in COUNTED


def has_tail(plain: str) -> bool:
    """Tell whether plain words go on behind their noun: "a person who asks for it"."""
    return TAIL.search(f"{plain} ") is not None


def needs_article(plain: str) -> bool:
    """Tell whether plain words are one thing, and lack "a" where nothing else stands before them."""
    plain = _without_name(plain)
    return head_of(plain) in WITH_ARTICLE and not _OF_SEVERAL_KINDS.match(plain)


def _head(plain: str) -> str:
    return head_of(_without_name(plain).lower())


def _without_name(plain: str) -> str:
    """Return plain words without the name that is kept behind them: "blood thinner (warfarin)"."""
    return plain.partition(" (")[0]


def is_plural_noun(said: str) -> bool:
    """Tell whether a term ends as plural nouns do, before which no noun stands: "antacids help"."""
    return _PLURAL.search(said) is not None


def _as_verb(plain: str, said: str, term: str) -> str:
    if " " in said or said == term or said[:4] != term[:4]:
        return plain
    if said.endswith("ing"):
        at = 3
    elif said.endswith("ed"):
        at = 1
    elif said.endswith("s"):
        at = 0
    else:
        return plain
    words = plain.split()
    link = 2 if words[1:2] and words[1] in _PARTICLES else 1  # "slow down or block"
    for i in (0, link + 1) if words[link : link + 1] in (["and"], ["or"]) else (0,):
        forms = english_verb(words[i])
        if at == 1 and forms[1] != forms[2]:
            return plain  # "took back" or "taken back"
        words[i] = forms[at]
    return " ".join(words)


def _verb_definition(definition: str, said: str, forms: tuple[str, ...]) -> str:
    verb = definition.removeprefix("to ")
    changed = _as_verb(verb, said, forms[0].lower())
    if changed != verb:
        return changed
    base = next((f for f in forms if f[:4].lower() == said[:4] and " " not in f), None)
    if base is None or base.lower() == said or " " in said:
        return definition
    return f"to {base} is {definition}"


def _is_plural(said: str, forms: Iterable[str]) -> bool:
    return _one_of(said, forms) is not None


def _one_of(said: str, forms: Iterable[str]) -> str | None:
    """Return the form of a term of which `said`, in lower case, is the plural."""
    start, _, last = said.rpartition(" ")
    for form in forms:
        head, _, noun = form.lower().rpartition(" ")
        if head == start and noun != last and last in english_plurals(noun):
            return form
    return None


def _as_plural(plain: str, *, counted: bool = False) -> str:
    """Return plain words for one thing as said of several; as they are where that is not sure."""
    some = _SOME.match(plain)
    if some:  # "something that makes …": "things that make …"
        one = ("thing" if some[1] == "thing" else "person") + plain[some.end() :]
        many = _as_plural(one)
        return plain if many == one else many
    several = _OF_SEVERAL.match(plain)
    if several:  # "one of two glands in the neck": "two glands in the neck"
        return plain if _OR_ONE.search(plain) else plain[several.end() :]
    tail = TAIL.search(plain)
    start, rest = (plain[: tail.start()], plain[tail.start() :]) if tail else (plain, "")
    before, _, noun = start.rpartition(" ")
    known = noun in COUNTED or (counted and noun.isalpha())
    if not known or not english_plurals(noun) or TAIL.match(f" {plain}"):
        return plain
    either = _EITHER.fullmatch(before)  # "pill or powder": "pills or powders"
    if either and either[2] in COUNTED and not _NO_HEAD.search(before):
        before = f"{either[1]}{english_plurals(either[2])[0]}{either[3]}"
    elif _OF_ONE.search(before) or _NO_HEAD.search(before):
        return plain
    clause = _CLAUSE.search(rest)
    if (clause is not None and clause.start() > 1) or _ADVERB.search(rest):
        return plain  # "part of the gut that makes …", "that only looks"
    if clause is not None and clause[1] not in _NO_VERB:
        again = _SURE_VERB.sub(lambda m: m[1] + _plural_verb(m[2]), rest[clause.end() :])
        if _MAY_BE_VERB.search(again):
            return plain  # "that makes tears and keeps …"
        rest = rest[: clause.end()] + again
        for i in (2, 1):
            if clause[i]:
                rest = rest[: clause.start(i)] + _plural_verb(clause[i]) + rest[clause.end(i) :]
    elif _ITSELF.search(rest):
        return plain
    return f"{before} {english_plurals(noun)[0]}".lstrip() + rest


def _plural_verb(verb: str) -> str:
    if verb in _PLURAL_VERBS:
        return _PLURAL_VERBS[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    if verb.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return verb[:-2]
    return verb[:-1]
