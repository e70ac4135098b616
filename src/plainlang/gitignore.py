"""What git leaves out of a folder: the `.gitignore` files that count for it. Reads no page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from plainlang.paths import repository_around


class Ignores:
    """The .gitignore files from the repository's top down, read as they are met.

    A folder that was named is searched even if it is ignored itself; then only those in it count.
    """

    def __init__(self, top: Path) -> None:
        self._specs: dict[Path, Any] = {}
        self._named = top
        self._folder = top.resolve()
        self._top = repository_around(self._folder) or self._folder
        if self._ignored(self._folder, is_folder=True):
            self._top = self._folder

    def match(self, path: Path, is_folder: bool) -> bool:
        """Tell whether git ignores a file or folder below the one that was named."""
        return self._ignored(self._folder / path.relative_to(self._named), is_folder)

    def _ignored(self, full: Path, is_folder: bool) -> bool:
        if full == self._top:
            return False
        for folder in full.parents:
            spec = self._spec(folder)
            if spec is not None:
                below = full.relative_to(folder).as_posix() + ("/" if is_folder else "")
                told = spec.check_file(below).include
                if told is not None:  # the nearest file that names it decides
                    return bool(told)
            if folder == self._top:
                break
        return False

    def _spec(self, folder: Path) -> Any:
        if folder not in self._specs:
            try:
                text = (folder / ".gitignore").read_text(encoding="utf-8-sig", errors="replace")
            except OSError:  # most often: there is none
                text = ""
            self._specs[folder] = _read_spec(text.split("\n")) if text else None
        return self._specs[folder]


def _read_spec(lines: list[str]) -> Any:
    """Return what the lines of a .gitignore say; a pattern that is none matches nothing, as in git."""
    import pathspec

    try:
        return pathspec.GitIgnoreSpec.from_lines(lines)
    except (ValueError, re.error):
        return None if len(lines) == 1 else _read_spec([p for p in lines if _read_spec([p])])
