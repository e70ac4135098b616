"""Where in the source an element of the living page stands.

Scripts add, move and change elements, so a CSS selector of the living page may match another element
of the source, with no sign that it does. Instead the children of both are laid side by side, from
the root down. Pure: knows neither browser nor axe.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from plainlang.page import Page
from plainlang.page.tree import Element as Node
from plainlang.records import NamedTuple

Path = tuple[int, ...]
_TEXT = 200  # as in script.js


class Child(NamedTuple):
    """An element of the living page: `text` is how many words are in it, and how they begin."""

    tag: str
    attributes: Mapping[str, str]
    text: str

    @property
    def id(self) -> str:
        return self.attributes.get("id", "")

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.attributes.get("class", "").split())

    @property
    def start(self) -> Hashable:
        words = ((name, " ".join(value.split())) for name, value in self.attributes.items())
        return self.tag, frozenset(words)


class Places:
    """Finds elements of the living page in the source; `levels` has children by their parent's path."""

    def __init__(self, page: Page, levels: Mapping[Path, Sequence[Child]]) -> None:
        self._page = page
        self._levels = levels
        self._aligned: dict[Path, list[Node | None]] = {}

    def find(self, path: Path) -> tuple[Node, bool]:
        """Return the node that stands for an element, and whether it is the element itself.

        If it is not, it is the nearest one above that the source has.
        """
        for size in range(len(path), 0, -1):
            node = self._match(path[:size])
            if node is not None:
                return node, size == len(path)
        return self._root, not path

    def _match(self, path: Path) -> Node | None:
        if not path:
            return self._root
        live = self._levels[path[:-1]][path[-1]]
        named = self._ids.get((live.tag, live.id), ()) if live.id else ()
        if len(named) == 1:  # wherever a script moved it
            return named[0]
        above = path[:-1]
        if above not in self._aligned:
            parent = self._match(above)
            children = [] if parent is None else list(parent.children)
            source = [child for child in children if isinstance(child, Node)]
            self._aligned[above] = align(self._levels[above], source)
        return self._aligned[above][path[-1]]

    @property
    def _root(self) -> Node:
        root: Node = self._page.tree.select_one("html")
        return root

    @cached_property
    def _ids(self) -> dict[tuple[str, str], list[Node]]:
        out: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for node in self._page.tree.select("[id]"):
            out[str(node.tag), node.attr("id") or ""].append(node)
        return out


def align(live: Sequence[Child], source: Sequence[Node]) -> list[Node | None]:
    """Return for each living child the child of the source that it is, None for one that is new.

    First those that are the same in all, in their order; then, between these, those that differ
    (scripts set classes and words) but can be told apart.
    """
    theirs = [_child(node) for node in source]
    found: list[Node | None] = [None] * len(live)
    a, b = [(c.start, c.text) for c in live], [(c.start, c.text) for c in theirs]
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        found[start] = source[start]
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        found[-1 - end] = source[-1 - end]
        end += 1
    matcher = SequenceMatcher(
        None, a[start : len(a) - end], b[start : len(b) - end], autojunk=False
    )
    i = j = start
    for block in matcher.get_matching_blocks():
        to_i, to_j = start + block.a, start + block.b
        for k, n in _alike(live, theirs, list(range(i, to_i)), list(range(j, to_j))):
            found[k] = source[n]
        for step in range(block.size):
            found[to_i + step] = source[to_j + step]
        i, j = to_i + block.size, to_j + block.size
    return found


def _child(node: Node) -> Child:
    attributes = {name: node.attr(name) or "" for name in node.attrs}
    words = node.text.split()
    return Child(str(node.tag), attributes, f"{len(words)} {' '.join(words)[:_TEXT]}")


def _alike(
    live: Sequence[Child], source: Sequence[Child], left: list[int], right: list[int]
) -> list[tuple[int, int]]:
    """Pair those that differ in words, classes or other attributes, if nothing else may be meant."""
    pairs: list[tuple[int, int]] = []

    def pair(one: Callable[[Child], Hashable]) -> None:
        groups: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for k in left:
            groups[one(live[k])][0].append(k)
        for n in right:
            groups[one(source[n])][1].append(n)
        for ours, theirs in groups.values():
            if len(ours) == len(theirs):
                take(zip(ours, theirs, strict=True))

    def take(new: Any) -> None:
        for k, n in new:
            pairs.append((k, n))
            left.remove(k)
            right.remove(n)

    pair(lambda c: c.start)
    pair(lambda c: (c.tag, c.id, c.classes))
    fits = {k: [n for n in right if _grew(live[k], source[n])] for k in left}
    wanted = Counter(n for ns in fits.values() for n in ns)
    take([(k, ns[0]) for k, ns in fits.items() if len(ns) == 1 and wanted[ns[0]] == 1])
    pair(lambda c: (c.tag, c.id))
    return pairs


def _grew(live: Child, source: Child) -> bool:
    """Tell whether one may be the other, with classes added or taken away."""
    same = live.tag == source.tag and live.id == source.id
    one, other = live.classes, source.classes
    return same and bool(one & other) and (one <= other or other <= one)
