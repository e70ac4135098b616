"""What CSS says that a name depends on: display, visibility, generated content and counters.

Answers for elements, from the declarations at hand and the defaults of HTML.
(CSS Display 3, Generated Content 3, Lists 3; HTML Standard 15.)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from plainlang.page.tree import Element, Namespace
from plainlang.patterns import compile_pattern

if TYPE_CHECKING:
    from plainlang.page.css.counters import Counts
    from plainlang.page.css.sheets import Sheets

_CONTENT = compile_pattern(
    r""""(?P<double>(?:\\.|[^"\\])*)" | '(?P<single>(?:\\.|[^'\\])*)'
    | attr\(\s*(?P<attribute>[\w-]+)[^),]*(?:,\s*(?P<fallback>"[^"]*"|'[^']*'))?[^)]*\)
    | counters?\(\s*(?P<counter>[\w-]+)\s*(?:,\s*(?P<joint>"[^"]*"|'[^']*'))?\s*(?:,\s*(?P<style>[\w-]+))?\s*\)
    | (?P<slash>/) | no-(?:open|close)-quote | (?P<open>open-quote) | (?P<close>close-quote)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_URL = compile_pattern(r"""url\((?:"[^"]*"|'[^']*'|[^)"'])*\)""")
# A slash outside of strings and addresses: an alternative text follows.
_ALTERNATIVE = compile_pattern(
    r"""^(?:[^"'(/]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:[^"')]|"[^"]*"|'[^']*')*\))*/"""
)
_STRINGS = compile_pattern(r""""([^"]*)"|'([^']*)'""")
_ESCAPE = compile_pattern(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_BLOCK_TAGS = frozenset(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup
    option p plaintext pre search section summary table caption tbody td tfoot th thead tr ul xmp""".split()
)
_INLINE_BLOCKS = frozenset(
    "button input select textarea meter progress img iframe object embed video audio math".split()
)
_NONE_TAGS = frozenset(
    """area base datalist head link meta noembed noframes noscript param rp script style template title""".split()
)
_SVG_NONE_TAGS = frozenset(
    """clipPath defs desc filter linearGradient marker mask metadata pattern radialGradient script style
    symbol title""".split()
)
# Outer and inner quotation marks by language, as browsers have them.
_QUOTES = {"de": "„“‚‘", "fr": "«»«»", "it": "«»“”", "ru": "«»„“", "uk": "«»„“", "pl": "„”«»",
           "nl": "‘’‘’", "ar": "”“’‘", "ja": "「」『』", "sv": "””’’", "fi": "””’’", "no": "«»‘’"}  # fmt: skip
# All others are shown unless an attribute or a style hides them.
MAY_HIDE = _NONE_TAGS | _SVG_NONE_TAGS | {"audio", "dialog", "input"}
_HTML = Namespace.HTML
_SVG = Namespace.SVG
_DECIDING = frozenset({"display", "visibility", "content-visibility"})
_WEIGHING = frozenset({"font-weight"})
_WEIGHTS = {"bold": True, "bolder": True, "normal": False, "lighter": False, "initial": False}
_NOTHING: Mapping[str, str] = {}
_VISIBILITIES = {"hidden": False, "collapse": False, "visible": True, "initial": True}
_BOLD = 600  # from here on browsers choose the bold face (CSS Fonts 4, 2.2)
_FLEXIBLE = frozenset({"flex", "inline-flex", "grid", "inline-grid"})


class _NoSheets:
    """Stands for the sheets of a document without any style, as nearly all Markdown is."""

    def declare(self, properties: frozenset[str]) -> bool:
        return False

    def declared(self, node: Any) -> Mapping[str, str]:
        return _NOTHING

    def pseudo(self, node: Any, which: str) -> Mapping[str, str]:
        return _NOTHING

    def opened(self) -> set[Any]:
        return set()


def _sheets_of(trees: tuple[Any, ...]) -> Sheets | _NoSheets:
    if all(tree.select_one("style, [style]") is None for tree in trees):
        return _NoSheets()
    from plainlang.page.css.sheets import Sheets

    return Sheets(trees)


class Styles:
    """Answers for one document.

    `sheets_decide`: some sheet tells of an element whether it is shown; `sheets_weigh`: whether it is bold.
    """

    __slots__ = ("_counts", "_opened", "_sheets", "_tree", "sheets_decide", "sheets_weigh")

    def __init__(self, tree: Any, roots: tuple[Any, ...] = ()) -> None:
        self._tree = tree
        self._sheets = _sheets_of((tree, *roots))
        self._counts: Counts | None = None
        self._opened: set[Any] | None = None
        self.sheets_decide = self._sheets.declare(_DECIDING)
        self.sheets_weigh = self._sheets.declare(_WEIGHING)

    def declared(self, node: Any) -> Mapping[str, str]:
        """Return what style declares for an element: property → value as it is written."""
        return self._sheets.declared(node)

    def get(self, node: Any, name: str) -> str:
        """Return the value declared for a property of an element in lower case, "" when none is."""
        declared = self._sheets.declared(node)
        return declared.get(name, "").lower() if declared else ""

    def own_display(self, node: Any) -> str:
        """Return the display declared for an element, "" when none is or nobody can tell which."""
        display = self.get(node, "display")
        return "" if display.startswith(("var(", "revert")) else display

    def own_visibility(self, node: Any) -> bool | None:
        """Tell whether an element is declared to be visible or not; None when it is as its parent is."""
        return _VISIBILITIES.get(self.get(node, "visibility"))

    def own_boldness(self, node: Any) -> bool | None:
        """Tell whether an element is declared to be bold or not; None when it is as its tag or parent is."""
        weight = self.get(node, "font-weight")
        is_number = weight.isdecimal() and len(weight) <= len("1000")  # the highest
        return int(weight) >= _BOLD if is_number else _WEIGHTS.get(weight)

    def opens(self, node: Any) -> bool:
        """Tell whether a sheet shows an element in a state that readers bring about, as `:checked` is."""
        if self._opened is None:
            self._opened = self._sheets.opened()
        return node in self._opened

    def skips_contents(self, node: Any) -> bool:
        """Tell whether nothing in an element is shown (CSS Containment 2, 4.1: not for inline boxes)."""
        if self.get(node, "content-visibility") != "hidden":
            return False
        return self.display(node) not in ("inline", "contents")

    def display(self, node: Any) -> str:
        """Return `none`, `inline`, `inline-block`, `block`, `contents`, `table-cell`…"""
        own = self.own_display(node)
        if own == "inherit":
            parent = node.parent
            own = self.display(parent) if isinstance(parent, Element) else "block"
        elif own in ("initial", "unset"):
            own = "inline"
        own = own or default_display(node)
        if own == "inline" and self._is_lifted(node):
            return "block"
        return own

    def _is_lifted(self, node: Any) -> bool:
        """Tell whether an element leaves the line that it was written in (CSS Display 3, 2.7)."""
        declared = self._sheets.declared(node)
        if declared and _floats(declared):
            return True
        parent = node.parent
        return isinstance(parent, Element) and self.get(parent, "display") in _FLEXIBLE

    def pseudo(self, node: Any, which: str, shown: bool) -> tuple[str, bool]:
        """Return the text that `::before` or `::after` generates, and whether it stands in the line.

        `shown`: the element's own text is.
        """
        declared = self._sheets.pseudo(node, which)
        if (not declared and node.tag != "q") or node.namespace is not _HTML:
            return "", True  # a drawing has no such parts (CSS Pseudo 4, 4.1)
        content = declared.get("content")
        visibility = declared.get("visibility", "visible" if shown else "hidden").lower()
        if visibility in ("hidden", "collapse"):
            return "", True
        if content is None:
            return self._quote(node, which == "before") if node.tag == "q" else "", True
        display = declared.get("display", "inline").lower()
        if display == "none" or content.lower() in ("none", "normal", "initial", "unset"):
            return "", True
        in_line = display in ("inline", "contents") and not _ALTERNATIVE.search(content)
        if in_line and (_floats(declared) or self.get(node, "display") in _FLEXIBLE):
            in_line = False
        return self._generated(node, which, content), in_line

    def replacement(self, node: Any) -> str | None:
        """Return the alternative text of an image that `content` puts in an element's place."""
        content = self._sheets.declared(node).get("content", "")
        if "url(" not in content or "/" not in content:
            return None
        return self._generated(node, "", content) if _ALTERNATIVE.search(content) else None

    def _generated(self, node: Any, which: str, value: str) -> str:
        parts: list[str] = []
        for match in _CONTENT.finditer(_URL.sub("", value)):
            kind = match.lastgroup
            if kind == "slash":
                parts.clear()  # what follows the slash is the alternative text
            elif kind in ("attribute", "fallback"):
                found = node.attr(match["attribute"])
                if found is None and match["attribute"] not in node.attrs:
                    found = (match["fallback"] or "")[1:-1]
                parts.append(found or "")
            elif kind in ("open", "close"):
                parts.append(self._quote(node, kind == "open"))
            elif kind is None:
                continue
            elif kind in ("double", "single"):
                parts.append(_ESCAPE.sub(_unescape, match[kind]))
            else:
                parts.append(self._counted(node, which, match))
        return "".join(parts)

    def _quote(self, node: Any, opens: bool) -> str:
        """Return a quotation mark as the language and the depth ask for it (Generated Content 3, 3.3)."""
        marks: list[str] = []
        language: str | None = None
        depth, at = 0, node
        while isinstance(at, Element):
            declared = self._sheets.declared(at).get("quotes", "")
            if not marks and declared and declared != "auto":
                if declared == "none":
                    return ""
                marks = [m[1] or m[2] or "" for m in _STRINGS.finditer(declared)]
            at = at.parent
            if isinstance(at, Element):  # the marks are those of the text around
                language = at.attr("lang") if language is None else language
                depth += at.tag == "q"
        pairs = marks or list(_QUOTES.get((language or "").lower()[:2], "“”‘’"))
        return pairs[min(2 * depth, len(pairs) // 2 * 2 - 2) + (0 if opens else 1)]

    def _counted(self, node: Any, which: str, match: re.Match[str]) -> str:
        from plainlang.page.css.counters import Counts, written  # few sheets count

        if self._counts is None:
            self._counts = Counts(self._tree, self._sheets, lambda n: self.display(n) == "none")
        values = self._counts.at.get((node, which), {}).get(match["counter"], (0,))
        style = match["style"] or "decimal"
        if match["joint"] is None:
            return written(values[-1], style)
        return match["joint"][1:-1].join(written(v, style) for v in values)


def default_display(node: Any) -> str:
    """Return the display that HTML or SVG gives an element without any style."""
    tag = node.tag
    if node.namespace is not _HTML:
        if node.namespace is _SVG and tag in _SVG_NONE_TAGS:
            return "none"
        if tag == "math":
            return "inline-block"
        return "block" if tag in ("text", "foreignObject") else "inline"
    if tag in _NONE_TAGS or (tag == "audio" and "controls" not in node.attrs):
        return "none"
    if tag in _BLOCK_TAGS:
        return "block"
    return "inline-block" if tag in _INLINE_BLOCKS else "inline"


def _floats(declared: Mapping[str, str]) -> bool:
    """Tell whether what is so declared leaves its line: absolute, fixed or floating."""
    if declared.get("position", "").lower() in ("absolute", "fixed"):
        return True
    return declared.get("float", "none").lower() != "none"


def _unescape(match: re.Match[str]) -> str:
    """Return the character of an escape (CSS Syntax 3, 4.3.7); a line break is none."""
    if not match[1]:
        return "" if match[2] == "\n" else match[2]
    code = int(match[1], 16)
    is_none = code == 0 or code > 0x10FFFF or 0xD800 <= code < 0xE000
    return "\ufffd" if is_none else chr(code)
