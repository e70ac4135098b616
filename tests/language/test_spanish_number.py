"""Spanish meanings in the number and gender in which a page uses the term."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.language.terms.lexicon import load_lexicon
from plainlang.language.terms.spanish_number import in_plural, is_plural, plain_form


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("germen", "gérmenes"),
        ("una infección grave de la piel", "infecciones graves de la piel"),
        (
            "el hueso largo que va de la rodilla al pie",
            "los huesos largos que van de la rodilla al pie",
        ),
        ("un médico que trata la piel", "médicos que tratan la piel"),
        ("que dura mucho o que no se cura", "que duran mucho o que no se curan"),
        ("que está dentro del ojo", "que están dentro del ojo"),
        ("que pasó a otra parte del cuerpo", "que pasaron a otra parte del cuerpo"),
        ("medicina como el ibuprofeno", "medicinas como el ibuprofeno"),
        ("que no es cáncer", "que no son cáncer"),
        ("recién nacido", "recién nacidos"),
        ("hueso fuera de su lugar", "huesos fuera de su lugar"),
        ("latido muy rápido", "latidos muy rápidos"),
        ("bulto a cada lado de la garganta", "bultos a cada lado de la garganta"),
        ("herida o parte dañada", "heridas o partes dañadas"),
        ("órgano que produce líquidos u hormonas", "órganos que producen líquidos u hormonas"),
    ],
)
def test_a_meaning_of_one_thing_is_put_in_the_plural(one: str, several: str) -> None:
    assert in_plural(one) == several


@pytest.mark.parametrize(
    "words",
    ["la falta de sangre", "sacar líquido", "que está o pasa dentro de las células", "que es más lento",
     "una prueba de sangre que busca azúcar", "que usted necesita", "lo que paga el seguro",
     "una foto del pecho hecha con rayos X", "cáncer que no se sabe dónde empezó"],
)  # fmt: skip
def test_where_the_plural_is_not_sure_there_is_none(words: str) -> None:
    assert in_plural(words) is None


@pytest.mark.parametrize(
    ("said", "term", "plural"),
    [("biopsias", "biopsia", True), ("ensayos clínicos", "ensayo clínico", True),
     ("pruebas de la vista", "prueba de la vista", True), ("análisis", "análisis", False),
     ("crónicas", "crónico", True), ("crónica", "crónico", False), ("diabetes", "diabetes", False)],
)  # fmt: skip
def test_the_plural_of_a_term_is_known(said: str, term: str, plural: bool) -> None:
    assert is_plural(said, (term,)) is plural


def test_an_adjective_takes_the_gender_of_the_term() -> None:
    meaning = "que puede hacer daño"
    said = ("tóxico", "tóxica", "tóxicos", "tóxicas")
    forms = [plain_form("venenoso", s, ("tóxico",), meaning) for s in said]
    assert forms == ["venenoso", "venenosa", "venenosos", "venenosas"]


@pytest.mark.parametrize(
    ("said", "words"),
    [("cardiólogo", "médico del corazón"), ("cardiólogas", "médicas del corazón")],
)
def test_a_woman_is_no_man(said: str, words: str) -> None:
    meaning = "un médico que atiende el corazón"
    assert plain_form("médico del corazón", said, ("cardiólogo",), meaning) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [("hospitalizado", "internado en el hospital"), ("hospitalizadas", "internadas en el hospital")],
)  # fmt: skip
def test_a_participle_before_other_words_does_too(said: str, words: str) -> None:
    assert plain_form("internado en el hospital", said, ("hospitalizado",), "que está ahí") == words


@pytest.mark.parametrize(
    ("term", "said", "plain", "words"),
    [("extirpar", "extirpan", "quitar con una operación", "quitan con una operación"),
     ("diseminar", "disemina", "extenderse", "se extiende"),
     ("recidivar", "recidivó", "regresar", "regresó"),
     ("metabolizar", "metabolizan", "usar y cambiar", "usan y cambian"),
     ("extirpar", "extirparon", "quitar con una operación", "quitaron con una operación"),
     ("exhalar", "exhale", "sacar el aire", "saque el aire"),
     ("vapear", "vapeando", "fumar con vapor", "fumando con vapor"),
     ("extirpar", "extirpar", "quitar con una operación", "quitar con una operación"),
     ("extirpar", "extirparse", "quitar con una operación", "quitar con una operación")],
)  # fmt: skip
def test_a_verb_takes_the_form_of_the_term(term: str, said: str, plain: str, words: str) -> None:
    assert plain_form(plain, said, (term,), "quitar algo") == words


def test_every_plural_of_the_lists_is_made_of_words() -> None:
    for entry in load_lexicon("es").entries():
        for words in (entry.plain, entry.definition):
            several = in_plural(words) or words
            assert "  " not in several
            assert not {"els", "comos", "las pieles"} & set(several.split())


def advice(text: str) -> tuple[str | None, str]:
    source = f'<html lang="es"><title>x</title><main><p>{text}</p></main>'
    (found,) = (f for f in plainlang.check(source).findings if f.category == "jargon")
    fixed = source
    for edit in found.fix.edits if found.fix else ():
        fixed = fixed[: edit.span.start] + edit.text + fixed[edit.span.end :]
    return found.suggestion, fixed.partition("<p>")[2].partition("</p>")[0]


def test_advice_and_fix_agree_with_the_page() -> None:
    assert advice("Hay síntomas crónicos.") == (
        "que duran mucho tiempo",
        "Hay síntomas crónicos (que duran mucho tiempo o que no se curan del todo).",
    )
    assert advice("Le hacen biopsias.")[1].startswith("Le hacen biopsias (pruebas que sacan")


def test_behind_a_verb_stands_a_verb() -> None:
    assert advice("La herida supura.")[1] == "La herida supura (suelta pus)."
    assert advice("El cáncer se diseminó.")[1] == "El cáncer se diseminó (se extendió)."
    assert advice("Vio a la ginecóloga.")[1].startswith("Vio a la ginecóloga (una médica que")


def test_what_is_said_of_one_thing_is_not_put_behind_several() -> None:
    assert advice("Las bacterias son comunes.") == ("gérmenes", "Las bacterias son comunes.")
