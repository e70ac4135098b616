"""How many columns of a terminal a text takes, and cutting and wrapping by them. Pure.

Signs of East Asia and emoji take two, marks on other letters none (Unicode Standard Annex 11).
"""

from __future__ import annotations

from functools import cache

from plainlang.patterns import compile_pattern

_PLAIN = compile_pattern("[\x00-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193]*")  # one column each


def width(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if _PLAIN.fullmatch(text) else sum(map(_columns, text))


@cache
def _columns(sign: str) -> int:
    from unicodedata import category, east_asian_width  # most pages need neither

    if category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


def start_of(text: str, room: int) -> str:
    """Return as much of the start of a text as fits."""
    for at in range(min(len(text), room), 0, -1):
        if width(text[:at]) <= room:
            return text[:at]
    return ""


def end_of(text: str, room: int) -> str:
    """Return as much of the end of a text as fits."""
    for at in range(max(0, len(text) - room), len(text)):
        if width(text[at:]) <= room:
            return text[at:]
    return ""


def cut(text: str, room: int) -> str:
    """Return a text that fits, with "…" for what was cut off its end."""
    return text if width(text) <= room else start_of(text, room - 1).rstrip() + "…"


def wrapped(text: str, room: int, lead: str, rest: str) -> list[str]:
    """Return lines of whole words that fit, as far as single words do; `lead` begins the first, `rest` the others."""
    lines: list[str] = []
    line = ""
    used = 0
    for word in text.split():
        more = width(word) + 1
        if line and used + more > room:
            lines.append(line)
            line = ""
        if line:
            line, used = f"{line} {word}", used + more
        else:
            begin = rest if lines else lead
            line, used = begin + word, width(begin) + more - 1
    return [*lines, line] if line else lines
