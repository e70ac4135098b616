"""A reading level, its range, and the verdict on a target."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plainlang.errors import ConfigError
from plainlang.language.level.counts import add_up
from plainlang.language.level.reading import Reading, count_text, measure, measure_counts, verdict

LEAFLET = """You may feel tired for a few days after the operation. Rest when you need to. Take a
short walk every day, and do a little more each time. Do not drive for one week.

Call us if you have a fever, or if the wound gets red, hot or sore. You can eat what you like. Drink
plenty of water."""


def reading(grade: float, low: float, high: float, metric: str = "plainlang") -> Reading:
    return Reading(grade, low, high, metric, words=400, sentences=30)


def test_a_leaflet_reads_at_primary_school_level() -> None:
    found = measure(LEAFLET)
    assert found.grade is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.grade < 6
    assert found.grade < found.high
    assert found.sentences == 7
    assert found.words == 61
    assert found.syllables > found.words
    assert found.formulas["flesch_kincaid_grade"] < 6
    assert found.note == ""
    assert verdict(found, 8) == "meets"


def test_a_blank_line_ends_a_sentence() -> None:
    assert measure("Opening hours\n\nMonday to Friday").sentences == 2


def test_the_grade_of_a_short_text_says_that_it_is_a_guess() -> None:
    found = measure("Take one tablet a day.")
    assert found.grade is not None
    assert found.note == "a rough guess: the text has only 5 words"
    assert verdict(found, 8) == "too-short"
    assert verdict(found, 8, min_words=5) == "meets"
    assert measure("Rest.", metric="lix").note == "a rough guess: the text has only 1 word"
    without = measure("Take one tablet a day.", min_words=6)
    assert (without.grade, without.note) == (None, "too short to say: 5 words, 6 needed")
    page = measure_counts(add_up(count_text("Take one tablet a day.")))
    assert page.grade is page.low is page.high is None
    assert verdict(page, 8) == "too-short"


def test_no_words_have_no_grade() -> None:
    assert measure("").grade is None
    assert measure("— 🙂").grade is None


def test_more_sentences_narrow_the_range() -> None:
    few = measure("\n\n".join([LEAFLET] * 2))
    many = measure("\n\n".join([LEAFLET] * 20))
    assert few.grade is not None
    assert few.low is not None
    assert many.grade is not None
    assert many.low is not None
    assert many.grade == pytest.approx(few.grade, abs=2)
    assert many.grade - many.low < few.grade - few.low


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (reading(8.0, 7.2, 8.9), "meets"),
        (reading(8.04, 7.2, 8.9), "meets"),
        (reading(8.06, 7.2, 8.9), "too-close"),
        (reading(8.9, 8.04, 9.9), "too-close"),
        (reading(9.4, 8.6, 11.0), "above"),
        (reading(62.0, 62.0, 62.0, "flesch_reading_ease"), "above"),
    ],
)
def test_a_target_of_eight_is_met_at_eight(found: Reading, expected: str) -> None:
    assert verdict(found, 80 if found.metric != "plainlang" else 8) == expected


def test_on_reading_ease_higher_is_easier() -> None:
    assert verdict(reading(60.0, 60.0, 60.0, "flesch_reading_ease"), 60) == "meets"
    assert verdict(reading(59.9, 59.9, 59.9, "flesch_reading_ease"), 60) == "above"


def test_a_policy_may_cite_a_formula() -> None:
    found = measure(LEAFLET, metric="flesch_kincaid_grade")
    assert found.grade == found.low == found.high == found.formulas["flesch_kincaid_grade"]
    smog = measure(LEAFLET, metric="smog_index")
    assert "30 sentences" in smog.note
    with pytest.raises(ConfigError, match="flesch_kincaid_grade"):
        measure(LEAFLET, metric="flesch_kincaid")


def test_a_language_without_a_measure_says_so() -> None:
    german = measure("Der Arzt sieht nach dem Kind. " * 10, "de")
    assert german.grade is None
    assert "no plainlang grade" in german.note
    assert "lix" in german.formulas
    assert verdict(german, 8) == "unknown"
    klingon = measure("qaStaH nuq jay " * 20, "tlh")
    assert klingon.formulas == {}
    assert "no reading measure" in klingon.note


def test_spanish_is_measured_with_spanish_words() -> None:
    found = measure(
        "Tome una pastilla por la mañana. Beba mucha agua. Llame a su médico si tiene fiebre, si se"
        " siente mal o si le duele la cabeza. Puede comer lo que quiera y salir a caminar.",
        "es-MX",
    )
    assert found.grade is not None
    assert found.grade < 7
    assert set(found.formulas) >= {"fernandez_huerta", "szigriszt_pazos"}


def test_names_do_not_count_in_the_mode_of_wcag() -> None:
    text = "The clinic of Professor Adalbert Szymanski is next to the Wojciechowski library. " * 5
    with_names, without = measure(text), measure(text, without_names=True)
    assert with_names.grade is not None
    assert without.grade is not None
    assert without.grade < with_names.grade
    assert without.words < with_names.words


def test_the_page_about_the_grade_keeps_its_word() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reading-level.md").read_text(encoding="utf-8")
    parts = re.split(r"\n\s*\n", page)
    examples = [" ".join(p.replace(">", " ").split()) for p in parts if p.startswith(">")]
    stated = re.search(r"\*\*grade\*\* \| \*\*([\d.]+)\*\* \| \*\*([\d.]+)\*\*", page)
    assert stated is not None
    for example, grade in zip(examples, stated.groups(), strict=True):
        assert measure(example).grade == pytest.approx(float(grade), abs=0.051)
    prose = "\n\n".join(p for p in parts if not p.startswith(("|", "#", ">")))
    assert verdict(measure(re.sub(r"(?m)^- ", "\n", prose)), 8) == "meets"


def test_a_soft_hyphen_parts_no_word() -> None:
    assert measure("Take the med\u00adi\u00adcine now.") == measure("Take the medicine now.")
