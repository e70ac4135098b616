"""`plainlang check`: the main job."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from plainlang.cli.options import (
    CONFIG,
    PATHS,
    changer,
    given_config,
    read_stdin,
    rule_options,
    wants_color,
)
from plainlang.config import Config
from plainlang.errors import PlainlangError, nearest
from plainlang.findings import PageResult
from plainlang.reports import FORMATS, Options, make_reporter
from plainlang.run import Setup, Tally, check_all, check_bytes, describe
from plainlang.sources import find_sources


class _Output:
    """One report on its way to a file or to standard output."""

    def __init__(self, name: str, target: str | None, options: Options) -> None:
        self.name = name
        self.target = target
        self.reporter = make_reporter(name, options)
        self._file: Any = None

    def open(self, stack: ExitStack) -> None:
        if self.target is None:
            return
        path = Path(self.target)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = stack.enter_context(path.open("wb"))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise PlainlangError(
                f"the report cannot be written: {reason}.", path=self.target
            ) from None

    def write(self, part: str | bytes) -> None:
        if not part:
            return
        data = part if isinstance(part, bytes) else part.encode("utf-8", "replace")
        if self._file is not None:
            self._file.write(data)
        elif isinstance(part, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(part)
        else:
            sys.stdout.write(part)


def _outputs(formats: tuple[str, ...], output_file: str | None, options: Options) -> list[_Output]:
    """Read `--format NAME` and `--format NAME=FILE`."""
    outputs = []
    for text in formats or ("text",):
        name, equals, target = text.partition("=")
        if name not in FORMATS:
            raise click.UsageError(f"--format: “{name}” is no format.{nearest(name, FORMATS)}")
        where = target if equals and target != "-" else None
        if where is None and output_file is not None and not equals:
            where = output_file
        outputs.append(_Output(name, where, options))
    if sum(o.target is None for o in outputs) > 1:
        raise click.UsageError("Only one report can go to standard output; use --format NAME=FILE.")
    return outputs


@click.command("check")
@PATHS
@click.option("--format", "formats", multiple=True, metavar="NAME[=FILE]",
              help=f"Report format, once for each report: {', '.join(FORMATS)}.")  # fmt: skip
@click.option("-o", "--output-file", metavar="FILE", help="Write the report there.")
@click.option("--stdin-filename", metavar="NAME", help="The name of the page on standard input.")
@CONFIG
@rule_options
@click.option("--fail-on", type=click.Choice(["note", "warning", "error", "never"]),
              help="Fail at this severity and above (default: warning).")  # fmt: skip
@click.option("--max-findings", type=click.IntRange(0), help="Allow so many failing findings.")
@click.option(
    "--min-score", multiple=True, metavar="[NAME=]N", help="Fail when a score is below N."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--target", type=float, metavar="GRADE", help="The highest grade a page may read at.")
@click.option("--metric", metavar="NAME", help="Measure with “plainlang” or a formula.")
@click.option("--language", metavar="TAG", help="The language of pages that declare none.")
@click.option("--lang", "message_language", type=click.Choice(["en", "es"]),
              help="The language of messages (default: the page's).")  # fmt: skip
@click.option("--force-exclude", is_flag=True, help="Leave out excluded files even when named.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=1, show_default=True,
              help="Work in N processes; 0 for one a core.")  # fmt: skip
@click.option("--statistics", is_flag=True, help="Count the findings of each rule at the end.")
@click.option("--show-files", is_flag=True, help="Name the pages without findings too.")
@click.option("-q", "--quiet", is_flag=True, help="Print findings and nothing else.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def command(
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    output_file: str | None,
    stdin_filename: str | None,
    config_path: Path | None,
    exit_zero: bool,
    jobs: int,
    statistics: bool,
    show_files: bool,
    quiet: bool,
    color: str,
    **changes: Any,
) -> int:
    """Check pages and say, at the exact place, what to change and why.

    PATH is a file, a folder or a pattern; “-” reads standard input. Without a PATH the folder you
    are in is checked.
    """
    setup = Setup(given_config(config_path), changer(**changes))
    options = Options(
        color=wants_color(color, sys.stdout),
        width=max(60, min(100, shutil.get_terminal_size((88, 24)).columns)),
        statistics=statistics,
        show_files=show_files,
        quiet=quiet,
    )
    outputs = _outputs(formats, output_file, options)
    detail = any(FORMATS[o.name].detail for o in outputs)
    config = setup.config_for(Path.cwd())
    found = find_sources([p for p in paths if p != "-"] if paths else ["."], setup.config_for)
    results: Iterable[tuple[PageResult, Config]] = check_all(found.files, setup, detail=detail)
    if "-" in paths:
        results = _with_stdin(stdin_filename or "stdin.html", setup, results, detail)
    tally = Tally()
    run = describe(config, setup.rules(config, ""), setup.loaded(config).rules)
    with ExitStack() as stack:
        for output in outputs:
            output.open(stack)
            output.write(output.reporter.begin(run))
        for page, its_config in results:
            tally.add(page, its_config)
            for output in outputs:
                output.write(output.reporter.page(page))
        errors = (*found.errors, *(str(e) for e in setup.errors))
        summary = tally.summary(config, skipped=found.skipped, errors=errors)
        for output in outputs:
            output.write(output.reporter.end(summary))
    if all(o.target is not None for o in outputs) and not quiet:
        from plainlang.reports.text import TextReporter

        click.echo(TextReporter(options).end(summary), nl=False)
    elif not any(o.name in ("text", "json") for o in outputs):
        for error in errors:
            click.echo(error, err=True)
    if errors or tally.unread or not tally.pages:
        return 2
    return 1 if summary.failed and not exit_zero else 0


def _with_stdin(
    name: str, setup: Setup, rest: Iterable[tuple[PageResult, Config]], detail: bool
) -> Iterator[tuple[PageResult, Config]]:
    config = setup.config_for(Path(name).parent)
    yield check_bytes(read_stdin(), name, config, setup, detail=detail), config
    yield from rest
