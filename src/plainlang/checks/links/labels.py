"""Link labels that do not say where the link goes, or say it badly.

Labels are accessible names: what a screen reader says, `aria-label` and images included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plainlang.checks.around import is_linked_or_code
from plainlang.checks.folding import content_words, fold, fold_label, folded
from plainlang.checks.images.image import file_name
from plainlang.checks.inventory import has_link_role, links_of
from plainlang.checks.links.context import block_at, link_context
from plainlang.checks.links.targets import address_of
from plainlang.checks.match import Match
from plainlang.checks.part_language import element_language
from plainlang.findings import Span
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.page.tree import Text
from plainlang.patterns import compile_pattern
from plainlang.rules.model import Words
from plainlang.settings import Settings

# What a vague label still passes when the text around it says where the link goes.
_ALONE: dict[str, tuple[str, ...]] = {"wcag": ("2.4.9",), "act": ("aizyf1",)}
# What a link fails that has the role of a button or a tab: nothing that is about links.
_NO_LINK: dict[str, tuple[str, ...]] = {"wcag": ("2.4.6",)}


def label_is_vague(
    page: Page, elements: Sequence[Element], *, labels: Words, fillers: Words
) -> Iterator[Match]:
    """Report links whose whole label is on a stop list, or made of nothing but filler words.

    `labels` are whole labels; `fillers` are words that say nothing about a target. A label of
    fillers alone is vague if one of them is a vague label by itself: "view our page here".
    """
    for link in links_of(page):
        name = link.name
        if not name or UNKNOWN in name:
            continue
        language = element_language(link)
        stop, filling = folded(labels(language)), folded(fillers(language))
        label = fold_label(name)
        if not label or not is_vague(label, stop, filling):
            continue
        if link.region == "references" or _names_its_target(link, label):
            continue
        references = None if has_link_role(link) else _NO_LINK
        if references is None and _says_more(link_context(link), language, stop | filling):
            references = _ALONE
        yield Match(
            link.span,
            {"name": link.label},
            excerpt=link.label,
            references=references,
        )


def is_vague(label: str, stop: frozenset[str], fillers: frozenset[str]) -> bool:
    """Tell whether a folded label says nothing about its target."""
    if label in stop:
        return True
    words = label.split()
    return all(w in fillers for w in words) and any(w in stop for w in words)


def _names_its_target(link: Element, label: str) -> bool:
    """Tell whether a label is the name of a part of this page, or of code, or of its own place."""
    target = link.get("href") or ""
    if target.startswith("#") and (fold(target) == label or _is_own_address(link, target[1:])):
        return True
    return link.name.startswith("<") or _is_code(link)


def _is_own_address(link: Element, target: str) -> bool:
    """Tell whether a link without words stands in the part it leads to, for its address to be copied.

    Programs that build sites put one behind each heading, figure and table.
    """
    node = None if any(map(str.isalnum, link.text)) else link.node.parent
    while node is not None and getattr(node, "tag", "body") not in ("body", "main"):
        if node.attr("id") == target != "":
            return True
        node = node.parent
    return False


def _says_more(context: str, language: str, empty: frozenset[str]) -> bool:
    """Tell whether the text around a link has words that can say where it goes."""
    return UNKNOWN in context or not _words_around(context, language) <= empty


@lru_cache(maxsize=8)
def _words_around(context: str, language: str) -> frozenset[str]:
    """Return the words of a context that carry meaning; links in a row often share theirs."""
    return frozenset(content_words(context, language))


_ADDRESS = compile_pattern(
    r"""^<?(?:
        (?P<full>(?:https?|ftp):/+\S+ | www\.\S+)
      | (?P<doi>(?:doi:\s*)?10\.\d{4,9}/\S+)
      | (?P<bare>[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|mil|int|info|uk|us|mx|ar|es|eu|io|html?)/\S+)
    )>?[.,;]?$""",
    re.VERBOSE | re.IGNORECASE,
)
_HOST = compile_pattern(
    r"^(?:(?:https?://)?[\w-]+(?:\.[\w-]+)+/?|[\w-]+(?:\.[\w-]+)+/[\w-]+/?)$", re.IGNORECASE
)
_HOST_LENGTH = 30
_CITED = compile_pattern(
    r"(?:available (?:at|from|online)|retrieved (?:from|on)|accessed (?:at|from)|disponible en|recuperado de"
    r"|consultado en|obtenido de|doi|url)\W*$",
    re.IGNORECASE,
)


_DOCUMENT = compile_pattern(
    r"^[^\s/\\]*[\w)\]]\.(?:pdf|docx?|rtf|odt|xlsx?|ods|pptx?|odp|epub|html?|jpe?g|png|gif|svg|mp3|mp4|zip)$",
    re.IGNORECASE,
)
_WHAT = {
    "en": {"address": "an address", "file": "the name of a file"},
    "es": {"address": "una dirección", "file": "el nombre de un archivo"},
}


def label_is_url(
    page: Page, elements: Sequence[Element], settings: Settings, *, allow_hosts: bool = True
) -> Iterator[Match]:
    """Report links labelled with a web address, a DOI or the name of a file.

    With `allow_hosts` a short host ("www.cancer.gov"), as people say and print it, passes. So do
    the addresses of citations ("Available at: ...") and code. In Markdown an address in the text
    counts as a link, which most programs make of it.
    """
    said = _WHAT[settings.messages_in(page.language)]
    for link in links_of(page):
        name = link.label
        if not ("." in name or ":/" in name) or UNKNOWN in name or link.region == "references":
            continue
        if _ADDRESS.match(name):
            if allow_hosts and _is_short_host(name):
                continue
            what = "address"
        elif _DOCUMENT.match(name) and not _is_code(link):
            what = "file"
        else:
            continue
        if not _CITED.search(_beside(page, link)[0]):
            yield Match(link.span, {"name": name, "what": said[what]}, excerpt=name)
    if page.format == "markdown" and _BARE.search(page.source):
        for name, span in _bare_addresses(page):
            if not (allow_hosts and _is_short_host(name)):
                yield Match(span, {"name": name, "what": said["address"]}, excerpt=name)


def _is_short_host(name: str) -> bool:
    return _HOST.match(name) is not None and len(name) <= _HOST_LENGTH


_BARE = compile_pattern(
    r"(?<![\w@/.:=+])(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]'\"*_]", re.IGNORECASE
)


def _bare_addresses(page: Page) -> Iterator[tuple[str, Span]]:
    """Yield the addresses in a text that are neither links nor code."""
    for block in page.text_blocks():
        if block.kind == "code" or block.region == "references":
            continue
        for found in _BARE.finditer(block.text):
            start, end = found.span()
            if is_linked_or_code(block, start, end):
                continue
            if UNKNOWN not in found[0] and not _CITED.search(block.text[:start][-_BESIDE:]):
                yield found[0], block.locate(start, end)


def label_is_symbols(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report links labelled with signs alone, such as an arrow.

    Signs of code ("+=") pass, and the marks of footnotes and of headings that link to themselves.
    """
    for link in links_of(page):
        name = link.label
        if name[:1].isalnum() or not name or UNKNOWN in name or any(c.isalnum() for c in name):
            continue
        if not _is_mark(link, name) and not _is_code(link):
            yield Match(link.span, {"name": name}, excerpt=name)


_MARKS = frozenset(
    "*†‡§¶#^↩↵⏎⤴🔗\ufe0e\ufe0f[]()"
)  # between a text, its notes, and its own address


def _is_mark(link: Element, name: str) -> bool:
    """Tell whether a label is the mark of a note, or of a link to a part of the text to be copied."""
    href = (link.get("href") or "").strip()
    return len(href) > 1 and href[0] == "#" and _MARKS.issuperset(name)


def _is_code(link: Element) -> bool:
    """Tell whether all of a link's label is code."""
    if link.node.closest("code, kbd, samp") is not None:
        return True
    children = [c for c in link.node.children if not isinstance(c, Text) or c.data.strip()]
    return len(children) == 1 and getattr(children[0], "tag", "") == "code"


def label_is_long(page: Page, elements: Sequence[Element], *, limit: int = 20) -> Iterator[Match]:
    """Report link labels with more than so many words."""
    for link in links_of(page):
        name = link.label
        words = name.count(" ") + 1 if name else 0
        if words <= limit or link.region == "references":
            continue
        if "#" not in (link.get("href") or ""):  # of a heading, which is the label, as it is
            yield Match(link.span, {"name": name, "words": words, "limit": limit}, excerpt=name)


_FILES = {
    "pdf": ("PDF", "pdf"),
    "doc": ("Word", "word doc docx document documento"),
    "xls": ("Excel", "excel xls xlsx xlsm csv spreadsheet hoja calculo"),
    "csv": ("CSV", "csv excel spreadsheet data datos"),
    "ppt": ("PowerPoint", "powerpoint ppt pptx slides slide deck presentation presentacion diapositivas"),
    "zip": ("ZIP", "zip archive download descarga"),
    "mp3": ("audio", "mp3 audio podcast listen recording song escuche escuchar grabacion episode"),
    "mp4": ("video", "mp4 video watch film movie vea mire clip animation"),
    "epub": ("EPUB", "epub ebook book libro"),
}  # fmt: skip
_SAME = {"docx": "doc", "docm": "doc", "rtf": "doc", "odt": "doc", "xlsx": "xls", "xlsm": "xls", "ods": "xls",
         "pptx": "ppt", "odp": "ppt", "pps": "ppt", "ppsx": "ppt", "wav": "mp3", "m4a": "mp3", "mov": "mp4",
         "avi": "mp4", "wmv": "mp4", "webm": "mp4", "7z": "zip", "rar": "zip"}  # fmt: skip
_TYPES = {"application/pdf": "pdf", "application/msword": "doc", "application/zip": "zip",
          "application/epub+zip": "epub", "text/csv": "csv",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "doc",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xls",
          "application/vnd.ms-excel": "xls", "application/vnd.ms-powerpoint": "ppt"}  # fmt: skip
_MAY_BE_FILE = compile_pattern(
    rf"\.(?:{'|'.join((*_FILES, *_SAME))})(?:[?#\s]|$)", re.IGNORECASE
)  # most links are not, and it costs less to see it so
_BESIDE = 40  # characters around a link in which its file type may still be said


def file_type_is_unsaid(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report links to files that are no web pages when neither label nor text beside it says so."""
    for link in links_of(page):
        kind = _TYPES.get((link.get("type") or "").strip().lower())
        if kind is None and not _MAY_BE_FILE.search(link.get("href") or ""):
            continue
        stem, _, ending = file_name(address_of(link)).lower().rpartition(".")
        if kind is not None:
            stem, ending = stem or ending, kind
        known = _FILES.get(_SAME.get(ending, ending))
        name = link.label
        if known is None or not stem or not name or UNKNOWN in name or link.region == "references":
            continue
        kind, words = known
        said = {ending, *words.split()}
        before, behind = _beside(page, link)
        beside = f"{name} {before} {behind} {page.accessibility.description(link.node)}"
        if said & set(fold(beside).split()) or _row_says(link, {ending, fold(kind)}):
            continue
        yield Match(link.span, {"name": name, "type": kind}, excerpt=name)


def _row_says(link: Element, types: set[str]) -> bool:
    """Tell whether another cell of a table's row says what type of file a link opens."""
    cell = link.node.closest("td, th")
    return cell is not None and any(
        types & set(fold(other.text).split())
        for other in cell.parent.children
        if getattr(other, "tag", "") in ("td", "th") and other != cell
    )


def _beside(page: Page, link: Element) -> tuple[str, str]:
    """Return the text right before and right behind a link in its block."""
    block, own = block_at(page, link), " ".join(link.text.split())
    if block is None:
        return "", ""
    at = block.text.find(own, _offset(block, link)) if own else -1
    if at < 0:
        return block.text[-_BESIDE:], ""
    return block.text[:at][-_BESIDE:], block.text[at + len(own) :][:_BESIDE]


def _offset(block: Block, link: Element) -> int:
    """Return where in a block's text a link begins, or a little before."""
    for piece in block.pieces:
        if piece.source_end > link.span.start:
            return piece.start
    return 0
