"""Tables in plain text become cells, and set type or prose in columns does not."""

from __future__ import annotations

import pytest

from plainlang.page import read_page


def blocks(source: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_page(source, "page.txt").blocks]


CELLS = {
    "Dose      When\n1 pill    Morning\n2 pills   Night\n": "Dose|When|1 pill|Morning|2 pills|Night",
    "Dose\tWhen\n1 pill\tMorning\n2 pills\tNight": "Dose|When|1 pill|Morning|2 pills|Night",
    "| Dose | When |\n+------+------+\n| 1    | Noon |\n": "Dose|When|1|Noon",
    "+---+---+\n| A | B |\n+===+===+\n| 1 | 2 |\n+---+---+": "A|B|1|2",
    "Phone:   555-0100\nFax:     555-0101\nE-mail:  a@example.org": (
        "Phone:|555-0100|Fax:|555-0101|E-mail:|a@example.org"
    ),
}


@pytest.mark.parametrize("source", CELLS)
def test_columns_are_cells(source: str) -> None:
    assert blocks(source) == [("cell", text) for text in CELLS[source].split("|")]


@pytest.mark.parametrize("source", CELLS)
def test_cells_say_where_they_stand(source: str) -> None:
    for block in read_page(source, "page.txt").blocks:
        assert source[block.span.start : block.span.end] == block.text


@pytest.mark.parametrize(
    "source",
    [
        "You may feel sick.  Rest a lot.\nDrink a lot of water.  Call us\nif it does not help.",
        "Take  it with food at  night.\nDo    not drive at all.\nCall us  if you feel sick.",
        "Most people feel well    You can ask for\nagain in a week or so    a nurse at each\nbut some do not feel     visit, at no cost",
        "The dose|the time\nis on the label.",
        "#  Take it\n#  with food\n#  at night",
        "A   one\nB   two",
    ],
)
def test_other_text_has_no_cells(source: str) -> None:
    assert {kind for kind, _ in blocks(source)}.isdisjoint({"cell"})


def test_a_list_with_wide_marks_stays_a_list() -> None:
    source = "1.  Call us\n2.  Eat well\n3.  Rest"
    assert blocks(source) == [
        ("list-item", "Call us"),
        ("list-item", "Eat well"),
        ("list-item", "Rest"),
    ]


def test_a_row_of_fixed_blanks_is_no_row() -> None:
    assert blocks("| Flu |\n|\u00a0|\n| Rest |") == [("cell", "Flu"), ("cell", "Rest")]
    assert blocks("|\u00a0|\n|\u3000|\n\nRest now.")[-1] == ("paragraph", "Rest now.")
