"""What a finding of axe says: plainlang's plain words where there are some, else axe's own. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from plainlang.language.subtags import primary
from plainlang.messages import plural
from plainlang.rules.model import Rule

_KEYS = ("message", "why", "fix")
_UNSURE = {
    "en": "The browser is not sure. Please look.",
    "es": "El navegador no está seguro. Revíselo.",
}
_MADE = {
    "en": "A script made or changed it, so the place shown is the tag around it.",
    "es": "Un programa lo creó o lo cambió, así que se muestra la etiqueta que lo contiene.",
}


@cache
def words() -> dict[str, Any]:
    """Return plainlang's words for rules of axe, by axe's ids."""
    return tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))


def in_plain_words(rule: Rule, name: str) -> Rule:
    """Return a rule in plain words; as it is when there are none for it."""
    own = words().get(name)
    if own is None:
        return rule
    return rule._replace(**{key: own[key] for key in _KEYS}, translations={"es": own.get("es", {})})


def for_finding(rule: Rule, name: str, *, review: bool, values: Mapping[str, Any]) -> Rule:
    """Return the rule whose words suit one finding.

    `rule` speaks as axe does. With `review` axe could not decide. `values` fill placeholders; where
    one is missing, axe's words are used. `{advice}` is what axe tells to do or to look at.
    """
    own = words().get(name, {})
    if review:
        if "review" not in own:
            plain = in_plain_words(rule, name) if _can_fill(own, values) else rule
            return _with_advice(_ending(plain, _UNSURE))
        es = own.get("es", {})
        spanish = {"message": es.get("review", ""), "why": es.get("why", "")}
        return _with_advice(
            rule._replace(message=own["review"], why=own["why"], translations={"es": spanish})
        )
    if own and _can_fill(own, values):
        return in_plain_words(rule, name)
    return _with_advice(rule)


def made_by_script(message: str, language: str) -> str:
    """Return a message that says that the element itself is not in the source."""
    return f"{message} {_MADE.get(primary(language), _MADE['en'])}"


def in_more_places(message: str, more: int, language: str) -> str:
    """Return a message that says how many such places there are besides."""
    if primary(language) == "es":
        what = "lugar más como este" if more == 1 else "lugares más como este"
        return f"{message} Hay {more} {what} en la página."
    there = "There is" if more == 1 else "There are"
    return f"{message} {there} {plural(more, 'more place')} like this on the page."


def _with_advice(rule: Rule) -> Rule:
    translations = {k: {**v, "fix": ""} for k, v in rule.translations.items()}
    return rule._replace(fix="{advice}", translations=translations)


def _ending(rule: Rule, more: Mapping[str, str]) -> Rule:
    """Return a rule whose message ends with a further sentence."""
    translations = {
        language: {**told, "message": f"{told['message']} {more[language]}"}
        for language, told in rule.translations.items()
        if "message" in told
    }
    return rule._replace(message=f"{rule.message} {more['en']}", translations=translations)


def _can_fill(own: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    texts = (own.get(key, "") for key in _KEYS)
    wanted = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
    return all(values.get(name) is not None for name in wanted)
