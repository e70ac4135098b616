"""How fast a reading level is: loading, then a thousand words, beside textstat on the same text.

    python benchmarks/reading.py [--rounds N]

Everything of ours is timed (sentences, words, syllables, counts, all formulas, the grade with its
range, the ranking of sentences and the shortest path); of textstat only Flesch-Kincaid, SMOG and
Dale-Chall. Ratios are of one run on one machine. Texts are ../shared/pages if they are there, else
a built-in paragraph. textstat's dictionary of syllables is not fetched: without it, its fallback
(hyphenation) is timed, which is the faster of the two to load.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

from plainlang.language import sentences

SHARED = Path(__file__).resolve().parents[2] / "shared"

_LOAD = """
import sys, time
begin = time.perf_counter()
from plainlang.language.level.reading import measure
measure("The doctor will look at your x-ray for signs of pneumonia.")
print((time.perf_counter() - begin) * 1000)
"""
_LOAD_SPANISH = _LOAD.replace('pneumonia."', 'pneumonia.", "es"')
_LOAD_TEXTSTAT = """
import time
begin = time.perf_counter()
import textstat
print((time.perf_counter() - begin) * 1000)
"""
_SAMPLE = (
    "Your doctor will take a small sample of tissue and look at it under a microscope. This is"
    " called a biopsy. It can show whether the lump is cancer. You may feel a little sore for a day"
    " or two. Call the clinic if the wound bleeds, or if you have a fever above 38 degrees."
)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    for name, code in (("English", _LOAD), ("Spanish", _LOAD_SPANISH)):
        print(f"load and first sentence, {name}: {_best_of(code, rounds):6.1f} ms")
    load_textstat = _best_of(_LOAD_TEXTSTAT, 3)
    print(f"load textstat:                    {load_textstat:6.1f} ms")

    paragraphs = _paragraphs()
    text = "\n\n".join(paragraphs)
    from plainlang.language.level.counts import add_up
    from plainlang.language.level.effect import hardest, shortest_path
    from plainlang.language.level.reading import count_text, measure, measure_counts

    def everything() -> None:
        for page in paragraphs:
            counted = list(count_text(page))
            measure_counts(add_up(counted))
            hardest(counted)
            shortest_path(counted, 8)

    words = measure(text).words
    print(f"{words} words in {len(paragraphs)} pages")
    thousands = words / 1000
    grade_only = _time(lambda: [measure(page) for page in paragraphs], rounds) / thousands
    all_of_it = _time(everything, rounds) / thousands
    print(f"measure():                        {grade_only:6.3f} ms a thousand words")
    print(f"with ranking and shortest path:   {all_of_it:6.3f} ms a thousand words")
    split = _time(lambda: [sentences.split_sentences(page) for page in paragraphs], rounds)
    print(f"sentences:                        {len(text.encode()) / split / 1000:6.1f} MB/s")
    theirs = _time_textstat(paragraphs) / thousands
    print(f"textstat, three formulas:         {theirs:6.3f} ms a thousand words")
    print(f"textstat takes {theirs / grade_only:.1f} times as long as measure(),")
    print(f"               {theirs / all_of_it:.1f} times as long as everything")
    return 0


def _paragraphs() -> list[str]:
    files = sorted((SHARED / "pages").glob("*/*.html"))[:40]
    if not files:
        return [_SAMPLE * 15] * 20
    from plainlang.page.read import read_page

    pages = (read_page(file.read_text(encoding="utf-8"), file.name) for file in files)
    return [
        "\n\n".join(b.text for b in page.blocks if b.kind == "paragraph" and b.region == "main")
        for page in pages
        if page.language.startswith("en")
    ]


def _best_of(code: str, rounds: int) -> float:
    runs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(rounds)
    ]
    return min(runs)


def _time(run: object, rounds: int) -> float:
    """Return the best of several runs, in milliseconds."""
    best = float("inf")
    for _ in range(rounds):
        sentences.forget()  # a text that was just split would cost nothing
        begin = time.perf_counter()
        run()  # type: ignore[operator]
        best = min(best, time.perf_counter() - begin)
    return best * 1000


def _time_textstat(pages: list[str]) -> float:
    import nltk

    nltk.download = lambda *a, **k: False
    from textstat.backend.utils import _get_cmudict
    from textstat.textstat import textstatistics

    try:
        _get_cmudict.get_cmudict("en")
    except LookupError:
        from importlib import import_module

        counter = import_module("textstat.backend.counts._count_syllables")
        counter.get_cmudict = lambda lang: None
    reference = textstatistics()
    reference.flesch_kincaid_grade("Warm up first.")
    begin = time.perf_counter()
    for page in pages:
        reference.flesch_kincaid_grade(page)
        reference.smog_index(page)
        reference.dale_chall_readability_score(page)
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    sys.exit(main())
