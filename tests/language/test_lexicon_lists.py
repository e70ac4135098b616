"""What the lists of terms promise: valid, large, plain, and each term in one place."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from plainlang.language.frequency.familiar_words import is_familiar
from plainlang.language.level.counts import count_sentence
from plainlang.language.level.grade import plainlang_grade
from plainlang.language.terms.lexicon import Entry, load_lexicon

LANGUAGES = ("en", "es")
FEWEST = {"en": 2_500, "es": 1_500}
HIGHEST_GRADE = 8.0
# A definition is part of a sentence; this makes it a whole one.
OPENING = {"en": "It is", "es": "Es"}
# Between the words of a phrase, and around the meaning of a few short forms.
GAPS = re.compile(r"[\s\-‑–/,.&+'’()]+")


def entries_of(language: str) -> list[Entry]:
    return load_lexicon(language).entries()


def forms_of(entry: Entry) -> tuple[str, ...]:
    return (entry.term, *entry.variants)


def words_of(phrase: str) -> list[str]:
    return [word for word in GAPS.split(phrase.casefold()) if word]


def has_phrase(text: str, phrase: str) -> bool:
    words, wanted = words_of(text), words_of(phrase)
    places = range(len(words) - len(wanted) + 1)
    return any(words[i : i + len(wanted)] == wanted for i in places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_term_can_be_looked_up(language: str) -> None:
    lexicon = load_lexicon(language)
    lost = [e.term for e in entries_of(language) if e.term not in lexicon]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_are_large(language: str) -> None:
    assert len(entries_of(language)) >= FEWEST[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_definition_is_above_grade_8(language: str) -> None:
    hard = {}
    for entry in entries_of(language):
        sentence = f"{OPENING[language]} {entry.definition}."
        grade = plainlang_grade(count_sentence(sentence, language), language)
        if grade > HIGHEST_GRADE:
            hard[entry.term] = round(grade, 1)
    assert hard == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_definition_uses_the_term_it_defines(language: str) -> None:
    circular = [e.term for e in entries_of(language) if has_phrase(e.definition, e.term)]
    assert circular == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_is_to_be_replaced_by_itself(language: str) -> None:
    idle = [
        form
        for entry in entries_of(language)
        for form in forms_of(entry)
        if words_of(form) == words_of(entry.plain)
    ]
    assert idle == []


def test_no_english_form_stands_in_two_entries() -> None:
    # Short forms keep their capitals: "AIDS" is not "aids".
    forms = Counter(
        form if form.isupper() else form.casefold()
        for entry in entries_of("en")
        for form in forms_of(entry)
    )
    assert [form for form, times in forms.items() if times > 1] == []


def test_no_english_term_is_an_everyday_word() -> None:
    # Phrases may be made of everyday words: "heart failure", "bed rest". Short forms are no words.
    everyday = [
        form
        for entry in entries_of("en")
        for form in forms_of(entry)
        if len(words_of(form)) == 1 and not form.isupper() and is_familiar(form.casefold())
    ]
    assert everyday == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("How to prep for your test. Meal prep saves time. Prep your food.", []),
        ("Ask for PrEP today.", ["PrEP"]),
        ("ask for PREP today.", ["PREP"]),
        ("Babies get the DTaP shot and an IgE test.", ["DTaP", "IgE test"]),
        ("An mTOR inhibitor, or mTOR inhibitors.", ["mTOR inhibitor", "mTOR inhibitors"]),
    ],
)
def test_letters_that_end_in_a_capital_keep_it(text: str, terms: list[str]) -> None:
    found = [text[slice(*match.span)] for match in load_lexicon("en").find(text)]
    assert [term for term in found if term != "inhibitor"] == terms


@pytest.mark.parametrize(
    ("listed", "other"),
    [("vitals", "vital"), ("generics", "generic"), ("quads", "quad"), ("rigors", "rigor"),
     ("brushings", "brushing"), ("shingles", "shingle"), ("uterine contractions", "contraction")],
)  # fmt: skip
def test_a_form_that_counts_only_as_it_stands_brings_no_other(listed: str, other: str) -> None:
    lexicon = load_lexicon("en")
    assert listed in lexicon
    assert other not in lexicon
    entry = lexicon.get(listed)
    assert entry is not None
    assert not any("=" in form for form in forms_of(entry))


@pytest.mark.parametrize(
    ("language", "letters"), [("en", "ED PE CP UC BPD GBS PCP CHD IPV"), ("es", "EPI")]
)
def test_letters_that_stand_for_two_things_are_given_no_meaning(
    language: str, letters: str
) -> None:
    lexicon = load_lexicon(language)
    assert [each for each in letters.split() if each in lexicon] == []


@pytest.mark.parametrize(
    ("language", "said", "term"),
    [("en", "Adjuvants", "vaccine adjuvant"), ("en", "adjuvant chemotherapy", "adjuvant therapy"),
     ("en", "adjuvant treatments", "adjuvant therapy"), ("es", "adyuvantes", "adyuvante"),
     ("es", "terapias adyuvantes", "quimioterapia adyuvante")],
)  # fmt: skip
def test_what_helps_a_vaccine_is_no_care_for_cancer(language: str, said: str, term: str) -> None:
    assert [match.term for match in load_lexicon(language).find(f"{said}.")] == [term]
