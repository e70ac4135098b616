"""The Spanish terms: which words of a text are terms, and what their meanings look like."""

from __future__ import annotations

import pytest

from plainlang.language.level.counts import count_sentence
from plainlang.language.level.grade import plainlang_grade
from plainlang.language.terms.lexicon import Lexicon, load_lexicon
from plainlang.language.terms.morphology import spanish_plural


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon("es")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("El cáncer recidivante vuelve.", "recidivante"),
        ("El cáncer se disemina.", "diseminar"),
        ("Tiene una enfermedad aguda.", "agudo"),
        ("Las personas hipertensas comen sin sal.", "hipertenso"),
        ("Es una inflamación laríngea.", "laríngeo"),
        ("Van a extirpar el tumor.", "extirpar"),
        ("Tiene bloqueos miocárdicos.", "miocárdico"),
    ],
)
def test_a_form_belongs_to_the_term_that_it_is_a_form_of(
    text: str, term: str, lexicon: Lexicon
) -> None:
    assert term in [match.term for match in lexicon.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Lávese con agua tibia.",
        "Ponga dos gotas en el ojo.",
        "Tome una infusión de manzanilla.",
        "El año pasado fue al médico.",
        "Lea la columna de la derecha.",
        "El partido es en el estadio.",
        "La piel reseca pica.",
    ],
)
def test_an_everyday_word_is_no_term(text: str, lexicon: Lexicon) -> None:
    assert lexicon.find(text) == []


@pytest.mark.parametrize(
    "text",
    ["Escriba su número de Seguro Social.", "Traiga el acta de nacimiento.", "Tengo diabetes tipo 2.",
     "Vive con VIH.", "Llame a la Secretaría de Salud.", "Llene el formulario de inscripción.",
     "Busque atención médica urgente.", "Tiene visión doble.", "Lo llevan a la sala de operaciones."],
)  # fmt: skip
def test_a_word_that_people_meet_every_day_is_no_term(text: str, lexicon: Lexicon) -> None:
    assert lexicon.find(text) == []


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("La hipertension no duele.", "hipertensión"),
        ("LA HIPERTENSION", "hipertensión"),
        ("Tuvo neumonia.", "neumonía"),
        ("Es la medula osea.", "médula ósea"),
        ("Vea a la oncologa.", "oncólogo"),
    ],
)
def test_a_term_is_found_without_its_accent(text: str, term: str, lexicon: Lexicon) -> None:
    assert [match.term for match in lexicon.find(text)] == [term]


@pytest.mark.parametrize("text", ["Osea que no.", "Llame a su ARS.", "Vaya al ambulatorio."])
def test_what_only_looks_like_a_term_is_none(text: str, lexicon: Lexicon) -> None:
    assert [match.term for match in lexicon.find(text) if lexicon.get(match.term)] == []


@pytest.mark.parametrize(
    ("text", "term"),
    [("Pidió el alta voluntaria.", "alta voluntaria"), ("Lea el resumen de alta.", "resumen de alta"),
     ("Le harán un reemplazo de cadera.", "reemplazo de cadera"),
     ("Es violencia de género.", "violencia de género"),
     ("Tuvo una crisis de gota.", "ataque de gota")],
)  # fmt: skip
def test_different_things_have_entries_of_their_own(text: str, term: str, lexicon: Lexicon) -> None:
    assert [match.term for match in lexicon.find(text)] == [term]


def test_a_phrase_that_readers_know_is_no_term_nor_are_its_words(lexicon: Lexicon) -> None:
    assert lexicon.get("presión arterial") is None
    assert "presión arterial" not in {entry.term for entry in lexicon.entries()}
    assert [found.term for found in lexicon.find("Sangre arterial.")] == ["arterial"]


def test_what_names_a_thing_and_what_describes_it_have_their_own_words(lexicon: Lexicon) -> None:
    for noun, adjective in [("páncreas", "pancreático"), ("isquemia", "isquémico")]:
        described, named = lexicon.get(adjective), lexicon.get(noun)
        assert described is not None
        assert named is not None
        assert described.definition.startswith(("que ", "causado "))
        assert described.plain != named.plain


def test_every_meaning_is_easy_to_read() -> None:
    entries = load_lexicon("es").entries()
    assert len(entries) >= 2000
    hard = [
        entry.term
        for entry in entries
        if plainlang_grade(count_sentence(f"Es {entry.definition}.", "es"), "es") > 8.0
    ]
    assert hard == []


def test_no_form_belongs_to_two_terms() -> None:
    owners: dict[str, str] = {}
    for entry in load_lexicon("es").entries():
        for form in (entry.term, *entry.variants):
            assert owners.setdefault(form.casefold(), entry.term) == entry.term


@pytest.mark.parametrize(
    ("word", "plural"),
    [("examen", "exámenes"), ("lápiz", "lápices"), ("rubí", "rubíes"), ("covid-19", "covid-19")],
)
def test_the_plural_of_a_word(word: str, plural: str) -> None:
    assert spanish_plural(word) == plural
