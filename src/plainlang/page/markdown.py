"""Markdown to HTML markup with a map back to the source.

pyromark says for every event which bytes it came from; each event becomes markup and a piece of the
map. A generated start tag comes from its whole construct, so that a finding about a link or an image
shows `[label](target)` or `![alt](file)`. (CommonMark 0.31; GitHub's tables, footnotes, task lists.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pyromark

from plainlang.page.containers import APART, Contained, contained
from plainlang.page.dialects import in_plain_markdown
from plainlang.page.front import front_matter, without
from plainlang.page.markup import Markup
from plainlang.page.offsets import align, character_offsets
from plainlang.page.sourcemap import normalise_newlines
from plainlang.page.template import mask
from plainlang.page.tree import escape
from plainlang.page.writer import MarkupWriter
from plainlang.patterns import compile_pattern

_O = pyromark.Options
_OPTIONS = (
    _O.ENABLE_TABLES
    | _O.ENABLE_FOOTNOTES
    | _O.ENABLE_STRIKETHROUGH
    | _O.ENABLE_TASKLISTS
    | _O.ENABLE_HEADING_ATTRIBUTES
)
# What opens and what closes a construct that takes no more than its name to write.
_TAGS = {name: (f"<{tag}>", f"</{tag}>") for name, tag in {
    "Paragraph": "p", "Emphasis": "em", "Strong": "strong", "Strikethrough": "del",
    "BlockQuote": "blockquote", "Table": "table", "TableHead": "tr", "TableRow": "tr",
    "DefinitionList": "dl", "DefinitionListTitle": "dt", "DefinitionListDefinition": "dd",
    "Superscript": "sup", "Subscript": "sub",
}.items()} | {
    "CodeBlock": ("<pre><code>", "</code></pre>"),
    "FootnoteDefinition": ('<div role="note">', "</div>"),
}  # fmt: skip
_NO_TAGS = ("", "")
# Tags that make all up to their end tag no markup: without one they would take in what is written here.
_SWALLOWS = compile_pattern(
    r"<(title|textarea|style|script|xmp|iframe|noembed|noframes|noscript|plaintext)\b",
    re.IGNORECASE,
)
# In lists of terms a colon and a blank stand before what each means. pyromark wants no blank there.
_MEANING = compile_pattern(r"^ {0,3}:[ \t]+\S", re.MULTILINE)
_NO_MEANING = compile_pattern(r"^ {0,3}:\S", re.MULTILINE)
_SLUG = compile_pattern(r"[^\w\- ]+")


def markdown_markup(source: str) -> Markup:
    """Return the `Markup` of a Markdown source."""
    text, newlines = normalise_newlines(source)
    bom = text[:1] == "\ufeff"
    body = text[bom:].replace("\0", "\ufffd")
    front = front_matter(body, is_markdown=True)
    read = contained(mask(without(body, front), keep_lines=True))
    read = read._replace(text=in_plain_markdown(read.text))
    writer = MarkupWriter()
    render = _Renderer(body, read, int(bom), writer)
    options = _OPTIONS
    if _MEANING.search(read.text) and not _NO_MEANING.search(read.text):
        options |= _O.ENABLE_DEFINITION_LIST
    for event, at in pyromark.events_with_range(read.text, options=options):
        render(event, at["start"], at["end"])
    return Markup(writer.markup(), writer.map(newlines), front)


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern that finds each of some words, the longest first; None for no words."""
    found = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)") if found else None


def _named(value: Any) -> tuple[str, Any]:
    """Return the name of a start or end tag, and what comes with it."""
    return next(iter(value.items())) if isinstance(value, dict) else (value, None)


class _Renderer:
    """Writes one event after the other."""

    def __init__(self, body: str, read: Contained, shift: int, writer: MarkupWriter) -> None:
        self.body = body
        self.source = read.text
        self.boxes = read.boxes
        self.marks = read.marks
        self.meanings = read.abbreviations
        self.short = _any_of(self.meanings)
        self.shift = shift
        self.at = character_offsets(read.text)
        self.writer = writer
        self.closing: list[str] = []
        self.image: list[tuple[str, int, int]] | None = None
        self.image_tag: tuple[dict[str, Any], int, int] | None = None
        self.depth = 0
        self.code = False
        self.head = False
        self.slugs: dict[str, int] = {}
        self.last_end_tags: dict[str, int] = {"plaintext": -1}  # nothing ends it
        self.heading: int | None = None  # which part of what is written is the open heading's tag

    def __call__(self, event: Any, start_byte: int, end_byte: int) -> None:
        start = self.at(start_byte) + self.shift
        end = self.at(end_byte) + self.shift
        if isinstance(event, str):
            self.simple(event, start, end)
            return
        ((kind, value),) = event.items()
        if kind == "Start":
            self.start(value, start, end)
        elif kind == "End":
            self.end(value, start, end)
        elif kind in ("Text", "Code"):
            self.words(value, start, end, kind == "Code")
        elif kind in ("Html", "InlineHtml"):
            if self.image is None:
                self.raw(value, start, end)

    def raw(self, value: str, start: int, end: int) -> None:
        """Write HTML as it stands; a tag that would swallow the rest of the page is text."""
        if start - self.shift in self.marks:
            self.title(value[len(APART) :], start + len(APART), end)
            return
        at = 0
        for tag in _SWALLOWS.finditer(value) if len(value) == end - start else ():
            if self.last_end_tag(tag[1].lower()) < start - self.shift + tag.start():
                self.writer.put(value[at : tag.start()], start + at, start + tag.start())
                at = value.find(">", tag.end()) + 1 or len(value)
                self.writer.text(value[tag.start() : at], start + tag.start(), start + at)
        self.writer.put(value[at:], start + at, end)

    def title(self, text: str, start: int, end: int) -> None:
        """Write the title of a box, a paragraph of its own; most have none."""
        if text.strip():
            self.writer.put("<p>", start, start)
            self.writer.text(text, start, end)
            self.writer.put("</p>", end, end)

    def last_end_tag(self, tag: str) -> int:
        """Return where the last end tag of its kind stands in the source, -1 for none."""
        if tag not in self.last_end_tags:
            ends = re.finditer(rf"</{tag}\b", self.source, re.IGNORECASE)
            self.last_end_tags[tag] = max((match.start() for match in ends), default=-1)
        return self.last_end_tags[tag]

    def simple(self, event: str, start: int, end: int) -> None:
        if self.image is not None:
            self.image.append((" ", start, end))
        elif event == "SoftBreak":
            self.writer.put("\n", start, end)
        elif event == "HardBreak":
            self.writer.put("<br>", start, end)
        elif event == "Rule":
            self.writer.put("<hr>", start, end)

    def words(self, text: str, start: int, end: int, is_code: bool) -> None:
        if self.image is not None:
            self.image.append((text, start, end))
        elif is_code:
            self.writer.put("<code>", start, end)
            self.code_words(text, start, end)
            self.writer.put("</code>", end, end)
        elif self.code and len(text) == end - start:
            self.writer.text(self.body[start - self.shift : end - self.shift], start, end)
        elif self.short and len(text) == end - start:
            self.abbreviated(self.short, text, start)
        else:
            self.writer.text(text, start, end)

    def abbreviated(self, short: re.Pattern[str], text: str, start: int) -> None:
        """Write words in which each abbreviation says what the page says that it means."""
        at = 0
        for match in short.finditer(text):
            a, b = start + match.start(), start + match.end()
            self.writer.text(text[at : match.start()], start + at, a)
            self.writer.put(f'<abbr title="{escape(self.meanings[match[0]])}">', a, a)
            self.writer.text(match[0], a, b)
            self.writer.put("</abbr>", b, b)
            at = match.end()
        self.writer.text(text[at:], start + at, start + len(text))

    def code_words(self, text: str, start: int, end: int) -> None:
        """Write the text of a code span as it is written; it may run over lines or hold the escape `\\|`."""
        raw = self.source[start - self.shift : end - self.shift]
        lead = len(raw) - len(raw.lstrip("`"))
        stretches = align(text, raw.replace("\n", " "), lead, len(raw) - lead)
        if stretches is None:
            self.writer.text(text, start, end)
            return
        for a, b, at in stretches:
            begin, end = start + at, start + at + b - a
            self.writer.text(self.body[begin - self.shift : end - self.shift], begin, end)

    def start(self, value: Any, start: int, end: int) -> None:
        name, data = _named(value)
        if self.image is not None:
            self.depth += 1
            return
        put = self.writer.put
        if name != "Heading":
            start, end = self.bare(start, end)
        if name == "Heading":
            identity = data.get("id") or "\u2063"  # replaced by the slug when the heading is known
            self.heading = len(self.writer.parts)
            whole = self.source[start - self.shift : end - self.shift].rstrip()  # its line end
            tag = f'<{data["level"].lower()} id="{escape(identity)}">'
            put(tag, start, start + len(whole))
        elif name == "Link":
            self.link(data, start, end)
        elif name == "Image":
            self.image, self.image_tag, self.depth = [], (data, start, end), 0
        elif name == "List":
            tag = "div" if start - self.shift in self.boxes else "ul" if data is None else "ol"
            self.closing.append(tag)
            put(f"<{tag}>", start, end)
        elif name == "Item":
            is_box = start - self.shift in self.boxes
            self.closing.append("div" if is_box else "li")
            put('<div role="note">' if is_box else "<li>", start, end)
        elif name == "TableCell":
            put("<th>" if self.head else "<td>", start, end)
        else:
            self.head = self.head or name == "TableHead"
            self.code = name == "CodeBlock"
            put(_TAGS.get(name, _NO_TAGS)[0], start, end)

    def bare(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of a construct without the blanks and the line's end at its edges."""
        while end > start and self.source[end - self.shift - 1] in " \n":
            end -= 1
        while start < end and self.source[start - self.shift] == " ":
            start += 1
        return start, end

    def end(self, value: Any, start: int, end: int) -> None:
        name, data = _named(value)
        if self.image is not None:
            if name == "Image" and self.depth == 0:
                self.finish_image()
            else:
                self.depth -= 1
            return
        put = self.writer.put
        if name == "Heading":
            self.name_heading()
            put(f"</{data.lower()}>", end, end)
        elif name == "Link":
            put("</a>", end, end)
        elif name in ("List", "Item"):
            put(f"</{self.closing.pop()}>", end, end)
        elif name == "TableCell":
            put("</th>" if self.head else "</td>", end, end)
        else:
            self.head = self.head and name != "TableHead"
            self.code = False
            put(_TAGS.get(name, _NO_TAGS)[1], end, end)

    def name_heading(self) -> None:
        """Give a heading the id that GitHub would, so that links to it are found."""
        index = self.heading
        if index is None or "\u2063" not in (tag := self.writer.parts[index]):
            return
        words = re.sub(r"<[^>]*>", "", "".join(self.writer.parts[index + 1 :]))
        slug = _SLUG.sub("", words.lower()).strip().replace(" ", "-")
        count = self.slugs.get(slug, 0)
        self.slugs[slug] = count + 1
        self.writer.replace(
            index, tag.replace("\u2063", escape(f"{slug}-{count}" if count else slug))
        )

    def destination(self, url: str, start: int, end: int) -> tuple[int, int]:
        """Find a link's target inside its construct, so that findings can point at it."""
        at = self.source.rfind(url, start - self.shift, end - self.shift) if url else -1
        return (at + self.shift, at + self.shift + len(url)) if at >= 0 else (start, end)

    def link(self, data: dict[str, Any], start: int, end: int) -> None:
        put = self.writer.put
        url = str(data["dest_url"])
        if data.get("link_type") == "Collapsed":
            end = min(end + 2, len(self.source) + self.shift)  # the range stops before its "[]"
        if data.get("link_type") == "Email" and not url.startswith("mailto:"):
            url = f"mailto:{url}"
        put('<a href="', start, end)
        put(escape(url), *self.destination(url, start, end))
        self.close_tag(data, start, end)

    def close_tag(self, data: dict[str, Any], start: int, end: int) -> None:
        """Write the end of a link's or an image's start tag, with its title."""
        if data.get("title"):
            self.writer.put('" title="', start, end)
            self.writer.put(escape(str(data["title"])), start, end)
        self.writer.put('">', start, end)

    def finish_image(self) -> None:
        data, start, end = self.image_tag or ({}, 0, 0)
        texts = self.image or []
        self.image = None
        put = self.writer.put
        url = str(data.get("dest_url", ""))
        put('<img src="', start, end)
        put(escape(url), *self.destination(url, start, end))
        put('" alt="', start, end)
        for text, a, b in texts:
            self.writer.text(text, a, b)
        self.close_tag(data, start, end)
