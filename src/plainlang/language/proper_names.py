"""Tell whether words stand in a proper name, by the capitals around them. Knows no list of names."""

from __future__ import annotations

from plainlang.findings import Span
from plainlang.patterns import compile_pattern

_NAME_GOES_ON = compile_pattern(r"\s(?:(?:of|for|and|the|on|de|del|la|y)\s)*[A-ZÁÉÍÓÚÑ][a-záéíóúñ]")
_NAME_BEFORE = compile_pattern(
    r"(?<![.!?:•*–-]\s)(?<!^)(?<!\w)[A-ZÁÉÍÓÚÑ][\w’'-]*"
    r"\s(?:(?:of|for|and|the|on|de|del|la|las|los|el|y|e|en|para|con)\s)*$"
)


_OPENS = compile_pattern(r"(?:^|[.!?:•*–-]\s)[^\w\s]*\Z")
_NAME_OF_THREE = compile_pattern(rf"(?:{_NAME_GOES_ON.pattern}[\w’'-]*){{2}}")


def is_in_name(text: str, span: Span) -> bool:
    """Tell whether a term stands in a proper name: "the Preventive Services Task Force"."""
    if not text[span.start].isupper():
        return False
    if text[span.start : span.end].removesuffix("s").isupper():  # letters, one or more: "NSAIDs"
        return False
    opens = _OPENS.search(text[max(0, span.start - 8) : span.start]) is not None
    # "Systolic Pressure is …" may open a sentence in title case; two more capitals make a name.
    if (_NAME_OF_THREE if opens else _NAME_GOES_ON).match(text, span.end):
        return True
    return _NAME_BEFORE.search(text[max(0, span.start - 40) : span.start]) is not None
