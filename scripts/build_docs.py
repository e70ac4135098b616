"""Makes the pages of the documentation that follow from other files; mkdocs runs it (mkdocs.yml).

One page for each rule, an index of the rules, and the files of the top folder that belong to the
site. Gives mkdocs texts; writes no file.
"""

from __future__ import annotations

import html
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from plainlang.examples import findings_of, unmarked
from plainlang.reports.facts import CATEGORIES, rule_title
from plainlang.reports.markup import markdown_text
from plainlang.resources import rules_folder
from plainlang.rules.load import load_rules
from plainlang.rules.model import Example, Rule, Words
from plainlang.rules.signature import parameters_of, resolve
from plainlang.standards import CRITERIA, act_url, criterion_name

TOP = Path(__file__).parents[1]
FORMATS = {"html": "HTML", "markdown": "Markdown", "text": "Text"}
LANGUAGES = {"en": "English", "es": "Spanish"}
TYPES = {
    "int": "whole number", "float": "number", "str": "text", "bool": "true or false",
    "tuple[str, ...]": "list of texts", "Pattern": "regular expression", "Words": "word list",
}  # fmt: skip
SEVERITIES = {
    "error": "People are shut out. An error always fails a run, unless you say otherwise.",
    "warning": "The page should be mended. A warning fails a run, unless you say otherwise.",
    "note": "Worth a look. A note never fails a run, unless you say so.",
}


def on_files(files: Any, config: Any) -> Any:
    """Add the pages that are made; called by mkdocs."""
    from mkdocs.structure.files import File

    for path, text in pages():
        files.append(File.generated(config, path, content=text))
    return files


def pages() -> Iterator[tuple[str, str]]:
    """Yield the path and the Markdown of each page that is made."""
    rules = load_rules().rules
    yield "rules/index.md", index(rules)
    for rule in rules:
        yield f"rules/{rule.id}.md", page_of(rule)
    for name in ("CONTRIBUTING.md", "CHANGELOG.md"):
        text = (TOP / name).read_text(encoding="utf-8")
        yield (
            name.lower(),
            text.replace("](docs/", "](").replace("](CHANGELOG.md", "](changelog.md"),
        )


def index(rules: tuple[Rule, ...]) -> str:
    """Return the page that lists all rules by category."""
    parts = [
        "# Rules",
        f"plainlang has {len(rules)} rules. Each rule has an id, a category and a severity.",
        "\n".join(f"- **{name}**: {text}" for name, text in SEVERITIES.items()),
        "To turn a rule off or change it, see [settings](../configuration.md). To hide one finding, "
        "see [comments](../suppressions.md).",
    ]
    for category, title in CATEGORIES.items():
        chosen = [rule for rule in rules if rule.category == category]
        if chosen:
            rows = [f"| [{r.id}]({r.id}.md) | {r.severity} | {_says(r)} |" for r in chosen]
            head = "| rule | severity | what it says, for example |\n|---|---|---|"
            parts.append(f"## {title}\n\nCategory `{category}`.\n\n{head}\n" + "\n".join(rows))
    parts += _by_standard(rules)
    return "\n\n".join(parts) + "\n"


def _by_standard(rules: tuple[Rule, ...]) -> Iterator[str]:
    """Yield which rules look at a part of WCAG, and which test an ACT rule."""
    yield "## By standard"
    yield (
        "A rule sees only a part of what WCAG asks. So a page without findings can still fail. "
        "[Reports](../reports.md#what-it-means-for-a-standard) tell more."
    )
    rows = [
        f"| [{criterion_name(number)}]({criterion.url}) | {criterion.level} | {found} |"
        for number, criterion in CRITERIA.items()
        if (found := _that_name(rules, "wcag", number))
    ]
    yield "| WCAG 2.2 | level | rules |\n|---|---|---|\n" + "\n".join(rows)
    named = sorted({act for rule in rules for act in rule.references.get("act", ())})
    rows = [f"| [{act}]({act_url(act)}) | {_that_name(rules, 'act', act)} |" for act in named]
    yield "| ACT rule | rules |\n|---|---|\n" + "\n".join(rows)


def _that_name(rules: tuple[Rule, ...], standard: str, part: str) -> str:
    found = (rule.id for rule in rules if part in rule.references.get(standard, ()))
    return ", ".join(f"[{name}]({name}.md)" for name in found)


def _says(rule: Rule) -> str:
    found = next(findings_of(rule), None)
    return markdown_text(found.message if found else rule.message)


def page_of(rule: Rule) -> str:
    """Return the page of one rule."""
    parts = [
        f"# {rule_title(rule.id)}",
        _facts(rule),
        "## What it finds",
        _what(rule),
        "## Why it matters",
        markdown_text(rule.why),
        "## How to mend it",
        _how(rule),
        *_examples("Not like this", rule.bad),
        *_examples("Like this", rule.good),
        "## Options",
        _options(rule),
        "## Standards",
        _standards(rule),
        "## How often it is right",
        _precision(rule),
    ]
    if rule.notes:
        parts += ["## Notes", markdown_text(rule.notes)]
    return "\n\n".join(parts) + "\n"


def _facts(rule: Rule) -> str:
    languages = " and ".join(LANGUAGES.get(c, c) for c in rule.languages) or "all languages"
    on = "on" if rule.enabled else "off, unless you select it"
    return "\n".join(
        [
            f"- Id: `{rule.id}`",
            f"- Category: `{rule.category}`",
            f"- Severity: {rule.severity}",
            f"- Pages in: {languages}",
            f"- By default: {on}",
        ]
    )


def _what(rule: Rule) -> str:
    said = (inspect.getdoc(resolve(rule.check)) or "").split("\n\n")[0].replace("\n", " ")
    parts = []
    if said.startswith("Report "):
        parts.append(f"It reports {said.removeprefix('Report ')}")
    if rule.select:
        parts.append(f"It looks at `{rule.select}`.")
    parts.append(f"It says, for example:\n\n> {_says(rule)}")
    if rule.needs_review:
        parts.append("A person must decide if such a place is a fault.")
    return "\n\n".join(parts)


def _how(rule: Rule) -> str:
    found = next(findings_of(rule), None)
    parts = [markdown_text(found.how if found else rule.fix)]
    fixes = [f.fix for f in findings_of(rule) if f.fix is not None]
    if any(fix.safe for fix in fixes):
        parts.append("`plainlang check --fix` can mend such places for you.")
    elif fixes:
        parts.append(
            "`plainlang check --fix --unsafe-fixes` can mend such places. Read each one after that, "
            "for the meaning may change."
        )
    return "\n\n".join(parts)


def _examples(title: str, examples: tuple[Example, ...]) -> Iterator[str]:
    yield f"## {title}"
    shown = "html"
    for example in sorted(examples, key=lambda e: list(FORMATS).index(e.format)):
        if example.format != shown:
            shown = example.format
            yield f"{FORMATS[shown]}:"
        if example.files:
            names = " and ".join(f"`{path}`" for path, _ in example.files)
            yield f"Beside the page stands {names}:"
        yield f"<pre><code>{marked(example.text.strip())}</code></pre>"


def marked(example: str) -> str:
    """Return an example as HTML, with `<mark>` around what the rule reports."""
    source, spans = unmarked(example)
    opens = [span.start for span in spans]
    closes = [span.end for span in spans]
    out = []
    for at in range(len(source) + 1):
        out.append("</mark>" * closes.count(at))
        out.append("<mark>" * opens.count(at))
        out.append(html.escape(source[at : at + 1], quote=False))
    # A blank line would end the block for Markdown.
    return "".join(out).replace("\n\n", "\n&#8203;\n")


def _options(rule: Rule) -> str:
    function = resolve(rule.check)
    given = _given(rule)
    defaults = inspect.signature(function).parameters
    rows = []
    lists = []
    for name, annotation in parameters_of(function).items():
        value = given.get(name, defaults[name].default)
        if annotation == "Words":
            lists.append(f"`rules/{value}`")
            continue
        kind = TYPES.get(annotation, annotation)
        rows.append(f"| `{name.replace('_', '-')}` | {kind} | `{_shown(value)}` |")
    parts = []
    if rows:
        head = "| option | kind | value |\n|---|---|---|"
        parts.append(head + "\n" + "\n".join(rows))
    else:
        parts.append("It has no options of its own. You can change its severity, or turn it off:")
    parts.append(f"```toml\n[rules.{rule.id}]\n{_sample(rule, rows)}\n```")
    parts.append(
        "This goes into `.plainlang.toml`. In `pyproject.toml` the table is"
        f" `[tool.plainlang.rules.{rule.id}]`. [Settings](../configuration.md) tells more."
    )
    if lists:
        noun = "this list" if len(lists) == 1 else "these lists"
        parts.append(f"It uses {noun} of words: {', '.join(lists)}.")
    return "\n\n".join(parts)


def _sample(rule: Rule, rows: list[str]) -> str:
    if not rows:
        return 'severity = "note"' if rule.severity != "note" else 'severity = "warning"'
    name, _, value = (cell.strip(" `") for cell in rows[0].strip("| ").split(" | "))
    return f"{name} = {value}"


def _shown(value: Any) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list | tuple):
        return f"[{', '.join(_shown(v) for v in value)}]"
    return "" if isinstance(value, Words) else str(value)


def _given(rule: Rule) -> dict[str, Any]:
    """Return the parameters as the rule's file has them, word lists by their paths."""
    data = yaml.safe_load((rules_folder() / f"{rule.id}.yaml").read_text(encoding="utf-8"))
    return dict(data.get("with", {}))


def _standards(rule: Rule) -> str:
    lines = []
    for number in rule.references.get("wcag", ()):
        criterion = CRITERIA.get(number)
        if criterion is not None:
            lines.append(
                f"- [WCAG {criterion_name(number)}]({criterion.url}), level {criterion.level}"
            )
    lines += [f"- [ACT rule {r}]({act_url(r)})" for r in rule.references.get("act", ())]
    for standard, refs in rule.references.items():
        if standard not in ("wcag", "act"):
            lines.append(f"- {standard.upper()}: {', '.join(refs)}")
    if not lines:
        return "No standard asks for this. It is good practice."
    return "\n".join(lines)


def _precision(rule: Rule) -> str:
    if rule.precision:
        return f"Measured: {markdown_text(rule.precision)}."
    return "Not measured yet, beyond the examples above, which are tested."
