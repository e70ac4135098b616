"""Labelled texts: a text, a term in it, and whether the text explains the term."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Pair(NamedTuple):
    text: str
    term: str
    explained: bool


@lru_cache(maxsize=2)
def pairs_of(name: str) -> list[Pair]:
    """Return the pairs of a tab-separated file beside this one: text, term, yes or no."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if "\t" in line]
    return [Pair(text, term, label == "yes") for text, term, label in cells]
