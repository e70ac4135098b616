"""Plain text that programs took out of PDF files parts words at the ends of lines."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.page import read_page


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("Take your medi-\ncine.", "Take your medicine."),
        ("Take your medi-\r\n   cine.", "Take your medicine."),
        ("You had an appendec-\ntomy.", "You had an appendectomy."),
        ("You had an appendec\u00ad\ntomy.", "You had an appendectomy."),
        ("It is a well-\nknown drug.", "It is a well-known drug."),
        ("Come to your follow-\nup visit.", "Come to your follow-up visit."),
        ("Use short-\nand long-term drugs.", "Use short- and long-term drugs."),
        ("Tome su medica-\nmento hoy.", "Tome su medicamento hoy."),
        ("* Take your anti-\n  biotics.\n* Rest.", "Take your antibiotics."),
        ("Rest -\nand sleep well.", "Rest - and sleep well."),
    ],
)
def test_a_word_that_a_line_end_parts_is_one_word(source: str, read: str) -> None:
    assert read_page(source, "page.txt").blocks[0].text == read


def test_a_parted_term_is_found_where_it_stands() -> None:
    source = "Rest well today. You may have hyper-\ntension. Eat less salt."
    (found,) = plainlang.check(
        source, filename="page.txt", config={"select": ["undefined-term"]}
    ).findings
    assert source[found.span.start : found.span.end] == "hyper-\ntension"
    assert found.excerpt == "hypertension"
