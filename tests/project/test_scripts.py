"""The scripts that measure: without their data they say what is missing, and where it belongs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[2] / "scripts"
# It has its cases in the repository.
WITHOUT = ("measure_abbreviations",)
MEASURING = sorted(p.stem for p in SCRIPTS.glob("measure_*.py") if p.stem not in WITHOUT)


def run(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(script), *arguments], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", MEASURING)
def test_a_clone_without_the_data_is_told_what_is_missing(name: str, tmp_path: Path) -> None:
    clone = tmp_path / "clone" / "scripts"
    clone.mkdir(parents=True)
    for file in (f"{name}.py", "shared_data.py"):
        shutil.copy(SCRIPTS / file, clone / file)
    elsewhere = tmp_path / "elsewhere"
    for folder, arguments in ((tmp_path / "shared", ()), (elsewhere, ("--shared", str(elsewhere)))):
        done = run(clone / f"{name}.py", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert "Traceback" not in done.stderr
        assert done.stderr.startswith(str(folder))
        assert "--shared FOLDER" in done.stderr


def test_the_data_may_lie_anywhere(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/jargon_words.json").write_text('{"edema": true, "water": false}')
    done = run(SCRIPTS / "measure_jargon.py", "--shared", str(tmp_path))
    assert done.returncode == 0
    assert done.stdout.startswith("2 words, 1 of them jargon")
