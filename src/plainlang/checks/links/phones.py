"""Phone numbers that people cannot tap, links that call another number, short codes nobody explains.

A number is a phone number by its form, or by the words around it. Dials nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote

from plainlang.checks.around import is_linked_or_code
from plainlang.checks.folding import content_words, fold, folded
from plainlang.checks.inventory import links_of
from plainlang.checks.match import Match, per_page, rewrite, told
from plainlang.findings import Span
from plainlang.language.phone_numbers import (
    dialed,
    is_same_number,
    keys,
    phone_numbers,
    short_codes,
)
from plainlang.page import Block, Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple
from plainlang.rules.model import Words

_NOT_READ = frozenset({"code", "option", "field", "button"})
_AROUND = 60  # characters before a number in which it may be said what it is
_LABEL = 30  # characters of a block before that can be the label of a number
_PRINT = compile_pattern(r"@page\b")
_CODE = compile_pattern(
    r"\d(?<![\w.,:/$€£#+%–-]\d)(?:\d\d|-\d-\d)(?![\w%°]|[-.,:/]\d|\s?(?:[ap]\.?m\b|mg\b|ml\b|%))"
)
# Most texts have nothing like it, neither phone numbers nor short codes.
_MAY_BE_NUMBER = compile_pattern(r"[0-9](?:[0-9]|-[0-9]-[0-9])")
_MAY_BE_CODE = compile_pattern(r"[0-9](?:[0-9]{2}|-[0-9]-[0-9])")
# What makes a code a part of a longer number: "0800 111 999"; not "988 24/7" nor "911. 2 people".
_DIGITS_BEFORE = compile_pattern(r"\d\)?(?:[\s.·]|\s?[‐-–-]\s?)$")
_DIGITS_IN_FRONT = compile_pattern(r"\d[\s.·‐-–-]?\($")  # of a code in brackets
_DIGITS_BEHIND = compile_pattern(r"\)?(?:[\s·]|\.(?=\d)|\s?[‐-–-]\s?)(?!24\s?(?:/|h)|7\s?d)\d")
_NEAR = 6  # characters that tell whether a code is a part of a longer number
_BEHIND = compile_pattern(r"\s*[(\[]?\s*([^\W\d]+)\s*(?:[)\].;,]|$)")
_SPOKEN = compile_pattern(
    r"\d(?:[\s().,·-]{0,3}\d){6,14}"
)  # as labels spell numbers for screen readers
_EVERYBODY_KNOWS = frozenset({"000", "111", "112", "911", "999"})


class _Place(NamedTuple):
    """A phone number in a block: `block.text[start:end]`, and what one dials."""

    block: Block
    start: int
    end: int
    dialed: str

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        return self.block.locate(self.start, self.end)


def phone_is_not_linked(
    page: Page, elements: Sequence[Element], *, calls: Words, others: Words
) -> Iterator[Match]:
    """Report phone numbers that are no links, each once, unless the page links the number elsewhere.

    `calls` are words that tell of a call, `others` those of numbers that are not for calls: faxes,
    text phones, ids. Pages that are made to be printed are left out.
    """
    if not (page.is_document or page.format == "markdown") or _is_for_print(page):
        return
    reported = _linked_numbers(page)
    language = page.language
    for place in _numbers(page, calls(language), folded(others(language))):
        if any(is_same_number(place.dialed, known) for known in reported):
            continue
        reported.append(place.dialed)
        target = f"tel:{place.dialed}"
        values = {"number": place.text, "target": target}
        link = f'<a href="{target}">{place.text}</a>'
        what = told(page, f"Link it to “{target}”", f"Enlácelo a “{target}”")
        fix = rewrite(page, place.span, place.text, link, what=what, safe=False)
        yield Match(place.span, values, excerpt=place.text, fix=fix)


def _is_for_print(page: Page) -> bool:
    return any(_PRINT.search(str(node.text)) for node in page.tree.select("style"))


@per_page
def _linked_numbers(page: Page) -> list[str]:
    links = page.select("a[href], area[href]")
    return [number for link in links if (number := _called(link.get("href") or ""))]


def _called(href: str) -> str:
    """Return what a `tel:` or `sms:` address dials, without its extension; "" for other addresses."""
    scheme, _, rest = href.strip().partition(":")
    if scheme.lower() not in ("tel", "sms") or UNKNOWN in rest:
        return ""
    return dialed(re.split(r"[;,?]", unquote(rest), maxsplit=1)[0])


def _numbers(page: Page, calls: frozenset[str], others: frozenset[str]) -> Iterator[_Place]:
    """Yield the numbers for calls that no link holds."""
    for block, label in _numbered_blocks(page):
        if block.kind not in _NOT_READ and block.region != "references":
            yield from _numbers_in(block, label, page.language, calls, others)


@per_page
def _numbered_blocks(page: Page) -> list[tuple[Block, str]]:
    """Return the blocks that may hold a number, each with the label that stands before it."""
    found, label = [], ""
    for block in page.text_blocks():
        text = block.text
        if any(map(text.__contains__, "0123456789")) and _MAY_BE_NUMBER.search(text):
            found.append((block, label))
        label = text if len(text) <= _LABEL else ""
    return found


def _numbers_in(
    block: Block, label: str, language: str, calls: frozenset[str], others: frozenset[str]
) -> Iterator[_Place]:
    text, last = block.text, 0
    for number in phone_numbers(text, language):
        before = f"{label if last == 0 else ''} {text[last : number.start]}"[-_AROUND:]
        last = number.end
        if _has(before, others) or _has_behind(text[number.end :], others):
            continue
        if not number.is_certain and not _has(f"{label} {text}", folded(calls)):
            continue
        if not is_linked_or_code(block, number.start, number.end):
            yield _Place(block, number.start, number.end, number.dialed)
    for place in _short_codes(block, calls, language):
        before = f"{label} {text[: place.start]}"[-_AROUND:]
        if not _has(before, others) and not is_linked_or_code(block, place.start, place.end):
            yield place


def _has(text: str, words: frozenset[str]) -> bool:
    """Tell whether a text has one of the words, or ends in one of several words, "is" aside."""
    said = fold(text).split()
    if not words.isdisjoint(said):
        return True
    ends = {" ".join(said[-n - skip : len(said) - skip]) for n in (2, 3) for skip in (0, 1)}
    return not words.isdisjoint(ends)


def _has_behind(text: str, words: frozenset[str]) -> bool:
    """Tell whether a number is said to be something else right behind it: "555-0100 (fax)"."""
    found = _BEHIND.match(text)
    return found is not None and fold(found[1]) in words


def _short_codes(block: Block, calls: frozenset[str], language: str) -> Iterator[_Place]:
    """Yield the short codes that a block tells readers to call."""
    for place in _codes(block, language):
        if _leads(calls).search(block.text[: place.start]):
            yield place


def _codes(block: Block, language: str) -> Iterator[_Place]:
    """Yield the short codes in a block; one inside a longer number is none."""
    text = block.text
    if _MAY_BE_CODE.search(text) is None:
        return
    codes = short_codes(language)
    for found in _CODE.finditer(text):
        code, (start, end) = keys(found[0]), found.span()
        if code not in codes or _is_part(text, start, end):
            continue
        if not any(n.start < end and start < n.end for n in phone_numbers(text, language)):
            yield _Place(block, start, end, code)


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether digits before or behind a code make it a part of a longer number."""
    before = text[max(0, start - _NEAR) : start]
    if _DIGITS_BEFORE.search(before) or _DIGITS_BEHIND.match(text, end):
        return True
    return text.startswith(")", end) and _DIGITS_IN_FRONT.search(before) is not None


@lru_cache(maxsize=16)
def _leads(calls: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, calls)))
    return compile_pattern(
        rf"\b(?:{words or '(?!)'})(?:\W+(?:{words or '(?!)'}|{_SMALL}|\d+))*\W+$", re.I
    )


_SMALL = (
    "a|al|and|at|code|el|free|la|line|linea|línea|now|number|numero|número|o|or|the|to|un|us|y|ya"
)


def short_code_is_unexplained(
    page: Page, elements: Sequence[Element], *, calls: Words, empty: Words
) -> Iterator[Match]:
    """Report short codes, such as 988, when no text with one says what it is or is for.

    The heading of the section counts, too. `empty` are words that say nothing about a number:
    "help", "now", "free". Numbers that all people know, such as 911, are left out.
    """
    first: dict[str, _Place] = {}
    explained: set[str] = set()
    silent = folded(calls(page.language) | empty(page.language))
    for block, _ in _numbered_blocks(page):
        leads = _leads(calls(page.language))
        for place in _codes(block, page.language):
            code = place.dialed
            if leads.search(block.text[: place.start]):
                first.setdefault(code, place)
            if code not in explained:
                heading = page.section(block)
                said = f"{heading.text if heading else ''} {block.text}"
                if UNKNOWN in said or _says_more(said, page.language, silent):
                    explained.add(code)
    for code, place in first.items():
        if code not in explained and code not in _EVERYBODY_KNOWS:
            yield Match(place.span, {"number": place.text}, excerpt=place.text)


def _says_more(text: str, language: str, silent: frozenset[str]) -> bool:
    words = content_words(text, language)
    return any(w not in silent and not w.isdigit() for w in words)


def label_has_another_number(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report links that call a number other than the one in their label."""
    for link in links_of(page):
        called = _called(link.get("href") or "")
        if not called or UNKNOWN in link.name:
            continue
        name = link.label
        said = _said_numbers(name, page.language) + _said_numbers(link.text, page.language)
        if said and not any(is_same_number(called, number) for number in said):
            yield Match(link.span, {"name": name, "number": called}, excerpt=name)


def _said_numbers(label: str, language: str) -> list[str]:
    """Return what one would dial by a label: each full number in it, or the short code it is."""
    found = [n.dialed for n in phone_numbers(label, language)]
    found += [keys(run) for run in _SPOKEN.findall(label)]
    if not found and (code := keys(label) if fold(label).replace(" ", "").isdigit() else ""):
        found.append(code)
    return found
