"""What style gives an element: declarations of `<style>` sheets and of `style` attributes.

A small cascade for the few properties that decide what is seen and heard. It knows no inherited value,
no user agent sheet and no external sheet; media queries are answered for a wide screen.
(CSS Syntax 3, Cascading 5, Nesting 1, Conditional Rules 3.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

PROPERTIES = frozenset(
    """display visibility content counter-reset counter-increment counter-set position left top right bottom clip
    clip-path text-indent font-family width height overflow float opacity content-visibility""".split()
)
_DISPLAYS = frozenset(  # what is no value of `display` changes nothing
    """none contents block inline flow flow-root flex inline-flex grid inline-grid inline-block list-item run-in
    table inline-table table-row table-cell table-caption table-column table-row-group table-header-group
    table-footer-group table-column-group ruby ruby-base ruby-text math subgrid masonry
    inherit initial unset revert revert-layer""".split()
)
_VIEWPORT = 1280  # CSS pixels: the width of the screen that media queries are answered for
_EM = 16

_SCANNED = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|[{};]""", re.DOTALL
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_DECLARATION = re.compile(
    r"""([\w-]+)\s*:\s*((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\([^)]*\)|[^;"'(])*)"""
)
# A `content` that is no list of these is no value, and an earlier one counts.
_CONTENT = re.compile(
    r"""(?:\s*(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[\w-]+\((?:[^"'()]|"[^"]*"|'[^']*'|\([^()]*\))*\)
    |(?:no-)?(?:open|close)-quote|/|none|normal|contents|initial|inherit|unset|revert(?:-layer)?))+\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.IGNORECASE)
_PSEUDO = re.compile(r"::?(before|after)\s*$", re.IGNORECASE)
_COMMA = re.compile(r",(?![^(\[]*[)\]])")
_IDS = re.compile(r"#[\w-]+")
_CLASSES = re.compile(r"\.[\w-]+|\[[^\]]*\]|(?<!:):(?!is\b|not\b|has\b|where\b)[\w-]+")
_TYPES = re.compile(r"(?:^|[\s>+~(,])[a-zA-Z][\w-]*|::[\w-]+")
_WIDTH = re.compile(r"(min|max)-width\s*:\s*([\d.]+)(px|r?em)")
_GROUPS = ("@media", "@supports", "@layer", "@container", "@scope")
_NOTHING: Mapping[str, str] = {}


class _Given(NamedTuple):
    """A declared value; the tuple's head is its weight in the cascade."""

    weight: tuple[bool, tuple[int, int, int], int]
    value: str


class Sheets:
    """The declarations for the elements of one document, of some properties or of all that are known."""

    __slots__ = ("_cache", "_given", "_order", "_properties")

    def __init__(self, tree: Any, properties: frozenset[str] = PROPERTIES) -> None:
        self._properties = properties
        self._given: dict[tuple[Any, str], dict[str, _Given]] = {}
        self._cache: dict[Any, Mapping[str, str]] = {}
        self._order = 0
        for sheet in tree.select("style"):
            if _matches_media(sheet.attr("media") or "all"):
                # Old pages hide their sheets in the marks of a comment; CSS skips those.
                css = sheet.text.replace("<!--", " ").replace("-->", " ")
                for selectors, declarations in rules_of(css):
                    self._add(tree, selectors, declarations)

    def __bool__(self) -> bool:
        return bool(self._given)

    def _add(self, tree: Any, selectors: str, declarations: str) -> None:
        values = declarations_of(declarations, self._properties)
        if not values:
            return
        self._order += 1
        parts = _COMMA.split(selectors)
        if not all(part.strip() for part in parts):
            return  # one that is missing makes the whole list invalid (Selectors 4, 3.8)
        for selector in parts:
            which = _PSEUDO.search(selector)
            base = (selector[: which.start()] if which else selector).strip() or "*"
            try:
                nodes = tree.select(base)
            except ValueError:
                continue
            specificity = _specificity(base)
            for node in nodes:
                given = self._given.setdefault((node, which[1].lower() if which else ""), {})
                for name, (value, important) in values.items():
                    new = _Given((important, specificity, self._order), value)
                    if name not in given or given[name].weight <= new.weight:
                        given[name] = new

    def declared(self, node: Any) -> Mapping[str, str]:
        """Return what sheets and the `style` attribute declare for an element: property → value."""
        style = node.attr("style")
        if not style and not self._given:
            return _NOTHING
        found = self._cache.get(node)
        if found is None:
            found = self._cache[node] = self._cascade(node, style)
        return found

    def _cascade(self, node: Any, style: str | None) -> Mapping[str, str]:
        given = self._given.get((node, ""))
        if given is None and not style:
            return _NOTHING
        out = {name: value.value for name, value in (given or {}).items()}
        for name, (value, important) in declarations_of(style or "", self._properties).items():
            if important or given is None or name not in given or not given[name].weight[0]:
                out[name] = value
        return out

    def pseudo(self, node: Any, which: str) -> Mapping[str, str]:
        """Return what sheets declare for `::before` or `::after` of an element."""
        given = self._given.get((node, which)) if self._given else None
        return {name: v.value for name, v in given.items()} if given else _NOTHING


def declarations_of(
    css: str, properties: frozenset[str] = PROPERTIES
) -> dict[str, tuple[str, bool]]:
    """Return the declarations among `properties`: value and whether it is important."""
    out: dict[str, tuple[str, bool]] = {}
    if "/*" in css:
        css = _COMMENT.sub("", css)
    for name, value in _DECLARATION.findall(css):
        name = name.lower()
        if name in properties:
            plain = _IMPORTANT.sub("", value).strip()
            if name == "display" and not _is_display(plain):
                continue
            important = len(plain) < len(value.strip())
            if name == "content" and not _CONTENT.fullmatch(plain):
                continue
            if important or name not in out or not out[name][1]:
                out[name] = (plain, important)
    return out


def _is_display(value: str) -> bool:
    return "(" in value or _DISPLAYS.issuperset(value.lower().split())


def rules_of(css: str, within: str = "") -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of a sheet's rules, in order, nested ones after their parent."""
    inner: list[tuple[str, str]] = []
    plain: list[str] = []
    for prelude, body in _blocks(css):
        if prelude is None:
            plain.append(body)
        elif not prelude.startswith("@"):
            inner.extend(rules_of(body, _nested(prelude, within)))
        elif prelude.lower().startswith(_GROUPS) and _matches_group(prelude):
            inner.extend(rules_of(body, within))
    if within and plain:
        yield within, ";".join(plain)
    yield from inner


def _blocks(css: str) -> Iterator[tuple[str | None, str]]:
    """Yield prelude and body of the blocks at the top level; `None` and text for what is no block."""
    depth = start = 0
    prelude = ""
    for match in _SCANNED.finditer(css):
        sign = match[0]
        if sign == "{":
            if depth == 0:
                prelude = _COMMENT.sub(" ", css[start : match.start()]).strip()
                start = match.end()
            depth += 1
        elif sign == "}":
            if depth == 1:
                yield prelude, css[start : match.start()]
            depth = max(0, depth - 1)
            if depth == 0:
                start = match.end()
        elif sign == ";" and depth == 0:
            yield None, _COMMENT.sub(" ", css[start : match.start()])
            start = match.end()
    rest = _COMMENT.sub(" ", css[start:])
    if rest.strip():
        # A block that is never closed ends with the sheet.
        yield (None, rest) if depth == 0 else (prelude, rest)


def _nested(prelude: str, within: str) -> str:
    if not within:
        return prelude
    parent = f":is({within})"
    return ",".join(
        s.replace("&", parent) if "&" in s else f"{parent} {s}" for s in _COMMA.split(prelude)
    )


def _specificity(selector: str) -> tuple[int, int, int]:
    plain = re.sub(r":where\([^)]*\)", "", selector)
    return len(_IDS.findall(plain)), len(_CLASSES.findall(plain)), len(_TYPES.findall(plain))


def _matches_group(prelude: str) -> bool:
    name, _, condition = prelude.partition(" ")
    if name.lower() == "@supports":
        return not condition.strip().lower().startswith("not")
    return name.lower() != "@media" or _matches_media(condition)


def _matches_media(query: str) -> bool:
    return any(_matches_one(part.strip().lower()) for part in query.split(","))


def _matches_one(query: str) -> bool:
    """Answer one media query; what a reader chooses (contrast, motion, color scheme) is not chosen."""
    if query.startswith("not "):
        return not _matches_one(query[4:])
    if re.match(r"(?:only\s+)?(?:print|speech|tty|tv|aural|braille)\b", query):
        return False
    for which, number, unit in _WIDTH.findall(query):
        width = float(number) * (1 if unit == "px" else _EM)
        if (width > _VIEWPORT) if which == "min" else (width < _VIEWPORT):
            return False
    return "prefers-" not in query and "forced-colors" not in query
