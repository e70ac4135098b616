"""Comments and settings that hide findings: how far they reach, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import plainlang
from plainlang.findings import Finding, Report

TERMS = {"select": ["undefined-term", "invalid-suppression", "unused-suppression"]}


def check(source: str, filename: str = "a.html", **settings: Any) -> Report:
    given = {key.replace("_", "-"): value for key, value in settings.items()}
    return plainlang.check(source, filename=filename, config={**TERMS, **given})


def reported(source: str, filename: str = "a.html", **settings: Any) -> list[str]:
    """Return the terms that are reported, and the rules of all other findings."""
    found = check(source, filename, **settings).findings
    return [f.term or f.rule for f in found]


def complaint(source: str, rule: str = "invalid-suppression", **settings: Any) -> Finding:
    (found,) = (f for f in check(source, **settings).findings if f.rule == rule)
    return found


# How far a comment reaches


@pytest.mark.parametrize(
    ("source", "left"),
    [
        # the next element, with all that is in it
        ("<!-- plainlang-disable-next undefined-term: r --><p>Edema.</p><p>Dyspnea.</p>", ["dyspnea"]),
        ("<!-- plainlang-disable-next undefined-term: r -->\n\n<div><p>Edema.</p><ul><li>Dyspnea.</ul></div>", []),
        ("<p>Edema.</p><!-- plainlang-disable-next undefined-term: r --><p>Dyspnea.</p>", ["edema"]),
        # the rest of a paragraph that it stands in
        ("<p>Edema. <!-- plainlang-disable-next undefined-term: r --> Dyspnea.</p><p>Sepsis.</p>",
         ["edema", "sepsis"]),
        ("<p><!-- plainlang-disable-next undefined-term: r --><b>Edema</b> and dyspnea.</p>", ["dyspnea"]),
        # bare text
        ("<!-- plainlang-disable-next undefined-term: r --> Edema.<p>Dyspnea.</p>", ["dyspnea"]),
        # categories and all
        ("<!-- plainlang-disable-next jargon: r --><p>Edema.</p><p>Dyspnea.</p>", ["dyspnea"]),
        ("<!-- plainlang-disable-next all: r --><p>Edema.</p><p>Dyspnea.</p>", ["dyspnea"]),
        # from here on
        ("<p>Sepsis.</p><!-- plainlang-disable undefined-term: r --><p>Edema.</p><p>Dyspnea.</p>", ["sepsis"]),
        ("<!-- plainlang-disable undefined-term: r --><p>Edema.</p><!-- plainlang-enable undefined-term -->"
         "<p>Dyspnea.</p>", ["dyspnea"]),
        ("<!-- plainlang-disable undefined-term: r --><p>Edema.</p><!-- plainlang-enable all --><p>Dyspnea.</p>",
         ["dyspnea"]),
        ("<!-- plainlang-disable jargon: r --><p>Edema.</p><!-- plainlang-enable jargon --><p>Dyspnea.</p>",
         ["dyspnea"]),
        ("<!-- plainlang-disable undefined-term: r --><p>Edema.</p><!-- plainlang-enable wording -->"
         "<p>Dyspnea.</p>", []),
        # the whole page, before the comment too
        ("<p>Edema.</p><p>Dyspnea.</p><!-- plainlang-disable-file undefined-term: r -->", []),
    ],
    ids=range(14),
)  # fmt: skip
def test_a_comment_hides_what_it_says_and_no_more(source: str, left: list[str]) -> None:
    assert reported(source) == left


def test_a_comment_behind_all_text_hides_nothing() -> None:
    source = "<p>Edema.</p>\n<!-- plainlang-disable-next undefined-term: r -->\n"
    assert reported(source) == ["edema", "unused-suppression"]


@pytest.mark.parametrize("ended", ["undefined-term", "jargon", "wordy-phrase, undefined-term"])
@pytest.mark.parametrize("begun", ["undefined-term", "jargon", "all"])
def test_a_part_of_what_is_hidden_can_end(begun: str, ended: str) -> None:
    hide = f"<!-- plainlang-disable {begun}: r -->"
    page = f"{hide}<p>Edema.</p><!-- plainlang-enable {ended} --><p>Dyspnea.</p>"
    assert reported(page) == ["dyspnea"]
    assert reported(f"{page}{hide}<p>Sepsis.</p>") == ["dyspnea"]


@pytest.mark.parametrize(
    "before", ["", "<!-- plainlang-disable jargon: r --><p>Edema.</p><!-- plainlang-enable all -->"]
)
def test_an_end_where_nothing_began_is_told(before: str) -> None:
    page = f"{before}<p>Sepsis.</p><!-- plainlang-enable undefined-term -->"
    assert complaint(page).message == (
        "This “plainlang-enable” comment has no “plainlang-disable” before it, so it does nothing."
    )


HERE = "<!-- plainlang-disable-next undefined-term: r -->"


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (f"<ul>{HERE}<li>You have edema.<li>You have dyspnea.</ul>", ["dyspnea"]),
        (f"<ul><li>You have edema.{HERE}<li>You have dyspnea.</ul><p>Sepsis.", ["edema", "sepsis"]),
        (f"{HERE}<p>You have edema.<p>You have dyspnea.", ["dyspnea"]),
        (f"{HERE}<p>You have edema.<ul><li>You have dyspnea.</ul>", ["dyspnea"]),
        (f"<div>{HERE}<p>You have edema.</div>You have dyspnea.", ["dyspnea"]),
        (f"<dl><dt>Rest{HERE}<dd>You have edema.<dt>Food<dd>You have dyspnea.</dl>", ["dyspnea"]),
        (f"<table>{HERE}<tr><td>Edema<td>Dyspnea<tr><td>Sepsis</table>", ["sepsis"]),
        (f"<table><tr>{HERE}<td>Edema<td>Dyspnea<tr><td>Sepsis</table>", ["dyspnea", "sepsis"]),
        (f"<table><tr><td>Edema{HERE}<tr><td>Dyspnea<tfoot><tr><td>Sepsis</table>", ["edema", "sepsis"]),
        (f"<html lang=en>{HERE}<body><p>You have edema.<p>You have dyspnea.", []),
        (f"<title>Edema</title>{HERE}<html lang=en><p>You have dyspnea.", []),
        # what is always empty has no more in it than its tag
        (f"<p>{HERE}<br>You have edema.</p>", ["unused-suppression", "edema"]),
        (f"<div>{HERE}<hr>You have edema.</div>", ["unused-suppression", "edema"]),
    ],
    ids=range(13),
)  # fmt: skip
def test_an_element_without_an_end_tag_is_hidden_as_a_whole(source: str, left: list[str]) -> None:
    assert reported(source) == left


def test_a_selector_hides_elements_without_an_end_tag_as_a_whole() -> None:
    source = "<p>Sepsis.<ul><li>You have edema.<li>You have dyspnea.</ul><p>You have anemia."
    given = [{"selector": "li", "rules": ["jargon"], "reason": "r"}]
    assert reported(source, suppress=given) == ["sepsis", "anemia"]


def test_several_rules_in_one_comment_end_one_by_one() -> None:
    source = (
        "<!-- plainlang-disable undefined-term, vague-link-label: r -->"
        "<p>Edema. <a href='/a'>Click here</a></p>"
        "<!-- plainlang-enable undefined-term -->"
        "<p>Dyspnea. <a href='/b'>Click here</a></p>"
        "<!-- plainlang-enable vague-link-label -->"
        "<p><a href='/c'>Click here</a></p>"
    )
    found = check(source, extend_select=["vague-link-label"]).findings
    assert [(f.rule, f.span.start) for f in found] == [
        ("undefined-term", source.index("Dyspnea")),
        ("vague-link-label", source.rindex("<a")),
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n", " <!-- so it is --> "])
def test_comments_in_a_row_speak_of_the_same_element(between: str) -> None:
    source = (
        f"<!-- plainlang-disable-next image-without-alt: drawn later -->{between}"
        "<!-- plainlang-disable-next vague-link-label: so it is called -->\n"
        '<a href="/a"><img src="a.png">Click here</a><p><img src="b.png"></p>'
    )
    found = check(source, select=["image-without-alt", "vague-link-label", "unused-suppression"])
    assert [f.excerpt for f in found.findings] == ['<img src="b.png">']


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("# A\n\n<!-- plainlang-disable-next undefined-term: r -->\nEdema and\ndyspnea.\n\nSepsis.\n", ["sepsis"]),
        ("<!-- plainlang-disable-next undefined-term: r -->\n\n- Edema.\n- Dyspnea.\n\nSepsis.\n", ["sepsis"]),
        ("- Edema.\n- <!-- plainlang-disable-next undefined-term: r --> Dyspnea.\n- Sepsis.\n", ["edema", "sepsis"]),
        ("<!-- plainlang-disable undefined-term: r -->\n\nEdema.\n\n<!-- plainlang-enable all -->\n\nDyspnea.\n",
         ["dyspnea"]),
        ("Edema.\n\n<!-- plainlang-disable-file undefined-term:\n  we wait for\n  the writer -->\n", []),
        ("Edema <!-- plainlang-disable-next undefined-term: r --> and dyspnea.\n", ["edema"]),
    ],
    ids=range(6),
)  # fmt: skip
@pytest.mark.parametrize("filename", ["a.md", "crlf.md"])
def test_comments_work_in_markdown(source: str, left: list[str], filename: str) -> None:
    if filename == "crlf.md":
        source = source.replace("\n", "\r\n")
    assert reported(source, filename) == left


def test_comments_work_in_plain_text() -> None:
    source = "Edema.\n\n<!-- plainlang-disable-next undefined-term: r -->\nDyspnea.\n\nSepsis.\n"
    assert reported(source, "a.txt") == ["edema", "sepsis"]


def test_what_is_hidden_is_kept_with_its_reason() -> None:
    page = check("<!-- plainlang-disable-next undefined-term: a quote, 10:30 --><p>Edema.</p>")
    (hidden,) = page.pages[0].suppressed
    assert (hidden.finding.term, hidden.kind, hidden.reason) == (
        "edema",
        "comment",
        "a quote, 10:30",
    )
    assert page.summary.suppressed == 1


# What is wrong with a comment


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("plainlang-disable-next undefined-term", "gives no reason"),
        ("plainlang-disable-next undefined-term:  ", "gives no reason"),
        ("plainlang-disable undefined-term", "gives no reason"),
        ("plainlang-disable-file all", "gives no reason"),
        ("plainlang-disable-next: we like it", "names no rule"),
        ("plainlang-disable-next", "names no rule"),
        ("plainlang-enable", "names no rule"),
        ("plainlang-disable-next undefined-trm: r", "names no rule that exists: undefined-trm "
         "(did you mean “undefined-term”?)"),
        ("plainlang-disable jargn, undefined-term, zzz: r", "names no rule that exists: jargn "
         "(did you mean “jargon”?), zzz"),
        ("plainlang-enable undefined-trm", "(did you mean “undefined-term”?)"),
        ("plainlang-disable-nxt all: r", "is no directive (did you mean “disable-next”?)"),
        ("plainlang-mute all: r", "“plainlang-mute” comment is no directive, so"),
    ],
)  # fmt: skip
def test_a_comment_that_cannot_be_used_is_told_and_hides_nothing(comment: str, said: str) -> None:
    source = f"<p>One.</p><!-- {comment} --><p>Edema.</p>"
    found = complaint(source)
    assert said in found.message
    assert source[slice(*found.span)] == f"<!-- {comment} -->"
    assert "edema" in reported(source)


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("plainlang-disable-next undefined-term", "no da ningún motivo, así que no hace nada."),
        ("plainlang-disable undefined-trm: r", "no nombra ninguna regla que exista: undefined-trm "
         "(¿quiso decir “undefined-term”?)"),
        ("plainlang-disable-nxt all: r", "no es ninguna orden (¿quiso decir “disable-next”?)"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_spanish_on_a_spanish_page(comment: str, said: str) -> None:
    assert said in complaint(f'<html lang="es"><p>Uno.</p><!-- {comment} --><p>Dos.</p>').message


@pytest.mark.parametrize(
    "comment",
    [
        "Ask Ana about plainlang-disable",
        "plainlang is fine",
        "plainlang-disable_x",
        "TODO: plainlang-",
    ],
)
def test_ordinary_comments_are_no_directives(comment: str) -> None:
    assert reported(f"<!-- {comment} --><p>Edema.</p>") == ["edema"]


@pytest.mark.parametrize("rules", ["undefined-term", "jargon", "all", "undefined-term, wording"])
def test_a_comment_that_hides_nothing_is_told(rules: str) -> None:
    source = f"<p>Edema.</p><!-- plainlang-disable-next {rules}: r --><p>Swelling.</p>"
    found = complaint(source, "unused-suppression")
    assert f"“{rules}”" in found.message
    assert source[slice(*found.span)].startswith("<!-- plainlang-disable-next")


def test_nobody_can_tell_whether_a_comment_is_used_when_its_rule_does_not_run() -> None:
    source = "<!-- plainlang-disable-next vague-link-label: r --><p>Swelling.</p>"
    assert reported(source) == []
    assert reported(source, extend_select=["vague-link-label"]) == ["unused-suppression"]


def test_the_first_comment_that_reaches_a_finding_is_the_one_that_is_used() -> None:
    source = (
        "<!-- plainlang-disable-file jargon: all of it -->"
        "<!-- plainlang-disable-next undefined-term: here --><p>Edema.</p>"
    )
    assert reported(source) == ["unused-suppression"]


# In the settings

BANNER = "<div class='banner'><p>Edema.</p></div><p class='x'>Dyspnea.</p>"


def entry(**values: Any) -> dict[str, Any]:
    return {"selector": ".banner", "rules": ["jargon"], "reason": "the vendor's", **values}


@pytest.mark.parametrize(
    ("suppress", "left"),
    [
        ([entry()], ["dyspnea"]),
        ([entry(rules=["all"])], ["dyspnea"]),
        ([entry(rules=["undefined-term"])], ["dyspnea"]),
        ([entry(rules=["wording"])], ["edema", "dyspnea"]),
        ([entry(selector=".banner, .x")], []),
        ([entry(selector=".nothing")], ["edema", "dyspnea"]),
        ([entry(), entry(selector="p.x")], []),
        ([entry(files=["a.html"])], ["dyspnea"]),
        ([entry(files=["*.md", "*.html"])], ["dyspnea"]),
        ([entry(files=["*.md"])], ["edema", "dyspnea"]),
        ([entry(files=["site/*"])], ["edema", "dyspnea"]),
    ],
)  # fmt: skip
def test_the_config_hides_findings_inside_what_a_selector_matches(
    suppress: list[dict[str, Any]], left: list[str]
) -> None:
    assert reported(BANNER, suppress=suppress) == left


def test_files_are_named_from_the_folder_of_the_config(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / ".plainlang.toml"
    config.write_text(
        "select = ['undefined-term']\n[[suppress]]\nselector = '.banner'\n"
        "rules = ['all']\nreason = 'the vendor writes it'\nfiles = ['site/*']\n"
    )
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    report = plainlang.check(BANNER, filename="a.html", config=config)
    assert [f.term for f in report.findings] == ["dyspnea"]
    (hidden,) = report.pages[0].suppressed
    assert (hidden.kind, hidden.reason) == ("config", "the vendor writes it")


def test_a_selector_that_hides_nothing_is_no_finding() -> None:
    assert reported("<p class='banner'>Swelling.</p>", suppress=[entry()]) == []
