"""Short forms and their words in texts written as abstracts and health pages are."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainlang.language.acronyms.abbreviations import find_abbreviations


def labelled() -> list[tuple[str, set[tuple[str, str]]]]:
    lines = Path(__file__).with_name("abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.partition("\t") for line in lines if "\t" in line]
    return [
        (
            text,
            {(short, long) for short, _, long in (p.partition("=") for p in pairs.split("|"))}
            - {("", "")},
        )
        for text, _, pairs in cells
    ]


def test_pairs_are_found_and_nothing_else() -> None:
    hits = found = wanted = 0
    for text, right in labelled():
        guesses = {(a.short, a.long) for a in find_abbreviations(text)}
        hits, found, wanted = hits + len(right & guesses), found + len(guesses), wanted + len(right)
    assert wanted > 200
    assert hits / found >= 0.97
    assert hits / wanted >= 0.97


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Your body mass index (BMI) is fine.", "BMI", "body mass index"),
        ("Your BMI (body mass index) is fine.", "BMI", "body mass index"),
        ("Your body mass index, or BMI, is fine.", "BMI", "body mass index"),
        ("BMI stands for body mass index.", "BMI", "body mass index"),
        ("PFT stands for pulmonary function test.", "PFT", "pulmonary function test"),
        ("MCT stands for mean cell time or two.", "MCT", "mean cell time"),
        ("Take the XR (extended release) pill.", "XR", "extended release"),
        ("Helicobacter pylori (H. pylori) was found.", "H. pylori", "Helicobacter pylori"),
    ],
)
def test_spans_are_the_very_places(text: str, short: str, long: str) -> None:
    (pair,) = find_abbreviations(text)
    assert (pair.short, pair.long) == (short, long)
    assert text[slice(*pair.short_span)] == short
    assert text[slice(*pair.long_span)] == long


@pytest.mark.parametrize(
    "text",
    [
        "Your body mass index [BMI]a is fine.",
        "It fell (P<0.05).",
        "Mice (n=20) slept (Fig. 1).",
        "At 8 (SD 2).",
    ],
)
def test_figures_and_numbers_in_brackets_are_no_short_forms(text: str) -> None:
    assert find_abbreviations(text) == []


def test_a_capital_that_grows_when_it_is_lowered_breaks_nothing() -> None:
    (pair,) = find_abbreviations("The İstanbul body mass index (BMI) is fine.")
    assert pair.long == "body mass index"


def test_those_that_are_asked_for_are_found_with_their_place() -> None:
    text = "Your body mass index (BMI) and your blood pressure (BP) are fine."
    every = find_abbreviations(text)
    asked = find_abbreviations(text, lambda short: text[slice(*short)] == "BP")
    assert [a.short for a in every] == ["BMI", "BP"]
    assert asked == every[1:]
