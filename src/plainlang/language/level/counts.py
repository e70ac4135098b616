"""What is counted in a sentence, so that every measure is a function of sums.

Counts add and subtract: a page is the sum of its sentences, and a page without one of them is a
subtraction, exact and cheap. May not know formulas, grades or pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from struct import Struct

from plainlang.language.frequency.familiar_words import (
    PEOPLE,
    PREPOSITIONS,
    base_forms,
    is_familiar,
    is_respelling,
)
from plainlang.language.frequency.rarity import rare_zipf
from plainlang.language.frequency.zipf import RAREST_LISTED
from plainlang.language.proper_names import find_names
from plainlang.language.subtags import primary
from plainlang.language.syllables import count_syllables
from plainlang.language.words import is_alike_anywhere, list_words
from plainlang.learnt import Learnt
from plainlang.records import NamedTuple

# A word that occurs once in 30,000 words or more often costs a reader nothing. Van Heuven et al. (2014)
# call words from Zipf 4 on frequent; half a step above, not even a child has to stop at one.
EVERYDAY_ZIPF = 4.5
# The large lists end at Zipf 1.5; a word that they lack lies below.
UNLISTED_ZIPF = 1.0
# A name need not be understood, only kept in mind. As in the instructions to the Dale-Chall formula it
# is familiar, and however rare it is, it weighs no more than a word met once in three million.
_NAME_LOAD = 200
# A regular inflection is easier than the list says when its base is common, but not as easy.
_INFLECTION = 0.5


class Counts(NamedTuple):
    """Sums over sentences. All are whole numbers, so that adding and leaving out are exact.

    `characters` counts everything but white space, `letters` letters and digits, `long_words`
    those of more than 6 letters, `polysyllables` those of 3 syllables or more, `complex_words`
    those of Gunning. `unfamiliar` words are outside the Dale-Chall list, `rare_words` occur less
    than once in a million words, `load` is in hundredths of Zipf: how far the words are, together,
    below everyday words. `people` and `prepositions` count the words listed in `familiar_words`.
    `numbers` start with a digit; they are words, too, but never hard ones.
    """

    sentences: int = 0
    characters: int = 0
    words: int = 0
    letters: int = 0
    syllables: int = 0
    monosyllables: int = 0
    polysyllables: int = 0
    complex_words: int = 0
    long_words: int = 0
    unfamiliar: int = 0
    rare_words: int = 0
    load: int = 0
    people: int = 0
    prepositions: int = 0
    numbers: int = 0

    def __add__(self, other: Counts) -> Counts:  # type: ignore[override]
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    def __sub__(self, other: Counts) -> Counts:
        return Counts(*(a - b for a, b in zip(self, other, strict=True)))


def add_up(counts: Iterable[Counts]) -> Counts:
    """Return the sum of `counts`; of none, zeros."""
    columns = list(zip(*counts, strict=True))
    return Counts(*map(sum, columns)) if columns else Counts()


def count_sentence(
    text: str,
    language: str = "en",
    *,
    without_names: bool = False,
    known: frozenset[str] = frozenset(),
) -> Counts:
    """Count one sentence; a text without words counts as no sentence at all.

    `without_names` leaves out proper names and titles, as WCAG 2.2 success criterion 3.1.5 asks.
    `known` holds lower-case words that the page explains: they are words as before, but neither
    rare nor unfamiliar. In languages other than English and Spanish, syllables, familiarity and
    rarity are 0.
    """
    return unpack(pack_sentence(text, language, without_names=without_names, known=known))


def pack_sentence(
    text: str,
    language: str = "en",
    *,
    without_names: bool = False,
    known: frozenset[str] = frozenset(),
) -> int:
    """Return what `count_sentence` does as one number, which is 0 for a text without words.

    Such numbers add up as the counts do, ten times as fast: see `add_packed`.
    """
    language = primary(language)
    if not known and not without_names:
        packed = _count_runs(text.split(), _runs(language))
        if packed <= _ALL:
            return packed | 1 if packed >= _ONE_WORD else 0
    words = list_words(text)
    if without_names:
        names = find_names(words, language)
        words = [word for i, word in enumerate(words) if i not in names]
    if not words:
        return 0
    # A capital letter inside a sentence is a name's; the first word's says nothing.
    words[0] = _uncapitalised(words[0])
    weights = _weights(language)
    packed = sum(map(weights.__getitem__, words))
    if known:
        packed -= sum(weights[word] & _HARD for word in words if word.lower() in known)
    characters = sum(map(len, words if without_names else text.split()))
    return packed | characters << _BITS | 1


def unpack(packed: int) -> Counts:
    """Return the counts that `pack_sentence` made one number of."""
    return Counts._make(_PACKED.unpack(packed.to_bytes(_PACKED.size, "little")))


def words_in(packed: int) -> int:
    """Return the number of words alone."""
    return packed >> _WORDS_AT & _MOST


def add_packed(packed: Sequence[int]) -> Counts:
    """Return the sum of the counts that `packed` are."""
    whole = sum(packed)
    if words_in(whole) < _MOST_TO_ADD:
        return unpack(whole)
    return add_up(map(unpack, packed))


def _count_runs(runs: list[str], counted: _Runs) -> int:
    """Return the sum over the runs of a sentence, the first that is a word as the first word."""
    for i, run in enumerate(runs):
        runs[i] = f" {run}"
        if counted[runs[i]] >= _ONE_WORD:
            break
    return sum(map(counted.__getitem__, runs))


def word_load(word: str, language: str = "en") -> float:
    """Return by how many powers of ten `word` is rarer than an everyday word; at most 3.5."""
    if "-" in word and is_respelling(word):
        return 0.0
    language = primary(language)
    lower = word.lower()
    # What is no name and has no curly apostrophe was counted by its load.
    if language in PEOPLE and lower.islower() and "’" not in lower:
        return (_weights(language)[lower] >> _LOAD_AT & _MOST) / 100
    return _load(lower, language) / 100


def _uncapitalised(word: str) -> str:
    return word.lower() if _is_capitalised(word) else word


def _is_capitalised(word: str) -> bool:
    return word[1:].islower() and word[0].isupper()


# The counts of a word are kept as one big number with 32 bits for each: adding whole sentences is
# then a single sum() of numbers, four times as fast as adding tuples.
_BITS = 32
_MOST = (1 << _BITS) - 1
_PACKED = Struct(f"<{len(Counts._fields)}I")


def _pack(counts: Iterable[int]) -> int:
    return int.from_bytes(_PACKED.pack(*counts), "little")


_ONE_WORD = _pack(Counts(words=1))  # whatever has no words is less
_HARD = _pack(Counts(unfamiliar=_MOST, rare_words=_MOST, load=_MOST))
_ALL = (1 << 8 * _PACKED.size) - 1
_LOAD_AT = _BITS * Counts._fields.index("load")
_WORDS_AT = _BITS * Counts._fields.index("words")
# The load of so many words fits into its bits, however rare they are.
_MOST_TO_ADD = _MOST // 1000


@lru_cache(maxsize=8)
def _weights(language: str) -> Learnt:
    """Return the packed counts of the words of a language."""
    return Learnt(f"counts-{language}", lambda word: _pack(_count_word(word, language)))


class _Runs(dict[str, int]):
    """The packed counts of runs, which stand between blanks; more than `_ALL` if its text decides.

    With a blank before it a run is the first of a sentence: its first word's capital says nothing.
    """

    __slots__ = ("_weights",)

    def __init__(self, weights: Learnt) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, run: str) -> int:
        if len(self) >= _MOST_RUNS:
            self.clear()
        is_first = run[0] == " "
        bare = run[1:] if is_first else run
        if bare.isalpha() or is_alike_anywhere(bare):
            words = [bare] if bare.isalpha() else list_words(bare)
            if words and is_first:
                words[0] = _uncapitalised(words[0])
            packed = sum(map(self._weights.__getitem__, words)) | len(bare) << _BITS
        else:
            packed = _ALL + 1
        self[run] = packed
        return packed


_MOST_RUNS = 12_000


@lru_cache(maxsize=8)
def _runs(language: str) -> _Runs:
    return _Runs(_weights(language))


def _count_word(word: str, language: str) -> Counts:
    """Return the counts of one word, without its characters: those of a sentence are more."""
    letters = len(word) if word.isalnum() else sum(map(str.isalnum, word))
    counts = Counts(
        words=1, letters=letters, long_words=int(letters > 6), numbers=int(word[0].isdigit())
    )
    if language not in PEOPLE:
        return counts
    lower = word.lower().replace("’", "'")
    syllables = max(1, count_syllables(word, language))
    # How a word is said helps a reader, however odd it looks.
    is_help = "-" in word and is_respelling(word)
    load = 0 if is_help else _load(lower, language)
    is_name = _is_capitalised(word) and len(word) > 2
    if is_name:
        load = min(load, _NAME_LOAD)
    # "US" and "IT" are not persons.
    plain = lower.partition("'")[0] if len(word) == 1 or not word.isupper() else ""
    return counts._replace(
        syllables=syllables,
        monosyllables=int(syllables == 1),
        polysyllables=int(syllables >= 3),
        complex_words=int(syllables >= 3 and _is_complex(lower, syllables)),
        unfamiliar=int(not is_name and not is_help and not is_familiar(lower, language)),
        rare_words=int(load > 100 * (EVERYDAY_ZIPF - RAREST_LISTED)),
        load=load,
        people=int(plain in PEOPLE[language]),
        prepositions=int(lower in PREPOSITIONS[language]),
    )


def _load(word: str, language: str) -> int:
    if word[:1].isdigit():
        return 0
    if "." in word or "@" in word:
        # Short ones are abbreviations ("a.m."), which the lists have without points; longer ones are
        # addresses, which nobody reads as words.
        bare = word.replace(".", "")
        if len(bare) > 4 or not bare.isalpha():
            return 0
        word = bare
    found = rare_zipf(word, language)
    if found < RAREST_LISTED:
        bases = (rare_zipf(base, language) for base in base_forms(word, language))
        found = max(found, max(bases, default=0.0) - _INFLECTION)
    return max(0, round(100 * (EVERYDAY_ZIPF - max(found, UNLISTED_ZIPF))))


def _is_complex(word: str, syllables: int) -> bool:
    """Tell whether Gunning counts `word`, which has three syllables or more (1952, page 38).

    Not complex are compounds of short words and verbs whose third syllable is the ending -ed or
    -es. Proper names, which Gunning leaves out, too, only fall away where they are left out anyway.
    """
    if "-" in word.strip("-"):
        return any(count_syllables(part) >= 3 for part in word.split("-") if part)
    return not (syllables == 3 and word.endswith(("ed", "es")))
