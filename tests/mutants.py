"""The same markup written in other ways: what it says, and what is wrong with it, must not change.

Every mutation takes a source and returns one that a browser makes the same of, but for ids and places.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_TAG = re.compile(r"<[a-zA-Z/](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_ATTRIBUTE = re.compile(r"""(?<=\s)([\w:-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_MARKUP = re.compile(
    r"(<!--.*?-->|<!?[a-zA-Z/](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|&[#\w]+;)", re.DOTALL
)
_CODE = re.compile(
    r"(<!--.*?-->|<(?:style|script)\b.*?</(?:style|script)>)", re.DOTALL | re.IGNORECASE
)
_NEEDS_QUOTES = re.compile(r"[\s\"'=<>`]|/$|^$")
_PROSE = (
    "<h2>Before you come</h2><p>Eat and drink as you like. Bring your list of medicines.</p>" * 12
)


def _in_markup(source: str, change: Callable[[str], str]) -> str:
    """Change what is no style, script or comment."""
    parts = _CODE.split(source)
    return "".join(p if i % 2 else change(p) for i, p in enumerate(parts))


def _in_tags(source: str, change: Callable[[str], str]) -> str:
    return _in_markup(source, lambda text: _TAG.sub(lambda m: change(m[0]), text))


def _with_values(source: str, written: Callable[[str, str], str]) -> str:
    """Write each attribute anew; `written(name, value)` gets the value as it stands, without quotes."""

    def change(tag: str) -> str:
        return _ATTRIBUTE.sub(lambda m: written(m[1], m[2].strip(m[2][0]) if m[2][0] in "\"'" else m[2]), tag)  # fmt: skip

    return _in_tags(source, change)


def shouted(source: str) -> str:
    """Tag and attribute names in upper case."""

    def shout(tag: str) -> str:
        parts = re.split(r"(\"[^\"]*\"|'[^']*'|=[^\s\"'>]+)", tag)
        return "".join(p if p[:1] in ("'", '"', "=") else p.upper() for p in parts)

    return _in_tags(source, shout)


def single_quoted(source: str) -> str:
    return _with_values(source, lambda n, v: f"{n}='{v.replace(chr(39), '&#39;')}'")


def double_quoted(source: str) -> str:
    return _with_values(source, lambda n, v: f'{n} = "{v.replace(chr(34), "&quot;")}"')


def unquoted(source: str) -> str:
    def written(name: str, value: str) -> str:
        quote = "'" if '"' in value else '"'
        return f"{name}={quote}{value}{quote}" if _NEEDS_QUOTES.search(value) else f"{name}={value}"

    return _in_tags(_with_values(source, written), lambda tag: re.sub(r"/>$", " >", tag))


def with_references(source: str) -> str:
    """Every third letter and digit as a character reference, in text and in values."""

    def spelled(text: str) -> str:
        return "".join(f"&#x{ord(c):x};" if c.isalnum() and i % 3 == 1 else c for i, c in enumerate(text))  # fmt: skip

    def value(name: str, text: str) -> str:
        plain = "&" in text or name.lower() == "srcdoc"
        return f'{name}="{text if plain else spelled(text).replace(chr(34), "&quot;")}"'

    def text(markup: str) -> str:
        parts = _MARKUP.split(markup)
        return "".join(p if i % 2 else spelled(p) for i, p in enumerate(parts))

    return _in_markup(_with_values(source, value), text)


def without_end_tags(source: str) -> str:
    """Without the end tags that may be left out, and without those at the end."""
    source = re.sub(r"</(?:li|option|td|tr|th|dt|dd)>", "", source, flags=re.IGNORECASE)
    return re.sub(r"(?:\s*</(?:html|body|div|p|section|main|nav|a|button|span|h1|h2)>)+\s*$", "", source)  # fmt: skip


def on_many_lines(source: str) -> str:
    """Each attribute on a line of its own, lines that end in CR LF."""
    broken = _in_tags(source, lambda tag: re.sub(r"\s+(?=[\w:-]+=)", "\n\t", tag))
    return broken.replace("\n", "\r\n")


def with_comments(source: str) -> str:
    """A comment after the start tag of what is named by its content."""
    opened = re.compile(
        r"(<(?:a|button|h1|h2|summary|span|p|label)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)", re.IGNORECASE
    )  # fmt: skip
    return _in_markup(source, lambda text: opened.sub(r"\1<!-- note -->", text))


def with_other_ids(source: str) -> str:
    for name in set(re.findall(r"\bid=[\"']?([\w-]+)", source)):
        uses = rf"((?:id|for|aria-\w+|usemap|list|name|href)=[\"']?#?(?:[\w-]+ )*){re.escape(name)}(?=[\"'\s>])"
        source = re.sub(uses, rf"\1part-{name}-2", source)
        source = re.sub(rf"#{re.escape(name)}(?![\w-])", f"#part-{name}-2", source)
    return source


def reworded(source: str) -> str:
    """Other words for the same: each one backwards, in text and in the attributes that speak."""

    def turned(text: str) -> str:
        return re.sub(r"(?<![&#\w])[a-zA-Z]{2,}(?!\w*;)", lambda m: m[0][::-1].capitalize() if m[0].istitle() else m[0][::-1], text)  # fmt: skip

    def value(name: str, text: str) -> str:
        speaks = name.lower() in ("alt", "aria-label", "title", "placeholder", "value")
        return f'{name}="{(turned(text) if speaks else text).replace(chr(34), "&quot;")}"'

    def text(markup: str) -> str:
        parts = _MARKUP.split(markup)
        return "".join(p if i % 2 else turned(p) for i, p in enumerate(parts))

    return _in_markup(_with_values(source, value), text)


def body_of(source: str) -> str:
    """Return what a page shows: its style sheets and its body."""
    head, body, shown = re.split(r"(<body[^>]*>)", source, maxsplit=1, flags=re.I) if re.search(r"<body\b", source, re.I) else ("", "", source)  # fmt: skip
    if not body:
        shown = re.sub(r"<(?:!doctype|/?html|/?head|meta)[^>]*>|<title>.*?</title>", "", shown, flags=re.I | re.S)  # fmt: skip
    return "".join(_CODE.findall(head)) + re.sub(r"</body>.*", "", shown, flags=re.I | re.S)


def in_a_long_page(source: str) -> str:
    body = body_of(source)
    return f"<!doctype html><html lang=en><title>Your visit</title>{_PROSE}{body}{_PROSE}"


def deeper(source: str) -> str:
    return f"<!doctype html><html lang=en><title>Your visit</title><main><div><div>{body_of(source)}</div></div></main>"


def in_markdown(source: str) -> str:
    """The body as raw HTML in Markdown."""
    lines = (line.strip() for line in body_of(source).splitlines())
    return f"# Your visit\n\n- one\n- two\n\n{' '.join(lines)}\n\nSee you *soon*.\n"


# Those that keep a page a page.
REWRITTEN = (shouted, single_quoted, double_quoted, unquoted, with_references, without_end_tags, on_many_lines,
             with_comments, with_other_ids)  # fmt: skip
# Those that take its body elsewhere.
MOVED = (in_a_long_page, deeper, in_markdown)
