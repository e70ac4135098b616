"""Words that messages are put together of."""

from __future__ import annotations


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many characters, with "…" for what was cut off its end."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def plural(number: int, noun: str) -> str:
    """Return "1 page" or "1,200 pages"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
