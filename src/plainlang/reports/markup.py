"""Text made safe for Markdown, XML and URIs. Pure; knows no finding."""

from __future__ import annotations

import re
from urllib.parse import quote

from plainlang.reports.facts import one_line

_LONGEST_TICKS = re.compile("`+")
# What Markdown gives a meaning anywhere in a line, and what it does at the start of one.
_MARKDOWN = re.compile(r"[\\`*_\[\]|~$>]|^[#+=-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
# What GitHub and GitLab make a mention, a reference, a link or an emoji of, even when escaped.
_CALLS = re.compile(r"@|#(?=\w)|:(?=//|[\w+-]+:)|(?<=www)\.|!(?=\d)", re.IGNORECASE)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def code_block(text: str) -> str:
    """Return a fenced block of HTML whose fence nothing in the text can close."""
    fence = "`" * max(3, 1 + max((len(t) for t in _LONGEST_TICKS.findall(text)), default=0))
    return f"{fence}html\n{text}\n{fence}"


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
    text = _MARKDOWN.sub(r"\\\g<0>", text)
    return _CALLS.sub("\\g<0>\u2060", text)  # a word joiner, which nobody sees


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
    quoted = quote(_bytes_of(path), safe="/!$&'()*+,;=@~")
    if re.match(r"[A-Za-z]:/", path):
        return f"file:///{path[:2]}{quoted[4:]}"
    return f"file://{quoted}" if path.startswith("/") else quoted


def _bytes_of(path: str) -> bytes:
    """Return the bytes that name a file: those that are no UTF-8 stand in the path as surrogates."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "replace")
