"""Regular expressions that are compiled once on a machine, not once in each run.

To parse plainlang's patterns, more than 300, takes Python longer than to check a small page. So what its compiler
makes of them is kept in the user's cache folder, as word lists are. That needs inner parts of `re`;
where they are missing or other, and where nothing can be kept, patterns are compiled as ever.
"""

from __future__ import annotations

import atexit
import os
import re
import sys
from array import array
from functools import lru_cache
from pathlib import Path
from typing import Any, AnyStr

from plainlang.resources import cache_folder, digest, keep, load_kept, program_key

_MOST = 2000  # patterns; with more, those of word lists that changed are dropped
# Flags, code, number of groups, names of groups.
_Code = tuple[int, bytes, int, dict[str, int]]
_new: dict[tuple[str | bytes, int], _Code] = {}


def compile_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` returns, from what was kept where there is such.

    Raises:
        re.error: the pattern is none.
    """
    key = (pattern, int(flags))
    code = _codes().get(key)
    try:
        if code is None:
            code = _new[key] = _parse(*key)
        return _made(pattern, code)
    except re.error:
        _new.pop(key, None)
        raise
    except Exception:  # another Python: `re` has no such parts, or takes other ones
        _new.pop(key, None)
        return re.compile(pattern, flags)


def is_pattern(value: Any) -> bool:
    """Tell whether a value is a regular expression that Python can search for."""
    try:
        re.compile(value)
    except (re.error, TypeError, OverflowError, RecursionError):
        return False
    return True


def can_hold(text: str, words: str) -> bool:
    """Tell cheaply whether a pattern made of `words` that ignores case may match in `text`.

    Ask before one is compiled for a single text. Beyond ASCII a letter can have more than two forms:
    there the answer is yes.
    """
    return words.lower() in text.lower() or not (text.isascii() and words.isascii())


def keep_patterns() -> None:
    """Keep what was compiled anew; a process that ends without `atexit` has to call it."""
    if _new:
        known = _codes()
        every = {**known, **_new} if len(known) < _MOST else dict(_new)
        keep(*_kept(), every)
        known.update(_new)
        _new.clear()


atexit.register(keep_patterns)


@lru_cache(maxsize=1)
def _codes() -> dict[tuple[str | bytes, int], _Code]:
    found = load_kept(*_kept())
    return found[0] if found is not None and isinstance(found[0], dict) else {}


@lru_cache(maxsize=1)
def _kept() -> tuple[Path, str]:
    """Return the file of this plainlang and this Python, and the state that it must be of.

    What older versions compiled is dropped: else it would be read in each run.
    """
    name = digest([sys.version.encode(), sys.byteorder.encode(), os.fsencode(__file__)])
    return cache_folder() / "compiled" / f"patterns-{name}.bin", program_key()


def _parse(pattern: str | bytes, flags: int) -> _Code:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed: Any = _parser.parse(pattern, flags)
    state = parsed.state
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return int(flags | state.flags), code, state.groups - 1, dict(state.groupdict)


def _made(pattern: AnyStr, kept: _Code) -> re.Pattern[AnyStr]:
    import _sre  # type: ignore[import-not-found]

    flags, code, groups, names = kept
    numbered: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        numbered[number] = name
    made: re.Pattern[AnyStr] = _sre.compile(
        pattern, flags, memoryview(code).cast("I").tolist(), groups, names, tuple(numbered)
    )
    return made
