"""E-books are XHTML: a tag that closes itself holds nothing, and takes no text with it."""

from __future__ import annotations

import pytest

import plainlang
from plainlang.page import read_page
from tests.page.test_html import place

CHAPTER = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>Asthma at home</title>
<script src="reader.js"/></head><body>
<!-- <h2/> --><p><a id="p3"/><span role="doc-pagebreak" title="31"/>You have dyspnea.</p>
<h2/>
<p>Rest <img src="bed.png"/> now.<br/>Sleep well.</p>
</body></html>
"""


@pytest.mark.parametrize("source", [CHAPTER, CHAPTER.replace("\n", "\r\n")])
def test_a_tag_that_closes_itself_takes_no_text_with_it(source: str) -> None:
    page = read_page(source, "chapter.xhtml")
    texts = [block.text for block in page.blocks if block.kind == "paragraph"]
    assert texts == ["You have dyspnea.", "Rest now.\nSleep well."]
    assert place(page, "dyspnea") == "dyspnea"


def test_findings_in_an_e_book_are_at_their_place() -> None:
    found = {
        f.rule: CHAPTER[f.span.start : f.span.end]
        for f in plainlang.check(CHAPTER, filename="chapter.xhtml").findings
    }
    assert found["undefined-term"] == "dyspnea"
    assert found["heading-without-text"] == "<h2/>"
    assert found["image-without-alt"] == '<img src="bed.png"/>'
    assert "page-without-language" not in found


@pytest.mark.parametrize(
    ("path", "source", "is_read"),
    [
        ("a.xhtml", "<title/><p>Rest now.</p>", True),
        ("a.html", '<?xml version="1.0"?><title/><p>Rest now.</p>', True),
        ("a.html", "<title/><p>Rest now.</p>", False),
    ],
)
def test_only_xhtml_has_tags_that_close_themselves(path: str, source: str, is_read: bool) -> None:
    texts = [b.text for b in read_page(source, path).blocks if b.kind == "paragraph"]
    assert bool(texts) is is_read


@pytest.mark.parametrize("piece", ["<!--", "<a ", '<a x="', "<![CDATA[", "<?", "<a b/c/"])
def test_what_nothing_closes_takes_no_time(piece: str) -> None:
    assert read_page(f"<?xml version='1.0'?>{piece * 20_000}", "a.xhtml").blocks is not None
