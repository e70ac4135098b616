"""`plainlang init`: a starting config, with what most teams change."""

from __future__ import annotations

from pathlib import Path

import click

from plainlang.config.files import NAMES, find_config
from plainlang.errors import PlainlangError, reason_of

_START = """\
# Settings for plainlang. All of them: https://plainlang.readthedocs.io/configuration/
# “plainlang config” shows those that are in use.

# The highest US school grade that a page may read at.
target-grade = 8

# Fail on findings of this severity and above: note, warning, error or never.
fail-on = "warning"

# Pages and folders that are not checked.
extend-exclude = []

# Rules or categories that are not used. List them: plainlang rules
ignore = []

# Fail when a score (0 to 100) is lower.
[min-score]
# overall = 70
# jargon = 80

# Words that your readers know, and words of your own.
[terms]
remove = []
# [[terms.add]]
# term = "care navigator"
# plain = "helper"
# definition = "a person who helps you find your way through your care"
"""


@click.command("init")
@click.option("--force", is_flag=True, help="Write over a config that is there.")
def command(force: bool) -> None:
    """Write .plainlang.toml in the folder you are in."""
    path = Path(NAMES[0])
    there = find_config(Path.cwd())
    if there is not None and there.parent == Path.cwd().resolve():
        mine = there.name == path.name
        if not (force and mine):
            hint = "use --force to replace it" if mine else "take its settings out first"
            raise PlainlangError(f"there is a config already; {hint}.", path=there.name)
    try:
        path.write_text(_START, encoding="utf-8")
    except OSError as error:
        raise PlainlangError(f"it cannot be written: {reason_of(error)}.", path=str(path)) from None
    click.echo(f"Wrote {path}. Next: plainlang check .")
