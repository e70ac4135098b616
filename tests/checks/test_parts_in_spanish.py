"""Each part of a page is judged by the words of its own language."""

from __future__ import annotations

import plainlang

ENGLISH = '<html lang="en"><head><title>Breathing</title></head><body><main>{}</main></body></html>'
SPANISH = '<html lang="es"><head><title>Respirar</title></head><body><main>{}</main></body></html>'


def found(source: str) -> set[tuple[str, str]]:
    return {(f.rule, f.excerpt) for f in plainlang.check(source, filename="page.html").findings}


def test_a_spanish_part_of_an_english_page_has_spanish_terms() -> None:
    page = ENGLISH.format('<p>Call us today.</p><p lang="es">La disnea puede asustar.</p>')
    assert ("undefined-term", "disnea") in found(page)


def test_an_explanation_in_a_spanish_part_counts() -> None:
    page = ENGLISH.format('<p lang="es">La disnea (falta de aire) puede asustar.</p>')
    assert not any(rule == "undefined-term" for rule, _ in found(page))


def test_an_english_part_of_a_spanish_page_has_english_terms() -> None:
    page = SPANISH.format('<p>Llame hoy.</p><p lang="en">Dyspnea can scare you.</p>')
    assert ("undefined-term", "Dyspnea") in found(page)


def test_a_wordy_phrase_belongs_to_the_language_of_its_part() -> None:
    page = ENGLISH.format('<p lang="es">Puede utilizar esta crema.</p>')
    assert ("wordy-phrase", "utilizar") in found(page)


def test_an_unlisted_word_is_told_once_in_singular_and_plural() -> None:
    page = SPANISH.format("<p>Un tumor rabdoide crece. Los tumores rabdoides crecen.</p>")
    words = [excerpt for rule, excerpt in found(page) if rule == "unlisted-jargon"]
    assert words == ["rabdoide"]


def test_a_part_in_a_third_language_has_no_terms() -> None:
    page = ENGLISH.format('<p>Call us today.</p><p lang="fr">La dyspnea, utilize.</p>')
    rules = {rule for rule, _ in found(page)}
    assert not rules & {"undefined-term", "wordy-phrase", "unlisted-jargon"}
