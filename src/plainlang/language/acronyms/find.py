"""Find acronyms, and tell which of them everybody knows or need no explanation.

A candidate is written like an acronym; most are dropped: known to everybody, shouted words, labels
("stage IIIA", "Part D"), gene names, units, titles behind names. May not know pages nor findings.
"""

from __future__ import annotations

import re
from functools import lru_cache

from plainlang.findings import Span
from plainlang.language.frequency.zipf import zipf
from plainlang.language.subtags import primary
from plainlang.language.terms.jargon import is_everyday
from plainlang.language.terms.spanish_verbs import infinitives
from plainlang.patterns import compile_pattern
from plainlang.resources import rules_folder

# Two capitals at least, in one run of letters, digits and dots, or tied by & ("Q&A").
_CAPITAL = "[A-ZÁÉÍÓÚÑ]"
_MORE = r"[a-z]?[A-ZÁÉÍÓÚÑ0-9]*(?:[a-z][A-ZÁÉÍÓÚÑ0-9]+)*"  # what follows a first capital
# Spanish initials of a plural are doubled: "EE. UU.", "RR. HH."
_SET_PHRASE = compile_pattern(r"([A-Z])\1\.[\s\u00a0]?([A-Z])\2\.")
# Starts at the first capital, which is found faster than a small letter before it ("mRNA").
_TIED = r"[\w@#/.&$]"
_CANDIDATE = compile_pattern(
    rf"({_CAPITAL})(?=[a-z]{{0,2}}[A-ZÁÉÍÓÚÑ0-9.&-])"
    rf"(?:(?<!{_TIED}.)(?:(?<=[A-Z])\1\.[\s\u00a0]?([A-Z])\2\.|\.(?:{_CAPITAL}\.)+|(?<=[A-Z])&[A-Z])"
    rf"|(?:(?<!{_TIED}.)|(?<=[a-z].)(?<!{_TIED}..)|(?<=[a-z][a-z].)(?<!{_TIED}...))"
    rf"{_MORE}(?:-(?:{_CAPITAL}{_MORE}|\d+))*[a-z]?)(?![\w@]|\.[A-Za-z])"
)
_CAPITALS = compile_pattern(r"[A-ZÁÉÍÓÚÑ][a-z]?[.&-]?[A-ZÁÉÍÓÚÑ]|[A-Z]\d")
_ROMAN = compile_pattern(r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{2,3})[A-Ca-c]?$")
_NUMBERED = compile_pattern(
    r"(?:stages?|grades?|types?|groups?|class|classes|plans?|parts?|titles?|phases?|levels?|"
    r"hepatitis|vitamins?|blood type|category|schedule|appendix|section|form|option|step|table|"
    r"figure|factors?|chapter|room|item|box|strain|subtype|herpes|chromosome|estadios?|etapas?|"
    r"grados?|tipos?|grupos?|fases?|clases?|partes?|vitaminas?|factor|hepatitis|cuadro|tabla|"
    r"capítulo|sección|formulario)[\s\u00a0]+(?:\w+(?:,| or| and| o| y| to| a)[\s\u00a0]+)*$",
    re.IGNORECASE,
)
_GENE_AFTER = compile_pattern(
    r"[\s\u00a0-]+(?:\w+[\s\u00a0]+){0,2}(?:genes?|mutations?|mutant|mutated|proteins?|variants?|receptors?|fusion|"
    r"inhibitors?|oncogene|promoter|expression|methylation|rearrangements?|amplification|pathway|"
    r"positive|negative|signaling|kinase|mutación|mutaciones|inhibidor|inhibidores|genética)\b",
    re.IGNORECASE,
)
_GENE_BEFORE = compile_pattern(
    r"(?:genes?|mutations?|proteins?|called|gen|genes|mutaciones|proteína)[\s\u00a0,:(]+"
    r"(?:(?:in|called|de|en|el|the|such as)[\s\u00a0]+)*(?:[A-Z0-9-]+,?[\s\u00a0]+(?:and[\s\u00a0]+|or[\s\u00a0]+)?)*$"
)
# "Dales LG, Friedman GD": initials behind a surname.
_AUTHOR_BEFORE = compile_pattern(
    r"(?:^|[,;.&][\s\u00a0]|\band[\s\u00a0])(?:[a-z]+[\s\u00a0])?[A-Z][\w’'-]+[\s\u00a0]$"
)
_AUTHOR_AFTER = compile_pattern(r"[,;:.]|[\s\u00a0](?:Jr|and\b|&)|$")
_AFTER_PLACE = compile_pattern(r"[A-Z][\w.’'-]+,[\s\u00a0]*$")
_ZIP_AFTER = compile_pattern(r"[\s\u00a0]+\d{5}")
_STATES = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM "
    "NV NY OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY DC GU VI BC ON QC NSW".split()
)
_DOTTED = compile_pattern(r"(?:[A-Z]\.){2,}")
_NAME_AFTER = compile_pattern(r"[\s\u00a0]+[A-Z][a-z]")
_NUMBER_BEFORE = compile_pattern(r"\d\w*-$")
# Programs of hospitals and labels write units in capitals: "10 MG tablet", "100 UNIT/ML".
_UNITS = frozenset("CM DL FL GM KG KCAL LB LBS MEQ MG ML MM MMOL NG OZ PG UIU MIU".split())
_AMOUNT_BEFORE = compile_pattern(r"(?:\d[\s\u00a0-]?|[\s\u00a0]?(?:per|/)[\s\u00a0]?)$")
_CODE_AFTER = compile_pattern(r"[/\\][A-Z]{2,}|[\s\u00a0]\d|&[A-Z]")
_OPENS = compile_pattern(r"(?:^|[.!?][\s\u00a0])$")
_ADDRESS_BEFORE = compile_pattern(r"(?:https?:|www\.)\S*$")
_ADDRESS_AFTER = compile_pattern(r"\.(?:com|org|gov|edu|net|es|mx|html?)\b")
_CLOSING = compile_pattern(r"[)\]]")
_BLANK = compile_pattern(r"\s")
_LETTERS = compile_pattern(r"[^\W\d_]+")
# What is sent to a number: "Text QUIT to 47848", "Envíe GRIPE al 22828"
_SENT_BEFORE = compile_pattern(
    r"\b(?:text(?:ing)?|texto|send(?:ing)?|reply(?:ing)?|message|sms|env[ií]e|enviar?|mande|mandar?|responda|responder"
    r"|escriba|textee)[\s\u00a0]+(?:(?:with|back|the|la|con|word|keyword|palabra|código|code|mensaje|texto)[\s\u00a0]+)*"
    r"[\"“‘'«]?(?:[A-Z]+[\"”’'»]?[\s\u00a0]+(?:or|and|o|y)[\s\u00a0]+[\"“‘'«]?)?$",
    re.IGNORECASE,
)
_SENT_AFTER = compile_pattern(
    r"[\"”’'»]?(?:[\s\u00a0]+(?:or|and|o|y)[\s\u00a0]+[\"“‘'«]?[A-Z]+[\"”’'»]?)?"
    r"[\s\u00a0]+(?:to|at|a|al|al[\s\u00a0]número)[\s\u00a0]+[+(]?\d"
)
# Words of two and three letters, which people also write in capitals; longer ones by frequency.
_SHORT_WORDS = frozenset(
    "a age ago air all am an and any are as ask at bad bag be bed big bit both box bus but buy by call "
    "can cut dad day dear did die do dog don dry due each eat egg end eye far few fix flu fly for from "
    "full fun gas get go god guy had has hat he her hey hi him his hot how i if ill in is it "
    "its job key kid law leg let lid lie lip lot low mad man may me men mom more most mr mrs much "
    "mud must my new next no none nor not now odd of off oh oil old on one only or our out own pay per "
    "pin put raw red rub run sad saw say see set sex she sip sit six sky so some son soon stop such sun "
    "tax tea ten than that the then they this tie tip to toe too top toy try two up us "
    "use very was way we well were what when who why will win with won yes yet you your "
    "al con de del dos el en es la las lo los mas más más mi muy ni no o para por que qué se sea "
    "ser si sí sin su sus te tu un una usa usted y ya".split()
)
# Rarer words of what to do, which only frequency would take for acronyms.
_COMMANDS = frozenset("chew flush gargle lather lick peel spit swab swish".split())
_SHORT_SPANISH = frozenset(
    "acá ahí así año aún cae cal da dar das día dé era esa ese eso fin fue gas ha han hay haz hoy iba "
    "ir lea lee ley luz mal mar mes mil mis mía mío mí nos ojo oír pan paz pie piel pon río sal sed "
    "sol son soy tan tos tus tía tío uno uso van vas ve vea ven ver vez vía voy voz yo él".split()
)
_COMMON_VERB = 3.0  # Zipf of an infinitive
# Words that are acronyms too: in capitals among small letters they are meant as acronyms.
_ACRONYM_ANYWAY = frozenset(
    "ADD AIDS ALL APP ARM BAD BALL BEAR CAD CAP CAR CARE CARS CASH CAT CHAMPION CHIP CHOP COLD COPE "
    "COW CURE DASH DIP EAR FAST FAT FIT FLAIR GAD GERD HELP HIP HIT HOPE ICE LAD LEAP LEEP LIPS MAC "
    "MAP MARS MEN MOHS MOVE MS PACE PAD PAP PEP PET PICC PIP PREP RICE RID SAD SAFE SAM SARS SIDS "
    "SNAP SPECT STAR STEP TAP TIPS TRAM TURP WHO WIC".split()
) - {"ALL", "CARE", "HELP", "MEN", "TIPS", "HOPE", "CURE", "MOVE", "SAFE", "STEP", "FAST"}
_SPANISH_ACRONYM_ANYWAY = _ACRONYM_ANYWAY | {"ITS", "LES", "MAPA", "PAMI", "TARGA"}


def find_acronyms(text: str) -> list[Span]:
    """Return what is written like an acronym in `text`, known or not, in order.

    A plural's -s belongs to it, a hyphenated word does not ("HIV" in "HIV-positive").
    """
    found = []
    for m in _CANDIDATE.finditer(text):
        start, end = m.span()
        while start and "a" <= text[start - 1] <= "z":
            start -= 1
        if _is_acronym_form(text[start:end]):
            found.append(Span(start, end))
    return found if found and _CAPITALS.search(text) else []


@lru_cache(maxsize=4096)
def _is_acronym_form(word: str) -> bool:
    """Tell whether `word` has the capitals of an acronym: "mRNA", "HbA1c", not "PubMed" or "A1"."""
    capitals = sum(map(str.isupper, word))
    return capitals >= 2 and (word[1:].isupper() or capitals * 2 >= sum(map(str.isalpha, word)))


def why_known_acronym(word: str, language: str, *, before: str, after: str) -> str | None:
    """Return why `word`, written like an acronym, needs no explanation, or None when it does.

    Args:
        word: as it is written.
        language: whose list of known acronyms to use.
        before, after: the text around it, which tells labels, states, genes, titles and shouting.
    """
    language = primary(language)
    everybody = known_acronyms(language)

    def is_known(*forms: str) -> bool:
        return not everybody.isdisjoint(forms)

    single, parts = singular(word), word.split("-")
    if is_known(word, single, single.replace(".", "")) or (
        len(parts) > 1 and all(is_known(p, singular(p)) or not p.isalpha() for p in parts)
    ):
        return "known to most readers"
    if any(c.isdigit() for c in word):
        return "a code or a gene, not initials"
    if "&" in word or _SET_PHRASE.fullmatch(word):
        return "a name or a set phrase"
    if _ROMAN.match(word) or (len(word) < 5 and _NUMBERED.search(before[-40:])):
        return "a numeral or a label"
    if _is_shouted(word, before, after, language):
        return "a word in capitals"
    return _place_or_name(word, before, after)


def _place_or_name(word: str, before: str, after: str) -> str | None:
    """Return why the text around `word` shows that it is no acronym to explain, or None."""
    if after[:1] in ("®", "™") or after[:2] == "\u00a0®":
        return "a brand"
    if word in _STATES and (_AFTER_PLACE.search(before) or _ZIP_AFTER.match(after)):
        return "a state"
    if _DOTTED.fullmatch(word) and _NAME_AFTER.match(after):
        return "initials of a name"
    if is_gene(word, before, after):
        return "a gene or a protein"
    if len(word) < 4 and _AUTHOR_BEFORE.search(before) and _AUTHOR_AFTER.match(after):
        return "initials of a name"
    if _is_pronunciation(before, after):
        return "how a word is said"
    if _NUMBER_BEFORE.search(before):
        return "part of a number"
    if word.upper() in _UNITS and _AMOUNT_BEFORE.search(before):
        return "a unit"
    if _CODE_AFTER.match(after):
        return "a pattern or a code"
    if after[:2] == ": " and after[2:3].isupper() and _OPENS.search(before):
        return "a label before what it stands for"
    if _SENT_AFTER.match(after) and _SENT_BEFORE.search(before):
        return "a word to send"
    if _ADDRESS_BEFORE.search(before) or _ADDRESS_AFTER.match(after):
        return "part of an address"
    return None


def is_gene(word: str, before: str, after: str) -> bool:
    """Tell whether the text around a word in capitals shows that it is a gene or a protein."""
    if len(word) < 3 or sum(map(str.isupper, word)) < 3:
        return False
    return bool(_GENE_AFTER.match(after) or _GENE_BEFORE.search(before))


def _is_pronunciation(before: str, after: str) -> bool:
    """Tell whether a syllable in capitals shows how a word is said: "(ah-RITH-me-ahs)"."""
    opening = max(before.rfind("("), before.rfind("["))
    closing = _CLOSING.search(after)
    inside = opening > max(before.rfind(")"), before.rfind("]"))
    left = before[opening + 1 :] if inside else _BLANK.split(before)[-1]
    right = after[: closing.start()] if inside and closing else _BLANK.split(after, 1)[0]
    around = _LETTERS.findall(left) + _LETTERS.findall(right)
    small = [syllable for syllable in around if syllable.islower()]
    strange = [syllable for syllable in small if len(syllable) < 6 and zipf(syllable) < 3.3]
    tied = left.endswith("-") or right.startswith("-")
    if inside and len(around) < 12 and strange and len(strange) * 2 >= len(small):
        return True
    return tied and len(around) >= 2 and len(small) >= 1 and (bool(strange) or inside)


def singular(word: str) -> str:
    """Return an acronym without its plural -s: "MRIs" gives "MRI"."""
    return word[:-1] if len(word) > 2 and word[-1] == "s" and word[-2].isupper() else word


def _is_shouted(word: str, before: str, after: str, language: str) -> bool:
    """Tell whether `word` is a plain word of its language in capitals, for itself or among others."""
    letters = [c for c in word if c.isalpha()]
    if not all(c.isupper() for c in letters):
        return False
    low = word.lower()
    near = _LETTERS.findall(before[-40:])[-2:] + _LETTERS.findall(after[:40])[:2]
    loud = [w for w in near if len(w) > 3 and w.isupper()]
    if len(letters) > 6 or len(loud) >= 2:
        return True
    spanish = language == "es"
    if word in (_SPANISH_ACRONYM_ANYWAY if spanish else _ACRONYM_ANYWAY):
        return False
    if low in _SHORT_WORDS or low in _COMMANDS or (spanish and low in _SHORT_SPANISH):
        return True
    if len(word) < 4:
        return False
    common = zipf(low, language)
    if common >= (3.9 if len(word) == 4 else 3.1) or (common >= 3.3 and loud):
        return True  # few acronyms have five letters
    return is_everyday(low, language) or (spanish and _is_verb(low))


def _is_verb(word: str) -> bool:
    """Tell whether a Spanish word is a form of a common verb: "acuda", "lávese"."""
    return any(zipf(verb, "es") >= _COMMON_VERB for verb in infinitives(word))


@lru_cache(maxsize=4)
def known_acronyms(language: str) -> frozenset[str]:
    """Return the acronyms that everybody knows who reads a language (a primary subtag)."""
    file = rules_folder() / "words" / language / "known-acronyms.txt"
    if not file.is_file():
        return frozenset()
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())
