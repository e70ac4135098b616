"""The words that a Spanish word may be a form of: "tómeselo" -> "tome", "usás" -> "usar", "jabon" -> "jabón".

Makes candidates, also ones that do not exist; the caller looks them up. May not judge words.
"""

from __future__ import annotations

from collections.abc import Iterator

from plainlang.patterns import compile_pattern

_PRONOUNS = compile_pattern(r"(?:(?:[mtsn]e|nos)?l[aeo]s?|[mts]e|nos)$")
_VOS = compile_pattern(r"(?<=..)(?:([áéí])s?|([aei])te)$")
_PLAIN = str.maketrans("áéíóú", "aeiou")
_TYPED = dict(zip("aeioun", "áéíóúñ", strict=True))


def spanish_bases(word: str) -> Iterator[str]:
    """Yield the words that lower-case `word` may be a form of."""
    for suffix, replacements in (
        ("ces", ("z",)),
        ("ciones", ("ción",)),
        ("siones", ("sión",)),
        ("es", ("",)),
        ("s", ("",)),
        ("as", ("o",)),
        ("a", ("o",)),
        ("mente", ("", "o")),
    ):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            for replacement in replacements:
                yield word[: -len(suffix)] + replacement
    # "tomarlo", "tomarse": the pronoun hangs on the verb.
    for clitic in ("se", "lo", "la", "los", "las", "le", "les", "me", "te", "nos"):
        stem = word[: -len(clitic)]
        if word.endswith(clitic) and stem.endswith(("ar", "er", "ir", "ando", "endo", "ándo")):
            yield stem
    # "tómeselo" is "tome", "lavate" and "usás" of those who say "vos" are "lavar" and "usar".
    if (pronouns := _PRONOUNS.search(word, 3)) is not None:
        bare = word[: pronouns.start()]
        if (plain := bare.translate(_PLAIN)) != bare:
            yield plain
    if (said := _VOS.search(word)) is not None:
        yield word[: said.start()] + (said[1] or said[2]).translate(_PLAIN) + "r"
    if word.isascii():  # "jabon", as many type it
        for at, letter in enumerate(word):
            if letter in _TYPED:
                yield word[:at] + _TYPED[letter] + word[at + 1 :]
