"""Measure the rules that need judgement against ACT test cases: found of failed, and false alarms.

A case counts as found when a finding on its page names the case's ACT rule. The cases are a JSON list
of {"rule", "expected", "title", "ext", "html"}; give its path, or none for suites/act.json of the shared data.

    python scripts/measure_judgement.py [--shared FOLDER] [act.json] [--cases]
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

from shared_data import need, need_file, take_shared

import plainlang

RULES = {
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


def names_rule(case: dict[str, str]) -> bool:
    """Tell whether a finding on the case's page names the case's rule."""
    report = plainlang.check(case["html"], filename=f"case.{case['ext']}")
    return any(case["rule"] in f.references.get("act", ()) for f in report.findings)


def main(arguments: list[str]) -> None:
    shared = take_shared(arguments)
    paths = [a for a in arguments if not a.startswith("--")]
    suite = need_file(Path(paths[0])) if paths else need(shared, "suites/act.json")
    cases = [c for c in json.loads(suite.read_text(encoding="utf-8")) if c["rule"] in RULES]
    found: dict[str, int] = defaultdict(int)
    failed: dict[str, int] = defaultdict(int)
    false: dict[str, int] = defaultdict(int)
    others: dict[str, int] = defaultdict(int)
    for case in cases:
        said = names_rule(case)
        rule = case["rule"]
        if case["expected"] == "failed":
            failed[rule] += 1
            found[rule] += said
        else:
            others[rule] += 1
            false[rule] += said
        if "--cases" in arguments and said != (case["expected"] == "failed"):
            print(f"{'false' if said else 'missed'}: {rule} {case['title']}")
    print("rule    found/failed  false/others")
    for rule, name in RULES.items():
        if failed[rule] or others[rule]:
            print(
                f"{rule}  {found[rule]:>5}/{failed[rule]:<6}  {false[rule]:>5}/{others[rule]:<6}  {name}"
            )
    hits, alarms = sum(found.values()), sum(false.values())
    total = sum(failed.values())
    print(f"all     {hits:>5}/{total:<6}  {alarms:>5}/{sum(others.values())}")
    if total and hits + alarms:
        print(
            f"found {hits / total:.0%} of the failed cases, precision {hits / (hits + alarms):.2f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
