"""Elements that assistive technology meets without a name: links, headings, buttons, fields, frames.

Names and roles are the computed ones. What a template may fill in is no finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import category

from plainlang.checks.match import Match
from plainlang.checks.unknowns import is_open
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.roles import explicit_role, input_type, is_first_summary
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern

_FIELDS = frozenset(
    """checkbox combobox listbox menuitemcheckbox menuitemradio radio searchbox slider spinbutton switch
    textbox""".split()
)

_NEGATIVE = compile_pattern(r"\s*-0*[1-9]")


def is_blank(text: str) -> bool:
    """Tell whether a text has no character that can be seen or heard."""
    return not text[:1].isalnum() and all(
        category(c) in ("Zs", "Zl", "Zp", "Cc", "Cf") for c in text
    )


def is_nameless(element: Element) -> bool:
    """Tell whether assistive technology meets the element, and nothing can give it a name."""
    return is_blank(element.name) and not element.is_hidden and not is_open(element)


def _opens_details(element: Element) -> bool:
    """Tell whether an element is the summary of a `details`, which has a rule of its own."""
    return element.tag == "summary" and is_first_summary(element.node)


def button_label_is_symbols(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report the selected buttons whose name is signs alone, such as an arrow or a cross."""
    for element in elements:
        if element.role != "button" or _opens_details(element):
            continue
        name = element.name
        if any(map(str.isalnum, name)) or UNKNOWN in name or is_blank(name):
            continue
        if any(map(str.isalnum, page.accessibility.description(element.node))):
            continue  # a title says what it does
        if not element.is_hidden and not is_open(element):
            said = " ".join(name.split())
            yield Match(element.span, {"name": said}, excerpt=said)


def element_has_no_name(
    page: Page, elements: Sequence[Element], *, roles: tuple[str, ...]
) -> Iterator[Match]:
    """Report the selected elements that have one of the ARIA roles, and no name."""
    for element in elements:
        if element.role not in roles or _opens_details(element):
            continue
        if element.tag == "input" and input_type(element.node) == "image":
            continue  # a rule of its own speaks of these
        if is_nameless(element):
            yield Match(element.span)


def field_has_no_label(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report form fields without a name, and those whose only label is hidden."""
    for element in elements:
        if element.role not in _FIELDS and not _is_field_without_role(element):
            continue
        if _is_label_hidden(element) or (
            is_nameless(element) and not _is_switch_of_styles(element)
        ):
            yield Match(element.span)


def _is_switch_of_styles(element: Element) -> bool:
    """Tell whether a checkbox only keeps a state for style sheets, which hide it.

    It sends nothing, and what is clicked are two or more labels without words, such as a sign and the
    shade behind a menu. Themes of static sites open their menus so.
    """
    if element.tag != "input" or element.role != "checkbox" or element.has("name"):
        return False
    return len(element.page.accessibility.relations.labels_of(element.node)) > 1


def _is_field_without_role(element: Element) -> bool:
    """HTML gives no role to a password, a date, a file, a color."""
    return element.tag == "input" and not element.role and input_type(element.node) != "hidden"


def _is_label_hidden(element: Element) -> bool:
    if element.is_hidden or element.name_from != "label":
        return False
    labels = element.page.accessibility.relations.labels_of(element.node)
    return all(element.page.accessibility.is_hidden(label) for label in labels)


def is_passed_by(element: Element) -> bool:
    """Tell whether a negative `tabindex` takes an element out of the order of the Tab key."""
    return _NEGATIVE.match(element.get("tabindex") or "") is not None


def frame_has_no_title(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report frames without a name; those that the keyboard cannot reach are left out."""
    for element in elements:
        if is_passed_by(element) or explicit_role(element.node) == "none":
            continue
        if is_nameless(element):
            yield Match(element.span)


def summary_has_no_name(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report the `summary` that opens a `details` and says nothing."""
    for element in elements:
        if _opens_details(element) and is_nameless(element):
            yield Match(element.span)
