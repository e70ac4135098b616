"""Which rules run on a page: select and ignore by id, prefix or category, the closest match wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path

from plainlang.config import Config, blame
from plainlang.errors import nearest
from plainlang.findings import BROWSER_RULES, Severity
from plainlang.paths import matches_anywhere
from plainlang.rules.model import CATEGORIES, SCORED_BY_FINDINGS, Rule

_ALL, _CATEGORY, _PREFIX, _ID = range(4)


def rules_for(config: Config, rules: Sequence[Rule], path: str) -> tuple[Rule, ...]:
    """Return the rules that run on the page at `path`, with the config's options in them.

    Without a path: those that run wherever the config holds.
    """
    ignored = [*config.ignore, *_ignored_at(config, path)]
    out = []
    for rule in rules:
        options = config.rule_options(rule.id)
        wanted = max(_best(rule, config.select), _best(rule, config.extend_select))
        if not options.get("enabled", rule.enabled) and wanted < _PREFIX:
            continue
        if wanted >= 0 and wanted > _best(rule, ignored):
            out.append(_configured(rule, options))
    return tuple(out)


def _ignored_at(config: Config, path: str) -> list[str]:
    """Return what `per-file-ignores` names for the file at `path`."""
    return [
        name
        for pattern, selectors in config.per_file_ignores
        if path and matches_anywhere(Path(path), (pattern,), config.root)
        for name in selectors
    ]


def is_exempt(config: Config, path: str, category: str) -> bool:
    """Tell whether `per-file-ignores` turns off a whole category of rules for the file at `path`."""
    return not {category, "all"}.isdisjoint(_ignored_at(config, path))


def check_selectors(config: Config, rules: Sequence[Rule], broken: Sequence[str] = ()) -> None:
    """Raise a ConfigError for a selector, rule option, suppression, measure or language that is none.

    `broken` are the ids of rules that cannot be used; what is wrong with them is said elsewhere.
    Rules of the browser are not known before it runs, so any may be named.
    """
    known = [*CATEGORIES, *(r.id for r in rules), "all"]
    named = {"select": config.select, "extend-select": config.extend_select, "ignore": config.ignore,
             **dict(config.per_file_ignores)}  # fmt: skip
    for where, selector in ((key, name) for key, names in named.items() for name in names):
        if selector.startswith(BROWSER_RULES) or any(fnmatch(rule, selector) for rule in broken):
            continue
        if not any(_specificity(rule, selector) >= 0 for rule in rules):
            raise blame(config, f"“{selector}” names no rule or category."
                        f"{nearest(selector, known)}", where, selector)  # fmt: skip
    by_id = {rule.id: rule for rule in rules}
    for name, _ in config.rules:
        if name in broken:
            continue
        if name.startswith(BROWSER_RULES):
            _check_options(config, name, {})
            continue
        if name not in by_id:
            raise blame(config, f"“{name}” is no rule.{nearest(name, by_id)}", name)
        from plainlang.rules.signature import parameters_of, resolve

        _check_options(config, name, parameters_of(resolve(by_id[name].check)))
    _check_metric(config)
    _check_language(config)
    for entry in config.suppress:
        for name in entry.rules:
            if name not in (*known, *broken) and not name.startswith(BROWSER_RULES):
                raise blame(config, f"“{name}” in “suppress” is no rule or category."
                            f"{nearest(name, known)}", "suppress", name)  # fmt: skip
        from plainlang.rules.signature import selector_problem

        if (problem := selector_problem(entry.selector)) is not None:
            raise blame(config, f"the selector “{entry.selector}” in “suppress” is not valid CSS: "
                        f"{problem}.", "suppress", entry.selector)  # fmt: skip


def idle_limits(config: Config, rules: Sequence[Rule]) -> list[str]:
    """Return the names of limits for scores that no page gets, as no rule for them runs."""
    ran = {rule.category for rule in rules}
    names = [name.replace("_", "-") for name, least in config.min_score if least > 0]
    return [name for name in names if name in SCORED_BY_FINDINGS and name not in ran]


def _check_metric(config: Config) -> None:
    metric = config.settings.metric
    if metric == "plainlang":
        return
    from plainlang.language.level.formulas import FORMULAS

    if metric not in FORMULAS:
        hint = nearest(metric, ("plainlang", *FORMULAS))
        raise blame(config, f"there is no measure “{metric}”.{hint}", "metric", metric)


def _check_language(config: Config) -> None:
    language = config.settings.language
    if language is not None and (problem := language_problem(language)) is not None:
        raise blame(config, problem, "language", language)


def language_problem(tag: str) -> str | None:
    """Say what keeps a text from being the tag of a language (BCP 47), None when it is one."""
    from plainlang.language.subtags import is_registered, tag_meant

    if is_registered(tag):
        return None
    meant = tag_meant(tag)
    hint = f"Did you mean “{meant}”?" if meant else "Use a tag such as “en” or “es”."
    return f"“{tag}” is no tag of a language. {hint}"


def _check_options(config: Config, rule: str, wanted: dict[str, str]) -> None:
    for key, value in config.rule_options(rule).items():
        problem = _option_problem(rule, key, value, wanted)
        if problem is not None:
            raise blame(config, problem, rule, key)


def _option_problem(rule: str, key: str, value: object, wanted: dict[str, str]) -> str | None:
    if key == "severity":
        known = tuple(Severity)
        return None if value in known else f"“{value}” is no severity.{nearest(str(value), known)}"
    if key == "enabled":
        fits = isinstance(value, bool)
        return None if fits else f"“enabled” of “{rule}” must be true or false."
    name = key.replace("-", "_")
    if name not in wanted:
        hint = nearest(key, ["severity", "enabled", *wanted])
        return f"the rule “{rule}” takes no option “{key}”.{hint}"
    if wanted[name] == "Words":
        return (
            f"the option “{key}” of “{rule}” is a word list, which only the file of a rule can name;"
            " write a rule of your own."
        )
    from plainlang.rules.signature import misfit

    misfitting = misfit(wanted[name], value)
    return misfitting and f"the option “{key}” of “{rule}” must be {misfitting}."


def _configured(rule: Rule, options: dict[str, object]) -> Rule:
    if not options:
        return rule
    parameters = {
        k.replace("-", "_"): tuple(v) if isinstance(v, list) else v
        for k, v in options.items()
        if k not in ("severity", "enabled")
    }
    severity = Severity(str(options.get("severity", rule.severity)))
    return rule._replace(severity=severity, parameters={**rule.parameters, **parameters})


def _best(rule: Rule, selectors: Iterable[str]) -> int:
    return max((_specificity(rule, s) for s in selectors), default=-1)


def _specificity(rule: Rule, selector: str) -> int:
    """Return how closely a selector names a rule, -1 when it does not."""
    if selector == rule.id:
        return _ID
    if selector.endswith("*") and rule.id.startswith(selector[:-1]):
        return _PREFIX if len(selector) > 1 else _ALL
    if selector == rule.category:
        return _CATEGORY
    if selector.lower() == "all":
        return _ALL
    return -1
