"""Paths, folders and globs to the files of a run, each with its config. Reads no page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from plainlang.config import Config

_MAGIC = "*?["


@dataclass(frozen=True, slots=True)
class Source:
    """A file to check and the config it is checked with. `path` is as the user would write it."""

    path: str
    config: Config


@dataclass(frozen=True, slots=True)
class Sources:
    """The files found, those left out and why, and what was asked for but is not there."""

    files: tuple[Source, ...]
    skipped: tuple[tuple[str, str], ...]
    errors: tuple[str, ...]


def find_sources(
    paths: Sequence[str], config_of: Callable[[Path], Config], *, force_exclude: bool = False
) -> Sources:
    """Find the files that `paths` name; `config_of` gives the config for a folder.

    Folders are searched for what `include` matches, without what `exclude` and `.gitignore` leave
    out. A file that is named is always taken, unless `force_exclude`.
    """
    found: dict[str, Source] = {}
    skipped: list[tuple[str, str]] = []
    errors: list[str] = []
    for text in paths:
        path = Path(text)
        if path.is_dir():
            before = len(found)
            for file in _walk(path, config_of):
                name = _name(file)
                found.setdefault(name, Source(name, config_of(file.parent)))
            if len(found) == before and not any(Path(n).is_relative_to(path) for n in found):
                skipped.append((text, "no pages in this folder"))
        elif path.exists():
            config = config_of(path.parent)
            if (force_exclude or config.force_exclude) and is_excluded(path, config):
                skipped.append((text, "excluded by the config"))
            else:
                found.setdefault(_name(path), Source(_name(path), config))
        elif any(c in text for c in _MAGIC):
            matches = sorted(_glob(text))
            if not matches:
                errors.append(f"{text}: no file matches; check the pattern and the folder.")
            for match in matches:
                if match.is_file() and not is_excluded(match, config_of(match.parent)):
                    found.setdefault(_name(match), Source(_name(match), config_of(match.parent)))
        else:
            errors.append(f"{text}: there is no such file or folder; check the spelling.")
    return Sources(tuple(found.values()), tuple(skipped), tuple(errors))


def _name(path: Path) -> str:
    name = path.as_posix()
    return name[2:] if name.startswith("./") else name


def _glob(pattern: str) -> Iterator[Path]:
    path = Path(pattern)
    if path.is_absolute():
        return Path(path.anchor).glob(str(path.relative_to(path.anchor)))
    return Path().glob(pattern)


def is_excluded(path: Path, config: Config) -> bool:
    """Tell whether the config leaves a file out."""
    patterns = (*config.exclude, *config.extend_exclude)
    return _matches(path, patterns, config.root)


def _matches(path: Path, patterns: Sequence[str], root: Path) -> bool:
    try:
        relative = path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        relative = path.as_posix()
    parts = relative.split("/")
    for pattern in patterns:
        bare = pattern.rstrip("/")
        if "/" in bare:
            if fnmatch(relative, bare.lstrip("/")) or fnmatch(relative, f"{bare.lstrip('/')}/*"):
                return True
        elif any(fnmatch(part, bare) for part in parts):
            return True
    return False


def _walk(top: Path, config_of: Callable[[Path], Config]) -> Iterator[Path]:
    """Yield the pages in a folder, in the order of their names."""
    ignores = _Ignores(top) if config_of(top).respect_gitignore else None
    for folder, folders, files in os.walk(top):
        here = Path(folder)
        config = config_of(here)
        excluded = (*config.exclude, *config.extend_exclude)
        folders[:] = sorted(
            f
            for f in folders
            if not _matches(here / f, excluded, config.root)
            and not (ignores and ignores.match(here / f, True))
        )
        for file in sorted(files):
            path = here / file
            if not any(
                fnmatch(file.lower(), p) or fnmatch(path.as_posix(), p) for p in config.include
            ):
                continue
            if _matches(path, excluded, config.root) or (ignores and ignores.match(path, False)):
                continue
            yield path


class _Ignores:
    """The .gitignore files from the repository's top down, read as they are met."""

    def __init__(self, top: Path) -> None:
        self._specs: dict[Path, Any] = {}
        self._top = top.resolve()
        for folder in (self._top, *self._top.parents):
            if (folder / ".git").exists():
                self._top = folder
                break

    def match(self, path: Path, is_folder: bool) -> bool:
        full = path.absolute()
        for folder in full.parents:
            spec = self._spec(folder)
            if spec is not None:
                relative = full.relative_to(folder).as_posix() + ("/" if is_folder else "")
                if spec.match_file(relative):
                    return True
            if folder == self._top:
                break
        return False

    def _spec(self, folder: Path) -> Any:
        if folder not in self._specs:
            file = folder / ".gitignore"
            spec = None
            if file.is_file():
                import pathspec

                lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
                spec = pathspec.GitIgnoreSpec.from_lines(lines)
            self._specs[folder] = spec
        return self._specs[folder]
