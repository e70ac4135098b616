"""What plainlang says about phone numbers and the links that call them."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.language.phone_numbers import is_same_number, phone_numbers

PAGE = '<!doctype html><html lang="{}"><head><title>Flu</title></head><body>{}</body></html>'


def findings(source: str, rule: str) -> list[plainlang.Finding]:
    return [f for f in plainlang.check(source, filename="a.html").findings if f.rule == rule]


def unlinked(body: str, language: str = "en") -> list[str]:
    source = PAGE.format(language, body)
    return [source[f.span.start : f.span.end] for f in findings(source, "phone-not-linked")]


@pytest.mark.parametrize(
    ("language", "text", "dialed"),
    [("en", "(800) 232-4636", "+18002324636"), ("en", "1-800-CDC-INFO", "+18002324636"),
     ("en", "+1 212 555 0100", "+12125550100"), ("en", "1.212.555.0100", "+12125550100"),
     ("en", "1-800-MEDICARE", "+18006334227"), ("en", "1-800-QUIT NOW FOR GOOD", "+18007848669"),
     ("en", "020 7946 0958", "+442079460958"), ("en", "(01632) 960 123", "+441632960123"),
     ("en", "+44 (0)20 7946 0958", "+442079460958"), ("en", "+49 30 123456", "+4930123456"),
     ("es", "912 34 56 78", "+34912345678"), ("es", "91 234 56 78", "+34912345678"),
     ("es", "55 1234 5678", "5512345678"), ("es", "(55) 1234-5678", "5512345678"),
     ("es", "800 123 4567", "8001234567"), ("es", "800 911 2000", "8009112000"),
     ("es", "0800-222-1002", "08002221002"), ("es", "(011) 4379-1000", "01143791000"),
     ("es", "018000 910097", "018000910097"), ("es", "2222-1111", "22221111"),
     ("es", "2 2574 0100", "225740100"), ("es", "0800-10828", "080010828"), ("es", "1-855-DÉJELO-YA", "+18553353569")],
)  # fmt: skip
def test_numbers_are_known_however_they_are_written(language: str, text: str, dialed: str) -> None:
    (number,) = phone_numbers(f"Call {text}.", language)
    assert number.dialed == dialed


@pytest.mark.parametrize(
    "text",
    ["2024-05-12", "123-45-6789", "192.168.100.1234", "1,800,555,1234", "4111 1111 1111 1111",
     "$800-555-1234", "10.1000/800-555-1234", "0012-4567-89", "+5 %", "800-555-12345", "v800.555.1234",
     "1-800 grams", "10 000 000"],
)  # fmt: skip
def test_other_numbers_are_none_for_calls(text: str) -> None:
    assert phone_numbers(f"See {text}.") == []


@pytest.mark.parametrize(
    "text", ["2019-2020", "1500-2000", "2500-3000", "10 000 000", "12.345.678"]
)
def test_spans_of_years_and_amounts_are_no_spanish_phone_numbers(text: str) -> None:
    assert phone_numbers(f"Llame. Son {text}.", "es") == []


def test_short_numbers_of_latin_america_are_known_in_spanish() -> None:
    assert unlinked("<p>En Argentina llame al 107, y en Colombia al 123.</p>", "es") == ["107"]
    for language in ("es", "es-419", "spa"):
        assert unlinked("<p>Marque el 131 para una ambulancia.</p>", language) == ["131"]
    assert unlinked("<p>Call 131 now.</p>") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("+18002324636", "8002324636"), ("18002324636", "+18002324636"), ("5550100", "+12125550100"),
     ("0019187815678", "19187815678"), ("02079460958", "+442079460958"), ("911", "911")],
)  # fmt: skip
def test_a_number_is_the_same_with_and_without_its_country(one: str, other: str) -> None:
    assert is_same_number(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("911", "988"), ("8002324636", "8002324637"), ("911", "+12125550911")]
)
def test_different_numbers_differ(one: str, other: str) -> None:
    assert not is_same_number(one, other)


@pytest.mark.parametrize(
    "body",
    ["<p>Fax: 555-201-4400</p>",
     "<dl><dt>Fax</dt><dd>555-201-4400</dd></dl>",
     "<p>555-201-4400 (fax)</p>",
     "<p>TTY (for people who cannot hear well): 1-866-201-4400</p>",
     "<p>TTY users can call 711.</p>",
     "<p>Call our nurse: <a href='tel:+15552014400'><b>555</b>-201-4400</a>.</p>",
     "<p><a href='/contact'>Call 555-201-4400</a></p>",
     "<p>Patent 555-201-4400</p>",
     "<p>ISBN 800-201-4400</p>",
     "<p>Example: 555-201-4400</p>",
     "<p>He made 911 calls in 112 days. Take 211 mg. Room 311, at 9:11.</p>",
     "<p>Bring 911 people to the hall, or 112% of them.</p>",
     "<p>More than 123 456 789 people have the flu.</p>",
     "<h2>References</h2><p>Doe J. Flu. Tel Aviv: Flu Press; 555-201-4400.</p>",
     "<p hidden>Call 555-201-4400.</p>",
     "<p>Call {{ phone }}.</p>",
     "<style>@page { margin: 2cm }</style><p>Call 555-201-4400.</p>"],
)  # fmt: skip
def test_numbers_that_are_not_for_a_tap_are_left_alone(body: str) -> None:
    assert unlinked(body) == []


def test_a_number_is_reported_once_however_it_is_written() -> None:
    body = "<p>Call 1-800-4-CANCER (1-800-422-6237).</p><p>Again: (800) 422-6237.</p>"
    assert unlinked(body) == ["1-800-4-CANCER"]


def test_a_number_that_the_page_links_elsewhere_passes() -> None:
    body = "<p>Call 555-201-4400.</p><footer><a href='tel:5552014400'>Call us</a></footer>"
    assert unlinked(body) == []


def test_each_number_of_a_list_is_found() -> None:
    body = "<p>Phone 1-888-394-3937 410-785-1414, or for help with a crisis call or text 988</p>"
    assert unlinked(body) == ["1-888-394-3937", "410-785-1414", "988"]


@pytest.mark.parametrize(
    "sentence",
    ["Llame al 911.", "Marque el 112.", "Llame o envíe un mensaje al 988.", "Llame a la línea 024."],
)  # fmt: skip
def test_short_numbers_are_found_in_spanish(sentence: str) -> None:
    assert len(unlinked(f"<p>{sentence}</p>", "es")) == 1


def test_a_number_can_be_linked_by_a_fix_that_is_not_safe() -> None:
    source = PAGE.format("en", "<p>Call <b>555</b>-201-4401 or 555-201-4400.</p>")
    first, second = findings(source, "phone-not-linked")
    assert first.fix is None
    assert second.fix is not None
    assert not second.fix.safe
    assert second.fix.edits[0].text == '<a href="tel:+15552014400">555-201-4400</a>'


@pytest.mark.parametrize(
    "link",
    ['<a href="tel:+1-800-232-4636">800-CDC-INFO (800-232-4636)</a>',
     '<a href="tel:+18002324636" aria-label="8 0 0. 2 3 2. 4 6 3 6.">800-232-4636</a>',
     '<a href="tel:5552014400,,12">555-201-4400 x12</a>',
     '<a href="tel:%2B1 555 201 4400">555-201-4400</a>',
     '<a href="sms:988">Text 988</a>',
     '<a href="tel:+12125550100">555-0100</a>',
     '<a href="tel:+0019187815678">001-918-781-5678</a>',
     '<a href="tel:112">Call for help, 24/7, 365 days</a>',
     '<a href="tel:+15552014400">Room 12, open 9-5, since 1985</a>'],
)  # fmt: skip
def test_a_link_that_calls_what_it_says_passes(link: str) -> None:
    assert findings(f"<p>{link}</p>", "tel-label-mismatch") == []


@pytest.mark.parametrize(
    "link",
    ['<a href="tel:+18002324636">800-232-4663</a>', '<a href="sms:911">988</a>',
     '<a href="TEL:1-800-4-CANCER">1-800-232-4636</a>', '<a href="tel:112">0300 123 4567</a>'],
)  # fmt: skip
def test_a_link_that_calls_another_number_is_found(link: str) -> None:
    assert len(findings(f"<p>{link}</p>", "tel-label-mismatch")) == 1


@pytest.mark.parametrize(
    "body",
    ["<p>Call 988 if you feel that you cannot go on.</p>",
     "<p>Do you feel hopeless? We can help. Call 988.</p>",
     "<h2>Thoughts of suicide</h2><p>Call 988.</p>",
     "<p>Call 988 now.</p><p>The 988 Crisis Line has people who listen.</p>",
     "<p>Call 911 now. In Spain, call 112.</p>",
     "<p>Need help? Call 988, {{ who }}</p>"],
)  # fmt: skip
def test_a_short_number_is_explained(body: str) -> None:
    assert findings(body, "short-code-unexplained") == []


def test_a_short_number_that_nothing_explains_is_found_once() -> None:
    body = "<h2>Need help?</h2><p>Call 988.</p><p>You can also text 988 at any time.</p>"
    assert len(findings(body, "short-code-unexplained")) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Call 0800 111 999 if you smell gas."), ("en", "Call 1 800 911 2000."),
     ("en", "Call 555 988 1234."), ("en", "Call 020 911 2233."), ("en", "Call (911) 555 01."),
     ("en", "Call 0800 (111) 999."), ("en", "Call 0800-111-999 or 0800.111.999."),
     ("es", "Llame al 900 112 112."), ("es", "Llame al 55 911 2233."), ("es", "Llame al 900 116 016.")],
)  # fmt: skip
def test_a_part_of_a_longer_number_is_no_short_number(language: str, text: str) -> None:
    assert not {"911", "988", "111", "999", "112", "016"}.intersection(
        unlinked(f"<p>{text}", language)
    )
    source = PAGE.format(language, f"<p>{text}")
    assert not findings(source, "short-code-unexplained")


@pytest.mark.parametrize(
    "text", ["Call 988 24/7.", "Call 988 24 hours a day.", "Call 988. 2 of us are here.",
             "Call 988 (1-800-273-8255).", "Call (988).", "Text or call 988, 7 days a week.",
             "Call 988 - 24/7."]
)  # fmt: skip
def test_a_short_number_beside_other_digits_is_found(text: str) -> None:
    assert "988" in unlinked(f"<p>{text}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Your order number is 555-201-4400."),
        ("en", "Claim number: 555-201-4400"),
        ("es", "Su número de póliza es 555-201-4400."),
    ],
)
def test_a_number_that_is_said_to_be_of_a_thing_is_no_phone_number(
    language: str, text: str
) -> None:
    assert unlinked(f"<p>{text}</p>", language) == []


def test_a_thing_further_before_leaves_a_phone_number_one() -> None:
    text = "<p>Give your order number and call 555-201-4400. To order, ring 555-201-4401.</p>"
    assert unlinked(text) == ["555-201-4400", "555-201-4401"]
