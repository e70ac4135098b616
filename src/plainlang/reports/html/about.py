"""The end of the HTML report: what was checked, what was not, and what each rule says. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.findings import RuleInfo, Run, Summary
from plainlang.messages import plural
from plainlang.reports.facts import (
    CATEGORIES,
    not_run,
    off,
    on,
    rule_title,
    rules_version,
    settings_in_words,
    without_marks,
)
from plainlang.reports.html.text import SHORT, escape, line
from plainlang.standards import linked

_LINES = 200


def coverage(run: Run, summary: Summary) -> str:
    """Return what was checked, with which versions, and what was not run."""
    rows = [
        ("Checked on", when(run)),
        ("Tool", f"plainlang {run.version}"),
        ("Rules", f"{plural(len(on(run)), 'rule')}, version {rules_version(run)}"),
        *((name, f"version {version}") for name, version in run.standards.items()),
    ]
    items = "".join(f"<dt>{line(name)}</dt><dd>{line(value)}</dd>" for name, value in rows)
    missing = "".join(f"<li>{line(what[:1].upper() + what[1:])}.</li>" for what in not_run(run))
    parts = [f"<h3>What was checked</h3><dl>{items}</dl>{_settings(run)}"]
    if missing:
        parts.append(f"<h3>What was not run</h3><p>We did not run these:</p><ul>{missing}</ul>")
    parts.append(_skipped(summary))
    parts.append(
        "<h3>What a person must do</h3><ul>"
        "<li>Look at each finding that asks a person to decide.</li>"
        "<li>Read the pages. Are they true, kind and complete?</li>"
        "<li>Try the pages with the keyboard alone, and with a screen reader.</li>"
        "<li>Ask some readers what they learned.</li></ul>"
    )
    return "".join(parts)


def when(run: Run) -> str:
    """Return when the run was, as people write it."""
    return run.started.replace("T", " ").replace("+00:00", " UTC")


def _settings(run: Run) -> str:
    """Return the settings as the config names them, folded away."""
    items = "".join(
        f"<dt>{line(name)}</dt><dd>{line(value)}</dd>" for name, value in settings_in_words(run)
    )
    return f"<details><summary>Settings</summary><dl>{items}</dl></details>" if items else ""


def _skipped(summary: Summary) -> str:
    lines = [f"{path}: {reason}." for path, reason in summary.skipped]
    lines += [*summary.errors, *summary.notes]
    if not lines:
        return ""
    items = "".join(f"<li>{line(text)}</li>" for text in lines[:_LINES])
    if len(lines) > _LINES:
        items += f"<li>And {len(lines) - _LINES:,} more.</li>"
    return f"<h3>What was left out, and what went wrong</h3><ul>{items}</ul>"


def rules(run: Run, extra: Sequence[str]) -> str:
    """Return what each rule says; `extra` are rules found that the run does not list."""
    known = "".join(_rule(rule) for rule in on(run))
    others = "".join(
        f'<details id="r-{line(rule)}"><summary>{line(rule_title(rule))}</summary>'
        "<p>This one is not in the list of rules.</p></details>"
        for rule in extra
    )
    unused = "".join(f"<li>{line(rule_title(rule.id))}</li>" for rule in off(run))
    tail = f"<p>Rules that were off:</p><ul>{unused}</ul>" if unused else ""
    return f"<h3>Rules</h3>{known}{others}{tail}"


def _rule(rule: RuleInfo) -> str:
    standards = [
        f'<a href="{url}" rel="noreferrer">{line(name)}</a>'
        for name, url in linked(rule.references)
    ]
    parts = [
        f'<details id="r-{line(rule.id)}"><summary>{line(rule_title(rule.id))}</summary>',
        f'<p><span class="s {SHORT[rule.severity]}">{rule.severity.value}</span>'
        f" {line(CATEGORIES.get(rule.category, rule.category))}</p>",
        f"<p>{escape(rule.why)}</p>",
    ]
    for name, examples in (("Not like this", rule.bad), ("Like this", rule.good)):
        if examples:
            source = escape(without_marks(examples[0]))
            parts.append(f"<p>{name}:</p><pre><code>{source}</code></pre>")
    if rule.needs_review:
        parts.append("<p>A person must decide.</p>")
    if rule.precision:
        parts.append(f"<p>Measured precision: {line(rule.precision)}</p>")
    if standards:
        parts.append(f"<p>Standards: {', '.join(standards)}</p>")
    return "".join(parts) + "</details>"
