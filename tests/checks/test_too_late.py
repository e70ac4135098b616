"""Terms that are used first and explained later: what counts as a use, and as the explanation."""

from __future__ import annotations

import pytest

import plainlang

BETWEEN = "<p>Many people have it.</p><p>We can help.</p><p>Ask us.</p>"


def found(first: str, later: str) -> list[str]:
    source = f'<html lang="en"><body>{first}{BETWEEN}{later}</body></html>'
    report = plainlang.check(source, config={"select": ["explained-too-late"]})
    return [finding.excerpt for finding in report.findings]


@pytest.mark.parametrize(
    ("first", "later", "term"),
    [
        ("<p>Your doctor may place a stent.</p>",
         "<p>A stent (a small mesh tube) keeps a vessel open.</p>", "stent"),
        ("<ul><li>Ask if you have hypertension today.</li></ul>",
         "<p>Hypertension is when your blood presses too hard.</p>", "hypertension"),
    ],
)  # fmt: skip
def test_a_word_that_is_explained_further_down_is_reported(
    first: str, later: str, term: str
) -> None:
    assert found(first, later) == [term]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        # of a longer name
        ("<p>A lactase deficiency can upset the gut.</p>",
         "<p>Congenital lactase deficiency is a rare disease from birth.</p>"),
        # told at its first use
        ("<p>The airways make more mucus or sputum than usual.</p>",
         "<p>You cough up lots of sputum (mucus).</p>"),
        ("<p>It can cause lack of sexual function or impotence.</p>",
         "<p>Effects include lack of sexual function (impotence).</p>"),
        ("<p>The small arteries can clog. This disease is called coronary microvascular disease.</p>",
         "<p>It shows the coronary (heart) arteries.</p>"),
        # a list of what the page tells about
        ("<ul><li>Anemia is a common cause.</li></ul>",
         "<h3>Anemia is a common cause</h3><p>Anemia (too few red blood cells) makes you tired.</p>"),
        # no explanation
        ("<p>Test your home for radon.</p>",
         "<p>We look at radon, the main source of alpha particles.</p>"),
        ("<p>Human feces can carry worms.</p>", "<p>They use human feces (“night soil”).</p>"),
    ],
)  # fmt: skip
def test_other_words_are_left_alone(first: str, later: str) -> None:
    assert found(first, later) == []
