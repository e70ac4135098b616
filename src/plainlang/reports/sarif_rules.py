"""Rules and standards as SARIF declares them: descriptors with help, taxonomies. Pure."""

from __future__ import annotations

from typing import Any

from plainlang.findings import UNREADABLE, RuleInfo, Run, Severity
from plainlang.patterns import compile_pattern
from plainlang.reports.facts import CATEGORIES, rule_title, without_marks
from plainlang.reports.markup import code_block
from plainlang.standards import (
    ACT,
    CRITERIA,
    WCAG,
    act_url,
    criterion_name,
    linked,
    number_key,
)
from plainlang.standards import rule_url as documentation

# What a finding fills in; behind a full stop it is a sentence of its own.
_FILLED_IN = compile_pattern(r"(?P<sentence>(?<=\.)\s?)?(?<!\{)\{\w+\}(?!\})")
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "recommendation",
}
_TAGS = 20  # code scanning takes no more on one rule
TAXONOMIES = {"WCAG": "wcag", "ACT": "act"}


def descriptors(run: Run, taxa: dict[str, list[str]]) -> list[dict[str, Any]]:
    """Return a reportingDescriptor for each rule that plainlang knows, off ones too."""
    return [_descriptor(rule, taxa) for rule in (*run.rules, UNREADABLE)]


def taxa_of(run: Run) -> dict[str, list[str]]:
    """Return the parts of each standard that rules name, by the taxonomy's name."""
    return {
        name: sorted({part for rule in run.rules for part in rule.references.get(key, ())},
                     key=number_key)
        for name, key in TAXONOMIES.items()
    }  # fmt: skip


def taxonomies(run: Run, taxa: dict[str, list[str]]) -> list[dict[str, Any]]:
    """Return the standards that rules refer to, as SARIF toolComponents."""
    wcag = [
        {
            "id": number,
            "name": criterion_name(number),
            **({"helpUri": CRITERIA[number].url} if number in CRITERIA else {}),
        }
        for number in taxa["WCAG"]
    ]
    act = [{"id": rule, "helpUri": act_url(rule)} for rule in taxa["ACT"]]
    return [
        {"name": "WCAG", "version": run.standards.get("WCAG", "2.2"), "organization": "W3C",
         "informationUri": WCAG, "isComprehensive": False, "taxa": wcag},
        {"name": "ACT", "version": run.standards.get("ACT Rules Format", "1.1"),
         "organization": "W3C", "informationUri": ACT, "isComprehensive": False, "taxa": act},
    ]  # fmt: skip


def references_to(
    references: dict[str, tuple[str, ...]], taxa: dict[str, list[str]]
) -> list[dict[str, Any]]:
    """Return SARIF references to the taxa that a finding or rule names."""
    return [
        {"id": part, "index": taxa[name].index(part), "toolComponent": {"name": name, "index": at}}
        for at, (name, key) in enumerate(TAXONOMIES.items())
        for part in references.get(key, ())
        if part in taxa[name]
    ]


def _descriptor(rule: RuleInfo, taxa: dict[str, list[str]]) -> dict[str, Any]:
    tags = ["accessibility", "plain-language", rule.category]
    tags.extend(f"external/wcag/{number}" for number in rule.references.get("wcag", ()))
    out: dict[str, Any] = {
        "id": rule.id,
        "name": "".join(part.title() for part in rule.id.replace("/", "-").split("-")),
        "shortDescription": {"text": f"{rule_title(rule.id)}."},
        "fullDescription": {"text": rule.why or rule_title(rule.id)},
        "help": {"text": _help_text(rule), "markdown": help_markdown(rule)},
        "helpUri": documentation(rule.id),
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.enabled},
        "properties": {
            "tags": tags[:_TAGS],
            "problem.severity": _PROBLEMS[rule.severity],
            "category": rule.category,
        },
    }
    if links := references_to(rule.references, taxa):
        out["relationships"] = [{"target": link, "kinds": ["relevant"]} for link in links]
    return out


def _help_text(rule: RuleInfo) -> str:
    said = "\n".join(_general(part) for part in (rule.why, rule.how) if part)
    return said or rule_title(rule.id)


def help_markdown(rule: RuleInfo) -> str:
    """Return a rule's documentation in Markdown: why, how to mend, examples, standards."""
    parts = [f"**{rule_title(rule.id)}** ({CATEGORIES.get(rule.category, rule.category)})"]
    if rule.why:
        parts.append(rule.why)
    if rule.how:
        parts.append(f"**How to mend it:** {_general(rule.how)}")
    if rule.needs_review:
        parts.append("A person must decide if this is a fault.")
    for title, examples in (("Not like this", rule.bad), ("Like this", rule.good)):
        if examples:
            parts.append(f"**{title}**")
            parts.append(code_block(without_marks(examples[0])))
    if standards := [f"[{name}]({url})" for name, url in linked(rule.references)]:
        parts.append(f"**Standards:** {', '.join(standards)}")
    if rule.precision:
        parts.append(f"**Measured precision:** {rule.precision}")
    return "\n\n".join(parts)


def _general(text: str) -> str:
    """Return what a rule says without the words of a finding: “…” stands for them."""
    return _FILLED_IN.sub(lambda found: "" if found["sentence"] is not None else "…", text)
