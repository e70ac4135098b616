"""Acronyms on Spanish pages: which of them need words, and which have them."""

from __future__ import annotations

import pytest

from plainlang.language.acronyms.undefined import undefined_acronyms
from plainlang.language.passage import PlainPassage


def undefined(text: str) -> list[str]:
    return [found.short for found in undefined_acronyms([PlainPassage(text)], "es")]


@pytest.mark.parametrize(
    "text",
    [
        "Vive en los EE. UU. desde 2010.",
        "Vive en los EE.UU. desde 2010.",
        "Hable con RR. HH. antes del viernes.",
        "Los JJ. OO. fueron en verano.",
        "La ONU y la OMS lo dicen.",
        "Las ONG ayudan con el IVA.",
        "El VIH y el COVID-19 se contagian.",
        "Lo atiende la Dra. Pérez, MD, a las 8 a. m.",
        "El cáncer está en estadio IIIA.",
        "LEA ESTO ANTES DE FIRMAR.",
        "NUNCA deje solo a su bebé en el baño.",
        "LLAME al médico HOY si la fiebre no baja.",
        "La vacuna es GRATIS para TODO el que la pida.",
        "JAMÁS tome dos pastillas. Pida AYUDA si se siente mal.",
        "Envíe QRTZ al 22828.",
        "Mande la palabra QRTZ al 22828.",
        "LÁVESE las manos y ACUDA a la clínica.",
        "Los genes BRCA1 y TP53 se heredan.",
    ],
)
def test_what_readers_know_needs_no_words(text: str) -> None:
    assert undefined(text) == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Tiene EPOC desde hace años.", "EPOC"),
        ("Le harán una RM de la rodilla.", "RM"),
        ("Los AINE pueden dañar el estómago.", "AINE"),
        ("El ECG salió bien.", "ECG"),
        ("Una ITS pasa de una persona a otra.", "ITS"),
        ("Le harán una MAPA en casa.", "MAPA"),
    ],
)
def test_other_acronyms_need_words(text: str, short: str) -> None:
    assert undefined(text) == [short]


@pytest.mark.parametrize(
    "text",
    [
        "Tiene enfermedad pulmonar obstructiva crónica (EPOC). La EPOC no se cura.",
        "La EPOC (enfermedad pulmonar obstructiva crónica) no se cura.",
        "El índice de masa corporal, o IMC, es alto. Mida su IMC.",
        "Los Centros de Servicios de Medicare (CMS, por sus siglas en inglés) pagan. Los CMS avisan.",
        "El Instituto Nacional del Cáncer (en inglés, NCI) avisa. El NCI ayuda.",
        "La tomografía por emisión de positrones (TEP o PET) dura poco. La PET no duele.",
        "Una resonancia magnética (RM, o MRI en inglés) usa imanes. La MRI dura media hora.",
        "El electrocardiograma (abreviado ECG) es rápido. El ECG no duele.",
        "IMC es la sigla de índice de masa corporal.",
        "La sigla IMC quiere decir índice de masa corporal.",
        "El reflujo gastroesofágico, cuya sigla es ERGE, quema. La ERGE duele.",
        "El síndrome de ovario poliquístico se conoce como SOP. El SOP es común.",
        "Se conoce como SOP el síndrome de ovario poliquístico.",
    ],
)
def test_an_acronym_with_its_words_is_explained(text: str) -> None:
    assert undefined(text) == []
