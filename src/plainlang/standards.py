"""The success criteria of WCAG 2.2 and the ACT rules: what there is, and where. Data and look-ups only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plainlang.findings import BROWSER_RULES
from plainlang.records import NamedTuple

DOCS = "https://plainlang.readthedocs.io/"
WCAG = "https://www.w3.org/TR/WCAG22/"
ACT = "https://www.w3.org/WAI/standards-guidelines/act/rules/"


class Criterion(NamedTuple):
    """A success criterion, as "2.4.4", "A", "Link Purpose (In Context)"."""

    number: str
    level: str
    name: str

    @property
    def slug(self) -> str:
        """Its anchor in the standard: the name, in lower case, parted by hyphens."""
        return re.sub(r"[^a-z-]+", "", self.name.lower().replace(" ", "-"))

    @property
    def url(self) -> str:
        return f"{WCAG}#{self.slug}"


_TEXT = """
1.1.1 A Non-text Content
1.2.1 A Audio-only and Video-only (Prerecorded)
1.2.2 A Captions (Prerecorded)
1.2.3 A Audio Description or Media Alternative (Prerecorded)
1.2.4 AA Captions (Live)
1.2.5 AA Audio Description (Prerecorded)
1.2.6 AAA Sign Language (Prerecorded)
1.2.7 AAA Extended Audio Description (Prerecorded)
1.2.8 AAA Media Alternative (Prerecorded)
1.2.9 AAA Audio-only (Live)
1.3.1 A Info and Relationships
1.3.2 A Meaningful Sequence
1.3.3 A Sensory Characteristics
1.3.4 AA Orientation
1.3.5 AA Identify Input Purpose
1.3.6 AAA Identify Purpose
1.4.1 A Use of Color
1.4.2 A Audio Control
1.4.3 AA Contrast (Minimum)
1.4.4 AA Resize Text
1.4.5 AA Images of Text
1.4.6 AAA Contrast (Enhanced)
1.4.7 AAA Low or No Background Audio
1.4.8 AAA Visual Presentation
1.4.9 AAA Images of Text (No Exception)
1.4.10 AA Reflow
1.4.11 AA Non-text Contrast
1.4.12 AA Text Spacing
1.4.13 AA Content on Hover or Focus
2.1.1 A Keyboard
2.1.2 A No Keyboard Trap
2.1.3 AAA Keyboard (No Exception)
2.1.4 A Character Key Shortcuts
2.2.1 A Timing Adjustable
2.2.2 A Pause, Stop, Hide
2.2.3 AAA No Timing
2.2.4 AAA Interruptions
2.2.5 AAA Re-authenticating
2.2.6 AAA Timeouts
2.3.1 A Three Flashes or Below Threshold
2.3.2 AAA Three Flashes
2.3.3 AAA Animation from Interactions
2.4.1 A Bypass Blocks
2.4.2 A Page Titled
2.4.3 A Focus Order
2.4.4 A Link Purpose (In Context)
2.4.5 AA Multiple Ways
2.4.6 AA Headings and Labels
2.4.7 AA Focus Visible
2.4.8 AAA Location
2.4.9 AAA Link Purpose (Link Only)
2.4.10 AAA Section Headings
2.4.11 AA Focus Not Obscured (Minimum)
2.4.12 AAA Focus Not Obscured (Enhanced)
2.4.13 AAA Focus Appearance
2.5.1 A Pointer Gestures
2.5.2 A Pointer Cancellation
2.5.3 A Label in Name
2.5.4 A Motion Actuation
2.5.5 AAA Target Size (Enhanced)
2.5.6 AAA Concurrent Input Mechanisms
2.5.7 AA Dragging Movements
2.5.8 AA Target Size (Minimum)
3.1.1 A Language of Page
3.1.2 AA Language of Parts
3.1.3 AAA Unusual Words
3.1.4 AAA Abbreviations
3.1.5 AAA Reading Level
3.1.6 AAA Pronunciation
3.2.1 A On Focus
3.2.2 A On Input
3.2.3 AA Consistent Navigation
3.2.4 AA Consistent Identification
3.2.5 AAA Change on Request
3.2.6 A Consistent Help
3.3.1 A Error Identification
3.3.2 A Labels or Instructions
3.3.3 AA Error Suggestion
3.3.4 AA Error Prevention (Legal, Financial, Data)
3.3.5 AAA Help
3.3.6 AAA Error Prevention (All)
3.3.7 A Redundant Entry
3.3.8 AA Accessible Authentication (Minimum)
3.3.9 AAA Accessible Authentication (Enhanced)
4.1.2 A Name, Role, Value
4.1.3 AA Status Messages
"""
CRITERIA = {
    number: Criterion(number, level, name)
    for number, level, name in (line.split(" ", 2) for line in _TEXT.strip().splitlines())
}

# The success criteria that each ACT rule tests, as the rule itself says; 46ca7f tests one of WAI-ARIA.
_ACT_TEXT = """
23a2a8 1.1.1
2779a5 2.4.2
2ee8b8 2.5.3
2t702h 4.1.2
307n5z 4.1.2
46ca7f
59796f 1.1.1 4.1.2
5b7ae0 3.1.1
5effbb 2.4.4 2.4.9
7d6734 1.1.1
8fc3b6 1.1.1
97a4e1 4.1.2
9eb3f6 1.1.1
aizyf1 2.4.9
b20e66 2.4.9
b49b2e 2.4.6
b5c3f8 3.1.1
bf051a 3.1.1
c487ae 2.4.4 2.4.9 4.1.2
c4a8a4 2.4.2
cae760 4.1.2
de46e4 3.1.2
e086e5 4.1.2
e88epe 1.1.1
fd3a94 2.4.4 2.4.9
ffd0e9 1.3.1 2.4.6
m6b1q3 4.1.2
off6ek 3.1.2
qt1vmo 1.1.1
ucwvc8 3.1.1
"""
ACT_CRITERIA = {
    rule: tuple(numbers) for rule, *numbers in map(str.split, _ACT_TEXT.strip().splitlines())
}


def reference_problem(standard: str, part: str) -> str | None:
    """Say what is wrong with a part of WCAG 2.2 or an ACT rule that is named; None if nothing is.

    Other standards are not known here: all that is said of them is taken as right.
    """
    known = standard.lower()
    if known in ("wcag", "act") and standard != known:
        return f"write “{known}” in small letters, or no report knows “{standard}”."
    if standard == "wcag" and part == "4.1.1":
        return "“4.1.1” was taken out of WCAG 2.2; leave it out."
    if standard == "wcag" and part not in CRITERIA:
        below = next((number for number in CRITERIA if number.startswith(f"{part}.")), None)
        hint = f" Name one below it, such as “{below}”." if below else ""
        return f"“{part}” is no success criterion of WCAG 2.2.{hint}"
    if standard == "act" and not re.fullmatch("[0-9a-z]{6}", part):
        return f"“{part}” is no id of an ACT rule; such an id has six small letters or digits, as “23a2a8”."
    return None


def criterion_name(number: str) -> str:
    """Return "2.4.4 Link Purpose (In Context)", the number alone when WCAG 2.2 has no such one."""
    found = CRITERIA.get(number)
    return f"{number} {found.name}" if found else number


def number_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Sort "1.4.10" behind "1.4.9", and whatever is no number behind the numbers."""
    return tuple((not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in number.split("."))


def rule_url(rule: str) -> str:
    """Return where the documentation of a rule stands."""
    if rule.startswith(BROWSER_RULES):
        return f"{DOCS}browser/"
    return f"{DOCS}rules/{rule}/"


def linked(references: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Return the name and the address of each success criterion and ACT rule among references."""
    criteria = [CRITERIA[number] for number in references.get("wcag", ()) if number in CRITERIA]
    out = [(f"WCAG {criterion_name(c.number)}", c.url) for c in criteria]
    return out + [(f"ACT rule {rule}", act_url(rule)) for rule in references.get("act", ())]


def act_url(rule: str) -> str:
    """Return the address of an ACT rule."""
    return f"{ACT}{rule}/"
