"""Measure accessible names on cases of W3C's web platform tests, by what they need.

python scripts/measure_names.py [--shared FOLDER] [--misses]
"""

from __future__ import annotations

import json
import sys
from collections import Counter

from shared_data import need, take_shared

from plainlang.page import read_page


def main() -> None:
    shared = take_shared(sys.argv[1:])
    suite = json.loads(need(shared, "suites/accname.json").read_text(encoding="utf-8"))
    pages = {
        name: read_page(source).select("[data-expectedlabel]")
        for name, source in suite["pages"].items()
    }
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for case in suite["cases"]:
        kind = case["needs_css"]
        found = pages[case["page"]][case["n"] - 1].name
        total[kind] += 1
        right[kind] += found == case["expected"]
        if "--misses" in sys.argv and found != case["expected"]:
            print(f"{case['page']} {case['n']} {case['test']}: {case['expected']!r}, not {found!r}")
    for kind in total:
        print(f"{kind}: {right[kind]} of {total[kind]}")
    print(f"all: {right.total()} of {total.total()}")


main()
