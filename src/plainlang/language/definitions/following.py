"""The sentence behind a term may restate it: "You may have edema. This is a swelling of the legs."

Looks at one text and the place of the term in it; knows no passages.
"""

from __future__ import annotations

import re

from plainlang.findings import Span
from plainlang.language.definitions.patterns import Patterns
from plainlang.language.definitions.place import KNOWN_ALONE, Place
from plainlang.language.definitions.predicates import (
    is_head_of_longer_name,
    is_person,
    is_subject,
    says_what,
)
from plainlang.language.sentences import sentence_at
from plainlang.patterns import can_hold, compile_pattern

_THIS_NOUN = compile_pattern(
    r"(?:this|these|such|est[ea]s?|es[ea]s?|dich[oa]s?)\s+(?:(?:type|kind|tipo|clase)s?\s+(?:of|de)\s+)?"
    r"(?!(?:is|are|was|were|means?|es|son|era|significan?)\b)(\w+)",
    re.IGNORECASE,
)
_LETTERS = compile_pattern(
    r"\s\(([A-Z][A-Za-z]{0,3}[A-Z])s?\)"
)  # "National Institutes of Health (NIH)"
_OPENS_WITH_LETTERS = compile_pattern(
    r"(?:(?:An?|The)\s)?(?P<them>[A-Z][A-Za-z]{0,3}[A-Z])\b"
)  # "The NIH is …"
_IN_LETTERS = compile_pattern(r"(?:In|With|En)\s(?P<them>[A-Z][A-Za-z]{0,3}[A-Z]),\s")
_IN_A_PHRASE = compile_pattern(
    r"\b(?:in|of|on|at|from|by|with|into|to|about|for|en|de|con|por|al|a(?=\s(?:el|la|los|las|su|una?)\s))\s"
    r"(?:(?:the|an?|your|his|her|their|these|those|this|that|some|any|all|el|la|los|las|una?|su)\s)?(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_IS_DONE = compile_pattern(
    r"this\stest\sis\sfor\s(?!people|adults|women|men|children|you|any)|(?:an?|the|your)\s(?!test|doctor|nurse|patient)(?:[\w’'-]+\s){1,6}?(?:is|are)\s(?:taken|analy[sz]ed|examined|removed|placed|inserted"
    r"|injected|passed|drawn|cut|put|looked\sat)\s|se\s(?:abre|coloca|corta|extirpa|extrae|hace|inserta|introduce|mide|quita|realiza|saca|toma|usa|utiliza)n?\s",
    re.IGNORECASE,
)
_HEAD = compile_pattern(r"(?:an?|the)\s([a-z]{4,})(?=\sis\s)", re.IGNORECASE)
_BEYOND_BLANKS = compile_pattern(r"\S")
_BULLETS = " -•–*"
_ARTICLE = compile_pattern(r"\s*(?:(?:an?|the)\s)?$", re.IGNORECASE)
_IT = compile_pattern(r"(?:it|they|él|ella|ellos)\b", re.IGNORECASE)
_THIS_IS = compile_pattern(
    r"(?:(?:this|these|that|est[aeo]s?)\s(?:is|are|es|son)|that['’]s)\b", re.IGNORECASE
)
# "You may get shingles. It is …": nobody calls a reader "it"
_SOMEONE = compile_pattern(
    r"\W*(?:you|we|they|he|she|i|(?:some|many|most|other)\s(?:people|men|women|patients|children))\s",
    re.IGNORECASE,
)
# "You need surgery. This means that you will stay …": what follows, not what a word means
_MEANS_THAT = compile_pattern(
    r"(?:this|that|it|est[eo]|eso)\s(?:means?|significa|quiere\sdecir)\s", re.IGNORECASE
)
_FOR_YOU = compile_pattern(
    r"(?:(?:that|que)\s)?(?:(?:you|we|they|(?:an?|the|your)\s[\w-]+)(?:['’]ll)?\s(?:(?:will|may|might|also)\s){0,2}(?:must|should|needs?|ha(?:ve|s)\sto)\b"
    r"|(?:usted(?:es)?\s|su\s\w+\s)?(?:debe|tiene\sque|deberá|tendrá\sque|necesita|necesitará)n?\b)",
    re.IGNORECASE,
)
# "An obstetrician will look for anemia. This is a doctor who …" tells of the person.
_THIS_IS_A_PERSON = compile_pattern(
    r"\w+\s(?:is|are|es|son)\s(?:(?:an?|the|una?|el|la)\s)?(?:[\w-]+\s){0,2}"
    r"(?:doctor|nurse|specialist|surgeon|person|people|provider|professional|expert|médic[oa]|especialista|persona|profesional)",
    re.IGNORECASE,
)
_WHAT_IT_IS = compile_pattern(
    r"(?:it|this|that)(?:['’]s|\sis)\san?\s((?:[\w-]+,?\s){1,4})(?:that|which|who|in|of)\s",
    re.IGNORECASE,
)
_PRONOUN = compile_pattern(r"(?:It|This|These|They|Est[aeo]s?)\b")
_ASKS = compile_pattern(r"[¿\W]*(?:so\s|and\s|but\s)?(?:what|qué|en\squé)\b", re.IGNORECASE)
_FIRST_TWO = compile_pattern(r"^\w+\s+\w+\s+")
_NEAR = 60  # characters before the term that tell what it belongs to
_IS_THE = compile_pattern(r"\b(?:is|are|es|son)\s(?:an?|the|el|la|los|las|una?)\s$", re.IGNORECASE)
_OF = compile_pattern(r"\b(?:of|with|about|del?)\s$", re.IGNORECASE)
_ABOUT_THE_TEXT = compile_pattern(
    r"(?:this|these|est[ea]s?)\s(?:information|page|guide|summary|section|stud(?:y|ies)|research|report|facts?"
    r"|lists?|tables?|charts?|figures?|pictures?|website|site|article|steps?|numbers?|información|página|guía"
    r"|sección|estudios?|informe|lista|tabla|cuadro|sitio|artículo|pasos?|números?)\b",
    re.IGNORECASE,
)


def restated(place: Place) -> Span | None:
    """Return the sentence behind that of the term if it restates it: "This is …"."""
    text, start, end, span, patterns = (
        place.text,
        place.start,
        place.stop,
        place.span,
        place.patterns,
    )
    ahead = _BEYOND_BLANKS.search(text, end)
    if ahead is None:
        return None
    at = ahead.start()
    # "- Stool culture. …" in a list that was run into one line is alone, too.
    is_alone = not place.before.strip(_BULLETS) and len(text[span.end : end].strip()) < 2
    letters = _LETTERS.match(text, span.end, end)
    asked = text.startswith("?", place.behind) and _asks_what(place)
    if not (is_alone or letters or asked or patterns.takes_up.match(text, at)):
        return None  # most sentences open with none of its words
    note = Span(at, sentence_at(text, at).end)
    said = text[slice(*note)]
    found = patterns.restates.match(said)
    taken_up = _takes_up(said, place.term)
    if not (found or is_alone or letters or asked or taken_up):
        return None
    behind = text[span.end : end].strip(" .!?”\"'’)").split()
    before = place.before
    if text.startswith("?", span.end):
        before = _without_question(before, patterns)
    if len(behind) > 3 and not taken_up and not is_subject(before, patterns):
        return None
    if is_head_of_longer_name(before, place.term, place.level):
        return None
    if asked or (is_alone and (found or _says_of_label(said, place))):
        return note
    if letters is not None and _takes_up_letters(said, letters[1], patterns, place.language):
        return note
    if place.level >= KNOWN_ALONE and not taken_up and end - start > span.end - span.start + 12:
        return None  # what "this" is about can be anything in the sentence
    if found is None:
        # "… in the coronary arteries. These arteries supply …"
        return note if taken_up and _does(said, patterns) else None
    if not found.groupdict().get("does") and _is_empty(said, patterns):
        return None  # "These drugs lower …" tells of what they do, "This is lower" of nothing
    if taken_up:
        return note
    if _is_of_another(said, place, behind) or _goes_on(text[start:], said, before):
        return None
    others = text[: span.start] + text[span.end : end]
    return note if _is_about(said, before, others, patterns, last=not behind) else None


def _is_of_another(said: str, place: Place, behind: list[str]) -> bool:
    """Tell whether "this" is a person or a whole sentence, or says no more than the term itself."""
    means = _MEANS_THAT.match(said)
    if means is not None and (behind or _FOR_YOU.match(said, means.end())):
        return True
    if _THIS_IS_A_PERSON.match(said) and not is_person(place.term):
        return any(map(is_person, place.before.split()))
    return _says_same(said, place.term)


def _says_of_label(said: str, place: Place) -> bool:
    """Tell whether a sentence behind a term that stands alone says what it is.

    "Nefropatía. Enfermedad …", "Craneotomía. Se abre el cráneo …", "Liver biopsy. A biopsy is …"
    """
    patterns = place.patterns
    if patterns.genus.match(said) or _IS_DONE.match(said):
        return True
    head = _HEAD.match(said)
    if head is None or not place.term.lower().endswith(f" {head[1].lower()}"):
        return False
    return says_what(said, Span(*head.span(1)), patterns, place.language)


def _takes_up_letters(said: str, letters: str, patterns: Patterns, language: str) -> bool:
    """Tell whether a sentence says what letters are: "The NIH is …", "In ALS, …"."""
    again = _OPENS_WITH_LETTERS.match(said)
    if again is not None and again["them"] == letters:
        return says_what(said, Span(*again.span()), patterns, language)
    within = _IN_LETTERS.match(said)
    return within is not None and within["them"] == letters


def _does(said: str, patterns: Patterns) -> bool:
    noun = _THIS_NOUN.match(said)
    return noun is not None and patterns.does.match(said, noun.end()) is not None


def _is_empty(said: str, patterns: Patterns) -> bool:
    """Tell whether a sentence is about the page, or says no more than "This is very common"."""
    return (
        _ABOUT_THE_TEXT.match(said) is not None
        or patterns.empty_genus.match(_FIRST_TWO.sub("", said)) is not None
    )


def _asks_what(place: Place) -> bool:
    """Tell whether the sentence asks what the term is and no more: "What is a stent?"."""
    if not _ASKS.match(place.before):
        return False
    return not _without_question(place.before, place.patterns).strip(_BULLETS)


def _without_question(before: str, patterns: Patterns) -> str:
    """Return what stands before a term without "What is a …": "What is a stent? It is …"."""
    asked = patterns.question.match(before)
    return _ARTICLE.sub("", before[asked.end() :]) if asked else before


def _is_about(said: str, before: str, others: str, patterns: Patterns, *, last: bool) -> bool:
    """Tell whether "this" or "it" at the start of `said` stands for the term, not for another thing."""
    if (noun := _THIS_NOUN.match(said)) and _speaks_of(noun[1], others):
        return False
    if is_subject(before, patterns):
        return True
    if last and _IS_THE.search(before[-_NEAR:]):
        return True  # "Another device is the cochlear implant. It is a small device that …"
    if _IT.match(said) and not (last and _SOMEONE.match(before)):
        return False  # the pronoun stands for the subject of the sentence
    if last and _OF.search(before[-_NEAR:]):
        return True  # "the use of gabazine. This drug helps …"
    # not "blood flow in the limbs. During this test"
    return _IN_A_PHRASE.search(before[-_NEAR:]) is None or bool(_THIS_IS.match(said))


def _says_same(said: str, term: str) -> bool:
    """Tell whether "It's a severe fatigue that …" says no more of fatigue than how it is."""
    noun = _WHAT_IT_IS.match(said)
    return noun is not None and term.lower() in noun[1].lower()


def _goes_on(sentence: str, said: str, before: str) -> bool:
    """Tell whether both sentences speak of what was named before: "It's a bad … It's a …"."""
    pronoun = _PRONOUN.match(said)
    return bool(before and pronoun and sentence.startswith(pronoun[0]))


def _takes_up(said: str, term: str) -> bool:
    """Tell whether "These therapies …" takes up "gene therapies" or "immunotherapies"."""
    noun = _THIS_NOUN.match(said)
    return noun is not None and len(noun[1]) > 3 and term.lower().endswith(noun[1].lower())


def _speaks_of(noun: str, others: str) -> bool:
    """Tell whether "this permit" takes up a word of the sentence other than the term."""
    return can_hold(others, noun) and bool(
        re.search(rf"\b{re.escape(noun)}\b", others, re.IGNORECASE)
    )
