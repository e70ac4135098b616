"""XHTML, as in e-books, where `<h2/>` or `<a id="p3"/>` is a whole element.

HTML would take all that follows into it. So such tags get an end tag before the page is parsed, and a
map back to the source. May not know what the elements are.
"""

import re

from plainlang.page.sourcemap import Piece, SourceMap
from plainlang.patterns import compile_pattern

_PROLOG = compile_pattern(r"\s*<\?xml\s")
_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()
)
# Comments, data and instructions come first: what looks like a tag in them is none.
_CLOSED = compile_pattern(
    r"<!--(?:.*?-->|.*)|<!\[CDATA\[(?:.*?\]\]>|.*)|<\?(?:.*?\?>|.*)"
    r"|<([A-Za-z_][\w.:-]*)(?:[^<>\"'/]|\"[^\"]*\"|'[^']*'|/(?!>))*+/>",
    re.DOTALL,
)


def is_xhtml(source: str, path: str) -> bool:
    """Tell whether a page is read by the rules of XML."""
    return path.lower().endswith((".xhtml", ".xht")) or _PROLOG.match(source) is not None


def with_end_tags(text: str, sources: SourceMap) -> tuple[str, SourceMap]:
    """Return `text` with an end tag behind each tag that closes itself, and the map to the source."""
    out: list[str] = []
    pieces: list[Piece] = []
    at = length = 0
    for found in _CLOSED.finditer(text):
        if found[1] is None or found[1].lower() in _VOID:
            continue
        pieces += _moved(sources, at, found.end(), length)
        end_tag = f"</{found[1]}>"
        out += text[at : found.end()], end_tag
        length += found.end() - at + len(end_tag)
        at = found.end()
    if not out:
        return text, sources
    pieces += _moved(sources, at, len(text), length)
    out.append(text[at:])
    return "".join(out), SourceMap(pieces)


def _moved(sources: SourceMap, start: int, end: int, to: int) -> list[Piece]:
    return [
        Piece(to + a, to + b, source_start, source_end)
        for a, b, source_start, source_end in sources.cut(start, end)
    ]
