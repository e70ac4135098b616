"""How fast `plainlang check` is: whole processes, beside peers, in one run. Prints ratios.

    python benchmarks/check.py [FOLDER] [--peers NODE_MODULES] [--rounds N] [--many N]

FOLDER holds real pages (default: ../shared/pages); --peers a folder into which
`npm install html-validate textlint textlint-rule-alex textlint-rule-write-good` was run; without it
the peers are left out and said so. Every figure is the median of the rounds, and each ratio is taken
round by round, so that a drifting machine does not move it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PLAINLANG = [sys.executable, "-m", "plainlang", "check", "--exit-zero", "--format", "json"]
HTML_VALIDATE = {
    "root": True,
    "rules": dict.fromkeys(("wcag/h37", "wcag/h30", "empty-heading", "element-required-attributes", "empty-title"), "error"),
}  # fmt: skip
FIVE_RULES = "image-without-alt,link-without-name,heading-without-text,page-without-language,page-without-title"
TEXTLINT = {"rules": {"alex": True, "write-good": True}}


def seconds(command: list[str], **options: object) -> float:
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload]
    return time.perf_counter() - start


def compare(name: str, ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> None:
    """Print both medians and the median ratio theirs / ours."""
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    a, b = (statistics.median(p[i] for p in pairs) for i in (0, 1))
    ratio = statistics.median(t / o for o, t in pairs)
    print(f"{name:<58} {a:8.3f} s {b:8.3f} s   {ratio:6.2f} x")


def check(paths: list[str], *options: str, env: dict[str, str] | None = None) -> float:
    return seconds([*PLAINLANG, *options, *paths], env=env)


def peers(folder: Path, pages: list[Path], rounds: int, scratch: Path) -> None:
    html = [str(p) for p in pages if p.suffix == ".html"]
    (scratch / ".htmlvalidate.json").write_text(json.dumps(HTML_VALIDATE))
    validate = [str(folder / ".bin" / "html-validate"), "-c", str(scratch / ".htmlvalidate.json")]
    compare(
        f"{len(html)} HTML pages, one process: html-validate, 5 rules",
        lambda: check(html, "--no-cache", "--jobs", "1"),
        lambda: seconds([*validate, *html]),
        rounds,
    )
    compare(
        "the same, with five such rules of plainlang too",
        lambda: check(html, "--no-cache", "--jobs", "1", "--select", FIVE_RULES),
        lambda: seconds([*validate, *html]),
        rounds,
    )
    compare(
        "all rules, with two jobs",
        lambda: check(html, "--no-cache", "--jobs", "2"),
        lambda: seconds([*validate, *html]),
        rounds,
    )
    text = [str(p) for p in pages if p.suffix in (".md", ".txt")]
    (scratch / ".textlintrc.json").write_text(json.dumps(TEXTLINT))
    lint = [str(folder / ".bin" / "textlint"), "--config", str(scratch / ".textlintrc.json")]
    compare(
        f"{len(text)} Markdown pages: textlint with alex and write-good",
        lambda: check(text, "--no-cache", "--jobs", "1"),
        lambda: seconds([*lint, *text], cwd=folder.parent),
        max(1, rounds // 3),
    )


def generated(pages: list[Path], number: int, scratch: Path) -> Path:
    """Return a folder of so many pages, made of real ones with their order changed."""
    scratch.mkdir()
    texts = [p.read_bytes() for p in pages if p.suffix == ".html"]
    for i in range(number):
        (scratch / f"{i:05}.html").write_bytes(texts[i % len(texts)] + b"<!-- %d -->" % i)
    return scratch


def peak(command: list[str]) -> tuple[float, float]:
    """Return the peak memory (MiB) of a command and its seconds."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, check=True
    )
    return float(done.stdout), time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = Path(__file__).parents[1]
    parser.add_argument("folder", nargs="?", type=Path, default=here / "../shared/pages")
    parser.add_argument("--peers", type=Path, help="a node_modules folder")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--many", type=int, default=0, help="also so many generated pages")
    given = parser.parse_args()
    pages = sorted(p for p in given.folder.rglob("*") if p.suffix in (".html", ".md", ".txt"))
    if not pages:
        parser.error(f"{given.folder} holds no pages; name a folder of real pages.")
    all_pages = [str(given.folder)]
    small = str(here / "examples" / "sleep-apnea-mended.html")
    print(f"{len(pages)} pages in {given.folder}; Python {sys.version.split()[0]}")
    print(f"{'':<58} {'plainlang':>10} {'other':>10}   ratio")
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        env = {**os.environ, "PLAINLANG_CACHE_DIR": str(scratch / "cache")}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        check([small], env=env)
        compare(
            "one small page, nothing kept: python -c 'import click'",
            lambda: check([small], "--no-cache", env=env),
            lambda: seconds([sys.executable, "-c", "import click"]),
            3 * given.rounds,
        )
        compare(
            "one small page, result kept: python -c 'import click'",
            lambda: check([small], env=env),
            lambda: seconds([sys.executable, "-c", "import click"]),
            3 * given.rounds,
        )
        if given.peers:
            peers(given.peers.resolve(), pages, given.rounds, scratch)
        else:
            print("html-validate and textlint: left out; see --peers")

        def fresh() -> float:
            shutil.rmtree(scratch / "cache" / "results", ignore_errors=True)
            return check(all_pages, "--jobs", "1", env=env)

        compare(
            "all pages again, unchanged: the first run",
            lambda: check(all_pages, "--jobs", "1", env=env),
            fresh,
            given.rounds,
        )
        some = generated(pages, 1000, scratch / "some")
        compare(
            "1,000 generated pages, two jobs: one job",
            lambda: check([str(some)], "--no-cache", "--jobs", "2", env=env),
            lambda: check([str(some)], "--no-cache", "--jobs", "1", env=env),
            max(1, given.rounds // 3),
        )
        for number in (1000, given.many):
            if number:
                folder = some if number == 1000 else generated(pages, number, scratch / "many")
                jsonl = [*PLAINLANG[:-1], "jsonl", "--no-cache", "--jobs", "1", str(folder)]
                memory, spent = peak(jsonl)
                print(f"{number:,} pages to jsonl, one job: peak {memory:.0f} MiB, {spent:.1f} s")


if __name__ == "__main__":
    main()
