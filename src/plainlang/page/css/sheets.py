"""What style gives an element: declarations of `<style>` sheets and of `style` attributes.

A small cascade for the few properties that decide what is seen and heard. It knows no inherited value
but those of variables, no user agent sheet and no external sheet.
(CSS Cascading 5 and 6, Selectors 4, Custom Properties 1.)
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from plainlang.page.css.conditions import matches_media, split_list
from plainlang.page.css.syntax import PSEUDO, Layer, Rule, declarations_of, rules_of
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

# A pseudo-element that no browser knows makes the whole list invalid (Selectors 4, 3.9).
_UNKNOWN_PSEUDO = compile_pattern(
    r"""::(?!before|after|first-l|marker|selection|placeholder|backdrop|cue|part|slotted|file-selector-button
    |details-content|view-transition|highlight|target-text|spelling-error|grammar-error|picker|checkmark
    |scroll-|column|-(?:webkit|moz|ms)-)""",
    re.VERBOSE | re.IGNORECASE,
)
_VARIABLE = compile_pattern(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_DECIDES = compile_pattern(r"\s*(?:display|visibility|content)\s*:", re.IGNORECASE)
_ATTRIBUTE = compile_pattern(r"""\[(?:[^\]"']|"[^"]*"|'[^']*')*\]""")
_WHERE = compile_pattern(r":where\((?:[^()]|\([^()]*\))*\)", re.IGNORECASE)
_CHOICE = compile_pattern(r":(?:is|not|has|matches|-webkit-any)\(([^()]*)\)", re.IGNORECASE)
_OF = compile_pattern(r"\([^()]*\)")
_IDS = compile_pattern(r"#[\w-]+")
_CLASSES = compile_pattern(r"\.[\w-]+|\[\]|(?<!:):[\w-]+")
_TYPES = compile_pattern(r"(?:^|[\s>+~|])[a-zA-Z][\w-]*|::[\w-]+")
# What readers do, and the classes by which scripts say that something is open.
_STATE = compile_pattern(
    r""":(?:checked|target(?:-within)?|hover|focus(?:-within|-visible)?|active)(?![\w-])
    | \[\s*(?:aria-(?:expanded|selected|hidden)|data-(?:state|open|active|expanded))\b[^\]]*\]
    | \.(?:[\w-]*[-_])?(?:open(?:ed)?|active|expanded|selected)(?![\w-])|\.(?:is-)?(?:show(?:n|ing)?|visible)(?![\w-])""",
    re.VERBOSE,
)
_UNTIL = compile_pattern(rf":not\(\s*(?:{_STATE.pattern})\s*\)", re.VERBOSE)
# A class such as `.show` alone may be given to anything.
_SAYS_WHICH = compile_pattern(r"[.#\[]|(?<![\w:-])(?!(?:html|body)(?![\w-]))[a-z]", re.IGNORECASE)
_NOTHING: Mapping[str, str] = {}


class _Given(NamedTuple):
    """A declared value and its weight in the cascade."""

    weight: tuple[bool, Layer, tuple[int, int, int], int]
    value: str


class Sheets:
    """The declarations for the elements of one document, of the properties that are known.

    `trees` are the document and its web components: a sheet counts for the tree that it stands in.
    """

    __slots__ = ("_cache", "_given", "_opened", "_order", "_variables")

    def __init__(self, trees: Sequence[Any]) -> None:
        self._given: dict[tuple[Any, str], dict[str, _Given]] = {}
        self._cache: dict[Any, Mapping[str, str]] = {}
        self._opened: dict[tuple[Any, str], None] = {}
        self._order = 0
        layers: dict[str, Layer] = {}
        # Old pages hide their sheets in the marks of a comment; CSS skips those.
        sheets = [
            (tree, sheet.text.replace("<!--", " ").replace("-->", " "))
            for tree in trees
            for sheet in tree.select("style")
            if matches_media(sheet.attr("media") or "all")
        ]
        self._variables = any(_uses_variable(css) for _, css in sheets)
        for tree, css in sheets:
            for rule in rules_of(css, layers):
                self._add(tree, rule)

    def declare(self, properties: frozenset[str]) -> bool:
        """Tell whether some sheet declares one of the properties for an element."""
        return any(
            not which and not properties.isdisjoint(given)
            for (_, which), given in self._given.items()
        )

    def opened(self) -> set[Any]:
        """Return the elements that a sheet shows in a state that readers bring about."""
        found: set[Any] = set()
        for tree, selector in self._opened:
            with suppress(ValueError):
                found.update(tree.select(selector))
        return found

    def _add(self, tree: Any, rule: Rule) -> None:
        values = declarations_of(rule.declarations, variables=self._variables)
        if not values:
            return
        self._order += 1
        parts = split_list(rule.selectors)
        spoilt = "::" in rule.selectors and _UNKNOWN_PSEUDO.search(rule.selectors)
        if spoilt or not all(part.strip() for part in parts):
            return  # one that is missing or unknown makes the whole list invalid (Selectors 4, 3.8)
        for selector in parts:
            which = PSEUDO.search(selector)
            base = (selector[: which.start()] if which else selector).strip() or "*"
            if not which and (shown := _opened_by(base, values)):
                self._opened[tree, shown] = None
            try:
                nodes = tree.select(base)
            except ValueError:
                continue
            if not nodes:
                continue
            specificity = _specificity(base)
            news = {}
            for name, (value, important) in values.items():
                # What is important wins the other way round (Cascading 5, 6.4.4).
                layer = tuple(-n for n in rule.layer) if important else rule.layer
                news[name] = _Given((important, layer, specificity, self._order), value)
            for node in nodes:
                given = self._given.setdefault((node, which[1].lower() if which else ""), {})
                for name, new in news.items():
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
        own = declarations_of(style or "", variables=self._variables)
        for name, (value, important) in own.items():
            if important or given is None or name not in given or not given[name].weight[0]:
                out[name] = value
        return self._resolved(out, node)

    def _resolved(self, values: dict[str, str], node: Any) -> dict[str, str]:
        """Return values with their variables filled in; what cannot be filled in is left out."""
        if not self._variables:
            return values
        out = {}
        for name, value in values.items():
            for _ in range(8 if "var(" in value and not name.startswith("--") else 0):
                found = _VARIABLE.search(value)
                if found is None:
                    break
                inner = self._variable(found[1], node, values) or found[2]
                value = "var(" if inner is None else value.replace(found[0], inner.strip())
            if "var(" not in value or name.startswith("--"):
                out[name] = value
        return out

    def _variable(self, name: str, node: Any, own: Mapping[str, str]) -> str | None:
        while name not in own:
            node = node.parent
            if getattr(node, "tag", None) is None:
                return None
            own = self.declared(node)
        return own[name]

    def pseudo(self, node: Any, which: str) -> Mapping[str, str]:
        """Return what sheets declare for `::before` or `::after` of an element."""
        given = self._given.get((node, which)) if self._given else None
        if not given:
            return _NOTHING
        values = {name: v.value for name, v in given.items()}
        return self._resolved({**self._inherited(node), **values}, node)

    def _inherited(self, node: Any) -> dict[str, str]:
        if not self._variables:
            return {}
        return {n: v for n, v in self.declared(node).items() if n.startswith("--")}


def _in_any_state(found: re.Match[str]) -> str:
    """Return what is left of a selector without a state: nothing, or `*` where it stood alone."""
    text, start, end = found.string, *found.span()
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    return "*" if before in " >+~(," and after in " >+~)," else ""


def _opened_by(selector: str, values: Mapping[str, tuple[str, bool]]) -> str:
    """Return what a rule for a state shows, "" where it shows nothing, or no one knows what.

    It shows what it declares to be seen, or hides in the state's absence: `.panel:not(.open)`.
    """
    if "display" in values:
        shows = values["display"][0].lower() != "none"
    else:
        visibility = values["visibility"][0].lower() if "visibility" in values else ""
        if visibility not in ("visible", "hidden"):
            return ""
        shows = visibility == "visible"
    if not shows:
        return selector if _UNTIL.search(selector) else ""
    if _STATE.search(selector) is None:
        return ""
    inner = _STATE.sub(_in_any_state, selector)
    return inner if _SAYS_WHICH.search(inner) else ""


def _uses_variable(css: str) -> bool:
    """Tell whether a variable decides what is shown; most only give colors and sizes."""
    at = css.find("var(")
    while at >= 0:
        start = max(css.rfind(sign, max(0, at - 200), at) for sign in ";{") + 1
        if _DECIDES.match(css, start):
            return True
        at = css.find("var(", at + 4)
    return False


def _specificity(selector: str) -> tuple[int, int, int]:
    """Return how specific a selector is: ids, classes and the like, types (Selectors 4, 17)."""
    plain = _WHERE.sub("", _ATTRIBUTE.sub("[]", selector))
    ids = classes = types = 0
    while found := _CHOICE.search(plain):  # the most specific of its arguments counts
        more = max(map(_specificity, split_list(found[1])))
        ids, classes, types = ids + more[0], classes + more[1], types + more[2]
        plain = plain[: found.start()] + plain[found.end() :]
    plain = _OF.sub("", plain)
    return (
        ids + len(_IDS.findall(plain)),
        classes + len(_CLASSES.findall(plain)),
        types + len(_TYPES.findall(plain)),
    )
