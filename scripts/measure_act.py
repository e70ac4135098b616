"""Measure findings on cases of W3C's ACT rules: failed ones found, others kept quiet, by rule.

    python scripts/measure_act.py [--shared FOLDER] [--misses] [--judgement | RULE...]

Without ids of rules: those that a page's source alone decides; with --judgement those that need a
person's judgement. A case counts as found when a finding on its page names the case's ACT rule.
"""

from __future__ import annotations

import json
import sys
from collections import Counter

from shared_data import need, take_shared

from plainlang.api import check

CORE = """23a2a8 46ca7f 59796f 7d6734 8fc3b6 c487ae ffd0e9 b5c3f8 bf051a de46e4 5b7ae0 2779a5 97a4e1 m6b1q3
e086e5 cae760 2t702h 2ee8b8 307n5z""".split()
JUDGEMENT = {
    "5effbb": "link is descriptive in context",
    "aizyf1": "link is descriptive alone",
    "b49b2e": "heading is descriptive",
    "c4a8a4": "title is descriptive",
    "b20e66": "same label, same purpose",
    "fd3a94": "same label and context, same purpose",
    "9eb3f6": "file name as name",
    "e88epe": "left out image is decorative",
    "qt1vmo": "image name is descriptive",
    "ucwvc8": "page language is right",
    "off6ek": "language of a part is right",
}


def main() -> None:
    arguments = sys.argv[1:]
    shared = take_shared(arguments)
    named = [a for a in arguments if not a.startswith("--")]
    rules = named or (list(JUDGEMENT) if "--judgement" in arguments else CORE)
    cases = json.loads(need(shared, "suites/act.json").read_text(encoding="utf-8"))
    right: Counter[tuple[str, bool]] = Counter()
    total: Counter[tuple[str, bool]] = Counter()
    for case in cases:
        rule, failed = case["rule"], case["expected"] == "failed"
        if rule not in rules:
            continue
        report = check(case["html"], filename=f"{case['case']}.{case['ext']}")
        found = any(rule in f.references.get("act", ()) for f in report.findings)
        for name in (rule, "all"):
            total[name, failed] += 1
            right[name, failed] += found == failed
        if found != failed and "--misses" in arguments:
            print(f"{rule} {case['title']} ({case['expected']}):\n{case['html']}\n")
    for rule in (*rules, "all"):
        if total[rule, True] or total[rule, False] or rule == "all":
            print(_line(rule, right, total))
    alarms = total["all", False] - right["all", False]
    if found := right["all", True]:
        print(f"precision {found / (found + alarms):.2f}, recall {found / total['all', True]:.2f}")


def _line(rule: str, right: Counter[tuple[str, bool]], total: Counter[tuple[str, bool]]) -> str:
    return (
        f"{rule:<7} failed {right[rule, True]} of {total[rule, True]} found,"
        f" others {right[rule, False]} of {total[rule, False]} kept quiet  {JUDGEMENT.get(rule, '')}"
    ).rstrip()


main()
