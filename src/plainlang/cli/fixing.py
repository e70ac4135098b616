"""`check --fix` and `--diff`: mended pages written back whole, in their own encoding and line ends."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from plainlang.cli.options import complain
from plainlang.errors import PageError, reason_of
from plainlang.fixes import apply_fixes, diff
from plainlang.messages import plural
from plainlang.page.decode import decode
from plainlang.records import NamedTuple
from plainlang.resources import write_atomically
from plainlang.run import NewsFilter, Setup, check_text, read_bytes
from plainlang.sources import Source

_ROUNDS = 100  # a fix may make room for another; a rule that undoes another’s fix must not go on


class Mended(NamedTuple):
    """A page before and after its fixes, and how many there were; `data` is what the file held."""

    path: str
    data: bytes
    before: str
    after: str
    fixes: int
    encoding: str


def mend_all(
    sources: Sequence[Source], setup: Setup, filters: Sequence[NewsFilter], *, unsafe: bool
) -> None:
    """Mend files where their findings are news, and say what was done.

    What cannot be read is not said: the check that follows says it.
    """
    total = pages = 0
    for source in sources:
        try:
            mended = mend(source, setup, filters, unsafe=unsafe)
        except PageError:
            continue
        if mended is None:
            continue
        if problem := write(mended):
            complain(problem)
        else:
            total += mended.fixes
            pages += 1
    if total:
        where = f" on {plural(pages, 'page')}" if pages > 1 else ""
        click.echo(f"Mended {plural(total, 'place')}{where}.", err=True)


def show_all(
    sources: Sequence[Source], setup: Setup, filters: Sequence[NewsFilter], *, unsafe: bool
) -> tuple[int, bool]:
    """Show how files would be mended; return in how many places, and if one cannot be read."""
    total, unread = 0, False
    for source in sources:
        try:
            mended = mend(source, setup, filters, unsafe=unsafe)
        except PageError as error:
            complain(f"{source.path}: {error}")
            unread = True
            continue
        if mended is not None:
            shown = diff(mended.before, mended.after, mended.path)
            click.echo(_harmless(shown) if sys.stdout.isatty() else shown, nl=False)
            total += mended.fixes
    click.echo(f"Would mend {plural(total, 'place')}.", err=True)
    return total, unread


def mend(
    source: Source, setup: Setup, filters: Sequence[NewsFilter], *, unsafe: bool
) -> Mended | None:
    """Return a page with its fixes applied, None when it has none that is news.

    Raises:
        PageError: the page cannot be read.
    """
    data = read_bytes(Path(source.path))
    decoded = decode(data, source.path)
    text, fixes = mend_text(decoded.text, source, setup, filters, unsafe=unsafe)
    if not fixes:
        return None
    return Mended(source.path, data, decoded.text, text, fixes, decoded.encoding)


def mend_text(
    text: str, source: Source, setup: Setup, filters: Sequence[NewsFilter], *, unsafe: bool
) -> tuple[str, int]:
    """Return a page's text with its fixes applied, and how many there were."""
    total = 0
    seen = {text}
    for _ in range(_ROUNDS):
        result = check_text(text, source.path, source.config, setup)
        for filter_ in filters:
            result = filter_.news(result, source.config)
        fixed = apply_fixes(text, result.findings, unsafe=unsafe)
        if fixed.source in seen:
            break
        text = fixed.source
        seen.add(text)
        total += len(fixed.applied)
    return text, total


def write(mended: Mended) -> str | None:
    """Write a mended page; return why not, when it is not to be written or its encoding cannot hold it."""
    codec = "cp1252" if mended.encoding == "windows-1252" else mended.encoding
    path = Path(mended.path)
    try:
        if mended.before.encode(codec) != mended.data:
            return f"{mended.path}: not mended: some of its bytes are not valid {mended.encoding}."
        data = mended.after.encode(codec)
        if path.read_bytes() != mended.data:
            return f"{mended.path}: not mended: it changed in the meantime; run --fix again."
        write_atomically(path, data)
        return None
    except UnicodeEncodeError as error:
        return f"{mended.path}: not mended: {mended.encoding} has no “{error.object[error.start]}”."
    except OSError as error:
        return f"{mended.path}: not mended: {reason_of(error)}."


def _harmless(text: str) -> str:
    """Return a diff for a terminal, which what a page holds must not fool; `patch` gets it as it is."""
    from plainlang.reports.facts import visible

    return "\n".join(visible(line.replace("\t", "    ")) for line in text.split("\n"))
