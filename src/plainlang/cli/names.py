"""`plainlang names`: what assistive technology calls each element of a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from plainlang.cli.options import STDIN_NAME, stdin_bytes
from plainlang.errors import PageError
from plainlang.findings import place_as_dict
from plainlang.page import Page
from plainlang.page.read import page_of
from plainlang.reports.facts import visible
from plainlang.run import read_bytes

_PLAIN = frozenset({"", "none", "presentation", "generic", "paragraph", "text", "strong", "emphasis",
                    "code", "deletion", "insertion", "subscript", "superscript", "time", "term",
                    "definition", "blockquote", "list", "listitem", "document", "rowgroup", "row",
                    "cell", "mark", "associationlist", "caption", "separator"})  # fmt: skip


@click.command("names")
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH | -")
@STDIN_NAME
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.option("--all", "every", is_flag=True, help="Every element, named or not.")
def command(path: Path, stdin_filename: str, format_: str, every: bool) -> None:
    """List links, images, headings, buttons, fields, tables… with role and accessible name.

    “-” reads standard input.
    """
    on_stdin = str(path) == "-"
    path = Path(stdin_filename) if on_stdin else path
    try:
        page = page_of(stdin_bytes() if on_stdin else read_bytes(path), path.as_posix())
    except PageError as error:
        raise PageError(error.message, path=str(path)) from None
    rows = list(names_of(page, every=every))
    if format_ == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        start = row["span"]["start"]
        where = f"{start['line']}:{start['column']}"
        name = row["name"] or "(no name)"
        source = f"  [{row['name_from']}]" if row["name_from"] else ""
        what = row["role"] or row["element"]
        click.echo(visible(f"{where:<9} {what:<14} {name}{source}"))


def names_of(page: Page, *, every: bool = False) -> list[dict[str, Any]]:
    """Return role and accessible name of a page's elements, in document order."""
    rows = []
    for element in page.select("*"):
        role = element.role or ""
        # A frame has no role in HTML's mapping to ARIA, but a name that everybody meets.
        told = role not in _PLAIN or element.tag == "iframe"
        if not every and (not told or element.is_hidden):
            continue
        if element.node.source_location is None:
            continue
        span = element.span
        rows.append(
            {
                "path": page.path,
                "element": element.tag,
                "role": role or None,
                "name": element.name,
                "name_from": element.name_from or None,
                "span": {
                    "start": place_as_dict(span.start, page.position(span.start)),
                    "end": place_as_dict(span.end, page.position(span.end)),
                },
            }
        )
    return rows
