"""`plainlang score`: the table, its JSON, and what makes a page hard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plainlang.cli.score import bar
from tests.cli.conftest import Run

EASY = "<h1>Pills</h1><p>" + "Take one pill each day with food and water. " * 8 + "</p>"
HARD_SENTENCE = (
    "Concomitant administration of anticoagulant medications necessitates comprehensive evaluation "
    "of hemorrhagic complications among individuals demonstrating renal insufficiency."
)
HARD = f"<h1>Pills</h1>\n<p>Take one pill each day. {f'{HARD_SENTENCE} ' * 3}</p>"


@pytest.fixture
def pages(folder: Path) -> Path:
    (folder / "easy.html").write_text(EASY)
    (folder / "hard.html").write_text(HARD)
    (folder / "none.html").write_text("<h1>Pills</h1>")
    return folder


def test_the_table_has_grade_bar_scores_and_path(run: Run, pages: Path) -> None:
    ran = run("score", ".")
    head, hard, easy, none, end = ran.out.splitlines()  # the worst first
    assert ran.code == 0
    assert head.split() == ["grade", "all", "reading", "jargon", "alt", "links", "page"]
    assert easy.endswith("easy.html")
    assert "|" in easy
    assert "100" in easy
    assert hard.count("█") > easy.count("█")
    assert hard.split()[-1] == "hard.html"
    assert none.split() == ["–", "|", *["–"] * 5, "none.html"]
    assert end.startswith("3 pages; half read at grade ")
    assert end.endswith("; 1 meet their target.")


def test_one_page_has_no_summary(run: Run, pages: Path) -> None:
    assert len(run("score", "easy.html").out.splitlines()) == 2


def test_without_a_path_the_current_folder_is_scored(run: Run, pages: Path) -> None:
    assert run("score") == run("score", ".")


@pytest.mark.parametrize(
    ("grade", "target", "shown"),
    [
        (None, 8, " " * 8 + "|" + " " * 8),
        (3.2, 8, "███     |        "),
        (8.0, 8, "████████|        "),
        (20.0, 8, "████████|████████"),
        (-1.0, 8, "        |        "),
        (5.0, 30, "█████           |"),
        (5.0, 0, "|█████           "),
    ],
)
def test_the_bar_has_one_block_a_grade_and_the_mark_of_the_target(
    grade: float | None, target: float, shown: str
) -> None:
    assert bar(grade, target) == shown


def test_the_bar_is_green_where_the_target_is_met(run: Run, pages: Path) -> None:
    out = run("score", ".", "--color", "always").out.splitlines()
    assert "\x1b[31m" in out[1]
    assert "\x1b[32m" in out[2]
    assert "\x1b" not in out[3]
    assert "\x1b" not in run("score", ".").out
    ease = ("--metric", "flesch_reading_ease", "--target", "60", "--color", "always")
    assert "\x1b[32m" in run("score", "easy.html", *ease).out
    assert "\x1b[31m" in run("score", "hard.html", *ease).out


def test_long_paths_are_cut_at_the_front(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    long = folder / ("sub/" * 20)
    long.mkdir(parents=True)
    (long / "a.html").write_text(EASY)
    line = run("score", ".").out.splitlines()[1]
    assert line.endswith("/sub/a.html")
    assert "  …" in line
    monkeypatch.delenv("COLUMNS")  # for another program, no path is cut
    assert "sub/" * 20 + "a.html" in run("score", ".").out


def test_json_has_scores_and_reading_of_each_page(run: Run, pages: Path) -> None:
    ran = run("score", ".", "--format", "json")
    data = json.loads(ran.out)
    assert [page["path"] for page in data] == ["easy.html", "hard.html", "none.html"]
    easy, hard, none = data
    assert easy["scores"]["reading_level"] == 100
    assert hard["reading"]["grade"] > easy["reading"]["grade"]
    assert none["reading"] is None
    assert none["scores"]["overall"] is None


def test_options_change_target_and_measure(run: Run, pages: Path) -> None:
    ran = run("score", "easy.html", "--format", "json", "--target", "1", "--metric", "smog_index")
    (page,) = json.loads(ran.out)
    assert page["reading"]["target"] == 1
    assert page["reading"]["metric"] == "smog_index"
    assert run("score", "easy.html", "--metric", "smog_indx").code == 2


def test_a_page_that_cannot_be_read_is_in_the_table_and_the_exit_is_2(
    run: Run, pages: Path
) -> None:
    (pages / "bad.html").write_bytes(b"%PDF-1.7\n")
    ran = run("score", ".", "gone.html")
    assert ran.code == 2
    assert "bad.html: " in ran.out
    assert "gone.html: there is no such file" in ran.err
    assert "easy.html" in ran.out


def test_standard_input_has_the_format_that_its_name_tells(run: Run) -> None:
    text = "# Care\n\n[Click here](/a)\n"
    ran = run("score", "-", "--stdin-filename", "a.md", "--format", "json", stdin=text)
    [page] = json.loads(ran.out)
    assert (page["path"], page["scores"]["link_labels"]) == ("a.md", 50)


def test_standard_input_can_be_scored(run: Run, folder: Path) -> None:
    ran = run("score", "-", "--format", "json", stdin="<p>You have hypertension.</p>")
    (page,) = json.loads(ran.out)
    assert (ran.code, page["path"], page["scores"]["jargon"]) == (0, "stdin.html", 0)


def test_without_pages_the_exit_is_2_and_the_reason_is_told(run: Run, folder: Path) -> None:
    ran = run("score")
    assert ran.code == 2
    assert "not checked: no pages (HTML, Markdown or text) in this folder." in ran.err
    assert run("score", "--explain").code == 2


def test_a_broken_rule_is_told(run: Run, pages: Path) -> None:
    (pages / ".plainlang.toml").write_text("rules-folders = ['own']")
    (pages / "own").mkdir()
    (pages / "own/x.yaml").write_text("id: x\n")
    ran = run("score", "easy.html")
    assert ran.code == 2
    assert "x.yaml" in ran.err
    assert "easy.html" in ran.out


# --explain


def test_explain_ranks_the_sentences_and_marks_those_to_rewrite(run: Run, pages: Path) -> None:
    ran = run("score", "hard.html", "--explain")
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert lines[0].startswith("hard.html: grade ")
    assert lines[0].endswith(", target 8")
    assert any("Shortest path: rewrite the " in line for line in lines)
    first = next(i for i, line in enumerate(lines) if "By how many grades" in line) + 1
    assert lines[first].startswith("  * 2:")
    assert "rare words" in lines[first]
    assert lines[first + 1].strip() == HARD_SENTENCE


def test_explain_shows_as_many_sentences_as_asked_and_cuts_long_ones(
    run: Run, folder: Path
) -> None:
    (folder / "a.html").write_text(f"<p>Eat well. Rest now. {'You walk and ' * 30}rest.</p>")
    out = run("score", "a.html", "--explain", "--top", "1").out.splitlines()
    assert len([line for line in out if line.lstrip(" *").startswith("1:")]) == 1
    assert out[-1].endswith(" You…")
    assert 190 < len(out[-1].strip()) <= 200


def test_explain_reads_a_text_as_score_does_whatever_its_words_say_of_an_encoding(
    run: Run, folder: Path
) -> None:
    (folder / "a.txt").write_text('Write <meta charset="latin1"> first. Café visits help.', "utf-8")
    assert "Café" in run("score", "a.txt", "--explain").out


def test_a_page_on_standard_input_can_be_left_out(run: Run, folder: Path) -> None:
    (folder / ".plainlang.toml").write_text("force-exclude = true\nextend-exclude = ['old.html']")
    ran = run("score", "-", "--stdin-filename", "old.html", stdin="<p>Rest.</p>")
    assert (ran.code, ran.err) == (2, "old.html: not checked: excluded by the config.\n")


def test_explain_tells_what_explained_words_cost(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(
        "<p>You have dyspnea (shortness of breath). Dyspnea can come at night.</p>"
    )
    assert "Without counting the words that the page explains" in run(
        "score", "a.html", "--explain"
    ).out  # fmt: skip


def test_explain_speaks_of_the_formula_that_was_asked_for(run: Run, pages: Path) -> None:
    ran = run("score", "hard.html", "--explain", "--metric", "flesch_kincaid_grade")
    assert ran.out.startswith("hard.html: flesch_kincaid_grade ")
    assert "(alone: flesch_kincaid_grade " in ran.out
    assert "Shortest path" not in ran.out


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ja", "水をたくさん飲んで休んでください。", "no reading measure for the language “ja”"),
        ("de", "Trinken Sie viel Wasser. " * 10, "no plainlang grade for the language “de”"),
        ("en", "Drink water and rest.", "too short to say: 4 words"),
    ],
)
def test_a_page_without_a_grade_says_why(
    run: Run, folder: Path, language: str, text: str, said: str
) -> None:
    page = f"<html lang={language}><main><h1>A</h1><p>{text}</p></main></html>"
    (folder / "a.html").write_text(page, encoding="utf-8")
    assert said in run("score", "a.html").out
    assert said in run("check", "a.html", "--exit-zero").out


def test_explain_says_when_there_is_nothing_to_explain(run: Run, pages: Path) -> None:
    assert "there is no text to measure" in run("score", "none.html", "--explain").out


def test_explain_as_json_is_json_for_any_number_of_pages(run: Run, pages: Path) -> None:
    def data(*paths: str) -> object:
        return json.loads(run("score", *paths, "--explain", "--format", "json").out)

    one = data("hard.html")
    assert isinstance(one, dict)
    assert one["path"] == "hard.html"
    assert one["sentences"][0]["text"] == HARD_SENTENCE
    assert data("none.html") is None
    three = data(".")
    assert isinstance(three, list)
    assert [page and page["path"] for page in three] == ["easy.html", "hard.html", None]


def test_explain_goes_on_when_a_page_cannot_be_read(run: Run, pages: Path) -> None:
    (pages / "bad.html").write_bytes(b"%PDF-1.7\n")
    ran = run("score", "bad.html", "hard.html", "--explain")
    assert ran.code == 2
    assert ran.err.startswith("bad.html: ")
    assert "hard.html: grade" in ran.out


def test_a_formula_that_gives_no_grade_has_a_target_of_its_own(run: Run, pages: Path) -> None:
    ran = run("score", "hard.html", "--metric", "flesch_reading_ease")
    assert "“grade” is flesch_reading_ease here; the target is 60 or more." in ran.out
    data = json.loads(run("score", "hard.html", "--metric", "lix", "--format", "json").out)
    assert (data[0]["reading"]["target"], data[0]["reading"]["verdict"]) == (40, "above")
    ran = run("score", ".", "--metric", "flesch_reading_ease")
    assert "half read at flesch_reading_ease" in ran.out
    assert "or above" in ran.out


def test_a_grade_in_the_config_is_no_target_for_another_scale(run: Run, pages: Path) -> None:
    (pages / ".plainlang.toml").write_text("target-grade = 6")
    for metric, target in (("flesch_reading_ease", 60), ("smog_index", 6)):
        data = json.loads(run("score", "hard.html", "--metric", metric, "--format", "json").out)
        assert data[0]["reading"]["target"] == target
    both = ("--metric", "flesch_reading_ease", "--target", "70", "--format", "json")
    assert json.loads(run("score", "hard.html", *both).out)[0]["reading"]["target"] == 70
