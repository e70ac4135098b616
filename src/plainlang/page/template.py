"""Template syntax (Jinja, Liquid, Handlebars, Go, PHP, ERB) is neither text nor a fault.

It is masked before a page is parsed, character for character, so that no position moves: what
prints something becomes `UNKNOWN`, what only steers or comments becomes blank.
"""

from __future__ import annotations

import re

UNKNOWN = "\ufffc"  # OBJECT REPLACEMENT CHARACTER: something stands here that is not known yet
NOTHING = "\u2060"  # WORD JOINER: nothing stands here, and the line is not blank either

_TEMPLATE = re.compile(
    r"""
    (?P<comment>\{\#.*?\#\} | \{%-?\s*comment\b.*?%\}.*?\{%-?\s*endcomment\s*-?%\} | \{\{!--.*?--\}\}
      | \{\{!.*?\}\} | \{\{-?\s*/\*.*?\*/\s*-?\}\} | <%\#.*?%> | <%--.*?--%>)
  | (?P<liquid>\{%.*?%\})
  | (?P<mustache>\{\{\{.*?\}\}\} | \{\{.*?\}\})
  | (?P<php><\?(?:php\b|=).*?(?:\?>|\Z))
  | (?P<erb><%.*?%>)
    """,
    re.VERBOSE | re.DOTALL,
)
_CONTROL = re.compile(
    r"""[{<]%[-=]?\s*(?:if|elif|elsif|else|elseif|endif|unless|endunless|for|endfor|case|when|endcase
      |block|endblock|extends|set|endset|assign|capture|endcapture|with|endwith|macro|endmacro|import|from
      |load|raw|endraw|verbatim|endverbatim|autoescape|endautoescape|filter|endfilter|spaceless|endspaceless
      |layout|paginate|endpaginate|tablerow|endtablerow|increment|decrement|break|continue|do|end|\}|while|each
      )\b""",
    re.VERBOSE,
)
_MUSTACHE_CONTROL = re.compile(
    r"\{\{[-~]?\s*(?:[#/^>]|else\b|if\b|end\b|range\b|with\b|define\b|block\b|template\b|\$\w+\s*:?=)"
)
_PHP_PRINTS = re.compile(r"<\?=|\b(?:echo|print|printf|_e|the_\w+|get_\w+)\b")
_IN_ATTRIBUTE = re.compile(r"""=\s*(?:"[^"<>]*|'[^'<>]*)$""")
_ENDED = re.compile(r"[{<]%[-=~+]?\s*end_?(\w+)")
_NAME = re.compile(r"""[{<]%[-=~+]?\s*(\w+)(?!\s*["'])""")  # `trans "text"` prints, `trans` opens
_TAG_GOES_ON = re.compile(r"[^<>]*>")
# Kramdown, which Jekyll writes pages in, gives a paragraph or a mark attributes: {: .note}
_ATTRIBUTES = re.compile(r"\{:(?=[\s.#a-zA-Z])[^{}\n]*\}")


def mask(source: str, *, keep_lines: bool = False) -> str:
    """Return `source`, of the same length, with its template syntax masked.

    With `keep_lines` (Markdown) a line that opens with a mask keeps its indentation.
    """
    if keep_lines and "{:" in source:
        source = _ATTRIBUTES.sub(lambda m: " " * len(m[0]), source)
    if "{{" not in source and "{%" not in source and "{#" not in source and "<?" not in source:
        if "<%" not in source:
            return source
    ended = frozenset(_ENDED.findall(source))
    return _TEMPLATE.sub(lambda m: _masked(m, source, keep_lines, ended), source)


def _masked(match: re.Match[str], source: str, keep_lines: bool, ended: frozenset[str]) -> str:
    text = match[0]
    start = match.start()
    prints = _prints(text, match.lastgroup or "", ended)
    if not prints and match.lastgroup != "comment":
        # In an attribute's value what stands between "if" and "endif" cannot be told.
        before = _TEMPLATE.sub("", source[max(0, start - 300) : start])
        prints = _IN_ATTRIBUTE.search(before) is not None
    if prints:
        names_tag = source[max(0, start - 2) : start].endswith(("<", "</"))
        if names_tag and _TAG_GOES_ON.match(source, match.end()):
            return "x" * len(text)
        return UNKNOWN * len(text)
    line = source.rfind("\n", 0, start) + 1
    if keep_lines and not source[line:start].strip():
        end = source.find("\n", match.end())
        if source[match.end() : end if end >= 0 else len(source)].strip():
            return NOTHING * len(text)
    return " " * len(text)


def _prints(text: str, kind: str, ended: frozenset[str]) -> bool:
    """Tell whether a piece of template syntax puts something into the page."""
    if kind in ("liquid", "erb"):
        if kind == "erb" and not text.startswith("<%="):
            return False
        name = _NAME.match(text)
        if name and (name[1] in ended or name[1].startswith("end")):
            return False
        return _CONTROL.match(text) is None
    if kind == "mustache":
        return _MUSTACHE_CONTROL.match(text) is None or text.startswith("{{>")
    return kind == "php" and _PHP_PRINTS.search(text) is not None
