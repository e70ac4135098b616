"""What holds the place of a text is found, and talk of it is not."""

from __future__ import annotations

import pytest

import plainlang


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call [insert phone number] or [Insert Phone Number] now.", ["insert phone number"]),
        ("Lorem ipsum dolor sit amet. Rest well.", ["Lorem ipsum dolor sit amet"]),
        ("Date: Click or tap here to enter a date.", ["Click or tap here to enter a date"]),
        ("Llame al [inserte el número de la clínica] hoy.", ["inserte el número de la clínica"]),
        ("Press [add 2 cups] and [a].", []),
        ("Click to add text messages to your plan.", []),
    ],
)
def test_what_holds_the_place_of_a_text_is_found_once(text: str, found: list[str]) -> None:
    for name, source in (("page.txt", text), ("page.html", f"<p>{text}</p>")):
        report = plainlang.check(source, filename=name, config={"select": ["filler-text"]})
        assert [f.excerpt for f in report.findings] == found
