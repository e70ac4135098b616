"""What was once worked out about words, kept between runs.

Pages share most of their words. To count a word's syllables or look at its form takes longer than all
that is done with it later, so each value is kept in the user's cache folder, until plainlang or its
word lists change. A cache that cannot be read or written only costs time.
"""

from __future__ import annotations

import atexit
import marshal
from collections.abc import Callable
from contextlib import suppress

from plainlang.resources import cache_folder, program_key, write_atomically

_MOST = 30_000  # words, in 3 MB; more are no words of pages
_WORTH_WRITING = 20  # new words


class Learnt(dict[str, int]):
    """A value for each word; one that is asked for the first time is worked out."""

    __slots__ = ("_file", "_kept", "_work_out")

    def __init__(self, kind: str, work_out: Callable[[str], int]) -> None:
        super().__init__()
        self._kept = 0  # how many were in the file
        self._file = cache_folder() / "learnt" / f"{kind}-{program_key()}.bin"
        self._work_out = work_out
        if not kind.replace("-", "").isalnum():
            return  # the language is none: a page may call it whatever it likes, also a path
        with suppress(OSError, ValueError, EOFError, TypeError):
            self.update(marshal.loads(self._file.read_bytes()))
        self._kept = len(self)
        _every.append(self)

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
            self._kept = 0
        value = self[word] = self._work_out(word)
        return value

    def keep(self) -> None:
        """Write the values, if enough are new."""
        if len(self) < self._kept + _WORTH_WRITING:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            for old in self._file.parent.glob(f"{self._file.name.rpartition('-')[0]}-*.bin"):
                if old != self._file:
                    old.unlink(missing_ok=True)
            write_atomically(self._file, marshal.dumps(dict(self)))
        except OSError:
            pass
        self._kept = len(self)


_every: list[Learnt] = []


@atexit.register
def keep_learnt() -> None:
    """Write what was learnt; a process that ends without `atexit` has to call it."""
    for learnt in _every:
        learnt.keep()
