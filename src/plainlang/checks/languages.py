"""Declared languages against the words themselves: of the page, of its parts, of alternative texts.

Says something only when the words are sure; `language.identify` decides that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from turbohtml import Element as Node
from turbohtml import Text

from plainlang.checks.images import named_images
from plainlang.checks.labels import language_of
from plainlang.checks.match import Match
from plainlang.checks.spoken import found_language, without_marked
from plainlang.language.identify import contradicts, may_differ
from plainlang.language.subtags import is_registered
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern

_SAMPLE = 2500  # characters of a page that are looked at
_TEXTLESS = frozenset("script style template noscript textarea code pre svg math".split())
_READ = frozenset("paragraph list-item description quote cell caption heading summary".split())
_NAMES = {
    "en": {"en": "English", "es": "Spanish", "fr": "French", "de": "German", "pt": "Portuguese",
           "zh": "Chinese", "vi": "Vietnamese", "tl": "Tagalog", "ko": "Korean", "ru": "Russian",
           "ar": "Arabic", "ht": "Haitian Creole", "it": "Italian", "nl": "Dutch", "pl": "Polish",
           "ja": "Japanese", "hi": "Hindi", "fa": "Persian", "ur": "Urdu", "uk": "Ukrainian",
           "bn": "Bengali", "el": "Greek", "he": "Hebrew", "tr": "Turkish", "sv": "Swedish",
           "no": "Norwegian", "da": "Danish", "fi": "Finnish", "th": "Thai", "so": "Somali"},
    "es": {"en": "inglés", "es": "español", "fr": "francés", "de": "alemán", "pt": "portugués",
           "zh": "chino", "vi": "vietnamita", "tl": "tagalo", "ko": "coreano", "ru": "ruso",
           "ar": "árabe", "ht": "criollo haitiano", "it": "italiano", "nl": "neerlandés",
           "pl": "polaco", "ja": "japonés", "hi": "hindi", "fa": "persa", "ur": "urdu",
           "uk": "ucraniano", "bn": "bengalí", "el": "griego", "he": "hebreo", "tr": "turco",
           "sv": "sueco", "no": "noruego", "da": "danés", "fi": "finés", "th": "tailandés",
           "so": "somalí"},
}  # fmt: skip


def page_language_is_wrong(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report a page's declared language when its words are in another.

    What carries a language of its own does not count, unless there is nothing else. A page of two
    languages is in the one that more of its words are in.
    """
    root = page.tree.select_one("html[lang], html[xml\\:lang]")
    if root is None or not page.language_is_declared:
        return
    element = page.element(root)
    name = "lang" if element.has("lang") else "xml:lang"
    declared = (element.get(name) or "").strip()
    if not is_registered(declared):  # which is a finding of another rule
        return
    blocks = [b for b in page.blocks if b.kind != "code" and b.region != "references"]
    plain = _sample(without_marked(b) for b in blocks if not _is_marked(b))
    text = plain if len(plain.split()) >= _FEW else _sample(b.text for b in blocks)
    if not may_differ(text, declared):
        return
    words = _words_that_tell(text)
    found = contradicts(text, declared, words=words)
    texts = _main_texts(page) or text.split("\n")
    if found is not None and _is_mostly(found, declared, texts, words=words):
        yield Match(element.value_span(name), _values(page, declared, found), excerpt=declared)


_FEW = 3


def _words_that_tell(text: str) -> int:
    """Return how many words must speak for another language: fewer where there are few."""
    return 2 if len(text.split(None, _SHORT)) < _SHORT else 3


_SHORT = 8


def _main_texts(page: Page) -> list[str]:
    """Return the texts of the page's `main` element, none when it has none or says little.

    Menus and messages around it are often left in the language of the program that made the page.
    """
    main = page.tree.select_one("main, [role=main]")
    blocks = () if main is None else page.text_blocks()
    texts = [without_marked(b) for b in blocks if b.kind != "code" and _stands_in(b.node, main)]
    return texts if sum(map(_count_words, texts)) >= _ENOUGH else []


_ENOUGH = 12  # words that can tell the language of a page


def _stands_in(node: Any, outer: Any) -> bool:
    while node is not None:
        if node == outer:
            return True
        node = node.parent
    return False


def _is_mostly(
    found: str, declared: str, texts: Sequence[str], *, words: int, times: int = 1
) -> bool:
    """Tell whether so many times more words stand in texts of the one language than of the other."""
    language = declared.lower().split("-")[0]
    others = sum(_count_words(t) for t in texts if contradicts(t, declared, words=words) == found)
    own = sum(_count_words(t) for t in texts if contradicts(t, found, words=words) == language)
    return others > own * times


_UNSPACED = compile_pattern("[\u0e01-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_LETTERS = 2.5  # of a word where no blanks stand between words


def _count_words(text: str) -> float:
    """Return about how many words a text has, also where no blanks stand between them."""
    return text.count(" ") + 1 + len(_UNSPACED.findall(text)) / _LETTERS


def part_language_is_wrong(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report parts whose declared language is not the one that their words are in."""
    for element in page.select("body [lang]"):
        declared = (element.get("lang") or "").strip()
        if not is_registered(declared) or not page.accessibility.is_rendered(element.node):
            continue
        whole = _own_text(element.node)
        text = whole[:_SAMPLE]
        if UNKNOWN in text or not may_differ(text, declared):
            continue
        words = _words_that_tell(text)
        found = contradicts(text, declared, words=words)
        if found is None:
            continue
        if _is_mostly(found, declared, _pieces(whole), words=words, times=2):
            yield Match(
                element.value_span("lang"), _values(page, declared, found), excerpt=declared
            )


def _pieces(text: str) -> list[str]:
    """Return a short text alone, of a long one pieces from its start to its end."""
    if len(text) <= 2 * _PIECE:
        return [text]
    step = max(_PIECE, len(text) // _PIECES)
    return [text[at : at + _PIECE] for at in range(0, len(text), step)]


_PIECE, _PIECES = 300, 24  # characters of a piece, and how many tell the language of a long part


def part_language_is_unsaid(
    page: Page, elements: Sequence[Element], *, words: int = 8
) -> Iterator[Match]:
    """Report passages in another language than the page declares for them.

    Shorter ones than so many words, 8 or more, pass: names, titles and set phrases are no passages. So do whole pages that declare no
    language, which another rule reports.
    """
    if page.is_document and not page.language_is_declared:
        return
    for block in page.blocks:
        if block.kind not in _READ or block.region not in ("main", "aside", "header", "footer"):
            continue
        found = found_language(page, block)
        if found is not None and block.text.count(" ") + 1 >= words:
            declared = block.language or page.language
            yield Match(block.span, _values(page, declared, found), excerpt=block.text)


def alt_is_in_other_language(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report alternative texts in another language than the one around them."""
    for image in named_images(page):
        declared = language_of(image.element)
        if len(image.text.split()) < _FEW or not may_differ(image.text, declared):
            continue
        found = contradicts(image.text, declared)
        if found is None or _language_told(page, declared) == found:
            continue  # then it is not this text that is at odds with its page
        text = " ".join(image.text.split())
        yield Match(image.span, {"alt": text, **_values(page, declared, found)}, excerpt=text)


def _language_told(page: Page, declared: str) -> str | None:
    """Return the language that a page's words are in, where it surely is not the declared one."""
    told: dict[str, str | None] = page.facts.setdefault("languages told", {})
    if declared not in told:
        text = _sample(b.text for b in page.text_blocks() if b.kind != "code")
        told[declared] = contradicts(text, declared)
    return told[declared]


def _values(page: Page, declared: str, found: str) -> dict[str, str]:
    names = _NAMES.get(page.language[:2].lower(), _NAMES["en"])
    return {"declared": declared, "found": names.get(found, found), "tag": found}


def _is_marked(block: Block) -> bool:
    """Tell whether a block, or something that it stands in, has a language of its own."""
    node = block.node
    while node is not None and getattr(node, "tag", None) not in (None, "html"):
        if "lang" in node.attrs:
            return True
        node = node.parent
    return False


def _sample(texts: Iterable[str]) -> str:
    """Return the first texts, joined, up to a size that is enough to be sure."""
    out, size = [], 0
    for text in texts:
        out.append(text)
        size += len(text)
        if size > _SAMPLE:
            break
    return "\n".join(out)


def _own_text(node: Any) -> str:
    """Return the text under a node, alternative texts too, without parts of another language."""
    parts: list[str] = []
    stack = list(node.children)[::-1]
    while stack:
        child = stack.pop()
        if isinstance(child, Text):
            parts.append(child.data)
        elif isinstance(child, Node):
            if child.tag in _TEXTLESS or "lang" in child.attrs or "hidden" in child.attrs:
                continue
            parts.append(f" {_label(child)} ")
            stack.extend(list(child.children)[::-1])
    return " ".join(f"{_label(node)} {''.join(parts)}".split())


def _label(node: Any) -> str:
    """Return the words that an element carries in its attributes."""
    alt = node.attr("alt") if node.tag in ("img", "area") else None
    return " ".join(t for t in (node.attr("aria-label"), alt) if t)
