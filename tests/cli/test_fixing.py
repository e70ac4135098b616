"""`check --fix` and `--diff`: pages are mended in place, in their own encoding, or left as they were."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import BAD, GOOD, Run

WORDY = "<p>Rest in order to eat.</p>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (WORDY.encode(), b"<p>Rest to eat.</p>"),
        (b"\xef\xbb\xbf" + WORDY.encode(), b"\xef\xbb\xbf<p>Rest to eat.</p>"),
        (f"\ufeff{WORDY}".encode("utf-16-le"), "\ufeff<p>Rest to eat.</p>".encode("utf-16-le")),
        (f"\ufeff{WORDY}".encode("utf-16-be"), "\ufeff<p>Rest to eat.</p>".encode("utf-16-be")),
        (
            f"<meta charset=koi8-r><p>Да</p>{WORDY}".encode("koi8-r"),
            "<meta charset=koi8-r><p>Да</p><p>Rest to eat.</p>".encode("koi8-r"),
        ),
        (b"<p>caf\xe9</p>" + WORDY.encode(), b"<p>caf\xe9</p><p>Rest to eat.</p>"),
        (b"<p>one\r\ntwo\rthree\n</p>" + WORDY.encode(), b"<p>one\r\ntwo\rthree\n</p><p>Rest to eat.</p>"),
    ],
    ids=["utf-8", "bom", "utf-16-le", "utf-16-be", "koi8-r", "guessed", "line ends"],
)  # fmt: skip
def test_a_page_is_mended_in_its_own_encoding_and_line_ends(
    run: Run, folder: Path, before: bytes, after: bytes
) -> None:
    page = folder / "a.html"
    page.write_bytes(before)
    ran = run("check", "a.html", "--fix")
    assert page.read_bytes() == after
    assert "Mended 1 place." in ran.err
    assert run("check", "a.html", "--fix").err == ""
    assert page.read_bytes() == after


def test_a_page_whose_bytes_are_not_valid_is_left_as_it_was(run: Run, folder: Path) -> None:
    page = folder / "a.html"
    page.write_bytes(b"<meta charset=utf-8><p>caf\xe9</p>" + WORDY.encode())
    before = page.read_bytes()
    ran = run("check", "a.html", "--fix")
    assert page.read_bytes() == before
    assert "a.html: not mended: some of its bytes are not valid utf-8." in ran.err


def test_a_fix_that_the_encoding_cannot_hold_is_left_out(run: Run, folder: Path) -> None:
    page = folder / "a.html"
    text = "<html lang=en><meta charset=koi8-r><p>Your care pathway is long.</p>"
    page.write_bytes(text.encode("koi8-r"))
    (folder / ".plainlang.toml").write_text(
        "select = ['undefined-term']\n[[terms.add]]\nterm = 'care pathway'\nplain = 'naïve plan'\n"
    )
    ran = run("check", "a.html", "--fix", "--unsafe-fixes")
    assert page.read_bytes() == text.encode("koi8-r")
    assert "a.html: not mended: koi8-r has no “ï”." in ran.err


def test_a_page_that_cannot_be_written_is_told_and_the_others_are_mended(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.html", "b.html"):
        (folder / name).write_text(WORDY)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "a.html":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    ran = run("check", ".", "--fix", "--no-cache")
    assert "a.html: not mended: permission denied." in ran.err
    assert "Mended 1 place." in ran.err
    assert (folder / "a.html").read_text() == WORDY
    assert "in order to" not in (folder / "b.html").read_text()
    assert sorted(path.name for path in folder.iterdir()) == ["a.html", "b.html"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_a_mended_page_keeps_its_permissions(run: Run, folder: Path) -> None:
    page = folder / "a.html"
    page.write_text(WORDY)
    page.chmod(0o604)
    run("check", "a.html", "--fix")
    assert "in order to" not in page.read_text()
    assert stat.S_IMODE(page.stat().st_mode) == 0o604


def test_a_write_protected_page_is_left_as_it_was(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = folder / "a.html"
    page.write_text(WORDY)
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: Path(path).name != "a.html" and may(path, mode)
    )
    ran = run("check", "a.html", "--fix")
    assert "a.html: not mended: permission denied." in ran.err
    assert page.read_text() == WORDY


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)
@pytest.mark.parametrize("owner", [0, 1234])
def test_a_mended_page_keeps_its_owner_and_group(run: Run, folder: Path, owner: int) -> None:
    page = folder / "a.html"
    page.write_text(WORDY)
    os.chown(page, owner, 1234)
    run("check", "a.html", "--fix")
    assert "in order to" not in page.read_text()
    assert (page.stat().st_uid, page.stat().st_gid) == (owner, 1234)


def test_a_page_that_changes_in_the_meantime_is_left_as_it_is(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = folder / "a.html"
    page.write_text(WORDY)
    from plainlang.cli import fixing

    def slowly(*args: Any, **options: Any) -> Any:
        mended = mend(*args, **options)
        page.write_text(f"{WORDY}<p>New.</p>")
        return mended

    mend = fixing.mend
    monkeypatch.setattr(fixing, "mend", slowly)
    ran = run("check", "a.html", "--fix")
    assert "a.html: not mended: it changed in the meantime; run --fix again." in ran.err
    assert page.read_text() == f"{WORDY}<p>New.</p>"


def test_only_the_rules_chosen_mend(run: Run, folder: Path) -> None:
    page = folder / "a.html"
    page.write_text(BAD)
    run("check", "a.html", "--fix", "--ignore", "wording")
    assert page.read_text() == BAD


def test_what_a_comment_hides_is_not_mended(run: Run, folder: Path) -> None:
    page = folder / "a.html"
    text = f"<!-- plainlang-disable-next wordy-phrase: a quote -->\n{WORDY}\n{WORDY}"
    page.write_text(text)
    run("check", "a.html", "--fix")
    assert page.read_text() == f"{text[: -len(WORDY)]}<p>Rest to eat.</p>"


def test_a_diff_shows_what_would_change_and_changes_nothing(run: Run, folder: Path) -> None:
    page = folder / "a.html"
    page.write_text(BAD)
    ran = run("check", "a.html", "--diff")
    assert ran.code == 1
    assert "Would mend 1 place." in ran.err
    assert ran.out.startswith("--- a.html\n+++ a.html\n@@ ")
    assert (
        "\n-<p>You have hypertension. Take one pill each day in order to feel well.</p>\n"
        in ran.out
    )
    assert "\n+<p>You have hypertension. Take one pill each day to feel well.</p>\n" in ran.out
    assert page.read_text() == BAD
    assert run("check", "a.html", "--diff", "--exit-zero").code == 0


def test_nothing_to_mend_is_no_diff(run: Run, folder: Path) -> None:
    (folder / "a.html").write_text(GOOD)
    ran = run("check", "a.html", "--diff")
    assert (ran.code, ran.out) == (0, "")


@pytest.mark.parametrize("name", ["gone.html", "bad.html"])
def test_a_diff_of_what_cannot_be_read_is_an_error(run: Run, folder: Path, name: str) -> None:
    (folder / "bad.html").write_bytes(b"%PDF-1.7\n")
    (folder / "a.html").write_text(WORDY)
    ran = run("check", name, "a.html", "--diff")
    assert ran.code == 2
    assert name in ran.err
    assert "Would mend 1 place." in ran.err


def test_the_diff_of_several_pages_can_be_applied(run: Run, folder: Path) -> None:
    if shutil.which("patch") is None:
        pytest.skip("there is no patch here")
    (folder / "a.html").write_text(WORDY)
    (folder / "sub").mkdir()
    (folder / "sub/b.md").write_bytes(b"Rest in order to eat.\r\n\r\nSleep.\r\n")
    (folder / "sub/el niño.md").write_text("Rest in order to eat.\n", encoding="utf-8")
    patch = run("check", ".", "--diff").out
    subprocess.run(["patch", "-p0", "--binary"], input=patch.encode(), check=True, capture_output=True)  # fmt: skip
    assert (folder / "a.html").read_text() == "<p>Rest to eat.</p>"
    assert (folder / "sub/b.md").read_bytes() == b"Rest to eat.\r\n\r\nSleep.\r\n"
    assert (folder / "sub/el niño.md").read_text() == "Rest to eat.\n"


# What is mended: nothing before the command line is right, and only what is reported


@pytest.mark.parametrize(
    "wrong",
    [
        ("--format", "nope"),
        ("--format", "json", "--format", "csv"),
        ("--baseline", "no-such-file.json"),
        ("--diff-base", "HEAD"),
        ("--select", "no-such-rule"),
        ("--min-score", "no-such-score=3"),
        ("--metric", "no-such-metric"),
        ("--axe", "no-such-file.js"),
        ("--browser-network",),
        ("-o", "folder"),
    ],
    ids=lambda wrong: " ".join(wrong),
)
def test_a_command_that_is_wrong_changes_no_page(
    run: Run, folder: Path, wrong: tuple[str, ...]
) -> None:
    (folder / "a.html").write_text(BAD)
    (folder / "folder").mkdir()
    ran = run("check", "a.html", "--fix", *wrong)
    assert ran.code == 2
    assert (folder / "a.html").read_text() == BAD


def test_what_a_baseline_accepts_is_not_mended(run: Run, folder: Path) -> None:
    page = folder / "a.html"
    page.write_text("<p>Rest in order to eat.</p>")
    run("baseline", "create")
    page.write_text("<p>Rest in order to eat.</p><p>Prior to that, rest in order to sleep.</p>")
    ran = run("check", ".", "--fix", "--baseline", ".plainlang-baseline.json")
    assert page.read_text() == "<p>Rest in order to eat.</p><p>Before that, rest to sleep.</p>"
    assert "Mended 2 places." in ran.err
    assert "1 suppressed" in ran.out
    ran = run("check", ".", "--diff", "--baseline", ".plainlang-baseline.json")
    assert (ran.code, ran.out) == (0, "")


def test_with_diff_base_only_what_is_new_is_mended(run: Run, folder: Path) -> None:
    for name in ("a.html", "b.html"):
        (folder / name).write_text("<p>Rest in order to eat.</p>")
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "x")):
        subprocess.run([*git, *command], check=True, cwd=folder)
    ran = run("check", ".", "--fix", "--diff-base", "HEAD")
    assert (ran.code, ran.err) == (0, "")
    (folder / "b.html").write_text("<p>Rest in order to eat. Rest prior to lunch.</p>")
    shown = run("check", ".", "--diff", "--diff-base", "HEAD")
    assert shown.code == 1
    assert "+<p>Rest in order to eat. Rest before lunch.</p>" in shown.out
    run("check", ".", "--fix", "--diff-base", "HEAD")
    assert (folder / "a.html").read_text() == "<p>Rest in order to eat.</p>"
    assert (folder / "b.html").read_text() == "<p>Rest in order to eat. Rest before lunch.</p>"


def test_fixes_on_several_pages_are_told_with_the_number_of_pages(run: Run, folder: Path) -> None:
    for name in ("a.html", "b.html"):
        (folder / name).write_text("<p>Rest in order to eat.</p>")
    (folder / "c.html").write_text("<p>Rest.</p>")
    assert "Mended 2 places on 2 pages." in run("check", ".", "--fix").err
