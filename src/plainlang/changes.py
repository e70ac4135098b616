"""What a change made worse: the pages as they were at a git revision beside the pages as they are.

Asks git, and checks the old state with the same rules; changes nothing.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from plainlang.baseline import entry_of, match
from plainlang.config import Config
from plainlang.errors import ConfigError, reason_of
from plainlang.findings import PageResult, Suppressed
from plainlang.language.level.targets import EASIER_WHEN_HIGHER
from plainlang.run import Checked, Setup, check_bytes

_SUBMODULES = "--ignore-submodules=none"  # whatever the settings of git say
_ROSE = 0.1  # grades, as they are shown


class Changes:
    """The files that differ from a revision, and what got worse in them."""

    def __init__(self, revision: str, folder: Path, setup: Setup) -> None:
        self.revision = revision
        self._setup = setup
        self._top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().strip())
        self._commit = _fork(folder, _commit(folder, revision))
        self._old_names = self._changed()
        self._held = self._names_held()
        self.harder: list[str] = []
        self.worse: list[str] = []

    def _changed(self) -> dict[Path, str | None]:
        """Return the changed files and their names at the revision, None for a new one."""
        out = _git(self._top, "diff", "--name-status", "-z", "-M", _SUBMODULES, self._commit)
        parts = iter(_names(out))
        found: dict[Path, str | None] = {}
        for status in parts:
            name = next(parts)
            new = next(parts) if status[0] in "RC" else name
            found[self._top / new] = None if status[0] == "A" else name
        others = _git(self._top, "ls-files", "--others", "--exclude-standard", "-z")
        for name in _names(others):
            found[self._top / name] = None
        return found

    def _names_held(self) -> frozenset[Path]:
        """Return the files that the revision has, and the folders of its submodules."""
        out = _git(self._top, "ls-tree", "-r", "-z", "--name-only", self._commit)
        return frozenset(self._top / name for name in _names(out))

    def touches(self, path: str) -> bool:
        """Tell whether a file differs from the revision, or may: git cannot tell of all files."""
        full = Path(path).resolve()
        for part in (full, *full.parents):
            if part in self._old_names:
                return True
            if part in self._held:
                return False
        return True

    def filter(self, results: Iterable[Checked]) -> Iterator[Checked]:
        """Yield the results without the findings that the revision had already."""
        for page, config in results:
            before = self._before(page, config)
            if before is None:
                yield page, config
            else:
                self._compare(before, page)
                yield self._without(page, before), config

    def news(self, page: PageResult, config: Config) -> PageResult:
        """Return a result without the findings that the revision had already."""
        before = self._before(page, config)
        return page if before is None else self._without(page, before)

    def _before(self, page: PageResult, config: Config) -> PageResult | None:
        """Return what the revision has of a page, None for a new one."""
        old = self._old_names.get(Path(page.path).resolve())
        if old is None:
            return None
        data = _git(self._top, "show", f"{self._commit}:{old}")
        return check_bytes(data, page.path, config, self._setup)

    def _without(self, page: PageResult, before: PageResult) -> PageResult:
        known = [entry_of(f, "") for f in before.findings]
        accepted = match(page.findings, known, [])
        pairs = list(zip(page.findings, accepted, strict=True))
        dropped = [Suppressed(f, "revision", f"in {self.revision} too") for f, e in pairs if e]
        return page.keeping([f for f, e in pairs if e is None], [*page.suppressed, *dropped])

    def _compare(self, before: PageResult, now: PageResult) -> None:
        old = (before.reading or {}).get("grade")
        new = (now.reading or {}).get("grade")
        if old is None or new is None or now.reading is None:
            return
        metric = now.reading["metric"]
        eased = metric in EASIER_WHEN_HIGHER
        if round(old - new if eased else new - old, 1) < _ROSE:
            return
        what = "grade" if metric == "plainlang" else metric
        moved = "fell" if eased else "rose"
        self.harder.append(f"{now.path}: the {what} {moved} from {old:g} to {new:g}.")
        if now.reading["verdict"] != "meets":
            missed = "misses" if eased else "lies above"
            self.worse.append(
                f"{now.path}: it got harder to read than at {self.revision},"
                f" and {missed} its target ({what} {old:g} then, {new:g} now)."
            )

    def notes(self) -> tuple[str, ...]:
        """Return what got harder."""
        return ("What got harder:", *(f"  {line}" for line in self.harder)) if self.harder else ()


def _commit(folder: Path, revision: str) -> str:
    try:
        named = f"{revision}^{{commit}}"
        return _git(folder, "rev-parse", "--verify", "--end-of-options", named).decode().strip()
    except ConfigError:
        raise ConfigError(
            f"--diff-base: git knows no revision “{revision}”. In CI, fetch it first."
        ) from None


def _fork(folder: Path, commit: str) -> str:
    """Return where the work at hand left a commit's history; the commit itself if git cannot tell.

    What was mended on the other branch since is no fault of this one.
    """
    try:
        return _git(folder, "merge-base", "HEAD", commit).decode().strip()
    except ConfigError:  # a shallow clone, or histories that have nothing in common
        return commit


def _names(out: bytes) -> list[str]:
    """Return the parts of what git wrote for `-z`."""
    return [name for name in out.decode("utf-8", "surrogateescape").split("\0") if name]


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False
        )
    except OSError as error:
        problem = reason_of(error)
        raise ConfigError(f"--diff-base needs git, which cannot be run: {problem}.") from None
    if done.returncode:
        problem = " ".join(done.stderr.decode("utf-8", "replace").split()) or "it failed"
        raise ConfigError(f"--diff-base: git says: {problem.removeprefix('fatal: ').rstrip('.')}.")
    return done.stdout
