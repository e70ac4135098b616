"""How far a long run is: a bar with the rate and the time left, on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")
_WORTH_SHOWING = 20  # pages
_STEPS = 200  # how often the bar is drawn; more takes time that the pages need


def with_progress(results: Iterable[T], pages: int, *, wanted: bool) -> Iterator[T]:
    """Yield the results; show how many of `pages` are done on standard error if it is a terminal.

    Nothing is shown where the report itself goes to the same terminal as it grows.
    """
    if not wanted or pages < _WORTH_SHOWING or not sys.stderr.isatty():
        yield from results
        return
    started = time.monotonic()
    done = 0

    def rate(_: object) -> str:
        return f"{done / max(0.001, time.monotonic() - started):.0f} pages/s"

    with click.progressbar(
        results, length=pages, label="Checking", item_show_func=rate, show_pos=True,
        update_min_steps=max(1, pages // _STEPS), file=sys.stderr,
    ) as bar:  # fmt: skip
        for result in bar:
            done += 1
            yield result
