"""What a template fills in is no fault, and what stands beside it is checked all the same."""

from __future__ import annotations

import pytest

import plainlang


def rules_of(body: str, *, html: str = '<html lang="en">') -> set[str]:
    source = (
        f"<!doctype html>\n{html}<head><title>Knee help</title></head><body><main>"
        f"<h1>Knee help</h1><p>Rest your knee.</p>{body}</main></body></html>"
    )
    return {f.rule for f in plainlang.check(source, filename="page.html").findings}


@pytest.mark.parametrize(
    "mark",
    [
        "{{ x }}", "{!! $x !!}", "${x}", "#{x}", "*|FNAME|*", "{$x}", "{x}", "@lang('x') @endif",
        "<?php the_title(); ?>", "<?php esc_html_e('x', 'y'); ?>", "<? echo $x ?>", "<%= x %>", "<%- x %>",
        "<%: x %>", "<%# Eval('x') %>", "{{ template 'x' . }}", "{{< x >}}",
    ],
)  # fmt: skip
def test_what_a_template_prints_is_no_fault(mark: str) -> None:
    body = (
        f'<img src="k.png" alt="{mark}"><p><a href="/x">{mark}</a></p><h2 id="{mark}">{mark}</h2>'
        f'<p lang="{mark}">Rest well.</p><label for="q">{mark}</label><input id="q">'
        f'<button aria-label="{mark}"></button><iframe src="/x" title="{mark}"></iframe>'
    )
    if mark in ("{$x}", "{x}"):  # in a text they are signs like others
        body = body.replace(f">{mark}<", ">Rest<")
    assert rules_of(body, html=f'<html lang="{mark}">') <= {"same-target-twice"}


@pytest.mark.parametrize(
    "body",
    [
        "<img src={knee} alt={alt}><img {src} {alt}><img src=k.png {...props}>",
        '<a href={url}>{label}</a><button aria-label={label}></button>',
        '<img bind-alt="a" src="k.png"><img .alt="${a}" src="k.png">',
        '<label :for="i">Name</label><input :id="i">',
        '<a href="/x"><ng-content></ng-content></a><button><slot></slot></button>',
        '<label for="q">{% block label %}{% endblock %}</label><input id="q">',
        '<a href="/x"><!--#echo var="LABEL" --></a>',
        '{% schema %}{"name": "Hypertension"}{% endschema %}',
        '{% highlight js %}hypertension(){% endhighlight %}',
        "@if ($old)\n<p>Rest.</p>\n@endif\n@foreach ($a as $b)\n<p>Walk.</p>\n@endforeach",
    ],
)  # fmt: skip
def test_what_a_template_leaves_open_is_no_fault(body: str) -> None:
    assert rules_of(body) == set()


@pytest.mark.parametrize(
    "mark", ["{!! $x !!}", "${x}", "#{x}", "@lang('x') @endif", "<!--#echo -->"]
)
def test_a_head_that_a_template_prints_may_hold_a_title(mark: str) -> None:
    source = f"<!doctype html><html lang=en><head>{mark}</head><body><h1>Flu</h1><p>Rest well."
    assert plainlang.check(source, filename="page.html").findings == ()


def test_a_value_in_braces_is_unknown_in_any_quotes() -> None:
    page = plainlang.page.read_page("<img alt='{$text}' src=k.png>")
    assert page.select("img")[0].is_unknown("alt")


def test_a_view_that_only_extends_another_is_read() -> None:
    source = "@extends('page')\n@section('title', 'Knee')\n<p>Rest well.</p>"
    assert [b.text for b in plainlang.page.read_page(source).blocks] == ["Rest well."]


def test_attributes_behind_the_name_of_a_tag_leave_the_tag_as_it_is() -> None:
    source = "<h2{{ title_attributes }}>Knee pain</h2><ul{{a}}><li{{ b }}>Rest</li></ul>"
    page = plainlang.page.read_page(source)
    assert [(b.kind, b.text) for b in page.blocks] == [
        ("heading", "Knee pain"),
        ("list-item", "Rest"),
    ]
    assert "page-without-language" not in rules_of("", html="<html{{ html_attributes }}>")


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<img src="k.png" {% if a %}class="b"{% endif %}>', "image-without-alt"),
        ('{% for p in all %}<img src="{{ p }}">{% endfor %}', "image-without-alt"),
        ('<img src="${p}">', "image-without-alt"),
        ('<button class="{% if a %}on{% endif %}" onclick="{{ js }}" data-id="{{ id }}"></button>', "button-without-name"),
        ('<p>{!! $x !!} <a href="{{ url }}">Click here</a></p>', "vague-link-label"),
        ('<p>*|FNAME|*, you have hypertension.</p>', "undefined-term"),
        ('<label for="q"></label><input id="q" name="{{ n }}" class="{{ c }}">', "field-without-label"),
    ],
)  # fmt: skip
def test_a_fault_beside_a_template_is_found(body: str, rule: str) -> None:
    assert rule in rules_of(body)


@pytest.mark.parametrize(
    "text",
    [
        "Write to us@lang(x) or help@cdc.gov.",
        "Write to help@endif.org or @endocare, and follow @endometriosis (now).",
        "Of {x} and a={y} and 5 * | 6.",
        "Cost: ${ 5",
        "Use @media (x).",
    ],
)
def test_a_text_that_only_looks_like_a_template_is_read(text: str) -> None:
    (block,) = plainlang.page.read_page(f"<p>{text}</p>").blocks
    assert block.text == text


@pytest.mark.parametrize(
    "program",
    [
        "<script>const s = `Hi ${name}`; f({{a: 1}});</script>",
        '<script type="text/template"><p>{{ name }} <%= no %></p></script>',
        "<style>.a::before{content:'{{'} .b{c:#{d}}</style>",
    ],
)
def test_what_programs_write_for_themselves_makes_no_page_a_template(program: str) -> None:
    source = f"<html lang=en>{program}<body><h1>Flu</h1><p>Rest well. {program}</p>"
    found = {f.rule for f in plainlang.check(source, filename="page.html").findings}
    assert found == {"page-without-title"}
