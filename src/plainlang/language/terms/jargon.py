"""Tell jargon from everyday words, and say why: by a list, by how rare a word is, by its form.

A word is looked for in the lists (technical, everyday, lexicon). One that no list has is jargon when
it is rare and not made of everyday words, or when it is made as medical words are. Names, numbers
and places are not jargon. May not know pages or findings.
"""

from __future__ import annotations

from functools import lru_cache

from plainlang.language.frequency.rarity import rare_zipf, unlisted_zipf
from plainlang.language.frequency.zipf import zipf
from plainlang.language.subtags import primary
from plainlang.language.terms.lexicon import load_lexicon
from plainlang.language.terms.transparency import everyday_parts, inflected_from
from plainlang.language.terms.word_lists import read_rows
from plainlang.records import NamedTuple
from plainlang.resources import compiled, rules_folder

_KIND = "jargon"
# Zipf frequencies, see `zipf`. A term of the lexicon that is more common than this is a word that
# readers know alone, though the lexicon has plainer words for it.
_EVERYDAY = 3.4
# A word made as medical words are is taken for jargon up to here.
_FORM = 3.6
# A rarer word is jargon when nothing explains it; between here and Zipf 3 its form has to speak too.
_RARE = 2.6
_WEAK_FORM = 2.3  # a Spanish word with a weak sign counts as technical below this
_COMPOUND = 3.9  # in "tumor-fighting" the other half explains a term that is not rare
_COMMON = 4.2
_SHORTEST_PART = 4
# Common words that say little as the first part of another: "phototherapy", "anticuerpo".
_LEARNED = frozenset("anti auto extra foto photo radio trans".split())
# First parts that are written with or without a hyphen, and change no part of the sense by it.
_JOINED = frozenset(
    "anti bio co hyper hypo inter intra macro micro multi neo neuro non post pre sub".split()
)
_LONGEST = 100  # characters: what is longer is no word, and to look for its parts takes too long
_PLAIN_RARE = 2.4  # an everyday word that others are made of may be this rare: "droop", "droopy"


class Reason(NamedTuple):
    """Why a word is jargon or not.

    `kind` is `list` (a list has it: `detail` is the list or the headword), `everyday` (a list or its
    frequency says that everybody knows it), `form` (`detail` is the part that tells and its
    meaning), `frequency` (rare and made of no everyday words), `parts` (made of everyday words:
    `detail` lists them), `name` (written like a name, a number or an acronym). `zipf` is how common
    the word is (0.0: too rare to be counted).
    """

    jargon: bool
    kind: str
    detail: str
    zipf: float


class _Form(NamedTuple):
    """The part of a word that marks it as medical, with its meaning, and whether it surely does."""

    said: str
    is_sure: bool


class _Lists(NamedTuple):
    """The lists of one language; of the parts of words each has its meaning and whether it is sure."""

    technical: frozenset[str]
    everyday: frozenset[str]
    suffixes: dict[str, tuple[str, bool]]
    prefixes: dict[str, tuple[str, bool]]


def is_jargon(word: str, language: str = "en") -> bool:
    """Tell whether readers of a health page may not know `word`.

    Letter case tells names from words: a capitalised word is jargon only if a list has it or its
    form leaves no doubt. Several words are jargon when the lexicon has them.
    """
    return why_jargon(word, language).jargon


def why_jargon(word: str, language: str = "en") -> Reason:
    """Return whether `word` is jargon, and why; see `Reason`."""
    return _why(word.strip().replace("’", "'"), primary(language))


def is_everyday(word: str, language: str) -> bool:
    """Tell whether the list of everyday words has a lower-case word, or one that it is a form of."""
    everyday = _lists(primary(language)).everyday
    return word in everyday or any(w in everyday for w in inflected_from(word, primary(language)))


@lru_cache(maxsize=8192)
def _why(word: str, language: str) -> Reason:
    if len(word) > _LONGEST:
        return Reason(False, "name", "too long for a word", 0.0)
    word = _owner(word)
    letters_alone = word.isalpha()
    if not letters_alone and not any(map(str.isalpha, word)):
        return Reason(False, "name", "a number or a sign", 0.0)
    low = word.lower()
    common = zipf(low, language)
    listed = _listed(word, low, language, common)
    if listed is not None:
        return listed
    if word.isupper() and 1 < len(word) < 6:
        return Reason(False, "name", "an acronym or a code", common)
    if not letters_alone:
        if any(map(str.isdigit, word)):
            return Reason(False, "name", "an acronym or a code", common)
        if not word.replace("-", "").replace("'", "").isalpha():
            return Reason(False, "name", "not one word", common)
        if "-" in word.strip("-"):
            return _hyphenated(word, language, common)
    if language == "es" and (accented := _with_accent(low)):
        return _why(accented, language)
    return _by_form(word, low, language, common)


def _by_form(word: str, low: str, language: str, common: float) -> Reason:
    """Judge a word of no list by its form and by how rare it is."""
    lists = _lists(language)
    form = _form(low, lists, common)
    if common:
        # Words that are counted are known, unless they are made as medical words are.
        if form is not None and form.is_sure and common < _FORM:
            return Reason(True, "form", form.said, common)
        return Reason(False, "everyday", "common in print", common)
    if word[0].isupper() and not word.isupper():
        if form is not None and form.is_sure:
            return Reason(True, "form", form.said, common)
        return Reason(False, "name", "written like a name", common)
    if form is None or not form.is_sure:
        # "histo-" or "-oxide" in a word means that it falls into "his" and "tone" by chance.
        compounds = form is None or len(form.said.partition(" ")[0]) < 5
        parts = everyday_parts(low, language, lambda w: _is_plain(w, language), compounds)
        if parts:
            return Reason(False, "parts", " + ".join(parts), common)
    if language == "es":
        return _rare_spanish(low, form)
    rare = max(rare_zipf(w, language) for w in (low, *inflected_from(low, language)))
    if form is not None:
        return Reason(True, "form", form.said, rare)
    if rare >= _RARE or len(low) < 4:
        return Reason(False, "everyday", "known to many", rare)
    return Reason(True, "frequency", "rare in print", rare)


def _rare_spanish(word: str, form: _Form | None) -> Reason:
    """Judge a rare Spanish word: rarity alone says little, for each verb has fifty forms."""
    rare = rare_zipf(word, "es")
    if form is not None and (form.is_sure or rare < _WEAK_FORM):
        return Reason(True, "form", form.said, rare)
    return Reason(False, "everyday", "nothing in its form is technical", rare)


def _with_accent(word: str) -> str | None:
    """Return the word that a rare one is when it gets its accent or tilde back: "refinacion", "rinones"."""
    common = rare_zipf(word, "es")
    if common >= _EVERYDAY or any(c in "áéíóú" for c in word):
        return None
    for i, c in enumerate(word):
        if (at := "aeioun".find(c)) >= 0:
            accented = word[:i] + "áéíóúñ"[at] + word[i + 1 :]
            if rare_zipf(accented, "es") > common + 0.5:
                return accented
    return None


def _owner(word: str) -> str:
    """Return `word` without the mark of a possessive."""
    if len(word) > 4 and word.endswith("'s"):
        return word[:-2]
    return word[:-1] if len(word) > 4 and word.endswith("s'") else word


def _listed(word: str, low: str, language: str, common: float) -> Reason | None:
    """Return what the lists say of `word` or of the word that it is a form of."""
    lists = _lists(language)
    forms = [low, *inflected_from(low, language)]
    for form in forms:
        if form in lists.technical:
            return Reason(True, "list", form, common)
        if form in lists.everyday:
            return Reason(False, "everyday", form, common)
    entry = load_lexicon(language).get(word)
    if entry is None:
        return None
    prefix, mark, rest = low.partition("-")
    if mark and prefix in _JOINED:  # "anti-viral" is as rare as "antiviral"
        low = prefix + rest
        forms = [low]
    # Who knows "transmission" knows "transmissions", and who knows "complications" the one.
    family = (*forms, f"{low}s") if low.isalpha() else (low,)
    if " " not in word and max(zipf(w, language) for w in family) >= _EVERYDAY:
        return None
    # "heatstroke" has an entry for what to do, but its parts say what it is.
    if parts := _two_everyday_words(low.removesuffix("ness"), language):
        return Reason(False, "parts", " + ".join(parts), common)
    return Reason(True, "list", entry.term, common)


def _two_everyday_words(word: str, language: str) -> tuple[str, str] | None:
    """Return the two common words that a word is written together of, if it is."""
    for i in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        first, second = word[:i], word[i:]
        if (
            first not in _LEARNED
            and zipf(first, language) >= _COMMON
            and zipf(second, language) >= _COMMON
        ):
            return first, second
    return None


def _is_plain(word: str, language: str) -> bool:
    """Tell whether `word` is an everyday word that others may be made of."""
    if zipf(word, language):
        return not _why(word, language).jargon
    lists = _lists(language)
    return (
        unlisted_zipf(word, language) >= _PLAIN_RARE
        and word not in lists.technical
        and _form(word, lists, 0.0) is None
        and word not in load_lexicon(language)
    )


def _hyphenated(word: str, language: str, common: float) -> Reason:
    for part in word.split("-"):
        if len(part) > 3 or (len(part) > 2 and zipf(part.lower(), language)):
            reason = _why(part, language)
            if reason.jargon and reason.zipf < _COMPOUND:
                return reason._replace(zipf=common)
    return Reason(False, "parts", " + ".join(p for p in word.split("-") if p), common)


def _form(word: str, lists: _Lists, common: float) -> _Form | None:
    """Return what marks a word as medical by its form, if anything does."""
    found: _Form | None = None
    singular = word[:-1] if word.endswith("s") and not word.endswith(("ss", "is", "us")) else word
    for form in dict.fromkeys((word, singular)):  # in this order, in each run
        for i in range(2, len(form) - 1):
            hit = lists.suffixes.get(form[i:])
            if hit is not None:
                meaning, is_sure = hit
                if is_sure:
                    return _Form(f"-{form[i:]} ({meaning})", True)
                found = found or _Form(f"-{form[i:]} ({meaning})", False)
    for i in range(min(len(word) - 3, 10), 2, -1):
        hit = lists.prefixes.get(word[:i])
        if hit is not None:
            if found is not None and common == 0:
                return found._replace(is_sure=True)
            meaning, is_sure = hit
            return _Form(f"{word[:i]}- ({meaning})", is_sure)
    return found


@lru_cache(maxsize=4)
def _lists(language: str) -> _Lists:
    folder = rules_folder() / "words" / language
    files = [folder / n for n in ("technical-words.txt", "everyday-words.txt", "word-forms.tsv")]
    there = [file for file in files if file.is_file()]
    names = [file.name for file in there]

    def build(contents: list[bytes]) -> dict[str, object]:
        made: dict[str, object] = {}
        for name, data in zip(names, contents, strict=True):
            if name.endswith(".txt"):
                lines = data.decode().splitlines()
                made[name] = {w for line in lines if (w := line.partition("#")[0].strip())}
            else:
                rows = read_rows([(str(folder / name), data)], ("part", "meaning", "strength"))
                cells = [row.cells for row in rows]
                made["suffixes"] = {
                    p[1:]: (m, s == "strong") for p, m, s in cells if p.startswith("-")
                }
                made["prefixes"] = {
                    p[:-1]: (m, s == "strong") for p, m, s in cells if p.endswith("-")
                }
        return made

    made = compiled(f"{_KIND}-{language}", there, build)
    return _Lists(
        frozenset(made.get("technical-words.txt", ())),  # type: ignore[call-overload]
        frozenset(made.get("everyday-words.txt", ())),  # type: ignore[call-overload]
        made.get("suffixes", {}),  # type: ignore[arg-type]
        made.get("prefixes", {}),  # type: ignore[arg-type]
    )
