"""A page that was checked gives its memory back at once."""

from __future__ import annotations

import gc

import plainlang.page.read
import plainlang.run
from plainlang.config import Config
from plainlang.page import Page
from plainlang.run import Setup, check_text

SOURCE = """<html lang="en"><title>Flu</title><body><h1>Flu shots</h1>
<p>Hypertension is high blood pressure. <a href="/a" aria-labelledby="b">Read more</a></p>
<label id="b" for="c">Name</label><input id="c"><img src="a.png"></body></html>"""


def pages() -> int:
    """Return how many pages there are."""
    return sum(isinstance(each, Page) for each in gc.get_objects())


def test_a_page_is_gone_when_its_result_is_there_without_the_collector(monkeypatch):
    made: list[int] = []

    def watched(*args, read=plainlang.page.read.read_page, **options):
        page = read(*args, **options)
        made.append(pages())
        return page

    monkeypatch.setattr(plainlang.page.read, "read_page", watched)
    setup = Setup(Config())
    gc.collect()
    before = pages()
    gc.disable()
    try:
        result = check_text(SOURCE, "a.html", Config(), setup)
        assert pages() == before
    finally:
        gc.enable()
    assert result.findings
    assert made == [before + 1]
