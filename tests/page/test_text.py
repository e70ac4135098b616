"""Plain text is read as people write it: paragraphs, lists, headings, links."""

from __future__ import annotations

import pytest

from plainlang.page import Page, read_page


def read(source: str) -> Page:
    return read_page(source, "page.txt")


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("Take two.\n\nRest well.", [("paragraph", "Take two."), ("paragraph", "Rest well.")]),
        ("Take two pills\nand rest.", [("paragraph", "Take two pills and rest.")]),
        ("Knee pain\n\nRest.", [("heading", "Knee pain"), ("paragraph", "Rest.")]),
        ("March 3, 2026\n\nRest.", [("paragraph", "March 3, 2026"), ("paragraph", "Rest.")]),
        ("Martes, 3 de marzo de 2026\n\nDescanse.", [("paragraph", "Martes, 3 de marzo de 2026"), ("paragraph", "Descanse.")]),
        ("March 2026\n\nRest.", [("heading", "March 2026"), ("paragraph", "Rest.")]),
        ("What is a stroke?\n\nA clot.", [("heading", "What is a stroke?"), ("paragraph", "A clot.")]),
        ("Knee pain\n=========\nRest.", [("heading", "Knee pain"), ("paragraph", "Rest.")]),
        ("## Knee pain\nRest.", [("heading", "Knee pain"), ("paragraph", "Rest.")]),
        ("# Learn C#\nRest.", [("heading", "Learn C#"), ("paragraph", "Rest.")]),
        ("HOW TO REST\nLie down.", [("heading", "HOW TO REST"), ("paragraph", "Lie down.")]),
        ("HOW TO REST\n- Lie down", [("heading", "HOW TO REST"), ("list-item", "Lie down")]),
        ("DO NOT TAKE\nTHIS DRUG.", [("paragraph", "DO NOT TAKE THIS DRUG.")]),
        ("PLEASE REST\nas told.", [("paragraph", "PLEASE REST as told.")]),
        ("AIDS\nIt is a disease.", [("paragraph", "AIDS It is a disease.")]),
        ("- one\n- two\n  more", [("list-item", "one"), ("list-item", "two more")]),
        ("• one\n\n• two", [("list-item", "one"), ("list-item", "two")]),
        ("1. one\n2) two\na) three", [("list-item", "one"), ("list-item", "two"), ("list-item", "three")]),
        ("- one\n\nRest well.", [("list-item", "one"), ("paragraph", "Rest well.")]),
        ("One goes on.\n* * *\nTwo.", [("paragraph", "One goes on."), ("paragraph", "Two.")]),
        ("It goes on\nand ends.\n-----\nTwo.", [("paragraph", "It goes on and ends."), ("paragraph", "Two.")]),
        ("-5 degrees is cold.", [("paragraph", "-5 degrees is cold.")]),
        ("<b>5</b> &amp; 6 < 7.", [("paragraph", "<b>5</b> &amp; 6 < 7.")]),
        ("Take **two** now.", [("paragraph", "Take two now.")]),
        ("![A knee](k.png)", [("alt", "A knee")]),
        ("● one\n■ two\n\uf0b7 three\n+ four\no\tfive", [("list-item", w) for w in ("one", "two", "three", "four", "five")]),
        ("[ ] one\n- [x] two\n(3) three\niv. four", [("list-item", w) for w in ("one", "two", "three", "four")]),
        ("A. Rest.\nB. Sleep.", [("list-item", "Rest."), ("list-item", "Sleep.")]),
        ("J. Doe is kind.\nK. Roe, too.", [("paragraph", "J. Doe is kind. K. Roe, too.")]),
        ("You should take\n2. 5 mg is too much.", [("paragraph", "You should take 2. 5 mg is too much.")]),
        ("He was tired —\n— and slept.", [("paragraph", "He was tired — — and slept.")]),
        ("Call us if you have\n- a cough that\n  lasts\n- a fever", [("heading", "Call us if you have"), ("list-item", "a cough that lasts"), ("list-item", "a fever")]),
        ("You may have\n- a cough that\nlasts\n- a fever", [("heading", "You may have"), ("list-item", "a cough that lasts"), ("list-item", "a fever")]),
        ("You may have\n1. a cough that\n   lasts", [("heading", "You may have"), ("list-item", "a cough that lasts")]),
        ("What to do\n- rest\n- sleep", [("heading", "What to do"), ("list-item", "rest"), ("list-item", "sleep")]),
        ("> Do you\n> feel ill?\n>\n>> No.\n\nRest.", [("quote", "Do you feel ill?"), ("quote", "No."), ("paragraph", "Rest.")]),
        ("> 5 mg is too much.", [("paragraph", "> 5 mg is too much.")]),
        ("Name: Ana\nDose: 5 mg\nat noon", [("paragraph", "Name: Ana"), ("paragraph", "Dose: 5 mg at noon")]),
        ("One ends.\n\fTwo should\n\ftake it.", [("paragraph", "One ends."), ("paragraph", "Two should take it.")]),
        ("One.\x0bTwo.\u2028Three.", [("paragraph", "One. Two. Three.")]),
        ("# Knee pain #\nRest.", [("heading", "Knee pain"), ("paragraph", "Rest.")]),
        ("**Knee pain**\n\nRest.", [("heading", "Knee pain"), ("paragraph", "Rest.")]),
        ("¿Qué es la gripe?\n\nUn virus.", [("heading", "¿Qué es la gripe?"), ("paragraph", "Un virus.")]),
        ("SIDE EFFECTS:\nYou may feel ill.", [("heading", "SIDE EFFECTS:"), ("paragraph", "You may feel ill.")]),
        ("One.\n\n=-=-=-=\n\nTwo.\n\n-- \nDr Lee, MD.", [("paragraph", "One."), ("paragraph", "Two."), ("paragraph", "Dr Lee, MD.")]),
        ("", []),
        ("\n \t\r\n", []),
    ],
)  # fmt: skip
def test_blocks_are_what_a_reader_takes_them_for(
    source: str, blocks: list[tuple[str, str]]
) -> None:
    assert [(b.kind, b.text) for b in read(source).blocks] == blocks


@pytest.mark.parametrize(
    ("source", "words", "there"),
    [
        ("Take  two\n pills.", "Take two pills", "Take  two\n pills"),
        ("Take\r\ntwo.\r\n\r\nRest.", "Take two", "Take\r\ntwo"),
        ("Take\r\ntwo.\r\n\r\nRest.", "Rest", "Rest"),
        ("Take\rtwo.\r\rRest.", "Rest", "Rest"),
        ("\ufeffKnee\n\nRest.", "Knee", "Knee"),
        ("5 < 6 & 7 > 3.", "< 6 & 7", "< 6 & 7"),
        ("🩺 knee 日本.", "knee", "knee"),
        ("a\0b. Rest.", "Rest", "Rest"),
        ("See [the map](x.md) now.", "map now", "map](x.md) now"),
        ("Take **two** now.", "two now", "two** now"),
        ("1. one\n   more", "one more", "one\n   more"),
        ("> one\r\n> more & two", "one more & two", "one\r\n> more & two"),
        ("One ends.\r\n\fTwo", "Two", "Two"),
    ],
)
def test_what_is_read_leads_to_its_place(source: str, words: str, there: str) -> None:
    block = next(b for b in read(source).blocks if words in b.text)
    at = block.text.index(words)
    assert source[slice(*block.locate(at, at + len(words)))] == there


def test_links_and_images_in_text_are_elements() -> None:
    source = "See [here](map.txt), or ![](k.png)."
    link, image = read(source).select("a, img")
    assert (link.name, link.get("href")) == ("here", "map.txt")
    assert source[slice(*link.span)] == "[here](map.txt)"
    assert (image.get("alt"), source[slice(*image.span)]) == ("", "![](k.png)")


def test_a_comment_in_text_is_not_read_and_can_steer() -> None:
    page = read("One.\n<!-- plainlang-disable-next x: y -->\nTwo.")
    assert [text for text, _ in page.comments] == [" plainlang-disable-next x: y "]
    assert [b.text for b in page.blocks] == ["One. Two."]


def test_a_list_of_references_is_marked() -> None:
    page = read("Knee pain\n\nRest.\n\nReferences\n\n1. Doe J. Knees. 2001.\n")
    assert [b.region for b in page.blocks] == ["main", "main", "main", "references"]


def test_a_comment_that_nothing_ends_is_text() -> None:
    page = read("One <!-- two.\n\nThree <!-- four --> five <!-- six.")
    assert [b.text for b in page.blocks] == ["One <!-- two.", "Three five <!-- six."]


def test_a_first_line_that_stands_further_in_opens_a_paragraph() -> None:
    source = "    Rest a lot. It helps you\nget well soon.\n    Drink water. It helps\nas well.\n"
    assert [b.text for b in read_page(source, "page.txt").blocks] == [
        "Rest a lot. It helps you get well soon.",
        "Drink water. It helps as well.",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "Rest    Lie down a lot.\n        It helps you get well.\n        Sleep.",
        "Rest a lot.\n    It helps.",
        "Rest a lot and\n    drink water\nas well.",
    ],
)
def test_lines_below_a_first_one_belong_to_it(source: str) -> None:
    assert len(read_page(source, "page.txt").blocks) == 1


def test_arrows_are_marks_of_a_list() -> None:
    blocks = read_page("-> Call us\n-> Rest\n=> Eat\n→ Sleep\n", "page.txt").blocks
    assert [(b.kind, b.text) for b in blocks] == [
        ("list-item", text) for text in ("Call us", "Rest", "Eat", "Sleep")
    ]


@pytest.mark.parametrize("line", ["Name: ______ Date: ____", "Name ...........", "Your age ……"])
def test_a_blank_to_fill_in_is_no_heading(line: str) -> None:
    (block, *_) = read_page(f"{line}\n\nThank you for your help.\n", "page.txt").blocks
    assert block.kind == "paragraph"


def test_the_last_line_of_a_text_is_no_heading() -> None:
    blocks = read_page("Rest a lot.\n\nBo Lee | Clinic\n", "page.txt").blocks
    assert [b.kind for b in blocks] == ["paragraph", "paragraph"]


def test_roman_numbers_are_marks_of_a_list() -> None:
    blocks = read_page("I. Before\nII. Behind\n", "page.txt").blocks
    assert [(b.kind, b.text) for b in blocks] == [("list-item", "Before"), ("list-item", "Behind")]


def test_a_line_that_begins_with_a_sign_of_percent_is_text() -> None:
    page = read_page("% of adults who smoke\n\nAsk for help.", "page.txt")
    assert page.blocks[0].text == "% of adults who smoke"
