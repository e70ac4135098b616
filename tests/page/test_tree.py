"""The tree without the package around it, and the package for those who want it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from plainlang.page.read import read_page
from plainlang.page.tree import parse


def printed(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_an_own_check_may_use_all_of_turbohtml() -> None:
    code = (
        "import sys; from plainlang.page.tree import Element, parse; print('turbohtml' in sys.modules)\n"
        "import turbohtml, turbohtml.detect; print(turbohtml.Element is Element)\n"
        "print(isinstance(parse('<p>Rest').select('p')[0], turbohtml.Element), turbohtml.Text('a').data)"
    )
    assert printed(code) == ["False", "True", "True", "a"]


def test_one_who_has_loaded_all_of_turbohtml_gets_the_same_tree() -> None:
    code = "import turbohtml; from plainlang.page.tree import Element; print(turbohtml.Element is Element)"
    assert printed(code) == ["True"]


def test_places_and_errors_of_selectors_are_known() -> None:
    page = read_page("<p>Rest in <b>bed</b>.</p>", "page.html")
    (bold,) = page.select("b")
    assert page.source[page.span(bold.node).start :].startswith("<b>bed")
    with pytest.raises(ValueError, match="selector"):
        parse("<p>").select("p[[")
