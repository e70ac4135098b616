"""Which English words are jargon by themselves: by a list, their form, or how rare they are."""

from __future__ import annotations

import pytest

import plainlang

JARGON = """appendicitis cholecystectomy septicemia hyperkalemia sigmoidoscopy dyspnea neutropenia
    stenosis fibrillation metformin adalimumab atorvastatin subcutaneous idiopathic comorbidity
    etiology nephrologist formulary antibody-drug meta-analysis
    phototherapy autosome ligand perfusion isotope subdural bronchopulmonary paravertebral
    submucosal effusions nanoparticles inspiratory excretion interstitial anti-viral
    post-operative half-life wild-type""".split()
PLAIN = """doctor earache backache headache gluten-free heart-healthy walk-in paperwork sedentary
    stillborn mouthguard concurrent inhaled microscope ventilator grandmother sunscreen lightheadedness tick-borne
    unscented Johnson Denver Ohio 2024 A1 COVID-19 it's children's utensils
    wheezy sniffles freckles sachets sterilised visualise hospitalisation panicky
    interrelated interdependent substantiate pillowcases paraphernalia accrediting juxtapose
    under-immunized herbicides nutritionist pickleball
    complication complications transmission transmissions liabilities
    photogenic mezzanine nostalgic microprocessor horoscopes telehealth digestive midwives""".split()


@pytest.mark.parametrize("word", JARGON)
def test_few_readers_know(word: str) -> None:
    assert plainlang.is_jargon(word)


@pytest.mark.parametrize("word", PLAIN)
def test_most_readers_know(word: str) -> None:
    assert not plainlang.is_jargon(word)


def test_a_word_with_a_capital_is_a_name_unless_both_its_ends_are_medical() -> None:
    assert not plainlang.is_jargon("Korphan")  # "-orphan" ends names of drugs
    assert plainlang.is_jargon("Blepharographic")


def test_endings_and_capitals_do_not_change_it() -> None:
    assert plainlang.is_jargon("Appendicitis")
    assert plainlang.is_jargon("colectomies")
    assert not plainlang.is_jargon("Headaches")
