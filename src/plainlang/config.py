"""The config: `[tool.plainlang]` in pyproject.toml, or `.plainlang.toml`, validated.

Says for each mistake the file, the line and the nearest right key.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from plainlang.config_files import forget_files, place_of, read_config
from plainlang.config_schema import line_of, validate, validate_audience
from plainlang.errors import ConfigError
from plainlang.findings import Severity
from plainlang.settings import Settings

INCLUDE = (
    "*.html", "*.htm", "*.xhtml", "*.md", "*.markdown", "*.txt", "*.jinja", "*.jinja2", "*.j2",
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


def blame(config: Config, message: str, *words: str) -> ConfigError:
    """Return an error that says where, in a config or what it extends, the last of `words` stands.

    What stands in none of them came from the command line: no file is to blame.
    """
    if config.path is None:
        return ConfigError(message)
    path, line = place_of(config.path, *words)
    if line is None:
        return ConfigError(message)
    return ConfigError(message, path=str(path), line=line)


def forget() -> None:
    """Look for config files, and read them, anew: they may have changed since."""
    forget_files()
    _load.cache_clear()


def load_config(path: Path | None) -> Config:
    """Load a config file, or the defaults for None.

    Raises:
        ConfigError: the file cannot be read or holds what cannot be used.
    """
    if path is None:
        return Config()
    return _load(path.resolve())


@lru_cache(maxsize=256)
def _load(path: Path) -> Config:
    data, text = read_config(path)
    merged = _merged(data, path, text, ())
    validate_audience(merged, path, text)
    return build_config(merged, path)


def _merged(data: dict[str, Any], path: Path, text: str, seen: tuple[Path, ...]) -> dict[str, Any]:
    """Return the settings of a file on top of those that it extends."""
    validate(data, path, text)
    bases = data.get("extends", [])
    merged: dict[str, Any] = {}
    for name in [bases] if isinstance(bases, str) else bases:
        base = (path.parent / name).resolve()
        if base in (*seen, path):
            raise ConfigError(
                f"“extends” leads back to “{name}”; take one of them out.",
                path=str(path),
                line=line_of(text, "extends", str(name)),
            )
        if not base.is_file():
            raise ConfigError(f"“extends” names “{name}”, which is no file.", path=str(path),
                              line=line_of(text, "extends", str(name)))  # fmt: skip
        more, its_text = read_config(base)
        found = _merged(more, base, its_text, (*seen, path))
        merged = _merge(merged, _rooted(found, base.parent))
    return _merge(merged, {key: value for key, value in data.items() if key != "extends"})


def _rooted(data: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return settings whose paths start at the folder of their own file."""
    out = dict(data)
    for key in ("rules-folders", "checks"):
        if key in out:
            out[key] = [str(folder / name) for name in out[key]]
    if "baseline" in out:
        out["baseline"] = str(folder / out["baseline"])
    return out


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    out = dict(base)
    for key, value in over.items():
        old = out.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            out[key] = _merge(old, value)
        elif key in ("suppress", "extend-select", "extend-exclude", "add") and isinstance(
            old, list
        ):
            out[key] = [*old, *value]
        else:
            out[key] = value
    return out


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
        per_file_ignores=tuple((k, tuple(v)) for k, v in data.get("per-file-ignores", {}).items()),
        include=tuple(data.get("include", INCLUDE)),
        exclude=tuple(data.get("exclude", EXCLUDE)),
        extend_exclude=tuple(data.get("extend-exclude", ())),
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
                e["selector"], tuple(e["rules"]), e["reason"], tuple(e.get("files", ()))
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


def config_from(options: Mapping[str, Any]) -> Config:
    """Make a Config of settings given in Python, with the same keys as in a file.

    Raises:
        ConfigError: a key or a value cannot be used.
    """
    data = {key.replace("_", "-"): value for key, value in options.items()}
    path = Path("<config>")
    merged = _merged(data, path, "", ())
    validate_audience(merged, path, "")
    return build_config(merged)


def override(config: Config, **changes: Any) -> Config:
    """Return the config with the command line's changes; None changes nothing."""
    return config._replace(**{k: v for k, v in changes.items() if v is not None})
