"""Compare plainlang's roles and accessible names with those of a real Chromium.

    python scripts/compare_names.py PAGE.html... [--roles=link,img,heading,button] [--all]

Prints every element whose role or name differs, then how many agree, by role. Needs chromium,
chromedriver and selenium. Scripts of the pages do not run; what is in noscript is left out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from plainlang.page import read_page

BLANKS = re.compile(r"[ \t\n\r\f]+")
ROLES = "link,image,heading,button"
# Chromium's internal names of what ARIA calls otherwise.
SAME = {"image": "img", "ImageMap": "img", "DisclosureTriangle": "button", "DescriptionList": "list",
        "LayoutTable": "none", "SvgRoot": "graphics-document", "textField": "textbox",
        "presentation": "none", "RootWebArea": "document"}  # fmt: skip


def open_browser() -> Any:
    options = webdriver.ChromeOptions()
    for flag in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--blink-settings=imagesEnabled=false",
    ):
        options.add_argument(flag)
    browser = webdriver.Chrome(options=options, service=Service(which("chromedriver")))
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    return browser


def elements_of(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the elements of a DOM that CDP sent, in document order."""
    if node["nodeType"] == 1:
        yield node
    for part in ("templateContent", "children"):
        inner = node.get(part) or []
        for child in inner if isinstance(inner, list) else [inner]:
            yield from elements_of(child)


def names_in_browser(browser: Any, url: str) -> list[tuple[str, str, str, bool]]:
    """Return tag, role, name and whether it is hidden, for each element in document order."""
    browser.get(url)
    root = browser.execute_cdp_cmd("DOM.getDocument", {"depth": -1})["root"]
    nodes = browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    known = {n["backendDOMNodeId"]: n for n in nodes if "backendDOMNodeId" in n}
    out = []
    for element in elements_of(root):
        found = known.get(element["backendNodeId"])
        if found is None or found.get("ignored"):
            out.append((element["localName"], "", "", True))
            continue
        role = found["role"]["value"]
        name = found.get("name", {}).get("value", "")
        out.append((element["localName"], SAME.get(role, role), name, False))
    return out


def names_here(path: Path) -> list[tuple[str, str, str, bool, str]]:
    page = read_page(path.read_text(encoding="utf-8", errors="replace"), str(path))
    return [
        (
            e.tag,
            e.role or "",
            e.name,
            e.is_hidden,
            page.source[e.span.start : e.span.end] if e.node.closest("noscript") is None else "",
        )
        for e in page.select("*")
    ]


def main() -> None:
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if not arguments:
        sys.exit(__doc__)
    roles = next((a.split("=", 1)[1] for a in sys.argv if a.startswith("--roles=")), ROLES)
    wanted = {SAME.get(r, r) for r in roles.split(",")}
    same: Counter[str] = Counter()
    other: Counter[str] = Counter()
    browser = open_browser()
    try:
        for path in map(Path, arguments):
            theirs = names_in_browser(browser, path.resolve().as_uri())
            ours = names_here(path)
            if [t[0] for t in theirs] != [o[0] for o in ours]:
                print(f"{path}: the trees differ ({len(theirs)} and {len(ours)} elements)")
                continue
            for (_, role, name, hidden), (_, our_role, our_name, our_hidden, tag) in zip(
                theirs, ours, strict=True
            ):
                if not tag:
                    continue
                if "--all" not in sys.argv and not wanted & {role, our_role}:
                    continue
                if hidden and (our_hidden or our_role in ("none", "generic", "")):
                    continue
                here = ("", "") if our_hidden else (our_role, our_name)
                there = (role, BLANKS.sub(" ", name).strip(" \t\n\r\f"))
                key = role or our_role
                if here == there:
                    same[key] += 1
                else:
                    other[key] += 1
                    print(f"{path.name}: {tag[:100]}\n  chromium  {there}\n  plainlang {here}")
    finally:
        browser.quit()
    for role in sorted({*same, *other}):
        print(f"{role}: {same[role]} of {same[role] + other[role]} agree")


main()
