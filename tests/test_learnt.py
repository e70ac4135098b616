"""What was learnt about words is kept between runs, and stays in its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainlang import learnt
from plainlang.learnt import Learnt


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(learnt, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(learnt, "_every", [])
    return tmp_path


WORDS = [f"word{n}" for n in range(50)]


def test_a_word_is_worked_out_once_also_in_the_next_run(folder: Path) -> None:
    asked: list[str] = []

    def work_out(word: str) -> int:
        asked.append(word)
        return len(word)

    first = Learnt("length-en", work_out)
    assert [first[word] for word in WORDS * 2] == [len(word) for word in WORDS * 2]
    learnt.keep_learnt()
    second = Learnt("length-en", work_out)
    assert second["word7"] == 5
    assert asked == WORDS


def test_a_wrong_bit_in_what_was_learnt_counts_for_nothing(folder: Path) -> None:
    first = Learnt("length-en", len)
    assert [first[word] for word in WORDS] == [len(word) for word in WORDS]
    learnt.keep_learnt()
    (file,) = (path for path in folder.rglob("*") if path.is_file())
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert Learnt("length-en", len) == {}
    file.write_bytes(whole)
    assert Learnt("length-en", len) == first


def test_what_another_version_learnt_is_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version, work_out in (("1", len), ("2", lambda word: -len(word))):
        monkeypatch.setattr(learnt, "program_key", lambda version=version: version)
        words = Learnt("length-en", work_out)
        assert [words[word] for word in WORDS] == [work_out(word) for word in WORDS]
        learnt.keep_learnt()
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def test_it_takes_no_more_than_so_many_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learnt, "_MOST", 10)
    words = Learnt("length-en", len)
    assert [words[word] for word in WORDS] == [len(word) for word in WORDS]
    assert len(words) <= 10


@pytest.mark.parametrize("language", ["/x", "..", "a/", "e)"])
def test_a_language_that_is_none_makes_no_file(folder: Path, language: str) -> None:
    words = Learnt(f"length-{language}", len)
    assert [words[word] for word in WORDS] == [len(word) for word in WORDS]
    learnt.keep_learnt()
    assert list(folder.rglob("*")) == []
