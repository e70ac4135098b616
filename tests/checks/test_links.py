"""What plainlang says about link labels and targets, beyond the examples in the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

import plainlang
from plainlang.checks.links.targets import normalized
from plainlang.config import Config
from plainlang.results_cache import ResultsCache
from plainlang.run import Setup, check_bytes
from tests.work import calls_made


def findings(source: str, rule: str, filename: str = "page.html") -> list[plainlang.Finding]:
    return [f for f in plainlang.check(source, filename=filename).findings if f.rule == rule]


def found(source: str, rule: str, filename: str = "page.html") -> list[str]:
    return [source[f.span.start : f.span.end] for f in findings(source, rule, filename)]


@pytest.mark.parametrize(
    ("link", "is_one"),
    [
        ('<a role="button" href="/flu">{}</a>', True),
        ('<a role="button" href="#flu">{}</a>', False),
        ('<svg><a role="button" xlink:href="/flu" aria-label="{}"/></svg>', True),
        ('<svg><a role="button" xlink:href="#flu" aria-label="{}"/></svg>', False),
    ],
)
def test_what_has_another_role_is_a_link_if_it_leads_to_another_page(
    link: str, is_one: bool
) -> None:
    assert bool(found(link.format("Click here"), "vague-link-label")) is is_one


def acts(source: str) -> set[str]:
    return {a for f in findings(source, "vague-link-label") for a in f.references.get("act", ())}


@pytest.mark.parametrize(
    "label",
    ["Click here!", "HERE", "» More «", "Read&nbsp;more …", "Click here to read more", "this page (PDF, 2 MB)",
     "Learn more<span class='sr-only'> (opens in new window)</span>", "➡️ More info", "View our website"],
)  # fmt: skip
def test_case_marks_arrows_and_notes_do_not_save_a_vague_label(label: str) -> None:
    source = f'<p><a href="/flu">{label}</a></p>'
    assert found(source, "vague-link-label") == ['<a href="/flu">'], label


@pytest.mark.parametrize(
    "label",
    ["About us", "Here to Help program", "More than a headache", "Contact us", "Home", "Next", "2",
     "Read the booklet", "Learn to swim", "This American Life", "Visit Dr. Diaz"],
)  # fmt: skip
def test_labels_that_name_something_pass(label: str) -> None:
    assert found(f'<p><a href="/flu">{label}</a></p>', "vague-link-label") == []


@pytest.mark.parametrize(
    "context",
    ["<p>Flu shots: <a href='/f'>more</a></p>",
     "<ul><li>Flu shots <p><a href='/f'>more</a></p></li></ul>",
     "<table><tr><th>Flu shots</th></tr><tr><td><a href='/f'>more</a></td></tr></table>",
     "<table><tr><th>Flu shots</th><td><a href='/f'>more</a></td></tr></table>",
     "<table><tr><td></td><th colspan=2>Flu shots</th></tr><tr><td>x</td><td>y</td><td><a href='/f'>more</a></td></tr></table>",
     "<table><tr><th scope=col>Flu shots</th><td>x</td></tr><tr><td><a href='/f'>more</a></td></tr></table>",
     "<table><tr><th id=h>Flu shots</th></tr><tr><td></td><td headers='g h'><a href='/f'>more</a></td></tr></table>",
     "<p><a href='/f' aria-describedby='d'>more</a></p><p id='d'>About flu shots</p>",
     "<p><a href='/f' title='Flu shots'>more</a></p>",
     "<h2>Flu shots</h2><p><a href='/f'>more</a></p>"],
)  # fmt: skip
def test_context_that_says_where_a_link_goes_saves_it_in_context_but_not_alone(
    context: str,
) -> None:
    assert acts(context) == {"aizyf1"}


@pytest.mark.parametrize(
    "context",
    ["<a href='/f'>more</a>", "<p>Flu shots help.</p><p><a href='/f'>more</a></p>",
     "<p>For more information, please <a href='/f'>click here</a>.</p>",
     "<table><tr><td>Flu shots</td></tr><tr><td><a href='/f'>more</a></td></tr></table>",
     # header cells of another column, of another row, and of a table around this one's place
     "<table><tr><th>x</th><th>Flu shots</th></tr><tr><td><a href='/f'>more</a></td></tr></table>",
     "<table><tr><th>Flu shots</th><td>x</td></tr><tr><th><a href='/f'>more</a></th><td>x</td></tr></table>",
     "<table><tr><td><table><tr><th>Flu shots</th></tr></table></td></tr><tr><td><a href='/f'>more</a></td></tr></table>"],
)  # fmt: skip
def test_text_that_does_not_belong_to_a_link_or_says_nothing_does_not_save_it(context: str) -> None:
    assert acts(context) == {"aizyf1", "5effbb"}


@pytest.mark.parametrize(
    "row",
    ["<th>Row {0}</th><td>x</td><td><a href='/{0}'>more</a></td>",
     "<th><a href='/{0}'>more</a> {0}</th><td>x</td>",
     "<th colspan=3>Part {0}</th></tr><tr><td>x</td><td><a href='/{0}'>more</a></td>"],
)  # fmt: skip
def test_twice_as_many_rows_of_a_table_take_twice_the_work(row: str) -> None:
    def check(number: int) -> None:
        rows = "".join(f"<tr>{row.format(i)}</tr>" for i in range(number))
        assert len(found(f"<table>{rows}</table>", "vague-link-label")) == number

    check(1)  # what is loaded and compiled once
    assert calls_made(lambda: check(400)) < 3 * calls_made(lambda: check(200))


def test_a_link_that_nobody_can_reach_is_left_alone() -> None:
    assert found('<div style="display:none"><a href="/f">more</a></div>', "vague-link-label") == []
    assert found("<p><a>more</a></p>", "vague-link-label") == []


def test_spanish_labels_are_found_without_their_accents() -> None:
    page = '<html lang="es"><p><a href="/a">Mas informacion</a> <a href="/b">aqui</a></p>'
    assert len(found(page, "vague-link-label")) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("https://Example.org/a", "http://www.example.org:80/a/"), ("a.html#top", "a.html"),
     ("./b/../a.html", "a.html"), ("/flu/index.html", "/flu"), ("/a?x=1&y=2", "/a?y=2&x=1"),
     ("/a?utm_campaign=z", "/a"), ("/caf%C3%A9", "/café"), ("tel:+1-800-555", "tel:+1800555")],
)  # fmt: skip
def test_two_spellings_of_one_address_are_one_target(one: str, other: str) -> None:
    assert normalized(one) is not None
    assert normalized(one) == normalized(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("/a", "/b"), ("/a?x=1", "/a?x=2"), ("//a.org/", "//b.org/"), ("/a:1", "/a:2")],
)
def test_different_addresses_are_different_targets(one: str, other: str) -> None:
    assert normalized(one) != normalized(other)


@pytest.mark.parametrize(
    "address", ["https://bit.ly/x", "https://doi.org/10.1/x", "/redirect?to=x"]
)
def test_an_address_that_forwards_tells_no_target(address: str) -> None:
    assert normalized(address) is None


def test_local_pages_with_the_same_main_text_are_one_target(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    source = '<p>Call or write: <a href="a.html">Contact us</a> <a href="b.html">Contact us</a></p>'
    menu = "<nav><a href='/'>{}</a></nav>"
    (tmp_path / "a.html").write_text(menu.format("Clinic") + "<main><h1>Contact</h1></main>")
    (tmp_path / "b.html").write_text(menu.format("Shop") + "<main><h1>Contact</h1></main>")
    assert found(source, "same-label-different-target", str(page)) == []
    (tmp_path / "b.html").write_text(menu.format("Shop") + "<main><h1>Parking</h1></main>")
    assert found(source, "same-label-different-target", str(page)) == ['<a href="b.html">']


@pytest.mark.parametrize(
    "source",
    ['<p>Reach us: <a href="/a">Contact us</a>, <a href="/b">Contact us</a></p>',
     '<p>Reach us: <a href="/a" aria-label="Contact us">A</a> <a href="/b"><img src="b.png" alt="Contact us"></a></p>',
     '<ul><li>Reach us: <a href="/a">Contact us</a>, <a href="/b">Contact us</a></li></ul>',
     '<table><tr><th>Reach us</th><td><a href="/a">Contact us</a> <a href="/b">Contact us</a></td></tr></table>',
     '<svg><a xlink:href="/a"><text>Contact us</text></a><a href="/b"><text>Contact us</text></a></svg>'],
)  # fmt: skip
def test_links_of_one_place_share_their_context(source: str) -> None:
    (finding,) = findings(source, "same-label-different-target")
    assert "fd3a94" in finding.references["act"]


@pytest.mark.parametrize(
    "source",
    ['<p>Flu: <a href="/a">Dates</a></p><p>Colds: <a href="/b">Dates</a></p>',
     '<ul><li>Flu<ul><li><a href="/a">Dates</a></li></ul></li><li>Colds<ul><li><a href="/b">Dates</a></li></ul></li></ul>',
     '<table><tr><th>Flu</th><td><a href="/a">Dates</a></td></tr><tr><th>Colds</th><td><a href="/b">Dates</a></td></tr></table>',
     '<h2>Flu</h2><p><a href="/a">Dates</a></p><h2>Colds</h2><p><a href="/b">Dates</a></p>',
     '<a href="/a" title="Flu">Dates</a><a href="/b" title="Colds">Dates</a>'],
)  # fmt: skip
def test_links_that_the_text_around_them_tells_apart_fail_for_their_labels_alone(
    source: str,
) -> None:
    (finding,) = findings(source, "same-label-different-target")
    assert finding.references["act"] == ("b20e66",)


def test_the_text_beside_an_image_is_the_context_of_its_link() -> None:
    source = '<p>{}<a href="/flu"><img src="a.png" alt="more"></a>{}</p>'
    assert acts(source.format("Flu shots: ", "")) == {"aizyf1"}
    assert acts(source.format("", " on flu shots")) == {"aizyf1"}
    assert acts(source.format("", "")) == {"aizyf1", "5effbb"}


def test_the_term_that_a_description_is_of_is_the_context_of_its_links() -> None:
    source = '<dl><dt>{}</dt><dd>PDF</dd><dd><a href="/flu">HTML</a></dd></dl>'
    assert acts(source.format("Flu guide")) == {"aizyf1"}
    assert acts("<dl><dt>Colds</dt><dd>No guide yet</dd>" + source.format("more")[4:]) == {
        "aizyf1",
        "5effbb",
    }


def test_a_link_with_the_role_of_a_button_fails_no_rule_about_links() -> None:
    assert acts('<p><a href="/flu" role="button">More</a></p>') == set()


def test_local_files_that_hold_the_same_are_one_target(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    source = '<p><a href="a.html">Contact</a> <a href="b.html">Contact</a></p>'
    (tmp_path / "a.html").write_text("<h1>Contact</h1>")
    (tmp_path / "b.html").write_text("<h1>Contact</h1>")
    assert found(source, "same-label-different-target", str(page)) == []
    (tmp_path / "b.html").write_text("<h1>Other</h1>")
    assert found(source, "same-label-different-target", str(page)) == ['<a href="b.html">']


def test_a_shared_label_fails_in_context_only_when_the_context_is_shared_too() -> None:
    def acts_of(source: str) -> tuple[str, ...]:
        (finding,) = findings(source, "same-label-different-target")
        return finding.references["act"]

    apart = '<ul><li>Flu: <a href="/f">Dates</a></li><li>Polio: <a href="/p">Dates</a></li></ul>'
    together = '<p>Shots: <a href="/f">Dates</a>, <a href="/p">Dates</a></p>'
    assert acts_of(apart) == ("b20e66",)
    assert acts_of(together) == ("b20e66", "fd3a94")


def test_a_shared_label_is_reported_once_with_the_other_link_beside_it() -> None:
    source = "<ul>" + "".join(f'<li>{i} <a href="/{i}">Dates</a></li>' for i in "abcd") + "</ul>"
    (finding,) = findings(source, "same-label-different-target")
    assert "4 different" in finding.message
    assert [source[r.span.start : r.span.end] for r in finding.related] == ['<a href="/a">']


def test_citation_lists_and_glossary_words_may_share_labels_and_show_addresses() -> None:
    page = (
        '<p><a class="definition" href="/popup?id=1">dose</a> <a class="definition" href="/popup?id=2">dose</a></p>'
        '<h2>References</h2><ol><li>Doe J. Flu. 2020. <a href="/pm/1">PubMed</a></li>'
        '<li>Roe J. Pox. 2021. <a href="/pm/2">PubMed</a> <a href="https://doi.org/10.1000/1">doi:10.1000/1</a></li></ol>'
    )
    rules = {f.rule for f in plainlang.check(page).findings if f.category == "link-labels"}
    assert rules == set()


def test_an_image_and_its_label_linked_apart_are_one_link_said_twice() -> None:
    page = '<p><a href="/m"><img src="m.png" alt="Map"></a><br><a href="/m">Find us</a></p>'
    assert found(page, "same-target-twice") == ['<a href="/m">']


def test_a_linked_image_without_a_text_is_only_a_link_without_a_text() -> None:
    page = '<p><a href="/x"><img src="/p.png" alt=""></a> <a href="/x">Knee care</a></p>'
    assert [f.rule for f in plainlang.check(page).findings] == ["link-without-name"]
    (twin,) = findings(page.replace('alt=""', 'alt="A knee"'), "same-target-twice")
    assert "“A knee” right before it" in twin.message


def test_links_in_two_items_of_a_list_may_share_a_target() -> None:
    page = '<ul><li><a href="/m">Map</a></li><li><a href="/m">Find us</a></li></ul>'
    assert found(page, "same-target-twice") == []


@pytest.mark.parametrize("behind", [" (PDF)", " [PDF, 2 MB]", " – pdf"])
def test_the_type_of_a_file_may_stand_right_behind_its_link(behind: str) -> None:
    assert (
        found(f'<p>Get <a href="/f.pdf">the form</a>{behind}.</p>', "file-link-without-type") == []
    )


def test_a_label_from_a_template_is_not_judged() -> None:
    page = '<p><a href="{{ url }}">{{ label }}</a> <a href="/x">Read {{ title }}</a></p>'
    assert [f.rule for f in plainlang.check(page).findings if f.category == "link-labels"] == []


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [("## How to *take* it?", "how-to-take-it"), ("## 💊 Pills", "-pills"), ("## A & B", "a--b"),
     ("## Dose\n\n## Dose", "dose-1"), ("## Dosis máxima", "dosis-máxima")],
)  # fmt: skip
def test_markdown_headings_have_the_anchors_that_tools_give_them(heading: str, anchor: str) -> None:
    assert found(f"[there](#{anchor})\n\n{heading}\n", "missing-anchor", "a.md") == []


def test_a_part_of_a_page_may_link_to_what_another_part_holds() -> None:
    assert found('<p><a href="#dose">Dose</a></p>', "missing-anchor") == []
    whole = '<!doctype html><title>Flu</title><p><a href="#dose">Dose</a></p>'
    assert found(whole, "missing-anchor") == ['<a href="#dose">']


def test_a_language_may_carry_its_name_in_the_words_of_the_page_behind_its_own() -> None:
    page = '<p><a href="/es">Español (Spanish)</a> <a href="/vi">Vietnamese</a></p>'
    (finding,) = findings(page, "language-not-in-its-own-words")
    assert finding.suggestion == "Tiếng Việt"


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")


def missing(folder: Path, source: str, name: str = "page.html") -> list[str]:
    """Save a page and return the addresses in it that lead to no file."""
    page = folder / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(source)
    return found(source, "missing-local-file", str(page))


@pytest.mark.parametrize(
    "address",
    ["shot.html", "shot.html#who", "../shots.html", "img/Nurse.jpg", "shots.html/a.html", "www.example.org",
     "help@example.org", "flu%20shots.html", "nowhere/", "a" * 300 + ".html", "a%00.html"],
)  # fmt: skip
def test_a_file_that_is_not_there_is_found(tmp_path: Path, address: str) -> None:
    write(tmp_path, "shots.html", "img/nurse.jpg", "flu.html")
    assert missing(tmp_path, f'<p><a href="{address}">Shots</a></p>') == [address]


@pytest.mark.parametrize(
    "address",
    ["shots.html", "./shots.html?x=1#who", "sub/../shots.html", "img/", "img", "nowhere", "flu%20map.pdf",
     "made.html", "made/", "img/index.html", "book.php?id=1", "/nowhere.html", "//example.org/a.html",
     "mailto:help@example.org", "tel:911", "data:text/plain,a.b", "#who", "", "?page=2", "{{ link }}.html"],
)  # fmt: skip
def test_a_file_that_is_there_or_that_nobody_can_tell_passes(tmp_path: Path, address: str) -> None:
    write(tmp_path, "shots.html", "img/README.md", "flu map.pdf", "made.md")
    (tmp_path / "sub").mkdir()
    assert missing(tmp_path, f'<p><a href="{address}">Shots</a></p>') == []


def test_a_missing_file_is_reported_once_with_the_other_places_beside_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<p><a href="a.html">A</a> <a href="b.html">B</a> <a href="a.html#x">More</a></p>'
    )
    one, other = findings(page.read_text(), "missing-local-file", str(page))
    assert [r.message for r in one.related] == ["a.html#x"]
    assert other.excerpt == "b.html"
    assert other.related == ()


def test_missing_images_and_media_are_found_but_not_hidden_ones(tmp_path: Path) -> None:
    source = (
        '<img src="a.jpg" alt=""><video controls><source src="b.mp4"></video><iframe src="c.html" title="C"></iframe>'
        '<div style="display: none"><img src="d.jpg" alt="D"><a href="e.html">E</a></div>'
    )
    assert missing(tmp_path, source) == ["a.jpg", "b.mp4", "c.html"]


@pytest.mark.parametrize(
    ("name", "source"),
    [("page.html", '<base href="/flu/"><p><a href="a.html">A</a></p>'),
     ("page.html", "{% block x %}<p><a href='a.html'>A</a></p>{% endblock %}"),
     ("page.html", "---\nlayout: x\n---\n<p><a href='a.html'>A</a></p>"),
     ("page.html.j2", "<p><a href='a.html'>A</a></p>"),
     ("page.md", "---\ntitle: Flu\n---\n\n[A](a.md)"),
     ("page.md", "[A](../a/) and [B](b)"),
     ("page.txt", "See a.html")],
)  # fmt: skip
def test_pages_that_a_builder_puts_elsewhere_are_left_alone(
    tmp_path: Path, name: str, source: str
) -> None:
    assert missing(tmp_path, source, name) == []


def test_a_rule_above_a_text_makes_no_page_for_a_site_generator(tmp_path: Path) -> None:
    assert missing(tmp_path, "---\n\nSee [A](a.md).", "page.md") == ["a.md"]


def test_a_page_that_is_no_file_is_left_alone(tmp_path: Path) -> None:
    source = '<p><a href="a.html">A</a></p>'
    assert found(source, "missing-local-file", str(tmp_path / "page.html")) == []


def test_the_file_that_was_meant_is_named(tmp_path: Path) -> None:
    write(tmp_path, "Flu-Shots.pdf", "colds.pdf")
    page = tmp_path / "page.md"
    page.write_text("[Flu shots](flu-shots.pdf)")
    (finding,) = findings(page.read_text(), "missing-local-file", str(page))
    assert finding.suggestion == "Flu-Shots.pdf"


def test_a_kept_result_is_not_used_when_the_file_is_there_now(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    source = b'<p><a href="shots.html">Flu shots</a> <a href="map.html">Map</a></p>'
    page.write_bytes(source)
    write(tmp_path, "map.html")
    setup = Setup(Config())
    cache = ResultsCache(setup, tmp_path / "results")

    def named() -> list[str]:
        """Check the page as a run does that keeps results."""
        key = cache.key(source, str(page), Config(), detail=False)
        result = cache.get(key)
        if result is None:
            result = check_bytes(source, str(page), setup.config_for(tmp_path), setup)
            cache.put(key, result)
        return [f.excerpt for f in result.findings if f.rule == "missing-local-file"]

    assert named() == named() == ["shots.html"]
    write(tmp_path, "shots.html")
    assert named() == []
    (tmp_path / "map.html").unlink()
    assert named() == ["map.html"]


def test_a_page_that_names_its_own_file_links_to_itself() -> None:
    source = '<p><a href="#dose">Dose</a></p><p><a href="{}#dose">Dose</a></p>'
    for own in ("flu.html", "./flu.html"):
        assert found(source.format(own), "same-label-different-target", "site/flu.html") == []
    other = source.format("colds.html")
    assert len(found(other, "same-label-different-target", "site/flu.html")) == 1
    based = '<base href="https://example.org/shots/">' + source.format("flu.html")
    assert len(found(based, "same-label-different-target", "site/flu.html")) == 1


@pytest.mark.parametrize(
    "own", ["flu.html", "/flu", "https://www.example.org/flu/", "https://example.org/flu#top"]
)
def test_a_link_to_the_whole_page_and_one_to_a_part_of_it_lead_to_one_place(own: str) -> None:
    head = '<link rel="canonical" href="https://example.org/flu">'
    source = head + '<p><a href="{}">Flu shots</a></p><p><a href="#flu-shots">Flu shots</a></p>'
    assert found(source.format(own), "same-label-different-target", "site/flu.html") == []
    other = source.format("https://example.org/colds")
    assert len(found(other, "same-label-different-target", "site/flu.html")) == 1


def test_a_list_of_contents_may_lead_to_the_main_heading_by_its_words() -> None:
    source = (
        '<nav><ul><li><a href="#">{}</a></li></ul></nav><h1>Flu shots</h1><p>Get one each fall.</p>'
    )
    assert found(source.format("Flu shots"), "link-without-target") == []
    assert len(found(source.format("Opening hours"), "link-without-target")) == 1


def test_another_cell_of_the_row_can_say_the_type_of_a_file() -> None:
    row = '<table><tr><td><a href="/flu.pdf">Flu</a></td><td>{}</td></tr></table>'
    assert found(row.format("PDF, 2 MB"), "file-link-without-type") == []
    assert found(row.format("2 MB"), "file-link-without-type") == ['<a href="/flu.pdf">']


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Find out more about it"),
        ("en", "Here’s how"),
        ("en", "Read the whole article"),
        ("en", "Tell me more"),
        ("en", "through this link"),
        ("en", "See below"),
        ("es", "Entérese de más"),
        ("es", "el siguiente enlace"),
        ("es", "Léalo aquí"),
    ],
)
def test_more_labels_that_say_nothing(language: str, label: str) -> None:
    source = f'<html lang="{language}"><p>x <a href="/flu">{label}</a></p>'
    assert found(source, "vague-link-label") == ['<a href="/flu">']


@pytest.mark.parametrize(
    "script", ["location.href='{}'", "window.open('{}')", "location.assign('{}')"]
)
def test_a_script_that_opens_an_address_is_a_target(script: str) -> None:
    first, other, same = (script.format(address) for address in ("/a", "/b", "/a"))
    link = '<span role="link" onclick="{}">Flu shots</span>'
    two = f"<html lang=en><p>{link.format(first)} now, or {link}.</p>"
    assert len(found(two.format(other), "same-label-different-target")) == 1
    assert found(two.format(same), "same-label-different-target") == []
