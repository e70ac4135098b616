"""Page titles that do not tell what their page is about.

Compares words, not meanings: what is found is for a person to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainlang.checks.folding import content_stems, content_words, fold, folded, without_number
from plainlang.checks.match import Match
from plainlang.checks.structure.word_families import families_in, family, stems_in
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern
from plainlang.rules.model import Words
from plainlang.settings import Settings

_FILLED_IN = compile_pattern(
    r"[@%$]{1,2}\w+[@%$]{0,2}"
)  # "@TITLE@": a program puts the title there
_CAMEL = compile_pattern(r"(?<=[a-z])(?=[A-Z])")
_PARTS = compile_pattern(r"\s+[|·•»›>«‹</~]\s+|\s*[–—|]\s*|\s+-\s+|:\s+")
_NOT_SAID = {"en": "few of its words stand on the page",
             "es": "pocas de sus palabras están en la página"}  # fmt: skip
_SITE_ONLY = {"en": "it names the site, not this page",
              "es": "nombra el sitio, no esta página"}  # fmt: skip
_ENOUGH = 4  # words of body text with which a title can be compared
_SHOWN = "canvas, iframe, video, object, embed, form, input, textarea, select, [contenteditable]"
_FEW_WORDS = 100
_ARTICLES = frozenset({"the", "el", "la", "los", "las"})
_AT = frozenset({"at", "of", "from", "by", "in", "on", "with", "de", "del", "en", "por", "para"})


def title_is_generic(page: Page, elements: Sequence[Element], *, titles: Words) -> Iterator[Match]:
    """Report titles that could stand on any page: "Untitled", "Home", "page 1"."""
    block = _title(page)
    if block is None or _FILLED_IN.fullmatch(block.text.strip()):
        return
    text = fold(block.text)
    stop = folded(titles("en") | titles(page.language))
    if not stop.isdisjoint((text, without_number(text))):  # "page 1" is "page"
        yield Match(block.span, {"title": block.text}, excerpt=block.text)


def title_is_off_topic(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report titles that share too little with the page, or that only name the site.

    The best part of a title counts ("Flu shots | City Clinic" has two): half of its words that carry
    meaning must stand on the page, in whatever form.
    """
    block = _title(page)
    if block is None or page.tree.select_one("frameset") is not None:
        return
    language = page.language
    if not content_words(block.text, language) or _has_little_text(page):
        return
    if _shows_more_than_words(page):
        return
    parts = (block.text, *_PARTS.split(block.text))
    if not any(_is_said(page, t) for part in parts for t in {part, _CAMEL.sub(" ", part)}):
        because = _NOT_SAID
    elif _names_only_site(page, block.text):
        because = _SITE_ONLY
    else:
        return
    reason = because[settings.messages_in(language)]
    yield Match(block.span, {"title": block.text, "because": reason}, excerpt=block.text)


def _title(page: Page) -> Block | None:
    found = next((b for b in page.blocks if b.kind == "title"), None)
    return None if found is None or UNKNOWN in found.text else found


def _has_little_text(page: Page) -> bool:
    """Tell whether there are too few words to compare a title with."""
    found: set[str] = set()
    for number in range(len(page.blocks)):
        found |= stems_in(page, number)
        if len(found) >= _ENOUGH:
            return False
    return True


def _shows_more_than_words(page: Page) -> bool:
    """Tell whether a page has few words beside a chart, a film, a form or an editor."""
    if page.tree.select_one(_SHOWN) is None:
        return False
    return sum(len(b.text.split()) for b in page.text_blocks()) < _FEW_WORDS


def _is_said(page: Page, text: str) -> bool:
    """Tell whether half of a text's words that carry meaning stand on the page."""
    missing = content_stems(text, page.language)
    wanted = len(missing) / 2
    for number in range(len(page.blocks)):
        if not missing:
            break
        said = families_in(page, number)
        missing = {stem for stem in missing if family(stem) not in said}
        if len(missing) <= wanted:
            return True
    return False


def _names_only_site(page: Page, title: str) -> bool:
    """Tell whether the main heading says what the page is about, and the title only where it is.

    So it is when the heading ends in "... at the <title>", or when the title is the site's declared
    name and the heading does not have it.
    """
    heading = next((b for b in page.blocks if b.kind == "heading" and b.region == "main"), None)
    if heading is None or UNKNOWN in heading.text:
        return False
    said, name = fold(heading.text), fold(title)
    if said.endswith(f" {name}"):
        rest = said[: -len(name)].split()
        while rest and rest[-1] in _ARTICLES:
            rest.pop()
        more = content_words(" ".join(rest), page.language)
        return bool(rest) and rest[-1] in _AT and len(more) >= 2
    declared = page.tree.select_one('meta[property="og:site_name"], meta[name="application-name"]')
    if declared is None or fold(declared.attr("content") or "") != name or name in said:
        return False
    address = page.tree.select_one('link[rel="canonical"], meta[property="og:url"]')
    where = (address.attr("href") or address.attr("content") or "") if address is not None else ""
    return not re.fullmatch(r"(?:https?://[^/]+)?/?(?:index\.\w+)?", where) or where == ""
