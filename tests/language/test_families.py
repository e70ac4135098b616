"""Which words are forms of one word."""

from __future__ import annotations

import pytest

from plainlang.language.families import are_of_one_family


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
