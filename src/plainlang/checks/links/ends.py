"""Links whose end surprises: no target, a part that is not there, another language, a new tab."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote

from plainlang.checks.around import inside
from plainlang.checks.folding import fold, folded
from plainlang.checks.inventory import links_of
from plainlang.checks.language_names import OWN_NAMES
from plainlang.checks.links.targets import NOWHERE
from plainlang.checks.match import Match, per_page
from plainlang.language.other_language import contradicts
from plainlang.language.subtags import primary
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern
from plainlang.rules.model import Words

_TO_TOP = frozenset(
    "top back to the page of start go up return arriba inicio principio volver ir al la subir regresar de pagina"
    " comienzo haut retour en vers le nach oben zum seitenanfang topo voltar ao acima su inizio torna omhoog"
    " naar boven table contents contenido indice".split()
)
_KNOWN = ("en", "es")  # languages in which a label is understood to lead to the top
_PARTS = compile_pattern(r"[^\w\s-]")
_TO_PART = compile_pattern(r"\s*#[^\s/!]")


def link_has_no_target(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report links whose address is empty, "#" or a script, and that nothing makes a button.

    Links to the top of the page pass, and those that mark the page the reader is on. So does “#”
    before a link to a part of the page: both stand in its table of contents.
    """
    links = links_of(page)
    for link, following in zip(links, (*links[1:], None), strict=False):
        href = link.get("href")
        if href is None or UNKNOWN in href or link.role != "link":
            continue
        href = href.strip()
        if href not in NOWHERE and not href.lower().startswith("javascript:"):
            continue
        name = link.label
        if href == "#" and (_leads_to_top(page, name) or _leads_to_part(following)):
            continue
        if href in NOWHERE and _marks_this_page(page, link):
            continue
        if any(
            a.startswith(("on", "data-", "@", "v-", "x-", "ng-", "hx-")) for a in link.node.attrs
        ):
            continue  # a script gives it its task
        yield Match(link.span, {"name": name, "target": href}, excerpt=name or None)


def _leads_to_top(page: Page, name: str) -> bool:
    """Tell whether a label says that its link leads to the top, or is not understood here."""
    from plainlang.language.identify import script_of  # most pages have no such link

    if primary(page.language) not in _KNOWN or script_of(name)[0] != "latin":
        return True
    heading = next((b.text for b in page.blocks if b.kind == "heading"), "")
    label = fold(name)
    return set(label.split()) <= _TO_TOP or label == fold(heading)


def _leads_to_part(link: Element | None) -> bool:
    """Tell whether there is a link, and it leads to a part of its page."""
    return link is not None and _TO_PART.match(link.get("href") or "") is not None


def _marks_this_page(page: Page, link: Element) -> bool:
    """Tell whether a link in a menu stands for the page that it is on."""
    if link.has("aria-current"):
        return True
    around = link.node.parent
    kinds = (
        f"{link.get('class') or ''} {(around.attr('class') or '') if around is not None else ''}"
    )
    if _CURRENT.search(kinds):
        return True
    title = next((b.text for b in page.blocks if b.kind == "title"), "")
    name = fold(link.name)
    return bool(name) and f" {name} " in f" {fold(title)} " and " " in name


_CURRENT = compile_pattern(r"(?:^|[\s_-])(?:current|active|selected)(?:$|[\s_-])", re.IGNORECASE)


def anchor_is_missing(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report links to a part of the page that the page does not have."""
    if not page.is_document and page.format != "markdown":
        return
    anchors: set[str] | None = None
    for link in links_of(page):
        href = (link.get("href") or "").strip()
        if (
            href in NOWHERE
            or href[0] != "#"
            or href[1] in "!:~?="
            or "/" in href
            or UNKNOWN in href
        ):
            continue  # with a slash it is an address that a script reads
        if anchors is None:
            anchors = _anchors(page)
        if any(UNKNOWN in a for a in anchors):
            return
        wanted = unquote(href[1:]).removeprefix("user-content-")
        if wanted.lower() == "top" or {wanted, href[1:], wanted.lower()} & anchors:
            continue
        name = link.label
        yield Match(link.span, {"name": name, "target": wanted}, excerpt=name or None)


@per_page
def _anchors(page: Page) -> set[str]:
    """Return the ids and names that links can lead to; in Markdown those of its headings too."""
    found = {n.attr("id") or "" for n in page.tree.select("[id]")}
    found |= {n.attr("name") or "" for n in page.tree.select("a[name]")}
    if page.format == "markdown":
        found |= set(_slugs(page))
        found |= set(re.findall(r"\{:?\s*#([\w-]+)", page.source))
    return found


def _slugs(page: Page) -> Iterator[str]:
    """Yield what tools make of Markdown headings: "Flu shots?" is "flu-shots"."""
    seen: Counter[str] = Counter()
    for block in page.blocks:
        if block.kind != "heading":
            continue
        slug = _PARTS.sub("", block.text.lower()).replace(" ", "-")
        number = seen[slug]
        seen[slug] += 1
        yield f"{slug}-{number}" if number else slug
        yield re.sub(r"-{2,}", "-", slug).strip("-")


def language_is_named_in_another(
    page: Page, elements: Sequence[Element], *, languages: Words
) -> Iterator[Match]:
    """Report links to another language whose label does not name that language as it calls itself.

    The label names the language in the page's words ("Spanish version"), or `hreflang` tells of it.
    A label in that language passes. `languages` has lines such as "spanish = es".
    """
    tags = _tags(languages(page.language))
    for link in links_of(page):
        label = link.label
        if not label or UNKNOWN in label or link.get("lang") is not None:
            continue
        tag = _tag_told(link, page)
        if tag is None and len(label) < _LONG and (tag := _tag_named(label, tags)) is not None:
            tag = tag if _offers(link, label) else None
        if tag is None or (own := OWN_NAMES.get(tag)) is None:
            continue
        if fold(own) in fold(label) or contradicts(label, page.language, words=1, odds=1) == tag:
            continue
        values = {"name": label, "own": own, "tag": tag}
        yield Match(link.span, values, excerpt=label, suggestion=own)


_LONG = 50  # characters of labels in which nothing but a language is named
_AROUND_NAMES = frozenset(
    "a available also change click for here in into language of our page read see site switch the this to translate"
    " translation version view website en esta este el la leer lea ver vea pagina sitio idioma version traduccion"
    " cambiar tambien disponible al del de".split()
)


def _tag_told(link: Element, page: Page) -> str | None:
    """Return the language of the page that a link leads to, where `hreflang` says it is another."""
    told = (link.get("hreflang") or "").strip().lower()
    if not told or UNKNOWN in told or primary(told) == primary(page.language):
        return None
    return _tag(told) if _tag(told) in OWN_NAMES else primary(told)


def _offers(link: Element, label: str) -> bool:
    """Tell whether a link offers a language, and is not one entry of a table about languages."""
    entry = inside(link.node, "li", "tr")
    if entry is None:
        return True
    beside = len(str(entry.text).split()) - len(label.split())
    return beside <= (_BESIDE if entry.tag == "li" else 0)


_BESIDE = 3  # words that may stand beside it in a list, such as "(PDF, 2 MB)"


def _tag_named(label: str, tags: dict[str, str]) -> str | None:
    """Return the language that a label names, if it says nothing else."""
    label = fold(label)
    if label in tags:
        return tags[label]
    return tags.get(" ".join(w for w in label.split() if w not in _AROUND_NAMES))


@lru_cache(maxsize=8)
def _tags(lines: frozenset[str]) -> dict[str, str]:
    pairs = (line.partition("=") for line in lines)
    return {fold(said): _tag(tag) for said, _, tag in pairs}


def _tag(text: str) -> str:
    """Return a tag as it is written; word lists are read in lower case."""
    language, *script = text.strip().split("-")
    return "-".join((language, *(s.title() for s in script)))


def new_tab_is_unsaid(page: Page, elements: Sequence[Element], *, notes: Words) -> Iterator[Match]:
    """Report links that open a new tab and do not say so."""
    said = folded(notes(page.language) | notes("en"))
    for link in links_of(page):
        target = (link.get("target") or "").strip().lower()
        if target not in ("_blank", "_new") or UNKNOWN in link.name:
            continue
        text = f" {fold(f'{link.name} {page.accessibility.description(link.node)}')} "
        if not any(f" {note} " in text for note in said):
            name = link.label
            yield Match(link.span, {"name": name}, excerpt=name or None)
