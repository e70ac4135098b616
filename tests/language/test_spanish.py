"""What a writer of Spanish pages is told, and what is left alone."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.findings import Finding

PAGE = (
    '<html lang="es"><head><title>Cuidado en casa</title></head><body><main>{}</main></body></html>'
)


def findings(*paragraphs: str) -> list[Finding]:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    config = {"select": ["jargon", "wording"]}
    return list(plainlang.check(PAGE.format(body), filename="page.html", config=config).findings)


def told(*paragraphs: str) -> set[tuple[str, str]]:
    return {(f.rule, f.excerpt) for f in findings(*paragraphs)}


def test_a_hard_word_comes_with_everyday_words_in_spanish() -> None:
    (finding,) = findings("La disnea puede empeorar de noche.")
    assert finding.rule == "undefined-term"
    assert finding.suggestion == "falta de aire"
    assert "no se explica en esta página" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "La disnea es la falta de aire.",
        "La disnea (falta de aire) asusta.",
        "La falta de aire (disnea) asusta.",
        "La disnea, es decir, la falta de aire, asusta.",
        "La disnea, o sea la falta de aire, asusta.",
        "La disnea, también conocida como falta de aire, asusta.",
        "La falta de aire se llama disnea.",
        "Se conoce como disnea la falta de aire al respirar.",
        "Los médicos llaman disnea a la falta de aire.",
        "La disnea o falta de aire asusta.",
        "La falta de aire, llamada disnea, asusta.",
        "Puede tener disnea. Se trata de una falta de aire.",
        "Tiene disnea, lo que significa que le falta el aire.",
    ],
)
def test_a_hard_word_that_the_page_explains_is_left_alone(text: str) -> None:
    assert not any(rule == "undefined-term" for rule, _ in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "La disnea es muy común.",
        "La disnea (vea la página 3) asusta.",
        "La disnea (DIS) asusta.",
        "La disnea, la tos y la fiebre asustan.",
        "Las causas de la disnea son el polvo y el humo.",
        "La disnea es una de las principales causas de consulta.",
    ],
)
def test_what_says_nothing_about_a_hard_word_does_not_explain_it(text: str) -> None:
    assert ("undefined-term", "disnea") in told(text)


def test_a_question_as_a_heading_is_answered_below() -> None:
    page = PAGE.format("<h2>¿Qué es la disnea?</h2><p>Le cuesta respirar y se cansa pronto.</p>")
    rules = {f.rule for f in plainlang.check(page, filename="page.html").findings}
    assert "undefined-term" not in rules


@pytest.mark.parametrize(
    "text",
    [
        "Los Institutos Nacionales de la Salud estudian las enfermedades.",
        "Lávese con agua tibia y descanse.",
        "Quítelo despacio, organícelo y guárdelo.",
        "La apertura de la oficina es a las 9.",
        "Lo vimos en varias ocasiones.",
        "Vive en los EE. UU. con su familia.",
        "Pida ayuda a su médico o a RR. HH.",
    ],
)
def test_everyday_spanish_is_left_alone(text: str) -> None:
    assert told(text) == set()


def test_an_acronym_is_told_once_with_the_number_of_its_uses() -> None:
    (finding,) = (f for f in findings("El ECG dura poco. El ECG no duele.") if f.excerpt == "ECG")
    assert finding.rule in ("undefined-acronym", "undefined-term")
    assert "Se usa 1 vez más" in finding.message


def test_a_wordy_phrase_has_plain_words_that_fit() -> None:
    by_phrase = {f.excerpt: f.suggestion for f in findings("Utilice la crema con el fin de sanar.")}
    assert by_phrase == {"Utilice": "Use", "con el fin de": "para"}


def test_a_technical_word_of_no_list_is_told_with_its_reason() -> None:
    (finding,) = findings("Tiene una hiperbilirrubinuria leve.")
    assert finding.rule == "unlisted-jargon"
    assert "palabra técnica" in finding.message
