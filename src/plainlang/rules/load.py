"""Rule files to Rules, with one clear error for each thing that is wrong.

Reading YAML and checks' signatures is slow, so the result is kept until a file changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from plainlang.errors import RuleError
from plainlang.findings import Severity
from plainlang.records import NamedTuple
from plainlang.resources import built_from, files_in, program_key, rules_folder, stamps
from plainlang.rules.model import Example, Rule, Words


class Loaded(NamedTuple):
    """The rules that are good, in the order of their ids, and what is wrong with the others.

    `folders` are those that were read, `checks` the modules with custom checks.
    """

    rules: tuple[Rule, ...]
    errors: tuple[RuleError, ...]
    folders: tuple[Path, ...] = ()
    checks: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(rule.id for rule in self.rules)


def load_rules(folders: Iterable[Path] = (), checks: Iterable[str] = ()) -> Loaded:
    """Load plainlang's rules and those in `folders`.

    `checks` are modules with custom checks. A rule of a later folder replaces one of the same id.
    """
    rules: dict[str, Rule] = {}
    errors: list[RuleError] = []
    folders, checks = tuple(folders), tuple(checks)
    for folder in (rules_folder(), *folders):
        loaded = load_folder(folder, checks)
        rules.update((rule.id, rule) for rule in loaded.rules)
        errors.extend(loaded.errors)
    chosen = tuple(rules[key] for key in sorted(rules))
    return Loaded(chosen, tuple(errors), (rules_folder(), *folders), checks)


def load_folder(folder: Path, checks: tuple[str, ...] = ()) -> Loaded:
    """Load the rules in one folder."""
    if not folder.is_dir():
        raise RuleError("this folder of rules does not exist; mend “rules-folders” in the config.",
                        path=str(folder))  # fmt: skip
    behind = _behind(folder)
    if checks or behind is None:  # a custom check can change without its rules
        data, wrong, _ = _compile(folder, checks)
    else:
        data, wrong, _ = built_from(
            "rules", folder, behind, lambda: _compile(folder, ()), lambda made: made[2]
        )
    return Loaded(
        tuple(map(_rule, data)),
        tuple(RuleError(message, path=path, line=line) for message, path, line in wrong),
    )


def rule_files(folder: Path) -> list[Path]:
    """Return the files of a folder that hold a rule each; those in folders inside it are none."""
    found = (f for ending in (".yaml", ".yml") for f in files_in(folder, ending=ending))
    return [file for file in found if not file.is_dir()]


def _compile(folder: Path, checks: tuple[str, ...]) -> tuple[list[Any], list[Any], dict[str, str]]:
    """Return the rules of a folder as plain data, what is wrong with it, and its lists' stamps."""
    from plainlang.rules.compile import compile_rules

    sources: list[tuple[Path, bytes]] = []
    locked: list[tuple[str, str, None]] = []
    for file in rule_files(folder):
        try:
            sources.append((file, file.read_bytes()))
        except OSError:
            locked.append(("this file of a rule cannot be read.", str(file), None))
    rules, wrong, lists = compile_rules(folder, sources, checks)
    return rules, [*wrong, *locked], {} if folder == rules_folder() else stamps(lists)


def _behind(folder: Path) -> list[bytes] | None:
    """Return plainlang's state and what is in the rule files of a folder, None when one cannot be read."""
    parts = [program_key().encode()]
    if folder != rules_folder():  # whose state the key tells
        for file in rule_files(folder):
            try:
                parts += (os.fsencode(file), file.read_bytes())
            except OSError:
                return None
    return parts


def _rule(data: dict[str, Any]) -> Rule:
    parameters = {
        name: Words({k: frozenset(v) for k, v in value["words"].items()})
        if isinstance(value, dict)
        else tuple(value) if isinstance(value, list) else value
        for name, value in data["parameters"].items()
    }  # fmt: skip
    return Rule(
        **{
            **data,
            "severity": Severity(data["severity"]),
            "parameters": parameters,
            "bad": tuple(Example(*e) for e in data["bad"]),
            "good": tuple(Example(*e) for e in data["good"]),
            "references": {k: tuple(v) for k, v in data["references"].items()},
        }
    )
