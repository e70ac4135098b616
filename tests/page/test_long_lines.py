"""Long lines cost time in proportion to their length, whatever stands in them."""

from __future__ import annotations

import time

import pytest

from plainlang.page import read_page

BLANKS = " " * 60_000


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("page.mdx", f"import {BLANKS}a"),
        ("page.mdx", f'import "a"{BLANKS}b'),
        ("page.md", "~" * 60_000 + "`\n!!! note\n    Rest."),
        ("page.md", f"<div{BLANKS} markdown=2>"),
        ("page.md", f"---\ntitle: a{BLANKS}b\n---\nRest."),
        ("page.erb", f"<p><%- a{BLANKS}b %></p>"),
        ("page.php", f"<p><?php a(){BLANKS}b ?></p>"),
        ("page.md", f"{{term}}`{BLANKS}a"),
        ("page.md", "[[" + "a" * 60_000),
        ("page.md", "See [[a]]." + "\n" * 60_000),
        ("page.md", "".join(f"[[a{i}]] " for i in range(9_000))),
        ("page.md", "{::comment}" * 9_000),
        ("page.mdx", "<A " + "alt={x} " * 8_000 + "/>"),
        ("page.txt", ("..  " * 9_000 + "\n") * 3),
    ],
)
def test_a_long_line_is_read_at_once(path: str, source: str) -> None:
    start = time.process_time()
    read_page(source, path)
    assert time.process_time() - start < 2
