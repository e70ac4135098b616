"""CSS as text: rules and declarations of a style sheet.

Reads nesting, layers, scopes and conditions; knows no document and no cascade. What is no value of a
property that counts is left out, as a browser does.
(CSS Syntax 3, Nesting 1, Cascading 5 and 6.)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import inf

from plainlang.page.css.conditions import matches_container, matches_media, split_list, supports
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_PROPERTIES = frozenset(
    """display visibility content counter-reset counter-increment counter-set position left top right bottom clip
    clip-path text-indent font-family width height overflow float opacity content-visibility quotes font-weight""".split()
)
_DECIDING = ("display", "visibility", "content")  # of what `all` sets, those that count here
_DISPLAYS = frozenset(  # what is no value of `display` changes nothing
    """none contents block inline flow flow-root flex inline-flex grid inline-grid inline-block list-item run-in
    table inline-table table-row table-cell table-caption table-column table-row-group table-header-group
    table-footer-group table-column-group ruby ruby-base ruby-text math subgrid masonry
    inherit initial unset revert revert-layer""".split()
)
_SCANNED = compile_pattern(
    r"""/\*.*?(?:\*/|\Z)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|[{};]""", re.DOTALL
)
_COMMENT = compile_pattern(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_DECLARATION = compile_pattern(
    r"""([\w-]+)\s*:\s*((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:"[^"]*"|'[^']*'|[^)"'])*\)|\([^)]*\)
    |[^;"'(])*)""",
    re.VERBOSE | re.DOTALL,
)
# A `content` that is no list of these is no value, and an earlier one counts.
_CONTENT = compile_pattern(
    r"""(?:(?:\s*(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[\w-]+\((?:[^"'()]|"[^"]*"|'[^']*'|\([^()]*\))*\)
    |(?:no-)?(?:open|close)-quote|none|normal|contents|initial|inherit|unset|revert(?:-layer)?))+)
    (?:\s*/(?:\s*(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?:attr|counters?|var)\((?:[^"'()]|"[^"]*"|'[^']*')*\)))+)?\s*""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_IMPORTANT = compile_pattern(r"\s*!\s*important\s*$", re.IGNORECASE)
PSEUDO = compile_pattern(r"::?(before|after)\s*$", re.IGNORECASE)
_SCOPE = compile_pattern(r"\(((?:[^()]|\([^()]*\))*)\)")
_AT = compile_pattern(r"@([\w-]+)\s*(.*)", re.DOTALL)
# Rules with these names hold rules, which count when the condition holds.
_GROUPS: dict[str, Callable[[str], bool]] = {
    "media": matches_media,
    "supports": supports,
    "container": matches_container,
}

_DEEPEST = 50  # rules in rules: deeper ones than anyone writes would exhaust the stack

Layer = tuple[float, ...]  # the numbers of a layer and of those around it; the higher one wins
NO_LAYER: Layer = (inf,)


class Rule(NamedTuple):
    """A style rule: selectors, declarations, and the layer that it stands in."""

    selectors: str
    declarations: str
    layer: Layer = NO_LAYER


def declarations_of(css: str, *, variables: bool) -> dict[str, tuple[str, bool]]:
    """Return the declarations of the properties that count: value and whether it is important.

    With `variables` custom properties too.
    """
    out: dict[str, tuple[str, bool]] = {}
    if "/*" in css:
        css = _COMMENT.sub("", css)
    found = _DECLARATION.findall(css)
    if "all" in css:
        found = [one for pair in found for one in _each(*pair)]
    for name, value in found:
        is_variable = variables and name.startswith("--")
        if not is_variable:
            name = name.lower()
        if name in _PROPERTIES or is_variable:
            plain = _IMPORTANT.sub("", value).strip()
            if name == "display" and not _is_display(plain):
                continue
            important = len(plain) < len(value.strip())
            if name == "content" and not _CONTENT.fullmatch(plain):
                continue
            if important or name not in out or not out[name][1]:
                out[name] = (plain, important)
    return out


def _each(name: str, value: str) -> list[tuple[str, str]]:
    """Return a declaration, those that it stands for where it is of `all` (Cascading 5, 3.3)."""
    return [(own, value) for own in _DECIDING] if name.lower() == "all" else [(name, value)]


def _is_display(value: str) -> bool:
    return "(" in value or _DISPLAYS.issuperset(value.lower().split())


class _Place(NamedTuple):
    """Where a rule stands: the selectors of the rules around it, its layer, and how deep it is."""

    within: str = ""
    layer: Layer = NO_LAYER
    path: str = ""
    depth: int = 0


_TOP = _Place()


def rules_of(css: str, layers: dict[str, Layer], place: _Place = _TOP) -> Iterator[Rule]:
    """Yield a sheet's rules in order, nested ones after their parent.

    `layers` are those named so far, by path; new ones are added to it.
    """
    within, layer, path, depth = place
    if within and "{" not in css:
        yield Rule(within, css, layer)
        return
    if depth > _DEEPEST:
        return
    inside = place._replace(depth=depth + 1)
    inner: list[Rule] = []
    plain: list[str] = []
    for prelude, body in _blocks(css):
        if prelude is None:
            plain.append(body)
            if "@" in body and body.lstrip()[:6].lower() == "@layer":
                for name in body.strip()[6:].split(","):
                    _layer(f"{path}.{name.strip()}", layers)
        elif prelude.startswith("@"):
            inner.extend(_rules_at(prelude, body, layers, inside))
        elif prelude:  # a block without selectors is no rule
            nested = inside._replace(within=_nested(prelude, within))
            inner.extend(rules_of(body, layers, nested))
    if within and plain:
        yield Rule(within, ";".join(plain), layer)
    yield from inner


def _rules_at(prelude: str, body: str, layers: dict[str, Layer], place: _Place) -> Iterator[Rule]:
    """Yield the rules in the block of an at-rule, none where it keeps them from counting."""
    found = _AT.match(prelude)
    if found is None:
        return
    name, condition = found[1].lower(), found[2].strip()
    if name == "layer":
        path = f"{place.path}.{condition or len(layers)}"
        layered = place._replace(layer=_layer(path, layers), path=path)
        yield from rules_of(body, layers, layered)
    elif name == "scope":
        scope = _SCOPE.match(condition)
        scoped = rules_of(body, layers, place)
        yield from (_scoped(rule, scope[1]) if scope else rule for rule in scoped)
    elif (answer := _GROUPS.get(name)) and answer(condition):
        yield from rules_of(body, layers, place)


def _layer(path: str, layers: dict[str, Layer]) -> Layer:
    """Return the weight of a layer: layers weigh more the later they are named."""
    weight: Layer = ()
    at = ""
    for name in path.strip(".").split("."):
        at += f".{name.strip()}"
        weight = layers.setdefault(at, (*weight, float(len(layers)), inf))[:-1]
    return (*weight, inf)


def _scoped(rule: Rule, root: str) -> Rule:
    """Return a rule for what stands in `root`; `:scope` and `&` are `root` itself (Cascading 6, 2.5)."""
    parts = []
    for selector in split_list(rule.selectors):
        inner = re.sub(r":scope\b|&", f":where({root})", selector)
        parts.append(inner if inner != selector else f":where({root}) {selector.strip()}")
    return rule._replace(selectors=",".join(parts))


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
                start = match.end()
            depth = max(0, depth - 1)  # one too many spoils the next selector (CSS Syntax 3, 5.4.4)
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
        s.replace("&", parent) if "&" in s else f"{parent} {s}" for s in split_list(prelude)
    )
