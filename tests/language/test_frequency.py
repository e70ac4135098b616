"""How common words are: the figures of wordfreq's data, without its import."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plainlang.language.frequency.zipf import has_frequencies, zipf


def test_common_words_rank_above_rare_ones() -> None:
    assert zipf("the") > zipf("doctor") > zipf("chemotherapy") > zipf("thrombocytopenia")


def test_a_word_rarer_than_one_in_a_million_has_no_frequency() -> None:
    assert zipf("thrombocytopenia") == 0.0
    assert zipf("") == 0.0


def test_letter_case_and_curly_apostrophes_do_not_matter() -> None:
    assert zipf("Doctor") == zipf("doctor")
    assert zipf("don’t") == zipf("don't") > 5


def test_a_possessive_counts_as_its_owner() -> None:
    assert zipf("surgeon’s") == zipf("surgeon")
    assert zipf("surgeons'") == zipf("surgeons")


def test_a_compound_counts_as_its_rarest_part() -> None:
    assert zipf("platinum-based") == zipf("platinum")
    assert zipf("and/or") == zipf("or")
    assert zipf("-") == zipf("--") == 0.0


def test_numbers_are_common() -> None:
    assert zipf("37") == zipf("00") > 6
    assert zipf("2,500") > 4


def test_spanish_has_its_own_figures() -> None:
    assert zipf("sangre", "es") > 4 > zipf("sangre", "en")
    assert zipf("niño", "es-MX") == zipf("niño", "es") > 4


def test_a_language_without_a_list_says_so() -> None:
    assert has_frequencies("en-GB")
    assert not has_frequencies("tlh")
    assert not has_frequencies("../en")
    assert zipf("Qapla", "tlh") == 0.0


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_values_are_those_of_wordfreq(language: str) -> None:
    wordfreq = pytest.importorskip("wordfreq")
    words = wordfreq.top_n_list(language, 400, wordlist="small")
    for word in (w for w in words if w.isalpha()):
        assert zipf(word, language) == wordfreq.zipf_frequency(word, language, wordlist="small")


def test_wordfreq_itself_is_not_imported() -> None:
    code = (
        "import sys; from plainlang.language.frequency.zipf import zipf; zipf('dose');"
        "print('wordfreq' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"
