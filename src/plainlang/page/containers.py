"""What writers put around Markdown: boxes with a title, tabs, alerts, and lines for the site generator.

No reader of CommonMark knows these. So each is written anew, sign for sign, as what has the same
parts: a box becomes an item of a list, which `Contained` tells apart from real ones.
(Python-Markdown's admonitions and abbreviations, PyMdown's tabs and blocks, Pandoc's, Docusaurus's and
VitePress's fenced containers, MyST's directives, alerts of GitHub and Obsidian, imports of MDX.)
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from plainlang.page.template import NOTHING
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

APART = "<?>"  # it stands on a line of its own, and nothing is shown of it

_MAY_HOLD = compile_pattern(
    r"""^[ \t>]*(?: :::|///|!!!|\?\?\?|===|\[!|\[+_?toc|(?:`{3,}|~{3,})\{|\*\[|import[ {'"*]|export[ ]|;*--8<--
        |<[a-z][^<>\n]*[ ]markdown[ =>] ) | \{/\*""",
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_CODE = compile_pattern(
    r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?P<fence>`{3,}+(?=[^`]*$)|~{3,}+)(?P<info>[^\n]*)$"
)
_BOX = compile_pattern(
    r"""(?P<indent>[ \t]*)(?: (?:!!!|\?\?\?\+?)[ \t]*(?=["\w])[\w -]*+(?:"(?P<title>[^"\n]*)")?
      | ===[+!]*[ \t]*"(?P<tab>[^"\n]+)" )[ \t]*$""",
    re.VERBOSE,
)
_QUOTES = compile_pattern(r"(?: {0,3}> ?)*")
_FENCE = compile_pattern(
    r"""[ \t>]*+(?P<sign>:{3,}+|/{3,}+(?=[ \t]*+(?:[a-zA-Z][\w-]*+[ \t]*+)?+(?:[|{]|$)))[ \t]*+(?:\{(?P<name>[^}\n]*+)\}|[a-zA-Z][\w-]*+)?+[ \t]*+(?:\|[ \t]*)?+
        (?:\[(?P<label>[^\]\n]*+)\]|(?P<title>[^\s{:][^{\n]*+))?+[ \t]*+(?:\{[^}\n]*+\})?+[ \t:]*+$""",
    re.VERBOSE,
)
_ALERT = compile_pattern(
    r"[ \t>]*>[ \t]?(?P<mark>\[!)[a-zA-Z][\w-]*\][+-]?(?![(\[:])[ \t]*(?P<title>[^\n]*)$"
)
_CONTENTS = compile_pattern(r"[ \t>]*\[(?:toc|\[_?toc_?\])\][ \t]*$", re.IGNORECASE)
_ABBREVIATION = compile_pattern(r" {0,3}\*\[[ \t]*+(?P<short>[^\]\n]+)\]:[ \t]*(?P<long>\S[^\n]*)$")
_IMPORT = compile_pattern(
    r"""import[ \t]++(?:[\w$*{},\s]+?[ \t]from[ \t]++)?(["'])[^"'\n]+\1[ \t]*+;?+[ \t]*+$ | [ \t]*;*--8<--""",
    re.VERBOSE,
)
_EXPORT = compile_pattern(
    r"export[ \t]+(?:(?:const|let|var)[ \t]+\w+[ \t]*=|(?:default[ \t]+)?(?:async|class|function)\b|default[ \t]*[({])"
)
# A tag that lets Markdown stand in it, though no blank line follows.
_OPEN_TAG = compile_pattern(
    r"""([ \t]*<[a-zA-Z][\w-]*(?:[ \t][^<>]{0,500}?)?)([ \t]markdown(?:=["']?(?:1|block|true)?["']?)?)[ \t]*>[ \t]*$"""
)
_COMMENT = compile_pattern(r"\{/\*.*?\*/\}", re.DOTALL)
_DIRECTIVE = compile_pattern(
    r"""\{(?:admonition|attention|caution|danger|error|hint|important|note|seealso|tip|warning|card|dropdown
        |grid-item-card|sidebar|tab-item|topic)\}[ \t]*(?P<title>[^\n]*)$
      | \{(?:epigraph|figure|grid|grid-item|highlights|margin|pull-quote|tab-set)\}[^\n]*$""",
    re.VERBOSE,
)
_OPTION = compile_pattern(r"[ \t>]*:[\w-]+:(?:[ \t][^\n]*)?$")


_NONE: Mapping[str, str] = {}  # nobody writes to it


class Contained(NamedTuple):
    """A text of the same length that CommonMark can read.

    `boxes` are the places of list marks that stand for boxes, `marks` those of `APART`, and
    `abbreviations` are those that the page explains for a reader's pointer, each with its meaning.
    """

    text: str
    boxes: frozenset[int] = frozenset()
    marks: frozenset[int] = frozenset()
    abbreviations: Mapping[str, str] = _NONE


def contained(source: str) -> Contained:
    """Return `source` with what stands around its Markdown written as Markdown."""
    if _MAY_HOLD.search(source) is None:
        return Contained(source)
    stop = source.rfind("*/}") + 3  # behind it, nothing ends a comment
    source = _COMMENT.sub(_nothing, source[:stop]) + source[stop:] if stop > 2 else source
    return _Lines(source).contained()


def _nothing(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", NOTHING, found[0])


class _Lines:
    """Rewrites one line after the other; a line keeps its length."""

    def __init__(self, source: str) -> None:
        self.lines = source.split("\n")
        self.at = 0
        self.boxes: set[int] = set()
        self.marks: set[int] = set()
        self.abbreviations: dict[str, str] = {}
        self.code = ""  # the fence of the code that is open
        self.directives: list[str] = []  # those of the directives that are open
        self.in_options = False  # of a directive
        self.in_script = False

    def contained(self) -> Contained:
        for number, line in enumerate(self.lines):
            self.lines[number] = self.rewritten(number, line)
            self.at += len(line) + 1
        return Contained(
            "\n".join(self.lines), frozenset(self.boxes), frozenset(self.marks), self.abbreviations
        )

    def rewritten(self, number: int, line: str) -> str:
        if self.in_options and _OPTION.match(line):
            return " " * len(line)
        self.in_options = False
        if fence := _CODE.match(line):
            return self.fenced(line, fence)
        if self.code:
            return line
        marks = _QUOTES.match(line)[0] if ">" in line else ""  # type: ignore[index]
        if (box := _BOX.match(line, len(marks))) and self.has_body(number, box["indent"], marks):
            place = box.end("indent")
            self.boxes.add(self.at + place)
            return line[:place] + "+ " + self.apart(box, place + 2, "title", "tab")
        if fence := _FENCE.match(line):
            name = fence["name"] or ""
            self.in_options = name[:1].isalpha()
            if not (fence["label"] or fence["title"]) or name in ("figure", "image"):
                return re.sub(r"[^>]", " ", line)
            start = fence.start("sign")
            return line[:start] + self.apart(fence, start, "label", "title")
        if alert := _ALERT.match(line):
            return line[: alert.start("mark")] + self.apart(alert, alert.start("mark"), "title")
        if tag := _OPEN_TAG.match(line):
            return f"{tag[1]}>\n".ljust(len(line))
        if self.in_script or _EXPORT.match(line):
            self.in_script = bool(line.strip())
            return " " * len(line)
        if _CONTENTS.match(line) or _IMPORT.match(line):
            return re.sub(r"[^>]", " ", line)
        if abbreviation := _ABBREVIATION.match(line):
            self.abbreviations[abbreviation["short"].strip()] = abbreviation["long"].strip()
            return " " * len(line)
        return line

    def fenced(self, line: str, fence: re.Match[str]) -> str:
        """Note where code begins and ends; the fences of a directive, which holds text, are blank."""
        sign = fence[1]
        if self.code:
            if not fence["info"].strip() and sign.startswith(self.code):
                self.code = ""
        elif self.directives and not fence["info"].strip() and sign.startswith(self.directives[-1]):
            self.directives.pop()
            return re.sub(r"[^>]", " ", line)
        elif directive := _DIRECTIVE.match(line, fence.end(1)):
            self.directives.append(sign)
            self.in_options = True
            start = fence.start(1)
            if (directive["title"] or "").strip():
                return line[:start] + self.apart(directive, start, "title")
            return line[:start] + " " * (len(line) - start)
        else:
            self.code = sign
        return line

    def apart(self, found: re.Match[str], start: int, *titles: str) -> str:
        """Return the line from `start` on with nothing but its title, which stands by itself."""
        self.marks.add(self.at + start)
        line = found.string
        out = APART.ljust(len(line) - start)
        for title in titles:
            if found[title]:
                at, end = found.span(title)
                out = out[: at - start] + line[at:end] + out[end - start :]
        return out

    def has_body(self, number: int, indent: str, marks: str) -> bool:
        """Tell whether the next line that is not blank stands further in, as a box's text does.

        `marks` are those of the quote that the box stands in.
        """
        for next_one in range(number + 1, len(self.lines)):
            line = self.lines[next_one]
            if not line.startswith(marks.rstrip()):
                return False
            if (line := line[len(marks) :]).strip():
                wide = line.expandtabs(4)
                return len(wide) - len(wide.lstrip()) >= len(indent.expandtabs(4)) + 4
        return False
