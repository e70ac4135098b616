"""Put what `plainlang check` prints about the example page into README.md.

    python scripts/update_readme.py

Keeps the first lines of the report and a few whole findings, with “…” for those left out; a test fails when they are out of date.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = ["check", "examples/sleep-apnea.html"]
SHOWN = ("page-above-target", "file-name-as-alt", "undefined-term", "vague-link-label")


def excerpt() -> str:
    """Return the part of the report that the README shows."""
    done = subprocess.run(
        [sys.executable, "-m", "plainlang", *COMMAND, "--no-cache", "--color", "never"],
        cwd=ROOT, env={**os.environ, "COLUMNS": "88"}, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    wanted = set(SHOWN)
    parts = done.stdout.split("\n\n")
    shown = [parts[0]]
    for part in parts[1:-1]:
        rule = re.match(r"  \S+ +\w+  (\S+)", part)
        if rule is not None and rule[1] in wanted:
            wanted.remove(rule[1])
            shown.append(part)
        elif shown[-1] != "…":
            shown.append("…")
    return "\n\n".join([*shown, "\n".join(parts[-1].rstrip().splitlines()[-2:])])


def with_excerpt(readme: str) -> str:
    """Return the README with the excerpt in its first console block."""
    command = f"$ plainlang {' '.join(COMMAND)}\n"
    start = readme.index(command) + len(command)
    end = readme.index("```", start)
    return f"{readme[:start]}{excerpt()}\n{readme[end:]}"


def main() -> None:
    file = ROOT / "README.md"
    file.write_text(with_excerpt(file.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
