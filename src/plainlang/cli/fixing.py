"""`check --fix` and `--diff`: mended pages written back whole, in their own encoding and line ends."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from plainlang.config import Config
from plainlang.fixes import apply_fixes, diff
from plainlang.page.decode import decode
from plainlang.resources import write_atomically
from plainlang.run import Setup, check_text, read_bytes
from plainlang.sources import Source

_ROUNDS = 100  # a fix may make room for another; a rule that undoes another’s fix must not go on


class Mended(NamedTuple):
    """A page before and after its fixes, and how many there were."""

    path: str
    before: str
    after: str
    fixes: int
    encoding: str


def mend(source: Source, setup: Setup, *, unsafe: bool) -> Mended | None:
    """Return a page with its fixes applied, None when it has none.

    Raises:
        PageError: the page cannot be read.
    """
    decoded = decode(read_bytes(Path(source.path)), source.path)
    text, fixes = mend_text(decoded.text, source.path, source.config, setup, unsafe=unsafe)
    if not fixes:
        return None
    return Mended(source.path, decoded.text, text, fixes, decoded.encoding)


def mend_text(
    text: str, path: str, config: Config, setup: Setup, *, unsafe: bool
) -> tuple[str, int]:
    """Return a source with its fixes applied, and how many there were."""
    total = 0
    seen = {text}
    for _ in range(_ROUNDS):
        result = check_text(text, path, config, setup)
        fixed = apply_fixes(text, result.findings, unsafe=unsafe)
        if fixed.source in seen:
            break
        text = fixed.source
        seen.add(text)
        total += len(fixed.applied)
    return text, total


def write(mended: Mended) -> str | None:
    """Write a mended page; return why not, when its encoding cannot hold it."""
    codec = "cp1252" if mended.encoding == "windows-1252" else mended.encoding
    path = Path(mended.path)
    try:
        if mended.before.encode(codec) != path.read_bytes():
            return f"{mended.path}: not mended: some of its bytes are not valid {mended.encoding}."
        data = mended.after.encode(codec)
    except UnicodeEncodeError as error:
        return f"{mended.path}: not mended: {mended.encoding} has no “{error.object[error.start]}”."
    try:
        write_atomically(path, data)
        return None
    except OSError as error:
        return f"{mended.path}: not mended: {(error.strerror or str(error)).lower()}."


def diffs(pages: Iterable[Mended]) -> str:
    """Return what mending would change, as unified diffs."""
    return "".join(diff(page.before, page.after, page.path) for page in pages)
