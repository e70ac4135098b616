"""Logos by the names of their files: whose they are, and texts that name somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainlang.checks.folding import fold
from plainlang.checks.images.image import Image, named_images
from plainlang.checks.match import Match
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern

LOGOS = frozenset({"logo", "logotype", "logotipo", "wordmark"})
# Parts of a file's name that say how large an image is, or for which screen.
SIZES = compile_pattern(r"^(?:\d{3,}|[whx]|px|[23]x|\d+x\d+|small|medium|large|thumb\w*|mobile|desktop|tablet"
                    r"|dark|light|min|scaled|retina|en|es|web)$")  # fmt: skip
_PLAIN = LOGOS | frozenset(
    "the a an of for our site main header footer top white black color colour rgb cmyk new old"
    " web company client partner sponsor horizontal vertical stacked full mark brand dark light transparent"
    " final small large big img image icon svg png default mobile desktop primary secondary home v"
    " el la los las un una de del nuestro nuestra sitio blanco negro".split()
)
_WORDS = 3  # that name an owner
_LETTERS = 3  # by which two names can be told apart


def alt_names_another_thing(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report logos whose text names one owner and whose file names another.

    A name that may be short for the other passes: it begins with the same letter or is part of it.
    """
    for image in named_images(page):
        if not LOGOS.intersection(image.file_words) or not _names_owner(image):
            continue
        said = [w for w in fold(image.text).split() if w not in _PLAIN]
        filed = owner_words(image)
        if not 1 <= len(said) <= _WORDS or not 1 <= len(filed) <= _WORDS:
            continue
        if not _may_be_one(said, filed):
            text = image.label
            values = {"alt": text, "file": image.file}
            yield Match(image.span, values, excerpt=text, needs_review=True)


def _names_owner(image: Image) -> bool:
    """Tell whether a text says whose logo it is, and not what is in it or where a link leads."""
    if LOGOS.intersection(fold(image.text).split()):
        return True
    is_name = all(
        w[0].isupper() for w in image.text.split() if w[0].isalpha() and len(w) > _LETTERS
    )
    return is_name and image.control is None


def _may_be_one(said: list[str], filed: list[str]) -> bool:
    one, other = "".join(said), "".join(filed)
    if min(len(one), len(other)) < _LETTERS or one[0] == other[0]:
        return True
    if any(
        initials in name for initials, name in ((_initials(said), other), (_initials(filed), one))
    ):
        return True
    return any(w in other for w in (one, *said)) or any(w in one for w in (other, *filed))


def _initials(words: list[str]) -> str:
    """Return the first letters of a name of several words; of one word the word."""
    return "".join(w[0] for w in words) if len(words) > 1 else words[0]


def owner_words(image: Image) -> list[str]:
    """Return the words of a file's name that can name an owner: "w3c" of "w3c-logo-white"."""
    parts = [fold(p) for p in re.split(r"[\W_]+", image.stem)]
    return [p for p in parts if p and p not in _PLAIN and not SIZES.match(p)]
