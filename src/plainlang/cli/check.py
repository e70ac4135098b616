"""`plainlang check`: the main job."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from plainlang.cli.browser import browser_options, open_browser
from plainlang.cli.options import (
    CONFIG,
    FILE,
    PATHS,
    STDIN_NAME,
    changer,
    complain,
    find_pages,
    given_config,
    measure_options,
    rule_options,
    scores,
    wants_color,
    with_stdin,
)
from plainlang.cli.outputs import apart_from, read_formats, say_elsewhere, write_pages
from plainlang.cli.progress import with_progress
from plainlang.cli.settled import configs_of, files_of, settled
from plainlang.config import Config
from plainlang.parallel import check_all, jobs_for
from plainlang.records import NamedTuple
from plainlang.reports import FORMATS, Options, finish
from plainlang.results_cache import ResultsCache
from plainlang.run import NewsFilter, Setup, Stage, Tally, describe
from plainlang.sources import Source, Sources


class _Asked(NamedTuple):
    """What the command line asks for, beside the config."""

    paths: tuple[str, ...]
    formats: tuple[str, ...]
    output_file: str | None
    stdin_filename: str
    jobs: int | None
    cache: bool
    baseline: str | None
    diff_base: str | None
    browser: bool
    browser_network: bool
    axe: Path | None
    exit_zero: bool
    fix: bool
    unsafe_fixes: bool
    show_diff: bool
    options: Options
    fewer_rules: bool  # than the config says
    limits: frozenset[str]  # of scores, beside those of the config

    def pages(self, setup: Setup) -> tuple[Sources, str | None]:
        return find_pages(self.paths, self.stdin_filename, setup)

    def settled(self, found: Sources, stdin: str | None, setup: Setup) -> tuple[Config, list[str]]:
        return settled(
            found, stdin, setup, fewer=self.fewer_rules, limits=self.limits, browser=self.browser
        )


@click.command("check")
@PATHS
@click.option("--format", "formats", multiple=True, metavar="NAME[=FILE]",
              shell_complete=lambda *given: [f for f in FORMATS if f.startswith(given[-1])],
              help=f"Report format, once for each report: {', '.join(FORMATS)}.")  # fmt: skip
@click.option("-o", "--output-file", type=FILE, metavar="FILE", help="Write the report there.")
@STDIN_NAME
@CONFIG
@rule_options
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then check.")
@click.option("--unsafe-fixes", is_flag=True,
              help="With --fix or --diff: also fixes that may change what a page says.")  # fmt: skip
@click.option(
    "--diff", "show_diff", is_flag=True, help="Show what --fix would change; write nothing."
)
@click.option("--fail-on", type=click.Choice(["note", "warning", "error", "never"]),
              help="Fail at this severity and above (default: warning).")  # fmt: skip
@click.option("--max-findings", type=click.IntRange(0), help="Allow so many failing findings.")
@click.option(
    "--min-score", multiple=True, metavar="[NAME=]N", help="Fail when a score is below N."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--baseline", type=FILE, metavar="FILE",
              help="Report only what this baseline does not accept.")  # fmt: skip
@click.option(
    "--diff-base", metavar="REV", help="Report only what is worse than at a git revision."
)
@browser_options
@measure_options
@click.option("--lang", "message_language", type=click.Choice(["en", "es"]),
              help="The language of messages (default: the page's).")  # fmt: skip
@click.option("--force-exclude", is_flag=True, help="Leave out excluded files even when named.")
@click.option("-j", "--jobs", type=click.IntRange(0), default=None,
              help="Work in N processes; 0 for one a core (default: as many as pay).")  # fmt: skip
@click.option("--cache/--no-cache", default=True, help="Use results of unchanged pages again.")
@click.option("--watch", "watching", is_flag=True, help="Check again whenever a page changes.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule at the end.")
@click.option("--show-files", is_flag=True, help="Name the pages without findings too.")
@click.option("-q", "--quiet", is_flag=True, help="Print findings and the total, nothing else.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def command(
    config_path: Path | None,
    watching: bool,
    statistics: bool,
    show_files: bool,
    quiet: bool,
    color: str,
    **rest: Any,
) -> int:
    """Check pages and say, at the exact place, what to change and why.

    PATH is a file, a folder or a pattern; “-” reads standard input. Without a PATH the folder you
    are in is checked.
    """
    names = _Asked._fields
    options = Options(
        color=wants_color(color, sys.stdout),
        width=_width(),
        statistics=statistics,
        show_files=show_files,
        quiet=quiet,
    )
    asked = _Asked(
        options=options,
        fewer_rules=bool(rest["select"] or rest["ignore"]),
        limits=frozenset(name.replace("_", "-") for name, _ in scores(rest["min_score"]) or ()),
        **{k: rest.pop(k) for k in names if k in rest},
    )

    def setup() -> Setup:
        return Setup(given_config(config_path), changer(**rest))

    _refuse_odd_pairs(asked, watching=watching)
    if asked.show_diff:
        return _diff(asked, setup())
    if watching:
        from plainlang.cli.watch import files_behind, watch

        def look() -> None:
            nonlocal asked
            _check(asked, setup())
            asked = asked._replace(fix=False)  # what is written from now on is the writer's

        def files() -> list[Path]:
            now = setup()
            found, _ = asked.pages(now)
            return files_behind(found.files, now.config_for(Path.cwd()), asked.baseline)

        watch(files, look)
    return _check(asked, setup())


def _refuse_odd_pairs(asked: _Asked, *, watching: bool) -> None:
    """Refuse options that do not go together: none must be passed over without a word."""
    mends = asked.fix or asked.show_diff
    if mends and "-" in asked.paths:
        raise click.UsageError("--fix and --diff mend files, not standard input.")
    if asked.unsafe_fixes and not mends:
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff.")
    if asked.show_diff and (asked.formats or asked.output_file or asked.browser or watching):
        raise click.UsageError(
            "--diff prints what --fix would change, and no report;"
            " leave out --format, --output-file, --browser and --watch."
        )
    if watching and "-" in asked.paths:
        raise click.UsageError("--watch looks at files, not at standard input.")


def _width() -> int:
    """Return how wide a report may be: as the terminal, within reason."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return 88
    import shutil

    return max(40, min(100, shutil.get_terminal_size((88, 24)).columns))


def _check(asked: _Asked, setup: Setup) -> int:
    """Check what was asked for, write the reports, and return the exit code."""
    outputs = read_formats(asked.formats, asked.output_file, asked.options)
    found, stdin = asked.pages(setup)
    config, idle = asked.settled(found, stdin, setup)
    if targets := [o.target for o in outputs if o.target is not None]:
        baseline = _baseline(asked, config)
        kept = [*files_of(config), *([baseline] if baseline else ())]
        found = apart_from(found, targets, stdin, kept)
    cache = ResultsCache(setup) if asked.cache else None
    detail = any(FORMATS[o.name].detail for o in outputs)
    tally = Tally()
    filters = _filters(asked, config, setup)
    stages: list[Stage] = [*filters]
    with ExitStack() as stack:
        browser = open_browser(
            stack, wanted=asked.browser, network=asked.browser_network, axe=asked.axe,
            stdin=stdin,
        )  # fmt: skip
        for output in outputs:
            output.open(stack)
        if asked.fix:  # not before all that the command line names is known to be right
            from plainlang.cli.fixing import mend_all

            mend_all(_touched(found, filters), setup, filters, unsafe=asked.unsafe_fixes)
        if browser is not None:
            stages.insert(0, browser)
        files = _touched(found, stages)
        jobs = 1 if asked.browser else jobs_for(asked.jobs, len(files))
        checked = check_all(files, setup, jobs=jobs, cache=cache, detail=detail)
        results = with_stdin(stdin, setup, checked, detail=detail)
        for stage in stages:
            results = stage.filter(results)
        run = describe(config, setup, others=configs_of(found, stdin, setup))
        if browser is not None:
            run = browser.describe(run, config)
        on_screen = any(o.target is None for o in outputs) and sys.stdout.isatty()
        shown = not (on_screen or asked.options.quiet)
        write_pages(outputs, run, with_progress(results, len(files), wanted=shown), tally)
        summary = tally.summary(
            config,
            skipped=found.skipped,
            errors=(*found.errors, *(str(e) for e in setup.errors), *tally.faults),
            notes=(*idle, *(note for s in stages for note in s.notes())),
            worse=[reason for s in stages for reason in s.worse],
        )
        for output in outputs:
            for part in finish(output.reporter, summary):
                output.write(part)
    if cache is not None:
        cache.prune()
    say_elsewhere(outputs, summary, asked.options)
    wrong = bool(summary.errors or tally.unread)
    return _code(asked, found, wrong=wrong, pages=tally.pages, failed=bool(summary.failed))


def _code(asked: _Asked, found: Sources, *, wrong: bool, pages: int, failed: bool) -> int:
    """Return the exit code of a run over so many pages."""
    if wrong or not (pages or _left_out_on_purpose(found, bool(asked.diff_base))):
        return 2
    return 1 if failed and not asked.exit_zero else 0


def _diff(asked: _Asked, setup: Setup) -> int:
    """Show what --fix would change, and return the exit code."""
    from plainlang.cli.fixing import show_all

    found, stdin = asked.pages(setup)
    config, _ = asked.settled(found, stdin, setup)
    filters = _filters(asked, config, setup)
    files = _touched(found, filters)
    for error in found.errors:
        complain(error)
    changed, unread = show_all(files, setup, filters, unsafe=asked.unsafe_fixes)
    wrong = unread or bool(found.errors)
    return _code(asked, found, wrong=wrong, pages=len(files), failed=bool(changed))


def _touched(found: Sources, stages: Sequence[Stage]) -> list[Source]:
    """Return the files that all stages want to be checked."""
    return [source for source in found.files if all(s.touches(source.path) for s in stages)]


def _filters(asked: _Asked, config: Config, setup: Setup) -> list[NewsFilter]:
    """Return what takes findings out that are no news: a revision, a baseline."""
    filters: list[NewsFilter] = []
    if asked.diff_base is not None:
        if asked.browser:
            raise click.UsageError("--browser sees pages as they are now; leave out --diff-base.")
        from plainlang.changes import Changes

        filters.append(Changes(asked.diff_base, Path.cwd(), setup))
    if (path := _baseline(asked, config)) is not None:
        from plainlang.cli.baseline import open_filter

        filters.append(open_filter(path, config, setup, browser=asked.browser))
    return filters


def _baseline(asked: _Asked, config: Config) -> Path | None:
    """Return where the baseline of a run lies, None for none."""
    if asked.baseline:
        return Path(asked.baseline)
    return config.root / config.baseline if config.baseline else None


def _left_out_on_purpose(found: Sources, changed_only: bool) -> bool:
    """Tell whether there was nothing to check because the user said so."""
    if changed_only and found.files:
        return True
    return bool(found.skipped) and all("excluded" in reason for _, reason in found.skipped)
