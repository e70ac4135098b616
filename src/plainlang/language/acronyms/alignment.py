"""Align the letters of a short form with a phrase that ends where the short form begins.

The cheapest alignment is found by dynamic programming from the end. May not know brackets,
sentences or which costs are low enough: that is for `abbreviations`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from plainlang.language.terms.finder import lower_same_length
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_INF = float("inf")
_STOP = frozenset(
    "a an and as at by for from in into of on or per the to type with via de del la el los las en y "
    "e o para por con al da du des und".split()
)
_FOLD = str.maketrans(
    "áéíóúüñàèçöäïëâêîôûαβγδεζηθικλμνοπρστυφχψω", "aeiouunaecoaieaeiouabgdezhtiklmnoprstyfcpo"
)
_SHORT_GREEK = compile_pattern(
    r"(alpha|beta|gamma|delta|kappa|epsilon|theta|omega|lambda|sigma)(?![a-z])"
)
_TWICE = compile_pattern(r"(\w{2,})/\1")  # "LC-MS/MS": tandem mass spectrometry
_ALONE = compile_pattern(r"(?:^|(?<=\s))[(\[][^()\[\]]*[)\]](?=[\s,]|$)")
_SHORT_FIRST = compile_pattern(
    r"[(\[][A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*[)\]]\S"
)  # "(GH)-releasing"
_PART = compile_pattern(r"[^\W\d_]+|\d+")
_RUN = compile_pattern(r"\S+")
_NO_SYMBOL = compile_pattern(r"[\d+\-()]")
_NUMBERS = {
    "1": ("one", "first", "mono", "i", "uno"),
    "2": ("two", "second", "di", "bi", "ii", "dos"),
    "3": ("three", "third", "tri", "iii", "tres"),
    "4": ("four", "tetra", "iv", "cuatro"),
    "5": ("five", "penta", "v", "cinco"),
    "6": ("six", "hexa", "vi"),
    "7": ("seven", "vii"),
    "8": ("eight", "octa", "viii"),
    "9": ("nine", "ix"),
}
_ELEMENTS = {
    "na": "sodium", "k": "potassium", "fe": "iron", "ag": "silver", "au": "gold", "pb": "lead",
    "hg": "mercury", "sn": "tin", "sb": "antimony", "cu": "copper",
}  # fmt: skip
# Where one word is made of two, a letter may stand for the second one.
_PREFIXES = tuple(
    "aero angio anti arterio auto bio broncho carbo cardio cerebro chemo chromo cortico cyto "
    "dehydro deoxy di electro encephalo endo entero epi extra fluoro gastro glyco haemo hemo hepato "
    "hetero histo homo hydro hyper hypo immuno inter intra iso keto leuko lipo lympho macro magneto "
    "mega meta methyl micro mono multi muco myo nano naso neo nephro neuro non nor ortho osteo oxy "
    "para patho per peri pharmaco phospho photo physio poly post pre pro proto pseudo psycho pulmo "
    "pyro radio retro semi spectro sub sulfo super supra tele tetra thermo thio thrombo thyro tomo "
    "trans tri tris bis ultra under uni vaso veno ventriculo video".split()
)

START, PART_START, JOINT, INSIDE = 0, 1, 2, 3


class Alignment(NamedTuple):
    """Where in the phrase the long form starts, and how much it has to be bent (0 = initials)."""

    start: int
    cost: float


class _Letter(NamedTuple):
    """A character of a phrase: where it stands, in which part, and how the part goes on from it."""

    char: str
    at: int
    part: int
    kind: int
    upper: bool
    ahead: str


def align(short: str, phrase: str) -> Alignment | None:
    """Return the cheapest alignment of `short` with words at the end of `phrase`, or None.

    The start is that of a whole word, with its hyphenated beginnings. Of alignments that cost the
    same the shortest wins.
    """
    short = _TWICE.sub(r"\1", short)
    key = _letters_of(short)
    if not key:
        return None
    if not _may_match(key, phrase):
        return _element(short, phrase)
    read = _read(phrase, 2 * len(key) + 4, "".join(char for char, _ in key))
    if read is None:
        return None
    best = _cheapest(key, *read, phrase)
    numberless = _without_digits(key, *read, phrase)
    if numberless and (best is None or numberless.cost < best.cost):
        best = numberless
    if len(key) > 2 and short[-1] == "s" and short[-2].isupper():
        singular = _cheapest(key[:-1], *read, phrase)
        if singular and (best is None or singular.cost < best.cost + 0.3):
            best = singular
    return best or _element(short, phrase)


def _may_match(key: list[tuple[str, bool]], phrase: str) -> bool:
    """Tell quickly whether the phrase has the letters of the short form at all."""
    low = phrase.lower().translate(_FOLD)
    return all(char in low for char, _ in key if char.isalpha() and char not in "xs")


def _letters_of(short: str) -> list[tuple[str, bool]]:
    """Return the characters to align, folded, and whether each is a small letter amid capitals."""
    greek = _SHORT_GREEK.sub(lambda m: m[0][0], short)
    mixed = any(c.isupper() for c in greek)
    return [(c.lower().translate(_FOLD), mixed and c.islower()) for c in greek if c.isalnum()]


def _read(phrase: str, most_words: int, chars: str) -> tuple[list[_Letter], list[float]] | None:
    """Return the letters of the last words that one of `chars` may stand for, None if there are no words.

    With them comes for each part what it costs to skip it and all the parts before it.
    """
    # A long form does not reach over the bracket that explains another short form.
    floor = max((m.end() for m in _ALONE.finditer(phrase)), default=0)
    every = "x" in chars or any(map(str.isdigit, chars))  # they may stand for other characters
    letters: list[_Letter] = []
    starts = [0.0]
    for run in list(_RUN.finditer(phrase, floor))[-most_words:]:
        begin = run.start()
        for cost, part in _parts_of(run[0]):
            number = len(starts) - 1
            starts.append(starts[-1] + cost)
            letters += [
                _Letter(char, begin + at, number, kind, upper, ahead)
                for char, at, kind, upper, ahead in part
                if every or char in chars
            ]
    return (letters, starts) if len(starts) > 1 else None


@lru_cache(maxsize=512)
def _parts_of(run: str) -> list[tuple[float, list[tuple[str, int, int, bool, str]]]]:
    """Return the parts of a word with hyphens or other marks: the cost to skip it, its characters."""
    found = []
    parts = list(_PART.finditer(run))
    for place, m in enumerate(parts):
        text = m[0]
        low = lower_same_length(text).translate(_FOLD)
        if low in _STOP or (len(parts) > 1 and (len(low) == 1 or low.isdigit())):
            cost = 0.15
        elif len(parts) > 1:
            cost = 0.45
        elif text.isdigit():
            cost = 0.7
        else:
            cost = 1.3
        if place == len(parts) - 1 and run[-1] == ",":
            cost += 0.5
        joints = set()
        if low.startswith(_PREFIXES):
            joints = {len(j) for j in _PREFIXES if low.startswith(j) and len(low) > len(j) + 2}
        letters = []
        for i, c in enumerate(low):
            if i == 0:
                kind = START if place == 0 else PART_START
            elif i in joints or (text[i].isupper() and text[i - 1].islower()):
                kind = JOINT
            else:
                kind = INSIDE
            letters.append((c, m.start() + i, kind, text[i].isupper(), low[i : i + 6]))
        found.append((cost, letters))
    return found


def _cheapest(
    key: list[tuple[str, bool]], letters: list[_Letter], starts: list[float], phrase: str
) -> Alignment | None:
    total = starts[-1]
    # follow[k] is the cost of everything after letter k when the short form's i-th stands for it.
    follow: dict[int, float] = {}
    last = len(key) - 1
    for i in range(last, -1, -1):
        char, _ = key[i]
        now: dict[int, float] = {}
        for k, letter in enumerate(letters):
            if letter.char != char and not _stands_for(char, letter):
                continue
            if i == last:
                tail = total - starts[letter.part + 1]
                rest = tail * 0.75
            else:
                small_next = key[i + 1][1]
                rest = min(
                    (
                        _gap(letter, letters[q], starts, small_next) + cost
                        for q, cost in follow.items()
                        if q > k
                    ),
                    default=_INF,
                )
            if rest < _INF:
                now[k] = rest
        if not now:
            return None
        follow = now
    best: Alignment | None = None
    for k, rest in follow.items():
        letter = letters[k]
        if letter.kind == INSIDE or letter.kind == JOINT:
            continue
        begin = _word_start(phrase, letter.at)
        cost = rest
        if letter.kind == PART_START:
            cost += 0.45 if _has_letters(phrase[begin : letter.at]) else 0.1
        first = _RUN.match(phrase, begin)
        if first and first[0].lower() in _STOP and len(key) < 6:
            cost += 1.2
        if _SHORT_FIRST.match(phrase, begin):
            continue
        begin = _skip_marks(phrase, begin)
        if best is None or cost <= best.cost + 1e-9:
            best = Alignment(begin, cost)
    return best


def _without_digits(
    key: list[tuple[str, bool]], letters: list[_Letter], starts: list[float], phrase: str
) -> Alignment | None:
    """Align a short form whose number the phrase leaves out: "estradiol (E2)"."""
    rest = [key[0], *(k for k in key[1:] if not k[0].isdigit())]
    dropped = len(key) - len(rest)
    together = any(a[0].isdigit() and b[0].isdigit() for a, b in pairwise(key))
    if not dropped or dropped > 2 or (together and len(rest) < 3):
        return None
    found = _cheapest(rest, letters, starts, phrase)
    if found is None:
        return None
    cost = (0.9 if len(key) > 2 else 1.1) * dropped
    return Alignment(found.start, found.cost + cost)


def _stands_for(char: str, letter: _Letter) -> bool:
    """Tell whether a digit or an x stands for another letter: "2" for "two", "x" for "trans"."""
    if char not in _NUMBERS and char != "x":
        return False
    if char == "x" and letter.char == "c":
        return letter.ahead[:4] == "ctom"
    if letter.kind == INSIDE:
        return False
    if char == "x":
        return letter.ahead.startswith(("trans", "cross", "ex"))
    return any(
        letter.ahead == n
        or (len(n) > 1 and letter.ahead.startswith(n) and n not in ("ii", "iv", "vi", "ix"))
        for n in _NUMBERS[char]
    )


def _gap(p: _Letter, q: _Letter, starts: list[float], small: bool) -> float:
    """Return what it costs that the short form goes on from `p` to `q`."""
    if p.part == q.part:
        if q.at == p.at + 1:
            cost = 0.0 if q.upper and p.upper else 0.2
        elif q.kind == JOINT:
            cost = 0.25
        else:
            cost = 0.6
        return cost * 0.5 if small else cost
    skipped = starts[q.part] - starts[p.part + 1]
    if q.kind in (START, PART_START):
        return skipped
    inside = 0.9 if q.kind == JOINT else 1.7
    return skipped + (inside * 0.7 if small else inside)


def _word_start(phrase: str, at: int) -> int:
    while at > 0 and not phrase[at - 1].isspace():
        at -= 1
    return at


def _skip_marks(phrase: str, begin: int) -> int:
    while begin < len(phrase) and phrase[begin] in "\"“”‘’'*([":
        if phrase[begin] in "([" and _closes(phrase, begin):
            break
        begin += 1
    return begin


def _closes(phrase: str, begin: int) -> bool:
    """Tell whether the bracket at `begin` is closed in the phrase: "(1-3)-beta-D-glucan"."""
    closing = {"(": ")", "[": "]"}[phrase[begin]]
    return closing in phrase[begin:]


def _has_letters(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _element(short: str, phrase: str) -> Alignment | None:
    """Align "Na" with "sodium": the chemical symbols that are no letters of the English name."""
    name = _ELEMENTS.get(_NO_SYMBOL.sub("", short).lower())
    if name and short[0].isupper():
        m = _RUN.search(phrase, _word_start(phrase, len(phrase)))
        if m and m[0].lower() == name:
            return Alignment(m.start(), 0.0)
    return None
