"""Which part of a page an element opens: navigation, header, footer, aside, references, or main.

Told by element, ARIA landmark role, and, for pages built of `div`, by the words of class and id.
(HTML Standard 4.3 Sections; WAI-ARIA 1.2 landmark roles.)
"""

from __future__ import annotations

import re
from typing import Any

from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_BY_TAG = {"nav": "navigation", "aside": "aside", "search": "search", "main": "main"}
_NAMED = frozenset("div ul ol section table td p span".split())  # whose class may tell
_BY_ROLE = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "search",
    "main": "main",
    "doc-bibliography": "references",
    "doc-endnotes": "references",
    "doc-toc": "navigation",
}
_WORDS = {
    "navigation": "nav navbar navigation menu mainmenu main-menu main-nav topnav top-nav site-nav subnav"
    " sub-nav leftnav left-nav rightnav sidenav side-nav breadcrumb breadcrumbs pagination pager skip"
    " skip-link skiplink skip-links skipnav skip-nav skip-to-content toc table-of-contents"
    " language-switcher lang-switch usa-nav nhsuk-breadcrumb",
    "header": "site-header page-header masthead global-header usa-header usa-banner header-top top-bar topbar",
    "footer": "footer site-footer page-footer global-footer usa-footer colophon copyright footer-links",
    "aside": "sidebar side-bar cookie cookies cookie-banner cookie-consent social share share-buttons"
    " social-media newsletter advertisement ad ads promo related-links",
    "references": "references reflist bibliography citations footnotes endnotes",
}
_WORD_REGION = {word: region for region, words in _WORDS.items() for word in words.split()}
_CONTENT = "main, article, h1, [role=main]"
_REFERENCES = compile_pattern(
    r"\s*(?:selected\s+|key\s+|general\s+)?(?:references?|bibliography|works cited|citations?|sources?|"
    r"endnotes|footnotes|further reading|medical encyclopedia references|bibliograf[ií]a|"
    r"referencias(?: bibliogr[aá]ficas)?|citas bibliogr[aá]ficas|obras citadas|fuentes|notas al pie|references cited|resources cited)\s*:?\s*$",
    re.IGNORECASE,
)


class Context(NamedTuple):
    """What a text stands in: the block around it, and what that has from those around it."""

    kind: str
    region: str
    language: str
    pre: bool
    in_content: bool
    level: int
    node: Any
    seen: bool = True
    opened: int = 0  # how many parts that readers open it stands in


def region_of(node: Any, tag: str, attrs: Any, region: str, in_content: bool) -> str:
    """Return the region that `node` opens, or `region`, the one it stands in.

    `in_content` says that it stands in `main`, `article` or another sectioning element, where a
    `header` or `footer` is the section's own.
    """
    role = node.attr("role") if attrs else None
    if role is not None and (named := _BY_ROLE.get(role.strip().lower())):
        return named
    if named := _BY_TAG.get(tag):
        return named
    if tag in ("header", "footer"):
        return region if in_content else tag
    if not attrs or region != "main" or tag not in _NAMED:
        return region
    for word in f"{node.attr('class') or ''} {node.attr('id') or ''}".lower().split():
        named = _WORD_REGION.get(word.replace("_", "-"))
        if named and (named == "references" or node.select_one(_CONTENT) is None):
            return named
    return region


def opens_references(heading: str) -> bool:
    """Tell whether a heading's text announces a list of references."""
    return len(heading) < 60 and _REFERENCES.match(heading) is not None
