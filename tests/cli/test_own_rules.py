"""Rules and checks that users write themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

RULE = """id: {id}
category: wording
severity: error
{what}
message: "“{{found}}” is not how we say it."
why: Our readers know another word.
fix: Use the word in our style guide.
bad: ["<p>Ask the [[chemist]].</p>"]
good: ["<p>Ask the pharmacist.</p>"]
"""
CHECK = '''
from plainlang.checks.match import Match

def word_is_shouted(page, elements, *, most: int = 3):
    """Report bold text of too many capitals; uses BeautifulSoup."""
    for tag in page.soup.find_all("b"):
        if tag.text.isupper() and len(tag.text) > most:
            yield Match(page.soup_span(tag), {"found": tag.text}, excerpt=tag.text)
'''


def write_rule(folder: Path, name: str, what: str) -> None:
    (folder / "own").mkdir(exist_ok=True)
    (folder / "own" / f"{name}.yaml").write_text(RULE.format(id=name, what=what))
    (folder / ".plainlang.toml").write_text(
        'rules-folders = ["own"]\nselect = ["house-*"]\nchecks = ["own_checks.py"]'
        if (folder / "own_checks.py").exists()
        else 'rules-folders = ["own"]\nselect = ["house-*"]'
    )


def test_a_rule_of_a_pattern_needs_no_python(run: Run, folder: Path) -> None:
    write_rule(folder, "house-words", "check: text-matches\nwith: {pattern: '\\bchemists?\\b'}")
    assert run("rules", "test", "own").code == 0
    (folder / "a.md").write_text("Go to *the chemist’s* shop.")
    ran = run("check", "a.md", "--format", "json")
    assert [f["excerpt"] for f in json.loads(ran.out)["findings"]] == ["chemist"]


def test_an_example_that_is_not_reported_fails_the_rules_test(run: Run, folder: Path) -> None:
    write_rule(folder, "house-words", "check: text-matches\nwith: {pattern: apothecary}")
    ran = run("rules", "test", "own")
    assert ran.code == 1
    assert "expected 1:12 “chemist”, found nothing" in ran.out


def test_a_check_of_a_rule_file_may_ask_for_the_settings(run: Run, folder: Path) -> None:
    (folder / "own_checks.py").write_text("""
from plainlang.checks.match import Match

def page_has_another_target(page, elements, *, settings):
    yield Match(page.blocks[0].span, {"found": f"grade {settings.target:g}"})
""")
    write_rule(folder, "house-target", "check: page-has-another-target")
    (folder / "a.md").write_text("Ask the chemist.")
    ran = run("check", "a.md", "--target", "5", "--format", "concise")
    assert "“grade 5” is not how we say it." in ran.out


@pytest.mark.parametrize("place", ["{fond}", "{0}", "{}", "{found.x}"])
def test_a_message_with_a_place_that_nothing_fills_is_told_with_those_that_are(
    run: Run, folder: Path, place: str
) -> None:
    write_rule(folder, "house-words", "check: text-matches\nwith: {pattern: chemist}")
    file = folder / "own" / "house-words.yaml"
    file.write_text(file.read_text().replace("{found}", place))
    ran = run("rules", "test", "own")
    assert ran.code == 1
    assert "names what the check does not fill in; it fills in {excerpt}, {found}" in ran.out


def test_a_pattern_that_is_none_is_named_with_its_line(run: Run, folder: Path) -> None:
    write_rule(folder, "house-words", "check: text-matches\nwith: {pattern: '(chemist'}")
    (folder / "a.md").write_text("Go to the chemist.")
    ran = run("check", "a.md")
    assert ran.code == 2
    assert "house-words.yaml" in ran.out + ran.err
    assert "regular expression" in ran.out + ran.err


def test_a_custom_check_sees_the_page_as_a_soup_with_exact_places(run: Run, folder: Path) -> None:
    (folder / "own_checks.py").write_text(CHECK)
    write_rule(folder, "house-shouting", "check: word-is-shouted\nwith: {most: 4}")
    page = "<p>Not <b>LOUD</b> but <B class=x>VERY LOUD</B>.</p>"
    (folder / "a.html").write_text(page)
    ran = run("check", "a.html", "--format", "json")
    spans = [f["span"] for f in json.loads(ran.out)["findings"]]
    assert [page[s["start"]["offset"] : s["end"]["offset"]] for s in spans] == ["<B class=x>"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_what_an_own_check_prints_is_no_part_of_the_report(
    run: Run, folder: Path, jobs: str
) -> None:
    text = CHECK.replace("    for tag", "    print('looking')\n    for tag") + "\nprint('loaded')\n"
    (folder / "own_checks.py").write_text(text)
    write_rule(folder, "house-shouted", "check: word-is-shouted")
    for name in ("a.html", "b.html"):
        (folder / name).write_text("<p><b>URGENT</b></p>")
    ran = run("check", ".", "--format", "json", "--no-cache", "--jobs", jobs)
    assert len(json.loads(ran.out)["findings"]) == 2
    assert "loaded\n" in ran.err
    assert "looking" not in ran.out
    if jobs == "1":
        assert ran.err.count("looking\n") == 2


def test_a_custom_check_that_breaks_is_said_and_the_exit_is_2(run: Run, folder: Path) -> None:
    (folder / "own_checks.py").write_text("def it_breaks(page, elements):\n    return [1 / 0]\n")
    write_rule(folder, "house-broken", "check: it-breaks")
    write_rule(folder, "house-words", "check: text-matches\nwith: {pattern: chemist}")
    (folder / "a.md").write_text("Go to the chemist.")
    ran = run("check", "a.md")
    assert ran.code == 2
    assert "the rule “house-broken” broke: ZeroDivisionError" in ran.out
    assert "»chemist«" in ran.out


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("yield Match(Span(0, 999), {'found': 'x'})", "no place in a page of 21 characters"),
        ("yield Match(Span(5, 1), {'found': 'x'})", "no place in a page of 21 characters"),
        ("yield Match(Span(-5, -1), {'found': 'x'})", "no place in a page of 21 characters"),
        ("yield Match(Span(0.5, 2), {'found': 'x'})", "a Span of two whole numbers"),
        ("yield Match((0, 2), {'found': 'x'})", "a Span of two whole numbers, and no (0, 2)"),
        ("yield Match(None, {'found': 'x'})", "a Span of two whole numbers, and no None"),
        ("yield {'span': 3}", "yields a Match for each place, and no {'span': 3}"),
        ("return None", "yields a Match for each place, or returns a list of them"),
    ],
)
def test_a_custom_check_that_yields_no_place_of_the_page_is_said(
    run: Run, folder: Path, body: str, said: str
) -> None:
    (folder / "own_checks.py").write_text(
        "from plainlang.checks.match import Match\nfrom plainlang.findings import Span\n\n"
        f"def it_errs(page, elements):\n    {body}\n"
    )
    write_rule(folder, "house-wrong", "check: it-errs")
    (folder / "a.html").write_text("<p>Ask a chemist.</p>")
    ran = run("check", "a.html", "--format", "json")
    report = json.loads(ran.out)
    assert ran.code == 2
    assert report["findings"] == []
    assert said in report["errors"][0]


def test_examples_tell_when_a_custom_check_breaks(run: Run, folder: Path) -> None:
    (folder / "own_checks.py").write_text("def it_breaks(page, elements):\n    return [1 / 0]\n")
    write_rule(folder, "house-broken", "check: it-breaks")
    ran = run("rules", "test", "own")
    assert ran.code == 1
    assert "ZeroDivisionError" in ran.out


@pytest.mark.parametrize("given", ["page", "elements, page", ""])
def test_a_function_that_cannot_be_a_check_is_told_why(run: Run, folder: Path, given: str) -> None:
    (folder / "own_checks.py").write_text(f"def not_one({given}):\n    return []\n")
    write_rule(folder, "house-words", "check: not-one")
    ran = run("rules", "test", "own")
    assert ran.code == 2
    said = "a check takes “page” and “elements” first; “not_one” does not."
    assert f"house-words.yaml:4: {said}" in ran.err


@pytest.mark.parametrize("future", ["", "from __future__ import annotations\n"])
def test_the_parameters_of_a_custom_check_have_types(run: Run, folder: Path, future: str) -> None:
    (folder / "own_checks.py").write_text(future + CHECK)
    write_rule(folder, "house-shouting", "check: word-is-shouted\nwith: {most: four}")
    ran = run("rules", "test", "own")
    assert ran.code == 2
    assert "house-shouting.yaml:5: the parameter “most” must be a whole number" in ran.err


@pytest.mark.parametrize("parameter", ["pattrn: x", "pattern: [x]"])
def test_a_wrong_parameter_is_named(run: Run, folder: Path, parameter: str) -> None:
    write_rule(folder, "house-words", f"check: text-matches\nwith: {{{parameter}}}")
    (folder / "a.md").write_text("Go to the chemist.")
    ran = run("check", "a.md")
    assert ran.code == 2
    assert "pattern" in ran.out + ran.err
