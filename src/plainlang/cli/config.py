"""`plainlang config`: the settings a file is checked with, and where they come from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from plainlang.config import as_dict
from plainlang.run import Setup


@click.command("config")
@click.argument("path", default=".", type=click.Path(path_type=Path))
def command(path: Path) -> None:
    """Show the config that PATH (a file or folder) is checked with."""
    setup = Setup()
    config = setup.config_for(path if path.is_dir() else path.parent)
    setup.loaded(config)
    click.echo(f"# {config.path or 'no config file found: these are the defaults'}", err=True)
    click.echo(json.dumps(as_dict(config), ensure_ascii=False, indent=2))
