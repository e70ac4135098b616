"""The hook, installed by the real pre-commit in a scratch repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from plainlang.config.model import INCLUDE

ROOT = Path(__file__).parents[2]
GOOD = "# Flu\n\nStay home when you are ill. Drink water. Rest. Call us if you get worse.\n"
BAD = "# Flu\n\nMonitor yourself for dyspnea.\n"


def ids() -> list[str]:
    return [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())]


def test_there_are_hooks_for_html_markdown_and_text() -> None:
    assert {"plainlang-html", "plainlang-markdown", "plainlang-text"} <= set(ids())


def test_the_hook_takes_what_check_takes_from_a_folder() -> None:
    hooks = {h["id"]: h for h in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    taken = re.compile(hooks["plainlang"]["files"])
    pages = [pattern.replace("*", "pages/a") for pattern in INCLUDE]
    others = ["COPYING", "NOTICE", "a.py", "a.css", "a.yaml", "a.html.bak", "html"]
    assert [p for p in (*pages, "A.HTML", *others) if taken.search(p)] == [*pages, "A.HTML"]


def run(*command: str, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=600
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A repository with the hook of this very checkout installed."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("the hook is installed from a git checkout")
    top = tmp_path_factory.mktemp("hook")
    env = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "COV_", "COVERAGE"))},
        "PRE_COMMIT_HOME": str(top / "home"),
        "GIT_AUTHOR_NAME": "N", "GIT_AUTHOR_EMAIL": "n@example.org",
        "GIT_COMMITTER_NAME": "N", "GIT_COMMITTER_EMAIL": "n@example.org",
    }  # fmt: skip
    env.pop("PYTHONPATH", None)
    source, repo = top / "plainlang", top / "repo"
    assert run("git", "clone", "-q", str(ROOT), str(source), cwd=top, env=env).returncode == 0
    revision = run("git", "rev-parse", "HEAD", cwd=source, env=env).stdout.strip()
    repo.mkdir()
    run("git", "init", "-q", cwd=repo, env=env)
    hooks = "".join(f"      - id: {name}\n" for name in ids() if name != "plainlang")
    (repo / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {source}\n    rev: {revision}\n    hooks:\n{hooks}"
    )
    installed = run(
        sys.executable, "-m", "pre_commit", "install", "--install-hooks", cwd=repo, env=env
    )
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return repo, env


@pytest.mark.parametrize("name", ["flu.md", "flu.html", "flu.txt"])
def test_a_bad_page_is_rejected_and_a_good_one_passes(
    repository: tuple[Path, dict[str, str]], name: str
) -> None:
    repo, env = repository
    page = repo / name

    def commit(text: str) -> subprocess.CompletedProcess[str]:
        if name.endswith(".html"):
            first, _, rest = text.partition("\n")
            text = f"<h1>{first[2:]}</h1>\n<p>{rest.strip()}</p>\n"
        page.write_text(text)
        run("git", "add", name, ".pre-commit-config.yaml", cwd=repo, env=env)
        return run("git", "commit", "-qm", "A page", cwd=repo, env=env)

    rejected = commit(BAD)
    assert rejected.returncode == 1
    assert "dyspnea" in rejected.stdout + rejected.stderr
    assert "shortness of breath" in rejected.stdout + rejected.stderr
    passed = commit(GOOD)
    assert passed.returncode == 0, passed.stdout + passed.stderr
