"""What stands beside a term: appositions with commas and dashes, "or X".

Looks at one sentence and the place of the term in it, as `clauses` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.findings import Span
from plainlang.language.definitions.colons import is_item, opens
from plainlang.language.definitions.notes import is_clause, opens_note, tells_what_happened
from plainlang.language.definitions.place import HARD, MARKS, Place, is_adjective
from plainlang.language.definitions.predicates import is_as_hard, is_other_name
from plainlang.language.terms.plainness import plainness
from plainlang.patterns import compile_pattern

_SUBORDINATE = compile_pattern(
    r"(?:if|when|after|before|although|though|because|since|once|while|as|for|in|during|with|without|until"
    r"|unless|by|on|at|to|si|cuando|después|antes|aunque|porque|mientras|en|para|con|sin)\s",
    re.IGNORECASE,
)
_DASH = compile_pattern(
    r"[\"”’*_]*\s*(?:—|–|\s--|\s-(?!\s*[A-Z][a-z]))\s*(?=\S)"
)  # no "- A fever - A …"
_COMMA = compile_pattern(r"[\"”’*_]*\s*[,;][\"”’]?\s+")  # "; that is, …"
# Opens both. A noun may stand before a comma: "outpatient surgery, which means …".
_COMMA_OR_DASH = compile_pattern(
    r"[\"”’*_]*\s*[,;—–-]|\s[a-z]++(?:(?:\sof\s[a-z]++)?,\s(?:which\smeans|meaning)\s"
    r"(?=(?:that\s)?(?:it|they|you|the|there|he|she|your|an?|one|both|each|most|some|no|only)\s)"
    r"|,\s(?=an?\s(?P<kind>type|kind|form)\sof\s))"  # "triglyceride levels, a type of fat"
)
# Behind "or": another clause, no other name.
_NO_NAME = compile_pattern(
    r"(?:when|if|where|to|for|in|on|at|by|with|from|as|who|that|which|you|they|it|we|even|any|other"
    r"|already|just|both|either|before|after|during|instead|without|not|get|have|has|are|is|was|were|may|can|will"
    r"|cuando|si|donde|para|en|con|por|de|que|otr[oa]s?|no|puede|pueda|llame|vaya|pida|hable|tal\svez|quizás?)\b",
    re.IGNORECASE,
)
_KNOWN = compile_pattern(r"(?:the|your|any)\s", re.IGNORECASE)  # "When you have pain, the …"
# "In rare cases people get anaphylaxis, a …": the clause that the first words lead to is there.
_MAIN_VERB = compile_pattern(
    r"(?:(?:in(?!\scase\s)|during|with|without|by|on|at|for)\s.*\b(?:is|are|was|were|gets?|has|have|had"
    r"|causes?|develops?|brings?|needs?|takes?|uses?|finds?|gives?|shows?|leads?|there)"
    r"|(?:in(?!\scase\s)|during|with|without|by|on|at|for|after|before|until|to)\s.*\b(?:may|might|can|could|will|would)"
    r"|(?:en|con|sin|para|después|antes|si\sno)\s.*\b(?:es|son|hay|ha|puede|pueden|tiene|tienen|causan?|aparecen?"
    r"|usan?|producen?|provocan?|dan?|sufren?))\s",
    re.IGNORECASE,
)
_INNER_CLAUSE = compile_pattern(
    r"\b(?:who|that|which|whose|if|when|whether|because|after|before|until|while|as|que|quien|cuando|si|porque)\s",
    re.IGNORECASE,
)
_LED_IN = compile_pattern(
    r"(?:for\s(?:example|instance)|in\s(?:addition|fact|general|contrast|turn)|by\scontrast|as\sa\sresult"
    r"|por\sejemplo|en\s(?:general|cambio))\s*,\s",
    re.IGNORECASE,
)
_WHICH_IS = compile_pattern(r"(?:which|who|that)\s(?:is|are)\s")
# "polyps, a family history of cancer, colitis or smoking"
_MORE_ITEMS = compile_pattern(
    r",\s(?!which|who|that|and|or|but)[^,;.]{3,50}(?:,\s[^,;.]{1,60}){0,4}?,?\s(?:and|or|y|o)\s",
    re.IGNORECASE,
)
_RELATIVE = compile_pattern(
    r"\b(?:that|which|who|whose|where|when|(?:kind|type|form|part)s?\sof|(?:found|used)\s(?:in|on|for|to)|made\s(?:of|from|by|in|with)|que|donde|tipo\sde)\b"
)
_DASHES = ("—", "–")
_SAYS = compile_pattern(
    r"(?:which\smeans?|meaning|that\sis|i\.e\.|es\sdecir|o\ssea|que\ssignifica|que\squiere\sdecir)\b",
    re.IGNORECASE,
)
# "a cancer vaccine, Provenge, is"
_GENUS_BEFORE = compile_pattern(
    r"\b(?:an?|una?)\s(?P<said>(?:[\w-]+\s){1,5}[\w-]+),\s$", re.IGNORECASE
)
# "the blood thinner apixaban", "an eye disease called"; not "the liver disease specialist"
_KINDS = tuple(
    f"{kind} "
    for kind in "painkiller thinner reliever pill disease illness infection condition disorder problem hormone"
    " drug medicine medication virus germ parasite".split()
)
_KIND_BEFORE = compile_pattern(
    r"\b(?:[Tt]he|[Aa]n?)\s(?P<said>painkiller|(?:(?!(?:of|in|for|with|to|and|or|that|who)\s)[a-z-]+\s){1,3}[a-z]+)\s$"
)
_RARE = 3.3  # Zipf: terms that are rarer are names
_HEAD_OF_NAME = compile_pattern(
    r"(?:tion|sion|ment|ists?|ians?|log(?:y|ies)|ity|ness|ing|ers?|ors?|opsy|copy|tomy|apy|age|ance|ence|al|ic|ous|ive|ed|ary|ate|ar|[^iuse]s)$",
    re.IGNORECASE,
)
_FAR_AHEAD = 60  # characters before a term in which that kind begins
_CLOSES_NAME = compile_pattern(
    r"(?:\s\([^()]{2,40}\))?(?:,\s(?!(?:and|or|an?|y|o|una?)\s)(?![\w-]+(?:\s[\w-]+)?,)|[.]$)"
)
_WHICH = compile_pattern(r"(?:\S+\s)?(?:which|that|who)\s", re.IGNORECASE)
_AUXILIARY = compile_pattern(r"\b(?:to|may|might|can|will|have|has|is|are|be)\s", re.IGNORECASE)
_COMMA_OR = compile_pattern(r",\s+(?:or|o)\s")
_END_OF_ASIDE = compile_pattern(r"[,;.!?](?=\s|$)|\s(?:--|[—–-])\s|—|$")
# Around the items of a list.
_AND = compile_pattern(r",?\s*(?:and|or|y|o|e|u)\s")
_AND_DOES = compile_pattern(
    r",\sand\s(?:then\s|so\s|may\s|can\s|will\s)?(?:helps?|keeps?|makes?|stops?|lets?|gives?|causes?|puts?|sends?|is|are|has|have|may|can|will)\s"
)
_BRACKETS = compile_pattern(r"\s\([^()]*\)")
_NEXT_ARTICLE = compile_pattern(r",\s(?:el|la|los|las)\s")
_AND_LAST = compile_pattern(r"\b(?:and|or|y|o)\s+(?:an?|the|un|una)?\s*\w+$")
# "that is, call your doctor": what to do
_COMMAND = compile_pattern(
    r"(?:do|don['’]t|never|please|call|ask|tell|get|go|come|see|talk|take|use|make|keep|try|wait"
    r"|no|nunca|llame|pida|pregunte|vaya|vea|hable|tome|use|haga|espere)\s",
    re.IGNORECASE,
)
# "a cyst, a polyp and two stones"
_TWO_MORE = compile_pattern(
    r"(?:an?|your|the)\s[\w-]+(?:\s[\w-]+)?\sand\s(?:an?|the|some|any|two|three|your)\s",
    re.IGNORECASE,
)
_LAST_ITEM = compile_pattern(r",\s+(?:[\w-]+\s){0,2}$")
_END_OF_PART = compile_pattern(r"\s*(?:[,;:.!?)—–\]]|\s-\s|$)")


# "la sonda y la bolsa", "el dolor o fiebre": items of a list, no apposition.
_SPANISH_ITEM = compile_pattern(
    r"(?:el|la|los|las)\s+[\w-]+(?:\s+[\w-]+){0,3}?\s+[yoeu]\s+(?:el|la|los|las|un|una|su|sus)\s"
    r"|(?:el|la|los|las)\s+[\w-]+\s+[yoeu]\s"
    r"|(?:un|una)\s+[\w-]+\s+[yoeu]\s+(?:el|la|los|las|un|una|su|sus)\s",
    re.IGNORECASE,
)


_DEFINITE = compile_pattern(r"(?:el|la|los|las)\s", re.IGNORECASE)
# "la capa dura que", "el hueso del"
_DESCRIBES = compile_pattern(
    r"(?:el|la|los|las)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:que|del?|donde|en|para|con|por|cuy[oa]s?)\s",
    re.IGNORECASE,
)


def asides(place: Place) -> Iterator[tuple[str, Span]]:
    """Yield the appositions around the term."""
    text, stop, patterns = place.text, place.stop, place.patterns
    parted = _COMMA_OR_DASH.match(text, place.behind, stop)
    if parted and parted[0][-1] == " ":
        if parted["kind"]:
            yield "apposition", Span(parted.end(), _end_of_aside(text, parted.end(), stop))
        elif place.level < HARD or is_adjective(place.term) or place.term.endswith("ed"):
            yield "means", Span(parted.end(), _end_of_aside(text, parted.end(), stop))
    if parted:
        yield from _apposition(_DASH, place)
        yield from _apposition(_COMMA, place)
    if not place.before:
        return
    if f" {patterns.or_} " in place.before[-16:]:
        yield from _or_before(place)
    if place.before.endswith(", "):
        yield from _genus_before(place)
    elif place.before.endswith(_KINDS):
        yield from _kind_before(place)


def _kind_before(place: Place) -> Iterator[tuple[str, Span]]:
    """ "the blood thinner apixaban": a name right behind what it is."""
    before, start = place.before, place.start
    if place.level >= _RARE or place.term.isupper() or _HEAD_OF_NAME.search(place.term):
        return
    kind = _KIND_BEFORE.search(before, max(0, len(before) - _FAR_AHEAD))
    if kind and plainness(kind["said"], place.language) > place.level + 0.3:
        yield "apposition", Span(start + kind.start("said"), start + kind.end("said"))


def _apposition(opener: re.Pattern[str], place: Place) -> Iterator[tuple[str, Span]]:
    """Yield what stands behind the dash or the comma that parts it from the term."""
    text, stop, patterns = place.text, place.stop, place.patterns
    found = opener.match(text, place.behind, stop)
    if not found or (opener is _DASH and is_item(found[0], place)):
        return
    again = patterns.that_is.match(text, found.end(), stop)
    at = again.end() if again else found.end()
    dash = found[0].strip(MARKS)
    closed = (
        text.find(dash, at, stop) if dash in _DASHES else -1
    )  # "an abscess—a painful, swollen area—"
    part = Span(at, closed if closed > 0 else _end_of_aside(text, at, stop))
    said = text[part.start : part.end]
    if again:
        if said and not _COMMAND.match(said):
            yield "apposition", part
    elif ";" in found[0]:
        return
    elif _or_says(said, place):
        yield "or", Span(part.start + len(patterns.or_) + 1, part.end)
    elif patterns.not_aside.match(said) or len(said.split()) < 3:
        return
    elif patterns.aside.match(said):
        is_clause_behind = opener is _COMMA and _opens_a_clause(place.before, said)
        if not is_clause_behind and _tells(part, place, parted=closed > 0):
            yield "apposition", part
    elif opener is _DASH and (
        opens(place.before) or (found[0].strip() != "-" and opens_note(said, patterns))
    ):
        yield "apposition", part


def _opens_a_clause(before: str, said: str) -> bool:
    """Tell whether a comma ends a first clause: "When you have pain, the …"."""
    if led := _LED_IN.match(before):
        before = before[led.end() :]
    if _SUBORDINATE.match(before) is None:
        return False
    if "," in before:
        return _KNOWN.match(said) is not None
    return _MAIN_VERB.match(before) is None or _INNER_CLAUSE.search(before, 2) is not None


def _tells(part: Span, place: Place, *, parted: bool) -> bool:
    """Tell whether an apposition says what the term is; `parted`: two dashes stand around it."""
    said = place.text[slice(*part)]
    return not (
        (place.patterns.empty_genus.match(_WHICH_IS.sub("", said)) and not is_other_name(said))
        or is_clause(said)
        or tells_what_happened(said)
        or is_as_hard(said, place.level, place.language)
        or (
            not parted
            and not _SAYS.match(said)
            and _in_list(place.text, place.before, part, place.stop)
        )
    )


def _genus_before(place: Place) -> Iterator[tuple[str, Span]]:
    """ "a cancer vaccine, Provenge, is": a name behind what it is."""
    before, start = place.before, place.start
    if not place.term[0].isupper():
        return
    found = _GENUS_BEFORE.search(before)
    if found and not _lists(before[: found.start()], 60):
        if _CLOSES_NAME.match(place.text, place.behind, place.stop):
            yield "apposition", Span(start + found.start("said"), start + found.end("said"))


def _end_of_aside(text: str, start: int, stop: int) -> int:
    found = _END_OF_ASIDE.search(text, start, stop)
    return found.start() if found else stop


def _or_says(said: str, place: Place) -> bool:
    """ "…, or high blood pressure, …" right behind the term, when it is plainer and no list."""
    word = f"{place.patterns.or_} "
    if not said.startswith(word):
        return False
    rest = said[len(word) :]
    if _lists(place.before, 40) or len(rest.split()) > 8 or _NO_NAME.match(rest) or is_clause(rest):
        return False
    return plainness(rest, place.language) > place.level + 0.3


def _or_before(place: Place) -> Iterator[tuple[str, Span]]:
    """ "high blood pressure, or hypertension": plain words before, the term behind "or"."""
    before, start, word = place.before, place.start, place.patterns.or_
    if _COMMA_OR.match(before, max(0, before.rfind(","))) is None:
        return
    found = re.search(
        rf"((?:[\w'’-]+\s){{0,4}}[\w'’-]+),\s+{word}\s+(?:an?\s+|the\s+)?[\"“*]*$", before
    )
    if found is None or _lists(before[: found.start(1)], 30):
        return
    last_two = " ".join(found[1].split()[-2:])
    if _END_OF_PART.match(place.text, place.behind) and not _WHICH.match(found[1]):
        if plainness(last_two, place.language) > place.level + 0.3:
            verb = max((m.end() for m in _AUXILIARY.finditer(found[1])), default=0)
            yield "or", Span(start + found.start(1) + verb, start + found.end(1))


def _lists(ahead: str, near: int) -> bool:
    """Tell whether a comma near the end of `ahead` may part items; not "During labor, it opens, or …"."""
    if "," not in ahead[-near:]:
        return False
    return ahead.count(",") > 1 or not _SUBORDINATE.match(ahead)


def _in_list(text: str, before: str, part: Span, stop: int) -> bool:
    """Tell whether commas around the term part the items of a list."""
    after = text[part.end : min(stop, part.end + 14)].lower()
    if _AND.match(after):
        # "It may block PD-1, a protein found on T cells, and help …" goes on with a verb.
        return "," in before or not _AND_DOES.match(text, part.end, stop)
    if _MORE_ITEMS.match(text, part.end, stop) and not _RELATIVE.search(text[slice(*part)]):
        return True
    said = _BRACKETS.sub("", text[part.start : part.end])
    if _DEFINITE.match(said) and not _DESCRIBES.match(said):
        return True  # "el cerebelo, el tronco y …", "en la sangre, los riñones filtran …"
    if _SPANISH_ITEM.match(said) or _NEXT_ARTICLE.match(after):
        return True
    if _TWO_MORE.match(said):
        return True
    if len(said.split()) < 7 and _AND_LAST.search(said):
        return "," in before[-60:] or len(said.split()) < 5
    return after.startswith(",") and _LAST_ITEM.search(before[-40:]) is not None
