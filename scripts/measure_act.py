"""Measure findings on cases of W3C's ACT rules: failed ones found, others kept quiet, by rule.

python scripts/measure_act.py [--shared FOLDER] [--misses] [RULE...]

Without ids of rules: those that a page's source alone decides.
"""

from __future__ import annotations

import json
import sys
from collections import Counter

from shared_data import need, take_shared

from plainlang.api import check

CORE = """23a2a8 46ca7f 59796f 7d6734 8fc3b6 c487ae ffd0e9 b5c3f8 bf051a de46e4 5b7ae0 2779a5 97a4e1 m6b1q3
e086e5 cae760 2t702h 2ee8b8 307n5z""".split()


def main() -> None:
    arguments = sys.argv[1:]
    shared = take_shared(arguments)
    rules = [a for a in arguments if not a.startswith("--")] or CORE
    cases = json.loads(need(shared, "suites/act.json").read_text(encoding="utf-8"))
    right: Counter[tuple[str, bool]] = Counter()
    total: Counter[tuple[str, bool]] = Counter()
    for case in cases:
        rule, failed = case["rule"], case["expected"] == "failed"
        if rule not in rules:
            continue
        report = check(case["html"], filename=f"{case['case']}.{case['ext']}")
        found = any(rule in f.references.get("act", ()) for f in report.findings)
        total[rule, failed] += 1
        right[rule, failed] += found == failed
        if found != failed and "--misses" in sys.argv:
            print(f"{rule} {case['title']} ({case['expected']}):\n{case['html']}\n")
    for rule in rules:
        if total[rule, True] or total[rule, False]:
            print(_line(rule, right, total))
    for failed in (True, False):
        right["all", failed] = sum(n for (_, f), n in right.items() if f == failed)
        total["all", failed] = sum(n for (_, f), n in total.items() if f == failed)
    print(_line("all", right, total))


def _line(rule: str, right: Counter[tuple[str, bool]], total: Counter[tuple[str, bool]]) -> str:
    return (
        f"{rule:<7} failed {right[rule, True]} of {total[rule, True]} found,"
        f" others {right[rule, False]} of {total[rule, False]} kept quiet"
    )


main()
