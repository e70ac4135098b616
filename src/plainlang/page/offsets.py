"""Offsets between texts: bytes to characters, and what was said to where it was written.

Pure functions over strings; they know no format.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable


def character_offsets(text: str) -> Callable[[int], int]:
    """Return a function from UTF-8 byte offsets of `text` to code point offsets."""
    if text.isascii():
        return lambda offset: offset
    ends: list[int] = []  # byte offsets behind each wide character
    extra: list[int] = [0]  # bytes too many up to there
    surplus = 0
    for match in re.finditer(r"[^\x00-\x7f]", text):
        surplus += len(match[0].encode()) - 1
        ends.append(match.end() + surplus)
        extra.append(surplus)
    return lambda offset: offset - extra[bisect_right(ends, offset)]


def align(text: str, raw: str, start: int, end: int) -> list[tuple[int, int, int]] | None:
    """Find `text` in `raw[start:end]`, where characters may stand in between.

    Returns stretches (start and end in `text`, start in `raw`), None when it is not there.
    """
    whole = raw.find(text, start, end)
    if whole >= 0:
        return [(0, len(text), whole)]
    stretches: list[tuple[int, int, int]] = []
    begun = 0
    for i, character in enumerate(text):
        at = raw.find(character, start, end)
        if at < 0:
            return None
        if i and at > start:
            stretches.append((begun, i, start - (i - begun)))
            begun = i
        start = at + 1
    stretches.append((begun, len(text), start - (len(text) - begun)))
    return stretches
