"""What HTML elements are to a reader: which make blocks, and of what kind.

Tables and lookups by name; knows no tree and no style. (HTML Standard 4 and 15.3.)
"""

from __future__ import annotations

from typing import Any

_KINDS = {
    "li": "list-item", "dt": "term", "dd": "description", "td": "cell", "th": "header-cell",
    "caption": "caption", "figcaption": "caption", "label": "label", "legend": "label",
    "button": "button", "summary": "summary", "blockquote": "quote", "pre": "code",
    "address": "address", "option": "option", "optgroup": "option", "textarea": "field",
    "title": "title",
}  # fmt: skip
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BLOCKS = frozenset(
    "address article aside blockquote body center details dialog dir div dl dt dd fieldset figcaption"
    " figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav"
    " label noframes ol optgroup option p plaintext pre search section summary table caption colgroup col"
    " tbody td tfoot th thead tr ul xmp listing button textarea select title".split()
)
SECTIONING = frozenset({"article", "aside", "main", "nav", "section", "blockquote", "td"})
CELLS = frozenset({"cell", "header-cell"})
_INHERITED = frozenset({*CELLS, "list-item", "description", "quote", "caption", "address", "label"})
SKIPPED = frozenset(
    "script style template iframe noembed noframes noscript head svg math object video audio canvas"
    " datalist meter progress".split()
)
MARKS = {"dfn": "dfn", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis",
          "code": "code", "kbd": "code", "samp": "code", "var": "code", "tt": "code"}  # fmt: skip
KEEPS_BLANKS = frozenset({"pre", "textarea", "xmp", "listing", "plaintext"})


def kind_of(tag: str, attrs: dict[str, Any], around: str) -> tuple[str, int]:
    """Return the kind and heading level (0 for none) of a block; `around` is the kind it stands in."""
    if tag in _HEADINGS or (attrs and attrs.get("role") == "heading"):
        return "heading", _HEADINGS.get(tag) or _level(attrs.get("aria-level"))
    return _KINDS.get(tag) or (around if around in _INHERITED else "paragraph"), 0


def _level(value: str | None) -> int:
    return int(value) if value and value.isdigit() and 1 <= int(value) <= 9 else 2
