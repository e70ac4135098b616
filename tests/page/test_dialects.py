"""What dialects of Markdown write within a line is read as their readers see it."""

from __future__ import annotations

import pytest

from plainlang.page import read_page
from plainlang.page.dialects import in_plain_markdown
from plainlang.page.template import UNKNOWN


def texts(source: str) -> list[str]:
    return [block.text for block in read_page(source, "page.md").blocks]


READ = {
    "See [[Blood pressure]] and [[Dose table#Adults|the doses]].": "See Blood pressure and the doses.",
    "| a |\n|---|\n| [[Dose\\|two]] |": "a two",
    "![[heart.png]]\n\nRest.": "Rest.",
    "Take %%ask Bob%% one. ^note-12": "Take one.",
    "%%\nNot for\nreaders\n%%\n\nRest.": "Rest.",
    "Take ==one== pill.": "Take one pill.",
    "Take {++two++}{--three--} pills {~~daily~>each day~~}.": "Take two pills each day.",
    "{==Rest==}{>>who says so?<<} now.": "Rest now.",
    "See {ref}`the doses <dose-table>` now.": "See the doses now.",
    "See {ref}`dose-table` now.": f"See {UNKNOWN} now.",
    "Use {term}`insulin` and {abbr}`BP (blood pressure)`.": "Use insulin and BP (blood pressure).",
    "(dose)=\n## Dose\n\n% for writers\n\nTwo.": "Dose Two.",
    "H~2~O is x^2^ and [very small]{.small}.": "H2O is x2 and very small.",
    "Rest.^[As long as you can.]": "Rest. [As long as you can.]",
    "% Care\n% Ana\n\nRest.": "Rest.",
    "{::comment}\nNot read\n{:/comment}\n\nRest.{: .lead}": "Rest.",
    "{::nomarkdown}<p>Rest.</p>{:/}": "Rest.",
    '<Card title="A" onClick={() => go({a: 1})}>\nRest.\n</Card>': "Rest.",
    "<Card.Body>\n\nRest.\n\n</Card.Body>": "Rest.",
    "```{figure} a.png\n:name: a\n\nA heart at work.\n```": "A heart at work.",
    ":::{figure} a.png\n:name: a\n\nA heart at work.\n:::": "A heart at work.",
    "````{tab-set}\n```{tab-item} Adults\nTwo **pills**.\n```\n````": "Adults Two pills.",
    "/// note | Take care\nRest.\n///": "Take care Rest.",
    '> !!! note "Care"\n>     Rest.': "Care Rest.",
}


@pytest.mark.parametrize("source", READ)
def test_words_of_a_dialect_are_read(source: str) -> None:
    assert " ".join(texts(source)) == READ[source]


@pytest.mark.parametrize(
    "source",
    [
        "Write `[[Page]]` or `{--x--}` or `==x==`.",
        "```\n[[Page]] ==x== {ref}`a <b>`\n```",
        "- ~~~\n  [[Page|x]]\n  ~~~",
        "It helps.[[1]](#one) So does rest.[[2]]",
        "See [[Page]] here.\n\n[Page]: /page",
        "If a == b or c==d and e==f, then stop.",
        "About 5~10 ml, ~~old~~, ~10, and 3^2.",
        "See https://example.org/?a==b==c and [x](/~me~/y).",
        "The share is 5%% of 10%.",
        "It was 10%% of men, 20%% of women and 30 %% of all, not 5 %%.",
        "% of people",
        "\\[[Page]]",
        "Use {a} and `{b}` and { c }.",
    ],
)
def test_other_text_stays_as_it_is(source: str) -> None:
    assert in_plain_markdown(source) == source


@pytest.mark.parametrize("source", READ)
def test_each_letter_says_where_it_stands(source: str) -> None:
    assert len(in_plain_markdown(source)) == len(source)
    for block in read_page(source, "page.md").blocks:
        for at, sign in enumerate(block.text):
            span = block.locate(at, at + 1)
            if sign.isalnum():
                assert source[span.start : span.end] == sign


def test_the_title_block_of_pandoc_is_front_matter() -> None:
    page = read_page("% Care at home\n  and away\n% Ana Ruiz\n\nRest.", "page.md")
    assert page.facts["title"] == "Care at home"
    assert page.has_front_matter
