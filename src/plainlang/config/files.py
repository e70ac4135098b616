"""Where config files lie, and what is written in them. Knows no setting and makes no Config."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from plainlang.config.schema import line_of
from plainlang.errors import ConfigError, reason_of
from plainlang.paths import is_there
from plainlang.patterns import compile_pattern
from plainlang.resources import built_from

NAMES = (".plainlang.toml", "plainlang.toml")
_OUR_TABLE = compile_pattern(
    r"""^\s*\[\[?\s*["']?tool["']?\s*\.\s*["']?plainlang(?![\w-])""", re.MULTILINE
)
_MAYBE_OURS = compile_pattern(
    r"""^\s*["']?(?:tool["']?\s*\.\s*["']?)?plainlang(?![\w-])""", re.MULTILINE
)
_HEADER = compile_pattern(r"^[ \t]*\[")


def find_config(start: Path) -> Path | None:
    """Return the nearest config file at or above a folder, or None."""
    return _find(start.resolve())


@lru_cache(maxsize=4096)
def _find(folder: Path) -> Path | None:
    for name in NAMES:
        file = folder / name
        if is_there(file) and not file.is_dir():
            return file  # a link that leads nowhere must not be passed over
    pyproject = folder / "pyproject.toml"
    if is_there(pyproject) and not pyproject.is_dir() and _is_ours(pyproject):
        return pyproject
    return _find(folder.parent) if folder.parent != folder else None


def _is_ours(pyproject: Path) -> bool:
    """Tell whether a pyproject.toml holds settings of plainlang, or means to."""
    try:
        text = pyproject.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    if _OUR_TABLE.search(text):
        return True
    if not _MAYBE_OURS.search(text):
        return False
    import tomllib

    try:
        return "plainlang" in tomllib.loads(text).get("tool", {})
    except (tomllib.TOMLDecodeError, RecursionError, TypeError):
        return False


def forget_files() -> None:
    """Look for config files anew."""
    _find.cache_clear()


def read_config(path: Path) -> tuple[dict[str, Any], str]:
    """Return the settings in a config file, and its text.

    Raises:
        ConfigError: the file cannot be read, or is no TOML.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(
            f"the config cannot be read: {reason_of(error)}.", path=str(path)
        ) from None
    except UnicodeDecodeError:
        raise ConfigError("the config is not UTF-8; save it as UTF-8.", path=str(path)) from None
    data = built_from("config", path, [text.encode()], lambda: _parsed(path, text))
    if path.name == "pyproject.toml":
        tools = data.get("tool")
        if not isinstance(tools, dict) or "plainlang" not in tools:
            raise ConfigError(
                "there is no table “[tool.plainlang]” in this file; add one, or name another file.",
                path=str(path),
            )
        data = tools["plainlang"]
        if not isinstance(data, dict):
            raise ConfigError("“tool.plainlang” must be a table.", path=str(path),
                              line=line_of(text, "plainlang"))  # fmt: skip
        text = _our_part(text)
    return data, text


def _parsed(path: Path, text: str) -> dict[str, Any]:
    """Return what a config says. To load a parser takes longer than to check a page.

    Raises:
        ConfigError: it is no TOML.
    """
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        problem = re.sub(r"\s*\(at [^)]*\)", "", str(error))
        raise ConfigError(
            f"this is not valid TOML: {problem}.",
            path=str(path),
            line=int(found[1]) if found else text.rstrip().count("\n") + 1,  # at the end
        ) from None
    except RecursionError:
        raise ConfigError("this is nested too deeply to be a config.", path=str(path)) from None


def _our_part(pyproject: str) -> str:
    """Return a pyproject.toml with the tables of other tools made blank, so that lines still count."""
    if not _OUR_TABLE.search(pyproject):
        return pyproject
    lines, ours = [], False
    for line in pyproject.split("\n"):
        if _HEADER.match(line):
            ours = _OUR_TABLE.match(line) is not None
        lines.append(line if ours else "")
    return "\n".join(lines)


def place_of(path: Path, *words: str) -> tuple[Path, int | None]:
    """Return the file, of a config and those that it extends, and the line where `words` lead.

    Without such a place: the config itself.
    """
    for file, text in _chain(path):
        if (line := line_of(text, *words)) is not None:
            return file, line
    return path, None


def files_of_config(path: Path) -> list[Path]:
    """Return a config file and those that it extends, as far as they can be read."""
    return [path, *(file for file, _ in _chain(path) if file != path)]


def _chain(path: Path) -> Iterator[tuple[Path, str]]:
    """Yield a config and those that it extends, each with its text, up to one that is broken."""
    waiting = [path]
    for file in waiting:  # it grows
        try:
            data, text = read_config(file)
        except ConfigError:
            break
        yield file, text
        bases = data.get("extends", [])
        more = [file.parent / name for name in ([bases] if isinstance(bases, str) else bases)]
        waiting.extend(base for base in more if base not in waiting)
