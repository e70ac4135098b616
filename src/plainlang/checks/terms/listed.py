"""Lists in a sentence that tell enough of the names in them: "medicines such as …", "also called …"."""

from __future__ import annotations

import re

from plainlang.findings import Span
from plainlang.patterns import compile_pattern

_ITEM = r"(?:[\w®™’'/-]+(?:\s[\w®™’'/-]+){0,3}?(?:\s\([^()]{1,30}\))?(?:,\s(?:(?:and|or)\s)?|\s(?:and|or)\s))"
# English only: "an antibiotic such as amoxicillin or doxycycline".
_DRUGS = compile_pattern(
    r"\b(?:drugs?|medicines?|medications?|antibiotics?|antidepressants?|painkillers?|pain\srelievers?|steroids?"
    r"|blood\sthinners?|antacids?|laxatives?|vitamins?),?\s(?:such\sas|like|includ(?:e|es|ing)|called|for\sexample,?)\s"
    rf"{_ITEM}{{0,8}}$",
    re.IGNORECASE,
)
_CALLED = compile_pattern(
    rf"\b(?:(?:called|known\sas|referred\sto\sas)\s{_ITEM}{{1,6}}|also\s(?:called|known\sas)\s)(?:[\w-]+\s){{0,3}}$",
    re.IGNORECASE,
)
_A_DRUG = compile_pattern(
    r"(?:\s\([^()]{1,30}\))?,\s(?:an?|another)\s(?:[\w-]+\s){0,3}?(?:drug|medicine|medication|antibiotic|steroid|painkiller)\b"
)
# Without one of these there is nothing to look for, and that is quick to tell.
_OPENERS = ("such as ", "like ", "includ", "called ", "example")
_NAMING = ("called ", "known as ", "referred to as ")
_FAR = 160  # characters before a word in which its list must begin


def tells_of_a_drug(text: str, span: Span) -> bool:
    """Tell whether the words around a name say that it is a drug: "medicines such as …", "…, a drug"."""
    if _A_DRUG.match(text, span.end):
        return True
    before = text[max(0, span.start - _FAR) : span.start]
    return any(word in before for word in _OPENERS) and _DRUGS.search(before) is not None


def is_one_more_name(text: str, span: Span) -> bool:
    """Tell whether a word is in the second or a later name of a list of names: "also called X or Y"."""
    before = text[max(0, span.start - _FAR) : span.start]
    return any(word in before for word in _NAMING) and _CALLED.search(before) is not None
