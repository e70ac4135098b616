"""Many pages: how many processes are used, and that the results do not depend on it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from plainlang.config import Config
from plainlang.errors import ConfigError, PlainlangError
from plainlang.findings import PageResult
from plainlang.parallel import check_all, cores, jobs_for
from plainlang.results_cache import ResultsCache
from plainlang.run import Setup
from plainlang.sources import Source


@pytest.mark.parametrize(
    ("asked", "files", "jobs"),
    [
        (1, 1000, 1), (3, 2, 3), (0, 1, 4), (0, 1000, 4),
        (None, 0, 1), (None, 1, 1), (None, 15, 1), (None, 16, 2), (None, 32, 4), (None, 9999, 4),
    ],
)  # fmt: skip
def test_more_processes_are_used_only_when_they_pay(
    asked: int | None, files: int, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plainlang.parallel.cores", lambda: 4)
    assert jobs_for(asked, files) == jobs


def test_cores_are_those_that_this_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert cores() == 1


@pytest.fixture
def pages(tmp_path: Path) -> list[Source]:
    """Twenty pages, one of which is not there."""
    config = Config(root=tmp_path)
    out = []
    for number in range(20):
        path = tmp_path / f"{number:02}.md"
        if number != 7:
            path.write_text(f"# Page {number}\n\nYour hypertension is number {number}.\n")
        out.append(Source(str(path), config))
    return out


def checked(pages: Sequence[Source], **options: Any) -> list[PageResult]:
    return [page for page, _ in check_all(pages, Setup(pages[0].config), **options)]


def test_results_come_in_the_order_of_the_files_for_any_number_of_processes(
    pages: list[Source],
) -> None:
    one = checked(pages, jobs=1)
    assert [page.path for page in one] == [source.path for source in pages]
    assert one[7].error is not None
    assert all(page.findings for page in one)
    assert checked(pages, jobs=2) == one
    assert checked(pages, jobs=5) == one


def test_each_result_comes_with_the_config_of_its_file(pages: list[Source]) -> None:
    other = pages[0].config._replace(ignore=("jargon",))
    mixed = [s._replace(config=other) if n % 2 else s for n, s in enumerate(pages)]
    found = list(check_all(mixed, Setup(pages[0].config)))
    assert [config for _, config in found] == [source.config for source in mixed]
    assert [bool(page.findings) for page, _ in found if page.error is None] == [
        not number % 2 for number in range(20) if number != 7
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_kept_results_are_the_same_in_any_number_of_processes(
    pages: list[Source], jobs: int
) -> None:
    setup = Setup(pages[0].config)

    def run() -> list[PageResult]:
        cache = ResultsCache(setup)
        return [page for page, _ in check_all(pages, setup, jobs=jobs, cache=cache)]

    first = run()
    changed = Path(pages[3].path)
    changed.write_text("Your edema is mild.")
    second = run()
    assert second[3] != first[3]
    assert [f.term for f in second[3].findings] == ["edema"]
    assert second[:3] + second[4:] == first[:3] + first[4:]


def test_a_broken_config_is_told_once_before_any_page(pages: list[Source]) -> None:
    broken = pages[0].config._replace(select=("no-such-rule",))
    with pytest.raises(ConfigError, match="no-such-rule"):
        checked([s._replace(config=broken) for s in pages], jobs=2)


KILLER = """
import os
def page_kills(page, elements):
    if "number 11." in page.source:
        os._exit(9)
    return ()
"""
RULE = """
id: killer
category: structure
severity: note
check: page-kills
message: m
why: w
fix: f
bad: ["[[<p>]]x"]
good: ["<p>"]
"""


def test_a_process_that_dies_is_told_with_its_pages(pages: list[Source], tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/killer.yaml").write_text(RULE)
    (tmp_path / "own.py").write_text(KILLER)
    config = pages[0].config._replace(
        rules_folders=("own",), checks=("own.py",), select=("killer",)
    )
    with pytest.raises(PlainlangError, match="try again with --jobs 1"):
        checked([s._replace(config=config) for s in pages], jobs=2)
