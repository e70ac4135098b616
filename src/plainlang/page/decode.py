"""Bytes to text, as browsers do it: byte order mark, then declared, then UTF-8, else windows-1252.

Says what it had to guess or replace. Opens no file. (WHATWG Encoding Standard, section 4.2 labels;
HTML Standard 13.2.3.2 "Determining the character encoding".)
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from plainlang.errors import PageError

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([^\s"'/>;]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"']{1,40})""",
    re.IGNORECASE,
)
# Labels that the Encoding Standard reads as windows-1252, whatever Python takes them for.
_LATIN = {"latin1", "iso-8859-1", "iso8859-1", "ascii", "us-ascii", "l1", "iso-latin-1", "cp1252"}
_OTHERS = {"x-sjis": "shift_jis", "windows-31j": "cp932", "gb2312": "gb18030", "x-gbk": "gb18030",
           "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "tis-620": "cp874",
           "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "x-mac-roman": "mac_roman",
           "macintosh": "mac_roman", "unicode": "utf-8", "utf8": "utf-8"}  # fmt: skip
_MAGIC = {
    b"%PDF-": "a PDF file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a ZIP archive or Office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old Office document",
}


class Decoded(NamedTuple):
    """`text` as code points (a byte order mark stays its first character), and how it was read."""

    text: str
    encoding: str
    notes: tuple[str, ...]


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a page.

    Raises:
        PageError: the bytes are no text.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _strictly(data, "utf-8", ())
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encoding = "utf-16-le" if data[:2] == codecs.BOM_UTF16_LE else "utf-16-be"
        return _strictly(data, encoding, ())
    _refuse_binary(data)
    notes: tuple[str, ...] = ()
    if declared := _DECLARED.search(data[:1024]):
        label = (declared[1] or declared[2]).decode("latin-1").lower()
        codec = _codec(label)
        if codec is not None:
            return _strictly(data, codec, ())
        notes = (f"The page declares the unknown encoding “{label}”; it was guessed instead.",)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", notes)
    except UnicodeDecodeError as error:
        bad = f"It is not valid UTF-8 (byte {error.start + 1}), so it was read as windows-1252."
        text, _, more = _strictly(data, "windows-1252", ())
        return Decoded(text, "windows-1252", (*notes, bad, *more))


def _codec(label: str) -> str | None:
    if label in _LATIN:
        return "windows-1252"
    if label.startswith("utf-16"):  # HTML Standard: a page that could say so was no UTF-16
        return "utf-8"
    try:
        info = codecs.lookup(_OTHERS.get(label, label))
    except LookupError:
        return None
    return info.name if getattr(info, "_is_text_encoding", True) else None


def _strictly(data: bytes, encoding: str, notes: tuple[str, ...]) -> Decoded:
    if encoding == "windows-1252":
        # The five bytes that windows-1252 leaves open are C1 controls on the web.
        try:
            return Decoded(data.decode("cp1252"), encoding, notes)
        except UnicodeDecodeError:
            return Decoded("".join(_WINDOWS_1252[b] for b in data), encoding, notes)
    try:
        return Decoded(data.decode(encoding), encoding, notes)
    except UnicodeDecodeError as error:
        note = f"Byte {error.start + 1} is not valid {encoding}; it was replaced with “\ufffd”."
        return Decoded(data.decode(encoding, errors="replace"), encoding, (*notes, note))


_WINDOWS_1252 = [bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in range(256)]


def _refuse_binary(data: bytes) -> None:
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise PageError(f"this is {what}, not a text page; leave it out with “exclude”.")
    head = data[:8192]
    odd = sum(head.count(bytes([b])) for b in (*range(9), *range(14, 27), 28, 29, 30, 31, 127))
    if odd > 3 and odd * 20 > len(head):  # a stray NUL in a short page is no sign
        raise PageError("this is a binary file, not a text page; leave it out with “exclude”.")
