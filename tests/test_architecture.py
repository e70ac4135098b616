"""The floors of the design: a module imports only from lower floors or from its own folder."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "plainlang"
FLOORS = {
    "__init__": 0, "errors": 0, "findings": 0, "resources": 0, "learnt": 0, "messages": 0,
    "language": 1,
    "page": 2,
    "rules": 3, "settings": 3,
    "checks": 4, "config": 4, "config_schema": 4, "selection": 4, "suppress": 4, "plugins": 4, "sources": 4,
    "baseline": 4, "fixes": 4, "paths": 4,
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


def _beside(own: str, other: str) -> bool:
    """Single modules of one floor make one folder in all but name; packages do not."""
    folders = {p.name for p in SRC.iterdir() if p.is_dir()}
    return FLOORS[own] == FLOORS[other] and not {own, other} & folders


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_module_says_what_it_is_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if tree.body and path.name != "__main__.py":
        assert ast.get_docstring(tree), f"{path} has no docstring"


def test_the_command_line_starts_without_heavy_imports() -> None:
    import subprocess
    import sys

    code = (
        "import sys, plainlang.cli, plainlang.cli.check\n"
        "heavy = {'textstat', 'nltk', 'bs4', 'selenium', 'wordfreq', 'yaml', 'pygls', 'openpyxl'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
