"""Which rules run: the closest name wins; options of rules; what a wrong name is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plainlang.config import Config, config_from
from plainlang.errors import ConfigError
from plainlang.findings import Severity
from plainlang.rules.load import load_rules
from plainlang.rules.model import Rule
from plainlang.selection import check_selectors, rules_for

RULES = load_rules().rules
JARGON = {rule.id for rule in RULES if rule.category == "jargon"}
ON = {rule.id for rule in RULES if rule.enabled}
OFF = {rule.id for rule in RULES if not rule.enabled}


def chosen(path: str = "a.html", **settings: Any) -> set[str]:
    config = config_from({key.replace("_", "-"): value for key, value in settings.items()})
    check_selectors(config, RULES)
    return {rule.id for rule in rules_for(config, RULES, path)}


def one(rule_id: str, options: dict[str, Any]) -> Rule:
    config = config_from({"rules": {rule_id: options}})
    check_selectors(config, RULES)
    return next(rule for rule in rules_for(config, RULES, "a.html") if rule.id == rule_id)


def test_a_rule_that_only_a_browser_knows_can_be_set_but_has_no_options_of_its_own() -> None:
    check_selectors(config_from({"rules": {"axe-region": {"severity": "note"}}}), RULES)
    assert "words" in mistake({"rules": {"axe-region": {"words": 3}}})


def mistake(config: dict[str, Any]) -> str:
    with pytest.raises(ConfigError) as told:
        check_selectors(config_from(config), RULES)
    return str(told.value)


def test_all_rules_run_that_are_not_off() -> None:
    assert (
        chosen() == chosen(select=["all"]) == chosen(select=["*"]) == chosen(select=["ALL"]) == ON
    )


@pytest.mark.parametrize(
    ("select", "ignore", "runs"),
    [
        (["all"], ["jargon"], False),
        (["jargon"], ["all"], True),
        (["jargon"], ["undefined-*"], False),
        (["undefined-*"], ["jargon"], True),
        (["undefined-*"], ["undefined-term"], False),
        (["undefined-term"], ["undefined-*"], True),
        (["undefined-term"], ["jargon", "all"], True),
        (["undefined-term"], ["undefined-term"], False),
        (["jargon"], ["jargon"], False),
        (["wording", "undefined-term"], [], True),
        (["wording"], [], False),
        ([], [], False),
    ],
)
def test_the_closest_name_wins_and_ignore_wins_a_draw(
    select: list[str], ignore: list[str], runs: bool
) -> None:
    assert ("undefined-term" in chosen(select=select, ignore=ignore)) is runs


def test_a_category_means_its_rules_and_a_prefix_those_that_start_so() -> None:
    assert chosen(select=["jargon"]) == JARGON & ON
    assert chosen(select=["undefined-*"]) == {r for r in ON if r.startswith("undefined-")}
    assert chosen(select=["jargon"], extend_select=["vague-link-label"]) == {
        *(JARGON & ON), "vague-link-label",
    }  # fmt: skip


def test_a_rule_can_be_turned_off_and_one_that_is_off_can_be_turned_on() -> None:
    assert "undefined-term" not in chosen(rules={"undefined-term": {"enabled": False}})
    off = min(OFF) if OFF else pytest.skip("every rule is on")
    assert off in chosen(rules={off: {"enabled": True}})
    assert off in chosen(extend_select=[off])
    assert off not in chosen(select=["all"])


def test_a_rule_that_is_off_runs_only_for_its_name(tmp_path: Path) -> None:
    settings: dict[str, Any] = {"rules": {"undefined-term": {"enabled": False}}}
    assert "undefined-term" not in chosen(select=["jargon"], **settings)
    assert "undefined-term" in chosen(select=["undefined-term"], **settings)
    assert "undefined-term" in chosen(select=["undefined-*"], **settings)


@pytest.mark.parametrize(
    ("pattern", "path", "ignored"),
    [
        ("archive/*", "archive/a.html", True),
        ("archive/*", "archive/deep/a.html", True),
        ("archive/*", "site/archive/a.html", True),
        ("archive/*", "a.html", False),
        ("/archive", "site/archive/a.html", False),
        ("/archive", "archive/a.html", True),
        ("archive", "archive/a.html", True),
        ("*.md", "deep/a.md", True),
        ("*.md", "deep/a.html", False),
        ("a.html", "deep/a.html", True),
    ],
)
def test_rules_are_ignored_in_some_files(pattern: str, path: str, ignored: bool) -> None:
    runs = chosen(path, per_file_ignores={pattern: ["jargon"]})
    assert bool(runs & JARGON) is not ignored
    assert "vague-link-label" in runs


def test_files_are_named_from_the_config_on_wherever_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "archive").mkdir()
    config = Config(root=tmp_path, per_file_ignores=(("archive/*", ("all",)),))
    for folder, path in (
        (tmp_path, "archive/a.html"),
        (tmp_path / "archive", "a.html"),
        (tmp_path / "archive", "../archive/a.html"),
        (Path("/"), str(tmp_path / "archive/a.html")),
    ):
        monkeypatch.chdir(folder)
        assert rules_for(config, RULES, path) == ()
        assert rules_for(config, RULES, "") != ()


def test_what_is_ignored_for_a_file_loses_to_a_closer_name() -> None:
    runs = chosen("a.md", select=["undefined-term"], per_file_ignores={"*.md": ["jargon"]})
    assert runs == {"undefined-term"}


def test_options_change_a_rule() -> None:
    rule = one("long-sentence", {"limit": 20, "severity": "error"})
    assert rule.parameters["limit"] == 20
    assert rule.severity is Severity.ERROR
    default = one("long-sentence", {"enabled": True})
    assert default.parameters.get("limit") != 20


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ({"select": ["undefined-trm"]}, "“undefined-trm” names no rule or category. Did you mean"),
        ({"ignore": ["jargn"]}, "Did you mean “jargon”?"),
        ({"ignore": ["UNDEFINED-TERM"]}, "Did you mean “undefined-term”?"),
        ({"extend-select": ["nothing-*"]}, "“nothing-*” names no rule or category."),
        ({"per-file-ignores": {"a": ["wordin"]}}, "Did you mean “wording”?"),
        ({"rules": {"long-sentense": {"limit": 3}}}, "“long-sentense” is no rule. Did you mean"),
        ({"rules": {"long-sentence": {"limt": 3}}}, "takes no option “limt”. Did you mean “limit”"),
        ({"rules": {"long-sentence": {"limit": "x"}}}, "“limit” of “long-sentence” must be a whole"),
        ({"rules": {"long-sentence": {"severity": "eror"}}}, "Did you mean “error”?"),
        ({"rules": {"long-sentence": {"enabled": "no"}}}, "must be true or false"),
        (
            {"suppress": [{"selector": "p", "rules": ["jargn"], "reason": "r"}]},
            "“jargn” in “suppress” is no rule or category. Did you mean “jargon”?",
        ),
        (
            {"suppress": [{"selector": "p[", "rules": ["all"], "reason": "r"}]},
            "the selector “p[” in “suppress” is not valid CSS",
        ),
    ],
)  # fmt: skip
def test_a_wrong_name_is_told_with_the_nearest_right_one(config: dict[str, Any], said: str) -> None:
    assert said in mistake(config)


def test_names_of_broken_rules_are_told_elsewhere() -> None:
    config = config_from({
        "select": ["my-rule", "my-*"], "rules": {"my-rule": {"x": 1}},
        "suppress": [{"selector": "p", "rules": ["my-rule"], "reason": "r"}],
    })  # fmt: skip
    check_selectors(config, RULES, broken=["my-rule"])
    with pytest.raises(ConfigError):
        check_selectors(config, RULES)
