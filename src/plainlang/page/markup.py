"""What every format becomes first: HTML markup with a map back to the source."""

from __future__ import annotations

from plainlang.page.sourcemap import SourceMap
from plainlang.records import NamedTuple


class Front(NamedTuple):
    """Where front matter ends, and what it says of the page; 0 and nothing where there is none."""

    end: int = 0
    language: str | None = None
    title: str | None = None


class Markup(NamedTuple):
    """HTML made of a source, the map back, and what the source said about itself."""

    html: str
    map: SourceMap
    front: Front = Front()
