"""Front matter: what a page tells a site generator before its first line (YAML, TOML or JSON).

Nobody reads it on the page. Only its title and language are taken; it is not read in full.
"""

import re

from plainlang.page.markup import Front
from plainlang.patterns import compile_pattern

# A fence at the very start, and a first line that names a value: else it is a rule above a text. Below a
# blank line only a name as programs write it counts: "Warning: …" may be all that a rule stands above.
_FENCED = compile_pattern(
    r"""\s*(?:
      ---[^\S\n]*\w*[^\S\n]*\n (?P<yaml> (?:[^\S\n]*\#[^\n]*\n)*+
        (?: (?:["']?\w[^\n:]*:(?:\s[^\n]*)?\n|\{|(?=---|\.\.\.)) | (?:[^\S\n]*(?:\#[^\n]*)?\n)++ ["']?[a-z][\w.-]*+["']?: )
        .*?) ^(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)
      | \+\+\+[^\S\n]*\n (?P<toml> (?:[^\S\n]*(?:\#[^\n]*)?\n)* (?:["']?\w[^\n=]*=[^\n]*\n|\[|(?=\+\+\+))
        .*?) ^\+\+\+[^\S\n]*(?:\n|\Z)
    )""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
# What a line of YAML that is not indented can begin with.
_YAML_LINE = compile_pattern(r"""["']?[\w$][^\n:]*:(?:\s|$)|[-#{}\[\]\s]|$""")
_JSON = compile_pattern(r'\s*\{\s*"[^"\n]*"\s*:.*?^\}[^\S\n]*(?:\n|\Z)', re.MULTILINE | re.DOTALL)
_VALUE = compile_pattern(
    r"""^(?:[ \t]*")?(?P<key>lang|language|locale|title)"?[ \t]*[:=][ \t]*(?:
        "(?P<double>(?:[^"\\\n]|\\.)*)" | '(?P<single>(?:[^'\n]|'')*)'
      | [>|][+-]?[ \t]*(?P<folded>(?:\n[ \t]+[^\n]*)+)
      | (?P<plain>[^\s"'>|\#][^\n]*) )[ \t]*(?:,|[ \t]\#[^\n]*)?$""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_COMMENT = compile_pattern(r"[ \t]#")
_TABLE = compile_pattern(r"^\[", re.MULTILINE)
_PANDOC = compile_pattern(  # title, authors and date
    r"%[ \t]+(?P<title>\S[^\n]*)\n(?:[ \t]+\S[^\n]*\n|%[^\n]*\n)*(?=[ \t]*\n|\Z)"
)
_TAG = compile_pattern(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def front_matter(text: str, *, is_markdown: bool = False) -> Front:
    """Return the front matter that `text` opens with; one that ends at 0 when there is none.

    Pandoc's title block is one in Markdown alone.
    """
    if is_markdown and text[:1] == "%" and (block := _PANDOC.match(text)):
        return Front(block.end(), None, block["title"].strip())
    found = _FENCED.match(text)
    yaml = (found["yaml"] or "") if found else ""
    found = found or _JSON.match(text)
    if found is None or not all(map(_YAML_LINE.match, yaml.split("\n"))):
        return Front()
    body = found[0]
    if found.lastgroup == "toml":
        body = _TABLE.split(body, 1)[0]
    language = title = None
    for value in _VALUE.finditer(body):
        said = _said(value)
        if value["key"].lower() == "title":
            title = title or said or None
        elif language is None and _TAG.fullmatch(said):
            language = said.replace("_", "-")
    return Front(found.end(), language, title)


def without(text: str, front: Front) -> str:
    """Return `text`, of the same length and lines, with blanks for its front matter."""
    if not front.end:
        return text
    lines = text[: front.end].split("\n")
    return "\n".join(" " * len(line) for line in lines) + text[front.end :]


def _said(value: re.Match[str]) -> str:
    if value["double"] is not None:
        return re.sub(r"\\(.)", r"\1", value["double"]).strip()
    if value["single"] is not None:
        return value["single"].replace("''", "'").strip()
    if value["folded"] is not None:
        return " ".join(value["folded"].split())
    plain: str = _COMMENT.split(value["plain"], 1)[0]
    return " ".join(plain.split()).removesuffix(",")
