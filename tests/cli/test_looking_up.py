"""`why`, `names`, `rules`, `rules show`, `config` and `init`: what plainlang knows, and where from."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import Run

# why


def test_why_says_what_a_listed_term_means_and_what_to_write(run: Run) -> None:
    ran = run("why", "hypertension")
    assert ran.code == 0
    first, *rest = ran.out.splitlines()
    assert first == "“hypertension” counts as jargon."
    assert any(line.startswith("  List: it is a term of “heart”") for line in rest)
    assert "  Write: high blood pressure." in rest
    assert any(line.startswith("  It means: ") for line in rest)
    assert any(line.startswith("  Frequency: about once in ") for line in rest)


@pytest.mark.parametrize(
    ("term", "first", "then"),
    [
        ("water", "“water” does not count as jargon.", "Everyday word"),
        ("bronchocentritis", "“bronchocentritis” counts as jargon.", "-itis"),
        ("bronchocentritis", "“bronchocentritis” counts as jargon.", "less than once in"),
        ("", "“” does not count as jargon.", ""),
    ],
)
def test_why_says_how_rare_a_word_is_and_how_it_is_made(
    run: Run, term: str, first: str, then: str
) -> None:
    ran = run("why", term)
    assert ran.code == 0
    assert ran.out.splitlines()[0] == first
    assert then in ran.out


def test_why_speaks_of_each_word_of_a_term(run: Run) -> None:
    out = run("why", "blood bronchocentritis").out
    assert " of “blood”: " in out
    assert " of “bronchocentritis”: " in out


def test_why_knows_the_headword_of_another_form(run: Run) -> None:
    assert "as “myocardial infarction”" in run("why", "myocardial infarctions").out


def test_why_knows_the_terms_of_the_config(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plainlang.toml").write_text(
        "[terms]\nremove = ['edema']\n[[terms.add]]\nterm = 'flurbitron'\nplain = 'light pen'\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    out = run("why", "flurbitron").out
    assert "List: your config has it." in out
    assert "Write: light pen." in out
    assert run("why", "edema").out.startswith("“edema” does not count as jargon.")


def test_why_as_json(run: Run) -> None:
    data = json.loads(run("why", "hypertension", "--format", "json").out)
    assert data["term"] == "hypertension"
    assert data["jargon"] is True
    assert data["entry"]["plain"] == "high blood pressure"
    assert data["words"][0]["word"] == "hypertension"
    data = json.loads(run("why", "water", "--format", "json").out)
    assert (data["jargon"], data["entry"]) == (False, None)


def test_why_in_other_languages(run: Run) -> None:
    assert "“hipertensión” counts as jargon" in run("why", "hipertensión", "--language", "es").out
    ran = run("why", "Qapla", "--language", "tlh")
    assert ran.code == 0
    assert "Frequency" not in ran.out


# names

PAGE = """<html lang="en"><title>T</title><body>
<a href="/x"><b>Book</b> a test</a>
<img src="a.png" alt="A nurse">
<h1 id="h">Care</h1>
<input type="text" aria-labelledby="h">
<button></button>
<iframe src="/v" title="Film"></iframe>
<p hidden><a href="/y">No</a></p>
<p>Text</p>
</body></html>
"""


def test_names_lists_what_assistive_technology_meets(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(PAGE)
    ran = run("names", "a.html", "--format", "json")
    assert ran.code == 0
    rows = json.loads(ran.out)
    assert [(r["element"], r["role"], r["name"]) for r in rows] == [
        ("a", "link", "Book a test"), ("img", "img", "A nurse"), ("h1", "heading", "Care"),
        ("input", "textbox", "Care"), ("button", "button", ""), ("iframe", None, "Film"),
    ]  # fmt: skip
    for row in rows:
        assert list(row) == ["path", "element", "role", "name", "name_from", "span"]
        start, end = row["span"]["start"], row["span"]["end"]
        tag = PAGE[start["offset"] : end["offset"]]
        assert tag.startswith(f"<{row['element']}")
        assert tag.endswith(">")
        assert start["line"] == PAGE.count("\n", 0, start["offset"]) + 1
        assert row["path"] == "a.html"
    assert [r["name_from"] for r in rows] == [
        "contents", "alt", "contents", "aria-labelledby", None, "title",
    ]  # fmt: skip


def test_names_of_every_element(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(PAGE)
    rows = json.loads(run("names", "a.html", "--format", "json", "--all").out)
    assert [r["element"] for r in rows] == [
        "html", "title", "body", "a", "b", "img", "h1", "input", "button", "iframe", "p", "a", "p",
    ]  # fmt: skip
    assert {r["element"]: r["role"] for r in rows if r["element"] in ("html", "b", "iframe", "p")} == {
        "html": "document", "b": "generic", "iframe": None, "p": "paragraph",
    }  # fmt: skip


def test_names_as_text(run: Run, folder: Path) -> None:
    (folder / "a.md").write_text("# Care\n\n[Book a test](/x) ![](a.png)\n")
    out = run("names", "a.md").out.splitlines()
    assert out[0].split() == ["1:1", "heading", "Care", "[contents]"]
    assert "link" in out[1]
    assert "Book a test" in out[1]


def test_names_of_the_page_on_standard_input(run: Run) -> None:
    ran = run("names", "-", "--format", "json", "--stdin-filename", "a.md", stdin="# Care\n")
    assert [(r["path"], r["role"], r["name"]) for r in json.loads(ran.out)] == [
        ("a.md", "heading", "Care")
    ]
    empty = run("names", "-", stdin="")
    assert empty.code == 2
    assert "stdin.html: standard input is empty" in empty.err


@pytest.mark.parametrize("data", [None, b"%PDF-1.7\n"])
def test_names_of_what_cannot_be_read(run: Run, folder: Path, data: bytes | None) -> None:
    if data is not None:
        (folder / "a.html").write_bytes(data)
    ran = run("names", "a.html")
    assert ran.code == 2
    assert ran.err.startswith("plainlang: a.html: ")


# rules

OWN = """id: no-blink
category: structure
severity: error
enabled: false
select: blink
check: element-is-present
message: Text must not blink.
why: It is hard to read.
fix: Take it out.
references: {wcag: ["2.2.2"]}
notes: Some notes.
bad: ["[[<blink>]]Now"]
good: ["<p>Now"]
"""


def test_rules_are_listed_by_category(run: Run) -> None:
    ran = run("rules")
    lines = ran.out.splitlines()
    assert ran.code == 0
    heads = [line for line in lines if not line.startswith(" ")]
    assert len(heads) == len(set(heads))
    assert {"jargon", "alt-text", "link-labels", "reading-level"} <= set(heads)
    (row,) = (line for line in lines if line.startswith("  undefined-term "))
    assert "warning" in row
    assert lines.index("jargon") < lines.index(row)
    assert max(map(len, lines)) < 150


def test_own_rules_are_listed_and_those_that_are_off_say_so(run: Run, folder: Path) -> None:
    (folder / "own").mkdir()
    (folder / "own/no-blink.yaml").write_text(OWN)
    (folder / "own/broken.yaml").write_text("id: broken\n")
    (folder / ".plainlang.toml").write_text("rules-folders = ['own']")
    ran = run("rules")
    (row,) = (line for line in ran.out.splitlines() if line.startswith("  no-blink "))
    assert row.endswith("(off)")
    assert "broken.yaml" in ran.err


def test_a_rule_is_shown_with_all_that_its_file_says(run: Run, folder: Path) -> None:
    (folder / "own").mkdir()
    (folder / "own/no-blink.yaml").write_text(OWN)
    (folder / ".plainlang.toml").write_text("rules-folders = ['own']")
    out = run("rules", "show", "no-blink").out
    assert out.startswith("no-blink  (structure, error, off unless selected)\n")
    for part in (
        "Message: Text must not blink.", "Why: It is hard to read.", "How to mend: Take it out.",
        "Notes: Some notes.", "WCAG: 2.2.2", "Reported:\n    [[<blink>]]Now", "Right:\n    <p>Now",
    ):  # fmt: skip
        assert part in out


def test_a_rule_is_shown_with_what_it_says_of_an_example(run: Run) -> None:
    out = run("rules", "show", "undefined-term").out
    assert "Message: “hypertension” is not explained on this page." in out
    assert "How to mend: Write “high blood pressure”." in out
    assert "{" not in out.partition("Reported:")[0]


def test_an_unknown_rule_is_told_with_the_nearest(run: Run) -> None:
    ran = run("rules", "show", "undefind-term")
    assert ran.code == 2
    assert "Did you mean “undefined-term”?" in ran.err


# config


def test_config_shows_the_settings_of_a_file_and_where_they_are(run: Run, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub/.plainlang.toml").write_text("target-grade = 5\nignore = ['wording']")
    (folder / "sub/a.html").write_text("")
    ran = run("config", "sub/a.html")
    data = json.loads(ran.out)
    assert data["target-grade"] == 5
    assert data["ignore"] == ["wording"]
    assert ran.err.strip() == f"# {folder / 'sub/.plainlang.toml'}"
    assert run("config", "sub").out == ran.out


def test_config_without_a_file_shows_the_defaults(run: Run) -> None:
    ran = run("config")
    assert json.loads(ran.out)["target-grade"] == 8
    assert "no config file found" in ran.err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".plainlang.toml", "target-grade = 5\nfail-on = 'never'\n[terms]\nremove = ['edema']"),
        (
            "pyproject.toml",
            "[tool.plainlang]\nmetric = 'lix'\n[tool.plainlang.min-score]\njargon = 50",
        ),
    ],
)
def test_what_config_prints_can_be_put_into_the_config(
    run: Run, folder: Path, name: str, text: str
) -> None:
    (folder / name).write_text(text)
    printed, as_json = run("config", "--format", "toml").out, run("config").out
    assert tomllib.loads(printed) != {}
    (folder / name).write_text(printed)
    assert run("config", "--format", "toml").out == printed
    assert run("config").out == as_json


def test_config_of_a_path_that_is_not_there_is_an_error(run: Run, folder: Path) -> None:
    ran = run("config", "no-such-folder")
    assert (ran.code, ran.out) == (2, "")
    assert "no-such-folder: there is no such file or folder; check the spelling." in ran.err


def test_config_tells_a_mistake(run: Run, folder: Path) -> None:
    (folder / ".plainlang.toml").write_text("select = ['jargn']")
    ran = run("config")
    assert ran.code == 2
    assert "Did you mean “jargon”?" in ran.err


# init


def test_init_writes_a_config_that_can_be_used(run: Run, folder: Path) -> None:
    ran = run("init")
    assert ran.code == 0
    assert "Next: plainlang check ." in ran.out
    assert json.loads(run("config").out)["target-grade"] == 8


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".plainlang.toml", "target-grade = 5"),
        ("plainlang.toml", "target-grade = 5"),
        ("pyproject.toml", "[tool.plainlang]\ntarget-grade = 5"),
    ],
)
def test_init_never_replaces_or_hides_a_config(
    run: Run, folder: Path, name: str, text: str
) -> None:
    (folder / name).write_text(text)
    ran = run("init")
    assert ran.code == 2
    assert f"{name}: there is a config already" in ran.err
    assert [path.name for path in folder.iterdir()] == [name]
    assert (folder / name).read_text() == text


def test_init_replaces_its_own_file_when_told_to(run: Run, folder: Path) -> None:
    (folder / ".plainlang.toml").write_text("target-grade = 5")
    assert run("init", "--force").code == 0
    assert "target-grade = 8" in (folder / ".plainlang.toml").read_text()


def test_a_config_above_does_not_keep_init_from_writing(run: Run, folder: Path) -> None:
    (folder.parent / ".plainlang.toml").write_text("target-grade = 5")
    assert run("init").code == 0


def test_init_says_why_it_cannot_write(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, text: str, encoding: str | None = None) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refuse)
    ran = run("init")
    assert ran.code == 2
    assert "it cannot be written: permission denied" in ran.err
