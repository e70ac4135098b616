"""`check --watch`: check again whenever a page changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

_PAUSE = 0.4  # seconds between two looks


def watch(files: Callable[[], Sequence[Path]], check: Callable[[], object]) -> None:
    """Run `check` now and after every change of the files, until Ctrl-C."""
    before: dict[Path, tuple[int, int]] = {}
    while True:
        now = _states(files())
        if now != before:
            click.clear()
            check()
            click.echo("Watching for changes. Press Ctrl-C to stop.", err=True)
            before = now
        time.sleep(_PAUSE)


def _states(files: Sequence[Path]) -> dict[Path, tuple[int, int]]:
    found = {}
    for file in files:
        try:
            stat = file.stat()
            found[file] = (stat.st_mtime_ns, stat.st_size)
        except OSError:
            found[file] = (0, 0)
    return found
