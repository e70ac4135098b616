"""Config files and settings given in Python, read and laid over each other, to a Config.

Says for each mistake the file, the line and the nearest right key.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from plainlang.config.files import forget_files, place_of, read_config
from plainlang.config.model import Config, build_config
from plainlang.config.schema import line_of, validate, validate_audience
from plainlang.errors import ConfigError


def blame(config: Config, message: str, *words: str) -> ConfigError:
    """Return an error that says where, in a config or what it extends, the last of `words` stands.

    What stands in none of them came from the command line: no file is to blame.
    """
    if config.path is None:
        return ConfigError(message)
    path, line = place_of(config.path, *words)
    if line is None:
        return ConfigError(message)
    return ConfigError(message, path=str(path), line=line)


def forget() -> None:
    """Look for config files, and read them, anew: they may have changed since."""
    forget_files()
    _load.cache_clear()


def load_config(path: Path | None) -> Config:
    """Load a config file, or the defaults for None.

    Raises:
        ConfigError: the file cannot be read or holds what cannot be used.
    """
    if path is None:
        return Config()
    return _load(path.resolve())


@lru_cache(maxsize=256)
def _load(path: Path) -> Config:
    data, text = read_config(path)
    merged = _merged(data, path, text, ())
    validate_audience(merged, path, text)
    return build_config(merged, path)


def _merged(data: dict[str, Any], path: Path, text: str, seen: tuple[Path, ...]) -> dict[str, Any]:
    """Return the settings of a file on top of those that it extends."""
    validate(data, path, text)
    bases = data.get("extends", [])
    merged: dict[str, Any] = {}
    for name in [bases] if isinstance(bases, str) else bases:
        base = (path.parent / name).resolve()
        if base in (*seen, path):
            raise ConfigError(
                f"“extends” leads back to “{name}”; take one of them out.",
                path=str(path),
                line=line_of(text, "extends", str(name)),
            )
        if not base.is_file():
            raise ConfigError(f"“extends” names “{name}”, which is no file.", path=str(path),
                              line=line_of(text, "extends", str(name)))  # fmt: skip
        more, its_text = read_config(base)
        found = _merged(more, base, its_text, (*seen, path))
        merged = _merge(merged, _rooted(found, base.parent))
    return _merge(merged, {key: value for key, value in data.items() if key != "extends"})


def _rooted(data: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return settings whose paths start at the folder of their own file."""
    out = dict(data)
    for key in ("rules-folders", "checks"):
        if key in out:
            out[key] = [str(folder / name) for name in out[key]]
    if "baseline" in out:
        out["baseline"] = str(folder / out["baseline"])
    return out


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    out = dict(base)
    for key, value in over.items():
        old = out.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            out[key] = _merge(old, value)
        elif key in ("suppress", "extend-select", "extend-exclude", "add") and isinstance(
            old, list
        ):
            out[key] = [*old, *value]
        else:
            out[key] = value
    return out


def config_from(options: Mapping[str, Any]) -> Config:
    """Make a Config of settings given in Python, with the same keys as in a file.

    Raises:
        ConfigError: a key or a value cannot be used.
    """
    data = {key.replace("_", "-"): value for key, value in options.items()}
    path = Path("<config>")
    merged = _merged(data, path, "", ())
    validate_audience(merged, path, "")
    return build_config(merged)
