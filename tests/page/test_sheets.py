"""Style sheets: which of several rules a reader sees the effect of."""

from __future__ import annotations

import pytest

from plainlang.page import read_page
from plainlang.page.css.conditions import matches_media, supports


def name_with(css: str) -> str:
    """Return what a heading of class `a` says that a sheet adds text to."""
    page = read_page(f"<style>{css}</style><div class=around><h2 class=a id=i>Flu</h2></div>")
    return page.select("h2")[0].name


NEW = 'content: "New "'
OLD = 'content: "Old "'


@pytest.mark.parametrize(
    "css",
    [
        # The more specific rule, then the later one.
        f"h2::before {{{OLD}}} .a::before {{{NEW}}}",
        f".a::before {{{NEW}}} h2::before {{{OLD}}}",
        f"#i::before {{{NEW}}} .around .a::before {{{OLD}}}",
        f".a::before {{{NEW}}} :where(#i)::before {{{OLD}}}",
        f":is(h2, #no)::before {{{NEW}}} .around .a::before {{{OLD}}}",
        f".a::before {{{NEW}}} :not(p)::before {{{OLD}}}",
        f'h2[class="a"]::before {{{NEW}}} [id="#x"]::before, h2::before {{{OLD}}}',
        f".a::before {{{OLD}}} .a::before {{{NEW}}}",
        f".a::before {{{NEW} !important}} #i::before {{{OLD}}}",
        # Layers: what is in none wins, then the later layer; what is important the other way round.
        f".a::before {{{NEW}}} @layer one {{ #i::before {{{OLD}}} }}",
        f"@layer one {{ #i::before {{{OLD}}} }} @layer two {{ .a::before {{{NEW}}} }}",
        f"@layer one, two; @layer two {{ .a::before {{{NEW}}} }} @layer one {{ #i::before {{{OLD}}} }}",
        f"@layer one {{ .a::before {{{NEW} !important}} }} .a::before {{{OLD} !important}}",
        f"@layer one {{ .a::before {{{NEW}}} @layer in {{ #i::before {{{OLD}}} }} }}",
        f"@layer {{ .a::before {{{OLD}}} }} .a::before {{{NEW}}}",
        # Nesting, scope, conditions.
        f".around {{ .a::before {{{NEW}}} }}",
        f".a {{ &::before {{{NEW}}} }}",
        f".around {{ & > .a {{ &::before {{{NEW}}} }} }}",
        f".a {{ @media screen {{ &::before {{{NEW}}} }} }}",
        f"@scope (.around) {{ .a::before {{{NEW}}} }}",
        f"@scope (.around) {{ :scope > .a::before {{{NEW}}} }}",
        f"@scope (.a) {{ &::before {{{NEW}}} }}",
        f"@supports (display: grid) {{ .a::before {{{NEW}}} }}",
        # Pseudo-elements that are known do no harm, and neither does case.
        f".a::before, .a::marker {{{NEW}}}",
        "H2::BEFORE { CONTENT: 'New ' }",
    ],
)
def test_the_winning_rule(css: str) -> None:
    assert name_with(css) == "New Flu"


@pytest.mark.parametrize(
    "css",
    [
        f".a::before, .a::nonsense {{{NEW}}}",
        f".a::before, {{{NEW}}}",
        f"}} .a::before {{{NEW}}}",
        f"{{ .a::before {{{NEW}}} }}",
        f".a::before {{ content: {NEW} }}",
        f".a:hover::before {{{NEW}}}",
        f"@scope (nav) {{ .a::before {{{NEW}}} }}",
        f"@scope (.a) {{ .a::before {{{NEW}}} }}",
        f"@supports not (display: grid) {{ .a::before {{{NEW}}} }}",
        f"@media print {{ .a::before {{{NEW}}} }}",
        f"@keyframes a {{ from {{{NEW}}} }}",
        f".a {{ .a::before {{{NEW}}} }}",
    ],
)
def test_a_rule_that_does_not_count(css: str) -> None:
    assert name_with(css) == "Flu"


@pytest.mark.parametrize(
    "query",
    [
        "", "all", "screen", "only screen", "not print", "print, screen", "(min-width: 600px)",
        "screen and (min-width: 40em) and (max-width: 200em)", "(width >= 600px)", "(width > 37.5rem)",
        "(600px <= width <= 2000px)", "(2000px > width)", "(orientation: landscape)", "(color)", "(hover)",
        "((max-width: 1px) or (min-width: 2px))", "(min-width: 1px) and (not (max-width: 2px))", "not (monochrome)",
        "not all and (monochrome)", "(prefers-color-scheme: light)", "(prefers-reduced-motion: no-preference)",
        "(min-aspect-ratio: 1/1)", "(max-aspect-ratio: 1/0)", " \n", "(max-resolution: 1.5dppx)", "(-webkit-min-device-pixel-ratio: 1)", "SCREEN",
    ],
)  # fmt: skip
def test_a_query_that_a_wide_screen_matches(query: str) -> None:
    assert matches_media(query)


@pytest.mark.parametrize(
    "query",
    [
        "print", "not screen", "not all", "tv", "(max-width: 600px)", "(width < 600px)", "(600px >= width)",
        "(100px <= width <= 200px)", "screen and (max-width: 40em)", "(orientation: portrait)", "(monochrome)",
        "(min-width: 1px) and (max-width: 2px)", "(prefers-color-scheme: dark)", "(prefers-reduced-motion)",
        "(forced-colors: active)", "(min-resolution: 2dppx)", "(min-aspect-ratio: 2/1)", "(min-aspect-ratio: 1/0)", "(no-such-thing: 1)",
        "not (no-such-thing: 1)", ",", "print,", "screen and (no-such-thing)", "(min-width: 1px) (max-width: 2px) nonsense",
    ],
)  # fmt: skip
def test_a_query_that_a_wide_screen_does_not_match(query: str) -> None:
    assert not matches_media(query)


def test_browsers_support_all_but_the_properties_of_other_browsers() -> None:
    assert supports("(display: grid) and (not (-ms-grid-row: 1))")
    assert supports("(position: sticky) or (-moz-appearance: none)")
    assert supports("selector(:has(a))")
    assert not supports("(-moz-appearance: none)")
    assert not supports("not ((display: grid) or (display: flex))")


def test_brackets_by_the_thousand_are_no_query() -> None:
    assert not matches_media("(" * 3000 + "color" + ")" * 3000)
