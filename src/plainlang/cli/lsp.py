"""`plainlang lsp`: the language server for editors, over standard input and output."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from plainlang.cli.options import CONFIG, given_config
from plainlang.errors import PlainlangError


@click.command("lsp")
@CONFIG
@click.option("--stdio", is_flag=True, hidden=True)  # many editors add it; there is no other way
def command(config_path: Path | None, stdio: bool) -> int:
    """Run the language server for editors.

    An editor starts it and speaks with it over standard input and output.
    """
    try:
        from plainlang.lsp.server import make_server
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise PlainlangError(
            "the language server needs more packages. Run: pip install 'plainlang[lsp]'"
        ) from None
    server = make_server(given_config(config_path))
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a custom check prints must not come between the messages
    server.start_io(stdin, stdout)
    return 0
