"""The tools of a repository are told where a page lies in it, wherever plainlang runs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import BAD, Run


def place(name: str, text: str) -> str:
    """Return the path that the first finding of a report has."""
    if name == "github":
        found = re.search(r"file=([^,]+)", text)
        assert found is not None
        return found[1]
    data = json.loads(text)
    if name == "gitlab":
        return str(data[0]["location"]["path"])
    location = data["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    return str(location["artifactLocation"]["uri"])


FORMATS = ("github", "gitlab", "sarif")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", ["a.html", "./a.html", "../site/a.html", "{folder}/a.html"])
def test_a_path_starts_at_the_top_of_the_repository(
    name: str, path: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".git").mkdir()
    site = folder / "site"
    site.mkdir()
    (site / "a.html").write_text(BAD)
    monkeypatch.chdir(site)
    ran = run("check", path.format(folder=site), "--format", name, "--no-cache")
    assert place(name, ran.out) == "site/a.html"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("variable", ["CI_PROJECT_DIR", "GITHUB_WORKSPACE"])
def test_without_git_the_folder_of_the_job_is_the_top(
    name: str, variable: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, str(folder.parent))
    (folder / "a.html").write_text(BAD)
    assert place(name, run("check", ".", "--format", name).out) == f"{folder.name}/a.html"


@pytest.mark.parametrize("name", FORMATS)
def test_without_a_repository_a_path_starts_at_the_current_folder(
    name: str, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("CI_PROJECT_DIR", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(variable, raising=False)
    (folder / "site").mkdir()
    (folder / "site" / "a.html").write_text(BAD)
    assert place(name, run("check", ".", "--format", name).out) == "site/a.html"


def test_reviewdog_adds_the_current_folder_itself(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".git").mkdir()
    (folder / "site").mkdir()
    (folder / "site" / "a.html").write_text(BAD)
    monkeypatch.chdir(folder / "site")
    found = json.loads(run("check", "a.html", "--format", "rdjson").out)["diagnostics"]
    assert found[0]["location"]["path"] == "a.html"


def test_a_byte_order_mark_is_no_column_but_a_character_of_the_file(run: Run, folder: Path) -> None:
    page = "\ufeff<p>😷 You have hypertension.</p>\n<p>You have edema.</p>"
    (folder / "a.html").write_text(page, encoding="utf-8")
    chosen = ("check", "a.html", "--select", "undefined-term", "--format")
    lines = run(*chosen, "concise").out.splitlines()
    assert [line.split(" ")[0] for line in lines[:2]] == ["a.html:1:15:", "a.html:2:13:"]
    first, second = (f["span"] for f in json.loads(run(*chosen, "json").out)["findings"])
    assert page[first["start"]["offset"] : first["end"]["offset"]] == "hypertension"
    assert page[second["start"]["offset"] : second["end"]["offset"]] == "edema"
    results = json.loads(run(*chosen, "sarif").out)["runs"][0]["results"]
    regions = [r["locations"][0]["physicalLocation"]["region"] for r in results]
    assert [(r["startColumn"], r["charOffset"]) for r in regions] == [(15, 14), (13, 44)]
    found = json.loads(run(*chosen, "rdjson").out)["diagnostics"]
    assert found[0]["location"]["range"]["start"]["column"] == page.encode().index(b"hyper") + 1


def test_a_finding_at_the_mark_itself_is_at_the_first_column(run: Run, folder: Path) -> None:
    (folder / "a.md").write_text("\ufeffYou have edema.", encoding="utf-8")
    assert "a.md:1:10: " in run("check", "a.md", "--format", "concise").out
    (folder / "b.html").write_text("\ufeff<html><title>Flu</title><p>Rest.", encoding="utf-8")
    assert "b.html:1:1: " in run("check", "b.html", "--format", "concise").out
