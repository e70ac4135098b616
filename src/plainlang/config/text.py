"""A config as its file would say it: the keys of a file, and the settings in effect.

The other way of `model.build_config`: what is written here, read again, means the same. What
`extends` and an audience brought in stands here as settings of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plainlang.config.model import Config, SelectorSuppression


def as_dict(config: Config) -> dict[str, Any]:
    """Return the settings in effect by their names in a file, without those that nobody set."""
    settings = config.settings
    known, own = sorted(settings.known_terms), [_term(*term) for term in settings.own_terms]
    terms = {"remove": known, "add": own}
    data = {
        "select": config.select,
        "extend-select": config.extend_select,
        "ignore": config.ignore,
        "per-file-ignores": dict(config.per_file_ignores),
        "include": config.include,
        "exclude": config.exclude,
        "extend-exclude": config.extend_exclude,
        "respect-gitignore": config.respect_gitignore,
        "force-exclude": config.force_exclude,
        "fail-on": "never" if config.fail_on is None else config.fail_on.value,
        "max-findings": config.max_findings,
        "min-score": {name.replace("_", "-"): least for name, least in config.min_score},
        "baseline": config.baseline,
        "target-grade": settings.target,
        "section-targets": dict(settings.section_targets),
        "metric": settings.metric,
        "mode": settings.mode,
        "min-words": settings.min_words,
        "language": settings.language,
        "message-language": settings.message_language or "auto",
        "terms": {key: value for key, value in terms.items() if value},
        "links-explain": settings.links_explain,
        "rules-folders": config.rules_folders,
        "checks": config.checks,
        "rules": {name: config.rule_options(name) for name, _ in config.rules},
        "suppress": [_suppression(entry) for entry in config.suppress],
    }
    return {key: _plain(value) for key, value in data.items() if value not in (None, {}, [])}


def _term(term: str, variants: tuple[str, ...], plain: str, definition: str) -> dict[str, Any]:
    return {"term": term, "variants": variants, "plain": plain, "definition": definition}


def _suppression(entry: SelectorSuppression) -> dict[str, Any]:
    return {"selector": entry.selector, "rules": entry.rules, "reason": entry.reason,
            "files": entry.files}  # fmt: skip


def _plain(value: Any) -> Any:
    """Return a value in the types of a file; a whole number without its point."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def as_toml(config: Config, table: str = "") -> str:
    """Return the settings in effect as a config file, or as the `table` of a pyproject.toml."""
    data = as_dict(config)
    rest = {key: value for key, value in data.items() if not _is_table(value)}
    lines = [f"[{table}]"] if table else []
    lines.extend(f"{_key(key)} = {_value(value)}" for key, value in rest.items())
    for key, value in data.items():
        if key not in rest:
            lines.extend(_tables(f"{table}.{_key(key)}" if table else _key(key), value))
    return "\n".join(lines) + "\n"


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)
    )


def _tables(name: str, value: Any) -> list[str]:
    """Return the lines of a table, or of a list of tables, with the tables in them."""
    lines: list[str] = []
    for table in [value] if isinstance(value, dict) else value:
        inner = {key: each for key, each in table.items() if _is_table(each)}
        if not table or len(inner) < len(table):
            lines.extend(("", f"[{name}]" if isinstance(value, dict) else f"[[{name}]]"))
        lines.extend(
            f"{_key(key)} = {_value(each)}" for key, each in table.items() if key not in inner
        )
        for key, each in inner.items():
            lines.extend(_tables(f"{name}.{_key(key)}", each))
    return lines


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else _value(name)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(k)} = {_value(v)}' for k, v in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    import json  # a check needs no text of its config

    # Texts, numbers and switches are written as in JSON, but for one character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
