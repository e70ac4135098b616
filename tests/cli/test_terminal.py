"""The program on a terminal and off one: version, colors, progress, how much it says."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import plainlang
from plainlang.cli.options import wants_color
from plainlang.cli.progress import with_progress
from tests.cli.conftest import BAD, GOOD, Run

PROGRAM = [sys.executable, "-m", "plainlang"]


@pytest.fixture
def pages(folder: Path) -> Path:
    (folder / "bad.html").write_text(BAD)
    (folder / "good.html").write_text(GOOD)
    return folder


# The program


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_it_says_its_version(run: Run, option: str) -> None:
    ran = run(option)
    assert (ran.code, ran.out) == (0, f"plainlang {plainlang.__version__}\n")


def test_it_runs_as_a_module_and_as_a_command(pages: Path) -> None:
    done = subprocess.run([*PROGRAM, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"plainlang {plainlang.__version__}\n"
    done = subprocess.run(
        [*PROGRAM, "check", "bad.html"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    command = Path(sys.executable).with_name("plainlang")
    if command.exists():
        again = subprocess.run([command, "check", "bad.html"], capture_output=True, text=True, check=False)  # fmt: skip
        assert (again.returncode, again.stdout) == (1, done.stdout)


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_names_the_commands(run: Run, option: str) -> None:
    ran = run(option)
    assert ran.code == 0
    for command in ("check", "score", "names", "why", "rules", "config", "init", "baseline", "lsp"):
        assert re.search(rf"^  {command} ", ran.out, re.MULTILINE)
        assert run(command, option).code == 0


def test_without_a_command_it_says_how_to_use_it(run: Run) -> None:
    ran = run()
    assert ran.code == 2
    assert "Usage: plainlang" in ran.out + ran.err


def test_a_fault_of_its_own_does_not_look_like_findings(
    run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **options: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr("plainlang.cli.check.describe", broken)
    ran = run("check", "good.html")
    assert ran.code == 2
    assert "RuntimeError: no" in ran.err
    assert "Please report it." in ran.err


# Colors


class Stream:
    """A stream that is a terminal, or not."""

    def __init__(self, terminal: bool) -> None:
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize(
    ("choice", "terminal", "names", "colored"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colors_follow_the_terminal_its_settings_and_the_option(
    choice: str, terminal: bool, names: dict[str, str], colored: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    assert wants_color(choice, Stream(terminal)) is colored


def test_a_report_in_colors_says_the_same(
    run: Run, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = run("check", ".")
    assert "\x1b" not in plain.out
    colored = run("check", ".", "--color", "always")
    assert "\x1b[33m" in colored.out
    # Without colors the words in question stand between marks.
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored.out) == re.sub("[»«]", "", plain.out)
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("check", ".") == colored


# How much it says


ESCAPES = "\x1b[31mred\x1b]0;title\x07\x9b31m"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize(
    "command",
    [
        *("check .", "check . --format concise", "check . --diff", "check --fix .", "names PAGE"),
        *("score .", "score --explain .", "baseline create", "check nowhere-PAGE"),
    ],
)
def test_no_page_can_send_commands_to_the_terminal(folder: Path, command: str) -> None:
    page = f"{ESCAPES}.html"
    (folder / page).write_text(
        f"<h1>{ESCAPES}</h1><p>{ESCAPES} You have hypertension {ESCAPES}. Rest in order to heal,"
        f' <a href="{ESCAPES}">{ESCAPES}</a>.</p>\n' + "<p>Eat a warm meal with us at ten.</p>" * 9
    )
    shown = on_a_terminal(*command.replace("PAGE", page).split(" "))
    assert shown
    rest = re.sub(r"\x1b\[[0-9;]*[mK](?!red)", "", shown)  # the report's own colors
    assert not re.findall(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", rest)


def on_a_terminal(*arguments: str) -> str:
    """Return all that plainlang shows on a terminal."""
    import pty

    ours, its = pty.openpty()
    started = subprocess.Popen(
        [sys.executable, "-m", "plainlang", *arguments], stdin=its, stdout=its, stderr=its,
        env={k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"},
    )  # fmt: skip
    os.close(its)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # Linux says so when the other end is closed
        pass
    finally:
        os.close(ours)
        started.wait()
    return shown.decode()


def test_quiet_leaves_out_what_was_not_run_and_what_a_person_must_do(run: Run, pages: Path) -> None:
    loud, quiet = run("check", "bad.html"), run("check", "bad.html", "--quiet")
    assert "Not run:" in loud.out
    assert "Not run:" not in quiet.out
    assert "»hypertension«" in quiet.out
    assert (quiet.code, quiet.err) == (loud.code, "")
    *findings, why = run("check", "bad.html", "-q", "--format", "concise").out.splitlines()
    assert all(line.startswith("bad.html:") for line in findings)
    assert why == "1 finding at or above “warning”."


def test_statistics_count_the_findings_of_each_rule(run: Run, pages: Path) -> None:
    (pages / "more.html").write_text(BAD.replace("hypertension", "edema"))
    out = run("check", ".", "--statistics").out
    counts = {rule: int(number) for number, rule in re.findall(r"(\d+) +([a-z]+-[a-z-]+)", out)}
    assert counts["undefined-term"] == 2
    assert "undefined-term" in run("check", "bad.html").out


def test_show_files_names_pages_without_findings(run: Run, pages: Path) -> None:
    assert "good.html" not in run("check", ".").out
    assert "good.html" in run("check", ".", "--show-files").out


@pytest.mark.parametrize("target", ["out", "out/sub/report.json"])
def test_a_report_that_cannot_be_written_is_told(run: Run, pages: Path, target: str) -> None:
    (pages / "out").mkdir() if target == "out" else (pages / "out").write_text("a file")
    for arguments in (["-o", target], ["--output-file", target], ["--format", f"json={target}"]):
        ran = run("check", "good.html", *arguments)
        assert ran.code == 2
        assert f"{target}: the report cannot be written: " in ran.err
        assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("page", "arguments"),
    [
        ("good.html", ["good.html", "--format", "html=good.html"]),
        ("good.html", [".", "-q", "-o", "./sub/../good.html"]),
        ("good.html", ["good.html", "-o", "link.html"]),
        ("good.html", ["*.html", "--format", "json", "--format", "csv=good.html"]),
        ("good.html", ["-", "--stdin-filename", "good.html", "-o", "good.html"]),
        ("good.txt", [".", "-o", "good.txt"]),
    ],
)
def test_a_report_never_replaces_a_page(
    run: Run, pages: Path, page: str, arguments: list[str]
) -> None:
    (pages / "sub").mkdir()
    (pages / "good.txt").write_text("Rest.\n")
    (pages / "link.html").symlink_to("good.html")
    before = (pages / page).read_text()
    ran = run("check", *arguments, stdin=before)
    assert ran.code == 2
    assert (
        f"{arguments[-1].partition('=')[2] or arguments[-1]}”: this is a page to check" in ran.err
    )
    assert (pages / page).read_text() == before


@pytest.mark.parametrize(
    "report", ["html=r.html", "markdown=r.md", "text=r.txt", "concise=r.txt", "json=r.json"]
)
def test_a_report_beside_the_pages_can_be_written_again(run: Run, pages: Path, report: str) -> None:
    first = run("check", ".", "--format", report)
    again = run("check", ".", "--format", report)
    name = report.partition("=")[2]
    said = f"{name}: not checked: a report that plainlang made.\n"
    assert again.out == (first.out if name == "r.json" else said + first.out)
    assert again.code == first.code
    named = run("check", "good.html", name, "--format", report)
    assert named.code == (0 if name != "r.json" else 2)


def test_a_report_can_go_to_an_empty_file(run: Run, pages: Path) -> None:
    (pages / "new.html").touch()
    assert run("check", ".", "--format", "html=new.html").code == 1
    assert "Plain language report" in (pages / "new.html").read_text()


def test_a_report_in_a_file_leaves_the_end_of_the_run_on_the_terminal(
    run: Run, pages: Path
) -> None:
    ran = run("check", "bad.html", "--format", "json", "-o", "out/report.json")
    assert ran.code == 1
    assert ran.out.rstrip().endswith("1 finding at or above “warning”.")
    assert json.loads((pages / "out/report.json").read_text())["findings"]
    assert run("check", "bad.html", "-o", "report.txt", "--quiet").out == ""
    assert "hypertension" in (pages / "report.txt").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "json", "--format", "text"], "Only one report can go to standard output"),
        (["--format", "json=r", "--format", "csv=./r"], "Two reports cannot go to the same file"),
        (["--format", "json=r", "-o", "s"], "--output-file: each report has a file already"),
        (["--format", "json="], "“json=” names no file after the “=”"),
        (["--format", "jsn=r"], "“jsn” is no format. Did you mean “json”?"),
        (["--min-score", "jargon=x"], "“x” is no number"),
        (["--fix", "-"], "mend files, not standard input"),
        (["--unsafe-fixes"], "--unsafe-fixes goes with --fix or --diff"),
        (["--diff", "--format", "json"], "--diff prints what --fix would change, and no report"),
        (["--diff", "-o", "report.txt"], "--diff prints what --fix would change, and no report"),
        (["--diff", "--watch"], "--diff prints what --fix would change, and no report"),
    ],
)
def test_reports_and_options_that_cannot_be_are_told(
    run: Run, pages: Path, arguments: list[str], said: str
) -> None:
    ran = run("check", "good.html", *arguments)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--select=jargn", "“jargn” names no rule or category. Did you mean “jargon”?"),
        ("--metric=smg", "there is no measure “smg”."),
        ("--language=xx", "“xx” is no tag of a language."),
    ],
)
def test_a_config_is_not_blamed_for_the_command_line(
    run: Run, pages: Path, option: str, said: str
) -> None:
    (pages / ".plainlang.toml").write_text('select = ["all"]\nmetric = "lix"\nlanguage = "en"\n')
    ran = run("check", "good.html", option)
    assert ran.code == 2
    assert ran.err.startswith(f"plainlang: {said}")


def test_errors_beside_the_pages_are_told_whatever_the_format(run: Run, pages: Path) -> None:
    ran = run("check", "good.html", "gone.html", "--format", "csv")
    assert ran.code == 2
    assert "gone.html: there is no such file" in ran.err


@pytest.mark.parametrize("command", ["check", "score"])
def test_a_name_for_standard_input_goes_with_its_dash(run: Run, folder: Path, command: str) -> None:
    ran = run(command, "--stdin-filename", "a.md", stdin="You have edema.")
    assert ran.code == 2
    assert "add “-” to read it" in ran.err


def test_standard_input_can_be_left_out_by_its_name(run: Run, folder: Path) -> None:
    (folder / ".plainlang.toml").write_text('extend-exclude = ["archive"]')
    arguments = ["check", "-", "--stdin-filename", "archive/a.html"]
    assert run(*arguments, stdin=BAD).code == 1
    ran = run(*arguments, "--force-exclude", stdin=BAD)
    assert ran.code == 0
    assert "archive/a.html: not checked: excluded by the config." in ran.out


def test_a_pattern_of_which_all_is_left_out_is_no_pass(run: Run, folder: Path) -> None:
    (folder / "site/build").mkdir(parents=True)
    (folder / "site/build/a.html").write_text(BAD)
    ran = run("check", "site/**/*.html")
    assert ran.code == 2
    assert "site/**/*.html: not checked: the settings leave out all that matches" in ran.out
    assert run("check", "site/**/*.html", "--force-exclude").code == 0
    assert run("check", "site/build/*.html").code == 1


def test_pages_left_out_on_purpose_are_no_error(run: Run, pages: Path) -> None:
    (pages / ".plainlang.toml").write_text("extend-exclude = ['bad.html']")
    ran = run("check", "bad.html", "--force-exclude")
    assert ran.code == 0
    assert "bad.html" in ran.out
    assert run("check", "bad.html").code == 1


# Progress


def many(folder: Path, number: int) -> None:
    for i in range(number):
        (folder / f"{i:02}.md").write_text("Rest.\n")


class Terminal(io.StringIO):
    """A terminal that keeps what is shown on it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Make standard error a terminal."""

    def make() -> Terminal:
        stream = Terminal()
        monkeypatch.setattr(sys, "stderr", stream)
        return stream

    return make


def test_a_long_run_shows_how_far_it_is(
    run: Run, folder: Path, terminal: Callable[[], Terminal]
) -> None:
    many(folder, 30)
    screen = terminal()
    ran = run("check", ".", "--format", "json")
    assert len(json.loads(ran.out)["pages"]) == 30
    shown = screen.getvalue()
    assert "Checking" in shown
    assert "30/30" in shown
    assert "pages/s" in shown


def test_a_short_or_quiet_run_shows_no_progress(
    run: Run, folder: Path, terminal: Callable[[], Terminal]
) -> None:
    many(folder, 19)
    screen = terminal()
    run("check", ".")
    many(folder, 30)
    run("check", ".", "--quiet")
    assert screen.getvalue() == ""


def test_off_a_terminal_there_is_no_progress(run: Run, folder: Path) -> None:
    many(folder, 30)
    assert run("check", ".").err == ""


def test_progress_changes_no_result_and_ends_with_the_results(
    terminal: Callable[[], Terminal],
) -> None:
    def broken() -> Iterator[int]:
        yield from range(25)
        raise ValueError("broken")

    screen = terminal()
    results = with_progress(broken(), 30, wanted=True)
    assert [next(results) for _ in range(25)] == list(range(25))
    with pytest.raises(ValueError, match="broken"):
        next(results)
    assert screen.getvalue().endswith("\n")  # what comes next has a line of its own
    assert list(with_progress(iter("abc"), 30, wanted=False)) == ["a", "b", "c"]


def test_a_very_long_run_is_not_drawn_for_each_page(terminal: Callable[[], Terminal]) -> None:
    screen = terminal()
    assert sum(with_progress(iter([1] * 5000), 5000, wanted=True)) == 5000
    assert 20 < screen.getvalue().count("Checking") < 1000


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
def test_on_a_terminal_the_report_grows_without_a_bar(folder: Path) -> None:
    import pty

    many(folder, 30)
    (folder / "bad.html").write_text(BAD)
    main, other = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen([*PROGRAM, "check", "."], stdout=other, stderr=other, env=environment):
        os.close(other)
        parts = []
        try:
            while part := os.read(main, 65536):
                parts.append(part)
        except OSError:  # Linux tells the end of a terminal so
            pass
    os.close(main)
    out = b"".join(parts).decode()
    assert "hypertension" in out
    assert "\x1b[33m" in out
    assert "Checking" not in out
