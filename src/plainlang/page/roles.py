"""ARIA roles: which there are, and which an element has (WAI-ARIA 1.2, HTML-AAM 1.0, SVG-AAM 1.0).

Pure look-ups; the conflicts between `role=none` and focus or global attributes are resolved here.
"""

from __future__ import annotations

from typing import Any

from plainlang.patterns import compile_pattern

# Roles that exist and are not abstract (WAI-ARIA 1.2 and 1.3 drafts, DPUB-ARIA 1.1, Graphics-ARIA).
ROLES = frozenset(
    """alert alertdialog application article banner blockquote button caption cell checkbox code columnheader
    combobox comment complementary contentinfo definition deletion dialog directory document emphasis feed
    figure form generic grid gridcell group heading image img insertion link list listbox listitem log main
    mark marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option
    paragraph presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search
    searchbox sectionfooter sectionheader separator slider spinbutton status strong subscript suggestion
    superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid
    treeitem doc-abstract doc-acknowledgments doc-afterword doc-appendix doc-backlink doc-biblioentry
    doc-bibliography doc-biblioref doc-chapter doc-colophon doc-conclusion doc-cover doc-credit doc-credits
    doc-dedication doc-endnote doc-endnotes doc-epigraph doc-epilogue doc-errata doc-example doc-footnote
    doc-foreword doc-glossary doc-glossref doc-index doc-introduction doc-noteref doc-notice doc-pagebreak
    doc-pagefooter doc-pageheader doc-pagelist doc-part doc-preface doc-prologue doc-pullquote doc-qna
    doc-subtitle doc-tip doc-toc graphics-document graphics-object graphics-symbol""".split()
)
NAME_FROM_CONTENT = frozenset(
    """button cell checkbox columnheader gridcell heading link menuitem menuitemcheckbox menuitemradio option
    radio row rowheader switch tab tooltip treeitem doc-backlink doc-biblioref doc-glossref
    doc-noteref""".split()
)
GLOBAL = frozenset(
    """aria-atomic aria-busy aria-controls aria-current aria-describedby aria-description aria-details
    aria-dropeffect aria-flowto aria-grabbed aria-hidden aria-keyshortcuts aria-label aria-labelledby
    aria-live aria-owns aria-relevant aria-roledescription aria-braillelabel
    aria-brailleroledescription""".split()
)
_BY_TAG = {  # whatever their attributes
    "address": "group", "article": "article", "blockquote": "blockquote",
    "button": "button", "caption": "caption", "code": "code", "datalist": "listbox", "dd": "definition",
    "del": "deletion", "details": "group", "dfn": "term", "dialog": "dialog", "dt": "term",
    "em": "emphasis", "fieldset": "group", "figure": "figure", "h1": "heading", "h2": "heading",
    "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading", "hgroup": "group",
    "hr": "separator", "html": "document", "ins": "insertion", "main": "main", "mark": "mark",
    "math": "math", "menu": "list", "meter": "meter", "nav": "navigation", "ol": "list",
    "optgroup": "group", "option": "option", "output": "status", "p": "paragraph",
    "progress": "progressbar", "s": "deletion", "search": "search", "strong": "strong",
    "sub": "subscript", "sup": "superscript", "svg": "graphics-document",
    "table": "table", "tbody": "rowgroup", "textarea": "textbox", "tfoot": "rowgroup",
    "thead": "rowgroup", "time": "time", "tr": "row", "ul": "list", "li": "listitem",
}  # fmt: skip
_INPUTS = {
    "button": "button", "checkbox": "checkbox", "email": "textbox", "image": "button",
    "number": "spinbutton", "radio": "radio", "range": "slider", "reset": "button",
    "search": "searchbox", "submit": "button", "tel": "textbox", "text": "textbox", "url": "textbox",
}  # fmt: skip
_NO_ROLE_INPUTS = frozenset({"color", "date", "datetime-local", "file", "hidden", "month", "password",
                             "time", "week"})  # fmt: skip
_NO_ROLE = frozenset("iframe label legend object embed audio video canvas".split())
_LISTABLE = frozenset({"text", "search", "tel", "url", "email"})
# An `aside` is a part of its own in these, but not in `main`, where a `header` or `footer` is one too.
_SECTIONS = "article, aside, nav, section, [role=article i], [role=complementary i], [role=navigation i], [role=region i]"
_SECTIONING = f"main, [role=main i], {_SECTIONS}"
_GRAPHICS = frozenset(
    "circle ellipse line path polygon polyline rect g use image symbol text".split()
)
_INTEGER = compile_pattern(
    r"[ \t\n\f\r]*[+-]?[0-9]"
)  # HTML Standard 2.3.4.1: what follows does not matter
_DISABLEABLE = frozenset("button input select textarea optgroup option fieldset".split())


def tokens(node: Any, name: str) -> list[str]:
    """Return the blank-separated parts of an attribute, in lower case."""
    value = node.attr(name)
    return value.lower().split() if value else []


def input_type(node: Any) -> str:
    """Return the type of an input as a browser takes it: unknown ones are text."""
    kind = (node.attr("type") or "text").strip().lower()
    return kind if kind in _INPUTS or kind in _NO_ROLE_INPUTS else "text"


def is_disabled(node: Any) -> bool:
    """Tell whether a control is disabled, by itself or by a fieldset around it."""
    if node.tag not in _DISABLEABLE:
        return False
    if "disabled" in node.attrs:
        return True
    fieldset = node.closest("fieldset[disabled]")
    if fieldset is None or fieldset == node:
        return False
    legend = next((c for c in fieldset.children if getattr(c, "tag", None) == "legend"), None)
    return legend is None or node.closest("legend") != legend


def is_focusable(node: Any) -> bool:
    """Tell whether an element takes focus, by itself or by `tabindex` (HTML Standard 6.6.3)."""
    if is_disabled(node):
        return False
    value = node.attrs.get("tabindex")
    return (value is not None and _INTEGER.match(value) is not None) or is_interactive(node)


def is_interactive(node: Any) -> bool:
    """Tell whether an element takes focus without a `tabindex`, unless it is disabled."""
    tag, attrs = node.tag, node.attrs
    if tag in ("a", "area"):
        return "href" in attrs or "xlink:href" in attrs
    if tag == "input":
        return input_type(node) != "hidden"
    if tag in ("button", "select", "textarea", "iframe", "summary"):
        return tag != "summary" or is_first_summary(node)
    if tag in ("audio", "video"):
        return "controls" in attrs
    editable = attrs.get("contenteditable")
    return editable is not None and editable.lower() in ("", "true", "plaintext-only")


def is_first_summary(node: Any) -> bool:
    """Tell whether a summary is the one that labels its details."""
    parent = node.parent
    if parent is None or getattr(parent, "tag", None) != "details":
        return False
    first = next((c for c in parent.children if getattr(c, "tag", None) == "summary"), None)
    return bool(first == node)


def has_global_attribute(node: Any) -> bool:
    """Tell whether a global ARIA attribute stands on the element, even an empty one.

    `aria-hidden` is left out, as browsers do: it says itself what becomes of the element.
    """
    return any(
        name in GLOBAL and name != "aria-hidden" for name in node.attrs if name.startswith("aria-")
    )


def explicit_role(node: Any) -> str | None:
    """Return the first role in `role` that exists, None when there is none."""
    for token in tokens(node, "role"):
        if token in ROLES:
            return {"presentation": "none", "image": "img"}.get(token, token)
    return None


def role_of(node: Any, named: Any) -> str:
    """Return the computed role of an element, "generic" or "" when it has none.

    `named(node)` tells whether the author names the element; asked only where the role depends on it.
    """
    role = explicit_role(node) if node.attr("role") else None
    if role == "none" and (is_focusable(node) or has_global_attribute(node)):
        role = None
    if role in ("region", "form") and not named(node):
        role = None
    return implicit_role(node, named) if role is None else role


def is_empty_alt(node: Any) -> bool:
    return "alt" in node.attrs and not node.attr("alt")


def implicit_role(node: Any, named: Any) -> str:
    """Return the role that HTML or SVG gives an element."""
    tag, attrs = node.tag, node.attrs
    if (role := _BY_TAG.get(tag)) is not None:
        return role
    if tag in ("a", "area"):
        return "link" if "href" in attrs or "xlink:href" in attrs else "generic"
    if tag == "img":
        return "none" if _is_decorative(node) else "img"
    if tag == "input":
        kind = input_type(node)
        if kind in _NO_ROLE_INPUTS:
            return ""
        return "combobox" if kind in _LISTABLE and "list" in attrs else _INPUTS[kind]
    if tag == "select":
        size = node.attr("size") or ""
        many = "multiple" in attrs or (size.strip().isdigit() and int(size) > 1)
        return "listbox" if many else "combobox"
    if tag in ("header", "footer"):
        if node.parent is not None and node.parent.closest(_SECTIONING) is not None:
            return "generic"
        return "banner" if tag == "header" else "contentinfo"
    if tag in ("section", "form"):
        return {"section": "region", "form": "form"}[tag] if named(node) else "generic"
    if tag == "aside":
        inner = node.parent is not None and node.parent.closest(_SECTIONS) is not None
        return "complementary" if not inner or named(node) else "generic"
    if tag in ("td", "th"):
        return _cell_role(node, tag)
    if tag == "summary":
        return "button" if is_first_summary(node) else "generic"
    if tag in _GRAPHICS and node.closest("svg") is not None:
        return _graphics_role(node, tag)
    return "" if tag in _NO_ROLE else "generic"


def _is_decorative(node: Any) -> bool:
    """`alt=""` takes an image out, unless it can be focused or a global attribute speaks of it."""
    if not is_empty_alt(node):
        return False
    return not is_focusable(node) and not has_global_attribute(node)


def _cell_role(node: Any, tag: str) -> str:
    table = node.closest("table")
    kind = explicit_role(table) if table is not None else None
    if tag == "td":
        return "gridcell" if kind in ("grid", "treegrid") else "cell"
    scope = (node.attr("scope") or "").lower()
    if scope in ("row", "rowgroup"):
        return "rowheader"
    if scope in ("col", "colgroup"):
        return "columnheader"
    row = node.parent
    others = [c for c in row.children if getattr(c, "tag", None) == "td"] if row is not None else []
    return "rowheader" if others else "columnheader"


def _graphics_role(node: Any, tag: str) -> str:
    titled = any(getattr(c, "tag", None) == "title" for c in node.children)
    labelled = any((node.attr(n) or "").strip() for n in ("aria-label", "aria-labelledby"))
    if tag == "image":
        return "img"
    if tag == "text":
        return "group" if titled or labelled else "generic"
    if not titled and not labelled:
        return "generic"
    if tag in ("use", "symbol"):
        return "graphics-object"
    return "group" if tag == "g" else "graphics-symbol"
