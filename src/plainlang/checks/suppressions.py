"""Checks of plainlang's own comments. The engine finds them; rules only word them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainlang.checks.match import Match
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.settings import Settings

# Of `page.facts`: where the engine puts what it finds.
FAULTS = "suppression-faults"
UNUSED = "suppression-unused"

_PROBLEMS = {
    "en": {
        "no directive": "is no directive",
        "no rule": "names no rule",
        "unknown rule": "names no rule that exists",
        "no reason": "gives no reason",
        "nothing to end": "has no “plainlang-disable” before it",
        "meant": "did you mean “{}”?",
    },
    "es": {
        "no directive": "no es ninguna orden",
        "no rule": "no nombra ninguna regla",
        "unknown rule": "no nombra ninguna regla que exista",
        "no reason": "no da ningún motivo",
        "nothing to end": "no tiene antes ningún “plainlang-disable”",
        "meant": "¿quiso decir “{}”?",
    },
}


def suppression_is_faulty(
    page: Page, elements: Sequence[Element], settings: Settings
) -> Iterator[Match]:
    """Report comments that cannot be used: without a reason, or with a rule that does not exist."""
    said = _PROBLEMS[settings.messages_in(page.language)]
    for complaint in page.facts.get(FAULTS, ()):
        fault, words = complaint.values["fault"], complaint.values["words"]
        hints = [f"({said['meant'].format(meant)})" if meant else "" for _, meant in words]
        problem = said[fault]
        if fault == "no directive":
            problem = f"{problem} {hints[0]}".rstrip()
        elif words:
            named = (
                f"{word} {hint}".rstrip() for (word, _), hint in zip(words, hints, strict=True)
            )
            problem = f"{problem}: {', '.join(named)}"
        yield Match(complaint.span, {**complaint.values, "problem": problem})


def suppression_is_unused(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report comments that hide nothing."""
    for complaint in page.facts.get(UNUSED, ()):
        yield Match(complaint.span, complaint.values)
