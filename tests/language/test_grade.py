"""The plainlang grade, what makes a sentence hard, and what to rewrite first."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlang.language.frequency.familiar_words import is_familiar
from plainlang.language.level.counts import (
    Counts,
    add_packed,
    add_up,
    count_sentence,
    pack_sentence,
    unpack,
    word_load,
    words_in,
)
from plainlang.language.level.effect import effects, hardest, reason, shortest_path, typical
from plainlang.language.level.grade import (
    SCALES,
    essence,
    features,
    grade_of,
    plainlang_grade,
    scale_of,
)
from plainlang.language.proper_names import find_names

EASY = "You can eat and drink as you like before the test."
HARD = (
    "Administration of anticoagulants necessitates periodic determination of coagulation parameters"
    " in patients with hepatic insufficiency."
)
MIDDLE = "Your doctor may want to check how well your liver works before you start the treatment."


def grade(text: str, language: str = "en") -> float:
    return plainlang_grade(count_sentence(text, language), language)


def test_a_hard_sentence_has_a_higher_grade_than_an_easy_one() -> None:
    assert grade(EASY) < 6 < grade(MIDDLE) + 3
    assert grade(HARD) > 15


def test_a_rare_word_makes_a_sentence_harder_and_an_explained_one_does_not() -> None:
    plain = "The medicine can hurt your kidneys."
    jargon = "The medicine can cause nephrotoxicity."
    known = count_sentence(jargon, known=frozenset(("nephrotoxicity",)))
    assert grade(jargon) > grade(plain)
    assert plainlang_grade(known) < grade(jargon)
    assert known.words == count_sentence(jargon).words


def test_a_regular_inflection_of_a_common_word_is_not_rare() -> None:
    assert word_load("smokings") < 1 < 3 < word_load("smockings")


@pytest.mark.parametrize(
    ("said", "base"),
    [("tómeselo", "tome"), ("lávate", "lava"), ("usás", "usar"), ("consultá", "consultar"),
     ("lavate", "lavar"), ("jabon", "jabón"), ("rinones", "riñones")],
)  # fmt: skip
def test_spanish_forms_of_common_words_are_not_rare(said: str, base: str) -> None:
    assert word_load(said, "es") <= word_load(base, "es") + 0.51
    assert word_load(said, "es") < word_load("hematoma", "es") + 0.5


def test_a_name_is_no_hard_word_but_the_first_word_is_none() -> None:
    assert grade("Then Nkechi and Okonkwo came to us.") < grade(
        "Then nkechi and okonkwo came to us."
    )
    first = "Nephrotoxicity can come from it."
    assert count_sentence(first) == count_sentence(first.replace("N", "n"))


def test_words_are_told_apart_far_below_once_in_a_million() -> None:
    assert 0 == word_load("pain") < word_load("nausea") < word_load("tumours") < word_load("apnoea")
    assert word_load("apnoea") < word_load("cholangiogram") <= 3.5


def test_splitting_a_sentence_makes_it_easier() -> None:
    one = "You take the pill in the morning and you drink a glass of water and then you eat."
    two = ("You take the pill in the morning.", "You drink a glass of water.", "Then you eat.")
    assert plainlang_grade(add_up(map(count_sentence, two))) < grade(one)


def test_the_features_add_up_to_the_grade() -> None:
    counts = count_sentence(HARD)
    parts = features(counts)
    assert SCALES["en"].base + sum(part.grades for part in parts) == pytest.approx(grade(HARD))
    heaviest = sorted(parts, key=lambda part: -part.grades)[:3]
    assert {"hard words", "syllables"} < {part.name for part in heaviest}


def test_ordinary_prose_has_the_grade_it_is_asked_for() -> None:
    for target in (6.0, 8.0, 12.0):
        for scale in SCALES.values():
            page = tuple(5000 * share for share in typical(target, scale))
            assert grade_of(page, scale) == pytest.approx(target, abs=0.1)  # type: ignore[arg-type]


def test_spanish_for_doctors_is_harder_than_spanish_for_patients() -> None:
    patient = "Llame a su médico si tiene fiebre o si le duele mucho la barriga."
    doctor = "La administración concomitante de anticoagulantes incrementa la morbimortalidad perioperatoria."
    assert grade(doctor, "es") > grade(patient, "es") + 4


@pytest.mark.parametrize(
    "word",
    ["doctor", "doctors", "tried", "carries", "running", "bigger", "don't", "37", "schoolboy's"],
)
def test_common_words_and_their_inflections_are_familiar(word: str) -> None:
    assert is_familiar(word)


@pytest.mark.parametrize("word", ["metastasis", "subsequently", "anti-inflammatory", "carcinoma"])
def test_technical_words_are_not_familiar(word: str) -> None:
    assert not is_familiar(word)


def test_names_and_titles_are_left_out_when_asked() -> None:
    text = "Yesterday Dr. Okonkwo spoke to Maria about the scan."
    assert count_sentence(text).words - count_sentence(text, without_names=True).words == 3
    with_initial = "Norman E. Sharpless and Dr. J. Doe, Ph.D., spoke to us about it."
    assert count_sentence(with_initial, without_names=True).words == 6
    assert find_names(["The", "Scan", "Shows", "Your", "Heart"]) == set()


def test_the_reason_names_length_and_words() -> None:
    why = reason(HARD)
    assert why.words == 0
    assert "anticoagulants" in [HARD[slice(*span)] for span in why.hard_words]
    long = "We " + "go and " * 20 + "come."
    assert reason(long).words == 42
    assert reason(long).hard_words == ()
    explained = reason(HARD, known=frozenset(("anticoagulants",)))
    assert "anticoagulants" not in [HARD[slice(*span)] for span in explained.hard_words]


def test_a_word_that_everybody_knows_is_no_reason() -> None:
    text = "Foodborne botulism is found in carrot juice and soups."
    assert [text[slice(*span)] for span in reason(text).hard_words] == ["Foodborne", "botulism"]


def test_how_a_word_is_said_makes_no_sentence_harder() -> None:
    for shown in ("kon-JEN-ih-tal", "NU-mo-KOK-al", "EM-bo-lus"):
        assert word_load(shown) == 0
        assert count_sentence(f"It is so ({shown}).").unfamiliar == 0
    assert word_load("non-HIV-infected") > 0
    assert word_load("up-to-datedness") > 0


def test_leaving_a_sentence_out_is_exact() -> None:
    page = [count_sentence(text) for text in (EASY, MIDDLE, HARD, EASY)]
    effect = effects(page)
    without = plainlang_grade(add_up([page[0], page[1], page[3]]))
    assert effect[2] == pytest.approx(plainlang_grade(add_up(page)) - without)
    assert effect[0] < 0 < effect[2]
    assert effects([count_sentence(HARD)]) == [0.0]


def test_the_hardest_sentence_comes_first() -> None:
    page = [count_sentence(text) for text in (EASY, MIDDLE, HARD)]
    assert hardest(page)[0].sentence == 2
    assert len(hardest(page, limit=1)) == 1


def test_the_shortest_path_takes_few_sentences_and_reaches_the_target() -> None:
    page = [count_sentence(text) for text in [EASY] * 4 + [HARD] * 2 + [MIDDLE] * 4]
    path = shortest_path(page, 5)
    assert set(path.sentences[:2]) == {4, 5}
    assert len(path.sentences) < 7
    assert path.reaches
    assert path.grade < plainlang_grade(add_up(page))
    assert round(path.grade, 1) <= 5


_POOL = tuple(
    count_sentence(text)
    for text in (
        EASY,
        MIDDLE,
        HARD,
        "Fluid may build up around the lungs.",
        "Concomitant administration is contraindicated.",
        "We will call you.",
        "Ask the nurse about your diet, your sleep, and how much you should walk each day from now on.",
        "The biopsy showed metastatic adenocarcinoma of the pancreas with vascular invasion.",
    )
)
_PAGES = st.lists(st.sampled_from(_POOL), min_size=2, max_size=8)


@given(_PAGES)
def test_the_effect_of_each_sentence_is_the_grade_with_less_the_grade_without(
    page: list[Counts],
) -> None:
    whole = plainlang_grade(add_up(page))
    for i, effect in enumerate(effects(page)):
        rest = page[:i] + page[i + 1 :]
        assert effect == pytest.approx(whole - plainlang_grade(add_up(rest)))


@given(_PAGES, st.sampled_from((4.0, 6.0, 8.0, 10.0)))
def test_no_smaller_set_of_sentences_reaches_the_target(page: list[Counts], target: float) -> None:
    scale = scale_of("en")
    prose = typical(target - 0.05, scale)

    def after(some: tuple[int, ...]) -> float:
        numbers = [
            [n * page[i].words for n in prose] if i in some else essence(page[i])
            for i in range(len(page))
        ]
        return round(grade_of(tuple(map(sum, zip(*numbers, strict=True))), scale), 1)  # type: ignore[arg-type]

    path = shortest_path(page, target)
    enough = [
        some
        for k in range(len(page) + 1)
        for some in combinations(range(len(page)), k)
        if after(some) <= target
    ]
    assert path.reaches is bool(enough)
    if enough:
        assert len(path.sentences) == len(enough[0])


def test_a_text_that_meets_the_target_needs_no_rewriting() -> None:
    assert shortest_path([count_sentence(EASY)] * 3, 8).sentences == ()


_COUNTS = st.builds(
    Counts,
    *[st.integers(0, 10**6) for _ in Counts._fields],
)


@given(_COUNTS, _COUNTS)
def test_counts_add_and_subtract(a: Counts, b: Counts) -> None:
    assert a + b == add_up([a, b]) == b + a
    assert (a + b) - b == a


@given(st.lists(st.sampled_from([EASY, MIDDLE, HARD, "Visit www.nih.gov. — …", "…"])))
def test_packed_counts_add_up_to_the_same(texts: list[str]) -> None:
    packed = [pack_sentence(text) for text in texts]
    assert [unpack(one) for one in packed] == [count_sentence(text) for text in texts]
    assert [words_in(one) for one in packed] == [count_sentence(text).words for text in texts]
    assert add_packed(packed) == add_up(map(count_sentence, texts))


def test_so_many_rare_words_that_their_load_fills_its_bits_add_up_all_the_same() -> None:
    rare = pack_sentence("xqzv " * 2000)
    assert add_packed([rare] * 10_000) == Counts._make(10_000 * n for n in unpack(rare))


def test_no_words_have_no_counts() -> None:
    assert count_sentence("— …") == Counts()
    assert add_up([]) == Counts()
    assert plainlang_grade(Counts()) == 0
