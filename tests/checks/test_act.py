"""Findings agree with cases of W3C's ACT rules, and with the same cases written in other ways."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from plainlang.api import check

SUITE = Path(__file__).parents[2].parent / "shared" / "suites" / "act.json"
PAGE_RULES = {"b5c3f8", "bf051a", "2779a5", "5b7ae0"}
CORE = PAGE_RULES | set(
    "23a2a8 46ca7f 59796f 7d6734 8fc3b6 c487ae ffd0e9 de46e4 97a4e1 m6b1q3 e086e5 cae760 2t702h 2ee8b8".split()
)
AROUND = (
    "<h2>Before you come</h2><p>Eat and drink as you like. Bring your list of medicines.</p>" * 60
)

pytestmark = pytest.mark.skipif(not SUITE.is_file(), reason="the suite is not at hand")


def cases() -> list[Any]:
    if not SUITE.is_file():
        return []
    found = [c for c in json.loads(SUITE.read_text(encoding="utf-8")) if c["rule"] in CORE]
    return [pytest.param(c, id=f"{c['rule']} {c['title']}") for c in found]


def fails(case: dict[str, str], source: str, name: str) -> bool:
    report = check(source, filename=name)
    return any(case["rule"] in f.references.get("act", ()) for f in report.findings)


def body_of(source: str) -> str:
    """Return what a page shows: its style sheets and its body."""
    styles = "".join(re.findall(r"<style.*?</style>", source, re.DOTALL))
    body = re.search(r"<body[^>]*>(.*?)(?:</body>|$)", source, re.DOTALL)
    shown = body[1] if body else re.sub(r"<(?:!doctype|/?html|/?head|meta)[^>]*>|<title>.*?</title>", "", source)  # fmt: skip
    return styles + shown


def shouted(source: str) -> str:
    """Return a source with tags and attribute names in upper case."""

    def shout(match: re.Match[str]) -> str:
        parts = re.split(r"(\"[^\"]*\"|'[^']*')", match[0])
        return "".join(p if p[:1] in "\"'" else p.upper() for p in parts)

    return re.sub(r"<[a-zA-Z/][^<>]*>", shout, source)


@pytest.mark.parametrize("case", cases())
def test_a_case_is_found_if_it_fails_and_left_alone_if_not(case: dict[str, str]) -> None:
    assert fails(case, case["html"], f"case.{case['ext']}") == (case["expected"] == "failed")


@pytest.mark.parametrize("case", cases())
def test_upper_case_tags_change_nothing(case: dict[str, str]) -> None:
    if case["ext"] == "html":
        assert fails(case, shouted(case["html"]), "case.html") == (case["expected"] == "failed")


@pytest.mark.parametrize("case", cases())
def test_other_ids_change_nothing(case: dict[str, str]) -> None:
    names = set(re.findall(r"\bid=\"([\w-]+)\"", case["html"]))
    source = case["html"]
    for name in names:
        source = re.sub(rf"(?<=[\"# ]){name}(?=[\" ])", f"part-{name}-2", source)
    assert fails(case, source, f"case.{case['ext']}") == (case["expected"] == "failed")


@pytest.mark.parametrize("case", cases())
def test_end_tags_left_out_at_the_end_change_nothing(case: dict[str, str]) -> None:
    source = re.sub(r"(?:\s*</(?:html|body|div|p|section|main)>)+\s*$", "", case["html"])
    assert fails(case, source, f"case.{case['ext']}") == (case["expected"] == "failed")


@pytest.mark.parametrize("case", cases())
def test_a_long_page_around_an_element_changes_nothing(case: dict[str, str]) -> None:
    if case["rule"] not in PAGE_RULES:
        page = f"<!doctype html><html lang=en><title>Your visit</title>{AROUND}{body_of(case['html'])}{AROUND}"  # fmt: skip
        assert fails(case, page, "case.html") == (case["expected"] == "failed")


@pytest.mark.parametrize("case", cases())
def test_raw_html_in_markdown_is_checked_too(case: dict[str, str]) -> None:
    lines = (line.strip() for line in body_of(case["html"]).splitlines())
    source = f"# Your visit\n\n{' '.join(lines)}\n\nSee you *soon*.\n"
    expected = case["expected"] == "failed" and case["rule"] not in PAGE_RULES
    assert fails(case, source, "case.md") == expected
