"""A page's grade taken apart: what it is made of, and which sentences to rewrite first."""

from __future__ import annotations

import json

import pytest

from plainlang.explain import Explanation, explain
from plainlang.language.level.counts import add_up
from plainlang.language.level.formulas import ENGLISH
from plainlang.language.level.reading import count_text
from plainlang.page import read_page
from plainlang.settings import Settings

EASY = "Take one pill each day with food and water. "
HARD = (
    "Concomitant administration of anticoagulant medications necessitates comprehensive evaluation "
    "of hemorrhagic complications among individuals demonstrating renal insufficiency. "
)


def told(source: str, settings: Settings | None = None) -> Explanation:
    found = explain(read_page(source, "a.html"), settings or Settings())
    assert found is not None
    return found


def test_the_worst_sentence_comes_first_with_its_place_and_reason() -> None:
    source = f"<h1>Pills</h1>\n<p>{EASY * 3}{HARD}{EASY}</p>"
    found = told(source)
    worst = found.sentences[0]
    assert worst.text == source[slice(*worst.span)] == HARD.strip()
    assert (worst.line, worst.column) == (2, source.index("Concomitant") - source.index("<p>") + 1)
    assert worst.effect > 0
    assert "rare words “" in worst.reason
    assert found.sentences[-1].reason == "short, with common words"
    assert [s.effect for s in found.sentences] == sorted(
        (s.effect for s in found.sentences), reverse=True
    )


def test_rewriting_the_sentences_named_reaches_the_target() -> None:
    found = told(f"<p>{EASY * 3}{HARD * 2}</p>")
    assert found.grade > found.target == 8
    assert set(found.rewrite) <= {3, 4}
    assert found.rewrite
    assert found.reaches
    assert found.after <= 8


def test_an_easy_page_needs_no_rewriting() -> None:
    found = told(f"<p>{EASY * 5}</p>")
    assert found.rewrite == ()
    assert found.reaches


@pytest.mark.parametrize("metric", ["flesch_kincaid_grade", "flesch_reading_ease", "lix"])
def test_a_formula_ranks_the_sentences_by_its_own_value(metric: str) -> None:
    found = told(f"<p>{EASY * 3}{HARD}{EASY}</p>", Settings(metric=metric))
    value = ENGLISH[metric]
    whole, rest = (add_up(count_text(text)) for text in (f"{EASY * 3}{HARD}{EASY}", EASY * 4))
    worst = found.sentences[0]
    assert (found.metric, found.grade) == (metric, value(whole))
    assert worst.text == HARD.strip()
    assert worst.effect == pytest.approx(abs(value(whole) - value(rest)))
    assert (found.features, found.rewrite) == ((), ())


def test_the_grade_is_the_sum_of_its_features() -> None:
    found = told(f"<p>{EASY * 3}{HARD}</p>")
    assert len(found.features) >= 3
    assert all(isinstance(name, str) and name for name, _ in found.features)
    assert max(grades for _, grades in found.features) > 0


def test_words_that_the_page_explains_are_taken_apart() -> None:
    source = (
        "<p>You have dyspnea (shortness of breath). Dyspnea can come at night. Dyspnea is hard.</p>"
    )
    found = told(source)
    assert found.without_explained is not None
    assert found.without_explained < found.grade
    assert told(f"<p>{EASY}</p>").without_explained is None


def test_mode_wcag_takes_names_out_everywhere() -> None:
    source = (
        "<p>You can ask our nurse Elizabeth Montgomery about dyspnea (shortness of breath).</p>"
    )
    everything, without = told(source), told(source, Settings(mode="wcag"))
    assert without.grade != everything.grade
    assert without.without_explained != everything.without_explained


@pytest.mark.parametrize(
    "source", ["", "<h1>Title</h1>", "<html lang='tlh'><p>qaStaH nuq jay nuq.</p>"]
)
def test_without_text_or_a_grade_there_is_nothing_to_explain(source: str) -> None:
    assert explain(read_page(source, "a.html"), Settings()) is None


def test_it_is_plain_data() -> None:
    data = json.loads(json.dumps(told(f"<p>{EASY}{HARD}</p>").as_dict()))
    assert set(data) == {
        "metric", "grade", "target", "without_explained", "features", "sentences", "rewrite", "after", "reaches",
    }  # fmt: skip
