"""The GitHub Action: its file, and its scripts run in bash as GitHub's runner would."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {s["id"]: s for s in ACTION["runs"]["steps"] if "id" in s}
BAD = "<p>You have dyspnea.</p>\n"
GOOD = "<p>You are short of breath.</p>\n"

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the action's steps are bash")


class Ran(NamedTuple):
    """How a step ended, and what it left for the runner."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


class Runner:
    """A folder with pages in which steps run, with the variables that GitHub sets."""

    def __init__(self, folder: Path) -> None:
        self.pages = folder / "pages with a blank"
        self.temporary = folder / "temp"
        self.output = folder / "output"
        self.summary = folder / "summary"
        for made in (self.pages, self.temporary):
            made.mkdir()
        for name in (self.output, self.summary):
            name.touch()

    def run(self, step: str, *, path: str = "", **inputs: str) -> Ran:
        """Run a step; `inputs` are given as a workflow would, the others have their defaults."""
        values = {name: str(what.get("default", "")) for name, what in ACTION["inputs"].items()}
        values.update({name.replace("_", "-"): value for name, value in inputs.items()})
        env = {
            **os.environ,
            "PATH": os.pathsep.join(p for p in (path, os.environ["PATH"]) if p),
            "GITHUB_ACTIONS": "true",
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_WORKSPACE": str(self.pages),
            "RUNNER_TEMP": str(self.temporary),
            **{k: expand(str(v), values) for k, v in STEPS[step].get("env", {}).items()},
        }
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", STEPS[step]["run"]],
            cwd=self.pages, env=env, capture_output=True, text=True, check=False,
        )  # fmt: skip
        lines = self.output.read_text().splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        return Ran(ran.returncode, ran.stdout + ran.stderr, outputs, self.summary.read_text())


def expand(text: str, inputs: dict[str, str]) -> str:
    """Fill in an expression as GitHub does."""

    def value(found: re.Match[str]) -> str:
        name = found[1]
        if name.startswith("inputs."):
            return inputs[name.removeprefix("inputs.")]
        return {
            "github.action_path": "/the/checkout",
            "github.action_repository": "us/plainlang",
            "github.server_url": "https://github.example",
            "steps.install.outputs.python": sys.executable,
        }[name]

    return re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", value, text)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    return Runner(tmp_path)


def test_it_is_a_composite_action_that_says_what_each_input_does() -> None:
    assert ACTION["runs"]["using"] == "composite"
    assert ACTION["inputs"]["format"]["default"] == "github"
    assert {"paths", "args", "format", "version", "python-version"} <= set(ACTION["inputs"])
    assert all(i["description"] for i in (*ACTION["inputs"].values(), *ACTION["outputs"].values()))
    assert all(s.get("shell") == "bash" for s in ACTION["runs"]["steps"] if "run" in s)


def test_no_input_is_put_into_a_script() -> None:
    assert all("${{" not in s["run"] for s in ACTION["runs"]["steps"] if "run" in s)


def test_findings_are_annotated_summarized_and_fail_the_step(runner: Runner) -> None:
    (runner.pages / "page.html").write_text(BAD)
    runner.summary.write_text("Said before.\n")
    ran = runner.run("check")
    assert ran.code == 1
    assert re.search(r"^::warning .*file=page\.html.*line=1", ran.log, re.MULTILINE)
    assert ran.summary.startswith("Said before.\n")
    assert "dyspnea" in ran.summary
    assert ran.outputs == {"exit-code": "1"}


def test_a_good_page_passes(runner: Runner) -> None:
    (runner.pages / "page.html").write_text(GOOD)
    ran = runner.run("check")
    assert (ran.code, ran.outputs["exit-code"]) == (0, "0"), ran.log


def test_paths_options_and_formats_are_taken(runner: Runner) -> None:
    (runner.pages / "two words").mkdir()
    (runner.pages / "two words" / "bad.html").write_text(BAD)
    (runner.pages / "good.html").write_text(GOOD)
    (runner.pages / "left-out.html").write_text(BAD)
    ran = runner.run(
        "check",
        paths="good.html\n'two words/*.html'",
        args="--fail-on error  --show-files",
        format="concise",
        sarif="out/report.sarif",
    )
    assert ran.code == 0, ran.log
    assert "two words/bad.html:1:" in ran.log
    assert "left-out" not in ran.log
    assert ran.outputs["sarif"] == "out/report.sarif"
    report = json.loads((runner.pages / "out" / "report.sarif").read_text())
    assert report["version"] == "2.1.0"


def test_text_in_an_input_does_not_run(runner: Runner) -> None:
    (runner.pages / "page.html").write_text(GOOD)
    ran = runner.run("check", args="$(touch ran) ; touch ran", paths="page.html `touch ran` $HOME")
    assert ran.code == 2
    assert not (runner.pages / "ran").exists()


def test_what_cannot_be_checked_fails_with_2(runner: Runner) -> None:
    ran = runner.run("check", paths="gone.html")
    assert (ran.code, ran.outputs["exit-code"]) == (2, "2")
    assert "gone.html" in ran.log


@pytest.mark.parametrize(
    ("version", "installed"),
    [
        ("", "/the/checkout"),
        ("0.1.0", "git+https://github.example/us/plainlang@v0.1.0"),
    ],
)
def test_it_installs_its_own_checkout_or_the_release_asked_for(
    runner: Runner, tmp_path: Path, version: str, installed: str
) -> None:
    stub = tmp_path / "stub"
    stub.mkdir()
    (stub / "python").write_text(
        "#!/bin/bash\n"
        f'echo "$@" >> "{tmp_path}/calls"\n'
        'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n'
    )
    (stub / "python").chmod(0o755)
    ran = runner.run("install", path=str(stub), version=version)
    assert ran.code == 0, ran.log
    made, pip = (tmp_path / "calls").read_text().splitlines()
    assert made.startswith("-m venv ")
    assert pip.startswith("-m pip install ")
    assert pip.endswith(f" {installed}")
    assert ran.outputs["python"] == str(runner.temporary / "plainlang-env" / "bin" / "python")
