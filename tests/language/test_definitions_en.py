"""English pages: which words they explain, and which they only use."""

from __future__ import annotations

import pytest

import plainlang

from .pairs import Pair, pairs_of


def pairs() -> list[Pair]:
    return pairs_of("definitions_en.tsv")


def is_explained(text: str, term: str) -> bool:
    blocks = [f"<h2>{b}</h2>" if b.endswith("?") else f"<p>{b}</p>" for b in text.split(" ¶ ")]
    return plainlang.find_definition("\n".join(blocks), term) is not None


def test_the_labelled_pairs_hold_both_kinds() -> None:
    explained = sum(pair.explained for pair in pairs())
    assert 0.4 < explained / len(pairs()) < 0.6


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.term}: {pair.text[:50]}")
def test_a_term_is_explained_or_only_used(pair: Pair) -> None:
    assert is_explained(pair.text, pair.term) == pair.explained
