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
