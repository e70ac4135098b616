"""What plainlang says about the levels of headings, beyond the examples in the rules."""

from __future__ import annotations

import pytest

import plainlang

WHOLE = '<!doctype html><html lang="en"><head><title>Flu</title></head><body>{}</body></html>'
PROSE = "<p>" + "Get a flu shot each year. " * 12 + "</p>"


def found(source: str, rule: str, filename: str = "page.html") -> list[str]:
    report = plainlang.check(source, filename=filename)
    return [source[f.span.start : f.span.end].strip() for f in report.findings if f.rule == rule]


@pytest.mark.parametrize(
    "body",
    ["<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>",
     "<h2>A</h2><h4 hidden>B</h4><h3>C</h3>",
     "<h2>A</h2><h4 role='presentation'>B</h4>",
     "<h1>A</h1><nav><h3>Menu</h3></nav><aside><h4>Call us</h4></aside><h2>B</h2><footer><h5>Us</h5></footer>",
     "<h1>A</h1><div class='sidebar'><h4>Call us</h4></div><h2>B</h2>",
     "<h2>A</h2><dialog open><h4>Your call</h4></dialog><h3>B</h3>",
     "<h2>A</h2><h4 aria-level='3'>B</h4><h4>C</h4>",
     "<h2>A</h2>{% if b %}<h3>B</h3>{% endif %}<h4>C</h4>"],
)  # fmt: skip
def test_no_level_is_left_out(body: str) -> None:
    assert found(body, "skipped-heading-level") == []


@pytest.mark.parametrize(
    ("body", "tag"),
    [("<h1>A</h1><main><h3>B</h3></main>", "<h3>"),
     ("<header><h1>A</h1></header><main><article><h4>B</h4></article></main>", "<h4>"),
     ("<h2>A</h2><h3 aria-level='5'>B</h3>", "<h3 aria-level='5'>"),
     ("<h2>A</h2><p role='Heading' aria-level=4>B</p>", "<p role='Heading' aria-level=4>"),
     ("<h1>A</h1><nav><h2>B</h2></nav><h3>C</h3>", "<h3>"),
     ("<h1>A</h1><aside><h2>B</h2><h4>C</h4></aside>", "<h4>"),
     ("<h2>A</h2><h4><img src='b.png' alt='B'></h4>", "<h4>")],
)  # fmt: skip
def test_a_level_is_left_out(body: str, tag: str) -> None:
    assert found(body, "skipped-heading-level") == [tag]


def test_the_heading_before_is_shown_with_a_skipped_level() -> None:
    source = "<h2>Shots</h2><p>Get one.</p><h4>Who</h4>"
    report = plainlang.check(source, filename="page.html")
    (finding,) = [f for f in report.findings if f.rule == "skipped-heading-level"]
    assert [source[r.span.start : r.span.end] for r in finding.related] == ["<h2>"]
    assert "level 4" in finding.message
    assert "level 3" in finding.how


@pytest.mark.parametrize("body", [f"<h2>Flu</h2>{PROSE}", PROSE, f"<h1 role=none>Flu</h1>{PROSE}"])
def test_a_page_of_text_needs_a_main_heading(body: str) -> None:
    assert found(WHOLE.format(body), "page-without-main-heading") == ['<html lang="en">']


@pytest.mark.parametrize(
    "body",
    [f"<h1>Flu</h1>{PROSE}",
     f"<h2 aria-level=1>Flu</h2>{PROSE}",
     "<p>This page has moved.</p>",
     "<ul>" + "<li><a href='/a'>One more page on the flu</a></li>" * 20 + "</ul>",
     f"{{{{ content }}}}<h2>Shots</h2>{PROSE}",
     f"<?php include 'head.php' ?><h2>Shots</h2>{PROSE}"],
)  # fmt: skip
def test_a_page_that_has_needs_or_may_get_a_main_heading_passes(body: str) -> None:
    assert found(WHOLE.format(body), "page-without-main-heading") == []


def test_markdown_needs_no_main_heading_and_may_not_have_two() -> None:
    front = "---\ntitle: Flu\n---\n\n"
    one = "## Shots\n\nGet a shot.\n"
    two = "# Shots\n\nGet a shot.\n\nPills\n=====\n\nTake one.\n"
    assert found(one, "page-without-main-heading", "flu.md") == []
    assert found(front + "# Shots\n\nGet one.\n", "several-main-headings", "flu.md") == []
    assert found(two, "several-main-headings", "flu.md") == ["Pills\n====="]


def test_main_headings_are_reported_once_a_page() -> None:
    source = WHOLE.format("<h1>Flu</h1><h1>Colds</h1><div role=heading aria-level=1>Coughs</div>")
    report = plainlang.check(source, filename="page.html")
    (finding,) = [f for f in report.findings if f.rule == "several-main-headings"]
    assert "3 main headings" in finding.message
    assert finding.severity == "note"


def test_plain_text_has_no_levels() -> None:
    report = plainlang.check("FLU\n===\n\nGet a shot.\n\nCOLDS\n=====\n\nRest.\n", filename="a.txt")
    assert not {f.rule for f in report.findings} & {
        "skipped-heading-level",
        "several-main-headings",
    }


@pytest.mark.parametrize(
    ("body", "reported"),
    [
        ("<p>Rest.</p><p><b>Who can come</b></p><p>All can.</p>", ["Who can come"]),
        ("<p>Rest.</p><div><strong>When to call us?</strong></div><p>Now.</p>", ["When to call us?"]),
        ("<p>Rest.</p><p><b>¿Cuándo debo llamar?</b></p><p>Ya.</p>", ["¿Cuándo debo llamar?"]),
        ("<h2>Flu</h2><p><b>A short guide</b></p><p>All can.</p>", []),
        ("<p>Rest.</p><p><b>Call 911 now!</b></p><p>All can.</p>", []),
        ("<p>Rest.</p><p><b>Flu:</b></p><p>All can.</p>", []),
        ("<p>Rest.</p><p><b>Updated May 2</b></p><p>All can.</p>", []),
        ("<p>Rest.</p><p><b>Flu</b></p><p><b>Colds</b></p><p><em>Coughs</em></p><p>No.</p>", ["Colds"]),
        ("<p>Rest.</p><figure><p><b>A nurse</b></p><p>She helps.</p></figure>", []),
        ("<p>Rest.</p><nav><p><b>Topics</b></p><p>All can.</p></nav>", []),
    ],
)  # fmt: skip
def test_bold_lines_that_head_what_follows(body: str, reported: list[str]) -> None:
    findings = plainlang.check(f"<h1>Flu</h1><p>Hi.</p>{body}", filename="a.html").findings
    assert [f.excerpt for f in findings if f.rule == "bold-as-heading"] == reported


def test_a_bold_line_is_told_the_level_below_its_section() -> None:
    source = "<h1>Flu</h1><h3>Care</h3><p>Rest.</p><p><b>Food</b></p><p>Eat.</p>"
    (found,) = (f for f in plainlang.check(source).findings if f.rule == "bold-as-heading")
    assert "level 4" in found.how
