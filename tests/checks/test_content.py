"""What a reading level is measured on, what is left out and why, and in which language."""

from __future__ import annotations

from typing import Any

import pytest

from plainlang.checks.level.content import Content, contents_of
from plainlang.page import read_page
from plainlang.settings import Settings

PROSE = "<p>Take one pill each day with food and water.</p>"  # 9 words


def contents(source: str, path: str = "a.html", **settings: Any) -> list[Content]:
    return contents_of(read_page(source, path), Settings(**settings))


def measured(source: str, path: str = "a.html", **settings: Any) -> list[str]:
    return [s.text.strip() for c in contents(source, path, **settings) for s in c.sentences]


@pytest.mark.parametrize(
    ("source", "reason", "words"),
    [
        ("<nav><p>Home and more.</p></nav>", "navigation", 3),
        ("<header><p>The clinic of the town.</p></header>", "header", 5),
        ("<footer><p>Call us at any time.</p></footer>", "footer", 5),
        ("<aside><p>We are on the news.</p></aside>", "aside", 5),
        ("<pre><code>run this now please</code></pre>", "code", 4),
        ("<address>Main Street in our town</address>", "addresses", 5),
        ("<h2>How to take it</h2>", "headings", 4),
        ("<ul><li><a href='/a'>How to take your pills</a></li></ul>", "links", 5),
        ("<p>Opening hours</p>", "labels", 2),
        ("<p>12:30 14:45 2,500 | 100% 55 + 3 x</p>", "numbers", 7),
        ("<table><tr><th>Name of it</th><td>500 mg of it</td></tr></table>", "tables", 7),
        ("<p>Springfield, IL 62701-1234</p>", "addresses", 3),
        ("<p>29 Oak Hill Rd NE, Suite 200</p>", "addresses", 7),
        ("<p>Telephone: 1-800-555-0100 (toll free)</p>", "addresses", 4),
        ("<p>Last reviewed: March 3, 2024</p>", "imprint", 5),
        ("<p>© 2024 Hill Clinic. All rights reserved.</p>", "imprint", 6),
        ("<p>Roe J, Poe K. Salt and the heart. J Salt. 2019;380(4):345-52.</p>", "references", 14),
        ("<form><fieldset><legend>Your name in full</legend></fieldset></form>", "labels", 4),
        ("<form><button>Send it to us</button></form>", "buttons", 4),
        ("<form><select><option>One of the many</select></form>", "options", 4),
    ],
)  # fmt: skip
def test_what_is_no_prose_is_left_out_and_counted(source: str, reason: str, words: int) -> None:
    page = f"<!doctype html><html lang='en'><body>{source}<main>{PROSE}</main></body></html>"
    (content,) = contents(page)
    assert [s.text for s in content.sentences] == ["Take one pill each day with food and water."]
    assert content.left_out == {reason: words}


@pytest.mark.parametrize(
    "source",
    [
        "<p>Rest now.</p>",
        "<p>Why?</p>",
        "<ul><li>Drink some water each day</ul>",
        "<blockquote>Drink some water each day</blockquote>",
        "<dl><dt>Water<dd>Drink some water each day</dl>",
        "<figure><img src=a alt=x><figcaption>A nurse looks at a child</figcaption></figure>",
        "<details><summary>How much must I drink?</summary></details>",
        "<table><tr><td>Drink a glass of water with each of your meals.</td></tr></table>",
        "<p>Read how to <a href='/a'>take your pills</a> with food and some water.</p>",
        "<p>Take 2 pills at 8:00 and 20:00.</p>",
        "<p>The doctor has reviewed your chart and will call you</p>",
        "<p>Our number has changed: call 1-800-555-0100 from now on.</p>",
    ],
)
def test_prose_is_measured_wherever_it_stands(source: str) -> None:
    assert len(measured(source)) == 1


def test_titles_and_alternative_texts_are_neither_measured_nor_left_out() -> None:
    (content,) = contents(
        f"<html lang='en'><title>Pills and more of them</title>{PROSE}"
        "<img src='a.png' alt='A nurse looks at a child with care.'>"
    )
    assert len(content.sentences) == 1
    assert content.left_out == {}


def test_a_page_without_prose_has_nothing_to_measure() -> None:
    assert contents("") == []
    assert contents("<h1>How to take your pills</h1>") == []


def test_sentences_know_their_place_in_the_source() -> None:
    source = "<p>Rest &amp; eat.  Take <b>one</b>\n pill.</p>"
    page = read_page(source, "a.html")
    (content,) = contents_of(page, Settings())
    assert [source[slice(*s.locate())] for s in content.sentences] == [
        "Rest &amp; eat.", "Take <b>one</b>\n pill.",
    ]  # fmt: skip


def test_sentences_are_grouped_by_the_heading_above_them() -> None:
    source = f"{PROSE}<h1>One</h1>{PROSE}{PROSE}<h2>Two</h2>{PROSE}"
    page = read_page(source, "a.html")
    (content,) = contents_of(page, Settings())
    assert [
        (s.heading.text if s.heading else None, len(s.sentences), s.counts.words)
        for s in content.sections
    ] == [(None, 1, 9), ("One", 2, 18), ("Two", 1, 9)]
    assert content.counts.words == 36


# Languages

SPANISH = "<p lang='es'>Tome una pastilla cada día con agua y comida.</p>"  # 9 words


def by_language(source: str) -> dict[str, int]:
    return {c.language: c.counts.words for c in contents(source)}


def test_languages_are_measured_apart_the_one_with_most_words_first() -> None:
    found = contents(f"<html lang='en'>{PROSE * 2}{SPANISH * 3}")
    assert [(c.language, c.counts.words) for c in found] == [("es", 27), ("en", 18)]


def test_a_language_of_less_than_5_percent_is_left_out() -> None:
    page = f"<html lang='en'>{PROSE * 19}{SPANISH}"
    assert by_language(page) == {"en": 171, "es": 9}  # 5.0 %
    page = f"<html lang='en'>{PROSE * 20}{SPANISH}"
    assert by_language(page) == {"en": 180}
    (content,) = contents(page)
    assert content.left_out == {"other language": 9}


def test_a_passage_that_does_not_say_its_language_is_measured_in_the_one_it_is_in() -> None:
    unmarked = "<p>Si le duele mucho la cabeza, tome agua y descanse un poco en casa.</p>"
    assert by_language(f"<html lang='en'>{PROSE * 6}{unmarked}") == {"en": 54, "es": 14}


def test_the_language_of_the_page_is_measured_however_little_there_is() -> None:
    assert by_language(f"<html lang='en'>{PROSE}{SPANISH * 30}") == {"es": 270, "en": 9}


# Names


def test_mode_wcag_leaves_out_names() -> None:
    source = "<p>You can ask our nurse Elizabeth Montgomery about it when you come to see us.</p>"
    (everything,) = contents(source)
    (without,) = contents(source, mode="wcag")
    assert everything.counts.words - without.counts.words == 2
    assert without.counts.sentences == everything.counts.sentences == 1


@pytest.mark.parametrize("path", ["a.md", "a.txt"])
def test_markdown_and_text_are_measured_alike(path: str) -> None:
    text = "Take one pill each day.\n\nRest when you\nare tired.\n"
    assert [s.split() for s in measured(text, path)] == [
        ["Take", "one", "pill", "each", "day."], ["Rest", "when", "you", "are", "tired."],
    ]  # fmt: skip


def test_what_is_marked_as_another_language_counts_for_none_of_a_sentence() -> None:
    plain = contents(f"{PROSE}<p>We also have a sheet and a film for you.</p>")[0]
    marked = contents(
        f"{PROSE}<p>We also have a sheet "
        '<a lang="es">una hoja informativa sobre la vacuna</a> and a film for you.</p>'
    )[0]
    assert marked.counts == plain.counts
    assert marked.left_out["other language"] == 6
    assert marked.sentences[1].text.startswith("We also have a sheet una hoja")
