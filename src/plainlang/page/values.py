"""Where an attribute's value stands in the markup, and what each part of it says; alternative texts.

(HTML Standard 13.2.5.36 to 13.2.5.38, attribute values; 13.2.5.73, references in them.)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from plainlang.page.tree import unescape
from plainlang.patterns import compile_pattern

if TYPE_CHECKING:
    from plainlang.page.html import Parsed

_VALUE = compile_pattern(r"""[^\s=]*\s*=\s*(?:"([^"]*)|'([^']*)|([^\s>]*))""")
_REFERENCE = compile_pattern(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")


def locate_value(markup: str, node: Any, name: str) -> tuple[int, int, bool] | None:
    """Return where the value of an attribute lies in `markup`, without its quotes.

    The last says whether there is one: without a value it is the place of the name. None when the
    element has no such attribute, or is implied.
    """
    location = getattr(node, "source_location", None)
    at = location.attrs.get(name) if location is not None else None
    if at is None:
        return None
    found = _VALUE.match(markup, at.start_offset, at.end_offset)
    if found is None:
        return at.start_offset, at.end_offset, False
    group = found.lastindex or 0
    return found.start(group), found.end(group), True


def value_pieces(raw: str, value: str) -> Iterator[tuple[str, int, int]]:
    """Yield (text, start, end) of the parts of an attribute's raw value, entity by entity."""
    if "&" not in raw:
        yield raw, 0, len(raw)
        return
    parts: list[tuple[str, int, int]] = []
    at = 0
    for match in _REFERENCE.finditer(raw):
        text = unescape(match[0])
        partly = text[-1:] == match[0][-1] and text != ";"
        if partly or (match[0][-1] != ";" and raw[match.end() : match.end() + 1] == "="):
            continue  # in attributes this is no reference
        if match.start() > at:
            parts.append((raw[at : match.start()], at, match.start()))
        parts.append((text, match.start(), match.end()))
        at = match.end()
    parts.append((raw[at:], at, len(raw)))
    if "".join(p[0] for p in parts) == value:
        yield from (p for p in parts if p[0])
    else:
        yield " ".join(value.split()), 0, len(raw)


def alternative_pieces(
    parsed: Parsed, markup: str, node: Any, tag: str, attrs: dict[str, Any]
) -> Iterator[tuple[str, int, int]]:
    """Yield each part of the alternative text of an element with the start and end of its markup."""
    if tag == "input" and attrs.get("type", "").lower() != "image":
        return
    name = "alt" if tag != "svg" else "aria-label"
    text: str = attrs.get(name) or ""
    if text.strip():
        if place := locate_value(markup, node, name):
            start, end, _ = place
            for piece, a, b in value_pieces(markup[start:end], text):
                yield piece, start + a, start + b
    elif tag == "svg" and (title := node.select_one("title")):
        for child in title.children:
            for _, run in parsed.runs.get(child, ()):
                yield from run.parts()
