"""Runs to report on, made by hand: what the rules find may change, these may not."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plainlang.detail import detail_of
from plainlang.findings import (
    Edit,
    Finding,
    Fix,
    LineIndex,
    PageResult,
    Related,
    Report,
    RuleInfo,
    Run,
    Severity,
    Span,
    Summary,
    Suppressed,
)
from plainlang.page import read_page
from plainlang.settings import Settings

SNAPSHOTS = Path(__file__).parent / "snapshots"

SOURCE = """\
<!doctype html>
<html lang="en"><title>Flu</title>
<h1>Flu</h1>
<p>Flu can cause 😷 myalgia and caf&eacute; visits. Rest at home.</p>
<p><img src="/img/nurse.png"> <a href="/more?a=1&amp;b=2">Read more</a></p>
<h2>Treatment</h2>
<p>Concomitant anticoagulants necessitate comprehensive haematological evaluation.</p>
"""

RULES = (
    RuleInfo("image-without-alt", "alt-text", Severity.ERROR, "This image has no text.",
             "People who cannot see it get nothing.", "Say what it shows.",
             {"wcag": ("1.1.1",), "act": ("23a2a8",)}, (), ('<p>[[<img src="a.png">]]</p>',),
             ('<p><img src="a.png" alt="A nurse"></p>',), "0.99"),
    RuleInfo("undefined-term", "jargon", Severity.WARNING, "“{term}” is not explained.",
             "Many readers do not know this word.", "Write “{plain}”.",
             {"wcag": ("3.1.3",), "cdc-cci": ("language",)}, ("en", "es"),
             ("<p>Your [[myalgia]]</p>",), ("<p>Your muscle pain</p>",)),
    RuleInfo("vague-link-label", "link-labels", Severity.WARNING, "“{name}” says nothing.",
             "Links are often heard alone.", "Name the page that it leads to.",
             {"wcag": ("2.4.4", "2.4.9"), "act": ("5effbb",)}, needs_review=True),
    RuleInfo("hard-sentence", "reading-level", Severity.NOTE, "This reads at grade {grade}.",
             "One hard sentence can stop a reader.", "Part it in two.", {"wcag": ("3.1.5",)}),
    RuleInfo("wordy-phrase", "wording", Severity.NOTE, "“{phrase}” is wordy.", "It takes time.",
             "Write “{plain}”.", {}, enabled=False),
)  # fmt: skip
RUN = Run(
    version="0.1.0",
    started="2026-11-24T09:30:00+00:00",
    rules=RULES,
    settings={"fail-on": "warning", "target-grade": 8},
    standards={"WCAG": "2.2", "ACT Rules Format": "1.1", "SARIF": "2.1.0"},
)


def make_finding(source: str, text: str, rule: RuleInfo, path: str, **more: Any) -> Finding:
    """Return a finding of a rule at the first occurrence of `text`."""
    start = source.index(text)
    span = Span(start, start + len(text))
    lines = LineIndex(source)
    values: dict[str, Any] = {
        "excerpt": text, "message": rule.message, "why": rule.why, "how": rule.how,
        "fingerprint": f"{rule.id}-{start}", "references": rule.references,
        "needs_review": rule.needs_review, **more,
    }  # fmt: skip
    return Finding(
        rule=rule.id, category=rule.category, severity=rule.severity, path=path, span=span,
        start=lines.position(span.start), end=lines.position(span.end), **values,
    )  # fmt: skip


def make_page(path: str, source: str, findings: list[Finding], **more: Any) -> PageResult:
    """Return a page's result; grades of sentences are made up, since the scale may change."""
    detail = detail_of(read_page(source, path), findings, Settings())
    blocks = tuple(
        b._replace(sentences=tuple((s, e, 4.0 + i * 9) for i, (s, e, _) in enumerate(b.sentences)))
        for b in detail.blocks
    )
    return PageResult(path=path, title="Flu", is_document=True, findings=tuple(findings),
                      detail=detail._replace(blocks=blocks), **more)  # fmt: skip


@pytest.fixture
def run() -> Run:
    return RUN


@pytest.fixture
def report() -> Report:
    """Three pages: one with a finding of each kind, one without any, one that cannot be read."""
    path = "site/flu advice.html"
    image, term, link, sentence = RULES[:4]
    hard = "Concomitant anticoagulants necessitate comprehensive haematological evaluation."
    at = SOURCE.index("myalgia")
    findings = [
        make_finding(SOURCE, "myalgia", term, path, message="“myalgia” is not explained.",
                     how="Write “muscle pain”.", suggestion="muscle pain", term="myalgia",
                     before="Flu can cause 😷 ", after=" and café visits.",
                     related=(Related(Span(at, at + 7), "used here first"),),
                     fix=Fix((Edit(Span(at, at + 7), "muscle pain"),), "Use plain words", False)),
        make_finding(SOURCE, '<img src="/img/nurse.png">', image, path),
        make_finding(SOURCE, '<a href="/more?a=1&amp;b=2">', link, path, excerpt="Read more",
                     message="“Read more” says nothing."),
        make_finding(SOURCE, hard, sentence, path, message="This reads at grade 18."),
    ]  # fmt: skip
    hidden = make_finding(SOURCE, "Rest", sentence, path, message="This reads at grade 9.")
    reading = {
        "grade": 10.4, "low": 9.1, "high": 12.0, "metric": "plainlang", "target": 8.0,
        "verdict": "above", "formulas": {"flesch_kincaid_grade": 11.2, "smog_index": 12.0},
        "words": 19, "sentences": 3, "syllables": 40, "excluded_words": 2, "language": "en",
        "excluded": {"navigation": 2}, "note": "", "languages": [],
        "sections": [
            {"heading": "Flu", "grade": 5.1, "words": 12, "span": _lines(3, 5)},
            {"heading": "Treatment", "grade": 16.0, "words": 7, "span": _lines(6, 7)},
        ],
    }  # fmt: skip
    scores = {"overall": 46, "reading_level": 52, "jargon": 0, "alt_text": 0, "link_labels": 100}
    pages = (
        make_page(path, SOURCE, findings, scores=scores, reading=reading,
                  counts={"images": 1, "links": 1, "terms": 1, "terms_explained": 0},
                  suppressed=(Suppressed(hidden, "comment", "The editor wants it."),)),
        make_page("site/ok.md", "# Rest\n\nRest at home.\n", [], format="markdown",
                  scores={"overall": 100, "reading_level": 100, "jargon": None, "alt_text": None,
                          "link_labels": None},
                  counts={"images": 0, "links": 0, "terms": 0, "terms_explained": 0}),
        _unreadable("site/broken.html"),
    )  # fmt: skip
    summary = Summary(
        pages=3, counts={"error": 2, "warning": 2, "note": 1},
        scores={"overall": 73.0, "reading_level": 76.0, "jargon": 0.0, "alt_text": 0.0,
                "link_labels": 100.0},
        skipped=(("site/logo.bin", "it is not text"),),
        failed=("4 findings at or above “warning”.",), suppressed=1,
    )  # fmt: skip
    return Report(RUN, pages, summary)


def _lines(first: int, last: int) -> dict[str, Any]:
    return {"start": {"offset": 0, "line": first, "column": 1},
            "end": {"offset": 0, "line": last, "column": 1}}  # fmt: skip


def _unreadable(path: str) -> PageResult:
    rule = RuleInfo("unreadable-page", "structure", Severity.ERROR, "This file cannot be read.",
                    "What cannot be read was not checked.", "Mend the file.", {})  # fmt: skip
    finding = make_finding("", "", rule, path)
    return PageResult(path, findings=(finding,), error="this file cannot be read")


EVIL = (
    "<script>alert(1)</script></script></style></textarea></title><img src=x onerror=alert(1)> "
    "\"'`--> ]]> ::error::x\r\n::set-output name=a::b %0A @team #12 [x](javascript:alert(1)) "
    "![](x) | * _ ~ \x1b[31m \x00\x08\x0b\u2028\u202e\ufffe\ud800 {{7*7}} ${x} =1+1 https://e.example/"
)


@pytest.fixture
def hostile() -> Report:
    """A run in which everything that comes from a page tries to break out of the report."""
    rule = RULES[1]
    source = f"<p>{EVIL.replace('<', '&lt;')}</p>"
    text = source[3:-4]
    finding = make_finding(
        source, text, rule, f"a{EVIL}.html", excerpt=EVIL, message=EVIL, how=EVIL, why=EVIL,
        suggestion=EVIL, term=EVIL, before=EVIL, after=EVIL, fingerprint="f",
        related=(Related(Span(3, 4), EVIL),), fix=Fix((Edit(Span(3, 4), EVIL),), EVIL),
        data={"x": "y"},
    )  # fmt: skip
    page = make_page("a.html", source, [finding], scores={"overall": 10, "jargon": 0},
                  counts={"images": 1, "links": 1, "terms": 1, "terms_explained": 0},
                  notes=(EVIL,), suppressed=(Suppressed(finding, "comment", EVIL),),
                  reading={"grade": 12.0, "low": 11.0, "high": 13.0, "metric": "plainlang",
                           "target": 8.0, "verdict": "above", "formulas": {}, "words": 9,
                           "sentences": 1, "syllables": 9, "excluded_words": 0, "excluded": {},
                           "language": "en", "note": "", "languages": [],
                           "sections": [{"heading": EVIL, "grade": 3.0, "words": 9,
                                         "span": _lines(1, 1)}]})._replace(
        path=f"a{EVIL}.html", title=EVIL, language=f'en" {EVIL}',
    )  # fmt: skip
    summary = Summary(pages=1, counts={"error": 0, "warning": 1, "note": 0}, failed=(EVIL,),
                      skipped=((EVIL, EVIL),), errors=(EVIL,), notes=(EVIL,), suppressed=1)  # fmt: skip
    return Report(RUN, (page,), summary)


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Compare a text with a file of `snapshots/`; PLAINLANG_UPDATE_SNAPSHOTS=1 writes it anew."""

    def check(name: str, text: str) -> None:
        path = SNAPSHOTS / name
        if os.environ.get("PLAINLANG_UPDATE_SNAPSHOTS"):
            path.write_text(text, encoding="utf-8", newline="")
        expected = path.read_bytes().decode() if path.exists() else ""
        if text != expected:
            lines = difflib.unified_diff(expected.splitlines(), text.splitlines(), name, "now",
                                         lineterm="")  # fmt: skip
            pytest.fail("\n".join(["This report has changed:", *lines]))

    return check
