"""Alternative texts that do not do their work: file names, placeholders, openings, credits.

Reads the text alone, never the picture; `alt_around` compares it with what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plainlang.checks.folding import fold, folded
from plainlang.checks.images.image import Image, named_images
from plainlang.checks.match import Match, told
from plainlang.checks.part_language import element_language
from plainlang.checks.structure.names import is_blank
from plainlang.checks.terms.forms import plain_of
from plainlang.checks.terms.met import has_words
from plainlang.checks.terms.uses import lexicon_for, readable_blocks, terms_of
from plainlang.findings import Edit, Fix
from plainlang.language.definitions.find import explanations
from plainlang.language.subtags import primary
from plainlang.language.terms.lexicon import with_kept_name
from plainlang.page import Page
from plainlang.page.element import Element
from plainlang.patterns import compile_pattern
from plainlang.rules.model import Words
from plainlang.settings import Settings

_IMAGE_FILE = compile_pattern(
    r"^(?:\S*[/\\])?[^/\\]*[\w)\]]\.(?:jpe?g|jfif|png|gif|svgz?|webp|avif|bmp|tiff?|ico|heic|heif|psd|eps|apng|raw|cr2|nef)$",
    re.IGNORECASE,
)
# Names that cameras, phones, scanners, screen shots, chats and image stocks give by themselves.
_MADE_UP = compile_pattern(
    r"""^(?:
        (?:img|dsc[nf]?|dscn|dcim|pict?|pxl|mvi|cimg|imag|sam|hpim|gopr|photo|image|picture|imagen|foto|scan|skan
           |unnamed|untitled|download|descarga|attachment|diapositiva)[ _-]?\(?\d[\d _().-]*(?:[a-z]{1,3}\d*)?
      | p\d{7,} | _?mg_\d+ | gopr\d+ | fb_img_\d+ | vlcsnap[-_ ].* | (?:signal|received)[-_]\d.*
      | (?:screen[ _-]?shot|screen[ _-]?capture|screenshot|captura(?:[ _-]de[ _-]pantalla)?|pantallazo|bildschirmfoto)
          [ _-]*\(?\d.*
      | whatsapp[ _-]image[ _-].* | (?:i?stock|shutterstock|adobestock|gettyimages|depositphotos|dreamstime)[ _-]*\w*\d{4,}\w*
      | [a-z]+[_-]\d{6,}
      | (?=\S*(?<![a-z])(?:logo|icon|img|image|photo|foto|pic|picture|banner|hero|thumb|thumbnail|avatar)[_-])
          [a-z]+(?:[_-][a-z]+)*[_-]\d{1,3}
      | \d{8}[ _-]\d{4,6}\w* | [0-9a-f]{16,} | [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}
    )$""",
    re.VERBOSE | re.IGNORECASE,
)

_DIMENSIONS = compile_pattern(
    r"^\W*\d{2,5} ?(?:px)? ?(?:x|×|by|por) ?\d{2,5} ?(?:px|pixels?|píxeles)?\W*$", re.I
)
_FILLER_TEXT = compile_pattern(
    r"""^\W*(?:lorem\ ipsum | (?:todo|fixme|tbd)\b | (?:insert|add|enter|type|write|agregue|ponga)\ (?:your\ |the\ |an?\ |el\ |la\ |una?\ )?
        (?:alt|alternative|image|picture|description|texto\ alt|descripci)\w*\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_CREDIT = compile_pattern(
    r"""📷 | 📸 | © | \(c\)\s*(?=[A-Z0-9]) | \bcopyright\b(?=\W*(?:©|\(c\)|\d|by\b|(?-i:[A-Z])|$))
    | \b(?:photo|image|picture|illustration|video|graphic|art)s?\ (?:credits?|courtesy)\b(?!\ the\b)
    | \b(?:photo|image|picture|illustration|video|graphic|art)s?\ by\ (?=(?:the\ )?(?-i:[A-Z@])|(?:the\ )?(?:author|artist)\b)
    | \b(?:photo|image|picture)\ ?credits?\b | (?:^|[.;|(—–-]\s*)(?:credits?|source|crédito|créditos|fuente)\s?:
    | (?:^|[.;|(—–-]\s*)(?:photos?|fotos?|images?|imagen|picture|graphic)\s?:\s*(?=(?-i:(?:[A-Z@][^\s/]*[\s/]*){1,5}$))
    | \bcourtesy\ (?:of|photo)\b | \b(?:foto|fotografía|imagen)(?:\ (?:de|por)\ cortesía|\ cortesía)\b | \bcortesía\ de\b
    | \b(?:getty\ images|shutterstock|i?stock\ ?photo|adobe\ ?stock|unsplash|pexels|pixabay)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LOGO = compile_pattern(r"\blogo(?:tipo)?\b", re.IGNORECASE)
_WORD = compile_pattern(r"[^\W\d_]{2}")
_NOT_DESCRIBED: dict[str, tuple[str, ...]] = {"wcag": ("1.1.1",), "act": ("qt1vmo",)}


def alt_is_file_name(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report alternative texts that are the name of a file: with its ending, or as a device made it up.

    A page whose text names the file too passes.
    """
    for image in named_images(page):
        if is_file_name(image.text) or _is_bare_stem(image):
            text = image.text.strip().lower()
            if any(text in b.text.lower() for b in page.text_blocks()):
                continue  # the page is about the file, so its name is what there is to say
            own = text in (image.file.lower(), image.stem.lower())
            if not own and _is_numbered_kind(text):
                continue  # written by a person; a placeholder
            yield _match(image, None if own else _NOT_DESCRIBED)


_NUMBERED = compile_pattern(
    r"(?:photo|picture|image|figure|fig|graphic|illustration|imagen|foto|figura|ilustraci[oó]n)\.? \d{1,2}(?: (?:of|de) \d{1,2})?$",
    re.IGNORECASE,
)


def _is_numbered_kind(text: str) -> bool:
    """Tell whether a text names a kind of image and its number alone: "Photo 3"."""
    return _NUMBERED.match(text.strip()) is not None


def is_file_name(text: str) -> bool:
    """Tell whether a text is the name of an image file, with its ending or as devices make them."""
    text = text.strip()
    return bool(_IMAGE_FILE.match(text) or _MADE_UP.match(text))


def _is_bare_stem(image: Image) -> bool:
    """Tell whether a text is the file's own name without ending, and no words that people write.

    Short names in capitals are such words: COVID-19, H1N1.
    """
    text = image.text.strip()
    if " " in text or text.lower() not in (image.stem.lower(), image.file.lower()):
        return False
    numbered = any(c.isdigit() for c in text) and len(text) > 4 and not text.isupper()
    if "_" in text or numbered or text.count("-") > 1:
        return True
    return "-" in text and not _FILE_WORDS.isdisjoint(text.lower().split("-"))


_FILE_WORDS = frozenset(
    "logo icon img image images photo foto pic picture banner header footer hero thumb thumbnail bg background avatar"
    " screenshot final copy small large new old mobile desktop".split()
)


def _match(image: Image, references: dict[str, tuple[str, ...]] | None = None) -> Match:
    return Match(image.span, {"alt": image.label}, excerpt=image.label, references=references)


def alt_is_placeholder(
    page: Page, elements: Sequence[Element], *, labels: Words
) -> Iterator[Match]:
    """Report alternative texts that stand in for one that was never written: "image", "alt text", "800x600"."""
    for image in named_images(page):
        stop = folded(labels("en") | labels(element_language(image.element)))
        text = image.text.strip()
        said = _ARTICLE.sub("", fold(text))
        if said in _PLACES and image.control is not None:
            continue
        if (
            said in stop
            or fold(text) in stop
            or _DIMENSIONS.match(text)
            or _FILLER_TEXT.match(text)
            or (
                _is_numbered_kind(text)
                and text.lower() not in (image.stem.lower(), image.file.lower())
            )
        ):
            yield _match(image)


def alt_is_machine_made(
    page: Page, elements: Sequence[Element], *, phrases: Words
) -> Iterator[Match]:
    """Report texts in which a program says that it wrote them."""
    for image in named_images(page):
        said = f" {fold(image.text)} "
        known = folded(phrases("en") | phrases(element_language(image.element)))
        if any(f" {phrase} " in said for phrase in known):
            yield _match(image)


_ARTICLE = compile_pattern(r"^(?:an?|the|this|our|una?|el|la|est[ea]|nuestr[oa])\s")
# Kinds of images that are also names of pages, on which a linked image may lead.
_PLACES = frozenset(
    "map maps gallery profile table chart infographic mapa galeria perfil tabla grafico infografia".split()
)


def alt_is_symbols(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report alternative texts without a letter, a digit or an emoji."""
    for image in named_images(page):
        if is_blank(image.text):
            continue  # which is no text at all, and another rule's
        if not any(c.isalnum() or ord(c) > _FIRST_EMOJI for c in image.text):
            yield _match(image)


_FIRST_EMOJI = 0x1F000


def alt_opens_with_kind(
    page: Page, elements: Sequence[Element], *, openings: Words
) -> Iterator[Match]:
    """Report alternative texts that begin by saying that they stand for an image."""
    for image in named_images(page):
        pattern = _openings(openings(element_language(image.element)))
        found = pattern.match(image.text.strip())
        if found is None:
            continue
        rest = image.text.strip()[found.end() :]
        raw = page.source[image.span.start : image.span.end]
        lead = len(raw) - len(raw.lstrip())
        fix = None
        if raw.strip().startswith(found[0] + rest[:1]):
            start = image.span.start + lead
            end = start + found.end() + 1
            edit = Edit(image.span._replace(start=start, end=end), rest[:1].upper())
            fix = Fix(
                (edit,), told(page, f"Take “{found[0].strip()}” out", f"Quite “{found[0].strip()}”")
            )
        match = _match(image)
        values = {"alt": match.values["alt"], "opening": found[0].strip()}
        yield Match(image.span, values, excerpt=match.excerpt, fix=fix)


# "Fotografia de", as many type it
_WITH_OR_WITHOUT = str.maketrans({"á": "[áa]", "é": "[ée]", "í": "[íi]", "ó": "[óo]", "ú": "[úu]"})


@lru_cache(maxsize=16)
def _openings(phrases: frozenset[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=len)[::-1])
    words = words.translate(_WITH_OR_WITHOUT)
    return compile_pattern(
        rf"(?:(?:an?|the|una?|el|la)\s+)?(?:{words or '(?!)'})\s*:?\s+(?=\S)", re.I
    )


def alt_is_long(page: Page, elements: Sequence[Element], *, limit: int = 250) -> Iterator[Match]:
    """Report alternative texts with more than so many characters."""
    for image in named_images(page):
        length = len(image.label)
        if length > limit and image.named_by in ("alt", "aria-label"):
            match = _match(image)
            values = {**match.values, "length": length, "limit": limit}
            yield Match(image.span, values, excerpt=match.excerpt)


def alt_is_credit(page: Page, elements: Sequence[Element]) -> Iterator[Match]:
    """Report alternative texts that name who made the image or who owns it."""
    for image in named_images(page):
        if is_credit(image.text):
            found = _CREDIT.search(image.text)
            is_described = found is not None and _WORD.search(image.text[: found.start()])
            yield _match(image, {} if is_described else None)


def is_credit(text: str) -> bool:
    """Tell whether a text names a maker or an owner, and is not that of a logo."""
    return _CREDIT.search(text) is not None and _LOGO.search(text) is None


def alt_has_jargon(page: Page, elements: Sequence[Element], settings: Settings) -> Iterator[Match]:
    """Report terms that only alternative texts use, and that nothing on the page explains."""
    language = primary(page.language)
    lexicon = lexicon_for(language, settings)
    if not lexicon:
        return
    read: set[str] | None = None
    seen: set[str] = set()
    for number, block in readable_blocks(page):
        if block.kind != "alt" or primary(block.language or language) != language:
            continue
        for found in lexicon.find(block.text):
            entry = lexicon.get(found.term)
            if entry is None or found.term in seen:
                continue
            if read is None:
                read = {t.entry.term for t in terms_of(page, settings)}
            seen.add(found.term)
            if found.term in read:
                continue
            if any(explanations(page.blocks, [(number, found.span)], found.term, language)):
                continue
            text = block.text[found.span.start : found.span.end]
            if _is_read_elsewhere(text, page):
                continue
            plain = with_kept_name(plain_of(entry, text, language), text, language)
            yield Match(
                block.locate(*found.span),
                {"term": text, "plain": plain, "definition": entry.definition},
                excerpt=text,
                suggestion=plain,
                term=entry.term,
            )


def _is_read_elsewhere(said: str, page: Page) -> bool:
    """Tell whether the text of a page has a word, as in "the respiratory system", which is a term of its own."""
    said = said.lower()
    return any(has_words(b.text.lower(), said) for _, b in readable_blocks(page) if b.kind != "alt")
