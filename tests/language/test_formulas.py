"""The published formulas: textstat's values on equal counts, and the papers' own."""

from __future__ import annotations

import socket

import pytest

from plainlang.language.level.counts import Counts, add_up
from plainlang.language.level.formulas import ENGLISH, SPANISH, compute, formulas_for
from plainlang.language.level.reading import count_text
from plainlang.language.level.spanish_formulas import inflesz

# Short words without numbers, names, hyphens or abbreviations: nothing to count in two ways.
ENGLISH_PROSE = """The nurse will take some blood from your arm. You may feel a small sting when the
needle goes in. After the test you can go home and eat as you like. The doctor will call you with
the results in a few days. If the area becomes red and painful you should telephone the hospital.
Remember to bring your medicine and a list of questions to every appointment. Most people recover
completely and return to ordinary activities after several weeks."""
SPANISH_PROSE = """La enfermera le saca sangre del brazo. Puede sentir un dolor corto. Después de la
prueba usted vuelve a su casa y come como siempre. Si la zona se pone roja, llame al hospital."""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a formula reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def _textstat(monkeypatch: pytest.MonkeyPatch, language: str, counts: Counts) -> object:
    """Return textstat counting syllables as we do, for its dictionary is not at hand."""
    pytest.importorskip("textstat")
    from importlib import import_module

    from textstat.textstat import textstatistics

    from plainlang.language.syllables import count_syllables

    def ours(text: str, lang: str) -> int:
        return sum(count_syllables(word.strip(".,"), language) for word in text.split())

    for module in ("syllables_per_word", "linsear_write_formula", "szigriszt_pazos"):
        found = import_module(f"textstat.backend.metrics._{module}")
        monkeypatch.setattr(found, "count_syllables", ours)
    found = import_module("textstat.backend.counts._count_polysyllable_words")
    monkeypatch.setattr(found, "count_syllables", ours)
    reference = textstatistics()
    reference.set_lang(language)
    return reference


def test_english_formulas_give_textstats_values_on_equal_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counts = add_up(count_text(ENGLISH_PROSE))
    reference = _textstat(monkeypatch, "en", counts)
    assert counts.words == reference.lexicon_count(ENGLISH_PROSE)
    assert counts.sentences == reference.sentence_count(ENGLISH_PROSE)
    assert counts.letters == reference.letter_count(ENGLISH_PROSE)
    assert counts.characters == reference.char_count(ENGLISH_PROSE)
    for name in (
        "flesch_reading_ease",
        "flesch_kincaid_grade",
        "smog_index",
        "automated_readability_index",
        "linsear_write_formula",
        "lix",
        "rix",
    ):
        expected = getattr(reference, name)(ENGLISH_PROSE)
        assert ENGLISH[name](counts) == pytest.approx(expected, abs=0.005), name


def test_formulas_on_difficult_words_give_textstats_values_on_equal_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counts = add_up(count_text(ENGLISH_PROSE))
    reference = _textstat(monkeypatch, "en", counts)
    from importlib import import_module

    for name, count in (
        ("gunning_fog", counts.complex_words),
        ("dale_chall_readability_score", counts.unfamiliar),
        ("spache_readability", counts.unfamiliar),
    ):
        module = import_module(f"textstat.backend.metrics._{name}")
        monkeypatch.setattr(module, "count_difficult_words", lambda *a, n=count, **k: n)
        expected = getattr(reference, name)(ENGLISH_PROSE)
        assert ENGLISH[name](counts) == pytest.approx(expected, abs=0.005), name


def test_spanish_formulas_give_textstats_values_on_equal_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counts = add_up(count_text(SPANISH_PROSE, "es"))
    reference = _textstat(monkeypatch, "es", counts)
    assert counts.words == reference.lexicon_count(SPANISH_PROSE)
    assert counts.sentences == reference.sentence_count(SPANISH_PROSE)
    for name in ("fernandez_huerta", "szigriszt_pazos", "gutierrez_polini", "crawford"):
        expected = getattr(reference, name)(SPANISH_PROSE)
        assert SPANISH[name](counts) == pytest.approx(expected, abs=0.01), name


def test_coleman_liau_is_the_papers_not_the_rounded_one() -> None:
    # The paper: 0.0588 letters - 0.296 sentences in 100 words - 15.8. textstat rounds to 0.058.
    counts = Counts(words=100, letters=470, sentences=5)
    assert ENGLISH["coleman_liau_index"](counts) == pytest.approx(27.636 - 1.48 - 15.8)


def test_coleman_liau_differs_from_textstat_by_that_rounding_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counts = add_up(count_text(ENGLISH_PROSE))
    reference = _textstat(monkeypatch, "en", counts)
    rounding = (0.0588 - 0.058) * 100 * counts.letters / counts.words
    expected = reference.coleman_liau_index(ENGLISH_PROSE) + rounding  # type: ignore[attr-defined]
    assert ENGLISH["coleman_liau_index"](counts) == pytest.approx(expected, abs=0.005)


def test_longer_sentences_are_harder_in_fernandez_huerta() -> None:
    # The misprint that goes round would make them easier.
    short = Counts(words=100, syllables=200, sentences=10)
    long = Counts(words=100, syllables=200, sentences=4)
    assert SPANISH["fernandez_huerta"](long) < SPANISH["fernandez_huerta"](short)


def test_dale_chall_adds_its_constant_above_five_percent() -> None:
    few = Counts(words=100, sentences=10, unfamiliar=5)
    many = Counts(words=100, sentences=10, unfamiliar=6)
    formula = ENGLISH["dale_chall_readability_score"]
    assert formula(many) - formula(few) == pytest.approx(0.1579 + 3.6365)


def test_linsear_write_takes_a_grade_off_where_sentences_have_few_points() -> None:
    # O'Hayre: half the points of a sentence, above 20; one less below.
    formula = ENGLISH["linsear_write_formula"]
    assert formula(Counts(words=100, sentences=4)) == 12.5
    assert formula(Counts(words=100, sentences=10, polysyllables=10)) == 5


def test_no_words_are_zero_everywhere() -> None:
    for formula in (*ENGLISH.values(), *SPANISH.values()):
        assert formula(Counts()) == 0


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (-3, "muy difícil"),
        (39.9, "muy difícil"),
        (40, "algo difícil"),
        (55, "normal"),
        (65, "bastante fácil"),
        (80.1, "muy fácil"),
    ],
)
def test_inflesz_names_the_band(score: float, band: str) -> None:
    assert inflesz(score) == band


def test_each_language_says_which_formulas_it_has() -> None:
    assert "flesch_kincaid_grade" in formulas_for("en-GB")
    assert "szigriszt_pazos" in formulas_for("es_MX")
    assert "wiener_sachtextformel" in formulas_for("de")
    assert formulas_for("sv") == ("lix", "rix")
    assert formulas_for("ja") == ()


def test_other_languages_go_through_textstat_without_the_network() -> None:
    pytest.importorskip("textstat")
    text = "Der Arzt untersucht das Kind. Die Mutter wartet vor der Tür."
    counts = add_up(count_text(text, "de"))
    values = compute(counts, "de", text)
    assert set(values) == set(formulas_for("de"))
    assert values["flesch_reading_ease"] > 40
    assert values["lix"] == pytest.approx(5.5 + 100 * 1 / 11)
