"""Rules and checks that other installed packages bring, and files with checks of one's own."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import plainlang
from plainlang import plugins
from plainlang.errors import ConfigError
from plainlang.plugins import entry_points, load_check_file
from plainlang.resources import cache_folder
from plainlang.run import Setup

RULE = """
id: {id}
category: structure
severity: warning
select: blink
check: {check}
message: Text must not blink.
why: It is hard to read.
fix: Take it out.
bad: ["[[<blink>]]x"]
good: ["<p>x"]
"""
CHECKS = """
from plainlang.checks.match import Match

def element_is_loud(page, elements):
    for element in elements:
        yield Match(element.span)
"""


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of packages on the path, with nothing in it; and a cache of its own."""
    there = tmp_path / "site-packages"
    there.mkdir()
    monkeypatch.setenv("PLAINLANG_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.syspath_prepend(str(there))
    before = set(sys.modules)
    forget()
    yield there
    forget()
    for name in set(sys.modules) - before:
        if name.partition(".")[0] in ("our_clinic", "broken"):
            del sys.modules[name]


def forget() -> None:
    from plainlang.api import _setup

    cache_folder.cache_clear()
    entry_points.cache_clear()
    _setup.cache_clear()
    importlib.invalidate_caches()


def install(there: Path, points: str, **files: str) -> None:
    """Put a package there as pip would: its files, and metadata that names the entry points."""
    for name, text in files.items():
        path = there / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    info = there / "our_clinic-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: our-clinic\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(points)


BOTH = """
[plainlang.rules]
our-clinic = our_clinic.rules
[plainlang.checks]
our-clinic = our_clinic.checks
"""
FILES = {
    "our_clinic/__init__.py": "",
    "our_clinic/rules/__init__.py": "",
    "our_clinic/rules/no-blink.yaml": RULE.format(id="no-blink", check="element-is-loud"),
    "our_clinic/checks.py": CHECKS,
}


def found(source: str = "<blink>Now</blink>") -> list[str]:
    return [f.rule for f in plainlang.check(source).findings]


def test_an_installed_package_brings_rules_and_checks(installed: Path) -> None:
    assert found() == []
    install(installed, BOTH, **FILES)
    forget()
    assert found() == ["no-blink"]
    assert plainlang.check("<blink>x", config={"ignore": ["no-blink"]}).findings == ()


def test_rules_alone_may_use_the_checks_of_plainlang(installed: Path) -> None:
    rule = RULE.format(id="no-blink", check="element-is-present")
    install(installed, "[plainlang.rules]\nx = our_clinic.rules\n",
            **{**FILES, "our_clinic/rules/no-blink.yaml": rule})  # fmt: skip
    forget()
    assert found() == ["no-blink"]


def test_a_module_beside_its_rules_names_them_too(installed: Path) -> None:
    rule = RULE.format(id="no-blink", check="element-is-present")
    install(installed, "[plainlang.rules]\nx = our_clinic.here\n",
            **{"our_clinic/__init__.py": "", "our_clinic/here.py": "",
               "our_clinic/no-blink.yaml": rule})  # fmt: skip
    forget()
    assert found() == ["no-blink"]


def test_a_rule_of_an_installed_package_replaces_one_of_plainlang(installed: Path) -> None:
    rule = RULE.format(id="undefined-term", check="element-is-present")
    install(installed, "[plainlang.rules]\nx = our_clinic.rules\n",
            **{**FILES, "our_clinic/rules/no-blink.yaml": RULE.format(
                id="no-blink", check="element-is-present"),
               "our_clinic/rules/undefined-term.yaml": rule})  # fmt: skip
    forget()
    assert "undefined-term" not in found("<p>You have edema.</p>")
    assert "undefined-term" in found()


def test_what_is_installed_is_asked_once_until_it_changes(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(installed, BOTH, **FILES)
    forget()
    first = entry_points()
    assert first["plainlang.rules"] == ["our_clinic.rules"]
    entry_points.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr("importlib.metadata.entry_points", None)
        assert entry_points() == first
        (installed / "a-page.html").touch()  # no package
        entry_points.cache_clear()
        assert entry_points() == first
    for kept in (cache_folder() / "compiled").glob("plugins-*"):
        kept.write_bytes(b"garbage")
    entry_points.cache_clear()
    assert entry_points() == first
    before = list((cache_folder() / "compiled").glob("plugins-*"))
    (metadata,) = installed.glob("*.dist-info")
    for then in (1, 2):
        os.utime(metadata, (then, then))  # the package was installed again
        entry_points.cache_clear()
        assert entry_points() == first
    assert list((cache_folder() / "compiled").glob("plugins-*")) == before


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ("[plainlang.rules]\nx = gone.rules\n", "names rules in “gone.rules”"),
        ("[plainlang.rules]\nx = our_clinic.gone\n", "names rules in “our_clinic.gone”"),
        ("[plainlang.checks]\nx = gone\n", "names checks in “gone”.*ModuleNotFoundError"),
        ("[plainlang.checks]\nx = our_clinic.broken\n", "names checks in “our_clinic.broken”.*Zero"),
    ],
)  # fmt: skip
def test_a_package_that_cannot_be_used_is_named(installed: Path, points: str, said: str) -> None:
    install(installed, points, **FILES, **{"our_clinic/broken.py": "1 / 0"})
    forget()
    with pytest.raises(ConfigError, match=said):
        found()


# Files with checks of one's own


def test_a_file_of_checks_is_imported_once(tmp_path: Path) -> None:
    own = tmp_path / "own.py"
    own.write_text("times = []\ntimes.append(1)\n")
    name = load_check_file(own)
    assert load_check_file(own) == name
    assert sys.modules[name].times == [1]


def test_two_files_of_one_name_are_two_modules(tmp_path: Path) -> None:
    for part in ("a", "b"):
        (tmp_path / part).mkdir()
        (tmp_path / part / "own.py").write_text(f"part = {part!r}")
    names = [load_check_file(tmp_path / part / "own.py") for part in ("a", "b")]
    assert [sys.modules[name].part for name in names] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("own.py", "1 / 0", "cannot be imported: ZeroDivisionError"),
        ("own.py", "raise SystemExit(0)", "cannot be imported: SystemExit"),
        ("own.py", "def (", "cannot be imported: SyntaxError"),
        ("own.py", "import no_such_module_anywhere", "no_such_module_anywhere"),
        ("own.txt", "", "is no Python file"),
        ("gone.py", None, "there is no file of checks"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(
    tmp_path: Path, name: str, text: str | None, said: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text)
    for _ in range(2):  # a failed import leaves nothing behind
        with pytest.raises(ConfigError, match=said):
            load_check_file(tmp_path / name)


def test_the_config_that_names_such_a_file_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / ".plainlang.toml").write_text('\nchecks = [\n  "gone.py",\n]\n')
    setup = Setup()
    with pytest.raises(ConfigError) as told:
        setup.loaded(setup.config_for(tmp_path))
    assert str(told.value).startswith(f"{tmp_path}/.plainlang.toml:3: there is no file of checks")


def test_the_groups_are_those_of_the_docs() -> None:
    assert plugins.GROUPS == ("plainlang.rules", "plainlang.checks")
