"""Template syntax (Jinja, Liquid, Handlebars, Go, PHP, ERB) is neither text nor a fault.

It is masked before a page is parsed, character for character, so that no position moves: what
prints something becomes `UNKNOWN`, what only steers or comments becomes blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.patterns import compile_pattern

UNKNOWN = "\ufffc"  # OBJECT REPLACEMENT CHARACTER: something stands here that is not known yet
NOTHING = "\u2060"  # WORD JOINER: nothing stands here, and the line is not blank either

_OPENS = compile_pattern(r"\{(?:[{%#]|!!)|<%|<\?(?:php\b|=|\s)")
# How a piece of it begins and ends, and what it is; the first that fits counts.
_SYNTAX = tuple(
    (compile_pattern(begins), compile_pattern(ends), kind)
    for begins, ends, kind in (
        (r"\{\#", r"\#\}", "comment"),
        (r"\{%-?\s*comment\b", r"\{%-?\s*endcomment\s*-?%\}", "comment"),
        (
            r"\{%-?\s*(highlight|schema|javascript|stylesheet|style)\b",
            r"\{%-?\s*end(?:highlight|schema|javascript|stylesheet|style)\s*-?%\}",
            "comment",
        ),
        (r"\{\{[<%]\s*highlight\b", r"\{\{[<%]\s*/\s*highlight\s*[>%]\}\}", "comment"),
        (r"\{\{!--", r"--\}\}", "comment"),
        (r"\{\{!", r"\}\}", "comment"),
        (r"\{\{-?\s*/\*", r"\*/\s*-?\}\}", "comment"),
        (r"<%\#:?\s*(?=(?:Eval|Bind|Item|Container)\b)", r"%>", "printed"),
        (r"<%\#", r"%>", "comment"),
        (r"<%--", r"--%>", "comment"),
        (r"\{%", r"%\}", "liquid"),
        (r"\{!!", r"!!\}", "printed"),
        (r"\{\{\{", r"\}\}\}", "mustache"),
        (r"\{\{", r"\}\}", "mustache"),
        (r"<\?", r"\?>|\Z", "php"),
        (r"<%", r"%>", "erb"),
    )
)
_CONTROL = compile_pattern(
    r"""[{<]%[-=]?\s*(?:if|elif|elsif|else|elseif|endif|unless|endunless|for|endfor|case|when|endcase
      |block|endblock|extends|set|endset|assign|capture|endcapture|with|endwith|macro|endmacro|import|from
      |load|raw|endraw|verbatim|endverbatim|autoescape|endautoescape|filter|endfilter|spaceless|endspaceless
      |layout|paginate|endpaginate|tablerow|endtablerow|increment|decrement|break|continue|do|end|\}|while|each
      )\b""",
    re.VERBOSE,
)
_MUSTACHE_CONTROL = compile_pattern(
    r"\{\{(?:[<%]\s*/|[-~]?\s*(?:[#/^>]|else\b|if\b|end\b|range\b|with\b|define\b|block\b|\$\w+\s*:?=))"
)
_PHP_PRINTS = compile_pattern(
    r"""<\?= | \b(?:echo|print|printf|_e|the_\w+|get_\w+)\b
      | <\?(?:php)?\s+(?!(?:if|else|elseif|for|foreach|while|switch|case|declare|define|use|function)\b)
        [\w$>:\\-]++\s*\([^;{}?]*\)\s*+;?+\s*+\?>""",
    re.VERBOSE,
)
_ERB_PRINTS = compile_pattern(r"<%(?:[=:$]|-\s*[\w.@]++(?:\s*\([^%]*\))?\s*+;?+\s*+-?%>)")
_IN_ATTRIBUTE = compile_pattern(r"""=\s*(?:"[^"<>]*|'[^'<>]*)$""")
_ENDED = compile_pattern(r"[{<]%[-=~+]?\s*(?:end_?|/\s*)(\w+)|\{\{<\s*/\s*(\w+)")
_NAME = compile_pattern(
    r"""(?:[{<]%[-=~+]?|\{\{<)\s*(\w+)(?!\s*["'])"""
)  # `trans "text"` prints, `trans` opens
_TAG_NAME = compile_pattern(r"<(?!h$)[a-zA-Z][\w:-]*$", re.IGNORECASE)
_ATTRIBUTES_END = compile_pattern(r"[\s/>]|\{")
_LINE_GOES_ON = compile_pattern(r"[^\S\n]*[^\s]")
_TAG_GOES_ON = compile_pattern(r"[^<>]*>")
# Writers of Markdown give a paragraph or a mark attributes: {: .note} in Kramdown, which Jekyll uses,
# {.note #more lang=es} in Pandoc, Python-Markdown and others.
_ATTRIBUTES = compile_pattern(
    r"""(?<!\{)\{:(?::?/?(?=[\s.#a-zA-Z])[^{}\n]*|/)\}
    | (?<!\{)\{(?>[^\S\n]*(?:[.#][\w-]++|[a-zA-Z][\w:-]*+=(?:"[^"{}\n]*+"|'[^'{}\n]*+'|[^\s{}"'=]++)))++
      [^\S\n]*\}(?!\})""",
    re.VERBOSE,
)
_KRAMDOWN_COMMENT = compile_pattern(
    r"\{::comment\}(?:(?!\{::comment).)*?\{:/(?:comment)?\}", re.DOTALL
)
# Pandoc's way to give attributes to words: [very small]{.small}.
_SPAN = compile_pattern(r"(?<![!\]\\])\[([^\[\]\n]+)\](?=\{[^\S\n]*[.#a-zA-Z])")
# The reader of Markdown knows those of headings, and takes their names from them.
_HEADING = compile_pattern(r" {0,3}#{1,6}\s")
_UNDERLINE = compile_pattern(r" {0,3}(?:=+|-+)\s*$")
_ITEM = compile_pattern(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+")
_CONTENTS = compile_pattern(r"[ \t]*\{:[ \t]*toc\b")  # what stands above it is no text


_UNKNOWNS = compile_pattern(f"{UNKNOWN}+")


def shrunk(text: str) -> str:
    """Return a text in which all that a template prints at a place is one `UNKNOWN`."""
    return _UNKNOWNS.sub(UNKNOWN, text) if UNKNOWN in text else text


def _without_attributes(source: str) -> str:
    """Return `source`, of the same length, with blanks for lists of attributes outside headings."""
    if "{::comment" in source:
        source = _KRAMDOWN_COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source)
    lines = source.split("\n")
    for i, line in enumerate(lines):
        if "{" in line and not _HEADING.match(line):
            if i + 1 == len(lines) or not _UNDERLINE.match(lines[i + 1]):
                if i and _CONTENTS.match(line):
                    lines[i - 1] = " " * len(lines[i - 1])
                if "]{" in line:
                    line = _SPAN.sub(rf"{NOTHING}\1{NOTHING}", line)
                lines[i] = _ATTRIBUTES.sub(_blanked, line)
    return "\n".join(lines)


def _blanked(found: re.Match[str]) -> str:
    start, end = found.span()
    begins_item = _ITEM.fullmatch(found.string, 0, start)
    # Blanks before text would part it from what it belongs to, or make it code.
    is_kept = begins_item or found.string[end:].strip()
    return (NOTHING if is_kept else " ") * (end - start)


def mask(source: str, *, keep_lines: bool = False) -> str:
    """Return `source`, of the same length, with its template syntax masked.

    With `keep_lines` (Markdown) a line that opens with a mask keeps its indentation.
    """
    if keep_lines and "{" in source:
        source = _without_attributes(source)
    if _may_hold_directives(source):
        from plainlang.page.directives import without_directives

        source = without_directives(source, UNKNOWN)
    if not ("<%" in source or "<?" in source or ("{" in source and _OPENS.search(source))):
        return source
    ended = frozenset(name or other for name, other in _ENDED.findall(source))
    out: list[str] = []
    at = 0
    for start, end, kind in _pieces(source):
        out.append(source[at:start])
        out.append(_masked(source, start, end, kind, keep_lines, ended))
        at = end
    out.append(source[at:])
    return "".join(out)


def _may_hold_directives(source: str) -> bool:
    """Tell whether a source has one of the signs that `directives` looks closer at."""
    # One sign is looked for many times faster than two.
    return (
        ("{" in source and any(sign in source for sign in ("${", "#{", "={", '="{', "='{")))
        or ("|" in source and "*|" in source)
        or ("@" in source and any(sign in source for sign in ("@end", "@yield(", "@extends(")))
    )


def _pieces(source: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of each piece of template syntax in `source`."""
    unended: set[int] = set()  # what nothing ends here ends nowhere behind it either
    at = 0
    while opened := _OPENS.search(source, at):
        at = opened.start() + 1
        for number, (begins, ends, kind) in enumerate(_SYNTAX):
            if number not in unended and (begun := begins.match(source, opened.start())):
                if ended := ends.search(source, begun.end()):
                    at = ended.end()
                    yield opened.start(), at, kind
                    break
                unended.add(number)


def _masked(
    source: str, start: int, end: int, kind: str, keep_lines: bool, ended: frozenset[str]
) -> str:
    size = end - start
    prints = _prints(source[start:end], kind, ended)
    if not prints and kind != "comment":
        # In an attribute's value what stands between "if" and "endif" cannot be told.
        prints = _IN_ATTRIBUTE.search(_without(source[max(0, start - 300) : start])) is not None
    if prints:
        names_tag = source[max(0, start - 2) : start].endswith(("<", "</"))
        if names_tag and _TAG_GOES_ON.match(source, end):
            return "x" * size
        if _TAG_NAME.search(source, max(0, start - 20), start) and _ATTRIBUTES_END.match(
            source, end
        ):
            return " " + UNKNOWN * (size - 1)  # <div{{ attributes }}>
        return UNKNOWN * size
    if keep_lines and _opens_line(source, start) and _LINE_GOES_ON.match(source, end):
        return NOTHING * size
    return " " * size


def _without(source: str) -> str:
    """Return `source` without its template syntax."""
    kept, at = [], 0
    for start, end, _ in _pieces(source):
        kept.append(source[at:start])
        at = end
    return "".join((*kept, source[at:]))


def _opens_line(source: str, start: int) -> bool:
    """Tell whether only blanks stand before `start` in its line."""
    while start and source[start - 1] in " \t":
        start -= 1
    return not start or source[start - 1] == "\n"


def _prints(text: str, kind: str, ended: frozenset[str]) -> bool:
    """Tell whether a piece of template syntax puts something into the page."""
    if kind == "printed":
        return True
    if kind in ("liquid", "erb"):
        if kind == "erb" and _ERB_PRINTS.match(text) is None:
            return False
        name = _NAME.match(text)
        if name and (name[1] in ended or name[1].startswith("end")):
            return False
        return _CONTROL.match(text) is None
    if kind == "mustache":
        name = _NAME.match(text) or _NAME.match(text, 1)
        if name and name[1] in ended:
            return False
        return _MUSTACHE_CONTROL.match(text) is None or text.startswith("{{>")
    return kind == "php" and _PHP_PRINTS.search(text) is not None
