"""plainlang from Python: what other programs may rely on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import plainlang
from plainlang.config import Config
from plainlang.findings import Report, Severity
from plainlang.page import read_page

PAGE = '<p>You have dyspnea. <a href="/x">Click here</a></p>'


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_check_gives_a_report_of_one_page() -> None:
    report = plainlang.check(PAGE, filename="a.html")
    assert rules(report) == ["undefined-term", "vague-link-label"]
    assert [page.path for page in report.pages] == ["a.html"]
    assert report.summary.counts == {"error": 0, "warning": 2, "note": 0}
    assert report.summary.failed == ("2 findings at or above “warning”.",)
    finding = report.findings[0]
    assert PAGE[finding.span.start : finding.span.end] == finding.excerpt == "dyspnea"
    assert (finding.start.line, finding.start.column) == (1, PAGE.index("dyspnea") + 1)


@pytest.mark.parametrize(
    ("filename", "source"),
    [
        ("a.html", "<p>Have a <b>d</b>yspnea&nbsp;test.</p>"),
        ("a.md", "Have a **d**yspnea test."),
        ("a.txt", "Have a dyspnea test."),
        ("a", "<p>Have a dyspnea test.</p>"),
    ],
)
def test_the_name_of_the_file_tells_its_format(filename: str, source: str) -> None:
    assert rules(plainlang.check(source, filename=filename)) == ["undefined-term"]


@pytest.mark.parametrize("source", ["", " ", "\n\n", "<!doctype html>", "\ufeff", "\0"])
def test_a_page_of_nothing_is_checked(source: str) -> None:
    page = plainlang.check(source).pages[0]
    assert page.error is None
    assert page.scores["overall"] is None


def test_settings_are_a_mapping_a_file_or_a_config(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text("ignore = ['jargon']")
    for config in ({"ignore": ["jargon"]}, file, str(file), Config(ignore=("jargon",))):
        assert rules(plainlang.check(PAGE, config=config)) == ["vague-link-label"]
    assert rules(plainlang.check(PAGE, config={})) == rules(plainlang.check(PAGE))


def test_a_changed_file_of_settings_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text("ignore = ['jargon']")
    assert rules(plainlang.check(PAGE, config=file)) == ["vague-link-label"]
    file.write_text("ignore = ['link-labels']")
    assert rules(plainlang.check(PAGE, config=file)) == ["undefined-term"]


def test_lists_and_tables_in_settings_are_no_trouble() -> None:
    config = {
        "terms": {"add": [{"term": "intake", "plain": "first visit", "variants": ["intakes"]}]},
        "rules": {"vague-link-label": {"severity": "error"}},
        "suppress": [{"selector": "p", "rules": ["jargon"], "reason": "r"}],
    }
    report = plainlang.check(PAGE + "<div>Your intake is at noon.</div>", config=config)
    assert [(f.rule, f.severity) for f in report.findings] == [
        ("vague-link-label", Severity.ERROR), ("undefined-term", Severity.WARNING),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"target-grad": 8}, "Did you mean “target-grade”?"),
        ({"select": ["jargn"]}, "Did you mean “jargon”?"),
        ({"metric": "smog"}, "there is no measure “smog”. Did you mean “smog_index”?"),
        ("nowhere.toml", "the config cannot be read"),
        ({"rules-folders": ["nowhere"]}, "does not exist"),
        ({"checks": ["nowhere.py"]}, "there is no file of checks"),
    ],
)
def test_settings_that_cannot_be_used_raise(config: object, said: str) -> None:
    with pytest.raises(plainlang.PlainlangError, match=said.replace("?", r"\?")):
        plainlang.check("<p>Word</p>", config=config)  # type: ignore[arg-type]


def test_a_broken_rule_is_told_and_the_others_run(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("id: x\n")
    report = plainlang.check(PAGE, config={"rules-folders": [str(tmp_path)]})
    assert rules(report) == ["undefined-term", "vague-link-label"]
    assert any("x.yaml" in error for error in report.summary.errors)


@pytest.mark.parametrize(
    ("page", "term", "kind", "text"),
    [
        ("<p>You may have edema (swelling).</p>", "edema", "parenthesis", "swelling"),
        ("<dl><dt>Edema<dd>Swelling in the legs.</dl>", "edema", "glossary", "Swelling in the legs."),
    ],
)  # fmt: skip
def test_a_definition_is_found_with_its_place(page: str, term: str, kind: str, text: str) -> None:
    found = plainlang.find_definition(page, term)
    assert found is not None
    assert found.text.strip(" ().") == text.strip(".")
    assert page[found.span.start : found.span.end].strip("().") == text.strip(".")
    assert plainlang.find_definition(read_page(page), term) == found


def test_words_that_the_lexicon_has_for_a_term_explain_it() -> None:
    found = plainlang.find_definition("<p>The lump is malignant (cancerous).</p>", "malignant")
    assert found is not None
    assert found.text == "cancerous"


def test_letters_are_explained_by_the_words_they_stand_for() -> None:
    page = "<p>You may need magnetic resonance imaging (MRI).</p>"
    for letters in ("MRI", "mri"):
        found = plainlang.find_definition(page, letters)
        assert found is not None
        assert found.text == "magnetic resonance imaging"


@pytest.mark.parametrize(
    "page",
    [
        "<p>You have edema.</p>",
        # What a mark says is said of the words in it, and of no others.
        '<p>Edema shows in an <abbr title="magnetic resonance imaging">MRI</abbr>.</p>',
        '<p>An <abbr title="magnetic resonance imaging">MRI</abbr> shows edema.</p>',
        '<p>We saw <abbr title="swelling that is found in both legs">an edema there</abbr>.</p>',
    ],
)
def test_no_definition_is_none(page: str) -> None:
    assert plainlang.find_definition(page, "edema") is None


def test_the_title_of_a_short_form_defines_what_is_in_it() -> None:
    page = '<p>It is <abbr title="swelling of the feet">edema</abbr>.</p>'
    found = plainlang.find_definition(page, "edema")
    assert found is not None
    assert found.text == "swelling of the feet"
    assert plainlang.find_definition("<p><a href='/g'>edema</a></p>", "edema") is None
    assert plainlang.find_definition("", "edema") is None


def test_what_is_public_can_be_used_and_unknown_names_are_told() -> None:
    for name in plainlang.__all__:
        assert getattr(plainlang, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = plainlang.no_such_name  # type: ignore[attr-defined]
    assert set(plainlang.__all__) <= set(dir(plainlang))


def test_texts_are_measured_without_a_page() -> None:
    text = "Take one pill each day. Rest."
    reading = plainlang.measure(text, "en")
    assert (reading.words, reading.sentences) == (6, 2)
    assert reading.grade is not None
    assert [text[s.start : s.end] for s in plainlang.split_sentences(text)] == [
        "Take one pill each day.", "Rest.",
    ]  # fmt: skip
    assert plainlang.is_jargon("dyspnea")
    assert not plainlang.is_jargon("house")
    assert plainlang.count_syllables("hospital") == 3
    (found,) = plainlang.find_abbreviations("Your body mass index (BMI) is fine.")
    assert found[:2] == ("BMI", "body mass index")


def test_importing_plainlang_loads_next_to_nothing() -> None:
    code = "import sys; import plainlang; print('turbohtml' in sys.modules, 'click' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
