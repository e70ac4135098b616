"""Plain text to HTML markup with a map back to the source.

Paragraphs are parted by blank lines; list marks, headings under lines, after `#` or in capitals, and
links and images in Markdown's way are read as what they are; nothing else has a meaning.
"""

from __future__ import annotations

import re

from plainlang.page.front import front_matter, without
from plainlang.page.line_ends import without_parted_words
from plainlang.page.markup import Markup
from plainlang.page.sourcemap import normalise_newlines
from plainlang.page.template import mask
from plainlang.page.text_tables import rows_of
from plainlang.page.writer import MarkupWriter
from plainlang.patterns import compile_pattern

_LINE = compile_pattern(r"[^\n]*\n?")
_SIGN = r"(?:[-*+•·‣▪◦–—●○■□▸►▶➢➤→⇒★☐☑✓✔❖❑\uf0a7\uf0b7]|(?:--?|=)>)"
_BULLET = compile_pattern(
    rf"""[ \t]*(?:(?:{_SIGN}|\(?(?:\d{{1,3}}|[a-z]|[ivx]{{2,4}})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?
      | \[[ xX]\][ \t]+ | o[ ]?\t[ \t]*)(?=\S)""",
    re.VERBOSE,
)
_CAPITAL = compile_pattern(
    r"[ \t]*(?:[A-Z]|[IVX]{2,4})[.)][ \t]+(?=\S)"
)  # of a list, unless it is an initial
_SAID = compile_pattern(r"[.!?][\"'”’)]*\s*$")
_QUOTED = compile_pattern(r"[ \t]*>(?![ \t]*\d)[> \t]*")
_KEYED = compile_pattern(r"[ \t]*[A-ZÁÉÍÓÚÑ][\w /-]{0,24}:[ \t]+\S")
_ENDS = compile_pattern(r"[.!?:;,)]\s*$")
_PAGE_BREAK = compile_pattern(r"(?<![^\S\f])[^\S\f]*+\f\s*+")
_LINE_ENDS = dict.fromkeys(map(ord, "\v\x85\u2028\u2029"), "\n")
_BLANKS = compile_pattern(r"[ \t]*")
_WORD = compile_pattern(r"\w+")
_HASHES = compile_pattern(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
_UNDERLINE = compile_pattern(r"[ \t]*(={3,}|-{3,}|~{3,})[ \t]*$")
_RULE = compile_pattern(r"[ \t]*(?:--[ \t]*|(?:[-*_=~+#.·•|:][ \t]*+){3,})$")
_INLINE = compile_pattern(
    r"(!?)\[([^\[\]\n]*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)|(<!--)|\*\*(?=\S)([^*\n]+?)\*\*"
    r"|(\n[ \t]*>[> \t]*)",
)
_MONTH = r"(?:jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sep|set|oct|nov|dec|dic)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = compile_pattern(  # of a letter: "March 3, 2026", "Martes, 3 de marzo de 2026"
    rf"(?:\w+,?\s+)?(?:{_MONTH}\s+{_DAY}|{_DAY}\s+(?:de\s+)?{_MONTH})(?:,|\s+de)?\s+\d{{4}}",
    re.IGNORECASE,
)
_BOLD = compile_pattern(r"^\*\*([^*\n]+)\*\*$")
_FORM = compile_pattern(r"\]\(|__|\.{4}|…{2}")  # a link, or a blank to fill in
_SIGN_OF_TEXT = compile_pattern(r"\S")  # below a heading there is something
_SHORT_NAME = 4  # letters that one name in capitals may have: it is no heading
_SENTENCE_END = compile_pattern(r"[.!?:;,…”\"')\]]\s*$")


def text_markup(source: str) -> Markup:
    """Return the `Markup` of a plain text source."""
    text, newlines = normalise_newlines(source)
    clean = text.replace("\0", "\ufffd")
    if clean[:1] == "\ufeff":
        clean = " " + clean[1:]
    front = front_matter(clean)
    clean = mask(_PAGE_BREAK.sub(_parted, without(clean, front).translate(_LINE_ENDS)))
    clean = without_parted_words(clean)
    writer = MarkupWriter()
    lines = [(m.start(), m.end()) for m in _LINE.finditer(clean) if m.end() > m.start()]
    group: list[tuple[int, int]] = []
    for start, end in [*lines, (len(clean), len(clean))]:  # nothing ends the last group
        if clean[start:end].strip():
            group.append((start, end))
        elif group:
            if rows := rows_of(clean, group):
                _table(clean, rows, writer)
            else:
                _paragraphs(clean, group, writer)
            group = []
    return Markup(writer.markup(), writer.map(newlines), front)


def _parted(found: re.Match[str]) -> str:
    """Return blanks for the end of a page in a sentence, elsewhere lines that part paragraphs."""
    text, start, end = found.string, *found.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    goes_on = (before.islower() or before == ",") and after.islower()
    return (" " if goes_on else "\n") * len(found[0])


def _paragraphs(text: str, lines: list[tuple[int, int]], writer: MarkupWriter) -> None:
    """Write one group of lines without a blank line in it."""
    open_lines: list[tuple[int, int]] = []
    items = keyed = False
    marks = _item_marks(text, lines)

    def close() -> None:
        if open_lines:
            start, end = open_lines[0][0], open_lines[-1][1]
            is_heading = not keyed and _looks_like_heading(text[start:end])
            is_heading = is_heading and _SIGN_OF_TEXT.search(text, end) is not None
            _element(text, "h2" if is_heading else "p", start, end, writer)
            open_lines.clear()

    index = 0
    while index < len(lines):
        start, end = lines[index]
        line = text[start:end]
        if hashes := _HASHES.match(line):
            close()
            begin = hashes.end()
            stop = begin + len(_without_closing(line[begin:]))
            _element(text, f"h{len(hashes[1])}", start + begin, start + stop, writer)
        elif _RULE.match(line):
            close()
        elif not open_lines and (under := _line_under(text, lines, index)):
            close()
            _element(text, "h1" if under[0] == "=" else "h2", start, end, writer)
            index += 1
        elif not open_lines and line.isupper() and _is_followed(text, lines, index):
            _element(text, "h2", start, end, writer)
        elif _QUOTED.match(line) and (not open_lines or _begins_quote(text, lines, index)):
            close()
            index = _quote(text, lines, index, writer)
        elif index in marks and (
            items or not open_lines or _begins_list(text, lines, index, marks)
        ):
            close()
            if not items:
                writer.put("<ul>", start, start)
                items = True
            index = _item(text, lines, index, marks, writer)
        else:
            if items:
                writer.put("</ul>", start, start)
                items = False
            is_keyed = _KEYED.match(line) is not None
            next_key = bool(is_keyed and open_lines and _KEYED.match(text, open_lines[0][0]))
            if next_key or not open_lines:
                keyed = next_key or (keyed and is_keyed)
            if next_key or _opens_paragraph(text, lines, index, len(open_lines)):
                close()
            open_lines.append((start, end))
        index += 1
    close()
    if items:
        writer.put("</ul>", lines[-1][1], lines[-1][1])


def _line_under(text: str, lines: list[tuple[int, int]], index: int) -> str:
    """Return the line of signs that makes a line a heading, "" where there is none."""
    if index + 1 == len(lines):
        return ""
    found = _UNDERLINE.match(text[slice(*lines[index + 1])].rstrip("\n"))
    return found[1] if found else ""


def _table(text: str, rows: list[list[tuple[int, int]]], writer: MarkupWriter) -> None:
    start, end = rows[0][0][0], rows[-1][-1][1]
    writer.put('<table role="presentation">', start, start)
    for row in rows:
        writer.put("<tr>", row[0][0], row[0][0])
        for cell in row:
            _element(text, "td", *cell, writer)
        writer.put("</tr>", row[-1][1], row[-1][1])
    writer.put("</table>", end, end)


def _opens_paragraph(text: str, lines: list[tuple[int, int]], index: int, above: int) -> bool:
    """Tell whether a line stands further in than the sentence above it and than the line below it.

    So does the first line of a paragraph in a book. Where all but the first line stand further in, they
    belong to it. `above` is the number of lines of the paragraph so far.
    """
    start = lines[index][0]
    if not above or text[start] not in " \t":
        return False
    width = _width(text, start)
    before = lines[index - 1]
    if width < _width(text, before[0]) + 2 or not _SAID.search(text[slice(*before)]):
        return False
    return _width(text, lines[index + 1][0]) < width if index + 1 < len(lines) else above > 1


def _width(text: str, start: int) -> int:
    found = _BLANKS.match(text, start)
    return len(found[0].expandtabs(4)) if found else 0


def _without_closing(heading: str) -> str:
    """Return what a heading says, without signs that close it: of "Rest #", but not of "C#"."""
    heading = heading.rstrip()
    said = heading.rstrip("#")
    return said.rstrip() if said[-1:] in " \t" else heading


def _is_followed(text: str, lines: list[tuple[int, int]], index: int) -> bool:
    """Tell whether a line in capitals, a heading by its looks, stands right above its text."""
    if index + 1 == len(lines):
        return False
    line, after = text[slice(*lines[index])].strip(), text[slice(*lines[index + 1])].strip()
    goes_on = after.isupper() or after[0].islower()
    return len(line) > _SHORT_NAME and not goes_on and _looks_like_heading(line)


def _item(
    text: str,
    lines: list[tuple[int, int]],
    index: int,
    marks: dict[int, int],
    writer: MarkupWriter,
) -> int:
    """Write an item of a list, and return the number of its last line."""
    stop = index + 1
    while stop < len(lines) and stop not in marks and not _HASHES.match(text, lines[stop][0]):
        stop += 1
    _element(text, "li", marks[index], lines[stop - 1][1], writer)
    return stop - 1


def _item_marks(text: str, lines: list[tuple[int, int]]) -> dict[int, int]:
    """Return, for each line that looks like an item of a list, where what it says begins."""
    capitals = [i for i, (start, _) in enumerate(lines) if _CAPITAL.match(text, start)]
    if len(capitals) < 2 or text[slice(*lines[capitals[0]])].lstrip()[0] not in "AI":
        capitals = []  # initials of names
    marks = {i: found.end() for i in capitals if (found := _CAPITAL.match(text, lines[i][0]))}
    for i, (start, end) in enumerate(lines):
        if found := _BULLET.match(text, start, end):
            marks[i] = found.end()
    return marks


def _begins_list(
    text: str, lines: list[tuple[int, int]], index: int, marks: dict[int, int]
) -> bool:
    """Tell whether a line that looks like an item below other text is one, and not part of a sentence."""
    goes_on = text[marks[index]].islower() or text[marks[index]].isdigit()
    if not goes_on or index + 1 in marks or _ENDS.search(text[slice(*lines[index - 1])]):
        return True
    lead = _lead(text, lines[index][0], marks[index])
    if any(i > index and _lead(text, lines[i][0], at) == lead for i, at in marks.items()):
        return True
    hangs = index + 1 < len(lines) and _BLANKS.match(text, lines[index + 1][0])
    return bool(hangs and len(hangs[0]) > len(lead) - len(lead.lstrip()))


def _lead(text: str, start: int, end: int) -> str:
    """Return what stands before an item, without its number or letter: other items have the same."""
    return _WORD.sub("", text[start:end])


def _begins_quote(text: str, lines: list[tuple[int, int]], index: int) -> bool:
    """Tell whether a line behind `>` below other text is a quote, and no comparison."""
    goes_on = index + 1 < len(lines) and _QUOTED.match(text, lines[index + 1][0])
    return bool(goes_on or _ENDS.search(text[slice(*lines[index - 1])]))


def _quote(text: str, lines: list[tuple[int, int]], index: int, writer: MarkupWriter) -> int:
    """Write the lines of a quote, each behind its mark, and return the last one's number."""
    begin = None
    while index < len(lines) and (mark := _QUOTED.match(text, lines[index][0])):
        start, end = lines[index]
        if not text[mark.end() : end].strip():  # an empty line in the quote
            if begin is not None:
                _element(text, "blockquote", begin, start, writer)
            begin = None
        elif begin is None:
            begin = mark.end()
        index += 1
    if begin is not None:
        _element(text, "blockquote", begin, lines[index - 1][1], writer)
    return index - 1


def _element(text: str, tag: str, start: int, end: int, writer: MarkupWriter) -> None:
    writer.put(f"<{tag}>", start, end)
    at = read = start
    comments_end = text.rfind("-->", start, end)
    while match := _INLINE.search(text, read, end):
        read = match.end()
        if match[4] and comments_end < read:  # nothing ends it: it is text
            continue
        if match[6] and tag != "blockquote":
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
    """Write a link, an image, words in bold, or the line end and the mark within a quote."""
    start, end = match.span()
    if match[6]:
        writer.put("\n", start, end)
        return
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
    line = _BOLD.sub(r"\1", text.strip()).lstrip("¿¡")
    line = line.removesuffix(":") if line.isupper() else line
    if "\n" in line or len(line) > 90 or not line[:1].isalnum() or _FORM.search(line):
        return False
    words = line.split()
    if not any(c.isalpha() for c in line) or len(words) > 14 or _DATE.fullmatch(line):
        return False
    if line.endswith("?"):
        return True
    return _SENTENCE_END.search(line) is None and (line[0].isupper() or line[0].isdigit())
