"""Template syntax is neither text nor a fault: what it prints is not known yet."""

from __future__ import annotations

import pytest

from plainlang.page import Page, read_page
from plainlang.page.template import UNKNOWN, mask

HIDDEN = "⌷"  # stands for UNKNOWN below


def texts(source: str, path: str = "page.html") -> list[str]:
    return [block.text.replace(UNKNOWN, HIDDEN) for block in read_page(source, path).blocks]


def source_of(page: Page, words: str) -> str:
    block = next(b for b in page.blocks if words in b.text)
    at = block.text.index(words)
    return page.source[slice(*block.locate(at, at + len(words)))]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        # Jinja, Django, Liquid, Twig
        ("Dear {{ name }}, rest.", "Dear ⌷, rest."),
        ("Dear {{ name | default: 'you' }}!", "Dear ⌷!"),
        ("Dear {{-\n name \n-}} rest.", "Dear ⌷ rest."),
        ("{% if old %}Rest.{% endif %} Walk.", "Rest. Walk."),
        ("{%- for x in all -%}Rest.{%- endfor -%}", "Rest."),
        ("One{# not {{ read }} #} two.", "One two."),
        ("One{% comment %} not <b>read</b> {% endcomment %} two.", "One two."),
        ("{% include 'dose.html' %} a day.", "⌷ a day."),
        ("{% trans 'Rest' %} now.", "⌷ now."),
        ("{% blocktrans %}Rest now.{% endblocktrans %}", "Rest now."),
        ("{% cache 500 menu %}Rest.{% endcache %}", "Rest."),
        ("{% set x = 1 %}Rest.", "Rest."),
        # Handlebars, Mustache, Go
        ("{{{ raw }}} a day.", "⌷ a day."),
        ("{{#if old}}Rest.{{else}}Walk.{{/if}}", "Rest. Walk."),
        ("{{#each pills}}{{this}} pill {{/each}}", "⌷ pill"),
        ("{{! not read }}Rest.{{!-- {{ not }} --}}", "Rest."),
        ("{{> dose }} a day.", "⌷ a day."),
        ("{{ if .Old }}Rest.{{ end }} {{ .Dose }}.", "Rest. ⌷."),
        ("{{/* not read */}}Rest.", "Rest."),
        # PHP
        ("Dear <?php echo $name; ?>, rest.", "Dear ⌷, rest."),
        ("<?= $dose ?> a day.", "⌷ a day."),
        ("<?php if ($old): ?>Rest.<?php endif; ?>", "Rest."),
        ("Rest.<?php // never closed", "Rest."),
        # ERB
        ("Dear <%= name %>, rest.", "Dear ⌷, rest."),
        ("<% if old %>Rest.<% end %><%# not read %>", "Rest."),
        # what is no template
        ("{ {x} } 5 % {x}", "{ {x} } 5 % {x}"),
        ("{{ not closed", "{{ not closed"),
    ],
)
@pytest.mark.parametrize("path", ["page.html", "page.md", "page.txt"])
def test_what_a_template_prints_is_unknown_and_the_rest_is_read(
    source: str, read: str, path: str
) -> None:
    before = "<p>" if path == "page.html" else ""
    assert texts(before + source, path) == [read]


@pytest.mark.parametrize(
    "syntax", ["{{ url }}", "{% url 'x' %}", "<?= $url ?>", "<%= url %>", "{{{url}}}", "{% if a %}b{% endif %}",
               "<% if a %>b<% end %>", "a-{{ b }}"]
)  # fmt: skip
@pytest.mark.parametrize("quote", ["'", '"'])
def test_an_attribute_that_a_template_fills_is_unknown_and_not_empty(
    syntax: str, quote: str
) -> None:
    if quote in syntax:
        syntax = syntax.replace("'", '"') if quote == "'" else syntax.replace('"', "'")
    page = read_page(f"<img src=k.png alt={quote}{syntax}{quote}>")
    (image,) = page.select("img")
    assert image.is_unknown("alt")
    assert UNKNOWN in (image.get("alt") or "")
    assert page.source[slice(*image.value_span("alt"))] == syntax


def test_an_unknown_value_is_one_sign_however_long_its_syntax_is() -> None:
    (link,) = read_page('<a href="{{ url }}" title="Dr {{ name }}">{{ label }}</a>').select("a")
    assert (link.get("href"), link.get("title"), link.name) == (UNKNOWN, f"Dr {UNKNOWN}", UNKNOWN)


@pytest.mark.parametrize(
    ("source", "attributes"),
    [
        ("<img alt={{ alt }} src=k.png>", {"alt": UNKNOWN, "src": "k.png"}),
        ("<img {% if a %}alt='Knee'{% endif %} src=k.png>", {"alt": "Knee", "src": "k.png"}),
        ("<img class='a{% if b %} c{% endif %}' src=k.png>", {"class": f"a{UNKNOWN} c{UNKNOWN}", "src": "k.png"}),
        ("<img title='{{ \"a > b\" }}' src=k.png>", {"title": UNKNOWN, "src": "k.png"}),
    ],
)  # fmt: skip
def test_templates_among_attributes_do_not_break_the_tag(
    source: str, attributes: dict[str, str]
) -> None:
    (image,) = read_page(source).select("img")
    assert {name: image.get(name) for name in image.node.attrs} == attributes


def test_a_tag_whose_name_a_template_prints_is_a_tag() -> None:
    page = read_page("<{{ tag }} class=x>Rest.</{{ tag }}>")
    assert [b.text for b in page.blocks] == ["Rest."]
    assert page.select(".x")[0].text == "Rest."
    assert texts("<p>5 <{{ limit }} mg") == ["5 <⌷ mg"]


def test_positions_do_not_move() -> None:
    page = read_page("<p>{{ a }} caf&eacute;s {% if b %}&amp; tea{% endif %}\r\n<p>{{ c\r\n}} knee")
    assert source_of(page, "cafés") == "caf&eacute;s"
    assert source_of(page, "& tea") == "&amp; tea"
    assert source_of(page, "knee") == "knee"
    assert source_of(page, UNKNOWN) in "{{ a }}"


def test_what_is_unknown_in_a_text_is_marked() -> None:
    (block,) = read_page("<p>Dear {{ name }}, rest.").blocks
    assert [(m.kind, block.text[m.start : m.end]) for m in block.marks] == [("unknown", UNKNOWN)]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("# {{ title }}\n\nRest.", [("heading", "⌷"), ("paragraph", "Rest.")]),
        ("{% for x in all %}\n- {{ x }}\n{% endfor %}", [("list-item", "⌷")]),
        ("One.\n{% if a %}\nTwo.\n{% endif %}\n", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("{% if a %}  \n# Two\n{% endif %}", [("heading", "Two")]),
        ("{% if a %}Two{% endif %} pills.", [("paragraph", "Two pills.")]),
        ("Text\n{: .note #x}\n\nMore", [("paragraph", "Text"), ("paragraph", "More")]),
        ("Text\n{.note}\n\nMore", [("paragraph", "Text"), ("paragraph", "More")]),
        ("## Doses {#doses}", [("heading", "Doses")]),
        ("[Doses](/a){data-x=link .big title='More on it'} help.", [("paragraph", "Doses help.")]),
        ("Of {x} and { y } and {a b=c} and {f(x)=1}", [("paragraph", "Of {x} and { y } and {a b=c} and {f(x)=1}")]),
        ("| {{ a }} | b |\n|---|---|\n| c | {{ d }} |",
         [("header-cell", "⌷"), ("header-cell", "b"), ("cell", "c"), ("cell", "⌷")]),
    ],
)  # fmt: skip
def test_templates_do_not_break_markdown(source: str, blocks: list[tuple[str, str]]) -> None:
    page = read_page(source, "page.md")
    assert [(b.kind, b.text.replace(UNKNOWN, HIDDEN)) for b in page.blocks] == blocks


def test_a_markdown_link_to_a_template_is_a_link() -> None:
    source = "See [{{ label }}]({{ url }}) and ![{{ alt }}]({{ file }}/k.png)."
    page = read_page(source, "page.md")
    link, image = page.select("a, img")
    assert (link.name, link.get("href")) == (UNKNOWN, UNKNOWN)
    assert (image.get("alt"), image.get("src")) == (UNKNOWN, f"{UNKNOWN}/k.png")
    assert source[slice(*link.span)] == "[{{ label }}]({{ url }})"


def test_a_language_from_a_template_is_not_taken_for_a_language() -> None:
    page = read_page("<!doctype html><html lang='{{ lang }}'><p>Rest.")
    assert page.select("html")[0].is_unknown("lang")
    assert page.language == "en"


@pytest.mark.parametrize(
    "source", ["{{ a }}", "<p>{% x\ny %}</p>\n{{ z }}", "<?php", "a <% b %>", "{: .x}"]
)
@pytest.mark.parametrize("keep_lines", [True, False])
def test_a_mask_is_as_long_as_what_it_hides(source: str, keep_lines: bool) -> None:
    assert len(mask(source, keep_lines=keep_lines)) == len(source)


@pytest.mark.parametrize(
    "text",
    [
        "Write alt={text} in React.",
        "If a < b, then alt={text} is set.",
        "Don't <b>say</b> alt='{text}' here.",
    ],
)
def test_braces_in_a_text_on_code_are_text(text: str) -> None:
    (block,) = read_page(f"<p title='x'>{text}</p>").blocks
    assert "{text}" in block.text
    assert UNKNOWN not in block.text


def test_braces_behind_other_values_are_unknown() -> None:
    page = read_page("<img onload={go({a:1})} title='>' alt={text} src=k.png>")
    assert page.element(page.nodes("img")[0]).get("alt") == UNKNOWN
