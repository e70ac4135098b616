"""What the server answers, asked without an editor: places, hovers, and where a comment goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import plainlang
from plainlang.findings import Edit
from plainlang.lsp.disable import disabling_edit
from plainlang.lsp.documents import Checked, check_document
from plainlang.lsp.hovers import hover
from plainlang.lsp.places import Place, Ruler

ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
SIZES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(st.lists(st.text("aé😀 \f\u2028"), min_size=1), st.sampled_from(["\n", "\r\n", "\r"]))
def test_each_place_leads_back_to_its_offset(encoding: str, lines: list[str], end: str) -> None:
    source = end.join(lines)
    ruler = Ruler(source, encoding)
    offset = 0
    for number, line in enumerate(lines):
        for column in range(len(line) + 1):
            written = line[:column].encode(ENCODINGS[encoding])
            place = Place(number, len(written) // SIZES[encoding])
            assert ruler.place(offset + column) == place
            assert ruler.offset(place) == offset + column
        assert ruler.line(number) == (offset, offset + len(line))
        offset += len(line) + len(end)


def test_a_place_behind_a_line_or_behind_all_is_the_end() -> None:
    ruler = Ruler("Flu\nshot", "utf-16")
    assert ruler.offset(Place(0, 99)) == 3
    assert ruler.offset(Place(1, 99)) == 8
    assert ruler.offset(Place(9, 0)) == 8


def put(source: str, edit: Edit) -> str:
    return source[: edit.span.start] + edit.text + source[edit.span.end :]


def checked(source: str, name: str = "page.html") -> Checked:
    return check_document(source, name)


def test_a_hover_tells_the_meaning_first_then_the_narrowest_finding() -> None:
    source = '<p><a href="/more?edema">Read more</a> of edema.</p>'
    page = checked(source)
    told = hover(page, source.rindex("edema"))
    assert told is not None
    assert source[slice(*told.span)] == "edema"
    assert told.text.index("**edema** means: ") < told.text.index("[undefined-term](")
    assert hover(page, source.index(" of ")) is None


def test_a_hover_in_plain_text_has_no_marks() -> None:
    source = "<p>You have edema.</p>"
    told = hover(checked(source), source.index("edema"), markdown=False)
    assert told is not None
    assert "edema means: " in told.text
    assert "Write: swelling" in told.text
    assert "\n\n\n" not in told.text
    assert "**" not in told.text
    assert "---" not in told.text
    assert "undefined-term (https://" in told.text


def test_a_hover_over_a_spanish_term_is_in_spanish() -> None:
    source = "<html lang=es><p>Usted tiene disnea.</p>"
    told = hover(checked(source), source.index("disnea"))
    assert told is not None
    assert "**disnea** significa: " in told.text
    assert "Escriba: **falta de aire**" in told.text


def test_a_hover_over_a_comment_explains_the_rule_that_is_pointed_at() -> None:
    source = "<!-- plainlang-disable undefined-term, vague-link-label: they know -->\n<p>Edema: <a href=/e>read more</a>. Rest.</p>"
    page = checked(source)
    for name, title in (("undefined-term", "Undefined term"), ("vague-link", "Vague link label")):
        told = hover(page, source.index(name) + 3)
        assert told is not None
        assert told.text.startswith(f"**{title}**")
    assert hover(page, source.index("they")) is None
    assert hover(page, source.index("Rest")) is None


def test_a_comment_of_another_kind_tells_of_no_rule() -> None:
    source = "<!-- see undefined-term --><p>Rest.</p>"
    assert hover(checked(source), source.index("undefined-term")) is None


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.html", "<div>\n  <p>Edema.</p>\n</div>", "<div>\n  {c}\n  <p>Edema.</p>\n</div>"),
        ("a.html", "<div><p>Edema.</p></div>", "<div>{c}<p>Edema.</p></div>"),
        ("a.html", "<ul>\r\n\t<li>Edema.</ul>", "<ul>\r\n\t{c}\r\n\t<li>Edema.</ul>"),
        ("a.html", "<p>One <b>edema</b>.</p>", "<p>One {c}<b>edema</b>.</p>"),
        ("a.md", "# Home\n\nEdema.\n", "# Home\n\n  {c}\nEdema.\n"),
        ("a.md", "# Home\r\n\r\nEdema.\r\n", "# Home\r\n\r\n  {c}\r\nEdema.\r\n"),
        ("a.txt", "Rest.\n\nEdema.\n", "Rest.\n\n  {c}\nEdema.\n"),
    ],
)
def test_the_comment_goes_as_near_as_it_can(name: str, before: str, after: str) -> None:
    page = checked(before, name)
    (finding,) = (f for f in page.findings if f.rule == "undefined-term")
    edit = disabling_edit(page.page, finding)
    assert edit is not None
    comment = "<!-- plainlang-disable-next undefined-term: say why -->"
    quiet = put(before, edit)
    assert quiet == after.replace("{c}", comment)
    left = plainlang.check(quiet, filename=name, config={"select": ["undefined-term"]}).findings
    assert left == ()


def test_a_fault_of_the_whole_page_is_disabled_for_the_file() -> None:
    source = "<!doctype html>\n<meta charset=utf-8>\n<title>Flu shots</title><h1>Flu shots</h1>"
    page = checked(source)
    (finding,) = (f for f in page.findings if f.rule == "page-without-language")
    edit = disabling_edit(page.page, finding)
    assert edit is not None
    quiet = put(source, edit)
    comment = "<!-- plainlang-disable-file page-without-language: say why -->"
    assert quiet.splitlines()[:3] == ["<!doctype html>", comment, "<meta charset=utf-8>"]
    assert "page-without-language" not in {
        f.rule for f in plainlang.check(quiet, filename="page.html").findings
    }


def test_what_is_wrong_with_a_comment_cannot_be_disabled_by_one() -> None:
    page = checked("<!-- plainlang-disable-next undefined-term: why --><p>Rest.</p>")
    (finding,) = (f for f in page.findings if f.rule == "unused-suppression")
    assert disabling_edit(page.page, finding) is None
