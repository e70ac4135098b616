"""Texts measured, cut and wrapped by the columns that a terminal gives them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlang.reports.columns import cut, end_of, start_of, width, wrapped


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("knee", 4),
        ("“knee” – ‘hip’ … →", 18),
        ("rodilla niño", 12),
        ("日本語", 6),
        ("nin\u0303o cafe\u0301", 9),  # marks of their own
        ("😷", 2),
        ("👩\u200d👧", 4),
        ("ＡＢ", 4),
        ("עברית", 5),
        ("", 0),
    ],
)
def test_a_text_takes_the_columns_that_a_terminal_gives_it(text: str, columns: int) -> None:
    assert width(text) == columns


def test_what_is_cut_fits() -> None:
    assert cut("日本語の写真", 12) == "日本語の写真"
    assert cut("日本語の写真", 11) == "日本語の写…"
    assert cut("日本語の写真", 10) == "日本語の…"
    assert (start_of("日本語", 5), end_of("日本語", 5)) == ("日本", "本語")
    assert cut("knee pain", 6) == "knee…"


@given(st.text(st.sampled_from("ab 日é\u0301😷“")), st.integers(2, 30))
def test_lines_fit_and_lose_nothing(text: str, room: int) -> None:
    lines = wrapped(text, room, "- ", "  ")
    assert " ".join(" ".join(lines).replace("- ", "").split()) == " ".join(text.split())
    for line in lines:
        assert width(line) <= room or len(line[2:].split()) == 1


@given(st.text(st.sampled_from("ab- ,.")), st.integers(5, 30))
def test_plain_text_is_wrapped_as_python_does_it(text: str, room: int) -> None:
    text = " ".join(text.split())
    usual = textwrap.wrap(
        text, room, initial_indent="> ", subsequent_indent="  ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    assert wrapped(text, room, "> ", "  ") == usual
