"""Rules and checks of other packages (entry points), and custom checks in files of the user.

Reading the metadata of every installed package is slow, so what it says is kept until a folder of
packages changes.
"""

from __future__ import annotations

import importlib.util
import marshal
import sys
from functools import lru_cache
from pathlib import Path

from plainlang.errors import ConfigError
from plainlang.resources import cache_folder, digest, write_atomically

GROUPS = ("plainlang.rules", "plainlang.checks")


@lru_cache(maxsize=1)
def entry_points() -> dict[str, list[str]]:
    """Return the modules that installed packages name for each of `GROUPS`."""
    folders = [p for p in sys.path if p and Path(p).is_dir()]
    state = [f"{p}:{Path(p).stat().st_mtime_ns}".encode() for p in folders]
    kept = cache_folder() / "compiled" / f"plugins-{digest(state)}.bin"
    try:
        found: dict[str, list[str]] = marshal.loads(kept.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        from importlib import metadata

        found = {g: sorted({e.value for e in metadata.entry_points(group=g)}) for g in GROUPS}
        try:
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(kept, marshal.dumps(found))
        except OSError:
            pass
    return found


def installed_rules() -> list[Path]:
    """Return the folders of rules in installed packages (entry point: a module beside them)."""
    folders: list[Path] = []
    for name in entry_points()["plainlang.rules"]:
        spec = importlib.util.find_spec(name.partition(":")[0])
        if spec is not None and spec.submodule_search_locations:
            folders.extend(Path(p) for p in spec.submodule_search_locations)
    return folders


def installed_checks() -> list[str]:
    """Return the modules of checks in installed packages."""
    return [name.partition(":")[0] for name in entry_points()["plainlang.checks"]]


def load_check_file(path: Path, config: Path | None) -> str:
    """Import a file of custom checks and return its module's name.

    Raises:
        ConfigError: the file is missing or fails when it is imported.
    """
    where = str(config) if config else None
    if not path.is_file():
        raise ConfigError(f"there is no file of checks “{path}”.", path=where)
    name = f"plainlang_custom_{digest([str(path.resolve()).encode()])[:8]}_{path.stem}"
    if name in sys.modules:
        return name
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ConfigError(f"“{path}” is no Python file.", path=where)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        raise ConfigError(f"“{path}” cannot be imported: {error!r}.", path=where) from None
    return name
