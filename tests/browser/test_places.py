"""An element of the living page is found in the source, whatever scripts have done around it."""

from __future__ import annotations

from typing import Any

import pytest
import turbohtml
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("selenium")

from plainlang.browser.places import Child, Path, Places
from plainlang.page import read_page


def levels_of(html: str) -> tuple[dict[Path, list[Child]], dict[str, Path]]:
    """Return the children by their parent's path, and the paths by the attribute `k`."""
    levels: dict[Path, list[Child]] = {}
    paths: dict[str, Path] = {}

    def walk(node: Any, path: Path) -> None:
        children = [c for c in node.children if isinstance(c, turbohtml.Element)]
        levels[path] = []
        for number, child in enumerate(children):
            attributes = {name: child.attr(name) or "" for name in child.attrs}
            if key := attributes.pop("k", ""):
                paths[key] = (*path, number)
            words = child.text.split()
            text = f"{len(words)} {' '.join(words)[:200]}"
            levels[path].append(Child(str(child.tag), attributes, text))
            walk(child, (*path, number))

    walk(turbohtml.parse(html).select_one("html"), ())
    return levels, paths


def found(source: str, live: str, key: str = "x") -> tuple[str, bool]:
    """Return the start tag in the source of what has k="x" in the living page."""
    levels, paths = levels_of(live)
    page = read_page(source)
    node, is_it = Places(page, levels).find(paths[key])
    span = page.start_tag(node)
    return page.source[span.start : span.end], is_it


def test_an_element_is_found_behind_new_ones() -> None:
    source = '<ul><li>One</li><li title="this">Two</li></ul>'
    live = "<ul><li>New</li><li>One</li><li>New</li><li title=this k=x>Two</li></ul>"
    assert found(source, live) == ('<li title="this">', True)


def test_an_element_is_found_though_its_classes_and_words_changed() -> None:
    source = '<div class="menu">Menu</div><p>Hello</p>'
    live = '<div>New</div><div class="menu js" k=x>Menu (3)</div><p>Hello</p>'
    assert found(source, live) == ('<div class="menu">', True)


def test_an_element_with_an_id_is_found_where_it_was_moved_to() -> None:
    source = '<header><nav id="nav"><a href="/a">A</a></nav></header><main></main>'
    live = '<header></header><main><nav id="nav"><a href="/a" k=x>A</a></nav></main>'
    assert found(source, live) == ('<a href="/a">', True)


def test_a_new_element_is_placed_at_the_nearest_one_of_the_source() -> None:
    source = '<div class="box"><p>Hello</p></div>'
    live = '<div class="box"><p>Hello</p><div><button k=x></button></div></div>'
    assert found(source, live) == ('<div class="box">', False)


def test_new_elements_like_those_that_changed_are_not_taken_for_them() -> None:
    source = '<section title="s"><div>One</div></section>'
    live = '<section title="s"><div k=x>New</div><div>Changed</div></section>'
    assert found(source, live) == ('<section title="s">', False)


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, str]:
    """Return a source, and the same with further elements in it; each of both has its own `k`."""
    number = 0

    def element(depth: int, old: bool) -> tuple[str, str]:
        nonlocal number
        number += 1
        tag = draw(st.sampled_from(["div", "section", "ul"]))
        classes = draw(st.sampled_from(["", ' class="a"', ' class="b"']))
        own = number
        key = f' k="{"s" if old else "n"}{own}"'
        parts = [draw(st.sampled_from(["", f"word{own} "]))]
        lives = list(parts)
        for _ in range(draw(st.integers(0, 3)) if depth < 3 else 0):
            is_new = not old or draw(st.integers(0, 3)) == 0
            source, live = element(depth + 1, not is_new)
            parts.append("" if is_new else source)
            lives.append(live)
        start = f"<{tag}{classes}" + (f' title="t{own}"' if old else "")
        return (
            f"{start}>{''.join(parts)}</{tag}>",
            f"{start}{key}>{''.join(lives)}</{tag}>",
        )

    source, live = element(0, True)
    return source, live


@settings(max_examples=150, deadline=None)
@given(pages())
def test_every_element_of_the_source_is_found_and_no_other(pair: tuple[str, str]) -> None:
    source, live = pair
    levels, paths = levels_of(live)
    page = read_page(source)
    places = Places(page, levels)
    for key, path in paths.items():
        node, is_it = places.find(path)
        above = [k for k, p in paths.items() if k[0] == "s" and path[: len(p)] == p]
        nearest = max(above, key=lambda k: len(paths[k]))
        assert is_it == (key[0] == "s")
        assert node.attr("title") == f"t{nearest[1:]}"
