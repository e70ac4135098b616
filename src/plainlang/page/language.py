"""The language that a page is in, told from its words: where it declares none, or a wrong one.

Says something against what a page declares only when the words are sure; `language.identify` decides
that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from plainlang.language.other_language import contradicts, may_differ
from plainlang.patterns import compile_pattern

if TYPE_CHECKING:
    from plainlang.page.model import Block

DEFAULT = "en"
_TWO_LETTERS = {"eng": "en", "spa": "es", "fra": "fr", "deu": "de", "por": "pt", "ita": "it",
                "nld": "nl", "rus": "ru", "vie": "vi", "cmn": "zh", "zho": "zh", "jpn": "ja",
                "kor": "ko", "arb": "ar", "ara": "ar", "tgl": "tl", "hat": "ht", "pol": "pl",
                "ukr": "uk", "hin": "hi", "pes": "fa", "tur": "tr", "cat": "ca", "swe": "sv", "dan": "da", "nob": "nb",
                "fin": "fi", "hun": "hu", "ron": "ro", "ces": "cs", "slk": "sk", "ell": "el", "heb": "he",
                "bul": "bg", "ind": "id", "lit": "lt", "lav": "lv", "slv": "sl", "mkd": "mk", "urd": "ur",
                "ben": "bn", "tam": "ta", "isl": "is", "zsm": "ms", "som": "so", "swh": "sw", "swa": "sw",
                "cym": "cy", "gle": "ga", "eus": "eu", "glg": "gl", "est": "et", "sqi": "sq", "afr": "af"}  # fmt: skip
_ENOUGH = 120  # characters; below that the guess among all languages is worse than the default
_SIGNS = 2  # small words, or letters with accents, after which a closer look is worth its time


class _HasText(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...


def primary_language(blocks: Iterable[_HasText]) -> str:
    """Return the language most of the text is in, `DEFAULT` when there is too little to tell."""
    sample: list[str] = []
    size = 0
    for block in blocks:
        if block.kind != "code" and len(block.text) > 25:
            sample.append(block.text)
            size += len(block.text)
            if size > 2000:
                break
    return identify("\n".join(sample)) or DEFAULT


def identify(text: str) -> str | None:
    """Return the language of `text` as a BCP 47 primary subtag, None when it cannot be told.

    English and Spanish, the languages that plainlang knows, are told first by their most common
    words, where none speak for another; then all the languages with a word list; the others by the trigrams of turbohtml.
    """
    words = text.lower().split()
    english = sum(w in _ENGLISH for w in words)
    spanish = sum(w in _SPANISH for w in words)
    if len(text) < _ENOUGH:
        # Few words tell two languages apart, where they could not tell all of them.
        signs = spanish + (not text.isascii())
        is_spanish = spanish > english and signs >= _SIGNS and contradicts(text, DEFAULT) == "es"
        return "es" if is_spanish else None
    if max(english, spanish) > 0.12 * len(words):
        likely = "en" if english >= spanish else "es"
        # French, Portuguese and Catalan have many of the Spanish words.
        return (contradicts(text, likely) if may_differ(text, likely) else None) or likely
    from plainlang.language.identify import has_word_list, tell

    if told := tell(text):
        return told
    from turbohtml.detect import detect_language

    found = detect_language(text)
    code = _TWO_LETTERS.get(found.language or "", found.language)
    # What word lists cannot tell is only believed for a language that has none.
    return None if code is None or has_word_list(code) or found.confidence < 0.5 else code


_ENGLISH = frozenset(
    "the of and to in is you that it for are with as your be on this have or by if can may from not".split()
)
_SPANISH = frozenset(
    "de la que el en y los del se las por un para con una su es al lo como más o puede si sus son".split()
)


SAMPLE = 2500  # characters of a page that are looked at
_FEW = 3


def contradicting_language(tree: Any, blocks: Sequence[Block], declared: str) -> str | None:
    """Return the language of a page's words when it surely is not the declared one, else None.

    What carries a language of its own does not count, nor do alternative texts, unless there is
    nothing else. A page of two languages is in the one that more of its words are in.
    """
    from plainlang.language.subtags import is_registered

    read = [b for b in blocks if b.kind != "code" and b.region != "references"]
    plain = sample(without_marked(b) for b in read if b.kind != "alt" and not is_marked(b))
    text = plain if len(plain.split()) >= _FEW else sample(b.text for b in read)
    # A tag that is none is wrong in another way.
    if not may_differ(text, declared) or not is_registered(declared):
        return None
    words = words_that_tell(text)
    found = contradicts(text, declared, words=words)
    if found is None:
        return None
    texts = _main_texts(tree, blocks) or text.split("\n")
    return found if is_mostly(found, declared, texts, words=words) else None


_SHORT = 8


def words_that_tell(text: str) -> int:
    """Return how many words must speak for another language: fewer where there are few."""
    return 2 if len(text.split(None, _SHORT)) < _SHORT else 3


def is_mostly(
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


_ENOUGH_WORDS = 12  # that can tell the language of a page


def _main_texts(tree: Any, blocks: Sequence[Block]) -> list[str]:
    """Return the texts of the page's `main` element, none when it has none or says little.

    Menus and messages around it are often left in the language of the program that made the page.
    """
    main = tree.select_one("main, [role=main]")
    if main is None:
        return []
    read = (b for b in blocks if b.kind not in ("alt", "title", "code"))
    texts = [without_marked(b) for b in read if _stands_in(b.node, main)]
    return texts if sum(map(_count_words, texts)) >= _ENOUGH_WORDS else []


def _stands_in(node: Any, outer: Any) -> bool:
    while node is not None:
        if node == outer:
            return True
        node = node.parent
    return False


def without_marked(block: Block) -> str:
    """Return a block's text without the parts that declare a language, or are code."""
    text = block.text
    if not block.marks or not any(m.kind in ("lang", "code") for m in block.marks):
        return text
    for mark in sorted(block.marks, key=lambda m: -m.start):
        if mark.kind in ("lang", "code"):
            text = f"{text[: mark.start]} {text[mark.end :]}"
    return text


def is_marked(block: Block) -> bool:
    """Tell whether a block, or something that it stands in, has a language of its own."""
    node = block.node
    while node is not None and getattr(node, "tag", None) not in (None, "html"):
        if "lang" in node.attrs:
            return True
        node = node.parent
    return False


def sample(texts: Iterable[str]) -> str:
    """Return the first texts, joined, up to a size that is enough to be sure."""
    out, size = [], 0
    for text in texts:
        out.append(text)
        size += len(text)
        if size > SAMPLE:
            break
    return "\n".join(out)
