"""Find acronyms that a page uses but never explains.

A candidate is written like an acronym; most are dropped: known to everybody, shouted words, labels
("stage IIIA", "Part D"), gene names, units, titles behind names. What the page explains anywhere is
not undefined: a rule that asks whether the explanation comes too late looks for itself. May not know
pages beyond their passages, nor findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from plainlang.findings import Span
from plainlang.language.abbreviations import find_abbreviations
from plainlang.language.frequency import zipf
from plainlang.language.lexicon import primary
from plainlang.language.passage import Passage
from plainlang.resources import rules_folder

# Two capitals at least, in one run of letters, digits and dots, or tied by & ("Q&A").
_PIECE = r"[A-ZÁÉÍÓÚÑ][a-z]?[A-ZÁÉÍÓÚÑ0-9]*(?:[a-z]?[A-ZÁÉÍÓÚÑ0-9]+)*"
_CANDIDATE = re.compile(
    rf"(?<![\w@#/.&$])(?:(?:[A-ZÁÉÍÓÚÑ]\.){{2,}}|[A-Z]&[A-Z]|[a-z]{{0,2}}{_PIECE}(?:-(?:{_PIECE}|\d+))*"
    r"[a-z]?)(?![\w@]|\.[A-Za-z])"
)
_CAPITALS = re.compile(r"[A-ZÁÉÍÓÚÑ][a-z]?[.&-]?[A-ZÁÉÍÓÚÑ]|[A-Z]\d")
_ROMAN = re.compile(r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{2,3})[A-Ca-c]?$")
_NUMBERED = re.compile(
    r"(?:stages?|grades?|types?|groups?|class|classes|plans?|parts?|titles?|phases?|levels?|"
    r"hepatitis|vitamins?|blood type|category|schedule|appendix|section|form|option|step|table|"
    r"figure|factors?|chapter|room|item|box|strain|subtype|herpes|chromosome|estadios?|etapas?|"
    r"grados?|tipos?|grupos?|fases?|clases?|partes?|vitaminas?|factor|hepatitis|cuadro|tabla|"
    r"capítulo|sección|formulario)[\s\u00a0]+(?:\w+(?:,| or| and| o| y| to| a)[\s\u00a0]+)*$",
    re.IGNORECASE,
)
_GENE_AFTER = re.compile(
    r"[\s\u00a0-]+(?:\w+[\s\u00a0]+){0,2}(?:genes?|mutations?|mutant|mutated|proteins?|variants?|receptors?|fusion|"
    r"inhibitors?|oncogene|promoter|expression|methylation|rearrangements?|amplification|pathway|"
    r"positive|negative|signaling|kinase|mutación|mutaciones|inhibidor|inhibidores|genética)\b",
    re.IGNORECASE,
)
_GENE_BEFORE = re.compile(
    r"(?:genes?|mutations?|proteins?|called|gen|genes|mutaciones|proteína)[\s\u00a0,:(]+"
    r"(?:(?:in|called|de|en|el|the|such as)[\s\u00a0]+)*(?:[A-Z0-9-]+,?[\s\u00a0]+(?:and[\s\u00a0]+|or[\s\u00a0]+)?)*$"
)
_CREDIT = re.compile(
    r"\b(?:credits?|courtesy|photos?|image|source|illustration|©|copyright|crédito|foto|fuente)\b[:\s]|©",
    re.IGNORECASE,
)
_CITATION = re.compile(
    r"\bet al\b|\bdoi:|\b(?:19|20)\d\d;\s?\d+|\bPMID\b|\d+\s?\([^)]{1,14}\):\s?[A-Z]?\d+|"
    r"\d+:\s?[A-Z]?\d+-\d+,\s(?:19|20)\d\d|\[PUBMED|\beds?\.:",
    re.IGNORECASE,
)
# "Dales LG, Friedman GD": initials behind a surname.
_AUTHOR_BEFORE = re.compile(
    r"(?:^|[,;.&][\s\u00a0]|\band[\s\u00a0])(?:[a-z]+[\s\u00a0])?[A-Z][\w’'-]+[\s\u00a0]$"
)
_AUTHOR_AFTER = re.compile(r"[,;:.]|[\s\u00a0](?:Jr|and\b|&)|$")
_SYLLABLES = re.compile(r"[A-Za-zé]+(?:-[A-Za-zé]+)+$")
_AFTER_PLACE = re.compile(r"[A-Z][\w.’'-]+,[\s\u00a0]*$")
_ZIP_AFTER = re.compile(r"[\s\u00a0]+\d{5}")
_STATES = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM "
    "NV NY OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY DC GU VI BC ON QC NSW".split()
)
_NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]+,?[\s\u00a0]+(?:[A-Za-z.-]+,[\s\u00a0]+)*$")
# Words of two and three letters, which people also write in capitals; longer ones by frequency.
_SHORT_WORDS = frozenset(
    "a all am an and any are as ask at be big both but buy by call can day dear did do don each eat "
    "end far few for from full get go god had has hat he her hey hi him his hot how i if in is it "
    "its job key let lot low mad man may me men more most mr mrs much must my new next no none nor "
    "not now odd of off old on one only or our out own per put red run sad saw say see set sex she "
    "sit six so some soon stop such ten than that the then they this tip to too top try two up us "
    "use very was way we well were what when who why will win with won yes yet you your "
    "al con de del dos el en es la las lo los mas más más mi muy ni no o para por que qué se sea "
    "ser si sí sin su sus te tu un una usa usted y ya".split()
)
# Words that are acronyms too: in capitals among small letters they are meant as acronyms.
_ACRONYM_ANYWAY = frozenset(
    "ADD AIDS ALL APP ARM BAD BALL BEAR CAD CAP CAR CARE CARS CASH CAT CHAMPION CHIP CHOP COLD COPE "
    "COW CURE DASH DIP EAR FAST FAT FIT FLAIR GAD GERD HELP HIP HIT HOPE ICE LAD LEAP LEEP LIPS MAC "
    "MAP MARS MEN MOHS MOVE MS PACE PAD PAP PEP PET PICC PIP PREP RICE RID SAD SAFE SAM SARS SIDS "
    "SNAP SPECT STAR STEP TAP TIPS TRAM TURP WHO WIC".split()
) - {"ALL", "CARE", "HELP", "MEN", "TIPS", "HOPE", "CURE", "MOVE", "SAFE", "STEP", "FAST"}


class Use(NamedTuple):
    """A place where an acronym stands: the passage's index and the span in its text."""

    passage: int
    span: Span


class UndefinedAcronym(NamedTuple):
    """An acronym that no passage explains: its first use and all the others."""

    short: str
    passage: int
    span: Span
    others: tuple[Use, ...]


def find_acronyms(text: str) -> list[Span]:
    """Return what is written like an acronym in `text`, known or not, in order.

    A plural's -s belongs to it, a hyphenated word does not ("HIV" in "HIV-positive").
    """
    if not _CAPITALS.search(text):
        return []
    return [Span(*m.span()) for m in _CANDIDATE.finditer(text) if _is_acronym_form(m[0])]


def _is_acronym_form(word: str) -> bool:
    """Tell whether `word` has the capitals of an acronym: "mRNA", "HbA1c", not "PubMed" or "A1"."""
    capitals = sum(c.isupper() for c in word)
    return capitals >= 2 and (word[1:].isupper() or capitals * 2 >= sum(map(str.isalpha, word)))


def is_known_acronym(
    word: str, language: str = "en", *, before: str = "", after: str = "", known: Iterable[str] = ()
) -> bool:
    """Tell whether `word`, written like an acronym, needs no explanation.

    Args:
        word: as it is written.
        language: whose list of known acronyms to use.
        before, after: the text around it, which tells labels, states, genes, titles and shouting.
        known: more acronyms that the readers know.
    """
    return why_known_acronym(word, language, before=before, after=after, known=known) is not None


def why_known_acronym(
    word: str, language: str = "en", *, before: str = "", after: str = "", known: Iterable[str] = ()
) -> str | None:
    """Return why `word` needs no explanation (see `is_known_acronym`), or None when it does."""
    single = singular(word)
    if {word, single} & _known(primary(language)) or {word, single} & set(known):
        return "known to most readers"
    bare = single.replace(".", "")
    if "-" in word and all(
        {part, singular(part)} & (_known(primary(language)) | set(known)) or not part.isalpha()
        for part in word.split("-")
    ):
        return "known to most readers"
    if "." in single and bare in _known(primary(language)):
        return "known to most readers"
    if any(c.isdigit() for c in word):
        return "a code or a gene, not initials"
    if "&" in word:
        return "a name or a set phrase"
    if _ROMAN.match(word) or (len(word) < 5 and _NUMBERED.search(before[-40:])):
        return "a numeral or a label"
    if _is_shouted(word, before, after):
        return "a word in capitals"
    return _place_or_name(word, before, after)


def _place_or_name(word: str, before: str, after: str) -> str | None:
    """Return why the text around `word` shows that it is no acronym to explain, or None."""
    if after[:1] in ("®", "™") or after[:2] == "\u00a0®":
        return "a brand"
    if word in _STATES and (_AFTER_PLACE.search(before) or _ZIP_AFTER.match(after)):
        return "a state"
    if re.fullmatch(r"(?:[A-Z]\.){2,}", word) and re.match(r"[\s\u00a0]+[A-Z][a-z]", after):
        return "initials of a name"
    if _is_gene(word, before, after):
        return "a gene or a protein"
    if len(word) < 4 and _AUTHOR_BEFORE.search(before) and _AUTHOR_AFTER.match(after):
        return "initials of a name"
    if _is_pronunciation(before, after):
        return "how a word is said"
    if re.search(r"\d\w*-$", before):
        return "part of a number"
    if re.match(r"[/\\][A-Z]{2,}|[\s\u00a0]\d|&[A-Z]", after):
        return "a pattern or a code"
    if after[:2] == ": " and after[2:3].isupper() and re.search(r"(?:^|[.!?][\s\u00a0])$", before):
        return "a label before what it stands for"
    if re.search(r"(?:https?:|www\.)\S*$", before) or re.match(
        r"\.(?:com|org|gov|edu|net|es|mx|html?)\b", after
    ):
        return "part of an address"
    return None


def _is_gene(word: str, before: str, after: str) -> bool:
    if len(word) < 3 or sum(map(str.isupper, word)) < 3:
        return False
    return bool(_GENE_AFTER.match(after) or _GENE_BEFORE.search(before))


def _is_pronunciation(before: str, after: str) -> bool:
    """Tell whether a syllable in capitals shows how a word is said: "(ah-RITH-me-ahs)"."""
    opening = max(before.rfind("("), before.rfind("["))
    closing = re.search(r"[)\]]", after)
    inside = opening > max(before.rfind(")"), before.rfind("]"))
    left = before[opening + 1 :] if inside else re.split(r"\s", before)[-1]
    right = after[: closing.start()] if inside and closing else re.split(r"\s", after)[0]
    around = re.findall(r"[^\W\d_]+", left) + re.findall(r"[^\W\d_]+", right)
    small = [syllable for syllable in around if syllable.islower()]
    strange = [syllable for syllable in small if len(syllable) < 6 and zipf(syllable) < 3.3]
    tied = left.endswith("-") or right.startswith("-")
    if inside and len(around) < 12 and strange and len(strange) * 2 >= len(small):
        return True
    return tied and len(around) >= 2 and len(small) >= 1 and (bool(strange) or inside)


def singular(word: str) -> str:
    """Return an acronym without its plural -s: "MRIs" gives "MRI"."""
    return word[:-1] if len(word) > 2 and word[-1] == "s" and word[-2].isupper() else word


def _is_shouted(word: str, before: str, after: str) -> bool:
    """Tell whether `word` is a plain word in capitals, for itself or among others."""
    letters = [c for c in word if c.isalpha()]
    if not all(c.isupper() for c in letters):
        return False
    low = word.lower()
    near = re.findall(r"[^\W\d_]+", before[-40:])[-2:] + re.findall(r"[^\W\d_]+", after[:40])[:2]
    loud = [w for w in near if len(w) > 3 and w.isupper()]
    if len(letters) > 6 or len(loud) >= 2:
        return True
    if word in _ACRONYM_ANYWAY:
        return False
    if low in _SHORT_WORDS:
        return True
    return len(word) > 3 and (zipf(low) >= 3.9 or (zipf(low) >= 3.3 and bool(loud)))


@lru_cache(maxsize=4)
def _known(language: str) -> frozenset[str]:
    file = rules_folder() / "words" / language / "known-acronyms.txt"
    if not file.is_file():
        return frozenset()
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


def undefined_acronyms(
    passages: Sequence[Passage], language: str = "en", known: Iterable[str] = ()
) -> list[UndefinedAcronym]:
    """Return the acronyms that `passages` use and never explain, in order of their first use.

    `known` are further acronyms that the readers know, in capitals as they are written.
    """
    known = frozenset(known)
    uses: dict[str, list[Use]] = {}
    for index, passage in enumerate(passages):
        if passage.kind in ("code", "address") or passage.text.islower():
            continue
        for span in _unknown_in(passage, language, known, uses):
            short = singular(passage.text[span.start : span.end])
            uses.setdefault(short, []).append(Use(index, span))
    if not uses:
        return []
    explained = explained_acronyms(passages, set(uses))
    found = [
        UndefinedAcronym(short, places[0].passage, places[0].span, tuple(places[1:]))
        for short, places in uses.items()
        if short not in explained
    ]
    return sorted(found, key=lambda a: (a.passage, a.span))


def _unknown_in(
    passage: Passage, language: str, known: frozenset[str], met: Mapping[str, object]
) -> Iterator[Span]:
    """Yield what is unknown in one passage; an acronym that was `met` before needs no close look."""
    text = passage.text
    everybody = _known(primary(language))
    spans = [
        span
        for span in find_acronyms(text)
        if text[span.start : span.end] not in everybody
        and not any(map(str.isdigit, text[span.start : span.end]))
    ]
    if not spans or _is_loud(text) or _CITATION.search(text):
        return
    credit = _CREDIT.search(text) if len(text) < 200 else None
    off = [m for m in passage.marks if m.kind in ("code", "unknown", "lang")]
    italics = {(m.start, m.end) for m in passage.marks if m.kind == "emphasis"}
    for span in spans:
        word = text[span.start : span.end]
        if any(m.start <= span.start < m.end for m in off):
            continue
        if span in italics and len(word) < 7:
            continue  # genes are set in italics
        if credit and credit.start() < span.start:
            continue
        if singular(word) in met:
            yield span
            continue
        before, after = text[max(0, span.start - 80) : span.start], text[span.end : span.end + 80]
        if why_known_acronym(word, language, before=before, after=after, known=known) is None:
            yield span


def _is_loud(text: str) -> bool:
    """Tell whether most of `text` is in capitals."""
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return len(words) > 1 and sum(w.isupper() for w in words) * 2 > len(words)


def explained_acronyms(passages: Sequence[Passage], wanted: set[str]) -> set[str]:
    """Return which of the `wanted` acronyms (singular) the passages explain in any way."""
    explained: set[str] = set()
    seen: dict[int, set[str]] = {}
    for short in sorted(wanted):
        for index, passage in enumerate(passages):
            if short in explained:
                break
            if short in passage.text and index not in seen:
                seen[index] = _explained_in(passage, index + 1 < len(passages))
                explained |= seen[index]
    everything = " ¶ ".join(passage.text for passage in passages)
    for short in wanted - explained:
        if (
            short.split("-")[0] in explained
            or any(e.split("-")[0] == short for e in explained)
            or _is_spelled_out(short, everything)
        ):
            explained.add(short)
    return explained


def _explained_in(passage: Passage, has_next: bool) -> set[str]:
    """Return the acronyms (singular) that one passage explains, or that it shows to be genes."""
    text = passage.text
    explained = {singular(a.short) for a in find_abbreviations(text)}
    for mark in passage.marks:
        if mark.kind in ("dfn", "tooltip") or (mark.kind == "abbr" and mark.value):
            explained.add(singular(text[mark.start : mark.end].strip()))
    if passage.kind in ("term", "header-cell") and has_next:
        explained.add(singular(text.strip()))
    for pattern in _EXPLAINING:
        explained.update(singular(m[1]) for m in pattern.finditer(text))
    for span in find_acronyms(text):
        word = text[span.start : span.end]
        if _is_gene(word, text[max(0, span.start - 80) : span.start], text[span.end :]):
            explained.add(singular(word))
    return explained


_SHORT = r"([A-Za-z]?[A-Z][\w&-]*[A-Z0-9]s?)"
_EXPLAINING = tuple(
    re.compile(pattern)
    for pattern in (
        # "high blood pressure (HTN)": in brackets behind words, whether the letters fit or not.
        r"\w[”\"’]?\s\((?:or |called |also called |known as |also known as |the |an? )*"
        rf"{_SHORT}[^)]{{0,40}}\)",
        # "This is also called an LP", "a lung scan, or VQ scan"
        rf"\b(?:called|known as|abbreviated(?: as)?|short for|llamad[oa]|conocid[oa] como|se llaman?)\s(?:[a-z]+ ){{0,3}}{_SHORT}\b",
        rf"[a-z], (?:or|o) (?:an? |the |el |la )?{_SHORT}\b(?=[^.]{{0,20}}[,.])",
        # "LDL (bad) cholesterol", "HDL cholesterol (sometimes called good cholesterol)"
        rf"\b{_SHORT} (?:[a-z]+ )?\((?:sometimes |also |or |called |the |an? |[“\"])*[a-z]{{3,}}[a-z “”\"’'-]*\)",
        rf"\b{_SHORT}, (?:or|which is|also called|also known as|short for|meaning|o|es decir,) [a-z]",
        rf"\b{_SHORT} (?:stands for|means|is short for|is an? |are |significa|es un[oa]? |son )",
        # "OMS = Organización Mundial de la Salud", "BMI: body mass index"
        rf"(?:^|[;.]\s){_SHORT}\s*(?:=|:|\s[–—-])\s*\w",
    )
)


def _is_spelled_out(short: str, text: str) -> bool:
    """Tell whether a name on the page has these initials: "National Institutes of Health", NIH."""
    letters = [c for c in short if c.isalpha()]
    if len(letters) < 3 or not all(c.isupper() for c in letters):
        return False
    small = r"(?:[\s\u00a0-]+(?:of|for|and|the|on|in|to|de|del|la|los|las|y|para|e))*[\s\u00a0-]+"
    name = re.compile(r"\b" + small.join(f"{c}[a-záéíóúñ’']+" for c in letters) + r"\b")
    return name.search(text) is not None
