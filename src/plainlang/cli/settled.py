"""Which config decides what is decided once a run, and whether what it asks for can be done at all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from plainlang.config import Config, blame
from plainlang.config.files import files_of_config
from plainlang.run import Setup
from plainlang.selection import idle_limits
from plainlang.sources import Sources


def configs_of(found: Sources, stdin: str | None, setup: Setup) -> list[Config]:
    """Return the configs that the pages of a run are checked with; without a page, that of the current folder."""
    configs = [source.config for source in found.files]
    if stdin is not None:
        configs.append(setup.config_for(Path(stdin).parent))
    each = {id(config): config for config in configs}
    return list(each.values()) or [setup.config_for(Path.cwd())]


def config_of_run(configs: Sequence[Config], setup: Setup) -> Config:
    """Return the config that decides what is decided once a run: that of all pages, if they share one."""
    return configs[0] if len(configs) == 1 else setup.config_for(Path.cwd())


def files_of(config: Config) -> list[Path]:
    """Return the files that a config stands in."""
    return files_of_config(config.path) if config.path is not None else []


def settled(
    found: Sources,
    stdin: str | None,
    setup: Setup,
    *,
    fewer: bool,
    limits: Collection[str],
    browser: bool,
) -> tuple[Config, list[str]]:
    """Return the config of the run, and what to tell of limits that hold nothing in it.

    `fewer` tells that the command line asks for fewer rules than the config, `limits` are those of scores
    that it names itself; `browser` tells that rules of a browser run, too.

    Raises:
        ConfigError: no rule would run on some page, or a limit holds nothing.
    """
    configs = configs_of(found, stdin, setup)
    notes = []
    for config in configs:
        rules = setup.rules(config, "")
        if not (rules or setup.errors or browser):
            problem = "no rule is left to run; look at “select” and “ignore”."
            raise blame(config, problem, "select" if config.select != ("all",) else "ignore")
        for name in idle_limits(config, rules):
            problem = f"limit for “{name}” was not looked at: no rule for it runs."
            if not fewer or name in limits:
                advice = "Let one run, or set the limit to 0."
                raise blame(config, f"the {problem} {advice}", "min-score", name)
            notes.append(f"The {problem}")
    return config_of_run(configs, setup), list(dict.fromkeys(notes))
