"""See that the words right beside a term say what its entry says: "fatigue (tiredness)".

How plain an explanation is cannot always be told from how common its words are. Where the lexicon
knows what a term means, shared words tell. May not know pages, rules or the lexicon.
"""

from __future__ import annotations

import re
from functools import lru_cache

from plainlang.findings import Span
from plainlang.language.definitions.patterns import opening
from plainlang.patterns import compile_pattern

# What opens an explanation behind the term; the noun of an adjective may stand before a bracket.
_BEHIND = compile_pattern(
    r"(?:\s[\w’'-]+){0,2}\s?[(\[](?!(?:including|such|like|see|with|e\.g|for\s+example|incluid|como|vea)\b)"
    r"|\s?[—–*]\s?|,\s(?:which|that)\s(?:is|are|means?)\s|,\s(?:que|es\s+decir)\s",
    re.IGNORECASE,
)
# "An EKG is a test that …", "Angina is chest pain …" at the start of a sentence. Without an article,
# only the next words may tell: no "Shingles is contagious while the rash …".
_IS = compile_pattern(
    r"\s(?:is|are|means?|es|son|significa)\s"
    r"(?:(?=(?:an?|the|when|where|un|una|el|la|los|las)\s)|(?=((?:[\w’'-]+\s){0,2}[\w’'-]+)))",
    re.IGNORECASE,
)
# "Gout is a common cause of foot pain" has words of its meaning by chance.
_CAUSE = compile_pattern(
    r"(?:(?:an?|the|one\sof\sthe|una?|el|la|una?\sde\slas)\s)?(?:[\w-]+\s){0,3}?(?:causes?|signs?|symptoms?|effects?"
    r"|factors?|reasons?|results?|causas?|signos?|síntomas?|efectos?|factor(?:es)?)\b",
    re.IGNORECASE,
)
# "The A1C test measures your blood sugar": what a test shows is what it is.
_SHOWS = compile_pattern(
    r"\s(?:tests?\s|scans?\s|exams?\s)?(?:measures?|shows?|checks?|tells?|looks?\s(?:at|for)"
    r"|miden?|muestran?|revisan?|detectan?|indican?|buscan?)\s",
    re.IGNORECASE,
)
_OPENS = compile_pattern(
    r"(?:^|[.!?]\s)(?:(?:an?|the|your|un|una|el|la|los|las|sus?)\s)?$", re.IGNORECASE
)
_OPENING = 7  # characters that hold the end of a sentence and an article
_COLON = compile_pattern(r":\s")  # behind the label of a list
_OR_BEHIND = compile_pattern(r",\s(?:or|o|u)\s", re.IGNORECASE)
_OR_WORD = compile_pattern(r"\s(?:or|o|u)\s([\w’'-]+)", re.IGNORECASE)
_BRACKET = compile_pattern(r"\s[(\[]([^()\[\]]+)[)\]]")
_NAMES = compile_pattern(r",\s|\s(?:or|o|u)\s")
_JOINS = (" or ", " o ", " u ", " (")
_WORDS_OR = compile_pattern(r"((?:[\w’'-]+\s){0,3}[\w’'-]+)\s(?:or|o|u)\s$", re.IGNORECASE)
_BEFORE = compile_pattern(r"((?:[\w’'-]+\s){0,3}[\w’'-]+)(,\s(?:or|o|u)\s|\s\()$", re.IGNORECASE)
# What the patterns above that stand behind a term open with.
_GOES_ON = opening(
    r"[(\[—–*]|:\s|,\s(?:which|that|que|es|or|[ou])\s|,\s[a-z]*[^\W\d_a-z]|or\s|[ou]\s"
)
_VERB = opening(
    r"is|are|mean|es|son|significa|test|scan|exam|measure|show|check|tell|look"
    r"|mide|muestra|revisa|detecta|indica|busca"
)
_BRACKET_AHEAD = compile_pattern(r"(?:\s[\w’'-]++){1,2}+\s?[(\[]")
_END = compile_pattern(r"[()\[\]—–;:.!?•\n]")
_WORD = compile_pattern(r"[^\W\d_]+")
_OF = compile_pattern(r"\b(?:of|in|for|del?|en|para)\s(?:the\s|la\s|el\s)?$", re.IGNORECASE)
_IS_SPANISH = ("es", "son", "significa")
_SHORT = 3  # letters of "una", "que", "del"
_LABEL = 6  # words, at most, up to the end of a list's label
_REACH = 110  # characters of an explanation that are looked at
_STEM = 5  # letters that two forms of a word share
# Words that many explanations share, so that they tell nothing of one.
_GENERAL = frozenset(
    "about after all also and are because been being body but can care cause caused causes comes"
    " disease diseases doctor doctors does drug drugs for from gets goes health helps her his how"
    " illness into its kind like made make makes many means medicine more most much not often one"
    " other our out part parts people person problem problems some stuff such test tests than that"
    " the their them then these they thing things this time treatment treats trouble use used uses"
    " very was way ways were what when where which who will with you your"
    " algo como con cosas cuando cuerpo del donde enfermedad esta este las los médico medicina no"
    " para parte partes persona personas por problema que salud son sus tipo tratamiento una unas"
    " unos".split()
)  # fmt: skip


def may_tell(text: str, term: Span) -> bool:
    """Tell whether there is anything beside a term that `meaning_beside` would look at."""
    return (
        _GOES_ON.match(text, term.end) is not None
        or _BRACKET_AHEAD.match(text, term.end) is not None
        or text.endswith(_JOINS, 0, term.start)
        or (_VERB.match(text, term.end) is not None and _opens_sentence(text, term))
    )


def _opens_sentence(text: str, term: Span) -> bool:
    return _OPENS.search(text[max(0, term.start - _OPENING) : term.start]) is not None


def meaning_beside(text: str, term: Span, plain: str, definition: str) -> Span | None:
    """Return the words beside a term that say what it means, or None.

    Behind it: in brackets, behind a dash, ", or", ", which is", the colon of a list's label, or "is" or
    "measures" when the term opens its sentence.
    Before it: "opens, or dilates", "where hormones attach (receptors)". They have to share a
    telling word with `plain`, the everyday words for the term, or two with its `definition`; two
    forms of a word count as one. What an acronym's letters stand for does not say what it means.
    """
    if listed := _as_listed(text, term, (definition, plain)):
        return listed
    simple, full = _stems_of_entry(plain), _stems_of_entry(definition)
    before = text[max(0, term.start - 60) : term.start]
    found = _BEHIND.match(text, term.end) or _behind_label(text, term)
    if found is None and _opens_sentence(text, term):
        found = _IS.match(text, term.end)
        if found is not None and (
            _CAUSE.match(text, found.end())
            or (found[1] and not _stems(found[1]) & simple)
            or _is_a_quality(found, plain)
        ):
            found = None
        found = found or _SHOWS.match(text, term.end)
    if found is None and "," not in before[-40:]:  # else "or" ends a list
        found = _OR_BEHIND.match(text, term.end)
        if found is not None and (comma := text.find(", ", found.end())) >= 0:
            text = text[:comma]
    if found is not None:
        stop = min(len(text), found.end() + _REACH)
        end = _END.search(text, found.end(), stop)
        said = Span(found.end(), end.start() if end else stop)
        if text[slice(*term)].lower() in text[slice(*said)].lower():
            return None
        if not _spells_out(text[slice(*said)], text[slice(*term)]) and _tells(
            text[slice(*said)], simple, full
        ):
            return said
    same = _OR_WORD.match(text, term.end)  # "pulmonary or lung"
    if same is not None and _is_all_of(same[1], plain):
        return Span(*same.span(1))
    return _said_before(before, text, term, simple, full)


def _is_a_quality(found: re.Match[str], plain: str) -> bool:
    """Tell whether Spanish words without an article say how a thing is, not what: "son pequeños".

    The noun that says what it is comes first: "bulto pequeño".
    """
    nouns = [w for w in _WORD.findall(plain) if len(w) > _SHORT]
    return (
        found[1] is not None
        and found[0].strip().lower() in _IS_SPANISH
        and _stems(nouns[0] if nouns else "").isdisjoint(_stems(found[1]))
    )


def _is_all_of(word: str, plain: str) -> bool:
    """Tell whether a word is all of one of the plain words: not "tenderness or pain" of "pain when touched"."""
    said = _stems(word)
    return any((stems := _stems(name)) and stems <= said for name in _NAMES.split(plain))


def _said_before(
    before: str, text: str, term: Span, simple: frozenset[str], full: frozenset[str]
) -> Span | None:
    """Return the words in `before`, which ends at the term, that say what it means."""
    start = term.start - len(before)
    if not before.endswith(_JOINS):
        return None
    in_brackets = before.endswith("(")
    # "mucus or sputum", "problems holding urine or incontinence"
    same = None if in_brackets else _WORDS_OR.search(before)
    # not "exercises from your GP or physiotherapist": it is the last words that "or" joins
    if same is not None and "," not in before[-40:]:
        if _stems(" ".join(same[1].split()[-2:])) & simple:
            return Span(start + same.start(1), start + same.end(1))
    ahead = _BEFORE.search(before) if in_brackets or "," in before[-5:] else None
    if ahead is None or text[slice(*term)].isupper():
        return None
    if ahead[2].startswith(","):
        stands = "," not in before[: ahead.start(2)][-40:]
    else:
        # not a list without commas: "Cervical Cancer (Human Papillomavirus) Diphtheria"
        stands = text.startswith(")", term.end) and not text[term.end + 2 : term.end + 3].isupper()
    if stands and _tells(ahead[1], simple | full, frozenset()):
        return Span(start + ahead.start(1), start + ahead.end(1))
    return None


def _behind_label(text: str, term: Span) -> re.Match[str] | None:
    """Return the colon behind a term that is the label of a list's item."""
    found = _COLON.match(text, term.end)
    if found is None or len(text[: term.end].split()) > _LABEL or _OF.search(text[: term.start]):
        return None
    return found


def _as_listed(text: str, term: Span, meanings: tuple[str, ...]) -> Span | None:
    """Return what a fix has put in brackets, however it reads."""
    bracket = _BRACKET.match(text, term.end)
    for words in filter(None, meanings):
        if bracket and (bracket[1] == words or bracket[1].endswith(f", {words}")):
            return Span(bracket.end(1) - len(words), bracket.end(1))
    return None


def _spells_out(said: str, term: str) -> bool:
    """Tell whether `said` is just what the letters of `term` stand for."""
    return term.isupper() and "".join(w[0] for w in _WORD.findall(said)).upper() == term


def _tells(said: str, simple: frozenset[str], full: frozenset[str]) -> bool:
    stems = _stems(said)
    return bool(stems & simple) or len(stems & full) > 1


@lru_cache(maxsize=2048)
def _stems_of_entry(words: str) -> frozenset[str]:
    """Return the stems of what the lexicon says; a term's uses ask for the same."""
    return _stems(words)


def _stems(text: str) -> frozenset[str]:
    # What a text denies is told by its word, too: "noncancerous", "not cancer".
    words = (w.lower().removeprefix("non") for w in _WORD.findall(text))
    return frozenset(
        (w[:-1] if w.endswith("s") else w)[:_STEM]
        for w in words
        if len(w) > 3 and w not in _GENERAL
    )
