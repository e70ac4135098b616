"""Rules and checks of other packages (entry points), and custom checks in files of the user.

Reading the metadata of every installed package is slow, so what it says is kept until a package comes,
goes or changes.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from functools import lru_cache
from pathlib import Path

from plainlang.errors import ConfigError
from plainlang.resources import cache_folder, digest, keep, load_kept

GROUPS = ("plainlang.rules", "plainlang.checks")
_METADATA = (".dist-info", ".egg-info", ".egg", ".egg-link")


@lru_cache(maxsize=1)
def entry_points() -> dict[str, list[str]]:
    """Return the modules that installed packages name for each of `GROUPS`."""
    key = digest(state.encode("utf-8", "surrogateescape") for state in sorted(_packages()))
    name = digest(p.encode("utf-8", "surrogateescape") for p in sys.path)
    kept = cache_folder() / "compiled" / f"plugins-{name}.bin"  # a new state replaces the old one
    if (known := load_kept(kept, key)) is not None:
        return known[0]  # type: ignore[no-any-return]
    from importlib import metadata

    found = {g: sorted({e.value for e in metadata.entry_points(group=g)}) for g in GROUPS}
    keep(kept, key, found)
    return found


def _packages() -> Iterator[str]:
    """Yield what tells one state of the installed packages from another: the folders of their metadata."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as entries:
            for entry in entries:
                if entry.name.endswith(_METADATA):
                    yield f"{entry.path} {entry.stat().st_mtime_ns}"


def installed_rules() -> list[Path]:
    """Return the folders of rules in installed packages: the package named, or the folder of the module.

    Raises:
        ConfigError: a package names rules that are not there.
    """
    folders: list[Path] = []
    for name in _modules("plainlang.rules"):
        try:
            spec = importlib.util.find_spec(name)
        except (ImportError, ValueError):
            spec = None
        if spec is None:
            raise _missing("rules", name, "it is not there")
        if spec.submodule_search_locations:
            folders.extend(Path(p) for p in spec.submodule_search_locations)
        elif spec.origin:
            folders.append(Path(spec.origin).parent)
    return folders


def installed_checks() -> list[str]:
    """Return the modules of checks in installed packages.

    Raises:
        ConfigError: one cannot be imported.
    """
    names = _modules("plainlang.checks")
    for name in names:
        try:
            with redirect_stdout(sys.stderr):  # the other output is the report's
                importlib.import_module(name)
        except (Exception, SystemExit) as error:
            raise _missing("checks", name, repr(error)) from None
    return names


def _modules(group: str) -> list[str]:
    return [value.partition(":")[0].strip() for value in entry_points()[group]]


def _missing(what: str, name: str, why: str) -> ConfigError:
    return ConfigError(
        f"an installed package names {what} in “{name}”, which cannot be used: {why}. "
        "Install the package again, or take it out."
    )


def load_check_file(path: Path) -> str:
    """Import a file of custom checks and return its module's name.

    Raises:
        ConfigError: the file is missing or fails when it is imported.
    """
    if not path.is_file():
        raise ConfigError(f"there is no file of checks “{path}”.")
    # One that changed since is another module: an editor's server, or --watch, goes on for long.
    stat = path.stat()
    state = f"{path.resolve()} {stat.st_mtime_ns} {stat.st_size}"
    key = digest([state.encode("utf-8", "surrogateescape")])[:8]
    name = f"plainlang_custom_{key}_{path.stem}"
    if name in sys.modules:
        return name
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ConfigError(f"“{path}” is no Python file.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        with redirect_stdout(sys.stderr):
            spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        del sys.modules[name]
        problem = f"{type(error).__name__}: {error}".rstrip(": .")
        raise ConfigError(f"“{path}” cannot be imported: {problem}.") from None
    return name
