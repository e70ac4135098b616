"""`plainlang baseline`: accept what is there now, and report only what is new."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from plainlang.baseline import (
    NAME,
    Baseline,
    Filter,
    read_baseline,
    updated,
    write_baseline,
)
from plainlang.cli.browser import browser_options, open_browser, ran
from plainlang.cli.options import (
    CONFIG,
    FILE,
    changer,
    given_config,
    measure_options,
    rule_options,
    together,
)
from plainlang.cli.settled import config_of_run, configs_of, files_of
from plainlang.config import Config
from plainlang.errors import ConfigError
from plainlang.findings import PageResult
from plainlang.messages import plural
from plainlang.parallel import check_all, jobs_for
from plainlang.paths import same_file
from plainlang.run import Setup
from plainlang.sources import find_sources

_what_is_checked = together(
    click.argument("paths", nargs=-1, type=FILE, metavar="[PATH]..."),
    click.option("--file", "file", type=click.Path(path_type=Path, dir_okay=False),
                 help=f"The baseline (default: that of the config, else {NAME})."),
    CONFIG, rule_options, measure_options, browser_options,
)  # fmt: skip


def open_filter(path: Path, config: Config, setup: Setup, *, browser: bool) -> Filter:
    """Return the filter for the baseline at `path`; `browser` tells whether one is used."""
    return _filter(read_baseline(path), path, _looked_for(config, setup, browser=browser))


def _looked_for(config: Config, setup: Setup, *, browser: bool) -> Callable[[str], bool]:
    """Return what tells whether a run looks for what a rule reports; a rule that nobody knows has gone."""
    idle = {*setup.loaded(config).ids} - {rule.id for rule in setup.rules(config, "")}
    return lambda rule: rule not in idle and ran(rule, browser=browser)


def _filter(baseline: Baseline, path: Path, looked_for: Callable[[str], bool]) -> Filter:
    name_of, file_of = _names(path)
    return Filter(
        baseline,
        name_of=name_of,
        exists=lambda p: file_of(p).is_file(),
        ran=looked_for,
    )


def _names(path: Path) -> tuple[Callable[[str], str], Callable[[str], Path]]:
    """Return how the baseline at `path` names a page, and the file that a name stands for."""
    root = path.resolve().parent

    def name_of(page: str) -> str:
        full = Path(page).resolve()
        return full.relative_to(root).as_posix() if full.is_relative_to(root) else full.as_posix()

    return name_of, lambda name: root / name


@click.group("baseline")
def command() -> None:
    """Accept what is there now, and report only what is new.

    Commit the file; “plainlang check --baseline FILE”, or “baseline” in the config, uses it.
    """


def _pages(
    paths: tuple[str, ...], config_path: Path | None, file: Path | None, *, browser: bool,
    browser_network: bool, axe: Path | None, **rules: Any,
) -> tuple[Path, list[PageResult], Callable[[str], bool]]:  # fmt: skip
    """Check what the command line names; return where the baseline lies, the results, and for which rules.

    Raises:
        ConfigError: there is nothing to accept, or something could not be checked.
    """
    setup = Setup(given_config(config_path), changer(**rules))
    found = find_sources(paths or ["."], setup.config_for)
    config = config_of_run(configs_of(found, None, setup), setup)
    target = file or (config.root / config.baseline if config.baseline else Path(NAME))
    if found.errors:
        raise ConfigError(found.errors[0])
    if page := same_file(target, [s.path for s in found.files]):
        raise ConfigError(
            f"the baseline cannot go to “{page}”: this is a page to check. Name another file."
        )
    if settings := same_file(target, map(str, files_of(config))):
        raise ConfigError(
            f"the baseline cannot go to “{settings}”: these are your settings. Name another file."
        )
    jobs = 1 if browser else jobs_for(None, len(found.files))
    with ExitStack() as stack:
        checks = open_browser(stack, wanted=browser, network=browser_network, axe=axe, stdin=None)
        results = check_all(found.files, setup, jobs=jobs)
        pages = [page for page, _ in (checks.filter(results) if checks else results)]
    if not pages:
        raise ConfigError("no page was checked, so there is nothing to accept.")
    if unread := next((p for p in pages if p.error), None):
        raise ConfigError(f"{unread.path}: {unread.error} Mend it first.")
    if browser and (fault := next((fault for p in pages for fault in p.faults), None)):
        raise ConfigError(fault)
    return target, pages, _looked_for(config, setup, browser=browser)


@command.command("create")
@_what_is_checked
@click.option("--force", is_flag=True, help="Replace a baseline that is there.")
def create(
    paths: tuple[str, ...], file: Path | None, config_path: Path | None, force: bool,
    **rules: Any,
) -> None:  # fmt: skip
    """Write a baseline of all findings on the pages."""
    target, pages, _ = _pages(paths, config_path, file, **rules)
    if target.exists() and not force:
        raise ConfigError(
            "there is a baseline already; use “plainlang baseline update”, or --force.",
            path=str(target),
        )
    baseline = updated(Baseline(), pages, _names(target)[0])
    write_baseline(target, baseline)
    click.echo(
        f"{target}: {plural(len(baseline.entries), 'finding')} on {plural(len(pages), 'page')} accepted."
    )


@command.command("update")
@_what_is_checked
def update(
    paths: tuple[str, ...], file: Path | None, config_path: Path | None, **rules: Any
) -> None:
    """Accept what is new and drop what is gone; reasons and dates stay."""
    target, pages, looked_for = _pages(paths, config_path, file, **rules)
    old = read_baseline(target)
    name_of, file_of = _names(target)
    new = updated(old, pages, name_of, lambda name: file_of(name).is_file())
    checked = {name_of(p.path) for p in pages}
    others = tuple(
        e for e in old.entries
        if file_of(e.path).is_file()
        and (e.path not in checked or not looked_for(e.rule))
    )  # fmt: skip
    scores = dict(s for s in old.scores if s[0] not in checked and file_of(s[0]).is_file())
    both = Baseline((*new.entries, *others), (*new.scores, *scores.items()))
    write_baseline(target, both)
    click.echo(
        f"{target}: {plural(len(both.entries), 'finding')} accepted; there were {len(old.entries):,}."
    )


@command.command("prune")
@_what_is_checked
def prune(
    paths: tuple[str, ...], file: Path | None, config_path: Path | None, **rules: Any
) -> None:
    """Drop entries that are mended or expired; accept nothing new. Scores that rose are kept."""
    target, pages, looked_for = _pages(paths, config_path, file, **rules)
    old = read_baseline(target)
    name_of, file_of = _names(target)
    filter_ = _filter(old, target, looked_for)
    for page in pages:
        filter_.apply(page)
    dropped = {*filter_.gone(), *filter_.expired}
    now = {name_of(p.path): p.scores.get("overall") for p in pages}
    scores = tuple((path, max(score, now.get(path) or 0)) for path, score in old.scores
                   if file_of(path).is_file())  # fmt: skip
    kept = tuple(e for e in old.entries if e not in dropped)
    write_baseline(target, Baseline(kept, scores))
    click.echo(
        f"{target}: {len(old.entries) - len(kept)} dropped, {plural(len(kept), 'finding')} kept."
    )
