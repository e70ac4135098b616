"""`plainlang rules test` with rules and checks of the user's own, and options that no config can set."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

CHECK = """
from plainlang.checks.match import Match

def bold_is_found(page, elements):
    for tag in page.soup.find_all("b"):
        yield Match(page.soup_span(tag), excerpt=tag.text)
"""
RULE = """id: house-bold
category: wording
severity: error
check: bold-is-found
message: No bold.
why: House style.
fix: Take it out.
bad: ["<p>[[<b>]]a</b></p>"]
good: ["<p>a</p>"]
"""


def test_the_examples_of_a_rule_with_a_custom_check_run(run: Run, folder: Path) -> None:
    (folder / "own").mkdir()
    (folder / "own" / "house-bold.yaml").write_text(RULE)
    (folder / "own_checks.py").write_text(CHECK)
    (folder / ".plainlang.toml").write_text('rules-folders = ["own"]\nchecks = ["own_checks.py"]\n')
    one = run("rules", "test", "own")
    assert (one.code, one.out) == (0, "1 rule, 2 examples, 0 failed.\n"), one.err
    assert run("rules", "test", "own/house-bold.yaml").code == 0
    (folder / "own" / "house-bold.yaml").write_text(RULE.replace("[[<b>]]a", "<b>[[a]]"))
    assert run("rules", "test").code == 1


def test_a_word_list_in_a_config_is_refused_and_not_a_crash(run: Run, folder: Path) -> None:
    (folder / ".plainlang.toml").write_text('[rules.vague-link-label]\nlabels = "own.txt"\n')
    (folder / "a.html").write_text("<p>Rest.</p>")
    ran = run("check", "a.html")
    assert ran.code == 2
    assert "word list" in ran.err


def test_a_path_without_rules_is_told_as_a_path(run: Run, folder: Path) -> None:
    ran = run("rules", "test", "nope")
    assert (ran.code, ran.out) == (2, "")
    assert "nope: there is no such file or folder; check the spelling." in ran.err


def test_a_folder_of_rules_without_a_rule_is_an_error(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text("<p>Rest.</p>")
    (folder / "rules" / "inner").mkdir(parents=True)
    (folder / "rules" / "inner" / "a.yaml").write_text("id: a")
    assert "there is no rule right in this folder" in run("rules", "test", "rules").err
    (folder / ".plainlang.toml").write_text('rules-folders = ["rules"]')
    ran = run("check", "a.html")
    assert ran.code == 2
    assert ".plainlang.toml:1: there is no rule right in “" in ran.err


def test_a_rule_that_is_not_utf_8_is_said_to_be(run: Run, folder: Path) -> None:
    (folder / "rules").mkdir()
    (folder / "rules" / "a.yaml").write_bytes("id: a\nwhy: niño".encode("latin-1"))
    assert "a.yaml:1: the file is not UTF-8; save it as UTF-8." in (
        run("rules", "test", "rules").err
    )
