"""Fit the plain words and the meaning of a term to its form in the text: "glands", "passed on".

English only, but for whether a meaning fits; `spanish_number` is for Spanish. Where it is not sure, the words stay as they are listed. May not know pages or rules.
"""

from __future__ import annotations

from collections.abc import Iterable

from plainlang.language.terms.morphology import english_plurals, english_verb
from plainlang.language.terms.noun_or_verb import means_verb
from plainlang.patterns import compile_pattern

# Nouns that can be counted and that plain words are often made with.
_COUNTED = frozenset(
    "account animal area artery attack baby ball band birthmark blister block blockage bone bruise bug"
    " bump camera cancer case cell chamber change chart check checkup chemical child clinic clot code"
    " company condition copy cord count cover crack cream cushion cut dentist device disease"
    " disorder doctor dose drug effect exam expert fat fee fever filter flap form gap gas gene germ"
    " gland group growth headache heartbeat helper hole home hormone hospital illness infection injury"
    " joint killer kind law layer limit list lump machine man mark meal medicine member messenger metal"
    " mineral mole move muscle nerve node note number nurse office official opening operation order"
    " organ outbreak painkiller paper parasite part particle passage patch patient person picture pill"
    " place plan plant pocket poison pouch problem program protein rash rate reaction reason record"
    " remedy report request result root rule sac salt sample scan scar score seizure shot sign signal sore"
    " sound space specialist spell spot spray stage step stitch store study substance support surgeon"
    " tear test thing thinner tool treatment trigger tube tumor type unit urge vaccine vein vessel virus"
    " vitamin way woman worker worm wound x-ray"
    .split()
)  # fmt: skip
# What ends the noun and its adjectives: "doctor | who treats …", "gland | in the neck".
_TAIL = compile_pattern(
    r"\s(?:about|after|against|aimed|around|at|before|behind|between|born|by|carried|caught|caused|done|due|during"
    r"|for|found|from|given|in|inside|into|joined|linked|made|most|near|needed|not|of|on|outside|over|placed"
    r"|put|spread|taken|that|through|to|under|used|when|where|which|who|with|without|you)\s"
)
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
_ITSELF = compile_pattern(r"\b(?:it|its|itself)\b")
_ARTICLE = compile_pattern(r"^an?\s")
# Nouns for which a bare one needs an article: "take a drug that …". Others may be bare: "risk of cancer".
_WITH_ARTICLE = frozenset(
    "artery bug condition device doctor drug germ gland hormone machine medicine mineral organ painkiller person pill"
    " poison remedy scan shot specialist test thinner tube vaccine vein vessel virus vitamin worm"
    .split()
)  # fmt: skip
# "how bad it is", "what another doctor thinks", "taking out a kidney": said of no noun, with no article.
_CLAUSE_LIKE = compile_pattern(r"(?:how|what|when|where|why)\s")
_DOING_IT = compile_pattern(
    r"(?:too|more|less|being|blocking|checking|cutting|destroying|doing|finding|freezing|getting|giving|going"
    r"|having|keeping|looking|making|opening\s(?:an?|the|up)|passing|paying|placing|putting|removing|setting|sharing|stopping"
    r"|taking|testing)\s"
)
_SOME = compile_pattern(r"some(thing|one)(?=\s(?:that|who|which|found|given|made|used)\s)")
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

    "antihistamines (drugs that help …)", "ingesting (eating or drinking something)"; as it is listed
    where that is not sure.
    """
    said = said.lower()
    if means_verb(term, definition, "en"):
        verb = definition.removeprefix("to ")
        changed = _as_verb(verb, said, term.lower())
        return definition if changed == verb else changed
    noun = _ARTICLE.sub("", definition)
    is_noun = noun != definition or _SOME.match(definition) is not None
    if is_noun and _is_plural(said, (term, *variants)):
        changed = _as_plural(noun)
        return definition if changed == noun else changed
    return definition


def fits_behind(definition: str, said: str, term: str, variants: Iterable[str]) -> bool:
    """Tell whether `definition`, in its form for `said`, can stand in brackets behind it.

    What is said of one thing does not fit behind several: "generics (a drug that …)". English and
    Spanish.
    """
    if not _OF_ONE_THING.match(definition):
        return True
    low = said.lower()
    if _is_plural(low, (term, *variants)):
        return False
    if said.isupper():
        return True  # "ALS"
    # "generics" of "generic drug", "adyuvantes" of "adyuvante"
    first, last = low.split(" ", 1)[0], low.rsplit(" ", 1)[-1]
    spanish = definition.startswith("un")
    word, own = (first, term.split(" ", 1)[0]) if spanish else (last, term.rsplit(" ", 1)[-1])
    return not _PLURAL.search(word) or _PLURAL.search(own.lower()) is not None


def fits_before_noun(plain: str) -> bool:
    """Tell whether plain words can stand before a noun: "lasting pain", not "of the mind problems"."""
    return not (_TAIL.search(f" {plain} ") or _DOING.match(plain) or is_clause_like(plain))


def is_clause_like(plain: str) -> bool:
    """Tell whether plain words for a noun are a clause: "how bad it is" cannot be "reduced"."""
    return _CLAUSE_LIKE.match(plain) is not None


def fits_behind_article(plain: str) -> bool:
    """Tell whether plain words can stand behind "a" or "this": not "a taking out a kidney"."""
    return not is_clause_like(plain) and _DOING_IT.match(plain) is None


def needs_article(plain: str) -> bool:
    """Tell whether plain words are one thing, and lack "a" where nothing else stands before them."""
    plain = plain.partition(" (")[0]  # "blood thinner (warfarin)"
    tail = _TAIL.search(plain)
    return plain[: tail.start() if tail else None].rpartition(" ")[2] in _WITH_ARTICLE


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


def _is_plural(said: str, forms: Iterable[str]) -> bool:
    start, _, last = said.rpartition(" ")
    for form in forms:
        head, _, noun = form.lower().rpartition(" ")
        if head == start and noun != last and last in english_plurals(noun):
            return True
    return False


def _as_plural(plain: str) -> str:
    some = _SOME.match(plain)
    if some:  # "something that makes …": "things that make …"
        one = ("thing" if some[1] == "thing" else "person") + plain[some.end() :]
        many = _as_plural(one)
        return plain if many == one else many
    tail = _TAIL.search(plain)
    start, rest = (plain[: tail.start()], plain[tail.start() :]) if tail else (plain, "")
    before, _, noun = start.rpartition(" ")
    if noun not in _COUNTED or _TAIL.match(f" {plain}"):
        return plain
    if _OF_ONE.search(before) or _NO_HEAD.search(before):
        return plain
    clause = _CLAUSE.search(rest)
    if (clause is not None and clause.start() > 1) or _ADVERB.search(rest):
        return plain  # "part of the gut that makes …", "that only looks"
    if clause is not None and clause[1] not in _NO_VERB:
        if _OF_ONE.search(rest[clause.end() :]):
            return plain  # "that makes tears and keeps …"
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
