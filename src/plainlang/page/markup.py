"""What every format becomes first: HTML markup with a map back to the source."""

from typing import NamedTuple

from plainlang.page.sourcemap import SourceMap


class Markup(NamedTuple):
    """HTML made of a source, the map back, and what the source said about itself."""

    html: str
    map: SourceMap
    language: str | None = None
    title: str | None = None
