"""What finding terms, jargon and acronyms costs, in milliseconds a thousand words.

    python benchmarks/terms.py [FOLDER of pages]

Reads the pages (../shared/pages when nothing is named), then times each finder on their paragraphs,
the best of several rounds, and the loading of both lexicons from the cache.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from plainlang.language.acronyms.abbreviations import find_abbreviations
from plainlang.language.acronyms.find import find_acronyms
from plainlang.language.acronyms.undefined import undefined_acronyms
from plainlang.language.terms import lexicon
from plainlang.language.terms.jargon import is_jargon
from plainlang.page import format_of, read_page

_PAGES = Path(__file__).parents[1] / "../shared/pages"


def _best(work: Callable[[], object], rounds: int = 7) -> float:
    """Return the seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _PAGES
    files = [f for f in sorted(folder.rglob("*")) if f.is_file() and format_of(f.name)]
    if not files:
        sys.exit(f"{folder} holds no pages.")
    pages = [read_page(f.read_text("utf-8", "replace"), f.name) for f in files]
    passages = [list(page.text_blocks()) for page in pages]
    texts = [passage.text for page in passages for passage in page]
    words = [word for text in texts for word in text.split()]
    thousands = len(words) / 1000
    print(f"{len(pages)} pages, {len(texts)} passages, {len(words)} words")

    def load() -> None:
        lexicon._base.cache_clear()
        lexicon.load_lexicon("en")
        lexicon.load_lexicon("es")

    load()
    sizes = ", ".join(f"{len(lexicon.load_lexicon(lang))} {lang}" for lang in ("en", "es"))
    print(f"load lexicons ({sizes})  {_best(load) * 1000:.1f} ms")
    terms = lexicon.load_lexicon("en")
    whole = [" ".join(p.text for p in page) for page in passages]
    bare = [word.strip(".,;:()") for word in words if word.strip(".,;:()")]
    jobs: list[tuple[str, Callable[[], object]]] = [
        ("str.split, to compare", lambda: [text.split() for text in whole]),
        ("terms, page by page", lambda: [terms.find(text) for text in whole]),
        ("terms, by passage", lambda: [terms.find(text) for text in texts]),
        ("is_jargon, every word", lambda: [is_jargon(word) for word in bare]),
        ("find_acronyms", lambda: [find_acronyms(text) for text in texts]),
        ("find_abbreviations", lambda: [find_abbreviations(text) for text in texts]),
        ("undefined_acronyms", lambda: [undefined_acronyms(page) for page in passages]),
    ]
    for name, work in jobs:
        print(f"{name:24} {_best(work, 3) * 1000 / thousands:.3f} ms per 1000 words")


if __name__ == "__main__":
    main()
