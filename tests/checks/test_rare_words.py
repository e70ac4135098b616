"""Technical words of no list: told by their form and how rare they are."""

from __future__ import annotations

from typing import Any

import pytest

import plainlang
from plainlang.findings import Finding


def check(source: str, **config: Any) -> list[Finding]:
    settings = {"select": ["unlisted-jargon"], **config}
    return list(plainlang.check(source, config=settings).findings)


def words(source: str, **config: Any) -> list[str]:
    return [f.excerpt for f in check(source, **config)]


def test_a_technical_word_is_reported_once_with_its_reason() -> None:
    source = "<p>You have bronchocentritis.</p><p>Bronchocentritis and gastrolithectomy.</p>"
    first, second = check(source)
    assert source[slice(*first.span)] == first.excerpt == "bronchocentritis"
    assert first.term == "bronchocentritis"
    assert "“-itis”: inflammation" in first.message
    assert first.data["uses"] == 2
    assert second.excerpt == "gastrolithectomy"


@pytest.mark.parametrize(
    "source",
    [
        "<p>You have a swelling in the lung.</p>",
        "<p>Call us. <a href='/es'>Más información</a>.</p>",
        "<p>Ibuprofen can help when chickenpox, earwax, carbs or your bowels trouble you.</p>",
        "<p>Bronchocentritis is a swelling deep in the lungs.</p>",
        "<p>You have bronchocentritis (a swelling in the lungs).</p>",
        "<p>You have <abbr title='a swelling deep in the lungs'>bronchocentritis</abbr>.</p>",
        "<p>Type <code>bronchocentritis</code> here.</p>",
        "<p>It is <i lang='la'>bronchocentritis</i>.</p>",
        "<nav><p>Bronchocentritis and more</p></nav>",
        "<img src='a.png' alt='bronchocentritis'>",
        "<html lang='fr'><p>La bronchocentritis est ici.</p>",
        "<p>You have hypertension.</p>",
        "<p>Read this page in العربية, 日本語のテキスト or Українська.</p>",
    ],
)
def test_what_is_explained_known_or_no_content_is_left_alone(source: str) -> None:
    assert words(source) == []


def test_parts_of_listed_terms_are_left_to_the_lists() -> None:
    term = {"term": "acute bronchocentritis", "plain": "bad cough"}
    source = "<p>You have acute bronchocentritis.</p>"
    assert words(source) == ["bronchocentritis"]
    assert words(source, terms={"add": [term]}) == []


def test_the_config_may_know_a_word() -> None:
    source = "<p>You have bronchocentritis.</p>"
    assert words(source, terms={"remove": ["Bronchocentritis"]}) == []


def test_a_word_that_readers_know_is_known_in_all_its_forms() -> None:
    source = "<p>Ask about your comorbidities.</p>"
    assert words(source, select=["jargon"]) == ["comorbidities"]
    assert words(source, select=["jargon"], terms={"remove": ["comorbidity"]}) == []


def test_a_word_may_have_to_be_used_more_often() -> None:
    rules = {"unlisted-jargon": {"least": 2}}
    assert words("<p>You have bronchocentritis.</p>", rules=rules) == []
    assert words("<p>Bronchocentritis or bronchocentritis.</p>", rules=rules) == [
        "Bronchocentritis"
    ]


def test_spanish_pages_are_told_in_spanish() -> None:
    (found,) = check("<html lang='es'><p>Usted tiene una broncocentritis.</p>")
    assert found.excerpt == "broncocentritis"
    assert "“-itis”: inflamación" in found.message


@pytest.mark.parametrize(
    "source",
    [
        "<p>It is caused by Trypanosoma bronchocentri in the blood.</p>",
        "<p>She had constipationhard stool for days.</p>",
        "<p>It spreads from the bladderto the bone.</p>",
        "<p>You will see a radiologista doctor for scans.</p>",
        "<p>It can come from campylobacter jejuni or Culex quinquefasciatus.</p>",
        "<p>Do you haveanemia or other forms of foratherosclerosis?</p>",
        "<p>Some have BRCA-linked growths.</p>",
        "<p>Say it like this: fib-ro-MY-al-jah.</p>",
    ],
)
def test_names_of_germs_and_slips_of_the_pen_are_not_reported(source: str) -> None:
    assert words(source) == []


def test_a_word_that_two_blocks_share_is_not_read_as_two_words() -> None:
    page = "<div>Eat 15 g of fast carbo-</div><div>hydrate. Feel well.</div>"
    rules = ["undefined-term", "unlisted-jargon"]
    assert plainlang.check(page, config={"select": rules}).findings == ()
    found = plainlang.check("<div>hydrate well.</div>", config={"select": rules}).findings
    assert [f.excerpt for f in found] == ["hydrate"]
