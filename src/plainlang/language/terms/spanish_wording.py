"""What a Spanish phrase's replacement changes around it: its comma, and its own gender and number.

Looks at a text and the place of the phrase in it. May not know lists, pages or fixes.
"""

from __future__ import annotations

from plainlang.findings import Span
from plainlang.patterns import compile_pattern

_NO_COMMA = ("pero", "también")  # behind these none may stand, as it does behind "no obstante"
_NOUN = compile_pattern(r"\s(\w+)")
# "bacterias", "infecciones", "agua", but not "síntomas", "problemas", "días"
_FEMININE = compile_pattern(
    r"(?:(?<!em)(?<!om)(?<!am)(?<!^dí)a|[cs]ion|[dt]ad|tud|mujer|madre|señal|parte|veces|sangre|imágen)(?:e?s)?$"
)


def takes_comma(text: str, span: Span, replacement: str) -> bool:
    """Tell whether the comma behind a phrase that opens its sentence has to go: "No obstante, …"."""
    if replacement.lower() not in _NO_COMMA:
        return False
    before = text[: span.start].rstrip('"“«¿¡ ')
    return text.startswith(", ", span.end) and before[-1:] in ("", ".", "!", "?", ":", ";")


def agreeing(text: str, span: Span, replacement: str) -> str:
    """Return "muchos" or "varios" as the noun that follows asks: "muchas personas", "mucha agua"."""
    if replacement.lower() not in ("muchos", "varios"):
        return replacement
    noun = _NOUN.match(text, span.end)
    if noun is None:
        return replacement
    word = noun[1].lower()
    number = "s" if word.endswith("s") or replacement.lower() == "varios" else ""
    return f"{replacement[:-2]}{'a' if _FEMININE.search(word) else 'o'}{number}"
