"""The parser and the tree of `turbohtml`, taken from its C module alone.

To load the whole package takes as long as to check a small page, and most of it is never used here.
The C module needs two kinds of values from the package: places, and the error of a bad selector.
Other modules take the names of the tree from here, so that no page loads the rest.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec


def _load() -> None:
    """Import the C module and what it needs while a bare package stands where `turbohtml` will."""
    if "turbohtml" in sys.modules or (spec := find_spec("turbohtml")) is None:
        return
    sys.modules["turbohtml"] = module_from_spec(spec)
    try:
        import turbohtml._internal._locations
        import turbohtml._internal._selectors  # noqa: F401  both tell the C module of their types
    finally:
        del sys.modules["turbohtml"]  # whoever asks for the package gets all of it


_load()

from turbohtml._html import (  # noqa: E402  behind what makes it light
    Comment,
    DocumentFragment,
    Element,
    Namespace,
    Text,
    TokenType,
    escape,
    parse,
    tokenize,
    unescape,
)

BLANK = " \t\n\r\f"  # ASCII whitespace (Infra Standard 4.6)

__all__ = [
    "BLANK",
    "Comment",
    "DocumentFragment",
    "Element",
    "Namespace",
    "Text",
    "TokenType",
    "escape",
    "parse",
    "tokenize",
    "unescape",
]
