"""Accessible names, descriptions and what is hidden, from source alone.

Follows Accessible Name and Description Computation 1.2 (section 4.3, steps named in comments), HTML-AAM
1.0 (section 4) and SVG-AAM 1.0. Reads a parsed document; changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import turbohtml

from plainlang.page import roles
from plainlang.page.native_names import (
    LABELABLE,
    native_name,
    placeholder_of,
    selected_options,
)
from plainlang.page.styles import Styles

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_BLANK = " \t\n\r\f"


class Name(NamedTuple):
    """An accessible name and where it comes from; both are "" when there is none."""

    text: str
    source: str


NO_NAME = Name("", "")


@dataclass(frozen=True, slots=True)
class _Walk:
    """How the computation came to a node. `hidden` lets hidden nodes count (their root was)."""

    referenced: bool = False
    labelling: bool = False
    within: bool = False
    hidden: bool = False
    owner: Any = None


class Accessibility:
    """Roles, names and hiding for one document. Every answer is computed once."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._styles = Styles(document)
        self._roles: dict[Any, str] = {}
        self._names: dict[Any, Name] = {}
        self._shown: dict[Any, bool] = {}
        self._visible: dict[Any, bool] = {}
        self._ids: dict[str, Any] | None = None
        self._labels: dict[Any, list[Any]] | None = None

    # Roles and hiding

    def role(self, node: Any) -> str:
        """Return the computed ARIA role; "generic" or "" when the element has none."""
        found = self._roles.get(node)
        if found is None:
            found = roles.role_of(node, self._is_named_by_author)
            if found not in ("", "generic", "none") and self._loses_role(node, found):
                found = "generic"
            self._roles[node] = found
        return found

    def _loses_role(self, node: Any, role: str) -> bool:
        """An item whose list or table is presentational is presentational with it."""
        if "role" in node.attrs:
            return False
        if role == "listitem":
            parent = node.parent
            return (
                parent is None
                or parent.tag not in ("ul", "ol", "menu")
                or (roles.explicit_role(parent) == "none" and self.role(parent) == "none")
            )
        if role in ("row", "rowgroup"):
            table = node.closest("table")
            return table is not None and self.role(table) == "none"
        return False

    def _is_named_by_author(self, node: Any) -> bool:
        if any((node.attr(name) or "").strip() for name in ("aria-label", "title")):
            return True
        return any(self.by_id(i) is not None for i in (node.attr("aria-labelledby") or "").split())

    def by_id(self, identity: str) -> Any:
        """Return the first element with an id, None when there is none."""
        if self._ids is None:
            self._ids = {}
            for node in self._document.select("[id]"):
                self._ids.setdefault(node.attr("id"), node)
        return self._ids.get(identity)

    def is_rendered(self, node: Any) -> bool:
        """Tell whether readers who see can see the element; `aria-hidden` does not matter."""
        found = self._visible.get(node)
        if found is None:
            found = self._visible[node] = self._has_box(node) and self._is_visible(node)
        return found

    def is_hidden(self, node: Any) -> bool:
        """Tell whether the element is left out of the accessibility tree (ARIA 1.2, 7.1)."""
        found = self._shown.get(node)
        if found is None:
            found = self.is_rendered(node) and not self._is_aria_hidden(node)
            self._shown[node] = found
        return not found

    def _has_box(self, node: Any) -> bool:
        while node is not None and getattr(node, "tag", None) is not None:
            if self._hides_itself(node):
                return False
            node = node.parent
        return True

    def _hides_itself(self, node: Any) -> bool:
        tag = node.tag
        if "hidden" in node.attrs and self._styles.declared(node).display in (None, "none"):
            return True
        if tag == "input" and roles.input_type(node) == "hidden":
            return True
        if tag == "dialog" and "open" not in node.attrs:
            return self._styles.declared(node).display is None
        if tag == "area":
            return False
        if tag == "title" and node.closest("svg") is not None:
            return False
        return self._styles.display(node) == "none"

    def _is_visible(self, node: Any) -> bool:
        while node is not None and getattr(node, "tag", None) is not None:
            own = self._styles.declared(node).visibility
            if own in ("hidden", "collapse"):
                return False
            if own == "visible" and (node.attr("style") or self._styles._has_sheets):
                return True
            node = node.parent
        return True

    def _is_aria_hidden(self, node: Any) -> bool:
        while node is not None and getattr(node, "tag", None) is not None:
            if (node.attr("aria-hidden") or "").strip().lower() == "true":
                return True
            node = node.parent
        return False

    def is_focusable(self, node: Any) -> bool:
        return roles.is_focusable(node) and self.is_rendered(node)

    # Names

    def name(self, node: Any) -> Name:
        """Return the accessible name of an element."""
        found = self._names.get(node)
        if found is None:
            text, source = self._compute(node, _Walk(owner=node), set())
            text = _BLANKS.sub(" ", text).strip(_BLANK)
            found = self._names[node] = Name(text, source if text else "")
        return found

    def description(self, node: Any) -> str:
        """Return the accessible description: `aria-describedby`, `aria-description`, `title`."""
        walk = _Walk(referenced=True)
        targets = [self.by_id(i) for i in (node.attr("aria-describedby") or "").split()]
        texts = [
            self._compute(t, replace(walk, hidden=self.is_hidden(t)), set())[0]
            for t in targets
            if t is not None
        ]
        text = _BLANKS.sub(" ", " ".join(texts)).strip(_BLANK)
        if text:
            return text
        if own := (node.attr("aria-description") or "").strip():
            return own
        title = (node.attr("title") or "").strip()
        return title if title and self.name(node).source != "title" else ""

    def _compute(self, node: Any, walk: _Walk, seen: set[Any]) -> tuple[str, str]:
        if node in seen:
            return "", ""
        if not walk.hidden and not walk.referenced and not walk.labelling and walk.within:  # 2A
            if self.is_hidden(node):
                if not self._has_box(node) or self._is_aria_hidden(node):
                    return "", ""
                return self._content(node, walk, seen | {node}), "contents"  # only invisible itself
        if not walk.referenced and (labelledby := node.attr("aria-labelledby")):  # 2B
            text = self._from_ids(labelledby, node)
            if text.strip(_BLANK):
                return text, "aria-labelledby"
        embedded = walk.within or walk.referenced or walk.labelling
        if (
            embedded and node != walk.owner and (value := self._embedded(node, walk)) is not None
        ):  # 2C
            return value, "value"
        label = node.attr("aria-label") or ""
        if label.strip():  # 2D
            return label, "aria-label"
        seen = seen | {node}
        role = self.role(node)
        if role != "none":  # 2E
            found = native_name(self, node, walk, seen)
            if found is not None and (found[0].strip(_BLANK) or found[1] in ("alt", "value")):
                return found
        if self._reads_content(node, role, walk):  # 2F
            text = self._content(node, walk, seen)
            if text.strip(_BLANK):
                return text, "contents"
        if title := (node.attr("title") or "").strip(_BLANK):  # 2I
            if not walk.within or node.tag != "iframe":
                return title, "title"
        if not walk.within:
            text = placeholder_of(node, role)
            if text:
                return text, "placeholder"
        return "", ""

    def _from_ids(self, value: str, owner: Any) -> str:
        texts = []
        for identity in value.split():
            target = self.by_id(identity)
            if target is None:
                continue
            walk = _Walk(referenced=True, hidden=self.is_hidden(target), owner=owner)
            texts.append(self._compute(target, walk, set())[0].strip(_BLANK))
        return " ".join(t for t in texts if t)

    def _reads_content(self, node: Any, role: str, walk: _Walk) -> bool:
        if walk.referenced or walk.labelling or walk.within:
            return node.tag not in ("select", "textarea", "iframe", "object", "audio", "video", "canvas",
                                    "svg", "math", "embed") or (node.tag in ("svg", "math") and walk.within)  # fmt: skip
        if node.tag in ("select", "textarea", "input", "iframe", "object", "embed"):
            return False
        return role in roles.NAME_FROM_CONTENT

    def _embedded(self, node: Any, walk: _Walk) -> str | None:
        """Return the value of a control inside a label, None for anything else (step 2C)."""
        role = self.role(node)
        if role in ("textbox", "searchbox"):
            if node.tag in ("input", "textarea"):
                return node.attr("value") or "" if node.tag == "input" else node.text
            return str(node.text)
        if role in ("combobox", "listbox"):
            if node.tag == "input":
                return node.attr("value") or ""
            chosen = selected_options(self, node)
            texts = [self._compute(o, _Walk(within=True), set())[0] for o in chosen]
            if not texts and node.tag not in ("select",) and role == "combobox":
                return node.attr("value") or str(node.text)
            return " ".join(t.strip() for t in texts)
        if role in ("slider", "spinbutton", "progressbar", "scrollbar", "meter"):
            for name in ("aria-valuetext", "aria-valuenow", "value"):
                if value := (node.attr(name) or "").strip():
                    return value
            return "" if role in ("slider", "spinbutton", "scrollbar") else None
        return None

    def _content(self, node: Any, walk: _Walk, seen: set[Any]) -> str:
        """Join what the children say: inline without, blocks with a blank between (step 2F)."""
        parts: list[str] = []
        before, inline = self._styles.pseudo(node, "before")
        parts.append(before if inline else f" {before} ")
        inner = _Walk(within=True, hidden=walk.hidden, owner=walk.owner)
        for child in self._children(node):
            if isinstance(child, turbohtml.Text):
                if walk.hidden or not walk.within or self._is_visible(node):
                    parts.append(child.data)
            elif isinstance(child, turbohtml.Element):
                if child.tag == "br":
                    parts.append(" ")
                    continue
                text, _ = self._compute(child, inner, seen)
                if text or self._styles.display(child) == "block":
                    inline = self._styles.display(child) in ("inline", "contents")
                    parts.append(text if inline else f" {text} ")
        after, inline = self._styles.pseudo(node, "after")
        parts.append(after if inline else f" {after} ")
        return "".join(parts)

    def _children(self, node: Any) -> list[Any]:
        """Return the children as assistive technology meets them: slots, details, `aria-owns`."""
        shadow = getattr(node, "shadow_root", None)
        if shadow is not None:
            children = list(shadow.children)
        elif node.tag == "slot" and (assigned := node.assigned_nodes()):
            children = list(assigned)
        else:
            children = list(node.children)
        if node.tag == "details" and "open" not in node.attrs:
            children = [c for c in children if getattr(c, "tag", None) == "summary"][:1]
        owned = [self.by_id(i) for i in (node.attr("aria-owns") or "").split()]
        return children + [o for o in owned if o is not None and o not in children]

    def labels_of(self, node: Any) -> list[Any]:
        """Return the label elements of a control, in document order."""
        if self._labels is None:
            self._labels = {}
            for label in self._document.select("label"):
                target = self._labelled_by(label)
                if target is not None:
                    self._labels.setdefault(target, []).append(label)
        return self._labels.get(node, [])

    def _labelled_by(self, label: Any) -> Any:
        wanted = label.attr("for")
        if wanted is not None:
            target = self.by_id(wanted)
            return target if target is not None and target.tag in LABELABLE else None
        return next((n for n in label.select(", ".join(LABELABLE)) if n.tag != "input"
                     or roles.input_type(n) != "hidden"), None)  # fmt: skip

    def text_of(self, node: Any, seen: set[Any], owner: Any) -> str:
        """Return what a label, legend or caption says, hidden or not."""
        walk = _Walk(labelling=True, hidden=self.is_hidden(node), owner=owner)
        return self._compute(node, walk, seen)[0]
