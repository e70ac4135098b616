"""Wordy phrases: what is reported, what is left alone, and what a fix may change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import plainlang
from plainlang.errors import PlainlangError
from plainlang.findings import Finding
from plainlang.fixes import apply_fixes
from plainlang.language.terms.wording import _parse


def check(source: str, filename: str = "a.html", **config: Any) -> list[Finding]:
    settings = {"select": ["wordy-phrase"], **config}
    return list(plainlang.check(source, filename=filename, config=settings).findings)


def suggested(source: str, filename: str = "a.html", **config: Any) -> list[tuple[str, str | None]]:
    return [(f.excerpt, f.suggestion) for f in check(source, filename, **config)]


def test_a_wordy_phrase_comes_with_plain_words() -> None:
    assert suggested("<p>Rest prior to the test.</p>") == [("prior to", "before")]
    (found,) = check("<p>Rest prior to the test.</p>")
    assert "before" in found.how


def test_the_plain_words_begin_as_the_phrase_did() -> None:
    assert suggested("<p>Prior to the test, rest.</p>") == [("Prior to", "Before")]
    assert suggested("<p>In order to sleep, rest in order to eat.</p>") == [
        ("In order to", "To"), ("in order to", "to"),
    ]  # fmt: skip


def test_forms_of_a_phrase_have_their_own_plain_words() -> None:
    assert suggested("<p>You utilized it.</p>") == [("utilized", "used")]
    assert suggested("<p>She utilizes it.</p>") == [("utilizes", "uses")]


@pytest.mark.parametrize(
    "source",
    [
        "<p>To eat, rest.</p>",
        "<p>The “in order to” of it.</p>",
        '<p>Say "in order to" or not.</p>',
        "<p>Type <code>in order to</code> here.</p>",
        "<pre>in order to</pre>",
        "<p lang='es'>Es <span lang='fr'>in order to</span>.</p>",
        "<nav><p>Rest in order to eat.</p></nav>",
        "<footer><p>Rest in order to eat.</p></footer>",
        "<img src='a.png' alt='Rest in order to eat'>",
        "<p hidden>Rest in order to eat.</p>",
        "<html lang='fr'><p>Il dit in order to, puis il mange avec ses enfants à la maison.</p>",
        "<p lang='es'>Inicie sesión para ver sus citas.</p>",
        "<p lang='es'>El examen es facultativo. La clínica emplea a 30 personas.</p>",
    ],
)
def test_what_is_plain_quoted_code_or_no_content_is_left_alone(source: str) -> None:
    assert suggested(source) == []


def test_a_phrase_that_the_config_knows_is_left_alone() -> None:
    assert suggested("<p>Rest prior to it.</p>", terms={"remove": ["prior to"]}) == []


def test_spanish_pages_have_spanish_phrases() -> None:
    (found,) = suggested("<html lang='es'><p>Llame con el fin de pedir una cita.</p>")
    assert found == ("con el fin de", "para")


def test_a_phrase_that_no_fix_mends_is_reported_once() -> None:
    source = "<html lang='es'><p>Llame con el fin de ver y con el fin de oír.</p>"
    assert len(check(source)) == 1
    assert len(check(source, rules={"wordy-phrase": {"once": False}})) == 2


def mended(source: str, filename: str = "a.html") -> str:
    return apply_fixes(source, check(source, filename)).source


@pytest.mark.parametrize(
    ("filename", "source", "after"),
    [
        ("a.html", "<p>Rest prior to\r\nfood.</p>", "<p>Rest before\r\nfood.</p>"),
        ("a.html", "<p>Rest <b>prior to</b> food.</p>", "<p>Rest <b>before</b> food.</p>"),
        ("a.html", "<p>A &amp; B prior to food.</p>", "<p>A &amp; B before food.</p>"),
        ("a.md", "Rest *prior to* food.\n", "Rest *before* food.\n"),
        ("a.txt", "Rest prior to food.\n", "Rest before food.\n"),
    ],
)
def test_a_safe_fix_changes_the_phrase_and_nothing_else(
    filename: str, source: str, after: str
) -> None:
    assert mended(source, filename) == after


@pytest.mark.parametrize(
    "source",
    ["<p>Rest <b>prior</b> to food.</p>", "<p>Rest prior&nbsp;to food.</p>", "<p>Rest prior\nto food.</p>"],
)  # fmt: skip
def test_a_phrase_with_markup_inside_is_reported_but_not_mended(source: str) -> None:
    (found,) = check(source)
    assert found.fix is None
    assert found.suggestion == "before"
    assert mended(source) == source


def test_fixes_that_may_change_the_meaning_are_not_safe() -> None:
    (found,) = check("<html lang='es'><p>Llame con el fin de pedir una cita.</p>")
    assert found.fix is not None
    assert not found.fix.safe


def spanish(text: str) -> str:
    return f'<!doctype html><html lang="es"><title>Gripe</title><p>{text}</p>'


@pytest.mark.parametrize(
    "text",
    ["En caso de que presente fiebre, llame.", "Siempre y cuando tenga fiebre, llame.",
     "Es necesario que se administre la dosis.", "Una serie de pruebas le ayudan.",
     "Ha venido una gran cantidad de personas.", "Duele y, no obstante, llame."],
)  # fmt: skip
def test_where_more_than_the_phrase_has_to_change_no_fix_is_offered(text: str) -> None:
    found = check(spanish(text))
    assert found[0].suggestion
    assert found[0].fix is None


def test_porque_opens_no_sentence() -> None:
    text = "Debido a que es nuevo, llame. No venga dado que hay riesgo."
    assert suggested(spanish(text)) == [("Debido a que", "Como"), ("dado que", "porque")]


def test_what_a_list_may_say_of_a_fix_is_told(tmp_path: Path) -> None:
    words = tmp_path / "wording.tsv"
    words.write_text("phrase\tvariants\treplacement\tsafe\tnote\nin order to\t\tto\tmaybe\t\n")
    with pytest.raises(PlainlangError, match="Write yes, no or never"):
        _parse([(str(words), words.read_bytes())], "en")


@pytest.mark.parametrize(
    "text",
    [
        "In most cases of flu, rest is enough.",
        "At this time of year, many people cough.",
        "Your letters show a correspondence between dose and effect.",
        "A select group of nurses can help.",
        "Ask about performing arts for your child.",
    ],
)
def test_a_phrase_that_means_something_else_is_left_alone(text: str) -> None:
    assert check(f"<p>{text}</p>") == []


@pytest.mark.parametrize(
    "text", ["En la mayoría de los casos de gripe, descanse.", "Cerramos a fin de mes."]
)
def test_a_spanish_phrase_that_means_something_else_is_left_alone(text: str) -> None:
    assert check(f'<html lang="es"><p>{text}</p></html>') == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Every attempt to quit counts.", "Every effort to quit counts."),
        ("You may first attempt to rest.", "You may first try to rest."),
        ("It may be beneficial to rest.", "It may be helpful to rest."),
        ("It works in a similar manner to insulin.", "It works in the same way as insulin."),
        ("Call us irrespective of whether or not you smoke.", "Call us whether or not you smoke."),
        ("Your brain consumes energy.", "Your brain uses energy."),
        ("The patch adheres to the skin.", "The patch sticks to the skin."),
        ("Take an optimal dose.", "Take the best dose."),
        ("There is substantial evidence.", "There is strong evidence."),
        ("Clean the skin immediately around it.", "Clean the skin right around it."),
    ],
)
def test_a_fix_leaves_a_whole_sentence(text: str, plain: str) -> None:
    source = f"<p>{text}</p>"
    assert apply_fixes(source, check(source), unsafe=True).source == f"<p>{plain}</p>"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("No obstante, llame.", "Pero llame."),
        ("Duele. Asimismo, arde.", "Duele. También arde."),
        ("Si los síntomas persisten, llame.", "Si los síntomas siguen, llame."),
        ("Puede dar lugar al cáncer.", "Puede causar el cáncer."),
        ("En los casos en que duela, llame.", "Cuando duela, llame."),
    ],
)
def test_a_spanish_fix_leaves_a_whole_sentence(text: str, plain: str) -> None:
    source = spanish(text)
    assert apply_fixes(source, check(source), unsafe=True).source == spanish(plain)


@pytest.mark.parametrize(
    ("text", "words"),
    [("Hay una gran cantidad de bacterias.", "muchas"), ("Hay un gran número de problemas.", "muchos"),
     ("Hay una gran cantidad de agua.", "mucha"), ("Hay una serie de infecciones.", "varias"),
     ("Hay una serie de exámenes.", "varios")],
)  # fmt: skip
def test_a_spanish_quantity_agrees_with_its_noun(text: str, words: str) -> None:
    assert suggested(spanish(text))[0][1] == words


def test_what_a_fix_does_is_told_in_the_language_of_the_page() -> None:
    (found,) = check(spanish("Llame con el fin de pedir una cita."))
    assert found.fix is not None
    assert found.fix.description == "Escriba “para”"


def test_a_word_in_a_name_is_left_alone() -> None:
    assert check("<p>Call the Temporary Assistance for Needy Families office.</p>") == []
    assert check("<h2>Who can join the Family Assistance Program?</h2>") == []
    assert suggested("<h2>Where to Get Assistance</h2>") == [("Assistance", "Help")]
    assert suggested("<p>Assistance is free.</p>") == [("Assistance", "Help")]


@pytest.mark.parametrize(
    ("text", "excerpt", "words"),
    [
        ("The clinic should immediately tell you.", "should immediately", "should … right away"),
        ("Immediately call 911.", "Immediately call", "Call … right away"),
        ("Treatment stopped to some degree.", "to some degree", "partly"),
        ("The light activates it.", "activates", "turns on"),
        ("Please refrain from smoking.", "refrain from", "do not"),
    ],
)
def test_where_the_words_around_must_change_an_english_fix_is_left_to_the_writer(
    text: str, excerpt: str, words: str
) -> None:
    (found,) = check(f"<p>{text}</p>")
    assert (found.excerpt, found.suggestion, found.fix) == (excerpt, words, None)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("It can result in a better chance.", "It can lead to a better chance."),
        ("We do not provide care for others.", "We do not look after others."),
        ("It is estimated that 1 in 5 have it.", "Experts think that 1 in 5 have it."),
        ("With respect to pain, ask us.", "As for pain, ask us."),
        ("We talk with regard to pain.", "We talk about pain."),
        ("The new rules were implemented.", "The new rules were put in place."),
        ("We do it on an outpatient basis.", "We do it without an overnight stay."),
        ("Some consume a high-fat diet.", "Some eat a high-fat diet."),
        ("Call us immediately.", "Call us right away."),
        ("The shots are free of charge.", "The shots are free."),
    ],
)
def test_the_plain_words_fit_their_sentence(text: str, after: str) -> None:
    (found,) = check(text, "a.txt")
    assert found.fix is not None
    assert apply_fixes(text, [found], unsafe=True).source == after


def test_advice_ends_with_its_last_word() -> None:
    (found,) = check("<p>Rest prior to the test.</p>")
    assert found.how == "Write “before”."
