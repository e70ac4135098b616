"""Terms that a page explains, in ways that only what the lexicon knows can tell."""

from __future__ import annotations

import pytest

import plainlang


def undefined(html: str) -> set[str]:
    page = f"<html lang=en><title>On the heart</title><main>{html}</main></html>"
    findings = plainlang.check(page).findings
    return {f.term for f in findings if f.rule == "undefined-term"}


@pytest.mark.parametrize(
    "html",
    [
        "<p>The pain may come with fatigue (tiredness).</p>",
        "<p>The lump can be benign, which means not cancerous.</p>",
        "<p>Your cervix slowly opens, or dilates, to four inches.</p>",
        "<p>He is at risk of solid cancers [cancers that make a lump].</p>",
    ],
)
def test_words_beside_a_term_that_say_what_it_means_explain_it(html: str) -> None:
    assert undefined(html) <= {"cervix"}


def test_a_term_without_such_words_is_reported() -> None:
    assert undefined("<p>The pain may come with fatigue (see page 4).</p>") == {"fatigue"}


def test_what_explains_a_noun_explains_its_adjective() -> None:
    metastatic = "<p>Metastatic growths are seen on a scan.</p>"
    explained = "<p>Metastasis is when cancer spreads to a new part of the body.</p>"
    assert "metastatic" in undefined(metastatic)
    assert "metastatic" not in undefined(explained + metastatic)


def test_what_says_of_a_longer_name_how_it_differs_explains_its_first_word() -> None:
    page = (
        "<p>It helps people with metastatic melanoma.</p>"
        "<p>Metastatic cancer is cancer that has spread.</p>"
    )
    assert "metastatic" not in undefined(page)


def test_what_explains_a_longer_name_by_its_first_word_explains_it_not() -> None:
    page = "<p>Your colon is checked.</p><p>A colon polyp is a small growth in the colon.</p>"
    assert "colon" in undefined(page)


def message(html: str) -> str:
    (found,) = (f for f in plainlang.check(html).findings if f.rule == "undefined-term")
    return found.message


def test_how_often_a_term_is_used_counts_no_other_names_for_it() -> None:
    drug = "<p>Take an antihistamine like Benadryl.</p>"
    assert message(drug) == "“antihistamine” is not explained on this page."
    more = f"{drug}<p>Antihistamines can make you sleepy. So can Claritin.</p>"
    assert message(more).endswith("It is used 1 more time.")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Take OTC NSAIDs.", {"over-the-counter", "nonsteroidal anti-inflammatory drug"}),
        ("Take OTC NSAIDS, please.", {"over-the-counter", "nonsteroidal anti-inflammatory drug"}),
        ("DO NOT TAKE OTC NSAIDS AT HOME", set()),
        ("DO NOT TAKE NSAIDS", set()),
    ],
)
def test_acronyms_side_by_side_keep_their_meaning(text: str, terms: set[str]) -> None:
    found = plainlang.check(f"<p>{text}</p>").findings
    assert {f.term for f in found if f.category == "jargon"} == terms


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Some fear dialysis.", "Write “blood cleaning for failed kidneys”. Or explain it"),
        ("Hypertension runs in the family, and so high blood pressure is seen often.",
         "The sentence says “high blood pressure” already: leave out “Hypertension”. Or explain it"),
        ("Hypertension runs in the family. High blood pressure is seen often.",
         "Write “High blood pressure”. Or explain it"),
    ],
)  # fmt: skip
def test_words_that_stand_in_the_sentence_are_not_advised(text: str, how: str) -> None:
    (found,) = (f for f in plainlang.check(f"<p>{text}</p>").findings if f.rule == "undefined-term")
    assert found.how.startswith(how)
    assert (found.suggestion is None) == how.startswith("The sentence")
