"""Links and images that name a file beside the page, where there is none.

Asks the disk whether files are there, never what they hold, and no server. Looks only where a path on
the disk and an address must be the same: at pages on the disk that no template or site builder makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from plainlang.checks.inventory import links_of
from plainlang.checks.links.targets import is_there, place_of
from plainlang.checks.match import Match
from plainlang.checks.unknowns import is_templated
from plainlang.findings import Related, Span
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern

_MEDIA = 'img[src], input[type="image" i][src], iframe[src], video[src], audio[src], source[src], track[src], embed[src], object[data]'
_ENDING = compile_pattern(r"\.[A-Za-z][A-Za-z0-9]{0,9}$")
# What servers run: the file may lie elsewhere.
_PROGRAMS = frozenset(".asp .aspx .ashx .axd .cfm .cgi .do .fcgi .jsf .jsp .php .pl".split())
_PAGES = frozenset({".html", ".htm", ".xhtml"})
# What site builders make pages of.
_SOURCES = (".md", ".markdown", ".mdx", ".qmd", ".rst", ".adoc", ".txt", ".ipynb", ".org")
_ELSEWHERE = ("/", "#", "http://", "https://")  # never a file beside the page; most links begin so
_INDEXES = ("index", "README", "_index")
_MADE = compile_pattern(
    r"\.(?:html?|md|txt)\.[a-z0-9]+$|\.(?:j2|jinja2?|njk|liquid|hbs|erb|php|twig|mustache|handlebars|tmpl)$"
)


def local_file_is_missing(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report relative links, images and media whose file is not there, once for each file.

    Only of pages that are files themselves. Addresses from the root of a site ("/x"), those without
    an ending (but for folders, "x/"), and those in templates are left out.
    """
    if not _can_be_told(page):
        return
    places: dict[Path, list[tuple[Span, str]]] = {}
    for element, attribute in _references(page):
        address = (element.get(attribute) or "").strip()
        if address and UNKNOWN not in address and (place := _place(page, address)) is not None:
            places.setdefault(place, []).append((element.value_span(attribute), address))
    for place, named in places.items():
        (span, address), *others = named
        target = _path(address)
        try:
            if _is_found(page, place, is_folder=target.endswith("/")):
                continue
            suggestion = _alike(page, place)
        except (OSError, ValueError):  # a name that no disk can hold
            suggestion = None
        yield Match(
            span,
            {"target": target},
            excerpt=target,
            suggestion=suggestion,
            related=tuple(Related(*other) for other in others),
        )


def _can_be_told(page: Page) -> bool:
    """Tell whether the page is a file that readers get as it is."""
    if page.format == "text" or _MADE.search(page.path.lower()):
        return False
    if page.has_front_matter or is_templated(page, Span(0, len(page.source))):
        return False
    try:
        return Path(page.path).is_file()
    except (OSError, ValueError):
        return False


def _references(page: Page) -> Iterator[tuple[Element, str]]:
    for link in links_of(page):
        yield link, "href"
    for element in page.select(_MEDIA):
        if page.accessibility.is_rendered(element.node) or element.tag in ("source", "track"):
            yield element, "data" if element.tag == "object" else "src"


def _path(address: str) -> str:
    return address.partition("?")[0].partition("#")[0]


def _place(page: Page, address: str) -> Path | None:
    """Return where an address leads on the disk, None when that cannot be told."""
    if address.startswith(_ELSEWHERE):
        return None
    path = _path(address)
    ending = _ENDING.search(path)
    if path.endswith("/"):
        if page.format == "markdown" and ".." in path:
            return None  # site builders move such pages down by a folder
    elif ending is None or ending[0].lower() in _PROGRAMS:
        return None
    return place_of(page, address)


def _is_found(page: Page, place: Path, *, is_folder: bool) -> bool:
    """Tell whether there is a file, or one from which a site builder makes it."""
    if is_there(page, place):
        return True
    if is_folder:
        return any(is_there(page, place.with_name(place.name + e)) for e in (".html", *_SOURCES))
    if place.suffix.lower() not in _PAGES:
        return False
    if any(is_there(page, place.with_suffix(ending)) for ending in _SOURCES):
        return True
    return place.stem == "index" and any(
        is_there(page, place.with_name(name + ending)) for name in _INDEXES for ending in _SOURCES
    )


def _alike(page: Page, place: Path) -> str | None:
    """Return the name beside a missing file that is nearest to it."""
    folder = place.parent
    if not is_there(page, folder) or not folder.is_dir():
        return None
    from difflib import get_close_matches  # only a file that is not there needs it

    names = {file.name.lower(): file.name for file in sorted(folder.iterdir())}
    near = get_close_matches(place.name.lower(), names, n=1, cutoff=0.8)
    if not near:
        return None
    found = names[near[0]]
    return found if is_there(page, folder / found) else None
