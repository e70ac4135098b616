"""What is reported as nameless, what is left alone, and where the finding points."""

from __future__ import annotations

import pytest

from plainlang.api import check

PAGE = '<!doctype html><html lang="en"><head><title>Your visit</title></head><body>{}</body></html>'


def found(body: str, rule: str) -> list[str]:
    """Return what the findings of a rule mark."""
    source = PAGE.format(body)
    findings = check(source, filename="visit.html").findings
    return [source[f.span.start : f.span.end] for f in findings if f.rule == rule]


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("image-without-alt", '<img src="door.jpg">'),
        ("image-without-alt", '<img src="door.jpg" aria-labelledby="nowhere">'),
        ("image-without-alt", '<div style="margin-left:-999px"><img src="door.jpg"></div>'),
        ("image-without-alt", '<details>More<img src="door.jpg"></details>'),
        ("image-without-alt", '<img src="{{ door.url }}" width="{{ width }}">'),
        ("image-without-alt", "<img src=\"{% static 'door.jpg' %}\">"),
        ("image-without-alt", '<img src="<?php echo $door ?>">'),
        ("link-without-name", '<a href="{{ url }}"><i class="icon {{ icon }}"></i></a>'),
        ("svg-without-name", '<svg role="img"><g><title>Door</title></g></svg>'),
        ("svg-without-name", '<svg role="graphics-document"><path d="M0 0h9"/></svg>'),
        ("object-without-name", '<object type="video/mp4" data="/tour"></object>'),
        ("image-button-without-alt", '<input type="image" src="go.png" value="Go">'),
        ("link-without-name", '<a href="/map"><svg><use href="#pin"/></svg></a>'),
        ("link-without-name", '<a href="/map"><span style="display:none">Map</span></a>'),
        ("link-without-name", '<span role="link" tabindex="0"></span>'),
        ("heading-without-text", '<h2><a href="#top"><img src="up.png" alt=""></a></h2>'),
        ("button-without-name", '<button aria-labelledby="nowhere"></button>'),
        ("menu-item-without-name", '<ul role="menubar"><li role="menuitem"></li></ul>'),
        ("field-without-label", '<input type="password">'),
        ("field-without-label", '<textarea>Tell us</textarea>'),
        ("field-without-label", '<label>Name <span role="textbox"></span></label>'),
        ("frame-without-title", '<iframe srcdoc="<p>Hello</p>"></iframe>'),
        ("summary-without-text", "<details><summary role=none></summary>More</details>"),
        ("decorative-image-exposed", '<img src="line.png" role="none" tabindex="0">'),
        ("role-none-overruled", '<h2 role="none" aria-describedby="more">Hours</h2>'),
    ],
)  # fmt: skip
def test_nothing_names_this(rule: str, body: str) -> None:
    assert len(found(body, rule)) == 1


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("image-without-alt", '<noscript><img src="count.gif"></noscript>'),
        ("image-without-alt", '<template><img src="door.jpg"></template>'),
        ("image-without-alt", '<style>.x { display: none }</style><p class="x"><img src="x.png"></p>'),
        ("image-without-alt", '<img src="door.jpg" {{ attributes }}>'),
        ("image-without-alt", '<img src="{{ url }}" {% if alt %}alt="{{ alt }}"{% endif %}>'),
        ("image-without-alt", '<img src="door.jpg" [attr.alt]="text">'),
        ("link-without-name", '<a href="{{ url }}">{{ label }}</a>'),
        ("link-without-name", '<a href="{{ url }}"><i id="{{ icon }}"></i></a>'),
        ("svg-without-name", '<svg role="img" aria-labelledby="d"><title id="d">Door</title></svg>'),
        ("svg-without-name", '<svg role="img" aria-label="Dot"><g role="graphics-symbol"/></svg>'),
        ("object-without-name", '<object data="/leaflet.pdf"></object>'),
        ("link-without-name", '<a href="/map"><svg><title>Map</title></svg></a>'),
        ("link-without-name", '<a href="/map"><svg><use href="#pin"/></svg></a>'
                              '<svg hidden><symbol id="pin"><title>Map</title></symbol></svg>'),
        ("link-without-name", '<map name="unused"><area href="/map"></map>'),
        ("link-without-name", '<a href="/map"><img src="map.png" alt="{% trans x %}"></a>'),
        ("link-without-name", '<a href="/map"><span x-text="label"></span></a>'),
        ("link-without-name", '<div inert><a href="/map"></a></div>'),
        ("heading-without-text", '<h2 style="visibility:hidden"></h2>'),
        ("heading-without-text", '<h2>{% block heading %}{% endblock %}</h2>'),
        ("button-without-name", '<button role="none" disabled></button>'),
        ("button-without-name", '<label>Go <button></button></label>'),
        ("field-without-label", '<input placeholder="Your name">'),
        ("field-without-label", '<fieldset aria-hidden="true"><input></fieldset>'),
        ("frame-without-title", '<iframe src="/count" role="presentation"></iframe>'),
        ("summary-without-text", "<details><summary>More</summary><summary></summary></details>"),
        ("role-none-overruled", '<table role="presentation" aria-hidden="false"><tr><td>9</table>'),
    ],
)  # fmt: skip
def test_something_names_this_or_nobody_meets_it(rule: str, body: str) -> None:
    assert found(body, rule) == []


def test_what_counts_visits_without_scripts_needs_no_name() -> None:
    head = '<noscript><img src="count.gif"></noscript><title>Flu</title>'
    source = f'<!doctype html><html lang="en"><head>{head}</head><body><img src="door.jpg"></body></html>'
    spans = [f.span for f in check(source).findings if f.rule == "image-without-alt"]
    assert [source[s.start : s.end] for s in spans] == ['<img src="door.jpg">']


def test_a_finding_marks_the_start_tag() -> None:
    assert found('<p>See <a class="x"\n href="/map"></a>.', "link-without-name") == [
        '<a class="x"\n href="/map">'
    ]


def test_an_unclosed_heading_holds_what_follows() -> None:
    assert found("<h2><p>We are open all day.", "heading-without-text") == []


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Send", "Close"),
        ("The full label", "the full"),
        ("Discover Italy", "Discover It"),
        ("Download in Spanish", "Download the leaflet in Spanish"),
        ("Call 555-0100", "Call 5 5 5 0 1 0 0"),
        ("2×2=4", "two times two is four"),
        ("follow-up", "followup"),
        ("<div>Flu</div><div>shots</div>", "Flushots"),
        ("サイト検索", "検索"),
    ],
)
def test_a_label_that_is_not_in_the_name(label: str, name: str) -> None:
    assert len(found(f'<button aria-label="{name}">{label}</button>', "label-not-in-name")) == 1


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Send", "send the form"),
        ("Flu shots (2025)", "Flu shots"),
        ("Flu shots", "Flu shots (for children)"),
        ("Next…", "Next page"),
        ("<div>Flu</div><div>shots</div>", "Flu shots"),
        ("×", "Close"),
        ("X", "Close"),
        ("📞", "Call us"),
        ('<i class="material-icons">home</i>', "Start page"),
        ('<span class="sr-only">Go to</span> Flu', "Flu"),
        ('<span style="display:none">Go to</span> Flu', "Flu"),
        ("検索", "サイト検索"),
        ("{{ label }}", "Send"),
    ],
)
def test_a_label_that_is_in_the_name_or_is_no_word(label: str, name: str) -> None:
    assert found(f'<button aria-label="{name}">{label}</button>', "label-not-in-name") == []


def rules_for(source: str, name: str = "visit.html") -> set[str]:
    return {f.rule for f in check(source, filename=name).findings}


@pytest.mark.parametrize("tag", ["english", "eng", "en_US", "em-US", "#1", "i-lux", "x"])
def test_a_page_in_a_language_that_does_not_exist(tag: str) -> None:
    assert "unknown-page-language" in rules_for(f'<html lang="{tag}"><title>Flu</title>Flu.</html>')


@pytest.mark.parametrize("tag", ["en", "EN-us", "es-419", "gsw", "zh-Hant-TW", "qaa-x-flu", "iw"])
def test_a_page_in_a_language_that_is_registered(tag: str) -> None:
    rules = rules_for(f'<html lang="{tag}"><title>Flu</title>Flu.</html>')
    assert not rules & {"unknown-page-language", "page-without-language"}


def test_a_wrong_tag_is_mended_where_the_right_one_is_known() -> None:
    source = '<html lang="en_US"><title>Flu</title><p>Get a shot.</p></html>'
    finding = next(f for f in check(source).findings if f.rule == "unknown-page-language")
    assert finding.fix is not None
    assert [(source[e.span.start : e.span.end], e.text) for e in finding.fix.edits] == [
        ("en_US", "en-US")
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p lang="dutch">Hallo</p>', True),
        ('<p lang="dutch"><span lang="nl">Hallo</span></p>', False),
        ('<p lang="dutch"><span lang="nl">Hallo</span> there</p>', True),
        ('<p lang="dutch"><img src="x.png" alt="Hallo"></p>', True),
        ('<p lang="dutch"><img src="x.png" alt=""></p>', False),
        ('<p lang="dutch" aria-hidden="true">Hallo</p>', True),
        ('<p lang="dutch" aria-hidden="true" style="position:absolute; left:-9999px">Hallo</p>', False),
        ('<p lang="dutch" style="display:none">Hallo</p>', False),
        ('<p lang="">Hallo</p>', False),
    ],
)  # fmt: skip
def test_a_part_in_a_language_that_does_not_exist(body: str, expected: bool) -> None:
    assert bool(found(body, "unknown-language")) is expected


def test_fragments_and_markdown_need_no_title_and_no_language() -> None:
    page_rules = {"page-without-title", "page-without-language", "unknown-page-language"}
    assert not page_rules & rules_for("<h1>Flu</h1><p>Get a shot.</p>")
    assert not page_rules & rules_for("# Flu\n\nGet a shot.\n", "flu.md")
    assert not page_rules & rules_for('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>', "x.svg")
    assert {"page-without-title", "page-without-language"} <= rules_for("<html><h1>Flu</h1></html>")


@pytest.mark.parametrize(
    "page",
    [
        '<html <?php language_attributes(); ?>><head><?php wp_head(); ?></head><p>Flu</p></html>',
        "<html lang={{ lang }}><head>{% include 'head.html' %}</head><p>Flu</p></html>",
    ],
)  # fmt: skip
def test_a_template_may_say_what_the_page_lacks(page: str) -> None:
    assert not {"page-without-title", "page-without-language"} & rules_for(page, "base.php")
