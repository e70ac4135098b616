"""The HTML report: safe, complete, plain, and true to the page's text."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

import plainlang
from plainlang.detail import detail_of
from plainlang.findings import BlockView, Report, Severity, Suppressed
from plainlang.page import read_page
from plainlang.reports import html as html_report
from plainlang.reports import render
from plainlang.reports.html.chart import bins, grades_chart
from plainlang.reports.html.text import blocks, marked
from plainlang.settings import Settings

EASY = (
    "<!doctype html><html lang=en><title>Rest</title><main><h1>Rest at home</h1><p>You feel bad. Rest"
    " at home for two days. Drink water. Call us if you do not feel well on the third day. We can help"
    " you by phone. You can also come to the clinic in the morning.</p></main></html>"
)


class Reader(HTMLParser):
    """Collects tags, attributes, and the text in between."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend((tag, name, value or "") for name, value in attrs)
        self.ids.extend(value or "" for name, value in attrs if name == "id")

    def handle_data(self, data: str) -> None:
        self.text += data


def made(report: Report) -> str:
    text = render(report, "html")
    assert isinstance(text, str)
    return text


def body(text: str) -> str:
    """Return the part of a report that is made of the run."""
    return text[text.index("<main") : text.index("</main>")]


def test_html(report: Report, snapshot: Callable[[str, str], None]) -> None:
    snapshot("report.html", body(made(report)) + "\n")


def test_hostile_text_makes_no_element_attribute_or_script(hostile: Report) -> None:
    text = made(hostile)
    text.encode()  # no lone surrogate
    reader = Reader(text)
    assert reader.tags.count("script") == reader.tags.count("style") == 1
    assert not {"img", "iframe", "object", "textarea", "link", "base"} & set(reader.tags)
    assert not [name for _, name, _ in reader.attributes if name.startswith("on")]
    links = [value for _, name, value in reader.attributes if name in ("href", "src", "action")]
    assert all(link.startswith(("#", "https://www.w3.org/")) for link in links)
    assert "onerror=alert(1)" in reader.text  # it is there, as text
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202e]", text)


def test_the_policy_lets_only_the_reports_own_script_and_style_run(hostile: Report) -> None:
    text = made(hostile)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy[1].startswith("default-src 'none';")
    assert "unsafe" not in policy[1]
    for tag in ("script", "style"):
        inner = re.search(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert inner
        digest = base64.b64encode(hashlib.sha256(inner[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_it_loads_nothing(report: Report) -> None:
    reader = Reader(made(report))
    assert not [v for t, n, v in reader.attributes if n == "src" or (t == "link" and n == "href")]
    assert "url(" not in made(report)


def test_ids_are_unique_and_every_link_inside_leads_somewhere(report: Report) -> None:
    reader = Reader(made(report))
    assert len(set(reader.ids)) == len(reader.ids)
    inside = {v[1:] for t, n, v in reader.attributes if n == "href" and v.startswith("#")}
    assert inside <= set(reader.ids)


def test_findings_are_marked_in_the_text_of_the_page(report: Report) -> None:
    text = made(report)
    assert '😷 <mark class="w">myalgia</mark><a class="b" id="p0m0" href="#p0f0"' in text
    assert '<mark class="w">Read more</mark>' in text
    assert '<span class="k">Image: </span><mark class="e">nurse.png</mark>' in text
    assert 'Treatment <span class="g">grade 16</span>' in text


def test_the_parts_of_a_page_look_like_what_they_are() -> None:
    source = """<h1>Flu</h1><ul><li>Rest at home.</ul><img src=a.png alt="A nurse">
    <table><tr><td>Two doses</table><p>Call us."""
    views = detail_of(read_page(source), (), Settings()).blocks
    assert blocks(views, (), 0, {}, frozenset()) == (
        '<p class="h h1">Flu</p>'
        '<p class="l">Rest at home.</p>'
        '<p class="i"><span class="k">Image: </span>A nurse</p>'
        '<p class="t">Two doses</p>'
        "<p>Call us.</p>"
    )


def test_the_grades_of_sections_are_listed_where_there_are_several(report: Report) -> None:
    page = report.pages[0]
    assert page.reading is not None
    one = page._replace(reading={**page.reading, "sections": page.reading["sections"][:1]})
    assert "Grade of each section" not in made(report._replace(pages=(one,)))


def test_every_finding_is_listed_with_what_to_do(report: Report) -> None:
    reader = Reader(made(report))
    listed = [name for name in reader.ids if re.fullmatch(r"p\d+f\d+", name)]
    assert len(listed) == len(report.findings)
    for finding in report.findings:
        assert finding.message in reader.text
        assert finding.how in reader.text


def test_it_says_what_was_checked_what_not_and_what_needs_a_person(report: Report) -> None:
    text = Reader(made(report)).text
    for part in (
        "We checked 2 pages.", "0 of 1 read at grade 8 or below.", "plainlang 0.1.0", "2026-11-24",
        "version 2.2", "1 rule that is off (wordy-phrase)", "Checks in a browser",
        "1 finding needs a person to decide.", "site/logo.bin: it is not text.",
        "The editor wants it.", "a person must decide", "2.4.4 Link Purpose (In Context)",
        "We could not read 1 page.", "1 finding is left out.", "line 4, column 20",
        "fingerprint undefined-term-", "target-grade", "Made by plainlang 0.1.0 on 2026-11-24",
    ):  # fmt: skip
        assert part in text, part


def test_pages_come_with_the_worst_first(report: Report) -> None:
    paths = [v for _, n, v in Reader(made(report)).attributes if n == "data-path"]
    assert paths == ["site/broken.html", "site/flu advice.html", "site/ok.md"]


def test_a_large_run_keeps_the_text_of_the_worst_and_a_line_of_the_others(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html_report, "MAX_VIEWS", 2)
    pages = [report.pages[0]._replace(path=f"{i}.html", scores={"overall": i}) for i in range(6)]
    text = made(report._replace(pages=tuple(reversed(pages))))
    assert re.findall(r'<details class="page" id="p(\d)"', text) == ["5", "4"]
    assert text.count('<div class="page"') == 4
    assert "Of the other 4" in text


def test_overlapping_findings_keep_the_text_whole(report: Report) -> None:
    note, warning, error = (
        report.findings[0]._replace(severity=s)
        for s in (Severity.NOTE, Severity.WARNING, Severity.ERROR)
    )
    text = marked("one two three", [(0, 7, 0), (4, 13, 1), (4, 7, 2)], [note, warning, error], 3)
    assert re.sub(r"<a .*?</a>|<[^>]+>", "", text) == "one two three"
    assert '<mark class="n">one </mark><mark class="e">two</mark>' in text
    assert re.findall(r'id="(\w+)"', text) == ["p3m0", "p3m2", "p3m1"]


def test_a_finding_about_a_whole_paragraph_stands_at_its_side(report: Report) -> None:
    page = report.pages[0]
    assert page.detail is not None
    long = "word " * 60
    block = BlockView("paragraph", 0, "main", long, 1, ((0, len(long), 0),))
    changed = page._replace(detail=page.detail._replace(blocks=(block,)))
    text = made(report._replace(pages=(changed,)))
    assert '<p class="whole w"><a class="b" id="p0m0"' in text
    assert "<mark" not in text


def test_grades_are_counted_so_that_the_target_parts_them() -> None:
    assert bins([8.0, 8.1, 7.2, 25]) == [
        (8, 2), (9, 1), *((grade, 0) for grade in range(10, 18)), (18, 1),
    ]  # fmt: skip
    chart = grades_chart([8.0, 8.1], 8.0)
    assert chart.count('class="fine"') == chart.count('class="over"') == 1
    assert "1 read at the target" in chart
    assert grades_chart([], 8.0) == ""


def test_a_formula_on_which_more_is_easier_is_shown_as_such(report: Report) -> None:
    page = report.pages[0]
    assert page.reading is not None
    ease = {"metric": "flesch_reading_ease", "target": 60.0, "low": 16.4, "high": 16.4}
    reading = {**page.reading, **ease, "grade": 16.4, "verdict": "above"}
    settings = {**report.run.settings, "metric": "flesch_reading_ease", "target-grade": 60}
    changed = report._replace(
        run=report.run._replace(settings=settings), pages=(page._replace(reading=reading),)
    )
    text = made(changed)
    shown = Reader(text).text
    assert "0 of 1 read at flesch_reading_ease 60 or above." in shown
    assert "Reads at flesch_reading_ease 16.4. The target is 60 or more." in shown
    assert 'flesch_reading_ease <b class="over">16.4</b>' in text
    assert "A grade is a year of school" not in shown
    assert shown.index("Flu5.1") < shown.index("Treatment16")
    easy = {**reading, "grade": 71.0, "verdict": "meets"}
    met = Reader(made(changed._replace(pages=(page._replace(reading=easy),)))).text
    assert "1 of 1 reads at flesch_reading_ease 60 or above." in met


def rows_of(text: str) -> dict[str, str]:
    """Return the result of each success criterion by its number."""
    found = re.findall(r'">(\d\.\d\.\d+) [^<]*</a></th><td>A+</td><td>([^<]*)</td>', text)
    return dict(found)


def test_what_was_left_out_does_not_count_as_nothing_found(report: Report) -> None:
    page = report.pages[0]
    dropped = tuple(Suppressed(f, "baseline", "Known.") for f in page.findings)
    page = page.keeping((), dropped)
    text = made(report._replace(pages=(page,)))
    assert rows_of(text)["1.1.1"] == "a person must decide"
    assert "Left out (4)" in text
    assert "We found nothing else to mend. 4 findings are left out. Each page says why." in text
    assert "<span>4 left out</span>" in text
    assert "nothing found</span>" not in text


def test_nothing_is_found_only_where_a_page_was_read(report: Report) -> None:
    assert set(rows_of(made(report._replace(pages=report.pages[2:]))).values()) == {"not checked"}
    assert rows_of(made(report._replace(pages=report.pages[1:])))["1.1.1"].startswith("nothing")


def test_a_page_alone_does_not_fail_what_a_site_can_meet_elsewhere(report: Report) -> None:
    found = rows_of(made(report))
    assert found["1.1.1"] == "fails on 1 page"
    assert found["3.1.3"] == "a person must decide"  # there may be a glossary


def test_words_of_a_page_are_in_its_language(report: Report) -> None:
    page = report.pages[0]._replace(language="es", title="La gripe")
    text = made(report._replace(pages=(page,)))
    assert '<span class="title" lang="es">La gripe</span>' in text
    assert '<a href="#p0" lang="es">La gripe</a>' in text
    assert '<th scope="row" dir="auto" lang="es">Flu</th>' in text
    assert '<q lang="es">&lt;img' in text
    assert 'lang="es"' not in made(report)


def test_every_table_has_a_name(report: Report) -> None:
    tables = re.findall(r"<table[^>]*>", made(report))
    assert len(tables) >= 4
    assert all("aria-label=" in table for table in tables)


def test_a_rough_guess_is_called_one(report: Report) -> None:
    page = report.pages[0]
    reading = {**(page.reading or {}), "note": "a rough guess: the text has only 19 words"}
    text = made(report._replace(pages=(page._replace(reading=reading),)))
    assert "Reading level: a rough guess: the text has only 19 words." in text


def test_a_run_without_pages_still_makes_a_report(report: Report) -> None:
    empty = report._replace(pages=(), summary=report.summary._replace(pages=0, scores={}))
    assert "We checked 0 pages." in Reader(made(empty)).text


def test_its_own_words_pass_plainlang(report: Report) -> None:
    easy = plainlang.check(EASY, filename="rest.html")
    assert easy.findings == ()
    own = plainlang.check(made(easy._replace(run=report.run)), filename="report.html")
    heavy = [f for f in own.findings if f.severity is not Severity.NOTE and f.term != "myalgia"]
    assert [f"{f.rule}: {f.excerpt}" for f in heavy] == []
    (page,) = own.pages
    assert page.reading is not None
    assert page.reading["high"] <= 8


def test_with_all_real_rules_it_still_reads_at_grade_8() -> None:
    (page,) = plainlang.check(made(plainlang.check(EASY, filename="rest.html"))).pages
    assert page.reading is not None
    assert page.reading["grade"] <= 8
