"""Completion in the shell, as click's scripts for bash, zsh and fish ask for it."""

from __future__ import annotations

import pytest
from click.shell_completion import BashComplete

from plainlang.cli import cli


def offered(line: str) -> list[str]:
    """Return what is offered for the last word of a command line, by its kind and value."""
    *words, last = line.split(" ")[1:]
    shell = BashComplete(cli, {}, "plainlang", "_PLAINLANG_COMPLETE")
    return [f"{item.type}:{item.value}" for item in shell.get_completions(words, last)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("plainlang ch", ["plain:check"]),
        ("plainlang check --fail-on er", ["plain:error"]),
        ("plainlang check --format gi", ["plain:github", "plain:gitlab"]),
        ("plainlang check --select link-l", ["plain:link-labels"]),
        ("plainlang check --ignore wordy-phrase,vague", ["plain:wordy-phrase,vague-link-label"]),
        ("plainlang rules show vague", ["plain:vague-link-label"]),
        ("plainlang check pag", ["file:pag"]),
        ("plainlang score pag", ["file:pag"]),
        ("plainlang check --baseline .pl", ["file:.pl"]),
        ("plainlang baseline update pag", ["file:pag"]),
    ],
)
def test_the_shell_completes_commands_names_and_files(line: str, found: list[str]) -> None:
    assert offered(line) == found
