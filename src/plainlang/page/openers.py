"""Which hidden parts of a page a reader can open: panels, dialogs and menus.

From the source alone: a button or link names the part's id, or the part says what it is once it is
open, or its class calls it a panel. What hides it is for others to say. What only scripts show, such as messages and models of what
they add, is not opened by readers. (ARIA Authoring Practices: accordion, tabs, dialog, disclosure; the
attributes of Bootstrap, Foundation and others for the same.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plainlang.page.tree import Element, Text
from plainlang.patterns import compile_pattern

_CONTROLS = "a, button, summary, [role=button], [role=tab], [aria-controls], [onclick]"
_OPENED = frozenset({"dialog", "alertdialog", "tabpanel"})
_QUOTED = compile_pattern(r"""["']\s*\#?([\w:.-]+)\s*["']""")
_BY_ID = compile_pattern(r"""["']\s*\#([\w:.-]+)\s*["']""")
_CALL = compile_pattern(r"(?<![\w$.])([\w$.]+)\s*\(([^()]*)")
# What an attribute or a function is called that opens something, and one that does something else to it.
_OPENS = compile_pattern(
    r"""open|show|toggle|target|reveal|expand|collaps|accordion|modal|dialog|popup|popover|panel|drawer|tab(?!le)|trigger
    |controls|activ|display|unhide|disclos|overlay|lightbox|switch|close|dismiss|getelementbyid|mostrar|abrir""",
    re.VERBOSE | re.IGNORECASE,
)
_DOES_ELSE = compile_pattern(
    r"te?mpl|tpl|prototype|clone|clipboard|copy|print|indicator|spinner|load|config|track|analytics",
    re.IGNORECASE,
)
# Messages of a script, and what it makes copies of.
_LIVE = frozenset({"alert", "status", "log", "timer", "progressbar", "tooltip"})
_SCRIPTED = compile_pattern(
    r"""(?<![^\s_-])(?:template|tpl|prototype|spinner|loader|loading|toast|snackbar|tooltip|errors?|invalid)
    (?![^\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
# What a part is called that scripts open by its class.
_PANEL = compile_pattern(
    r"""(?<![^\s_-])(?:accordion|collaps(?:e|ed|ible)|modal|tab-?pane|tabs?-?panel|tabs?-?content
    |faq-?(?:answer|content|body|panel|text)|(?:read|show)-?more|toggle-?(?:content|panel|body|text|box)|more-?(?:content|text))(?![^\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
_MENU = compile_pattern(
    r"(?<![^\s_-])(?:(?:drop-?down|sub|mega)?-?menu|drop-?down|nav)(?![^\s_-])", re.IGNORECASE
)
_COOKIES = compile_pattern(r"cookie|onetrust|gdpr|ccpa", re.IGNORECASE)
_LINKS = frozenset({"option", "menuitem", "menuitemradio", "menuitemcheckbox", "link"})
_UNCOUNTED = frozenset(
    "h1 h2 h3 h4 h5 h6 label legend button select textarea svg script style template".split()
)
_LISTS = frozenset({"ul", "ol", "menu"})
_FEWEST = 2  # links of a menu that is no list
_SHARE = 0.2  # of their text, what a menu may say besides, where no class calls it one


class Openers:
    """Answers for the elements of one page; `trees` are the document and its web components."""

    __slots__ = ("_names", "_trees")

    def __init__(self, trees: tuple[Any, ...]) -> None:
        self._trees = trees
        self._names: frozenset[str] | None = None

    def open(self, attrs: dict[str, Any], *, by_style: bool) -> bool:
        """Tell whether a reader can open an element that is hidden; `by_style`: a sheet shows how."""
        role = (attrs.get("role") or "").strip().lower()
        if role in _LIVE or attrs.get("aria-live", "off") != "off" or "aria-busy" in attrs:
            return False
        identity = attrs.get("id")
        classes = _text(attrs.get("class"))
        if _SCRIPTED.search(f"{classes} {identity or ''}"):
            return False
        by_style = by_style or _PANEL.search(classes) is not None
        if by_style or role in _OPENED or "aria-modal" in attrs:
            return True
        if attrs.get("aria-labelledby"):  # nobody hears that name before the part is shown
            return True
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
                    if name == "aria-controls":
                        yield from value.split()
                    elif name.startswith("data-"):
                        yield from _in_data(name, value)
                    elif name == "href" and value.startswith("#"):
                        yield value[1:]
                    elif name == "onclick" or value.startswith("javascript:"):
                        yield from _in_script(value.removeprefix("javascript:"))


def _in_data(name: str, value: str) -> Iterator[str]:
    if _DOES_ELSE.search(name):
        return
    opens = _OPENS.search(name) is not None
    for word in value.split():
        if opens or word.startswith("#"):
            yield word.removeprefix("#")


def _in_script(script: str) -> Iterator[str]:
    for call in _CALL.finditer(script):
        if _OPENS.search(call[1]):
            yield from _QUOTED.findall(call[2])
        elif not _DOES_ELSE.search(call[1]):
            yield from _BY_ID.findall(call[2])


def region_of_opened(node: Any, attrs: dict[str, Any], around: str) -> str:
    """Return the region of a part that readers open in the region `around`: a menu's links navigate."""
    if _COOKIES.search(f"{_text(attrs.get('class'))} {attrs.get('id') or ''}"):
        return "aside"
    return "navigation" if _is_menu(node) else around


def _is_menu(node: Any) -> bool:
    """Tell whether an element holds links, or options, and little else but headings and fields."""
    links = linked = said = 0
    share = 1.0 if _MENU.search(_text(node.attrs.get("class"))) else _SHARE
    most = share * len(node.text)
    waiting = [node]
    while waiting:
        at = waiting.pop()
        if isinstance(at, Text):
            said += len(at.data.strip())
            if said > most:
                return False
        elif isinstance(at, Element) and at.tag not in _UNCOUNTED:
            if (at.tag == "a" and "href" in at.attrs) or at.attrs.get("role") in _LINKS:
                links += 1
                linked += len(at.text.strip())
            else:
                waiting.extend(at.children)
    fewest = 1 if node.tag in _LISTS else _FEWEST
    return links >= fewest and said <= share * linked


def _text(value: Any) -> str:
    """Return the value of an attribute, which may be a list of words."""
    return " ".join(value) if isinstance(value, list) else value or ""
