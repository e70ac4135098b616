"""The config: `[tool.plainlang]` in pyproject.toml, or `.plainlang.toml`.

`files` finds and reads it, `schema` says what it may hold, `model` is what it becomes, `load` leads
from the one to the other, `text` back. Knows no rule and no page.
"""

from plainlang.config.load import blame, config_from, forget, load_config
from plainlang.config.model import Config, SelectorSuppression, override

__all__ = [
    "Config",
    "SelectorSuppression",
    "blame",
    "config_from",
    "forget",
    "load_config",
    "override",
]
