"""What is kept between runs: never stale, never trusted when damaged, never needed."""

from __future__ import annotations

import marshal
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainlang import resources
from plainlang.resources import (
    cache_folder,
    compiled,
    digest,
    stamps,
    stored,
    write_atomically,
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of this test's own."""
    monkeypatch.setenv("PLAINLANG_CACHE_DIR", str(tmp_path / "cache"))
    cache_folder.cache_clear()
    yield tmp_path / "cache"
    cache_folder.cache_clear()


class Builder:
    """Builds words from files, and counts how often it did."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, contents: list[bytes]) -> list[str]:
        self.times += 1
        return [content.decode() for content in contents]


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words.txt"
    path.write_text("edema")
    return path


def test_what_is_built_once_is_kept(cache: Path, words: Path) -> None:
    build = Builder()
    assert [compiled("words-1", [words], build) for _ in range(3)] == [["edema"]] * 3
    assert build.times == 1


def test_a_changed_file_or_a_new_kind_is_built_anew(cache: Path, words: Path) -> None:
    build = Builder()
    compiled("words-1", [words], build)
    words.write_text("sepsis")
    assert compiled("words-1", [words], build) == ["sepsis"]
    assert compiled("words-2", [words], build) == ["sepsis"]
    assert build.times == 3


@pytest.mark.parametrize(
    "damage",
    [b"", b"N", b"T", b"\x00" * 80, b"garbage", b"Not a cache", b"[\x00\x00\x00\x00", b"i\x01\x00",
     marshal.dumps(["edema"]), marshal.dumps(("another key", ["wrong"])), marshal.dumps({})],
)  # fmt: skip
def test_a_damaged_file_is_built_anew_and_mended(cache: Path, words: Path, damage: bytes) -> None:
    build = Builder()
    compiled("words-1", [words], build)
    (kept,) = (cache / "compiled").iterdir()
    kept.write_bytes(damage)
    assert compiled("words-1", [words], build) == ["edema"]
    assert compiled("words-1", [words], build) == ["edema"]
    assert build.times == 2


@pytest.mark.parametrize("cut", [1, 5, -1])
def test_a_file_cut_short_is_built_anew(cache: Path, words: Path, cut: int) -> None:
    build = Builder()
    compiled("words-1", [words], build)
    (kept,) = (cache / "compiled").iterdir()
    kept.write_bytes(kept.read_bytes()[:cut])
    assert compiled("words-1", [words], build) == ["edema"]


def test_a_file_with_a_wrong_bit_is_built_anew(cache: Path, words: Path) -> None:
    def build(contents: list[bytes]) -> bytes:
        return contents[0] * 2

    compiled("words-1", [words], build)
    (kept,) = (cache / "compiled").iterdir()
    whole = kept.read_bytes()
    for at in range(len(whole)):
        kept.unlink()
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert compiled("words-1", [words], build)[:10] == b"edemaedema"
        assert kept.read_bytes() == whole


def test_bytes_are_kept_and_looked_at_in_place(cache: Path, words: Path) -> None:
    built: list[bytes] = []

    def build(contents: list[bytes]) -> bytes:
        built.append(contents[0])
        return contents[0] * 2

    for _ in range(3):
        assert stored("words-1", [words], build)[:10] == b"edemaedema"
    assert built == [b"edema"]
    (kept,) = (cache / "compiled").iterdir()
    for damage in (b"", b"edema", kept.read_bytes()[:-1]):
        kept.unlink()
        kept.write_bytes(damage)
        assert stored("words-1", [words], build)[:10] == b"edemaedema"
    assert len(built) == 4
    cache.rename(cache.with_name("gone"))
    cache.write_text("a file where the folder should be")
    assert stored("words-1", [words], build)[:10] == b"edemaedema"


def test_a_folder_that_cannot_be_written_only_costs_time(cache: Path, words: Path) -> None:
    cache.write_text("a file where the folder should be")
    build = Builder()
    assert [compiled("words-1", [words], build) for _ in range(2)] == [["edema"]] * 2
    assert build.times == 2


def test_a_full_disk_only_costs_time(
    cache: Path, words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert compiled("words-1", [words], Builder()) == ["edema"]
    assert list((cache / "compiled").iterdir()) == []


def test_parts_of_a_digest_do_not_run_together() -> None:
    assert digest([b"ab", b"c"]) != digest([b"a", b"bc"])
    assert digest([b"ab", b"c"]) == digest(iter([b"ab", b"c"]))


def test_stamps_tell_changed_and_missing_files(tmp_path: Path) -> None:
    page, gone = str(tmp_path / "a.html"), str(tmp_path / "b.html")
    Path(page).write_text("one")
    before = stamps([page, gone])
    assert before[gone] == ""
    Path(page).write_text("two")
    assert stamps([page])[page] != before[page]


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    write_atomically(page, b"one")
    write_atomically(page, b"two")
    assert page.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [page]


def test_a_file_that_cannot_be_written_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(b"one")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        write_atomically(page, b"two")
    assert page.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [page]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions and links")
def test_a_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    page, link = tmp_path / "a.html", tmp_path / "sub/b.html"
    page.write_bytes(b"one")
    page.chmod(0o640)
    link.parent.mkdir()
    link.symlink_to("../a.html")
    write_atomically(link, b"two")
    assert link.is_symlink()
    assert page.read_bytes() == b"two"
    assert stat.S_IMODE(page.stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, b"two")
        assert os.read(reader, 9) == b"two"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


@pytest.mark.parametrize(
    ("platform", "names", "folder"),
    [
        ("linux", {"XDG_CACHE_HOME": "/caches"}, "/caches/plainlang"),
        ("linux", {"HOME": "/home/ana"}, "/home/ana/.cache/plainlang"),
        ("darwin", {"HOME": "/Users/ana"}, "/Users/ana/Library/Caches/plainlang"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/plainlang"),
        ("linux", {"XDG_CACHE_HOME": "/caches", "PLAINLANG_CACHE_DIR": "/own"}, "/own"),
    ],
)
def test_the_cache_lies_where_the_system_keeps_such_things(
    platform: str, names: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PLAINLANG_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    cache_folder.cache_clear()
    assert cache_folder().as_posix() == folder
    cache_folder.cache_clear()


def test_who_has_no_home_gets_all_but_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("PLAINLANG_CACHE_DIR", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", staticmethod(no_home))
    cache_folder.cache_clear()
    words = tmp_path / "words.txt"
    words.write_text("edema")
    made = [compiled("words-1", [words], lambda contents: len(contents[0])) for _ in range(2)]
    assert made == [5, 5]
    assert not cache_folder().exists()


def test_a_link_that_leads_nowhere_beside_the_rules_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "rules_folder", lambda: tmp_path)
    key = resources.program_key.__wrapped__
    before = key()
    (tmp_path / ".#a.yaml").symlink_to("nowhere")  # as an editor locks a file
    assert key() == before
    (tmp_path / "a.yaml").write_text("id: a")
    assert key() != before
