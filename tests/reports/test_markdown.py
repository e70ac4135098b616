"""Markdown: fits in a comment, and shows a page's words as they are."""

from __future__ import annotations

import re
from collections.abc import Callable

import pyromark
import pytest

from plainlang.findings import Report
from plainlang.reports import markdown, render
from plainlang.reports.markup import code_block, code_span, markdown_text


def test_markdown(report: Report, snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.md", str(render(report, "markdown")))


def test_it_says_what_was_checked_what_not_and_with_which_versions(report: Report) -> None:
    text = str(render(report, "markdown"))
    for part in (
        "3 pages checked",
        "1 finding needs a person",
        "wordy-phrase",
        "plainlang 0.1.0",
        "2026",
    ):
        assert part in text


@pytest.mark.parametrize("size", [100, 20_000])
def test_a_large_run_fits_in_a_comment_and_counts_the_rest(report: Report, size: int) -> None:
    page = report.pages[0]
    findings = tuple(
        f._replace(message=f"{i} {f.message} " + "long " * 40)
        for i, f in zip(range(size), page.findings * size, strict=False)
    )
    big = report._replace(pages=(*[page._replace(path=f"p{i}.html") for i in range(50)],
                                 page._replace(findings=findings)))  # fmt: skip
    text = str(render(big, "markdown"))
    assert len(text) < 65_536
    assert len(text.encode()) < 131_072
    listed = len(re.findall(r"^\| \d+ \| (?:error|warning|note) ", text, re.MULTILINE))
    rest = int(re.search(r"([\d,]+) findings? more", text)[1].replace(",", ""))  # type: ignore[index]
    assert listed + rest == size + 200
    assert listed > 50


def test_pages_without_findings_are_not_listed_for_mending(report: Report) -> None:
    text = str(render(report._replace(pages=report.pages[1:2]), "markdown"))
    assert "Pages to mend" not in text
    assert "Findings, worst first" not in text


def test_the_worst_are_listed_first(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "MAX_FINDINGS", 2)
    text = str(render(report, "markdown"))
    assert "image-without-alt" in text
    assert "| note | `hard-sentence` |" not in text
    assert "| `hard-sentence` | note | 1 |" in text  # what is not listed is counted
    assert "3 findings more are not listed here." in text


def test_hostile_text_is_only_text(hostile: Report) -> None:
    text = str(render(hostile, "markdown"))
    html = pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)
    assert not re.search(r"<(script|img|a|style|em|strong|h[2-9]|textarea)\b", re.sub(
        r"<h2>(Pages|Findings|What)|<strong>", "", html))  # fmt: skip
    assert html.count("<details>") == html.count("</details>") == 1
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u2028\u202e]", text)
    prose = re.sub(r"<code>.*?</code>", "", html)  # in code nothing is called or linked
    assert not re.search(r"@team|https://e\.example|#12", prose)
    rows = [line for line in text.splitlines() if line.startswith("| 1 |")]
    assert rows
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "`",
        "``a`` `",
        "*b* _c_ ~d~",
        "[x](y) ![z](w)",
        "<b>&amp;",
        "1. a",
        "10) a",
        "- a",
        "+ a",
        "=== a",
        "# h",
        "$x$",
        "a_b_c",
        "a|b",
        "\\*",
    ],
)
def test_escaped_text_reads_as_itself(text: str) -> None:
    shown = pyromark.html(markdown_text(text)).replace("\u2060", "")
    plain = re.sub(r"<[^>]+>", "", shown).strip()
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        plain = plain.replace(entity, character)
    assert plain == text
    span = pyromark.html(code_span(text))
    assert span.count("<code>") == 1
    block = pyromark.html(code_block(text + "\n```\n<b>"))
    assert block.count("<code") == 1
