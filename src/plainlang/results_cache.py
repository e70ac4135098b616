"""Results kept between runs: a page that did not change is not checked again.

Addressed by all that a result is made of: the page's bytes and path, the config, the rules and word
lists, plainlang and the libraries it reads pages with. Many processes may use it at once: a result
is written whole or not at all. A cache that cannot be used only costs time.
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import plainlang
from plainlang.config import Config
from plainlang.config.text import as_dict
from plainlang.findings import PageResult
from plainlang.resources import (
    cache_folder,
    digest,
    program_key,
    rules_folder,
    stamps,
    write_atomically,
)
from plainlang.run import Setup

_DATA = (".yaml", ".yml", ".tsv", ".txt")
_DAY = 24 * 60 * 60
_KEEP = 30 * _DAY
_MOST = 512 * 1024 * 1024
_SUM = 32  # characters of the digest before a result


class ResultsCache:
    """Finds and keeps results; see the module."""

    def __init__(self, setup: Setup, folder: Path | None = None) -> None:
        self._folder = folder or cache_folder() / "results"
        self._setup = setup
        self._contexts: dict[Config, bytes] = {}

    def key(self, data: bytes, path: str, config: Config, *, detail: bool) -> str:
        """Return the address of a page's result."""
        context = self._contexts.get(config)
        if context is None:
            context = self._contexts[config] = self._context(config)
        return digest([context, path.encode("utf-8", "surrogatepass"), bytes([detail]), data])

    def get(self, key: str) -> PageResult | None:
        """Return the result kept at an address, None when there is none or it no longer holds."""
        import pickle

        file = self._file(key)
        try:
            kept = file.read_bytes()
            if kept[:_SUM] != digest([kept[_SUM:]]).encode():
                return None  # a bit that is wrong gives another result, not an error
            found = pickle.loads(kept[_SUM:])  # noqa: S301 - written by this very user
            if time.time() - file.stat().st_mtime > _DAY:
                file.touch()
        except Exception:  # a damaged file may raise anything
            return None
        if not isinstance(found, PageResult) or stamps(found.depends) != found.depends:
            return None
        return found

    def put(self, key: str, result: PageResult) -> None:
        """Keep a result; one of a page that could not be read is not kept."""
        if result.error is not None or result.faults:
            return
        import pickle

        file = self._file(key)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            data = pickle.dumps(result, protocol=5)
            write_atomically(file, digest([data]).encode() + data)
        except OSError:
            pass

    def prune(self) -> None:
        """Once a day, drop what nobody asked for in a month, and the oldest above the size limit.

        What was compiled or learnt a month ago goes, too: most of it is not addressed any more, and the
        rest is made again. So does what a run that was killed left half written.
        """
        marker = self._folder / "pruned"
        now = time.time()
        try:  # a mark from a day to come was set by a clock that was wrong
            if marker.exists() and abs(now - marker.stat().st_mtime) < _DAY:
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            marker.touch()
            files = sorted(((f.stat(), f) for f in self._folder.glob("??/*.*")),
                           key=lambda pair: -pair[0].st_mtime)  # fmt: skip
        except OSError:
            return
        total = 0
        for stat, file in files:
            total += stat.st_size
            if now - stat.st_mtime > _KEEP or total > _MOST:
                try:
                    file.unlink(missing_ok=True)
                except OSError:
                    continue
        for name in ("compiled", "learnt"):
            for file in (self._folder.parent / name).glob("*.*"):
                with suppress(OSError):
                    if now - file.stat().st_mtime > _KEEP:
                        file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}.bin"

    def _context(self, config: Config) -> bytes:
        loaded = self._setup.loaded(config)
        parts = [program_key(), plainlang.__version__, repr(as_dict(config))]
        parts.append(f"{config.root} {config.settings.root}")  # where its paths start
        parts.append(str(Path.cwd()))  # where a path leads, and what the config says of it
        own = sorted({*loaded.folders} - {rules_folder()})  # whose state is in program_key
        files = [
            str(file)
            for folder in own
            for file in sorted(folder.rglob("*"))
            if file.suffix in _DATA
        ]
        files.extend(file for module in loaded.checks for file in _files_of(module))
        parts.extend(part for pair in stamps(files).items() for part in pair)
        return digest(part.encode("utf-8", "surrogatepass") for part in parts).encode()


def _files_of(module: str) -> list[str]:
    """Return the file of a module with custom checks, and those beside it that it may read or import."""
    loaded = sys.modules.get(module)
    spec = find_spec(module) if loaded is None else None
    file = spec.origin if spec is not None else getattr(loaded, "__file__", None)
    if not file:
        return []
    try:
        beside = [str(f) for f in Path(file).parent.iterdir() if f.suffix in (".py", *_DATA)]
    except OSError:
        beside = []
    return sorted({file, *beside})
