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


def mask(source: str, *, keep_lines: bool = False) -> str:
    """Return `source`, of the same length, with its template syntax masked.

    With `keep_lines` (Markdown) a line that opens with a mask keeps its indentation.
    """
    if "{{" not in source and "{%" not in source and "{#" not in source and "<?" not in source:
        if "<%" not in source:
            return source
    return _TEMPLATE.sub(lambda m: _masked(m, source, keep_lines), source)


def _masked(match: re.Match[str], source: str, keep_lines: bool) -> str:
    text = match[0]
    kind = match.lastgroup
    if kind == "liquid" or kind == "erb":
        prints = _CONTROL.match(text) is None and (kind == "liquid" or text.startswith("<%="))
    elif kind == "mustache":
        prints = _MUSTACHE_CONTROL.match(text) is None or text.startswith("{{>")
    elif kind == "php":
        prints = _PHP_PRINTS.search(text) is not None
    else:
        prints = False
    start = match.start()
    if not prints and kind != "comment":
        # In an attribute's value what stands between "if" and "endif" cannot be told.
        prints = _IN_ATTRIBUTE.search(source, max(0, start - 300), start) is not None
    if prints:
        return _fill(text, UNKNOWN)
    line = source.rfind("\n", 0, start) + 1
    if keep_lines and not source[line:start].strip():
        end = source.find("\n", match.end())
        if source[match.end() : end if end >= 0 else len(source)].strip():
            return _fill(text, NOTHING)
    return _fill(text, " ")


def _fill(text: str, character: str) -> str:
    if "\n" not in text:
        return character * len(text)
    return "\n".join(character * len(line) for line in text.split("\n"))
