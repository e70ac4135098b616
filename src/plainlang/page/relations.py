"""How elements of a document refer to each other: ids, labels and image maps.

Answers look-ups only; what a reference means is for others to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from plainlang.page import roles
from plainlang.page.template import UNKNOWN

LABELABLE = ("button", "input", "meter", "output", "progress", "select", "textarea")


class Relations:
    """Look-ups in one document, each made when it is first asked for.

    An id counts in the tree it stands in: that of the document, or that of a web component (`roots`).
    """

    def __init__(self, document: Any, roots: tuple[Any, ...] = ()) -> None:
        self._trees = (document, *roots)
        self.has_roots = bool(roots)

    def referred(self, node: Any, name: str) -> list[Any]:
        """Return the elements that an attribute with a list of ids names, those that exist."""
        value = node.attr(name)
        if not value:
            return []
        ids = self._ids_around(node)
        return [t for i in value.split() if (t := ids.get(i)) is not None]

    def _ids_around(self, node: Any) -> dict[str, Any]:
        """Return the ids that an element can refer to."""
        if not self.has_roots:
            return self._ids[self._trees[0]]
        while (parent := node.parent) is not None:
            node = parent
        return self._ids.get(node, self._ids[self._trees[0]])

    @cached_property
    def _ids(self) -> dict[Any, dict[str, Any]]:
        found: dict[Any, dict[str, Any]] = {tree: {} for tree in self._trees}
        for tree, ids in found.items():
            for node in tree.select("[id]"):
                identity = node.attr("id")
                if identity and node.closest("template") is None:
                    ids.setdefault(identity, node)
        return found

    def _all(self, selector: str) -> Iterator[Any]:
        return (node for tree in self._trees for node in tree.select(selector))

    @cached_property
    def owners(self) -> dict[Any, Any]:
        """The elements that `aria-owns` puts elsewhere, each with its new parent: the first that asks."""
        found: dict[Any, Any] = {}
        for owner in self._all("[aria-owns]"):
            for owned in self.referred(owner, "aria-owns"):
                if owned != owner and owner not in owned.descendants:
                    found.setdefault(owned, owner)
        return found

    def used_by(self, node: Any) -> Any:
        """Return the element of this document that an SVG `use` shows, None when there is none."""
        target = node.attr("href") or node.attr("xlink:href") or ""
        return self._ids_around(node).get(target[1:]) if target.startswith("#") else None

    def labels_of(self, node: Any) -> list[Any]:
        """Return the label elements of a control, in document order."""
        return self._labels.get(node, [])

    @cached_property
    def _labels(self) -> dict[Any, list[Any]]:
        found: dict[Any, list[Any]] = {}
        for label in self._all("label"):
            target = self._labelled_by(label)
            if target is not None:
                found.setdefault(target, []).append(label)
        return found

    def _labelled_by(self, label: Any) -> Any:
        wanted = label.attr("for")
        if wanted is not None or "for" in label.attrs:
            target = self._ids_around(label).get(wanted or "")
            return target if target is not None and target.tag in LABELABLE else None
        inner = label.select(", ".join(LABELABLE))
        return next((n for n in inner if n.tag != "input" or roles.input_type(n) != "hidden"), None)

    def image_of(self, area: Any) -> Any:
        """Return the image that shows an `area`; the area itself where that cannot be known."""
        around = area.closest("map")
        name = (around.attr("name") or around.attr("id") or "") if around is not None else ""
        if UNKNOWN in name or UNKNOWN in self._maps:
            return area
        return self._maps.get(name) if name else None

    @cached_property
    def _maps(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for image in self._all("img[usemap], object[usemap]"):
            name = image.attr("usemap") or ""
            found.setdefault(UNKNOWN if UNKNOWN in name else name.removeprefix("#"), image)
        return found
