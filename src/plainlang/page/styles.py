"""What CSS says that a name depends on: display, visibility, generated content and counters.

Answers for elements, from the declarations at hand and the defaults of HTML.
(CSS Display 3, Generated Content 3, Lists 3; HTML Standard 15.)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import turbohtml

from plainlang.page.sheets import Sheets

_CONTENT = re.compile(
    r""""((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|attr\(\s*([\w-]+)[^)]*\)|counters?\(\s*([\w-]+)[^)]*\)
    |(/)|(open-quote)|(close-quote)|(url\([^)]*\))""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_BLOCK_TAGS = frozenset(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup
    option p plaintext pre search section summary table caption tbody td tfoot th thead tr ul xmp""".split()
)
_INLINE_BLOCKS = frozenset(
    "button input select textarea meter progress img svg iframe object embed video audio canvas math".split()
)
_NONE_TAGS = frozenset(
    """area base datalist head link meta noembed noframes noscript param rp script style template title""".split()
)
_SVG_NONE_TAGS = frozenset(
    """clipPath defs desc filter linearGradient marker mask metadata pattern radialGradient script style
    symbol title""".split()
)
_HTML = turbohtml.Namespace.HTML
_SVG = turbohtml.Namespace.SVG
_FLEXIBLE = frozenset({"flex", "inline-flex", "grid", "inline-grid"})


class Styles:
    """Answers for one document."""

    __slots__ = ("_counts", "_sheets", "_tree")

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._sheets = Sheets(tree)
        self._counts: dict[tuple[Any, str], dict[str, int]] | None = None

    def declared(self, node: Any) -> Mapping[str, str]:
        """Return what style declares for an element: property → value as it is written."""
        return self._sheets.declared(node)

    def get(self, node: Any, name: str) -> str:
        """Return the value declared for a property of an element in lower case, "" when none is."""
        declared = self._sheets.declared(node)
        return declared.get(name, "").lower() if declared else ""

    def display(self, node: Any) -> str:
        """Return `none`, `inline`, `inline-block`, `block`, `contents`, `table-cell`…"""
        declared = self._sheets.declared(node)
        own = declared.get("display", "").lower() if declared else ""
        if not own or own.startswith("var("):
            own = default_display(node)
        if own == "inline" and self._is_lifted(node, declared):
            return "block"
        return own

    def _is_lifted(self, node: Any, declared: Mapping[str, str]) -> bool:
        """Tell whether an element leaves the line that it was written in (CSS Display 3, 2.7)."""
        if declared:
            if declared.get("position", "").lower() in ("absolute", "fixed"):
                return True
            if declared.get("float", "none").lower() != "none":
                return True
        parent = node.parent
        return isinstance(parent, turbohtml.Element) and self.get(parent, "display") in _FLEXIBLE

    def pseudo(self, node: Any, which: str) -> tuple[str, bool]:
        """Return the text that `::before` or `::after` generates, and whether it stands in the line."""
        declared = self._sheets.pseudo(node, which)
        content = declared.get("content")
        if content is None:
            return ("“" if which == "before" else "”") if node.tag == "q" else "", True
        display = declared.get("display", "inline").lower()
        if display == "none" or declared.get("visibility", "").lower() == "hidden":
            return "", True
        return self._generated(node, which, content), display in ("inline", "contents")

    def _generated(self, node: Any, which: str, value: str) -> str:
        parts: list[str] = []
        for match in _CONTENT.finditer(value):
            if match[5]:
                parts.clear()  # what follows the slash is the alternative text
            elif match[3]:
                parts.append(node.attr(match[3]) or "")
            elif match[4]:
                parts.append(str(self._count(node, which, match[4])))
            elif match[6] or match[7]:
                parts.append("“" if match[6] else "”")
            elif match[8] is None:
                parts.append(_ESCAPE.sub(_unescape, match[1] if match[1] is not None else match[2]))
        return "".join(parts)

    def _count(self, node: Any, which: str, name: str) -> int:
        """Return what a counter says at a pseudo-element."""
        if self._counts is None:
            self._counts = self._count_all()
        return self._counts.get((node, which), {}).get(name, 0)

    def _count_all(self) -> dict[tuple[Any, str], dict[str, int]]:
        """Walk the document once, counting; a counter set again begins anew for all that follows."""
        out: dict[tuple[Any, str], dict[str, int]] = {}
        now: dict[str, int] = {}
        for node in self._tree.iter_elements():
            if self.display(node) == "none":
                continue
            own = self._sheets.declared(node)
            for key, declared in (
                ("", own), ("before", self._sheets.pseudo(node, "before")),
                ("after", self._sheets.pseudo(node, "after")),
            ):  # fmt: skip
                now.update(_counters(declared.get("counter-reset", ""), 0))
                for name, number in _counters(declared.get("counter-increment", ""), 1):
                    now[name] = now.get(name, 0) + number
                if key and "counter" in declared.get("content", ""):
                    out[node, key] = dict(now)
        return out


def default_display(node: Any) -> str:
    """Return the display that HTML or SVG gives an element without any style."""
    tag = node.tag
    if node.namespace is not _HTML:
        if node.namespace is _SVG and tag in _SVG_NONE_TAGS:
            return "none"
        return "inline-block" if tag in ("svg", "math") else "inline"
    if tag in _NONE_TAGS or (tag == "audio" and "controls" not in node.attrs):
        return "none"
    if tag in _BLOCK_TAGS:
        return "block"
    return "inline-block" if tag in _INLINE_BLOCKS else "inline"


def _counters(value: str, default: int) -> list[tuple[str, int]]:
    """Read `counter-reset` or `counter-increment`: names, each with a number or without."""
    return [
        (name, int(number) if number else default)
        for name, number in re.findall(r"([A-Za-z_][\w-]*)(?:\s+(-?\d+))?", value)
        if name != "none"
    ]


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]
