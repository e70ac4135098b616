"""Boxes, tabs, alerts and the like in Markdown: their text is read, their marks are not."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.page import read_page


def kinds(source: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_page(source, "page.md").blocks]


REST = ("paragraph", "Rest well.")
WALK = ("paragraph", "Walk.")


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        # Python-Markdown and PyMdown
        ("!!! note\n    Rest *well*.\n\n    Walk.", [REST, WALK]),
        ("!!! note\n\n    Rest *well*.\n\nWalk.", [REST, WALK]),
        ('!!! warning "Call 911"\n    Walk.', [("paragraph", "Call 911"), WALK]),
        ('??? tip "More"\n    Walk.\n\n???+ note\n    Rest well.', [("paragraph", "More"), WALK, REST]),
        ('=== "English"\n\n    Walk.\n\n=== "More"\n    Rest well.',
         [("paragraph", "English"), WALK, ("paragraph", "More"), REST]),
        ("Walk.\n!!! note\n\tRest well.\n", [WALK, REST]),
        ("!!! note\n    ## Rest\n    2. one\n\n    ```\n    run\n    ```",
         [("heading", "Rest"), ("list-item", "one"), ("code", "run")]),
        ("!!! note\n    Walk.\n\n    !!! tip\n\n        Rest well.\n\n    Walk.", [WALK, REST, WALK]),
        ("1. one\n\n    !!! note\n\n        Walk.\n\n2. two",
         [("list-item", "one"), ("list-item", "Walk."), ("list-item", "two")]),
        ("!!! wow\nWalk.", [("paragraph", "!!! wow Walk.")]),
        ("```\n!!! note\n    x\n```", [("code", "!!! note\n    x")]),
        ("Walk.\n\n    !!! note\n        x", [WALK, ("code", "!!! note\n    x")]),
        # fenced containers
        (":::note\nRest *well*.\n:::\nWalk.", [REST, WALK]),
        ("::: tip Good to know\nWalk.\n:::", [("paragraph", "Good to know"), WALK]),
        (":::caution[Call 911]\n\nWalk.\n\n:::", [("paragraph", "Call 911"), WALK]),
        ("::: {.callout-note}\n## Rest\nWalk.\n:::", [("heading", "Rest"), WALK]),
        (":::: row\n::: col\nWalk.\n:::\n\n::: col\n- one\n:::\n::::", [WALK, ("list-item", "one")]),
        ("- one\n\n  :::note\n  two\n  :::\n\n- three",
         [("list-item", "one"), ("list-item", "two"), ("list-item", "three")]),
        ("```{note} Call us\n:class: big\n\nWalk.\n```\n\nRest well.", [("paragraph", "Call us"), WALK, REST]),
        ("````{tip}\nWalk.\n\n```\nrun\n```\n````\nRest well.", [WALK, ("code", "run"), REST]),
        ("```{r}\nrun\n```", [("code", "run")]),
        # alerts
        ("> [!NOTE]\n> Walk.", [("quote", "Walk.")]),
        ("> [!tip]- More\n> Walk.", [("quote", "More"), ("quote", "Walk.")]),
        ("> [!note](x.md)", [("quote", "!note")]),
        # what is not shown
        ("[TOC]\n\n[[_TOC_]]\n\nWalk.", [WALK]),
        ("* TOC\n{:toc}\n\nWalk.", [WALK]),
        ("import A, { B } from './a'\nexport const c = {\n  d: 1,\n}\n\nWalk.", [WALK]),
        ("import duty is paid.\n\nexport rules", [("paragraph", "import duty is paid."), ("paragraph", "export rules")]),
        ("{/* a\n\nb */}\n\nRest {/* c */} well.", [REST]),
        ('--8<-- "a.md"\n\nWalk.', [WALK]),
        ("Walk.\n\n*[ER]: Emergency room", [WALK]),
        # HTML with Markdown in it
        ('<div class="a" markdown="1">\nRest *well*.\n</div>', [REST]),
        ("<div>\nRest *well*.\n</div>", [("paragraph", "Rest *well*.")]),
        # lists of terms
        ("Flu\n: An *illness*\n\nCold\n\n:   Another\n\n    Walk.",
         [("term", "Flu"), ("description", "An illness"), ("term", "Cold"), ("description", "Another"), ("description", "Walk.")]),
        ("Walk\n:-) now.", [("paragraph", "Walk :-) now.")]),
        ("- {: .a} one\n- two\n{: .b}", [("list-item", "one"), ("list-item", "two")]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_stands_in_a_box_is_read(
    source: str, blocks: list[tuple[str, str]], line_end: str
) -> None:
    source = source.replace("\n", line_end)
    assert kinds(source) == blocks
    assert kinds("\ufeff" + source) == blocks


def test_what_stands_in_a_box_leads_to_its_place() -> None:
    source = '!!! note "Call *us*"\n    Take **two** pills.\n\n    - [here](x.md)\n'
    page = read_page(source, "page.md")
    title, text, item = page.blocks
    assert source[slice(*title.span)] == "Call *us*"
    assert source[slice(*text.locate(5, 14))] == "two** pills"
    assert source[slice(*item.span)] == "here"
    assert source[slice(*page.select("a")[0].span)] == "[here](x.md)"
    assert [e.tag for e in page.select("[role=note]")] == ["div"]
    assert not page.comments


def test_an_abbreviation_that_the_page_explains_is_explained() -> None:
    source = "# Help\n\nGo to the XQZ now.\n"
    rules = {f.rule for f in plainlang.check(source, filename="page.md").findings}
    assert "undefined-acronym" in rules
    source += "\n*[XQZ]: Xylo quick zone\n"
    rules = {f.rule for f in plainlang.check(source, filename="page.md").findings}
    assert "undefined-acronym" not in rules


def test_an_empty_box_to_tick_explains_no_abbreviation() -> None:
    assert kinds("*[ ]: foo\n\nRest.\n") == [("paragraph", "*[ ]: foo"), ("paragraph", "Rest.")]
    assert not read_page("*[ ]: foo\n\nRest.\n", "page.md").select("abbr")


@pytest.mark.parametrize("code", ["${x}", "{{ a }}", "{% b %}", "{/* c */}", "*|NAME|*"])
def test_code_in_a_line_is_left_as_it_is_written(code: str) -> None:
    source = f"\ufeffRest `` {code} ``, and\n`walk\n{code}`."
    page = read_page(source, "page.md")
    assert [b.text for b in page.blocks] == [f"Rest {code}, and walk {code}."]
    at = page.blocks[0].text.rindex(code)
    assert source[slice(*page.blocks[0].locate(at, at + len(code)))] == code


def test_code_is_left_as_it_is_written() -> None:
    (_, code) = kinds("Rest.\n\n```\n{{ a }} {% b %}\n!!! note\n    c\n```\n")
    assert code == ("code", "{{ a }} {% b %}\n!!! note\n    c")


def test_a_fault_in_a_box_is_found() -> None:
    source = "# Help\n\n!!! note\n\n    For more on rest, [click here](/rest).\n"
    (finding,) = [
        f
        for f in plainlang.check(source, filename="page.md").findings
        if f.rule == "vague-link-label"
    ]
    assert source[slice(*finding.span)] == "[click here](/rest)"


def test_mdx_is_markdown() -> None:
    source = 'import A from "./a"\n\n# Rest\n\n<A>\n\nWalk [*here*](/x). <img src={a} alt={b} />\n\n</A>\n'
    page = read_page(source, "page.mdx")
    assert [b.text for b in page.blocks if b.kind != "alt"] == ["Rest", "Walk here."]
    assert page.select("img")[0].is_unknown("alt")


@pytest.mark.parametrize("text", ["///server/care is the folder.", "/// Take it now."])
def test_slashes_before_text_open_no_box(text: str) -> None:
    assert [block.text for block in read_page(text, "page.md").blocks] == [text]


@pytest.mark.parametrize("opening", ["/// note | Care", "///note | Care", "/// | Care"])
def test_a_block_of_pymdown_has_a_title_behind_a_bar(opening: str) -> None:
    page = read_page(f"{opening}\nRest.\n///\n", "page.md")
    assert [block.text for block in page.blocks] == ["Care", "Rest."]
