"""Patterns that are kept between runs match as those that Python compiles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainlang import patterns
from plainlang.patterns import compile_pattern, keep_patterns

PATTERNS = [
    (r"(?P<stop>[.!?…]+)(?P<space>\s+)?", 0),
    (r"\b(?:es|son)\s+(?P<said>[a-záéíóúñ]+)", re.IGNORECASE),
    (r"(?:https?://)?   # where\n [\w.-]+", re.VERBOSE | re.IGNORECASE),
    (r"[^\W\d_]+(?:['’-][^\W\d_]+)*", 0),
    (r".*[\s(\[{\"“‘«/—–]", re.DOTALL),
    ("[\u0370-\u1dff\u2c00-\u2fef\U0001f300-\U0001faff]", 0),
    (r"^(a|b)\1{2,3}(?<!x)(?=$)", re.MULTILINE),
]
TEXTS = [
    "Angina es dolor. ¿Qué hacer? «Llame» — https://example.org/A",
    "El ojo SON ojos… sí!  Don’t wait 2–3 days 🏥",
    "aaa\nbbbb\naab",
    "",
]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(patterns, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(patterns, "_new", {})
    _forget()
    yield
    _forget()


def _forget() -> None:
    patterns._codes.cache_clear()
    patterns._kept.cache_clear()


def _everything(pattern: re.Pattern[str]) -> object:
    found = [[(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in pattern.finditer(text)]
             for text in TEXTS]  # fmt: skip
    return pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), found


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_pattern_is_as_python_makes_it_new_and_kept(pattern: str, flags: int) -> None:
    wanted = _everything(re.compile(pattern, flags))
    assert _everything(compile_pattern(pattern, flags)) == wanted
    keep_patterns()
    _forget()
    assert (pattern, int(flags)) in patterns._codes()
    assert _everything(compile_pattern(pattern, flags)) == wanted


def test_nothing_is_parsed_again_once_it_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    compile_pattern("[a-z]+")
    keep_patterns()
    _forget()

    def parse(*args: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr(patterns, "_parse", parse)
    assert compile_pattern("[a-z]+").fullmatch("abc")


def test_what_another_version_compiled_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    compile_pattern("[a-z]+")
    keep_patterns()
    _forget()
    monkeypatch.setattr(patterns, "program_key", lambda: "another")
    compile_pattern("[0-9]+")
    keep_patterns()
    _forget()
    assert set(patterns._codes()) == {("[0-9]+", 0)}


@pytest.mark.parametrize("damage", [b"", b"no marshal", b"\xe9\x03\x00"])
def test_a_damaged_file_costs_only_time(damage: bytes) -> None:
    compile_pattern("[a-z]+")
    keep_patterns()
    _forget()
    patterns._kept()[0].write_bytes(damage)
    assert compile_pattern("[a-z]+").fullmatch("abc")


def test_code_that_does_not_fit_is_not_used() -> None:
    compile_pattern("[a-z]+")
    flags, code, groups, names = patterns._new[("[a-z]+", 0)]
    patterns._new[("[a-z]+", 0)] = flags, code[: len(code) // 8 * 4], groups, names
    keep_patterns()
    _forget()
    assert compile_pattern("[a-z]+").fullmatch("abc")


def test_a_python_with_other_inner_parts_compiles_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*args: object) -> None:
        raise AttributeError("_code")

    monkeypatch.setattr(patterns, "_parse", parse)
    assert compile_pattern("(?P<word>[a-z]+)", re.IGNORECASE).fullmatch("ABC")
    assert not patterns._new


def test_a_wrong_pattern_is_said_and_not_kept() -> None:
    with pytest.raises(re.error):
        compile_pattern("(open")
    assert not patterns._new
