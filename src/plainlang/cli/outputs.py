"""The reports of a run on their way to files and to standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import click

from plainlang.cli.options import complain
from plainlang.errors import PlainlangError, nearest, reason_of
from plainlang.findings import Run, Summary
from plainlang.paths import repository_around, same_file
from plainlang.reports import FORMATS, Options, make_reporter
from plainlang.run import Checked, Tally
from plainlang.sources import REPORT, Sources


class Output:
    """One report on its way to a file or to standard output."""

    def __init__(self, name: str, target: str | None, options: Options) -> None:
        self.name = name
        self.target = target
        self.reporter = make_reporter(name, options)
        self._file: Any = None

    def open(self, stack: ExitStack) -> None:
        """Open the file; nothing is left half open when something goes wrong."""
        if self.target is None:
            return
        path = Path(self.target)
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("wb")
        stack.callback(self._close)

    def _close(self) -> None:
        with self._told():
            self._file.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say of which file it is that it cannot be written."""
        try:
            yield
        except OSError as error:
            raise PlainlangError(
                f"the report cannot be written: {reason_of(error)}.", path=self.target
            ) from None

    def write(self, part: str | bytes) -> None:
        if not part:
            return
        data = part if isinstance(part, bytes) else part.encode("utf-8", "replace")
        if self._file is not None:
            with self._told():
                self._file.write(data)
        elif isinstance(part, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(part)
        else:
            sys.stdout.write(part)


def _top_folder(folder: Path) -> str:
    """Return the top folder of the repository around a folder, or the one that CI names; "" for none."""
    if (top := repository_around(folder)) is not None:
        return str(top)
    named = filter(None, map(os.environ.get, ("CI_PROJECT_DIR", "GITHUB_WORKSPACE")))
    return next((str(Path(name).resolve()) for name in named), "")


def apart_from(
    found: Sources, targets: Iterable[str], stdin: str | None, kept: Sequence[Path]
) -> Sources:
    """Return the sources without reports of an earlier run that this run replaces.

    `stdin` is the name of the page on standard input, `kept` are files of the user's beside the pages.

    Raises:
        UsageError: a report would replace one of the pages, or one of those files.
    """
    for target in targets:
        if same_file(Path(target), map(str, kept)) is not None:
            raise click.UsageError(
                f"The report cannot go to “{target}”: it holds settings or a baseline. Name another file."
            )
        paths = [*(s.path for s in found.files), *([stdin] if stdin else ())]
        if (page := same_file(Path(target), paths)) is None:
            continue
        from plainlang.own_reports import is_own_report

        if page == stdin or not (Path(page).stat().st_size == 0 or is_own_report(Path(page))):
            raise click.UsageError(
                f"The report cannot go to “{target}”: this is a page to check. Name another file."
            )
        found = found._replace(
            files=tuple(s for s in found.files if s.path != page),
            skipped=(*found.skipped, (page, REPORT)),
        )
    return found


def read_formats(
    formats: tuple[str, ...], output_file: str | None, options: Options
) -> list[Output]:
    """Read `--format NAME` and `--format NAME=FILE`."""
    outputs = []
    folder = Path.cwd()
    options = options._replace(top=_top_folder(folder), folder=str(folder))
    for text in formats or ("text",):
        name, equals, target = text.partition("=")
        if name not in FORMATS:
            raise click.UsageError(f"--format: “{name}” is no format.{nearest(name, FORMATS)}")
        if equals and not target:
            raise click.UsageError(f"--format: “{text}” names no file after the “=”.")
        where = target if equals and target != "-" else None
        if where is None and output_file is not None and not equals:
            where = output_file
        outputs.append(Output(name, where, options))
    if output_file is not None and not any(o.target == output_file for o in outputs):
        raise click.UsageError("--output-file: each report has a file already; leave one out.")
    if sum(o.target is None for o in outputs) > 1:
        raise click.UsageError("Only one report can go to standard output; use --format NAME=FILE.")
    files = [Path(o.target).resolve() for o in outputs if o.target is not None]
    if len(set(files)) < len(files):
        raise click.UsageError("Two reports cannot go to the same file.")
    return outputs


def write_pages(outputs: list[Output], run: Run, results: Iterable[Checked], tally: Tally) -> None:
    """Write the start of each report, and each page as it comes."""
    for output in outputs:
        output.write(output.reporter.begin(run))
    for page, config in results:
        tally.add(page, config)
        for output in outputs:
            output.write(output.reporter.page(page))


def say_elsewhere(outputs: list[Output], summary: Summary, options: Options) -> None:
    """Tell on the terminal how a run ended whose reports do not say it there."""
    if all(o.target is not None for o in outputs):
        if not options.quiet:
            from plainlang.reports.text import TextReporter

            click.echo(TextReporter(options).end(summary), nl=False, color=options.color)
    elif not any(o.name in ("text", "json") for o in outputs):
        for error in summary.errors:
            complain(error)
