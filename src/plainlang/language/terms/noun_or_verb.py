"""Tell whether a term is a verb, by what its list says, or by the words before it in an English text.

"you wheeze" or "lead to wheeze": where the words do not tell, it is a noun. Knows no list, no page.
"""

from __future__ import annotations

import re

from plainlang.findings import Span
from plainlang.patterns import compile_pattern

# "not inhale or aspirate"; "to" alone is no sign: "lead to rupture".
_BEFORE_VERB = compile_pattern(
    r"(?:\b(?:you|we|they|who|may|can|cannot|could|might|must|should|will|would|did)|\bdo(?:es)?\snot"
    r"|n['’]t|\b(?:able|begins?|began|continues?|going|how|likely|needs?|not|starts?|started|tends?"
    r"|try|tries|wants?)\sto)\s(?:(?:also|often|sometimes|then|not|never|\w+,?\s(?:and|or))\s)?$",
    re.IGNORECASE,
)
_BEFORE_THIRD = compile_pattern(
    r"\b(?:it|he|she)\s(?:also\s|often\s|sometimes\s|then\s)?$", re.IGNORECASE
)
# The last words that the patterns can match.
_LAST = frozenset(
    "you we they who may can cannot could might must should will would did not to and or also often"
    " sometimes then never it he she don't don’t doesn't doesn’t can't can’t won't won’t didn't didn’t".split()
)
_INFINITIVE = compile_pattern(r"(?:ar|er|ir)(?:se)?$")
_FAR = 26  # characters before the word that are looked at


def is_verb(text: str, span: Span) -> bool:
    """Tell whether the word at `span` of `text` is surely a verb there."""
    before = text[max(0, span.start - _FAR) : span.start]
    if before[:-1].rpartition(" ")[2].lower() not in _LAST:  # nearly always, and cheaper to tell
        return False
    if _BEFORE_VERB.search(before):
        return True
    return text[span.start : span.end].endswith("s") and _BEFORE_THIRD.search(before) is not None


def means_verb(term: str, definition: str, language: str) -> bool:
    """Tell whether a listed term is a verb."""
    if language != "en":
        return _INFINITIVE.search(term) is not None
    return definition.startswith("to ") and not definition.startswith("to do with")
