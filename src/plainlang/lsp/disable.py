"""Where the comment goes that keeps one rule quiet about one place, and nothing else.

Each place is tried: the comment must cover the finding and leave the page's text as it was. Returns
edits; changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from plainlang.findings import Edit, Finding, Span
from plainlang.page import Page, read_page
from plainlang.suppress import apply, read_suppressions

_REASON = "say why"  # for the writer to put words in its place
_OWN = frozenset({"invalid-suppression", "unused-suppression"})  # rules about such comments


def disabling_edit(page: Page, finding: Finding) -> Edit | None:
    """Return the edit that disables a finding's rule at its place, None when there is none.

    It puts in a `plainlang-disable-next` comment, as near as it can, else one for the whole file.
    """
    if finding.rule in _OWN:
        return None
    before = _shape(page)
    for edit in _candidates(page, finding):
        if _works(page, edit, finding, before):
            return edit
    return None


def _candidates(page: Page, finding: Finding) -> Iterator[Edit]:
    comment = f"<!-- plainlang-disable-next {finding.rule}: {_REASON} -->"
    if page.format == "html":
        for start in _start_tags(page, finding.span.start):
            yield _before_tag(page.source, start, comment)
    else:
        yield from _lines_before(page, finding.span.start, comment)
    whole = f"<!-- plainlang-disable-file {finding.rule}: {_REASON} -->"
    starts = [b.span.start for b in page.blocks[:1]]
    if page.format == "html":
        starts = [page.start_tag(n).start for n in page.nodes("*") if n.source_location]
    top = _line_start(page.source, min(starts, default=0))
    end = _newline(page.source)
    yield Edit(Span(top, top), f"{whole}{end}")
    yield Edit(Span(top, top), f"{whole}{end}{end}")


def _start_tags(page: Page, offset: int) -> Iterator[int]:
    """Yield where the elements around an offset start, the innermost first."""
    spans = {page.span(n) for n in page.nodes("*") if n.source_location is not None}
    around = [s for s in spans if s.start <= offset < s.end]
    yield from sorted({s.start for s in around}, reverse=True)


def _before_tag(source: str, start: int, comment: str) -> Edit:
    """Return the edit that puts a comment before a tag, on a line of its own when the tag starts one."""
    indent = source[_line_start(source, start) : start]
    after = "" if indent.strip() else f"{_newline(source)}{indent}"
    return Edit(Span(start, start), comment + after)


def _lines_before(page: Page, offset: int, comment: str) -> Iterator[Edit]:
    """Yield edits that put a comment on a line before the block, then before its whole passage."""
    source = page.source
    inside = [b.span for b in page.blocks if b.span.start <= offset < b.span.end]
    line = _line_start(source, inside[-1].start if inside else offset)
    end = _newline(source)
    text = source[line:]
    quote = text[: len(text) - len(text.lstrip(" \t>"))]
    # Under the item of a list above, so that the list stays one; then as the block itself stands.
    yield Edit(Span(line, line), f"{quote}  {comment}{end}")
    yield Edit(Span(line, line), f"{quote}{comment}{end}")
    passage = source.rfind("\n\n", 0, line) + 2 if "\n\n" in source[:line] else 0
    yield Edit(Span(passage, passage), f"{comment}{end}")
    yield Edit(Span(passage, passage), f"{comment}{end}{end}")


def _works(page: Page, edit: Edit, finding: Finding, before: list[tuple[str, str]]) -> bool:
    start, text = edit.span.start, edit.text
    source = page.source[:start] + text + page.source[start:]
    after = read_page(source, page.path, language=page.language)
    shift = len(text) if finding.span.start >= start else 0
    span = Span(finding.span.start + shift, finding.span.end + shift)
    suppressions, _ = read_suppressions(after, (finding.rule,))
    fresh = [s for s in suppressions if start <= s.span.start < start + len(text)]
    covered = bool(apply([finding._replace(span=span)], fresh, ())[1])
    return covered and _shape(after) == before


def _shape(page: Page) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in page.blocks]


def _line_start(source: str, offset: int) -> int:
    return max(source.rfind("\n", 0, offset), source.rfind("\r", 0, offset)) + 1


def _newline(source: str) -> str:
    return "\r\n" if "\r\n" in source else "\n"
