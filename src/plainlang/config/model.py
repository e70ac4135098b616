"""The Config: all settings of a run as frozen values, made of settings that are known to be good."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plainlang.findings import Severity
from plainlang.paths import usual
from plainlang.records import NamedTuple
from plainlang.settings import Settings

INCLUDE = (
    "*.html", "*.htm", "*.xhtml", "*.md", "*.mdx", "*.markdown", "*.txt", "*.jinja", "*.jinja2", "*.j2",
    "*.njk", "*.liquid", "*.hbs", "*.erb", "*.twig", "*.php",
)  # fmt: skip
EXCLUDE = (
    ".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", ".tox", ".nox",
    ".mypy_cache", ".ruff_cache", ".pytest_cache", "dist", "build", "site-packages",
    "LICENSE*", "requirements*.txt", "robots.txt", "humans.txt",
)  # fmt: skip


class SelectorSuppression(NamedTuple):
    """Findings inside what `selector` matches are not reported, for a reason."""

    selector: str
    rules: tuple[str, ...]
    reason: str
    files: tuple[str, ...] = ()


class Config(NamedTuple):
    """All settings of a run. Paths in it are relative to `root`."""

    root: Path = Path()
    path: Path | None = None
    select: tuple[str, ...] = ("all",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    include: tuple[str, ...] = INCLUDE
    exclude: tuple[str, ...] = EXCLUDE
    extend_exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    force_exclude: bool = False
    fail_on: Severity | None = Severity.WARNING
    max_findings: int | None = None
    min_score: tuple[tuple[str, float], ...] = ()
    rules_folders: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    rules: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()
    suppress: tuple[SelectorSuppression, ...] = ()
    baseline: str | None = None
    settings: Settings = Settings()

    def rule_options(self, rule: str) -> dict[str, Any]:
        options = dict(self.rules).get(rule, ())
        return {k: list(v) if isinstance(v, tuple) else v for k, v in options}


def build_config(data: Mapping[str, Any], path: Path | None = None) -> Config:
    """Make a Config of validated settings."""
    root = path.parent if path else Path()
    audience = data.get("audiences", {}).get(data.get("audience"), {})
    known, own = _terms(data.get("terms", {}), audience.get("terms", {}))
    defaults = Settings()
    language = data.get("message-language")
    target = audience.get("target-grade", data.get("target-grade"))
    settings = Settings(
        chosen_target=None if target is None else float(target),
        section_targets=tuple((k, float(v)) for k, v in data.get("section-targets", {}).items()),
        metric=data.get("metric", defaults.metric),
        mode=data.get("mode", defaults.mode),
        min_words=data.get("min-words", defaults.min_words),
        language=data.get("language"),
        message_language=None if language == "auto" else language,
        known_terms=known,
        own_terms=tuple(
            (e["term"], tuple(e.get("variants", ())), e["plain"], e.get("definition", e["plain"]))
            for e in own
        ),
        links_explain=data.get("links-explain", False),
        root=str(root.resolve()),
    )
    scores = data.get("min-score", {})
    if not isinstance(scores, dict):
        scores = {"overall": scores}
    fail_on = data.get("fail-on", "warning")
    return Config(
        root=root,
        path=path,
        select=tuple(data.get("select", ("all",))),
        extend_select=tuple(data.get("extend-select", ())),
        ignore=tuple(data.get("ignore", ())),
        per_file_ignores=tuple(
            (usual(k), tuple(v)) for k, v in data.get("per-file-ignores", {}).items()
        ),
        include=tuple(map(usual, data.get("include", INCLUDE))),
        exclude=tuple(map(usual, data.get("exclude", EXCLUDE))),
        extend_exclude=tuple(map(usual, data.get("extend-exclude", ()))),
        respect_gitignore=data.get("respect-gitignore", True),
        force_exclude=data.get("force-exclude", False),
        fail_on=None if fail_on == "never" else Severity(fail_on),
        max_findings=data.get("max-findings"),
        min_score=tuple((k.replace("-", "_"), float(v)) for k, v in scores.items()),
        rules_folders=tuple(data.get("rules-folders", ())),
        checks=tuple(data.get("checks", ())),
        rules=tuple(
            (name, tuple((k, _frozen(v)) for k, v in sorted(options.items())))
            for name, options in data.get("rules", {}).items()
        ),
        suppress=tuple(
            SelectorSuppression(
                e["selector"], tuple(e["rules"]), e["reason"], tuple(map(usual, e.get("files", ())))
            )
            for e in data.get("suppress", [])
        ),
        baseline=data.get("baseline"),
        settings=settings,
    )


def _terms(
    *tables: Mapping[str, Any],
) -> tuple[frozenset[str], list[Mapping[str, Any]]]:
    """Return the terms that readers know and those to add; a later table wins."""
    known: set[str] = set()
    own: dict[str, Mapping[str, Any]] = {}
    for table in tables:
        removed = {term.lower() for term in table.get("remove", ())}
        known |= removed
        own = {term: entry for term, entry in own.items() if term not in removed}
        for entry in (*table.get("add", ()), *table.get("override", ())):
            own[entry["term"].lower()] = entry
    return frozenset(known - set(own)), list(own.values())


def _frozen(value: Any) -> Any:
    """Return a value that can be a key of a cache."""
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        return tuple((k, _frozen(v)) for k, v in value.items())
    return value


def override(config: Config, **changes: Any) -> Config:
    """Return the config with the command line's changes; None changes nothing."""
    return config._replace(**{k: v for k, v in changes.items() if v is not None})
