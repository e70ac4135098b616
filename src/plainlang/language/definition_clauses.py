"""Where a sentence explains a term: brackets, "X is a …", appositions, "called X", "or X".

Looks at one sentence and the place of the term in it; knows no passage around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.findings import Span
from plainlang.language.abbreviations import find_abbreviations
from plainlang.language.definition_brackets import explained_in_brackets
from plainlang.language.definition_patterns import Patterns
from plainlang.language.definition_spanish import spanish_explanations
from plainlang.language.plainness import plainness

_ACRONYM_IN_BRACKETS = re.compile(
    r"[\"”’*_]*\s*\((?:[^()\s]{1,12}|[^()]{0,60}(?:[A-Z]{2,}|[Aa]lso)[^()]{0,40})\)"
)
_SUBORDINATE = re.compile(
    r"(?:if|when|after|before|although|though|because|since|once|while|as|for|in|during|with|without|until"
    r"|unless|by|on|at|to|si|cuando|después|antes|aunque|porque|mientras|en|para|con|sin)\s",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DASH = re.compile(
    r"[\"”’*_]*\s*(?:—|–|\s--|\s-(?!\s*[A-Z][a-z]))\s*(?=\S)"
)  # no "- A fever - A …"
_COMMA = re.compile(r"[\"”’*_]*\s*,\s+")
_COLON = re.compile(r"[\"”’*_]*\s*(?:\([^()]*\)\s*)?(?::|\s(?:--|[-–—]))\s*(?=\S)")
# Behind "or": another clause, no other name.
_NO_NAME = re.compile(
    r"(?:when|if|where|to|for|in|on|at|by|with|from|as|who|that|which|you|they|it|we|even|any|other"
    r"|cuando|si|donde|para|en|con|por|de|que|otr[oa]s?)\b",
    re.IGNORECASE,
)
# "also called coronary artery disease": the other name may be as hard.
_OTHER_NAME = re.compile(
    r"(?:(?:also|sometimes|commonly|often|better|formerly|también|a\sveces)\s)?"
    r"(?:called|known\sas|referred\sto\sas|(?:llamad|denominad)[oa]s?|conocid[oa]s?\s(?:también\s)?como)\s",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"(?:(?<![su])s|a|ae|i|en|people)$", re.IGNORECASE
)  # "drugs", "bacteria", "women"
_BARE = re.compile(r"\s(?!\w*(?:s|ed)\b)[a-z]+$")
_KNOWN = re.compile(r"(?:the|your|any)\s", re.IGNORECASE)  # "When you have pain, the …"
_POINTS_BACK = re.compile(r"\b(?:this|these|such|est[eao]s?)\s$", re.IGNORECASE)
_KNOWN_ALONE = 4.5  # plainness from which a longer name, "radiation therapy", explains no "therapy"
_LONGER_NAME = re.compile(
    r"\b(?!(?:an?|the|all|most|your|in|and|or|but|so|el|la|los|las|una?)\s)[\w’'-]+\s$",
    re.IGNORECASE,
)
_WHICH_IS = re.compile(r"(?:which|who|that)\s(?:is|are)\s")
# "During a biopsy, the doctor takes …"
_DURING = re.compile(r"\W*(?:during|in|with)\san?\s(?:[\w-]+\s)?$", re.IGNORECASE)
_THEN = re.compile(
    r"(?:\s\([A-Za-z]{2,6}\))?,\s(?=(?:an?|the|your|\w+s|cells|doctors?)\s(?:\S+\s){5})",
    re.IGNORECASE,
)
_MARKS = " \"“'*_•-"
_GOES_ON = re.compile(r"\s(?!(?:is|are|was|were|and|or|of|in|es|son|y|o|de)\s)[\w’'-]+(?=\s|:)")
_ADJECTIVE = re.compile(r"(?:al|ic|ous|ive|ary|ar|ant|oid)$", re.IGNORECASE)
_SAYS = re.compile(
    r"(?:which\smeans?|meaning|that\sis|i\.e\.|es\sdecir|o\ssea|que\ssignifica|que\squiere\sdecir)\b",
    re.IGNORECASE,
)
# "Immune checkpoint therapy uses …"
_KIND = re.compile(
    r"\s(?:therapy|treatment|drugs?|medicines?|tests?|scans?|exams?|procedures?|surgery|vaccines?|terapia)(?=\s)"
)
# "fatigue, the doctor may …": a clause
_CLAUSE = re.compile(
    r"(?:an?|the|any|one|your|another)\s(?:(?!that\b|which\b|who\b|where\b|when\b)[\w’'-]+\s){1,3}?"
    r"(?:is|are|was|were|may|might|can|could|will|would|should|must|has|have|had|does|do|did)\b",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"[^.:;]{1,90}?\s-\s[^.:;]{1,70}?\s-\s")  # "cancer - depression - diabetes"
# "Estrogen and progesterone test:", "Liver resection:"
_FIRST_OF_TWO = re.compile(r"\W*(?:[\w-]+\s){1,3}(?:and|or|y|o)\s$")
_FIRST_WORD = re.compile(r"(?:.*\s-\s|\W*)[\w’'-]+\s$")
# "Aerobic exercise, such as brisk walking, is any exercise that …"
_INSERTED = re.compile(
    r",\s[^,;:.!?()]{3,60},(?=\s(?:is|are|which|means?|es|son|que|significan?)\s)"
)
# "a cancer vaccine, Provenge, is"
_GENUS_BEFORE = re.compile(r"\b(?:an?|una?)\s(?P<said>(?:[\w-]+\s){1,5}[\w-]+),\s$", re.IGNORECASE)
_CLOSES_NAME = re.compile(
    r"(?:\s\([^()]{2,40}\))?(?:,\s(?!(?:and|or|an?|y|o|una?)\s)(?![\w-]+(?:\s[\w-]+)?,)|[.]$)"
)
_AND_COLON = re.compile(r"\s+(?:and|or|y|o)\s+[\w-]+(?:\s[\w-]+)?\s*:\s*(?=\S)")
_NEAR = 120  # characters before a term in which "also known as the" must begin
_END_OF_ASIDE = re.compile(r"[,;.!?](?=\s|$)|\s[—–-]\s|—|$")
_END_OF_PART = re.compile(r"\s*(?:[,;:.!?)—–\]]|\s-\s|$)")


# "la sonda y la bolsa", "el dolor o fiebre": items of a list, no apposition.
_SPANISH_ITEM = re.compile(
    r"(?:el|la|los|las)\s+[\w-]+(?:\s+[\w-]+){0,3}?\s+[yoeu]\s+(?:el|la|los|las|un|una|su|sus)\s"
    r"|(?:el|la|los|las)\s+[\w-]+\s+[yoeu]\s"
    r"|(?:un|una)\s+[\w-]+\s+[yoeu]\s+(?:el|la|los|las|un|una|su|sus)\s",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:el|la|los|las)\s", re.IGNORECASE)
# "la capa dura que", "el hueso del"
_DESCRIBES = re.compile(
    r"(?:el|la|los|las)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:que|del?|donde|en|para|con|por|cuy[oa]s?)\s",
    re.IGNORECASE,
)


def explanations_in(
    text: str,
    start: int,
    end: int,
    span: Span,
    patterns: Patterns,
    level: float,
    language: str,
) -> Iterator[tuple[str, Span]]:
    """Yield the explanations in the sentence `text[start:end]` that holds the term at `span`."""
    before = text[start : span.start]
    stop = max(end, span.end)
    if text[span.start : span.end].rstrip("s").isupper():
        for pair in find_abbreviations(text[start:stop]):
            if pair[2].start + start == span.start:
                yield "brackets", Span(pair[3].start + start, pair[3].end + start)
        if is_subject(before, patterns):
            yield from predicates(text, span, span.end, stop, before, patterns, level, language)
        yield from _asides(text, start, span.end, stop, before, patterns, level, language)
        return
    yield from explained_in_brackets(text, start, stop, span, patterns, level, language)
    acronym = _ACRONYM_IN_BRACKETS.match(text, span.end)
    behind = acronym.end() if acronym else span.end
    while behind < stop and text[behind] in "\"”’'*_":
        behind += 1
    if called := patterns.called.search(before, max(0, len(before) - _NEAR)):
        at = start + called.start()
        if called["said"]:
            yield "called", Span(start + called.start("said"), start + called.end("said"))
        elif len(before[: called.start()].split()) >= 1:
            yield "called", Span(start, at)
    if is_subject(before, patterns):
        yield from predicates(text, span, behind, stop, before, patterns, level, language)
        if level < _KNOWN_ALONE and (longer := _KIND.match(text, behind, stop)):
            noun = Span(longer.start() + 1, longer.end())
            yield from predicates(text, noun, noun.end, stop, before, patterns, level, language)
        if longer := _GOES_ON.match(text, behind, stop):
            if _ADJECTIVE.search(text[slice(*span)]):
                yield from _named_longer(text, longer.end(), stop, before, patterns)
    inserted = _INSERTED.match(text, behind, stop)
    if relative := patterns.relative.match(text, inserted.end() if inserted else behind, stop):
        found = patterns.copula.match(text, relative.end(), stop)
        if found and not patterns.empty_genus.match(text, found.start("said"), stop):
            yield "is", Span(found.start("said"), stop)
    if _DURING.match(before) and (found := _THEN.match(text, behind, stop)):
        yield "does", Span(found.end(), stop)
    yield from _asides(text, start, behind, stop, before, patterns, level, language)
    if language == "es":
        yield from spanish_explanations(text, start, behind, stop, before, patterns, level)


def _named_longer(
    text: str, behind: int, stop: int, before: str, patterns: Patterns
) -> Iterator[tuple[str, Span]]:
    """ "Diastolic pressure is the pressure …", "Distal pancreatectomy: surgery to …"."""
    found = patterns.copula.match(text, behind, stop)
    if found and not patterns.empty_genus.match(text, found.start("said"), stop):
        yield "is", Span(found.start("said"), stop)
    elif not before.strip(_MARKS) and (found := _COLON.match(text, behind, stop)):
        if not _is_named(text[found.end() : stop]):
            yield "list", Span(found.end(), stop)


def predicates(
    text: str,
    span: Span,
    behind: int,
    stop: int,
    before: str,
    patterns: Patterns,
    level: float,
    language: str,
) -> Iterator[tuple[str, Span]]:
    """Yield what a sentence says of its subject, the term at `span`, which ends before `behind`."""
    if _POINTS_BACK.search(before) or is_head_of_longer_name(before, level):
        return  # "This condition is …", "Radiation therapy is …"
    if found := patterns.means.match(text, behind, stop):
        named = re.sub(r"^\s+(?:is|are|son|es)\s", "", found[0]) + text[found.end() : stop]
        if stop - found.end() > 8 and not _is_as_hard(named, level, language):
            yield "means", Span(found.end(), stop)
    inserted = _INSERTED.match(text, behind, stop)
    if found := patterns.copula.match(text, inserted.end() if inserted else behind, stop):
        said = found.start("said")
        if not patterns.empty_genus.match(text, said, stop):
            yield "is", Span(said, stop)
    if before.strip() and not patterns.generic.match(before):
        return  # what "the ovaries" do is told of known things
    if (found := patterns.does.match(text, behind, stop)) and stop - found.end() > 7:
        if not _MANY.search(text[slice(*span)]) and _BARE.match(found[0]):
            return  # "blood test": no verb
        yield "does", Span(found.start(), stop)


def is_head_of_longer_name(before: str, level: float) -> bool:
    """Tell whether an everyday word ends a longer name: "coronary artery disease"."""
    return level >= _KNOWN_ALONE and _LONGER_NAME.search(before) is not None


def is_subject(before: str, patterns: Patterns) -> bool:
    """Tell whether a term opens its clause, so that a verb behind it speaks of the term."""
    clause = re.split(r"[,;:—–(]\s*|\b(?:that|because|que|porque)\s", before)[-1]
    words = [w.lower() for w in _WORDS.findall(clause)]
    if not words:
        return True
    if len(words) > 4:
        return False
    if words[0] in patterns.lead and words[-1] == patterns.or_ and clause == before:
        return True  # "A spiral or helical scan makes …"
    return not any(w in patterns.preposition and w not in patterns.lead for w in words)


def _asides(
    text: str,
    start: int,
    behind: int,
    stop: int,
    before: str,
    patterns: Patterns,
    level: float,
    language: str,
) -> Iterator[tuple[str, Span]]:
    opens = not before.strip(_MARKS) or before.endswith((" - ", "• ", " – "))
    labelled = level < _KNOWN_ALONE and _FIRST_WORD.match(before)
    if (opens or labelled or (start == 0 and _FIRST_OF_TWO.match(before))) and (
        found := _COLON.match(text, behind, stop)
        or (start == 0 and _AND_COLON.match(text, behind, stop))
    ):
        said = text[found.end() :]
        told = opens or not patterns.empty_genus.match(said)
        if (
            len(said.split()) >= 3
            and told
            and not _is_named(said)
            and not _ITEMS.match(said)
            and not patterns.not_aside.match(said)
        ):
            yield "list", Span(found.end(), stop)
    for opener in (_DASH, _COMMA):
        found = opener.match(text, behind, stop)
        if not found:
            continue
        again = patterns.that_is.match(text, found.end(), stop)
        at = again.end() if again else found.end()
        part = Span(at, _end_of_aside(text, at, stop))
        said = text[part.start : part.end]
        if again and said:
            yield "apposition", part
        elif _or_says(said, patterns, before, level, language):
            yield "or", part
        elif patterns.not_aside.match(said):
            continue
        elif patterns.aside.match(said) and len(said.split()) >= 3:
            clause = (
                opener is _COMMA
                and _SUBORDINATE.match(before)
                and ("," not in before or _KNOWN.match(said))
            )
            if not (
                clause
                or (not _SAYS.match(said) and _in_list(text, before, part, stop))
                or patterns.empty_genus.match(_WHICH_IS.sub("", said))
                or _CLAUSE.match(said)
                or _is_as_hard(said, level, language)
            ):
                yield "apposition", part
        elif opener is _DASH and len(said.split()) >= 3 and opens:
            yield "apposition", part
    yield from _or_before(text, start, before, behind, level, patterns, language)
    if before.endswith(", ") and text[start + len(before)].isupper():
        if (found := _GENUS_BEFORE.search(before)) and not _lists(before[: found.start()], 60):
            if _CLOSES_NAME.match(text, behind, stop):
                yield "apposition", Span(start + found.start("said"), start + found.end("said"))


def _is_as_hard(said: str, level: float, language: str) -> bool:
    """Tell whether an apposition is just another name of the thing, which is no easier."""
    name = _OTHER_NAME.match(said)
    return name is not None and plainness(said[name.end() :], language) <= level


def _is_named(said: str) -> bool:
    """Tell whether a text is a name: most of its words are capitalised."""
    words: list[str] = _WORDS.findall(said)[:8]
    return sum(w[0].isupper() for w in words) > 0.6 * len(words)


def _end_of_aside(text: str, start: int, stop: int) -> int:
    found = _END_OF_ASIDE.search(text, start, stop)
    return found.start() if found else stop


def _or_says(said: str, patterns: Patterns, before: str, level: float, language: str) -> bool:
    """ "…, or high blood pressure, …" right behind the term, when it is plainer and no list."""
    if not said.startswith(f"{patterns.or_} "):
        return False
    rest = said[len(patterns.or_) + 1 :]
    if "," in before[-40:] or len(rest.split()) > 8 or _NO_NAME.match(rest):
        return False
    return plainness(rest, language) > level + 0.3


def _or_before(
    text: str,
    start: int,
    before: str,
    behind: int,
    level: float,
    patterns: Patterns,
    language: str,
) -> Iterator[tuple[str, Span]]:
    """ "high blood pressure, or hypertension": plain words before, the term behind "or"."""
    if f" {patterns.or_} " not in before[-16:]:
        return
    found = re.search(
        rf"((?:[\w'’-]+\s){{0,4}}[\w'’-]+),\s+{patterns.or_}\s+(?:an?\s+|the\s+)?[\"“*]*$", before
    )
    if found is None:
        return
    if _lists(before[: found.start(1)], 30):
        return
    last_two = " ".join(found[1].split()[-2:])
    if _END_OF_PART.match(text, behind) and plainness(last_two, language) > level + 0.3:
        yield "or", Span(start + found.start(1), start + found.end(1))


def _lists(ahead: str, near: int) -> bool:
    """Tell whether a comma near the end of `ahead` may part items; not "During labor, it opens, or …"."""
    if "," not in ahead[-near:]:
        return False
    return ahead.count(",") > 1 or not _SUBORDINATE.match(ahead)


def _in_list(text: str, before: str, part: Span, stop: int) -> bool:
    """Tell whether commas around the term part the items of a list."""
    after = text[part.end : min(stop, part.end + 14)].lower()
    if re.match(r",?\s*(?:and|or|y|o|e|u)\s", after):
        return True
    said = re.sub(r"\s\([^()]*\)", "", text[part.start : part.end])
    if _DEFINITE.match(said) and not _DESCRIBES.match(said):
        return True  # "el cerebelo, el tronco y …", "en la sangre, los riñones filtran …"
    if _SPANISH_ITEM.match(said) or re.match(r",\s(?:el|la|los|las)\s", after):
        return True
    if re.search(r"\b(?:and|or|y|o)\s+(?:an?|the|un|una)?\s*\w+$", said) and len(said.split()) < 7:
        return "," in before[-60:] or len(said.split()) < 5
    return bool(re.search(r",\s+(?:[\w-]+\s){0,2}$", before[-40:])) and after.startswith(",")
