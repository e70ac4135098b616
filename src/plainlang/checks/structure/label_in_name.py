"""Controls that are called otherwise than they are labelled, so that speech input misses them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import normalize

from plainlang.checks.match import Match
from plainlang.checks.unknowns import is_open
from plainlang.page import Page
from plainlang.page.builder import BREAK_HINTS
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.page.visible_text import visible_text
from plainlang.patterns import compile_pattern

_WIDGETS = frozenset(
    """button checkbox gridcell link menuitem menuitemcheckbox menuitemradio option radio switch tab treeitem
    doc-backlink doc-biblioref doc-glossref doc-noteref""".split()
)
_STATEFUL = frozenset("checkbox menuitemcheckbox menuitemradio radio switch".split())
_NO_ACT: dict[str, tuple[str, ...]] = {"wcag": ("2.5.3",)}
_BRACKETS = compile_pattern(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")
# Scripts without blanks between words: every character counts as a word.
_TOKEN = compile_pattern(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)


def label_is_not_in_name(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report controls whose visible text is not part of the name that ARIA gives them.

    The words of the label must stand in the name, together and in order; case, punctuation and what is
    in brackets do not matter. A label of a single letter is a sign, not a word.
    """
    for element in elements:
        if element.role not in _WIDGETS or element.is_hidden:
            continue
        if element.name_from not in ("aria-label", "aria-labelledby"):
            continue
        label = visible_text(page.accessibility, element.node)
        name = element.name
        if not label or UNKNOWN in label + name or is_named_with(label, name):
            continue
        if is_open(element):
            continue
        values = {"label": label, "name": name}
        if element.role in _STATEFUL:  # “On” may be the state, which is no part of the name
            yield Match(element.span, values, label, needs_review=True, references=_NO_ACT)
        else:
            yield Match(element.span, values, label)


def is_named_with(label: str, name: str) -> bool:
    """Tell whether the words of a label stand in a name, in one piece."""
    words = tokens(label)
    if len("".join(words)) < 2 and not "".join(words).isdigit():
        return True
    return _is_run_of(words, tokens(name)) or _is_run_of(words, _words(name))


def tokens(text: str) -> list[str]:
    """Return the words of a text in lower case, without what is in brackets."""
    return _words(_BRACKETS.sub(" ", text))


def _words(text: str) -> list[str]:
    if not text.isascii():
        text = normalize("NFKC", text).translate(BREAK_HINTS)
    return _TOKEN.findall(text.casefold())


def _is_run_of(words: list[str], others: list[str]) -> bool:
    size = len(words)
    return any(others[i : i + size] == words for i in range(len(others) - size + 1))
