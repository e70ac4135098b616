"""A page's bytes are read as browsers read them, and what had to be guessed is said."""

from __future__ import annotations

import codecs

import pytest

from plainlang.errors import PageError
from plainlang.page import read_page
from plainlang.page.decode import decode

DOSE = "<p>Dosis: 5 µg – día</p>"


def declared(label: str) -> str:
    return f'<!doctype html><meta charset="{label}">'


def test_a_byte_order_mark_wins_over_what_is_declared() -> None:
    read = decode(codecs.BOM_UTF8 + (declared("windows-1252") + DOSE).encode())
    assert read.text.endswith(DOSE)
    assert (read.encoding, read.notes) == ("utf-8", ())


def test_a_byte_order_mark_stays_a_character_so_that_columns_count_it() -> None:
    read = decode(codecs.BOM_UTF8 + b"<p>Rest.</p>")
    page = read_page(read.text)
    assert page.blocks[0].text == "Rest."
    assert page.blocks[0].span == (4, 9)


@pytest.mark.parametrize(
    ("bom", "codec"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
)
def test_utf_16_is_told_by_its_mark(bom: bytes, codec: str) -> None:
    read = decode(bom + DOSE.encode(codec))
    assert read.text == "\ufeff" + DOSE
    assert read.encoding == codec


@pytest.mark.parametrize(
    ("label", "codec"),
    [("UTF-8", "utf-8"), ("latin1", "cp1252"), ("iso-8859-1", "cp1252"), ("us-ascii", "cp1252"),
     ("windows-1252", "cp1252"), ("iso-8859-15", "iso8859-15"), ("macintosh", "mac-roman"),
     ("utf8", "utf-8"), ("x-cp1252", "cp1252"), ("ISO_8859-9", "cp1254")],
)  # fmt: skip
def test_the_declared_encoding_is_used(label: str, codec: str) -> None:
    text = declared(label) + "<p>5 µg, día</p>"
    assert decode(text.encode(codec)).text == text


def test_a_page_that_says_it_is_utf_16_in_ascii_is_utf_8() -> None:
    assert decode((declared("utf-16") + DOSE).encode()).text.endswith(DOSE)


@pytest.mark.parametrize(
    "head",
    [b"<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>",
     b"<meta content='text/html;charset=latin1' http-equiv=content-type>",
     b"<META CHARSET = Latin1 >", b"<!-- <meta charset=utf-8> --><meta charset=latin1>",
     b"<?xml version='1.0' encoding='ISO-8859-1'?>"],
)  # fmt: skip
def test_all_ways_to_declare_an_encoding_are_known(head: bytes) -> None:
    assert decode(head + b"<p>d\xeda</p>").text.endswith("<p>día</p>")


@pytest.mark.parametrize(
    "head",
    [b"<meta name=description content='charset=latin1'>", b"<!-- <meta charset=latin1> -->",
     b"<metadata charset=latin1>", b"<meta charset>", b"<!--" + b"-" * 1100 + b"--><meta charset=latin1>"],
)  # fmt: skip
def test_what_only_looks_like_a_declaration_is_none(head: bytes) -> None:
    assert decode(head + "<p>día</p>".encode()).text.endswith("<p>día</p>")


@pytest.mark.parametrize("path", ["page.md", "page.txt"])
def test_markdown_and_text_declare_no_encoding(path: str) -> None:
    source = "Write `<meta charset=latin1>` first. Día."
    assert decode(source.encode(), path).text == source
    assert decode(source.encode()).text != source


def test_without_a_declaration_utf_8_is_tried_first() -> None:
    read = decode(DOSE.encode())
    assert (read.text, read.encoding, read.notes) == (DOSE, "utf-8", ())


def test_what_is_not_utf_8_is_read_as_windows_1252_and_that_is_said() -> None:
    read = decode(DOSE.encode("cp1252"))
    assert (read.text, read.encoding) == (DOSE, "windows-1252")
    assert read.notes == ("It is not valid UTF-8 (byte 13), so it was read as windows-1252.",)


def test_bytes_that_windows_1252_leaves_open_are_control_characters() -> None:
    assert decode(declared("latin1").encode() + b"\x80\x81\x8d\x8f\x90\x9d").text.endswith(
        "€\x81\x8d\x8f\x90\x9d"
    )


@pytest.mark.parametrize("label", ["klingon", "utf-7", "cp500", "rot13", "hex", "utf-32"])
def test_an_unknown_label_is_named_and_the_encoding_guessed(label: str) -> None:
    read = decode((declared(label) + DOSE).encode())
    assert read.text.endswith(DOSE)
    assert read.encoding == "utf-8"
    assert read.notes == (
        f"The page declares the unknown encoding “{label}”; it was guessed instead.",
    )


def test_a_byte_that_is_wrong_is_replaced_and_counted() -> None:
    read = decode(declared("utf-8").encode() + b"<p>a\xffb</p>")
    assert read.text.endswith("<p>a\ufffdb</p>")
    assert read.notes == ("Byte 42 is not valid utf-8; it was replaced with “\ufffd”.",)


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"PK\x03\x04abc", b"\x00\x01\x02\x03" * 40])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(PageError, match="not a text page"):
        decode(data)


MHTML = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=x\r\n\r\n"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04abc", "a Word file"),
        (b"\xd0\xcf\x11\xe0abc", "an old Word file"),
        (b"%PDF-1.7 x", "a PDF file"),
        (b"{\\rtf1\\ansi Take hypertension pills}", "an RTF file"),
        (MHTML + b"<html><p>Take =\r\nit.</p>", "a web archive"),
    ],
)
def test_documents_of_other_programs_are_refused_with_a_way_to_go_on(
    data: bytes, what: str
) -> None:
    with pytest.raises(PageError, match="Save it as a web page") as caught:
        decode(data, "leaflet.txt")
    assert what in caught.value.message


def test_a_page_about_mail_is_no_web_archive() -> None:
    text = b"# Mail\n\nMIME-Version: 1.0\nContent-Type: multipart/related\n"
    assert decode(text, "mail.md").text.startswith("# Mail")


def test_one_nul_makes_no_binary_file() -> None:
    assert decode(b"<p>Rest\0 well.</p>").text == "<p>Rest\0 well.</p>"
