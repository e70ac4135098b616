"""Where the data lies that figures are measured on. It is no part of the repository."""

from __future__ import annotations

import sys
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[2] / "shared"
_FORMS = {
    "data/definitions.json": 'labelled terms: a list of {"page": FILE, "term": TERM, "defined": 0 or 1}',
    "data/jargon_words.json": 'labelled words: {"WORD": true or false, ...}',
    "data/reading_sentences.json": 'rated sentences: a list of {"text", "difficulty": 1 to 6, "source"}',
    "suites/act.json": 'W3C\'s ACT test cases: a list of {"rule", "case", "expected", "title", "ext", "html"}',
    "suites/accname.json": 'W3C\'s tests of names: {"pages", "cases"}',
    "pages": "real health pages, in one folder for each site",
}


def take_shared(arguments: list[str]) -> Path:
    """Take `--shared FOLDER` out of the arguments; without it return the folder beside the clone."""
    if "--shared" not in arguments:
        return DEFAULT
    at = arguments.index("--shared")
    if at + 1 == len(arguments):
        print("--shared needs the name of a folder.", file=sys.stderr)
        sys.exit(2)
    folder = Path(arguments[at + 1])
    del arguments[at : at + 2]
    return folder


def need(shared: Path, name: str) -> Path:
    """Return a part of the data; without it say what it is and where it belongs, and exit with 2."""
    path = shared / name
    if not path.exists():
        print(
            f"{path} is not there: {_FORMS[name]}.\n"
            "The data is no part of this repository. Put the folder “shared” beside your clone, as"
            f" {DEFAULT}, or name it with --shared FOLDER.",
            file=sys.stderr,
        )
        sys.exit(2)
    return path


def need_file(path: Path) -> Path:
    """Return a file that was named; when it is not there say so, and exit with 2."""
    if not path.is_file():
        print(f"{path}: there is no such file; check the spelling.", file=sys.stderr)
        sys.exit(2)
    return path
