"""What CSS says that a name depends on: display, visibility, generated content and counters.

Reads inline styles and `<style>`; external sheets are not at hand. Style sheets are asked only where a
page has them. (CSS Display 3, CSS Generated Content 3, CSS Lists 3.)
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_PSEUDO = re.compile(r"::?(before|after|marker)\s*$", re.IGNORECASE)
_DECLARATION = re.compile(
    r"""([\w-]+)\s*:\s*((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\([^)]*\)|[^;"'(])*)"""
)
_CONTENT = re.compile(
    r""""((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|attr\(\s*([\w-]+)\s*\)|counter\(\s*([\w-]+)\s*(?:,[^)]*)?\)
    |(/)|(open-quote)|(close-quote)|(url\([^)]*\))""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_BLOCK_TAGS = frozenset(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol
    optgroup option p plaintext pre search section summary table caption tbody td tfoot th thead tr ul xmp""".split()
)
_INLINE_BLOCKS = frozenset({"button", "input", "select", "textarea", "meter", "progress"})
_NONE_TAGS = frozenset(
    """area base datalist head link meta noembed noframes noscript param script style template title""".split()
)


class Declared(NamedTuple):
    display: str | None
    visibility: str | None


class Styles:
    """Answers for one document. `is_used` says whether any sheet or inline style matters."""

    __slots__ = ("_cache", "_counters", "_has_sheets", "_pseudo", "_tree")

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self._cache: dict[Any, Declared] = {}
        css = [_COMMENT.sub("", sheet.text) for sheet in tree.select("style")]
        self._has_sheets = any("display" in c or "visibility" in c for c in css)
        self._pseudo: dict[tuple[Any, str], dict[str, str]] = {}
        self._counters: dict[Any, dict[str, int]] = {}
        if any(":before" in c or ":after" in c for c in css):
            for text in css:
                self._read_pseudo(text)

    def declared(self, node: Any) -> Declared:
        """Return the display and visibility that styles give an element, None for the default."""
        if not self._has_sheets:
            style = node.attr("style")
            return _inline(style) if style else _NOTHING
        found = self._cache.get(node)
        if found is None:
            from turbohtml.cssom import computed_style

            style = computed_style(node)
            display = style.get("display")
            # The cascade knows no user agent sheet: "inline" may be the initial value.
            shown = None if display == "inline" and not self._says_inline(node) else display
            found = self._cache[node] = Declared(shown, style.get("visibility"))
        return found

    def _says_inline(self, node: Any) -> bool:
        return node.tag in _BLOCK_TAGS and _inline(node.attr("style") or "").display == "inline"

    def display(self, node: Any) -> str:
        """Return `none`, `inline`, `inline-block`, `block`, `contents`, `table-cell`…"""
        tag = node.tag
        own = self.declared(node).display
        if own:
            return own
        if tag in _NONE_TAGS and node.namespace in (
            None,
            "",
            "html",
            "http://www.w3.org/1999/xhtml",
        ):
            return "none"
        if tag in _BLOCK_TAGS:
            return "block"
        return "inline-block" if tag in _INLINE_BLOCKS else "inline"

    def pseudo(self, node: Any, which: str) -> tuple[str, bool]:
        """Return the text that `::before` or `::after` generates, and whether it is inline."""
        if not self._pseudo:
            return "", True
        declared = self._pseudo.get((node, which))
        if declared is None or "content" not in declared:
            return "", True
        display = declared.get("display", "inline")
        if display == "none" or declared.get("visibility") == "hidden":
            return "", True
        return self._content(node, declared["content"]), display in ("inline", "contents")

    def _read_pseudo(self, css: str) -> None:
        for selectors, body in _RULE.findall(css):
            for selector in selectors.split(","):
                which = _PSEUDO.search(selector.strip())
                if which is None or which[1].lower() == "marker":
                    continue
                base = selector.strip()[: which.start()].strip() or "*"
                try:
                    nodes = self._tree.select(base)
                except ValueError:
                    continue
                values = {k.lower(): v.strip() for k, v in _DECLARATION.findall(body)}
                for node in nodes:
                    self._pseudo.setdefault((node, which[1].lower()), {}).update(values)

    def _content(self, node: Any, value: str) -> str:
        parts: list[str] = []
        for match in _CONTENT.finditer(value):
            if match[5]:
                parts.clear()  # what follows the slash is the alternative text
            elif match[3]:
                parts.append(node.attr(match[3]) or "")
            elif match[4]:
                parts.append(str(self._counter(node, match[4])))
            elif match[6] or match[7]:
                parts.append("“" if match[6] else "”")
            elif match[8] is None:
                parts.append(_ESCAPE.sub(_unescape, match[1] if match[1] is not None else match[2]))
        return "".join(parts)

    def _counter(self, node: Any, name: str) -> int:
        """Count the elements up to this one that increment a counter."""
        value = 0
        for other in self._tree.iter_elements():
            style = other.attr("style") or ""
            from turbohtml.cssom import computed_style

            computed = computed_style(other)
            reset = computed.get("counter-reset") or ""
            step = computed.get("counter-increment") or ""
            if name in (reset + style).split():
                value = 0
            found = re.search(rf"\b{re.escape(name)}\b\s*(-?\d+)?", step)
            if found:
                value += int(found[1] or 1)
            for which in ("before", "after"):
                own = self._pseudo.get((other, which), {}).get("counter-increment", "")
                if found := re.search(rf"\b{re.escape(name)}\b\s*(-?\d+)?", own):
                    value += int(found[1] or 1)
            if other == node:
                break
        return value


_NOTHING = Declared(None, None)


def _inline(style: str) -> Declared:
    values = {k.lower(): v.strip().lower() for k, v in _DECLARATION.findall(style)}
    return Declared(
        values.get("display", "").replace("!important", "").strip() or None,
        values.get("visibility", "").replace("!important", "").strip() or None,
    )


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else match[2]
