"""Workflow commands: few enough to be shown, and nothing in a page can write one."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from plainlang.findings import Report, Severity
from plainlang.reports import render


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """Return `(command, properties, message)` as GitHub's runner reads each line."""
    out = []
    for line in str(render(report, "github")).splitlines():
        found = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert found, line
        properties = dict(part.split("=", 1) for part in found[2].split(","))
        out.append((found[1], {k: unquote(v) for k, v in properties.items()}, unquote(found[3])))
    return out


def test_github(report: Report, snapshot: Callable[[str, str], None]) -> None:
    snapshot("github.txt", str(render(report, "github")))


def test_annotations_name_file_line_and_column(report: Report) -> None:
    found = next(c for c in commands(report) if "myalgia" in c[2])
    assert found[0] == "warning"
    assert found[1]["file"] == "site/flu advice.html"
    assert (found[1]["line"], found[1]["col"], found[1]["endColumn"]) == ("4", "20", "27")
    assert "Write “muscle pain”." in found[2]


def test_ten_of_each_kind_the_worst_and_the_rest_is_counted(report: Report) -> None:
    page = report.pages[0]
    by_severity = {f.severity: f for f in page.findings}
    warning = next(f for f in page.findings if f.rule == "undefined-term")
    review = next(f for f in page.findings if f.needs_review)
    findings = (
        *[review._replace(message=f"Ask {i}.") for i in range(10)],
        *[warning._replace(message=f"Mend {i}.") for i in range(4)],
        *[by_severity[Severity.ERROR]._replace(message=f"Stop {i}.") for i in range(30)],
        *[by_severity[Severity.NOTE]] * 3,
    )
    found = commands(report._replace(pages=(page._replace(findings=findings),)))
    assert [c[0] for c in found] == ["error"] * 10 + ["warning"] * 10 + ["notice"]
    assert [c[2].split(".")[0] for c in found[10:16]] == [
        "Mend 0", "Mend 1", "Mend 2", "Mend 3", "Ask 0", "Ask 1",
    ]  # fmt: skip
    assert "27 findings more are not here." in found[-1][2]


def test_it_has_no_empty_line_where_every_rule_ran(report: Report) -> None:
    rules = tuple(rule._replace(enabled=True) for rule in report.run.rules)
    settings = {**report.run.settings, "browser": {"Chromium": "130"}}
    everything = report._replace(run=report.run._replace(rules=rules, settings=settings))
    last = commands(everything)[-1][2]
    assert "" not in last.split("\n")


def test_it_says_what_was_not_run_and_what_needs_a_person(report: Report) -> None:
    last = commands(report)[-1]
    assert last[0] == "notice"
    assert "1 finding needs a person" in last[2]
    assert "wordy-phrase" in last[2]


def test_hostile_text_stays_inside_its_command(hostile: Report) -> None:
    text = str(render(hostile, "github"))
    assert text.count("\n") == len(commands(hostile)) == 2
    assert not re.search(r"(?m)^(?!::(warning|notice) )", text.rstrip("\n"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\x85\u2028]", text)
