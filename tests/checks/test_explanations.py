"""How terms are explained: plainly, and with the plain words first."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.fixes import apply_fixes


def found(source: str, rule: str) -> list[str]:
    report = plainlang.check(source, config={"select": [rule]})
    return [finding.excerpt for finding in report.findings]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>You may have hypertension (high blood pressure).</p>",
         "<p>You may have high blood pressure (hypertension).</p>"),
        ("<p>Hypertension (high blood pressure) is common.</p>",
         "<p>High blood pressure (hypertension) is common.</p>"),
        ("<p>Is it <b>dyspnea</b> (shortness of breath)?</p>",
         "<p>Is it <b>shortness of breath</b> (dyspnea)?</p>"),
        ("<p>Take an anticoagulant (blood thinner).</p>",
         "<p>Take a blood thinner (anticoagulant).</p>"),
        ("<p>An <b>anticoagulant</b> (blood thinner) can help.</p>",
         "<p>A <b>blood thinner</b> (anticoagulant) can help.</p>"),
        ("<p>A <b>cardiomegaly</b> (enlarged heart) can be treated.</p>",
         "<p>An <b>enlarged heart</b> (cardiomegaly) can be treated.</p>"),
        ("<html lang='es'><p>Tiene eritema (piel roja) en la cara.</p>",
         "<html lang='es'><p>Tiene piel roja (eritema) en la cara.</p>"),
    ],
)  # fmt: skip
def test_the_plain_words_are_put_first(before: str, after: str) -> None:
    report = plainlang.check(before, config={"select": ["hard-word-first"]})
    fixed = apply_fixes(before, report.findings, unsafe=True)
    assert fixed.source == after
    assert found(after, "hard-word-first") == []


@pytest.mark.parametrize(
    "source",
    [
        "<html lang='es'><p>El eritema (piel roja) no es grave para usted.</p>",
        "<html lang='es'><p>Tiene mucho eritema (piel roja) en la cara.</p>",
        "<html lang='es'><p>Es un signo del eritema (piel roja) de la cara.</p>",
        "<p>Take an anticoagulant (a blood thinner).</p>",
    ],
)
def test_words_that_what_stands_before_does_not_fit_are_not_swapped(source: str) -> None:
    report = plainlang.check(source, config={"select": ["hard-word-first"]})
    assert [finding.fix for finding in report.findings] == [None]


@pytest.mark.parametrize(
    "source",
    [
        "<p>High blood pressure (hypertension) is common.</p>",
        "<p>You may have hypertension (a persistently raised arterial pressure).</p>",
        "<p>You may have hypertension (when blood pushes too hard on the walls of vessels).</p>",
        "<p>You may have hypertension (Zestril).</p>",
    ],
)
def test_other_brackets_are_left_alone(source: str) -> None:
    assert found(source, "hard-word-first") == []


def test_an_explanation_may_name_its_own_term() -> None:
    easy = "<p>Chemotherapy is a treatment that kills cancer cells. Chemotherapy can make you tired.</p>"
    assert found(easy, "hard-explanation") == []


def message(source: str) -> str:
    (finding,) = plainlang.check(source, config={"select": ["explained-with-jargon"]}).findings
    return finding.message


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("<p>Gout is a kind of gout that hurts a lot.</p>",
         "The explanation of “Gout” uses “gout”, the word that it is to explain."),
        ("<html lang=es><p>La diálisis es un tipo de diálisis que se hace con una máquina.</p>",
         "La explicación de “diálisis” usa “diálisis”, la misma palabra que debe explicar."),
        ("<p>Do you have edema?</p>"
         "<p>Hypertension is a condition of high pressure that can cause edema.</p>",
         "The explanation of “Hypertension” uses “edema”, which is not explained either."),
    ],
)  # fmt: skip
def test_what_is_said_of_a_word_in_an_explanation_is_true(source: str, said: str) -> None:
    assert message(source) == said


@pytest.mark.parametrize(
    "source",
    [
        # what stands before "to prevent" and "to treat" is another thing
        "<p>Is heparin safe?</p><p>You can take aspirin or heparin to prevent clots (thrombosis).</p>",
        "<p>Magnesium is safe.</p><p>Take magnesium to treat fits (eclampsia).</p>",
        # the longer name is explained, and its last word may be used for that
        "<p>They may be metastatic brain tumors, which are tumors formed by cancer cells.</p>",
        # the letters are spelled out
        "<p>You may get coronary heart disease (CHD).</p>"
        "<p>Metabolic syndrome is a group of things that raise your risk of CHD.</p>",
        # another name, and the words that plainlang would use itself
        "<p>A core biopsy can hurt.</p>"
        "<p>A needle biopsy, also called a core biopsy, is a test with a needle.</p>",
    ],
)
def test_an_explanation_of_another_thing_is_no_jargon(source: str) -> None:
    assert found(source, "explained-with-jargon") == []


def test_an_explanation_that_uses_the_word_itself_is_reported() -> None:
    source = "<p>Dialysis is a kind of dialysis that a machine does.</p>"
    assert found(source, "explained-with-jargon") == ["dialysis"]


@pytest.mark.parametrize(
    "source",
    [
        "<p>CPAP (continuous positive airway pressure) helps at night.</p>",
        "<p>A liver biopsy is a test of a small piece of your liver.</p>",
    ],
)
def test_letters_and_longer_names_are_not_explained_with_jargon(source: str) -> None:
    assert found(source, "explained-with-jargon") == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>It hurts in the axilla (under the arm).</p>",
        "<p>He calls it hypertension (“pressure”).</p>",
    ],
)
def test_words_that_do_not_fit_are_not_put_first(source: str) -> None:
    assert found(source, "hard-word-first") == []


def test_an_item_of_a_run_in_list_is_not_explained_too_late() -> None:
    listed = "<p>We offer - Surgery - Chemotherapy - Radiation</p>"
    between = "<p>Ask us.</p><p>We can help.</p><p>Come in.</p>"
    told = "<p>Chemotherapy is a treatment that kills cancer cells.</p>"
    assert found(listed + between + told, "explained-too-late") == []
    used = "<p>You may need chemotherapy for some months.</p>"
    assert found(used + between + told, "explained-too-late") == ["chemotherapy"]


def test_a_hard_word_that_stands_first_is_reported_once() -> None:
    before = "<p>Recurrence is rare. So is a recurrent illness.</p>"
    source = f"{before}<p>New drugs can stop it from recurring (coming back).</p>"
    assert found(source, "hard-word-first") == ["recurring (coming back)"]


def test_a_hard_word_in_an_explanation_is_reported_once() -> None:
    explained = "<p>Hypertension is a condition of high pressure that can cause edema{}.</p>"
    first = explained.format("")
    assert found(first, "undefined-term") == ["edema"]
    assert found(first, "explained-with-jargon") == []
    later = f"<p>You may have edema.</p>{first}"
    assert found(later, "undefined-term") == found(later, "explained-with-jargon") == ["edema"]
    both = f"<p>You may have sepsis.</p>{explained.format(' or sepsis')}"
    assert found(both, "undefined-term") == ["sepsis", "edema"]
    assert found(both, "explained-with-jargon") == ["sepsis"]


@pytest.mark.parametrize(
    ("source", "suggestion"),
    [
        ("<p>Jaundice (yellow skin) is a sign.</p>", "Yellow skin (jaundice)"),
        (
            "<p>We offer psychotherapy (also called talk therapy).</p>",
            "talk therapy (psychotherapy)",
        ),
    ],
)
def test_the_order_that_is_told_is_the_one_to_write(source: str, suggestion: str) -> None:
    report = plainlang.check(source, config={"select": ["hard-word-first"]})
    assert [f.suggestion for f in report.findings] == [suggestion]
    assert f"Turn it around: “{suggestion}”." in report.findings[0].how


HARD = "a disorder characterised by insufficient physiological availability of an indispensable substance."


@pytest.mark.parametrize(
    ("source", "reported"),
    [
        (f"<p>Hypertension is {HARD}</p>", True),
        (f"<p>Congenital lactase deficiency is {HARD}</p>", False),
        (f"<ul><li>Stage IIA: {HARD}</li></ul>", False),
        ("<h2>What is hypertension?</h2><p>Hypertension (HY-per-TEN-shun) is a strong push of blood"
         " on the walls.</p>", False),
    ],
)  # fmt: skip
def test_a_hard_explanation_is_of_the_term_itself(source: str, reported: bool) -> None:
    assert (found(source, "hard-explanation") != []) is reported
