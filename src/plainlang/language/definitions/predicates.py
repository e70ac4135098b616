"""What a sentence says of the term that is its subject: "X is a …", "X means …", "X relaxes …".

Looks at one sentence and the place of the term in it, as `clauses` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.findings import Span
from plainlang.language.definitions.during import done_in_it
from plainlang.language.definitions.patterns import Patterns
from plainlang.language.definitions.place import KNOWN_ALONE, MARKS, Place, is_adjective
from plainlang.language.terms.plainness import WORDS, plainness
from plainlang.patterns import compile_pattern

# "also called coronary artery disease": the other name may be as hard.
_OTHER_NAME = compile_pattern(
    r"(?:(?:is|are|es|son)\s)?(?:(?:also|sometimes|commonly|often|better|formerly|también|a\sveces)\s)?"
    r"(?:called|known\sas|referred\sto\sas|(?:llamad|denominad)[oa]s?|conocid[oa]s?\s(?:también\s)?como)\s",
    re.IGNORECASE,
)
_ENOUGH = 24  # characters of what a thing does
_TELLING = 4  # words that say what a part of the body does
_LONG_ENOUGH = 5  # characters behind the verb
_NEAR = 50  # characters before the term that tell what it belongs to
# "The portal vein carries blood …", "The retina senses light": a part of the body that all have
_OF_THE_BODY = compile_pattern(
    r"\s*the\s\s(?:carr|bring|suppl|connect|stor|sens|hold|filter|pump|drain|recogni|produc|make|control|clean|regulat"
    r"|digest|absorb|releas|squeez|join|surround|cover|separat)\w*(?<!ed)$",
    re.IGNORECASE,
)
# "Your A1C shows your blood sugar" tells of each A1C; "Your MRI shows a tear" and "Your pharmacist checks
# the label" tell of one.
_OF_ONE = compile_pattern(r"\s*(?:your|the\s[\w-]+['’]s|sus?|tus?)\s", re.IGNORECASE)
_PERSON = compile_pattern(
    r"(?:ist|ian|geon|nurse|team|doctor|provider|practitioner|counselor|worker|aide|midwife"
    r"|ólog[oa]|iatra|ista|médic[oa]|cirujan[oa]|enfermer[oa]|doctora)s?$",
    re.IGNORECASE,
)
_TREATS = compile_pattern(
    r"\s(?:treat|help|speciali|trata|cuida|atiende|estudia|se\s(?:encarga|especializa|ocupa))",
    re.IGNORECASE,
)
_HAPPENED = compile_pattern(
    r"\s(?:(?:attack|affect|damag|harm|spread|swell|chang|tell)\w*|\w+ed|(?:muestra|revela|cambia|afecta|ataca)n?"
    r"|(?:shows?|cuts?|puts?|turns?|looks?)(?!\s(?:your|how|what|whether|where|if|the\sinside|at\s(?:your|the|how))))\s"
)
_MANY = compile_pattern(r"(?:(?<![su])s|a|ae|i|en|people)$", re.IGNORECASE)  # "drugs", "bacteria"
_ITEM = compile_pattern(r"(?:^|[:.]\s|\s)[-•–]\s")  # what a run-in list says of each thing
_BARE = compile_pattern(r"\s(?!\w*(?:s|ed)\b)[a-z]+$")
_POINTS_BACK = compile_pattern(r"\b(?:this|these|such|some|est[eao]s?)\s$", re.IGNORECASE)
# "The most common vector is the tiger mosquito": an example
_ONE_OF = compile_pattern(
    r"\b(?:most\s\w+|(?!rest|test|chest)\w+est|main|major|usual|only|leading|primary)\s$",
    re.IGNORECASE,
)
_LONGER_NAME = compile_pattern(
    r"\b(?!(?:an?|the|all|most|your|in|and|or|but|so|el|la|los|las|una?|sus?|tus?)\s)[\w’'-]+\s$",
    re.IGNORECASE,
)
_ARTICLE = compile_pattern(
    r"\s(?:is|are|es|son)\s(?:an?|the|el|la|los|las|una?|unos|unas)\s", re.IGNORECASE
)
# "Gout, also called X or Y, is a …"
_OTHER_NAMES = compile_pattern(
    r"^\W*(?:\S+\s){0,5}?\S+,\s(?:also\s|sometimes\s|often\s)?(?:called|known\sas|llamad[oa]|conocid[oa]\scomo)\s(?:[\w-]+\s){0,8}$",
    re.IGNORECASE,
)
# "The goal of immunotherapy is to help the body …"
_GOAL = compile_pattern(
    r"\b(?:goal|aim|purpose|idea|job|point|role|objetivo|propósito)s?\s(?:of|in|behind|with|del?)\s(?:an?\s|the\s|la\s|el\s)?$",
    re.IGNORECASE,
)
_IS_TO = compile_pattern(
    r"\s(?:is|are)\s(?:to\s|that\s)(?=(?:\S+\s){4})|\ses\s(?=\w+[aei]r\s(?:\S+\s){3})"
)
# "Immune checkpoint therapy uses …", "Diastolic pressure is …"
_KIND = compile_pattern(
    r"\s(?:therapy|treatment|drugs?|medicines?|tests?|scans?|exams?|procedures?|surgery|vaccines?"
    r"|inhibitors?|blockers?|proteins?|genes?|enzymes?|terapia)(?=\s)"
)
_NOT_VERB = r"(?!(?:is|are|was|were|and|or|of|in|es|son|y|o|de)\s)"
_GOES_ON = compile_pattern(
    rf"\s{_NOT_VERB}[\w’'-]+(?:\s{_NOT_VERB}[\w’'-]+(?=\s(?:is|are)\s)|(?=\s))"
)
# "Germ cells in the testicles make …"
_INS = (" in ", " inside ", " around ", " on ")
_WITHIN = compile_pattern(r"\s(?:in|inside|around|on)\s(?:the|your)\s[\w-]+(?=,?\s(?!of\s))")
# "Aerobic exercise, such as brisk walking, is any exercise that …"
_INSERTED = compile_pattern(
    r",\s[^,;:.!?()]{3,60},(?=\s(?:is|are|which|means?|es|son|que|significan?)\s)"
)
_TIMES_OF = compile_pattern(r"^\W*(?:an?\s)?(?:episode|attack|bout|spell)s?\sof\s", re.IGNORECASE)
_CLAUSE_END = compile_pattern(r"[,;:—–(]\s*|\b(?:that|because|que|porque)\s")
_FIRST_OF_TWO = compile_pattern(
    r"\W*(?:(?:an?|the|el|la|los|las)\s)?[\w-]+(?:\s[\w-]+)?\s(?:or|and|y|e)\s(?:(?:the|el|la|los|las)\s)?$",
    re.IGNORECASE,
)
# "Estrogen and progesterone are hormones …"
_ANDS = (" and ", " y ", " e ")
_AND_ANOTHER = compile_pattern(
    r"\s(?:and|y|e)\s(?:(?:the|el|la|los|las)\s)?[\w’'-]+(?:\s[\w’'-]+)?(?=\s(?:are|son)\s)"
)
# "the portal vein, which carries blood": what it does, but not the harm that it does
_WHICH = compile_pattern(
    r"(?:,?\swhich|,\sque|,\swho(?=\s(?!\w+ed\b)))(?=\s(?!(?:affect|attack|damag|harm|spread|swell|chang|turn|put|cut|keep|tak|look"
    r"|let|allow|reduc|prevent|stop|slow|eas|reliev|mak(?:e|es|ing)\s(?:it|you|him|her|them|the|people)\s))\w)"
)
_AN = compile_pattern(r"(?<!is\s)(?<!are\s)\b(?:an?|una?)\s$", re.IGNORECASE)
# "When the kidneys fail, dialysis cleans …"
_CONDITION = compile_pattern(
    r"\W*(?:when|if|once|after|cuando|si|después)\s[^,;:]{3,80},\s", re.IGNORECASE
)
_IS_DOING = compile_pattern(
    r"\sis\s(?:closely\s|carefully\s)?(?:monitoring|watching|removing|leaking|losing|feeling|hearing|seeing|having"
    r"|being\sunable|not\s(?:being\sable|having|getting))\s\S+\s"
)


def told(place: Place) -> Iterator[tuple[str, Span]]:
    """Yield what the sentence says of the term."""
    goes_on = place.patterns.goes_on.match(place.text, place.behind, place.stop) is not None
    found = [*_says(place)] if goes_on else [*_says_of_both(place)]
    if place.level < KNOWN_ALONE:
        found += _says_of_longer_name(place)
        if place.text.startswith(_INS, place.behind):
            if within := _WITHIN.match(place.text, place.behind, place.stop):
                found += _says(place._replace(behind=within.end()))
    # Whether the term is the subject is the dearest question: few sentences get so far.
    if found and is_subject(place.before, place.patterns):
        yield from found
    if goes_on:
        yield from _described(place)


def _says_of_both(place: Place) -> Iterator[tuple[str, Span]]:
    """ "Estrogen and progesterone are hormones made by the ovaries"."""
    if place.text.startswith(_ANDS, place.behind):
        if other := _AND_ANOTHER.match(place.text, place.behind, place.stop):
            yield from _is_a(place, other.end())


def _says_of_longer_name(place: Place) -> Iterator[tuple[str, Span]]:
    """ "Immune checkpoint therapy uses …", "Diastolic pressure is …"."""
    if longer := _KIND.match(place.text, place.behind, place.stop):
        noun = Span(longer.start() + 1, longer.end())
        yield from _says(place._replace(span=noun, behind=noun.end))
    elif is_adjective(place.term) and (
        longer := _GOES_ON.match(place.text, place.behind, place.stop)
    ):
        said = next(_is_a(place, longer.end()), None)
        # "Bacterial cholangitis is …" explains the other word.
        if said is not None and plainness(longer[0], place.language) > place.level:
            yield said


def _described(place: Place) -> Iterator[tuple[str, Span]]:
    """Yield what a relative clause or the sentence behind "During an X," says."""
    text, behind, stop = place.text, place.behind, place.stop
    inserted = _INSERTED.match(text, behind, stop)
    at = inserted.end() if inserted else behind
    relative = place.patterns.relative.match(text, at, stop)
    # "breasts that are dense" are some of them; the comma of "X, which is" speaks of all.
    if relative and (text[relative.start()] == "," or _ARTICLE.match(text, relative.end())):
        yield from _is_a(place, relative.end())
    to = _IS_TO.match(text, behind, stop)
    if to and _GOAL.search(place.before[-_NEAR:]):
        yield "means", Span(to.end(), stop)
    if not text.startswith((",", " (", " which "), behind):
        return
    which = _WHICH.match(text, inserted.end() - 1 if inserted else behind, stop)
    # "an antitoxin which blocks …", but not "the needles and tumor which kills …"
    if which and (text.startswith(",", behind) or _AN.search(place.before[-_NEAR:])):
        does = place.patterns.does.match(text, which.end(), stop)
        if which[0].endswith("who") and not _AN.search(place.before[-_NEAR:]):
            does = None  # "your nurse, who checks the label" tells of one
        is_whole = place.level < KNOWN_ALONE or " " in place.term or place.term.isupper()
        if does and is_whole and stop - does.end() > _LONG_ENOUGH:
            yield "does", Span(does.start(), stop)
    if text.startswith(", ", behind) and _OTHER_NAMES.match(place.before):
        yield from _says(place._replace(behind=behind + 1, before=""))
    yield from done_in_it(place)


def says_what(said: str, subject: Span, patterns: Patterns, language: str) -> bool:
    """Tell whether the sentence `said` says what its subject is."""
    level = plainness(said[slice(*subject)], language)
    place = Place(said, 0, len(said), subject, subject.end, "", level, language, patterns)
    return next(_says(place), None) is not None


def _says(place: Place) -> Iterator[tuple[str, Span]]:
    found = [*_said_behind(place)]
    if found and not _speaks_of_another(place):
        yield from found


def _speaks_of_another(place: Place) -> bool:
    """ "This condition is …", "The most common vector is …", "Radiation therapy is …"."""
    return (
        _POINTS_BACK.search(place.before[-_NEAR:]) is not None
        or _ONE_OF.search(place.before[-_NEAR:]) is not None
        or is_head_of_longer_name(place.before, place.term, place.level)
    )


def _said_behind(place: Place) -> Iterator[tuple[str, Span]]:
    text, behind, stop, before = place.text, place.behind, place.stop, place.before
    patterns = place.patterns
    if (found := patterns.means.match(text, behind, stop)) and stop - found.end() > 8:
        if not is_as_hard(text[behind:stop].lstrip(), place.level, place.language):
            yield "means", Span(found.end(), stop)
    inserted = _INSERTED.match(text, behind, stop)
    yield from _is_a(place, inserted.end() if inserted else behind)
    if not before.strip(MARKS) and (doing := _IS_DOING.match(text, behind, stop)):
        yield "is", Span(doing.start() + len(" is "), stop)
    found = patterns.does.match(text, behind, stop)
    if found and (stop - found.end() > _LONG_ENOUGH or stop - found.start() > _ENOUGH):
        lead = _CONDITION.sub("", _ITEM.split(before)[-1], count=1)
        if lead.strip() and not _is_of_all(place, lead, found[0]):
            return
        is_verb = place.language == "es" or not _BARE.match(found[0])  # none: "blood test"
        if is_verb or _MANY.search(place.term):
            yield "does", Span(found.start(), stop)


def _is_of_all(place: Place, lead: str, does: str) -> bool:
    """Tell whether what a thing `does` behind the words `lead` is true of all of its kind."""
    if not place.patterns.generic.match(lead):
        # "the ovaries" are known things; but "make estrogen" is too short to tell what they are
        said = place.text[place.behind : place.stop].split()
        is_part = not is_person(place.term) and len(said) >= _TELLING
        return is_part and _OF_THE_BODY.match(lead + does) is not None
    if _AN.search(lead):
        return True
    if is_person(place.term):
        return _TREATS.match(does) is not None
    return not (_OF_ONE.match(lead) and _HAPPENED.match(place.text, place.behind))


def _is_a(place: Place, at: int) -> Iterator[tuple[str, Span]]:
    found = place.patterns.copula.match(place.text, at, place.stop)
    if found is not None:
        said = found.start("said")
        if not place.patterns.empty_genus.match(place.text, said, place.stop):
            yield "is", Span(said, place.stop)


def is_person(word: str) -> bool:
    """Tell whether a word names someone by a trade: "nurse", "dermatologist"."""
    return _PERSON.search(word) is not None


def is_other_name(said: str) -> bool:
    """Tell whether a text opens with "also called", "often known as"."""
    return _OTHER_NAME.match(said) is not None


def is_as_hard(said: str, level: float, language: str) -> bool:
    """Tell whether `said` is just "also called" another name, which is no plainer."""
    name = _OTHER_NAME.match(said)
    return name is not None and plainness(said[name.end() :], language) < level + 0.3


def is_head_of_longer_name(before: str, term: str, level: float) -> bool:
    """Tell whether an everyday word ends a longer name: "coronary artery disease"."""
    return (
        level >= KNOWN_ALONE
        and " " not in term
        and _LONGER_NAME.search(before[-_NEAR:]) is not None
    )


def is_subject(before: str, patterns: Patterns) -> bool:
    """Tell whether a term opens its clause, so that a verb behind it speaks of the term."""
    clause = _CLAUSE_END.split(before)[-1]
    if "f " in clause:  # "Episodes of apnea are …"
        clause = _TIMES_OF.sub("", clause)
    words = [w.lower() for w in WORDS.findall(clause)]
    if not words:
        return True
    if len(words) > 4:
        return False
    if words[0] in patterns.lead and words[-1] == patterns.or_ and clause == before:
        return True  # "A spiral or helical scan makes …"
    if clause == before and _FIRST_OF_TWO.match(before):
        return True  # "Partial or segmental mastectomy is …"
    return not any(w in patterns.preposition and w not in patterns.lead for w in words)
