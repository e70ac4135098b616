"""What `@media`, `@supports` and `@container` ask, answered for a wide screen in a current browser.

Pure functions on text. What a reader chooses (contrast, motion, color scheme) is not chosen.
(Media Queries 4; CSS Conditional Rules 3 and 4.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from math import inf
from operator import eq, ge, gt, le, lt

from plainlang.patterns import compile_pattern

_EM = 16.0
_UNITS = {"px": 1.0, "em": _EM, "rem": _EM, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "pt": 4 / 3,
          "dppx": 1.0, "x": 1.0, "dpi": 1 / 96, "dpcm": 2.54 / 96, "": 1.0}  # fmt: skip
# CSS pixels: the size of the screen that is asked about.
_NUMBERS = {"width": 1280.0, "height": 720.0, "device-width": 1280.0, "device-height": 720.0,
            "inline-size": 1280.0, "block-size": 720.0, "aspect-ratio": 16 / 9, "device-aspect-ratio": 16 / 9,
            "resolution": 1.0, "color": 8.0, "color-index": 0.0, "monochrome": 0.0, "grid": 0.0,
            "-webkit-device-pixel-ratio": 1.0, "-webkit-transform-3d": 1.0}  # fmt: skip
_WORDS = {"orientation": "landscape", "hover": "hover", "any-hover": "hover", "pointer": "fine",
          "any-pointer": "fine", "prefers-color-scheme": "light", "prefers-reduced-motion": "no-preference",
          "prefers-contrast": "no-preference", "prefers-reduced-transparency": "no-preference",
          "prefers-reduced-data": "no-preference", "forced-colors": "none", "inverted-colors": "none",
          "display-mode": "browser", "scripting": "enabled", "update": "fast", "overflow-block": "scroll",
          "overflow-inline": "scroll", "color-gamut": "srgb", "dynamic-range": "standard",
          "scan": "progressive"}  # fmt: skip
_NOTHING = frozenset({"none", "no-preference", "0"})
_SCREENS = frozenset({"all", "screen"})
_SIGNS = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
_BRACKET = compile_pattern(r"[()\[\],]")
_PART = compile_pattern(r"\s*([\w-]+(?=\()|[^\s()]+)?(\()?")
_SIGN = compile_pattern(r"\s*([<>]=?|=)\s*")
_LENGTH = compile_pattern(r"([+-]?(?:\d+\.?\d*|\.\d+))([a-z]*)")
_RATIO = compile_pattern(r"([\d.]+)\s*/\s*([\d.]+)")
_FOREIGN = compile_pattern(r"\s*-(?:moz|ms|o|khtml)-|\s*selector\(\s*[^)]*::-(?:moz|ms)-")
_DEEPEST = 200  # brackets: more of them than anyone writes would exhaust the stack

Answer = bool | None  # None: it cannot be told, so that its contrary cannot be told either


def split_list(text: str) -> list[str]:
    """Return the parts of a list of selectors or queries: between commas that stand in no brackets."""
    if "(" not in text and "[" not in text:
        return text.split(",")
    parts = []
    depth = start = 0
    for found in _BRACKET.finditer(text):
        if found[0] != ",":
            depth += 1 if found[0] in "([" else -1
        elif depth == 0:
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]


@lru_cache(maxsize=256)
def matches_media(queries: str) -> bool:
    """Tell whether a list of media queries matches; an empty list does."""
    if not queries.strip():
        return True
    return any(_matches_query(q.strip().lower()) for q in split_list(queries))


@lru_cache(maxsize=256)
def supports(condition: str) -> bool:
    """Tell whether a browser supports what `@supports` asks about; it knows all but foreign prefixes."""
    return _hold(condition.strip().lower(), lambda text: _FOREIGN.match(text) is None) is True


def matches_container(condition: str) -> bool:
    """Tell whether a container as wide as the screen has the sizes that `@container` asks for."""
    start = condition.find("(")
    return start >= 0 and _hold(condition[start:].strip().lower(), _has_feature) is True


def _matches_query(query: str) -> bool:
    words = query.split(None, 2)
    if not words:
        return False
    is_negated = words[0] == "not" and len(words) > 1 and not words[1].startswith("(")
    if is_negated or words[0] == "only":
        words = words[1:] if len(words) < 3 else [words[1], *words[2].split(None, 1)]
    if words and words[0][0].isalpha() and "(" not in words[0] and words[0] != "not":
        rest = " ".join(words[1:])
        answer: Answer = words[0] in _SCREENS
        if answer and rest.startswith("and"):
            answer = _hold(rest[3:].strip(), _has_feature)
        return answer is False if is_negated else answer is True
    return _hold(query, _has_feature) is True


def _hold(condition: str, leaf: Callable[[str], Answer]) -> Answer:
    """Answer a condition of `not`, `and`, `or` and parentheses; `leaf` answers what they hold."""
    if condition.count("(") > _DEEPEST:
        return None
    answer: Answer = None
    joint, is_negated, is_first = "", False, True
    for word, inner in _parts(condition):
        if inner is None:
            if word == "not":
                is_negated = True
            elif word in ("and", "or"):
                joint = word
            else:
                return None
            continue
        is_group = not word and inner.lstrip().startswith(("(", "not ", "not("))
        one = _hold(inner, leaf) if is_group else leaf(f"{word}({inner})" if word else inner)
        if is_negated:
            one, is_negated = None if one is None else not one, False
        answer = one if is_first else _joined(answer, one, joint)
        is_first = False
    return answer


def _joined(one: Answer, other: Answer, joint: str) -> Answer:
    decides = joint == "or"
    if decides in (one, other):
        return decides
    return None if None in (one, other) else not decides


def _parts(condition: str) -> Iterator[tuple[str, str | None]]:
    """Yield words, each with what stands in the parentheses after it, None where there are none."""
    at = 0
    while at < len(condition) and (found := _PART.match(condition, at)) and found.end() > at:
        at = found.end()
        word = found[1] or ""
        if found[2] is None:
            if word:
                yield word, None
            continue
        depth, start = 1, at
        while at < len(condition) and depth:
            depth += {"(": 1, ")": -1}.get(condition[at], 0)
            at += 1
        inner = condition[start : at - 1 if depth == 0 else at]
        yield word, inner


def _has_feature(text: str) -> Answer:
    """Answer one media feature: `hover`, `min-width: 40em`, `400px <= width < 80em`."""
    name, colon, value = (part.strip() for part in text.partition(":"))
    if colon:
        for prefix, sign in (("min-", ">="), ("max-", "<=")):
            if prefix in name:
                return _compare(name.replace(prefix, "", 1), sign, value)
        own = _WORDS.get(name)
        return own == value if own is not None else _compare(name, "=", value)
    parts = [p.strip() for p in _SIGN.split(text)]
    if len(parts) == 1:
        if name in _WORDS:
            return _WORDS[name] not in _NOTHING
        return _NUMBERS[name] != 0 if name in _NUMBERS else None
    answer: Answer = True
    for left, sign, right in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
        one = (
            _compare(left, sign, right)
            if left in _NUMBERS
            else _compare(right, _MIRRORED[sign], left)
        )
        answer = _joined(answer, one, "and")
    return answer


def _compare(name: str, sign: str, value: str) -> Answer:
    own, number = _NUMBERS.get(name), _number(value)
    return None if own is None or number is None else bool(_SIGNS[sign](own, number))


def _number(text: str) -> float | None:
    if ratio := _RATIO.fullmatch(text):
        below = float(ratio[2])
        return float(ratio[1]) / below if below else inf
    length = _LENGTH.fullmatch(text)
    unit = _UNITS.get(length[2]) if length else None
    return None if length is None or unit is None else float(length[1]) * unit
