"""`plainlang check` as its users meet it: exit codes, output, options."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import BAD, GOOD, Run


def test_a_bad_page_fails_and_says_where_what_and_how(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(BAD)
    ran = run("check", "a.html")
    assert ran.code == 1
    assert "4:13" in ran.out
    assert "»hypertension«" in ran.out
    assert "high blood pressure" in ran.out
    assert ran.out.rstrip().endswith("1 finding at or above “warning”.")


def test_a_good_page_passes(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(GOOD)
    ran = run("check", "a.html")
    assert ran.code == 0
    assert ran.out.endswith("1 page checked, 0 findings.\n")


def test_each_report_says_which_rules_did_not_run(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(GOOD)
    text = run("check", "a.html", "--ignore", "image-without-alt").out
    assert "Not run: 2 rules that are off (image-without-alt and new-tab-unsaid)" in text
    data = json.loads(run("check", "a.html", "--select", "reading-level", "--format", "json").out)
    assert "undefined-term" in data["rules_off"]
    assert "page-above-target" not in data["rules_off"]
    assert "undefined-term" in data["not_run"][0]
    assert "rules that are off;" in run("check", "a.html", "--select", "reading-level").out


def test_rules_that_are_off_for_some_files_are_said_to_be(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(GOOD)
    (folder / ".plainlang.toml").write_text('[per-file-ignores]\n"b.html" = ["jargon"]\n')
    assert "“per-file-ignores” turns off" in run("check", "a.html").out


PICTURE = GOOD.replace("</body>", "") + '<img src="https://example.org/a.png" alt="a.png">'


def _of_act(earl: str, rule: str) -> dict[str, str]:
    """Return the outcome of an ACT rule for each page of an EARL report."""
    nodes = json.loads(earl)["@graph"]
    return {
        node["subject"]: node["result"]["outcome"]
        for node in nodes
        if node["@type"] == "Assertion" and f"/{rule}/" in node["test"]
    }


def test_no_report_says_that_a_page_passed_a_rule_that_its_folder_turns_off(
    run: Run, folder: Path
) -> None:
    for name, settings in (("a", 'ignore = ["alt-text"]'), ("b", 'fail-on = "error"')):
        (folder / name).mkdir()
        (folder / name / "p.html").write_text(PICTURE)
        (folder / name / ".plainlang.toml").write_text(settings)
    earl = run("check", "a", "b", "--format", "earl", "--format", "junit=j.xml").out
    assert _of_act(earl, "qt1vmo") == {"a/p.html": "earl:untested", "b/p.html": "earl:failed"}
    assert "rules that settings turn off for some pages" in earl
    cases = [line for line in Path("j.xml").read_text().splitlines() if "file-name-as-alt" in line]
    assert "<skipped" in cases[0]
    assert "<skipped" not in cases[1]


def test_no_report_says_that_a_page_passed_a_rule_that_was_turned_off_for_the_file(
    run: Run, folder: Path
) -> None:
    (folder / "a.html").write_text(PICTURE)
    (folder / "b.html").write_text(PICTURE)
    (folder / ".plainlang.toml").write_text('[per-file-ignores]\n"a.html" = ["alt-text"]\n')
    for _ in range(2):  # the second time from what was kept
        earl = run("check", "a.html", "b.html", "--format", "earl").out
        assert _of_act(earl, "qt1vmo") == {"a.html": "earl:untested", "b.html": "earl:failed"}


def test_rules_that_some_folder_turns_on_are_said_to_run(run: Run, folder: Path) -> None:
    (folder / ".plainlang.toml").write_text('ignore = ["alt-text"]')
    (folder / "b").mkdir()
    (folder / "b" / ".plainlang.toml").write_text("")
    for name in ("a.html", "b/p.html"):
        (folder / name).write_text(PICTURE)
    data = json.loads(run("check", ".", "--format", "json").out)
    assert "file-name-as-alt" in [rule["id"] for rule in data["rules"]]
    assert "file-name-as-alt" in data["not_run"][1]


def test_an_act_rule_is_not_passed_when_one_of_its_rules_is_off(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(PICTURE.replace('alt="a.png"', 'alt="A nurse at a desk"'))
    assert _of_act(run("check", "a.html", "--format", "earl").out, "qt1vmo") == {
        "a.html": "earl:passed"
    }
    earl = run("check", "a.html", "--ignore", "file-name-as-alt", "--format", "earl").out
    assert _of_act(earl, "qt1vmo") == {"a.html": "earl:cantTell"}
    assert "Not run: file-name-as-alt." in earl


def test_json_gives_the_exact_span_of_each_finding(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(BAD)
    ran = run("check", "a.html", "--format", "json")
    findings = json.loads(ran.out)["findings"]
    assert [f["excerpt"] for f in findings] == ["hypertension", "in order to"]
    for finding in findings:
        start, end = finding["span"]["start"]["offset"], finding["span"]["end"]["offset"]
        assert BAD[start:end] == finding["excerpt"]
        assert BAD[:start].count("\n") + 1 == finding["span"]["start"]["line"]


def test_standard_input_is_checked_under_the_name_given(run: Run) -> None:
    ran = run("check", "-", "--stdin-filename", "x.md", "--format", "json",
              stdin="Ask about your hypertension.")  # fmt: skip
    data = json.loads(ran.out)
    assert [p["path"] for p in data["pages"]] == ["x.md"]
    assert [f["term"] for f in data["findings"]] == ["hypertension"]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 0),
        (["--max-findings", "1"], 0),
        (["--max-findings", "0"], 1),
        (["--ignore", "jargon"], 0),
        (["--ignore", "undefined-*"], 0),
        (["--select", "wordy-phrase"], 0),
        (["--select", "wordy-phrase", "--fail-on", "note"], 1),
        (["--select", "jargon", "--select", "wordy-phrase"], 1),  # each time more, as for others
        (["--ignore", "jargon", "--ignore", "wordy-phrase"], 0),
        (["--ignore", "jargon", "--min-score", "jargon=90"], 1),
        (["--ignore", "jargon", "--min-score", "0"], 0),
    ],
)
def test_options_decide_what_fails(run: Run, folder: Path, options: list[str], code: int) -> None:
    (folder / "a.html").write_text(BAD)
    assert run("check", "a.html", *options).code == code


def test_a_limit_on_the_command_line_leaves_the_others_of_the_settings(
    run: Run, folder: Path
) -> None:
    (folder / "a.html").write_text(BAD)
    (folder / ".plainlang.toml").write_text("fail-on = 'never'\n[min-score]\njargon = 90")
    for options, code in (((), 1), (("--min-score", "10"), 1), (("--min-score", "jargon=0"), 0)):
        assert run("check", "a.html", *options).code == code


def test_a_limit_for_jargon_does_not_hold_for_files_that_are_exempt_from_it(
    run: Run, folder: Path
) -> None:
    (folder / "new.html").write_text(BAD)
    (folder / "old").mkdir()
    (folder / "old" / "a.html").write_text(BAD)
    (folder / ".plainlang.toml").write_text(
        '[min-score]\njargon = 50\n[per-file-ignores]\n"old/*" = ["jargon"]\n'
    )
    assert run("check", "old").code == 0
    assert run("check", ".").out.rstrip().endswith("new.html: the jargon score is 0, below 50.")


LIMIT = "[min-score]\nalt-text = 90\n"


@pytest.mark.parametrize(
    ("config", "options", "code"),
    [
        ("", ["--select", "jargon", "--min-score", "alt-text=90"], 2),
        ("ignore = ['alt-text']\n", ["--min-score", "alt-text=90"], 2),
        ("select = ['jargon']\n" + LIMIT, [], 2),
        (LIMIT, ["--select", "jargon"], 0),  # a look at one thing
        ("ignore = ['alt-text']\n" + LIMIT, ["--min-score", "0"], 2),
        ("ignore = ['alt-text']\n" + LIMIT, ["--min-score", "alt-text=0"], 0),
        ("ignore = ['alt-text']\n[min-score]\nalt-text = 0\n", [], 0),
    ],
)
def test_a_limit_that_no_rule_serves_is_no_pass(
    run: Run, folder: Path, config: str, options: list[str], code: int
) -> None:
    (folder / "a.html").write_text("<p>Rest.</p>")
    (folder / ".plainlang.toml").write_text(config)
    ran = run("check", "a.html", *options)
    told = "limit for “alt-text” was not looked at: no rule for it runs." in ran.out + ran.err
    assert (ran.code, told) == (code, code == 2 or options == ["--select", "jargon"])


# The settings that lie with the pages


@pytest.mark.parametrize(
    ("config", "code"),
    [
        ("fail-on = 'never'", 0),
        ("fail-on = 'error'", 0),
        ("max-findings = 1", 0),
        ("max-findings = 0", 1),
        ("baseline = 'accepted.json'", 0),
        ("ignore = ['all']", 2),
    ],
)
def test_the_settings_with_the_pages_decide_what_fails(
    run: Run, folder: Path, config: str, code: int
) -> None:
    (folder / "site").mkdir()
    (folder / "site/a.html").write_text(BAD)
    run("baseline", "create", "site", "--file", "site/accepted.json")
    (folder / "site/.plainlang.toml").write_text(config)
    assert run("check", "site").code == code
    assert run("check", "site/a.html").code == code


def test_each_page_fails_by_its_own_settings(run: Run, folder: Path) -> None:
    for name, config in (("one", "fail-on = 'note'"), ("two", "fail-on = 'error'")):
        (folder / name).mkdir()
        (folder / name / "a.html").write_text(BAD)
        (folder / name / ".plainlang.toml").write_text(
            f"select = ['wordy-phrase', 'jargon']\n{config}"
        )
    ran = run("check", ".")
    assert (ran.code, ran.out.splitlines()[-1]) == (1, "2 findings at or above “note”.")
    (folder / "two/.plainlang.toml").write_text("fail-on = 'warning'\nselect = ['jargon']")
    assert run("check", ".").out.splitlines()[-1] == "3 findings at or above “note” or “warning”."
    (folder / "two/.plainlang.toml").write_text("ignore = ['all']")
    ran = run("check", ".")
    assert ran.code == 2
    assert "two/.plainlang.toml:1: no rule is left to run" in ran.err


def test_several_reports_are_written_in_one_run(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(BAD)
    ran = run("check", "a.html", "--format", "json=out/r.json", "--format", "text")
    assert "hypertension" in ran.out
    assert json.loads((folder / "out/r.json").read_text())["findings"]


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_the_report_is_the_same_for_any_number_of_jobs(run: Run, folder: Path, jobs: str) -> None:
    for i in range(30):
        (folder / f"{i:02}.md").write_text(f"# Page {i}\n\nYour hypertension is number {i}.\n")
    one = run("check", ".", "--format", "json", "--no-cache", "--jobs", "1")
    many = run("check", ".", "--format", "json", "--no-cache", "--jobs", jobs)
    first, second = json.loads(one.out), json.loads(many.out)
    assert len(first["pages"]) == 30
    for report in (first, second):
        del report["started"]
    assert second == first


def test_kept_results_are_the_same_and_never_stale(run: Run, folder: Path) -> None:
    page = folder / "a.html"
    page.write_text(BAD)
    first = run("check", "a.html")
    assert run("check", "a.html") == first
    page.write_text(GOOD)
    assert run("check", "a.html").code == 0
    page.write_text(BAD)
    assert run("check", "a.html") == first
    assert run("check", "a.html", "--ignore", "jargon").code == 0


def test_a_changed_rule_is_not_hidden_by_kept_results(run: Run, folder: Path) -> None:
    (folder / ".plainlang.toml").write_text('rules-folders = ["own"]\nselect = ["no-x"]')
    rules = folder / "own"
    rules.mkdir()
    rule = """id: no-x
category: structure
severity: error
select: "{}"
check: element-is-present
message: "This page has an element that it must not have."
why: It is old.
fix: Take it out.
bad: ["[[<{}>]]"]
good: ["<p>"]
"""
    (rules / "no-x.yaml").write_text(rule.format("marquee", "marquee"))
    (folder / "a.html").write_text("<blink>New</blink>")
    before = run("check", "a.html")
    assert before.code == 0, before
    (rules / "no-x.yaml").write_text(rule.format("blink", "blink"))
    assert run("check", "a.html").code == 1


def test_fix_mends_what_is_safe_and_keeps_the_rest(run: Run, folder: Path) -> None:
    page = folder / "a.html"
    page.write_bytes(BAD.replace("\n", "\r\n").encode())
    assert "in order to" in run("check", "a.html", "--diff").out
    assert b"in order to" in page.read_bytes()
    run("check", "a.html", "--fix")
    assert page.read_bytes() == BAD.replace("in order to", "to").replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    "text",
    [
        "Ask about intestinal pain. It was enacted. Low-sodium food and a therapeutic trial help.",
        "Epidemiologic and pharmacologic work goes on. We hope that it will persist for inpatient care.",
        "Younger persons came. " * 15,
        "Ask about lymph node dissection, malignant tumors and the prognosis of large intestine polyps.",
    ],
)
def test_a_second_mending_changes_nothing(run: Run, folder: Path, text: str) -> None:
    page = folder / "a.html"
    page.write_text(f"<p>{text}</p>")
    run("check", "a.html", "--fix", "--unsafe-fixes")
    once = page.read_text()
    assert "Mended" not in run("check", "a.html", "--fix", "--unsafe-fixes").err
    assert page.read_text() == once != f"<p>{text}</p>"


def test_unsafe_fixes_explain_terms_and_the_page_is_clean_then(run: Run, folder: Path) -> None:
    page = folder / "a.html"
    page.write_text(BAD)
    ran = run("check", "a.html", "--fix", "--unsafe-fixes", "--select", "undefined-term")
    assert ran.code == 0
    assert "hypertension (" in page.read_text()


def test_a_page_in_another_encoding_is_mended_in_it(run: Run, folder: Path) -> None:
    page = folder / "a.html"
    text = '<meta charset="windows-1252"><p>Caf\xe9 – go in order to eat.</p>'
    page.write_bytes(text.encode("cp1252"))
    run("check", "a.html", "--fix")
    assert page.read_bytes().decode("cp1252") == text.replace("in order to", "to")


def test_completion_knows_the_commands(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_PLAINLANG_COMPLETE", "bash_source")
    assert "_PLAINLANG_COMPLETE=bash_complete" in run().out


def test_a_kept_result_looks_again_at_the_files_it_compared(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(
        '<p><a href="b.html">The plan</a> and <a href="c.html">The plan</a></p>'
    )
    (folder / "b.html").write_text("<p>The same page.</p>")
    (folder / "c.html").write_text("<p>The same page.</p>")
    rule = ("--select", "same-label-different-target", "--format", "json")
    assert json.loads(run("check", "a.html", *rule).out)["findings"] == []
    (folder / "c.html").write_text("<p>Another page.</p>")
    assert len(json.loads(run("check", "a.html", *rule).out)["findings"]) == 1


def test_a_page_of_one_sentence_has_one_sentence(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(f"<p>{'Rest and eat and sleep and drink and ' * 5}walk.</p>")
    assert "; 41 words, 1 sentence\n" in run("check", "a.html", "--exit-zero").out
