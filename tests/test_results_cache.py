"""Results kept between runs: used again only when nothing changed, and never needed."""

from __future__ import annotations

import os
import pickle
import time
from pathlib import Path

import pytest

from plainlang.config import Config
from plainlang.findings import PageResult
from plainlang.results_cache import ResultsCache
from plainlang.run import Setup, check_bytes

PAGE = b"<p>You have hypertension.</p>"
MONTH = 31 * 24 * 60 * 60
DAY = 24 * 60 * 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "results"


@pytest.fixture
def cache(folder: Path) -> ResultsCache:
    return ResultsCache(Setup(Config()), folder)


def key(cache: ResultsCache, data: bytes = PAGE, path: str = "a.html", *, detail: bool = False,
        config: Config | None = None) -> str:  # fmt: skip
    return cache.key(data, path, config or Config(), detail=detail)


def result(path: str = "a.html", **more: object) -> PageResult:
    setup = Setup(Config())
    return check_bytes(PAGE, path, setup.config_for(Path()), setup)._replace(**more)


def kept_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("??/*.bin"))


def test_what_was_kept_comes_back_the_same(cache: ResultsCache) -> None:
    assert cache.get(key(cache)) is None
    found = result()
    cache.put(key(cache), found)
    assert cache.get(key(cache)) == found
    assert found.findings


def test_all_that_a_result_is_made_of_is_in_its_key(
    cache: ResultsCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = key(cache)
    assert one == key(cache)
    assert one != key(cache, PAGE + b" ")
    assert one != key(cache, path="b.html")
    assert one != key(cache, detail=True)
    assert one != key(cache, config=Config(ignore=("jargon",)))
    monkeypatch.chdir(tmp_path)  # the same name of another file
    assert one != key(ResultsCache(Setup(Config())))


def test_a_changed_rule_or_check_changes_the_key(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    rule = tmp_path / "no-blink.yaml"
    rule.write_text(
        "id: no-blink\ncategory: structure\nseverity: note\nselect: blink\n"
        "check: own-check\nmessage: m\nwhy: w\nfix: f\nbad: ['[[<blink>]]']\ngood: ['<p>']\n"
    )
    check = tmp_path / "own.py"
    check.write_text("def own_check(page, elements):\n    return []\n")
    config = Config(root=tmp_path, rules_folders=(".",), checks=("own.py",))

    def now() -> str:
        return key(ResultsCache(Setup(config)), config=config)

    one = now()
    assert one == now()
    rule.write_text(rule.read_text().replace("note", "warning"))
    two = now()
    assert two != one
    check.write_text("def own_check(page, elements):\n    return iter(())\n")
    assert now() != two


@pytest.mark.parametrize("name", ["helper.py", "words.txt", "words.tsv", "words.yaml"])
def test_what_lies_beside_a_check_is_in_the_key(name: str, tmp_path: Path) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "own.py").write_text("def own_check(page, elements):\n    return []\n")
    config = Config(root=tmp_path, checks=("checks/own.py",))
    keys = []
    for text in ("", "A = 1", "A = 2"):
        (tmp_path / "checks" / name).write_text(text)
        keys.append(key(ResultsCache(Setup(config)), config=config))
    assert len(set(keys)) == 3


def test_pages_that_were_not_checked_in_full_are_not_kept(
    cache: ResultsCache, folder: Path
) -> None:
    cache.put(key(cache), result(error="this file cannot be read"))
    cache.put(key(cache), result(faults=("the rule broke",)))
    assert kept_files(folder) == []


@pytest.mark.parametrize("damage", [b"", b"garbage", b"\x80\x05", pickle.dumps({"a": 1}), b"N."])
def test_a_damaged_file_is_as_good_as_none(
    cache: ResultsCache, folder: Path, damage: bytes
) -> None:
    cache.put(key(cache), result())
    (file,) = kept_files(folder)
    file.write_bytes(damage)
    assert cache.get(key(cache)) is None
    cache.put(key(cache), result())
    assert cache.get(key(cache)) == result()


def test_a_wrong_bit_anywhere_is_as_good_as_none(cache: ResultsCache, folder: Path) -> None:
    cache.put(key(cache), result())
    (file,) = kept_files(folder)
    whole = file.read_bytes()
    for at in range(0, len(whole), 7):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.get(key(cache)) is None
    file.write_bytes(whole)
    assert cache.get(key(cache)) == result()


def test_a_result_holds_only_while_the_files_it_looked_at_stay(
    cache: ResultsCache, tmp_path: Path
) -> None:
    from plainlang.resources import stamps

    other = tmp_path / "b.html"
    other.write_text("one")
    cache.put(key(cache), result(depends=stamps([str(other)])))
    assert cache.get(key(cache)) is not None
    other.write_text("two")
    assert cache.get(key(cache)) is None


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "results").write_text("a file where the folder should be")
    cache = ResultsCache(Setup(Config()), tmp_path / "results")
    cache.put(key(cache), result())
    assert cache.get(key(cache)) is None
    cache.prune()


def old(file: Path, age: float) -> None:
    then = time.time() - age
    os.utime(file, (then, then))


def test_what_nobody_asked_for_in_a_month_is_dropped_once_a_day(
    cache: ResultsCache, folder: Path
) -> None:
    keys = [key(cache, path=f"{name}.html") for name in "abc"]
    for one in keys:
        cache.put(one, result())
    files = {one: folder / one[:2] / f"{one[2:]}.bin" for one in keys}
    old(files[keys[0]], MONTH)
    old(files[keys[1]], 20 * DAY)
    cache.prune()
    assert [cache.get(one) is not None for one in keys] == [False, True, True]
    old(files[keys[2]], MONTH)
    cache.prune()  # again on the same day: nothing happens
    assert files[keys[2]].exists()
    old(folder / "pruned", 2 * DAY)
    cache.prune()
    assert not files[keys[2]].exists()


def test_what_was_compiled_from_older_word_lists_is_dropped_in_the_end(
    cache: ResultsCache, folder: Path
) -> None:
    compiled = folder.parent / "compiled"
    compiled.mkdir()
    for name, age in (("terms-3-en-0123.bin", MONTH), ("terms-4-en-4567.bin", DAY)):
        (compiled / name).write_bytes(b"")
        old(compiled / name, age)
    cache.prune()
    assert [file.name for file in compiled.iterdir()] == ["terms-4-en-4567.bin"]


def test_what_a_killed_run_left_half_written_is_dropped(cache: ResultsCache, folder: Path) -> None:
    cache.put(key(cache), result())
    (file,) = kept_files(folder)
    half = file.with_name(f"{file.name}.123.tmp")
    half.write_bytes(b"")
    old(half, MONTH)
    cache.prune()
    assert not half.exists()
    assert file.exists()


def test_a_mark_from_a_day_to_come_stops_nothing(cache: ResultsCache, folder: Path) -> None:
    cache.put(key(cache), result())
    cache.prune()
    (file,) = kept_files(folder)
    old(file, MONTH)
    old(folder / "pruned", -400 * DAY)  # the clock was wrong once
    cache.prune()
    assert not file.exists()


def test_what_is_asked_for_stays(cache: ResultsCache, folder: Path) -> None:
    cache.put(key(cache), result())
    (file,) = kept_files(folder)
    old(file, MONTH)
    assert cache.get(key(cache)) is not None
    cache.prune()
    assert file.exists()


def test_above_the_size_limit_the_oldest_go(
    cache: ResultsCache, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [key(cache, path=f"{name}.html") for name in "abc"]
    for age, one in enumerate(keys):
        cache.put(one, result())
        old(folder / one[:2] / f"{one[2:]}.bin", age * 3600)
    size = sum(file.stat().st_size for file in kept_files(folder))
    monkeypatch.setattr("plainlang.results_cache._MOST", size - 1)
    cache.prune()
    assert [cache.get(one) is not None for one in keys] == [True, True, False]


def test_a_file_that_cannot_be_dropped_is_left(
    cache: ResultsCache, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put(key(cache), result())
    (file,) = kept_files(folder)
    old(file, MONTH)

    def refuse(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    cache.prune()
    assert file.exists()
