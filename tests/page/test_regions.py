"""Navigation, header, footer and references are marked, so that the reading level leaves them out."""

from __future__ import annotations

import pytest

from plainlang.page import read_page


def regions(source: str, path: str = "page.html") -> dict[str, str]:
    return {block.text: block.region for block in read_page(source, path).blocks}


@pytest.mark.parametrize(
    ("source", "region"),
    [
        ("<nav>{}</nav>", "navigation"),
        ("<div role=navigation>{}</div>", "navigation"),
        ("<ul role=menu><li>{}</ul>", "navigation"),
        ("<ul class='main-menu x'><li>{}</ul>", "navigation"),
        ("<div id=breadcrumbs>{}</div>", "navigation"),
        ("<div class=skip_link>{}</div>", "navigation"),
        ("<header>{}</header>", "header"),
        ("<div role=banner>{}</div>", "header"),
        ("<div class=masthead>{}</div>", "header"),
        ("<footer>{}</footer>", "footer"),
        ("<div role=contentinfo>{}</div>", "footer"),
        ("<div id=footer><p>{}</div>", "footer"),
        ("<aside>{}</aside>", "aside"),
        ("<div role=complementary>{}</div>", "aside"),
        ("<div class='cookie-banner'>{}</div>", "aside"),
        ("<search>{}</search>", "search"),
        ("<form role=search>{}</form>", "search"),
        ("<section role=doc-bibliography>{}</section>", "references"),
        ("<ol class=references><li>{}</ol>", "references"),
        ("<div class=reflist>{}</div>", "references"),
        ("<title>{}</title>", "head"),
        ("<main>{}</main>", "main"),
        ("<div class=content>{}</div>", "main"),
        ("<div class=footnote-free>{}</div>", "main"),
    ],
)
def test_a_part_of_the_page_is_known_by_its_tag_role_or_name(source: str, region: str) -> None:
    assert regions(source.replace("{}", "Rest well.") + "<p>After") == {
        "Rest well.": region,
        "After": "main",
    }


@pytest.mark.parametrize(
    ("source", "region"),
    [
        ("<article><header>{}</header></article>", "main"),
        ("<main><section><footer>{}</footer></section></main>", "main"),
        ("<aside><header>{}</header></aside>", "aside"),
        ("<header><nav>{}</nav></header>", "navigation"),
        ("<nav><ul><li><div><a href=x>{}</a></div></ul></nav>", "navigation"),
        ("<footer><div class=menu>{}</div></footer>", "footer"),
        ("<nav><main>{}</main></nav>", "main"),
    ],
)
def test_parts_inside_of_parts(source: str, region: str) -> None:
    assert regions(source.replace("{}", "Rest well.")) == {"Rest well.": region}


def test_a_box_around_the_whole_page_is_no_navigation_whatever_its_class_says() -> None:
    page = "<div class='nav sidebar'><h1>Flu</h1><p>Rest well.</p></div>"
    assert regions(page) == {"Flu": "main", "Rest well.": "main"}


@pytest.mark.parametrize(
    "heading",
    ["References", "Selected references", "REFERENCES:", "Bibliography", "Sources", "Works cited",
     "Referencias", "Bibliografía", "Fuentes", "Referencias bibliográficas", "Obras citadas"],
)  # fmt: skip
def test_a_heading_opens_a_list_of_references_up_to_the_next_of_its_rank(heading: str) -> None:
    source = (
        f"<h2>Flu</h2><p>Rest.<h2>{heading}</h2><ol><li>Doe J. Flu. 2001.</ol><h3>More</h3><p>Roe R."
        "<h2>Call</h2><p>Ask us."
    )
    assert regions(source) == {
        "Flu": "main", "Rest.": "main", heading: "main", "Doe J. Flu. 2001.": "references",
        "More": "references", "Roe R.": "references", "Call": "main", "Ask us.": "main",
    }  # fmt: skip


@pytest.mark.parametrize(
    "heading",
    ["Sources of help", "References for your doctor to sign", "Where to find sources",
     "Citas"],  # with a doctor
)  # fmt: skip
def test_a_heading_that_only_speaks_of_sources_opens_none(heading: str) -> None:
    assert regions(f"<h2>{heading}</h2><p>Rest.") == {heading: "main", "Rest.": "main"}


def test_markdown_has_references_too() -> None:
    assert regions("# Flu\n\nRest.\n\n## References\n\n1. Doe J.\n", "page.md") == {
        "Flu": "main", "Rest.": "main", "References": "main", "Doe J.": "references"
    }  # fmt: skip


def test_navigation_and_references_do_not_count_for_the_reading_level() -> None:
    from plainlang import check

    prose = "<p>" + "Rest in bed and drink a lot of tea. " * 8 + "</p>"
    hard = "Immunohistochemical characterization of gastrointestinal adenocarcinoma. " * 9
    alone = check(f"<h1>Flu</h1>{prose}").pages[0].reading
    both = check(f"<nav><ul><li>{hard}</ul></nav><h1>Flu</h1>{prose}<h2>References</h2><p>{hard}")
    assert alone is not None
    assert both.pages[0].reading is not None
    assert both.pages[0].reading["grade"] == alone["grade"]
