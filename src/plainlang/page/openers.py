"""Which hidden parts of a page a reader can open: panels, dialogs and menus.

From the source alone: a button or link names the part's id, or the part says what it is once it is
open. What hides it is for others to say. (ARIA Authoring Practices: accordion, tabs, dialog, disclosure;
the attributes of Bootstrap, Foundation and others for the same.)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plainlang.patterns import compile_pattern

_CONTROLS = "a, button, summary, [role=button], [role=tab], [aria-controls], [onclick]"
_OPENED = frozenset({"dialog", "alertdialog", "tabpanel"})
_QUOTED = compile_pattern(r"""["']\s*\#?([\w:.-]+)\s*["']""")


class Openers:
    """Answers for the elements of one page; `trees` are the document and its web components."""

    __slots__ = ("_names", "_trees")

    def __init__(self, trees: tuple[Any, ...]) -> None:
        self._trees = trees
        self._names: frozenset[str] | None = None

    def open(self, attrs: dict[str, Any]) -> bool:
        """Tell whether a reader can open an element that is hidden."""
        if (attrs.get("role") or "").strip().lower() in _OPENED or "aria-modal" in attrs:
            return True
        if attrs.get("aria-labelledby"):  # nobody hears that name before the part is shown
            return True
        identity = attrs.get("id")
        if not identity:
            return False
        if self._names is None:
            self._names = frozenset(self._named())
        return identity in self._names

    def _named(self) -> Iterator[str]:
        """Yield what buttons and links name, ids among them."""
        for tree in self._trees:
            for control in tree.select(_CONTROLS):
                for name, value in control.attrs.items():
                    if not isinstance(value, str):
                        continue
                    if name == "aria-controls" or name.startswith("data-"):
                        yield from (word.removeprefix("#") for word in value.split())
                    elif name == "href" and value.startswith("#"):
                        yield value[1:]
                    elif name == "onclick":
                        yield from _QUOTED.findall(value)
