"""Numbers that patients misread: what is found, what is left alone, and what a fix writes."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.findings import Finding


def found(text: str, language: str = "en") -> list[Finding]:
    report = plainlang.check(f'<html lang="{language}"><p>{text}</p>')
    return [f for f in report.findings if f.category == "numbers"]


def rules(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(f.rule, f.excerpt) for f in found(text, language)]


@pytest.mark.parametrize(
    ("text", "excerpt", "suggestion"),
    [
        ("Take .25 mg a day.", ".25 mg", "0.25 mg"),
        ("Take 10.0 units a day.", "10.0 units", "10 units"),
        ("Take one 2.0-mg pill.", "2.0-mg", "2-mg"),
        ("Give .5ml of it.", ".5ml", "0.5ml"),
        ("From 0.5 to 1.0 mg a day.", "1.0 mg", "1 mg"),
        ("Take 1.0 or 2.5 mg.", "1.0", "1"),
    ],
)
def test_a_point_that_is_easily_missed_is_mended(text: str, excerpt: str, suggestion: str) -> None:
    (one,) = found(text)
    assert (one.rule, one.excerpt, one.suggestion) == ("misread-decimal", excerpt, suggestion)
    assert one.fix is not None
    assert one.fix.safe


def test_a_point_that_may_belong_elsewhere_is_not_mended_by_itself() -> None:
    both = [*found("Take 10 .5 mg pills."), *found("Tome aspirina ,5 mg.", "es")]
    assert len(both) == 2
    for one in both:
        assert one.fix is not None
        assert not one.fix.safe


@pytest.mark.parametrize(
    "text",
    [
        "Normal potassium is 3.5 to 5.0 mmol/L.",
        "Creatinine was 2.0 mg/dL, or 20.0 mg per liter.",
        "Your level was 6.0 mg. We drew 10.0 mL of blood.",
        "It has 5.0 g of sugar. The lump is 3.0 cm.",
        "P = .05, and a baby of 5.0 kg, for $5.00.",
        "A dose of 1.000 mg or 0.5 mg.",
        "Air: 12 µg/m3. ALT: 40 U/L. Lead: 5 µg/dL.",
        "U+02220 U+00338 is a sign for a dose.",
        "In 38 U.S. states we use 2 U-shaped pillows for each dose.",
        "Mount it in a 2U rack.",
        "Take 20 mcg (800 IU) a day.",
        "International units (IU) tell the strength. Take 600 IU.",
        "Take 5 mg a day. Q.D. Smith wrote this.",
        "Never write “10 U” for a dose.",
        "Code <code>.5 mg</code>.",
    ],
)
def test_results_of_tests_and_other_numbers_are_left_alone(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    ("text", "suggestion", "safe"),
    [
        ("Inject 10U of insulin.", "10 units", False),
        ("Take 1,000 IU of it.", "1,000 international units", True),
        ("Take 1 µg of it.", "1 microgram", True),
        ("Take a 10-µg pill.", "10-microgram", True),
        ("Draw up 5 cc of syrup.", "5 mL", False),
        ("Take one tablet qd.", "every day", False),
        ("Take 5 mg q.o.d. for a week.", "every other day", False),
    ],
)
def test_short_forms_of_doses_are_written_out(text: str, suggestion: str, safe: bool) -> None:
    one = next(f for f in found(text) if f.rule == "misread-dose-abbreviation")
    assert one.suggestion == suggestion
    assert one.fix is not None
    assert one.fix.safe is safe


def test_a_date_says_both_of_its_readings() -> None:
    (one,) = found("Come on 03/04/2026.")
    assert one.message == "“03/04/2026” can be March 4, 2026 or April 3, 2026."
    (one,) = found("Venga el 03/04/2026.", "es")
    assert "4 de marzo de 2026 o el 3 de abril de 2026" in one.message


@pytest.mark.parametrize(
    "text",
    ["On 25/03/2026.", "On 5/5/2026.", "File 12/11/2020/45.", "As MM/DD/YYYY: 03/04/2026.", "Vim 7.4.1925."],
)  # fmt: skip
def test_dates_with_one_reading_are_left_alone(text: str) -> None:
    assert rules(text) == []


def test_twelve_o_clock_keeps_the_point_of_its_sentence() -> None:
    (one,) = found("We close at 12 pm.")
    assert (one.excerpt, one.suggestion) == ("12 pm", "noon")
    (one,) = found("Cerramos a las 12 p. m.", "es")
    assert one.suggestion == "12 del mediodía"
    assert rules("We close at 12 p.m. (noon), or at 12:30 p.m.") == []


def test_chances_are_put_on_one_base() -> None:
    (one,) = found("It happens to 1 in 20 men and 1 in 300 women.")
    assert one.rule == "odds-on-different-bases"
    assert "“50 in 1,000” and “about 3 in 1,000”" in one.how


@pytest.mark.parametrize(
    "text",
    [
        "It happens to 1 in 10 men and 3 in 10 women.",
        "About 1 in 4 have it. Of these, 1 in 10 need surgery.",
        "In 1 in 5 cases it came back, 2 in 24 hours and 3 in 2019.",
        "Pain was 4 out of 10. A score of 15 out of 20 is good.",
    ],
)
def test_what_nobody_compares_is_left_alone(text: str) -> None:
    assert rules(text) == []


def test_a_relative_risk_needs_a_base() -> None:
    assert rules("It raises your risk of stroke by about 50%.") == [
        ("relative-risk-alone", "raises your risk of stroke by about 50%")
    ]
    assert rules("It lowers the risk by 50%, from 2 in 100 to 1 in 100.") == []
    assert rules("Your rate is 25% lower, and half are more likely to forget.") == []


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [("Smokers are twice as likely to have a stroke.", "en", "twice as likely"),
     ("It gives you about 20 times the risk of cancer.", "en", "20 times the risk"),
     ("Salt doubles your risk of a stroke.", "en", "doubles your risk"),
     ("Fumar duplica el riesgo de infarto.", "es", "duplica el riesgo"),
     ("Tienen el doble de probabilidad de caer.", "es", "el doble de probabilidad")],
)  # fmt: skip
def test_so_many_times_the_risk_needs_a_base(text: str, language: str, said: str) -> None:
    assert rules(text, language) == [("relative-risk-alone", said)]


@pytest.mark.parametrize(
    "text",
    ["One in 50 has a stroke. Smokers are twice as likely to have one.",
     "It happens to 2 in 100. Smokers have twice the risk.", "At 1%, twice the risk is 2%.",
     "Take it twice a day at no risk. Three times a week, you are likely to walk."],
)  # fmt: skip
def test_times_with_a_base_or_without_a_risk_are_left_alone(text: str) -> None:
    assert rules(text.replace("One in 50", "1 in 50")) == []


def test_a_date_may_have_a_short_year() -> None:
    (one,) = found("Come on 3/4/26.")
    assert one.message == "“3/4/26” can be March 4, 2026 or April 3, 2026."
    assert rules("Come at 3/6/12 months. It was 25/3/26, or 1/2/345.") == []


def test_a_short_form_names_the_list_that_has_it() -> None:
    """The list of the Joint Commission holds “U” and “QD”, but neither “cc” nor “µg”."""
    named = {
        f.excerpt: "joint-commission" in f.references
        for f in found("Inject 10 U or 5 cc of insulin. Take 50 µg of iodine QD.")
    }
    assert named == {"10 U": True, "5 cc": False, "50 µg": False, "QD": True}


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_short_form_in_a_dose_is_one_finding(language: str) -> None:
    """The letters need not be spelled out as well: other words stand in their place."""
    report = plainlang.check(f'<html lang="{language}"><p>Take 5 mg QD.</p>')
    assert [f.rule for f in report.findings if f.excerpt == "QD"] == ["misread-dose-abbreviation"]


def test_times_the_risk_are_found_in_a_part_in_another_language() -> None:
    english = (
        "<p>Ask your nurse how you can stop, and what may help you with it in the first days.</p>"
    )
    spanish = "<p lang=es>Los que fuman tienen tres veces más riesgo de sufrir un infarto.</p>"
    found = plainlang.check(f"<html lang=en>{english * 9}{spanish}", filename="a.html").findings
    assert "tres veces más riesgo" in [f.excerpt for f in found if f.rule == "relative-risk-alone"]
