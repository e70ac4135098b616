"""Build src/plainlang/language/data/subtags.txt: the language subtags that IANA has registered.

    pip download --no-deps language-tags && unzip language_tags-*.whl    # MIT; holds the registry
    python scripts/build_subtags.py language_tags/data/json

Only the primary language subtags are kept, with the date of the registry. IANA's registry itself is in
the public domain (CC0).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from textwrap import fill

OUT = Path(__file__).parent.parent / "src" / "plainlang" / "language" / "data" / "subtags.txt"


def main() -> None:
    folder = Path(sys.argv[1])
    date = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["File-Date"]
    registered = json.loads((folder / "language.json").read_text(encoding="utf-8"))
    subtags = sorted(tag for tag in registered if ".." not in tag)  # "qaa..qtz" is for private use
    head = f"# IANA Language Subtag Registry, {date}: primary language subtags.\n"
    words = fill(" ".join(subtags), 100, break_on_hyphens=False)
    # A blank on either side of each, so that a search for " en " is a look-up.
    OUT.write_text(head + "\n".join(f" {line} " for line in words.splitlines()) + "\n")
    print(f"{len(subtags)} subtags, {OUT.stat().st_size} bytes")


main()
