"""Terms that a page explains, in ways that only what the lexicon knows can tell."""

from __future__ import annotations

import pytest

import plainlang


def undefined(html: str) -> set[str]:
    page = f"<html lang=en><title>On the heart</title><main>{html}</main></html>"
    findings = plainlang.check(page).findings
    return {f.term for f in findings if f.rule == "undefined-term"}


@pytest.mark.parametrize(
    "html",
    [
        "<p>The pain may come with fatigue (tiredness).</p>",
        "<p>The lump can be benign, which means not cancerous.</p>",
        "<p>Your cervix slowly opens, or dilates, to four inches.</p>",
        "<p>He is at risk of solid cancers [cancers that make a lump].</p>",
    ],
)
def test_words_beside_a_term_that_say_what_it_means_explain_it(html: str) -> None:
    assert undefined(html) <= {"cervix"}


def test_a_term_without_such_words_is_reported() -> None:
    assert undefined("<p>The pain may come with fatigue (see page 4).</p>") == {"fatigue"}


def test_what_explains_a_noun_explains_its_adjective() -> None:
    metastatic = "<p>Metastatic growths are seen on a scan.</p>"
    explained = "<p>Metastasis is when cancer spreads to a new part of the body.</p>"
    assert "metastatic" in undefined(metastatic)
    assert "metastatic" not in undefined(explained + metastatic)


def test_what_says_of_a_longer_name_how_it_differs_explains_its_first_word() -> None:
    page = (
        "<p>It helps people with metastatic melanoma.</p>"
        "<p>Metastatic cancer is cancer that has spread.</p>"
    )
    assert "metastatic" not in undefined(page)


def test_what_explains_a_longer_name_by_its_first_word_explains_it_not() -> None:
    page = "<p>Your colon is checked.</p><p>A colon polyp is a small growth in the colon.</p>"
    assert "colon" in undefined(page)


def message(html: str) -> str:
    (found,) = (f for f in plainlang.check(html).findings if f.rule == "undefined-term")
    return found.message


def test_how_often_a_term_is_used_counts_no_other_names_for_it() -> None:
    drug = "<p>Take an antihistamine like Benadryl.</p>"
    assert message(drug) == "“antihistamine” is not explained on this page."
    more = f"{drug}<p>Antihistamines can make you sleepy. So can Claritin.</p>"
    assert message(more).endswith("It is used 1 more time.")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Take OTC NSAIDs.", {"over-the-counter", "nonsteroidal anti-inflammatory drug"}),
        ("Take OTC NSAIDS, please.", {"over-the-counter", "nonsteroidal anti-inflammatory drug"}),
        ("DO NOT TAKE OTC NSAIDS AT HOME", set()),
        ("DO NOT TAKE NSAIDS", set()),
    ],
)
def test_acronyms_side_by_side_keep_their_meaning(text: str, terms: set[str]) -> None:
    found = plainlang.check(f"<p>{text}</p>").findings
    assert {f.term for f in found if f.category == "jargon"} == terms


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Some fear dialysis.", "Write “blood cleaning for failed kidneys”. Or explain it"),
        ("Hypertension runs in the family, and so high blood pressure is seen often.",
         "The sentence says “high blood pressure” already: leave out “Hypertension”. Or explain it"),
        ("Hypertension runs in the family, as thigh blood pressure tells: high blood pressure is common.",
         "The sentence says “high blood pressure” already: leave out “Hypertension”. Or explain it"),
        ("Hypertension runs in the family. High blood pressure is seen often.",
         "Write “High blood pressure”. Or explain it"),
    ],
)  # fmt: skip
def test_words_that_stand_in_the_sentence_are_not_advised(text: str, how: str) -> None:
    (found,) = (f for f in plainlang.check(f"<p>{text}</p>").findings if f.rule == "undefined-term")
    assert found.how.startswith(how)
    assert (found.suggestion is None) == how.startswith("The sentence")


@pytest.mark.parametrize(
    "html",
    [
        "<p>BMI (body mass index) is a number made from your height and weight.</p>",
        "<p>eGFR (estimated glomerular filtration rate) shows how well your kidneys work.</p>",
        "<p>HbA1c (glycated hemoglobin) is a blood test that shows your blood sugar.</p>",
        "<p>An MRI (magnetic resonance imaging) scan is a test that makes pictures.</p>",
        "<p>COPD (chronic obstructive pulmonary disease), a lung disease, is common.</p>",
        "<p lang=es>El IMC (índice de masa corporal) es un número que compara su peso y su altura.</p>",
    ],
)
def test_what_is_said_behind_the_words_of_letters_explains_them(html: str) -> None:
    assert undefined(html) == set()


@pytest.mark.parametrize(
    ("html", "term"),
    [
        ("<p>Your BMI (body mass index) is above 30.</p>", "body mass index"),
        (
            "<p>COPD (chronic obstructive pulmonary disease) is common.</p>",
            "chronic obstructive pulmonary disease",
        ),
        ("<p>Ask about an MRI (magnetic resonance imaging).</p>", "MRI"),
    ],
)
def test_the_words_of_letters_alone_do_not_explain_them(html: str, term: str) -> None:
    assert undefined(html) == {term}


@pytest.mark.parametrize(
    "html",
    [
        "<p>Warfarin (brand name Coumadin) is a drug that keeps blood thin.</p>",
        "<p>Lisinopril (Zestril, Prinivil) is a medicine that lowers blood pressure.</p>",
        "<p>Lisinopril (sold as Zestril or Prinivil) helps lower blood pressure.</p>",
        "<p lang=es>El lisinopril (marcas: Zestril o Prinivil) es un medicamento que baja la presión.</p>",
    ],
)
def test_what_is_said_behind_brand_names_explains_a_drug(html: str) -> None:
    assert undefined(html) == set()


def test_brand_names_alone_explain_no_drug() -> None:
    assert undefined("<p>Take lisinopril (Zestril, Prinivil) each day.</p>") != set()


@pytest.mark.parametrize(
    "html",
    [
        "<p>RICE: Rest, Ice, Compression, Elevation.</p>",
        "<p>Remember <b>RICE</b>: rest, ice, compression, elevation.</p>",
        "<p>RICE stands for rest, ice, compression, and elevation.</p>",
        "<p>Use RICE – rest, ice, compression, elevation – at home.</p>",
        "<p>RICE (rest, ice, compression, and elevation) helps.</p>",
    ],
)
def test_easy_words_in_a_list_explain_the_letters_that_stand_for_them(html: str) -> None:
    assert undefined(html) == set()


@pytest.mark.parametrize(
    "html",
    [
        "<p>BMI stands for body mass index.</p>",
        "<p>MRI: magnetic resonance imaging.</p>",
    ],
)
def test_other_words_behind_letters_do_not_explain_them(html: str) -> None:
    assert undefined(html) != set()


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Take it p.r.n. with food.", "Take it p.r.n. (MEANING) with food."),
        ("Take it p.r.n.", "Take it p.r.n. (MEANING)."),
        ("Take it p.r.n. If it hurts, call.", "Take it p.r.n. (MEANING). If it hurts, call."),
    ],
)
def test_letters_with_dots_are_found_once_and_whole(text: str, mended: str) -> None:
    page = f"<html lang=en><title>On pills</title><main><p>{text}</p></main></html>"
    found = [f for f in plainlang.check(page).findings if "p.r.n" in f.excerpt and f.fix]
    meaning = "only when you need it, and not on a set plan"
    assert [f.rule for f in found] == ["undefined-term"]
    assert found[0].fix is not None
    (edit,) = found[0].fix.edits
    assert page[: edit.span.start] + edit.text + page[edit.span.end :] == page.replace(
        text, mended.replace("MEANING", meaning)
    )


@pytest.mark.parametrize(
    "text",
    [
        "<p>The scan is also called computed tomography or computerized axial tomography.</p>",
        "<p>Drugs such as imipramine (Tofranil) can calm nerves.</p>",
        "<p>Ask about medicines such as loperamide (Imodium).</p>",
        "<p>Estrogen is a hormone that the body makes. Some women take estrogen-only pills.</p>",
        "<p>Electroporation is a treatment with a weak current. Ask about electroporation.</p>",
        "<p>They give nucleos(t)ide pills.</p>",
    ],
)
def test_what_the_sentence_or_the_page_tells_is_not_reported(text: str) -> None:
    source = f'<html lang="en"><body>{text}</body></html>'
    rules = ["unlisted-jargon", "undefined-term"]
    found = {f.excerpt for f in plainlang.check(source, config={"select": rules}).findings}
    assert not found & {
        "axial", "tomography", "imipramine", "loperamide", "estrogen-only", "electroporation",
        "nucleos",
    }  # fmt: skip
