"""How common the words are that are rarer than once in a million, from wordfreq's large lists.

`frequency` knows the others. The large list takes longer to read, so it is read only when a rare
word is met. May not judge words.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from plainlang.language.frequency import zipf
from plainlang.resources import compiled

_KIND = "rarity-2"
_RAREST = 150  # centibels: Zipf 1.5, once in thirty million words
_COMMONEST = 310
_FIRST = 100  # the character of Zipf 1.5 is chr(50): all of them take one byte, as the letters do


def rare_zipf(word: str, language: str = "en") -> float:
    """Return the Zipf frequency of lower-case `word` down to 1.5, 0.0 below; see `zipf`."""
    known = zipf(word, language)
    if known:
        return known
    shelf = _shelves(language).get(word[:2], "")
    at = shelf.find(f"\n{word}\t")
    return 0.0 if at < 0 else (ord(shelf[at + len(word) + 2]) + _FIRST) / 100


@lru_cache(maxsize=4)
def _shelves(language: str) -> dict[str, str]:
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None or not language.isalpha():
        return {}
    file = Path(spec.origin).with_name("data") / f"large_{language}.msgpack.gz"
    return compiled(_KIND, [file], _build) if file.is_file() else {}


def _build(contents: list[bytes]) -> dict[str, str]:
    """Turn wordfreq's "cBpack" into texts of `\\nword\\tX`, X being the character of the Zipf."""
    import gzip

    import msgpack  # type: ignore[import-untyped]

    _, *levels = msgpack.loads(gzip.decompress(contents[0]))
    shelves: dict[str, list[str]] = {}
    for below, words in enumerate(levels):
        centibels = 900 - below
        if _RAREST <= centibels <= _COMMONEST:
            for word in words:
                if word.replace("-", "").isalpha():
                    shelves.setdefault(word[:2], []).append(f"\n{word}\t{chr(centibels - _FIRST)}")
    return {start: "".join(lines) for start, lines in shelves.items()}
