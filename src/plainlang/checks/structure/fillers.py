"""Text that holds the place of a text: what programs put into a new page, and “[insert phone number]”.

Looks for the words that programs and templates use, and judges no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainlang.checks.around import is_linked_or_code
from plainlang.checks.match import Match
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern

# What each has in small letters; most pages have none, or few.
_HINTS = ("lorem", "[", "click", "clic o", "placeholder", "quick example", "wordpress")
_FILLER = compile_pattern(
    r"""\b(?:lorem\sipsum(?:\sdolor\ssit\samet)? | click\shere\sto\sadd\syour\sown\stext
      | click\s(?:or\stap\s)?(?:here\s)?to\s(?:enter|add)\s(?:text|title|subtitle|a\sdate)(?!\s\w)
      | click\sto\sedit\smaster\s\w+ | representative\splaceholder\scontent
      | quick\sexample\stext\sto\sbuild\son\sthe\scard\stitle
      | welcome\sto\swordpress\.\sthis\sis\syour\sfirst\spost
      | haga\sclic\so\spulse\saquí\spara\sescribir\s(?:texto|una\sfecha))\b
    | (?<=\[)(?:insert|enter|type|add|inserte|insertar|escriba|agregue)\s(?!\d)[^\][()]{2,60}(?=\](?!\())""",
    re.VERBOSE | re.IGNORECASE,
)


def text_is_filler(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report what holds the place of a text that nobody wrote, each wording once."""
    source = page.source.lower()
    hints = [hint for hint in _HINTS if hint in source]
    if not hints:
        return
    seen: set[str] = set()
    for block in page.text_blocks():
        text = block.text.lower()
        if block.kind == "code" or not any(map(text.__contains__, hints)):
            continue
        for found in _FILLER.finditer(block.text):
            said = found[0]
            if said.lower() not in seen and not is_linked_or_code(block, *found.span()):
                seen.add(said.lower())
                yield Match(block.locate(*found.span()), {"found": said}, excerpt=said)
