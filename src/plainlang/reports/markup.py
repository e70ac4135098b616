"""Text made safe for Markdown, XML and URIs. Pure; knows no finding."""

from __future__ import annotations

import re
from urllib.parse import quote

from plainlang.reports.facts import one_line

_LONGEST_TICKS = re.compile("`+")
# What Markdown gives a meaning: escaped, each shows as itself. "@" and "#" would call people and
# issues on GitHub, ":" would make an emoji or a link of an address.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>$^=])")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def code_block(text: str, language: str = "html") -> str:
    """Return a fenced block whose fence nothing in the text can close."""
    fence = "`" * max(3, 1 + max((len(t) for t in _LONGEST_TICKS.findall(text)), default=0))
    return f"{fence}{language}\n{text}\n{fence}"


def code_span(text: str) -> str:
    """Return a text on one line as inline code that also holds in a table's cell."""
    text = one_line(text).replace("|", "¦")
    if not text:
        return ""
    ticks = "`" * (1 + max((len(t) for t in _LONGEST_TICKS.findall(text)), default=0))
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def markdown_text(text: str) -> str:
    """Return a text on one line that Markdown (GitHub's and GitLab's too) shows as it is."""
    text = one_line(text).replace("&", "&amp;").replace("<", "&lt;")
    text = _MARKDOWN.sub(r"\\\1", text)
    # A zero-width word joiner parts what would be a mention, a link or an emoji.
    return text.replace("@", "@\u2060").replace(":", ":\u2060").replace("www\\.", "www\u2060\\.")


def xml_text(text: str) -> str:
    """Return a text for XML 1.0, quotes escaped; characters that XML cannot hold become U+FFFD."""
    text = _NOT_XML.sub("\ufffd", text)
    for plain, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(plain, entity)
    return text.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


def relative_uri(path: str) -> str:
    """Return a path as a URI reference; a relative one stays relative."""
    path = path.replace("\\", "/")
    while path.startswith("./"):
        path = path[2:]
    quoted = quote(path.encode("utf-8", "replace"), safe="/!$&'()*+,;=@~")
    if re.match(r"[A-Za-z]:/", path):
        return f"file:///{path[:2]}{quoted[4:]}"
    return f"file://{quoted}" if path.startswith("/") else quoted
