"""How well the reading measures work: on rated sentences, and on pages for patients and doctors.

    python scripts/measure_reading.py            figures on the shared data
    python scripts/measure_reading.py --scale    the constants of `language/level/grade.py`
    python scripts/measure_reading.py --pages    every page with its grades

Reads data/reading_sentences.json (sentences rated by people from 1, easy, to 6, hard) and pages in the
folder ../shared, or in another one (--shared FOLDER). Nothing is fitted on the ratings.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import sqrt
from pathlib import Path
from statistics import fmean, median, pstdev

from shared_data import DEFAULT, need

from plainlang.language.level.counts import Counts, add_up, count_sentence
from plainlang.language.level.effect import effects
from plainlang.language.level.formulas import ENGLISH, SPANISH
from plainlang.language.level.grade import SCALES, _values, features, plainlang_grade
from plainlang.language.level.targets import EASIER_WHEN_HIGHER
from plainlang.language.sentences import split_sentences
from plainlang.language.words import split_words

PASSAGE_WORDS = 160
# The grades between which the scale is laid: as many passages are at or below each as by
# Flesch-Kincaid.
ANCHORS = (6, 12)


def correlation(x: Sequence[float], y: Sequence[float]) -> float:
    """Return Pearson's r."""
    mean_x, mean_y = fmean(x), fmean(y)
    both = fmean((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return both / (pstdev(x) * pstdev(y) or 1)


def area_under_curve(hard: Sequence[float], easy: Sequence[float]) -> float:
    """Return the share of pairs in which the hard one has the higher value; a tie is half."""
    wins = sum((a > b) + (a == b) / 2 for a in hard for b in easy)
    return wins / (len(hard) * len(easy))


def count_text(text: str, language: str) -> Counts:
    """Count a text sentence by sentence."""
    return add_up(
        count_sentence(text[start:end], language) for start, end in split_sentences(text, language)
    )


Measure = Callable[[Counts], float]


def report_sentences(file: Path) -> None:
    rated = json.loads(file.read_text(encoding="utf-8"))
    # Split as any text is: a stop that is wrongly taken for an end costs accuracy here, too.
    rows = [(count_text(row["text"], "en"), row["difficulty"], row["source"]) for row in rated]
    rows = [row for row in rows if row[0].words]
    measures: dict[str, Measure] = {"plainlang": plainlang_grade, **ENGLISH}
    print(f"{len(rows)} rated sentences; hard: rated 4 or more, clearly hard 5, easy below 3.5")
    print(f"{'measure':30} {'r':>6} {'AUC >=4':>8} {'AUC 5|3.5':>10}")
    for name, measure in measures.items():
        values = [measure(counts) for counts, _, _ in rows]
        sign = -1 if name == "flesch_reading_ease" else 1
        ratings = [rating for _, rating, _ in rows]
        pairs = [(sign * v, rating) for v, rating in zip(values, ratings, strict=True)]
        middle = area_under_curve([v for v, r in pairs if r >= 4], [v for v, r in pairs if r < 4])
        far = area_under_curve([v for v, r in pairs if r >= 5], [v for v, r in pairs if r < 3.5])
        r = sign * correlation(values, ratings)
        print(f"{name:30} {r:6.3f} {middle:8.3f} {far:10.3f}")
    sources = sorted({source for _, _, source in rows})
    print(f"\n{'source':45} {'n':>4} {'plainlang r':>12} {'FK r':>6}")
    for source in sources:
        own = [row for row in rows if row[2] == source]
        ratings = [rating for _, rating, _ in own]
        r = [
            correlation([measures[m](counts) for counts, _, _ in own], ratings)
            for m in ("plainlang", "flesch_kincaid_grade")
        ]
        print(f"{source:45} {len(own):4} {r[0]:12.3f} {r[1]:6.3f}")


def pages(folder: Path, language: str) -> Iterator[tuple[str, list[Counts]]]:
    """Yield each page of the folder in `language`, with its prose as counted sentences."""
    from plainlang.page.read import read_page

    for file in sorted(folder.glob("*/*.*")):
        page = read_page(file.read_text(encoding="utf-8"), file.name)
        if (page.language or "en").split("-")[0] != language:
            continue
        sentences = []
        for block in page.blocks:
            if block.kind not in ("paragraph", "list-item") or block.region != "main":
                continue
            for start, end in split_sentences(block.text, language):
                sentence = block.text[start:end]
                if len(split_words(sentence)) >= 4:
                    sentences.append(count_sentence(sentence, language))
        if sentences:
            yield f"{file.parent.name}/{file.name}", sentences


def passages(sentences: Sequence[Counts]) -> Iterator[Counts]:
    """Cut a page into passages of about 160 words."""
    now = Counts()
    for sentence in sentences:
        now += sentence
        if now.words >= PASSAGE_WORDS:
            yield now
            now = Counts()


def half_width(values: Sequence[float]) -> float:
    """Return half the width of the middle 68 %: the standard deviation, if nothing is odd.

    Long lists without full stops are odd, and would stretch a standard deviation.
    """
    ordered = sorted(values)
    return (ordered[int(0.84 * len(ordered))] - ordered[int(0.16 * len(ordered))]) / 2


def _reference_grade(counts: Counts, language: str) -> float:
    """Return Flesch-Kincaid, or for Spanish the same from Szigriszt-Pazos.

    In English, a point of Flesch reading ease is 0.2 grades of Flesch-Kincaid, and 60 is 8.5; the
    Spanish index was made to be read on the scale of Flesch's.
    """
    if language == "es":
        return 20.5 - 0.2 * SPANISH["szigriszt_pazos"](counts)
    return ENGLISH["flesch_kincaid_grade"](counts)


def report_scale(folder: Path) -> None:
    for language, scale in SCALES.items():
        found = [p for _, sentences in pages(folder, language) for p in passages(sentences)]
        if len(found) < 2:
            continue
        print(f"{language}: {len(found)} passages")
        # Of many times the words, so that the words of ordinary prose mixed in do not matter.
        long = [Counts(*(1000 * n for n in p)) for p in found]
        for name, column in zip(
            scale._fields, zip(*(_values(p, scale) for p in long), strict=True), strict=False
        ):
            print(f"    {name}=({median(column):.4f}, {half_width(column):.4f}),")
        sums = sorted(sum(f.grades for f in features(p, language)) / scale.unit for p in found)
        reference = [_reference_grade(p, language) for p in found]
        if language == "en":
            at = [sums[sum(grade <= anchor for grade in reference)] for anchor in ANCHORS]
            unit = (ANCHORS[1] - ANCHORS[0]) / (at[1] - at[0])
            print(f"    base={ANCHORS[0] - unit * at[0]:.3f}, unit={unit:.4f},")
        else:
            print(f"    base={median(reference):.3f} less the unit times {median(sums):.3f},")
        print(f"    _ON_ORDINARY_PROSE[{language!r}]:")
        ours = [plainlang_grade(p, language) for p in found]
        print(f"        'plainlang': ({median(ours):.2f}, {half_width(ours):.2f}),")
        for name, formula in (SPANISH if language == "es" else ENGLISH).items():
            values = [formula(p) for p in found]
            sign = -1 if name in EASIER_WHEN_HIGHER else 1
            print(f"        {name!r}: ({median(values):.2f}, {sign * half_width(values):.2f}),")
        spreads = [
            sqrt((len(s) - 1) * sum((e - fmean(all_)) ** 2 for e in all_))
            for _, s in pages(folder, language)
            if len(s) > 20 and (all_ := effects(s, language))
        ]
        print(f"    _SENTENCE_SPREAD: {median(spreads):.2f}")


def report_pages(folder: Path, show_all: bool) -> None:
    for language, formulas in (("en", ENGLISH), ("es", SPANISH)):
        names = ["plainlang", *list(formulas)[:4]]
        measures: dict[str, Measure] = {"plainlang": lambda c, at=language: plainlang_grade(c, at)}
        measures |= formulas
        kinds: dict[str, dict[bool, list[float]]] = defaultdict(lambda: {True: [], False: []})
        for path, sentences in pages(folder, language):
            total = add_up(sentences)
            values = {name: measures[name](total) for name in names}
            if show_all:
                shown = "  ".join(f"{name} {value:5.1f}" for name, value in values.items())
                print(f"{path[:60]:60} {total.words:6} words  {shown}")
            # ".public." marks news and press releases, which are for neither.
            if path.startswith("nci/") and (".hp." in path or ".patient." in path):
                for name, value in values.items():
                    kinds[name][".hp." in path].append(value)
        for name, kind in kinds.items():
            if kind[True] and kind[False]:
                area = area_under_curve(kind[True], kind[False])
                print(
                    f"{language} {name}: {len(kind[True])} pages for professionals against"
                    f" {len(kind[False])} for patients, AUC {max(area, 1 - area):.3f}"
                )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", action="store_true")
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--shared", type=Path, default=DEFAULT, metavar="FOLDER")
    chosen = parser.parse_args()
    shared = chosen.shared
    if chosen.scale:
        report_scale(need(shared, "pages"))
        return 0
    need(shared, "pages")
    report_sentences(need(shared, "data/reading_sentences.json"))
    print()
    report_pages(shared / "pages", chosen.pages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
