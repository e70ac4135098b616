"""Where an element ends that has no end tag. Knows tags and their places, no text."""

from __future__ import annotations

from typing import Any

_EMPTY = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track"
    " wbr".split()
)


def end_without_tag(node: Any, markup: str, known: dict[Any, int]) -> int:
    """Return the offset in `markup` at which an element ends that has no end tag of its own.

    It ends where the next element beside it starts, else where what it stands in ends (HTML Standard
    13.1.2.4). One that is always empty is its start tag. `known` keeps what was found.
    """
    tag = node.source_location.start_tag
    if node.tag in _EMPTY or markup.endswith("/>", tag.start_offset, tag.end_offset):
        return int(tag.end_offset)
    path = []
    found = None
    while found is None:
        if (found := known.get(node)) is not None:
            break
        path.append(node)
        found = _start_of_next(node)
        if found is None:
            node = node.parent
            found = len(markup) if getattr(node, "tag", None) is None else _end_tag(node)
    known.update(dict.fromkeys(path, found))
    # A part of a table that was moved out of it stands before what follows it in the source.
    return max(found, int(tag.end_offset))


def _start_of_next(node: Any) -> int | None:
    """Return where the next element starts that stands beside a node, None without one."""
    own = _start(node)
    for beside in node.next_siblings:
        start = _first_start(beside)
        if start is not None:
            return start if own is None or start > own else own
    return None


def _first_start(node: Any) -> int | None:
    """Return where the first tag in a node is that the source has, its own or one in it."""
    start = _start(node)
    inside = iter(getattr(node, "descendants", ()))
    while start is None:
        if (inner := next(inside, None)) is None:
            return None
        start = _start(inner)
    return start


def _start(node: Any) -> int | None:
    location = getattr(node, "source_location", None)
    return None if location is None else int(location.start_tag.start_offset)


def _end_tag(node: Any) -> int | None:
    location = node.source_location
    return None if location is None or location.end_tag is None else location.end_tag.start_offset
