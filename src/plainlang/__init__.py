"""plainlang: a linter for health pages.

The names below are the public Python API; each is imported when it is first used, so that
`import plainlang` costs nothing.
"""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"

_API = {
    "check": "plainlang.api",
    "find_definition": "plainlang.api",
    "count_syllables": "plainlang.language.syllables",
    "find_abbreviations": "plainlang.language.acronyms.abbreviations",
    "is_jargon": "plainlang.language.terms.jargon",
    "measure": "plainlang.language.level.reading",
    "split_sentences": "plainlang.language.sentences",
    "Span": "plainlang.findings",
    "Finding": "plainlang.findings",
    "Report": "plainlang.findings",
    "PlainlangError": "plainlang.errors",
}

__all__ = ["__version__", *_API]


def __getattr__(name: str) -> Any:
    module = _API.get(name)
    if module is None:
        raise AttributeError(f"module 'plainlang' has no attribute '{name}'")
    from importlib import import_module

    return getattr(import_module(module), name)


def __dir__() -> list[str]:
    return sorted(__all__)
