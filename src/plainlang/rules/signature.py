"""What a check may be told: its keyword-only parameters, read from its signature.

The signature is the schema of a rule's `with:`; there is no second place to keep in step.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

from plainlang.patterns import is_pattern

# Annotations as they stand in the source (modules use postponed evaluation), and what fits.
_FITS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "int": ("a whole number", lambda v: isinstance(v, int) and not isinstance(v, bool)),
    "float": ("a number", lambda v: isinstance(v, int | float) and not isinstance(v, bool)),
    "str": ("text", lambda v: isinstance(v, str)),
    "bool": ("true or false", lambda v: isinstance(v, bool)),
    "tuple[str, ...]": (
        "a list of texts",
        lambda v: isinstance(v, list) and all(isinstance(i, str) for i in v),
    ),
    "Pattern": ("a regular expression that Python knows", is_pattern),
    "Selector": ("a CSS selector", lambda v: isinstance(v, str) and selector_problem(v) is None),
    "Words": ("the path of a word list", lambda v: isinstance(v, str)),
}


def selector_problem(selector: str) -> str | None:
    """Say what keeps a text from being a CSS selector, None when it is one."""
    from plainlang.page.tree import parse

    try:
        parse("<p>").select(selector)
    except ValueError as error:
        return str(error)
    return None


def checks_in(package: str) -> dict[str, str]:
    """Return the public checks of a package: name as rules write it → "module:function"."""
    from pkgutil import walk_packages

    found: dict[str, str] = {}
    root = import_module(package)
    for info in walk_packages(root.__path__, f"{package}."):
        for name, reference in checks_of(import_module(info.name)).items():
            if name in found:
                raise ValueError(f"two checks are named {name}: {found[name]} and {reference}")
            found[name] = reference
    return found


def checks_of(module: Any, *, right: bool = True) -> dict[str, str]:
    """Return the public functions defined in a module that take a page first; all, if not `right`."""
    found = {}
    for name, value in vars(module).items():
        if name.startswith("_") or not inspect.isfunction(value):
            continue
        if value.__module__ != module.__name__:
            continue
        parameters = list(inspect.signature(value).parameters)
        if not right or parameters[:2] == ["page", "elements"]:
            found[name.replace("_", "-")] = f"{module.__name__}:{name}"
    return found


def resolve(reference: str) -> Callable[..., Iterable[Any]]:
    """Return the function that "module:function" names."""
    module, _, name = reference.partition(":")
    function: Callable[..., Iterable[Any]] = getattr(import_module(module), name)
    return function


def parameters_of(function: Callable[..., Any]) -> dict[str, str]:
    """Return the keyword-only parameters of a check: name → annotation, as it stands in the source."""
    return {
        p.name: p.annotation.__name__
        if isinstance(p.annotation, type)
        else re.sub(r"^'|'$", "", str(p.annotation))
        for p in inspect.signature(function).parameters.values()
        if p.kind is p.KEYWORD_ONLY and p.name != "settings"
    }


def needed_by(function: Callable[..., Any]) -> list[str]:
    """Return the parameters that a check cannot do without."""
    return [
        p.name
        for p in inspect.signature(function).parameters.values()
        if p.kind is p.KEYWORD_ONLY and p.name != "settings" and p.default is p.empty
    ]


def misfit(annotation: str, value: Any) -> str | None:
    """Say what a parameter wants when `value` is not that."""
    wanted = _FITS.get(annotation)
    if wanted is None or wanted[1](value):
        return None
    return wanted[0]
