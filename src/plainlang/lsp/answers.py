"""What a check gave, in the words of the protocol: diagnostics, hovers, code actions.

Turns one into the other; keeps nothing and asks nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path

from plainlang.errors import PlainlangError
from plainlang.findings import Edit, Finding, Severity, Span
from plainlang.fixes import apply_fixes
from plainlang.lsp.disable import disabling_edit
from plainlang.lsp.documents import Checked
from plainlang.lsp.hovers import documentation, hover
from plainlang.lsp.places import Place, Ruler

SOURCE = "plainlang"
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{SOURCE}"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


def range_of(span: Span, ruler: Ruler) -> types.Range:
    start, end = ruler.place(span.start), ruler.place(span.end)
    return types.Range(types.Position(*start), types.Position(*end))


def span_of(range_: types.Range, ruler: Ruler) -> Span:
    start, end = range_.start, range_.end
    return Span(
        ruler.offset(Place(start.line, start.character)),
        ruler.offset(Place(end.line, end.character)),
    )


def diagnostics(checked: Checked, uri: str, encoding: str) -> list[types.Diagnostic]:
    """Return a diagnostic for each problem with the config or the rules, and for each finding."""
    ruler = Ruler(checked.source, encoding)
    problems = [_problem(problem, ruler) for problem in checked.problems]
    return [*problems, *(_diagnostic(f, checked, uri, ruler) for f in checked.findings)]


def _problem(error: PlainlangError, ruler: Ruler) -> types.Diagnostic:
    """Return the diagnostic, on the document's first line, for what is wrong elsewhere."""
    related = None
    if error.path and Path(error.path).is_file():
        at = types.Position((error.line or 1) - 1, 0)
        uri = from_fs_path(str(Path(error.path).resolve())) or error.path
        location = types.Location(uri, types.Range(at, at))
        related = [types.DiagnosticRelatedInformation(location, error.message)]
    return types.Diagnostic(
        range_of(Span(*ruler.line(0)), ruler),
        f"plainlang cannot be used as it is set up: {error}",
        severity=types.DiagnosticSeverity.Error,
        code="setup",
        source=SOURCE,
        related_information=related,
    )


def _diagnostic(finding: Finding, checked: Checked, uri: str, ruler: Ruler) -> types.Diagnostic:
    rule = checked.rules.get(finding.rule)
    related = [
        types.DiagnosticRelatedInformation(types.Location(uri, range_of(r.span, ruler)), r.message)
        for r in finding.related
    ]
    message = f"{finding.message} {finding.how}".strip()
    if finding.needs_review:
        message += " A person must decide if this is a fault."
    return types.Diagnostic(
        range_of(finding.span, ruler),
        message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=None if rule is None else types.CodeDescription(documentation(rule)),
        source=SOURCE,
        related_information=related or None,
    )


def hover_answer(
    checked: Checked, position: types.Position, encoding: str, *, markdown: bool
) -> types.Hover | None:
    """Return what there is to tell about a position."""
    ruler = Ruler(checked.source, encoding)
    offset = ruler.offset(Place(position.line, position.character))
    told = hover(checked, offset, markdown=markdown)
    if told is None:
        return None
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, told.text), range_of(told.span, ruler))


def code_actions(
    checked: Checked, uri: str, asked: types.CodeActionParams, encoding: str
) -> list[types.CodeAction]:
    """Return the mends for the findings in a range, and the mend of all that is safe."""
    ruler = Ruler(checked.source, encoding)
    only = asked.context.only
    actions: list[types.CodeAction] = []
    if wants(types.CodeActionKind.QuickFix.value, only):
        span = span_of(asked.range, ruler)
        for finding in checked.findings:
            if finding.span.start <= span.end and span.start <= finding.span.end:
                actions.extend(_mends(finding, checked, uri, ruler))
    if wants(FIX_ALL, only):
        actions.extend(_fix_all(checked, uri, ruler))
    return sorted(actions, key=lambda action: not action.is_preferred)


def wants(kind: str, only: Sequence[types.CodeActionKind | str] | None) -> bool:
    """Tell whether a client asks for a kind of action; kinds are trees ("source" has "source.fixAll")."""
    if only is None:
        return True
    asked = [o.value if isinstance(o, types.CodeActionKind) else o for o in only]
    return any(o == "" or kind == o or kind.startswith(f"{o}.") for o in asked)


def _mends(
    finding: Finding, checked: Checked, uri: str, ruler: Ruler
) -> Iterator[types.CodeAction]:
    reported = [_diagnostic(finding, checked, uri, ruler)]
    if (fix := finding.fix) is not None:
        doubt = "" if fix.safe else " (may change the meaning)"
        yield types.CodeAction(
            f"{fix.description}{doubt}",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=reported,
            is_preferred=fix.safe,
            edit=_edit(uri, fix.edits, ruler),
        )
    if (edit := disabling_edit(checked.page, finding)) is not None:
        yield types.CodeAction(
            f"Disable “{finding.rule}” here, with a reason",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=reported,
            is_preferred=False,
            edit=_edit(uri, (edit,), ruler),
        )


def _fix_all(checked: Checked, uri: str, ruler: Ruler) -> Iterator[types.CodeAction]:
    applied = apply_fixes(checked.source, checked.findings).applied
    edits = dict.fromkeys(e for f in applied if f.fix is not None for e in f.fix.edits)
    if edits:
        yield types.CodeAction(
            "Mend all that is safe to mend (plainlang)",
            kind=FIX_ALL,
            edit=_edit(uri, tuple(edits), ruler),
        )


def _edit(uri: str, edits: Sequence[Edit], ruler: Ruler) -> types.WorkspaceEdit:
    changes = [types.TextEdit(range_of(e.span, ruler), e.text) for e in edits]
    return types.WorkspaceEdit(changes={uri: changes})
