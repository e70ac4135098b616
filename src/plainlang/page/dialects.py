"""What dialects of Markdown write within a line, and CommonMark shows as it stands.

The signs give way to `NOTHING`, sign for sign, so that the words are read as their readers see them;
what only the site generator knows becomes `UNKNOWN`. Code is left alone.
(Wiki links, comments, marks and block ids of Obsidian; CriticMarkup; roles of MyST; notes and raised
or lowered letters of Pandoc; values in braces of JSX.)
"""

from __future__ import annotations

import re

from plainlang.page.template import NOTHING, UNKNOWN
from plainlang.patterns import compile_pattern

_MAY_HOLD = compile_pattern(
    r"""\[\[ | \{(?:\+\+|--|~~|==|>>) | \}`|== | %% | \^\[ | ={ | \{\.\.\. | <[A-Z]\w*\.
      | \w[~^]\w | [ ]\^\w | ^\([\w.-]+\)=""",
    re.VERBOSE | re.MULTILINE,
)
_MAY_BE_MYST = compile_pattern(
    r"^\([\w.-]+\)=[ \t]*$|^[ \t>]*`{3,}\{|\{[a-z][\w:-]*\}`", re.MULTILINE
)
_SOME = r"(?:[^{}\n]|\n(?![ \t]*\n))*?"  # within a paragraph, up to the next brace
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\}"
_SIGNS = compile_pattern(
    rf"""(?P<left> (?<![^\n])[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?P<fence>`{{3,}}|~{{3,}})[^\n]*
             (?:\n[\s\S]*?(?:(?<=\n)[ \t>]*(?P=fence)[`~]*[ \t]*(?![^\n])|\Z)|\Z)
          | (?<!`)(?P<ticks>`+)(?!`)
              (?:[^`\n]++|\n(?![ \t]*\n)|(?!(?P=ticks)(?!`))`++)++(?P=ticks)
          | <!--(?:[^-]++|-(?!->))*+(?:-->|\Z) | \\[^\w\s] | \]\([^()\s]* | \bhttps?://[^\s<>]+ | <https?:[^<>\s]*> )
      | (?P<role>\{{(?P<name>[a-zA-Z][\w:.+-]*)\}}(?P<quote>`+))(?P<said>[^`\n]*?[^`\s])
          (?P<target>\s*<[^<>`]*>)?[ \t]*(?P=quote)
      | (?P<embed>!\[\[[^\[\]\n]+\]\])(?!\()
      | (?<![!\]\[])\[\[(?P<page>[^\[\]|\n]+?\\?\|)?(?P<label>(?=[^\[\]|\n]*[^\W\d_])[^\[\]|\n]++)\]\](?![(\[{{])
      | \{{\+\+(?P<added>{_SOME})\+\+\}} | \{{==(?P<marked>{_SOME})==\}}
      | \{{~~[^{{}}~]*+~>(?P<new>{_SOME})~~\}}
      | (?P<gone>\{{--{_SOME}--\}} | \{{>>{_SOME}<<\}} | (?<![\w%])(?<!\d[ ])%%[^%\n]+%%
          | (?<![^\n])%%[ \t]*\n[^%]*?\n%%[ \t]*(?![^\n]) | (?<=[ ])\^(?=[\w-]*[a-z])[\w-]{{4,}}[ \t]*(?![^\n]))
      | (?<![\w=])==(?P<bright>(?![\s=])[^=\n]+?(?<!\s))==(?![\w=])
      | (?P<note>\^)(?=\[[^\[\]\n]+\](?!\())
      | (?<=[^\W_])(?P<raise>[~^])(?P<small>[\w+-]{{1,8}})(?P=raise)(?!~)
      | (?P<tag><[a-zA-Z][\w.-]*(?:\s+(?:[\w:-]+(?:=(?:"[^"]*+"|'[^']*+'|{_BRACES}|[^\s"'<>{{}}]++))?
          |{_BRACES}))++\s*/?> | </?[A-Z]\w*\.[\w.]+\s*/?>)
    """,
    re.VERBOSE,
)
_KEPT = ("said", "label", "added", "marked", "new", "bright", "small")
# What stands in these is the name of a part; the words that readers see stand there, or nowhere here.
_NAMES = frozenset("ref doc numref eq any cite math footcite download".split())
_PROGRAM = frozenset("code kbd file samp command program option envvar literal".split())
_VALUE = compile_pattern(rf"\s(?:[\w:-]+=)?{_BRACES}")
_DOTTED = compile_pattern(r"(?<=[<\w])\.(?=\w)")
_DEFINED = compile_pattern(r"^[ \t>]*\[([^\[\]\n]+)\]:", re.MULTILINE)
_LINE = compile_pattern(r"^(?:\([\w.-]+\)=|%(?=[ \t]|$)[^\n]*)[ \t]*$", re.MULTILINE)


def in_plain_markdown(source: str) -> str:
    """Return `source`, of the same length, with the words that readers of a dialect see."""
    if _MAY_HOLD.search(source) is None:
        return source
    if _MAY_BE_MYST.search(source):
        source = _LINE.sub(lambda found: " " * len(found[0]), source)
    defined = frozenset(label.casefold() for label in _DEFINED.findall(source))
    return _SIGNS.sub(lambda found: _shown(found, defined), source)


def _shown(found: re.Match[str], defined: frozenset[str]) -> str:
    """Return what stands for a sign; `defined` are the labels of links whose addresses stand elsewhere."""
    whole = found[0]
    if found["left"] is not None:
        return whole
    if found["role"]:
        return _role(found)
    if found["note"]:
        return " "
    if found["tag"]:
        return _tag(whole)
    if found["label"] and found["label"].casefold() in defined:
        return whole  # a link in square brackets
    start = found.start()
    for name in _KEPT:
        if found[name] is not None:
            a, b = found.span(name)
            return _nothing(whole[: a - start]) + found[name] + _nothing(whole[b - start :])
    return _nothing(whole)


def _nothing(text: str) -> str:
    return "".join("\n" if sign == "\n" else NOTHING for sign in text)


def _role(found: re.Match[str]) -> str:
    """Return what a role shows: its words, what it names, or code."""
    whole, name = found[0], found["name"].lower()
    if name in _PROGRAM or ":" in name:
        size = len(name) + 2
        return NOTHING * size + whole[size:]
    if name in _NAMES and found["target"] is None and " " not in found["said"]:
        return UNKNOWN * len(whole)
    before = NOTHING * len(found["role"])
    return before + found["said"] + _nothing(whole[len(before) + len(found["said"]) :])


def _tag(whole: str) -> str:
    """Return a tag that CommonMark knows as one: no values in braces, and no dot in its name."""
    plain = _VALUE.sub(lambda value: re.sub(r"[^\n]", " ", value[0]), whole)
    head, blank, rest = plain.partition(" ")
    return _DOTTED.sub("-", head) + blank + rest
