"""Source to Page: one path for HTML, Markdown and plain text.

Every format is first HTML markup with a map back to the source; the markup is parsed once.
"""

from __future__ import annotations

from typing import Any

from plainlang.page.blocks import build_blocks
from plainlang.page.css.styles import Styles
from plainlang.page.decode import decode
from plainlang.page.formats import Format, format_of
from plainlang.page.html import parse
from plainlang.page.language import contradicting_language, is_marked, primary_language
from plainlang.page.markup import Markup
from plainlang.page.model import Block, Page
from plainlang.page.sourcemap import normalise_newlines
from plainlang.page.template import NOTHING, mask
from plainlang.page.xhtml import is_xhtml, with_end_tags
from plainlang.patterns import compile_pattern


def read_page(
    source: str,
    path: str = "page.html",
    *,
    language: str | None = None,
    notes: tuple[str, ...] = (),
) -> Page:
    """Read decoded source text into a Page.

    `path` tells the format by its ending (HTML when it says nothing); `language` is used where the
    page declares none. A page whose words are surely in another language than it declares is read in
    that of its words.
    """
    format_ = format_of(path) or "html"
    markup = _markup(source, path, format_)
    parsed = parse(markup.html)
    root = parsed.tree.select_one("html")
    declared = _declared_language(root)
    styles = Styles(parsed.tree, parsed.roots)
    blocks = build_blocks(parsed, markup.html, markup.map, styles)
    if "absolute" in markup.html:
        from plainlang.page.set_lines import with_joined_lines

        blocks = with_joined_lines(blocks, styles)
    told = contradicting_language(parsed.tree, blocks, declared) if declared else None
    declared = declared or markup.front.language
    spoken = told or declared or language or primary_language(blocks)
    if told:
        blocks = [b if is_marked(b) else _with_language(b, told) for b in blocks]
    blocks = [b if b.language else _with_language(b, spoken) for b in blocks]

    return Page(
        path=path,
        source=source,
        format=format_,
        is_document=parsed.is_document and format_ == "html",
        language=spoken,
        declared_language=declared,
        tree=parsed.tree,
        markup=markup.html,
        map=markup.map,
        blocks=tuple(blocks),
        comments=tuple((text, markup.map.span(start, end)) for text, start, end in parsed.comments),
        notes=notes,
        has_front_matter=markup.front.end > 0,
        facts={"title": markup.front.title},
        roots=parsed.roots,
        styles=styles,
    )


def page_of(data: bytes, path: str, *, language: str | None = None) -> Page:
    """Decode the bytes of a page, and read it; its notes say what had to be guessed.

    Raises:
        PageError: the bytes are no text.
    """
    decoded = decode(data, path)
    return read_page(decoded.text, path, language=language, notes=decoded.notes)


def _with_language(block: Block, language: str) -> Block:
    # `_replace` takes twice as long, and each block of a page comes here.
    text, kind, region, node = block.text, block.kind, block.region, block.node
    pieces, marks, heading, level = block.pieces, block.marks, block.heading, block.level
    return Block(text, kind, region, language, pieces, marks, heading, level, node)


def _markup(source: str, path: str, format_: Format) -> Markup:
    if format_ == "html":
        text, sources = normalise_newlines(source)
        clean = text.replace("\0", NOTHING)  # no browser shows it
        if clean[:1] == "\ufeff":
            clean = " " + clean[1:]
        if clean[:9].lstrip()[:1] not in ("-", "+", "{"):
            clean = mask(clean)
            if is_xhtml(clean, path):
                return Markup(*with_end_tags(clean, sources))
            return Markup(clean, sources)
        from plainlang.page.front import front_matter, without

        front = front_matter(clean)
        return Markup(mask(without(clean, front)), sources, front)
    if format_ == "markdown":
        from plainlang.page.markdown import markdown_markup

        return markdown_markup(source)
    from plainlang.page.text import text_markup

    return text_markup(source)


_TAG = compile_pattern(r"^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$")


def _declared_language(root: Any) -> str | None:
    if root is None:
        return None
    for name in ("lang", "xml:lang"):
        value = (root.attr(name) or "").strip()
        if _TAG.match(value):
            return value.replace("_", "-")
    return None
