"""The different words of texts, and what is one of their words; words on shelves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainlang.findings import Span
from plainlang.language.frequency.shelves import look_up, shelve
from plainlang.language.words import (
    different_words,
    find_run,
    is_word,
    list_words,
    runs_of,
    runs_with,
    split_words,
)

# Letters alone seldom make what is one word with a mark in it.
PIECES = [".5", "1,000", "8:30", "U.S.", "a@b.org", "http://x.y/z", "www.", "’s", "-", "a", "é", "\u0301", " ", "\n", "."]  # fmt: skip
TEXTS = (
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
    | st.text(st.sampled_from("aZé5½ \t\u00a0\n.,:/@-’'\u0301_²中"))
    | st.text()
)


@given(st.lists(TEXTS, max_size=4))
def test_texts_have_the_words_of_each(texts: list[str]) -> None:
    assert different_words(runs_of(texts)) == {word for text in texts for word in list_words(text)}


@given(st.lists(TEXTS, max_size=4), st.sampled_from(["a", "Z5", "é", "-a", "."]))
def test_runs_with_a_word_are_found_in_order(texts: list[str], word: str) -> None:
    runs = runs_of(texts)
    with_it = runs_with(runs, {word})
    assert all(words == {word} for words in with_it.values())
    assert {run for run in runs.runs if word in run and not run.isalpha()} <= with_it.keys()
    assert (word in runs.runs) <= (word in with_it)
    end = 0
    for run in runs.runs:
        start = find_run(runs.text, run, end)
        assert not runs.text[end:start].strip()
        end = start + len(run)


@given(TEXTS, st.integers(0, 20), st.integers(1, 20))
def test_a_part_is_a_word_when_it_is_among_the_words(text: str, start: int, size: int) -> None:
    words = split_words(text)
    assert all(is_word(text, word) for word in words)
    part = Span(start, min(len(text), start + size))
    assert start >= len(text) or is_word(text, part) == (part in words)


def test_a_word_on_a_shelf_is_found_and_no_part_of_one() -> None:
    shelves = shelve([("heart", "512"), ("hearty", "310"), ("corazón", "500"), ("心", "1,2")])
    assert look_up(shelves, "heart") == "512"
    assert look_up(shelves, "corazón") == "500"
    assert look_up(shelves, "心") == "1,2"
    assert look_up(shelves, "hear") == look_up(shelves, "\ud800") == look_up(b"", "heart") == ""
