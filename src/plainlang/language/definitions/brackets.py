"""What brackets explain: "disnea (falta de aire)", "shortness of breath (dyspnea)".

Looks at one sentence and the place of the term in it, as `clauses` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.findings import Span
from plainlang.language.definitions.notes import is_clause, opens_note
from plainlang.language.definitions.place import Place, has_word, is_adjective
from plainlang.language.definitions.predicates import is_as_hard
from plainlang.language.terms.plainness import WORDS, plainness
from plainlang.patterns import compile_pattern

_BRACKETS = compile_pattern(r"[\"”’*_®™]*\s*(?:[(]([^()]{2,160})[)]|\[([^\[\]]{2,160})\])")
# "monoamine oxidase inhibitor (MAOI) (a drug for low mood)"
_OTHER_NAME_FIRST = compile_pattern(r"\s*[(\[][A-Z][\w-]{1,12}[)\]](?=\s*[(\[])")
_MODIFIED = compile_pattern(
    r"\s+(?:\([A-Z]{1,5}\)\s)?(?P<noun>[\w-]+)\s*\((?P<said>[^()]{8,160})\)"
)
_WAY = compile_pattern(r"(?:through|into|under)\s\w")  # "intravenous infusion (through a vein)"
_OPENING = compile_pattern(r"[(\[]\s*(?P<lead>[^()\[\]]{0,30}?)[\"“*_]*$")
_REACH = 5  # words before brackets that may be those that they name
_ARTICLES = frozenset({"a", "an", "un", "una"})
# "heparin to prevent clots (thrombosis)": what stands before these words is another thing.
_JOINTS = frozenset(
    "or but nor for without by as during after before than can may will"
    " is are was were be has have had get gets cause causes treat treats prevent prevents stop stops"
    " o u pero para sin por como durante puede pueden es son tiene tienen causa causan trata".split()
)
_ANDS = frozenset({"and", "y", "e"})
_TWO = _ANDS | {"or", "o", "u"}
_HOLDS_TWO = frozenset("of in with for between both to de en con entre".split())
_WITH = frozenset({"with", "con"})
_SOMEONE = frozenset(
    "people person patients patient someone those women men children adults personas pacientes niños".split()
)
_WHO = frozenset({"who", "that", "which", "whose", "que", "quien"})
_INFINITIVE = compile_pattern(r"\w+[aei]r(?:l[aeo]s?|se)?$", re.IGNORECASE)
_KNOWN = 2.0  # Zipf: plain words are not rarer than this
_RARE = 3.6  # Zipf: few verbs are rarer than this
_PLAIN = 4.0  # Zipf: readers know a name of such words
_MANY = 8  # words among which numbers may stand: "… by light and dark in 24 hours"
_JOINS = frozenset({"and", "or", "y", "o", "e", "u"})
_NOUN = compile_pattern(r"(?<=al|ic|us|ve|ry|ar|nt)\s([a-z]{4,})\s*[)\]]")  # behind an adjective
_ITEMS = compile_pattern(r",|/|\b(?:and|or|y|o)\b")
# "arteries of the pelvis (a disease called …)" names what the sentence tells.
_CALLED_SO = compile_pattern(
    r"(?:an?|una?)\s(?:[\w-]+\s)?(?:condition|diseases?|disorder|illness|infection|problem|syndrome|enfermedad|afección"
    r"|problema|trastorno)\s(?:called|known\sas|llamad[oa]|conocid[oa]\scomo)\s(?P<name>.+)",
    re.IGNORECASE,
)
_NAMES = compile_pattern(r"(?:also\s+)?(?:called|known)|también|llamad")
_PRONOUNCED = compile_pattern(r"\b[a-z]+-[A-Z]{2,}\b|\b[A-Z]{2,}-[a-z]{1,3}\b")  # "an-EM-ee-uh"
_LETTERS = compile_pattern(r"[A-Z]{2,}s?([,;:]\s+)?\b")
_CLOSES = compile_pattern(
    r"[\"”’*_]*(?:,?\s*(?:or|also|and)?\s*[A-Z]{2,6}s?"
    r"|\s(?:tumou?rs?|cancers?|cells?|therap(?:y|ies)|treatments?|care|diseases?|infections?|surgery))?\s*[)\]]"
)
_OF_A_KIND = r"\s(?:in|of|that|which|who|with|from|where|on|en|del?|que|con|donde)\s"
_ANY_ARTICLE = r"(?:(?:an?|the|una?|el|la|los|las)\s)?"
# "insects that carry germs", "coverage for drugs", "feeling like you are in a fog"
_KIND_THAT = compile_pattern(
    r"(?!(?:those|people|anyone|someone|especially)\s)(?:[\w-]+\s){1,4}?(?:that|which|who|whose|for|like)\s\S",
    re.IGNORECASE,
)
_BETWEEN = compile_pattern(
    r"(?<=al|ic|us|ve|ry|ar|nt)\s\([a-z-]+\)\s"
    r"(?!(?:and|or|in|of|is|are|was|to|for|with|that|which|on|at|by|if|may|can)\s)[a-z]"
)
# "physical, mental, and behavioral changes that …"
_KINDS_THAT = compile_pattern(
    r"(?:\w+(?:al|ic|ous|ive|ary),?\s(?:and\s|or\s)?){2,4}\w+\s(?:that|which|who)\s", re.IGNORECASE
)
_WHICH_ONES = compile_pattern(rf"{_ANY_ARTICLE}\S+{_OF_A_KIND}", re.IGNORECASE)
_NEXT_NAME = compile_pattern(r"[)\]]\s[A-Z]")
_LEADS = compile_pattern(
    r"\b(?:an?|una?|or|also|called|also called|known as|also known as|o|también|(?:llamad|denominad)[oa]s?"
    r"|conocid[oa]s?(?: \w+)? como|es decir,?|o sea,?|(?:nombre|término)(?: médico)?:?"
    r"|en términos médicos,?|medical(?: name| term)?:?|i\.e\.|the)\s*$",
    re.IGNORECASE,
)


def explained_in_brackets(place: Place) -> Iterator[tuple[str, Span]]:
    """Yield what brackets behind the term say of it, or what stands before those that hold it."""
    text, span, patterns, term = place.text, place.span, place.patterns, place.term
    end = min(len(text), place.stop + 160)
    letters = _OTHER_NAME_FIRST.match(text, span.end, end)
    if found := _BRACKETS.match(text, letters.end() if letters else span.end, end):
        group = 1 if found[1] is not None else 2
        said = found[group]
        # Not "primary tumors (tumors that begin here)"; but "solid cancers [cancers in organs]"
        if _names_its_kind(said, term) or (
            _explains(said, place) and not has_word(said, term.removesuffix("s"))
        ):
            yield "brackets", Span(*found.span(group))
    if (found := _MODIFIED.match(text, span.end)) and not has_word(found["said"], term):
        said, adjective = found["said"], is_adjective(term)
        if patterns.aside.match(said):
            told = place.level < _RARE or adjective  # no verb: "detect antibodies (an …)"
        else:
            # "chronic gastritis (swelling of the stomach)" explains the other word.
            told = adjective and bool(
                _WAY.match(said)
                or (
                    opens_note(said, patterns)
                    and plainness(found["noun"], place.language) > place.level + 0.5
                )
            )
        if told:
            yield "brackets", Span(*found.span("said"))
    if before_it := _reversed(place):
        yield "brackets-reversed", before_it


def _names_its_kind(said: str, term: str) -> bool:
    """Tell whether an explanation says which ones are meant: "solid cancers [cancers in organs]"."""
    *before, head = term.split()
    if not before or _WHICH_ONES.match(said) is None:
        return False
    this_one = rf"{_ANY_ARTICLE}{re.escape(head)}(?:e?s)?{_OF_A_KIND}"
    return re.match(this_one, said, re.IGNORECASE) is not None


def _reversed(place: Place) -> Span | None:
    """ "high blood pressure (hypertension)": the plain words stand before the brackets."""
    text, start, span, level, language = (
        place.text, place.start, place.span, place.level, place.language,
    )  # fmt: skip
    opening = _OPENING.search(text, max(start - 1, 0), span.start)
    if opening is None:
        return None
    noun = _NOUN.match(text, span.end)
    names = noun is not None and plainness(noun[1], language) > level  # "(congenital infection)"
    if not names and not _CLOSES.match(text[span.end : span.end + 20]):
        return None
    lead = opening["lead"].strip()
    if lead and not _LEADS.match(lead) and (lead.count(" ") > 2 or not _LEADS.search(lead)):
        return None
    clause = max(start, *(text.rfind(mark, start, opening.start()) + 1 for mark in "();:,"))
    ahead = list(WORDS.finditer(text, clause, opening.start()))
    words = ahead[-_REACH:]
    if not words or words[-1][0].lower() in place.patterns.preposition:
        return None
    if lead in _ARTICLES:  # "a heart doctor (a cardiologist)", not "your care team (an oncologist)"
        said_of_it = _from_article(ahead[-2 * _REACH :])
        if not said_of_it:
            return None
    else:
        said_of_it = _behind_joint(words, clause)
    said = Span(said_of_it[0].start(), words[-1].end())
    nearest = " ".join(w[0] for w in words[-3:] if w[0] not in _JOINS)
    if place.term.isupper():
        return None  # an acronym says nothing about what the words mean
    if plainness(words[-1][0], language) < level:
        return None  # "gastrointestinal (digestive)": the plain word is the one in brackets
    listed = all(w[0][0].isupper() for w in words[-2:])
    if listed and (said.start > clause + 2 or _NEXT_NAME.match(text, span.end)):
        return None  # "Cervical Cancer (HPV) Flu (Influenza)": a list
    return said if plainness(nearest, language) > max(level + 0.3, _KNOWN) else None


def _behind_joint(words: list[re.Match[str]], clause: int) -> list[re.Match[str]]:
    """Return the words behind the last that parts two things; those of "a doctor who treats cancer" all.

    `clause` is where the clause begins. "Problems with speech and language" is one thing.
    """
    low = [w[0].lower() for w in words]
    if not _WHO.isdisjoint(low):
        return words
    for i in range(len(words) - 2, -1, -1):
        word, ahead = low[i], low[:i]
        if word == "to" or (word in ("a", "para") and _INFINITIVE.match(low[i + 1])):
            if words[i].start() <= clause + 1:
                return words  # "…, to shrink the tumor (neoadjuvant therapy)"
            return words[i + 2 :] or words[i + 1 :]
        if (
            word in _JOINTS
            or (word in _ANDS and _HOLDS_TWO.isdisjoint(ahead))
            or (word in _WITH and ahead and ahead[-1] in _SOMEONE)
        ):
            return words[i + 1 :]
    return words


def _from_article(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the words from the last indefinite article on, if they are of one thing and more than one."""
    low = [w[0].lower() for w in words]
    for i in range(len(words) - 3, -1, -1):
        if low[i] in _ARTICLES:
            # "a friend or nurse (a phlebotomist)"
            return [] if any(w in _TWO for w in low[i + 1 : i + 4]) else words[i:]
    return []


def _explains(said: str, place: Place) -> bool:
    """Tell whether what stands in brackets says what the term means."""
    level, patterns, language = place.level, place.patterns, place.language
    said = said.strip(" \"“”'’*_")
    words = WORDS.findall(said)
    if not words or is_as_hard(said, level, language):
        return False
    if named := _CALLED_SO.match(said):
        return plainness(named["name"], language) > max(level + 0.3, _PLAIN)
    if patterns.not_meaning.match(said):
        return _NAMES.match(said) is not None
    is_number = said[0].isdigit() or len(words) < _MANY
    if (is_number and sum(map(str.isdigit, said)) > 1) or said.endswith(("®", "™")) or "®" in said:
        return False
    if _PRONOUNCED.search(said):
        return False
    if all(w[0].isupper() for w in words):  # acronyms, brands, names
        return False
    if len(words) == 1 and (words[0].isupper() or len(words[0]) < 3):
        return False
    if letters := _LETTERS.match(said):
        # "(CT, a kind of X-ray)", but not "(CSF, shown in blue)"
        rest = said[letters.end() :]
        return len(words) > 3 and not (letters[1] and patterns.not_meaning.match(rest))
    opens_well = patterns.aside.match(said) or patterns.genus_noun.match(said)
    if opens_well is not None and len(words) > 2:
        return not is_clause(said)  # "(the small ones are hard to see)"
    if opens_note(said, patterns) or (_KIND_THAT.match(said) and not is_clause(said)):
        return True
    if "," in said and _KINDS_THAT.match(said):
        return True
    # A few words that are no list, such as "groin (upper thigh)", say more than one word does.
    # "the chronic (ongoing) swelling": what stands between an adjective and its noun is its other name.
    phrase = (1 < len(words) < 5 and not _ITEMS.search(said)) or (
        len(words) == 1 and _BETWEEN.match(place.text, place.span.end) is not None
    )
    return plainness(said, language) > level + (0.0 if phrase else 0.3)
