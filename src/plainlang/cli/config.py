"""`plainlang config`: the settings a file is checked with, and where they come from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from plainlang.config.text import as_dict, as_toml
from plainlang.errors import PlainlangError
from plainlang.run import Setup


@click.command("config")
@click.argument("path", default=".", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["json", "toml"]), default="json")
def command(path: Path, format_: str) -> None:
    """Show the config that PATH (a file or folder) is checked with.

    What `--format toml` prints can be put into a config file, and means the same there.
    """
    if not path.exists():
        raise PlainlangError("there is no such file or folder; check the spelling.", path=str(path))
    setup = Setup()
    config = setup.config_for(path if path.is_dir() else path.parent)
    setup.loaded(config)
    click.echo(f"# {config.path or 'no config file found: these are the defaults'}", err=True)
    if format_ == "json":
        click.echo(json.dumps(as_dict(config), ensure_ascii=False, indent=2))
        return
    is_table = config.path is not None and config.path.name == "pyproject.toml"
    click.echo(as_toml(config, "tool.plainlang" if is_table else ""), nl=False)
