"""Language tags (BCP 47): which language a tag means, and whether that language is registered."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from plainlang.patterns import compile_pattern

_FILE = Path(__file__).parent / "data" / "subtags.txt"  # made by scripts/build_subtags.py
_COMMON = frozenset("ar de en es fr ht it ja ko nl pl pt ru tl vi zh".split())
_PRIVATE = compile_pattern(r"q[a-t][a-z]")  # RFC 5646, 2.2.1: for private use
# Names and other codes that people write in the place of a tag.
_MEANT = {
    "english": "en", "eng": "en", "spanish": "es", "español": "es", "espanol": "es", "spa": "es",
    "french": "fr", "français": "fr", "fra": "fr", "fre": "fr", "german": "de", "deutsch": "de",
    "deu": "de", "ger": "de", "portuguese": "pt", "por": "pt", "chinese": "zh", "zho": "zh", "chi": "zh",
    "cn": "zh", "vietnamese": "vi", "vie": "vi", "tagalog": "tl", "tgl": "tl", "korean": "ko",
    "kor": "ko", "kr": "ko", "russian": "ru", "rus": "ru", "arabic": "ar", "ara": "ar", "hat": "ht",
    "japanese": "ja", "jpn": "ja", "jp": "ja", "italian": "it", "ita": "it", "dutch": "nl", "nld": "nl",
}  # fmt: skip


def primary_subtag(tag: str) -> str:
    """Return the part of a language tag that names the language, in lower case, as it is written."""
    return tag.strip().lower().partition("-")[0]


@lru_cache(maxsize=64)
def primary(tag: str) -> str:
    """Return the primary subtag of the language that a tag, a locale ("es_MX") or a name ("spa") means.

    For whoever has to read a text in it; that the tag may be wrong is for others to say.
    """
    subtag = tag.strip().replace("_", "-").partition("-")[0].lower()
    return subtag if len(subtag) == 2 else _MEANT.get(subtag, subtag)


def is_registered(tag: str) -> bool:
    """Tell whether the primary subtag of a language tag is in IANA's registry.

    Grandfathered tags ("i-lux") have no such subtag.
    """
    subtag = primary_subtag(tag)
    if subtag in _COMMON or _PRIVATE.fullmatch(subtag):
        return True
    return subtag.isascii() and subtag.isalpha() and f" {subtag} " in _registry()


def tag_meant(tag: str) -> str | None:
    """Return the tag that was probably meant: "en" for "english", "en-US" for "en_US"."""
    tag = tag.strip()
    if (meant := _MEANT.get(tag.lower())) is not None:
        return meant
    mended = re.sub(r"[_\s]+", "-", tag)
    return mended if mended != tag and is_registered(mended) else None


@lru_cache(maxsize=1)
def _registry() -> str:
    return _FILE.read_text(encoding="utf-8").partition("\n")[2]
