"""Check that every character of every block leads back to its place in the source.

    python scripts/check_positions.py [FOLDER...] [--show 20]

Reads all pages under the folders (default: ../shared/pages). The text that a place stands for is
decoded here a second time, from the source alone and by other means than plainlang's own. Prints the
pages, blocks, characters and stretches read, and the share that is right; exits 1 when one is wrong.
"""

from __future__ import annotations

import argparse
import html
import random
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from plainlang.errors import PageError
from plainlang.page import Page, read_page
from plainlang.page.decode import decode
from plainlang.page.model import Block
from plainlang.page.read import format_of

PAGES = Path(__file__).parents[2] / "shared" / "pages"
UNKNOWN = "\ufffc"
STRETCHES = 12  # a block, besides the whole

INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # no reader sees them
BLANKS = re.compile(r"[ \t\n\r\f]+")
BREAK = re.compile(r"<br\b[^>]*>", re.IGNORECASE)
UNREAD = re.compile(
    r"<!--(?:>|->|.*?(?:--!?>|\Z))"
    r"|<(script|style|template|iframe|noscript|svg|math|object|video|audio|canvas|select|datalist)\b.*?</\1\s*>"
    r"|<[?!][^>]*>|</[^a-zA-Z][^>]*>",
    re.IGNORECASE | re.DOTALL,
)
HIDDEN = re.compile(
    r"""<(\w+)\b[^>]*?(?:\shidden\b|aria-hidden\s*=\s*["']?true|display\s*:\s*none)[^>]*>.*?</\1\s*>""",
    re.IGNORECASE | re.DOTALL,
)
TAG = re.compile(r"""</?[a-zA-Z](?:[^>"'=]|=\s*"[^"]*"|=\s*'[^']*'|["'=])*>""")
TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<%.*?%>|<\?.*?(?:\?>|\Z)", re.DOTALL)
AUTOLINK = re.compile(r"<([a-zA-Z][\w+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>")
QUOTE = re.compile(r"\n(?:[ \t]*>)+[ \t]?")
PARTED = re.compile(r"([-\u2010])\r?\n[ \t]*(?=[^\W\d_])")
CODE = re.compile(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)", re.DOTALL)
ENTITY = re.compile(r"&#?\w+;")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# What Markdown writes between two letters that readers see one after the other.
MARKS = re.compile(
    r"!\[(?:[^\]\\]|\\.)*\](?:\([^)]*\)|\[[^\]]*\])?"  # an image is a block of its own
    r"|\[\^[^\]]*\]"  # the mark of a footnote
    r"|\]\((?:[^()]|\([^()]*\))*\)|\]\[[^\]]*\]|[*_~`\[\]<>|\\#]|\{[#.][^}]*\}",
)


def collapse(text: str) -> str:
    return BLANKS.sub(" ", INVISIBLE.sub("", text)).strip(" ")


def read_html(source: str, *, tags: bool = True) -> str:
    """Return the text that a stretch of HTML shows, blanks not collapsed."""
    if tags and "<" in source:
        source = BREAK.sub(" ", TAG.sub(_keep_break, HIDDEN.sub("", UNREAD.sub("", source))))
    return html.unescape(source).replace("\0", "\ufffd")


def _keep_break(match: re.Match[str]) -> str:
    return match[0] if BREAK.match(match[0]) else ""


def read_attribute(source: str) -> str:
    """Return what an attribute's value says: references without semicolon often are none there."""
    return re.sub(r"&(?:#\w+|\w+;|\w+(?![\w=]));?", lambda m: html.unescape(m[0]), source)


def read_markdown(source: str) -> str:
    return html.unescape(ESCAPE.sub(r"\1", source)).replace("\0", "\ufffd")


def without_marks(text: str) -> str:
    return collapse(MARKS.sub("", TAG.sub(_keep_break, text)))


class Reader(NamedTuple):
    """How a block's places are read: a character alone, and a stretch; what is compared of it.

    A stretch has several readings where it does not say whether it begins inside of code.
    """

    character: Callable[[str], str]
    stretch: Callable[[str], tuple[str, ...]]
    compared: Callable[[str], str] = collapse


def reader_of(page: Page, block: Block) -> Reader:
    if page.format == "text":
        return Reader(str, text_readings, without_marks)
    if page.format == "markdown":
        if block.kind == "code":
            return Reader(str, lambda s: (QUOTE.sub("\n", s), read_html(s)))
        return Reader(read_markdown, markdown_readings, without_marks)
    if block.kind == "alt":
        return Reader(read_attribute, lambda s: (read_attribute(s),))
    tags = block.kind not in ("title", "field") and block.node.tag not in ("xmp", "plaintext")
    return Reader(
        lambda s: read_html(s, tags=tags),
        lambda s: (read_html(s, tags=tags),),
    )


def text_readings(source: str) -> tuple[str, ...]:
    """Return what a stretch of text says if a hyphen at a line's end parts two words, ties them, or is none."""
    return source, PARTED.sub(r"\1", source), PARTED.sub("", source)


def markdown_readings(source: str) -> tuple[str, ...]:
    """Return what a stretch of Markdown says, if it begins as words and if it begins inside of code."""
    plain = QUOTE.sub("\n", source)
    before, tick, rest = plain.partition("`")
    return _markdown(plain), before + tick + _markdown(rest)


def _markdown(source: str) -> str:
    plain = ESCAPE.sub(lambda m: _guard(m[1]), CODE.sub(_guard_code, source))
    plain = AUTOLINK.sub(r"\1", plain)
    plain = BREAK.sub(" ", TAG.sub(_keep_break, HIDDEN.sub("", UNREAD.sub("", plain))))
    plain = MARKS.sub("", ENTITY.sub(lambda m: _guard(html.unescape(m[0])), plain))
    return re.sub("[\ue000-\ue07f]", lambda m: chr(ord(m[0]) - 0xE000), plain)


def _guard_code(match: re.Match[str]) -> str:
    return _guard(match[2].replace("\\|", "|"))


def _guard(text: str) -> str:
    """Write ASCII signs as private-use characters, so that they are taken for no markup."""
    return re.sub("[!-/:-@\\[-`{-~]", lambda m: chr(ord(m[0]) + 0xE000), text)


def is_right(character: str, source: str, read: Callable[[str], str]) -> bool:
    """Tell whether `source` is what says `character`."""
    if source == character or read(source) == character:
        return True
    if source.startswith("&") and len(source) > 1 and character in read(source):
        return True  # a few entities stand for two characters
    if character not in " \n" or not source:
        return False
    plain = TAG.sub(" ", BREAK.sub("\n", TEMPLATE.sub(" ", UNREAD.sub(" ", source))))
    return not html.unescape(plain).replace("\\\n", "\n").replace(">", "").strip(" \t\n\r\f")


def stretches(block: Block) -> Iterator[tuple[int, int]]:
    """Yield the whole block and a sample of stretches of it, the same at every run."""
    size = len(block.text)
    yield 0, size
    chosen = random.Random(size * 1_000_003 + block.pieces[0].source_start)
    for _ in range(min(STRETCHES, size - 1)):
        start = chosen.randrange(size)
        yield start, chosen.randint(start + 1, min(size, start + 80))


class Counts:
    def __init__(self) -> None:
        self.pages = self.blocks = self.characters = self.stretches = self.skipped = 0
        self.wrong: list[str] = []

    def check(self, page: Page) -> None:
        self.pages += 1
        templates = [m.span() for m in TEMPLATE.finditer(page.source)]
        for block in page.blocks:
            self.blocks += 1
            read = reader_of(page, block)
            last = -1
            for i, character in enumerate(block.text):
                span = block.locate(i, i + 1)
                source = page.source[span.start : span.end]
                self.characters += 1
                if character == UNKNOWN and any(a <= span.start < b for a, b in templates):
                    continue
                if not is_right(character, source, read.character):
                    self.add(page, block, i, character, source)
                elif span.start < last:
                    self.add(page, block, i, character, f"out of order: {source}")
                last = span.start
            for i, j in stretches(block):
                self.stretch(page, block, i, j, read, templates)

    def stretch(
        self,
        page: Page,
        block: Block,
        i: int,
        j: int,
        read: Reader,
        templates: list[tuple[int, int]],
    ) -> None:
        span = block.locate(i, j)
        if any(a < span.end and span.start < b for a, b in templates):
            self.skipped += 1
            return
        self.stretches += 1
        text = read.compared(block.text[i:j])
        readings = read.stretch(page.source[span.start : span.end])
        if not any(read.compared(reading) == text for reading in readings):
            self.add(page, block, i, text, readings[0])

    def add(self, page: Page, block: Block, at: int, text: str, source: str) -> None:
        place = page.position(block.locate(at, at + 1).start)
        where = f"{page.path}:{place.line}:{place.column}"
        self.wrong.append(f"{where} {block.kind}\n  text   {text!r}\n  source {source!r}")


def pages_under(folders: list[Path]) -> Iterator[Page]:
    for folder in folders:
        files = sorted(folder.rglob("*")) if folder.is_dir() else [folder]
        for path in files:
            if not path.is_file() or format_of(path.name) is None:
                continue
            try:
                text = decode(path.read_bytes()).text
            except PageError as error:
                print(f"{path}: {error}", file=sys.stderr)
                continue
            yield read_page(text, str(path))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[PAGES])
    parser.add_argument("--show", type=int, default=20, help="how many misses to print")
    options = parser.parse_args()
    counts = Counts()
    for page in pages_under(options.folders):
        counts.check(page)
    for miss in counts.wrong[: options.show]:
        print(miss)
    checked = counts.characters + counts.stretches
    print(
        f"{counts.pages} pages, {counts.blocks:,} blocks, {counts.characters:,} characters and "
        f"{counts.stretches:,} stretches ({counts.skipped:,} with template output left out): "
        f"{len(counts.wrong):,} wrong, {100 * (1 - len(counts.wrong) / max(1, checked)):.4f} % right"
    )
    sys.exit(bool(counts.wrong) or not checked)


if __name__ == "__main__":
    main()
