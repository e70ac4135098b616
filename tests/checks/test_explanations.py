"""How terms are explained: plainly, and with the plain words first."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.fixes import apply_fixes


def found(source: str, rule: str) -> list[str]:
    report = plainlang.check(source, config={"select": [rule]})
    return [finding.excerpt for finding in report.findings]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>You may have hypertension (high blood pressure).</p>",
         "<p>You may have high blood pressure (hypertension).</p>"),
        ("<p>Hypertension (high blood pressure) is common.</p>",
         "<p>High blood pressure (hypertension) is common.</p>"),
        ("<p>Is it <b>dyspnea</b> (shortness of breath)?</p>",
         "<p>Is it <b>shortness of breath</b> (dyspnea)?</p>"),
    ],
)  # fmt: skip
def test_the_plain_words_are_put_first(before: str, after: str) -> None:
    report = plainlang.check(before, config={"select": ["hard-word-first"]})
    fixed = apply_fixes(before, report.findings, unsafe=True)
    assert fixed.source == after
    assert found(after, "hard-word-first") == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>High blood pressure (hypertension) is common.</p>",
        "<p>You may have hypertension (a persistently raised arterial pressure).</p>",
        "<p>You may have hypertension (when blood pushes too hard on the walls of vessels).</p>",
        "<p>You may have hypertension (Zestril).</p>",
    ],
)
def test_other_brackets_are_left_alone(source: str) -> None:
    assert found(source, "hard-word-first") == []


def test_an_explanation_may_name_its_own_term() -> None:
    easy = "<p>Chemotherapy is a treatment that kills cancer cells. Chemotherapy can make you tired.</p>"
    assert found(easy, "hard-explanation") == []
