"""Measure `is_jargon` on labelled words: a JSON file that maps words to true or false.

    python scripts/measure_jargon.py [--shared FOLDER] [FILE]

Prints precision, recall and F1, beside those of frequency alone, and the words that are wrong.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from shared_data import need, need_file, take_shared

from plainlang.language.frequency.zipf import zipf
from plainlang.language.terms.jargon import why_jargon


def _figures(labels: dict[str, bool], guesses: dict[str, bool]) -> str:
    hits = sum(labels[w] and guesses[w] for w in labels)
    precision = hits / max(1, sum(guesses.values()))
    recall = hits / max(1, sum(labels.values()))
    f1 = 2 * hits / max(1, sum(guesses.values()) + sum(labels.values()))
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def main() -> None:
    arguments = sys.argv[1:]
    shared = take_shared(arguments)
    file = need_file(Path(arguments[0])) if arguments else need(shared, "data/jargon_words.json")
    labels: dict[str, bool] = json.loads(file.read_text(encoding="utf-8"))
    reasons = {word: why_jargon(word) for word in labels}
    guesses = {word: reason.jargon for word, reason in reasons.items()}
    print(f"{len(labels)} words, {sum(labels.values())} of them jargon")
    print("plainlang ", _figures(labels, guesses))
    for threshold in (3.0, 3.3, 3.6):
        alone = {word: zipf(word) < threshold for word in labels}
        print(f"Zipf < {threshold}", _figures(labels, alone))
    print("reasons for jargon:", dict(Counter(r.kind for r in reasons.values() if r.jargon)))
    for word, right in labels.items():
        if right != guesses[word]:
            verdict = "missed" if right else "wrongly called jargon"
            print(f"  {word}: {verdict} ({reasons[word].kind}: {reasons[word].detail})")


if __name__ == "__main__":
    main()
