"""Plain text to HTML markup with a map back to the source.

Paragraphs are parted by blank lines; list marks, headings under lines, after `#` or in capitals, and
links and images in Markdown's way are read as what they are; nothing else has a meaning.
"""

from __future__ import annotations

import re

from plainlang.page.front import front_matter, without
from plainlang.page.markup import Markup
from plainlang.page.sourcemap import normalise_newlines
from plainlang.page.template import mask
from plainlang.page.writer import MarkupWriter
from plainlang.patterns import compile_pattern

_LINE = compile_pattern(r"[^\n]*\n?")
_BULLET = compile_pattern(r"[ \t]*(?:[-*•·‣▪◦–—]|\d{1,3}[.)]|\(?[a-z][.)])[ \t]+(?=\S)")
_HASHES = compile_pattern(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
_UNDERLINE = compile_pattern(r"[ \t]*(={3,}|-{3,}|~{3,})[ \t]*$")
_RULE = compile_pattern(r"[ \t]*(?:([-*_=~+#.·•])[ \t]*)(?:\1[ \t]*){2,}$")
_INLINE = compile_pattern(
    r"(!?)\[([^\[\]\n]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)|(<!--)|\*\*(?=\S)([^*\n]+?)\*\*",
)
_MONTH = r"(?:jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sep|set|oct|nov|dec|dic)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = compile_pattern(  # of a letter: "March 3, 2026", "Martes, 3 de marzo de 2026"
    rf"(?:\w+,?\s+)?(?:{_MONTH}\s+{_DAY}|{_DAY}\s+(?:de\s+)?{_MONTH})(?:,|\s+de)?\s+\d{{4}}",
    re.IGNORECASE,
)
_SHORT_NAME = 4  # letters that one name in capitals may have: it is no heading
_SENTENCE_END = compile_pattern(r"[.!?:;,…”\"')\]]\s*$")


def text_markup(source: str) -> Markup:
    """Return the `Markup` of a plain text source."""
    text, newlines = normalise_newlines(source)
    clean = text.replace("\0", "\ufffd")
    if clean[:1] == "\ufeff":
        clean = " " + clean[1:]
    front = front_matter(clean)
    clean = mask(without(clean, front))
    writer = MarkupWriter()
    lines = [(m.start(), m.end()) for m in _LINE.finditer(clean) if m.end() > m.start()]
    group: list[tuple[int, int]] = []
    for start, end in [*lines, (len(clean), len(clean))]:  # nothing ends the last group
        if clean[start:end].strip():
            group.append((start, end))
        elif group:
            _paragraphs(clean, group, writer)
            group = []
    return Markup(writer.markup(), writer.map(newlines), front.language, front.title)


def _paragraphs(text: str, lines: list[tuple[int, int]], writer: MarkupWriter) -> None:
    """Write one group of lines without a blank line in it."""
    open_lines: list[tuple[int, int]] = []
    items = False

    def close() -> None:
        if open_lines:
            _element(text, "p", open_lines[0][0], open_lines[-1][1], writer)
            open_lines.clear()

    index = 0
    while index < len(lines):
        start, end = lines[index]
        line = text[start:end]
        if hashes := _HASHES.match(line):
            close()
            _element(text, f"h{len(hashes[1])}", start + hashes.end(), end, writer)
        elif _RULE.match(line):
            close()
        elif (
            not open_lines
            and index + 1 < len(lines)
            and (under := _UNDERLINE.match(text[slice(*lines[index + 1])].rstrip("\n")))
        ):
            close()
            _element(text, "h1" if under[1][0] == "=" else "h2", start, end, writer)
            index += 1
        elif not open_lines and line.isupper() and _is_followed(text, lines, index):
            _element(text, "p", start, end, writer)
        elif bullet := _BULLET.match(line):
            close()
            if not items:
                writer.put("<ul>", start, start)
                items = True
            stop = index + 1
            while stop < len(lines) and _continues(text[slice(*lines[stop])]):
                stop += 1
            _element(text, "li", start + bullet.end(), lines[stop - 1][1], writer)
            index = stop - 1
        else:
            if items:
                writer.put("</ul>", start, start)
                items = False
            open_lines.append((start, end))
        index += 1
    close()
    if items:
        writer.put("</ul>", lines[-1][1], lines[-1][1])


def _is_followed(text: str, lines: list[tuple[int, int]], index: int) -> bool:
    """Tell whether a line in capitals, a heading by its looks, stands right above its text."""
    if index + 1 == len(lines):
        return False
    line, after = text[slice(*lines[index])].strip(), text[slice(*lines[index + 1])].strip()
    goes_on = after.isupper() or after[0].islower()
    return len(line) > _SHORT_NAME and not goes_on and _looks_like_heading(line)


def _continues(line: str) -> bool:
    return _BULLET.match(line) is None and _HASHES.match(line) is None


def _element(text: str, tag: str, start: int, end: int, writer: MarkupWriter) -> None:
    if tag == "p" and _looks_like_heading(text[start:end]):
        tag = "h2"
    writer.put(f"<{tag}>", start, end)
    at = read = start
    comments_end = text.rfind("-->", start, end)
    while match := _INLINE.search(text, read, end):
        read = match.end()
        if match[4] and comments_end < read:  # nothing ends it: it is text
            continue
        writer.text(text[at : match.start()], at, match.start())
        if match[4]:
            read = text.index("-->", read) + len("-->")
            writer.put(text[match.start() : read], match.start(), read)
        else:
            _construct(match, writer)
        at = read
    writer.text(text[at:end], at, end)
    writer.put(f"</{tag}>", end, end)


def _construct(match: re.Match[str], writer: MarkupWriter) -> None:
    """Write a link, an image or words in bold."""
    start, end = match.span()
    if match[5]:
        writer.put("<strong>", start, start)
        writer.text(match[5], *match.span(5))
        writer.put("</strong>", end, end)
        return
    writer.put('<img src="' if match[1] else '<a href="', start, end)
    writer.text(match[3], *match.span(3))
    writer.put('" alt="' if match[1] else '">', start, end)
    writer.text(match[2], *match.span(2))
    writer.put('">' if match[1] else "</a>", start if match[1] else end, end)


def _looks_like_heading(text: str) -> bool:
    """A short line by itself that ends like no sentence and is no date, or asks a question."""
    line = text.strip()
    if "\n" in line or len(line) > 90 or not line[:1].isalnum() or "](" in line:
        return False
    words = line.split()
    if not any(c.isalpha() for c in line) or len(words) > 14 or _DATE.fullmatch(line):
        return False
    if line.endswith("?"):
        return True
    return _SENTENCE_END.search(line) is None and (line[0].isupper() or line[0].isdigit())
