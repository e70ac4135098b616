"""Emoji in alternative texts and link labels, which screen readers read out by their names.

Counts what is shown as one picture as one: flags, families, skin tones. Signs such as ★ or → that are
shown as text are none. (Unicode Technical Standard 51.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainlang.checks.images.alt_text import is_credit
from plainlang.checks.images.image import named_images
from plainlang.checks.inventory import links_of
from plainlang.checks.match import Match, rewrite, told
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern

# Older signs that are pictures without being asked to; others need U+FE0F behind them.
_OLD = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    "\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55"
)
_PICTURE = rf"(?:[\U0001f300-\U0001faff{_OLD}]\ufe0f?|[\u2190-\u2bff\u3030\u303d\u3297\u3299]\ufe0f)[\U0001f3fb-\U0001f3ff]?"
_EMOJI = compile_pattern(
    rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_PICTURE}(?:\u200d{_PICTURE}|[\U000e0020-\U000e007f])*"
)


def alt_has_emoji(page: Page, elements: Sequence[Element], *, most: int = 1) -> Iterator[Match]:
    """Report alternative texts that begin with an emoji before their words, or have more emoji than `most`.

    One emoji alone is the text of a picture of it. Credits ("📷 Jane Doe") are for another rule.
    """
    for image in named_images(page):
        text = image.label
        if not _is_crowded(text, most) or is_credit(text):
            continue
        plain = without_emoji(text)
        fix = None
        if plain:
            fix = rewrite(
                page,
                image.span,
                text,
                plain,
                what=told(page, "Take the emoji out", "Quite el emoji"),
                safe=False,
            )
        yield Match(image.span, {"alt": text}, excerpt=text, suggestion=plain or None, fix=fix)


def label_has_emoji(page: Page, elements: Sequence[Element], *, most: int = 1) -> Iterator[Match]:
    """Report link labels that begin with an emoji before their words, or have more than `most`."""
    for link in links_of(page):
        name = link.label
        if name.isascii():
            continue
        if UNKNOWN in name or not _is_crowded(name, most):
            continue
        if link.name_from == "contents" and not _EMOJI.search(link.text):
            continue  # the emoji are an image's, which another rule looks at
        yield Match(link.span, {"name": name}, excerpt=name, suggestion=without_emoji(name) or None)


def _is_crowded(text: str, most: int) -> bool:
    """Tell whether emoji keep a listener from the words."""
    if text.isascii():
        return False
    emoji = _EMOJI.findall(text)
    if len(emoji) > most:
        return True
    leads = _EMOJI.match(text)
    return leads is not None and any(c.isalnum() for c in text[leads.end() :])


def without_emoji(text: str) -> str:
    """Return a text without its emoji, blanks collapsed; marks alone are no text."""
    plain = " ".join(_EMOJI.sub(" ", text).replace("\ufe0f", "").split())
    return plain if any(c.isalnum() for c in plain) else ""
