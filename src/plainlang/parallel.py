"""Many pages: in several processes, with results kept from earlier runs, always in the files' order.

The output is the same for any number of processes. No more than a few chunks are under way at once,
so that memory does not grow with the number of pages.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from plainlang.config import Config
from plainlang.errors import PageError, PlainlangError
from plainlang.findings import PageResult
from plainlang.learnt import keep_learnt
from plainlang.patterns import keep_patterns
from plainlang.records import NamedTuple
from plainlang.results_cache import ResultsCache
from plainlang.run import Checked, Setup, check_bytes, read_bytes, unreadable
from plainlang.sources import Source

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing.synchronize import Event

_CHUNK = 8
_PAYS_FROM = 8  # pages for each process; starting one costs about as much as checking two


class _Page(NamedTuple):
    """A page to check: its bytes, and where its result is kept."""

    path: str
    data: bytes
    key: str | None


def cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def jobs_for(asked: int | None, files: int) -> int:
    """Return how many processes to use: those asked for, 0 for one a core, None for what pays."""
    if asked is None:
        return max(1, min(cores(), files // _PAYS_FROM))
    return asked or cores()


def check_all(
    files: Sequence[Source],
    setup: Setup,
    *,
    jobs: int = 1,
    cache: ResultsCache | None = None,
    detail: bool = False,
) -> Iterator[Checked]:
    """Check files and yield their results in order, each with the config of its file."""
    for config in {id(source.config): source.config for source in files}.values():
        setup.loaded(config)  # here, not in a worker: what is wrong with a rule is said once
    if jobs <= 1:
        for source in files:
            page, result = _look_up(source, cache, detail)
            if page is not None:
                result = _check(page, source.config, setup, cache, detail)
            assert result is not None
            yield result, source.config
        return
    with _Pool(setup, jobs, cache, detail) as pool:
        waiting: deque[
            tuple[list[Source], list[PageResult | None], Future[list[PageResult]] | None]
        ]
        waiting = deque()
        rest = iter(files)
        while chunk := list(islice(rest, _CHUNK)):
            found = [_look_up(source, cache, detail) for source in chunk]
            pages = [page for page, _ in found if page is not None]
            future = pool.submit(pages) if pages else None
            waiting.append((chunk, [result for _, result in found], future))
            if len(waiting) > 3 * jobs:
                yield from _finished(*waiting.popleft())
        while waiting:
            yield from _finished(*waiting.popleft())


def _finished(
    chunk: list[Source], kept: list[PageResult | None], future: Future[list[PageResult]] | None
) -> Iterator[Checked]:
    from concurrent.futures.process import BrokenProcessPool

    try:
        new = iter(future.result() if future is not None else ())
    except BrokenProcessPool:
        names = ", ".join(source.path for source in chunk)
        raise PlainlangError(
            f"a process ended early while it checked {names}. Memory may have run out; "
            "try again with --jobs 1."
        ) from None
    for source, result in zip(chunk, kept, strict=True):
        yield result if result is not None else next(new), source.config


def _look_up(
    source: Source, cache: ResultsCache | None, detail: bool
) -> tuple[_Page | None, PageResult | None]:
    """Return a page to check, or the result that needs no check."""
    try:
        data = read_bytes(Path(source.path))
    except PageError as error:
        return None, unreadable(source.path, error.message)
    if cache is None:
        return _Page(source.path, data, None), None
    key = cache.key(data, source.path, source.config, detail=detail)
    kept = cache.get(key)
    return (None, kept) if kept is not None else (_Page(source.path, data, key), None)


def _check(
    page: _Page, config: Config, setup: Setup, cache: ResultsCache | None, detail: bool
) -> PageResult:
    result = check_bytes(page.data, page.path, config, setup, detail=detail)
    if cache is not None and page.key is not None:
        cache.put(page.key, result)
    return result


class _Pool:
    """The worker processes; started when the first chunk comes."""

    def __init__(self, setup: Setup, jobs: int, cache: ResultsCache | None, detail: bool) -> None:
        self._setup = setup
        self._jobs = jobs
        self._given = (setup, cache is not None, detail)
        self._pool: ProcessPoolExecutor | None = None
        self._stop: Event | None = None

    def submit(self, pages: list[_Page]) -> Future[list[PageResult]]:
        if self._pool is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            # A forked process has the rules and words of its parent; elsewhere it reads them again.
            context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
            self._stop = context.Event()
            self._pool = ProcessPoolExecutor(
                self._jobs, context, _start, (*self._given, self._stop)
            )
        return self._pool.submit(_work, pages)

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, error: type[BaseException] | None, *more: object) -> None:
        if self._pool is None:
            return
        if error is not None and self._stop is not None:
            # Workers are asked, not killed: half a result in the pipe would be waited for for ever.
            self._stop.set()
        self._pool.shutdown(wait=True, cancel_futures=True)


_worker: tuple[Setup, ResultsCache | None, bool, Event] | None = None


def _start(setup: Setup, cached: bool, detail: bool, stop: Event) -> None:
    """Make a worker ready; it leaves Ctrl-C to its parent, and ends when that does."""
    global _worker
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = setup, ResultsCache(setup) if cached else None, detail, stop


def _end_with_parent() -> None:
    """Without this, workers would wait for ever when a CI server ends the run by SIGTERM."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(2)


def _work(pages: list[_Page]) -> list[PageResult]:
    assert _worker is not None
    setup, cache, detail, stop = _worker
    results = []
    for page in pages:
        if stop.is_set():
            break  # nobody waits for the results any more
        config = setup.config_for(Path(page.path).parent)
        results.append(_check(page, config, setup, cache, detail))
    keep_learnt()
    keep_patterns()
    return results
