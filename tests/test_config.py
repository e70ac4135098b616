"""Settings: where they are found, how files build on each other, and what a mistake is told."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from plainlang.config import (
    Config,
    config_from,
    forget,
    load_config,
    override,
)
from plainlang.config.files import find_config, read_config
from plainlang.config.text import as_dict, as_toml
from plainlang.errors import ConfigError
from plainlang.findings import Severity
from plainlang.run import Setup


@pytest.fixture(autouse=True)
def anew() -> None:
    forget()


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def loaded(folder: Path, text: str) -> Config:
    return load_config(write(folder / ".plainlang.toml", text))


def mistake(folder: Path, text: str) -> str:
    """Return what is said of a config, from its file's name on."""
    with pytest.raises(ConfigError) as told:
        loaded(folder, text)
    return str(told.value).removeprefix(f"{folder}/")


# Where settings are found


def test_without_a_file_there_are_defaults() -> None:
    config = load_config(None)
    assert config.settings.target == 8
    assert config.fail_on is Severity.WARNING
    assert config.select == ("all",)


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    top = write(tmp_path / ".plainlang.toml", "target-grade = 9")
    near = write(tmp_path / "a/b/plainlang.toml", "target-grade = 5")
    (tmp_path / "a/b/c").mkdir()
    assert find_config(tmp_path / "a/b/c") == near
    assert find_config(tmp_path / "a") == top


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("[tool.plainlang]\ntarget-grade = 5", True),
        ("[ tool . plainlang ]\ntarget-grade = 5", True),
        ("[tool.plainlang.rules.long-sentence]\nlimit = 20", True),
        ("[[tool.plainlang.suppress]]\nselector = 'p'\nrules = ['all']\nreason = 'r'", True),
        ("[tool.plainlang-extra]\nx = 1", False),
        ("[tool.other]\nx = 'plainlang'", False),
        ("[project]\nname = 'plainlang'", False),
    ],
)
def test_a_pyproject_counts_only_with_a_table_for_plainlang(
    tmp_path: Path, header: str, taken: bool
) -> None:
    top = write(tmp_path / ".plainlang.toml", "target-grade = 9")
    inner = write(tmp_path / "site/pyproject.toml", header)
    assert find_config(tmp_path / "site") == (inner if taken else top)


def test_beside_a_pyproject_the_own_file_wins(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.plainlang]\ntarget-grade = 5")
    own = write(tmp_path / ".plainlang.toml", "target-grade = 6")
    assert find_config(tmp_path) == own


def test_a_pyproject_holds_the_same_settings(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", """
[project]
name = "x"
[tool.plainlang]
target-grade = 5
[tool.plainlang.min-score]
alt-text = 90
[tool.plainlang.rules.long-sentence]
limit = 20
""")  # fmt: skip
    config = load_config(path)
    assert config.settings.target == 5
    assert dict(config.min_score) == {"alt_text": 90}
    assert config.rule_options("long-sentence") == {"limit": 20}
    assert config.root == tmp_path


def test_a_changed_file_is_read_anew_after_forget(tmp_path: Path) -> None:
    assert loaded(tmp_path, "target-grade = 5").settings.target == 5
    forget()
    assert loaded(tmp_path, "target-grade = 6").settings.target == 6


def test_what_is_kept_of_a_config_is_known_by_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plainlang.resources.cache_folder", lambda: tmp_path / "cache")
    file = write(tmp_path / "plainlang.toml", "max-findings = 10\n")
    assert read_config(file)[0] == {"max-findings": 10}
    monkeypatch.setattr("tomllib.loads", lambda _: pytest.fail("it was kept"))
    assert read_config(file)[0] == {"max-findings": 10}
    monkeypatch.undo()
    monkeypatch.setattr("plainlang.resources.cache_folder", lambda: tmp_path / "cache")
    then = file.stat()
    write(file, "max-findings = 20\n")
    os.utime(file, ns=(then.st_atime_ns, then.st_mtime_ns))  # of the same size and time
    assert read_config(file)[0] == {"max-findings": 20}


def test_a_pyproject_with_values_that_cannot_be_kept(tmp_path: Path) -> None:
    text = "[tool.other]\nsince = 2026-11-27\n[tool.plainlang]\nmax-findings = 3\n"
    file = write(tmp_path / "pyproject.toml", text)
    for _ in range(2):
        assert read_config(file)[0] == {"max-findings": 3}


# Mistakes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = 1\ntarget-grade = \n", "2: this is not valid TOML: Invalid value."),
        ("\n\ntargt-grade = 6", "3: “targt-grade” is no setting. Did you mean “target-grade”?"),
        ("\n[tool.plainlang]", "2: “tool” is no setting. Only in pyproject.toml do tables start"),
        ("select = []\nselct = []", "2: “selct” is no setting. Did you mean “select”?"),
        ("# x\ntarget-grade = 'six'", "2: “target-grade” must be a number."),
        ("target-grade = true", "1: “target-grade” must be a number."),
        ("min-words = 2.5", "1: “min-words” must be a whole number, 0 or more."),
        ("select = 'jargon'", "1: “select” must be a list of texts."),
        ("select = [1]", "1: “select” must be a list of texts."),
        ("force-exclude = 'yes'", "1: “force-exclude” must be true or false."),
        ("extends = 3", "1: “extends” must be text or a list of texts."),
        ("mode = 'wacg'", "1: “wacg” is no mode. Did you mean “wcag”?"),
        ("fail-on = 'eror'", "1: “eror” is no fail-on. Did you mean “error”?"),
        ("message-language = 'fr'", "1: “fr” is no message-language. Use one of: auto, en, es."),
        ("min-score = 'high'", "1: “min-score” must be a number from 0 to 100 or a table."),
        ("[min-score]\njargn = 3", "2: “jargn” is no score. Did you mean “jargon”?"),
        ("[min-score]\njargon = 'x'", "2: the least “jargon” score must be a number from"),
        ("min-score = 101", "1: “min-score” must be a number from 0 to 100 or a table."),
        ("[min-score]\n\njargon = -1", "3: the least “jargon” score must be a number from 0 to 100."),
        ("\nmax-findings = -1", "2: “max-findings” must be a whole number, 0 or more."),
        ("\n\nselect = [", "3: this is not valid TOML"),
        ("x = " + "[" * 5000, "this is nested too deeply to be a config."),
        ("[[suppress]]\nselector = 'p'\nrules = ['jargon']\nreason = 'x'\n[[suppress]]\nrules = ['jargon']",
         "5: entry 2 of “suppress” lacks “selector”."),
        ("[section-targets]\n'(x' = 9", "2: “(x” is no regular expression that Python knows."),
        ("[section-targets]\nx = 'nine'", "2: the target of “x” must be a number."),
        ("[per-file-ignores]\n'a/*' = 'jargon'", "2: what is ignored in “a/*” must be a list"),
        ("\ninclude = ['a.md', '*.{html,md}']", "2: “{html,md}” in the pattern “*.{html,md}” is not"),
        ("extend-exclude = ['!drafts']", "1: “!” in the pattern “!drafts” is not known here; write"),
        ("[per-file-ignores]\n'{a,b}/*' = ['jargon']", "2: “{a,b}” in the pattern “{a,b}/*” is not"),
        ("[[suppress]]\nselector = 'p'\nrules = ['jargon']\nreason = 'x'\nfiles = ['{a,b}']",
         "5: “{a,b}” in the pattern “{a,b}” is not known here"),
        ("rules = 3", "1: “rules” must be a table."),
        ("[rules]\nlong-sentence = 3", "2: the options of the rule “long-sentence” must be a"),
        ("audience = 'nurses'", "1: “nurses” is no audience of this config."),
        ("audience = 'nurse'\n[audiences.nurses]", "Did you mean “nurses”?"),
        ("[audiences]\nnurses = 3", "2: the audience “nurses” takes “terms” and “target-grade”."),
        ("[audiences.nurses]\nx = 3", "1: the audience “nurses” takes “terms” and “target-grade”."),
        ("[audiences.n]\ntarget-grade = 'x'", "“target-grade” of the audience “n” must be a"),
        ("[terms]\nad = []", "2: “ad” is no key of “terms”. Did you mean “add”?"),
        ("[terms]\nremove = 'edema'", "2: “remove” must be a list of texts."),
        ("[terms.add]\nterm = 'x'\nplain = 'y'", "must be a list of tables: [[terms.add]]."),
        ("[[terms.add]]\nterm = 'x'", "1: an entry of “add” needs “term” and “plain”."),
        ("[[terms.add]]\nterm = 'x'\nplain = ' '", "needs “term” and “plain”."),
        ("[[terms.add]]\nterm = 3\nplain = 'y'", "2: “term” of a term must be text."),
        ("[[terms.add]]\nterm = 'x'\nplian = 'y'", "3: “plian” is no key of a term. Did you"),
        ("[[terms.add]]\nterm='x'\nplain='y'\nvariants='z'", "4: “variants” of a term must be a"),
        ("[audiences.n]\nterms = 3", "2: “terms” must be a table."),
        ("suppress = 3", "1: “suppress” must be a list of tables."),
        ("suppress = [3]", "1: entry 1 of “suppress” must be a table."),
        ("[[suppress]]\nselector = 'p'\nrules = ['all']", "1: entry 1 of “suppress” lacks “reason”"),
        ("[[suppress]]\nselector = 'p'\nrules = ['all']\nreason = ' '", "lacks “reason”"),
        ("[[suppress]]\nselector = 'p'\nreason = 'r'", "1: entry 1 of “suppress” lacks “rules”."),
        ("[[suppress]]\nrules = 'all'", "2: “rules” of “suppress” must be a list of texts."),
        ("[[suppress]]\nfile = ['a']", "2: “file” is no key of “suppress”. Did you mean “files”?"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_the_right_word(
    tmp_path: Path, text: str, said: str
) -> None:
    told = mistake(tmp_path, text)
    assert told.startswith(".plainlang.toml:")
    assert said in told


@pytest.mark.parametrize("text", ["[tool]\nplainlang = 3", "[tool]\nplainlang = [1]"])
def test_a_pyproject_with_something_else_in_place_of_the_table(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=r"“tool\.plainlang” must be a table"):
        load_config(write(tmp_path / "pyproject.toml", text))


@pytest.mark.parametrize("text", ["", "tool = 3", "[tool.ruff]\nline-length = 100", "[plainlang]"])
def test_a_pyproject_without_the_table_that_is_named_is_a_mistake(
    tmp_path: Path, text: str
) -> None:
    path = write(tmp_path / "pyproject.toml", text)
    with pytest.raises(ConfigError, match=r"there is no table “\[tool\.plainlang\]”"):
        load_config(path)
    extending = write(tmp_path / ".plainlang.toml", "extends = 'pyproject.toml'")
    with pytest.raises(ConfigError, match=r"there is no table “\[tool\.plainlang\]”"):
        load_config(extending)


def test_a_pyproject_with_an_empty_table_gives_the_defaults(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", "[tool.plainlang]")
    assert load_config(path).settings.target == 8


def test_a_missing_file_and_one_that_is_not_utf_8(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no\.toml: the config cannot be read: no such file"):
        load_config(tmp_path / "no.toml")
    (tmp_path / "x.toml").write_bytes(b"language = '\xff'")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_config(tmp_path / "x.toml")


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(b"\xef\xbb\xbftarget-grade = 5\r\n")
    assert load_config(tmp_path / "x.toml").settings.target == 5


# Files that build on others


def test_own_values_win_and_tables_are_joined(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", """
target-grade = 9
min-words = 50
ignore = ["wording"]
extend-exclude = ["old"]
[min-score]
jargon = 70
alt-text = 80
[[terms.add]]
term = "care navigator"
plain = "helper"
[rules.long-sentence]
limit = 20
""")  # fmt: skip
    config = loaded(tmp_path, """
extends = "base.toml"
target-grade = 6
ignore = ["numbers"]
extend-exclude = ["drafts"]
[min-score]
jargon = 90
[[terms.add]]
term = "intake"
plain = "first visit"
[rules.long-sentence]
severity = "error"
""")  # fmt: skip
    assert config.settings.target == 6
    assert config.settings.min_words == 50
    assert config.ignore == ("numbers",)
    assert config.extend_exclude == ("old", "drafts")
    assert dict(config.min_score) == {"jargon": 90, "alt_text": 80}
    assert [term for term, *_ in config.settings.own_terms] == ["care navigator", "intake"]
    assert config.rule_options("long-sentence") == {"limit": 20, "severity": "error"}


def test_of_several_bases_the_last_wins_and_bases_have_bases(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", "target-grade = 4\nmin-words = 40\nlanguage = 'es'")
    write(tmp_path / "deep/b.toml", "extends = '../a.toml'\nmin-words = 41")
    write(tmp_path / "c.toml", "target-grade = 7")
    config = loaded(tmp_path, "extends = ['deep/b.toml', 'c.toml']")
    settings = config.settings
    assert (settings.target, settings.min_words, settings.language) == (7, 41, "es")


def test_a_base_in_two_files_is_no_cycle(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", "target-grade = 4")
    write(tmp_path / "b.toml", "extends = 'a.toml'")
    write(tmp_path / "c.toml", "extends = 'a.toml'")
    assert loaded(tmp_path, "extends = ['b.toml', 'c.toml']").settings.target == 4


@pytest.mark.parametrize(
    "links", [["x.toml"], ["y.toml", "x.toml"], ["y.toml", "z.toml", "y.toml"]]
)
def test_a_cycle_is_told_and_ends(tmp_path: Path, links: list[str]) -> None:
    names = ["x.toml", *links]
    for name, base in zip(names, links, strict=False):
        write(tmp_path / name, f"extends = '{base}'")
    with pytest.raises(ConfigError, match="“extends” leads back to"):
        load_config(tmp_path / "x.toml")


def test_a_mistake_in_a_base_is_told_of_the_base(tmp_path: Path) -> None:
    base = write(tmp_path / "shared/base.toml", "\ntargt-grade = 9")
    with pytest.raises(ConfigError) as told:
        loaded(tmp_path, "extends = 'shared/base.toml'")
    assert str(told.value).startswith(f"{base}:2: ")
    with pytest.raises(
        ConfigError, match=r"toml:1: “extends” names “gone\.toml”, which is no file\."
    ):
        loaded(tmp_path / "other", "extends = 'gone.toml'")


def test_paths_start_at_the_folder_of_the_file_that_names_them(tmp_path: Path) -> None:
    write(
        tmp_path / "shared/base.toml",
        "rules-folders = ['rules']\nchecks = ['own.py']\nbaseline = 'known.json'",
    )
    config = loaded(tmp_path / "site", "extends = '../shared/base.toml'")
    shared = tmp_path / "shared"
    assert [config.root / folder for folder in config.rules_folders] == [shared / "rules"]
    assert [config.root / check for check in config.checks] == [shared / "own.py"]
    assert config.baseline is not None
    assert config.root / config.baseline == shared / "known.json"


def test_an_audience_of_the_base_can_be_chosen(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", "[audiences.nurses]\ntarget-grade = 12")
    config = loaded(tmp_path, "extends = 'base.toml'\naudience = 'nurses'")
    assert config.settings.target == 12
    forget()
    with pytest.raises(ConfigError, match=r":2: “nurse” is no audience.*“nurses”"):
        loaded(tmp_path, "extends = 'base.toml'\naudience = 'nurse'")


# Words and readers


def terms(config: Config) -> dict[str, str]:
    return {term: plain for term, _, plain, _ in config.settings.own_terms}


def test_terms_are_added_removed_and_overridden(tmp_path: Path) -> None:
    config = loaded(tmp_path, """
[terms]
remove = ["Edema", "CHOLESTEROL"]
[[terms.add]]
term = "care navigator"
plain = "helper"
variants = ["navigator"]
[[terms.override]]
term = "stroke"
plain = "brain attack"
definition = "when blood cannot reach a part of the brain"
""")  # fmt: skip
    assert config.settings.known_terms == {"edema", "cholesterol"}
    assert config.settings.own_terms == (
        ("care navigator", ("navigator",), "helper", "helper"),
        ("stroke", (), "brain attack", "when blood cannot reach a part of the brain"),
    )


READERS = """
target-grade = 8
[terms]
remove = ["cholesterol"]
[[terms.add]]
term = "intake"
plain = "first visit"
[[terms.add]]
term = "triage"
plain = "first look"
[audiences.nurses]
target-grade = 12
[audiences.nurses.terms]
remove = ["edema", "intake"]
[[audiences.nurses.terms.add]]
term = "Triage"
plain = "sorting by need"
[audiences.patients]
"""


def test_an_audience_adds_to_what_holds_for_all_readers_and_wins(tmp_path: Path) -> None:
    all_readers = loaded(tmp_path / "all", READERS)
    nurses = loaded(tmp_path / "nurses", f"audience = 'nurses'\n{READERS}")
    patients = loaded(tmp_path / "patients", f"audience = 'patients'\n{READERS}")
    assert all_readers.settings.known_terms == {"cholesterol"}
    assert terms(all_readers) == {"intake": "first visit", "triage": "first look"}
    assert patients.settings._replace(root=None) == all_readers.settings._replace(root=None)
    assert nurses.settings.target == 12
    assert nurses.settings.known_terms == {"cholesterol", "edema", "intake"}
    assert terms(nurses) == {"Triage": "sorting by need"}


@pytest.mark.parametrize(("given", "meant"), [("auto", None), ("es", "es"), (None, None)])
def test_auto_means_that_messages_follow_the_page(
    tmp_path: Path, given: str | None, meant: str | None
) -> None:
    config = loaded(tmp_path, f"message-language = '{given}'" if given else "")
    assert config.settings.message_language == meant


# From Python, and back


def test_settings_from_python_take_the_same_keys() -> None:
    config = config_from({"target-grade": 6, "min_score": {"alt_text": 90}, "fail_on": "never"})
    assert config.settings.target == 6
    assert dict(config.min_score) == {"alt_text": 90}
    assert config.fail_on is None
    assert dict(config_from({"min-score": 70}).min_score) == {"overall": 70}


def test_settings_from_python_are_checked_too(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="<config>: “target-grad” is no setting"):
        config_from({"target-grad": 6})
    with pytest.raises(ConfigError, match="“x” is no audience"):
        config_from({"audience": "x"})


def test_settings_from_python_may_extend_a_file(tmp_path: Path) -> None:
    base = write(tmp_path / "base.toml", "min-words = 50\nbaseline = 'known.json'")
    config = config_from({"extends": str(base), "target-grade": 5})
    assert (config.settings.min_words, config.settings.target) == (50, 5)
    assert config.baseline == str(tmp_path / "known.json")


def test_a_config_can_be_shown_and_can_be_a_key(tmp_path: Path) -> None:
    config = loaded(tmp_path, """
[rules.x]
words = ["a", "b"]
table = {b = 1}
[terms]
remove = ["b", "a"]
[[suppress]]
selector = ".ad"
rules = ["all"]
reason = "not ours"
""")  # fmt: skip
    assert hash(config) == hash(loaded(tmp_path, (tmp_path / ".plainlang.toml").read_text()))
    assert config.rule_options("x")["words"] == ["a", "b"]
    shown = json.loads(json.dumps(as_dict(config)))
    assert shown["suppress"] == [
        {"selector": ".ad", "rules": ["all"], "reason": "not ours", "files": []}
    ]
    assert shown["terms"] == {"remove": ["a", "b"]}


def test_a_config_that_is_shown_means_the_same_in_a_file(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", "ignore = ['numbers']\nsection-targets = {doctors = 14}")
    config = loaded(tmp_path, r"""
extends = "base.toml"
audience = "nurses"
extend-select = ["jargon"]
extend-exclude = ["drafts", 'a "b"\c']
fail-on = "never"
max-findings = 0
min-score = {alt-text = 80.5, overall = 70}
baseline = "accepted.json"
target-grade = 6.5
metric = "smog_index"
mode = "wcag"
min-words = 50
language = "es"
message-language = "en"
links-explain = true
force-exclude = true
respect-gitignore = false
[per-file-ignores]
"archive/*" = ["reading-level"]
[section-targets]
'for (doctors|nurses)\b' = 12
[audiences.nurses]
target-grade = 9
[audiences.nurses.terms]
remove = ["edema", "hypertension"]
[[terms.add]]
term = "care navigator"
variants = ["navigator"]
plain = "helper"
[[terms.override]]
term = "stroke"
plain = "brain “attack”"
definition = "no blood\nin the brain"
[rules.long-sentence]
limit = 25
severity = "warning"
[rules.wordy-phrase]
enabled = false
[[suppress]]
selector = ".ad"
rules = ["all"]
reason = "not ours"
[[suppress]]
selector = "#x"
rules = ["jargon"]
reason = "a \u007f sign"
files = ["*.html"]
""")  # fmt: skip
    own = (tmp_path / ".plainlang.toml").read_text()
    assert loaded(tmp_path, as_toml(config)) == config
    assert loaded(tmp_path, own) == config
    table = write(tmp_path / "pyproject.toml", as_toml(config, "tool.plainlang"))
    assert load_config(table)._replace(path=config.path) == config
    in_python = config_from(as_dict(config))
    assert as_dict(in_python) == as_dict(config)


def test_the_defaults_that_are_shown_are_the_defaults(tmp_path: Path) -> None:
    shown = as_dict(Config())
    assert as_dict(loaded(tmp_path, as_toml(Config()))) == shown
    assert shown["target-grade"] == 8
    assert as_dict(config_from({"metric": "lix"}))["target-grade"] == 40


def test_the_command_line_changes_what_it_names_and_nothing_else() -> None:
    config = Config(ignore=("a",), max_findings=3)
    changed = override(config, ignore=("b",), max_findings=None)
    assert (changed.ignore, changed.max_findings) == (("b",), 3)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ignore = [\n  'jargn',\n]", 2),
        ("[rules.long-sentence]\n\nlimt = 3", 3),
        ("[rules]\nlong-sentence = { limt = 3 }", 2),
        ("[rules.long-sentenc]\nlimit = 3", 1),
        ("[per-file-ignores]\n'a.html' = ['wording']\n'b.html' = ['wordin']", 3),
        ("\nlanguage = 'english'", 2),
        ("\n\nmetric = 'smog'", 3),
        ("\nrules-folders = ['x']", 2),
        ("[[suppress]]\nselector='p['\nrules=['jargon']\nreason='x'", 2),
    ],
)
def test_a_name_that_is_none_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = write(tmp_path / ".plainlang.toml", text)
    setup = Setup()
    with pytest.raises(ConfigError) as told:
        setup.loaded(setup.config_for(tmp_path))
    assert str(told.value).startswith(f"{path}:{line}: ")


def test_a_name_that_is_none_in_a_base_is_told_of_the_base(tmp_path: Path) -> None:
    base = write(tmp_path / "base.toml", "\nselect = ['jargn']")
    write(tmp_path / ".plainlang.toml", "extends = 'base.toml'")
    setup = Setup()
    with pytest.raises(ConfigError) as told:
        setup.loaded(setup.config_for(tmp_path))
    assert str(told.value).startswith(f"{base}:2: ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[tool.other]\nselect = ['E']\n\n[tool.plainlang]\nselect = ['E']", 5),
        ("[tool.other]\nlanguage = 3\n\n[tool.plainlang]\nlanguage = 3", 5),
        ("[tool]\nplainlang = 3", 2),
        ("[tool]\nplainlang = { slect = ['all'] }", 2),
        ("tool.plainlang.slect = ['all']", 1),
        ("[tool.plainlang", 1),
    ],
)
def test_other_tools_tables_do_not_count_in_a_pyproject(
    tmp_path: Path, text: str, line: int
) -> None:
    path = write(tmp_path / "pyproject.toml", text)
    setup = Setup()
    with pytest.raises(ConfigError) as told:
        setup.loaded(setup.config_for(tmp_path))
    assert str(told.value).startswith(f"{path}:{line}: ")


def test_a_package_that_only_needs_plainlang_is_not_set_up_by_that(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.poetry.dependencies]\nplainlang = '^1'")
    assert find_config(tmp_path) is None


def test_a_config_that_is_a_link_to_nowhere_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".plainlang.toml").symlink_to("gone.toml")
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(find_config(tmp_path))
