"""Which Spanish words are jargon: technical ones, not verb forms, slips of the pen or names."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainlang.language.terms.jargon import is_jargon, why_jargon


def labels() -> dict[str, bool]:
    lines = Path(__file__).with_name("jargon_es.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if "\t" in line]
    return {word: label == "yes" for word, label in cells}


def test_technical_words_are_told_from_others() -> None:
    wanted = labels()
    called = [word for word in wanted if is_jargon(word, "es")]
    right = sum(wanted[word] for word in called)
    assert right / len(called) >= 0.93
    assert right / sum(wanted.values()) >= 0.9


@pytest.mark.parametrize("word", ["quítalo", "organicé", "siguiéramos", "entregándose", "escoja"])
def test_a_form_of_an_everyday_verb_is_no_jargon(word: str) -> None:
    assert not is_jargon(word, "es")


@pytest.mark.parametrize("word", ["refinacion", "antibiotico", "sabiduria", "rinones"])
def test_a_word_that_lacks_its_accent_is_judged_with_it(word: str) -> None:
    assert not is_jargon(word, "es")


def test_the_form_of_a_word_says_why() -> None:
    why = why_jargon("pielonefritis", "es")
    assert why.jargon
    assert why_jargon("hidronefrosis", "es").kind in ("form", "list")
