"""Paths, folders and globs to the files of a run, each with its config. Reads no page."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from errno import ELOOP, ENOENT, ENOTDIR
from fnmatch import fnmatch
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from plainlang.config import Config
from plainlang.errors import reason_of
from plainlang.messages import plural
from plainlang.paths import matches, names_part, relative, starts_at_root
from plainlang.records import NamedTuple

if TYPE_CHECKING:
    from plainlang.gitignore import Ignores

EXCLUDED = "excluded by the config"
REPORT = "a report that plainlang made"
_LEFT_OUT = (
    "the settings leave out all that matches; name a file or folder to check it all the same"
)
_MAGIC = "*?["
_MANY = 20  # words of a command line among which a name with blanks is looked for


class Source(NamedTuple):
    """A file to check and the config it is checked with. `path` is as the user would write it."""

    path: str
    config: Config


class Sources(NamedTuple):
    """The files found, those left out and why, and what was asked for but is not there."""

    files: tuple[Source, ...]
    skipped: tuple[tuple[str, str], ...]
    errors: tuple[str, ...]


def find_sources(paths: Sequence[str], config_of: Callable[[Path], Config]) -> Sources:
    """Find the files that `paths` name; `config_of` gives the config for a folder.

    Folders are searched for what `include` matches, without what `exclude` and `.gitignore` leave
    out. A file or folder that is named is always taken, unless the config says `force-exclude`. A
    file that is named twice is taken once. Reports of plainlang count as excluded.
    """
    search = _Search(config_of, paths)
    for text in _usable(paths, search.errors):
        search.add(text)
    return Sources(tuple(search.found.values()), tuple(search.skipped), tuple(search.errors))


class _Search:
    """What was found so far, each file once, what was left out and why, and what is not there."""

    def __init__(self, config_of: Callable[[Path], Config], paths: Sequence[str]) -> None:
        self._config_of = config_of
        self._paths = paths[:_MANY]
        self.found: dict[str, Source] = {}
        self.skipped: list[tuple[str, str]] = []
        self.errors: list[str] = []

    def add(self, text: str) -> None:
        """Add what a path or pattern of the command line names."""
        path = Path(text)
        if path.exists():
            self._add_named(text, path)
        elif path.is_symlink():
            self._take(path, named=True)  # a link that leads nowhere: said of the page
        elif _is_pattern(text):
            self._add_matching(text, path)
        else:
            problem = self._why_missing(text)
            self.errors.extend([problem] if problem not in self.errors else ())

    def _why_missing(self, text: str) -> str:
        """Say of a path that is not there what may be wrong with it."""
        if text.lower().startswith(("http://", "https://")):
            return (
                f"{text}: plainlang opens no pages on the web; save the page, and check the file."
            )
        words = self._paths
        for start, end in combinations(range(len(words) + 1), 2):
            name = " ".join(words[start:end])
            if text in words[start:end] and end - start > 1 and os.path.exists(name):  # noqa: PTH110
                return f'Put a name with blanks in quotes: "{name}".'
        return f"{text}: there is no such file or folder; check the spelling."

    def _add_named(self, text: str, path: Path) -> None:
        is_folder = path.is_dir()
        config = self._config_of(path if is_folder else path.parent)
        if config.force_exclude and (reason := _why_not(path, config)):
            self.skipped.append((text, reason))
        elif not is_folder:
            self._take(path, named=True)
        else:
            pages = list(self._walk(path))
            for page in pages:
                self._take(page)
            if not pages:
                self.skipped.append((text, _without_pages(path, self._config_of)))

    def _add_matching(self, text: str, pattern: Path) -> None:
        hits = _glob(pattern)
        if not hits:
            self.errors.append(f"{text}: no file matches; check the pattern and the folder.")
        top = _named(pattern)
        wanted = [hit for hit in hits if not self._is_forced_out(hit)]
        kept = [hit for hit in wanted if not _left_out(hit, top, self._config_of(hit.parent))]
        if hits and not kept:
            self.skipped.append((text, _LEFT_OUT if wanted else EXCLUDED))
        for hit in kept:
            for page in self._walk(hit) if hit.is_dir() else [hit]:
                self._take(page)

    def _is_forced_out(self, path: Path) -> bool:
        config = self._config_of(path.parent)
        return config.force_exclude and is_excluded(path, config)

    def _walk(self, top: Path) -> Iterator[Path]:
        """Yield the pages in a folder, in the order of their names."""
        ignores = _ignored_below(top, self._config_of(top))
        for folder, folders, files in os.walk(top, onerror=self._blame_folder):
            here = Path(folder)
            config = self._config_of(here)
            folders[:] = sorted(
                name
                for name in folders
                if not _left_out(here / name, top, config)
                and not (ignores and ignores.match(here / name, True))
            )
            for name in sorted(files):
                path = here / name
                if (
                    _is_included(path, config)
                    and not _left_out(path, top, config)
                    and not (ignores and ignores.match(path, False))
                    and not _never_ends(path)
                ):
                    yield path

    def _blame_folder(self, error: OSError) -> None:
        self.errors.append(f"{error.filename}: this folder cannot be read: {reason_of(error)}.")

    def _take(self, path: Path, *, named: bool = False) -> None:
        if not named and _is_own_report(path):
            self.skipped.append((path.as_posix(), REPORT))
            return
        source = Source(path.as_posix(), self._config_of(path.parent))
        self.found.setdefault(os.path.abspath(path), source)  # noqa: PTH100


def _usable(paths: Sequence[str], errors: list[str]) -> Iterator[str]:
    """Yield the paths that can be looked for; say of the others why not."""
    for text in paths:
        try:
            if text:
                Path(text).stat()
            else:  # it would stand for the current folder
                errors.append("“”: there is no file or folder without a name.")
                continue
        except OSError as error:
            if error.errno not in (ENOENT, ENOTDIR, ELOOP):
                errors.append(f"{text}: this cannot be read: {reason_of(error)}.")
                continue
        yield text


def _is_pattern(text: str) -> bool:
    return any(c in text for c in _MAGIC)


def _named(pattern: Path) -> Path:
    """Return the folder that a pattern names before its first star."""
    while _is_pattern(str(pattern)):
        pattern = pattern.parent
    return pattern


def _glob(pattern: Path) -> list[Path]:
    """Return the files and folders that a pattern names; `[slug]` may be a name, as it stands."""
    top = Path(pattern.anchor)
    text = str(pattern.relative_to(top))
    try:
        found = sorted(top.glob(text)) or sorted(top.glob(text.replace("[", "[[]")))
    except ValueError:  # Python before 3.13 knows “**” only as a whole part
        return []
    return [hit for hit in found if not _never_ends(hit)]


def _why_not(path: Path, config: Config) -> str:
    """Return why even a file that is named is left out, "" when it is not."""
    if is_excluded(path, config):
        return EXCLUDED
    return f"excluded: {REPORT}" if path.is_file() and _is_own_report(path) else ""


def _is_own_report(path: Path) -> bool:
    from plainlang.own_reports import is_own_report  # only what is found in a folder needs it

    return is_own_report(path)


def _ignored_below(top: Path, config: Config) -> Ignores | None:
    """Return what git ignores in a folder, None where the config does not ask for it."""
    if not config.respect_gitignore:
        return None
    from plainlang.gitignore import Ignores  # only what is found in a folder needs it

    return Ignores(top)


def _never_ends(path: Path) -> bool:
    """Tell whether a path is a pipe or a device: reading it can wait forever.

    Who names one wants it, as a shell does for `<(command)`; met on the way it is no page.
    """
    return not path.is_file() and not path.is_dir() and path.exists()


def is_excluded(path: Path, config: Config) -> bool:
    """Tell whether the config leaves a file out."""
    return matches(path, (*config.exclude, *config.extend_exclude), config.root)


def _left_out(path: Path, top: Path, config: Config) -> bool:
    """Tell whether the config leaves out what lies below a folder that was named.

    Who names a folder wants it: what leaves out the folder itself does not count.
    """
    patterns = (*config.exclude, *config.extend_exclude)
    if names_part(path.relative_to(top).parts, patterns):
        return True
    anchored = [p for p in patterns if "/" in p.rstrip("/")]
    if not anchored:
        return False
    named = relative(top, config.root)
    if named is not None:
        anchored = [p for p in anchored if not starts_at_root(named, [p])]
    return starts_at_root(relative(path, config.root) or path.as_posix(), anchored)


def _without_pages(top: Path, config_of: Callable[[Path], Config]) -> str:
    """Say that a folder has no pages, or how many of them are left out, and by what."""
    ignores = _ignored_below(top, config_of(top))
    reasons: dict[Path, str] = {}
    counts: Counter[str] = Counter()
    for folder, folders, files in os.walk(top):
        here = Path(folder)
        outer = reasons.get(here, "")
        config = config_of(top if outer else here)  # what is left out has no say
        for name in (*folders, *files):
            path = here / name
            is_folder = name in folders
            reason = outer or _reason(path, top, config, ignores, is_folder)
            if is_folder:
                reasons[path] = reason
            elif reason and _is_included(path, config):
                counts[reason] += 1
    if not counts:
        return "no pages (HTML, Markdown or text) in this folder"
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    parts = [f"{plural(n, 'page')} by {reason}" for reason, n in ordered]
    return f"all pages in this folder are left out: {', '.join(parts)}"


def _reason(path: Path, top: Path, config: Config, ignores: Ignores | None, is_folder: bool) -> str:
    """Return by what a file or folder is left out, "" when it is not."""
    if _left_out(path, top, config._replace(extend_exclude=())):
        return "“exclude”"
    if _left_out(path, top, config):
        return "“extend-exclude”"
    return ".gitignore" if ignores and ignores.match(path, is_folder) else ""


def _is_included(path: Path, config: Config) -> bool:
    name = path.name
    if any(fnmatch(n, pattern) for n in (name.lower(), name) for pattern in config.include):
        return True
    anchored = [p for p in config.include if "/" in p]
    return bool(anchored) and starts_at_root(
        relative(path, config.root) or path.as_posix(), anchored
    )
