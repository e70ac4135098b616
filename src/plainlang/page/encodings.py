"""Which codec reads a page that declares an encoding: labels as browsers take them.

Python knows more encodings than browsers do (some of them no way to write a page), and reads some
labels to the letter that browsers do not: `latin1` is windows-1252 on the web.
(WHATWG Encoding Standard, 4.2; HTML Standard 13.2.3.2, "prescan a byte stream".)
"""

from __future__ import annotations

import codecs
import re

from plainlang.patterns import compile_pattern

_COMMENT = compile_pattern(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = compile_pattern(rb"<meta(?=[\s/])((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>", re.IGNORECASE)
_ATTRIBUTE = compile_pattern(
    rb"""([^\s/>"'=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""", re.IGNORECASE
)
_CHARSET = compile_pattern(rb"charset\s*=\s*[\"']?\s*([^\s;\"']+)", re.IGNORECASE)
_XML = compile_pattern(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']""")
_PRESCAN = 1024  # bytes in which a declaration counts

# Codecs that read a page, and those that browsers put in the place of others.
_CODECS: dict[str, str] = {name: name for name in (
    "utf-8 cp866 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10"
    " iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic cp874 cp1250"
    " cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 gb18030 euc_jp iso2022_jp cp932 cp949"
    " big5hkscs"
).split()} | {
    "ascii": "windows-1252", "iso8859-1": "windows-1252", "cp1252": "windows-1252",
    "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874", "gb2312": "gb18030",
    "gbk": "gb18030", "cp936": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
    # A page that could say so in ASCII was not UTF-16.
    "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip
# Labels that Python does not know, and the label it does.
_LABELS = {
    label: known
    for known, labels in {
        "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 unicode csunicode"
        " iso-10646-ucs-2 ucs-2 unicodefeff unicodefffe",
        "windows-1252": "x-cp1252 iso88591 x-user-defined",
        "cp1250": "x-cp1250", "cp1251": "x-cp1251", "cp1253": "x-cp1253", "cp1255": "x-cp1255",
        "cp1254": "x-cp1254 iso88599 csisolatin5", "cp1256": "x-cp1256", "cp1257": "x-cp1257",
        "cp1258": "x-cp1258", "cp874": "windows-874 dos-874 iso885911",
        "iso8859-2": "iso88592", "iso8859-3": "iso88593", "iso8859-4": "iso88594",
        "iso8859-5": "iso88595", "iso8859-6": "iso88596 iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i",
        "iso8859-7": "iso88597 sun_eu_greek",
        "iso8859-8": "iso88598 iso-8859-8-e iso-8859-8-i csiso88598e csiso88598i logical visual",
        "iso8859-10": "iso885910", "iso8859-13": "iso885913", "iso8859-14": "iso885914",
        "iso8859-15": "iso885915 csisolatin9", "koi8-r": "koi koi8", "koi8-u": "koi8-ru",
        "mac-roman": "mac csmacintosh x-mac-roman", "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
        "gb18030": "csgb2312 gb_2312 gb_2312-80 x-gbk",
        "big5": "cn-big5 x-x-big5", "euc_jp": "cseucpkdfmtjapanese x-euc-jp",
        "shift_jis": "csshiftjis x-sjis windows-31j",
        "euc_kr": "cseuckr csksc56011987 iso-ir-149 ks_c_5601-1989 ksc_5601 windows-949",
    }.items()
    for label in labels.split()
}  # fmt: skip


def codec_of(label: str) -> str | None:
    """Return the Python codec for a declared label, None when browsers do not know it."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return None
    return _CODECS.get(name)


def declared_label(data: bytes) -> str | None:
    """Return the label that an HTML page declares in its first bytes, in `<meta>` or `<?xml … ?>`."""
    head = data[:_PRESCAN]
    if found := _XML.match(head):
        return found[1].decode("latin-1")
    for meta in _META.finditer(_COMMENT.sub(b"", head)):
        values: dict[bytes, bytes] = {
            name.lower(): double or single or bare
            for name, double, single, bare in reversed(_ATTRIBUTE.findall(meta[1]))
        }
        if label := values.get(b"charset"):
            return label.decode("latin-1").strip()
        if values.get(b"http-equiv", b"").strip().lower() == b"content-type":
            if found := _CHARSET.search(values.get(b"content", b"")):
                return found[1].decode("latin-1")
    return None
