"""Which settings a config may hold, and what each must be.

Checks data alone: reads no file and makes no Config.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from math import isfinite
from pathlib import Path
from typing import Any

from plainlang.errors import ConfigError, nearest
from plainlang.patterns import compile_pattern, is_pattern

SCORES = ("overall", "reading_level", "jargon", "alt_text", "link_labels")
_Blame = Callable[..., ConfigError]  # of a message, and of the words that lead to the line
_Kind = tuple[str, Callable[[Any], bool]]  # what a value must be, in words and as a test
_TEXTS: _Kind = (
    "a list of texts",
    lambda v: isinstance(v, list) and all(isinstance(i, str) for i in v),
)
_NUMBER: _Kind = (
    "a number",
    lambda v: isinstance(v, int | float) and not isinstance(v, bool) and isfinite(v),
)
_COUNT: _Kind = (
    "a whole number, 0 or more",
    lambda v: isinstance(v, int) and not isinstance(v, bool) and v >= 0,
)
_SCORE: _Kind = ("a number from 0 to 100", lambda v: _NUMBER[1](v) and 0 <= v <= 100)
_TEXT: _Kind = ("text", lambda v: isinstance(v, str))
_SWITCH: _Kind = ("true or false", lambda v: isinstance(v, bool))
_TABLE: _Kind = ("a table", lambda v: isinstance(v, dict))
_KEYS: dict[str, _Kind] = {
    "extends": ("text or a list of texts", lambda v: _TEXT[1](v) or _TEXTS[1](v)),
    "select": _TEXTS, "extend-select": _TEXTS, "ignore": _TEXTS, "per-file-ignores": _TABLE,
    "include": _TEXTS, "exclude": _TEXTS, "extend-exclude": _TEXTS, "respect-gitignore": _SWITCH,
    "force-exclude": _SWITCH, "fail-on": _TEXT, "max-findings": _COUNT,
    "min-score": ("a number from 0 to 100 or a table", lambda v: _SCORE[1](v) or isinstance(v, dict)),
    "rules-folders": _TEXTS, "checks": _TEXTS, "rules": _TABLE,
    "suppress": ("a list of tables", lambda v: isinstance(v, list)),
    "baseline": _TEXT, "target-grade": _NUMBER, "section-targets": _TABLE, "metric": _TEXT,
    "mode": _TEXT, "min-words": _COUNT, "language": _TEXT, "message-language": _TEXT,
    "terms": _TABLE, "audience": _TEXT, "audiences": _TABLE, "links-explain": _SWITCH,
}  # fmt: skip
_CHOICES = {"mode": ("all", "wcag"), "fail-on": ("note", "warning", "error", "never"),
            "message-language": ("auto", "en", "es")}  # fmt: skip
_PATTERNS = ("include", "exclude", "extend-exclude", "per-file-ignores")
# What other tools know; here it would match nothing.
_STRANGE = compile_pattern(r"\{[^{},]*+,[^{}]*+\}|^!")
_TERM_KEYS = ("add", "remove", "override")
_TERM = {"term": _TEXT, "plain": _TEXT, "definition": _TEXT, "variants": _TEXTS}
_SUPPRESSION = {"selector": _TEXT, "rules": _TEXTS, "reason": _TEXT, "files": _TEXTS}


def line_of(text: str, *words: str) -> int | None:
    """Return the line of the last of `words` in a TOML text, each looked for behind the one before.

    A key or the name of a table counts before what stands elsewhere; None when a word is missing.
    """
    at = 0
    for word in words:
        name = re.escape(word)
        for pattern in (
            rf"""^[ \t]*(?:["']?{name}["']?[ \t]*=|\[[^\n]*(?<![\w-]){name}(?![\w-])[^\n]*\])""",
            rf"""[{{,.][ \t]*["']?{name}["']?[ \t]*=""",
            rf"""["']{name}["']""",
        ):
            if found := re.compile(pattern, re.MULTILINE).search(text, at):
                at = found.end()
                break
        else:
            return None
    return text.count("\n", 0, at) + 1


def _meant(key: str) -> str:
    """Return what to write in place of a key that is no setting."""
    if key == "tool":
        return " Only in pyproject.toml do tables start with “tool.plainlang”; leave it out."
    return nearest(key, _KEYS)


def validate(data: dict[str, Any], path: Path, text: str) -> None:
    """Check the settings of a config file.

    Raises:
        ConfigError: names the file, the line, what is wrong and the nearest right word.
    """

    def blame(message: str, *words: str) -> ConfigError:
        return ConfigError(message, path=str(path), line=line_of(text, *words))

    for key, value in data.items():
        if key not in _KEYS:
            raise blame(f"“{key}” is no setting.{_meant(key)}", key)
        wanted, fits = _KEYS[key]
        if not fits(value):
            raise blame(f"“{key}” must be {wanted}.", key)
        if key in _CHOICES and value not in _CHOICES[key]:
            raise blame(f"“{value}” is no {key}.{nearest(value, _CHOICES[key])}", key)
    _validate_patterns(data, blame)
    _validate_scores(data.get("min-score"), blame)
    for table in (data.get("terms", {}), *(a.get("terms", {}) for a in _audiences(data, blame))):
        _validate_terms(table, blame)
    for pattern, target in data.get("section-targets", {}).items():
        if not is_pattern(pattern):
            raise blame(f"“{pattern}” is no regular expression that Python knows.", pattern)
        if not _NUMBER[1](target):
            raise blame(f"the target of “{pattern}” must be a number.", pattern)
    for pattern, selectors in data.get("per-file-ignores", {}).items():
        if not _TEXTS[1](selectors):
            raise blame(f"what is ignored in “{pattern}” must be a list of texts.", pattern)
    for number, entry in enumerate(data.get("suppress", []), 1):
        _validate_suppression(entry, number, blame)
    for name, options in data.get("rules", {}).items():
        if not isinstance(options, dict):
            raise blame(f"the options of the rule “{name}” must be a table.", name)


def validate_audience(data: dict[str, Any], path: Path, text: str) -> None:
    """Check that the audience chosen is one of those described, here or in a file extended."""
    known = data.get("audiences", {})
    if (audience := data.get("audience")) and audience not in known:
        raise ConfigError(
            f"“{audience}” is no audience of this config.{nearest(audience, known)}",
            path=str(path),
            line=line_of(text, "audience"),
        )


def _validate_keys(
    entry: dict[str, Any],
    known: dict[str, _Kind],
    what: str,
    blame: _Blame,
    here: Sequence[str] = (),
) -> None:
    """Check the keys of `what`, and that their values fit; `here` are the words before them in the file."""
    for key, value in entry.items():
        if key not in known:
            raise blame(f"“{key}” is no key of {what}.{nearest(key, known)}", *here, key)
        wanted, fits = known[key]
        if not fits(value):
            raise blame(f"“{key}” of {what} must be {wanted}.", *here, key)


def _validate_patterns(data: dict[str, Any], blame: _Blame) -> None:
    for pattern in (pattern for key in _PATTERNS for pattern in data.get(key, ())):
        _validate_pattern(pattern, blame)


def _validate_pattern(pattern: str, blame: _Blame) -> None:
    if found := _STRANGE.search(pattern):
        raise blame(
            f"“{found[0]}” in the pattern “{pattern}” is not known here; write a pattern for each"
            " name, and none for what is not meant.",
            pattern,
        )


def _validate_suppression(entry: Any, number: int, blame: _Blame) -> None:
    here = ["suppress"] * number
    if not isinstance(entry, dict):
        raise blame(f"entry {number} of “suppress” must be a table.", *here)
    _validate_keys(entry, _SUPPRESSION, "“suppress”", blame, here)
    for pattern in entry.get("files", ()):
        _validate_pattern(pattern, blame)
    for needed in ("selector", "rules", "reason"):
        if not entry.get(needed) or (needed == "reason" and not entry[needed].strip()):
            raise blame(f"entry {number} of “suppress” lacks “{needed}”.", *here)


def _validate_scores(scores: Any, blame: _Blame) -> None:
    for name, value in scores.items() if isinstance(scores, dict) else ():
        if name.replace("-", "_") not in SCORES:
            raise blame(f"“{name}” is no score.{nearest(name, SCORES)}", "min-score", name)
        if not _SCORE[1](value):
            raise blame(f"the least “{name}” score must be {_SCORE[0]}.", "min-score", name)


def _audiences(data: dict[str, Any], blame: _Blame) -> list[dict[str, Any]]:
    out = []
    for name, table in data.get("audiences", {}).items():
        if not isinstance(table, dict) or set(table) - {"terms", "target-grade"}:
            raise blame(f"the audience “{name}” takes “terms” and “target-grade”.", name)
        if not _NUMBER[1](table.get("target-grade", 0)):
            raise blame(f"“target-grade” of the audience “{name}” must be a number.", name)
        out.append(table)
    return out


def _validate_terms(table: Any, blame: _Blame) -> None:
    if not isinstance(table, dict):
        raise blame("“terms” must be a table.", "terms")
    for key, value in table.items():
        if key not in _TERM_KEYS:
            raise blame(f"“{key}” is no key of “terms”.{nearest(key, _TERM_KEYS)}", key)
        if key == "remove":
            if not _TEXTS[1](value):
                raise blame("“remove” must be a list of texts.", key)
            continue
        if not isinstance(value, list) or not all(isinstance(e, dict) for e in value):
            raise blame(f"“{key}” must be a list of tables: [[terms.{key}]].", key)
        for entry in value:
            _validate_term(entry, key, blame)


def _validate_term(entry: dict[str, Any], where: str, blame: _Blame) -> None:
    _validate_keys(entry, _TERM, "a term", blame)
    if not (entry.get("term", "").strip() and entry.get("plain", "").strip()):
        raise blame(f"an entry of “{where}” needs “term” and “plain”.", where)
