"""The baseline and `--diff-base`: only what is new is reported."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PAGE = """# Your heart

You have hypertension. Ask your nurse for help at any time of the day.

## Pills

Take one pill each day with some food. Do not stop on your own, even when you feel well again.
"""
FILE = ".plainlang-baseline.json"


@pytest.fixture
def page(folder: Path, run: Run) -> Path:
    """A page whose findings are accepted."""
    path = folder / "a.md"
    path.write_text(PAGE)
    assert run("check", ".").code == 1
    assert run("baseline", "create").code == 0
    assert run("check", ".", "--baseline", FILE).code == 0
    return path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Your heart", "\n\nNew words come first.\n\n# Your heart"),
        ("hypertension. Ask", "hypertension.\nAsk"),
        ("You have hypertension", "You may have hypertension"),
        ("# Your heart", "# Your blood"),
    ],
)
def test_accepted_findings_stay_accepted_when_the_page_moves_around_them(
    run: Run, page: Path, old: str, new: str
) -> None:
    page.write_text(PAGE.replace(old, new))
    assert run("check", ".", "--baseline", FILE).code == 0


def test_a_renamed_page_keeps_what_was_accepted(run: Run, page: Path) -> None:
    page.rename(page.with_name("b.md"))
    assert run("check", ".", "--baseline", FILE).code == 0


def test_a_copied_page_does_not(run: Run, page: Path) -> None:
    page.with_name("b.md").write_text(PAGE)
    ran = run("check", ".", "--baseline", FILE)
    assert ran.code == 1
    assert "b.md" in ran.out
    assert "a.md" not in ran.out


def test_a_new_finding_is_reported_alone(run: Run, page: Path) -> None:
    page.write_text(PAGE + "\nCall us when you have dyspnea.\n")
    ran = run("check", ".", "--baseline", FILE)
    assert ran.code == 1
    assert "»dyspnea«" in ran.out
    assert "»hypertension«" not in ran.out
    assert "1 finding" in ran.out


def test_the_config_can_name_the_baseline(run: Run, page: Path) -> None:
    page.with_name(".plainlang.toml").write_text(f"baseline = '{FILE}'")
    assert run("check", ".").code == 0


def change_entry(page: Path, **values: str) -> None:
    file = page.with_name(FILE)
    data = json.loads(file.read_text())
    data["findings"][0].update(values)
    file.write_text(json.dumps(data))


def test_an_entry_expires(run: Run, page: Path) -> None:
    change_entry(page, expires="2999-12-31", reason="the clinic rewrites it")
    assert run("check", ".", "--baseline", FILE).code == 0
    change_entry(page, expires="2020-12-31")
    ran = run("check", ".", "--baseline", FILE)
    assert ran.code == 1
    assert "expired on 2020-12-31" in ran.out
    change_entry(page, expires="29991231")
    assert run("check", ".", "--baseline", FILE).code == 0
    for past in ("20201231", "2020-W53-4"):
        change_entry(page, expires=past)
        assert run("check", ".", "--baseline", FILE).code == 1


def test_update_keeps_reasons_and_prune_drops_what_is_gone(run: Run, page: Path) -> None:
    change_entry(page, reason="the clinic rewrites it")
    page.write_text(PAGE + "\nCall us when you have dyspnea.\n")
    assert run("baseline", "update").code == 0
    entries = json.loads(page.with_name(FILE).read_text())["findings"]
    assert {e["excerpt"]: e.get("reason") for e in entries} == {
        "hypertension": "the clinic rewrites it", "dyspnea": None}  # fmt: skip
    page.write_text(PAGE.replace("hypertension", "high blood pressure"))
    assert "2 entries of the baseline are gone" in run("check", ".", "--baseline", FILE).out
    assert run("baseline", "prune").code == 0
    assert json.loads(page.with_name(FILE).read_text())["findings"] == []


def test_neither_settings_nor_a_baseline_are_written_over(run: Run, page: Path) -> None:
    settings = page.with_name(".plainlang.toml")
    settings.write_text(f"extends = 'base.toml'\nbaseline = '{FILE}'")
    page.with_name("base.toml").write_text("fail-on = 'note'")
    for name in (".plainlang.toml", "base.toml", FILE):
        before = page.with_name(name).read_text()
        ran = run("check", ".", "-o", name)
        assert (ran.code, page.with_name(name).read_text()) == (2, before)
        assert f"cannot go to “{name}”: it holds settings or a baseline." in ran.err
    for name in (".plainlang.toml", "base.toml"):
        before = page.with_name(name).read_text()
        assert run("baseline", "create", "--force", "--file", name).code == 2
        assert page.with_name(name).read_text() == before


def test_entries_of_rules_that_did_not_run_stay(run: Run, page: Path) -> None:
    change_entry(page, reason="the clinic rewrites it")
    for command in (("update", "--select", "wordy-phrase"), ("prune", "--ignore", "jargon")):
        assert run("baseline", *command).code == 0
        (entry,) = json.loads(page.with_name(FILE).read_text())["findings"]
        assert entry["reason"] == "the clinic rewrites it"
    assert "gone" not in run("check", ".", "--baseline", FILE, "--ignore", "jargon").out
    change_entry(page, rule="a-rule-of-old")
    assert "gone" in run("check", ".", "--baseline", FILE).out
    run("baseline", "prune")
    assert json.loads(page.with_name(FILE).read_text())["findings"] == []


def test_update_keeps_the_reasons_of_a_renamed_page(run: Run, page: Path) -> None:
    change_entry(page, reason="the clinic rewrites it", expires="2999-12-31")
    page.rename(page.with_name("b.md"))
    assert run("baseline", "update").code == 0
    (entry,) = json.loads(page.with_name(FILE).read_text())["findings"]
    assert (entry["path"], entry["reason"], entry["expires"]) == (
        "b.md", "the clinic rewrites it", "2999-12-31")  # fmt: skip


def test_update_gives_no_copy_the_reasons_of_a_page_that_is_there(run: Run, page: Path) -> None:
    change_entry(page, reason="the clinic rewrites it")
    page.with_name("b.md").write_text(PAGE)
    assert run("baseline", "update").code == 0
    entries = json.loads(page.with_name(FILE).read_text())["findings"]
    assert {e["path"]: e.get("reason") for e in entries} == {
        "a.md": "the clinic rewrites it", "b.md": None}  # fmt: skip


def test_no_page_may_get_worse_than_its_score(run: Run, page: Path) -> None:
    data = json.loads(page.with_name(FILE).read_text())
    data["scores"]["a.md"] += 1
    page.with_name(FILE).write_text(json.dumps(data))
    ran = run("check", ".", "--baseline", FILE)
    assert ran.code == 1
    assert "the overall score fell" in ran.out


def test_a_baseline_never_replaces_a_page(run: Run, page: Path) -> None:
    before = page.read_text()
    for command in (("create", "--force"), ("update",), ("prune",)):
        ran = run("baseline", *command, page.name, "--file", page.name)
        assert ran.code == 2
        assert "this is a page to check" in ran.err
    assert page.read_text() == before


def test_create_does_not_replace_a_baseline_by_chance(run: Run, page: Path) -> None:
    before = page.with_name(FILE).read_text()
    assert run("baseline", "create").code == 2
    assert page.with_name(FILE).read_text() == before


ENTRY = {"path": "a.md", "rule": "undefined-term", "excerpt": "edema", "fingerprint": "f"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"path": 3}, "“path” of an entry must be text"),
        ({"excerpt": None}, "“excerpt” of an entry must be text"),
        ({"reason": 3}, "“reason” of an entry must be text"),
        ({"expires": "soon"}, "no baseline: Invalid isoformat string: 'soon'"),
        ({"until": "2030-01-01"}, "an entry has “path”, “rule”, “excerpt”, “fingerprint”"),
    ],
)
@pytest.mark.parametrize("command", ["check . --baseline", "baseline update --file"])
def test_an_entry_that_is_none_is_told(
    run: Run, page: Path, changes: dict[str, object], said: str, command: str
) -> None:
    data = {"schema": 1, "findings": [{**ENTRY, **changes}], "scores": {}}
    before = json.dumps(data)
    page.with_name(FILE).write_text(before)
    ran = run(*command.split(), FILE)
    assert ran.code == 2
    assert said in ran.err
    assert page.with_name(FILE).read_text() == before


@pytest.mark.parametrize("scores", ['{"a.md": "9"}', '{"a.md": null}', "[]"])
def test_scores_of_a_baseline_that_are_none_are_told(run: Run, page: Path, scores: str) -> None:
    page.with_name(FILE).write_text(f'{{"schema": 1, "findings": [], "scores": {scores}}}')
    ran = run("check", ".", "--baseline", FILE)
    assert ran.code == 2
    assert "this is no baseline" in ran.err


def test_a_baseline_may_begin_with_a_byte_order_mark(run: Run, page: Path) -> None:
    file = page.with_name(FILE)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert run("check", ".", "--baseline", FILE).code == 0


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 9, "findings": [], "scores": {}}'])
def test_a_broken_baseline_is_an_error_with_its_name(run: Run, page: Path, text: str) -> None:
    page.with_name(FILE).write_text(text)
    ran = run("check", ".", "--baseline", FILE)
    assert ran.code == 2
    assert FILE in ran.err


def git(*arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=N", "-c", "user.email=n@example.org", *arguments],
        check=True, capture_output=True,
    )  # fmt: skip


@pytest.fixture
def repository(folder: Path) -> Path:
    """A repository with two pages."""
    (folder / "a.md").write_text(PAGE)
    (folder / "b.md").write_text("Your hypertension is mild.")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "Pages")
    return folder


def test_only_what_a_change_made_worse_is_reported(run: Run, repository: Path) -> None:
    (repository / "a.md").write_text(PAGE + "\nCall us when you have dyspnea.\n")
    ran = run("check", ".", "--diff-base", "HEAD")
    assert ran.code == 1
    assert "»dyspnea«" in ran.out
    assert "hypertension«" not in ran.out
    assert "b.md" not in ran.out


def test_a_page_that_got_harder_is_named(run: Run, repository: Path) -> None:
    hard = (
        "Comprehensive multidisciplinary rehabilitation programmes incorporating individualised"
        " physiotherapeutic interventions demonstrate considerable improvements in cardiovascular"
        " functional capacity across heterogeneous patient populations.\n\n"
    )
    (repository / "a.md").write_text(PAGE + hard * 3)
    ran = run("check", ".", "--diff-base", "HEAD", "--select", "undefined-term")
    assert ran.code == 1
    assert "What got harder:" in ran.out
    assert "a.md: the grade rose from" in ran.out


def test_on_a_scale_where_more_is_easier_harder_is_less(run: Run, repository: Path) -> None:
    ease = ("--metric", "flesch_reading_ease", "--select", "undefined-term", "--diff-base", "HEAD")
    easy = "Rest a lot. Drink a lot. Eat well. Go out. See us soon. Call if you feel ill.\n\n"
    (repository / "a.md").write_text(PAGE + easy * 3)
    assert "What got harder:" not in run("check", ".", *ease).out
    hard = "Comprehensive rehabilitation programmes demonstrate considerable improvements.\n\n"
    (repository / "a.md").write_text(PAGE + hard * 6)
    ran = run("check", ".", *ease)
    assert ran.code == 1
    assert "a.md: the flesch_reading_ease fell from" in ran.out


def test_a_moved_page_is_compared_with_its_old_self(run: Run, repository: Path) -> None:
    git("mv", "a.md", "c.md")
    assert run("check", ".", "--diff-base", "HEAD").code == 0


def test_nothing_changed_is_fine(run: Run, repository: Path) -> None:
    assert run("check", ".", "--diff-base", "HEAD").code == 0


def test_what_the_other_branch_mended_since_is_not_held_against_this_one(
    run: Run, repository: Path
) -> None:
    git("switch", "--quiet", "--create", "other")
    (repository / "a.md").write_text(PAGE.replace("hypertension", "high blood pressure"))
    git("commit", "--quiet", "--all", "--message", "Say it plainly")
    git("switch", "--quiet", "--create", "mine", "HEAD~")
    (repository / "b.md").write_text(PAGE + "\nCall us when you have dyspnea.\n")
    git("commit", "--quiet", "--all", "--message", "Say when to call")
    ran = run("check", ".", "--diff-base", "other")
    assert "»dyspnea«" in ran.out
    assert "a.md" not in ran.out


def test_without_a_common_past_the_pages_are_compared_as_they_are(
    run: Run, repository: Path
) -> None:
    git("branch", "there")
    git("switch", "--quiet", "--orphan", "apart")
    (repository / "a.md").write_text(PAGE + "\nCall us when you have dyspnea.\n")
    git("add", ".")
    git("commit", "--quiet", "--message", "Start again")
    ran = run("check", ".", "--diff-base", "there")
    assert "»dyspnea«" in ran.out
    assert "hypertension«" not in ran.out


def test_a_page_that_git_does_not_hold_counts_as_new(run: Run, repository: Path) -> None:
    (repository / ".gitignore").write_text("draft.md\n")
    for page in (repository / "draft.md", repository.parent / "elsewhere.md"):
        page.write_text("Call us when you have dyspnea.")
        ran = run("check", str(page), "--diff-base", "HEAD")
        assert ran.code == 1
        assert "»dyspnea«" in ran.out


def test_pages_of_a_submodule_count_as_new_when_it_changed(run: Run, repository: Path) -> None:
    git("clone", "--quiet", ".", "shared")
    git("-c", "advice.addEmbeddedRepo=false", "add", "shared")
    git("commit", "--quiet", "--message", "Use shared pages")
    assert run("check", "shared/a.md", "--diff-base", "HEAD").code == 0
    (repository / "shared" / "a.md").write_text(PAGE + "\nCall us when you have dyspnea.\n")
    ran = run("check", "shared/a.md", "--diff-base", "HEAD")
    assert ran.code == 1
    assert "»dyspnea«" in ran.out


def test_an_unknown_revision_is_an_error(run: Run, repository: Path) -> None:
    ran = run("check", ".", "--diff-base", "no-such-branch")
    assert ran.code == 2
    assert "no-such-branch" in ran.err


def test_a_revision_and_a_baseline_go_together(run: Run, repository: Path) -> None:
    run("baseline", "create")
    page = repository / "a.md"
    page.write_text(PAGE + "\nCall us when you have dyspnea.\n")
    ran = run("check", ".", "--baseline", ".plainlang-baseline.json", "--diff-base", "HEAD")
    assert ran.code == 1
    assert "»dyspnea«" in ran.out
    assert "hypertension«" not in ran.out
    assert "gone" not in ran.out
    page.write_text(PAGE.replace("hypertension", "high blood pressure"))
    ran = run("check", ".", "--baseline", ".plainlang-baseline.json", "--diff-base", "HEAD")
    assert "gone from the pages" in ran.out


def test_a_baseline_accepts_what_a_check_with_the_same_target_finds(run: Run, folder: Path) -> None:
    text = "The nurse will ask about your pain and help you find a medicine that works for you. "
    (folder / "a.html").write_text(f"<html lang=en><h1>Pain care</h1><p>{text * 3}</p>")
    only = ("--select", "reading-level")
    for options in (("--target", "2"), ("--target", "3", "--metric", "smog_index")):
        run("baseline", "create", *only, *options, "--force")
        ran = run("check", ".", *only, *options, "--baseline", FILE)
        assert ran.code == 0
        assert "suppressed" in ran.out
    assert run("check", ".", *only, "--target", "2", "--fail-on", "note").code == 1
    for command in ("update", "prune"):
        assert run("baseline", command, *only, "--target", "2").code == 0


def test_what_git_says_is_told_whole(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["git", "init", "-q"], check=True, cwd=page.parent)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    said = run("check", ".", "--diff-base", "HEAD").err
    assert "git says: detected dubious ownership" in said
    assert "safe.directory" in said
