"""Text that is harder than its target: pages, sections, sentences, paragraphs."""

from __future__ import annotations

from typing import Any

import pytest

import plainlang
from plainlang.checks.level.messages import beginning_said, rewrite_said
from plainlang.findings import Finding

EASY = "Take one pill each day with food and water. "
HARD = (
    "Concomitant administration of anticoagulant medications necessitates comprehensive evaluation "
    "of hemorrhagic complications among individuals demonstrating renal insufficiency. "
)
HARD_PAGE = f"<h1>Blood thinners</h1><p>{HARD * 4}</p>"


def check(source: str, *rules: str, **config: Any) -> list[Finding]:
    settings = {key.replace("_", "-"): value for key, value in config.items()}
    return list(plainlang.check(source, config={"select": list(rules), **settings}).findings)


def grade_of(source: str, **config: Any) -> dict[str, Any]:
    settings = {key.replace("_", "-"): value for key, value in config.items()}
    reading = plainlang.check(source, config=settings).pages[0].reading
    assert reading is not None
    return reading


def verdicts(source: str, **config: Any) -> list[str]:
    return [f.rule for f in check(source, "page-above-target", "page-near-target", **config)]


# Pages


def test_a_page_at_its_target_passes_and_just_above_it_is_too_close_to_call() -> None:
    source = f"<h1>Pills</h1><p>{(EASY + HARD) * 4}</p>"
    grade = grade_of(source)["grade"]
    assert verdicts(source, target_grade=grade) == []
    assert verdicts(source, target_grade=grade + 0.04) == []
    assert verdicts(source, target_grade=grade - 0.1) == ["page-near-target"]
    assert verdicts(source, target_grade=grade_of(source)["low"]) == ["page-near-target"]
    assert verdicts(source, target_grade=grade_of(source)["low"] - 0.1) == ["page-above-target"]


def test_a_hard_page_is_reported_at_its_first_heading_with_its_worst_sentences() -> None:
    (found,) = check(HARD_PAGE, "page-above-target")
    assert found.excerpt == "Blood thinners"
    reading = grade_of(HARD_PAGE)
    assert f"grade {reading['grade']:.1f}" in found.message
    assert f"({reading['low']:.1f} to {reading['high']:.1f})" in found.message
    assert "The target is 8." in found.message
    assert found.related[0].message == HARD.strip()
    assert 1 <= len(found.related) <= 3


def test_a_number_of_a_formula_has_no_range() -> None:
    (found,) = check(HARD_PAGE, "page-above-target", metric="smog_index")
    reading = grade_of(HARD_PAGE, metric="smog_index")
    assert found.message == f"This page reads at grade {reading['grade']:.1f}. The target is 8."


def test_what_is_said_is_in_one_language() -> None:
    for language, words in (("en", "It uses rare words"), ("es", "usa palabras poco comunes")):
        (found, *_) = check(HARD_PAGE, "hard-sentence", message_language=language)
        assert words.lower() in found.message
        (found,) = check(HARD_PAGE, "page-above-target", message_language=language)
        assert (" to " in found.message) is (language == "en")
    page = f"<p>You have hypertension. The hypertension grows.</p><p>{EASY * 9}</p>"
    (found,) = check(page, "undefined-term", message_language="es")
    assert "Se usa 1 vez más." in found.message
    assert "la página baja" in found.how


@pytest.mark.parametrize(("rule", "page", "said"), [
    ("wrong-page-language", f'<html lang="fr"><title>Salt</title><p>{EASY * 9}</p>', "están en inglés"),
    ("url-as-link-label", '<p>Read <a href="/a/b">www.example.org/a/b/c</a>.</p>', "una dirección"),
    ("title-off-topic", f'<html lang="en"><title>Knitting patterns</title><p>{EASY * 9}</p>', "pocas de sus palabras"),
    ("informative-image-hidden", '<p>Our team says:</p><div><img src="chart.png" alt=""></div>', "el nombre de su archivo"),
])  # fmt: skip
def test_a_reason_is_given_in_the_language_of_the_message(rule: str, page: str, said: str) -> None:
    (found,) = check(page, rule, message_language="es")
    assert said in found.message


@pytest.mark.parametrize(("times", "metric", "said"), [(1, "plainlang", False), (9, "plainlang", True),
                                                       (9, "smog_index", False)])  # fmt: skip
def test_what_a_plain_word_gains_is_said_only_where_there_is_a_grade(
    times: int, metric: str, said: bool
) -> None:
    source = f"<p>You have hypertension.</p><p>{EASY * times}</p>"
    (found,) = check(source, "undefined-term", metric=metric)
    assert ("lower the page" in found.how) is said


def test_a_page_without_a_heading_is_reported_at_its_first_paragraph() -> None:
    (found,) = check(f"<nav><h2>Menu</h2></nav><p>{HARD * 4}</p>", "page-above-target")
    assert found.excerpt.startswith("Concomitant")


@pytest.mark.parametrize(("words", "judged"), [(10, False), (29, False), (30, True), (44, True)])
def test_fewer_words_than_thirty_are_too_few_to_judge(words: int, judged: bool) -> None:
    text = "Anticoagulation necessitates thromboprophylaxis. " * (words // 3) + "x " * (words % 3)
    assert bool(verdicts(f"<p>{text}</p>")) is judged


def test_the_config_may_ask_for_more_words() -> None:
    assert verdicts(HARD_PAGE, min_words=30) == ["page-above-target"]
    assert verdicts(HARD_PAGE, min_words=500) == []
    assert grade_of(HARD_PAGE, min_words=500)["grade"] is None
    assert "too short" in grade_of(HARD_PAGE, min_words=500)["note"]


@pytest.mark.parametrize(
    ("min_words", "verdict"), [(10, "above"), (16, "above"), (17, "too-short")]
)
def test_a_short_page_is_judged_when_the_settings_ask_for_few_words(
    min_words: int, verdict: str
) -> None:
    page = f"<h1>Blood thinners</h1><p>{HARD}</p>"
    found = grade_of(page, min_words=min_words)
    assert found["words"] == 16
    assert found["verdict"] == verdict
    assert (found["grade"] is None) == (verdict == "too-short")
    said = "a rough guess: the text has only 16 words" if verdict == "above" else "too short to say"
    assert found["note"].startswith(said)
    assert verdicts(page, min_words=min_words) == ["page-above-target"] * (verdict == "above")


def test_a_rule_may_look_at_sections_of_few_words() -> None:
    short = f"<h1>Pills</h1><p>{EASY * 4}</p><h2>Effects</h2><p>{HARD}</p>"
    assert found_sections(short) == []
    assert found_sections(short, rules={"section-above-target": {"words": 10}}) == ["Effects"]


def test_a_policy_may_name_a_formula() -> None:
    assert verdicts(HARD_PAGE, metric="flesch_kincaid_grade") == ["page-above-target"]
    ease = grade_of(HARD_PAGE, metric="flesch_reading_ease")["grade"]
    assert verdicts(HARD_PAGE, metric="flesch_reading_ease", target_grade=60) == [
        "page-above-target"
    ]
    assert verdicts(HARD_PAGE, metric="flesch_reading_ease", target_grade=ease) == []


def test_a_formula_of_another_language_judges_nothing() -> None:
    assert verdicts(HARD_PAGE, metric="fernandez_huerta") == []
    assert "fernandez_huerta" in grade_of(HARD_PAGE, metric="fernandez_huerta")["note"]


def test_pages_in_spanish_are_judged_and_told_in_spanish() -> None:
    hard = (
        "La administración concomitante de medicamentos anticoagulantes requiere una evaluación "
        "exhaustiva de las complicaciones hemorrágicas en individuos con insuficiencia renal. "
    )
    (found,) = check(f"<html lang='es'><h1>Su medicina</h1><p>{hard * 4}</p>", "page-above-target")
    assert "grado" in found.message
    easy = "<html lang='es'><p>" + "Tome una pastilla cada día con agua. " * 8
    assert verdicts(easy) == []


def test_a_language_without_a_grade_is_not_judged() -> None:
    german = "<html lang='de'><h1>Ihr Arzt</h1><p>" + "Der Arzt sieht nach dem Kind. " * 12
    assert verdicts(german) == []
    assert check(german, "hard-sentence", "section-above-target", "long-sentence") == []


# Sections


def sections(*parts: tuple[str, str]) -> str:
    return "".join(f"{heading}<p>{text}</p>" for heading, text in parts)


def found_sections(source: str, **config: Any) -> list[str]:
    return [f.excerpt for f in check(source, "section-above-target", **config)]


def test_a_hard_section_of_a_page_is_reported_at_its_heading() -> None:
    source = sections(("<h1>Care</h1>", EASY * 4), ("<h2>Blood thinners</h2>", HARD * 6))
    assert found_sections(source) == ["Blood thinners"]
    assert found_sections(source, target_grade=30) == []


def test_a_section_of_addresses_is_not_judged() -> None:
    places = "Harborview Rehabilitation Institute, 4 Elm Street, Springfield, Massachusetts 01101. "
    source = sections(("<h1>Care</h1>", EASY * 4), ("<h2>Where we are</h2>", places * 12))
    assert found_sections(source) == []


def test_a_page_of_one_section_is_no_section() -> None:
    assert found_sections(HARD_PAGE) == []


def test_short_sections_are_not_judged() -> None:
    source = sections(("<h1>Care</h1>", EASY * 4), ("<h2>Blood thinners</h2>", HARD * 2))
    assert found_sections(source) == []
    assert found_sections(source, rules={"section-above-target": {"words": 30}}) == [
        "Blood thinners"
    ]


@pytest.mark.parametrize(
    ("targets", "reported"),
    [
        ({}, ["For doctors", "Doses", "Tests"]),
        ({"doctors": 30}, ["Tests"]),
        ({"^FOR DOC": 30}, ["Tests"]),
        ({"doctors": 30, "doses": 8}, ["Doses", "Tests"]),
        ({"doses": 30}, ["For doctors", "Tests"]),
        ({"tests|doctors": 30}, []),
        ({"care": 30}, []),
        ({"nothing": 30}, ["For doctors", "Doses", "Tests"]),
    ],
)
def test_the_config_may_set_targets_for_sections_and_what_is_below(
    targets: dict[str, float], reported: list[str]
) -> None:
    source = sections(
        ("<h1>Care</h1>", EASY * 4), ("<h2>For doctors</h2>", HARD * 6),
        ("<h3>Doses</h3>", HARD * 6), ("<h2>Tests</h2>", HARD * 6),
    )  # fmt: skip
    assert found_sections(source, section_targets=targets) == reported


# Sentences


def test_the_hardest_sentence_is_reported_with_what_makes_it_hard() -> None:
    source = f"<p>{EASY}{HARD}</p>"
    (found,) = check(source, "hard-sentence")
    assert source[slice(*found.span)] == HARD.strip()
    assert "it uses rare words: “" in found.message


def test_no_more_hard_sentences_are_reported_than_the_limit() -> None:
    source = "".join(f"<p>In case {number} {HARD}</p>" for number in range(9))
    assert len(check(source, "hard-sentence")) == 5
    assert len(check(source, "hard-sentence", rules={"hard-sentence": {"most": 2}})) == 2


def test_a_sentence_is_hard_only_well_above_the_target() -> None:
    source = f"<p>{HARD}</p>"
    assert check(source, "hard-sentence", target_grade=40) == []
    assert check(source, "hard-sentence", rules={"hard-sentence": {"above": 40}}) == []
    assert check(source, "hard-sentence", rules={"hard-sentence": {"words": 60}}) == []


@pytest.mark.parametrize(
    "text",
    [
        # Whom to call and when: numbers and hours are no hard words.
        "Call our toll-free line at 1-800-555-0142, Monday through Friday, 8:00 a.m. to 7:00 p.m.",
        "Write to the office at records.office@clinic.example.org or come to the desk on Mondays.",
        # Names, which a writer cannot change.
        "The Okonkwo Chukwuemeka Foundation and the Nkechi Obafemi Trust help us with this work.",
        # Lists that were run together.
        "Symptoms are - intermittent claudication - paraesthesia of extremities - cyanosis - pallor.",
        "These include oxybutynin (Oxytrol), tolterodine (Detrol), darifenacin, trospium, fesoterodine.",
    ],
)
def test_contacts_names_and_lists_are_no_hard_sentences(text: str) -> None:
    assert check(f"<p>{text}</p>", "hard-sentence", target_grade=4) == []


def test_a_sentence_is_not_hard_for_words_that_the_page_explains() -> None:
    told = "<p>Thrombocytopenia (too few platelets) can make you bleed.</p>"
    text = (
        "You may have thrombocytopenia for a week or two after you come home with your new pills."
    )
    rules = {"hard-sentence": {"above": 3}}
    assert check(f"<p>{text}</p>", "hard-sentence", target_grade=4, rules=rules)
    assert check(f"{told}<p>{text}</p>", "hard-sentence", target_grade=4, rules=rules) == []


def test_on_a_formula_that_is_no_grade_a_sentence_is_hard_as_ever() -> None:
    ease = {"metric": "flesch_reading_ease", "target_grade": 60}
    assert check(f"<p>{HARD}</p>", "hard-sentence", **ease) == check(
        f"<p>{HARD}</p>", "hard-sentence"
    )


def test_a_list_that_was_run_together_is_no_long_sentence() -> None:
    items = " - ".join(
        ["a lump in the breast", "a change in its size", "a sore that will not heal"] * 4
    )
    assert check(f"<p>Signs are - {items}.</p>", "long-sentence") == []


def test_a_sentence_of_everyday_words_may_be_hard_for_its_length() -> None:
    text = " and then ".join(["you come to see the nurse who will ask how you feel"] * 8)
    (found,) = check(
        f"<p>{text.capitalize()}.</p>",
        "hard-sentence",
        target_grade=2,
        rules={"hard-sentence": {"above": 2}},
    )
    assert "it has 110 words" in found.message
    assert "rare words" not in found.message


@pytest.mark.parametrize(("words", "reported"), [(35, False), (36, True)])
def test_a_sentence_is_long_from_36_words_on(words: int, reported: bool) -> None:
    source = f"<p>{'You ' + ' '.join(['walk'] * (words - 2))} home.</p>"
    found = check(source, "long-sentence")
    assert bool(found) is reported
    if found:
        assert f"{words} words" in found[0].message


def test_the_limit_of_long_sentences_can_be_set() -> None:
    source = f"<p>{EASY}</p>"
    (found,) = check(source, "long-sentence", rules={"long-sentence": {"limit": 5}})
    assert "More than 5" in found.message


def test_a_row_of_names_is_no_long_sentence() -> None:
    names = ", ".join(f"clinic number {n}" for n in range(14))
    assert check(f"<p>Come to {names}.</p>", "long-sentence") == []


# Paragraphs


@pytest.mark.parametrize(("times", "reported"), [(16, False), (17, True)])
def test_a_paragraph_is_long_above_150_words(times: int, reported: bool) -> None:
    found = check(f"<p>{EASY * times}</p>", "long-paragraph")  # 9 words each
    assert bool(found) is reported


def test_items_of_a_list_are_paragraphs_of_their_own() -> None:
    items = "".join(f"<li>{EASY * 8}</li>" for _ in range(4))
    assert check(f"<ul>{items}</ul>", "long-paragraph") == []
    assert len(check(f"<ul><li>{EASY * 20}</ul>", "long-paragraph")) == 1


@pytest.mark.parametrize(
    ("between", "reported"),
    [("", 1), ("<h2>More</h2>", 0), ("<ul><li>One thing</ul>", 0), ("<nav><p>Home</p></nav>", 1)],
)
def test_long_text_wants_headings_or_lists(between: str, reported: int) -> None:
    part = f"<p>{EASY * 14}</p>" * 2
    found = check(f"<h1>Pills</h1>{part}{between}{part}", "wall-of-text")
    assert len(found) == reported


def test_one_long_paragraph_is_no_wall_of_text() -> None:
    assert check(f"<p>{EASY * 60}</p>", "wall-of-text") == []


HEALTH = (  # about grade 8: it meets what each formula asks for, or nearly so
    "Take one tablet with water each day. Call us if you feel dizzy or if your skin turns red. "
    "The nurse will ask you how you feel. You can go home when you feel well again. "
) * 3
EASY_PAGE = f"<html lang='en'><h1>Your pills</h1><p>{HEALTH}</p>"
OWN_SCALE = (
    "flesch_reading_ease", "dale_chall_readability_score", "lix", "rix",
)  # fmt: skip


@pytest.mark.parametrize("metric", OWN_SCALE)
def test_a_formula_that_gives_no_grade_passes_easy_pages_and_fails_hard_ones(metric: str) -> None:
    assert verdicts(EASY_PAGE, metric=metric) == []
    assert verdicts(HARD_PAGE, metric=metric) == ["page-above-target"]


def test_formulas_for_primary_school_do_not_pass_what_they_cannot_tell() -> None:
    """On their scales hard pages end at 8, so a target of 8 would pass them all."""
    assert verdicts(HARD_PAGE, metric="spache_readability") == ["page-above-target"]
    hard = "La administración concomitante de anticoagulantes exige evaluación hematológica. "
    spanish = f"<html lang='es'><h1>Medicinas</h1><p>{hard * 6}</p>"
    assert verdicts(spanish, metric="crawford") == ["page-above-target"]
    for metric in ("fernandez_huerta", "szigriszt_pazos", "gutierrez_polini"):
        assert verdicts(spanish, metric=metric) == ["page-above-target"]


def test_a_target_that_is_set_counts_for_any_formula() -> None:
    assert verdicts(HARD_PAGE, metric="flesch_reading_ease", target_grade=-300) == []
    assert verdicts(EASY_PAGE, metric="lix", target_grade=1) == ["page-above-target"]


def test_a_message_shows_the_target_of_the_formula_and_which_side_is_good() -> None:
    (found,) = check(HARD_PAGE, "page-above-target", metric="flesch_reading_ease")
    ease = grade_of(HARD_PAGE, metric="flesch_reading_ease")
    assert ease["target"] == 60
    assert found.message == (
        f"This page reads at flesch_reading_ease {ease['grade']:.1f}. The target is 60 or more."
    )
    (found,) = check(HARD_PAGE, "page-above-target", metric="lix", message_language="es")
    assert found.message.endswith(". La meta es 40.")


def test_sections_have_the_target_of_the_formula_too() -> None:
    both = f"<h1>Pills</h1><p>{HEALTH}</p><h2>Effects</h2><p>{HARD * 4}</p>"
    assert found_sections(both, metric="flesch_reading_ease") == ["Effects"]
    targets = [s["target"] for s in grade_of(both, metric="flesch_reading_ease")["sections"]]
    assert targets == [60, 60]
    assert (
        found_sections(both, metric="flesch_reading_ease", section_targets={"Effects": -300}) == []
    )


def test_a_formula_without_grades_does_not_change_which_sentences_and_meanings_are_hard() -> None:
    page = (
        f"{HARD_PAGE}<p>Hypertension is a haemodynamic abnormality characterised by persistently"
        " elevated systemic arterial perfusion pressure.</p>"
    )
    for rule in ("hard-sentence", "hard-explanation"):
        plain, ease = check(page, rule), check(page, rule, metric="flesch_reading_ease")
        assert [f.excerpt for f in plain] == [f.excerpt for f in ease] != []


@pytest.mark.parametrize(
    ("number", "sentences", "english", "spanish"),
    [
        (1, 1, "the sentence", "la oración"),
        (1, 10, "the hardest of 10 sentences", "la más difícil de las 10 oraciones"),
        (3, 10, "the 3 hardest of 10 sentences", "las 3 más difíciles de las 10 oraciones"),
        (10, 10, "all 10 sentences", "las 10 oraciones"),
    ],
)
def test_how_many_sentences_to_rewrite_is_said_as_people_say_it(
    number: int, sentences: int, english: str, spanish: str
) -> None:
    assert rewrite_said(number, sentences, "en-GB") == english
    assert rewrite_said(number, sentences, "es") == spanish


def test_where_no_sentence_is_known_to_be_the_hardest_none_is_named() -> None:
    assert beginning_said("", "en") == ""
    assert beginning_said("Ruhe dich aus.", "en") == " Begin with: “Ruhe dich aus.”"
