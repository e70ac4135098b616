"""The floors of the design: a module imports only from lower floors or from its own folder."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "plainlang"
FLOORS = {
    "__init__": 0, "errors": 0, "findings": 0, "resources": 0, "patterns": 0, "learnt": 0, "messages": 0,
    "own_reports": 0, "paths": 0, "records": 0, "standards": 0,
    "language": 1,
    "page": 2,
    "settings": 2,
    "rules": 3, "config": 3,
    "checks": 4, "selection": 4, "suppress": 4, "plugins": 4, "sources": 4, "gitignore": 4, "baseline": 4, "fixes": 4,
    "scoring": 5, "engine": 5, "detail": 5, "explain": 5, "run": 5, "examples": 5, "api": 5, "parallel": 5,
    "results_cache": 5, "changes": 5,
    "reports": 6, "browser": 6,
    "lsp": 7,
    "cli": 8, "__main__": 9,
}  # fmt: skip
MODULES = sorted(p for p in SRC.rglob("*.py"))


def part(module: str) -> str:
    """Return the part of plainlang that a dotted module name belongs to."""
    names = module.split(".")
    return names[1] if len(names) > 1 else "__init__"


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("plainlang"):
            if node.module == "plainlang":
                found.update(f"plainlang.{a.name}" for a in node.names if (SRC / a.name).exists()
                             or (SRC / f"{a.name}.py").exists())  # fmt: skip
            else:
                found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found.update(a.name for a in node.names if a.name.startswith("plainlang."))
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_module_imports_only_from_lower_floors_or_its_own_folder(path: Path) -> None:
    own = path.relative_to(SRC).with_suffix("").parts[0]
    assert own in FLOORS, f"{own} has no floor yet: give it one above"
    if own == "api":
        return
    for module in imports(path):
        other = part(module)
        assert other == own or FLOORS[other] < FLOORS[own] or _beside(own, other), (
            f"{path.name} (floor {FLOORS[own]}) imports {module} (floor {FLOORS[other]})"
        )


LANGUAGE = ("", "frequency", "level", "terms", "acronyms", "definitions")


@pytest.mark.parametrize("path", sorted((SRC / "language").rglob("*.py")), ids=lambda p: p.name)
def test_a_part_of_the_language_imports_only_from_lower_parts(path: Path) -> None:
    """Single modules stand lowest, but may ask how common a word is."""
    own = _part_of_language(path.relative_to(SRC / "language").with_suffix("").parts)
    for module in imports(path):
        if part(module) == "language":
            other = _part_of_language(module.split(".")[2:])
            allowed = LANGUAGE[: max(1, LANGUAGE.index(own)) + 1]
            assert other in allowed, f"{path.name} ({own}) imports {module}"


def _part_of_language(names: Sequence[str]) -> str:
    return names[0] if len(names) > 1 or names[0] in LANGUAGE else ""


def _beside(own: str, other: str) -> bool:
    """Single modules of one floor make one folder in all but name; packages do not."""
    folders = {p.name for p in SRC.iterdir() if p.is_dir()}
    return FLOORS[own] == FLOORS[other] and not {own, other} & folders


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_module_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if tree.body and path.name != "__main__.py":
        assert ast.get_docstring(tree), f"{path} has no docstring"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_named_tuples_are_those_that_are_made_fast(path: Path) -> None:
    """See docs/decisions.md: those of `typing` compile a constructor each, in each run."""
    if path.name != "records.py":
        assert not re.search(
            r"^from typing import.*NamedTuple", path.read_text("utf-8"), re.MULTILINE
        )


def test_no_module_grows_too_long() -> None:
    """A module that one cannot read in a few minutes has more than one concept in it.

    About 300 lines is the aim; the limit leaves a little room, so that nobody squeezes lines.
    """
    lengths = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    assert {str(p.relative_to(SRC)): n for p, n in lengths.items() if n > 330} == {}


HEAVY = (
    "textstat",
    "nltk",
    "bs4",
    "selenium",
    "wordfreq",
    "yaml",
    "pygls",
    "openpyxl",
    "turbohtml",
)


def heavy_after(code: str) -> list[str]:
    """Return which heavy packages a program has loaded at its end."""
    code = f"import sys\n{code}\nprint(*sorted(set({HEAVY}) & set(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stderr.split()


def test_the_command_line_starts_without_heavy_imports() -> None:
    """They cost from tenths of a second to seconds: more than most checks take."""
    assert heavy_after("import plainlang.cli") == []
    assert heavy_after("import plainlang.cli, plainlang.cli.check") == []


CHECK = """
from plainlang.cli import main
sys.argv = ["plainlang", "check", {path!r}, "--no-cache", "--exit-zero"]
try:
    main()
except SystemExit as end:
    assert end.code == 0
"""
PAGE = """<!doctype html>
<html lang="en"><head><title>Heart care</title></head><body><h1>Your heart</h1>
<p>You have hypertension. Take one pill each day in order to feel well. A nurse at our clinic sees you
each week and asks how you feel. Call us if you have pain in the chest or feel dizzy.</p>
<img src="heart.png" alt="A heart"><a href="/more">Click here</a></body></html>
"""


def test_a_check_of_a_page_loads_nothing_heavy_once_compiled_files_are_kept(
    tmp_path: Path,
) -> None:
    """The first run reads rules and word lists and keeps what it made of them; the others do not."""
    for name, source in (("a.html", PAGE), ("a.md", "# Your heart\n\nRest in order to eat.\n")):
        page = tmp_path / name
        page.write_text(source)
        heavy_after(CHECK.format(path=str(page)))
        assert heavy_after(CHECK.format(path=str(page))) == []
