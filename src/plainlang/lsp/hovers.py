"""What an editor tells about a place: the meaning of a term, the rule that is broken there.

Makes Markdown or plain text; knows no protocol.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from plainlang.checks.terms.uses import lexicon_for
from plainlang.findings import Finding, Span
from plainlang.language.subtags import primary
from plainlang.language.terms.lexicon import Entry, with_kept_name
from plainlang.lsp.documents import Checked
from plainlang.records import NamedTuple
from plainlang.reports.markup import markdown_text
from plainlang.resources import rules_folder
from plainlang.rules.model import Rule
from plainlang.standards import CRITERIA, criterion_name, rule_url

_RULE_NAME = re.compile(r"[a-z][a-z0-9/-]+")


class Told(NamedTuple):
    """What is told of a place: the text, and the source span that it is about."""

    text: str
    span: Span


class _Style(NamedTuple):
    """How text is written: as it is, or for Markdown."""

    markdown: bool

    def plain(self, text: str) -> str:
        return markdown_text(text) if self.markdown else text

    def strong(self, text: str) -> str:
        return f"**{self.plain(text)}**" if self.markdown else text

    def link(self, text: str, url: str) -> str:
        return f"[{self.plain(text)}]({url})" if self.markdown else f"{text} ({url})"


def hover(checked: Checked, offset: int, *, markdown: bool = True) -> Told | None:
    """Return what there is to tell about an offset: a term first, then findings, narrowest first."""
    style = _Style(markdown)
    parts: list[Told] = []
    if (named := _named_rule(checked, offset)) is not None:
        parts.append(Told(rule_text(named[0], style), named[1]))
    if (term := term_at(checked, offset)) is not None:
        entry, span, language = term
        said = checked.source[span.start : span.end]
        parts.append(Told(_term_text(entry, said, language, style), span))
    parts.extend(
        Told(_finding_text(f, checked.rules.get(f.rule), style), f.span)
        for f in findings_at(checked, offset)
    )
    if not parts:
        return None
    line = "\n\n---\n\n" if markdown else "\n\n"
    return Told(line.join(p.text for p in parts), parts[0].span)


def findings_at(checked: Checked, offset: int) -> list[Finding]:
    """Return the findings at an offset, the narrowest first."""
    there = [
        f for f in checked.findings if f.span.start <= offset < max(f.span.end, f.span.start + 1)
    ]
    return sorted(there, key=lambda f: f.span.end - f.span.start)


def term_at(checked: Checked, offset: int) -> tuple[Entry, Span, str] | None:
    """Return the term of the word lists at an offset, its span and its language."""
    page = checked.page
    for block in page.blocks:
        if not block.span.start <= offset < block.span.end:
            continue
        language = block.language or page.language
        lexicon = lexicon_for(language, checked.config.settings)
        for match in lexicon.find(block.text):
            span = block.locate(*match.span)
            if span.start <= offset < span.end and (entry := lexicon.get(match.term)) is not None:
                return entry, span, language
    return None


def _named_rule(checked: Checked, offset: int) -> tuple[Rule, Span] | None:
    """Return the rule that a suppression at the offset names."""
    for text, span in checked.page.comments:
        if "plainlang-" not in text or not span.start <= offset < span.end:
            continue
        for name in _RULE_NAME.finditer(checked.source, span.start, span.end):
            if name.start() <= offset < name.end() and name[0] in checked.rules:
                return checked.rules[name[0]], Span(*name.span())
    return None


def _term_text(entry: Entry, said: str, language: str, style: _Style) -> str:
    spanish = primary(language) == "es"
    means, write = ("significa", "Escriba") if spanish else ("means", "Write")
    lines = [f"{style.strong(entry.term)} {means}: {style.plain(entry.definition)}."]
    if entry.plain and entry.plain != entry.definition:
        plain = with_kept_name(entry.plain, said, language)
        lines.append(f"{write}: {style.strong(plain)}")
    return "\n\n".join(lines)


def _finding_text(finding: Finding, rule: Rule | None, style: _Style) -> str:
    lines = [style.strong(finding.message), style.plain(finding.why), style.plain(finding.how)]
    if finding.needs_review:
        lines.append("A person must decide if this is a fault.")
    if rule is not None:
        lines.append(_source_line(rule, style))
    return "\n\n".join(line for line in lines if line)


def rule_text(rule: Rule, style: _Style) -> str:
    """Return what a rule is about, without the words of one finding."""
    title = rule.id.replace("-", " ")
    title = title[:1].upper() + title[1:]
    return "\n\n".join([style.strong(title), style.plain(rule.why), _source_line(rule, style)])


def _source_line(rule: Rule, style: _Style) -> str:
    return " · ".join([style.link(rule.id, documentation(rule)), *_standards(rule, style)])


def _standards(rule: Rule, style: _Style) -> Iterator[str]:
    for number in rule.references.get("wcag", ()):
        if number in CRITERIA:
            yield style.link(f"WCAG {criterion_name(number)}", CRITERIA[number].url)


def documentation(rule: Rule) -> str:
    """Return where a rule is explained: its page, or its own file when it is not plainlang's."""
    path = Path(rule.path)
    if rule.path and path.is_absolute() and not path.is_relative_to(rules_folder()):
        return path.as_uri()
    return rule_url(rule.id)
