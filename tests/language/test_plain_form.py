"""Plain words in the form that the text asks for."""

from __future__ import annotations

import pytest

from plainlang.language.terms.lexicon import load_lexicon
from plainlang.language.terms.plain_form import definition_form, fits_behind, plain_form


def form(term: str, said: str, plain: str, definition: str = "a thing") -> str:
    return plain_form(plain, said, term, (), definition)


@pytest.mark.parametrize(
    ("term", "said", "plain", "expected"),
    [
        ("oncologist", "Oncologists", "cancer doctor", "cancer doctors"),
        ("lymph node", "lymph nodes", "small gland that traps germs", "small glands that trap germs"),
        ("biopsy", "biopsies", "test of a small piece", "tests of a small piece"),
        ("vertebra", "vertebrae", "bone of the spine", "bones of the spine"),
        ("enrollee", "enrollees", "person who signed up", "people who signed up"),
        ("pacemaker", "pacemakers", "device that has a battery", "devices that have a battery"),
        ("inhibitor", "inhibitors", "drug that blocks or slows", "drugs that block or slow"),
        ("carrier", "carriers", "person who carries it", "person who carries it"),
        ("oncologist", "oncologist", "cancer doctor", "cancer doctor"),
        ("gland", "glands", "organ that makes tears and keeps eyes wet",
         "organs that make tears and keep eyes wet"),
        ("mender", "menders", "person who cuts and sews", "people who cut and sew"),
        ("shop", "shops", "store that sells pills, lets you sit", "store that sells pills, lets you sit"),
        ("supplement", "supplements", "pill or powder that adds to food",
         "pills or powders that add to food"),
        ("irritant", "irritants", "thing at home that sets off sneezing",
         "thing at home that sets off sneezing"),
        ("symptom", "symptoms", "how a drug feels", "how a drug feels"),
        ("bowel", "bowels", "gut", "gut"),
    ],
)  # fmt: skip
def test_a_plural_gets_plural_words_where_that_is_sure(
    term: str, said: str, plain: str, expected: str
) -> None:
    assert form(term, said, plain) == expected


@pytest.mark.parametrize(
    ("term", "said", "plain", "expected"),
    [
        ("transmit", "transmitted", "pass on", "passed on"),
        ("transmit", "transmits", "pass on", "passes on"),
        ("transmit", "transmitting", "pass on", "passing on"),
        ("transmit", "transmit", "pass on", "pass on"),
        ("inhibit", "inhibits", "slow down or block", "slows down or blocks"),
        ("hallucinate", "hallucinating", "see or hear things", "seeing or hearing things"),
        ("enact", "Enacted", "make into law", "made into law"),
        ("rescind", "rescinded", "take back", "take back"),  # "took" or "taken"
        ("disenroll", "termination", "leave the plan", "leave the plan"),
    ],
)
def test_a_verb_gets_its_form(term: str, said: str, plain: str, expected: str) -> None:
    assert form(term, said, plain, "to do something") == expected


def test_an_adjective_stays() -> None:
    assert form("neural", "neurals", "nerve", "to do with the nerves") == "nerve"


def test_a_headword_keeps_its_plain_words() -> None:
    for entry in load_lexicon("en").entries():
        said = entry.term
        assert plain_form(entry.plain, said, said, (), entry.definition) == entry.plain


@pytest.mark.parametrize(
    ("term", "said", "meaning", "expected"),
    [
        ("cohort", "cohorts", "a group that doctors follow", "groups that doctors follow"),
        ("stent", "stents", "a tube that keeps a vessel open", "tubes that keep a vessel open"),
        ("stent", "stent", "a tube that keeps a vessel open", "a tube that keeps a vessel open"),
        ("carcinogen", "carcinogens", "a thing that can cause cancer",
         "things that can cause cancer"),
        ("ingest", "ingesting", "to eat or drink something", "eating or drinking something"),
        ("inhibit", "inhibits", "to slow down or stop something", "slows down or stops something"),
        ("inhibit", "inhibit", "to slow down or stop something", "to slow down or stop something"),
        ("lung", "lungs", "to do with breath", "to do with breath"),
        ("dose", "doses", "how much you take", "how much you take"),
    ],
)  # fmt: skip
def test_a_meaning_fits_behind_the_word(term: str, said: str, meaning: str, expected: str) -> None:
    assert definition_form(meaning, said, term, ()) == expected


@pytest.mark.parametrize(
    ("term", "said", "meaning", "fits"),
    [
        ("generic drug", "generics", "a drug that costs less", False),
        ("generic drug", "generic drugs", "drugs that cost less", True),
        ("generic drug", "generic drug", "a drug that costs less", True),
        ("amyotrophic lateral sclerosis", "ALS", "a disease of the nerves", True),
        ("diabetes", "diabetes", "a disease with too much sugar in the blood", True),
        ("metastasis", "metastases", "when cancer spreads", True),
        ("biopsia", "biopsias", "una prueba que saca un pedacito", False),
        ("biopsia", "biopsia", "una prueba que saca un pedacito", True),
        ("prueba genética", "pruebas genéticas", "una prueba de los genes", False),
        ("análisis", "análisis", "una prueba", True),
    ],
)
def test_what_is_said_of_one_thing_does_not_fit_behind_several(
    term: str, said: str, meaning: str, fits: bool
) -> None:
    assert fits_behind(meaning, said, term, ()) is fits
