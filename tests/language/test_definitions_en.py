"""English pages: which words they explain, and which they only use."""

from __future__ import annotations

import pytest

import plainlang

from .pairs import Pair, pairs_of


def pairs() -> list[Pair]:
    return pairs_of("definitions_en.tsv")


def page_of(text: str) -> str:
    blocks = [f"<h2>{b}</h2>" if b.endswith("?") else f"<p>{b}</p>" for b in text.split(" ¶ ")]
    return "\n".join(blocks)


def is_explained(text: str, term: str) -> bool:
    return plainlang.find_definition(page_of(text), term) is not None


def test_the_labelled_pairs_hold_both_kinds() -> None:
    explained = sum(pair.explained for pair in pairs())
    assert 0.4 < explained / len(pairs()) < 0.6


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.term}: {pair.text[:50]}")
def test_a_term_is_explained_or_only_used(pair: Pair) -> None:
    assert is_explained(pair.text, pair.term) == pair.explained


def test_an_explanation_begins_and_ends_with_a_word() -> None:
    marked = [
        ("<p>Edema means swelling.</p>", "edema"),
        ("<p>The term edema refers to swelling.</p>", "edema"),
        ("<p>The goal of immunotherapy is to help the body fight the cancer.</p>", "immunotherapy"),
        ("<p>Take <abbr title=' high blood pressure '> HTN </abbr> pills.</p>", "HTN"),
        ("<p>A <dfn>biopsy</dfn> takes a bit of skin to look at it up close. </p>", "biopsy"),
    ]
    told = [(page_of(pair.text), pair.term) for pair in pairs() if pair.explained]
    for source, term in [*marked, *told]:
        found = plainlang.find_definition(source, term)
        assert found is not None
        said = source[found.span.start : found.span.end]
        assert (said, found.text) == (said.strip(), found.text.strip())


def test_what_is_called_by_a_name_is_told_in_its_own_sentence() -> None:
    found = plainlang.find_definition(
        "<p>Rest well. A swelling of the legs is called edema.</p>", "edema"
    )
    assert found is not None
    assert found.text == "A swelling of the legs"


@pytest.mark.parametrize(
    ("text", "term", "said"),
    [
        ("To see how you breathe, we do a breathing test called spirometry.", "spirometry", "a breathing test"),
        ("Food moves down a hollow, soft tube called the esophagus.", "esophagus", "a hollow, soft tube"),
        ("The gland makes a hormone called cortisol.", "cortisol", "The gland makes a hormone"),
        ("Edema, or swelling, is common.", "edema", "swelling"),
        ("The drops cause your pupils to widen, or dilate, fast.", "dilate", "widen"),
        ("(Edema is a swelling of the legs.)", "edema", "a swelling of the legs."),
        ("Some have trouble swallowing (doctors call this dysphagia).", "dysphagia", "Some have trouble swallowing"),
    ],
)  # fmt: skip
def test_an_explanation_is_no_more_than_the_words_that_explain(
    text: str, term: str, said: str
) -> None:
    found = plainlang.find_definition(page_of(text), term)
    assert found is not None
    assert found.text == said
