"""The images of a page as the checks of their texts see them: text, file name, what stands nearby.

Knows no rule and reads no image file.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from plainlang.checks.around import inside
from plainlang.checks.inventory import IMAGES, images_of
from plainlang.checks.match import per_page
from plainlang.findings import Span
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern
from plainlang.records import NamedTuple

_SOURCES = {"object": "data", "embed": "src", "area": "", "svg": ""}
_URL = compile_pattern(r"""url\(\s*["']?([^"')]+)""")
_DRAWN = compile_pattern(r"\.src\s*=\s*([\"'`])((?:(?!\1).)+)\1")
_WORDS = compile_pattern(r"[^\W\d_]+|\d+")
_FILE_ENDING = compile_pattern(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_CAMEL = compile_pattern(r"(?<=[a-z])(?=[A-Z])")


class Image(NamedTuple):
    """An image: its text alternative, where that stands in the source, and its file's name.

    `file` is the last part of its address, decoded, "" when it has none; `text` is "" when the
    image is decorative. `named_by` is as `Element.name_from`.
    """

    element: Element
    text: str
    span: Span
    named_by: str
    file: str

    @property
    def label(self) -> str:
        """The text as it is quoted; see `Element.label`."""
        return self.element.label

    @property
    def control(self) -> Any:
        """The link or button that the image stands in, None when it stands in none."""
        return inside(self.element.node, "a", "button")

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return _FILE_ENDING.sub("", self.file)

    @property
    def file_words(self) -> list[str]:
        """The lower-case words and numbers in the file's name."""
        return [w.lower() for w in _WORDS.findall(_CAMEL.sub(" ", self.stem))]


@per_page
def named_images(page: Page) -> list[Image]:
    """Return the images with a text that is known, in document order."""
    out = []
    for element in images_of(page):
        text = element.name
        if not text or UNKNOWN in text:
            continue
        source = element.name_from
        span = element.value_span(source) if element.has(source) else element.span
        out.append(Image(element, text, span, source, file_of(element)))
    return out


@per_page
def decorative_images(page: Page) -> list[Image]:
    """Return the images that readers who see can see and that assistive technology leaves out."""
    out = []
    for element in page.select(IMAGES):
        is_left_out = (
            not page.accessibility.exposure.is_exposed(element.node)
            or (element.role or "none") in ("none", "presentation")
            or (element.get("alt") == "" and not element.name)
        )
        if not is_left_out:
            continue
        if not page.accessibility.is_rendered(element.node):
            continue
        out.append(Image(element, "", element.span, "", file_of(element)))
    return out


def file_of(element: Element) -> str:
    """Return the last part of an image's address, "" when it has none or a template makes it."""
    if element.tag == "canvas":
        return _drawn_file(element.page)
    source = element.get(_SOURCES.get(element.tag, "src"))
    if not source and (style := element.get("style")):
        found = _URL.search(style)
        source = found[1] if found else None
    if not source and (more := element.get("srcset")):
        source = more.split(",")[0].split()[0] if more.strip() else None
    return file_name(source)


def _drawn_file(page: Page) -> str:
    """Return the name of the one file that scripts in the page draw on its one canvas."""
    scripts = " ".join(str(s.text) for s in page.tree.select("script:not([src])"))
    files = {m[2] for m in _DRAWN.finditer(scripts)}
    if len(files) != 1 or "drawImage" not in scripts or len(page.tree.select("canvas")) != 1:
        return ""
    return file_name(files.pop())


def file_name(address: str | None) -> str:
    """Return the decoded last part of an address's path."""
    if not address or UNKNOWN in address or address.startswith("data:"):
        return ""
    try:
        path = urlsplit(address.strip()).path
    except ValueError:
        return ""
    return unquote(path.rstrip("/").rpartition("/")[2]).strip()
