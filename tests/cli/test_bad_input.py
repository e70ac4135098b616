"""Bad input: a clear message, nothing lost, no traceback, exit 2."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plainlang.page import read_page
from tests.cli.conftest import BAD, GOOD, Run

PROGRAM = [sys.executable, "-m", "plainlang"]


def test_a_missing_path_is_named(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(GOOD)
    ran = run("check", "a.html", "b.html")
    assert ran.code == 2
    assert "b.html: there is no such file" in ran.out
    assert "1 page checked" in ran.out


def test_a_folder_without_pages_is_no_success(run: Run, folder: Path) -> None:
    ran = run("check", ".")
    assert ran.code == 2
    assert "No page was checked." in ran.out


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n", "PNG"),
        (bytes(range(256)) * 9, "binary"),
        ("<p>Hi".encode("utf-32"), "UTF-32"),
        ("\ufeff<p>Hi".encode("utf-32-be"), "UTF-32"),
    ],
)
def test_a_binary_file_is_refused_and_the_others_are_checked(
    run: Run, folder: Path, data: bytes, said: str
) -> None:
    (folder / "a.html").write_bytes(data)
    (folder / "b.html").write_text(BAD)
    ran = run("check", ".", "--format", "json")
    report = json.loads(ran.out)
    assert ran.code == 2
    assert said in report["findings"][0]["message"]
    assert report["findings"][0]["path"] == "a.html"
    assert "undefined-term" in [f["rule"] for f in report["findings"]]


def test_an_unreadable_file_is_a_finding_of_its_own(run: Run, folder: Path) -> None:
    (folder / "a.html").symlink_to(folder / "nowhere.html")
    (folder / "b.html").write_text(GOOD)
    ran = run("check", ".")
    assert ran.code == 2
    assert "cannot be read" in ran.out
    assert "1 page checked, 1 could not be read" in ran.out


def test_a_diff_of_what_cannot_be_read_is_no_success(run: Run, folder: Path) -> None:
    (folder / "a.html").write_bytes(b"%PDF-1.7")
    (folder / "b.html").write_text(BAD)
    missing, binary = run("check", "b.html", "c.html", "--diff"), run("check", ".", "--diff")
    assert missing.code == binary.code == 2
    assert "c.html: there is no such file" in missing.err
    assert "a.html" in binary.err
    assert missing.out.count("+<p>") == binary.out.count("+<p>") == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n\n",
        b"<p>one\x00two</p>",
        b"<p>caf\xe9</p>",
        b"<meta charset=klingon><p>Call us.</p>",
        b"<meta charset=utf-8><p>\xff\xfe bad</p>",
        b"\xff\xfe<\x00p\x00>\x00H\x00i\x00",
        b"<!--", b"<p", b"</", b"&#0;&#xD800;&#x110000;", b"<svg><style><!--</svg>",
        b"<table><p><b><i></table></b>",
    ],
    ids=range(13),
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.html", "a.md", "a.txt"])
def test_odd_pages_are_checked(run: Run, folder: Path, data: bytes, name: str) -> None:
    (folder / name).write_bytes(data)
    ran = run("check", name)
    assert ran.code in (0, 1)
    assert "1 page checked" in ran.out
    assert "Traceback" not in ran.out + ran.err


@pytest.mark.parametrize("unit", ["<div>", "<b>", "> ", "- ", "[", "*a "])
def test_200_000_nested_marks_do_not_break_it(run: Run, folder: Path, unit: str) -> None:
    (folder / "a.html").write_text(unit * 200_000 + "Call us.")
    (folder / "b.md").write_text(unit * 20_000 + "Call us.")
    ran = run("check", ".")
    assert ran.code in (0, 1)
    assert "2 pages checked" in ran.out


def test_50_megabytes_are_checked(run: Run, folder: Path) -> None:
    block = "<p>Call us when you feel unwell, at any time of the day.</p>\n" * 40
    filler = f"<script>{'x = 1; ' * 150_000}</script>"
    (folder / "a.html").write_text((block + filler) * 48)
    assert (folder / "a.html").stat().st_size > 50_000_000
    assert run("check", "a.html").code in (0, 1)


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("target-grade = ", "not valid TOML"),
        ("targt-grade = 6", "Did you mean “target-grade”?"),
        ("target-grade = 'six'", "must be a number"),
        ("target-grade = nan", "must be a number"),
        ("language = 'Spanish'", "Did you mean “es”?"),
        ("select = ['undefined-trm']", "undefined-term"),
        ("[rules.long-sentence]\nlimt = 3", "limit"),
        ("rules-folders = ['nowhere']", "does not exist"),
    ],
)
def test_a_broken_config_is_named_with_the_right_word(
    run: Run, folder: Path, config: str, said: str
) -> None:
    (folder / ".plainlang.toml").write_text(config)
    (folder / "a.html").write_text(GOOD)
    ran = run("check", "a.html")
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_broken_rule_is_named_and_the_other_rules_run(run: Run, folder: Path) -> None:
    (folder / ".plainlang.toml").write_text("rules-folders = ['own']")
    (folder / "own").mkdir()
    (folder / "own" / "x.yaml").write_text("id: x\nchekc: element-matches\n")
    (folder / "a.html").write_text(BAD)
    ran = run("check", "a.html")
    assert ran.code == 2
    assert "hypertension" in ran.out
    assert "x.yaml" in ran.out
    assert "check" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "Did you mean “check”?"),
        (["check", "--format", "jsn"], "Did you mean “json”?"),
        (["check", "--min-score", "jargn=3"], "Did you mean “jargon”?"),
        (["check", "--min-score", "nan"], "between 0 and 100"),
        (["check", "--min-score", "jargon=101"], "between 0 and 100"),
        (["check", "--target", "nan"], "is no grade"),
        (["check", "--language", "english"], "Did you mean “en”?"),
        (["why", "pain", "--language", "es_MX"], "Did you mean “es-MX”?"),
        (["check", "--language", ""], "no tag of a language"),
        (["check", "--target", "six"], "--target"),
        (["check", "--watch", "-"], "standard input"),
        (["score", "--explain", "-"], "standard input"),
        (["score", "--target", "inf", "a.html"], "is no grade"),
        (["check", "--select", "", "a.html"], "--select names no rule"),
        (["check", "--select", "undefined-trm", "."], "undefined-term"),
        (["check", "--config", "nope.toml"], "no such config"),
        (["rules", "show", "undefind-term"], "Did you mean “undefined-term”?"),
        (["check", "--baseline", "nope.json", "."], "baseline"),
        (["baseline", "create", "--file", "a.html/b.json"], "cannot be written"),
    ],
)
def test_a_wrong_command_line_names_the_right_word(
    run: Run, folder: Path, arguments: list[str], said: str
) -> None:
    (folder / "a.html").write_text(GOOD)
    ran = run(*arguments)
    assert ran.code == 2
    assert said in ran.err


def plainlang(arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the program in a shell, which can open and close streams as it likes."""
    command = f"'{sys.executable}' -m plainlang {arguments}"
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize(
    "arguments", ["check a.html > /dev/full", "check a.html --format json=/dev/full"]
)
def test_a_full_disk_is_said_in_one_line_and_is_no_success(folder: Path, arguments: str) -> None:
    (folder / "a.html").write_text(GOOD)
    ran = plainlang(arguments, folder)
    assert ran.returncode == 2
    assert "no space left on device" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="a shell of another kind")
def test_closed_streams_break_nothing(folder: Path) -> None:
    (folder / "a.html").write_text(BAD)
    assert plainlang("check a.html >&- 2>&-", folder).returncode == 1
    ran = plainlang("check - <&-", folder)
    assert ran.returncode == 2
    assert ran.stderr.strip().endswith("standard input is closed; give the name of a file.")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
@pytest.mark.parametrize("arguments", ["check /dev/zero a.html", "check - a.html < /dev/zero"])
def test_what_never_ends_is_no_page(folder: Path, arguments: str) -> None:
    (folder / "a.html").write_text(BAD)
    ran = plainlang(arguments, folder)
    assert ran.returncode == 2
    assert "larger than 64 MB" in ran.stdout + ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("name", ["", "x" * 300 + ".html", "x/" * 3000])
def test_a_name_that_no_file_can_have_is_named_and_the_others_are_checked(
    run: Run, folder: Path, name: str
) -> None:
    (folder / "a.html").write_text(BAD)
    ran = run("check", name, "a.html")
    assert ran.code == 2
    assert "1 page checked" in ran.out
    assert f"{name or '“”'}: " in ran.out


def test_a_page_on_which_plainlang_breaks_hides_no_other(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(source: str, path: str, *rest: Any, **more: Any) -> Any:
        if path == "a.html":
            raise RecursionError("too deep")
        return read_page(source, path, *rest, **more)

    monkeypatch.setattr("plainlang.page.read.read_page", broken)
    (folder / "a.html").write_text(GOOD)
    (folder / "b.html").write_text(BAD)
    ran = run("check", ".", "--no-cache")
    assert ran.code == 2
    assert "RecursionError: too deep" in ran.out
    assert "hypertension" in ran.out


def test_a_check_that_ends_the_program_ends_only_itself(run: Run, folder: Path) -> None:
    (folder / ".plainlang.toml").write_text("rules-folders = ['own']\nchecks = ['own/x.py']")
    (folder / "own").mkdir()
    (folder / "own/x.py").write_text("def leaves(page, elements):\n    raise SystemExit(0)\n")
    (folder / "own/leaving.yaml").write_text(
        "id: leaving\ncategory: structure\nseverity: error\ncheck: leaves\nmessage: Leaves.\n"
        "why: It leaves.\nfix: Stay.\nbad: ['[[<p>]]x']\ngood: ['<p>x']\n"
    )
    (folder / "a.html").write_text(BAD)
    ran = run("check", "a.html")
    assert ran.code == 2
    assert "hypertension" in ran.out
    assert "the rule “leaving” broke: SystemExit" in ran.out


def test_a_selection_that_leaves_no_rule_is_no_success(run: Run, folder: Path) -> None:
    (folder / ".plainlang.toml").write_text("\nselect = []")
    (folder / "a.html").write_text(BAD)
    ran = run("check", "a.html")
    assert ran.code == 2
    assert ".plainlang.toml:2: no rule is left to run" in ran.err


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("a.html", "a'"),
        ("a.md", "{{ "),
        ("a.txt", "<!-- "),
        ("b.txt", "Your hypertension is back. "),
        ("b.html", "<!-- plainlang-disable-next undefined-term: r --><p>Edema.</p>"),
    ],
)
def test_one_thing_ten_thousand_times_is_checked(
    run: Run, folder: Path, name: str, unit: str
) -> None:
    """Work that grows with the square of the page would not end here while anyone waits."""
    (folder / name).write_text("Call us. " + unit * 10_000)
    ran = run("check", name, "--exit-zero", "--quiet")
    assert ran.code == 0
    assert "1 page checked" in ran.out


def test_a_broken_pipe_is_quiet(folder: Path) -> None:
    (folder / "a.md").write_text("Your hypertension.\n\n" * 2000)
    command = (
        f"'{sys.executable}' -m plainlang check a.md --format json | head -c 10;"
        " exit ${PIPESTATUS[0]}"
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout
    assert done.stderr == ""
    assert done.returncode == 2


def hear_ctrl_c() -> None:
    """Undo what a shell does to programs in the background: they do not hear of Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_ctrl_c_ends_with_one_line_and_exit_2(folder: Path) -> None:
    (folder / "a.html").write_text(GOOD)
    with subprocess.Popen(
        [*PROGRAM, "check", "a.html", "--watch"], stderr=subprocess.PIPE, stdout=subprocess.PIPE,
        preexec_fn=hear_ctrl_c,
    ) as process:  # fmt: skip
        assert process.stderr is not None
        while b"Watching" not in (line := process.stderr.readline()):
            assert line, "it ended before it watched"
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
    assert process.returncode == 2
    assert err.decode().strip() == "Stopped."


def children_of(pid: int) -> list[int]:
    return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def until(what: Callable[[], bool]) -> bool:
    """Wait for something to become true; false when it does not for a long time."""
    for _ in range(3000):
        if what():
            return True
        time.sleep(0.01)
    return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are listed otherwise")
@pytest.mark.parametrize(
    ("send", "sent", "code", "said"),
    [
        (os.killpg, signal.SIGINT, 2, "Stopped."),  # Ctrl-C reaches the whole group
        (os.kill, signal.SIGINT, 2, "Stopped."),
        (os.kill, signal.SIGTERM, -signal.SIGTERM, ""),
        (os.kill, signal.SIGKILL, -signal.SIGKILL, ""),
    ],
)
def test_whatever_ends_a_run_ends_its_other_processes(
    folder: Path, send: Callable[[int, int], None], sent: int, code: int, said: str
) -> None:
    for number in range(200):
        (folder / f"{number}.html").write_text(BAD * 20)
    command = [sys.executable, "-m", "plainlang", "check", ".", "--jobs", "2", "--no-cache"]
    with subprocess.Popen(
        [*command, "--format", "jsonl"], cwd=folder, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, start_new_session=True, preexec_fn=hear_ctrl_c,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for _ in range(2):  # what is said of the run, then of the first page
            process.stdout.readline()
        children = children_of(process.pid)
        assert len(children) == 2
        send(process.pid, sent)
        _, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert err.decode().strip() == said
    assert until(lambda: not any(Path(f"/proc/{child}").exists() for child in children))


@pytest.mark.parametrize("stdin", [b"", b" \n\n"])
def test_an_empty_standard_input_is_no_page(run: Run, folder: Path, stdin: bytes) -> None:
    """As of a download that failed: `curl ADDRESS | plainlang check -`."""
    ran = run("check", "-", stdin=stdin)
    assert ran.code == 2
    assert "Standard input is empty; see if the command before “|” failed" in " ".join(
        ran.out.split()
    )
    assert run("check", "-", "--exit-zero", stdin=stdin).code == 2
    ran = run("score", "-", stdin=stdin)
    assert ran.code == 2
    assert "standard input is empty" in ran.out


def test_the_other_pages_are_checked_beside_an_empty_standard_input(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(BAD)
    ran = run("check", "-", "a.html")
    assert ran.code == 2
    assert "»hypertension«" in ran.out


def test_a_folder_without_pages_is_an_error_whoever_left_them_out(run: Run, folder: Path) -> None:
    (folder / "drafts").mkdir()
    (folder / "drafts/a.html").write_text(GOOD)
    (folder / ".plainlang.toml").write_text("extend-exclude = ['drafts']")
    ran = run("check", ".")
    assert ran.code == 2
    assert "left out: 1 page by “extend-exclude”." in ran.out


def test_a_page_in_place_of_a_command_is_told_how_to_check_it(run: Run, folder: Path) -> None:
    (folder / "my page.html").write_text("<p>Rest.</p>")
    ran = run("my page.html")
    assert ran.code == 2
    assert 'write: plainlang check "my page.html"' in ran.err
