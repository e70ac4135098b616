"""Spanish short forms with stops do not end a sentence, unless one clearly starts behind them."""

from __future__ import annotations

import pytest

from plainlang.language.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Vive en los EE. UU. desde 2010.", 1),
        ("Vive en EE. UU. Ella trabaja.", 2),
        ("Hable con RR. HH. antes del viernes.", 1),
        ("Llame de 8 a. m. a 5 p. m. todos los días.", 1),
        ("El lunes se va. Luego vuelve.", 2),
        ("¿Duele? Llame a la Dra. Pérez.", 2),
        ("César murió en el año 44 a. C. La ciudad lloró.", 2),
        ("El puente es del s. XVI y mide 40 m. de largo.", 1),
        ("Venga el lun. 5 de nov. a las 5 p.m. a la sala B. Habrá café.", 2),
        ("—¿Dónde estabas? —preguntó ella.", 1),
        ("Vive en Sto. Domingo. La Enf. María lo cuida.", 2),
        ("Está en la Urb. Los Pinos, edif. Azul. Hay metro.", 2),
        ("Costó 1,2 mill. de euros. El Hosp. Central lo pagó.", 2),
    ],
)
def test_sentences_are_counted_as_a_reader_would(text: str, sentences: int) -> None:
    assert len(split_sentences(text, "es")) == sentences
