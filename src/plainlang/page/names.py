"""Accessible roles, names and descriptions, from source alone.

Follows Accessible Name and Description Computation 1.2 (section 4.3; its steps are named here), HTML-AAM
1.0 (section 4) and SVG-AAM 1.0. Reads a parsed document; changes nothing.
"""

from __future__ import annotations

from typing import Any

from plainlang.page import roles
from plainlang.page.controls import placeholder_of, value_of
from plainlang.page.css.styles import Styles
from plainlang.page.exposure import Exposure
from plainlang.page.native_names import native_name
from plainlang.page.relations import Relations
from plainlang.page.tree import BLANK, Element, Text
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_BLANKS = compile_pattern(r"[ \t\n\r\f]+")
_IN_LINE = ("inline", "contents")
_TABLE_PARTS = frozenset("row rowgroup cell gridcell columnheader rowheader".split())
# What stands inside these, or a style puts there, is no part of a name: they are shown instead, or edited.
_CLOSED = frozenset(
    "img input select textarea iframe object embed audio video progress meter".split()
)
# The attributes by which steps 2B, 2D and 2I name an element.
_NAMING = frozenset("aria-labelledby aria-label title placeholder aria-placeholder".split())
# Not even under a hidden root.
_NO_TEXT = frozenset("script style template noscript datalist".split())


class Name(NamedTuple):
    """An accessible name and where it comes from; both are "" when there is none.

    `source`: aria-labelledby, aria-label, alt, label, legend, caption, figcaption, value, default (the
    browser's own word), svg-title, xlink:title, css-content, contents, title or placeholder.
    """

    text: str
    source: str


NO_NAME = Name("", "")


class Walk(NamedTuple):
    """How the computation came to a node.

    `referenced`: by aria-labelledby; `labelling`: as a label or caption; `within`: from its parent's
    content; `hidden`: its root was hidden, so hidden nodes count; `closed`: no more references are
    followed; `owner` is the element that is named. `visited` is shared by the whole computation: what
    was said once, as a label of something, is not said again where it stands.
    """

    visited: set[Any]
    owner: Any = None
    referenced: bool = False
    labelling: bool = False
    within: bool = False
    hidden: bool = False
    closed: bool = False

    @property
    def is_root(self) -> bool:
        return not (self.referenced or self.labelling or self.within)

    def down(self) -> Walk:
        """Return the walk for the children."""
        return Walk(self.visited, self.owner, within=True, hidden=self.hidden, closed=self.closed)


class Accessibility:
    """Roles, names and hiding for one document. Every answer is computed once."""

    def __init__(self, document: Any, roots: tuple[Any, ...], styles: Styles) -> None:
        self._document = document
        self.relations = Relations(document, roots)
        self.styles = styles
        self.exposure = Exposure(styles, self.relations)
        self.is_rendered = self.exposure.is_rendered
        self.is_hidden = self.exposure.is_hidden
        self._roles: dict[Any, str] = {}
        self._names: dict[Any, Name] = {}
        self._deep: dict[Any, str] = {}  # the texts of elements with too many levels in them
        self._is_deep = False

    def role(self, node: Any) -> str:
        """Return the computed ARIA role; "generic" or "" when the element has none."""
        found = self._roles.get(node)
        if found is None:
            found = roles.role_of(node, self._is_named_by_author)
            if found not in ("", "generic", "none") and self._loses_role(node, found):
                found = "generic"
            if found == "generic" and self.styles.replacement(node):
                found = "img"
            self._roles[node] = found
        return found

    def _loses_role(self, node: Any, role: str) -> bool:
        """An item whose list or table is presentational is presentational with it."""
        if (role != "listitem" and role not in _TABLE_PARTS) or "role" in node.attrs:
            return False
        if role == "listitem":
            parent = node.parent
            if not isinstance(parent, Element):
                return True
            if parent.tag not in ("ul", "ol", "menu"):
                return roles.explicit_role(parent) != "list"
            return self.role(parent) == "none"
        table = node.closest("table")
        return table is not None and self.role(table) == "none"

    def _is_named_by_author(self, node: Any) -> bool:
        if any((node.attr(name) or "").strip() for name in ("aria-label", "title")):
            return True
        return bool(self.relations.referred(node, "aria-labelledby"))

    def is_focusable(self, node: Any) -> bool:
        return roles.is_focusable(node) and self.is_rendered(node)

    def name(self, node: Any) -> Name:
        """Return the accessible name of an element."""
        found = self._names.get(node)
        if found is None:
            if node in self._deep:
                text, source = self._deep[node], "contents"
            else:
                try:
                    text, source = self.compute(node, Walk(set(), node), frozenset())
                except RecursionError:  # tags left open by the hundred nest deeper than Python does
                    from plainlang.page.deep import deep_texts, short

                    if not self._is_deep:
                        self._deep, self._is_deep = deep_texts(self._document), True
                    text, source = self._deep.get(node, short(node.text)), "contents"
            text = _BLANKS.sub(" ", text).strip(BLANK)
            found = self._names[node] = Name(text, source) if text else NO_NAME
        return found

    def description(self, node: Any) -> str:
        """Return the accessible description: `aria-describedby`, `aria-description`, `title`."""
        text = self._referred_text(node, "aria-describedby", Walk(set(), node))
        if text := _BLANKS.sub(" ", text).strip(BLANK):
            return text
        if own := (node.attr("aria-description") or "").strip():
            return own
        title = (node.attr("title") or "").strip()
        return title if title and self.name(node).source != "title" else ""

    def compute(self, node: Any, walk: Walk, seen: frozenset[Any]) -> Name:
        """Return the text alternative of a node as the walk that came to it needs it (step 2)."""
        if node in seen or (node in walk.visited and not walk.closed) or node.tag in _NO_TEXT:
            return NO_NAME
        walk.visited.add(node)
        if walk.within and not walk.hidden and self.is_hidden(node):  # 2A
            exposure = self.exposure
            if not exposure.has_box(node) or not exposure.is_exposed(node):
                return NO_NAME
            return Name(self._content(node, walk, seen | {node}), "contents")  # invisible by itself
        for step in _STEPS_WITHOUT_ATTRIBUTES if _NAMING.isdisjoint(node.attrs) else _STEPS:
            found = step(self, node, walk, seen)
            if found is not None:
                return found
        return NO_NAME

    def _by_reference(self, node: Any, walk: Walk, seen: frozenset[Any]) -> Name | None:
        """Step 2B: aria-labelledby, which is not followed twice."""
        if walk.closed or not node.attr("aria-labelledby"):
            return None
        text = self._referred_text(node, "aria-labelledby", walk)
        return Name(text, "aria-labelledby") if text else None

    def _referred_text(self, node: Any, attribute: str, walk: Walk) -> str:
        texts = []
        visited = set(walk.visited)
        for target in self.relations.referred(node, attribute):
            hidden = self.is_hidden(target)
            way = Walk(visited, walk.owner, referenced=True, hidden=hidden, closed=True)
            texts.append(self.compute(target, way, frozenset()).text.strip(BLANK))
        text = " ".join(t for t in texts if t)
        if text:  # references that say nothing leave no trace
            walk.visited.update(visited)
        return text

    def _by_value(self, node: Any, walk: Walk, seen: frozenset[Any]) -> Name | None:
        """Step 2C: a control inside a label counts as its value, but not in its own label."""
        if walk.is_root or node == walk.owner:
            return None
        value = value_of(self, node)
        return None if value is None else Name(value, "value")

    def _by_label(self, node: Any, walk: Walk, seen: frozenset[Any]) -> Name | None:
        """Step 2D: aria-label."""
        label = node.attr("aria-label")
        return Name(label, "aria-label") if label and label.strip(BLANK) else None

    def _by_language(self, node: Any, walk: Walk, seen: frozenset[Any]) -> Name | None:
        """Step 2E: what HTML, SVG or CSS has for naming."""
        role = self.role(node)
        if role == "none":
            return None
        if role == "img" and (replacement := self.styles.replacement(node)):
            return Name(replacement, "css-content")
        found = native_name(self, node, walk, seen | {node})
        return Name(*found) if found is not None and found[0].strip(BLANK) else None

    def _by_content(self, node: Any, walk: Walk, seen: frozenset[Any]) -> Name | None:
        """Step 2F: the content, where the role or the walk asks for it."""
        if not self._reads_content(node, walk):
            return None
        text = self._content(node, walk, seen | {node})
        if text.strip(BLANK):
            return Name(text, "contents")
        if not (walk.within and text):
            return None
        return self._by_hint(node, walk, seen) or Name(" ", "contents")  # a blank parts words

    def _reads_content(self, node: Any, walk: Walk) -> bool:
        role = self.role(node)
        if walk.is_root:
            return node.tag not in _CLOSED and role in roles.NAME_FROM_CONTENT
        if node.tag == "svg" or (walk.within and role == "img"):
            return role != "img" or walk.closed  # browsers read on where it is referred to
        return node.tag not in _CLOSED

    def _by_hint(self, node: Any, walk: Walk, seen: frozenset[Any]) -> Name | None:
        """Step 2I: the tooltip; then the placeholder of a text field (HTML-AAM 4.1.1)."""
        title = (node.attr("title") or "").strip(BLANK)
        if title and not (node.tag == "img" and "alt" in node.attrs):
            return Name(title, "title")
        text = placeholder_of(node, self.role(node))
        return Name(text, "placeholder") if text else None

    def _content(self, node: Any, walk: Walk, seen: frozenset[Any]) -> str:
        """Join what the children say: in the line without, apart with a blank between (step 2F)."""
        if (replacement := self.styles.replacement(node)) is not None:
            return replacement
        says_text = walk.hidden or not walk.within or self.exposure.is_visible(node)
        # What is not rendered generates nothing, whoever refers to it (CSS Pseudo 4, 4.1).
        generates = self.is_rendered(node) if walk.hidden else says_text
        parts = [self._generated(node, "before", generates)]
        for child in self._children(node, opens=walk.hidden):
            if isinstance(child, Text):
                if says_text:
                    parts.append(child.data)
            elif isinstance(child, Element):
                if child.tag == "br":
                    parts.append(" ")
                else:  # a symbol is hidden where it is made, not where it is used
                    way = walk.down()
                    if node.tag == "use":
                        way = way._replace(hidden=True, visited=set())
                    parts.append(self._part(child, way, seen))
        parts.append(self._generated(node, "after", generates))
        return "".join(parts)

    def _generated(self, node: Any, which: str, shown: bool) -> str:
        text, in_line = self.styles.pseudo(node, which, shown)
        return text if in_line or not text else f" {text} "

    def _part(self, child: Any, walk: Walk, seen: frozenset[Any]) -> str:
        """Return what a child says, with blanks around it when it stands apart from the text."""
        if not walk.hidden and self.exposure.is_shut(child):
            return ""
        in_line = self.styles.display(child) in _IN_LINE and self.exposure.has_box(child)
        text, source = self.compute(child, walk, seen)
        if not text:
            apart = not in_line and self.exposure.has_box(child) and self.role(child) != "none"
            return " " if apart else ""
        # Browsers set apart what is not read from the content, so that words do not run together.
        return text if in_line and source == "contents" else f" {text} "

    def _children(self, node: Any, opens: bool) -> list[Any]:
        """Return the children as assistive technology meets them: slots, details, `aria-owns`.

        `opens`: what a closed details holds counts as well.
        """
        shadow = getattr(node, "shadow_root", None)
        if shadow is not None:
            children = list(shadow.children)
        elif node.tag == "slot" and (assigned := node.assigned_nodes()):
            children = list(assigned)
        else:
            children = list(node.children)
        if node.tag == "details" and not opens and "open" not in node.attrs:
            children = [c for c in children if getattr(c, "tag", None) == "summary"][:1]
        if node.tag == "use" and (symbol := self.relations.used_by(node)) is not None:
            children.append(symbol)
        if owners := self.relations.owners:
            children = [c for c in children if owners.get(c, node) == node]
            owned = self.relations.referred(node, "aria-owns")
            children += [o for o in owned if o not in children and owners.get(o) == node]
        return children

    def text_of(self, node: Any, seen: frozenset[Any], owner: Any, walk: Walk) -> str:
        """Return what a label, legend or caption says, hidden or not."""
        way = Walk(walk.visited, owner, labelling=True, hidden=self.is_hidden(node))
        return self.compute(node, way, seen).text


_STEPS = (  # of `compute`, in the order of the specification; the first answer counts
    Accessibility._by_reference,
    Accessibility._by_value,
    Accessibility._by_label,
    Accessibility._by_language,
    Accessibility._by_content,
    Accessibility._by_hint,
)
_STEPS_WITHOUT_ATTRIBUTES = (  # where none of `_NAMING` stands on the element
    Accessibility._by_value,
    Accessibility._by_language,
    Accessibility._by_content,
)
