"""Compile the phrases of a word list into a table that a finder can look them up in.

A phrase is kept as its tokens joined with blanks, with its plurals and other forms. May not know
what a phrase means, nor any page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plainlang.language.frequency.zipf import zipf
from plainlang.language.terms.morphology import english_forms, spanish_forms
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_WORD = compile_pattern(r"[^\W_]+")
_STOP = compile_pattern(r"[.,]\s|\(")
_ACCENTS = str.maketrans("áéíóúü", "aeiouu")
_STOP_BEHIND_FIRST = compile_pattern(r"[^\W_]+([.,])\s")
_FEW_LETTERS = 3
ONLY = "="  # before a phrase that counts in this form only: "=vitals", not "vital"
_INFLECT: dict[str, Callable[[tuple[str, ...]], list[tuple[str, ...]]]] = {
    "en": english_forms,
    "es": spanish_forms,
}


class Table(NamedTuple):
    """The phrases of a word list in all their forms.

    `forms` maps lower-case tokens joined with blanks to an entry's number, `capitals` the same for
    phrases with an acronym in them, whose acronym keeps its capitals. `heads` maps a first token
    (lower case) to the number of tokens of the longest phrase that starts with it. `stops` holds the
    phrases that have a stop, a comma or a bracket inside ("e coli"), and their first words where it
    follows those ("e.").
    """

    forms: dict[str, int]
    capitals: dict[str, int]
    heads: dict[str, int]
    stops: set[str]


def is_acronym_token(token: str) -> bool:
    """Tell whether capitals matter in `token`: "AIDS", "CTs", "PrEP", "pH", not "A1C", "Ad" or "I"."""
    if len(token) > 2 and token[-1] == "s":
        token = token[:-1]
    return len(token) > 1 and token[-1].isupper() and token.isalpha()


def tokens_of(phrase: str) -> list[str]:
    """Return the tokens of `phrase` as they are written: "Crohn’s" gives "Crohn" and "s"."""
    return _WORD.findall(phrase)


def key_of(tokens: Iterable[str]) -> str:
    """Return tokens as `Table.capitals` has them: in lower case, but for acronyms."""
    return " ".join(t if is_acronym_token(t) else t.lower() for t in tokens)


def build_table(phrases: Iterable[tuple[int, int, str]], language: str, inflect: bool) -> Table:
    """Compile `(entry number, rank, phrase)`; of two entries that share a form the lower rank wins.

    With `inflect`, plurals and other forms of each phrase are added wherever no phrase claims them,
    but for those behind "="; in Spanish all of them without their accents, too.
    """
    table = Table({}, {}, {}, set())
    ranked = sorted(phrases, key=lambda item: item[1])
    for entry, _, phrase in ranked:
        _add(table, tokens_of(phrase), entry, phrase)
    if inflect and language in _INFLECT:
        for entry, _, phrase in ranked:
            if phrase.startswith(ONLY):
                continue
            for tokens in _inflected(tokens_of(phrase), language):
                _add(table, tokens, entry, phrase)
            if "-" in phrase:
                closed = phrase.replace("-", "")
                for tokens in [tokens_of(closed), *_inflected(tokens_of(closed), language)]:
                    _add(table, tokens, entry, closed)
        if language == "es":
            _add_without_accents(table)
    return table


def _add_without_accents(table: Table) -> None:
    """Let "hipertension", as many type it, count as "hipertensión"; but "osea" is no "ósea"."""
    for phrase, entry in list(table.forms.items()):
        typed = phrase.translate(_ACCENTS)
        # What is a word of its own without the accent is no slip.
        if typed != phrase and (" " in typed or zipf(typed, "es") == 0):
            table.forms.setdefault(typed, entry)
            head = typed.split(" ", 1)[0]
            table.heads[head] = max(table.heads.get(head, 0), typed.count(" ") + 1)


def _inflected(tokens: list[str], language: str) -> list[list[str]]:
    if not tokens:
        return []
    if is_acronym_token(tokens[-1]):
        return [] if tokens[-1][-1] == "s" else [[*tokens[:-1], tokens[-1] + "s"]]
    lowered = {t.lower(): t for t in tokens if is_acronym_token(t)}
    forms = _INFLECT[language](tuple(t.lower() for t in tokens))
    return [[lowered.get(t, t) for t in form] for form in forms]


def _add(table: Table, tokens: list[str], entry: int, phrase: str) -> None:
    if not tokens:
        return
    if len(tokens) > 1 and _STOP.search(phrase):
        table.stops.add(" ".join(tokens).lower())
        if opener := _STOP_BEHIND_FIRST.match(phrase):
            table.stops.add(f"{tokens[0]}{opener[1]}".lower())
    if any(map(is_acronym_token, tokens)):
        table.capitals.setdefault(key_of(tokens), entry)
        # "NSAIDS" are more than one NSAID, but "ARS" is no plural of "AR".
        if len(tokens) > 1 or tokens[0][-1] != "s" or len(tokens[0]) > _FEW_LETTERS:
            table.capitals.setdefault(" ".join(tokens).upper(), entry)
    else:
        table.forms.setdefault(" ".join(tokens).lower(), entry)
    head = tokens[0].lower()
    table.heads[head] = max(table.heads.get(head, 0), len(tokens))
