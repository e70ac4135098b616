"""How plainlang knows a report of its own again, so that it neither checks nor refuses to replace it.

Looks at the start or the end of a file; knows no format of reports beyond that.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

HTML_MARK = '<meta name="generator" content="plainlang">'
MARKDOWN_MARK = "<!-- Made by plainlang -->"
_HEAD = 1024  # bytes of a file in which its mark stands
_TAIL = 8192
_TOTAL = rb"^(?:[\d,]+ pages? checked, [\d,]+ findings?[ ,.]|No page was checked\.)"


def is_own_report(path: Path) -> bool:
    """Tell whether a file is a report that plainlang wrote: in HTML, Markdown or plain text."""
    try:
        with path.open("rb", buffering=0) as file:
            if path.suffix.lower() == ".txt":
                file.seek(max(0, os.fstat(file.fileno()).st_size - _TAIL))
                return re.search(_TOTAL, file.read(_TAIL) or b"", re.MULTILINE) is not None
            head = file.read(_HEAD) or b""
    except OSError:  # said when it is read as a page
        return False
    return HTML_MARK.encode() in head or head.startswith(MARKDOWN_MARK.encode())
