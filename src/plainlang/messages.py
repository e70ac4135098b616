"""Words that messages are put together of."""

from __future__ import annotations


def plural(number: int, noun: str) -> str:
    """Return "1 page" or "1,200 pages"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
