"""What plainlang says about headings and titles, beyond the examples in the rules."""

from __future__ import annotations

import pytest

import plainlang


def found(source: str, rule: str, filename: str = "page.html") -> list[str]:
    report = plainlang.check(source, filename=filename)
    return [source[f.span.start : f.span.end] for f in report.findings if f.rule == rule]


def page(title: str, body: str, head: str = "") -> str:
    return f'<!doctype html><html lang="en"><head>{head}<title>{title}</title></head><body>{body}</body></html>'


BODY = "<h1>Flu shots</h1><p>A flu shot keeps you well in winter. Get one each year.</p>"


@pytest.mark.parametrize(
    "title", ["UNTITLED", "Home", "page 3", "Document2", "index.html", "Lorem ipsum"]
)
def test_titles_that_fit_any_page_are_found(title: str) -> None:
    assert found(page(title, BODY), "generic-title") == [title]


@pytest.mark.parametrize(
    "title",
    [
        "Flu shots",
        "City Clinic | Flu shots",
        "Getting your yearly shot",
        "Winter flu – City Clinic",
    ],
)
def test_titles_that_share_their_topic_with_the_page_pass(title: str) -> None:
    rules = {f.rule for f in plainlang.check(page(title, BODY)).findings}
    assert not rules & {"generic-title", "title-off-topic"}


def test_only_the_first_title_counts() -> None:
    source = page("Parking and buses</title><title>Flu shots", BODY)
    assert found(source, "title-off-topic") == ["Parking and buses"]


def test_a_title_that_only_names_the_site_is_found() -> None:
    body = "<h1>Search results for knee pain at the City Clinic</h1><p>No results were found.</p>"
    assert found(page("City Clinic", body), "title-off-topic") == ["City Clinic"]


def test_the_home_page_may_be_named_after_its_site() -> None:
    head = '<meta property="og:site_name" content="City Clinic"><link rel="canonical" href="https://c.org/">'
    body = "<h1>Better care for all</h1><p>City Clinic looks after you and your family.</p>"
    assert found(page("City Clinic", body, head), "title-off-topic") == []


def test_a_title_is_for_a_person_to_judge() -> None:
    (finding,) = [
        f for f in plainlang.check(page("Parking", BODY)).findings if f.rule == "title-off-topic"
    ]
    assert finding.needs_review


def test_a_heading_role_is_a_heading() -> None:
    source = '<div role="heading" aria-level="2">Parking</div><p>A flu shot keeps you well all winter.</p>'
    assert found(source, "heading-off-topic") == ["Parking"]


@pytest.mark.parametrize(
    ("heading", "said"),
    [("<span role='heading' aria-level='2'>Parking</span>", "Parking"),
     ("<h2><img src='a.png' alt='Parking'></h2>", "Parking"),
     ("<h2 aria-label='Parking'>Flu</h2>", "Flu")],
)  # fmt: skip
def test_headings_are_compared_by_what_listeners_hear(heading: str, said: str) -> None:
    source = f"{heading}<p>A flu shot keeps you well all winter.</p>"
    assert found(source, "heading-off-topic") == [said]


def test_names_in_programs_and_rare_words_are_not_compared() -> None:
    for heading in ("stripEmptyLines", "size()", "verbose", "Sclerotherapy"):
        source = f"<h2>{heading}</h2><p>A flu shot keeps you well all winter.</p>"
        assert found(source, "heading-off-topic") == [], heading


@pytest.mark.parametrize(
    "source",
    ["<h2>Opening hours</h2><p>We are open on all days from nine to five.</p>",
     "<h2>Overview</h2><p>A flu shot keeps you well all winter.</p>",
     "<h2>Anatomy</h2><p>Here is what your heart looks like:</p><img src='a.png' alt=''>",
     "<h2>A</h2><p>Words that begin with this letter are here.</p>",
     "<h2 hidden>Parking</h2><p>A flu shot keeps you well all winter.</p>",
     "<h2>{{ heading }}</h2><p>A flu shot keeps you well all winter.</p>"],
)  # fmt: skip
def test_headings_that_cannot_be_compared_or_that_fit_pass(source: str) -> None:
    assert found(source, "heading-off-topic") == []


@pytest.mark.parametrize(
    "source",
    ["<h2>Sleep</h2><p>Go to bed at the same hour, and keep your room dark.</p>",
     "<h2>Heavy bleeding</h2><p>Press hard with a cloth and call 911.</p>",
     "<h2>What's cooking?</h2><p>Find tasty food that is good for you.</p>",
     "<main lang=es><h2>Al dormir</h2><p>Apague la pantalla una hora antes de ir a la cama.</p></main>"],
)  # fmt: skip
def test_headings_of_health_may_have_sections_in_words_of_their_own(source: str) -> None:
    assert found(source, "heading-off-topic") == []


def test_a_heading_whose_words_come_back_elsewhere_on_the_page_passes() -> None:
    source = (
        "<h2>Parking</h2><p>Turn left behind the bridge and take a ticket.</p>"
        "<h2>Getting here</h2><p>You can park all day for two dollars.</p>"
    )
    assert found(source, "heading-off-topic") == []


@pytest.mark.parametrize("text", ["Click here", "Heading level 2", "Insert title here"])
def test_more_headings_that_nobody_wrote(text: str) -> None:
    source = f"<h1>Flu</h1><h2>{text}</h2><p>Get a shot.</p>"
    rules = [f.rule for f in plainlang.check(source, filename="a.html").findings]
    assert "generic-heading" in rules
