"""Words that a page explains in tables, under bold labels and headings, and such as it only lists."""

from __future__ import annotations

from typing import NamedTuple

import pytest

import plainlang
from plainlang.page import read_page


class Page(NamedTuple):
    file: str
    source: str
    term: str
    explained: bool


PAGES = [
    Page(
        "a.md",
        "| Word | What it means |\n|---|---|\n| Hypertension | High blood pressure |\n| Edema | Swelling in the legs or feet |\n",
        "hypertension",
        True,
    ),
    Page(
        "a.md",
        "| Word | What it means |\n|---|---|\n| Hypertension | High blood pressure |\n| Edema | Swelling in the legs or feet |\n",
        "edema",
        True,
    ),
    Page(
        "a.html",
        "<table><tr><th>Term</th><th>Definition</th></tr><tr><th>Edema</th><td>Swelling in the legs caused by fluid</td></tr><tr><th>Dyspnea</th><td>Trouble breathing</td></tr></table>",
        "edema",
        True,
    ),
    Page(
        "a.html",
        "<table><tr><th>Term</th><th>Definition</th></tr><tr><th>Edema</th><td>Swelling in the legs caused by fluid</td></tr><tr><th>Dyspnea</th><td>Trouble breathing</td></tr></table>",
        "dyspnea",
        True,
    ),
    Page(
        "a.html",
        "<table><thead><tr><th>Medical word</th><th>In plain words</th></tr></thead><tbody><tr><td>Myocardial infarction</td><td>Heart attack</td></tr><tr><td>Cerebrovascular accident</td><td>Stroke</td></tr></tbody></table>",
        "myocardial infarction",
        True,
    ),
    Page(
        "a.html",
        "<h2>Words to know</h2><table><tr><td><strong>Biopsy</strong></td><td>A small piece of tissue is taken out and looked at.</td></tr><tr><td><strong>Benign</strong></td><td>Not cancer</td></tr></table>",
        "biopsy",
        True,
    ),
    Page(
        "a.html",
        "<h2>Words to know</h2><table><tr><td><strong>Biopsy</strong></td><td>A small piece of tissue is taken out and looked at.</td></tr><tr><td><strong>Benign</strong></td><td>Not cancer</td></tr></table>",
        "benign",
        True,
    ),
    Page(
        "a.html",
        "<table><tr><th scope=row>Edema</th><td>Swelling in the legs and feet when fluid builds up</td></tr><tr><th scope=row>Ascites</th><td>Fluid in the belly</td></tr></table>",
        "edema",
        True,
    ),
    Page(
        "a.html",
        "<html lang=es><table><tr><th>Palabra</th><th>Qué significa</th></tr><tr><td>Hipertensión</td><td>Presión alta de la sangre</td></tr><tr><td>Edema</td><td>Hinchazón de las piernas o los pies</td></tr></table>",
        "edema",
        True,
    ),
    Page(
        "a.html",
        "<html lang=es><table><tr><th>Término</th><th>Definición</th></tr><tr><td>Disnea</td><td>Falta de aire</td></tr></table>",
        "disnea",
        True,
    ),
    Page(
        "a.md",
        "| Drug | Dose |\n|---|---|\n| Warfarin | 5 mg once a day |\n| Heparin | A shot twice a day |\n",
        "warfarin",
        False,
    ),
    Page(
        "a.md",
        "| Drug | Dose |\n|---|---|\n| Warfarin | 5 mg once a day |\n| Heparin | A shot twice a day |\n",
        "heparin",
        False,
    ),
    Page(
        "a.md",
        "| Symptom | What to do |\n|---|---|\n| Edema | Put your legs up and call your nurse |\n| Dyspnea | Call 911 |\n",
        "edema",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><th>Test</th><th>When</th></tr><tr><td>Mammogram</td><td>Every two years from age 50</td></tr><tr><td>Colonoscopy</td><td>Every ten years</td></tr></table>",
        "mammogram",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><th>Test</th><th>How to get ready</th></tr><tr><td>Colonoscopy</td><td>Drink the liquid that your doctor gives you the night before</td></tr></table>",
        "colonoscopy",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><td>Monday</td><td>Physical therapy</td></tr><tr><td>Dialysis</td><td>Room 12, second floor</td></tr></table>",
        "dialysis",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><th>Side effect</th><th>How common</th></tr><tr><td>Neutropenia</td><td>In about a third of people</td></tr></table>",
        "neutropenia",
        False,
    ),
    Page(
        "a.html",
        "<html lang=es><table><tr><th>Estudio</th><th>Cuándo</th></tr><tr><td>Colonoscopia</td><td>Cada diez años después de los 45</td></tr></table>",
        "colonoscopia",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><th>Condition</th><th>Doctor to see</th></tr><tr><td>Psoriasis</td><td>A skin doctor who knows you</td></tr></table>",
        "psoriasis",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><th>Medicine</th><th>What it does</th></tr><tr><td>Diuretics</td><td>Help your body get rid of extra water</td></tr></table>",
        "diuretics",
        True,
    ),
    Page(
        "a.html",
        "<table><tr><th>Word</th><th>Page</th></tr><tr><td>Edema</td><td>4</td></tr><tr><td>Ascites</td><td>See page 7</td></tr></table>",
        "ascites",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><th>Term</th><th>Meaning</th><th>Example</th></tr><tr><td>Hypotension</td><td>Low blood pressure</td><td>90/60</td></tr></table>",
        "hypotension",
        True,
    ),
    Page(
        "a.md",
        "## Words to know\n\n**Edema**\nSwelling in the legs when fluid builds up.\n\n**Ascites**\nFluid in the belly.\n",
        "edema",
        True,
    ),
    Page("a.md", "**Edema**  \nSwelling in your legs and feet.\n", "edema", True),
    Page(
        "a.html",
        "<p><b>Edema</b></p><p>Swelling in the legs and feet.</p><p><b>Ascites</b></p><p>Fluid in the belly.</p>",
        "edema",
        True,
    ),
    Page(
        "a.html",
        "<ul><li><b>Edema</b> Swelling in the legs and feet</li><li><b>Dyspnea</b> Trouble breathing</li></ul>",
        "edema",
        True,
    ),
    Page(
        "a.html",
        "<p><strong>Ablation</strong><br>A treatment that destroys tissue with heat or cold.</p>",
        "ablation",
        True,
    ),
    Page(
        "a.html",
        "<ul><li><strong>Arrhythmia</strong> – when the heart beats too fast, too slow or unevenly</li></ul>",
        "arrhythmia",
        True,
    ),
    Page(
        "a.html",
        "<p><b>Anemia</b></p><p>Ask your doctor for a blood test before the operation.</p>",
        "anemia",
        False,
    ),
    Page(
        "a.html", "<ul><li><b>Edema</b> Call your nurse if it gets worse</li></ul>", "edema", False
    ),
    Page(
        "a.html",
        "<p><strong>Chemotherapy</strong></p><p>You will get it every three weeks for six months.</p>",
        "chemotherapy",
        False,
    ),
    Page(
        "a.html",
        "<ul><li><strong>Colonoscopy</strong> every ten years from age 45</li></ul>",
        "colonoscopy",
        False,
    ),
    Page(
        "a.html",
        "<html lang=es><p><b>Edema</b></p><p>Hinchazón de las piernas y los pies.</p>",
        "edema",
        True,
    ),
    Page(
        "a.html", "<p><b>Dialysis</b><br>Monday to Friday, 8 a.m. to 5 p.m.</p>", "dialysis", False
    ),
    Page("a.html", "<p>Take <b>warfarin</b> The dose is on the label.</p>", "warfarin", False),
    Page("a.md", "Watch for edema -- swelling of the legs.", "edema", True),
    Page(
        "a.html",
        "<h2>Medical terms</h2><table><tr><th>Term</th><th>What it means</th></tr><tr><td>Benign</td><td>Not cancer</td></tr><tr><td>Malignant</td><td>Cancer</td></tr><tr><td>Metastasis</td><td>Cancer that has moved to another place</td></tr></table>",
        "metastasis",
        True,
    ),
    Page(
        "a.md",
        "| Term | In plain language |\n|:--|:--|\n| Deductible | What you pay before the plan pays |\n| Copayment | A set fee for a visit |",
        "deductible",
        True,
    ),
    Page(
        "a.md",
        "| Jargon | Say this |\n|---|---|\n| Ambulatory | Able to walk |",
        "ambulatory",
        False,
    ),
    Page(
        "a.html",
        "<table><caption>Glossary</caption><tr><td>Angina</td><td>Chest pain when the heart gets too little blood</td></tr><tr><td>Stent</td><td>A tiny tube that holds a blood vessel open</td></tr></table>",
        "stent",
        True,
    ),
    Page(
        "a.html",
        "<table><tr><th>Type of doctor</th><th>What they do</th></tr><tr><td>Oncologist</td><td>Treats cancer</td></tr></table>",
        "oncologist",
        True,
    ),
    Page(
        "a.html",
        "<table><tr><th>Medicine</th><th>What it is for</th></tr><tr><td>Metformin</td><td>Diabetes</td></tr></table>",
        "metformin",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><th>Symptom</th><th>Day 1</th><th>Day 2</th></tr><tr><td>Dyspnea</td><td>Mild</td><td>None</td></tr></table>",
        "dyspnea",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><th>Clinic</th><th>Hours</th></tr><tr><td>Dialysis</td><td>Monday to Friday</td></tr></table>",
        "dialysis",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><td>Dialysis</td><td>The nurse at the front desk can help you</td></tr><tr><td>Radiology</td><td>A person at the second floor desk</td></tr></table>",
        "dialysis",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><th>Vaccine</th><th>Who should get it</th></tr><tr><td>MMR</td><td>All children</td></tr><tr><td>Hepatitis B</td><td>People who work with blood</td></tr></table>",
        "hepatitis B",
        False,
    ),
    Page(
        "a.html",
        "<table><tr><th>Risk factor</th><th>Description</th></tr><tr><td>Hypertension</td><td>When your blood pushes too hard on your vessels</td></tr></table>",
        "hypertension",
        True,
    ),
    Page(
        "a.html",
        "<html lang=es><table><tr><th>Palabra médica</th><th>En palabras sencillas</th></tr><tr><td>Hematoma</td><td>Moretón</td></tr></table>",
        "hematoma",
        True,
    ),
    Page(
        "a.html",
        "<html lang=es><table><tr><th>Examen</th><th>Qué hacer antes</th></tr><tr><td>Endoscopia</td><td>No coma después de la medianoche</td></tr></table>",
        "endoscopia",
        False,
    ),
    Page(
        "a.html",
        "<p><strong>Aneurysm</strong></p><p>A weak spot in the wall of a blood vessel that bulges out.</p>",
        "aneurysm",
        True,
    ),
    Page(
        "a.html",
        "<p><strong>Angiogram</strong></p><p>Your doctor will give you a sheet with the details.</p>",
        "angiogram",
        False,
    ),
    Page(
        "a.html",
        "<p><strong>Angiogram</strong></p><p>The day of the test you must not eat.</p>",
        "angiogram",
        False,
    ),
    Page(
        "a.html",
        "<p><strong>Stent</strong></p><p>A nurse from the ward calls you the next day.</p>",
        "stent",
        False,
    ),
    Page(
        "a.html",
        "<ul><li><strong>Nephrologist</strong><br>A doctor who treats the kidneys</li><li><strong>Dietitian</strong><br>An expert on food</li></ul>",
        "nephrologist",
        True,
    ),
    Page(
        "a.html",
        "<ul><li><strong>Tachycardia</strong> <span>A heart that beats too fast</span></li></ul>",
        "tachycardia",
        True,
    ),
    Page(
        "a.md",
        "- **Hemoglobin** The part of red blood cells that carries oxygen\n- **Platelets** Bits of cells that help blood clot\n",
        "hemoglobin",
        True,
    ),
    Page(
        "a.md",
        "**Colostomy**\n\nAn opening in the belly for stool to leave the body.\n",
        "colostomy",
        True,
    ),
    Page("a.md", "**Colostomy** care takes time.\n", "colostomy", False),
    Page("a.md", "**Warfarin**\n\nTake it at the same time each day.\n", "warfarin", False),
    Page("a.md", "### Ascites\n\nFluid in the belly.\n", "ascites", True),
    Page("a.md", "### Ascites\n\nWhen you have ascites, call us.\n", "ascites", False),
    Page(
        "a.html",
        "<html lang=es><ul><li><strong>Disnea</strong> Falta de aire al caminar</li><li><strong>Náuseas</strong> Ganas de vomitar</li></ul>",
        "disnea",
        True,
    ),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.term}: {page.source[-50:]}")
def test_a_list_of_words_explains_them(page: Page) -> None:
    found = plainlang.find_definition(read_page(page.source, page.file), page.term)
    assert (found is not None) == page.explained


def test_what_explains_a_word_in_a_table_is_the_cell_beside_it() -> None:
    source = (
        "<table><tr><th>Word<th>Code<th>What it means"
        "<tr><td>Edema (oedema)<td>R60<td><p>Swelling in the legs. It can hurt.</table>"
    )
    found = plainlang.find_definition(source, "edema")
    assert found is not None
    assert (found.kind, found.text) == ("list", "Swelling in the legs.")
    assert source[slice(*found.span)] == "Swelling in the legs."


def test_the_note_behind_a_bold_word_ends_with_its_line() -> None:
    found = plainlang.find_definition(
        "<p><b>Edema</b><br>Swelling of the legs<br><b>Ascites</b><br>Fluid in the belly</p>",
        "edema",
    )
    assert found is not None
    assert (found.kind, found.text) == ("list", "Swelling of the legs")


def test_the_head_of_a_table_may_stand_in_plain_cells() -> None:
    source = "<table><tr><td>Term<td>Definition<tr><td>Dyspnea<td>Trouble breathing</table>"
    assert plainlang.find_definition(source, "dyspnea") is not None


def test_words_of_a_table_that_are_explained_are_not_reported() -> None:
    source = "| Word | What it means |\n|---|---|\n| Hypertension | High blood pressure |\n"
    rules = {"select": ["undefined-term"]}
    assert plainlang.check(source, filename="a.md", config=rules).findings == ()
    dose = source.replace("Word | What it means", "Illness | Dose")
    assert len(plainlang.check(dose, filename="a.md", config=rules).findings) == 1
