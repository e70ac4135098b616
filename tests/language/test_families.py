"""Which words are forms of one word."""

from __future__ import annotations

import pytest

from plainlang.language.terms.families import are_of_one_family, is_same_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("metastasis", "metastatic"),
        ("ovary", "ovarian"),
        ("abdomen", "abdominal"),
        ("toxin", "toxic"),
        ("hemorrhage", "hemorrhagic"),
        ("lactose intolerance", "lactose intolerant"),
    ],
)
def test_a_noun_and_its_adjective_are_one_family(one: str, other: str) -> None:
    assert are_of_one_family(one, other)
    assert are_of_one_family(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gastric", "gastritis"),
        ("hepatic", "hepatitis"),
        ("carcinoma", "carcinogen"),
        ("hypertension", "hyperthyroidism"),
        ("neuron", "neuropathy"),
        ("brain abscess", "brain stem"),
        ("lung cancer", "skin cancer"),
    ],
)
def test_words_that_share_a_root_but_not_their_meaning_are_not(one: str, other: str) -> None:
    assert not are_of_one_family(one, other)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [("antihistamine", "Antihistamines", "en"), ("NSAIDs", "NSAID", "en"), ("metastases", "metastasis", "en"),
     ("oedema", "edema", "en"), ("x-ray", "X rays", "en"), ("edema", "edemas", "es"), ("crónica", "crónico", "es")],
)  # fmt: skip
def test_number_gender_and_spelling_make_no_other_word(one: str, other: str, language: str) -> None:
    assert is_same_word(one, other, language)
    assert is_same_word(other, one, language)


@pytest.mark.parametrize(
    ("one", "other"),
    [("antihistamine", "Benadryl"), ("metastasis", "metastatic"), ("COPD", "chronic obstructive pulmonary disease"),
     ("biopsy", "needle biopsy"), ("ingest", "ingested")],
)  # fmt: skip
def test_other_names_for_a_thing_are_other_words(one: str, other: str) -> None:
    assert not is_same_word(one, other)


def test_the_forms_of_a_verb_are_one_word() -> None:
    assert is_same_word("ingest", "ingesting", is_verb=True)
