"""What is advised for a hard word: it has to fit the sentence that the word stands in."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.findings import Finding

PAGE = (
    '<!doctype html><html lang="{}"><head><title>Care</title></head><body><p>{}</p></body></html>'
)


def advice(text: str, term: str, language: str = "en", rule: str = "undefined-term") -> Finding:
    source = PAGE.format(language, text)
    found = plainlang.check(source, filename="a.html", config={"select": [rule]}).findings
    return next(f for f in found if f.excerpt.lower() == term.lower())


@pytest.mark.parametrize(
    ("text", "word", "plain"),
    [
        ("Use it when you wheeze.", "wheeze", "breathe with a whistling sound"),
        ("She wheezes at night.", "wheezes", "breathes with a whistling sound"),
        ("Do not inhale or aspirate.", "aspirate", "breathe in or draw out"),
        ("The muscle may spasm.", "spasm", "get tight all at once"),
        ("You are likely to relapse.", "relapse", "get sick again"),
        ("A wheeze is a sign.", "wheeze", "whistling breath"),
        ("This can lead to rupture of the womb.", "rupture", "break or tear"),
        ("We send the aspirate to a lab.", "aspirate", "fluid drawn out with a needle"),
    ],
)
def test_a_verb_is_told_as_a_verb_and_a_noun_as_a_noun(text: str, word: str, plain: str) -> None:
    assert advice(text, word).suggestion == plain


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [("en", "We will reimburse you.", "reimburse"), ("en", "We can palpate the lump.", "palpate"),
     ("en", "They reimbursed their guests.", "reimbursed"),
     ("es", "Le van a extirpar el tumor.", "extirpar")],
)  # fmt: skip
def test_no_meaning_is_put_between_a_verb_and_what_it_is_done_to(
    language: str, text: str, word: str
) -> None:
    assert advice(text, word, language).fix is None


def test_a_meaning_is_put_behind_a_verb_that_nothing_follows() -> None:
    assert advice("Ask us to reimburse.", "reimburse").fix is not None


@pytest.mark.parametrize(
    ("text", "word", "plain"),
    [
        ("Ambulate daily.", "Ambulate", "Walk"),
        ("Rest well. Anticoagulants help.", "Anticoagulants", "Blood thinners"),
        ("Take anticoagulants.", "anticoagulants", "blood thinners"),
        ("Choose low-sodium soup.", "low-sodium", "low-salt"),
    ],
)
def test_words_that_open_a_sentence_have_a_capital(text: str, word: str, plain: str) -> None:
    assert advice(text, word).suggestion == plain


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [("en", "We give generics.", "generics"), ("es", "Hay anticuerpos.", "anticuerpos")],
)
def test_no_meaning_of_one_thing_is_put_behind_several(language: str, text: str, word: str) -> None:
    assert advice(text, word, language).fix is None


@pytest.mark.parametrize(
    ("text", "word", "plain", "rule"),
    [
        ("This is a randomized study.", "randomized", "placed by chance", "undefined-term"),
        ("It finds cerebrospinal fluid leaks.", "cerebrospinal fluid",
         "fluid around the brain and spine", "undefined-term"),
        ("Early detection of problems helps.", "Early detection", "finding disease early",
         "plainer-term"),
        ("Ask about low vision services.", "low vision", "sight that glasses cannot fix",
         "plainer-term"),
    ],
)  # fmt: skip
def test_words_that_cannot_stand_there_are_not_told_to_be_written_there(
    text: str, word: str, plain: str, rule: str
) -> None:
    found = advice(text, word, rule=rule)
    assert found.suggestion is None
    assert f"Say it with “{plain}”, with the words in another order." in found.how


@pytest.mark.parametrize(
    ("text", "word", "plain"),
    [
        ("They were randomized by a computer.", "randomized", "placed by chance"),
        ("The fluid is cerebrospinal fluid.", "cerebrospinal fluid",
         "fluid around the brain and spine"),
        ("Some anticholinergics help.", "anticholinergics", "drugs that relax some muscles"),
        ("We care for premature infants.", "premature infants", "babies born too early"),
    ],
)  # fmt: skip
def test_words_that_can_stand_there_are_told_to_be_written(
    text: str, word: str, plain: str
) -> None:
    assert advice(text, word).suggestion == plain
