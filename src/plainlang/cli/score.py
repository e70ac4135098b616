"""`plainlang score`: reading levels and scores as a table; for one page, what makes it hard."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from plainlang.cli.options import (
    CONFIG,
    PATHS,
    STDIN_NAME,
    changer,
    complain,
    find_pages,
    given_config,
    measure_options,
    wants_color,
    with_stdin,
)
from plainlang.errors import PageError
from plainlang.explain import Explanation, explain
from plainlang.findings import PageResult
from plainlang.language.level.targets import EASIER_WHEN_HIGHER, is_grade
from plainlang.messages import plural, shortened
from plainlang.page.read import page_of
from plainlang.parallel import check_all, jobs_for
from plainlang.reports.columns import end_of
from plainlang.reports.columns import width as columns
from plainlang.reports.facts import target as target_of
from plainlang.reports.facts import visible
from plainlang.results_cache import ResultsCache
from plainlang.run import Setup, read_bytes
from plainlang.sources import Source

_COLUMNS = (
    ("overall", "all"),
    ("reading_level", "reading"),
    ("jargon", "jargon"),
    ("alt_text", "alt"),
    ("link_labels", "links"),
)
_BAR = 16  # characters; one a grade
_SENTENCE = 200  # characters of a sentence that is listed
_MIDDLE = 8  # where the target of another scale stands


@click.command("score")
@PATHS
@STDIN_NAME
@CONFIG
@click.option("--explain", "explaining", is_flag=True, help="Rank the sentences by what they cost.")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True,
              help="With --explain: how many sentences.")  # fmt: skip
@measure_options
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    config_path: Path | None,
    explaining: bool,
    top: int,
    format_: str,
    color: str,
    **changes: Any,
) -> int:
    """Print the reading level and the scores of pages.

    The worst pages come first. The bar shows the grade, one block a grade; “|” marks the target. For
    a formula that gives no grade, the target is in the middle.
    """
    setup = Setup(given_config(config_path), changer(**changes))
    found, stdin = find_pages(paths, stdin_filename, setup)
    for error in found.errors:
        complain(error)
    if not found.files and stdin is None:
        for path, reason in found.skipped:
            complain(f"{path}: not checked: {reason}.")
    if explaining:
        if "-" in paths:
            raise click.UsageError("--explain reads files, not standard input.")
        read = _explain(found.files, top, format_)
        return 2 if found.errors or not read else 0
    painted = wants_color(color, sys.stdout)
    jobs = jobs_for(None, len(found.files))
    results = check_all(found.files, setup, jobs=jobs, cache=ResultsCache(setup))
    pages = [page for page, _ in with_stdin(stdin, setup, results)]
    if format_ == "json":
        click.echo(json.dumps([_data(p) for p in pages], ensure_ascii=False, indent=2))
    else:
        for line in table(sorted(pages, key=_goodness), _width(), color=painted):
            click.echo(line, color=painted)
    wrong = [*map(str, setup.errors), *(fault for page in pages for fault in page.faults)]
    for error in wrong:
        complain(error)
    failed = found.errors or wrong or not pages or any(p.error for p in pages)
    return 2 if failed else 0


def _goodness(page: PageResult) -> tuple[bool, int]:
    """Return what puts the worst pages first, and those without a score last; others keep their order."""
    overall = page.scores.get("overall")
    return overall is None, overall or 0


def _data(page: PageResult) -> dict[str, Any]:
    return {"path": page.path, "scores": page.scores, "reading": page.reading, "error": page.error}


def _width() -> int | None:
    """Return how wide the table may be; what another program reads is not cut."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return None
    return shutil.get_terminal_size((100, 24)).columns


def table(pages: list[PageResult], width: int | None = None, *, color: bool = False) -> list[str]:
    """Return the lines of the table: the bar of the grade, the scores and the path."""
    head = " ".join(f"{label:>7}" for _, label in _COLUMNS)
    lines = [f"grade {'':<{_BAR + 1}} {head}  page"]
    for page in pages:
        reading = page.reading or {}
        grade = reading.get("grade")
        shown = "    –" if grade is None else f"{grade:>5.1f}"
        scores = " ".join(f"{_cell(page.scores.get(key)):>7}" for key, _ in _COLUMNS)
        path = visible(page.path)
        if width is not None and columns(path) > (room := max(20, width - len(head) - _BAR - 10)):
            path = f"…{end_of(path, room - 1)}"
        met = reading.get("verdict") == "meets" if color else None
        target = float(reading.get("target") or 0)
        if target > 0 and not is_grade(reading["metric"]):
            drawn = bar(None if grade is None else grade * _MIDDLE / target, _MIDDLE, met=met)
        else:
            drawn = bar(grade, target, met=met)
        said = page.error or ("" if grade is not None else reading.get("note"))
        lines.append(f"{shown} {drawn} {scores}  {path}" + (f": {said}" if said else ""))
    lines.extend(_end(pages))
    return lines


def _end(pages: list[PageResult]) -> list[str]:
    """Return the lines below the table: the middle of many pages, and targets that are no grades."""
    read = [p.reading for p in pages if p.reading and p.reading.get("grade") is not None]
    metrics = {reading["metric"] for reading in read}
    lines = []
    if len(read) > 1 and len(metrics) == 1:
        (metric,) = metrics
        higher = metric in EASIER_WHEN_HIGHER
        middle = sorted((r["grade"] for r in read), reverse=higher)[len(read) // 2]
        met = sum(r["verdict"] == "meets" for r in read)
        what = "grade" if metric == "plainlang" else metric
        side = "above" if higher else "below"
        lines.append(
            f"{len(pages)} pages; half read at {what} {middle:.1f} or {side}; {met} meet their target."
        )
    for metric, goal in sorted({(r["metric"], target_of(r)) for r in read}):
        if metric != "plainlang":
            lines.append(f"“grade” is {metric} here; the target is {goal}.")
    return lines


def bar(grade: float | None, target: float, *, met: bool | None = None) -> str:
    """Return a bar of `_BAR` + 1 characters: the grade in blocks, and the target's mark.

    It is green or red for a target that is `met` or not.
    """
    filled = 0 if grade is None else max(0, min(_BAR, round(grade)))
    cells = ["█"] * filled + [" "] * (_BAR - filled)
    cells.insert(max(0, min(_BAR, round(target))), "|")
    text = "".join(cells)
    if met is None or grade is None:
        return text
    return f"\x1b[{'32' if met else '31'}m{text}\x1b[0m"


def _cell(score: int | None) -> str:
    return "–" if score is None else str(score)


def _explain(sources: Sequence[Source], top: int, format_: str) -> bool:
    """Explain pages; return whether all of them could be read, and there was one."""
    told: list[dict[str, Any] | None] = []
    readable = bool(sources)
    for source in sources:
        settings = source.config.settings
        try:
            page = page_of(read_bytes(Path(source.path)), source.path, language=settings.language)
        except PageError as error:
            complain(f"{source.path}: {error.message}")
            readable = False
            continue
        found = explain(page, settings)
        if format_ == "json":
            told.append(None if found is None else {"path": source.path, **found.as_dict()})
        elif found is None:
            said = "there is no text to measure, or no such measure for its language."
            click.echo(visible(f"{source.path}: {said}"))
        else:
            for line in explained_lines(source.path, found, top):
                click.echo(visible(line))
    if format_ == "json":
        data = told[0] if len(told) == len(sources) == 1 else told
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    return readable


def explained_lines(path: str, told: Explanation, top: int) -> list[str]:
    """Return what `score --explain` prints for one page."""
    measured = "grade" if told.metric == "plainlang" else told.metric
    more = " or more" if told.metric in EASIER_WHEN_HIGHER else ""
    lines = [f"{path}: {measured} {told.grade:.1f}, target {told.target:g}{more}"]
    if told.without_explained is not None and round(told.without_explained, 1) != round(
        told.grade, 1
    ):
        lines.append(
            f"  Without counting the words that the page explains: {told.without_explained:.1f}."
            " Keep and explain them."
        )
    if told.features:
        lines.append("  What the grade is made of, against ordinary prose:")
    lines.extend(
        f"    {name:<17} {round(grades, 1) + 0.0:+.1f} grades" for name, grades in told.features
    )
    if told.rewrite:
        reached = f"to grade {told.after:.1f}" if told.reaches else f"but only to {told.after:.1f}"
        lines.append(
            f"  Shortest path: rewrite the {plural(len(told.rewrite), 'sentence')} marked *, of"
            f" {len(told.sentences)}, as ordinary prose, {reached}."
        )
    unit = "how many grades" if told.metric == "plainlang" else "how much"
    lines.append(f"  By {unit} each sentence makes the page harder:")
    for sentence in told.sentences[:top]:
        star = "*" if sentence.index in told.rewrite else " "
        lines.append(f"  {star} {sentence.line}:{sentence.column}  {sentence.effect:+.2f}"
                     f"  (alone: {measured} {round(sentence.grade)}; {sentence.reason})")  # fmt: skip
        lines.append(f"      {shortened(sentence.text, _SENTENCE)}")
    return lines
