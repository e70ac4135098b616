"""Options that several commands take, and how their values are read."""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from plainlang.config import Config, override
from plainlang.config.schema import SCORES
from plainlang.errors import ConfigError, PageError, PlainlangError, nearest
from plainlang.findings import Severity
from plainlang.language.level.targets import on_another_scale
from plainlang.run import Checked, Setup, check_bytes, limited, unreadable
from plainlang.sources import EXCLUDED, Sources, find_sources, is_excluded

Command = Callable[..., Any]

_STDIN = "stdin.html"
FILE = click.Path(readable=False)  # its only use: shells complete the names of files
PATHS = click.argument("paths", nargs=-1, type=FILE, metavar="[PATH | GLOB | -]...")
STDIN_NAME = click.option(
    "--stdin-filename",
    metavar="NAME",
    default=_STDIN,
    help="The name of the page on standard input.",
)
CONFIG = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Use this config, not the nearest one.",
)


def grade(context: click.Context, option: click.Parameter, value: float | None) -> float | None:
    """Take a number that a grade can be compared with: not NaN, and not infinite."""
    if value is not None and not math.isfinite(value):
        raise click.UsageError(f"{option.opts[0]}: “{value}” is no grade; use a number such as 8.")
    return value


def complete_rules(context: click.Context, option: click.Parameter, text: str) -> list[str]:
    """Return the names of rules and categories that a shell may put in after the last comma."""
    from plainlang.rules.load import load_rules
    from plainlang.rules.model import CATEGORIES

    before, comma, last = text.rpartition(",")
    names = (*CATEGORIES, *load_rules().ids, "all")
    return [before + comma + name for name in names if name.startswith(last)]


def together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Return what adds several options to a command, in their order in its help."""

    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def _rules(name: str, told: str) -> Callable[[Command], Command]:
    """Return an option that names rules; given more than once, it names them all."""

    def joined(
        context: click.Context, option: click.Parameter, value: tuple[str, ...]
    ) -> str | None:
        return ",".join(value) if value else None

    return click.option(name, metavar="RULES", multiple=True, callback=joined,
                        shell_complete=complete_rules, help=told)  # fmt: skip


# Which rules run.
rule_options = together(
    _rules("--select", "Run only these rules, by id or category."),
    _rules("--extend-select", "Run these rules as well."),
    _rules("--ignore", "Leave out rules, by id, prefix* or category."),
)
# How pages are measured: this changes what is found, as the rules do.
measure_options = together(
    click.option("--target", type=float, callback=grade, metavar="GRADE",
                 help="The highest grade a page may read at, or what the metric should give."),
    click.option("--metric", metavar="NAME", help="Measure with “plainlang” or a formula."),
    click.option("--language", metavar="TAG", help="The language of pages that declare none."),
)  # fmt: skip


def listed(text: str | None) -> tuple[str, ...] | None:
    """Split a comma-separated option."""
    if text is None:
        return None
    return tuple(part.strip() for part in text.split(",") if part.strip())


def scores(values: tuple[str, ...]) -> tuple[tuple[str, float], ...] | None:
    """Read `--min-score 70` and `--min-score jargon=80`."""
    if not values:
        return None
    found: dict[str, float] = {}
    for value in values:
        name, _, number = value.rpartition("=")
        key = name.strip().replace("-", "_") or "overall"
        if key not in SCORES:
            raise click.UsageError(f"--min-score: “{name}” is no score.{nearest(key, SCORES)}")
        try:
            found[key] = float(number)
        except ValueError:
            raise click.UsageError(f"--min-score: “{number}” is no number.") from None
        if not 0 <= found[key] <= 100:
            raise click.UsageError(f"--min-score: “{number}” is not between 0 and 100.")
    return tuple(found.items())


def changer(*, min_score: tuple[str, ...] = (), **options: Any) -> Callable[[Config], Config]:
    """Return the function that puts the command line's options into a config.

    It can be sent to other processes.
    """
    if options.get("select") is not None and not listed(options["select"]):
        raise click.UsageError("--select names no rule.")
    return partial(_changed, thresholds=scores(min_score), **options)


def _changed(
    config: Config,
    *,
    thresholds: tuple[tuple[str, float], ...] | None = None,
    select: str | None = None,
    extend_select: str | None = None,
    ignore: str | None = None,
    fail_on: str | None = None,
    max_findings: int | None = None,
    target: float | None = None,
    metric: str | None = None,
    language: str | None = None,
    message_language: str | None = None,
    force_exclude: bool | None = None,
) -> Config:
    given: dict[str, Any] = {"chosen_target": target, "metric": metric, "language": language,
                             "message_language": message_language}  # fmt: skip
    changes = {k: v for k, v in given.items() if v is not None}
    if metric is not None and on_another_scale(metric, config.settings.metric):
        changes = {"chosen_target": None, "section_targets": (), **changes}
    changed = override(
        config,
        select=listed(select),
        extend_select=(*config.extend_select, *(listed(extend_select) or ())),
        ignore=(*config.ignore, *(listed(ignore) or ())),
        max_findings=max_findings,
        min_score=tuple({**dict(config.min_score), **dict(thresholds or ())}.items()),
        force_exclude=force_exclude or None,
        settings=config.settings._replace(**changes) if changes else None,
    )
    if fail_on is not None:
        changed = changed._replace(fail_on=None if fail_on == "never" else Severity(fail_on))
    return changed


def wants_color(choice: str, stream: Any) -> bool:
    """Decide on colour: asked for, or a terminal and no `NO_COLOR` (no-color.org)."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return bool(stream.isatty()) and os.environ.get("TERM") != "dumb"


def complain(error: object) -> None:
    """Say on standard error what is wrong, on one line, and with nothing that could fool a terminal."""
    from plainlang.reports.facts import visible

    click.echo(visible(str(error)), err=True)


def given_config(path: Path | None) -> Path | None:
    if path is not None and not path.is_file():
        raise ConfigError("there is no such config; check the path.", path=str(path))
    return path


def find_pages(
    paths: Sequence[str], stdin_filename: str, setup: Setup
) -> tuple[Sources, str | None]:
    """Return the files to check, and the name of the page on standard input, None for none.

    Without a path the current folder is searched.
    """
    if stdin_filename != _STDIN and "-" not in paths:
        raise click.UsageError(
            "--stdin-filename names the page on standard input; add “-” to read it."
        )
    found = find_sources([p for p in paths if p != "-"] if paths else ["."], setup.config_for)
    if "-" not in paths:
        return found, None
    path = Path(stdin_filename)
    config = setup.config_for(path.parent)
    if config.force_exclude and is_excluded(path, config):
        return found._replace(skipped=(*found.skipped, (stdin_filename, EXCLUDED))), None
    return found, stdin_filename


def with_stdin(
    name: str | None, setup: Setup, others: Iterable[Checked], *, detail: bool = False
) -> Iterator[Checked]:
    """Yield the result of the page on standard input, if it has a name, then the other results.

    Where nothing comes, the result says so, as of any page.
    """
    if name is not None:
        config = setup.config_for(Path(name).parent)
        try:
            yield check_bytes(stdin_bytes(), name, config, setup, detail=detail), config
        except PageError as error:
            yield unreadable(name, error.message), config
    yield from others


def stdin_bytes() -> bytes:
    """Return the page on standard input.

    Raises:
        PageError: it is empty, or too large to be a page.
    """
    if sys.stdin is None:
        raise PlainlangError("standard input is closed; give the name of a file.")
    data = limited(sys.stdin.buffer)
    if not data.strip():
        raise PageError(
            "standard input is empty; see if the command before “|” failed, or name a file."
        )
    return data
