"""Which rules of axe look for the same defect as rules of plainlang's own.

What plainlang reports already, with the exact place and a way to mend it, is not said twice. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable

from plainlang.findings import Finding, Span

_BUTTON, _LINK, _ITEM = "button-without-name", "link-without-name", "menu-item-without-name"
_FIELD = ("field-without-label",)
_IMAGE = ("image-without-alt", "captioned-image-without-alt", "svg-without-name")
OWN: dict[str, tuple[str, ...]] = {
    "area-alt": (_LINK,),
    "aria-command-name": (_BUTTON, _LINK, _ITEM),
    "aria-input-field-name": _FIELD,
    "aria-toggle-field-name": _FIELD,
    "button-name": (_BUTTON,),
    "document-title": ("page-without-title",),
    "empty-heading": ("heading-without-text",),
    "frame-title": ("frame-without-title",),
    "heading-order": ("skipped-heading-level",),
    "html-has-lang": ("page-without-language",),
    "html-lang-valid": ("unknown-page-language",),
    "html-xml-lang-mismatch": ("language-mismatch",),
    "identical-links-same-purpose": ("same-label-different-target",),
    "image-alt": _IMAGE,
    "image-redundant-alt": ("alt-repeats-text",),
    "input-button-name": (_BUTTON,),
    "input-image-alt": ("image-button-without-alt",),
    "label": _FIELD,
    "label-content-name-mismatch": ("label-not-in-name",),
    "link-name": (_LINK,),
    "object-alt": ("object-without-name",),
    "page-has-heading-one": ("page-without-main-heading",),
    "presentation-role-conflict": ("role-none-overruled", "decorative-image-exposed"),
    "role-img-alt": _IMAGE,
    "select-name": _FIELD,
    "skip-link": ("missing-anchor",),
    "summary-name": ("summary-without-text",),
    "svg-img-alt": _IMAGE,
    "valid-lang": ("unknown-language",),
}


def is_said(rule: str, span: Span, is_root: bool, findings: Iterable[Finding]) -> bool:
    """Tell whether plainlang has a finding for the defect that axe's `rule` found at `span`.

    `span` is a start tag; a finding may stand at a part of it. What is wrong with the page as a
    whole (`is_root`) may be said anywhere on it.
    """
    own = OWN.get(rule, ())
    return any(
        finding.rule in own and (is_root or span.start <= finding.span.start < span.end)
        for finding in findings
    )
