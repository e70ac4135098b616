"""Alternative texts that do not do their work: file names, placeholders, openings, repeats.

Reads the text and what stands around it, never the picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainlang.checks.images import Image, named_images
from plainlang.checks.match import Match
from plainlang.page import Page
from plainlang.page.element import Element

_IMAGE_FILE = re.compile(
    r"^[^/\\]*[\w)\]]\.(?:jpe?g|jfif|png|gif|svgz?|webp|avif|bmp|tiff?|ico|heic|heif|psd|eps|apng|raw|cr2|nef)$",
    re.IGNORECASE,
)
# Names that cameras, phones, scanners, screen shots, chats and image stocks give by themselves.
_MADE_UP = re.compile(
    r"""^(?:
        (?:img|dsc[nf]?|dscn|dcim|pict?|pxl|mvi|cimg|imag|sam|hpim|gopr|photo|image|picture|imagen|foto|scan|skan
           |unnamed|untitled|download|descarga|attachment)[ _-]?\(?\d[\d _().-]*(?:[a-z]{1,3}\d*)?
      | p\d{7,} | _?mg_\d+ | gopr\d+ | fb_img_\d+ | vlcsnap[-_ ].* | (?:signal|received)[-_]\d.*
      | (?:screen[ _-]?shot|screen[ _-]?capture|screenshot|captura(?:[ _-]de[ _-]pantalla)?|pantallazo|bildschirmfoto)
          [ _-]*\(?\d.*
      | whatsapp[ _-]image[ _-].* | (?:i?stock|shutterstock|adobestock|gettyimages|depositphotos|dreamstime)[ _-]*\w*\d{4,}\w*
      | \d{8}[ _-]\d{4,6}\w* | [0-9a-f]{16,} | [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}
    )$""",
    re.VERBOSE | re.IGNORECASE,
)

_NOT_DESCRIBED: dict[str, tuple[str, ...]] = {"wcag": ("1.1.1",), "act": ("qt1vmo",)}


def alt_is_file_name(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report texts that are the name of a file: with its ending, or as a device made it up."""
    for image in named_images(page):
        if is_file_name(image.text) or _is_bare_stem(image):
            text = image.text.strip().lower()
            own = text in (image.file.lower(), image.stem.lower())
            yield _match(image, None if own else _NOT_DESCRIBED)


def is_file_name(text: str) -> bool:
    """Tell whether a text is the name of an image file, with its ending or as devices make them."""
    text = text.strip()
    return bool(_IMAGE_FILE.match(text) or _MADE_UP.match(text))


def _is_bare_stem(image: Image) -> bool:
    """Tell whether a text is the file's own name without ending, and no words that people write."""
    text = image.text.strip().lower()
    if " " in text or text not in (image.stem.lower(), image.file.lower()):
        return False
    return "_" in text or (any(c.isdigit() for c in text) and len(text) > 4) or text.count("-") > 1


def _match(image: Image, references: dict[str, tuple[str, ...]] | None = None) -> Match:
    text = " ".join(image.text.split())
    return Match(image.span, {"alt": text}, excerpt=text, references=references)
