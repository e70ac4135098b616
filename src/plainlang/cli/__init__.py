"""The command line: files, standard input and output, exit codes; nothing else.

Exit codes: 0 nothing at or above the failing severity; 1 findings; 2 a wrong command line, a broken
config or rule, a file that cannot be read, or nothing checked.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from plainlang import __version__
from plainlang.errors import PlainlangError, nearest, reason_of

_COMMANDS = {
    "check": "Check pages and say what to change.",
    "score": "Print the reading level and the scores of pages.",
    "names": "List elements with their roles and accessible names.",
    "why": "Say why a word counts as jargon.",
    "rules": "List, show and test rules.",
    "config": "Show the config that a file is checked with.",
    "init": "Write a starting config.",
    "baseline": "Accept what is there now, and report only what is new.",
    "lsp": "Run the language server for editors.",
}


class _Commands(click.Group):
    """Imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        module = import_module(f"plainlang.cli.{name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            if os.path.exists(args[0]):  # noqa: PTH110
                path = f'"{args[0]}"' if " " in args[0] else args[0]
                hint = f" To check the page or folder, write: plainlang check {path}"
            else:
                hint = nearest(args[0], _COMMANDS)
            raise click.UsageError(f"There is no command “{args[0]}”.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="plainlang %(version)s")
def cli() -> None:
    """Find what keeps people from reading a health page.

    plainlang checks HTML, Markdown and plain text for reading level, unexplained jargon, alt text
    and link labels. Start with: plainlang check PAGE
    """


def main() -> None:
    """Run the command line, and end with the right exit code whatever happens."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # who closed it wants the exit code alone
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    output = sys.stdout
    try:
        code = cli.main(prog_name="plainlang", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        _leave(2)
    except BrokenPipeError:
        _leave(2)
    except SystemExit:
        if sys.stdout is not output:  # click met a broken pipe, put it away, and would say 1
            _leave(2)
        raise
    except PlainlangError as error:
        from plainlang.cli.options import complain

        complain(f"plainlang: {error}")
        sys.exit(2)
    except OSError as error:  # a full disk, a folder that is gone
        where = f"{error.filename}: " if error.filename else ""
        from plainlang.cli.options import complain

        complain(f"plainlang: {where}{reason_of(error)}.")
        _leave(2)
    except Exception:  # a bug of plainlang's must not look like findings, which end with 1
        import traceback

        traceback.print_exc()
        click.echo("plainlang: this is a fault in plainlang itself. Please report it.", err=True)
        sys.exit(2)


def _leave(code: int) -> None:
    """Leave without the noise that closing a broken standard output would make."""
    try:
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
    sys.exit(code)
