"""Files told by patterns, as the config writes them: from the config's folder on. Reads no file.

A pattern without a slash is the name of a file or of a folder; one with a slash starts at the
config's folder. `*` and `?` stand for any characters, `[…]` for one of some, `**/` for any folders or
none.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path

from plainlang.patterns import compile_pattern


def is_there(path: Path) -> bool:
    """Tell whether there is a file, a folder or a link; not, where its folder may not be searched."""
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return False


def repository_around(folder: Path) -> Path | None:
    """Return the top folder of the git repository that a resolved folder lies in, or None."""
    return next((f for f in (folder, *folder.parents) if is_there(f / ".git")), None)


def same_file(target: Path, paths: Iterable[str]) -> str | None:
    """Return the path that leads to the same file as `target`, through links too, or None."""
    try:
        state = target.stat()
    except (OSError, ValueError):  # most often: there is no such file yet
        return None
    for path in paths:
        try:
            other = os.stat(path)  # noqa: PTH116 (once for each page of a run)
        except (OSError, ValueError):
            continue
        if (other.st_dev, other.st_ino) == (state.st_dev, state.st_ino):
            return path
    return None


def relative(path: Path, root: Path) -> str | None:
    """Return a path as seen from `root`, with slashes; None when it lies elsewhere.

    A link counts where it lies, not where it leads.
    """
    full = path.parent.resolve() / path.name
    root = root.resolve()
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else None


def matches(path: Path, patterns: Sequence[str], root: Path) -> bool:
    """Tell whether one of the patterns names a file, or a folder that it is in."""
    if not patterns:
        return False
    seen = relative(path, root)
    if seen == ".":
        return False
    parts = seen.split("/") if seen is not None else [path.name]
    return names_part(parts, patterns) or starts_at_root(seen or path.as_posix(), patterns)


def matches_anywhere(path: Path, patterns: Sequence[str], root: Path) -> bool:
    """Tell the same, for patterns that may also start at a folder below the root."""
    deeper = [f"*/{p}" for p in patterns if "/" in p.rstrip("/") and not p.startswith("/")]
    return matches(path, (*patterns, *deeper), root)


def names_part(parts: Sequence[str], patterns: Sequence[str]) -> bool:
    """Tell whether a pattern without a slash names a part of a path."""
    bare = [p.rstrip("/") for p in patterns if "/" not in p.rstrip("/")]
    return any(fnmatch(part, pattern) for pattern in bare for part in parts)


def starts_at_root(path: str, patterns: Sequence[str]) -> bool:
    """Tell whether a pattern with a slash names a path, or a folder that it is in."""
    seen = _doubled(path)
    for pattern in patterns:
        bare = pattern.rstrip("/")
        if "/" in bare:
            named = _ANY_FOLDERS.sub("*/", _doubled(bare.lstrip("/")))
            if fnmatch(seen, named) or fnmatch(seen, f"{named}//*"):
                return True
    return False


# With two slashes for each, "a/**/b" is "//a/*/b": the star may be empty, and parts no name.
_ANY_FOLDERS = compile_pattern(r"(?<=/)/(?:\*\*//)+")


def _doubled(path: str) -> str:
    return f"/{path}".replace("/", "//")


def usual(pattern: str) -> str:
    """Return a pattern with slashes, and with no dot for the folder that it starts at."""
    pattern = pattern.replace("\\", "/")
    return pattern[1:] if pattern.startswith("./") else pattern
