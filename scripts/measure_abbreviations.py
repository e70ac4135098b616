"""Measure `find_abbreviations` on sentences with known pairs: "text<TAB>SHORT=long|SHORT=long".

    python scripts/measure_abbreviations.py [FILE]

A pair counts when both strings are exactly right. Prints what is missed and what is too much.
"""

from __future__ import annotations

import sys
from pathlib import Path

from shared_data import need_file

from plainlang.language.acronyms.abbreviations import find_abbreviations

_CASES = Path(__file__).parents[1] / "tests/language/abbreviations.tsv"


def main() -> None:
    file = need_file(Path(sys.argv[1]) if len(sys.argv) > 1 else _CASES)
    hits = found = wanted = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        text, tab, pairs = line.partition("\t")
        if not tab:
            continue
        right = {tuple(pair.split("=", 1)) for pair in pairs.split("|") if pair.strip()}
        guesses = {(a.short, a.long) for a in find_abbreviations(text)}
        hits += len(right & guesses)
        found += len(guesses)
        wanted += len(right)
        for pair in sorted(right - guesses):
            print("missed  ", pair)
        for pair in sorted(guesses - right):
            print("too much", pair)
    print(
        f"{wanted} pairs: precision {hits / max(1, found):.3f}  recall {hits / max(1, wanted):.3f}"
    )
    print(f"F1 {2 * hits / max(1, found + wanted):.3f}")


if __name__ == "__main__":
    main()
