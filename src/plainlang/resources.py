"""Where plainlang's own data lies, and how a slow-to-read file becomes a fast one.

Word lists and rules are text that people edit; what is made of them is kept in the user's cache
folder, addressed by the sizes and times of the files, and read with `marshal`. A cache that cannot be
read or written only costs time: it is never an error. Nor is one that was damaged: a checksum
tells for what is read as a whole.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from errno import EACCES
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

try:
    from _blake2 import blake2b as blake2b  # as in `hashlib`, which loads all of OpenSSL beside it
except ImportError:
    from hashlib import blake2b

T = TypeVar("T")

_PACKAGE = Path(__file__).parent
_LIBRARIES = ("turbohtml", "pyromark", "wordfreq", "textstat")


@lru_cache(maxsize=1)
def rules_folder() -> Path:
    """Return the folder of the rules that come with plainlang.

    In a wheel they lie inside the package; in a checkout (editable install) at its top level.
    """
    installed = _PACKAGE / "_rules"
    if installed.is_dir():
        return installed
    return _PACKAGE.parent.parent / "rules"


@lru_cache(maxsize=1)
def cache_folder() -> Path:
    """Return the folder for everything that can be made again (`PLAINLANG_CACHE_DIR` wins).

    Who has no home, as some have in containers, gets a folder that cannot be: nothing is kept.
    """
    if chosen := os.environ.get("PLAINLANG_CACHE_DIR"):
        return Path(chosen)
    try:
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches"
        else:
            base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:
        base = os.devnull
    return Path(base) / "plainlang"


def digest(parts: Iterable[bytes]) -> str:
    """Return a hexadecimal digest of `parts`, in which their boundaries count."""
    h = blake2b(digest_size=16)
    for part in parts:
        h.update(len(part).to_bytes(8, "little"))
        h.update(part)
    return h.hexdigest()


@lru_cache(maxsize=8)
def library_file(name: str) -> Path | None:
    """Return the main file of an installed package, without running its code; None without one."""
    spec = find_spec(name)
    return None if spec is None or spec.origin is None else Path(spec.origin)


@lru_cache(maxsize=1)
def program_key() -> str:
    """Return what tells one state of plainlang, its rules, words, libraries and Python from another."""
    states = [sys.version, *_states_below(str(_PACKAGE))]
    if not rules_folder().is_relative_to(_PACKAGE):
        states.extend(_states_below(str(rules_folder())))
    states.extend(_state(file) for name in _LIBRARIES if (file := library_file(name)) is not None)
    return digest(["\n".join(sorted(states)).encode("utf-8", "surrogatepass")])


def _states_below(folder: str) -> Iterator[str]:
    """Yield the states of all files below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _states_below(entry.path)
                continue
            with suppress(OSError):  # editors lock a file with a link that leads nowhere
                yield _stated(entry.path, entry.stat())


def files_in(folder: Path, start: str = "", ending: str = "") -> list[Path]:
    """Return the files and folders in a folder whose names start and end so, in order; see `Path.glob`.

    To ask for a glob takes Python a pattern to compile.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError:
        return []
    met = ((name, os.path.normcase(name)) for name in names)
    return [folder / name for name, low in met if low.startswith(start) and low.endswith(ending)]


def _state(file: Path) -> str:
    return _stated(str(file), file.stat())


def _stated(path: str, stat: os.stat_result) -> str:
    """Return what tells one state of a file from another without reading it."""
    return f"{path} {stat.st_size} {stat.st_mtime_ns}"


def stamps(paths: Iterable[str]) -> dict[str, str]:
    """Return the digests of files; "" for one that is not there.

    “?path” asks only whether there is such a file or folder, whatever it holds.
    """
    out = {}
    for path in paths:
        try:
            if path.startswith("?"):
                out[path] = "there" if Path(path[1:]).exists() else ""
            else:
                out[path] = digest([Path(path).read_bytes()])
        except OSError:
            out[path] = ""
    return out


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` so that a reader sees the old file or the new one, never a part.

    Who owns and who may read a file that is there stays as it is, and a link stays a link. A device or a
    pipe is written to: no file may take its place.

    Raises:
        OSError: it cannot be written, or a file that is there is protected against that.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    path = path.resolve()
    old = path.stat() if path.exists() else None
    if old is not None and not os.access(path, os.W_OK):  # a new one could take its place
        raise PermissionError(EACCES, os.strerror(EACCES), str(path))
    # Processes in two containers, and threads, can have one number.
    temporary = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        temporary.write_bytes(data)
        if old is not None:
            if hasattr(os, "chown"):
                with suppress(OSError):
                    os.chown(temporary, old.st_uid, old.st_gid)
            temporary.chmod(old.st_mode)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def compiled(kind: str, files: Iterable[Path], build: Callable[[list[bytes]], T]) -> T:
    """Return `build(contents of files)`, kept between runs until a file or plainlang changes.

    `kind` names what is built. The result must be made of what `marshal` knows: numbers, strings, bytes,
    tuples, lists, dicts, sets, None. A file is not read to see that it is unchanged: its size and its
    time tell.
    """
    files = list(files)
    kept, key = _kept(kind, files)
    found = load_kept(kept, key)
    if found is not None:
        return found[0]  # type: ignore[no-any-return]
    result = build([file.read_bytes() for file in files])
    keep(kept, key, result)
    return result


def built_from(
    kind: str,
    place: Path,
    contents: Iterable[bytes],
    build: Callable[[], T],
    also: Callable[[T], dict[str, str]] = lambda _: {},
) -> T:
    """Return `build()`, kept between runs as long as it is made of the same `contents`.

    For small files of a user's: two states of one can have the same size, and times as the disk notes
    them. `place` is where they lie, so that a new state replaces the old one; `also` returns the stamps
    of files that only who builds finds out about.
    """
    who = digest([sys.version.encode(), os.fsencode(_PACKAGE), os.fsencode(place)])
    kept = cache_folder() / "compiled" / f"{kind}-{who}.bin"
    key = digest(contents)
    found = load_kept(kept, key)
    if found is not None and stamps(also(found[0])) == also(found[0]):
        return found[0]  # type: ignore[no-any-return]
    result = build()
    keep(kept, key, result)
    return result


def stored(kind: str, files: Iterable[Path], build: Callable[[list[bytes]], bytes]) -> Stored:
    """Return what `compiled` would, for bytes of which little is looked at: they stay on the disk.

    So no checksum is asked for: to read it all would take longer than what is looked up.
    """
    files = list(files)
    kept, key = _kept(kind, files)
    with suppress(OSError):
        found = StoredBytes(kept)
        if found.is_of(key):
            return found
    result = build([file.read_bytes() for file in files])
    _write_kept(kept, key, result)
    return result


class StoredBytes:
    """The bytes of a file, of which each slice is read when it is asked for.

    They take no memory, as those of a mapped file do in the end.
    """

    __slots__ = ("_descriptor", "size")

    def __init__(self, path: Path) -> None:
        self._descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self.size = os.fstat(self._descriptor).st_size

    def __getitem__(self, part: slice) -> bytes:
        start, stop, _ = part.indices(self.size)
        return _read_at(self._descriptor, max(0, stop - start), start)

    def is_of(self, key: str) -> bool:
        """Tell whether the file was kept under a key, which stands at its end: it was not cut short."""
        end = self.size - len(_seal("", 0))
        return self[max(0, end - len(key)) : end] == key.encode()

    def __del__(self) -> None:
        if hasattr(self, "_descriptor"):
            os.close(self._descriptor)


def _seek_and_read(descriptor: int, length: int, start: int) -> bytes:
    os.lseek(descriptor, start, os.SEEK_SET)
    return os.read(descriptor, length)


# Where processes can share an open file, none of them may move its place.
_read_at = getattr(os, "pread", _seek_and_read)
Stored = bytes | StoredBytes


def _kept(kind: str, files: Sequence[Path]) -> tuple[Path, str]:
    """Return the file for what is made of `files`, and the key of their state and plainlang's."""
    places = (os.fsencode(place) for place in (_PACKAGE, *files))
    paths = digest([sys.version.encode(), *places])
    states = (_state(file).encode("utf-8", "surrogatepass") for file in files)
    key = digest([program_key().encode(), *states])
    file = cache_folder() / "compiled" / f"{kind}-{paths}.bin"  # a new state replaces the old one
    return file, key


def load_kept(file: Path, key: str) -> tuple[Any] | None:
    """Return what was kept in a file under a key; None for what is missing or damaged."""
    try:
        data = memoryview(file.read_bytes())
    except OSError:
        return None
    end = max(0, len(data) - len(_seal(key, 0)))
    # A bit that is wrong gives other rules or words, not an error.
    return (marshal.loads(data),) if data[end:] == _seal(key, crc32(data[:end])) else None


def keep(file: Path, key: str, value: Any) -> None:
    """Keep a value that `marshal` knows; a folder that cannot be written only costs time."""
    with suppress(ValueError):
        _write_kept(file, key, marshal.dumps(value))


def _write_kept(file: Path, key: str, data: bytes) -> None:
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, data + _seal(key, crc32(data)))


def _seal(key: str, checksum: int) -> bytes:
    """Return what stands behind kept data."""
    return key.encode() + checksum.to_bytes(4, "little")
