"""`check --watch`: check again whenever a page, a setting or a rule changes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click

from plainlang.cli.options import complain
from plainlang.config import Config
from plainlang.config.files import files_of_config
from plainlang.errors import PlainlangError
from plainlang.sources import Source

_PAUSE = 0.4  # seconds between two looks
_RULES = (".yaml", ".yml", ".tsv", ".txt")


def watch(files: Callable[[], Sequence[Path]], check: Callable[[], object]) -> None:
    """Run `check` now and after every change of the files, until Ctrl-C.

    What is wrong at the start ends it; what is wrong later, such as a setting that is half typed, is said.
    """
    known: Sequence[Path] = ()
    before: dict[Path, tuple[int, int]] | None = None
    while True:
        try:
            known = files()
        except (
            PlainlangError
        ) as error:  # `check` says it; until it is mended, what was known counts
            if error.path and Path(error.path) not in known:
                known = [*known, Path(error.path)]
        now = _states(known)
        if now != before:
            click.clear()
            try:
                check()
            except (PlainlangError, click.ClickException) as error:
                if before is None:
                    raise
                complain(f"plainlang: {error}")
            click.echo("Watching for changes. Press Ctrl-C to stop.", err=True)
            before = now
        time.sleep(_PAUSE)


def files_behind(pages: Sequence[Source], here: Config, baseline: str | None) -> list[Path]:
    """Return the pages, and all files that decide how they are checked.

    `here` is the config of the current folder, `baseline` the one that the command line names.
    """
    found = [Path(page.path) for page in pages]
    found.extend(_files_of([here, *(page.config for page in pages)]))
    return [*found, Path(baseline)] if baseline else found


def _files_of(configs: Iterable[Config]) -> Iterator[Path]:
    """Yield the files that configs are made of, and those that they name: rules, checks, a baseline."""
    for config in {id(config): config for config in configs}.values():
        if config.path is not None:
            yield from files_of_config(config.path)
        for folder in config.rules_folders:
            found = sorted((config.root / folder).rglob("*"))
            yield from (file for file in found if file.suffix in _RULES)
        yield from (config.root / name for name in config.checks)
        if config.baseline:
            yield config.root / config.baseline


def _states(files: Sequence[Path]) -> dict[Path, tuple[int, int]]:
    found = {}
    for file in files:
        try:
            stat = file.stat()
            found[file] = (stat.st_mtime_ns, stat.st_size)
        except OSError:
            found[file] = (0, 0)
    return found
