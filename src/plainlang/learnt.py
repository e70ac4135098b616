"""What was once worked out about words, kept between runs.

Pages share most of their words. To count a word's syllables or look at its form takes longer than all
that is done with it later, so each value is kept in the user's cache folder, until plainlang or its
word lists change. A cache that cannot be read or written only costs time.
"""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Callable

from plainlang.resources import cache_folder, digest, keep, load_kept, program_key

_MOST = 30_000  # words, in 3 MB; more are no words of pages
_WORTH_WRITING = 20  # new words
# Two plainlangs that share a folder keep their own.
_WHO = digest([sys.version.encode(), os.fsencode(__file__)])


class Learnt(dict[str, int]):
    """A value for each word; one that is asked for the first time is worked out."""

    __slots__ = ("_kept", "_place", "_work_out")

    def __init__(self, kind: str, work_out: Callable[[str], int]) -> None:
        super().__init__()
        self._kept = 0  # how many were in the file
        self._place = cache_folder() / "learnt" / f"{kind}-{_WHO}.bin", program_key()
        self._work_out = work_out
        if not kind.replace("-", "").isalnum():
            return  # the language is none: a page may call it whatever it likes, also a path
        if (found := load_kept(*self._place)) is not None:
            self.update(found[0])
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
        keep(*self._place, dict(self))
        self._kept = len(self)


_every: list[Learnt] = []


@atexit.register
def keep_learnt() -> None:
    """Write what was learnt; a process that ends without `atexit` has to call it."""
    for learnt in _every:
        learnt.keep()
