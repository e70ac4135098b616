"""Real pages: every character leads back to its place, and the words are those that others read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "pages"
FOLDERS = [
    ROOT / "examples",
    pytest.param(SHARED, marks=pytest.mark.skipif(not SHARED.is_dir(), reason="no shared pages")),
]


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_character_leads_to_its_place(folder: Path) -> None:
    done = run("check_positions.py", folder)
    assert done.stdout.endswith(" 0 wrong, 100.0000 % right\n"), done.stdout + done.stderr
    assert done.returncode == 0


def test_the_check_of_places_finds_one_that_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>Rest and drink.</p>", encoding="utf-8")
    code = (
        "import runpy, sys; from plainlang.page.model import Block; from plainlang.findings import Span\n"
        "right = Block.locate\n"
        "Block.locate = lambda block, i, j: Span(*(at + (i > 4) for at in right(block, i, j)))\n"
        f"sys.argv = ['x', {str(tmp_path)!r}]\n"
        f"runpy.run_path({str(ROOT / 'scripts' / 'check_positions.py')!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 1
    assert "100.0000 % right" not in done.stdout


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_words_are_those_of_another_reader(folder: Path) -> None:
    pytest.importorskip("justhtml")
    done = run("compare_text.py", folder)
    assert ": 100.000 % agree" in done.stdout, done.stdout + done.stderr
