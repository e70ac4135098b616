"""Scores: what each is made of, and None where a page has nothing of the kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import plainlang
from plainlang.findings import PageResult

EASY = "Take one pill each day with food and water. " * 8
HARD = (
    "Concomitant administration of anticoagulant medications necessitates comprehensive evaluation "
    "of hemorrhagic complications among individuals demonstrating renal insufficiency. "
) * 4
GOOD_IMAGE = '<img src="a.png" alt="A nurse with a child">'
NO_ALT = '<img src="b.png">'  # an error
FILE_NAME = '<img src="c.png" alt="IMG_2034.jpg">'  # a warning
GOOD_LINK = '<a href="/test">Book a blood test</a>'
VAGUE = '<a href="/x">Click here</a>'  # a warning


def page(source: str, **config: Any) -> PageResult:
    settings = {key.replace("_", "-"): value for key, value in config.items()}
    return plainlang.check(source, config=settings).pages[0]


def scores(source: str, **config: Any) -> dict[str, int | None]:
    return page(source, **config).scores


def test_a_page_of_nothing_has_no_scores() -> None:
    assert scores("") == {
        "overall": None, "reading_level": None, "jargon": None, "alt_text": None, "link_labels": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (f"<p>{EASY}</p>", "reading_level"),
        ("<p>You have edema.</p>", "jargon"),
        (GOOD_IMAGE, "alt_text"),
        (f"<p>{GOOD_LINK} is free.</p>", "link_labels"),
    ],
)
def test_only_what_a_page_has_is_scored_and_counts_overall(source: str, name: str) -> None:
    found = scores(source)
    assert {key for key, score in found.items() if score is not None} == {name, "overall"}
    assert found["overall"] == found[name]


@pytest.mark.parametrize(
    ("images", "score"),
    [
        ([GOOD_IMAGE], 100),
        (['<img src="line.png" alt="">'], 100),
        ([GOOD_IMAGE, NO_ALT], 50),
        ([NO_ALT], 0),
        ([FILE_NAME], 50),
        ([GOOD_IMAGE, FILE_NAME], 75),
        ([GOOD_IMAGE, GOOD_IMAGE.replace("nurse", "doctor"), NO_ALT], 67),
        (['<img src="c.png" alt="image of IMG_2034.jpg">'], 50),  # two faults, one image
        (['<img src="x.png" hidden>', GOOD_IMAGE], 100),
    ],
)
def test_an_image_loses_what_the_worst_of_its_faults_costs(images: list[str], score: int) -> None:
    assert scores("".join(images))["alt_text"] == score


@pytest.mark.parametrize(
    ("links", "score"),
    [
        ([GOOD_LINK], 100),
        ([GOOD_LINK, VAGUE], 75),
        ([VAGUE], 50),
        ([GOOD_LINK, '<a href="/y"></a>'], 50),
        (['<a name="here">Click here</a>', GOOD_LINK], 100),
    ],
)
def test_a_link_loses_what_its_fault_costs(links: list[str], score: int) -> None:
    assert scores(f"<p>{' and '.join(links)}</p>")["link_labels"] == score


def own_rule(folder: Path, category: str, select: str, attribute: str) -> dict[str, Any]:
    """Write a rule about an attribute; return the settings that use it."""
    tag = select.partition("[")[0]
    (folder / "own-rule.yaml").write_text(
        f"id: own-rule\ncategory: {category}\nseverity: note\nselect: '{select}'\n"
        f"check: attribute-matches\nwith: {{attribute: {attribute}, pattern: bad}}\n"
        "message: This is bad.\nwhy: It is.\nfix: Mend it.\n"
        f"bad: ['<{tag} {attribute}=\"[[bad]]\">']\ngood: ['<{tag} {attribute}=\"fine\">']\n"
    )
    return {"rules-folders": [str(folder)]}


def test_faults_at_a_tag_and_at_its_attributes_are_faults_of_one_link(tmp_path: Path) -> None:
    config = own_rule(tmp_path, "link-labels", "a[href]", "href")
    source = f'<p><a href="/bad">Click here</a> and {GOOD_LINK}</p>'
    rules = [f.rule for f in page(source, **config).findings]
    assert sorted(rules) == ["own-rule", "vague-link-label"]
    assert scores(source, **config)["link_labels"] == 75
    markdown = plainlang.check(
        "[Click here](/bad) and [Book a blood test](/test)", filename="a.md", config=config
    )
    assert markdown.pages[0].scores["link_labels"] == 75


def test_a_fault_of_an_image_in_a_link_is_one_of_the_image(tmp_path: Path) -> None:
    config = own_rule(tmp_path, "alt-text", "img[src]", "src")
    source = f'<p><a href="/x"><img src="bad.png" alt="IMG_2034.jpg"></a> {GOOD_IMAGE}</p>'
    found = page(source, **config)
    assert [f.category for f in found.findings].count("alt-text") == 2
    assert (found.scores["alt_text"], found.scores["link_labels"]) == (75, 50)


def test_what_is_in_no_link_or_image_costs_none_of_them_anything(tmp_path: Path) -> None:
    config = own_rule(tmp_path, "link-labels", "p[class]", "class")
    found = page(f'<p class="bad">{GOOD_LINK}</p><p class="bad">Call us.</p>', **config)
    assert [f.rule for f in found.findings] == ["own-rule", "own-rule"]
    assert found.scores["link_labels"] == 100


def test_missing_files_dead_targets_and_plain_phone_numbers_are_no_faults_of_labels(
    tmp_path: Path,
) -> None:
    images = "".join(f'<img src="{n}.png" alt="A nurse with {n} children">' for n in (2, 3, 4))
    source = (
        f"<!doctype html><html lang='en'><title>Flu</title><p>{GOOD_LINK}</p><p>{images}</p>"
        "<p>Call 555-201-4400 or 555-201-4401.</p><p><a href='#dose'>How much to take</a></p>"
        "<p><a href='gone.html'>Flu shots for children</a></p>"
    )
    file = tmp_path / "page.html"
    file.write_text(source)
    (result,) = plainlang.check(source, filename=str(file)).pages
    found = {f.rule for f in result.findings}
    assert {"missing-local-file", "phone-not-linked", "missing-anchor"} <= found
    assert (result.scores["link_labels"], result.scores["alt_text"]) == (100, 100)
    assert not any("2.4.4" in f.references.get("wcag", ()) for f in result.findings)


@pytest.mark.parametrize(("severity", "score"), [("error", 0), ("warning", 50), ("note", 90)])
def test_the_severity_says_how_much_is_lost(severity: str, score: int) -> None:
    found = scores(f"<p>{VAGUE}</p>", rules={"vague-link-label": {"severity": severity}})
    assert found["link_labels"] == score


def test_what_a_person_must_decide_costs_nothing() -> None:
    source = '<p>See the chart.</p><img src="chart.png" alt="A bar chart of flu cases">'
    result = page(source)
    asked = [f for f in result.findings if f.category == "alt-text"]
    assert [f.needs_review for f in asked] == [True]
    assert result.scores["alt_text"] == 100


def test_what_is_hidden_by_a_comment_costs_nothing() -> None:
    source = f"<!-- plainlang-disable-next vague-link-label: its name --><p>{VAGUE}</p>"
    assert scores(source)["link_labels"] == 100


def test_jargon_is_the_share_of_terms_that_are_explained() -> None:
    explained = "<p>You have dyspnea (shortness of breath).</p>"
    assert scores(explained)["jargon"] == 100
    assert scores(f"{explained}<p>You have edema.</p><p>Your edema is mild.</p>")["jargon"] == 50
    both = page(f"{explained}<p>You have edema.</p>")
    assert (both.counts["terms"], both.counts["terms_explained"]) == (2, 1)


@pytest.mark.parametrize("rule", ["all", "jargon", "undefined-term"])
def test_a_term_whose_finding_is_hidden_counts_neither_way(rule: str) -> None:
    explained = "<p>You have dyspnea (shortness of breath).</p>"
    hidden = f"<!-- plainlang-disable-next {rule}: they know --><p>You have edema.</p>"
    assert scores(hidden)["jargon"] is None
    both = page(f"{explained}{hidden}<p>Your edema is mild.</p>")
    assert both.scores["jargon"] == 100
    assert (both.counts["terms"], both.counts["terms_explained"]) == (2, 1)
    assert scores(f"{explained}{hidden}<p>Or sepsis.</p>")["jargon"] == 50
    whole = f"<!-- plainlang-disable-file {rule}: legacy --><p>You have edema and sepsis.</p>"
    assert scores(whole)["jargon"] is None


def test_terms_that_no_rule_looks_at_have_no_score() -> None:
    source = "<p>Melanoma is a cancer of the skin. Ask about immunotherapy.</p>" + GOOD_LINK
    whole, links = page(source), page(source, select=["link-labels"])
    assert whole.scores["jargon"] is not None
    assert links.scores["jargon"] is None
    assert links.scores["overall"] == links.scores["link_labels"] == 100
    assert links.counts == {"images": 0, "links": 1}


def test_a_term_that_the_settings_hide_counts_neither_way() -> None:
    source = '<p>You have edema.</p><p class="old">You have sepsis.</p>'
    hide = {"selector": ".old", "rules": ["jargon"], "reason": "legacy"}
    assert scores(source, suppress=[hide])["jargon"] == 0
    assert scores(source, suppress=[{**hide, "selector": "p"}])["jargon"] is None
    link = '<p>You have <a href="/glossary#edema">edema</a>.</p>'
    assert scores(link, suppress=[{**hide, "selector": "p"}])["jargon"] is None


def test_hiding_another_finding_keeps_the_term_in_the_score() -> None:
    source = '<p><img src="a.png" alt="A leg with edema"></p><p>You have edema.</p>'
    hide = "<!-- plainlang-disable-file jargon-in-alt, unlisted-jargon: legacy -->"
    assert scores(hide + source)["jargon"] == 0


def test_a_link_explains_only_when_the_config_says_so() -> None:
    source = '<p>You have <a href="/glossary#edema">edema</a>.</p>'
    assert scores(source)["jargon"] == 0
    assert scores(source, links_explain=True)["jargon"] == 100


def test_own_terms_and_known_terms_count() -> None:
    own = {"add": [{"term": "intake visit", "plain": "first visit"}]}
    assert scores("<p>Your intake visit is soon.</p>", terms=own)["jargon"] == 0
    assert scores("<p>You have edema.</p>", terms={"remove": ["edema"]})["jargon"] is None


# Reading level


def reading(source: str, **config: Any) -> tuple[float, int]:
    result = page(source, **config)
    assert result.reading is not None
    score = result.scores["reading_level"]
    assert score is not None
    return result.reading["grade"], score


def test_at_or_below_the_target_nothing_is_lost_and_above_it_20_a_grade() -> None:
    grade, _ = reading(f"<p>{HARD}</p>")
    assert reading(f"<p>{HARD}</p>", target_grade=grade)[1] == 100
    assert reading(f"<p>{HARD}</p>", target_grade=grade + 3)[1] == 100
    assert reading(f"<p>{HARD}</p>", target_grade=grade - 1)[1] == 80
    assert reading(f"<p>{HARD}</p>", target_grade=grade - 2.5)[1] == 50
    assert reading(f"<p>{HARD}</p>", target_grade=grade - 9)[1] == 0


def test_a_formula_on_which_higher_is_easier_is_scored_the_other_way() -> None:
    ease, score = reading(f"<p>{EASY}</p>", metric="flesch_reading_ease", target_grade=60)
    assert ease > 80
    assert score == 100
    ease, score = reading(f"<p>{EASY}</p>", metric="flesch_reading_ease", target_grade=ease + 10)
    assert score == 80
    assert reading(f"<p>{HARD}</p>", metric="flesch_reading_ease", target_grade=60)[1] == 0


def test_a_text_too_short_or_of_no_measured_language_has_no_score() -> None:
    assert scores("<p>Take one pill each day.</p>")["reading_level"] is None
    klingon = "<html lang='tlh'><p>qaStaH nuq jay qaStaH nuq.</p>" * 20
    assert scores(klingon)["reading_level"] is None


def test_the_reading_level_says_what_it_was_measured_on() -> None:
    source = (
        f"<h1>Pills</h1><p>{EASY}</p><nav><p>Home and more of the site.</p></nav>"
        f"<h2>More</h2><p>{HARD}</p>"
    )
    found = page(source).reading
    assert found is not None
    assert found["metric"] == "plainlang"
    assert found["low"] <= found["grade"] <= found["high"]
    assert found["excluded"]["navigation"] == 6
    assert found["excluded_words"] == sum(found["excluded"].values())
    first, second = found["sections"]
    assert (first["heading"], second["heading"]) == ("Pills", "More")
    assert second["grade"] > first["grade"] + 3
    assert first["words"] + second["words"] == found["words"]
    for section in (first, second):
        start, end = section["span"]["start"]["offset"], section["span"]["end"]["offset"]
        assert source[start:end].startswith(section["heading"])
        assert source[start:end].endswith(".")


def test_sentences_before_the_first_heading_are_a_section_of_no_name() -> None:
    found = page(f"<p>{EASY}</p><h2>More</h2><p>{EASY}</p>").reading
    assert found is not None
    assert [section["heading"] for section in found["sections"]] == [None, "More"]


def test_images_and_links_that_no_rule_looked_at_have_no_score() -> None:
    source = '<p><img src="a.png"> <a href="/b">Click here</a></p>'
    assert scores(source, select=["link-labels"])["alt_text"] is None
    assert scores(source, select=["alt-text"])["link_labels"] is None
    assert scores(source, ignore=["alt-text"])["overall"] == scores(source)["link_labels"]
