"""What plainlang says about alternative texts, beyond the examples in the rules."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.checks.images.alt_text import alt_is_long
from plainlang.page.read import read_page


def found(source: str, rule: str, filename: str = "page.html") -> list[str]:
    """Return the source text of what a rule reports."""
    report = plainlang.check(source, filename=filename)
    return [source[f.span.start : f.span.end] for f in report.findings if f.rule == rule]


@pytest.mark.parametrize(
    "alt",
    ["DSC_0042.JPG", "IMG-20240101-WA0003", "PXL_20240301_101010", "Captura de pantalla 2024-01-02",
     "WhatsApp Image 2024-01-01 at 10.11.12", "image001", "shutterstock_12345678",
     "9f86d081884c7d659a2feaa0c55ad015", "hero banner v2.webp"],
)  # fmt: skip
def test_names_that_devices_and_people_give_to_files_are_no_alt_text(alt: str) -> None:
    assert found(f'<p><img src="x.jpg" alt="{alt}"></p>', "file-name-as-alt") == [alt]


@pytest.mark.parametrize(
    "alt",
    ["Step 1", "COVID-19", "A1C", "Photo 51, the X-ray of DNA", "Image guided surgery", "Node.js"],
)
def test_words_that_look_a_little_like_file_names_pass(alt: str) -> None:
    assert found(f'<p><img src="x.jpg" alt="{alt}"></p>', "file-name-as-alt") == []


def test_a_file_name_is_found_in_every_kind_of_image() -> None:
    images = [
        '<picture><source srcset="a.webp"><img src="a.jpg" alt="a_1.jpg"></picture>',
        '<map name="m"><area href="/a" shape="rect" coords="0,0,1,1" alt="a_1.jpg"></map>'
        '<img usemap="#m" src="m.png" alt="A map of our clinics">',
        '<svg role="img" aria-label="a_1.jpg"><path d="M0 0"/></svg>',
        '<span role="img" aria-label="a_1.jpg"></span>',
        '<object data="a.png" type="image/png" role="img" aria-label="a_1.jpg"></object>',
    ]
    for image in images:
        assert found(f"<div>{image}</div>", "file-name-as-alt") == ["a_1.jpg"], image


def test_a_file_name_in_a_markdown_image_is_marked_exactly() -> None:
    assert found("Wash: ![hands.png](img/hands.png)", "file-name-as-alt", "a.md") == ["hands.png"]


def test_only_the_name_of_the_images_own_file_fails_the_act_rule_on_file_names() -> None:
    def acts(source: str) -> set[str]:
        findings = plainlang.check(source).findings
        return {a for f in findings for a in f.references.get("act", ())}

    assert "9eb3f6" in acts('<p><img src="/img/W3C.png?v=2" alt=" w3c.PNG "></p>')
    assert "9eb3f6" not in acts('<p><img src="/img/other.png" alt="w3c.png"></p>')


def test_what_a_template_writes_is_not_judged() -> None:
    page = '<p><img src="{{ src }}" alt="{{ alt }}"><img src="a.png" alt="Photo of {{ name }}"></p>'
    rules = {f.rule for f in plainlang.check(page).findings if f.category == "alt-text"}
    assert rules == set()


def test_taking_out_an_opening_leaves_a_sentence() -> None:
    page = '<p><img src="a.jpg" alt="An image of a nurse"></p>'
    (finding,) = [f for f in plainlang.check(page).findings if f.rule == "image-of-opening"]
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    mended = page[: edit.span.start] + edit.text + page[edit.span.end :]
    assert mended == '<p><img src="a.jpg" alt="A nurse"></p>'


def test_the_limit_for_long_texts_is_a_parameter() -> None:
    page = read_page('<p><img src="a.jpg" alt="A nurse washes her hands"></p>', "a.html")
    assert list(alt_is_long(page, ())) == []
    assert [m.values["length"] for m in alt_is_long(page, (), limit=20)] == [24]


def test_a_caption_that_says_the_same_but_for_case_and_marks_is_a_repeat() -> None:
    page = (
        '<figure><img src="a.jpg" alt="How to hold the inhaler">'
        "<figcaption>“How to hold the inhaler.”</figcaption></figure>"
    )
    assert found(page, "alt-repeats-text") == ["How to hold the inhaler"]


def test_an_alt_text_that_repeats_its_link_is_emptied_safely() -> None:
    page = '<a href="/map"><img src="m.png" alt="Find us"> Find us</a>'
    (finding,) = [f for f in plainlang.check(page).findings if f.rule == "alt-repeats-text"]
    assert finding.fix is not None
    assert finding.fix.safe
    assert [(e.text, page[e.span.start : e.span.end]) for e in finding.fix.edits] == [
        ("", "Find us")
    ]


def test_one_picture_in_two_sizes_is_one_picture() -> None:
    page = (
        '<p><img src="/a/rash-300x200.jpg" alt="A skin rash"></p>'
        '<p><img src="/b/rash@2x.jpg" alt="A skin rash"></p>'
    )
    assert found(page, "same-alt-twice") == []


def test_a_logo_beside_its_name_may_be_decoration() -> None:
    alone = '<div><img src="logo.svg" alt=""></div>'
    named = '<div><a href="/"><img src="logo.svg" alt=""> City Clinic</a></div>'
    assert found(alone, "informative-image-hidden") == ['<img src="logo.svg" alt="">']
    assert found(named, "informative-image-hidden") == []


def test_an_image_that_nobody_can_see_is_left_alone() -> None:
    page = '<div hidden><img src="logo.svg" alt=""><img src="a.png" alt="image"></div>'
    assert [f.rule for f in plainlang.check(page).findings if f.category == "alt-text"] == []


@pytest.mark.parametrize(
    ("alt", "file"),
    [("NASA logo", "nasa-logo.png"), ("NHS logo", "national-health-service-logo.svg"),
     ("UNICEF logo", "footer_logo_2x.png"), ("Red Cross logo", "icrc-logo.png")],
)  # fmt: skip
def test_a_logo_whose_file_may_be_named_after_its_owner_passes(alt: str, file: str) -> None:
    assert found(f'<p><img src="/i/{file}" alt="{alt}"></p>', "alt-names-another-logo") == []


@pytest.mark.parametrize(
    ("alt", "file"),
    [("HTML 5 logo", "w3c-logo.png"), ("World Food Program logo", "redcross-logo.png"), ("Red Crescent", "unicef_logo.svg")],
)  # fmt: skip
def test_a_logo_named_after_somebody_else_is_found(alt: str, file: str) -> None:
    source = f'<p><img src="/i/{file}" alt="{alt}"></p>'
    assert found(source, "alt-names-another-logo") == [alt]


def test_what_an_image_with_logos_in_it_shows_is_no_owner() -> None:
    for alt, file in (("Fancy text", "logo-examples.png"), ("Our sponsors", "sponsor-logos.png")):
        assert found(f'<p><img src="{file}" alt="{alt}"></p>', "alt-names-another-logo") == []


def test_the_file_that_a_script_draws_tells_whose_logo_a_canvas_shows() -> None:
    page = (
        '<canvas role="img" aria-label="{}"></canvas>'
        '<script>logo.src = "/i/redcross-logo.png"; pen.drawImage(logo, 0, 0)</script>'
    )
    assert found(page.format("UNICEF logo"), "alt-names-another-logo") == ["UNICEF logo"]
    assert found(page.format("Red Cross logo"), "alt-names-another-logo") == []


def test_of_several_canvases_that_with_the_text_is_found() -> None:
    page = (
        '<canvas id="star"></canvas><canvas id="offer"></canvas>'
        '<script>pen("#offer").fillText("Free flu shots", 9, 9)</script><p>Ask us for a date.</p>'
    )
    assert found(page, "informative-image-hidden") == ['<canvas id="offer">']


@pytest.mark.parametrize(
    "page",
    ['<canvas>Free flu shots</canvas><script>pen.fillText("Free flu shots", 9, 9)</script>',
     '<canvas role="img" aria-label="Free flu shots"></canvas><script>pen.fillText("Free flu shots", 9, 9)</script>',
     '<canvas></canvas><script>pen.fillText("Free flu shots", 9, 9)</script><p>Come for free flu shots.</p>',
     '<svg aria-hidden="true"><text>50</text></svg><p>Half of you.</p>',
     '<a href="/pdf"><svg aria-hidden="true"><text>PDF</text></svg> Flu guide (PDF)</a>',
     '<svg><text>Free flu shots</text></svg>',
     '<!doctype html><div id="app"></div><svg><path d="M0 0h9"/></svg><script src="app.js"></script>',
     '<!doctype html><svg width="0" height="0"><defs><path d="M0 0h9"/></defs></svg>'],
)  # fmt: skip
def test_drawings_that_say_nothing_more_or_are_read_pass(page: str) -> None:
    assert found(page, "informative-image-hidden") == []


def test_a_text_that_ends_in_a_colon_announces_the_image_behind_it_and_no_other() -> None:
    image = '<img src="step.jpg" alt="">'
    assert found(f"<p>Hold it so:</p>{image}", "informative-image-hidden") == [image]
    assert found(f"<p>Hold it so.</p>{image}", "informative-image-hidden") == []
    assert (
        found(f"<p>Hold it so:</p>{image}<p>Press the top.</p>", "informative-image-hidden") == []
    )
    assert found(f"<p>Steps:</p><ul><li>{image} Press.</li></ul>", "informative-image-hidden") == []


def test_a_file_name_may_stand_for_an_image_on_a_page_about_the_file() -> None:
    image = '<img src="/i/hello.png" alt="hello.png">'
    assert found(f"<p>The picture: {image}</p>", "file-name-as-alt") == ["hello.png"]
    assert found(f"<p>This is hello.png:</p><p>{image}</p>", "file-name-as-alt") == []


def test_a_name_behind_a_kind_is_a_credit_and_a_text_is_none() -> None:
    credit, text = (
        f'<p>Flu. <img src="a.jpg" alt="{a}"></p>' for a in ("Photo: Ana Ruiz", "Photo: a nurse")
    )
    assert found(credit, "credit-in-alt") == ["Photo: Ana Ruiz"]
    assert found(text, "credit-in-alt") == []
    assert found(text, "image-of-opening") == ["Photo: a nurse"]


@pytest.mark.parametrize(
    ("language", "alt"),
    [
        ("en", "Photo 3"),
        ("en", "Figure 1"),
        ("en", "Fig. 2"),
        ("es", "Foto 3"),
        ("en", "Insert description here"),
    ],
)
def test_a_kind_of_image_and_its_number_stand_in_for_a_text(language: str, alt: str) -> None:
    source = f'<html lang="{language}"><p><img src="x.jpg" alt="{alt}"></p>'
    assert found(source, "placeholder-alt") == [alt]
    assert found(source, "file-name-as-alt") == []


def test_a_kind_and_a_number_that_are_the_files_name_are_the_files_name() -> None:
    source = '<p><img src="photo%203.jpg" alt="photo 3"></p>'
    assert found(source, "file-name-as-alt") == ["photo 3"]
    assert found(source, "placeholder-alt") == []


def test_a_credit_behind_a_description_fails_no_criterion() -> None:
    """The image is described; only the credit alone leaves people without what it shows."""
    alone, behind = (
        plainlang.check(f'<p><img src="a.jpg" alt="{alt}"></p>').findings
        for alt in ("📷 Jane Doe", "A nurse with a mask. Photo: Jane Doe")
    )
    assert [(f.rule, f.references) for f in alone] == [
        ("credit-in-alt", {"wcag": ("1.1.1",), "act": ("qt1vmo",)})
    ]
    assert [(f.rule, f.references) for f in behind] == [("credit-in-alt", {})]
