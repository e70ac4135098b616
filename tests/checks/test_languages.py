"""What plainlang says about declared languages, and how sure it is of the languages of words."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.language.identify import contradicts, tell
from plainlang.page import read_page

SENTENCES = {
    "en": "Call your doctor right away if you have a fever or feel short of breath.",
    "es": "Llame a su médico de inmediato si tiene fiebre o le falta el aire.",
    "fr": "Appelez votre médecin tout de suite si vous avez de la fièvre ou du mal à respirer.",
    "de": "Rufen Sie sofort Ihren Arzt an, wenn Sie Fieber haben oder schlecht Luft bekommen.",
    "pt": "Ligue para o seu médico imediatamente se você tiver febre ou falta de ar.",
    "zh": "如果您发烧或呼吸困难，请立即打电话给您的医生。",
    "vi": "Hãy gọi ngay cho bác sĩ nếu quý vị bị sốt hoặc cảm thấy khó thở.",
    "tl": "Tawagan agad ang inyong doktor kung kayo ay may lagnat o nahihirapang huminga.",
    "ko": "열이 나거나 숨이 차면 바로 의사에게 전화하십시오.",
    "ru": "Немедленно позвоните своему врачу, если у вас температура или вам трудно дышать.",
    "ar": "اتصل بطبيبك على الفور إذا كنت تعاني من الحمى أو ضيق في التنفس.",
    "ht": "Rele doktè ou touswit si ou gen lafyèv oswa si ou pa ka respire byen.",
}


def found(source: str, rule: str) -> list[str]:
    report = plainlang.check(source)
    return [source[f.span.start : f.span.end] for f in report.findings if f.rule == rule]


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_is_enough_to_know_a_language(language: str) -> None:
    assert tell(SENTENCES[language]) == language


@pytest.mark.parametrize("declared", SENTENCES)
@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_contradicts_every_other_language_and_not_its_own(
    language: str, declared: str
) -> None:
    expected = None if language == declared else language
    assert contradicts(SENTENCES[language], declared) == expected


@pytest.mark.parametrize(
    "text",
    ["Ibuprofen Paracetamol Amoxicillin Metformin", "Hospital San Juan de Dios", "911", "Dr. José Núñez",
     "A-I J-R S-a b-c d-e f-g", "NASA/JPL", "naïve café résumé", "", "x = y + z_1"],
)  # fmt: skip
def test_names_codes_and_loanwords_contradict_nothing(text: str) -> None:
    assert contradicts(text, "en") is None


@pytest.mark.parametrize(
    ("declared", "language"),
    [("en-US", "en"), ("es-MX", "es"), ("zh-Hant", "zh"), ("fil", "tl"), ("pt-BR", "pt")],
)
def test_a_tag_with_a_region_or_another_name_is_the_same_language(
    declared: str, language: str
) -> None:
    assert contradicts(SENTENCES[language], declared) is None


@pytest.mark.parametrize("language", ["cy", "eu", "ga", "hmn"])
def test_a_language_whose_words_are_not_known_is_not_contradicted_by_itself(language: str) -> None:
    text = {
        "cy": "Ffoniwch eich meddyg ar unwaith os oes gennych wres neu os ydych yn fyr eich anadl.",
        "eu": "Deitu berehala medikuari sukarra baduzu edo arnasa hartzea kosta egiten bazaizu.",
        "ga": "Cuir glaoch ar do dhochtúir láithreach má tá fiabhras ort nó má tá giorra anála ort.",
        "hmn": "Hu rau koj tus kws kho mob tam sim ntawd yog koj kub taub hau lossis ua pa nyuaj.",
    }[language]
    assert contradicts(text, language) is None


def test_words_without_a_language_of_their_own_decide_on_the_page() -> None:
    en, es = SENTENCES["en"], SENTENCES["es"]
    assert found(f'<html lang="es"><p>{en}</p><p lang="es">{es}</p>', "wrong-page-language") == [
        "es"
    ]
    assert (
        found(f'<html lang="en"><p>{en}</p><p lang="es">{es} {es}</p>', "wrong-page-language") == []
    )


def test_a_page_whose_words_all_carry_another_language_declares_the_wrong_one() -> None:
    assert found(f'<html lang="es"><p lang="en">{SENTENCES["en"]}</p>', "wrong-page-language") == [
        "es"
    ]


def test_a_part_is_judged_by_its_own_words_alone() -> None:
    en, es, fr = SENTENCES["en"], SENTENCES["es"], SENTENCES["fr"]
    nested = f'<html lang="en"><p>{en}</p><div lang="es"><p>{es}</p><p lang="fr">{fr}</p></div>'
    assert found(nested, "wrong-part-language") == []
    wrong = f'<html lang="en"><p>{en}</p><div lang="es"><p lang="fr">{es}</p></div>'
    assert found(wrong, "wrong-part-language") == ["fr"]


def test_alternative_texts_belong_to_a_part() -> None:
    page = f'<html lang="en"><div lang="fr"><img src="a.png" alt="{SENTENCES["en"]}"></div>'
    assert found(page, "wrong-part-language") == ["fr"]


@pytest.mark.parametrize("marks", ["hidden", 'lang="fr"'])
def test_hidden_words_and_those_of_another_language_say_nothing_of_a_part(marks: str) -> None:
    en, fr = SENTENCES["en"], SENTENCES["fr"]
    page = f'<html lang="en"><p>{en}</p><div lang="en"><p {marks}>{fr} {fr}</p><p>{en}</p></div>'
    assert found(page, "wrong-part-language") == []


def test_a_passage_has_as_many_words_as_the_rule_asks_for() -> None:
    page = f'<html lang="en"><p>{SENTENCES["en"]}</p><p>{{}}</p>'
    eight = "Vacúnese contra la gripe todos los años gratis"
    assert found(page.format(eight), "unmarked-language") == [eight]
    nine = plainlang.check(
        page.format(eight), config={"rules": {"unmarked-language": {"words": 9}}}
    )
    assert "unmarked-language" not in {f.rule for f in nine.findings}


@pytest.mark.parametrize("language", [k for k in SENTENCES if k != "en"])
def test_a_passage_that_does_not_say_its_language_is_found(language: str) -> None:
    passage = f"{SENTENCES[language]} {SENTENCES[language]}"
    page = f'<html lang="en"><p>{SENTENCES["en"] * 3}</p><p>{passage}</p>'
    marked = page.replace(f"<p>{passage}", f'<p lang="{language}">{passage}')
    if language not in ("zh", "ko"):  # which write without blanks, or with few
        assert found(page, "unmarked-language") == [passage]
    assert found(marked, "unmarked-language") == []


def test_a_language_from_a_template_is_not_judged() -> None:
    assert (
        found(f'<html lang="{{{{ lang }}}}"><p>{SENTENCES["es"]}</p>', "wrong-page-language") == []
    )


def test_a_page_of_two_languages_is_in_the_one_that_more_of_it_is_in() -> None:
    page = '<html lang="en"><title>Vaccines</title>{}<p>{}</p><a href="/es">En español</a>'
    english = "<h1>Vaccines for children</h1><p>Vaccines keep your child safe. Ask your doctor"
    english += " which ones your child needs this year.</p>"
    spanish = "Las vacunas son gratis para todos los niños. Llame a la clínica para pedir una cita"
    spanish += " hoy mismo."
    even = page.format(english, spanish)
    assert found(even, "wrong-page-language") == []
    assert found(even, "unmarked-language") == [spanish]
    assert found(page.format("<h1>Vaccines</h1>", spanish), "wrong-page-language") == ["en"]


def test_a_part_of_two_languages_is_in_neither_of_them_alone() -> None:
    english = "Get a flu shot each year. It keeps you and your family well all winter. " * 6
    spanish = "Vacúnese contra la gripe todos los años. Así no se enferma en invierno. " * 6
    half = f'<html lang="en"><div lang="es"><p>{english}</p><p>{spanish}</p></div>'
    whole = f'<html lang="en"><div lang="es"><p>{english}</p><p>{english}</p></div>'
    assert found(half, "wrong-part-language") == []
    assert found(whole, "wrong-part-language") == ["es"]


def test_the_words_around_the_main_text_do_not_tell_its_language() -> None:
    menu = "<p>Press an arrow to go to the next chapter</p><p>Press a key to search in the book</p>"
    text = "变量绑定有作用域，它们被限制在一个代码块中生存。代码块是由花括号包围的一系列语句集合。"
    source = f'<!doctype html><html lang="zh"><title>作用域</title>{menu}<main><p>{text}</p></main>'
    assert found(source, "wrong-page-language") == []
    assert found(source.replace(text, menu), "wrong-page-language") == ["zh"]


def test_an_alternative_text_in_the_language_of_its_page_passes_whatever_is_declared() -> None:
    french = (
        "Lavez-vous les mains avec du savon pendant trente secondes, puis rincez bien à l'eau. "
    )
    image = '<img src="a.jpg" alt="Une infirmière se lave les mains avec du savon">'
    source = f'<html lang="en"><p>{french * 3}</p><p>{image}</p>'
    assert found(source, "alt-in-other-language") == []


CLEAN = (
    "<h1>Flu shots</h1><p>Get a flu shot each year. It keeps you and your family well all winter.</p>"
    "<p>Call your doctor right away if you have a fever or feel short of breath.</p>"
    '<p><img src="a.jpg" alt="A nurse gives a shot to a child with his mother"></p>'
    "<p>You can also ask at the clinic near you when the next shots will be given.</p>"
)


@pytest.mark.parametrize("declared", ["es", "es-MX", "fr", "de"])
def test_one_wrong_tag_is_one_finding_in_the_language_of_the_words(declared: str) -> None:
    source = f'<!doctype html><html lang="{declared}"><title>Flu shots</title>{CLEAN}'
    (result,) = plainlang.check(source).pages
    assert [f.rule for f in result.findings] == ["wrong-page-language"]
    assert result.findings[0].message.endswith("but its words are in English.")
    assert result.language == "en"


def test_a_page_with_a_wrong_tag_is_read_in_the_language_of_its_words() -> None:
    body = f"{CLEAN}<p>You may have edema. Take the pills in order to feel well.</p>" * 3
    page = '<!doctype html><html lang="{}"><title>Flu shots</title>{}'
    right, wrong = (plainlang.check(page.format(tag, body)).pages[0] for tag in ("en", "es"))
    said = [(f.rule, f.message) for f in right.findings]
    assert (
        "undefined-term",
        "“edema” is not explained on this page. It is used 2 more times.",
    ) in said
    assert [(f.rule, f.message) for f in wrong.findings][1:] == said
    assert wrong.scores == right.scores
    assert wrong.reading == right.reading


def test_in_a_page_with_a_wrong_tag_passages_in_a_third_language_are_found() -> None:
    es, fr = SENTENCES["es"], SENTENCES["fr"]
    source = f'<html lang="es">{CLEAN}<p>{es}</p><p>{fr}</p><p lang="fr">{fr}</p>'
    assert found(source, "unmarked-language") == [fr]  # for the Spanish one the tag is right


def test_a_part_with_a_wrong_tag_is_one_finding() -> None:
    en, de = SENTENCES["en"], SENTENCES["de"]
    part = f'<div lang="es"><p>{en}</p><p>{en}</p><p>{en}</p><p>{de}</p></div>'
    source = f'<html lang="en">{CLEAN}{part}'
    assert found(source, "wrong-part-language") == ["es"]
    assert found(source, "unmarked-language") == [de]


NEAR_SPANISH = {
    "ca": "La grip és una malaltia que dona febre, tos i mal de cap. Quedeu-vos a casa i beveu molta aigua."
    " Si no milloreu, truqueu al metge. Renteu-vos les mans amb aigua i sabó.",
    "gl": "A gripe é unha enfermidade que dá febre, tose e dor de cabeza. Quede na casa e beba moita auga."
    " Se non mellora, chame ao médico. Lave as mans con auga e xabón.",
    "pt": "A gripe é uma doença que dá febre, tosse e dor de cabeça. Fique em casa e beba muita água."
    " Se não melhorar, ligue para o médico. Lave as mãos com água e sabão.",
    "it": "L'influenza è una malattia che dà febbre, tosse e mal di testa. Resti a casa e beva molta acqua."
    " Se non migliora, chiami il medico. Si lavi le mani con acqua e sapone.",
    "fr": "La grippe est une maladie qui donne de la fièvre, de la toux et des maux de tête. Restez à la maison"
    " et buvez de l'eau. Si cela dure, appelez le médecin.",
}  # fmt: skip


@pytest.mark.parametrize("language", NEAR_SPANISH)
def test_a_text_that_shares_many_words_with_spanish_is_none(language: str) -> None:
    page = "<!doctype html><html{}><title>x</title><main><h1>x</h1><p>{}"
    text = NEAR_SPANISH[language]
    declared = page.format(' lang="es"', text)
    report = plainlang.check(declared)
    assert [f.suggestion or f.how for f in report.findings if f.rule == "wrong-page-language"] == [
        f'Write lang="{language}".'
    ]
    (undeclared,) = plainlang.check(page.format("", text)).pages
    assert undeclared.language == language


@pytest.mark.parametrize(
    "text",
    ["La vitamina C une las células. Es lo que dice el Dr. Des Moulins en la revista de la casa.",
     "En el Servicio Gallego de Salud y en la Generalitat de Catalunya le dan la vacuna a usted."],
)  # fmt: skip
def test_spanish_with_a_word_of_a_neighbour_stays_spanish(text: str) -> None:
    assert contradicts(text, "es") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La presión arterial está más alta en el niño.", "es"),
        ("Tome un comprimido de warfarina cada día.", "es"),
        ("Lávese las manos con agua y jabón.", "es"),
        ("Hospital San Juan de Dios, Calle de la Cruz 5", "en"),
        ("Ask for El Camino and La Clínica de la Raza.", "en"),
        ("Take 1 tablet twice a day with food.", "en"),
        ("Vacunas: gripe, tétanos", "en"),  # too few words that tell
    ],
)
def test_a_short_page_that_names_no_language_is_read_as_spanish_when_its_words_are(
    text: str, language: str
) -> None:
    assert read_page(text, "note.txt").language == language
    assert read_page(f"<p>{text}</p>").language == language
