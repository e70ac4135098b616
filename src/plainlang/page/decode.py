"""Bytes to text, as browsers do it: byte order mark, then declared, then UTF-8, else windows-1252.

Says what it had to guess or replace. Opens no file. (HTML Standard 13.2.3.2, "Determining the
character encoding".)
"""

from __future__ import annotations

import codecs

from plainlang.errors import PageError
from plainlang.page.encodings import codec_of, declared_label
from plainlang.page.formats import format_of
from plainlang.records import NamedTuple

_DOCUMENTS = {  # that the program which made them can save as a page
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a Word file, or another Office or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Word file, or another old Office file",
    b"{\\rtf": "an RTF file",
}
_OTHERS = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
}
_ODD = bytes((*range(9), *range(14, 27), 28, 29, 30, 31, 127))  # no text has them


class Decoded(NamedTuple):
    """`text` as code points (a byte order mark stays its first character), and how it was read."""

    text: str
    encoding: str
    notes: tuple[str, ...]


def decode(data: bytes, path: str = "page.html") -> Decoded:
    """Decode the bytes of a page; only one whose `path` announces HTML can declare its encoding.

    Raises:
        PageError: the bytes are no text.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _strictly(data, "utf-8", ())
    if data[:4] in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        raise PageError("this is UTF-32, which no browser reads; save it as UTF-8.")
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encoding = "utf-16-le" if data[:2] == codecs.BOM_UTF16_LE else "utf-16-be"
        return _strictly(data, encoding, ())
    _refuse_binary(data)
    notes: tuple[str, ...] = ()
    if format_of(path) not in ("markdown", "text") and (label := declared_label(data)):
        codec = codec_of(label)
        if codec is not None:
            return _strictly(data, codec, ())
        notes = (f"The page declares the unknown encoding “{label}”; it was guessed instead.",)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", notes)
    except UnicodeDecodeError as error:
        bad = f"It is not valid UTF-8 (byte {error.start + 1}), so it was read as windows-1252."
        text, _, more = _strictly(data, "windows-1252", ())
        return Decoded(text, "windows-1252", (*notes, bad, *more))


def _strictly(data: bytes, encoding: str, notes: tuple[str, ...]) -> Decoded:
    if encoding == "windows-1252":
        # The five bytes that windows-1252 leaves open are C1 controls on the web.
        try:
            return Decoded(data.decode("cp1252"), encoding, notes)
        except UnicodeDecodeError:
            known = [bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in range(256)]
            return Decoded("".join(known[b] for b in data), encoding, notes)
    try:
        return Decoded(data.decode(encoding), encoding, notes)
    except UnicodeDecodeError as error:
        note = f"Byte {error.start + 1} is not valid {encoding}; it was replaced with “\ufffd”."
        return Decoded(data.decode(encoding, errors="replace"), encoding, (*notes, note))


def _save_as_page(what: str) -> str:
    return (
        f"this is {what}, not a text page. Save it as a web page (HTML) or as plain text, and"
        " check that; or leave it out with “exclude”."
    )


def _refuse_binary(data: bytes) -> None:
    for magic, what in _DOCUMENTS.items():
        if data.startswith(magic):
            raise PageError(_save_as_page(what))
    for magic, what in _OTHERS.items():
        if data.startswith(magic):
            raise PageError(f"this is {what}, not a text page; leave it out with “exclude”.")
    head = data[:8192]
    if b"MIME-Version:" in head:  # among the headers with which a page saved in one file begins
        headers = head.replace(b"\r\n", b"\n").lstrip().partition(b"\n\n")[0]
        if b"MIME-Version:" in headers and b"multipart/related" in headers:
            raise PageError(_save_as_page("a web archive (MHTML)"))
    odd = len(head) - len(head.translate(None, _ODD))
    if odd > 3 and odd * 20 > len(head):  # a stray NUL in a short page is no sign
        raise PageError("this is a binary file, not a text page; leave it out with “exclude”.")
