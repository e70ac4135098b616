"""`plainlang lsp`: the language server for editors, over standard input and output."""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout
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
            "the language server needs more packages. Run: pip install pygls"
        ) from None
    server = make_server(given_config(config_path))
    # The server closes what it writes to, and who ends the program still flushes standard output.
    stdout = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with redirect_stdout(sys.stderr):  # what an own check prints must not come between the messages
        server.start_io(sys.stdin.buffer, stdout)
    return 0
