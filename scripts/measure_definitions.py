"""Measure definition detection on labelled (page, term) pairs: precision, recall, F1.

python scripts/measure_definitions.py [--shared FOLDER] [--misses]
"""

from __future__ import annotations

import json
import sys

from shared_data import need, take_shared

from plainlang.api import find_definition
from plainlang.page import read_page


def main() -> None:
    shared = take_shared(sys.argv[1:])
    pairs = json.loads(need(shared, "data/definitions.json").read_text(encoding="utf-8"))
    need(shared, "pages")
    pairs = pairs["pairs"] if isinstance(pairs, dict) else pairs
    hits = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    pages = {}
    for pair in pairs:
        if pair["defined"] is None:
            continue
        path = shared / pair["page"]
        if path not in pages:
            pages[path] = read_page(path.read_bytes().decode("utf-8"), str(path))
        found = find_definition(pages[path], pair["term"])
        wanted = bool(pair["defined"])
        hits[wanted, found is not None] += 1
        if "--misses" in sys.argv and wanted != (found is not None):
            text = f"{found.kind}: {found.text[:150]}" if found else "not found"
            print(f"{'missed' if wanted else 'WRONG '} {pair['page']} {pair['term']!r} {text}")
    right, wrong, missed = hits[True, True], hits[False, True], hits[True, False]
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"{sum(hits.values())} pairs: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
    )


main()
