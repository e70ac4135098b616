"""Compare the words that plainlang reads on HTML pages with those that others show.

    python scripts/compare_text.py [FOLDER...] [--browser] [--sample N] [--show N]

Without `--browser` the second reader is justhtml's tree and a few rules of what is shown, written
here; with it, a real Chromium, whose scripts do not run (needs chromium, chromedriver and selenium).
What `aria-hidden` keeps from screen readers, and what plainlang leaves to other parts (title,
alternative texts, text fields, drawings, formulas), is left out on both sides; what readers can open
by hand is open. Prints each difference, then the words read, the share that agrees, and the pages that
agree throughout; case does not count.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from shutil import which
from typing import Any

from plainlang.errors import PageError
from plainlang.page import read_page
from plainlang.page.decode import decode

PAGES = Path(__file__).parents[2] / "shared" / "pages"
ENDINGS = (".html", ".htm", ".xhtml")
TEMPLATE = re.compile(r"\{\{|\{%|<%|<\?(?:php|=)")
WORD = re.compile(r"[^\s\u200b\u2060\ufeff\u00ad]+")
INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
NOT_READ = "title, textarea, svg, math, noscript, iframe, canvas, object, video, audio"
UNREAD = frozenset(
    """script style template noscript head svg math iframe noembed noframes object video audio canvas
    textarea datalist meter progress rp title img""".split()
)
APART = frozenset(  # what stands on lines of its own (HTML Standard 15.3), or in a box
    """address article aside blockquote body br button caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html input label legend li listing main
    menu nav ol optgroup option p plaintext pre search section select summary table tbody td tfoot th thead
    tr ul xmp""".split()
)
HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def words_of(text: str) -> list[str]:
    return [w.casefold() for w in INVISIBLE.sub("", text).split()]


def words_here(path: Path) -> list[str]:
    """Return the words of the blocks that plainlang reads."""
    page = read_page(decode(path.read_bytes()).text, str(path))
    kept = (b for b in page.blocks if b.kind not in ("alt", "title", "field"))
    return [word for block in kept for word in words_of(block.text)]


def words_in_tree(path: Path) -> list[str]:
    """Return the words that justhtml's tree shows, by the defaults of HTML alone."""
    from justhtml import JustHTML

    tree = JustHTML(decode(path.read_bytes()).text.lstrip("\ufeff"), sanitize=False)
    named = set(_named(tree.root))
    parts: list[str] = []
    waiting: list[Any] = [tree.root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.name == "#text":
            parts.append(node.data)
        elif node.name in ("#comment", "!doctype") or not _is_shown(node, named):
            continue
        else:
            apart = " " if node.name in APART else ""
            waiting.extend([apart, *reversed(node.children), apart])
    return words_of("".join(parts))


def _named(root: Any) -> Iterator[str]:
    """Yield the ids that buttons and links name, among other words."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        attributes = getattr(node, "attrs", None) or {}
        waiting.extend(getattr(node, "children", None) or ())
        if node.name in ("a", "button") or attributes.get("role") in ("button", "tab"):
            for name, value in attributes.items():
                if value and (name in ("aria-controls", "href") or name.startswith("data-")):
                    yield from (word.lstrip("#") for word in value.split())


def _is_opened(node: Any, attributes: dict[str, str], named: set[str]) -> bool:
    """Tell whether a reader can open what is hidden."""
    says = attributes.get("role") in ("dialog", "alertdialog", "tabpanel")
    says = says or bool(attributes.get("aria-labelledby"))
    return node.name in APART and (says or attributes.get("id") in named)


def _is_shown(node: Any, named: set[str]) -> bool:
    attributes = node.attrs or {}
    if node.name not in UNREAD and _is_opened(node, attributes, named):
        return True
    if node.name in UNREAD or HIDES.search(attributes.get("style") or ""):
        return False
    return "hidden" not in attributes and attributes.get("aria-hidden", "").lower() != "true"


READ_BODY = f"""
const named = new Set();
for (const e of document.querySelectorAll('a, button, [role=button], [role=tab]'))
    for (const a of e.attributes)
        if (['aria-controls', 'href'].includes(a.name) || a.name.startsWith('data-'))
            for (const word of a.value.split(/\\s+/)) named.add(word.replace(/^#/, ''));
for (const e of document.querySelectorAll('div, section, ul, ol, nav, p, li, td, form, aside, article'))
    if (named.has(e.id) || e.matches('[role=dialog], [role=alertdialog], [role=tabpanel], [aria-labelledby]')) {{
        for (const a of ['hidden', 'aria-hidden']) e.removeAttribute(a);
        const shown = getComputedStyle(e);
        if (shown.display == 'none') e.style.setProperty('display', 'block', 'important');
        if (shown.visibility == 'hidden') e.style.setProperty('visibility', 'visible', 'important');
    }}
for (const e of document.querySelectorAll('[aria-hidden="true" i], {NOT_READ}'))
    e.style.setProperty('display', 'none', 'important');
for (const e of document.querySelectorAll('details, dialog')) e.setAttribute('open', '');
for (const e of document.querySelectorAll('[popover]')) e.removeAttribute('popover');
for (const e of document.querySelectorAll('[hidden=until-found i]')) e.removeAttribute('hidden');
for (const e of document.querySelectorAll('option[hidden]')) e.remove();
for (const e of document.querySelectorAll('rp')) e.style.display = 'inline';
for (const e of document.querySelectorAll('button, label, input, select')) e.replaceWith(' ', e.cloneNode(true), ' ');
return document.body ? document.body.innerText : '';
"""


class Browser:
    """A Chromium that runs no scripts of the pages."""

    def __init__(self) -> None:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,900",
                     "--blink-settings=imagesEnabled=false",
                     "--host-resolver-rules=MAP * ~NOTFOUND"):  # fmt: skip
            options.add_argument(flag)
        self.driver = webdriver.Chrome(options=options, service=Service(which("chromedriver")))
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})

    def words(self, path: Path) -> list[str]:
        """Return the words that are shown on a page."""
        self.driver.get(path.resolve().as_uri())
        return words_of(self.driver.execute_script(READ_BODY))


def differences(ours: list[str], theirs: list[str]) -> Iterator[tuple[list[str], list[str], int]]:
    """Yield what is read otherwise: the words of both, and where it begins in `ours`."""
    start = 0
    while start < min(len(ours), len(theirs)) and ours[start] == theirs[start]:
        start += 1
    matcher = SequenceMatcher(None, ours[start:], theirs[start:], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield ours[start + a : start + b], theirs[start + c : start + d], start + a


def pages_under(folders: list[Path], sample: int) -> list[Path]:
    paths = [
        path
        for folder in folders
        for path in (sorted(folder.rglob("*")) if folder.is_dir() else [folder])
        if path.suffix.lower() in ENDINGS and path.is_file()
    ]
    if 0 < sample < len(paths):
        paths = sorted(random.Random(1).sample(paths, sample))
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[PAGES])
    parser.add_argument("--browser", action="store_true", help="compare with Chromium")
    parser.add_argument("--sample", type=int, default=0, help="read only so many pages")
    parser.add_argument("--show", type=int, default=40, help="how many differences to print")
    options = parser.parse_args()
    browser = Browser() if options.browser else None
    read: Callable[[Path], list[str]] = browser.words if browser else words_in_tree
    pages = same_pages = words = wrong = joined = shown = 0
    try:
        for path in pages_under(options.folders, options.sample):
            try:
                if TEMPLATE.search(decode(path.read_bytes()).text):
                    continue
            except PageError:
                continue
            ours, theirs = words_here(path), read(path)
            pages += 1
            words += max(len(ours), len(theirs))
            found = list(differences(ours, theirs))
            same_pages += not found
            for here, there, at in found:
                wrong += max(len(here), len(there))
                joined += "".join(here) == "".join(there)
                if shown < options.show:
                    shown += 1
                    print(f"{path} after “{' '.join(ours[max(0, at - 4) : at])}”")
                    print(
                        f"  plainlang  {' '.join(here)[:200]}\n  {'chromium ' if browser else 'justhtml '}  {' '.join(there)[:200]}"
                    )
    finally:
        if browser:
            browser.driver.quit()
    print(
        f"{pages} pages, {words:,} words: {100 * (1 - wrong / max(1, words)):.3f} % agree; "
        f"{same_pages} pages throughout; {joined} differences are only where words are parted"
    )
    sys.exit(not pages)


if __name__ == "__main__":
    main()
