"""Terms that are written with a stop, a comma or a bracket inside are found like any other."""

from __future__ import annotations

import pytest

from plainlang.language.terms.lexicon import load_lexicon


def found(text: str, language: str) -> list[str]:
    spans = [match.span for match in load_lexicon(language).find(text)]
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "language", "term"),
    [
        ("You may get E. coli from raw food.", "en", "E. coli"),
        ("It was C. difficile.", "en", "C. difficile"),
        ("It was (C. difficile).", "en", "C. difficile"),
        ("Do not take St. John's wort.", "en", "St. John's wort"),
        ("Do not take St. John’s wort, please.", "en", "St. John’s wort"),
        ("Do not take St John's wort.", "en", "St John's wort"),
        ("Hand, foot, and mouth disease is mild.", "en", "Hand, foot, and mouth disease"),
        ("Take it p.r.n. with food.", "en", "p.r.n."),
        ("Take one pill b.i.d., with food.", "en", "b.i.d."),
        ("Take one pill BID with food.", "en", "BID"),
        ("Get a lipoprotein(a) test now.", "en", "lipoprotein(a) test"),
        ("Your lipoprotein(a) is high.", "en", "lipoprotein(a)"),
        ("Es una infección por E. coli.", "es", "E. coli"),
        ("Tiene la enfermedad de manos, pies y boca.", "es", "enfermedad de manos, pies y boca"),
    ],
)
def test_a_term_with_a_stop_inside_is_found(text: str, language: str, term: str) -> None:
    assert term in found(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It is a rare heart. Attack it early.", "en"),  # "heart attack" over two sentences
        ("He had a blood, clot and vein scan.", "en"),
        ("Es de la presión. Arterial no es.", "es"),
    ],
)
def test_a_stop_parts_the_words_of_other_terms(text: str, language: str) -> None:
    assert not any("." in term or "," in term for term in found(text, language))


def test_a_term_of_the_config_may_have_a_stop() -> None:
    lexicon = load_lexicon("en", extra=[{"term": "T. cruzi", "plain": "a germ"}])
    text = "It is T. cruzi, a germ."
    assert [m.term for m in lexicon.find(text)][:1] == ["T. cruzi"]
