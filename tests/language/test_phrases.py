"""Phrases that lie together by their first word, for readers who know or use other ones."""

from __future__ import annotations

from plainlang.language.frequency.shelves import every, shelve, words_with
from plainlang.language.terms.phrase_table import build_table
from plainlang.language.terms.phrases import PhraseBook, number_of, pack


def book(*phrases: str) -> PhraseBook:
    table = build_table([(n, 0, phrase) for n, phrase in enumerate(phrases)], "en", inflect=False)
    return PhraseBook(*pack(table))


def test_a_phrase_is_found_by_its_whole_text() -> None:
    known = book("blood pressure cuff", "blood", "AIDS ward")
    assert [known.number(p) for p in ("Blood", "blood pressure cuff", "AIDS ward")] == [1, 0, 2]
    assert [known.number(p) for p in ("blood pressure", "pressure", "aids ward", "")] == [None] * 4


def test_what_follows_a_word_is_told_with_the_phrase_that_ends_there() -> None:
    head = book("blood pressure cuff", "blood pressure", "blood type test").head("blood")
    assert head is not None
    assert head.follow() == {"pressure": "1", "type": ""}
    assert number_of(head.forms, "pressure cuff") == 0


def test_phrases_go_and_come_without_changing_the_first_book() -> None:
    first = book("blood", "gait")
    other = first.without([1]).extended([build_table([(7, 0, "blood thing")], "en", inflect=False)])
    assert (other.number("gait"), other.number("blood thing"), other.number("blood")) == (
        None,
        7,
        0,
    )
    assert other.numbers() == {0, 7}
    assert (first.number("gait"), first.number("blood thing")) == (1, None)


def test_shelves_give_back_all_that_lies_on_them() -> None:
    values = {"heart": "=12|", "corazón": "=3|", "心": "=112|"}
    shelves = shelve(values.items())
    assert dict(every(shelves)) == values
    assert list(words_with(shelves, "=12|")) == ["heart"]
