"""The command line run in this process, in an empty folder of its own."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from plainlang.cli import main


class Ran(NamedTuple):
    """How a command ended: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]

BAD = """<!doctype html>
<html lang="en"><head><title>Heart care</title></head><body>
<h1>Your heart</h1>
<p>You have hypertension. Take one pill each day in order to feel well.</p>
</body></html>
"""
GOOD = """<!doctype html>
<html lang="en"><head><title>Heart care</title></head><body>
<h1>Your heart</h1>
<p>You have high blood pressure. Take one pill each day to feel well.</p>
</body></html>
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one, with a cache of its own for results."""
    there = tmp_path / "pages"
    there.mkdir()
    monkeypatch.chdir(there)
    monkeypatch.setenv("NO_COLOR", "1")
    return there


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `plainlang ARGUMENTS` with `stdin`."""

    def run(*arguments: str, stdin: str | bytes = b"") -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        monkeypatch.setattr(sys, "argv", ["plainlang", *arguments])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return Ran(int(end.value.code or 0), out, err)

    return run
