"""Spanish pages: which words they explain, and which they only use."""

from __future__ import annotations

import pytest

from plainlang.checks.terms.uses import forms_of
from plainlang.language.definitions.find import Definition, find_definition
from plainlang.page import read_page

from .pairs import Pair, pairs_of


def pairs() -> list[Pair]:
    return pairs_of("definitions_es.tsv")


def explanation(text: str, term: str) -> Definition | None:
    page = read_page(text.replace(" ¶ ", "\n\n"), "page.md")
    return find_definition(page.blocks, term, variants=forms_of(term, "es"), language="es")


def test_the_labelled_pairs_hold_both_kinds() -> None:
    explained = sum(pair.explained for pair in pairs())
    assert len(pairs()) >= 120
    assert 0.4 < explained / len(pairs()) < 0.6


def test_explanations_are_found_and_others_left_alone() -> None:
    found = [pair for pair in pairs() if explanation(pair.text, pair.term)]
    right = sum(pair.explained for pair in found)
    precision = right / len(found)
    recall = right / sum(pair.explained for pair in pairs())
    assert precision >= 0.93, precision
    assert recall >= 0.9, recall


@pytest.mark.parametrize(
    ("text", "term", "kind", "said"),
    [
        ("La disnea (falta de aire) asusta.", "disnea", "brackets", "falta de aire"),
        ("La falta de aire (disnea) asusta.", "disnea", "brackets-reversed", "La falta de aire"),
        ("La falta de aire o disnea asusta.", "disnea", "or", "falta de aire"),
        ("Tiene edema, es decir, hinchazón.", "edema", "apposition", "hinchazón"),
        ("Tiene edema, o sea hinchazón.", "edema", "apposition", "hinchazón"),
        ("Se llama anemia a la falta de hierro.", "anemia", "called", "a la falta de hierro."),
        ("- Bilis: un jugo del hígado.", "bilis", "list", "un jugo del hígado."),
        (
            "Lo dice el Instituto Nacional del Cáncer (NCI, por sus siglas en inglés).",
            "NCI",
            "brackets",
            "Instituto Nacional del Cáncer",
        ),
        (
            "Una vacuna de la Administración de Alimentos y Medicamentos (FDA, siglas en inglés) sirve.",
            "FDA",
            "brackets",
            "Administración de Alimentos y Medicamentos",
        ),
        (
            "Duele la enfermedad de las arterias (PAD, por sus siglas en inglés).",
            "PAD",
            "brackets",
            "enfermedad de las arterias",
        ),
    ],
)
def test_the_explanation_itself_is_given(text: str, term: str, kind: str, said: str) -> None:
    found = explanation(text, term)
    assert found is not None
    assert (found.kind, found.text) == (kind, said)


def test_an_explanation_begins_and_ends_with_a_word() -> None:
    found = [explanation(pair.text, pair.term) for pair in pairs()]
    assert [d.text for d in found if d is not None and d.text != d.text.strip()] == []
