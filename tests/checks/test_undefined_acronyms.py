"""Acronyms on English pages: which of them a page leaves unexplained."""

from __future__ import annotations

import pytest

import plainlang


def undefined(html: str) -> list[str]:
    page = f"<html lang=en><title>On care</title><main>{html}</main></html>"
    report = plainlang.check(page, config={"select": ["undefined-acronym"]})
    return [f.excerpt for f in report.findings]


def test_a_heading_can_spell_out_what_the_text_uses() -> None:
    html = "<h2>What is Quick Rash Test Care (QRTC)?</h2><p>Most people get QRTC in the fall.</p>"
    assert undefined(html) == []
    assert undefined("<p>Most people get QRTC in the fall.</p>") == ["QRTC"]


def test_a_heading_alone_is_no_use() -> None:
    assert undefined("<h2>Ask for QRTC</h2><p>We are glad to help you.</p>") == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>Sign in with your QD Logon account to see the bill.</p>",
        "<p>You may get money from the QRT Bill when you study.</p>",
        "<p>The usual care is FCRX, which combines three drugs and a shot.</p>",
        "<p>The Trial of Many Long Rests, or TMLRx, took ten years.</p>",
    ],
)
def test_letters_in_a_name_or_behind_their_words_are_known(html: str) -> None:
    assert undefined(html) == []


def test_letters_before_a_small_word_are_reported() -> None:
    assert undefined("<p>Sign in with your QDL account to see the bill.</p>") == ["QDL"]


def test_letters_at_the_very_start_of_a_text_are_reported() -> None:
    assert undefined("<p>QRTC tests help</p>") == ["QRTC"]


def test_letters_in_italics_are_a_gene() -> None:
    assert undefined("<p>Changes in <i>QRTC</i> can be passed on.</p>") == []
    assert undefined("<p>Changes in <b>QRTC</b> can be passed on.</p>") == ["QRTC"]


def test_six_letters_may_stand_for_words_and_seven_are_a_word_in_capitals() -> None:
    assert undefined("<p>Ask for a QRTCVX test now.</p>") == ["QRTCVX"]
    assert undefined("<p>Ask for a QRTCVXD test now.</p>") == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text PAY to 41411.</p>",
        "<p>Text “QRTZ” to 41411.</p>",
        "<p>Reply QRTZ or QRTX to 41411.</p>",
        "<p>Ask your MOM or DAD.</p>",
        "<p>RINSE your mouth when you are done.</p>",
        "<p>SWISH the water and SPIT it out.</p>",
        "<p>Get your FLU shot in the fall.</p>",
    ],
)
def test_words_in_capitals_and_words_to_send_are_no_acronyms(html: str) -> None:
    assert undefined(html) == []


def test_letters_that_are_sent_to_people_are_reported() -> None:
    assert undefined("<p>Send your QRT form to us.</p>") == ["QRT"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>A Q.R.T. (quick rash test) is cheap.</p>",
        "<p>Use R.I.C.E. (rest, ice, compression, elevation) at home.</p>",
        "<p>F.A.S.T. stands for face, arms, speech, and time.</p>",
        "<p>A quick rash test (QRT) is cheap.</p><p>Ask for the Q.R.T. today.</p>",
        "<p lang=es>Mida su P.A. (presión arterial) en casa.</p>",
    ],
)
def test_letters_with_dots_are_explained_as_those_without(html: str) -> None:
    assert undefined(html) == []


def test_letters_with_dots_that_nothing_explains_are_reported() -> None:
    assert undefined("<p>Ask for the Q.R.T. today.</p>") == ["Q.R.T."]


def test_units_in_capitals_behind_an_amount_are_known() -> None:
    html = "<p>Take one 10 MG tablet, or 5 ML. Your TRN level was 2.1 mIU/L. It holds 100 units per ML.</p>"
    assert undefined(html) == ["TRN"]
    assert undefined("<p>People with MG often feel weak at night.</p>") == ["MG"]
