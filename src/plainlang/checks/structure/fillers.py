"""Text that holds the place of a text: what programs put into a new page, and “[insert phone number]”.

Looks for the words that programs and templates use, and judges no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from plainlang.checks.around import is_linked_or_code
from plainlang.checks.match import Match
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern

_FILLER = compile_pattern(
    r"""\b(?:lorem\sipsum(?:\sdolor\ssit\samet)? | click\shere\sto\sadd\syour\sown\stext
      | click\s(?:or\stap\s)?(?:here\s)?to\s(?:enter|add)\s(?:text|title|subtitle|a\sdate)(?!\s\w)
      | click\sto\sedit\smaster\s\w+ | representative\splaceholder\scontent
      | quick\sexample\stext\sto\sbuild\son\sthe\scard\stitle
      | welcome\sto\swordpress\.\sthis\sis\syour\sfirst\spost
      | haga\sclic\so\spulse\saquí\spara\sescribir\s(?:texto|una\sfecha))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TO_INSERT = compile_pattern(
    r"\[((?i:insert|enter|type|add|inserte|insertar|escriba|agregue)\s(?!\d)[^\][()]{2,60})\](?!\()"
)
# One of these is in each; to look for them first costs little.
_HINTS = ("rem ipsum", "REM IPSUM", "lick here to", "lick to ", "lick or tap", "clic o pulse", "placeholder con",
          "quick example", "first post")  # fmt: skip


def text_is_filler(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report what holds the place of a text that nobody wrote, each wording once."""
    blocks = [block for block in page.text_blocks() if block.kind != "code"]
    text = "\n".join([block.text for block in blocks])
    patterns = []
    if "[" in text and _TO_INSERT.search(text):
        patterns.append(_TO_INSERT)
    if any(map(text.__contains__, _HINTS)):
        patterns.append(_FILLER)
    seen: set[str] = set()
    for block, pattern in product(blocks, patterns):
        for found in pattern.finditer(block.text):
            start, end = found.span(found.lastindex or 0)
            said = block.text[start:end]
            if said.lower() not in seen and not is_linked_or_code(block, start, end):
                seen.add(said.lower())
                yield Match(block.locate(start, end), {"found": said}, excerpt=said)
