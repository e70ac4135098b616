"""Template syntax without marks of its own: values in braces, and Blade's lines behind `@`.

It is told by where it stands, so that no other text is taken for it. (JSX, Svelte, Smarty, Fluid:
`alt={text}`, `alt="{$text}"`; Laravel's Blade: `@if ($old)`.)
"""

from __future__ import annotations

import re

from plainlang.patterns import compile_pattern

# What JSP, FreeMarker, Thymeleaf and others print, and the names that Mailchimp fills in.
_EXPRESSION = compile_pattern(r"[$#]\{[^{}\n]*+\}|\*\|[A-Z][A-Z0-9_:]{2,}+\|\*")
# A value that is all in braces; what `{{`, `{%` and `{#` open is masked elsewhere.
_VALUE = compile_pattern(
    r"""=(["']?)(?P<value>\{(?![{%\#])(?:[^{}\n]|\{[^{}\n]*+\})*+\})\1(?=[\s/>])"""
)
_VALUES = compile_pattern(r""""[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*+\})*+\}""")
_LONGEST_TAG = 4_000  # characters: each value looks back to where its tag opens
_OPENINGS = ("={", '="{', "='{")
_NAME = compile_pattern(
    r"[\s\"'](?:alt|title|lang|href|src|value|label|placeholder|id|for|htmlFor|aria-[a-z]+)$"
)
_AT = r"(?<![\w.@/])@"  # of no e-mail address
_END = r"end(?:if|foreach|for|forelse|while|section|unless|isset|empty|auth|guest|push|component|slot|switch|php|can|error|once)(?![\w.@-])"
_IS_BLADE = compile_pattern(rf"{_AT}(?:{_END}|extends\(|yield\()")
_BLADE = compile_pattern(
    rf"""{_AT}(?:(?P<prints>yield|lang|include\w*|json|choice|each|stack|trans)|(?!media|supports|container|import)\w+)
        [ \t]*+\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*+\))*+\))*+\)
      | {_AT}(?:{_END}|else|csrf|parent|stop|show|append|php|auth|guest|empty|default|break|continue|once)\b""",
    re.VERBOSE,
)


# Programs and styles have such signs of their own; one that nothing closes goes on to the end.
PROGRAM = compile_pattern(
    r"<(?P<tag>script|style)\b.*?(?:</(?P=tag)\s*>|\Z)", re.IGNORECASE | re.DOTALL
)


def without_directives(source: str, printed: str) -> str:
    """Return `source`, of the same length, with `printed` for each sign of what is unknown."""
    parts: list[str] = []
    at = 0
    for program in PROGRAM.finditer(source):
        parts += (_without(source[at : program.start()], printed), program[0])
        at = program.end()
    return "".join((*parts, _without(source[at:], printed)))


def _without(source: str, printed: str) -> str:
    if "${" in source or "#{" in source or "*|" in source:
        source = _EXPRESSION.sub(lambda found: printed * len(found[0]), source)
    if "@" in source and _IS_BLADE.search(source):
        source = _BLADE.sub(
            lambda found: (printed if found["prints"] else " ") * len(found[0]), source
        )
    if any(opening in source for opening in _OPENINGS):
        source = _VALUE.sub(lambda found: _filled(found, printed), source)
    return source


def _filled(found: re.Match[str], printed: str) -> str:
    text, start = found.string, found.start()
    if _NAME.search(text, max(0, start - 20), start) is None:
        return found[0]
    opening = text.rfind("<", max(0, start - _LONGEST_TAG), start)
    tag = _VALUES.sub("", text[opening:start]) if opening >= 0 else ""
    if not tag[1:2].isalpha() or ">" in tag:  # it stands in a text on such code
        return found[0]
    return f"={found[1]}{printed * len(found['value'])}{found[1]}"
