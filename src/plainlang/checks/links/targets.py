"""Where links go: addresses made comparable, and local files compared by what they hold.

Asks no server. A target that only a server or a script knows is None, and equals nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlencode, urljoin, urlsplit

from plainlang.checks.match import files_asked, per_page
from plainlang.errors import PageError
from plainlang.page import Page
from plainlang.page.decode import decode
from plainlang.page.element import Element
from plainlang.page.formats import format_of
from plainlang.page.read import read_page
from plainlang.page.template import UNKNOWN
from plainlang.patterns import compile_pattern
from plainlang.resources import stamps

_BASE = "https://page.invalid/folder/"
_DEFAULT_PORTS = {"http": 80, "https": 443, "ftp": 21}
_INDEX = compile_pattern(r"/(?:index|default|home)\.(?:x?html?|php|aspx?|jsp|cfm)$", re.IGNORECASE)
_TRACKING = compile_pattern(
    r"^(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|_ga|ref|cmp(?:id)?)$", re.IGNORECASE
)
_LOCATION = compile_pattern(
    r"""\blocation(?:\.href)?\s*=\s*["']([^"']+)|\b(?:location\.(?:assign|replace)|window\.open)\(\s*["']([^"']+)"""
)
# Addresses that send readers on to somewhere else.
_FORWARDS = compile_pattern(
    r"(?:^|[/_.-])(?:redir(?:ect)?(?:ed|ion|or|s|\d+)?|goto|forward|out|exit|jump|away|track(?:ing)?|clk)(?:[/_.-]|\d*$)",
    re.IGNORECASE,
)
_SHORT_HOSTS = frozenset(
    "bit.ly t.co goo.gl tinyurl.com ow.ly lnkd.in buff.ly is.gd aka.ms go.usa.gov doi.org dx.doi.org hdl.handle.net"
    " purl.org".split()
)
NOWHERE = frozenset({"", "#", "#!", "#0", "#;"})  # what writers put until they have an address
_SIZE = 2_000_000  # bytes; larger files are not compared


def target_of(link: Element) -> str | None:
    """Return where a link goes as a comparable address; None when only a script or server knows.

    Letter case of the host, "www.", default ports, "index.html", trailing slashes, parameters that
    only track, and the part after "#" do not count; http and https are the same.
    """
    href = address_of(link)
    if href is None:
        return None
    base = base_of(link.page)
    if base == _BASE and not href.startswith("#"):
        name, _, part = href.removeprefix("./").partition("#")
        if "/" not in name and unquote(name) == Path(link.page.path).name:
            href = f"#{part}"  # the page names its own file
    return normalized(href, base if base != _BASE else _own_address(link.page))


def address_of(link: Element) -> str | None:
    """Return the address a link carries, None when it has none that can be told."""
    href = link.get("href")
    if href is None:
        href = link.get("xlink:href")
    if href is None and (script := link.get("onclick")):
        found = _LOCATION.search(script)
        href = (found[1] or found[2]) if found else None
    if href is None or UNKNOWN in href:
        return None
    href = href.strip()
    if href in NOWHERE or href.lower().startswith(("javascript:", "data:", "blob:")):
        return None
    return href


@per_page
def base_of(page: Page) -> str:
    """Return the address that the page's links are relative to."""
    base = page.tree.select_one("base[href]")
    href = (base.attr("href") or "").strip() if base is not None else ""
    try:
        return urljoin(_BASE, href) if UNKNOWN not in href else _BASE
    except ValueError:
        return _BASE


@per_page
def _own_address(page: Page) -> str:
    """Return the address that a page says it stands at, so that "/flu" is a full address too."""
    if "canonical" not in page.source and "og:url" not in page.source:
        return _BASE
    own = page.tree.select_one('link[rel~="canonical" i][href], meta[property="og:url"][content]')
    told = (own.attr("href") or own.attr("content") or "").strip() if own is not None else ""
    return told if told.lower().startswith(("http:", "https:")) and UNKNOWN not in told else _BASE


@lru_cache(maxsize=8192)
def normalized(href: str, base: str = _BASE) -> str | None:
    """Return an address in the one form that equal addresses share, None when it forwards."""
    try:
        parts = urlsplit(urljoin(base, href))
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme in ("mailto", "tel", "sms"):
        path = unquote(parts.path).casefold()
        return f"{scheme}:{path if scheme == 'mailto' else re.sub(r'[^+0-9a-z]', '', path)}"
    host = (parts.hostname or "").removeprefix("www.")
    if host in _SHORT_HOSTS or _FORWARDS.search(parts.path):
        return None
    if port is not None and port != _DEFAULT_PORTS.get(scheme):
        host = f"{host}:{port}"
    path = _INDEX.sub("/", unquote(parts.path)).rstrip("/")
    query = sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True)
                   if not _TRACKING.match(k))  # fmt: skip
    kind = "" if scheme in ("http", "https") else f"{scheme}:"
    return f"{kind}{host}{path}" + (f"?{urlencode(query)}" if query else "")


def differ(page: Page, one: Element, other: Element) -> bool:
    """Tell whether two links surely lead to different things, as far as can be told from here."""
    a, b = target_of(one), target_of(other)
    if a is None or b is None or a == b:
        return False
    first, second = local_file(page, one), local_file(page, other)
    return first is None or second is None or not _hold_the_same(first, second)


def local_file(page: Page, link: Element) -> Path | None:
    """Return the file that a relative link names, None when there is no such file."""
    href = address_of(link)
    file = None if href is None else place_of(page, href)
    if file is None:
        return None
    try:
        if file.is_dir():
            file = file / "index.html"
        _note(page, str(file))
        return file if file.is_file() and file.stat().st_size <= _SIZE else None
    except (OSError, ValueError):
        return None


def place_of(page: Page, address: str) -> Path | None:
    """Return where a relative address leads on the disk; None for others, and under a `base`.

    Nobody but the server knows the folder that "/x" starts from.
    """
    if base_of(page) != _BASE:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    return Path(page.path).parent / unquote(parts.path)


def is_there(page: Page, path: Path) -> bool:
    """Tell whether there is a file or folder, and note that what is found depends on that."""
    return bool(_note(page, f"?{path}"))


def _note(page: Page, path: str) -> str:
    """Note that what is found on the page depends on another file; return its stamp of now."""
    found = stamps([path])
    files_asked(page).update(found)
    return found[path]


def _hold_the_same(one: Path, other: Path) -> bool:
    """Tell whether two files are one, are equal, or are pages with the same main text."""
    try:
        if one.samefile(other):
            return True
        first, second = one.read_bytes(), other.read_bytes()
        if first == second:
            return True
        texts = _main_text(one, first), _main_text(other, second)
    except (OSError, PageError):
        return False
    return texts[0] == texts[1] != []


def _main_text(path: Path, data: bytes) -> list[str]:
    """Return what a page says, without what stands around its content on every page of a site."""
    if format_of(path.name) is None:
        return []
    page = read_page(decode(data, path.name).text, path.name)
    return [b.text for b in page.blocks if b.region == "main"]
