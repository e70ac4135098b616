"""Code and parts in another language are not judged as the words of the page."""

from __future__ import annotations

import pytest

import plainlang


def rules_found(source: str, name: str = "page.html") -> set[str]:
    return {f.rule for f in plainlang.check(source, filename=name).findings}


@pytest.mark.parametrize(
    "part",
    ["<code>dyspnea</code>", "<code>utilize</code>", "<code>bronchocentritis</code>"],
)
def test_code_is_no_prose(part: str) -> None:
    assert rules_found(f"<p>Write {part} in the box.</p>") == set()


def test_code_in_markdown_is_no_prose() -> None:
    assert rules_found("Write `utilize` and `dyspnea` in the box.\n", "page.md") == set()


def test_a_part_in_another_language_has_its_own_words() -> None:
    assert rules_found('<p>The word is <span lang="fr">dyspnea</span> there.</p>') == set()


def test_a_part_marked_with_the_language_of_the_page_is_judged() -> None:
    page = '<html lang="en-US"><head><title>Breath</title></head><body><p>Your breath:'
    assert "undefined-term" in rules_found(f'{page} <span lang="en">dyspnea</span>.</p>')
