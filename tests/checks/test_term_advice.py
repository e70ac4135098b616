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


@pytest.mark.parametrize(
    ("language", "text", "name", "plain"),
    [
        ("en", "Take no warfarin.", "warfarin", "blood thinner (warfarin)"),
        ("en", "Warfarin can make you bleed.", "warfarin", "A blood thinner (warfarin)"),
        ("en", "Ask about Plavix.", "Plavix", "a drug that keeps blood from clotting (Plavix)"),
        ("en", "Use epinephrine at once.", "epinephrine", "adrenaline (epinephrine)"),
        ("en", "Get a test for chlamydia.", "chlamydia",
         "common infection spread by sex (chlamydia)"),
        ("es", "No tome warfarina.", "warfarina", "medicina contra los coágulos (warfarina)"),
    ],
)  # fmt: skip
def test_the_name_of_a_drug_or_an_infection_stays(
    language: str, text: str, name: str, plain: str
) -> None:
    assert advice(text, name, language).suggestion == plain


def test_a_name_with_its_plain_words_beside_it_is_explained() -> None:
    source = PAGE.format("en", "You may be on the blood thinner Coumadin.")
    found = plainlang.check(source, filename="a.html", config={"select": ["undefined-term"]})
    assert found.findings == ()


@pytest.mark.parametrize(
    ("text", "term", "plain"),
    [
        ("Ask about partial nephrectomy.", "partial nephrectomy", "taking out part of a kidney"),
        ("Ask about total gastrectomy.", "total gastrectomy", "taking out the whole stomach"),
        ("You have positive margins.", "positive margins", "edges that still have cancer"),
        ("Children have waning immunity.", "waning immunity", "protection that fades"),
        ("Your baby has hip dysplasia.", "hip dysplasia", "hip joint that did not form right"),
        ("It was an ischemic stroke.", "ischemic stroke", "stroke from a blocked blood vessel"),
    ],
)
def test_plain_words_say_no_more_and_no_less_than_the_term(
    text: str, term: str, plain: str
) -> None:
    rules = ["undefined-term", "plainer-term"]
    source = PAGE.format("en", text)
    found = plainlang.check(source, filename="a.html", config={"select": rules}).findings
    assert [(f.excerpt, f.suggestion) for f in found] == [(term, plain)]


def test_the_stage_of_another_illness_is_no_cancer() -> None:
    source = PAGE.format("en", "You have stage II high blood pressure and a stage III bed sore.")
    assert (
        plainlang.check(source, filename="a.html", config={"select": ["plainer-term"]}).findings
        == ()
    )


@pytest.mark.parametrize(
    ("text", "word", "plain"),
    [
        ("You may need insulin.", "insulin", "a hormone that lowers blood sugar (insulin)"),
        ("Ask for clopidogrel or warfarin.", "warfarin", "a blood thinner (warfarin)"),
        ("It is a new type of insulin.", "insulin", "hormone that lowers blood sugar (insulin)"),
        ("Check for certain antigens.", "antigens", "triggers for the body's defenses"),
        ("The mortality rates fell.", "mortality rates", "death rates"),
    ],
)
def test_a_thing_has_its_article_and_several_their_plural(text: str, word: str, plain: str) -> None:
    assert advice(text, word).suggestion == plain


@pytest.mark.parametrize(
    ("text", "word", "plain"),
    [
        ("It cuts the severity of attacks.", "severity", "how bad it is"),
        ("Future severity is not known.", "severity", "how bad it is"),
        ("She had a hysterectomy.", "hysterectomy", "taking out the womb"),
        ("You get intravenous (IV) fluids.", "intravenous", "into a vein"),
        ("She took the drug letrozole.", "letrozole", "drug that lowers estrogen (letrozole)"),
        ("It leads to plaque buildup.", "plaque", "harmful buildup"),
        ("This stops worms from contaminating soil.", "contaminating", "making dirty or unsafe"),
    ],
)
def test_words_that_would_break_the_sentence_need_another_order(
    text: str, word: str, plain: str
) -> None:
    found = advice(text, word)
    assert found.suggestion is None
    assert f"Say it with “{plain}”, with the words in another order." in found.how


def test_a_meaning_of_something_is_one_of_things_behind_several() -> None:
    found = advice("Ask about your risk factors.", "risk factors", rule="plainer-term")
    assert "“risk factors (things that make you more likely to get a disease)”" in found.how
    found = advice("Limit sugar alcohols.", "sugar alcohols")
    assert "(things that make food sweet and can upset the gut)" in found.how
    found = advice("Read about styes.", "styes")  # the meaning in the plural is not sure
    assert "“styes (a stye is a red, painful spot on the eyelid)”" in found.how


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Read the first line of the form.", []),
        ("Sign on the first line below.", []),
        ("They wash the sweat glands.", []),
        ("Ask about sexual problems.", []),
        ("The first line of treatment is surgery.", [("first line of treatment", "first treatment")]),
        ("Breast cancer is not contagious.", [("contagious", "able to infect others")]),
        ("She had a laparotomy.", [("laparotomy", "surgery through a large cut in the belly")]),
    ],
)  # fmt: skip
def test_words_of_everyday_have_no_advice_and_advice_stays_true(
    text: str, reported: list[tuple[str, str]]
) -> None:
    source = PAGE.format("en", text)
    rules = ["undefined-term", "plainer-term", "unlisted-jargon"]
    found = plainlang.check(source, filename="a.html", config={"select": rules}).findings
    assert [(f.excerpt, f.suggestion) for f in found] == reported


def test_the_name_of_an_illness_stays_beside_plain_words() -> None:
    found = advice("You may have Crohn's disease.", "Crohn's disease")
    assert found.suggestion == "a lasting gut disease (Crohn's disease)"


def test_of_behind_a_plural_asks_for_another_order() -> None:
    assert advice("Epidemics of typhus are rare.", "Epidemics").suggestion is None


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("We make an incision.", "incision", "Write “a cut” for “an incision”."),
        ("An incision heals.", "incision", "Write “A cut” for “An incision”."),
        ("Ask an oncologist.", "oncologist", "Write “a cancer doctor” for “an oncologist”."),
        ("Ask the oncologist.", "oncologist", "Write “cancer doctor”."),
    ],
)
def test_an_article_changes_with_its_word(text: str, word: str, said: str) -> None:
    assert advice(text, word).how.startswith(said)


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("Le hacen una incisión.", "incisión", "Escriba “un corte” en lugar de “una incisión”."),
        ("Mida la frecuencia cardíaca.", "frecuencia cardíaca",
         "Escriba “los latidos por minuto” en lugar de “la frecuencia cardíaca”."),
        ("Depende del estadio del cáncer.", "estadio del cáncer",
         "Escriba “de la etapa del cáncer” en lugar de “del estadio del cáncer” si encaja."),
        ("La hidrocefalia es grave.", "hidrocefalia",
         "Escriba “El agua en el cerebro” en lugar de “La hidrocefalia”."),
        ("La frecuencia cardíaca sube.", "frecuencia cardíaca", "Dígalo con “latidos por minuto”"),
        ("Evite la nicturia.", "nicturia", "Dígalo con “levantarse de noche a orinar”"),
    ],
)  # fmt: skip
def test_a_spanish_article_goes_with_the_plain_words(text: str, word: str, said: str) -> None:
    rule = "plainer-term" if "encaja" in said else "undefined-term"
    assert advice(text, word, "es", rule).how.startswith(said)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ovarian ablation may help.", "ablation"),  # no "ovarian destroying tissue"
        ("The fetal and adult forms differ.", "fetal"),
        ("Reading is 120/80 mmHg.", "mmHg"),
        ("It is cross-fertilization.", "fertilization"),
        ("The illness can be misdiagnosed.", "misdiagnosed"),  # no "be take for another"
        ("Tell the claimant's lawyer.", "claimant"),
        ("Eat canned or processed meat.", "processed meat"),
        ("These are PTT tests.", "PTT"),
        ("Osteoporosis is common.", "Osteoporosis"),  # no "thin, weak bones is"
    ],
)
def test_words_that_cannot_stand_in_a_place_are_not_advised_for_it(text: str, word: str) -> None:
    found = advice(text, word)
    assert found.suggestion is None
    assert found.how.startswith("Say it with")
