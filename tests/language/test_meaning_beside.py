"""Words beside a term that say what its entry says."""

from __future__ import annotations

import pytest

from plainlang.findings import Span
from plainlang.language.definitions.meaning_beside import meaning_beside


def beside(text: str, term: str, plain: str, definition: str = "-") -> str | None:
    at = text.index(term)
    found = meaning_beside(text, Span(at, at + len(term)), plain, definition)
    return None if found is None else text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "term", "plain", "said"),
    [
        ("You may feel fatigue (tiredness) and pain.", "fatigue", "extreme tiredness", "tiredness"),
        (
            "It can be benign, which means not cancerous, or malignant.",
            "benign",
            "not cancer",
            "not cancerous, or malignant",
        ),
        (
            "Sand, dust, and particulates: Tiny matter in the air",
            "particulates",
            "tiny bits in dirty air",
            "Tiny matter in the air",
        ),
        (
            "Pediatric cardiologists (doctors who treat children)",
            "Pediatric",
            "for children",
            "doctors who treat children",
        ),
        ("It helps with pulmonary or lung care.", "pulmonary", "lung", "lung"),
        (
            "Rest. Your A1C shows your blood sugar over three months.",
            "A1C",
            "three-month blood sugar test",
            "your blood sugar over three months",
        ),
        (
            "You need a test. The A1C measures your blood sugar.",
            "A1C",
            "blood sugar test",
            "your blood sugar",
        ),
        (
            "La A1C mide el azúcar de 3 meses.",
            "A1C",
            "prueba del azúcar",
            "el azúcar de 3 meses",
        ),
        (
            "You may have angina. Angina is chest pain or worse.",
            "Angina",
            "chest pain from the heart",
            "chest pain or worse",
        ),
        (
            "An EKG is a simple test that shows the heartbeat.",
            "EKG",
            "heart rhythm test",
            "a simple test that shows the heartbeat",
        ),
        ("Tiene una úlcera, o llaga, en el pie.", "úlcera", "llaga abierta", "llaga"),
        ("Your cervix opens, or dilates, to 4 inches.", "dilates", "open", "Your cervix opens"),
    ],
)
def test_an_explanation_beside_the_term_is_seen(
    text: str, term: str, plain: str, said: str
) -> None:
    assert beside(text, term, plain) == said


@pytest.mark.parametrize(
    ("text", "term", "plain"),
    [
        ("You may feel fatigue (see page 4).", "fatigue", "extreme tiredness"),
        ("You may feel fatigue. Rest when tiredness comes.", "fatigue", "extreme tiredness"),
        ("An artery, or a nerve, may be hurt.", "artery", "blood vessel from the heart"),
        ("The lung, bone marrow, or bone is tested.", "bone marrow", "soft center of bones"),
        ("An MRI (magnetic resonance imaging) helps.", "MRI", "scan made with magnets"),
        ("magnetic resonance imaging (MRI)", "MRI", "scan made with magnets"),
        ("Shingles is contagious while the rash oozes.", "Shingles", "painful rash"),
        ("Lymph nodes are removed with a gland.", "Lymph nodes", "small gland"),
        ("Your A1C shows how well you do.", "A1C", "blood sugar test"),
        ("The A1C shows how well you do.", "A1C", "blood sugar test"),
        ("The pain of angina is chest pain.", "angina", "chest pain from the heart"),
        ("Artery disease (including heart attacks)", "Artery", "blood vessel from the heart"),
        ("Lupus (a disease of many people)", "Lupus", "disease in which the body attacks itself"),
        ("Los nódulos son pequeños.", "nódulos", "bultos pequeños"),
        ("La taquicardia es muy rápida.", "taquicardia", "latido muy rápido"),
    ],
)
def test_other_words_beside_it_are_not(text: str, term: str, plain: str) -> None:
    assert beside(text, term, plain) is None


def test_one_word_of_the_definition_alone_is_too_little() -> None:
    definition = "the fold where the top of the leg meets the belly"
    assert beside("It hurt my groin (the belly, too).", "groin", "crotch", definition) is None
    assert beside("My groin (where leg and belly meet)", "groin", "crotch", definition) is not None
