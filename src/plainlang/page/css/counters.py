"""CSS counters: what they say at each place of a document (CSS Lists 3, section 4; Counter Styles 3).

One walk over the elements; a counter lives in the element around the one that set it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Protocol

Values = dict[str, tuple[int, ...]]  # a counter's values, the outermost first
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_SIGNS = {"disc": "•", "circle": "◦", "square": "▪", "none": ""}


class _Scopes:
    """The counters that are in force, each with the element in which it lives."""

    def __init__(self) -> None:
        self.stacks: dict[str, list[tuple[Any, int]]] = {}

    def leave(self, holder: Any) -> None:
        """End the counters that live in an element."""
        for stack in self.stacks.values():
            while stack and stack[-1][0] == holder:
                stack.pop()

    def begin(self, name: str, holder: Any, value: int) -> None:
        stack = self.stacks.setdefault(name, [])
        if stack and stack[-1][0] == holder:
            stack.pop()
        stack.append((holder, value))

    def change(self, name: str, holder: Any, value: int, *, add: bool) -> None:
        stack = self.stacks.setdefault(name, [])
        owner, old = stack.pop() if stack else (holder, 0)
        stack.append((owner, old + value if add else value))

    def values(self) -> Values:
        return {name: tuple(v for _, v in stack) for name, stack in self.stacks.items() if stack}


class _Declarations(Protocol):
    def declared(self, node: Any) -> Mapping[str, str]: ...
    def pseudo(self, node: Any, which: str) -> Mapping[str, str]: ...


class Counts:
    """The counters at every element, `::before` and `::after` whose `content` uses one."""

    def __init__(self, tree: Any, sheets: _Declarations, hidden: Any) -> None:
        """`hidden(node)` tells whether an element is displayed at all: what is not does not count."""
        self.at: dict[tuple[Any, str], Values] = {}
        self._sheets = sheets
        self._scopes = _Scopes()
        self._walk(tree, hidden)

    def _walk(self, tree: Any, hidden: Any) -> None:
        open_: list[Any] = []
        left_out: set[Any] = set()
        for node in tree.iter_elements():
            if node.parent in left_out or hidden(node):
                left_out.add(node)
                continue
            while open_ and open_[-1] != node.parent:
                self._close(open_.pop())
            self._visit(node, "", node.parent)
            open_.append(node)
            self._visit(node, "before", node)
        while open_:
            self._close(open_.pop())

    def _close(self, node: Any) -> None:
        self._visit(node, "after", node)
        self._scopes.leave(node)

    def _visit(self, node: Any, which: str, holder: Any) -> None:
        declared = self._sheets.pseudo(node, which) if which else self._sheets.declared(node)
        if not declared:
            return
        for name, number in _changes(declared.get("counter-reset", ""), 0):
            self._scopes.begin(name, holder, number)
        for name, number in _changes(declared.get("counter-increment", ""), 1):
            self._scopes.change(name, holder, number, add=True)
        for name, number in _changes(declared.get("counter-set", ""), 0):
            self._scopes.change(name, holder, number, add=False)
        if "counter" in declared.get("content", ""):
            self.at[node, which] = self._scopes.values()


def _changes(value: str, default: int) -> list[tuple[str, int]]:
    """Read a list of counters' names, each with a number or without."""
    return [
        (name, int(number) if number else default)
        for name, number in re.findall(r"([A-Za-z_][\w-]*)(?:\s+(-?\d+))?", value)
        if name != "none"
    ]


def written(value: int, style: str) -> str:
    """Return a counter's value in a counter style; in digits where the style has no such number."""
    if style in _SIGNS:
        return _SIGNS[style]
    if style == "decimal-leading-zero":
        return f"{value:02d}"
    text = ""
    if value > 0 and style.endswith(("-alpha", "-latin")):
        while value:
            value, rest = divmod(value - 1, 26)
            text = chr(ord("a") + rest) + text
    elif 0 < value < 4000 and style.endswith("-roman"):
        for size, sign in _ROMAN:
            text += sign * (value // size)
            value %= size
    return (text.upper() if style.startswith("upper") else text) or str(value)
