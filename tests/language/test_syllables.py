"""Syllables: English words of medicine, numbers and initials; Spanish by the rules of the Academia."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainlang.language.syllables import count_syllables

# Not in the dictionary that the table is made from, or words that trip a count of vowel groups.
MEDICAL = {
    3: "nephritis fibrosis lymphoma warfarin metformin otitis neuralgia arthralgia",
    4: "hepatitis nephrology nephrectomy uremia vasectomy melanoma ischemia",
    5: "pancreatitis hematology orchiectomy craniectomy hysterectomy",
    6: "gastroenteritis oophorectomy osteoarthritis atherosclerosis pyelonephritis ketoacidosis",
    7: "cardiomyopathy gastroenterology electrocardiogram epidemiology glomerulonephritis",
}


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        *((word, n) for n, words in MEDICAL.items() for word in words.split()),
        # Initials by their letters, unless they are read as a word; numbers as they are read out.
        ("NOT", 1), ("STOP", 1), ("DO", 1), ("WHO", 5), ("US", 2),
        ("MRI", 3), ("CDC", 3), ("AIDS", 1), ("MRIs", 3), ("100", 3), ("3.5", 3), ("1999", 5),
        # Long numbers by their groups.
        ("1-877-222-8387", 4), ("555-0100", 2), ("2024-11-05", 3),
        # Parts parted by hyphens each by itself.
        ("x-ray", 2), ("well-being", 3), ("café", 2), ("doctor’s", 2),
    ],
)  # fmt: skip
def test_english_words_have_the_syllables_that_are_heard(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


@pytest.mark.parametrize("language", ["es", "es-MX", "es_ES", "spa", "Spanish"])
def test_a_language_counts_however_it_is_named(language: str) -> None:
    assert count_syllables("área", language) == 3


def test_spanish_words_have_the_syllables_of_the_orthography() -> None:
    listed = (Path(__file__).with_name("syllables_es.tsv")).read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in listed if line and not line.startswith("#")]
    assert len(rows) >= 500
    wrong = {word: int(n) for word, n in rows if count_syllables(word, "es") != int(n)}
    assert wrong == {}


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("2", 1), ("8", 2), ("12", 2), ("28", 3), ("31", 5), ("100", 1), ("911", 6), ("2.500", 5),
     ("0,5", 6), ("12:30", 4), ("VIH", 5), ("ADN", 4), ("OMS", 5), ("TAC", 1), ("EPOC", 2),
     ("LOS", 1), ("MUY", 1)],
)  # fmt: skip
def test_spanish_numbers_and_letters_count_as_they_are_read_out(word: str, syllables: int) -> None:
    assert count_syllables(word, "es") == syllables
