"""Where a sentence explains a term: brackets, "X is a …", appositions, "called X", "or X".

Looks at one sentence and the place of the term in it; knows no passage around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.findings import Span
from plainlang.language.acronyms.abbreviations import find_abbreviations
from plainlang.language.definitions.about_words import (
    WORD_BEFORE,
    WORD_FIRST,
    WORD_GOES_ON,
    said_of_the_word,
)
from plainlang.language.definitions.asides import asides
from plainlang.language.definitions.brackets import explained_in_brackets
from plainlang.language.definitions.colons import labelled
from plainlang.language.definitions.during import LONGEST_LEAD, PEOPLE_LEADS, done_to_people
from plainlang.language.definitions.initials import listed_words
from plainlang.language.definitions.notes import tells_what
from plainlang.language.definitions.patterns import Patterns
from plainlang.language.definitions.place import HARD, KNOWN_ALONE, Place
from plainlang.language.definitions.predicates import told
from plainlang.language.terms.plainness import WORDS, plainness
from plainlang.patterns import compile_pattern

# "which doctors call edema", "Doctors call this swelling edema"
_CALLS = compile_pattern(
    r"(?:[,—–]\s*(?:or\s)?(?:which|what)\s(?:[\w-]+\s){1,3}?calls?"
    r"|\b(?:doctors?|nurses?|surgeons?|experts?|specialists?|scientists?|providers?|workers?|professionals?|people|we|they)"
    r"\s(?:(?:also|often|sometimes|may|might)\s)?calls?\s(?P<said>(?:(?:this|these|that|it|them|such)\b|(?:an?|the)\s[\w-]+)(?:\s[\w-]+){0,6}?)"
    r"(?<!\sfor)(?<!\sabout)(?<!\sof)(?<!\sto)(?<!\swith)(?<!\sfrom)(?<!\sin)(?<!\son)(?<!\sat)(?<!\sif)(?<!\swhen)(?<!\sand)(?<!\sor))"
    r"\s(?:an?\s|the\s)?[\"“'‘*_]*$",
    re.IGNORECASE,
)
# "Los médicos lo llaman arritmia"
_LLAMAN = compile_pattern(
    r"\b(?:médicos|doctores|especialistas|expertos)\s(?:también\s|a\sveces\s)?(?P<said>l[aeo]s?)\s(?:llaman|denominan)\s(?:una?\s|la\s|el\s)?[\"“'‘*_]*$",
    re.IGNORECASE,
)
_CALLED_A_KIND = compile_pattern(
    r"\b(?P<said>(?!))?(?:called|known\sas)\s(?:an?|the)\s(?P<kind>[a-z-]+)\s$"
)
_MARKS = tuple("(;—–:")  # "trouble swallowing (doctors call this dysphagia)"
_WHEN = compile_pattern(r"\W*(?:when|if|cuando|si)\s[^,;]{8,100}(?=,\s)", re.IGNORECASE)
_PRONOUNS = frozenset("this these that it them lo la los las le les".split())
# "lisinopril (Zestril, Prinivil)", "warfarin (brand name Coumadin)"
_BRAND = r"[A-Z0-9][\w’'-]*[®™]?"
_NAMES_IN_BRACKETS = compile_pattern(
    r"[\"”’*_]*\s*\((?:[^()\s]{1,12}|[^()]{0,60}(?:[A-Z]{2,}|[Aa]lso)[^()]{0,40}"
    r"|(?:(?:the\s)?(?:[Bb]rand|[Tt]rade)(?:[\s-][Nn]ames?)?:?\s|[Ss]old\s(?:as|under)\s|(?:[Nn]ombres?\s(?:de\s)?)?"
    rf"(?:[Mm]arcas?|[Cc]omercial(?:es)?):?\s)?{_BRAND}(?:(?:,?\s(?:or|and|o|y)\s|,\s|\s|/){_BRAND}){{0,7}}"
    r"(?:,?\s(?:and|y)\s(?:others?|otr[oa]s))?)\)"
)
# "BMI (body mass index) is a …": the words that letters stand for
_WORDS_IN_BRACKETS = compile_pattern(r"[\"”’*_]*\s*[(\[][^()\[\]]{1,60}[)\]]")
_GOES_ON = compile_pattern(
    r"\s(?!(?:and|or|is|are|was|in|on|of|by|to|for|at|with|from|that|which|who|when|because|as|if|but|can|may)\b)"
    r"[a-z][\w-]+"
)
_NAME_GOES_ON = compile_pattern(r"\s[A-Z][A-Za-z]+")
_ALSO = compile_pattern(r"\b(?:also|sometimes|often|commonly|formerly|también)\s*$", re.IGNORECASE)
_VERB = compile_pattern(r"\b(?:is|are|was|were|be|es|son|se)\s*$", re.IGNORECASE)
# What a noun begins with, and what no noun with its adjectives holds.
_DETERMINER = compile_pattern(
    r"(?<![\w’'-])(?:an?|another|some|one|two|three|several|una?|(?P<the>the|your|each|el|la|los|las|su))\s",
    re.IGNORECASE,
)
_NO_NOUN = compile_pattern(
    r"[.;:()\[\]—–?!]|,(?=(?:\s\S+){4})|\s--?\s|\b(?:to|that|which|who|whose|is|are|was|were|be|has|have|had|may|can|will|and|or|but|when|where|if|because"
    r"|using|uses?|by|before|after|just|you|they|it|que|es|son|se|puede|y|o|cuando|donde|si|porque)\b",
    re.IGNORECASE,
)
_TELLING = 3  # words
_PREPOSITION = compile_pattern(
    r"(?:of|in|on|to|with|for|from|at|into|through|under|near|between|around|inside|del?|en|con|para|por|al?)$",
    re.IGNORECASE,
)
_PLAIN_BRACKET = compile_pattern(r"\s[(\[][\"“]?[a-z]{3,}(?:\s[a-z]+){0,4}[\"”]?[)\]]")
_AND_OR = compile_pattern(r"\sand/or\s")
_BRACKET_BEHIND = compile_pattern(r"[\"”’*_®™]*\s*(?:[\w-]++\s*)?[(\[]")  # or behind a word
_COLON = compile_pattern(r":\s+(?=[a-z])")
_OF = compile_pattern(
    r"\b(?:of|for|in|on|with|to|against|than|during|after|before|since|until)\s(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
_ITEMS = compile_pattern(r"[^.;:]*?,[^.;:]*?\s(?:and|or)\s|[^.;:]*?,[^.;:]*?,")
_CLOSERS = "\"”’'*_®™"
_OPENERS = "\"“'‘*("  # marks that a term may stand in behind "called"
_LAST = 12  # characters that hold the longest word that `names` looks for
_NEAR = 120  # characters before a term in which "also known as the" must begin
_ENOUGH = 40  # characters that hold that word, an article and what may stand around them
_LEAST = 4  # characters behind a term that may tell of it
_CALL = " call"
_CALL_NEAR = 70  # characters before a term in which "doctors call this …" must begin


def explanations_in(place: Place) -> Iterator[tuple[str, Span]]:
    """Yield the explanations of a term in its sentence."""
    text, start, stop, span, before = place.text, place.start, place.stop, place.span, place.before
    if place.term.rstrip("s").isupper() or (place.term[-1].isupper() and _has_capitals(place.term)):
        if place.language == "es":
            from plainlang.language.definitions.spanish import words_of_english_letters

            yield from words_of_english_letters(place)
        at = span.start - start
        for pair in find_abbreviations(text[start:stop], lambda short: short.start == at):
            if pair.short_span.start == at:
                yield "brackets", Span(pair.long_span.start + start, pair.long_span.end + start)
        if (items := listed_words(text, span, place.language)) is not None:
            yield "means", items
        if _PLAIN_BRACKET.match(text, span.end):  # "HDL (good) cholesterol"
            yield from explained_in_brackets(place)
        place = place._replace(behind=_behind_letters(text, span.end, stop, _WORDS_IN_BRACKETS))
    else:
        opens_behind = _BRACKET_BEHIND.match(text, span.end) is not None
        ahead = text[max(0, start - 1) : span.start]
        if opens_behind or "(" in ahead or "[" in ahead:
            yield from explained_in_brackets(place)
        if opens_behind or text[span.end : span.end + 1] in _CLOSERS:
            other = _WORDS_IN_BRACKETS if _has_capitals(place.term) else _NAMES_IN_BRACKETS
            place = place._replace(behind=_behind_letters(text, span.end, stop, other))
    if before and _ends_with_naming(before, place.patterns):
        yield from _called(place)
    if stop - place.behind > _LEAST:  # most terms at the end of a sentence need no further question
        yield from told(place)
        yield from labelled(place)
    if place.language != "es" and before and text.startswith(":", place.behind):
        yield from _behind_colon(place)
    if before.startswith(WORD_FIRST) or (
        before.endswith(WORD_BEFORE) and text.startswith(WORD_GOES_ON, place.behind)
    ):
        yield from said_of_the_word(place)
    if len(before) < LONGEST_LEAD and before.endswith(PEOPLE_LEADS):
        yield from done_to_people(place)
    yield from asides(place)
    if place.language == "es":  # few runs need those patterns
        from plainlang.language.definitions.spanish import spanish_explanations

        yield from spanish_explanations(place)


def _has_capitals(term: str) -> bool:
    """Tell whether a term is letters that stand for words, with small ones in it: "eGFR"."""
    return " " not in term and sum(map(str.isupper, term)) > 1


def _behind_letters(text: str, behind: int, stop: int, other: re.Pattern[str]) -> int:
    """Return where the words behind a term begin: behind its `other` name in brackets, and marks."""
    name = other.match(text, behind, stop)
    if name is not None:
        behind = name.end()
    while behind < stop and text[behind] in _CLOSERS:
        behind += 1
    return behind


def _ends_with_naming(before: str, patterns: Patterns) -> bool:
    """Tell whether `called` may match at the end of `before`, from its last word alone."""
    if _CALL in before[-_CALL_NEAR:]:
        return True
    last = before[-_CALL_NEAR:].lower().rstrip(_OPENERS).rstrip()
    if len(last) < _ENOUGH < len(before):  # nearly all of it are marks and blanks
        last = before.lower().rstrip(_OPENERS).rstrip()
    if last.endswith(patterns.articles):
        article = max((a for a in patterns.articles if last.endswith(a)), key=len)
        last = last[: -len(article)].rstrip()
    last = last.rstrip(":").rstrip().rstrip(",")
    # Letters such as "ſ" are equal to others only in patterns.
    return last.endswith(patterns.names) or not last[-_LAST:].isascii()


def _called(place: Place) -> Iterator[tuple[str, Span]]:
    """ "A swelling like this is called edema"."""
    before, start = place.before, place.start
    called = place.patterns.called.search(before, max(0, len(before) - _NEAR))
    if called is None and _CALL in before[-_CALL_NEAR:]:
        called = _CALLS.search(before, max(0, len(before) - _NEAR))
    if called is None and place.language == "es":
        called = _LLAMAN.search(before, max(0, len(before) - _NEAR))
    ahead = place.text[place.behind : place.stop]
    on = _GOES_ON.match(ahead)
    if called is None and (kind := _CALLED_A_KIND.search(before, max(0, len(before) - _ENOUGH))):
        level = plainness(kind["kind"], place.language)
        if not on and level > max(place.level + 0.3, HARD):
            called = kind  # "a sensor called a pulse oximeter"
    if called is None:
        return
    if on and (place.level >= KNOWN_ALONE or plainness(on[0], place.language) < place.level):
        return  # "called a cancer risk factor" explains no cancer, "ovarian ablation" no ovary
    if _NAME_GOES_ON.match(ahead) or _AND_OR.match(ahead):
        return
    if called["said"] in _PRONOUNS:
        if length := _meant_by_pronoun(before, called.start()):
            yield "called", Span(start, start + length)
            return
        if start == 0:
            return
    if called["said"]:
        yield "called", Span(start + called.start("said"), start + called.end("said"))
        return
    ahead = _ALSO.sub("", before[: called.start()]).rstrip()
    said = ahead.rstrip(" ,—–([").rstrip()
    if _is_plainer(said, place):
        first = _noun_phrase(said) if said == ahead else 0
        yield "called", Span(start + first, start + len(said))


def _meant_by_pronoun(before: str, at: int) -> int:
    """Return where what "this" at `at` stands for ends in the same sentence, 0 if it is not there.

    "Trouble swallowing (doctors call this dysphagia)", "When you cannot swallow, doctors call it dysphagia".
    """
    ahead = before[:at].rstrip()
    if ahead.endswith(_MARKS):
        return len(ahead[:-1].rstrip())
    when = _WHEN.match(before)
    return when.end() if when else 0


def _noun_phrase(said: str) -> int:
    """Return where the noun begins that ends `said`, with what belongs to it; 0 where that cannot be told.

    "To see how you breathe, a doctor uses a breathing test" ends with "a breathing test".
    """
    for found in reversed(list(_DETERMINER.finditer(said))):
        if _NO_NOUN.search(said, found.start()):
            return 0
        before = said[: found.start()].rsplit(None, 1)[-1:]
        if not (before and _PREPOSITION.match(before[0]) and (found["the"] or before[0] == "of")):
            # "another hormone" alone says less than the sentence that it stands in
            return found.start() if len(said[found.start() :].split()) >= _TELLING else 0
    return 0


def _behind_colon(place: Place) -> Iterator[tuple[str, Span]]:
    """ "The scan found an embolus: a blood clot that …"."""
    found = _COLON.match(place.text, place.behind, place.stop)
    if found is None or _OF.search(place.before):
        return  # "signs of a stroke: a droop of the face"
    said = place.text[found.end() : place.stop]
    if tells_what(said, place.patterns) and not _ITEMS.match(said):
        yield "apposition", Span(found.end(), place.stop)


def _is_plainer(said: str, place: Place) -> bool:
    """Tell whether what stands before "called" is more than another hard name: "gout, also called"."""
    words = WORDS.findall(said)
    if place.term.isupper():
        return any(map(str.islower, words))  # how plain letters are cannot be told
    if 0 < len(words) < 6 and not _VERB.search(said):
        return plainness(" ".join(words[-3:]), place.language) > place.level
    return bool(words)
