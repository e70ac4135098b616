"""Notes: what lists of words put behind a term, with no verb and often no article.

"Edema – swelling of the legs", "Swelling in your feet", "Falta de aire". Looks at the note alone.
"""

from __future__ import annotations

import re

from plainlang.language.definitions.patterns import Patterns
from plainlang.language.terms.plainness import plainness
from plainlang.patterns import compile_pattern

# What English notes say a thing is; no noun that is a verb, too: "Test your blood" is no note.
_NOUNS = r"""swelling|inflammation|infections?|irritation|redness|soreness|bleeding|blood|bruising|fluid|pus|mucus|cancers?|tumou?rs?
    |lumps?|growths?|cells?|tissue|scarring|scars?|illness(?:es)?|diseases?|conditions?|disorders?|problems?|trouble|difficulty
    |loss|lack|shortage|blockages?|narrowing|hardening|widening|thinning|weakness|numbness|tingling|itching|itchiness
    |stiffness|tiredness|dizziness|feelings?|inability|failure|build-?up|buildup|collections?|removal|surgery|operations?|therapy
    |medicines?|medications?|drugs?|vaccines?|chemicals?|substances?|hormones?|proteins?|germs?|bacteria|virus(?:es)?|tubes?
    |glands?|organs?|muscles?|bones?|nerves?|doctors?|specialists?|people|pain|pains|aches?|pressure|openings?|clots?|blisters?|sacs?"""
_KIND = r"""severe|sudden|bad|mild|rare|small|large|tiny|extra|high|low|long|short|long-term|short-term|too\s+much|too\s+little
    |not\s+enough|thick|thin|hard|soft|red|painful|heavy|slow|fast|swollen|abnormal|\w{3,}(?:al|ous|ic|ive|ful)"""
_NOTE = compile_pattern(
    rf"""(?:(?:{_KIND})\s+){{0,2}}(?:[a-z]+\s+)?(?<!\bthe\s)(?:{_NOUNS})\s+
    (?:of|in|that|which|who|whose|when|where|caused|from|around|under|between|inside|behind|near|used|made|with|through
    |breathing|swallowing|sleeping|seeing|hearing|walking|thinking|urinating|to\s+[a-z]+)\b
    |(?:high|low|fast|slow)\s+(?:blood|heart)\s+(?:pressure|sugar|rate|beat)\b
    |(?:too\s+much|too\s+little|not\s+enough|lack\s+of|loss\s+of|shortness\s+of)\s
    |(?:when|where)\s+(?:the|an?|your|you|there|some|part|blood|cells|fluid)\s[^,]*$""",
    re.IGNORECASE | re.VERBOSE,
)

_SHORT_NOTE = compile_pattern(
    r"\W*(?:(?:trouble|difficulty|problems?)\s[a-z]+ing|(?:dificultad|problemas?)\s[a-záéíóúñ]+)\W*$",
    re.IGNORECASE,
)

# "sepsis -- the nurses acted fast": what happened tells of no word what it means.
_HAPPENED = compile_pattern(
    r"(?:(?:an?|the)\s(?:(?!that\b|which\b|who\b|where\b|when\b|is\b|are\b|of\b)[\w’'-]+\s){1,3}?"
    r"(?:(?:went|took|gave|came|ran|saw|began|got|said|told|felt|fell|grew|knew|spoke|did|kept|brought|sent)\b"
    r"|(?!(?:called|named|termed|labeled|considered)\b)\w{2,}ed\s(?:the|an?|his|her|him|them|it|my|me|our|us|their|your|you"
    r"|fast|quickly|quick|soon|well|at\sonce|right\saway)\b)"
    r"|(?:el|la|los|las|una?)\s(?!\w+\s(?:que|donde|cuando)\s)\w+\s(?:\w+\s)?(?:se\s)?\w+(?:ó|aron|ieron)\b)",
    re.IGNORECASE,
)
SEE = compile_pattern(r"(?:see|go\sto|vea|véase|ver|consulte|(?:p\.|page|página))\s", re.IGNORECASE)
_CLAUSE = compile_pattern(
    r"(?:\S+\s){1,8}?(?:is|are|was|were|may|might|can|could|will|would|should|must|has|have|had|does|do|did"
    r"|es|son|puede|pueden|debe|deben|tiene|tienen|va|será)\s",
    re.IGNORECASE,
)
# "A treatment that …", "The lining of …": the noun is said to be of some kind.
_OF_A_KIND = compile_pattern(
    r"(?:an?|any|one|the|una?|el|la|los|las)\s(?!(?:nurse|doctor|person|friend|team|member|enfermer[oa]|médic[oa])\s(?:in|from|of|at|on|de|en)\s)"
    r"(?:[\w-]+,?\s){1,5}?(?:that|which|who|whose|where|when|of|in|for|to|used|made"
    r"|caused|from|with|around|between|que|donde|del?|en|para|con|por|como|entre)\s",
    re.IGNORECASE,
)
_THAT = compile_pattern(r"\s(?:that|which|who|whose|where|when|que|donde|cuando)\s")
_SOMEONE = compile_pattern(r"(?:[\w-]+\s){0,3}[a-z]+rs\swho\s")  # "Trained caregivers who …"
_LONGEST_NOTE = 40

# "fatigue, the doctor may …": a clause
_WITH_ARTICLE = compile_pattern(
    r"(?:an?|the|any|one|your|another)\s(?:(?!that\b|which\b|who\b|where\b|when\b)[\w’'-]+\s){1,7}?"
    r"(?:is|are|was|were|may|might|can|could|will|would|should|must|has|have|had|does|do|did)\b",
    re.IGNORECASE,
)


def is_clause(said: str) -> bool:
    """Tell whether a text is a clause of its own: "the doctor may …"."""
    return _WITH_ARTICLE.match(said) is not None


def tells_what_happened(said: str) -> bool:
    """Tell whether a text is a clause of its own in the past, with a subject and its verb."""
    return _HAPPENED.match(said) is not None


def is_short_meaning(said: str, equals: bool, level: float, language: str) -> bool:
    """Tell whether one or two words behind a colon or an equals sign say what a thing is.

    They have to be plainer than it is, and behind a colon a note: not "Warfarin: two pills".
    """
    if any(map(str.isdigit, said)) or not (equals or _SHORT_NOTE.match(said)):
        return False
    return plainness(said, language) > level + 0.3


def opens_note(said: str, patterns: Patterns) -> bool:
    """Tell whether a text opens as a note that says what a thing is."""
    return (_NOTE if patterns.or_ == "or" else patterns.genus).match(said) is not None


def tells_what(said: str, patterns: Patterns) -> bool:
    """Tell whether a note says what a thing is, not what to do or what happens."""
    if len(said.split()) > _LONGEST_NOTE or SEE.match(said):
        return False
    if patterns.restates.match(said) or opens_note(said, patterns) or _SOMEONE.match(said):
        return True
    found = _OF_A_KIND.match(said)
    if found is None or patterns.empty_genus.match(said):
        return False
    # "A nurse in the ward will call you" is no note; "A test that can find cancer" is one.
    end = _THAT.search(said)
    return _CLAUSE.match(said[: end.start()] if end else said) is None
